"""What a block of samples meets: the numbers drawn, and which risks and refusals come.

Rows are in the unit of the network that is run over them: with one calendar hundredths of a
working day, else whole working days.
"""

from collections.abc import Collection, Iterable, Iterator
from functools import cached_property, reduce

import numpy as np
from attrs import define, field, frozen

from send_framework.model.distribution import Distribution
from send_framework.model.uncertainty import Uncertain
from send_framework.network.engine.compiled import IndexNetwork
from send_framework.network.engine.moves import later
from send_framework.network.engine.rows import Flags, Row, RowInputs
from send_framework.network.risk.copula import correlated
from send_framework.network.risk.draws import Draw
from send_framework.network.risk.effects import WORKED
from send_framework.network.risk.inputs import ApprovalInput, EventInput
from send_framework.network.risk.reading import looked_up_in
from send_framework.network.risk.streams import Bits, Streams
from send_framework.network.risk.tables import looked_up, whole_numbers
from send_framework.network.risk.trial import Trial


@frozen(kw_only=True, eq=False)
class Happening:
    """A risk, or an approval that may be refused, in each sample.

    Attributes:
        flags: Whether it happens, or is refused.
        days: By how much it then delays, 0 where it does not happen; ``None`` is for good.
        numbers: Of the activities it delays.
    """

    flags: Flags
    days: Row | None
    numbers: tuple[int, ...]


@define(kw_only=True, eq=False)
class Drawn:
    """Uncertain numbers by activity (lags: by link), a row each.

    Attributes:
        durations: Working days; of started work what remains.
        lags: Of links.
        delays: By how much it starts later, or a fixed date is moved.
        lateness: By how much it may be later than its promise.
    """

    durations: dict[int, Row] = field(factory=dict[int, Row])
    lags: dict[int, Row] = field(factory=dict[int, Row])
    delays: dict[int, Row] = field(factory=dict[int, Row])
    lateness: dict[int, Row] = field(factory=dict[int, Row])

    @property
    def is_empty(self) -> bool:
        """Whether nothing differs between samples."""
        return not (self.durations or self.lags or self.delays or self.lateness)

    def copy(self) -> "Drawn":
        """Return one that can be changed on its own; rows are shared."""
        return Drawn(
            durations=dict(self.durations),
            lags=self.lags,
            delays=dict(self.delays),
            lateness=dict(self.lateness),
        )


_PARTS = {
    Uncertain.DURATION: "durations",
    Uncertain.START: "delays",
    Uncertain.PROMISE: "lateness",
    Uncertain.LAG: "lags",
}


