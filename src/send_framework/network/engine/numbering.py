"""From instants to working-day numbers: the fast form of a network with one calendar."""

from collections.abc import Iterable

from send_framework.network.engine.compiled import (
    NEVER,
    PLAIN,
    Ceiling,
    IndexNetwork,
    InstantNetwork,
    State,
)


def in_numbers(network: InstantNetwork, ticks: int = 1) -> IndexNetwork:
    """Return a network of one calendar in working-day numbers, the instants beside it.

    Args:
        network: One calendar, no lag in calendar days.
        ticks: Units in a working day.
    """
    number = network.plan_table.index
    floors = {
        i: tuple(floor._replace(at=number(floor.at) * ticks) for floor in found)
        for i, found in network.floors.items()
    }
    before, others, floor = _split_links(network, ticks)
    return IndexNetwork(
        ids=network.ids,
        order=network.order,
        back_order=network.back_order,
        sequence=network.sequence,
        waits=network.waits,
        duration=[days * ticks for days in network.duration],
        state=network.state,
        ground=number(network.ground) * ticks,
        ground_kind=network.ground_kind,
        floors=floors,
        promises={i: number(at) * ticks for i, at in network.promises.items()},
        ceilings=[_numbered(network, ceiling, ticks) for ceiling in network.ceilings],
        fact_start={i: number(at) * ticks for i, at in network.fact_start.items()},
        fact_finish={i: number(at) * ticks for i, at in network.fact_finish.items()},
        spans={i: number(at) * ticks for i, at in network.spans.items()},
        open_ends=network.open_ends,
        through=network.through,
        link_count=network.link_count,
        ticks_per_day=ticks,
        before=before,
        others=others,
        floor=floor,
        dated=network,
    )


def _numbered(network: InstantNetwork, ceiling: Ceiling, ticks: int) -> Ceiling:
    table, at = network.plan_table, ceiling.at
    # The last day that begins by then; a milestone has no day of its own to begin.
    if ceiling.on_start and network.duration[ceiling.activity]:
        return ceiling._replace(at=(table.index(at + 1) - 1) * ticks)
    return ceiling._replace(at=table.index(at) * ticks)


def _split_links(
    network: InstantNetwork, ticks: int
) -> tuple[list[tuple[int, ...]], list[tuple[tuple[int, bool, bool, int], ...]], list[int]]:
    """Part plain finish-to-start links from the rest; fold those that are constants already."""
    before: list[tuple[int, ...]] = []
    others: list[tuple[tuple[int, bool, bool, int], ...]] = []
    floor = [at if at == NEVER else at * ticks for at in _floor_numbers(network)]
    for i, arrivals in enumerate(network.arrivals_of):
        plain = [a.predecessor for a in arrivals if a[2:5] == PLAIN]
        rest: list[tuple[int, bool, bool, int]] = []
        for a in arrivals:
            lag = a.lag * ticks
            if a.from_start and network.state[a.predecessor] is State.STARTED:
                began = network.plan_table.index(network.fact_start[a.predecessor]) * ticks
                bound = began + lag - network.duration[i] * ticks * a.to_finish
                floor[i] = max(floor[i], bound)
            elif a[2:5] != PLAIN:
                rest.append((a.predecessor, a.from_start, a.to_finish, lag))
        before.append(tuple(plain))
        others.append(tuple(rest))
    return before, others, floor


def _floor_numbers(network: InstantNetwork) -> Iterable[int]:
    for at, days in zip(network.floor, network.duration, strict=True):
        yield at if days or at == NEVER else network.plan_table.index(at)
