"""Which window an answer is measured against, and which official dates a plan has."""

from collections.abc import Iterator
from datetime import date, timedelta

from attrs import evolve

from send_framework.checks.context import Context
from send_framework.checks.meeting import Verdict, verdicts
from send_framework.cli.wording import short_day
from send_framework.dates import ApproximateDate
from send_framework.errors import NetworkError, UnknownActivityError
from send_framework.formats.json_answers import OfficialDate
from send_framework.frameworks import Undated, book_for, deadlines, target_window, undated
from send_framework.frameworks.belonging import events_of
from send_framework.model.action import Action, Milestone
from send_framework.model.commitments import Commitment
from send_framework.model.inspection import Inspection
from send_framework.model.plan import Linkable, Plan
from send_framework.model.window import Deadline, Window, WindowEnd

NO_TARGET = "none"
SCOPES = ("monitoring", "reinspection")


def target_of(plan: Plan, wanted: str | None, on: date) -> Window | None:
    """Return the window that was asked for.

    Args:
        plan: The plan.
        wanted: ``None`` for the next inspection, ``"none"`` for no window, the id or the scope of
            a window of the plan or of its rule book, or the id of work: then what that work
            waits for is to be ready for the next inspection.
        on: The data date.

    Raises:
        NetworkError: Nothing gives a day for it.
        UnknownActivityError: It names nothing.
    """
    if wanted is None:
        return target_window(plan, on)
    if wanted == NO_TARGET:
        return None
    for window in (*plan.windows, target_window(plan, on), *_rule_windows(plan, on)):
        if window is not None and wanted in (window.id, window.scope):
            return window
    if wanted in SCOPES:
        message = f"no {wanted} is expected: neither the plan's windows nor a rule give it a day"
        raise NetworkError(message)
    if wanted not in {each.id for each in plan.activities()}:
        work = (each.id for each in (*plan.windows, *plan.activities()))
        raise UnknownActivityError(wanted, (*SCOPES, NO_TARGET, *work))
    return _towards(plan, plan.activity(wanted), on)


def _rule_windows(plan: Plan, on: date) -> Iterator[Window]:
    for inspection in reversed(plan.inspections):
        for each in _dates(plan, inspection, on):
            if isinstance(each, Window) and each.scope in SCOPES:
                yield each


def _dates(plan: Plan, inspection: Inspection, on: date) -> tuple[Deadline | Window, ...]:
    """Return what the rules give for an inspection, with the plan's own rules and holds."""
    book = book_for(plan, inspection)
    return deadlines(
        inspection, on=on, events=events_of(plan, inspection), holds=plan.holds, book=book
    )


def _towards(plan: Plan, work: Linkable, on: date) -> Window:
    """Return the next inspection's window for what this work waits for, else its own promise."""
    window = target_window(plan, on)
    name = work.title or work.id
    if window is not None:
        return evolve(window, name=f"{name}, before the {window.name}", scope=work.id)
    promised = _promised(work)
    if promised is None:
        message = (
            f"{work.id} cannot be a target: no inspection is expected, and it has no date of its "
            "own; give it a due date"
        )
        raise NetworkError(message)
    # A window's day is one on which work must already be finished: the day after the promise.
    end = WindowEnd(day=promised + timedelta(days=1), reason=f"promised {short_day(promised)}")
    return Window(id=work.id, name=name, scope=work.id, expected=end)


def _promised(work: Linkable) -> date | None:
    said: ApproximateDate | None = (
        work.due if isinstance(work, Action | Milestone | Commitment) else work.date
    )
    return said.latest() if said else None


def official_dates(plan: Plan, on: date) -> tuple[OfficialDate, ...]:
    """Return what the rules demand of a plan or lead to expect, and whether the plan meets it.

    Args:
        plan: The plan.
        on: The data date.
    """
    judged: dict[Deadline | Window, Verdict] = {
        each.deadline: each for each in verdicts(Context(plan=plan, on=on))
    }
    found = [
        OfficialDate(inspection=inspection.id, what=each, verdict=judged.get(each))
        for inspection in plan.inspections
        for each in _dates(plan, inspection, on)
    ]
    return (*found, *(OfficialDate(inspection="", what=each) for each in plan.windows))


def missing_dates(plan: Plan, on: date) -> tuple[Undated, ...]:
    """Return the rules that apply to a plan's inspections and yield no day, with the reason.

    Args:
        plan: The plan.
        on: The data date.
    """
    return tuple(
        each
        for inspection in plan.inspections
        for each in undated(
            inspection, on=on, events=events_of(plan, inspection), book=book_for(plan, inspection)
        )
    )
