"""What happens when one activity slips: the same network, computed again."""

from collections.abc import Mapping

from attrs import evolve

from send_framework.errors import NetworkError
from send_framework.network.engine.compiled import (
    Compiled,
    Early,
    InstantNetwork,
    Table,
)
from send_framework.network.engine.instant_passes import place_early
from send_framework.network.engine.passes import Passes, passes


def held_back(result: Passes, i: int, by: int) -> Passes:
    """Return what happens when one activity slips by some working days of its own calendar.

    Raises:
        NetworkError: It is finished or ongoing: it has no date to slip.

    Example:
        >>> from send_framework.network.engine.compiled import compile_network
        >>> result = passes(compile_network(["A", "B", "C"], [3, 2, 4], [[], [0], [0]]))
        >>> held_back(result, 1, 5).finish - result.finish
        3
    """
    if i in result.network.without_float:
        name = result.network.ids[i]
        raise NetworkError(f"activity {name!r} is finished or ongoing: it cannot slip")
    network = _slipped(result.network, result.early, i, by)
    aim = result.aim
    return passes(network, finish=aim.finish, scope=aim.scope, constraints=aim.constraints)


def _slipped(network: Compiled, early: Early, i: int, by: int) -> Compiled:
    if isinstance(network, InstantNetwork):
        return _slipped_instants(network, early, i, by)
    dated = network.dated
    if dated is not None:
        dated = _slipped_instants(dated, place_early(dated), i, by)
    ticks = by * network.ticks_per_day
    if i in network.fact_finish:
        starts = {**network.fact_start, i: network.fact_start[i] + ticks}
        finishes = {**network.fact_finish, i: network.fact_finish[i] + ticks}
        return evolve(network, fact_start=starts, fact_finish=finishes, dated=dated)
    floor = list(network.floor)
    floor[i] = early.start[i] + ticks
    promises = _kept(network.promises, i, early.finish[i] + ticks)
    return evolve(network, floor=floor, promises=promises, dated=dated)


def _slipped_instants(network: InstantNetwork, early: Early, i: int, by: int) -> InstantNetwork:
    table = network.tables[i]
    if i in network.fact_finish:
        starts = {**network.fact_start, i: _moved(table, network.fact_start[i], by)}
        finishes = {**network.fact_finish, i: _moved(table, network.fact_finish[i], by)}
        return evolve(network, fact_start=starts, fact_finish=finishes)
    floor = list(network.floor)
    if network.duration[i]:
        floor[i] = early.start[i] + by
    else:
        floor[i] = _moved(table, early.at_finish[i], by)
    promises = _kept(network.promises, i, _moved(table, early.at_finish[i], by))
    return evolve(network, floor=floor, promises=promises)


def _moved(table: Table, at: int, by: int) -> int:
    """Return the first instant so many working days later."""
    return table.end(table.index(at) + by) if by > 0 else at


def _kept(promises: Mapping[int, int], i: int, at: int) -> Mapping[int, int]:
    """Return the promises with a slipped one moved: the finish slips as far as the start."""
    return {**promises, i: at} if i in promises else promises
