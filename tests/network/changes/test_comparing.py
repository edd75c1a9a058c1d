"""Two versions compared: what differs, what moved, and parts that add up to the whole."""

from datetime import date
from typing import Any

import pytest
from attrs import evolve

from send_framework import (
    Assumption,
    Commitment,
    CommitmentKind,
    Constraint,
    ConstraintKind,
    Event,
    NeededBy,
    Plan,
    Recommendation,
    RecommendationKind,
    Status,
)
from send_framework.network.assumed import Settings
from send_framework.network.changes import attribution_steps
from send_framework.network.changes.attributing import METHOD
from send_framework.network.changes.comparing import NO_FINISH, compare
from send_framework.network.changes.results import ChangeKind, Comparison
from send_framework.network.kinds import Basis
from send_framework.working_days import Closure, WorkingCalendar
from tests.network.changes.version_drawing import SUMMER
from tests.network.planning import FRIDAY_BEFORE, THREE_ENDS, act, link, plan_of, stone, window_of

LATER = date(2024, 7, 5)


def why(found: Comparison) -> list[tuple[str, str, int]]:
    """Return what moved the finish: kind, activity, working days."""
    return [(each.kind.value, each.subject, each.working_days) for each in found.why]


def two(*old: Any, new: tuple[Any, ...], later: date = FRIDAY_BEFORE, **fields: Any) -> Comparison:  # noqa: ANN401 - any work and any field of a plan
    """Compare two plans of some work, the second as known on a later day."""
    return compare(
        plan_of(*old, data_date=FRIDAY_BEFORE, **fields), plan_of(*new, data_date=later, **fields)
    )


# --- what moved it --------------------------------------------------------------------------------


def test_time_alone_moves_nothing() -> None:
    """A month later, all as it was scheduled: done, begun, and still to come."""
    found = two(
        act("A", 20), act("B", 30, "A"), act("C", 10, "B"), stone("M", "A"),
        new=(
            act("A", 20, actual_start="2024-06-03", actual_finish="2024-06-28"),
            act("B", 30, "A", actual_start="2024-07-01", remaining=25),
            act("C", 10, "B"), stone("M", "A", actual="2024-06-28"),
        ),
        later=LATER,
    )  # fmt: skip
    assert (found.finish_moved, found.why, found.moved) == (0, (), ())


def test_each_report_is_held_against_what_was_expected() -> None:
    """A came 5 days late; nothing is said of B, nor of D, which should have begun."""
    found = two(
        act("A", 10), act("B", 5, "A"), act("D", 30, "A"), act("E", 9),
        new=(
            act("A", 10, actual_start="2024-06-03", actual_finish="2024-06-21"),
            act("B", 5, "A"), act("D", 30, "A"),
            act("E", 9, actual_start="2024-06-03", percent_complete=50),
        ),
        later=LATER,
    )  # fmt: skip
    # That D could not begin on 17 June is A's doing; that it has not on 5 July is its own.
    assert why(found) == [("progress", "A", 5), ("progress", "D", 10)]
    assert found.why[1].sentence == (
        "D was expected to begin by 17 June 2024, and nothing says that it has."
    )
    assert [(each.id, each.working_days) for each in found.moved] == [
        ("E", 21), ("B", 15), ("D", 15), ("A", 5),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("reported", "days", "sentence"),
    [
        ({"actual_start": "2024-06-03", "actual_finish": "2024-07-03"}, 3,
         "A was done by 3 July 2024; expected was 28 June 2024."),
        ({"actual_start": "2024-06-03", "remaining": 5}, 10,
         "A was expected to be done by 28 June 2024, and nothing says that it is."),
    ],
)  # fmt: skip
def test_what_came_late_or_not_at_all(reported: dict[str, str], days: int, sentence: str) -> None:
    """Expected by 28 June; on 5 July it was done on 3 July, or 5 days are still to do."""
    found = two(act("A", 20), new=(act("A", 20, **reported),), later=LATER)
    assert why(found) == [("progress", "A", days)]
    assert found.why[0].sentence == sentence


def test_begun_work_that_reports_more_to_do() -> None:
    """Due to end on 9 August; on 5 July 30 days are left instead of 25: the report is told."""
    begun = act("A", 50, actual_start="2024-06-03", remaining=30)
    found = two(act("A", 50), new=(begun,), later=LATER)
    assert why(found) == [("progress", "A", 5)]
    assert found.why[0].sentence == (
        "A: actual start added: 3 June 2024. A: working days left added: 30 working days."
    )


