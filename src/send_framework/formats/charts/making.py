"""The charts by their names: each takes results of the library and returns a `Chart`."""

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING

from send_framework.errors import MissingExtraError
from send_framework.formats.charts.chart import Chart
from send_framework.formats.html.facts import PageFacts
from send_framework.formats.html.pictures.gantt_words import gantt_description
from send_framework.frameworks import timeline
from send_framework.model.plan import Plan
from send_framework.network.results import Schedule

if TYPE_CHECKING:
    from matplotlib.figure import Figure


def gantt_chart(plan: Plan, schedule: Schedule) -> Chart:
    """Draw every activity with its dates, its float, its promise and what it waits for.

    Args:
        plan: The plan.
        schedule: Its schedule.

    Raises:
        MissingExtraError: matplotlib is not installed: the extra ``charts`` brings it.
    """
    _need_matplotlib()
    from send_framework.formats.charts.gantt import draw_gantt

    facts = _facts(plan, schedule)
    return _made("Gantt chart", gantt_description(facts), facts, draw_gantt)


def _facts(plan: Plan, schedule: Schedule) -> PageFacts:
    """Return what charts tell of a plan: nothing that has to be checked or explained."""
    history = timeline(plan, on=schedule.on)
    return PageFacts(
        plan=plan, schedule=schedule, findings=(), timeline=history, recommendations=(),
        explanations=(),
    )  # fmt: skip


def _made(
    title: str, words: str, facts: PageFacts, draw: Callable[[PageFacts, str], "Figure"]
) -> Chart:
    from send_framework.formats.charts.rendering import plain_style

    with plain_style():
        return Chart(title=title, alt_text=words, figure=draw(facts, title))


def _need_matplotlib() -> None:
    try:
        import_module("matplotlib")
    except ImportError:
        raise MissingExtraError("a chart", "charts") from None
