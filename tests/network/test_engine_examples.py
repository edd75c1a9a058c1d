"""The worked examples of the scheduling rules, each computed by hand first."""

from datetime import date

import pytest

from send_framework.model.action import Side
from send_framework.model.dependency import ConstraintKind, DependencyType, LagUnit
from send_framework.network.engine.drivers import bounds, link_slack
from send_framework.network.engine.paths import driving_paths
from send_framework.network.engine.slipping import held_back
from send_framework.network.kinds import DriverKind
from send_framework.working_days import Closure, WorkingCalendar, begin_of, end_of
from tests.network.engine_networks import (
    EVERY_DAY,
    FOUR_DAYS,
    START,
    TERM,
    late_span,
    limit,
    link,
    solved,
    span,
    total,
    work,
)

SHUTDOWN = WorkingCalendar(
    id="shutdown",
    title="Closed at Christmas",
    closures=(Closure(name="shutdown", first=date(2024, 12, 23), last=date(2025, 1, 1)),),
)


def at(day: str) -> int:
    """Return the instant at which a day begins."""
    return begin_of(date.fromisoformat(day))


def test_work_counts_its_first_day() -> None:
    """One day from Monday is Monday; five from Maundy Thursday go round Easter."""
    assert span(solved([work("A", 1)]), "A") == ("2024-06-03", "2024-06-03")
    easter = solved([work("A", 5)], start=at("2024-03-28"))
    assert span(easter, "A") == ("2024-03-28", "2024-04-05")


@pytest.mark.parametrize(
    ("kind", "lag", "dates"),
    [
        ("FS", 0, ("2024-06-17", "2024-06-21")),
        ("FS", 5, ("2024-06-24", "2024-06-28")),
        ("FS", -3, ("2024-06-12", "2024-06-18")),
        ("SS", 4, ("2024-06-07", "2024-06-13")),
        ("FF", 2, ("2024-06-12", "2024-06-18")),
        ("SF", 5, ("2024-06-03", "2024-06-07")),
    ],
)
def test_the_four_links(kind: str, lag: int, dates: tuple[str, str]) -> None:
    """P works 3 to 14 June, Q is 5 days long: where each type and lag puts it."""
    result = solved([work("P", 10), work("Q", 5)], [link(f"P {kind} Q", lag)])
    assert span(result, "Q") == dates


def test_a_lag_is_counted_in_working_days() -> None:
    """Finished on Wednesday 24 July, five working days' lag: the next starts on 1 August."""
    result = solved([work("P", 3), work("Q", 1)], [link("P Q", 5)], start=at("2024-07-22"))
    assert span(result, "P")[1] == "2024-07-24"
    assert span(result, "Q")[0] == "2024-08-01"


def test_a_lag_in_calendar_days_runs_over_christmas() -> None:
    """Six weeks from Friday 15 November end on a Saturday: work starts when its calendar opens."""
    links = [
        link("P Q", 42, unit=LagUnit.CALENDAR_DAYS),
        link("P R", 42, unit=LagUnit.CALENDAR_DAYS),
    ]
    activities = [work("P", 1), work("Q", 1), work("R", 1, calendar=SHUTDOWN)]
    result = solved(activities, links, start=at("2024-11-15"))
    assert span(result, "Q")[0] == "2024-12-30"
    assert span(result, "R")[0] == "2025-01-02"


def test_a_finish_held_by_calendar_days_rounds_up() -> None:
    """Two days after Friday is Sunday: a finish held to it is Monday's, never Friday's."""
    links = [link("P FF Q", 2, unit=LagUnit.CALENDAR_DAYS)]
    result = solved([work("P", 5), work("Q", 1)], links)
    assert span(result, "P")[1] == "2024-06-07"
    assert span(result, "Q")[1] == "2024-06-10"


def test_a_finish_held_by_another_calendar_rounds_back() -> None:
    """Work that ends on a Sunday lets five-day work end on the Friday: no day lies between."""
    activities = [work("P", 7, calendar=EVERY_DAY), work("Q", 5)]
    result = solved(activities, [link("P FF Q")])
    assert span(result, "P")[1] == "2024-06-09"
    assert span(result, "Q")[1] == "2024-06-07"


def test_a_milestone_is_the_day_its_predecessor_ends() -> None:
    """The board approves on Friday 23 August, not after the bank holiday on Tuesday 27."""
    result = solved([work("A", 5), work("M")], [link("A M")], start=at("2024-08-19"))
    assert span(result, "M") == ("2024-08-23", "2024-08-23")


def test_a_milestone_on_the_start_side_is_the_next_working_day() -> None:
    """The same approval as the beginning of something is the Tuesday."""
    start_side = work("M", side=Side.START)
    result = solved([work("A", 5), start_side], [link("A M")], start=at("2024-08-19"))
    assert span(result, "M") == ("2024-08-27", "2024-08-27")


