"""Scenarios applied to plans: each step does what it says, and what does not fit is told."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from send_framework import (
    Assumption,
    Commitment,
    CommitmentKind,
    DependencyType,
    Event,
    LagUnit,
    Meeting,
    Plan,
    ReviewCycle,
    Status,
)
from send_framework.errors import ModelError, ScenarioError
from send_framework.model.distribution import Distribution
from send_framework.model.uncertainty import Uncertain, Uncertainty
from send_framework.network.assumed import Settings
from send_framework.network.changes.applying import apply, moved_window
from send_framework.network.changes.asking import what_if
from send_framework.network.changes.moving import Reading
from send_framework.network.changes.scenario import Scenario, Step, StepKind
from send_framework.network.engine.slipping import held_back
from send_framework.network.kinds import Basis
from send_framework.network.schedule import schedule
from tests.network.changes.scenario_cases import case, step
from tests.network.changes.version_drawing import SUMMER, dated_plans
from tests.network.planning import FRIDAY_BEFORE, THREE_ENDS, act, link, plan_of, stone

CHAIN = plan_of(act("A", 20), act("B", 30, "A"), act("C", 15, "A"), data_date=FRIDAY_BEFORE)


def finish(plan: Plan, *steps: Step, **question: Any) -> str:  # noqa: ANN401 - any part of a question
    """Return the day everything is finished after some steps."""
    changed = apply(plan, case(*steps), **question) if steps else plan
    return str(schedule(changed, **question).finish)


def test_work_slips_with_all_that_waits_for_it() -> None:
    """A is 5 days later, so B ends on 16 August instead of 9 August."""
    assert (finish(CHAIN), finish(CHAIN, step("slip", "A", days=5))) == ("2024-08-09", "2024-08-16")


def test_a_slip_within_float_costs_nothing() -> None:
    """C has 15 working days of float."""
    assert finish(CHAIN, step("slip", "C", days=15)) == finish(CHAIN)
    assert finish(CHAIN, step("slip", "C", days=16)) == "2024-08-12"


def test_slips_add_up_along_a_chain() -> None:
    """A slips, and B slips from where that has put it."""
    both = finish(CHAIN, step("slip", "A", days=5), step("slip", "B", days=5))
    assert both == finish(CHAIN, step("slip", "B", days=10)) == "2024-08-23"


def test_a_slip_moves_the_promise_that_held_the_finish() -> None:
    """Promised for 30 August and 20 days long: expected then, and 5 days later after a slip."""
    plan = plan_of(act("A", 20, due="2024-08-30"), data_date=FRIDAY_BEFORE)
    assert (finish(plan), finish(plan, step("slip", "A", days=5))) == ("2024-08-30", "2024-09-06")


def test_begun_work_slips_by_its_finish() -> None:
    """Begun, with 5 days left from 3 June: to 7 June, and with 3 days more to 12 June."""
    plan = plan_of(act("A", 20, actual_start="2024-05-20", remaining=5), data_date=FRIDAY_BEFORE)
    assert (finish(plan), finish(plan, step("slip", "A", days=3))) == ("2024-06-07", "2024-06-12")


def test_a_moment_slips() -> None:
    """The board meets 2 working days after the work is done."""
    plan = plan_of(act("A", 5), stone("M", "A"), data_date=FRIDAY_BEFORE)
    assert finish(plan, step("slip", "M", days=2)) == "2024-06-11"
    assert finish(plan_of(act("A", 0), data_date=FRIDAY_BEFORE), step("slip", "A", days=2)) == (
        "2024-06-04"
    )


@pytest.mark.parametrize(
    ("wait", "fields"),
    [
        ("E", {"events": [Event(id="E", title="A vote", date="2024-06-14")]}),
        ("F", {"commitments": [
            Commitment(id="F", title="Money", kind=CommitmentKind.FUNDING, due="2024-06-14")
        ]}),
        ("R", {"reviews": [
            ReviewCycle(id="C", title="A board", planned=[Meeting(id="R", date="2024-06-14")])
        ]}),
        ("M", {}),
    ],
)  # fmt: skip
def test_what_others_date_slips_too(wait: str, fields: dict[str, Any]) -> None:
    """5 working days after 14 June is 21 June: what waits for it begins on 24 June."""
    moments = [stone("M", due="2024-06-14", fixed=True)] if wait == "M" else []
    plan = plan_of(act("A", 1, wait), *moments, data_date=FRIDAY_BEFORE, **fields)
    assert (finish(plan), finish(plan, step("slip", wait, days=5))) == ("2024-06-17", "2024-06-24")


def test_a_fixed_moment_at_the_start_of_its_day_slips_to_the_start_of_a_day() -> None:
    """Work may begin that very morning: on 14 June, and 5 working days later on 21 June."""
    from send_framework.model.action import Side

    opening = stone("M", due="2024-06-14", fixed=True, side=Side.START)
    plan = plan_of(act("A", 1, "M"), opening, data_date=FRIDAY_BEFORE)
    assert (finish(plan), finish(plan, step("slip", "M", days=5))) == ("2024-06-14", "2024-06-21")


@given(plan=dated_plans(), data=st.data(), basis=st.sampled_from([Basis.NETWORK, Basis.FORECAST]))
def test_a_slip_in_the_plan_is_the_engines_own(
    plan: Plan, data: st.DataObject, basis: Basis
) -> None:
    """The changed plan has the early finishes of the network with that activity held back."""
    reading = Reading(on=plan.data_date or FRIDAY_BEFORE, basis=basis, settings=Settings())
    solved = reading.solve(plan)
    gone = set(solved.result.network.without_float)
    open_work = [
        each for number, each in enumerate(solved.placed) if number not in gone and not each.dropped
    ]
    if not open_work:
        return
    chosen = data.draw(st.sampled_from(open_work))
    by = data.draw(st.integers(1, 30))
    expected = held_back(solved.result, solved.numbers[chosen.id], by)
    changed = reading.solve(apply(plan, case(step("slip", chosen.id, days=by)), basis=basis))
    ends = [expected.early_finish_day(number) for number in range(len(solved.placed))]
    assert [changed.result.early_finish_day(number) for number in range(len(ends))] == ends


def test_shorter_work_is_done_sooner() -> None:
    """5 days off B, or 25 days instead of 30."""
    assert finish(CHAIN, step("shorten", "B", days=5)) == "2024-08-02"
    assert finish(CHAIN, step("shorten", "B", to=25)) == "2024-08-02"


def test_shorter_work_can_be_promised_earlier() -> None:
    """The promise of 30 August moves 5 working days forward, over the bank holiday."""
    plan = plan_of(act("A", 20, due="2024-08-30"), data_date=FRIDAY_BEFORE)
    assert finish(plan, step("shorten", "A", days=5)) == "2024-08-22"
    assert finish(plan, step("set-duration", "A", days=15)) == "2024-08-30"


def test_what_is_left_of_begun_work_is_shortened() -> None:
    """10 days are left, then 4."""
    plan = plan_of(act("A", 20, actual_start="2024-05-20", remaining=10), data_date=FRIDAY_BEFORE)
    changed = apply(plan, case(step("shorten", "A", to=4)))
    assert changed.actions[0].remaining == 4
    assert finish(plan, step("shorten", "A", days=6)) == "2024-06-06"


def test_a_length_is_set() -> None:
    """B takes 10 days."""
    assert finish(CHAIN, step("set-duration", "B", days=10)) == "2024-07-19"


def test_what_a_scenario_sets_is_marked_as_assumed() -> None:
    """Nobody published it; links that a scenario adds are not marked, so that none is left out."""
    changed = apply(CHAIN, case(step("slip", "A", days=5), step("set-duration", "B", days=3)))
    assert [(each.id, each.fills) for each in changed.assumptions] == [
        ("what-if", ("A constraints",)), ("what-if-2", ("B duration",)),
    ]  # fmt: skip
    assert "case: A slips by 5 working days" in changed.assumptions[0].reason
    again = apply(changed, case(step("set-duration", "B", days=4)))
    assert again.assumptions == changed.assumptions


def test_links_come_and_go() -> None:
    """C waits for B; B no longer waits for A; B waits only for the start of A."""
    assert finish(CHAIN, step("add-link", "C", "B", lag=2)) == "2024-09-04"
    assert finish(CHAIN, step("drop-link", "B", "A")) == "2024-07-19"
    assert finish(CHAIN, step("parallel", "B", "A", lag=10)) == "2024-07-26"


def test_a_link_may_close_a_diamond() -> None:
    """Two ways from A to D are no loop, and a third work may wait for D."""
    plan = plan_of(
        act("A", 1), act("B", 2, "A"), act("C", 3, "A"), act("D", 4, "B", "C"), act("E", 9),
        data_date=FRIDAY_BEFORE,
    )  # fmt: skip
    assert finish(plan, step("add-link", "E", "D")) == "2024-06-25"
    with pytest.raises(ScenarioError, match="A -> B -> D -> A"):
        apply(plan, case(step("add-link", "A", "D")))


def test_a_new_link_has_its_type_and_its_lag() -> None:
    """Start-to-start, 7 calendar days."""
    kind, unit = DependencyType.START_TO_START, LagUnit.CALENDAR_DAYS
    changed = apply(CHAIN, case(step("add-link", "C", "B", type=kind, lag=7, lag_unit=unit)))
    added = changed.actions[2].after[-1]
    assert (added.id, added.type, added.lag, added.lag_unit) == ("B", kind, 7, unit)


def test_only_the_finish_to_start_links_of_two_are_laid_side_by_side() -> None:
    """A finish-to-finish link between the same two stays."""
    plan = plan_of(act("A", 5), act("B", 5, "A", link("A", "FF")), data_date=FRIDAY_BEFORE)
    changed = apply(plan, case(step("parallel", "B", "A")))
    assert [each.type.value for each in changed.actions[1].after] == ["SS", "FF"]


def test_what_spoke_of_a_dropped_link_goes_with_it() -> None:
    """The assumption that filled it, alone or among others, and the spread of its lag."""
    spread = Distribution(low=0, likely=1, high=2)
    plan = plan_of(
        act("A", 20), act("B", 30, "A"), data_date=FRIDAY_BEFORE,
        assumptions=[
            Assumption(id="X1", reason="a guess", fills=["B after A"]),
            Assumption(id="X2", reason="a guess", fills=["B after A", "A duration"]),
            Assumption(id="X3", reason="fills nothing"),
        ],
        uncertainties=[
            Uncertainty(of="B", what=Uncertain.LAG, after="A", spread=spread),
            Uncertainty(of="B", spread=spread),
        ],
    )  # fmt: skip
    changed = apply(plan, case(step("drop-link", "B", "A")))
    assert [(each.id, each.fills) for each in changed.assumptions] == [
        ("X2", ("A duration",)), ("X3", ()),
    ]  # fmt: skip
    assert [each.what for each in changed.uncertainties] == [Uncertain.DURATION]


def test_work_that_is_not_done_passes_its_links_through() -> None:
    """B waits for A through M, and still does without M."""
    plan = plan_of(act("A", 20), act("M", 10, "A"), act("B", 5, "M"), data_date=FRIDAY_BEFORE)
    assert (finish(plan), finish(plan, step("remove", "M"))) == ("2024-07-19", "2024-07-05")


def test_work_follows_another_calendar() -> None:
    """School terms are closed from 22 July to 3 September."""
    plan = plan_of(act("A", 40), calendars=[SUMMER], data_date=FRIDAY_BEFORE)
    assert finish(plan) == "2024-07-26"
    assert finish(plan, step("set-calendar", "A", calendar="term")) == "2024-09-10"


def test_the_window_moves_and_says_so() -> None:
    """Each end by 30 calendar days, or one end to a day of its own."""
    later = moved_window(THREE_ENDS, case(step("move-window", days=30)))
    assert later is not None
    assert [(name, str(end.day)) for name, end in later.ends()] == [
        ("earliest", "2024-09-18"), ("expected", "2024-10-09"), ("latest", "2024-11-06"),
    ]  # fmt: skip
    assert later.ends()[0][1].reason == "a test; moved 30 calendar days later"
    one = moved_window(THREE_ENDS, case(step("move-window", latest=date(2024, 9, 30))))
    assert one is not None
    assert [str(end.day) for _, end in one.ends()] == ["2024-08-19", "2024-09-09", "2024-09-30"]
    assert moved_window(THREE_ENDS, case(step("slip", "A", days=1))) is THREE_ENDS


PROBLEMS = plan_of(
    act("A", 20),
    act("B", 30, "A"),
    act("DONE", 5, actual_start="2024-05-20", actual_finish="2024-05-24", status=Status.COMPLETE),
    act("FACT", 5, actual_start="2024-05-20", actual_finish="2024-05-24"),
    act("GONE", 5, status=Status.CANCELLED),
    act("ALWAYS", None, due="ongoing"),
    act("SOMETIME"),
    act("ZERO", 0),
    stone("M", "B"),
    data_date=FRIDAY_BEFORE,
    events=[
        Event(id="E", title="A vote", date="2024-06-14"),
        Event(id="PAST", title="A vote", date="2024-05-14"),
    ],
)


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        (step("slip", "S1O", days=1), "no action, milestone or event is called 'S1O'"),
        (step("slip", "DONE", days=1), "DONE is complete: nothing can be changed about it"),
        (step("slip", "FACT", days=1), "FACT is done: it has no date left to move"),
        (step("slip", "GONE", days=1), "GONE is cancelled: it is not done anyway"),
        (step("slip", "ALWAYS", days=1), "ALWAYS is ongoing: it lasts as long as the rest"),
        (step("slip", "SOMETIME", days=1), "SOMETIME has no place in time (undated)"),
        (step("slip", "E", days=1), "E has no place in time: no link touches it"),
        (
            step("shorten", "A", days=21),
            "A takes 20 working days: no more than that can be taken off",
        ),
        (step("shorten", "A", to=20), "A takes 20 working days already: less is expected"),
        (step("shorten", "ZERO", to=0), "ZERO takes no time: it cannot be shortened"),
        (step("shorten", "M", days=1), "M takes no time of its own"),
        (step("set-duration", "DONE", days=1), "DONE is complete"),
        (step("add-link", "E", "A"), "E has a date set by others: it waits for nothing"),
        (step("add-link", "A", "A"), "A cannot wait for itself"),
        (step("add-link", "A", "M"), "these actions wait for themselves: A -> B -> M -> A."),
        (step("add-link", "A", "Z"), "no action, milestone or event is called 'Z'"),
        (step("drop-link", "B", "M"), "B does not wait for M; it waits for A (FS)"),
        (step("drop-link", "A", "B"), "A does not wait for B; it waits for nothing"),
        (step("parallel", "M", "A"), "M does not wait for A to finish before it starts; it waits"),
        (step("set-calendar", "A", calendar="englant"), "Did you mean 'england'?"),
        (step("set-calendar", "A", calendar="xyz"), "the plan has no calendar 'xyz'. Known: eng"),
        (step("set-calendar", "E", calendar="england"), "E follows no working calendar of its own"),
        (step("remove", "E"), "E is no work of the plan, so it cannot be left undone"),
        (step("remove", "DONE"), "DONE is complete"),
        (step("move-window", days=1_000), "there is no window to move: name a target"),
    ],
)
def test_what_does_not_fit_is_told_with_its_step(wrong: Step, words: str) -> None:
    """Unknown ids with near ones, and what cannot be changed with the reason."""
    with pytest.raises(ScenarioError) as raised:
        what_if(PROBLEMS, [case(wrong)])
    [problem] = raised.value.problems
    assert problem.startswith(f"case, step 1 ({wrong.kind.value}): ")
    assert words in problem


def test_begun_work_has_only_what_is_left_to_lose() -> None:
    """5 days are left of 20."""
    plan = plan_of(act("A", 20, actual_start="2024-05-20", remaining=5), data_date=FRIDAY_BEFORE)
    with pytest.raises(ScenarioError, match=r"A needs 5 working days more: no more than that"):
        apply(plan, case(step("shorten", "A", days=6)))


def test_all_problems_of_all_scenarios_are_told_together() -> None:
    """Three wrong steps in two scenarios, and none of them hides another."""
    first = case(step("slip", "X", days=1), step("slip", "A", days=1), step("remove", "Y"))
    second = Scenario(id="other", steps=[step("move-window", days=9)])
    with pytest.raises(ScenarioError) as raised:
        what_if(CHAIN, [first, second])
    assert [each.partition(":")[0] for each in raised.value.problems] == [
        "case, step 1 (slip)", "case, step 3 (remove)", "other, step 1 (move-window)",
    ]  # fmt: skip


def test_a_window_beyond_its_order_or_the_calendar_is_refused() -> None:
    """The latest day before the expected one; a million days later."""
    with pytest.raises(ScenarioError, match="it must not be before expected"):
        moved_window(THREE_ENDS, case(step("move-window", latest=date(2024, 9, 2))))
    with pytest.raises(ScenarioError, match="is beyond the calendar"):
        moved_window(THREE_ENDS, case(*[step("move-window", days=100_000) for _ in range(30)]))


def test_promises_do_not_slip() -> None:
    """On the basis of what was promised, only the network's own changes can be asked about."""
    with pytest.raises(ScenarioError, match="case: nothing moves what was promised"):
        apply(CHAIN, case(step("slip", "A", days=1)), basis=Basis.PROMISED)
    assert apply(CHAIN, case(step("drop-link", "B", "A")), basis=Basis.PROMISED) != CHAIN


