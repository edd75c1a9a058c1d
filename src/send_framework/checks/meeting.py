"""Was a deadline met? What the events and the work of a plan say about each."""

from collections.abc import Iterator
from datetime import date
from enum import Enum

from attrs import frozen

from send_framework.checks.context import Context
from send_framework.checks.reading import (
    finished_on,
    happened,
    is_complete,
    is_known,
    named,
)
from send_framework.dates import ApproximateDate
from send_framework.model.inspection import Event, EventKind
from send_framework.model.window import Deadline, RuleReference


class VerdictKind(Enum):
    """What the plan shows about a deadline."""

    MET = "met"
    MISSED = "missed"
    AT_RISK = "at-risk"
    """Ahead, and what meets it is expected too late."""
    UNPROVEN = "unproven"
    """Passed, and nothing shows on which side of it the act lies."""
    WITHOUT_WORK = "without-work"
    """Ahead, and nothing in the plan meets it."""
    AHEAD = "ahead"


@frozen(kw_only=True)
class Verdict:
    """What the plan shows about one deadline.

    Attributes:
        deadline: The deadline.
        kind: The verdict.
        words: Why, in words that follow the deadline's name.
        subject: Id of the event or work it rests on; empty when there is none.
        late: Working days after the deadline; ``None`` when not late, or not surely.
    """

    deadline: Deadline
    kind: VerdictKind
    words: str
    subject: str = ""
    late: int | None = None


@frozen(kw_only=True)
class _Act:
    """Something that meets a deadline: an event, or work that names the rule."""

    id: str
    words: str
    done: bool
    day: ApproximateDate | None
    expected: date | None = None


def verdicts(context: Context) -> Iterator[Verdict]:
    """Yield a verdict for each deadline that somebody in the plan can meet.

    Deadlines that no kind of event and no work meets are nobody's here: they bind the
    inspectorates.

    Args:
        context: The plan and its deadlines.
    """
    for each in context.rule_dates:
        if isinstance(each, Deadline):
            kinds = _met_by(context, each.rule)
            acts = (*_events(context, kinds), *_works(context, each.rule.rule))
            if kinds or acts:
                yield _verdict(context, each, acts)


def _met_by(context: Context, reference: RuleReference) -> tuple[EventKind, ...]:
    """Return the kinds of event that meet a rule, as its rule book says."""
    return context.book.rule(reference.rule).met_by if context.book else ()


def _events(context: Context, kinds: tuple[EventKind, ...]) -> Iterator[_Act]:
    ours = (None, context.answered.id if context.answered else None)
    for event in context.plan.events:
        if event.kind in kinds and event.inspection in ours:
            yield _event(context, event)


def _event(context: Context, event: Event) -> _Act:
    dated = is_known(event.date)
    done = happened(event.date, context.on) or not dated
    expected = event.date.latest() if event.date and not done else None
    words = f"{event.id} ({event.title})"
    return _Act(id=event.id, words=words, done=done, day=event.date, expected=expected)


def _works(context: Context, rule: str) -> Iterator[_Act]:
    for work in context.work:
        if work.meets == rule:
            done = is_complete(work, context.on)
            place = context.scheduled.get(work.id)
            expected = place.early_finish if place and not done else None
            day = finished_on(work) if done else None
            yield _Act(id=work.id, words=named(work), done=done, day=day, expected=expected)


def _verdict(context: Context, deadline: Deadline, acts: tuple[_Act, ...]) -> Verdict:
    done = [act for act in acts if act.done]
    if done:
        return min((_judge(context, deadline, act) for act in done), key=_best)
    if context.on > deadline.due_latest:
        return _passed(context, deadline, acts)
    return _ahead(context, deadline, acts)


def _best(verdict: Verdict) -> tuple[int, int]:
    """Rank verdicts: one act in time is enough."""
    order = (VerdictKind.MET, VerdictKind.UNPROVEN, VerdictKind.MISSED)
    return order.index(verdict.kind), verdict.late or 0


def _judge(context: Context, deadline: Deadline, act: _Act) -> Verdict:
    """Judge an act that has happened, by the days it can have happened on."""
    first = act.day.earliest() if act.day else None
    last = act.day.latest() if act.day else None
    # What has happened did so by the data date, however vaguely it is dated.
    last = min(last or context.on, context.on)
    if last <= deadline.due:
        words, kind, late = f"{act.words} met it", VerdictKind.MET, None
    elif first and first > deadline.due_latest:
        words, kind = f"{act.words} came {_when(act)}", VerdictKind.MISSED
        late = context.plan_calendar.count(deadline.due_latest, first)
    else:
        words = f"{act.words}, {_when(act)}, may have met it or not"
        kind, late = VerdictKind.UNPROVEN, None
    return Verdict(deadline=deadline, kind=kind, words=words, subject=act.id, late=late)


def _when(act: _Act) -> str:
    if act.day is None or not is_known(act.day):
        return "on a day not known"
    return f"on {act.day}" if act.day.is_day else f"dated {act.day}"


def _passed(context: Context, deadline: Deadline, acts: tuple[_Act, ...]) -> Verdict:
    """Judge a deadline that has passed with nothing done."""
    if not acts:
        words = "it has passed, and nothing shows that it was met"
        return Verdict(deadline=deadline, kind=VerdictKind.UNPROVEN, words=words)
    act = acts[0]
    late = context.plan_calendar.count(deadline.due_latest, context.on)
    return Verdict(
        deadline=deadline, kind=VerdictKind.MISSED, subject=act.id, late=late,
        words=f"{act.words} is not reported as done by the data date",
    )  # fmt: skip


def _ahead(context: Context, deadline: Deadline, acts: tuple[_Act, ...]) -> Verdict:
    """Judge a deadline that has not passed yet."""
    if not acts:
        words = "nothing in the plan meets it yet"
        return Verdict(deadline=deadline, kind=VerdictKind.WITHOUT_WORK, words=words)
    expected = [(act.expected, act) for act in acts if act.expected]
    if not expected:
        words = f"{acts[0].words} is to meet it"
        return Verdict(deadline=deadline, kind=VerdictKind.AHEAD, words=words, subject=acts[0].id)
    day, act = min(expected, key=lambda pair: pair[0])
    late = context.plan_calendar.count(deadline.due_latest, day)
    kind = VerdictKind.AT_RISK if late > 0 else VerdictKind.AHEAD
    words = f"{act.words} is expected on {ApproximateDate.on(day)}"
    return Verdict(
        deadline=deadline, kind=kind, words=words, subject=act.id, late=late if late > 0 else None
    )
