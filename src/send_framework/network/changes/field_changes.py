"""Every difference between two versions of a plan, field by field, in words."""

from collections.abc import Iterable, Iterator
from datetime import date
from enum import Enum
from typing import Any, cast

from attrs import fields, frozen

from send_framework.dates import ApproximateDate, day_words
from send_framework.model.action import Constraint, Dependency
from send_framework.model.commitments import Share
from send_framework.model.dependency import DependencyType
from send_framework.model.plan import Linkable, Plan
from send_framework.model.window import Unit, Window
from send_framework.network.changes.results import Change, ChangeKind
from send_framework.network.changes.scenario import lag_words

PROGRESS_FIELDS = (
    "actual_start", "actual_finish", "actual", "remaining", "percent_complete", "reported_on",
    "status",
)  # fmt: skip
START_FIELDS = (
    "planned_start", "due", "forecast_start", "forecast_finish", "forecast", "date", "cancelled",
    "constraints", "must_finish_by", "fixed", "side",
)  # fmt: skip
_KINDS: dict[str, ChangeKind] = {
    **dict.fromkeys(PROGRESS_FIELDS, ChangeKind.PROGRESS),
    **dict.fromkeys(START_FIELDS, ChangeKind.START),
    "needed_by": ChangeKind.SCOPE,
    "answers": ChangeKind.SCOPE,
    "after": ChangeKind.LINK,
    "duration": ChangeKind.DURATION,
    "calendar": ChangeKind.CALENDAR,
}
# What every fact carries says how a thing is known, not what is planned.
_NOT_PLANNED = frozenset({"id", "sources", "confidence", "note", "claims"})
_LABELS = {
    "due": "due date", "percent_complete": "percentage complete", "reported_on": "last report",
    "must_finish_by": "last day to finish", "lead_role": "role of the lead",
    "meets": "rule it meets", "answers": "what it answers", "accountable": "accountable body",
    "needed_by": "inspection it is needed for", "remaining": "working days left",
    "at_least": "word 'more than'", "success_measures": "measure of success",
}  # fmt: skip
_LINK_WORDS = {
    DependencyType.FINISH_TO_START: "finish-to-start",
    DependencyType.START_TO_START: "start-to-start",
    DependencyType.FINISH_TO_FINISH: "finish-to-finish",
    DependencyType.START_TO_FINISH: "start-to-finish",
}


@frozen(kw_only=True)
class Dated:
    """A plan, its data date and what it is measured against.

    Attributes:
        plan: The plan.
        on: The data date.
        start: The day its unlinked work begins.
        target: The window.
    """

    plan: Plan
    on: date
    start: date
    target: Window | None


def changes_between(old: Dated, new: Dated) -> tuple[Change, ...]:
    """Return every difference, in the order in which differences are applied.

    Args:
        old: The earlier version.
        new: The later one.
    """
    found = [*_of_the_plan(old, new), *_of_the_work(old.plan, new)]
    order = list(ChangeKind)
    return tuple(sorted(found, key=lambda change: order.index(change.kind)))


def in_play(plan: Plan, linked: frozenset[str]) -> dict[str, Linkable]:
    """Return the work of a plan by id, and what others date where a link touches it.

    Args:
        plan: The plan.
        linked: Ids that a link of either version touches.
    """
    work = {each.id for each in plan.work()}
    return {each.id: each for each in plan.activities() if each.id in work or each.id in linked}


def linked_in(*plans: Plan) -> frozenset[str]:
    """Return the ids that a link of any of these plans touches."""
    ends = (
        (each.id, link.id)
        for plan in plans
        for each in plan.activities()
        for link in getattr(each, "after", ())
    )
    return frozenset(touched for pair in ends for touched in pair)


def kind_of(name: str, old: object, new: object, on: date) -> ChangeKind:
    """Return what a change of this field changes.

    A status may put work out of scope, and a day that others set is a fact once it has come.

    Args:
        name: The field.
        old: Its earlier value.
        new: Its later value.
        on: The later data date.
    """
    if isinstance(new, ApproximateDate) and name == "date":
        day = new.latest()
        return ChangeKind.START if day is None or day > on else ChangeKind.PROGRESS
    if name == "status" and any(getattr(each, "is_dropped", False) for each in (old, new)):
        return ChangeKind.SCOPE
    return _KINDS.get(name, ChangeKind.OTHER)


def planned_fields(kind: type) -> tuple[str, ...]:
    """Return the fields of a kind of activity that say what is planned."""
    names = (each.name for each in fields(cast("Any", kind)))
    return tuple(name for name in names if name not in _NOT_PLANNED)


# --- of the plan ----------------------------------------------------------------------------------


def _of_the_plan(old: Dated, new: Dated) -> Iterator[Change]:
    before, after = old.plan, new.plan
    yield from _single(ChangeKind.PROGRESS, "data date", old.on, new.on)
    yield from _single(ChangeKind.START, "start of the plan", old.start, new.start)
    yield from _single(ChangeKind.CALENDAR, "calendar of the plan", before.calendar, after.calendar)
    known = {each.id: each for each in before.calendars}
    for each in after.calendars:
        if each.id in known and known[each.id] != each:
            label = f"days of the calendar {each.id}"
            yield _change(ChangeKind.CALENDAR, "", label, "as they were", "others")
    yield from _single(ChangeKind.SETTINGS, "target", _target(old.target), _target(new.target))