def test_a_milestone_inside_a_closure_moves_to_its_end() -> None:
    """School closed until 3 September: what waits for 9 August is reached on the 4th."""
    activities = [work("A", 5), work("M", calendar=TERM), work("N", 1)]
    result = solved(activities, [link("A M"), link("M N")], start=at("2024-08-05"))
    assert span(result, "A")[1] == "2024-08-09"
    assert span(result, "M") == ("2024-09-04", "2024-09-04")
    assert span(result, "N")[0] == "2024-09-04"


def test_a_milestone_is_never_read_before_the_first_possible_day() -> None:
    """With nothing before it, it falls on the day the plan starts, not on the day before."""
    assert span(solved([work("M")], start=at("2024-06-05")), "M")[0] == "2024-06-05"
    assert span(solved([work("M")], start=at("2024-06-08")), "M")[0] == "2024-06-10"


def test_float_against_each_end_of_the_window() -> None:
    """A to M from 3 June 2024: early and late dates, and float to three days of inspectors."""
    result = solved(
        [work("A", 20), work("B", 30), work("C", 15), work("D", 10), work("M")],
        [link("A B"), link("A SS C", 10), link("B D"), link("C D", 5), link("D M")],
    )
    assert [span(result, name) for name in "ABCDM"] == [
        ("2024-06-03", "2024-06-28"),
        ("2024-07-01", "2024-08-09"),
        ("2024-06-17", "2024-07-05"),
        ("2024-08-12", "2024-08-23"),
        ("2024-08-23", "2024-08-23"),
    ]
    assert late_span(result, "C") == ("2024-07-15", "2024-08-02")
    assert result.total_float == [0, 0, 20, 0, 0]
    assert result.free_float == [0, 0, 20, 0, 0]
    ends = [result.float_to(at(day)) for day in ("2024-08-19", "2024-09-09", "2024-10-07")]
    assert ends == [(-5, -5, 15, -5, -5), (9, 9, 29, 9, 9), (29, 29, 49, 29, 29)]
    assert driving_paths(result).paths == ((0, 1, 3, 4),)


def test_a_fixed_event_does_not_move_and_its_predecessor_is_late() -> None:
    """Twelve days before a board on 12 June end on the 18th: float -4; what follows starts 13th."""
    board = end_of(date(2024, 6, 12))
    activities = [work("P", 12), work("B", fixed_start=board, fixed_finish=board), work("Q", 5)]
    result = solved(activities, [link("P B"), link("B Q")])
    assert span(result, "P")[1] == "2024-06-18"
    assert total(result, "P") == -4
    assert span(result, "B") == ("2024-06-12", "2024-06-12")
    assert span(result, "Q")[0] == "2024-06-13"


def test_a_fixed_event_binds_across_calendars() -> None:
    """Four-day work before a Wednesday has to be done by that Wednesday, its own days counted."""
    board = end_of(date(2024, 6, 12))
    begun = work("S", 20, actual_start=at("2024-06-03"), remaining=20)
    activities = [
        work("P", 8, calendar=FOUR_DAYS),
        work("B", fixed_start=board, fixed_finish=board),
        begun,
    ]
    result = solved(activities, [link("P B"), link("S SS B", 2), link("P SS B", 3)])
    assert span(result, "P")[1] == "2024-06-13"
    assert result.total_float == [-1, 12, 0]
    assert link_slack(result) == (-1, 6, 4)


def test_constraints_are_left_out_against_the_window_in_several_calendars() -> None:
    """The same rule in instants."""
    due = limit(ConstraintKind.FINISH_NO_LATER_THAN, date(2024, 6, 6))
    result = solved([work("P", 8, calendar=FOUR_DAYS, limits=(due,)), work("Q", 10)])
    assert result.total_float == [-4, 0]
    assert result.float_to(None) == (0, 0)


def test_a_constraint_that_logic_breaks_gives_negative_float() -> None:
    """P then Q, to be finished by 21 June: it finishes on the 25th, both have float -2."""
    due = limit(ConstraintKind.FINISH_NO_LATER_THAN, date(2024, 6, 21))
    result = solved([work("P", 12), work("Q", 5, limits=(due,))], [link("P Q")])
    assert span(result, "Q")[1] == "2024-06-25"
    assert result.total_float == [-2, -2]
    assert result.float_to(None) == (0, 0)


def test_a_constraint_does_not_count_against_the_window() -> None:
    """`float_to` leaves no-later constraints out; the total float has them in."""
    due = limit(ConstraintKind.FINISH_NO_LATER_THAN, date(2024, 6, 7))
    result = solved([work("P", 5, limits=(due,)), work("Q", 5)], finish=at("2024-07-01"))
    assert result.total_float == [0, 15]
    assert result.float_to(at("2024-07-01")) == (15, 15)


