"""Why a date is what it is, and who carries the path."""

from datetime import date

import pytest

from send_framework import Assumption, Constraint, ConstraintKind, Event, Status
from send_framework.errors import UnknownActivityError
from send_framework.network.kinds import Basis, DriverKind
from send_framework.network.reasons import explain, explain_all
from send_framework.network.schedule import schedule
from tests.network.planning import FRIDAY_BEFORE, act, link, plan_of, stone


def test_the_reason_names_the_driver_what_it_beat_and_the_closed_days() -> None:
    """B waits for A over Easter; the link that lost and the plan's start are named."""
    plan = plan_of(
        act("A", 4), act("C", 2), act("B", 5, link("A", lag=1), "C"), start=date(2024, 3, 25)
    )
    answer = schedule(plan, on=date(2024, 3, 22))
    found = explain(plan, answer, "B")
    assert found.sentence == (
        "B starts 3 April 2024, because A finishes 28 March 2024, then 1 working day, "
        "and finishes 9 April 2024."
    )
    assert found.driver is not None
    assert (found.driver.predecessor, found.driver.lag) == ("A", 1)
    assert [each.kind for each in found.beaten] == [DriverKind.LINK, DriverKind.PROJECT_START]
    closed = [(str(gap.first), str(gap.last), gap.why) for gap in found.gaps]
    assert closed == [
        ("2024-03-29", "2024-03-29", "Good Friday"),
        ("2024-03-30", "2024-03-31", "weekend"),
        ("2024-04-01", "2024-04-01", "Easter Monday"),
    ]
    assert found.chain == ("A", "B")


def test_the_chain_carries_its_assumptions() -> None:
    """A guessed link and a guessed duration on the way are listed."""
    guess = Assumption(id="G", reason="a guess", fills=["B after A"])
    plan = plan_of(act("A"), act("B", 5, "A"), assumptions=[guess])
    found = explain(plan, schedule(plan, on=FRIDAY_BEFORE), "B")
    assert found.assumed == ("A duration", "B after A")


@pytest.mark.parametrize(
    ("lag", "words"),
    [(-3, "A finishes 28 June 2024, less a lead of 3 working days"), (5, "then 5 working days")],
)
def test_lags_and_leads_are_said(lag: int, words: str) -> None:
    """A lag is named with its unit."""
    plan = plan_of(act("A", 20), act("B", 5, link("A", lag=lag)))
    assert words in explain(plan, schedule(plan, on=FRIDAY_BEFORE), "B").sentence


def test_a_promise_that_stretches_is_said_last() -> None:
    """The start has one reason, the finish another."""
    plan = plan_of(act("A", 5, due="2024-06-28"))
    sentence = explain(plan, schedule(plan, on=FRIDAY_BEFORE), "A").sentence
    assert sentence.startswith("A starts 3 June 2024, because the plan starts 3 June 2024,")
    assert "nobody expects it before 28 June 2024" in sentence


def test_facts_fixed_days_the_data_date_and_starts_are_said() -> None:
    """Each kind of driver has its own words."""
    plan = plan_of(
        act("A", 5, actual_start="2024-06-03", actual_finish="2024-06-07"),
        act("S", 10, actual_start="2024-06-05", remaining=4),
        act("N", 5),
        act("C", 5, planned_start="2024-07-01"),
        stone("F", fixed=True, due="2024-07-10"),
        act("O", due="ongoing"),
    )
    answer = schedule(plan, on=date(2024, 6, 7))
    said = {name: explain(plan, answer, name).sentence for name in "ASNCFO"}
    assert said["A"] == "A is on 7 June 2024, because of a fact: it was done 7 June 2024."
    assert said["S"] == (
        "S started 5 June 2024 and finishes 13 June 2024, "
        "because what is not done by 7 June 2024 comes after it."
    )
    assert "what is not done by 7 June 2024 comes after it" in said["N"]
    assert "because of its planned start, 1 July 2024" in said["C"]
    assert "others set its date: 10 July 2024" in said["F"]
    assert said["O"].startswith("O is ongoing")
    assert explain(plan, answer, "S").gaps == ()


def test_nothing_drives_a_start_that_has_happened() -> None:
    """Of started work the reason is said of its finish: its promise, or what it waits for."""
    begun = {"actual_start": "2024-06-03", "remaining": 2}
    plan = plan_of(act("A", 20), act("B", 5, "A", **begun), act("P", 5, due="2024-06-28", **begun))
    answer = schedule(plan, on=date(2024, 6, 7))
    assert explain(plan, answer, "B").sentence == (
        "B started 3 June 2024 and finishes 9 July 2024, because A finishes 5 July 2024."
    )
    assert explain(plan, answer, "P").sentence == (
        "P started 3 June 2024 and finishes 28 June 2024, "
        "because of its own promise: nobody expects it before 28 June 2024."
    )


