"""What the engine must satisfy on any network, checked by other means than its own.

Float is tested by its definition: hold an activity back by it and nothing ends later; by one day
more, and something does.
"""

from collections.abc import Iterator
from datetime import timedelta

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from send_framework.model.dependency import DependencyType, LagUnit
from send_framework.network.engine.activity import NetworkLink
from send_framework.network.engine.compiled import IndexNetwork, compile_network
from send_framework.network.engine.passes import Passes, passes
from send_framework.network.engine.paths import driving_paths
from send_framework.network.engine.slipping import held_back
from send_framework.working_days import begin_of
from tests.network.engine_networks import (
    CALENDARS,
    WEEKDAYS,
    Drawn,
    both_forms,
    durations,
    networks,
)

ANSWERS = (
    "early_start",
    "early_finish",
    "late_start",
    "late_finish",
    "total_float",
    "free_float",
    "finish",
)
CIVIL = (LagUnit.WORKING_DAYS, LagUnit.CALENDAR_DAYS)
ANY = networks(calendars=CALENDARS, units=CIVIL)


@st.composite
def plain_networks(draw: st.DrawFn) -> tuple[list[int], list[list[int]]]:
    """Draw durations and predecessors in any order: finish-to-start without lag."""
    count = draw(st.integers(min_value=1, max_value=9))
    days = draw(st.lists(durations, min_size=count, max_size=count))
    numbers = draw(st.permutations(range(count)))
    before: list[list[int]] = [[] for _ in range(count)]
    for place in range(1, count):
        chosen = draw(st.sets(st.integers(min_value=0, max_value=place - 1), max_size=3))
        before[numbers[place]] = [numbers[each] for each in sorted(chosen)]
    return days, before


def simple_paths(before: list[list[int]], last: int) -> Iterator[list[int]]:
    """Yield every path that ends in an activity, by brute force."""
    if not before[last]:
        yield [last]
    for each in before[last]:
        for path in simple_paths(before, each):
            yield [*path, last]


def last_end(result: Passes) -> int:
    """Return the last end: an instant, or a number where numbers say everything."""
    if isinstance(result.network, IndexNetwork):
        return result.finish
    return max(result.early.at_finish)


def floats(result: Passes) -> list[int]:
    """Return total floats of a network without finished or ongoing work."""
    return [each for each in result.total_float if each is not None]


@given(net=plain_networks())
def test_dates_are_the_longest_of_all_paths(net: tuple[list[int], list[list[int]]]) -> None:
    """Early finish is the longest path to an activity, and the chains shown are the longest."""
    days, before = net
    result = passes(compile_network([str(i) for i in range(len(days))], days, before))
    longest = [
        max(sum(days[j] for j in path) for path in simple_paths(before, i))
        for i in range(len(days))
    ]
    assert list(result.early_finish) == longest
    assert result.finish == max(longest)
    found = driving_paths(result, first=10_000)
    driving = {
        tuple(path)
        for i in range(len(days))
        for path in simple_paths(before, i)
        if sum(days[j] for j in path) == result.finish
        and all(longest[j] - days[j] == sum(days[k] for k in path[:n]) for n, j in enumerate(path))
    }
    # A last activity that itself drives another last one, of no length, ends no chain.
    inner = {i for path in driving for i in path[:-1]}
    wanted = {path for path in driving if path[-1] not in inner}
    assert set(found.paths) == wanted
    assert found.count == len(wanted)


@given(net=plain_networks())
def test_total_float_is_what_the_longest_path_through_leaves(
    net: tuple[list[int], list[list[int]]],
) -> None:
    """By brute force over all paths from end to end: finish less the longest one through it."""
    days, before = net
    result = passes(compile_network([str(i) for i in range(len(days))], days, before))
    followed = {j for row in before for j in row}
    whole = [
        path for i in range(len(days)) if i not in followed for path in simple_paths(before, i)
    ]
    for i, total in enumerate(floats(result)):
        through = max(sum(days[j] for j in path) for path in whole if i in path)
        assert total == result.finish - through


@given(net=networks())
def test_numbers_and_instants_give_the_same_answer(net: Drawn) -> None:
    """With one calendar the fast form and the general one agree in everything."""
    fast = net.compiled()
    assert isinstance(fast, IndexNetwork)
    assert fast.dated is not None
    first, second = passes(fast), passes(fast.dated)
    for name in ANSWERS:
        assert getattr(first, name) == getattr(second, name), name


@given(net=ANY)
def test_float_by_definition(net: Drawn) -> None:
    """Four calendars, four types, lags in both units: held back by its float, nothing is late."""
    for network in both_forms(net.compiled()):
        result = passes(network)
        for i, total in enumerate(floats(result)):
            assert last_end(held_back(result, i, total)) <= last_end(result)
            assert last_end(held_back(result, i, total + 1)) > last_end(result)


@given(net=ANY)
def test_the_least_float_is_nothing_without_a_target(net: Drawn) -> None:
    """Something always decides the finish, and what does has no float."""
    assert min(floats(passes(net.compiled()))) == 0


def done_by(result: Passes, at: int) -> bool:
    """Return whether everything is done by an instant; in numbers where they say everything."""
    network = result.days.network
    if network.numbered:
        return network.plan_table.index(result.finish_instant) <= network.plan_table.index(at)
    return result.finish_instant <= at


@given(net=ANY, days=st.integers(min_value=-40, max_value=400))
def test_float_against_a_target_by_definition(net: Drawn, days: int) -> None:
    """Where a target can be met, each may slip by its float and it still is, and no further."""
    by = begin_of(net.start) + days
    result = passes(net.compiled(), finish=by)
    assert done_by(result, by) == (min(floats(result)) >= 0)
    if done_by(result, by):
        for i, total in enumerate(floats(result)):
            assert done_by(held_back(result, i, total), by)
            assert not done_by(held_back(result, i, total + 1), by)


