"""The page that lists many plans: a table to sort, a small timeline each, a link to each page."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from attrs import frozen

from send_framework.dates import day_words
from send_framework.formats.html.picture import Picture
from send_framework.formats.html.pictures import mini, mini_key, mini_scale
from send_framework.formats.html.pieces import Tag, float_tag, ready_tag
from send_framework.formats.html.rendering import rendered
from send_framework.formats.wording import READY, counted
from send_framework.network.kinds import ReadinessState
from send_framework.portfolio.summary import PlanSummary

INDEX = "index.html"
"""The name of the page that lists the others."""


@frozen(kw_only=True)
class Line:
    """One plan of the index.

    Attributes:
        summary: What is kept of it.
        href: Its page; empty where there is none.
        timeline: Its days, drawn small.
        ready: The answer to "ready?"; ``None`` without one.
        room: The float to the first day still ahead.
        rank: The place of that answer among the answers, for sorting.
        worst: Its worst finding, in words.
    """

    summary: PlanSummary
    href: str
    timeline: Picture
    ready: Tag | None
    room: Tag | None
    rank: int
    worst: str

    @property
    def name(self) -> str:
        """What it is listed by: its area, else its title, else its file."""
        return self.summary.area or self.summary.title or self.summary.key


def index_of(plans: Sequence[tuple[PlanSummary, str]]) -> str:
    """Return the index of many plans as HTML, whole in one text.

    Args:
        plans: Each plan's summary with the address of its page, in the order to list them.

    Example:
        >>> page = index_of([(PlanSummary(key="a.yaml", title="A plan"), "a.html")])
        >>> '<a href="a.html">' in page
        True
    """
    scale = mini_scale([summary for summary, _ in plans])
    lines = tuple(
        Line(
            summary=summary,
            href=href,
            timeline=mini(summary, scale, f"days-{place}"),
            ready=ready_tag(summary.state) if summary.state else None,
            room=None if summary.room is None else _room_tag(summary.room),
            rank=_ranks().get(summary.state, len(READY)),
            worst="".join(summary.worst[:1]).partition(": ")[2],
        )
        for place, (summary, href) in enumerate(plans, 1)
    )
    return rendered(
        "index.html",
        lines=[each for each in lines if not each.summary.problem],
        problems=[each for each in lines if each.summary.problem],
        answer=_answer(lines),
        simulated=any(each.summary.p_ready is not None for each in lines),
        key=mini_key(),
        days=_days(lines),
    )


def _room_tag(days: int) -> Tag:
    """Return a float as it stands in a narrow column, below words that say which days."""
    whole = float_tag(days)
    return Tag(whole.text.replace("working ", ""), whole.look)


def _ranks() -> dict[ReadinessState | None, int]:
    return {state: rank for rank, state in enumerate(READY)}


def _answer(lines: Iterable[Line]) -> str:
    """Return how many plans give each answer, in one sentence."""
    counts = Counter(each.summary.state for each in lines if not each.summary.problem)
    said = [f"{counts[state]} {words}" for state, words in READY.items() if counts[state]]
    if counts[None]:
        said.append(f"{counts[None]} without a schedule")
    without = sum(bool(each.summary.problem) for each in lines)
    if without:
        said.append(f"{without} that could not be read or computed")
    return (
        f"{counted(counts.total() + without, 'plan')}: {', '.join(said)}." if said else "No plan."
    )


def _days(lines: Iterable[Line]) -> str:
    """Return when the plans were what they show, in words."""
    days = sorted({each.summary.on for each in lines if each.summary.on})
    if not days:
        return "on no known day"
    first, last = day_words(days[0]), day_words(days[-1])
    return f"at the close of {first}" if first == last else f"between {first} and {last}"


def page_names(keys: Iterable[str]) -> dict[str, str]:
    """Return a file name for each plan's page: no two alike, even where case does not count.

    Args:
        keys: What the plans are called by, such as their paths below a folder.

    Example:
        >>> names = page_names(["east/plan.yaml", "east-plan.yml", "index.yaml"])
        >>> list(names.values())
        ['east-plan.html', 'east-plan-2.html', 'index-2.html']
    """
    taken = {INDEX.removesuffix(".html")}
    names: dict[str, str] = {}
    for key in keys:
        stem = re.sub(r"[^a-z0-9_-]+", "-", key.rsplit(".", 1)[0].lower()).strip("-")[:80] or "plan"
        name, number = stem, 1
        while name in taken:
            number += 1
            name = f"{stem}-{number}"
        taken.add(name)
        names[key] = f"{name}.html"
    return names
