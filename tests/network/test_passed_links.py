"""The links of a schedule lead from work to work: what was cancelled between passes them on."""

from datetime import date

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from send_framework import Assumption, DependencyType, LagUnit, Plan
from send_framework.model.action import Dependency
from send_framework.network.assumed import Settings
from send_framework.network.linking import MOST_PASSED
from send_framework.network.results import ScheduledLink
from send_framework.network.schedule import schedule
from tests.network.planning import FRIDAY_BEFORE, act, link, plan_of, stone
from tests.network.test_cancelled_work import TERM, gone

DAYS, CIVIL = LagUnit.WORKING_DAYS, LagUnit.CALENDAR_DAYS


def links(plan: Plan, on: date = FRIDAY_BEFORE) -> tuple[ScheduledLink, ...]:
    """Return the links of a plan's schedule."""
    return schedule(plan, on=on).links


def test_a_link_leads_past_what_was_cancelled() -> None:
    """A, then X, then B: with X cancelled B follows A, and the link says through what."""
    [found] = links(plan_of(act("A", 5), gone("X", "A"), act("B", 5, "X")))
    assert found == ScheduledLink(
        predecessor="A", successor="B", type=DependencyType.FINISH_TO_START, lag=0, lag_unit=DAYS,
        slack=0, driving=True, assumed=False, through=("X",),
    )  # fmt: skip


def test_the_links_that_the_plan_has_stand_beside_it() -> None:
    """Whoever draws the plan as it is written needs what leads into X and out of it."""
    answer = schedule(
        plan_of(act("A", 5), gone("X", "A"), act("B", 5, "X", "A"), act("C", 2)), on=FRIDAY_BEFORE
    )
    own = [(each.predecessor, each.successor, each.through) for each in answer.passing]
    assert own == [("A", "X", ()), ("X", "B", ())]
    assert all(each.driving and each.slack == 0 for each in answer.passing)
    assert [each.through for each in answer.links] == [("X",), ()]
    assert schedule(plan_of(act("A", 5), act("B", 5, "A")), on=FRIDAY_BEFORE).passing == ()


def test_it_ties_the_ends_that_were_tied_and_adds_up_the_lags() -> None:
    """X waited for A to start, B to finish for X: three days and four make seven."""
    [found] = links(
        plan_of(act("A", 5), gone("X", link("A", "SS", 3)), act("B", 5, link("X", "FF", 4)))
    )
    assert (found.type, found.lag) == (DependencyType.START_TO_FINISH, 7)
    assert (found.driving, found.slack) == (True, 0)


def test_lags_that_are_counted_otherwise_are_the_calendar_days_they_make() -> None:
    """From Friday 7 June five working days and then seven of the calendar: Friday 21 June."""
    plan = plan_of(
        act("A", 5), gone("X", link("A", lag=5)), act("B", 5, link("X", lag=7, lag_unit=CIVIL))
    )
    [found] = links(plan)
    assert (found.lag, found.lag_unit) == (14, CIVIL)
    assert str(schedule(plan, on=FRIDAY_BEFORE).activity("B").early_start) == "2024-06-24"


def test_several_in_a_row_and_several_ways_are_all_walked() -> None:
    """A and C both lead to B, A past X and Y, C past Y alone; only the later of them drives."""
    plan = plan_of(
        act("A", 5), act("C", 9), gone("X", "A"), gone("Y", "X", "C"), act("B", 5, "Y"),
        assumptions=[Assumption(id="G", reason="a guess", fills=["X after A"])],
    )  # fmt: skip
    found = [(each.predecessor, each.through, each.slack, each.driving) for each in links(plan)]
    assert found == [("A", ("X", "Y"), 4, False), ("C", ("Y",), 0, True)]
    assert [each.assumed for each in links(plan)] == [True, False]


def test_no_link_ends_in_what_was_cancelled() -> None:
    """What leads to X alone, or from X alone, leads nowhere; the rest is as it was."""
    plan = plan_of(act("A", 5), gone("X", "A"), gone("Z"), act("B", 5, "Z", "A"))
    assert [(each.predecessor, each.successor) for each in links(plan)] == [("A", "B")]


def test_a_link_that_progress_overrides_is_not_passed_on() -> None:
    """B has begun, so nothing before it counts any more."""
    begun = act("B", 5, "X", actual_start="2024-06-03")
    plan = plan_of(act("A", 5), gone("X", "A"), begun)
    on, overriding = date(2024, 6, 3), Settings(override_logic=True)
    assert schedule(plan, on=on, settings=overriding).links == ()
    assert [each.through for each in schedule(plan, on=on).links] == [("X",)]


def test_a_fixed_day_is_led_to_as_well() -> None:
    """The board meets on Friday 21 June: A, done on the 7th, has ten days to spare."""
    plan = plan_of(act("A", 5), gone("X", "A"), stone("M", "X", due="2024-06-21", fixed=True))
    [found] = links(plan)
    assert (found.successor, found.slack, found.through) == ("M", 10, ("X",))


def test_of_a_million_ways_the_first_ten_thousand_are_listed() -> None:
    """A hundred and one before X and a hundred behind it are more than anybody reads."""
    before = [act(f"A{n}", 1) for n in range(101)]
    behind = [act(f"B{n}", 1, "X") for n in range(100)]
    direct = act("C", 1, "A0")
    plan = plan_of(*before, gone("X", *(each.id for each in before)), *behind, direct)
    found = links(plan)
    assert len(found) == MOST_PASSED + 1
    assert (found[-1].successor, found[-1].through) == ("C", ())


@given(
    st.sampled_from(DependencyType),
    st.integers(-8, 8),
    st.sampled_from(LagUnit),
    st.sampled_from(["england", "term"]),
    st.integers(0, 9),
)
def test_it_has_the_slack_of_the_link_it_stands_for(
    kind: DependencyType, lag: int, unit: LagUnit, calendar: str, held: int
) -> None:
    """Where the whole link leads into X, B behind it is bound as by that link itself.

    Only a finish that waits for calendar days waits for the next day worked, which X does not.
    """
    into = Dependency(id="A", type=kind, lag=lag, lag_unit=DAYS if kind.to_finish else unit)
    onward = link("X", "FF" if kind.to_finish else "FS")
    work = (act("A", 5), act("H", held), act("B", 5, onward, "H", calendar=calendar))
    plan = plan_of(*work, gone("X", into), calendars=[TERM])
    direct = plan_of(*work[:2], evolve(work[2], after=[into, "H"]), calendars=[TERM])
    [passed] = [each for each in links(plan) if each.predecessor == "A"]
    [whole] = [each for each in links(direct) if each.predecessor == "A"]
    assert passed == evolve(whole, through=("X",))
