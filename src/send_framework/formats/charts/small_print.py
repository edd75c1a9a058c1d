"""The small print of a chart: as of when, against what, how much is assumed, and who says so."""

from collections.abc import Iterable, Iterator
from datetime import date
from math import ceil

from send_framework.dates import day_words
from send_framework.formats.html.facts import PageFacts
from send_framework.formats.html.pictures.gantt_words import placed_in_time
from send_framework.formats.wording import BASES, counted, doubt, listed
from send_framework.frameworks import Entry
from send_framework.model.measure import Measure
from send_framework.model.plan import Plan
from send_framework.model.source import Fact
from send_framework.model.window import Window
from send_framework.network.results import Schedule
from send_framework.network.risk.results import RiskResult

MOST_NAMED = 4
"""So many publishers are named; the others are counted."""

_MILLIMETRES, _LETTERS = 25.4 / 96, 9.3
# Sheets of paper, upright, without the margins that printers leave.
_SHEETS = {"A4": (190.0, 277.0), "A3": (277.0, 400.0)}
READABLE = 6.0
"""Points of the least letters that are read without effort."""


def schedule_print(facts: PageFacts) -> Iterator[str]:
    """Yield what a chart of a schedule rests on, a sentence each.

    Args:
        facts: What there is to tell of the plan.
    """
    yield _known(facts.schedule.on, given=facts.schedule.on_given)
    yield _target(facts.target)
    yield f"Dates: {BASES[facts.schedule.basis]}."
    yield _assumed(facts.schedule)
    yield sources_of(facts.work[each] for each in placed_in_time(facts))


def timeline_print(facts: PageFacts, entries: Iterable[Entry]) -> Iterator[str]:
    """Yield what a timeline rests on, a sentence each.

    Args:
        facts: What there is to tell of the plan.
        entries: What is drawn of it.
    """
    yield _known(facts.schedule.on, given=facts.schedule.on_given)
    known = tuple(entries)
    if known:
        yield "Where a day is inferred, assumed or unverified, its words say so."
        yield sources_of(known)


def measures_print(plan: Plan, measures: Iterable[Measure]) -> Iterator[str]:
    """Yield what a chart of measures rests on, a sentence each.

    Args:
        plan: The plan.
        measures: What is drawn of it.
    """
    if plan.data_date:
        yield _known(plan.data_date, given=True)
    facts: list[Fact] = []
    for each in measures:
        facts += [each, *each.targets, *each.observations]
    yield sources_of(facts)


def risk_print(risk: RiskResult) -> Iterator[str]:
    """Yield what a chart of a simulation rests on, a sentence each.

    Args:
        risk: The simulation.
    """
    yield _known(risk.on, given=risk.on_given)
    yield _target(risk.target)
    yield f"Dates: {BASES[risk.basis]}."
    yield f"Simulated: {risk.samples:,} samples, seed {risk.seed}."
    if risk.moving:
        of = counted(len(risk.moving), "spread")
        yield f"Assumed, for nobody gave them: {risk.assumed_inputs} of {of}."
    if risk.missing:
        ids = listed(risk.missing, MOST_NAMED)
        yield f"Without a place in time, so left out: {ids}; no chance of being ready can be said."


def sources_of(facts: Iterable[Fact]) -> str:
    """Return who published what the facts cite, in a sentence.

    Args:
        facts: What is drawn.
    """
    known = tuple(facts)
    names = publishers_of(known)
    if not names:
        return "Sources: the plan names none for what is drawn."
    documents = len({source.key for fact in known for source in fact.sources})
    return f"Sources: {counted(documents, 'document')} named in the plan, of {names}."


def publishers_of(facts: Iterable[Fact]) -> str:
    """Return who published what the facts cite, the first by name; nothing where they cite none.

    Args:
        facts: What is drawn.
    """
    found = [source for fact in facts for source in fact.sources]
    return listed(tuple(dict.fromkeys(each.publisher or each.title for each in found)), MOST_NAMED)


def _known(on: date, *, given: bool) -> str:
    today = "" if given else " (today: the plan gives no data date)"
    return f"As known at the close of {day_words(on)}{today}."


def _target(target: Window | None) -> str:
    if target is None:
        return "Target: none, so late dates count from the plan's own finish."
    ends = "; ".join(f"{name} {day_words(end.day)}{doubt(end)}" for name, end in target.ends())
    return f"Target: {target.name}; {ends}."


def _assumed(schedule: Schedule) -> str:
    lengths = sum(each.duration_assumed for each in schedule.activities)
    links = sum(each.assumed for each in schedule.links)
    if not lengths and not links:
        return "No length and no link is assumed."
    of = (f"{lengths} of {counted(len(schedule.activities), 'length')}",
          f"{links} of {counted(len(schedule.links), 'link')}")  # fmt: skip
    return f"Assumed, for nobody published them: {of[0]}, {of[1]} (broken lines)."


def paper(width: float, height: float) -> str:
    """Return how much paper a chart needs to be read; nothing where one sheet of A4 will do.

    Args:
        width: Pixels.
        height: Pixels.

    Example:
        >>> paper(900, 600)
        ''
        >>> paper(960, 7600)
        'On one sheet of A3 its letters are 1.8 points high; at 6 points it fills 5 sheets of A4.'
    """
    share = READABLE / _LETTERS * _MILLIMETRES
    need = {name: _sheets(width * share, height * share, size) for name, size in _SHEETS.items()}
    if need["A4"] == 1:
        return ""
    points = letters_on("A3", width, height)
    if points >= READABLE:
        return f"On one sheet of A3 its letters are {points:.1f} points high."
    larger = f" or {need['A3']} of A3" if need["A3"] * 5 < need["A4"] * 4 else ""
    return (
        f"On one sheet of A3 its letters are {points:.1f} points high; at {READABLE:g} points it \
fills {need['A4']} sheets of A4{larger}."
    )


def letters_on(paper: str, width: float, height: float) -> float:
    """Return how many points high a chart's letters are, if one sheet has to hold it.

    Args:
        paper: ``"A4"`` or ``"A3"``.
        width: Pixels of the chart.
        height: Pixels of the chart.
    """
    one, other = _SHEETS[paper]
    shares = (min(a / width, b / height) for a, b in ((one, other), (other, one)))
    return min(1.0, max(shares) / _MILLIMETRES) * _LETTERS


def _sheets(width: float, height: float, size: tuple[float, float]) -> int:
    """Return how many sheets cover it, laid upright or across."""
    return min(ceil(width / a) * ceil(height / b) for a, b in (size, size[::-1]))
