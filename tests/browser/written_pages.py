"""The pages that the browser opens: real, empty, broken, hostile, large, and the list of many."""

from pathlib import Path

from send_framework import Plan
from send_framework.formats.html import facts_of, index_of, page_names, page_of
from send_framework.network.risk.simulation import simulate
from send_framework.portfolio.job import Asked, Job
from send_framework.portfolio.summarising import summarise
from tests.formats.html import example_pages as pages

VIEWS = ("suffolk", "empty", "undated", "single", "looped", "hostile", "index")
"""What is looked at in every width and colour; the large page is opened once."""


def write_pages(folder: Path) -> dict[str, Path]:
    """Write every page and return where each is."""
    texts = {name: page_of(pages.facts(plan)) for name, plan in _plans().items()}
    texts |= {"suffolk": _suffolk(), "index": _index()}
    found = {name: folder / f"{name}.html" for name in texts}
    for name, text in texts.items():
        found[name].write_text(text, encoding="utf-8")
    return found


def _plans() -> dict[str, Plan]:
    return {
        "empty": pages.empty(),
        "undated": pages.undated(),
        "single": pages.single(),
        "looped": pages.looped(),
        "hostile": pages.hostile(),
        "large": pages.large(),
    }


def _suffolk() -> str:
    """Return Suffolk's page with everything a page can have: odds, and what changed."""
    compared = pages.compared()
    target = compared.schedule.target
    risk = simulate(compared.plan, target=target, on=compared.on, samples=2_000)
    return page_of(
        facts_of(compared.plan, compared.schedule, risk=risk, comparison=compared.comparison)
    )


def _index() -> str:
    plans = {version: pages.suffolk(version) for version in ("2024-05", "2026-01")} | _plans()
    jobs = [Job(key=f"{name}.yaml", load=plan) for name, plan in plans.items() if name != "large"]
    names = page_names(each.key for each in jobs)
    return index_of([(summarise(each, Asked()), names[each.key]) for each in jobs])