def test_a_report_taken_back_is_told_as_it_is() -> None:
    """Reported done, then no longer: the schedule knew it as done."""
    done = act("A", 20, actual_start="2024-05-01", actual_finish="2024-05-28")
    found = two(act("B", 1), done, new=(act("B", 1), act("A", 20)))
    assert why(found) == [("progress", "A", 19)]
    assert "A: actual finish taken away: 28 May 2024." in found.why[0].sentence


@pytest.mark.parametrize(
    ("change", "kind", "days"),
    [
        ({"due": "2024-08-23"}, "start", 10),
        ({"constraints": [Constraint(kind=ConstraintKind.START_NO_EARLIER_THAN,
                                     day=date(2024, 7, 8))]}, "start", 5),
        ({"duration": 32}, "duration", 2),
        ({"calendar": "term"}, "calendar", 31),
        ({"after": ()}, "link", -20),
        ({"status": Status.CANCELLED}, "scope", -30),
    ],
)  # fmt: skip
def test_every_kind_of_change_is_told_from_the_others(
    change: dict[str, Any], kind: str, days: int
) -> None:
    """B follows A and ends on 9 August; one field of B changes."""
    old = plan_of(act("A", 20), act("B", 30, "A"), calendars=[SUMMER], data_date=FRIDAY_BEFORE)
    new = evolve(old, actions=(old.actions[0], evolve(old.actions[1], **change)))
    assert why(compare(old, new)) == [(kind, "B", days)]


def test_work_that_comes_and_goes() -> None:
    """C is new and longest; then it is gone again."""
    found = two(act("A", 20), new=(act("A", 20), act("C", 5, "A")))
    assert (found.added, found.removed) == (("C",), ())
    assert why(found) == [("scope", "C", 5)]
    assert found.why[0].sentence == "C (Work C) is new."
    back = two(act("A", 20), act("C", 5, "A"), new=(act("A", 20),))
    assert (back.added, back.removed, why(back)) == ((), ("C",), [("scope", "C", -5)])
    assert [each.sentence for each in back.changes] == ["C (Work C) is gone."]


def test_work_that_becomes_a_moment_is_another_thing() -> None:
    """B was 5 days of work and is now a decision."""
    found = two(act("A", 20), act("B", 5, "A"), new=(act("A", 20), stone("B", "A")))
    assert why(found) == [("scope", "B", -5)]
    assert found.why[0].sentence == "B: kind changed from action to milestone."


def test_work_that_a_target_no_longer_asks_for() -> None:
    """B is needed by nobody: the finish is A's."""
    old = plan_of(act("A", 20), act("B", 30), data_date=FRIDAY_BEFORE)
    new = evolve(old, actions=(old.actions[0], act("B", 30, needed_by=NeededBy.NONE)))
    found = compare(old, new, old_target=THREE_ENDS, new_target=THREE_ENDS)
    assert why(found) == [("scope", "B", -10)]
    assert found.why[0].sentence == "B: inspection it is needed for added: none."


def test_work_that_answers_a_priority_action_from_now_on() -> None:
    """The recommendation became a priority action: B answers it and is asked for."""
    window = window_of(date(2024, 9, 9), scope="monitoring")

    def plan(kind: RecommendationKind) -> Plan:
        asked = [
            Recommendation(id="P", kind=RecommendationKind.PRIORITY_ACTION, text="Plan"),
            Recommendation(id="Q", kind=kind, text="Act"),
        ]
        return plan_of(
            act("A", 20, answers="P"), act("B", 30, answers="Q"), recommendations=asked,
            data_date=FRIDAY_BEFORE,
        )  # fmt: skip

    found = compare(
        plan(RecommendationKind.AREA_FOR_IMPROVEMENT), plan(RecommendationKind.PRIORITY_ACTION),
        old_target=window, new_target=window,
    )  # fmt: skip
    assert why(found) == [("scope", "B", 10)]
    assert found.why[0].sentence == "B is asked for otherwise."


