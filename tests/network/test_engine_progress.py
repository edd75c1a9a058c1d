"""Facts win over logic: what finished, started and unreported work means to the passes."""

from datetime import date

import pytest

from send_framework.errors import NetworkError
from send_framework.network.engine.drivers import bounds, link_slack
from send_framework.network.engine.slipping import held_back
from send_framework.network.kinds import DriverKind
from send_framework.working_days import begin_of, end_of
from tests.network.engine_networks import (
    CALENDARS,
    FOUR_DAYS,
    both_forms,
    late_span,
    link,
    solved,
    span,
    total,
    work,
)

DATA_DATE = end_of(date(2024, 9, 30))


def on(day: str) -> int:
    """Return the instant at which a day begins."""
    return begin_of(date.fromisoformat(day))


def after(day: str) -> int:
    """Return the instant at which a day ends."""
    return end_of(date.fromisoformat(day))


A = work("A", 10, actual_start=on("2024-09-09"), actual_finish=after("2024-09-20"))
B = work("B", 12, actual_start=on("2024-09-18"), remaining=8)
C = work("C", 10, actual_start=on("2024-09-23"), remaining=6)
N = work("N", 5)
OUT_OF_ORDER = (A, B, C, N)
LINKS = (link("A B"), link("B C"), link("C N"))


def test_retained_logic_resumes_behind_its_links() -> None:
    """B until 10 October, then the rest of C, then N: work begun out of order waits."""
    result = solved(OUT_OF_ORDER, LINKS, start=on("2024-09-02"), data_date=DATA_DATE)
    assert result.days.resumes(1) == date(2024, 10, 1)
    assert span(result, "B") == ("2024-09-18", "2024-10-10")
    assert result.days.resumes(2) == date(2024, 10, 11)
    assert span(result, "C") == ("2024-09-23", "2024-10-18")
    assert span(result, "N") == ("2024-10-21", "2024-10-25")
    assert result.total_float == [None, 0, 0, 0]


def test_progress_override_goes_on_where_it_is() -> None:
    """C works on at once; and B, which it no longer waits for, is late for nobody."""
    result = solved(
        OUT_OF_ORDER, LINKS, start=on("2024-09-02"), data_date=DATA_DATE, override_logic=True
    )
    assert span(result, "C") == ("2024-09-23", "2024-10-08")
    assert span(result, "N") == ("2024-10-09", "2024-10-15")
    assert result.total_float == [None, 3, 0, 0]
    assert link_slack(result) == (None, None, 0)


def test_finished_work_has_neither_late_dates_nor_float() -> None:
    """Its dates are the facts, whatever the links say."""
    result = solved(OUT_OF_ORDER, LINKS, start=on("2024-09-02"), data_date=DATA_DATE)
    assert span(result, "A") == ("2024-09-09", "2024-09-20")
    assert late_span(result, "A") == ("None", "None")
    assert (result.total_float[0], result.free_float[0]) == (None, None)
    [fact] = bounds(result, 0)
    assert (fact.kind, fact.sets, fact.day) == (DriverKind.ACTUAL, True, date(2024, 9, 20))
    with pytest.raises(NetworkError, match="'A' is finished or ongoing"):
        held_back(result, 0, 1)


def test_finished_work_needs_only_its_finish() -> None:
    """The start follows from the duration, for a milestone it is the same moment."""
    done = work("D", 5, actual_finish=after("2024-09-20"))
    held = work("M", actual_finish=after("2024-09-20"))
    result = solved([done, held], start=on("2024-09-02"), data_date=DATA_DATE)
    assert span(result, "D") == ("2024-09-16", "2024-09-20")
    assert span(result, "M") == ("2024-09-20", "2024-09-20")


def test_open_work_starts_behind_the_data_date() -> None:
    """Nothing that has not begun can begin in the past; the data date is its reason."""
    result = solved([N], start=on("2024-09-02"), data_date=DATA_DATE)
    assert span(result, "N")[0] == "2024-10-01"
    assert bounds(result, 0)[0].kind is DriverKind.DATA_DATE


def test_the_project_start_counts_when_the_data_date_lies_before_it() -> None:
    """A plan looked at before it begins begins when it begins."""
    result = solved([N], start=on("2024-11-04"), data_date=DATA_DATE)
    assert span(result, "N")[0] == "2024-11-04"
    assert bounds(result, 0)[0].kind is DriverKind.PROJECT_START