@frozen(kw_only=True, eq=False, slots=False)
class Circumstances:
    """Everything drawn for one block.

    Attributes:
        trial: What is simulated.
        streams: The block's random numbers.
    """

    trial: Trial
    streams: Streams

    @cached_property
    def happenings(self) -> tuple[Happening, ...]:
        """Risks in the order of the inputs, then refusals."""
        given = self.trial.inputs
        return (*map(self._event, given.events), *map(self._refusal, given.approvals))

    @cached_property
    def drawn(self) -> Drawn:
        """The uncertain numbers without risks and refusals."""
        return self._rows(self.trial.inputs.draws)

    def with_defaults_held(self) -> Drawn:
        """Return everything that happens where no default of the library is drawn."""
        found = Drawn()
        for draw in self.trial.inputs.draws:
            if not draw.assumed:
                kept, rows = self._part(found, draw), self._part(self.drawn, draw)
                key = draw.number if draw.link is None else draw.link
                kept[key] = rows[key]
        return self.delayed(found)

    def delayed(self, drawn: Drawn, without: Collection[int] = ()) -> Drawn:
        """Return the same with the delays of risks and refusals added.

        Args:
            drawn: Uncertain numbers.
            without: Places in `happenings` of what is left out.
        """
        found = drawn.copy()
        for place, each in enumerate(self.happenings):
            if each.days is not None and place not in without:
                for number in each.numbers:
                    self._delay(found, number, each.days)
        return found

    def never(self, without: Collection[int] = (), among: Collection[int] = ()) -> Flags | None:
        """Return in which samples an approval that is needed is refused for good.

        Args:
            without: Places in `happenings` of what is left out.
            among: Numbers of the activities that need it.

        Returns:
            ``None`` where that never is.
        """
        refused = [
            each.flags
            for place, each in enumerate(self.happenings)
            if each.days is None and place not in without and each.numbers[0] in among
        ]
        return reduce(np.logical_or, refused) if refused else None

    def rows(self, drawn: Drawn) -> RowInputs:
        """Return what the passes run on."""
        return RowInputs(
            durations=drawn.durations,
            lags=drawn.lags,
            delays=drawn.delays,
            promises={i: self._promised(i, late) for i, late in drawn.lateness.items()},
        )

    def length(self, drawn: Drawn, number: int) -> Row | None:
        """Return how long an activity is: of what is stretched to its promise, until that.

        It is measured from the single schedule's start, so that it says nothing of what comes
        before; ``None`` where every sample has the same.
        """
        net, days = self.trial.net, drawn.durations.get(number)
        late = drawn.lateness.get(number)
        if number not in net.promises or (days is None and late is None):
            return drawn.delays.get(number) if days is None else days
        start = np.int32(self._promise_number(number) - self.trial.starts[number])
        whole = np.int32(net.duration[number]) if days is None else days
        return np.maximum(whole, start if late is None else start + late)

    # --- how it is drawn -------------------------------------------------------------------

    def _event(self, said: EventInput) -> Happening:
        flags = self.streams.happens(said.stream, said.probability)
        days = self._days(said.delay, f"{said.stream} delay") * flags
        return Happening(flags=flags, days=days, numbers=said.numbers)

    def _refusal(self, said: ApprovalInput) -> Happening:
        flags = ~self.streams.happens(said.stream, said.probability)
        days = None
        if said.otherwise is not None:
            days = self._days(said.otherwise, f"{said.stream} delay") * flags
        return Happening(flags=flags, days=days, numbers=(said.number,))

    def _days(self, spread: Distribution, stream: str) -> Row:
        table = whole_numbers(spread, self.trial.unit, 0.0)
        return looked_up(table, self.streams.bits(stream))

    def _rows(self, draws: Iterable[Draw]) -> Drawn:
        found, tied = Drawn(), dict(self._tied())
        last, bits = "", tied.get("")
        for draw in draws:
            if draw.stream != last or bits is None:
                last = draw.stream
                bits = tied[last] if last in tied else self.streams.bits(last)
            table = whole_numbers(draw.spread, self.trial.unit, draw.least)
            key = draw.number if draw.link is None else draw.link
            self._part(found, draw)[key] = looked_up(table, bits)
        return found

    def _tied(self) -> Iterator[tuple[str, Bits]]:
        """Yield the random numbers of what is correlated, by stream."""
        given = self.trial.inputs
        for each in given.correlations:
            names = [given.draws[place].stream for place in each.members]
            yield from zip(names, correlated(self.streams, each, names), strict=True)

    def _part(self, drawn: Drawn, draw: Draw) -> dict[int, Row]:
        part: dict[int, Row] = getattr(drawn, _PARTS[draw.what])
        return part

    def _delay(self, found: Drawn, number: int, days: Row) -> None:
        """Lengthen work; let a moment come, or what others date be, so much later.

        What is expected for its promise is expected so much later too: a delay that the wait for
        the promise would swallow would be none.
        """
        net = self.trial.net
        has_length = net.duration[number] > 0 or number in found.durations
        worked = net.state[number] in WORKED and has_length
        rows = found.durations if worked else found.delays
        own = np.int32(net.duration[number] if worked else 0)
        rows[number] = rows.get(number, own) + days
        if number in net.promises:
            found.lateness[number] = found.lateness.get(number, np.int32(0)) + days

    def _promised(self, number: int, late: Row) -> Row:
        """Return where a promise then stands: a number, or an instant."""
        net = self.trial.net
        at = net.promises[number]
        if isinstance(net, IndexNetwork):
            return np.int32(at) + late
        return looked_up_in(lambda days: later(at, days, net.tables[number]), late)

    def _promise_number(self, number: int) -> int:
        net = self.trial.net
        return net.table(number).index(net.promises[number])
