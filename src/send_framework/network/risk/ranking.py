"""What would change if one thing were otherwise: the same samples computed again.

The random numbers stay, so the difference is the change's own and not chance. Only what leads in
some sample is asked about: shortening anything else can gain nothing.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping

import numpy as np
from attrs import define, evolve, field, frozen

from send_framework.network.engine.compiled import IndexNetwork, State
from send_framework.network.engine.rows import EarlyRows, Flags, Row, RowInputs, again
from send_framework.network.risk.block import Block
from send_framework.network.risk.circumstances import Happening
from send_framework.network.risk.effects import WORKED
from send_framework.network.risk.reading import looked_up_in
from send_framework.network.risk.results import Remedy


@define(kw_only=True)
class Gain:
    """What a change gains, summed over samples.

    Attributes:
        count: Samples that are done with the change and without.
        days: By how much earlier, in units, over these.
        happened: Those of them in which what is left out happens.
        days_if: By how much earlier over those.
        ready: By how many more samples are in time, by the name of the window's end.
    """

    count: int = 0
    days: int = 0
    happened: int = 0
    days_if: int = 0
    ready: dict[str, int] = field(factory=dict[str, int])

    def add(self, other: "Gain") -> None:
        """Take in the next block's."""
        self.count += other.count
        self.days += other.days
        self.happened += other.happened
        self.days_if += other.days_if
        for name, more in other.ready.items():
            self.ready[name] = self.ready.get(name, 0) + more


@define(kw_only=True)
class Gains:
    """What each change gains.

    Attributes:
        remedies: By activity and remedy; a remedy that changes nothing there is left out.
        events: By place among the happenings: what there would be without it.
    """

    remedies: dict[tuple[int, Remedy], Gain] = field(factory=dict[tuple[int, Remedy], Gain])
    events: list[Gain] = field(factory=list[Gain])

    def add(self, other: "Gains") -> None:
        """Take in the next block's; it may have remedies only."""
        for key, gain in other.remedies.items():
            self.remedies.setdefault(key, Gain()).add(gain)
        for mine, theirs in zip(self.events, other.events, strict=False):
            mine.add(theirs)


def without_each_event(block: Block) -> Iterator[Gain]:
    """Yield what there would be gained without each risk and each refusal.

    Args:
        block: The samples.
    """
    changes, circumstances = _Changes(block=block), block.circumstances
    for place, each in enumerate(circumstances.happenings):
        yield changes.without(place, each)


def with_each_remedy(block: Block, asked: Iterable[int]) -> dict[tuple[int, Remedy], Gain]:
    """Return what each remedy gains that changes anything about some activities.

    Args:
        block: The samples.
        asked: Numbers of the activities.
    """
    changes = _Changes(block=block)
    return {(i, remedy): gain for i in asked for remedy, gain in changes.remedies(i)}


@frozen(kw_only=True, eq=False)
class _Changes:
    block: Block

    def remedies(self, i: int) -> Iterator[tuple[Remedy, Gain]]:
        """Yield what each remedy gains that changes anything about an activity."""
        block, net = self.block, self.block.trial.net
        if self._is_uncertain(i):
            done = self._again(_made_certain(block.inputs, i), i)
            yield Remedy.CERTAIN, self._gain(done, self._never_without(i))
        if net.state[i] in WORKED and net.duration[i]:
            yield Remedy.HALVED, self._gain(self._again(self._halved(i), i), block.never)
            if net.state[i] is State.OPEN:
                forced = {i: block.trial.at_starts[i]}
                early = again(net, block.early, block.inputs, i, start_at=forced)
                yield Remedy.ON_TIME, self._gain(self._done(early), block.never)

    def without(self, place: int, happening: Happening) -> Gain:
        """Return what there would be gained without one risk or refusal."""
        block, circumstances = self.block, self.block.circumstances
        if happening.days is None:
            never = circumstances.never(without=(place,), among=block.trial.scope)
            return self._gain(block.done, never, happening.flags)
        rows = circumstances.rows(circumstances.delayed(circumstances.drawn, (place,)))
        done = self._again(rows, happening.numbers)
        return self._gain(done, block.never, happening.flags)

    def _again(self, inputs: RowInputs, changed: int | Collection[int]) -> Row:
        block = self.block
        return self._done(again(block.trial.net, block.early, inputs, changed))

    def _done(self, early: EarlyRows) -> Row:
        return self.block.trial.reading.done(early)

    def _is_uncertain(self, i: int) -> bool:
        inputs, given = self.block.inputs, self.block.trial.inputs
        drawn = i in inputs.durations or i in inputs.delays or i in inputs.promises
        return drawn or any(each.number == i for each in given.approvals)

    def _never_without(self, i: int) -> Flags | None:
        """Return in which samples the scope is never done although this one is approved."""
        block = self.block
        places = [n for n, e in enumerate(block.circumstances.happenings) if e.numbers == (i,)]
        return block.circumstances.never(without=places, among=block.trial.scope)

    def _halved(self, i: int) -> RowInputs:
        """Return the inputs with half of its length, whatever it was stretched to."""
        inputs, early, net = self.block.inputs, self.block.early, self.block.trial.net
        days = inputs.durations.get(i)
        whole = np.full(self.block.size, net.duration[i], np.int32) if days is None else days
        found = evolve(inputs, durations={**inputs.durations, i: _half(whole)})
        if i not in net.promises:
            return found
        number = early.start(i) + _half(early.finish(i) - early.start(i))
        return evolve(found, promises={**inputs.promises, i: self._ending(i, number)})

    def _ending(self, i: int, number: Row) -> Row:
        """Return where work ends after so many working days, in the unit of promises."""
        net = self.block.trial.net
        if isinstance(net, IndexNetwork):
            return number
        return looked_up_in(net.tables[i].end, number)

    def _gain(self, done: Row, never: Flags | None, happened: Flags | None = None) -> Gain:
        block = self.block
        both = [~flags for flags in (block.never, never) if flags is not None]
        kept = np.logical_and.reduce(both) if both else slice(None)
        earlier = (block.done - done)[kept]
        struck = earlier[:0] if happened is None else earlier[happened[kept]]
        return Gain(
            count=len(earlier),
            days=int(earlier.sum(dtype=np.int64)),
            happened=len(struck),
            days_if=int(struck.sum(dtype=np.int64)),
            ready={name: n - block.ready_now[name] for name, n in block.ready(done, never)},
        )


def _half(row: Row) -> Row:
    """Return half of each, rounded up: half of a day that cannot be divided is a day."""
    return (row + np.int32(1)) >> np.int32(1)


def _made_certain(inputs: RowInputs, i: int) -> RowInputs:
    """Return the inputs with one activity as the single schedule has it."""
    return evolve(
        inputs,
        durations=_left_out(inputs.durations, i),
        delays=_left_out(inputs.delays, i),
        promises=_left_out(inputs.promises, i),
    )


def _left_out(rows: Mapping[int, Row], i: int) -> dict[int, Row]:
    return {number: row for number, row in rows.items() if number != i}
