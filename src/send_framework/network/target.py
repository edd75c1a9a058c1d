"""The window as a target: what must be ready for it, and from which day floats are counted."""

from datetime import date, timedelta

from attrs import frozen

from send_framework.errors import UnknownActivityError
from send_framework.model.action import Action, Milestone, NeededBy
from send_framework.model.plan import Plan
from send_framework.model.recommendation import RecommendationKind
from send_framework.model.window import Window
from send_framework.working_days import WorkingCalendar, begin_of

MONITORING = "monitoring"
REINSPECTION = "reinspection"
PRIORITY_KINDS = (RecommendationKind.PRIORITY_ACTION, RecommendationKind.SIGNIFICANT_WEAKNESS)
"""What a monitoring inspection, or the re-visit before there were any, looks at."""


def scope_members(plan: Plan, scope: str) -> frozenset[str]:
    """Return the ids that a scope asks for by itself; what they wait for comes on top.

    Args:
        plan: The plan.
        scope: ``"monitoring"`` (what answers an area for priority action, or says that it is
            needed for the monitoring inspection), ``"reinspection"`` (everything that does not
            say otherwise) or the id of a milestone or other activity. Cancelled work asks for
            nothing.

    Raises:
        UnknownActivityError: The scope is none of these.

    Example:
        >>> from send_framework import Action
        >>> plan = Plan(title="A plan", actions=[
        ...     Action(id="S01", title="Write it"),
        ...     Action(id="S02", title="Party", needed_by=NeededBy.NONE)])
        >>> sorted(scope_members(plan, "reinspection"))
        ['S01']
    """
    work = [each for each in plan.work() if each.status is None or not each.status.is_dropped]
    if scope == REINSPECTION:
        return frozenset(each.id for each in work if each.needed_by is not NeededBy.NONE)
    if scope == MONITORING:
        priority = _priority_ids(plan)
        return frozenset(each.id for each in work if _is_for_monitoring(each, priority))
    known = tuple(each.id for each in plan.activities())
    if scope not in known:
        raise UnknownActivityError(scope, (MONITORING, REINSPECTION, *known))
    return frozenset((scope,))


def in_scope(plan: Plan, scope: str) -> frozenset[str]:
    """Return the ids that a scope asks for, with everything they wait for.

    Ongoing work passes nothing on: what it waits for is not waited for through it.

    Raises:
        UnknownActivityError: The scope names nothing in the plan.

    Example:
        >>> from send_framework import Action
        >>> plan = Plan(title="A plan", actions=[
        ...     Action(id="S01", title="Write it", needed_by=NeededBy.NONE),
        ...     Action(id="S02", title="Do it", after="S01")])
        >>> sorted(in_scope(plan, "reinspection"))
        ['S01', 'S02']
    """
    before = {
        each.id: () if isinstance(each, Action) and each.is_ongoing else getattr(each, "after", ())
        for each in plan.activities()
    }
    found = list(scope_members(plan, scope))
    known = set(found)
    for name in found:  # grows while it is walked
        fresh = [link.id for link in before[name] if link.id not in known]
        known.update(fresh)
        found.extend(fresh)
    return frozenset(known)


def _priority_ids(plan: Plan) -> frozenset[str]:
    asked = (each for each in plan.recommendations if each.kind in PRIORITY_KINDS)
    return frozenset(
        wanted for each in asked for wanted in (each.id, *(part.id for part in each.parts))
    )


def _is_for_monitoring(each: Action | Milestone, priority: frozenset[str]) -> bool:
    if each.needed_by is not None:
        return each.needed_by is NeededBy.MONITORING
    return not priority.isdisjoint(each.answers)


@frozen(kw_only=True)
class Yardstick:
    """What floats and readiness are measured with.

    Attributes:
        target: The window; ``None`` gives no answer about inspectors.
        on: The data date: ends of the window up to it can no longer happen.
        calendar: The plan's working calendar.

    Example:
        >>> from send_framework import WindowEnd
        >>> window = Window(id="w", name="Monitoring inspection",
        ...                 expected=WindowEnd(day=date(2024, 9, 9), reason="a forecast"))
        >>> yardstick = Yardstick(target=window, on=date(2024, 6, 3), calendar=WorkingCalendar())
        >>> yardstick.floats(date(2024, 8, 23)), str(yardstick.ready_on(date(2024, 8, 23)))
        ({'expected': 9}, '2024-08-27')
    """

    target: Window | None
    on: date
    calendar: WorkingCalendar

    def floats(self, finish: date) -> dict[str, int]:
        """Return working days from a finish to each known end, less the preparation."""
        if self.target is None:
            return {}
        less = self.target.preparation
        eves = {name: end.day - timedelta(days=1) for name, end in self.target.ends()}
        return {name: self.calendar.count(finish, eve) - less for name, eve in eves.items()}

    def instants(self) -> dict[str, int]:
        """Return the instant by which work must be done, for each known end."""
        if self.target is None:
            return {}
        return {name: self._instant(end.day) for name, end in self.target.ends()}

    def _instant(self, day: date) -> int:
        if self.target is None or not self.target.preparation:
            return begin_of(day)
        working = self.calendar.next_working(day)
        return begin_of(self.calendar.subtract(working, self.target.preparation))

    def ahead(self) -> tuple[str, ...]:
        """Return the ends of the window that still lie ahead, in order."""
        ends = self.target.ends() if self.target else ()
        return tuple(name for name, end in ends if end.day > self.on)

    def ready_on(self, finish: date) -> date:
        """Return the first day on which inspectors may come."""
        less = self.target.preparation if self.target else 0
        return self.calendar.add(finish, 1 + less)
