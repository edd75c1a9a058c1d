"""Money, contracts and posts that wait for work, and hold it."""

from collections.abc import Iterator

from send_framework.checks.context import Context, links_of
from send_framework.checks.finding import Consequence, Remark, Severity
from send_framework.checks.reading import date_of, is_known, listed, named, working
from send_framework.checks.registry import finds
from send_framework.dates import day_words
from send_framework.model.action import Action, Milestone
from send_framework.model.commitments import Commitment
from send_framework.model.plan import Linkable


@finds(
    "commitment-before-its-gate",
    Severity.ERROR,
    Consequence.ORDER,
    title="A contract, sum or post dated before what gates it",
    looks_at="The date of each commitment, against the day on which the work it waits for can "
    "finish: a contract renewal before the evaluation that is to inform it.",
    why="Once the contract is renewed the evaluation comes too late to change it.",
    advice="Bring the work forward, or put the commitment off until the work is done.",
)
def commitment_before_its_gate(context: Context) -> Iterator[Remark]:
    """Find commitments that take effect before the work they were to wait for."""
    for each in context.plan.commitments:
        said = date_of(each)
        day = said.latest() or said.earliest() if said else None
        for link in each.after if day else ():
            gate = context.scheduled.get(link.id)
            bound = not link.type.from_start and link.lag >= 0
            if day and gate and bound and gate.early_finish > day:
                late = context.plan_calendar.count(day, gate.early_finish)
                yield Remark(
                    subject=each.id,
                    message=f"{named(each)} is dated {said}, {working(late)} before {link.id}, "
                    f"which it waits for, can finish ({day_words(gate.early_finish)}).",
                    sources=each.sources,
                    related=(link.id,),
                    working_days=late,
                    day=day,
                )


@finds(
    "gate-undated",
    Severity.WARNING,
    Consequence.ORDER,
    title="A gate without a date",
    looks_at="Each commitment, event and meeting without a date that a link names, or that waits "
    "for work; meetings that were called off included.",
    why='"Before contracts are renewed" binds nothing until somebody says when that is.',
    advice="Find out its date and enter it, even an approximate one.",
)
def gate_undated(context: Context) -> Iterator[Remark]:
    """Find undated commitments, events and meetings that hold work or wait for it."""
    for each in context.plan.activities():
        if isinstance(each, Action | Milestone):
            continue
        before = tuple(link.id for link in links_of(each))
        after = context.waiting[each.id]
        if (before or after) and not _is_dated(each):
            yield Remark(
                subject=each.id,
                message=f"{named(each)} has no date{_ties(before, after)}.",
                sources=each.sources,
                related=(*before, *after),
            )


def _is_dated(each: Linkable) -> bool:
    if isinstance(each, Commitment):
        return date_of(each) is not None
    return is_known(getattr(each, "date", None)) and not getattr(each, "cancelled", False)


def _ties(before: tuple[str, ...], after: tuple[str, ...]) -> str:
    gated = f", so nothing says by when {listed(before)} must be done" if before else ""
    holds = f"{' and' if before else ', and'} {listed(after)} must wait for it" if after else ""
    return gated + holds