def test_links_to_a_start_have_no_gap_of_closed_days() -> None:
    """Only what waits for a finish has closed days between."""
    plan = plan_of(act("A", 20), act("B", 5, link("A", "SS", 4)))
    found = explain(plan, schedule(plan, on=FRIDAY_BEFORE), "B")
    assert found.gaps == ()
    assert "A starts 3 June 2024, then 4 working days" in found.sentence


def test_the_promised_basis_explains_by_published_dates() -> None:
    """Nothing drives a promise but itself."""
    plan = plan_of(act("A", 5, due="2024-06-14"))
    found = explain(plan, schedule(plan, on=FRIDAY_BEFORE, basis=Basis.PROMISED), "A")
    assert "its own published dates put it: 10 June 2024 to 14 June 2024" in found.sentence


def test_what_has_no_dates_says_why() -> None:
    """Undated, in a loop, behind one, cancelled."""
    plan = plan_of(
        act("U"),
        act("A", 5, "B"),
        act("B", 5, "A"),
        act("C", 5, "B"),
        act("X", 5, status=Status.CANCELLED),
    )
    answer = schedule(plan, on=FRIDAY_BEFORE)
    said = {name: explain(plan, answer, name).sentence for name in "UABCX"}
    assert "nothing gives it a place" in said["U"]
    assert "it waits for itself: " in said["A"]
    assert "waits for work that waits for itself" in said["C"]
    assert "cancelled or superseded" in said["X"]


def test_a_chain_passes_through_cancelled_work() -> None:
    """Cancelled work lets links pass and is left out of the chain."""
    plan = plan_of(act("A", 5), act("X", 5, "A", status=Status.CANCELLED), act("B", 5, "X"))
    assert explain(plan, schedule(plan, on=FRIDAY_BEFORE), "B").chain == ("A", "B")


def test_a_promise_ends_the_chain_of_what_drives_a_finish() -> None:
    """B ends when A does, and A's finish is its own promise: what drove A's start is no part."""
    plan = plan_of(act("S", 5), act("A", 5, "S", due="2024-06-28"), act("B", 3, link("A", "FF")))
    assert explain(plan, schedule(plan, on=FRIDAY_BEFORE), "B").chain == ("A", "B")


def test_an_unknown_id_is_refused() -> None:
    """The message names a near one."""
    plan = plan_of(act("S01", 5), events=[Event(id="E1", title="x")])
    with pytest.raises(UnknownActivityError, match="S01"):
        explain(plan, schedule(plan, on=FRIDAY_BEFORE), "S02")


def test_who_carries_the_path_and_where_it_changes_hands() -> None:
    """Joint work counts for both; work without an owner is listed as such."""
    plan = plan_of(
        act("A", 10, accountable="X"),
        act("B", 20, "A", accountable=["X", "Y"]),
        act("C", 10, "B"),
    )
    answer = schedule(plan, on=FRIDAY_BEFORE)
    shares = [(each.agency, each.working_days, each.share) for each in answer.agency_shares]
    assert shares == [("X", 30, 0.75), ("Y", 20, 0.5), ("", 10, 0.25)]
    hands = [(each.predecessor, each.successor) for each in answer.hand_offs]
    assert hands == [("A", "B"), ("B", "C")]


def test_a_path_of_moments_has_no_days_to_share() -> None:
    """No duration, no share."""
    answer = schedule(plan_of(stone("M", accountable="X", due="2024-06-05")), on=FRIDAY_BEFORE)
    assert [each.share for each in answer.agency_shares] == [0.0]


def test_a_start_by_forecast_and_one_by_constraint_are_told_apart() -> None:
    """Only what the plan calls a constraint is called one."""
    limit = Constraint(kind=ConstraintKind.START_NO_EARLIER_THAN, day=date(2024, 7, 1))
    plan = plan_of(
        act("F", 5, planned_start="2024-07-01", forecast_start="2024-07-08"),
        act("C", 5, constraints=[limit]),
    )
    answer = schedule(plan, on=FRIDAY_BEFORE)
    assert "its forecast start, 8 July 2024" in explain(plan, answer, "F").sentence
    assert (
        "its constraint: start no earlier than 1 July 2024" in explain(plan, answer, "C").sentence
    )


@pytest.mark.parametrize("basis", Basis)
def test_all_activities_are_explained_as_each_is_alone(basis: Basis) -> None:
    """What has dates comes first, in the schedule's order; what has none follows."""
    plan = plan_of(act("N", None), act("A", 5, due="2024-06-28"), act("B", 3, "A"))
    answer = schedule(plan, on=FRIDAY_BEFORE, basis=basis)
    found = explain_all(plan, answer)
    dated = [each.id for each in answer.activities]
    assert [each.id for each in found] == [*dated, *(each.id for each in answer.unscheduled)]
    assert {each.id for each in found} == {"N", "A", "B"}
    assert found == tuple(explain(plan, answer, each.id) for each in found)
