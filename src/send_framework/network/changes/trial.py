"""A network tried with shorter work: when it finishes, and which chain drives it."""

from collections.abc import Iterable, Mapping
from typing import TypeAlias

from attrs import define, evolve, field

from send_framework.network.engine.compiled import Early, InstantNetwork, State
from send_framework.network.engine.compiling import floor_of
from send_framework.network.engine.drivers import driving_arrivals
from send_framework.network.engine.instant_passes import place_early
from send_framework.network.solving import Solved

Taken: TypeAlias = Mapping[int, int]
"""Working days taken off, by the number of the activity."""


@define(kw_only=True)
class Trial:
    """One network, tried with any days taken off.

    Attributes:
        network: The network in instants.
        ends: Numbers of what must be finished.
    """

    network: InstantNetwork
    ends: tuple[int, ...]
    _base: int = field(init=False, default=0)
    _last: tuple[tuple[tuple[int, int], ...], InstantNetwork, Early] | None = field(
        init=False, default=None
    )

    @classmethod
    def of(cls, solved: Solved) -> "Trial | None":
        """Return the trial of a computed plan; ``None`` where nothing in scope has dates."""
        ends = tuple(sorted(n for n in solved.scope if not solved.placed[n].dropped))
        if not ends:
            return None
        trial = cls(network=solved.result.days.network, ends=ends)
        trial._base = trial._finish({})
        return trial

    @property
    def size(self) -> int:
        """How many activities a trial places."""
        return len(self.network.ids)

    @property
    def numbered(self) -> bool:
        """Whether one calendar says everything, so that a day is a day everywhere."""
        return self.network.numbered

    def is_monotone(self, numbers: Iterable[int]) -> bool:
        """Return whether shortening these can only ever let others begin sooner.

        Work that a link or a date holds by its finish begins later when it is shorter, and what
        waits for its start then waits longer.
        """
        return not any(self._is_held_by_its_finish(number) for number in numbers)

    def _is_held_by_its_finish(self, number: int) -> bool:
        arrivals, floors = self.network.arrivals_of[number], self.network.floors.get(number, ())
        return any(a.to_finish for a in arrivals) or any(floor.on_finish for floor in floors)

    def gained(self, taken: Taken) -> int:
        """Return by how many of the plan's working days it finishes sooner."""
        return self._base - self._finish(taken)

    def _finish(self, taken: Taken) -> int:
        _, early = self._placed(taken)
        return self.network.plan_table.index(max(early.at_finish[number] for number in self.ends))

    def chain(self, taken: Taken) -> list[int]:
        """Return the numbers of one driving chain to the last finish, the last first."""
        network, early = self._placed(taken)
        number = max(self.ends, key=lambda n: (network.plan_table.index(early.at_finish[n]), -n))
        chain, from_start = [number], False
        while True:
            stretched = early.finish[number] - early.start[number] > network.duration[number]
            begun = from_start and network.state[number] is State.STARTED
            held = begun or (stretched and not from_start)
            arrivals = [] if held else driving_arrivals(network, early, number)
            if not arrivals:
                return chain
            number, from_start = arrivals[0].predecessor, arrivals[0].from_start
            chain.append(number)

    def _placed(self, taken: Taken) -> tuple[InstantNetwork, Early]:
        """Return the network with these days taken off, and its forward pass; the last is kept."""
        key = tuple(sorted(taken.items()))
        if self._last is None or self._last[0] != key:
            network = _shorter(self.network, taken)
            self._last = key, network, place_early(network)
        return self._last[1], self._last[2]


def _shorter(network: InstantNetwork, taken: Taken) -> InstantNetwork:
    """Return the network with shorter work: its promises move forward as far."""
    duration, promises, floor = list(network.duration), dict(network.promises), list(network.floor)
    for number, days in taken.items():
        duration[number] -= days
        if days and number in promises:
            table = network.tables[number]
            promises[number] = table.end(table.index(promises[number]) - days)
    shorter = evolve(network, duration=duration, promises=promises)
    for number in taken:
        floor[number] = floor_of(shorter, number)
    return evolve(shorter, floor=floor)