@pytest.mark.parametrize(
    ("kind", "day", "dates", "floats"),
    [
        (ConstraintKind.START_NO_EARLIER_THAN, "2024-06-12", ("2024-06-12", "2024-06-18"), 0),
        (ConstraintKind.FINISH_NO_EARLIER_THAN, "2024-06-12", ("2024-06-06", "2024-06-12"), 0),
        (ConstraintKind.START_NO_LATER_THAN, "2024-06-03", ("2024-06-03", "2024-06-07"), 0),
        (ConstraintKind.START_NO_LATER_THAN, "2024-05-31", ("2024-06-03", "2024-06-07"), -1),
        (ConstraintKind.START_NO_LATER_THAN, "2024-06-01", ("2024-06-03", "2024-06-07"), -1),
        (ConstraintKind.FINISH_NO_LATER_THAN, "2024-06-06", ("2024-06-03", "2024-06-07"), -1),
        (ConstraintKind.MUST_START_ON, "2024-06-05", ("2024-06-05", "2024-06-11"), 0),
        (ConstraintKind.MUST_START_ON, "2024-06-08", ("2024-06-10", "2024-06-14"), 0),
        (ConstraintKind.MUST_FINISH_ON, "2024-06-14", ("2024-06-10", "2024-06-14"), 0),
        (ConstraintKind.MUST_FINISH_ON, "2024-06-15", ("2024-06-10", "2024-06-14"), 0),
    ],
)
def test_constraints(kind: ConstraintKind, day: str, dates: tuple[str, str], floats: int) -> None:
    """Five days of work under each constraint, on working days and on a Saturday."""
    result = solved([work("A", 5, limits=(limit(kind, date.fromisoformat(day)),))])
    assert span(result, "A") == dates
    assert result.total_float == [floats]


def test_nothing_is_placed_before_the_start() -> None:
    """A lead longer than its predecessor stops at the first day of the plan."""
    result = solved([work("P", 2), work("Q", 3)], [link("P Q", -10)])
    assert span(result, "Q")[0] == START.isoformat()
    assert bounds(result, 1)[0].kind is DriverKind.PROJECT_START


def test_float_through_a_closure_of_another_calendar() -> None:
    """The August action may use the whole school holiday: 16 days, and not one more."""
    activities = [work("A", 5), work("M", calendar=TERM), work("Z", 1, calendar=TERM)]
    result = solved(activities, [link("A M"), link("M Z")], start=at("2024-08-05"))
    assert result.total_float == [16, 0, 0]
    assert late_span(result, "A")[1] == "2024-09-03"
    assert held_back(result, 0, 16).finish_instant == result.finish_instant
    assert held_back(result, 0, 17).finish_instant > result.finish_instant


def test_a_promise_stretches_the_finish_and_leaves_the_start() -> None:
    """Five days promised for 28 June: the start stays on the 3rd, what follows waits for July."""
    promise = end_of(date(2024, 6, 28))
    activities = [work("A", 5, promised_finish=promise), work("B", 5)]
    result = solved(activities, [link("A B")])
    assert span(result, "A") == ("2024-06-03", "2024-06-28")
    assert span(result, "B")[0] == "2024-07-01"
    assert result.total_float == [0, 0]
    assert late_span(result, "A") == ("2024-06-24", "2024-06-28")
    first, second, *_ = bounds(result, 0)
    assert (first.kind, first.sets) == (DriverKind.OWN_PROMISE, True)
    assert (second.kind, second.sets) == (DriverKind.PROJECT_START, True)


def test_what_starts_with_stretched_work_does_not_wait_for_its_promise() -> None:
    """A start-to-start link leaves the start, which the promise does not move; nobody is late."""
    promise = end_of(date(2024, 6, 28))
    activities = [work("A", 5, promised_finish=promise), work("B", 10)]
    result = solved(activities, [link("A SS B")])
    assert span(result, "B")[0] == "2024-06-03"
    assert result.total_float == [0, 10]


def test_a_promised_milestone_moves_whole() -> None:
    """A moment has no start to stay behind."""
    promise = end_of(date(2024, 6, 28))
    result = solved([work("M", promised_finish=promise), work("B", 1)], [link("M B")])
    assert span(result, "M") == ("2024-06-28", "2024-06-28")
    assert span(result, "B")[0] == "2024-07-01"
    assert bounds(result, 0)[0].kind is DriverKind.OWN_PROMISE


def test_several_links_between_the_same_two_are_all_kept() -> None:
    """The ladder: start-to-start and finish-to-finish, whichever asks for more."""
    result = solved([work("P", 10), work("Q", 5)], [link("P SS Q", 2), link("P FF Q", 3)])
    assert span(result, "Q") == ("2024-06-13", "2024-06-19")
    [first, second, _] = bounds(result, 1)
    assert (first.link, first.sets, second.link, second.sets) == (1, True, 0, False)