def test_another_target_asks_for_other_work() -> None:
    """First what B waits for, then everything; and a scope that the later plan does not know."""
    old = plan_of(act("A", 20), act("B", 30), data_date=FRIDAY_BEFORE)
    first = window_of(date(2024, 9, 9), scope="A")
    found = compare(old, old, old_target=first, new_target=THREE_ENDS)
    assert why(found) == [("settings", "", 10)]
    assert "The target changed from Inspection (earliest 9 September 2024)" in found.why[0].sentence
    gone = evolve(old, actions=old.actions[1:])
    assert why(compare(old, gone, old_target=first, new_target=THREE_ENDS)) == [("scope", "B", 10)]


def test_the_plans_own_start_and_calendar() -> None:
    """A week later; then a summer that is longer, or other days for the calendar of the plan."""
    old = plan_of(act("A", 40), calendars=[SUMMER], data_date=FRIDAY_BEFORE)
    assert why(compare(old, evolve(old, start=date(2024, 6, 10)))) == [("start", "", 5)]
    # Counted in the later plan's own days: from the end of July to mid-September there are 4.
    assert why(compare(old, evolve(old, calendar="term"))) == [("calendar", "", 5)]
    term = evolve(old, calendar="term")
    closed = Closure(name="summer", first=date(2024, 7, 15), last=date(2024, 9, 3))
    longer = evolve(term, calendars=[evolve(SUMMER, closures=(closed,))])
    found = compare(term, longer)
    assert why(found) == [("calendar", "", 5)]
    assert found.why[0].sentence == (
        "The days of the calendar term changed from as they were to others."
    )


def test_a_calendar_that_only_new_work_follows() -> None:
    """It comes with the work."""
    week = WorkingCalendar(id="six", title="Six days", working_weekdays=(0, 1, 2, 3, 4, 5))
    old = plan_of(act("A", 20), data_date=FRIDAY_BEFORE)
    new = plan_of(
        act("A", 20), act("C", 6, "A", calendar="six"), calendars=[week], data_date=FRIDAY_BEFORE
    )
    found = compare(old, new)
    assert sum(each.working_days for each in found.why) == found.finish_moved == 5
    assert ("scope", "C", 5) in why(found)


def test_what_others_date_counts_as_progress_once_it_has_come() -> None:
    """The vote was put off to a day still to come, and then it was held later than said."""

    def plan(day: str, on: date) -> Plan:
        return plan_of(
            act("A", 5, "E"), events=[Event(id="E", title="A vote", date=day)], data_date=on
        )

    old = plan("2024-06-14", FRIDAY_BEFORE)
    ahead = compare(old, plan("2024-06-21", FRIDAY_BEFORE))
    assert why(ahead) == [("start", "E", 5)]
    held = compare(old, plan("2024-06-21", date(2024, 6, 21)))
    assert why(held) == [("progress", "E", 5)]
    assert held.why[0].sentence == "E came on 21 June 2024; expected was 14 June 2024."
    assert [each.kind for each in held.changes if each.subject == "E"] == [ChangeKind.PROGRESS]


def test_money_that_came_as_promised_moves_nothing() -> None:
    """Promised for 10 June and there that day; without a report it holds up what waits for it."""

    def plan(on: date, *after: str, **fields: Any) -> Plan:  # noqa: ANN401 - any field
        money = Commitment(
            id="F", title="Money", kind=CommitmentKind.FUNDING, due="2024-06-10", **fields
        )
        return plan_of(act("A", 40, *after), commitments=[money], data_date=on)

    old, on = plan(FRIDAY_BEFORE, "F"), date(2024, 6, 14)
    begun = act("A", 40, "F", actual_start="2024-06-11", remaining=36)
    paid = evolve(plan(on, "F", actual="2024-06-10"), actions=[begun])
    assert why(compare(old, paid)) == []
    silent = compare(old, plan(on, "F"))
    assert why(silent) == [("progress", "F", 4)]
    assert silent.why[0].sentence == (
        "F was expected by 10 June 2024, and nothing says that it came."
    )
    late = compare(old, evolve(plan(on, "F", actual="2024-06-12"), actions=[begun]))
    assert sum(each.working_days for each in late.why) == late.finish_moved == 0


def test_a_moment_that_did_not_come_or_came_late() -> None:
    """The decision was expected on 14 June; on 5 July it is made, or it is not."""
    old = plan_of(act("A", 10), stone("M", "A"), act("B", 5, "M"), data_date=FRIDAY_BEFORE)
    done = act("A", 10, actual_start="2024-06-03", actual_finish="2024-06-14")

    def later(**fields: Any) -> Comparison:  # noqa: ANN401 - any field
        work = (done, stone("M", "A", **fields), act("B", 5, "M"))
        return compare(old, plan_of(*work, data_date=LATER))

    assert why(later()) == [("progress", "M", 15)]
    made = later(actual="2024-07-02")
    assert why(made) == [("progress", "M", 12), ("progress", "B", 3)]
    assert made.why[0].sentence == "M came on 2 July 2024; expected was 14 June 2024."


