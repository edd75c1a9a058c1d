"""The points that look at dates, names and earlier promises."""

from collections.abc import Iterator
from datetime import date

from send_framework.checks.quality.ground import Ground
from send_framework.checks.quality.measured import Measured
from send_framework.checks.reading import finished_on, is_complete, is_open
from send_framework.dates import ApproximateDate, latest
from send_framework.model.action import Action, Milestone
from send_framework.model.commitments import Commitment

_NO_BASELINE = "no earlier version is given, and the plan holds no baseline"
_NOTHING_DUE = "the earlier version promised nothing by the data date"


# --- facts and names -------------------------------------------------------------------------


def _invalid_dates(ground: Ground) -> Measured:
    plan, on = ground.context.plan, ground.context.on
    members = (*ground.context.work, *plan.commitments)
    found = tuple(each.id for each in members if any(_is_invalid(each, on)))
    return Measured(
        count=len(found), of=len(members), activities=found, nothing="nothing has dates to judge"
    )


def _is_invalid(each: Action | Milestone | Commitment, on: date) -> Iterator[bool]:
    """Yield for each fact whether it lies ahead, and for each forecast whether it has passed."""
    done = _is_done(each, on)
    if isinstance(each, Action):
        yield _lies_ahead(each.actual_start, on) or _lies_ahead(each.actual_finish, on)
        begun = done or _has_come(each.actual_start, on)
        yield not begun and _has_come(each.forecast_start, on)
        yield not done and _has_come(each.forecast_finish, on)
    else:
        yield _lies_ahead(each.actual, on)
        yield not done and _has_come(each.forecast, on)


def _is_done(each: Action | Milestone | Commitment, on: date) -> bool:
    if isinstance(each, Commitment):
        return _has_come(each.actual, on)
    return is_complete(each, on)


def _lies_ahead(said: ApproximateDate | None, on: date) -> bool:
    """Return whether even the first day it can mean is still to come."""
    first = (said.earliest() or said.latest()) if said else None
    return first is not None and first > on


def _has_come(said: ApproximateDate | None, on: date) -> bool:
    """Return whether even the last day it can mean has come."""
    last = latest(said)
    return last is not None and last <= on


def _resources(ground: Ground) -> Measured:
    works = [each for each in ground.actions if _takes_time(ground, each)]
    found = tuple(each.id for each in works if not _names_anybody(each))
    return Measured(
        count=len(found), of=len(works), activities=found,
        nothing="no open action takes a day or more",
    )  # fmt: skip


def _takes_time(ground: Ground, each: Action) -> bool:
    place = ground.placed.get(each.id)
    return bool(each.duration if place is None else place.duration)


def _names_anybody(each: Action) -> bool:
    return bool(each.accountable or each.lead or each.lead_role)


# --- against an earlier version --------------------------------------------------------------


def _due(ground: Ground) -> dict[str, date]:
    """Return what the earlier version promised by the data date and is still in the plan."""
    promised = ground.promises
    return {
        each.id: promised[each.id]
        for each in ground.context.actions
        if each.id in promised and promised[each.id] <= ground.context.on
    }


def _missed(ground: Ground) -> Measured:
    due = _due(ground)
    found = tuple(
        each.id
        for each in ground.context.actions
        if each.id in due and _is_late(each, due[each.id], ground.context.on)
    )
    return Measured(count=len(found), of=len(due), activities=found, nothing=_no_due(ground))


def _is_late(each: Action, promised: date, on: date) -> bool:
    finished = latest(finished_on(each))
    return is_open(each, on) or (finished is not None and finished > promised)


def _no_due(ground: Ground) -> str:
    return _NO_BASELINE if ground.promised is None else _NOTHING_DUE


def _execution_index(ground: Ground) -> Measured:
    promised = ground.promises
    on = ground.context.on
    done = [
        each for each in ground.context.actions if each.id in promised and is_complete(each, on)
    ]
    due = _due(ground)
    known = {each.id for each in done}
    open_still = tuple(each for each in due if each not in known)
    return Measured(count=len(done), of=len(due), activities=open_still, nothing=_no_due(ground))


FACT_POINTS = {
    "invalid-dates": _invalid_dates,
    "resources": _resources,
    "missed": _missed,
    "execution-index": _execution_index,
}
"""How each of these points is counted, by its key."""
