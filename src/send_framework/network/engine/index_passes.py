"""Both passes over working-day numbers of one calendar: the fast ones.

Plain lists, one loop each way, an addition and a comparison per link: `if` instead of `max()`,
which would double the time. The same rules over instants are in `instant_passes`; a property
test holds the two together.
"""

from collections.abc import Iterable, Sequence

from send_framework.network.engine.compiled import NEVER, Against, Early, IndexNetwork

FAR = 1 << 60


def place_early(net: IndexNetwork) -> Early:
    """Return where each activity goes at the earliest."""
    start, finish = _known(net)
    floor, days, before, others = net.floor, net.duration, net.before, net.others
    for i in net.order:
        s = floor[i]
        for j in before[i]:
            if finish[j] > s:  # noqa: PLR1730 - see above
                s = finish[j]
        for j, from_start, to_finish, lag in others[i]:
            bound = (start[j] if from_start else finish[j]) + lag
            if to_finish:
                bound -= days[i]
            if bound > s:  # noqa: PLR1730 - see above
                s = bound
        start[i] = s
        finish[i] = s + days[i]
        if net.promises and finish[i] < net.promises.get(i, NEVER):
            _stretch(net, i, start, finish)
    return Early(start=start, finish=finish, at_start=_began(net, start), at_finish=finish)


def _began(net: IndexNetwork, start: list[int]) -> list[int]:
    """Return the starts with those of started work put back to when it began."""
    if not net.fact_start:
        return start
    began = list(start)
    for i, at in net.fact_start.items():
        began[i] = at
    return began


def _stretch(net: IndexNetwork, i: int, start: list[int], finish: list[int]) -> None:
    """Let the finish wait for its promise; a milestone has no start to stay behind."""
    finish[i] = net.promises[i]
    if not net.duration[i]:
        start[i] = finish[i]


def _known(net: IndexNetwork) -> tuple[list[int], list[int]]:
    """Return lists with what is known before any pass: facts and fixed dates."""
    start = [net.ground] * len(net.ids)
    finish = list(start)
    for i, at in net.fact_finish.items():
        start[i], finish[i] = net.fact_start[i], at
    return start, finish


class LateNumbers:
    """The backward pass: what each activity may be held back to.

    Attributes:
        start: Late start numbers.
        finish: Late finish numbers.
        at_finish: The same.
        room: The latest finish number that moves no successor's early date.
    """

    def __init__(
        self,
        net: IndexNetwork,
        early: Early,
        against: Against,
    ) -> None:
        """Run the pass.

        Args:
            net: The network.
            early: Where each goes at the earliest.
            against: What it measures against.
        """
        end, room_end, order, constraints = against
        self._net = net
        self._early = early
        self._end = end
        self.finish = self.at_finish = [end] * len(net.ids)
        self.room = [FAR] * len(net.ids)
        self._held: dict[int, int] = {}
        for i in net.open_ends:
            self.room[i] = room_end
        # What only hands on its links has no finish of its own to be in time.
        for i in net.through:
            self.finish[i] = FAR
        for ceiling in net.ceilings:
            if constraints or not ceiling.constraint:
                self._limit(ceiling.activity, ceiling.at, on_start=ceiling.on_start)
            if not ceiling.constraint:
                self._keep_room(ceiling.activity, ceiling.at, on_start=ceiling.on_start)
        self._walk(net.back_order if order is None else order)
        self.start = [f - d for f, d in zip(self.finish, net.duration, strict=True)]
        for i, at in self._held.items():
            self.start[i] = min(self.start[i], at)

    def _stretched(self, i: int) -> bool:
        """Return whether a promise parts the finish from the start."""
        early = self._early
        return early.finish[i] - early.start[i] > self._net.duration[i]

    def _limit(self, i: int, at: int, *, on_start: bool) -> None:
        if not on_start:
            self.finish[i] = min(self.finish[i], at)
        elif self._stretched(i):
            self._held[i] = min(self._held.get(i, FAR), at)
        else:
            self.finish[i] = min(self.finish[i], at + self._net.duration[i])

    def _keep_room(self, i: int, at: int, *, on_start: bool) -> None:
        early = self._early
        room = at + early.finish[i] - early.start[i] if on_start else at
        self.room[i] = min(self.room[i], room)

    def _walk(self, order: Sequence[int]) -> None:
        finish, room, days = self.finish, self.room, self._net.duration
        early, before, others = self._early.start, self._net.before, self._net.others
        held, through = self._held, self._net.through
        for i in reversed(order):
            s = finish[i] - days[i]
            if held and i in held:
                s = min(s, held[i])
            e = early[i]
            if i in through:
                if s == FAR:  # nobody waits for it any more
                    finish[i] = self._end
                    continue
                e = room[i]
            for j in before[i]:
                if s < finish[j]:  # noqa: PLR1730 - a call to min costs more
                    finish[j] = s
                if e < room[j]:  # noqa: PLR1730 - the same
                    room[j] = e
            for j, from_start, to_finish, lag in others[i]:
                back = days[i] - lag if to_finish else -lag
                self._limit(j, s + back, on_start=from_start)
                self._keep_room(j, e + back, on_start=from_start)


def last_finish(net: IndexNetwork, early: Early, members: Iterable[int]) -> int:
    """Return the last finish among some activities; the ground when there is none."""
    return max(map(early.finish.__getitem__, members), default=net.ground)
