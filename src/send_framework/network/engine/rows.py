"""Many samples at once: the same passes over rows of numbers, one row for each activity.

A **row** holds one number for each sample (int32). What is the same in every sample stays a plain
int, and so does all that depends on nothing else: work that is done costs nothing. The rules are
those of `index_passes` and `instant_passes`; a property test holds every sample equal to the single
pass of its own numbers.

1. `for_samples` gives the form of a network that samples run on.
2. `row_ranges.room_for` checks that no sample can leave the numbers and years that are known, and
   makes room that one pass after another can use.
3. [`forward`][send_framework.network.engine.rows.forward] places everything, `last_finish` reads
   the finish, `leading` says what decides it in each sample.
4. `again` computes only what a change of one activity moves.

Behind it: `row_values` and `row_room` (what rows are made of, and memory), `row_numbers` and
`row_instants` (the two forms), `row_leads`. They need numpy, so nothing imports them before
something is sampled.
"""

from collections.abc import Collection, Mapping

from attrs import evolve

from send_framework.network.engine import row_instants, row_numbers
from send_framework.network.engine.compiled import Compiled, IndexNetwork, InstantNetwork
from send_framework.network.engine.numbering import in_numbers
from send_framework.network.engine.row_leads import Leads, latest_of, unfollowed
from send_framework.network.engine.row_ranges import Ranges, ranges_of, room_for
from send_framework.network.engine.row_results import EarlyRows, LeadRows
from send_framework.network.engine.row_room import Room
from send_framework.network.engine.row_values import ABSENT, Flags, Row, RowInputs

__all__ = [
    "EarlyRows",
    "Flags",
    "LeadRows",
    "Ranges",
    "Room",
    "Row",
    "RowInputs",
    "again",
    "for_samples",
    "forward",
    "last_finish",
    "leading",
    "ranges_of",
    "room_for",
]


def for_samples(net: Compiled, ticks: int = 100, lags: Collection[int] = ()) -> Compiled:
    """Return a network in the form that samples run on.

    Args:
        net: From `compile_schedule` or `compile_network`.
        ticks: Units in a working day, where one calendar serves all; several are counted in whole
            days.
        lags: Numbers of the links whose lags are drawn: in calendar days they need instants.

    Example:
        >>> from send_framework.network.engine.compiled import compile_network
        >>> for_samples(compile_network(["A"], [3], [[]], ticks_per_day=100)).duration
        [300]
    """
    if not isinstance(net, IndexNetwork) or net.dated is None:
        return net
    drawn = (a for row in net.dated.arrivals_of for a in row if a.link in lags)
    if any(a.table is None for a in drawn):
        return evolve(net.dated, numbered=False)
    return in_numbers(net.dated, ticks)


def forward(
    net: Compiled,
    inputs: RowInputs,
    size: int,
    *,
    only: Collection[int] | None = None,
    room: Room | None = None,
) -> EarlyRows:
    """Place all activities at the earliest, in many samples at once.

    Args:
        net: As `for_samples` gives it.
        inputs: What differs from sample to sample.
        size: How many samples there are: the length of every row.
        only: Numbers of what is to be computed, their predecessors among them; ``None`` is all.
        room: Memory, from `room_for`. What an earlier pass kept in it is overwritten. ``None``
            makes room for this pass alone, and checks the inputs for it.

    Raises:
        NetworkError: A number would leave what 32 bits can hold.
        CalendarError: A sample leaves the years that a calendar knows.

    Example:
        >>> import numpy as np
        >>> from send_framework.network.engine.compiled import compile_network
        >>> net = compile_network(["A", "B", "C"], [3, 2, 4], [[], [], [0, 1]])
        >>> drawn = RowInputs(durations={0: np.array([1, 3, 5], np.int32)})
        >>> forward(net, drawn, 3).finish(2)
        array([6, 7, 9], dtype=int32)
    """
    if room is None:
        room = room_for(net, size, ranges_of(inputs))
    room.clear()
    nothing = [ABSENT] * len(net.ids)
    early = EarlyRows(
        network=net,
        inputs=inputs,
        room=room,
        starts=list(nothing),
        finishes=list(nothing),
        at_starts=list(nothing),
        at_finishes=list(nothing),
        least=[0] * len(net.ids),
        by_hand=_by_hand(net, inputs),
    )
    order = [*net.fact_finish, *net.order]
    _place(early, order if only is None else [i for i in order if i in only])
    return early


