"""From a plan's entries to the engine and back: what has a place, what has none, and why.

What a loop holds, and what waits for it, has no dates; everything else is computed. Undated
gates bind nothing; cancelled work is 0 long and lets its links pass.
"""

from collections.abc import Container, Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property

from attrs import frozen

from send_framework.model.action import Dependency, Side
from send_framework.model.dependency import ConstraintKind
from send_framework.model.plan import Plan
from send_framework.network.assumed import Settings
from send_framework.network.engine.activity import Limit, NetworkActivity, NetworkLink
from send_framework.network.engine.compiled import Compiled, without_promises
from send_framework.network.engine.compiling import compile_schedule
from send_framework.network.engine.drivers import Bound, bounds
from send_framework.network.engine.passes import Passes, passes, with_predecessors
from send_framework.network.entries import entries
from send_framework.network.entry import Entry
from send_framework.network.kinds import Absence, ActivityKind, Basis
from send_framework.network.results import Unscheduled
from send_framework.network.target import Yardstick, scope_members
from send_framework.working_days import begin_of, end_of

_ON_START = (
    ConstraintKind.START_NO_EARLIER_THAN,
    ConstraintKind.START_NO_LATER_THAN,
    ConstraintKind.MUST_START_ON,
)


@frozen(kw_only=True, eq=False)
class Solved:
    """A plan computed on one basis.

    Attributes:
        plan: The plan.
        start: The day unlinked work begins.
        settings: How it was read.
        yardstick: The target, the data date and the calendar.
        entries: What each activity means, in plan order.
        unscheduled: What has no place in time.
        placed: What has one; the engine's numbers are places in it.
        numbers: The number of each of them by id.
        assumed: The facts that an assumption fills, such as ``"S02 due"``.
        dependencies: The links that can still bind, in the engine's order, with their successors.
        network: The engine's network.
        scope: Numbers of what the target asks for.
        late_from: The end of the window that late dates come from.
        result: Early and late dates, floats.
    """

    plan: Plan
    start: date
    settings: Settings
    yardstick: Yardstick
    entries: tuple[Entry, ...]
    unscheduled: tuple[Unscheduled, ...]
    placed: tuple[Entry, ...]
    numbers: dict[str, int]
    assumed: frozenset[str]
    dependencies: tuple[tuple[str, Dependency], ...]
    network: Compiled
    scope: frozenset[int]
    late_from: str
    result: Passes

    @cached_property
    def floats(self) -> dict[str, tuple[int | None, ...]]:
        """For each end of the window, the float of each number."""
        ends = self.yardstick.instants().items()
        return {name: self.result.float_to(at, self.scope) for name, at in ends}

    @cached_property
    def bounds(self) -> tuple[tuple[Bound, ...], ...]:
        """For each number what bounds it, strongest first."""
        return tuple(bounds(self.result, number) for number in range(len(self.placed)))

    @cached_property
    def by_links(self) -> Passes:
        """The same by the links alone: nothing is stretched to its promise."""
        if not self.network.promises:
            return self.result
        return passes(without_promises(self.network), scope=self.scope)


def solve(
    plan: Plan, *, start: date, yardstick: Yardstick, basis: Basis, settings: Settings
) -> Solved:
    """Compute a plan's network on one basis.

    Args:
        plan: The plan.
        start: The day unlinked work begins.
        yardstick: The target, the data date and the calendar.
        basis: Network or forecast.
        settings: How the plan is read.
    """
    read = entries(plan, on=yardstick.on, basis=basis, settings=settings)
    unscheduled, placed = _split(plan, read)
    numbers = {each.id: number for number, each in enumerate(placed)}
    dependencies = tuple(_dependencies(placed, numbers))
    network = network_of(
        plan, placed, dependencies, start=start, yardstick=yardstick, settings=settings
    )
    scope = with_predecessors(network, _members(plan, yardstick, numbers))
    late_from = next(iter(yardstick.ahead()), "")
    result = passes(network, finish=yardstick.instants().get(late_from), scope=scope)
    return Solved(
        plan=plan,
        start=start,
        settings=settings,
        yardstick=yardstick,
        entries=read,
        unscheduled=unscheduled,
        placed=placed,
        numbers=numbers,
        assumed=frozenset(fact for each in plan.assumptions for fact in each.fills),
        dependencies=dependencies,
        network=network,
        scope=scope,
        late_from=late_from,
        result=result,
    )