def test_ongoing_work_spans_and_drives_nothing() -> None:
    """It begins where it may, lasts until everything is done, and links bind neither side."""
    links = [link("O B"), link("A O")]
    began = limit(ConstraintKind.START_NO_EARLIER_THAN, date(2024, 6, 5))
    for more, first in (
        ({}, "2024-06-03"),
        ({"limits": (began,)}, "2024-06-05"),
        ({"actual_start": at("2024-05-01")}, "2024-05-01"),
        ({"fixed_start": at("2024-06-06")}, "2024-06-06"),
    ):
        ongoing = work("O", 100, ongoing=True, **more)
        result = solved([work("A", 5), ongoing, work("B", 10)], links)
        assert span(result, "O") == (first, "2024-06-14")
        assert (total(result, "O"), late_span(result, "O")) == (None, ("None", "None"))
        assert bounds(result, 1) == ()
        assert total(result, "A") == 5


def test_the_scope_of_a_target_holds_its_predecessors() -> None:
    """What lies outside has no float to the window and is measured against the own finish."""
    activities = [work("A", 5), work("B", 5), work("C", 20)]
    result = solved(activities, [link("A B"), link("A C")], finish=at("2024-07-01"), scope=[1])
    assert result.total_float == [10, 10, 0]
    assert result.float_to(at("2024-06-24"), [1]) == (5, 5, None)
    assert result.float_to(None, [1]) == (0, 0, None)
    own = solved(activities, [link("A B"), link("A C")], scope=[1])
    assert own.total_float == [0, 0, 0]


def test_a_link_in_another_calendar_makes_a_network_of_two() -> None:
    """A lag named in calendar "every day" counts the weekend too."""
    result = solved([work("P", 5), work("Q", 1)], [link("P Q", 3, calendar=EVERY_DAY)])
    assert span(result, "Q")[0] == "2024-06-11"
    plain = solved([work("P", 5), work("Q", 1)], [link("P Q", calendar=EVERY_DAY)])
    assert type(plain.network).__name__ == "IndexNetwork"


def test_manually_scheduled_work_keeps_its_dates_and_passes_late_ones_on() -> None:
    """Fixed without binding: what comes before is measured against what comes after."""
    fixed = work("F", 5, fixed_start=at("2024-06-17"), fixed_finish=at("2024-06-22"), binds=False)
    result = solved([work("A", 5), fixed, work("Z", 20)], [link("A F")])
    assert span(result, "F") == ("2024-06-17", "2024-06-21")
    assert result.total_float == [10, 5, 0]
    bound = work("F", 5, fixed_start=at("2024-06-17"), fixed_finish=at("2024-06-22"))
    assert solved([work("A", 5), bound, work("Z", 20)], [link("A F")]).total_float == [5, 5, 0]


def test_a_fixed_date_needs_only_one_end() -> None:
    """The other follows from the duration."""
    for more in ({"fixed_start": at("2024-06-17")}, {"fixed_finish": at("2024-06-22")}):
        result = solved([work("F", 5, **more)])
        assert span(result, "F") == ("2024-06-17", "2024-06-21")
    for more in ({"fixed_start": at("2024-06-18")}, {"fixed_finish": at("2024-06-18")}):
        assert span(solved([work("F", **more)]), "F") == ("2024-06-17", "2024-06-17")


def test_facts_are_read_as_given_at_a_weekend() -> None:
    """A launch on a Saturday is printed as that Saturday, on either side."""
    finish_side = work("L", fixed_start=at("2024-06-09"), fixed_finish=at("2024-06-09"))
    assert span(solved([finish_side]), "L") == ("2024-06-08", "2024-06-08")
    start_side = work("L", side=Side.START, fixed_start=at("2024-06-08"))
    assert span(solved([start_side]), "L") == ("2024-06-08", "2024-06-08")
    worked = work("L", 0, fixed_start=at("2024-06-08"), fixed_finish=at("2024-06-10"))
    assert span(solved([worked]), "L") == ("2024-06-08", "2024-06-09")


def test_late_dates_of_a_milestone_are_read_on_its_side() -> None:
    """Ten days to spare: the latest evening for a finish, the latest morning for a start."""
    for side, day in ((Side.FINISH, "2024-06-14"), (Side.START, "2024-06-17")):
        result = solved([work("M", side=side), work("Z", 10)])
        assert late_span(result, "M") == (day, day)


def test_dependency_types_say_which_ends_they_tie() -> None:
    """Start-to-finish leaves a start and holds a finish."""
    ends = {kind.value: (kind.from_start, kind.to_finish) for kind in DependencyType}
    assert ends == {
        "FS": (False, False),
        "SS": (True, False),
        "FF": (False, True),
        "SF": (True, True),
    }