@pytest.mark.parametrize(
    ("kind", "fields", "words"),
    [
        ("slip", {"activity": "A"}, "days is None, but slip needs activity and days"),
        ("slip", {"activity": "A", "days": 0}, "1 or more working days are expected"),
        ("slip", {"activity": "A", "days": 1, "after": "B"}, "slip takes only activity, days"),
        ("shorten", {"activity": "A"}, "either days or to is expected, not both"),
        ("shorten", {"activity": "A", "days": 1, "to": 1}, "either days or to is expected"),
        ("set-duration", {"activity": "A", "days": -1}, "0 or more working days are expected"),
        ("add-link", {"activity": "A"}, "add-link needs activity and after"),
        ("move-window", {}, "either days other than 0, or new days for its ends, are expected"),
        ("move-window", {"days": 3, "latest": date(2024, 6, 3)}, "either days other than 0"),
        ("remove", {"activity": "A", "latest": date(2024, 6, 3)}, "remove takes only activity"),
    ],
)
def test_a_step_has_what_its_kind_needs_and_nothing_else(
    kind: str, fields: dict[str, Any], words: str
) -> None:
    """A missing field and one without meaning are refused when the step is made."""
    with pytest.raises(ModelError, match=words):
        Step(kind=StepKind(kind), **fields)


@pytest.mark.parametrize(
    ("made", "words"),
    [
        (step("shorten", "A", days=1), "A is shortened by 1 working day"),
        (step("shorten", "A", to=5), "A is shortened to 5 working days"),
        (step("set-duration", "A", days=5), "A takes 5 working days"),
        (step("add-link", "B", "A"), "B starts after A finishes"),
        (step("add-link", "B", "A", lag=-2), "B starts after A finishes, less 2 working days"),
        (step("drop-link", "B", "A"), "B no longer waits for A"),
        (step("set-calendar", "B", calendar="term"), "B works by calendar term"),
        (step("remove", "B"), "B is not done"),
        (step("move-window", days=-1), "The inspection window moves 1 calendar day earlier"),
        (
            step("move-window", earliest=date(2024, 6, 3), latest=date(2024, 6, 4)),
            "The inspection window is set: earliest 3 June 2024, latest 4 June 2024",
        ),
    ],
)
def test_a_step_says_what_it_does(made: Step, words: str) -> None:
    """In one sentence, for tables and pages."""
    assert made.words == words


def test_a_scenario_without_steps_is_refused() -> None:
    """It would answer nothing."""
    with pytest.raises(ModelError, match="at least one step is expected"):
        Scenario(id="empty", steps=[])