def test_an_assumption_that_goes_is_no_longer_left_out() -> None:
    """Without assumed links, a link counts from the day somebody publishes it."""
    old = plan_of(
        act("A", 20), act("B", 30, "A"), data_date=FRIDAY_BEFORE,
        assumptions=[Assumption(id="X", reason="a guess", fills=["B after A", "B duration"])],
    )  # fmt: skip
    new = evolve(old, assumptions=())
    found = compare(old, new, settings=Settings(without_assumed_links=True))
    assert why(found) == [("settings", "", 20)]
    assert found.why[0].sentence == "What else differs between the two versions."
    lagged = evolve(old, actions=(old.actions[0], act("B", 30, link("A", lag=1))), assumptions=())
    again = compare(old, lagged, settings=Settings(without_assumed_links=True))
    assert why(again) == [("link", "B", 21)]


def test_without_a_finish_nothing_is_attributed() -> None:
    """Nothing has dates in the earlier version."""
    found = two(act("A"), new=(act("A", 20),))
    assert (found.finish_moved, found.why, found.method) == (0, (), NO_FINISH)
    assert two(act("A", 20), new=(act("A", 21),)).method == METHOD


def test_a_mixture_that_leaves_all_calendars_is_passed_over() -> None:
    """A was done and 100,000 days long on paper; now it is open, and 10 days long."""
    done = act("A", 100_000, actual_start="2024-05-01", actual_finish="2024-05-28")
    found = two(act("B", 1), done, new=(act("B", 1), act("A", 10)))
    assert why(found) == [("duration", "A", 9)]


def test_a_report_that_would_leave_all_calendars_is_passed_over_too() -> None:
    """The same a month later: what was scheduled to follow from it cannot be told."""
    done = act("A", 100_000, actual_start="2024-05-01", actual_finish="2024-05-28")
    found = two(act("B", 1), done, new=(act("B", 1), act("A", 10)), later=LATER)
    assert sum(each.working_days for each in found.why) == found.finish_moved == 34


def test_a_report_that_comes_after_the_day_it_speaks_of() -> None:
    """In June it is reported that A was done in May, and begun work was done in June."""
    done = act("A", 10, actual_start="2024-05-20", actual_finish="2024-05-24")
    found = two(
        act("A", 10), act("B", 5, "A"), new=(done, act("B", 5, "A")), later=date(2024, 6, 7)
    )
    # With A out of the way B could have been done in the first week; it is not.
    assert why(found) == [("progress", "A", -10), ("progress", "B", 5)]
    begun = {"actual_start": "2024-05-20"}
    again = two(
        act("A", 20, remaining=10, **begun), act("B", 5, "A"),
        new=(act("A", 20, actual_finish="2024-06-18", **begun), act("B", 5, "A")),
        later=date(2024, 6, 18),
    )  # fmt: skip
    assert why(again) == [("progress", "A", 2)]


def test_cancelled_work_between_two_others_is_no_end() -> None:
    """B waits for A through M; then B is gone, and what ends last is A."""
    gone = act("M", 10, "A", status=Status.CANCELLED)
    old = plan_of(
        act("A", 20), gone, act("B", 5, "M"), data_date=FRIDAY_BEFORE,
        assumptions=[
            Assumption(id="X", reason="a guess", fills=["B after M", "B duration", "F due"])
        ],
        commitments=[
            Commitment(id="F", title="Money", kind=CommitmentKind.FUNDING, due="2024-06-10")
        ],
    )  # fmt: skip
    new = evolve(old, actions=old.actions[:2], assumptions=())
    assert why(compare(old, new)) == [("scope", "B", -5)]
    slower = evolve(old, actions=(act("A", 25), *old.actions[1:]))
    assert why(compare(old, slower)) == [("duration", "A", 5)]


