"""Work that comes later or takes less time: the two changes that need a schedule to be worked out.

To slip by 20 working days is to be done 20 working days later than expected, so the day expected
has to be known first. Both changes do in a plan what the engine does in its numbers
(`send_framework.network.engine.slipping`), and a test holds the two equal.
"""

from datetime import date
from typing import TypeVar

from attrs import evolve, frozen

from send_framework.dates import when
from send_framework.errors import NetworkError
from send_framework.model.action import Action, Constraint, Milestone, Side
from send_framework.model.commitments import Commitment
from send_framework.model.dependency import ConstraintKind
from send_framework.model.inspection import Event
from send_framework.model.plan import Linkable, Plan
from send_framework.model.review import Meeting
from send_framework.model.window import Unit
from send_framework.network.assumed import Settings
from send_framework.network.changes.editing import open_action, refuse_closed, with_activity
from send_framework.network.changes.scenario import Step
from send_framework.network.engine.compiled import Early, InstantNetwork
from send_framework.network.entry import Entry
from send_framework.network.kinds import Basis
from send_framework.network.schedule import solve_plan
from send_framework.network.solving import Solved
from send_framework.network.target import Yardstick

Work = TypeVar("Work", Action, Milestone)


@frozen(kw_only=True)
class Reading:
    """How a plan is read while it is changed.

    Attributes:
        on: The data date.
        basis: Network or forecast.
        settings: Thresholds and how progress is read.
    """

    on: date
    basis: Basis
    settings: Settings

    def solve(self, plan: Plan) -> Solved:
        """Return the computed plan, measured against nothing."""
        yardstick = Yardstick(target=None, on=self.on, calendar=plan.working_calendar())
        return solve_plan(plan, yardstick, self.basis, self.settings)


@frozen(kw_only=True)
class _Place:
    """Where one activity stands before it is moved, in instants."""

    entry: Entry
    number: int
    network: InstantNetwork
    early: Early

    @property
    def is_stretched(self) -> bool:
        """Whether its own promise holds its finish beyond its length."""
        days = self.early.finish[self.number] - self.early.start[self.number]
        return days > self.network.duration[self.number]

    def finish_after(self, by: int) -> int:
        """Return the instant at which it is done so many working days later."""
        table = self.network.tables[self.number]
        return table.end(table.index(self.early.at_finish[self.number]) + by)

    def start_day_after(self, by: int) -> date:
        """Return the first day it works so many working days later."""
        table = self.network.tables[self.number]
        return date.fromordinal(table.begin(self.early.start[self.number] + by))


def slip(plan: Plan, step: Step, reading: Reading) -> tuple[Plan, tuple[str, ...]]:
    """Return the plan in which work comes later by its own working days, and the fields set.

    Raises:
        NetworkError: It is done, ongoing, or has no place in time.
        UnknownActivityError: There is none.
    """
    thing = plan.activity(step.activity or "")
    place = _place(plan, thing, reading)
    changed, facts = _slipped(thing, place, step.days or 0)
    return with_activity(plan, changed), tuple(f"{thing.id} {name}" for name in facts)


def _slipped(thing: Linkable, place: _Place, by: int) -> tuple[Linkable, tuple[str, ...]]:
    if isinstance(thing, Action):
        return _slipped_action(thing, place, by)
    if isinstance(thing, Milestone) and place.entry.pinned is None:
        until = date.fromordinal(place.finish_after(by) - 1)
        return _not_before(thing, ConstraintKind.FINISH_NO_EARLIER_THAN, until)
    return _dated(thing, place, by)


def _slipped_action(action: Action, place: _Place, by: int) -> tuple[Action, tuple[str, ...]]:
    """Hold back the start of open work; of begun work, or of what takes no time, the finish."""
    finish = date.fromordinal(place.finish_after(by) - 1)
    if place.entry.started is not None or not place.entry.duration:
        return _not_before(action, ConstraintKind.FINISH_NO_EARLIER_THAN, finish)
    start = place.start_day_after(by)
    changed, facts = _not_before(action, ConstraintKind.START_NO_EARLIER_THAN, start)
    if place.is_stretched:  # the finish slips as far as the start
        return evolve(changed, forecast_finish=when(finish)), (*facts, "forecast_finish")
    return changed, facts


