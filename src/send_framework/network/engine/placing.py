"""Putting work as late as possible: after both passes, where nothing else has to move."""

from datetime import date

from attrs import evolve

from send_framework.network.engine.compiled import Early, InstantNetwork, State
from send_framework.network.engine.index_passes import FAR
from send_framework.network.engine.instant_passes import allowed_by, last_finish, room_of
from send_framework.network.engine.passes import Passes


def placed_late(result: Passes) -> dict[int, tuple[date, date]]:
    """Return where "as late as possible" puts work: its first and last day.

    In reverse order, each such activity takes its early dates plus the room that its successors
    leave it, those that were put late included; never more than its total float. Early dates
    themselves stay what they are.

    Raises:
        NetworkError: The network has no calendar.

    Example:
        >>> from send_framework.network.engine.activity import NetworkActivity
        >>> from send_framework.network.engine.compiling import compile_schedule
        >>> from send_framework.network.engine.passes import passes
        >>> from send_framework.working_days import begin_of
        >>> work = [
        ...     NetworkActivity(id="A", duration=5),
        ...     NetworkActivity(id="B", duration=2, as_late_as_possible=True),
        ... ]
        >>> result = passes(compile_schedule(work, [], start=begin_of(date(2024, 6, 3))))
        >>> placed_late(result)[1]
        (datetime.date(2024, 6, 6), datetime.date(2024, 6, 7))
    """
    network = result.days.network
    placing = _Placing(result)
    found = [i for i in reversed(network.sequence) if placing.visit(i)]
    days = evolve(result.days, early=placing.placed)
    return {i: (days.early_start(i), days.early_finish(i)) for i in reversed(found)}


class _Placing:
    """Walks back over the network and moves what wants to be late."""

    def __init__(self, result: Passes) -> None:
        self._network: InstantNetwork = result.days.network
        self._early: Early = result.days.early
        self._float = result.total_float
        self._ticks = result.network.ticks_per_day
        early = self._early
        self.placed = Early(
            start=list(early.start),
            finish=list(early.finish),
            at_start=list(early.at_start),
            at_finish=list(early.at_finish),
        )
        end = last_finish(self._network, early, self._network.sequence)
        self._room = [FAR] * len(early.start)
        self._passed: dict[int, int] = {}
        for i in self._network.open_ends:
            self._room[i] = self._network.tables[i].index(end)
        for ceiling in self._network.ceilings:
            if not ceiling.constraint:
                self._leave(ceiling.activity, ceiling.at, on_start=ceiling.on_start)

    def visit(self, i: int) -> bool:
        """Put an activity late if it asks for it, and tell its predecessors what that leaves."""
        network = self._network
        late = network.activities[i].as_late_as_possible and network.state[i] is State.OPEN
        if late:
            self._move(i)
        for arrival in network.arrivals_of[i]:
            placed = self.placed
            moment = self._passed.get(i, placed.at_finish[i])
            at = allowed_by(network, i, arrival, placed.start[i], moment)
            self._leave(arrival.predecessor, at, on_start=arrival.from_start)
        return late

    def _leave(self, j: int, at: int, *, on_start: bool) -> None:
        if j in self._network.through:
            self._passed[j] = min(self._passed.get(j, FAR), at)
        room = room_of(self._network, self._early, j, at, on_start=on_start)
        self._room[j] = min(self._room[j], room)

    def _move(self, i: int) -> None:
        early, placed, table = self._early, self.placed, self._network.tables[i]
        most = max(self._float[i] or 0, 0) // self._ticks
        by = max(0, min(self._room[i] - early.finish[i], most))
        if not by:
            return
        placed.start[i] += by
        placed.finish[i] += by
        placed.at_finish[i] = table.end(placed.finish[i])
        if self._network.duration[i]:
            placed.at_start[i] = table.begin(placed.start[i])
        else:
            placed.at_start[i] = placed.at_finish[i]