def network_of(  # noqa: PLR0913 - what the engine is given, each part by its name
    plan: Plan,
    placed: Sequence[Entry],
    dependencies: Sequence[tuple[str, Dependency]],
    *,
    start: date,
    yardstick: Yardstick,
    settings: Settings,
) -> Compiled:
    """Return the engine's network of what has a place in time.

    Args:
        plan: The plan.
        placed: What has a place.
        dependencies: The links that can still bind, with their successors.
        start: The day unlinked work begins.
        yardstick: The data date and the calendar.
        settings: How the plan is read.
    """
    return compile_schedule(
        [_activity(each) for each in placed],
        [_link(plan, successor, link) for successor, link in dependencies],
        start=begin_of(start),
        calendar=yardstick.calendar,
        data_date=end_of(yardstick.on),
        override_logic=settings.override_logic,
    )


def _members(plan: Plan, yardstick: Yardstick, numbers: dict[str, int]) -> frozenset[int]:
    if yardstick.target is None:
        return frozenset(numbers.values())
    asked = scope_members(plan, yardstick.target.scope)
    return frozenset(numbers[each] for each in asked if each in numbers)


# --- what has a place ------------------------------------------------------------------------


def _split(
    plan: Plan, read: tuple[Entry, ...]
) -> tuple[tuple[Unscheduled, ...], tuple[Entry, ...]]:
    """Return what has no place in time and what has one, both in plan order."""
    absent = {each.id: _absent(each, Absence.UNDATED) for each in read if each.undated}
    ordered = _without_loops([each for each in read if not each.undated])
    stuck = [each for each in read if not each.undated and each.id not in ordered]
    absent |= _stuck(plan, stuck)
    kept = [each for each in read if each.id in ordered]
    idle = _idle(kept)
    for each in read:
        if each.dropped:
            absent[each.id] = _absent(each, Absence.CANCELLED)
    in_order = tuple(absent[each.id] for each in read if each.id in absent)
    return in_order, tuple(each for each in kept if each.id not in idle)


def _absent(each: Entry, why: Absence, cycle: tuple[str, ...] = ()) -> Unscheduled:
    return Unscheduled(id=each.id, title=each.title, why=why, cycle=cycle)


def _bound(each: Entry) -> tuple[Dependency, ...]:
    """Return the links that can still move an entry: none, once it is done or if it never ends."""
    return () if each.finished is not None or each.ongoing else each.after


def _without_loops(dated: list[Entry]) -> frozenset[str]:
    """Return the ids that neither stand in a loop nor wait for one."""
    known = {each.id for each in dated if not each.ongoing}
    binding = {each.id: [link.id for link in _bound(each) if link.id in known] for each in dated}
    waiting = {name: len(before) for name, before in binding.items()}
    following: dict[str, list[str]] = {}
    for name, before in binding.items():
        for each in before:
            following.setdefault(each, []).append(name)
    free = [name for name, count in waiting.items() if not count]
    for name in free:  # grows while it is walked
        for after in following.get(name, ()):
            waiting[after] -= 1
            if not waiting[after]:
                free.append(after)
    return frozenset(free)


def _stuck(plan: Plan, stuck: list[Entry]) -> dict[str, Unscheduled]:
    """Name the loop that each stuck entry stands in or waits for."""
    if not stuck:
        return {}
    # networkx is imported only where a plan has a loop: most have none.
    from send_framework.network.graph import cycle_members, loop_of_each

    loops, inside = loop_of_each(plan), set(cycle_members(plan))
    return {
        each.id: _absent(
            each,
            Absence.IN_CYCLE if each.id in inside else Absence.BEHIND_CYCLE,
            loops.get(each.id, ()),
        )
        for each in stuck
    }