def again(
    net: Compiled,
    early: EarlyRows,
    inputs: RowInputs,
    changed: int | Collection[int],
    *,
    start_at: Mapping[int, int] | None = None,
) -> EarlyRows:
    """Compute again what a change moves; all other rows are shared with the first pass.

    What it gives stays good until the next call with the same first pass.

    Args:
        net: The network of the first pass.
        early: The first pass.
        inputs: The inputs with the change made; none may exceed the ranges of the first pass.
        changed: Number of the activity whose inputs, or whose links' lags, differ; or several.
        start_at: Starts that are set, whatever comes before: in the index form a number, else an
            instant, as `Early.at_start` has them.

    Example:
        >>> import numpy as np
        >>> from send_framework.network.engine.compiled import compile_network
        >>> net = compile_network(["A", "B", "C"], [3, 2, 4], [[], [], [0, 1]])
        >>> drawn = RowInputs(durations={0: np.array([1, 3, 5], np.int32)})
        >>> again(net, forward(net, drawn, 3), RowInputs(), 0).finish(2)
        array([7, 7, 7], dtype=int32)
    """
    forced = {**early.forced, **(start_at or {})}
    moved = {changed} if isinstance(changed, int) else set(changed)
    moved.update(forced)
    room = early.room.inner
    room.clear()
    found = evolve(
        early,
        inputs=inputs,
        room=room,
        starts=list(early.starts),
        finishes=list(early.finishes),
        at_starts=list(early.at_starts),
        at_finishes=list(early.at_finishes),
        least=list(early.least),
        forced=forced,
        by_hand=early.by_hand | moved if isinstance(net, IndexNetwork) else frozenset(),
    )
    _place(found, _followers(net, early, moved))
    return found


def last_finish(early: EarlyRows, members: Collection[int]) -> Row:
    """Return the last finish among some activities; the ground where there is none.

    In the index form a number, else an instant; with one calendar the beginning of the working day
    that follows, as `instant_passes.last_finish` has it.

    Example:
        >>> import numpy as np
        >>> from send_framework.network.engine.compiled import compile_network
        >>> net = compile_network(["A", "B"], [3, 2], [[], []])
        >>> drawn = RowInputs(durations={0: np.array([1, 3], np.int32)})
        >>> last_finish(forward(net, drawn, 2), [0, 1])
        array([2, 3], dtype=int32)
    """
    net = early.network
    last = latest_of(net, early, unfollowed(early, members))
    if isinstance(net, InstantNetwork) and net.numbered:
        last = early.room.table(net.plan_table).begin(last, early.room.spare[0])
    return early.room.whole(last).copy()


def leading(
    net: Compiled, inputs: RowInputs, early: EarlyRows, members: Collection[int]
) -> LeadRows:
    """Return which activities lie on a chain of links that decides the members' last finish.

    Ties count for all. It is what `paths.driving_paths` finds for each sample by itself. What it
    gives stays good until the next call with a pass in the same room.

    Args:
        net: The network of the pass.
        inputs: The inputs of the pass.
        early: The pass.
        members: Numbers of what is asked for; what leads to them is found.

    Example:
        >>> import numpy as np
        >>> from send_framework.network.engine.compiled import compile_network
        >>> net = compile_network(["A", "B", "C"], [3, 2, 4], [[], [], [0, 1]])
        >>> drawn = RowInputs(durations={0: np.array([1, 2, 5], np.int32)})
        >>> leads = leading(net, drawn, forward(net, drawn, 3), [2])
        >>> leads.count(0), leads.count(1), leads.count(2)
        (2, 2, 3)
    """
    early.room.clear_flags()
    return Leads(net, inputs, early).back_from(members)


def _by_hand(net: Compiled, inputs: RowInputs) -> frozenset[int]:
    if not isinstance(net, IndexNetwork):
        return frozenset()
    return row_numbers.by_hand(net, durations=inputs.durations, lags=inputs.lags)


def _place(early: EarlyRows, order: Collection[int]) -> None:
    net = early.network
    if isinstance(net, IndexNetwork):
        row_numbers.place(net, early, order)
    else:
        row_instants.place(net, early, order)


def _followers(net: Compiled, early: EarlyRows, moved: set[int]) -> list[int]:
    """Return what moves with some activities, these among them, in order."""
    found = [i for i in net.fact_finish if i in moved]
    reached = set(moved)
    for i in net.order:
        if early.finishes[i] is not ABSENT and (
            i in reached or not reached.isdisjoint(net.waits[i])
        ):
            reached.add(i)
            found.append(i)
    return found
