"""Samples scheduled one by one: the slow answer that rows of samples have to equal."""

from collections.abc import Mapping, Sequence
from typing import Any

from attrs import evolve, field, frozen
from hypothesis import strategies as st

from send_framework.network.engine.activity import NetworkActivity
from send_framework.network.engine.compiled import Compiled, IndexNetwork, InstantNetwork, State
from send_framework.network.engine.passes import Passes, passes
from send_framework.working_days import ENGLAND
from tests.network.engine_networks import Drawn

FREE = (State.OPEN, State.STARTED)
PINNED = (State.FIXED, State.PLACED)
Numbers = dict[int, tuple[int, ...]]


@frozen(kw_only=True)
class Draws:
    """What differs from sample to sample: one number for each sample."""

    size: int
    durations: Numbers = field(factory=dict[int, tuple[int, ...]])
    lags: Numbers = field(factory=dict[int, tuple[int, ...]])
    delays: Numbers = field(factory=dict[int, tuple[int, ...]])
    promises: Numbers = field(factory=dict[int, tuple[int, ...]])


def some(
    draw: st.DrawFn, numbers: Sequence[int], values: st.SearchStrategy[int], size: int
) -> Numbers:
    """Draw values for each sample of some of the numbers."""
    if not numbers:
        return {}
    chosen = draw(st.sets(st.sampled_from(numbers)))
    many = st.lists(values, min_size=size, max_size=size).map(tuple)
    return {each: draw(many) for each in sorted(chosen)}


@st.composite
def draws(draw: st.DrawFn, net: Drawn, network: Compiled, *, delays: bool = True) -> Draws:
    """Draw what differs between a few samples; promises are days after the start."""
    size = draw(st.integers(1, 3))
    cancelled = {i for i, each in enumerate(net.activities) if each.passes_through}
    free = [i for i, s in enumerate(network.state) if s in FREE and i not in cancelled]
    pinned = [i for i, state in enumerate(network.state) if state in PINNED]
    days = st.integers(0, 20)
    # Without a lag a link forgets its calendar: what is drawn there is counted in the plan's.
    lagged = [n for n, each in enumerate(net.links) if each.lag or each.calendar == ENGLAND]
    return Draws(
        size=size,
        durations=some(draw, free, days, size),
        lags=some(draw, lagged, st.integers(-6, 8), size),
        delays=some(draw, [*free, *pinned] if delays else [], days, size),
        promises=some(draw, free, st.integers(0, 90), size),
    )


def of_sample(found: Numbers, sample: int) -> dict[int, int]:
    """Return the numbers of one sample."""
    return {i: values[sample] for i, values in found.items()}


def scheduled(
    net: Drawn, drawn: Draws, sample: int, options: dict[str, Any], like: Compiled
) -> Passes:
    """Return the schedule of one sample: compiled anew with its own numbers, in the same form."""
    start = net.start.toordinal()
    days, lags = of_sample(drawn.durations, sample), of_sample(drawn.lags, sample)
    promises = {i: start + n for i, n in of_sample(drawn.promises, sample).items()}
    activities = tuple(
        _with_numbers(each, days.get(i), promises.get(i)) for i, each in enumerate(net.activities)
    )
    links = tuple(evolve(each, lag=lags.get(n, each.lag)) for n, each in enumerate(net.links))
    network = evolve(net, activities=activities, links=links).compiled(**options)
    if isinstance(network, IndexNetwork) and isinstance(like, InstantNetwork):
        assert network.dated is not None
        network = evolve(network.dated, numbered=like.numbered)
    return passes(_delayed(network, of_sample(drawn.delays, sample)))


def _with_numbers(each: NetworkActivity, days: int | None, promise: int | None) -> NetworkActivity:
    if promise is not None:
        each = evolve(each, promised_finish=promise)
    if days is None:
        return each
    if each.actual_start is None or each.remaining is None:
        return evolve(each, duration=days)
    # What is done of started work stays done: only what remains is another number.
    done = max(0, each.duration - each.remaining)
    return evolve(each, duration=done + days, remaining=days)


def _delayed(network: Compiled, delays: Mapping[int, int]) -> Compiled:
    """Return the network with starts held back from where the links alone let them be."""
    for i in delays.keys() & network.fact_finish.keys():
        starts, finishes = dict(network.fact_start), dict(network.fact_finish)
        starts[i] = _moved(network, i, starts[i], delays[i])
        finishes[i] = _moved(network, i, finishes[i], delays[i])
        network = evolve(network, fact_start=starts, fact_finish=finishes)
    for i in network.order:
        if i in delays:
            promises = {j: at for j, at in network.promises.items() if j != i}
            result = passes(evolve(network, promises=promises))
            floor = list(network.floor)
            floor[i] = _start(result, i, delays[i])
            network = evolve(network, floor=floor)
    return network


def _start(result: Passes, i: int, by: int) -> int:
    network = result.network
    if isinstance(network, InstantNetwork) and not network.duration[i]:
        return _moved(network, i, result.early.at_finish[i], by)
    return result.early.start[i] + by


def _moved(network: Compiled, i: int, at: int, by: int) -> int:
    if isinstance(network, IndexNetwork):
        return at + by
    table = network.tables[i]
    return table.end(table.index(at) + by) if by else at
