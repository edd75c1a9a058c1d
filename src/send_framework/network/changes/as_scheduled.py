"""The earlier plan running on: what would be reported later, had work gone as it was scheduled.

From its data date the plan runs on by its own schedule. Each report that is told puts what
happened in the place of what was scheduled, so that work which waited for it is expected after
it: nobody is called late for the delay of another.
"""

from collections.abc import Iterable
from datetime import date, timedelta

from attrs import define, evolve

from send_framework.dates import day_words, earliest, when
from send_framework.model.action import Action, Constraint, Milestone, Status
from send_framework.model.commitments import Commitment
from send_framework.model.dependency import ConstraintKind
from send_framework.model.plan import Linkable
from send_framework.network.changes.in_between import Expected, InBetween
from send_framework.network.kinds import ActivityKind
from send_framework.network.results import ScheduledActivity


@define(kw_only=True)
class Course:
    """The earlier plan on its way to a later day.

    Attributes:
        state: The plan at its own data date, with what has been told so far.
        until: The later data date.
        told: Ids whose report has been told.
    """

    state: InBetween
    until: date
    told: set[str]

    def facts(self, names: Iterable[str]) -> dict[str, Linkable]:
        """Return these activities as they would be reported by then, but not those told."""
        expected = self.state.expected()
        return {
            name: _as_expected(self.state.work[name], expected[name], self.state, self.until)
            for name in names
            if name in expected and name not in self.told
        }

    def tell(self, each: Linkable, now: ScheduledActivity | None) -> None:
        """Put a report in the place of what was scheduled.

        Args:
            each: The activity with what is reported of it by then.
            now: Its place in the later schedule; ``None`` where it has none.
        """
        self.told.add(each.id)
        if now is not None and not now.is_ongoing:
            self.state.work[each.id] = _as_known(each, now, self.state, self.until)


def _as_expected(each: Linkable, was: Expected, state: InBetween, until: date) -> Linkable:
    """Return an activity with the facts it would have."""
    if isinstance(each, Action):
        return _action_as_expected(each, was, state, until)
    if was.finish <= until and isinstance(each, Milestone | Commitment):
        return evolve(each, actual=when(was.finish))
    return each


def _action_as_expected(action: Action, was: Expected, state: InBetween, until: date) -> Action:
    known = earliest(action.actual_start) if was.started else None
    # A promise may lie before the day on which work has begun.
    begun = action.actual_start if known and known <= was.finish else when(was.start)
    if was.finish <= until:
        done = when(was.finish)
        return evolve(action, actual_start=begun, actual_finish=done, status=Status.COMPLETE)
    untold = _without_later_facts(action, was)
    if was.start > until:
        return untold
    left = state.days(action, until, was.finish)
    return evolve(untold, actual_start=begun, remaining=left)


def _without_later_facts(action: Action, was: Expected) -> Action:
    """Return an action without the facts that its own data date did not know yet."""
    return evolve(
        action,
        actual_start=action.actual_start if was.started else None,
        actual_finish=None,
        status=None if action.status is Status.COMPLETE else action.status,
    )


def _as_known(each: Linkable, now: ScheduledActivity, state: InBetween, until: date) -> Linkable:
    """Return what is reported later as a schedule of the earlier day: dates still to come."""
    if now.complete and now.early_finish <= state.on:
        return each
    match each:
        case Action():
            known = _done_later(each, now, state) if now.complete else _open_still(each, now, until)
            return evolve(known, status=None, actual_finish=None)
        case Milestone() if now.complete:
            came = when(now.early_finish)
            return evolve(each, due=came, forecast=None, actual=None, fixed=True, after=())
        case Milestone():
            return evolve(each, constraints=(*each.constraints, _not_done_by(until)))
        case Commitment():
            day = now.early_finish if now.complete else max(now.early_finish, _after(until))
            return evolve(each, forecast=when(day), actual=None)
        case _:
            return each


def _done_later(action: Action, now: ScheduledActivity, state: InBetween) -> Action:
    """Return finished work as work that will take just these days."""
    alone = evolve(
        action, after=(), constraints=(), must_finish_by=None, planned_start=None, due=None,
        forecast_start=None, forecast_finish=None,
    )  # fmt: skip
    if now.early_start <= state.on:
        left = state.days(action, state.on, now.early_finish)
        return evolve(alone, actual_start=when(now.early_start), remaining=left)
    length = state.days(action, now.early_start - timedelta(days=1), now.early_finish)
    start = when(now.early_start)
    return evolve(alone, actual_start=None, forecast_start=start, duration=length)


def _open_still(action: Action, now: ScheduledActivity, until: date) -> Action:
    """Return open work as work that cannot be done, or not even begun, by the later day."""
    held = (*action.constraints, _not_done_by(until))
    if now.started:
        return evolve(action, constraints=held)
    later = Constraint(kind=ConstraintKind.START_NO_EARLIER_THAN, day=_after(until))
    return evolve(action, constraints=(*held, later))


def _not_done_by(day: date) -> Constraint:
    return Constraint(kind=ConstraintKind.FINISH_NO_EARLIER_THAN, day=_after(day))


def _after(day: date) -> date:
    return day + timedelta(days=1)


def otherwise(was: ScheduledActivity, now: ScheduledActivity, on: date) -> str:
    """Say what came otherwise than it was scheduled; nothing where that is not plain.

    Args:
        was: Its place in the earlier schedule.
        now: Its place in the later one.
        on: The later data date.
    """
    if was.complete:
        return ""
    is_action = now.kind is ActivityKind.ACTION
    expected = day_words(was.early_finish)
    if now.complete:
        came = "was done by" if is_action else "came on"
        return f"{now.id} {came} {day_words(now.early_finish)}; expected was {expected}."
    if was.early_finish <= on:
        if not is_action:
            return f"{now.id} was expected by {expected}, and nothing says that it came."
        return f"{now.id} was expected to be done by {expected}, and nothing says that it is."
    if not now.started and was.early_start <= on:
        begun = day_words(was.early_start)
        return f"{now.id} was expected to begin by {begun}, and nothing says that it has."
    return ""