def _idle(kept: list[Entry]) -> frozenset[str]:
    """Return cancelled work that does not lie between work that is alive.

    What nothing alive waits for would only stretch the end, and what waits for nothing alive has
    no link to pass on.
    """
    dropped = {each.id for each in kept if each.dropped}
    if not dropped:
        return frozenset()
    before = {each.id: [link.id for link in _bound(each)] for each in kept}
    after: dict[str, list[str]] = {}
    for each in kept:
        for link in _bound(each):
            after.setdefault(link.id, []).append(each.id)
    # Ongoing work hands nothing on, so nothing passes from it; it is not waited for either.
    alive = [each.id for each in kept if not (each.dropped or each.ongoing)]
    wanted, fed = _reached(alive, before, dropped), _reached(alive, after, dropped)
    return frozenset(dropped - (wanted & fed))


def _reached(
    alive: Iterable[str], step: Mapping[str, Sequence[str]], dropped: Container[str]
) -> frozenset[str]:
    """Return the cancelled work that steps lead to from what is alive."""
    found: set[str] = set()
    walk = list(alive)
    for name in walk:  # grows while it is walked
        fresh = [other for other in step.get(name, ()) if other in dropped and other not in found]
        found.update(fresh)
        walk.extend(fresh)
    return frozenset(found)


# --- what the engine is given ----------------------------------------------------------------


def _dependencies(
    placed: Sequence[Entry], numbers: dict[str, int]
) -> Iterable[tuple[str, Dependency]]:
    for each in placed:
        for link in _bound(each):
            if link.id in numbers and not placed[numbers[link.id]].ongoing:
                yield each.id, link


def _link(plan: Plan, successor: str, link: Dependency) -> NetworkLink:
    named = plan.working_calendar(link.lag_calendar) if link.lag_calendar else None
    return NetworkLink(
        predecessor=link.id,
        successor=successor,
        type=link.type,
        lag=link.lag,
        unit=link.lag_unit,
        calendar=named,
    )


def _activity(each: Entry) -> NetworkActivity:
    is_open = each.finished is None and each.pinned is None and not each.ongoing
    start, finish = _facts(each)
    pinned = None if each.pinned is None or finish is not None else _moment(each, each.pinned)
    return NetworkActivity(
        id=each.id,
        duration=each.duration if finish is None else 0,
        calendar=each.calendar,
        side=each.side,
        limits=_limits(each),
        as_late_as_possible=any(
            kind is ConstraintKind.AS_LATE_AS_POSSIBLE for kind, _ in each.constraints
        ),
        fixed_start=pinned,
        fixed_finish=pinned,
        actual_start=start,
        actual_finish=finish,
        remaining=each.remaining if finish is None else None,
        promised_finish=_moment(each, each.promise) if each.promise and is_open else None,
        ongoing=each.ongoing,
        passes_through=each.dropped,
    )


def _facts(each: Entry) -> tuple[int | None, int | None]:
    """Return the actual start and finish as instants."""
    if each.finished is None:
        return (None if each.started is None else begin_of(each.started)), None
    if each.kind is not ActivityKind.ACTION:
        at = _moment(each, each.finished)
        return at, at
    return begin_of(min(each.started or each.finished, each.finished)), end_of(each.finished)


def _moment(each: Entry, day: date) -> int:
    return end_of(day) if each.side is Side.FINISH else begin_of(day)


def _limits(each: Entry) -> tuple[Limit, ...]:
    given = (
        Limit(kind=kind, instant=begin_of(day) if kind in _ON_START else end_of(day))
        for kind, day in each.constraints
        if day is not None
    )
    if each.not_before is None:
        return tuple(given)
    kind = ConstraintKind.START_NO_EARLIER_THAN
    return (*given, Limit(kind=kind, instant=begin_of(each.not_before)))
