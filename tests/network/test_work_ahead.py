"""The work that lies ahead: whose, until when, and what nobody dated."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from send_framework import (
    Action,
    Agency,
    AgencyKind,
    Commitment,
    CommitmentKind,
    Event,
    Meeting,
    Milestone,
    Plan,
    ReviewCycle,
    Status,
)
from send_framework.errors import NetworkError, UnknownActivityError
from send_framework.network.schedule import schedule
from send_framework.network.work_ahead import last_day, work_ahead

ON = date(2024, 5, 31)
NORTHSHIRE = Plan(
    title="Northshire SEND improvement plan",
    start=date(2024, 6, 3),
    data_date=ON,
    agencies=[
        Agency(id="NCC", name="A council", kind=AgencyKind.LOCAL_AUTHORITY),
        Agency(id="NICB", name="A board", kind=AgencyKind.INTEGRATED_CARE_BOARD),
        Agency(id="PCF", name="A forum", kind=AgencyKind.PARENT_CARER_FORUM),
    ],
    events=[
        Event(id="BOARD", title="Improvement board", date="2024-07-15"),
        Event(id="SOMEDAY", title="Stocktake"),
    ],
    reviews=[
        ReviewCycle(id="R", title="Board", planned=[Meeting(id="R1", date="2024-09-02")]),
    ],
    actions=[
        Action(id="A", title="Agree", accountable="NCC", duration=20),
        Action(id="B", title="Build", lead="NICB", duration=30, after=["A", "F"]),
        Action(id="C", title="Consult", contributors=["PCF"], duration=15, after="A"),
        Action(id="U", title="Undated", accountable="PCF"),
        Action(id="X", title="Dropped", accountable="PCF", status=Status.CANCELLED),
        Action(id="Z", title="Done", accountable="NCC", duration=1, actual_finish="2024-05-30"),
    ],
    milestones=[Milestone(id="M", title="Board confirms", accountable="NICB", after=["B", "C"])],
    commitments=[
        Commitment(
            id="F", title="Funding", kind=CommitmentKind.FUNDING, agencies=["NICB"],
            due="2024-06-14",
        ),
    ],
)  # fmt: skip
SCHEDULE = schedule(NORTHSHIRE)


def ids(agency: str | None = None, until: date | None = None) -> list[str]:
    """Return the ids of the work ahead, in order."""
    work = work_ahead(NORTHSHIRE, SCHEDULE, agency=agency, until=until)
    return [each.id for each in work.activities]


def test_everybodys_work_comes_in_order_of_time() -> None:
    """What is done and what is no work (boards, events) is left out."""
    assert ids() == ["A", "F", "C", "B", "M"]


def test_an_agency_works_where_it_is_accountable_leads_or_helps() -> None:
    """NICB leads B, confirms M and pays F; the forum helps with C."""
    assert ids("NICB") == ["F", "B", "M"]
    assert ids("PCF") == ["C"]


def test_only_what_starts_by_the_day_is_told() -> None:
    """B and C begin on Monday 1 July 2024."""
    assert ids(until=date(2024, 6, 30)) == ["A", "F"]
    assert ids(until=date(2024, 7, 1)) == ["A", "F", "C", "B"]


def test_undated_work_is_told_apart() -> None:
    """Nobody can say when U is to be done; X was dropped, so nobody asks."""
    work = work_ahead(NORTHSHIRE, SCHEDULE, agency="PCF")
    assert [each.id for each in work.undated] == ["U"]


def test_an_unknown_agency_is_refused_with_a_near_one() -> None:
    """A mistyped agency is not an agency without work."""
    with pytest.raises(NetworkError, match=r"'NIC'\. Did you mean 'NICB'"):
        work_ahead(NORTHSHIRE, SCHEDULE, agency="NIC")


@given(st.integers(1, 520))
def test_weeks_count_from_the_data_date(weeks: int) -> None:
    """So many times seven days after the data date."""
    day = last_day(NORTHSHIRE, SCHEDULE, weeks=weeks)
    assert day == ON + timedelta(weeks=weeks)


def test_before_a_board_is_the_day_before() -> None:
    """An event that no link names, a planned meeting, and work in the network all do."""
    days = {
        wanted: last_day(NORTHSHIRE, SCHEDULE, before=wanted) for wanted in ("BOARD", "R1", "M")
    }
    assert days == {
        "BOARD": date(2024, 7, 14), "R1": date(2024, 9, 1), "M": date(2024, 8, 8),
    }  # fmt: skip


def test_the_earlier_of_two_limits_counts() -> None:
    """Six weeks end before the board, eight do not."""
    assert last_day(NORTHSHIRE, SCHEDULE, weeks=6, before="BOARD") == date(2024, 7, 12)
    assert last_day(NORTHSHIRE, SCHEDULE, weeks=8, before="BOARD") == date(2024, 7, 14)
    assert last_day(NORTHSHIRE, SCHEDULE) is None


@pytest.mark.parametrize("wanted", ["SOMEDAY", "U"])
def test_nothing_comes_before_what_has_no_date(wanted: str) -> None:
    """An event without a date, and work without one, bound nothing."""
    with pytest.raises(NetworkError, match=f"{wanted} has no date"):
        last_day(NORTHSHIRE, SCHEDULE, before=wanted)


def test_before_nothing_known_is_refused() -> None:
    """A mistyped id gets a near one."""
    with pytest.raises(UnknownActivityError, match="Did you mean 'BOARD'"):
        last_day(NORTHSHIRE, SCHEDULE, before="BORD")