@given(net=ANY)
def test_free_float_by_definition(net: Drawn) -> None:
    """Held back by its free float, no other early date moves; one day more, and one does."""
    result = passes(net.compiled())
    others = range(len(result.total_float))
    for i, free in enumerate(result.free_float):
        total = result.total_float[i]
        assert free is not None
        assert total is not None
        if i in result.network.open_ends:
            assert free == total
            continue
        kept = held_back(result, i, free)
        assert all(kept.early.start[j] == result.early.start[j] for j in others if j != i)
        if free < total:
            moved = held_back(result, i, free + 1).early.at_finish
            assert any(moved[j] != result.early.at_finish[j] for j in others if j != i)


@given(net=ANY, data=st.data())
def test_another_link_never_makes_anything_earlier(net: Drawn, data: st.DataObject) -> None:
    """A link is a bound: adding one moves early dates only later."""
    count = len(net.activities)
    i = data.draw(st.integers(min_value=0, max_value=count - 1))
    j = data.draw(st.integers(min_value=i, max_value=count - 1))
    kind = data.draw(st.sampled_from(list(DependencyType)))
    if i == j:
        return
    extra = NetworkLink(predecessor=str(i), successor=str(j), type=kind)
    before = passes(net.compiled())
    after = passes(evolve(net, links=(*net.links, extra)).compiled())
    assert all(b >= a for a, b in zip(before.early_start, after.early_start, strict=True))
    assert all(b >= a for a, b in zip(before.early_finish, after.early_finish, strict=True))


@given(net=plain_networks(), data=st.data())
def test_a_redundant_link_changes_no_date(
    net: tuple[list[int], list[list[int]]], data: st.DataObject
) -> None:
    """A plain link beside a chain of plain links says nothing new, early or late."""
    days, before = net
    ids = [str(i) for i in range(len(days))]
    i = data.draw(st.integers(min_value=0, max_value=len(days) - 1))
    ancestors = {j for path in simple_paths(before, i) for j in path[:-1]}
    result = passes(compile_network(ids, days, before))
    more = [[*row, *ancestors] if n == i else row for n, row in enumerate(before)]
    again = passes(compile_network(ids, days, more))
    for name in ("early_start", "early_finish", "late_start", "late_finish", "total_float"):
        assert getattr(result, name) == getattr(again, name), name


@given(net=networks(calendars=(WEEKDAYS,), units=CIVIL), weeks=st.integers(1, 60))
def test_whole_weeks_later_without_holidays_shifts_everything(net: Drawn, weeks: int) -> None:
    """Every day moves by the same weeks, every float stays."""
    later = evolve(net, start=net.start + timedelta(weeks=weeks))
    first = passes(net.compiled(calendar=WEEKDAYS))
    second = passes(later.compiled(calendar=WEEKDAYS))
    assert first.total_float == second.total_float
    assert first.free_float == second.free_float
    for i in range(len(net.activities)):
        moved = first.early_finish_day(i) + timedelta(weeks=weeks)
        assert second.early_finish_day(i) == moved
        late = first.late_start_day(i)
        assert late is not None
        assert second.late_start_day(i) == late + timedelta(weeks=weeks)


@given(net=networks(), factor=st.integers(min_value=2, max_value=100))
def test_all_lengths_scaled_scale_everything(net: Drawn, factor: int) -> None:
    """Counting in finer ticks multiplies every number and changes no day."""
    first, fine = passes(net.compiled()), passes(net.compiled(ticks_per_day=factor))
    for name in ANSWERS[:-1]:
        scaled = [each * factor for each in getattr(first, name)]
        assert list(getattr(fine, name)) == scaled, name
    assert fine.network.ticks_per_day == factor
    for i in range(len(net.activities)):
        assert fine.early_finish_day(i) == first.early_finish_day(i)
        held = held_back(fine, i, 3)
        assert held.finish == held_back(first, i, 3).finish * factor


@given(net=ANY)
def test_days_read_are_worked_and_in_order(net: Drawn) -> None:
    """Work starts and finishes on days its calendar works; late is not before early."""
    result = passes(net.compiled())
    for i, each in enumerate(net.activities):
        first, last = result.early_start_day(i), result.early_finish_day(i)
        late = result.late_finish_day(i)
        assert late is not None
        assert first <= last <= late
        assert each.calendar is not None
        if each.duration:
            assert each.calendar.is_working(first)
            assert each.calendar.is_working(last)
            assert each.calendar.count(first, last) == each.duration - 1
        else:
            assert first == last


def test_a_chain_of_a_hundred_thousand() -> None:
    """No recursion and no calendar's end in the way, whichever way round it is listed."""
    count = 100_000
    ids = [str(i) for i in range(count)]
    backwards = [[i + 1] for i in range(count - 1)] + [[]]
    result = passes(compile_network(ids, [10] * count, backwards))
    assert result.finish == 10 * count
    found = driving_paths(result)
    assert found.count == 1
    assert found.paths[0] == tuple(range(count - 1, -1, -1))


def test_ties_are_counted_and_not_enumerated() -> None:
    """A hundred diamonds in a row: two to the hundredth chains, the first ten written out."""
    before: list[list[int]] = [[]]
    for _ in range(100):
        top = len(before) - 1
        before += [[top], [top], [top + 1, top + 2]]
    ids = [str(i) for i in range(len(before))]
    found = driving_paths(passes(compile_network(ids, [1] * len(before), before)))
    assert found.count == 2**100
    assert len(found.paths) == len(set(found.paths)) == 10
    assert all(len(path) == 201 for path in found.paths)
