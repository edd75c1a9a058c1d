"""A status report into a plan file, without rewriting it: comments and layout stay.

Only the lines of one action change. The result is read again and compared with what the plan
should now be; if it is anything else, nothing is written.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any, TypeAlias

import yaml
from attrs import evolve

from send_framework.dates import ApproximateDate, when
from send_framework.errors import DocumentError
from send_framework.formats.documents import PlanDocument, read_document, read_plan
from send_framework.formats.structuring import field_names
from send_framework.formats.text_edits import (
    Edit,
    FieldText,
    ObjectText,
    edited,
    line_end,
    object_at,
)
from send_framework.model.action import Action, Milestone, Status
from send_framework.model.commitments import Commitment
from send_framework.model.plan import Linkable, Plan
from send_framework.model.validation import refuse

Value: TypeAlias = ApproximateDate | date | str | int | Status

# What can be reported, and the field that each kind of work keeps it in.
REPORTABLE: dict[type, dict[str, str]] = {
    Action: {
        "started": "actual_start", "finished": "actual_finish",
        "forecast_finish": "forecast_finish", "percent_complete": "percent_complete",
        "status": "status", "reported_on": "reported_on",
    },
    Milestone: {"finished": "actual", "forecast_finish": "forecast", "status": "status"},
    Commitment: {"finished": "actual", "forecast_finish": "forecast"},
}  # fmt: skip


def update_text(
    text: str, activity: str, changes: Mapping[str, Value], *, name: str = "<text>"
) -> str:
    r"""Return a plan's text with what is reported of one piece of work; the rest stays as it is.

    Work reported finished or complete is complete: its status, and its percentage and remaining
    days where it has any. Work reported started is no longer "not started".

    Args:
        text: The plan, YAML or JSON.
        activity: The id of the action, milestone or commitment.
        changes: What is reported: ``"started"``, ``"finished"`` and ``"forecast_finish"`` with a
            date, ``"percent_complete"`` with a number, ``"status"``, ``"reported_on"``.
        name: What messages call the text.

    Raises:
        DocumentError: The text is no plan, or cannot be changed in that place without danger.
        UnknownActivityError: Nothing in the plan has this id.
        ModelError: It cannot be reported of this kind of work, or contradicts what is known.

    Example:
        >>> text = (
        ...     "version: 1\n"
        ...     "title: A plan\n"
        ...     "actions:\n"
        ...     "  - id: S01         # the first\n"
        ...     "    title: Begin\n"
        ...     "  - {id: S02, title: Go on, after: S01}\n"
        ... )
        >>> print(update_text(text, "S01", {"finished": "2024-06-14"}))
        version: 1
        title: A plan
        actions:
          - id: S01         # the first
            title: Begin
            actual_finish: 2024-06-14
            status: complete
          - {id: S02, title: Go on, after: S01}
        <BLANKLINE>
    """
    bare = text.removeprefix("\ufeff")
    document = read_document(bare, name=name)
    thing = document.plan.activity(activity)
    values = _values(thing, changes)
    wanted = _with(document, evolve(thing, **values))
    written = edited(bare, _edits(bare, document, thing, values))
    if _read_again(written, name) != wanted:
        raise _by_hand(document, activity)
    return text[: len(text) - len(bare)] + written


def _values(thing: Linkable, changes: Mapping[str, Value]) -> dict[str, Any]:
    """Return the new values by field, with what follows from them."""
    fields = REPORTABLE.get(type(thing), {})
    for reported, value in changes.items():
        if reported not in fields:
            given = value.isoformat() if isinstance(value, date) else value
            raise refuse(thing, reported, given, _reportable(thing))
    told = {fields[reported]: _value(thing, reported, value) for reported, value in changes.items()}
    return _implied(thing, changes) | told


def _reportable(thing: Linkable) -> str:
    """Return what can be reported of this kind of work, in words."""
    fields = REPORTABLE.get(type(thing))
    if fields is None:
        return "of an event or a meeting nothing can be reported: change its date in the file"
    return f"only this can be reported of it: {', '.join(fields)}"


def _value(thing: Linkable, reported: str, value: Value) -> Any:
    if isinstance(value, (Status, int)):
        return value
    if reported == "status":
        return _status(thing, str(value))
    found = when(value)
    return found.first if reported == "reported_on" and found and found.is_day else found


def _status(thing: Linkable, word: str) -> Status:
    words = [each.value for each in Status]
    if word not in words:
        raise refuse(thing, "status", word, f"one of {', '.join(words)} is expected")
    return Status(word)


def _implied(thing: Linkable, changes: Mapping[str, Value]) -> dict[str, Any]:
    """Return what a report says without saying it."""
    implied: dict[str, Any] = {}
    if not isinstance(thing, (Action, Milestone)):
        return implied
    if "started" in changes and thing.status is Status.NOT_STARTED:
        implied["status"] = Status.IN_PROGRESS
    if "finished" in changes or changes.get("status") in (Status.COMPLETE, Status.COMPLETE.value):
        implied["status"] = Status.COMPLETE
        known = {"percent_complete": 100, "remaining": 0}
        implied |= {name: n for name, n in known.items() if getattr(thing, name, None) is not None}
    return implied


def _with(document: PlanDocument, thing: Linkable) -> Plan:
    """Return the plan with one piece of work replaced by its new self."""

    def renewed(members: tuple[Any, ...]) -> tuple[Any, ...]:
        return tuple(thing if each.id == thing.id else each for each in members)

    plan = document.plan
    return evolve(
        plan,
        actions=renewed(plan.actions),
        milestones=renewed(plan.milestones),
        commitments=renewed(plan.commitments),
    )


def _read_again(written: str, name: str) -> Plan | None:
    try:
        return read_plan(written, name=name)
    except DocumentError:
        return None


def _by_hand(document: PlanDocument, activity: str) -> DocumentError:
    where = document.where(document.place_of_id(activity))
    sentence = f"{activity} is written in a way that cannot be changed safely; change it by hand"
    return DocumentError((f"{where}: {sentence}",))


# --- the edits ------------------------------------------------------------------------------------


def _edits(
    text: str, document: PlanDocument, thing: Linkable, values: Mapping[str, Any]
) -> list[Edit]:
    place = document.place_of_id(thing.id)
    try:
        found = object_at(text, place) if place else None
    except yaml.YAMLError:  # JSON need not be YAML
        found = None
    if found is None or not any(each.single for each in found.fields):
        raise _by_hand(document, thing.id)
    ordered = field_names(type(thing))
    changed = sorted(values, key=ordered.index)
    return [_edit(text, found, name, values[name], ordered) for name in changed]


def _edit(text: str, found: ObjectText, name: str, value: Any, ordered: list[str]) -> Edit:
    """Return the edit that gives a field its value: in its place, or behind one before it."""
    there = found.field(name)
    if there is not None:
        space = " " if text[there.begin - 1] == ":" else ""
        return Edit(there.begin, there.end, space + _written(value, there))
    before = _field_before(found, ordered[: ordered.index(name)])
    key = f'"{name}"' if before.quoted else name
    new = f"{key}: {_written(value, before)}"
    if found.inline:
        return Edit(before.end, before.end, f", {new}")
    end, ending = line_end(text, before.end)
    return Edit(end, end, f"{ending}{' ' * found.indent}{new}")


def _field_before(found: ObjectText, names: list[str]) -> FieldText:
    """Return the last of these fields that holds a single value, else any that does."""
    known = [each for each in found.fields if each.single]
    return max(known, key=lambda each: names.index(each.name) if each.name in names else -1)


def _written(value: Any, like: FieldText) -> str:
    """Return a value as text, in quotes where the document is JSON."""
    match value:
        case int():
            return str(value)
        case Status():
            text = str(value.value)
        case ApproximateDate():
            text = value.iso()
        case _:
            text = value.isoformat()
    return f'"{text}"' if like.quoted else text
