"""Does the critical path hold? Lengthen each piece of work on it and see whether the end follows.

A path that is tied together from its first step to its last passes any delay on in full. Where
the end moves less, something other than links decides it: a date that others set, a link that
holds the start only, an end that nothing is tied to.
"""

from collections.abc import Sequence

from attrs import evolve, frozen

from send_framework.model.plan import Plan
from send_framework.network.assumed import Settings
from send_framework.network.engine import index_passes, instant_passes
from send_framework.network.engine.compiled import Compiled, IndexNetwork, State
from send_framework.network.engine.paths import driving_paths
from send_framework.network.entry import Entry
from send_framework.network.kinds import ActivityKind, Basis
from send_framework.network.schedule import solve_plan
from send_framework.network.solving import Solved, network_of
from send_framework.network.target import Yardstick

LONGER = 600
"""Working days by which each action is lengthened: far beyond any float a plan may have."""


@frozen(kw_only=True)
class PathTest:
    """What happens to the finish when one action on the critical path takes longer.

    Attributes:
        id: The action.
        longer: By how many working days of its calendar it was lengthened.
        moved: By how many working days of the plan's calendar the finish moved.
    """

    id: str
    longer: int
    moved: int

    @property
    def holds(self) -> bool:
        """Whether the finish moved exactly as much."""
        return self.moved == self.longer


def path_tests(
    plan: Plan, yardstick: Yardstick, settings: Settings | None = None
) -> tuple[PathTest, ...]:
    """Lengthen each unfinished action on the first critical path in turn.

    The path and its finish are those that the links give, before anybody's own promise: a
    promise would hide what the links do.

    Args:
        plan: The plan.
        yardstick: The target, the data date and the calendar.
        settings: How the plan is read.

    Returns:
        One result for each of these actions, in the order of the path.

    Raises:
        UnknownActivityError: The target's scope names nothing in the plan.
        CalendarError: The schedule leaves the years whose bank holidays are known.

    Example:
        >>> from datetime import date
        >>> from send_framework import Action
        >>> from send_framework.working_days import ENGLAND
        >>> plan = Plan(title="A plan", start=date(2024, 6, 3), actions=[
        ...     Action(id="A", title="Agree", duration=20),
        ...     Action(id="B", title="Build", duration=30, after="A")])
        >>> by = Yardstick(target=None, on=date(2024, 5, 31), calendar=ENGLAND)
        >>> [(each.id, each.moved) for each in path_tests(plan, by)]
        [('A', 600), ('B', 600)]
    """
    solved = solve_plan(plan, yardstick, Basis.NETWORK, settings or Settings())
    ends = tuple(n for n in solved.scope if not solved.placed[n].dropped)
    if not ends:
        return ()
    now = _finish(solved.network, ends)
    return tuple(
        PathTest(
            id=solved.placed[number].id,
            longer=LONGER,
            moved=_finish(_lengthened(solved, number), ends) - now,
        )
        for number in _lengthening(solved)
    )


def _lengthening(solved: Solved) -> tuple[int, ...]:
    """Return the numbers of what can be lengthened on the first critical path."""
    dropped = [number for number, each in enumerate(solved.placed) if each.dropped]
    found = driving_paths(solved.result, solved.scope, first=1, no_ends=dropped)
    path = found.paths[0] if found.paths else ()
    return tuple(number for number in path if _can_take_longer(solved.placed[number]))


def _can_take_longer(each: Entry) -> bool:
    return each.kind is ActivityKind.ACTION and each.finished is None and not each.dropped


def _finish(network: Compiled, ends: Sequence[int]) -> int:
    """Return the last finish as a number of the plan's working days; one pass forward is enough."""
    if isinstance(network, IndexNetwork):
        return index_passes.last_finish(network, index_passes.place_early(network), ends)
    early = instant_passes.place_early(network)
    return network.plan_table.index(instant_passes.last_finish(network, early, ends))


def _lengthened(solved: Solved, number: int) -> Compiled:
    """Return the network with one activity longer; compiled anew only where that is needed."""
    network = solved.network
    if isinstance(network, IndexNetwork) and _is_free(network, number):
        duration = list(network.duration)
        duration[number] += LONGER
        return evolve(network, duration=duration)
    placed = list(solved.placed)
    each = placed[number]
    left = None if each.remaining is None else each.remaining + LONGER
    placed[number] = evolve(each, duration=each.duration + LONGER, remaining=left)
    return network_of(
        solved.plan, placed, solved.dependencies,
        start=solved.start, yardstick=solved.yardstick, settings=solved.settings,
    )  # fmt: skip


def _is_free(network: IndexNetwork, number: int) -> bool:
    """Return whether nothing but links bounds the activity: other bounds know its length."""
    bounded = number in network.floors or network.state[number] is not State.OPEN
    begun = any(
        network.state[each.predecessor] is State.STARTED for each in network.arrivals(number)
    )
    return bool(network.duration[number]) and not bounded and not begun