def test_without_a_data_date_started_work_goes_on_where_it_stopped() -> None:
    """Ten days, six left: it resumes after four days of work."""
    result = solved([C], start=on("2024-09-02"))
    assert result.days.resumes(0) == date(2024, 9, 27)
    assert span(result, "C") == ("2024-09-23", "2024-10-04")
    assert bounds(result, 0)[0].kind is DriverKind.ACTUAL


def test_a_lag_from_a_start_counts_from_the_actual_start() -> None:
    """Q starts ten days after P began, not after what remains of P resumes."""
    p = work("P", 30, actual_start=on("2024-09-18"), remaining=25)
    links = [link("P SS Q", 15), link("P SF R", 16)]
    activities = [p, work("Q", 5), work("R", 5), work("Z", 60)]
    result = solved(activities, links, start=on("2024-09-02"), data_date=DATA_DATE)
    for network in both_forms(result.network):
        assert network.position("Q") == 1
    assert span(result, "Q")[0] == "2024-10-09"
    assert span(result, "R") == ("2024-10-03", "2024-10-09")
    # A start that has happened bounds nothing backwards: P is free up to the end.
    assert total(result, "P") == 35
    assert result.free_float[0] == 35
    assert link_slack(result) == (0, 0)
    assert (bounds(result, 1)[0].predecessor, bounds(result, 1)[0].sets) == (0, True)


def test_the_float_of_started_work_is_that_of_its_finish() -> None:
    """Late start is the late start of what remains."""
    result = solved([B, work("Z", 20)], start=on("2024-09-02"), data_date=DATA_DATE)
    assert total(result, "B") == 12
    assert late_span(result, "B") == ("2024-10-17", "2024-10-28")


def test_a_finished_successor_bounds_nothing() -> None:
    """N was done before B, against the plan: B is not late for it."""
    done = work("N", 5, actual_start=on("2024-09-09"), actual_finish=after("2024-09-13"))
    result = solved([B, done], [link("B N")], start=on("2024-09-02"), data_date=DATA_DATE)
    assert total(result, "B") == 0
    assert link_slack(result) == (None,)
    assert result.network.open_ends == [0, 1]


def test_a_promise_stretches_what_remains() -> None:
    """Promised for 25 October, eight days left: it resumes at once and takes until then."""
    promised = work(
        "B",
        12,
        actual_start=on("2024-09-18"),
        remaining=8,
        promised_finish=after("2024-10-25"),
    )
    result = solved([promised, N], [link("B N")], start=on("2024-09-02"), data_date=DATA_DATE)
    assert result.days.resumes(0) == date(2024, 10, 1)
    assert span(result, "B") == ("2024-09-18", "2024-10-25")
    assert result.total_float == [0, 0]
    assert bounds(result, 0)[0].kind is DriverKind.OWN_PROMISE


def test_started_work_without_anything_left_is_a_moment() -> None:
    """Reported at 100 per cent without a finish: done by the data date at the earliest."""
    began = work("B", 12, actual_start=on("2024-09-18"), remaining=0)
    result = solved([began, N], [link("B N")], start=on("2024-09-02"), data_date=DATA_DATE)
    assert span(result, "B") == ("2024-09-18", "2024-09-30")
    assert result.days.resumes(0) == date(2024, 9, 30)
    assert span(result, "N")[0] == "2024-10-01"


def test_started_work_in_several_calendars() -> None:
    """The same rules in instants: the rest of four-day work, and a lag from its actual start."""
    p = work("P", 12, calendar=FOUR_DAYS, actual_start=on("2024-09-18"), remaining=8)
    activities = [p, work("Q", 5), work("Z", 40)]
    result = solved(activities, [link("P SS Q", 12)], start=on("2024-09-02"), data_date=DATA_DATE)
    assert span(result, "P") == ("2024-09-18", "2024-10-14")
    assert span(result, "Q")[0] == "2024-10-04"
    assert result.early_start[0] == 10
    assert total(result, "P") == 24
    assert link_slack(result) == (0,)
    assert (bounds(result, 1)[0].predecessor, bounds(result, 1)[0].sets) == (0, True)


@pytest.mark.parametrize("calendar", CALENDARS)
def test_work_begun_is_nowhere_undone(calendar: object) -> None:
    """Whatever the calendar, a start that has happened stays where it was."""
    began = work("B", 12, calendar=calendar, actual_start=on("2024-09-18"), remaining=8)
    result = solved([A, began], [link("A B")], start=on("2024-09-02"), data_date=DATA_DATE)
    assert span(result, "B")[0] == "2024-09-18"
    assert result.early_finish[1] - result.early.start[1] == 8