def test_what_fits_only_together_is_put_in_together() -> None:
    """A fixed moment needs a day: its fact goes before its promise comes."""
    old = plan_of(stone("M", fixed=True, actual="2024-05-28"), act("A", 1), data_date=FRIDAY_BEFORE)
    new = plan_of(stone("M", fixed=True, due="2024-06-28"), act("A", 1), data_date=FRIDAY_BEFORE)
    assert why(compare(old, new)) == [("start", "M", 19)]


def test_looking_back_in_time_adds_up_too() -> None:
    """The later version was written for an earlier day."""
    old = plan_of(act("A", 20), data_date=LATER)
    found = compare(old, plan_of(act("A", 20), data_date=FRIDAY_BEFORE))
    assert why(found) == [("progress", "", -25)]
    assert found.why[0].sentence.startswith("The data date moved from 5 July 2024 to 31 May 2024")


def test_of_very_many_changes_the_first_are_told_one_by_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Work on a driving path comes first; the rest goes together and is counted."""
    monkeypatch.setattr(attribution_steps, "LEAST_SINGLE", 2)
    monkeypatch.setattr(attribution_steps, "MOST_WORK", 0)
    old = [act("S", 1), act("A", 5), act("B", 5, "A"), act("C", 5, "B"), act("D", 5, "C")]
    found = two(*old, new=tuple(evolve(each, duration=(each.duration or 0) + 2) for each in old))
    assert why(found) == [("duration", "A", 2), ("duration", "B", 2), ("duration", "", 4)]
    assert found.why[-1].sentence == "3 further activities changed in the same way."


def test_what_is_newly_late_is_named_whether_it_moved_or_not() -> None:
    """B's promise came forward; C is new and cannot be done by the latest day."""
    old = plan_of(act("A", 20, due="2024-06-28"), act("B", 30, due="2024-08-30"),
                  data_date=FRIDAY_BEFORE)  # fmt: skip
    new = evolve(old, actions=(old.actions[0], act("B", 30, due="2024-07-05"), act("C", 120)))
    found = compare(old, new, old_target=THREE_ENDS, new_target=THREE_ENDS, basis=Basis.NETWORK)
    assert found.newly_late == ("B", "C")
    assert found.moved == ()
    assert (found.old_float, found.new_float) == (
        (("earliest", 25), ("expected", 39), ("latest", 59)),
        (("earliest", -65), ("expected", -51), ("latest", -31)),
    )


def test_ongoing_work_does_not_move() -> None:
    """It lasts as long as the rest, today and a month later."""
    always = act("O", None, due="ongoing")
    found = two(act("A", 20), always, new=(act("A", 25), always))
    assert [each.id for each in found.moved] == ["A"]
    begun = act("O", None, due="ongoing", actual_start="2024-06-10")
    later = two(act("A", 20), always, new=(act("A", 20), begun), later=LATER)
    assert why(later) == [("progress", "A", 25)]
    assert [each.id for each in later.moved] == ["A"]


def test_work_that_began_after_its_promise_is_promised_all_the_same() -> None:
    """Promised for 3 June, begun on 4 June: ten days later the promise is as broken as before."""
    late = act("A", 20, due="2024-06-03", actual_start="2024-06-04")
    old = plan_of(late, act("B", 5, due="2024-06-28"), data_date=date(2024, 6, 5))
    found = compare(old, evolve(old, data_date=date(2024, 6, 14)), basis=Basis.PROMISED)
    assert (found.finish_moved, found.why) == (0, ())


@pytest.mark.parametrize(
    ("day", "left", "parts"),
    [
        (date(2024, 6, 14), 10, []),
        (date(2024, 7, 5), 5, [("progress", "A", 10), ("progress", "B", -10)]),
        (date(2024, 7, 15), 1, [("progress", "A", 12), ("progress", "B", -30)]),
    ],
)
def test_facts_written_down_too_early_are_told_when_they_come(
    day: date, left: int, parts: list[tuple[str, str, int]]
) -> None:
    """B's days in June and July stood in the plan in May: they count from the day they come."""
    early = {"actual_start": "2024-06-24", "actual_finish": "2024-07-12"}
    ahead = act("B", 30, "A", status=Status.COMPLETE, **early)
    old = plan_of(act("A", 20), ahead, data_date=FRIDAY_BEFORE)
    begun = act("A", 20, actual_start="2024-06-03", remaining=left)
    found = compare(old, evolve(old, actions=(begun, ahead), data_date=day), basis=Basis.NETWORK)
    assert found.old.finish == date(2024, 8, 9)
    assert why(found) == parts
