"""The schedule of a plan: early and late dates, floats against the window, the critical path.

`schedule(plan)` answers for one day, one basis and one target. `compile_network` and `passes` are
the engine beneath it, for a bare network of durations and predecessors.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import pairwise

from send_framework.dates import today
from send_framework.model.plan import Plan
from send_framework.model.window import Window
from send_framework.network.agencies import agency_shares, hand_offs
from send_framework.network.answering import scheduled_activities
from send_framework.network.assumed import Settings
from send_framework.network.engine.compiled import compile_network
from send_framework.network.engine.near_critical import near_critical
from send_framework.network.engine.passes import passes
from send_framework.network.engine.paths import DrivingPaths, driving_paths
from send_framework.network.kinds import Absence, Basis
from send_framework.network.linking import passing_links, scheduled_links
from send_framework.network.noticing import network_facts
from send_framework.network.promising import promised_schedule
from send_framework.network.readiness import done_by, missing_work, readiness
from send_framework.network.results import (
    NearCriticalPath,
    Readiness,
    Schedule,
    ScheduledActivity,
    ScheduledLink,
)
from send_framework.network.solving import Solved, solve
from send_framework.network.target import Yardstick

__all__ = ["compile_network", "passes", "plan_start", "schedule", "solve_plan"]


def schedule(
    plan: Plan,
    *,
    target: Window | None = None,
    on: date | None = None,
    basis: Basis = Basis.FORECAST,
    settings: Settings | None = None,
) -> Schedule:
    """Compute when everything can happen, and whether it is in time.

    Args:
        plan: The plan.
        target: The window to be ready for; ``None`` measures against the plan's own finish.
            `send_framework.frameworks.target_window` finds the next inspection's.
        on: The data date: what is known at the close of this day. ``None`` takes the plan's,
            else today.
        basis: Promised, network, or forecast.
        settings: Thresholds and how progress is read.

    Returns:
        Dates, floats in working days, paths, readiness and what was noticed.

    Raises:
        UnknownActivityError: The target's scope names nothing in the plan.
        CalendarError: The schedule leaves the years whose bank holidays are known.

    Example:
        >>> from send_framework import Action
        >>> plan = Plan(title="A plan", start=date(2024, 6, 3), actions=[
        ...     Action(id="A", title="Agree", duration=20),
        ...     Action(id="B", title="Build", duration=30, after="A"),
        ...     Action(id="C", title="Consult", duration=15, after="A")])
        >>> answer = schedule(plan, on=date(2024, 5, 31))
        >>> answer.critical_path, str(answer.finish)
        (('A', 'B'), '2024-08-09')
        >>> answer.activity("C").total_float
        15
    """
    given = on or plan.data_date
    yardstick = Yardstick(target=target, on=given or today(), calendar=plan.working_calendar())
    # What was promised is held against the links alone.
    read_as = Basis.NETWORK if basis is Basis.PROMISED else basis
    solved = solve_plan(plan, yardstick, read_as, settings or Settings())
    return schedule_of(solved, basis, on_given=given is not None)


def schedule_of(solved: Solved, basis: Basis, *, on_given: bool) -> Schedule:
    """Return the schedule of a plan that is solved already, see `schedule`.

    Args:
        solved: The plan on the same basis; on the network's for what was promised.
        basis: Promised, network, or forecast.
        on_given: Whether somebody gave the data date.
    """
    path, finish = _network_path(solved), _network_finish(solved)
    if basis is Basis.PROMISED:
        return promised_schedule(
            solved, on_given=on_given, network_path=path, network_finish=finish
        )
    return _answer(solved, path, finish, basis=basis, on_given=on_given)


def solve_plan(plan: Plan, yardstick: Yardstick, basis: Basis, settings: Settings) -> Solved:
    """Compute a plan from its own start; what `schedule`, `explain` and `simulate` stand on."""
    start = plan_start(plan, yardstick.on)
    return solve(plan, start=start, yardstick=yardstick, basis=basis, settings=settings)


def plan_start(plan: Plan, on: date) -> date:
    """Return the day unlinked work begins.

    That is the plan's own start; else the receipt of the report it answers, else its
    publication, else the first day that any of its work names, else the data date.

    Example:
        >>> from send_framework import Action
        >>> work = Action(id="A", title="Agree", planned_start="2024-06-03")
        >>> str(plan_start(Plan(title="A plan", actions=[work]), date(2024, 7, 1)))
        '2024-06-03'
    """
    if plan.start is not None:
        return plan.start
    inspection = plan.inspection_answered()
    if inspection is not None:
        for said in (inspection.report_received, inspection.published):
            day = said.earliest() if said else None
            if day is not None:
                return day
    return min(_first_days(plan), default=on)


def _first_days(plan: Plan) -> Iterator[date]:
    for action in plan.actions:
        for said in (action.planned_start, action.actual_start, action.due):
            day = said.earliest() if said else None
            if day is not None:
                yield day
                break


def _answer(
    solved: Solved,
    network_path: tuple[str, ...],
    network_finish: date | None,
    *,
    basis: Basis,
    on_given: bool,
) -> Schedule:
    found = driving_paths(solved.result, solved.scope, no_ends=_dropped(solved))
    activities = scheduled_activities(solved, found.activities)
    links = scheduled_links(solved)
    by_id = {each.id: each for each in activities}
    chains = _chains(solved, found)
    path = chains[0] if chains else ()
    return Schedule(
        title=solved.plan.title,
        on=solved.yardstick.on,
        on_given=on_given,
        settings=solved.settings,
        start=solved.start,
        basis=basis,
        target=solved.yardstick.target,
        late_from=solved.late_from,
        scope=tuple(each.id for each in activities if each.in_scope),
        activities=activities,
        unscheduled=solved.unscheduled,
        links=links,
        passing=passing_links(solved),
        finish=_finish(activities),
        critical_path=path,
        critical_paths=chains,
        path_count=found.count if chains else 0,
        network_path=network_path,
        network_finish=network_finish,
        near_critical=tuple(
            each
            for each in _near(solved, by_id)
            if each.activities and not any(set(each.activities) <= set(path) for path in chains)
        ),
        hand_offs=hand_offs(path, by_id),
        agency_shares=agency_shares(path, by_id),
        readiness=_readiness(solved, activities, path, links),
        cycles=_cycles(solved),
        facts=tuple(network_facts(solved)),
    )


def _dropped(solved: Solved) -> frozenset[int]:
    """Return the numbers of cancelled work, which no chain may end in."""
    return frozenset(number for number, each in enumerate(solved.placed) if each.dropped)


def _chains(solved: Solved, found: DrivingPaths) -> tuple[tuple[str, ...], ...]:
    """Return the chains as ids, cancelled work left out, none of them twice."""
    named = (
        tuple(solved.placed[each].id for each in chain if not solved.placed[each].dropped)
        for chain in found.paths
    )
    return tuple(dict.fromkeys(chain for chain in named if chain))


def _network_path(solved: Solved) -> tuple[str, ...]:
    found = driving_paths(solved.by_links, solved.scope, first=1, no_ends=_dropped(solved))
    return next(iter(_chains(solved, found)), ())


def _finish(activities: tuple[ScheduledActivity, ...]) -> date | None:
    return max((each.early_finish for each in activities if each.in_scope), default=None)


def _network_finish(solved: Solved) -> date | None:
    days = (
        solved.by_links.early_finish_day(number)
        for number in solved.scope
        if not (solved.placed[number].dropped or solved.placed[number].ongoing)
    )
    return max(days, default=None)


def _near(solved: Solved, by_id: Mapping[str, ScheduledActivity]) -> Iterator[NearCriticalPath]:
    """Yield further chains with little float, without what is cancelled."""
    if solved.yardstick.target is not None and not solved.late_from:
        return
    for each in near_critical(solved.result, solved.settings.near_critical_within, solved.scope):
        names = tuple(solved.placed[number].id for number in each.activities)
        yield NearCriticalPath(
            activities=tuple(name for name in names if name in by_id),
            total_float=each.total_float,
            behind=each.behind,
        )


def _readiness(
    solved: Solved,
    activities: tuple[ScheduledActivity, ...],
    path: tuple[str, ...],
    links: tuple[ScheduledLink, ...],
) -> Readiness:
    missing = missing_work(solved.plan, solved.unscheduled, solved.yardstick.target)
    finish = done_by(solved.plan, (each for each in activities if each.in_scope))
    return readiness(finish, missing, solved.yardstick, _assumptions(activities, path, links))


def _assumptions(
    activities: tuple[ScheduledActivity, ...],
    path: tuple[str, ...],
    links: tuple[ScheduledLink, ...],
) -> tuple[int, int]:
    """Return how many activities and links of a path rest on assumptions, and of how many."""
    steps = set(pairwise(path))
    tied = [each for each in links if each.driving and (each.predecessor, each.successor) in steps]
    members = set(path)
    on_path = [each for each in activities if each.id in members]
    assumed = sum(bool(each.assumed) for each in on_path) + sum(each.assumed for each in tied)
    return assumed, len(on_path) + len(tied)


def _cycles(solved: Solved) -> tuple[tuple[str, ...], ...]:
    loops = (each.cycle for each in solved.unscheduled if each.why is Absence.IN_CYCLE)
    return tuple(sorted(dict.fromkeys(loops), key=len))
