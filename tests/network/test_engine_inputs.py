"""What the engine refuses, and how it says so; what it does with an unusual order."""

from datetime import date
from typing import Any

import pytest

from send_framework.errors import (
    CalendarError,
    DependencyCycleError,
    ModelError,
    NetworkError,
    UnknownActivityError,
)
from send_framework.model.dependency import ConstraintKind, LagUnit
from send_framework.network.engine.activity import NetworkActivity
from send_framework.network.engine.compiled import compile_network
from send_framework.network.engine.ordering import topological_order
from send_framework.network.engine.passes import passes, with_predecessors
from send_framework.network.engine.slipping import held_back
from send_framework.network.schedule import compile_network as from_the_front
from send_framework.working_days import begin_of, end_of
from tests.network.engine_networks import (
    EVERY_DAY,
    FOUR_DAYS,
    TERM,
    limit,
    link,
    solved,
    span,
    work,
)


@pytest.mark.parametrize(
    ("ids", "days", "before", "message"),
    [
        ([], [], [], "it has no activity"),
        (["A", "A"], [1, 1], [[], []], "ids occur twice: A"),
        (["A"], [-3], [[]], "'A' is -3 days long"),
        (["A"], [1], [[4]], r"'A' follows \[4\], but numbers go from 0 to 0"),
        (["A", "B"], [1], [[]], "2 ids, 1 durations, 1 lists of predecessors"),
    ],
)
def test_a_bare_network_is_checked(
    ids: list[str], days: list[int], before: list[list[int]], message: str
) -> None:
    """Every fault is named, with what would be right."""
    with pytest.raises(NetworkError, match=message):
        compile_network(ids, days, before)


def test_all_faults_are_named_at_once() -> None:
    """Two faults make one error with both."""
    with pytest.raises(NetworkError, match=r"'A' is -1 days long.*'B' follows"):
        compile_network(["A", "B"], [-1, 1], [[], [9]])


def test_the_front_door_is_the_same() -> None:
    """`schedule` passes the engine on."""
    assert from_the_front is compile_network


@pytest.mark.parametrize(
    ("before", "cycle"),
    [
        ([[2], [0], [1]], {"A", "B", "C"}),
        ([[0], [0], [1]], {"A"}),
        ([[1, 2], [0, 2], []], {"A", "B"}),
    ],
)
def test_a_cycle_is_named(before: list[list[int]], cycle: set[str]) -> None:
    """The loop itself is named, and nobody who only waits for it."""
    with pytest.raises(DependencyCycleError) as caught:
        compile_network(["A", "B", "C"], [1, 1, 1], before)
    assert set(caught.value.cycle) == cycle


def test_the_shortest_of_two_cycles_that_meet_is_named() -> None:
    """A waits for B and for a long way round: the short loop is the answer."""
    before = [[1, 3], [0], [0], [2]]
    with pytest.raises(DependencyCycleError) as caught:
        topological_order(before, "ABCD")
    assert caught.value.cycle == ("A", "B")
    assert str(caught.value).startswith("these actions wait for themselves: A -> B -> A")


def test_a_cycle_of_links_is_named() -> None:
    """The same for activities with ids; ongoing work breaks a loop, for it binds nothing."""
    around = [link("A B"), link("B A")]
    with pytest.raises(DependencyCycleError):
        solved([work("A", 1), work("B", 1)], around)
    assert solved([work("A", 1), work("B", ongoing=True)], around).finish == 1


def test_unknown_and_doubled_ids_are_refused() -> None:
    """A link that names nobody, two of one name, and a near spelling."""
    with pytest.raises(UnknownActivityError, match=r"called 'S1O'\. Did you mean 'S10'"):
        solved([work("S10", 1)], [link("S10 S1O")])
    with pytest.raises(NetworkError, match="ids occur twice: A"):
        solved([work("A", 1), work("A", 1)])
    network = solved([work("A", 1), work("B", 1)]).network
    assert network.position("B") == 1
    with pytest.raises(UnknownActivityError):
        network.position("C")


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"duration": -1}, "duration"),
        ({"remaining": -2}, "remaining"),
        ({"actual_start": 9, "actual_finish": 8}, "actual_finish"),
        ({"fixed_start": 9, "fixed_finish": 8}, "fixed_finish"),
    ],
)
def test_an_activity_that_contradicts_itself_is_refused(wrong: dict[str, Any], field: str) -> None:
    """Negative lengths, and facts the wrong way round."""
    with pytest.raises(ModelError, match=f"Activity A: {field}"):
        NetworkActivity(id="A", **wrong)