def _single(kind: ChangeKind, label: str, old: object, new: object) -> Iterator[Change]:
    if old != new:
        yield _change(kind, "", label, words_of("", old), words_of("", new))


def _target(target: Window | None) -> str:
    if target is None:
        return ""
    days = ", ".join(f"{name} {day_words(end.day)}" for name, end in target.ends())
    return f"{target.name} ({days})"


# --- of the work ----------------------------------------------------------------------------------


def _of_the_work(old: Plan, new: Dated) -> Iterator[Change]:
    linked = linked_in(old, new.plan)
    before, after = in_play(old, linked), in_play(new.plan, linked)
    for name, each in after.items():
        if name not in before:
            yield _whole(each, "is new")
        elif type(before[name]) is not type(each):
            kinds = (type(before[name]).__name__.lower(), type(each).__name__.lower())
            yield _change(ChangeKind.SCOPE, name, "kind", *kinds)
        else:
            yield from _of_fields(before[name], each, new.on)
    for name, each in before.items():
        if name not in after:
            yield _whole(each, "is gone")


def _whole(each: Linkable, what: str) -> Change:
    title = each.title or each.id
    sentence = f"{each.id} ({title}) {what}."
    return Change(
        kind=ChangeKind.SCOPE,
        subject=each.id,
        sentence=sentence,
        before=title if what == "is gone" else "",
        after=title if what == "is new" else "",
    )


def _of_fields(old: Linkable, new: Linkable, on: date) -> Iterator[Change]:
    for name in planned_fields(type(new)):
        before, after = getattr(old, name), getattr(new, name)
        if before == after:
            continue
        if name == "after":
            yield from _of_links(new.id, before, after)
            continue
        kind = kind_of(name, before, after, on)
        yield _change(kind, new.id, name, words_of(name, before), words_of(name, after))


def _of_links(
    name: str, old: tuple[Dependency, ...], new: tuple[Dependency, ...]
) -> Iterator[Change]:
    for other in dict.fromkeys(link.id for link in (*old, *new)):
        before, after = _links_to(other, old), _links_to(other, new)
        if before == after:
            continue
        waits = f"now waits for {other}" if not before else f"waits for {other} otherwise"
        sentence = f"{name} {waits if after else f'no longer waits for {other}'}"
        how = " instead of ".join(each for each in (after, before) if each) if after else ""
        yield Change(
            kind=ChangeKind.LINK,
            subject=name,
            sentence=f"{sentence}{f' ({how})' if how else ''}.",
            field=f"after {other}",
            before=before,
            after=after,
        )


def _links_to(other: str, links: Iterable[Dependency]) -> str:
    return " and ".join(
        f"{_LINK_WORDS[link.type]}{lag_words(link.lag, link.lag_unit)}"
        f"{f' by calendar {link.lag_calendar}' if link.lag_calendar else ''}"
        for link in links
        if link.id == other
    )


def _change(kind: ChangeKind, subject: str, name: str, before: str, after: str) -> Change:
    label = _LABELS.get(name, name.replace("_", " "))
    if before and after:
        what = f"{label} changed from {before} to {after}"
    else:
        what = f"{label} {'added' if after else 'taken away'}: {after or before}"
    sentence = f"{subject}: {what}." if subject else f"The {what}."
    return Change(
        kind=kind, subject=subject, sentence=sentence, field=name, before=before, after=after
    )


def words_of(name: str, value: object) -> str:
    """Return a value of a field in words; empty for none.

    Example:
        >>> words_of("duration", 1), words_of("percent_complete", 40), words_of("due", None)
        ('1 working day', '40%', '')
    """
    match value:
        case None | () | "":
            return ""
        case int():
            return _number(name, value)
        case tuple():
            return _several(name, cast("tuple[object, ...]", value))
        case _:
            return _one(value)


def _number(name: str, value: int) -> str:
    if isinstance(value, bool):
        return "yes" if value else ""
    if name in ("duration", "remaining"):
        return Unit.WORKING_DAYS.words(value)
    return f"{value}%" if name == "percent_complete" else f"{value:,}"


def _several(name: str, value: tuple[object, ...]) -> str:
    if name == "evidence":
        return f"{len(value)} {'piece' if len(value) == 1 else 'pieces'}"
    return ", ".join(map(_one, value))


def _one(value: object) -> str:
    match value:
        case Constraint():
            day = f" {day_words(value.day)}" if value.day else ""
            return f"{value.kind.value.replace('-', ' ')}{day}"
        case Share():
            return f"{value.label} {value.amount:,}"
        case date():
            return day_words(value)
        case Enum():
            return str(value.value).replace("-", " ")
        case _:
            return str(value)