def _not_before(thing: Work, kind: ConstraintKind, day: date) -> tuple[Work, tuple[str, ...]]:
    constraints = (*thing.constraints, Constraint(kind=kind, day=day))
    return evolve(thing, constraints=constraints), ("constraints",)


def _dated(
    thing: Milestone | Commitment | Event | Meeting, place: _Place, by: int
) -> tuple[Linkable, tuple[str, ...]]:
    """Move a day that others set."""
    at = place.finish_after(by)
    is_start = isinstance(thing, Milestone) and thing.side is Side.START
    day = when(date.fromordinal(at if is_start else at - 1))
    if isinstance(thing, Milestone | Commitment):
        return evolve(thing, forecast=day), ("forecast",)
    return evolve(thing, date=day), ()


def _place(plan: Plan, thing: Linkable, reading: Reading) -> _Place:
    """Return where an activity stands, which must be somewhere it can still be moved from.

    Raises:
        NetworkError: It is done, ongoing, or has no place in time.
    """
    if isinstance(thing, Action | Milestone):
        refuse_closed(thing)
    solved = reading.solve(plan)
    number = solved.numbers.get(thing.id)
    if number is None:
        raise NetworkError(f"{thing.id} has no place in time{_why(solved, thing.id)}")
    entry = solved.placed[number]
    if entry.finished is not None:
        raise NetworkError(f"{thing.id} is done: it has no date left to move")
    if entry.ongoing:
        raise NetworkError(f"{thing.id} is ongoing: it lasts as long as the rest")
    days = solved.result.days
    return _Place(entry=entry, number=number, network=days.network, early=days.early)


def _why(solved: Solved, name: str) -> str:
    for each in solved.unscheduled:
        if each.id == name:
            return f" ({each.why.value.replace('-', ' ')})"
    return ": no link touches it, so nothing waits for it"


def shorten(plan: Plan, step: Step, reading: Reading) -> tuple[Plan, tuple[str, ...]]:
    """Return the plan in which an action takes less time, and the fields set.

    Of begun work, what remains is shortened. A promise that would hold its finish where it was
    moves forward as far: whoever works faster can promise earlier.

    Raises:
        NetworkError: It has not so much time to lose.
        UnknownActivityError: There is none.
    """
    action = open_action(plan, step.activity)
    entry = _place(plan, action, reading).entry
    length = entry.duration if entry.started is None else entry.remaining or 0
    less = length - step.to if step.to is not None else step.days or 0
    if not 0 < less <= length:
        raise NetworkError(_too_short(action, entry, length, step))
    name = "duration" if entry.started is None else "remaining"
    left, facts = length - less, [f"{action.id} {name}"]
    is_begun = entry.started is not None
    changed = evolve(action, remaining=left) if is_begun else evolve(action, duration=left)
    if entry.promise is not None and entry.promise > reading.on:
        calendar = entry.calendar
        earlier = calendar.subtract(calendar.previous_working(entry.promise), less)
        changed = evolve(changed, forecast_finish=when(earlier))
        facts.append(f"{action.id} forecast_finish")
    return with_activity(plan, changed), tuple(facts)


def _too_short(action: Action, entry: Entry, length: int, step: Step) -> str:
    has = "takes" if entry.started is None else "needs"
    days = f"{Unit.WORKING_DAYS.words(length)}{'' if entry.started is None else ' more'}"
    if not length:
        return f"{action.id} takes no time: it cannot be shortened"
    if step.to is not None:
        return f"{action.id} {has} {days} already: less is expected"
    return f"{action.id} {has} {days}: no more than that can be taken off"