def test_finer_ticks_need_a_single_calendar() -> None:
    """Several calendars, and lags in calendar days, are counted in whole days."""
    activities = [work("A", 1), work("B", 1, calendar=TERM)]
    with pytest.raises(NetworkError, match="counted in whole days"):
        solved(activities, ticks_per_day=100)
    weeks = [link("A B", 7, unit=LagUnit.CALENDAR_DAYS)]
    with pytest.raises(NetworkError, match="counted in whole days"):
        solved([work("A", 1), work("B", 1)], weeks, ticks_per_day=100)


def test_a_schedule_may_leave_the_calendar_only_in_numbers() -> None:
    """With one calendar numbers go on for ever; the dates do not, and say so."""
    result = solved([work("A", 100_000)])
    assert result.finish == 100_000
    with pytest.raises(CalendarError, match="reaches the year 2101"):
        result.early_finish_day(0)
    with pytest.raises(CalendarError, match="reaches the year 2101"):
        solved([work("A", 100_000), work("B", 1, calendar=FOUR_DAYS)])


def test_activities_may_be_given_in_any_order() -> None:
    """Results follow the order given, not the order of the work."""
    result = solved([work("C", 5), work("A", 3), work("B", 2)], [link("A B"), link("B C")])
    assert [span(result, name)[0] for name in "CAB"] == ["2024-06-10", "2024-06-03", "2024-06-06"]
    assert with_predecessors(result.network, [2]) == {1, 2}


def test_only_the_plans_calendar_is_the_plans() -> None:
    """All work on another calendar: the finish is counted in the plan's, the rest in its own."""
    result = solved([work("A", 14, calendar=EVERY_DAY)])
    assert (result.early_finish[0], result.finish) == (14, 10)


def test_slipping_a_fixed_date_moves_it() -> None:
    """A board put off by three working days takes what follows with it, in either form."""
    board = end_of(date(2024, 6, 12))
    for calendar in (None, FOUR_DAYS):
        fixed = work("B", fixed_finish=board)
        result = solved([fixed, work("Q", 4, calendar=calendar)], [link("B Q")])
        slipped = held_back(result, 0, 3)
        assert span(slipped, "B") == ("2024-06-17", "2024-06-17")
        assert span(slipped, "Q")[0] == "2024-06-18"
        assert held_back(result, 0, 0).finish == result.finish


def test_slipping_stretched_work_moves_start_and_promise() -> None:
    """A slip is a slip of both ends: the promise does not swallow it, in either form."""
    promise = end_of(date(2024, 6, 28))
    for calendar in (None, FOUR_DAYS):
        work_promised = work("A", 5, promised_finish=promise)
        result = solved([work_promised, work("B", 5, calendar=calendar)], [link("A B")])
        slipped = held_back(result, 0, 2)
        assert span(slipped, "A") == ("2024-06-05", "2024-07-02")
        assert span(slipped, "B")[0] == "2024-07-03"


def test_start_limits_on_stretched_work_bind_its_start_only() -> None:
    """Promised late and to be begun early: the start has no room, the finish is not late."""
    promise = end_of(date(2024, 6, 28))
    begun = begin_of(date(2024, 6, 3))
    early = limit(ConstraintKind.START_NO_LATER_THAN, date(2024, 6, 5))
    for calendar in (None, FOUR_DAYS):
        activities = [
            work("A", 5, promised_finish=promise, limits=(early,)),
            work("P", 1, calendar=calendar),
            work("Z", 30),
        ]
        result = solved(activities, [link("P A")], start=begun)
        assert result.late_start[0] == 2
        assert (result.total_float[0], result.total_float[1]) == (1, 1)


def test_numbers_of_a_bare_network_take_a_target() -> None:
    """Without a calendar the target is a number too."""
    network = compile_network(["A", "B"], [3, 2], [[], [0]])
    result = passes(network, finish=9)
    assert result.total_float == [4, 4]
    assert result.float_to(4, [0]) == (1, None)
    assert held_back(result, 0, 1).finish == 6
