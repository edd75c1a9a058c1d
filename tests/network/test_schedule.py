"""A plan's schedule: the worked examples of the decision record, basis by basis."""

from datetime import date

import pytest

from send_framework import (
    Assumption,
    Commitment,
    CommitmentKind,
    Constraint,
    ConstraintKind,
    Event,
    Inspection,
    InspectionKind,
    LagUnit,
    Meeting,
    Outcome,
    Plan,
    ReviewCycle,
    Status,
    WorkingCalendar,
)
from send_framework.dates import today
from send_framework.errors import UnknownActivityError
from send_framework.network.assumed import ASSUMED_DURATION, Settings
from send_framework.network.kinds import Absence, Basis, DriverKind, FactKind
from send_framework.network.results import Schedule
from send_framework.network.schedule import plan_start, schedule
from send_framework.working_days import Closure
from tests.network.planning import (
    FRIDAY_BEFORE,
    START,
    THREE_ENDS,
    act,
    link,
    plan_of,
    stone,
    window_of,
)


def worked_example() -> Plan:
    """Return A, B after A, C with A, D after B and C, and the milestone M."""
    return plan_of(
        act("A", 20),
        act("B", 30, "A"),
        act("C", 15, link("A", "SS", 10)),
        act("D", 10, "B", link("C", lag=5), due="2024-08-16"),
        stone("M", "D"),
    )


def span(answer: Schedule, name: str) -> tuple[str, str]:
    """Return the early dates of an activity as text."""
    each = answer.activity(name)
    return str(each.early_start), str(each.early_finish)


def kinds(answer: Schedule, name: str) -> set[FactKind]:
    """Return the kinds of fact noticed about an activity."""
    return {each.kind for each in answer.facts if each.subject == name}


class TestTheWorkedExample:
    """Section 6 of the decision record: five activities against three days."""

    @pytest.mark.parametrize(
        ("name", "start", "finish", "floats"),
        [
            ("A", "2024-06-03", "2024-06-28", (-5, 9, 29)),
            ("B", "2024-07-01", "2024-08-09", (-5, 9, 29)),
            ("C", "2024-06-17", "2024-07-05", (15, 29, 49)),
            ("D", "2024-08-12", "2024-08-23", (-5, 9, 29)),
            ("M", "2024-08-23", "2024-08-23", (-5, 9, 29)),
        ],
    )
    def test_dates_and_the_float_to_each_end(
        self, name: str, start: str, finish: str, floats: tuple[int, int, int]
    ) -> None:
        """Early dates and the float to the three days are those of the record."""
        each = schedule(worked_example(), target=THREE_ENDS, on=FRIDAY_BEFORE).activity(name)
        assert (str(each.early_start), str(each.early_finish)) == (start, finish)
        found = (each.float_to_earliest, each.float_to_expected, each.float_to_latest)
        assert found == floats

    def test_the_path_is_the_same_whatever_the_float(self) -> None:
        """The critical path runs to the last moment of the last day, and there is one."""
        answer = schedule(worked_example(), target=THREE_ENDS, on=FRIDAY_BEFORE)
        assert answer.critical_path == ("A", "B", "D", "M")
        assert answer.path_count == 1
        assert schedule(worked_example(), on=FRIDAY_BEFORE).critical_path == ("A", "B", "D", "M")

    def test_without_a_target_the_least_float_is_zero(self) -> None:
        """Against its own finish, float and late dates are those of the record."""
        answer = schedule(worked_example(), on=FRIDAY_BEFORE)
        floats = {each.id: (each.total_float, each.free_float) for each in answer.activities}
        assert floats == {"A": (0, 0), "B": (0, 0), "C": (20, 20), "D": (0, 0), "M": (0, 0)}
        late = answer.activity("C")
        assert (str(late.late_start), str(late.late_finish)) == ("2024-07-15", "2024-08-02")

    def test_ready_only_if_they_come_late(self) -> None:
        """Ready if inspectors come on 27 August or later, five working days too late."""
        ready = schedule(worked_example(), target=THREE_ENDS, on=FRIDAY_BEFORE).readiness
        assert str(ready.ready_on) == "2024-08-27"
        assert ready.float_to_earliest == -5
        assert "27 August 2024" in ready.sentence

    def test_a_promise_the_network_cannot_keep(self) -> None:
        """D is promised for 16 August and can finish on 23 August: five working days short."""
        answer = schedule(worked_example(), target=THREE_ENDS, on=FRIDAY_BEFORE)
        assert answer.activity("D").float_to_promise == -5
        [fact] = [each for each in answer.facts if each.kind is FactKind.BROKEN_PROMISE]
        assert (fact.subject, fact.working_days) == ("D", 5)

    def test_links_carry_their_slack(self) -> None:
        """The link from C to D has twenty days to spare, the others drive."""
        answer = schedule(worked_example(), on=FRIDAY_BEFORE)
        slack = {(each.predecessor, each.successor): each.slack for each in answer.links}
        assert slack == {("A", "B"): 0, ("A", "C"): 0, ("B", "D"): 0, ("C", "D"): 20, ("D", "M"): 0}
        assert [each.driving for each in answer.links] == [True, True, True, False, True]

    def test_an_unknown_id_is_named_with_a_near_one(self) -> None:
        """Asking for an activity that is not there says which one may be meant."""
        answer = schedule(worked_example(), on=FRIDAY_BEFORE)
        with pytest.raises(UnknownActivityError, match="'AB'"):
            answer.activity("AB")


class TestBases:
    """Promised, network, forecast: three questions about one plan."""

    def test_forecast_stretches_work_to_its_promise_and_network_does_not(self) -> None:
        """People use the time they were given; the network alone says what is possible."""
        plan = plan_of(act("A", 5, due="2024-06-21"), act("B", 5, "A"))
        forecast = schedule(plan, on=FRIDAY_BEFORE)
        network = schedule(plan, on=FRIDAY_BEFORE, basis=Basis.NETWORK)
        assert span(forecast, "A") == ("2024-06-03", "2024-06-21")
        assert span(forecast, "B")[0] == "2024-06-24"
        assert span(network, "A") == ("2024-06-03", "2024-06-07")
        driver = forecast.activity("A").driven_by
        assert driver is not None
        assert driver.kind is DriverKind.OWN_PROMISE
        assert str(forecast.network_finish) == "2024-06-14"

    def test_a_forecast_beats_the_promise(self) -> None:
        """A later forecast is what to expect; the promise stays to be compared with."""
        plan = plan_of(act("A", 5, due="2024-06-07", forecast_finish="2024-06-14"))
        each = schedule(plan, on=FRIDAY_BEFORE).activity("A")
        assert (str(each.early_finish), each.float_to_promise) == ("2024-06-14", -5)

    def test_promised_keeps_dates_and_names_broken_links(self) -> None:
        """Links move nothing: B starts five working days before A is promised to finish."""
        plan = plan_of(
            act("A", planned_start="2024-06-03", due="2024-06-14"),
            act("B", 5, "A", planned_start="2024-06-10"),
            act("C"),
        )
        answer = schedule(plan, on=FRIDAY_BEFORE, basis=Basis.PROMISED)
        assert span(answer, "A") == ("2024-06-03", "2024-06-14")
        assert span(answer, "B") == ("2024-06-10", "2024-06-14")
        assert [(each.id, each.why) for each in answer.unscheduled] == [("C", Absence.UNDATED)]
        [broken] = [each for each in answer.facts if each.kind is FactKind.BROKEN_LINK]
        assert (broken.subject, broken.other, broken.working_days) == ("B", "A", 5)
        assert answer.links[0].slack == -5
        assert answer.critical_path == ("A",)

    def test_promised_paths_walk_back_by_the_least_gap(self) -> None:
        """The chain of promises is the one with the least room in it."""
        plan = plan_of(
            act("A", planned_start="2024-06-03", due="2024-06-07", accountable="X"),
            act("B", planned_start="2024-06-03", due="2024-06-12", accountable="Y"),
            act("C", 5, "A", "B", planned_start="2024-06-17", accountable="X"),
        )
        answer = schedule(plan, target=THREE_ENDS, on=FRIDAY_BEFORE, basis=Basis.PROMISED)
        assert answer.critical_path == ("B", "C")
        assert answer.activity("B").free_float == 2
        assert answer.activity("C").total_float == answer.activity("C").float_to_earliest == 40
        assert [(each.giving, each.taking) for each in answer.hand_offs] == [(("Y",), ("X",))]

    def test_nothing_promised_in_scope_has_no_path(self) -> None:
        """Promises outside the scope are shown and make no path."""
        plan = plan_of(act("A", 5, due="2024-06-14"), stone("M"))
        target = window_of(date(2024, 8, 19), scope="M")
        answer = schedule(plan, target=target, on=FRIDAY_BEFORE, basis=Basis.PROMISED)
        assert (answer.critical_path, answer.path_count, answer.finish) == ((), 0, None)

    @pytest.mark.parametrize(
        ("kind", "lag", "gap"),
        [("FS", 0, -2), ("SS", 2, 1), ("FF", 1, 2), ("SF", 5, 3), ("FS", 2, -4)],
    )
    def test_gaps_of_every_kind_of_link(self, kind: str, lag: int, gap: int) -> None:
        """A works 3 to 7 June, B 6 to 12 June; the gap depends on which ends are tied."""
        plan = plan_of(
            act("A", planned_start="2024-06-03", due="2024-06-07"),
            act("B", 5, link("A", kind, lag), planned_start="2024-06-06"),
        )
        answer = schedule(plan, on=FRIDAY_BEFORE, basis=Basis.PROMISED)
        assert answer.links[0].slack == gap

    def test_a_gap_over_calendar_days(self) -> None:
        """A lag of seven calendar days from Friday 7 June leaves Monday 17 June no room."""
        lag = link("A", lag=7, lag_unit=LagUnit.CALENDAR_DAYS)
        plan = plan_of(
            act("A", planned_start="2024-06-03", due="2024-06-07"),
            act("B", 5, lag, planned_start="2024-06-17"),
        )
        answer = schedule(plan, on=FRIDAY_BEFORE, basis=Basis.PROMISED)
        assert answer.links[0].slack == 0


class TestDurations:
    """Given, derived, or assumed and marked."""

    def test_given(self) -> None:
        """A published duration is used as it is."""
        each = schedule(plan_of(act("A", 7)), on=FRIDAY_BEFORE).activity("A")
        assert (each.duration, each.duration_assumed) == (7, False)

    def test_derived_from_planned_start_and_due_with_both_ends_counted(self) -> None:
        """Monday to Friday is five working days."""
        plan = plan_of(act("A", planned_start="2024-06-10", due="2024-06-14"))
        assert schedule(plan, on=FRIDAY_BEFORE).activity("A").duration == 5

    def test_derived_over_a_start_on_a_closed_day(self) -> None:
        """A start on a Saturday counts from the Monday."""
        plan = plan_of(act("A", planned_start="2024-06-08", due="2024-06-14"))
        assert schedule(plan, on=FRIDAY_BEFORE).activity("A").duration == 5

    def test_assumed_when_only_a_due_date_is_known(self) -> None:
        """The default length stands in and is noticed."""
        answer = schedule(plan_of(act("A", due="2024-09-30")), on=FRIDAY_BEFORE)
        each = answer.activity("A")
        assert (each.duration, each.duration_assumed) == (ASSUMED_DURATION, True)
        assert str(each.early_finish) == "2024-09-30"
        assert kinds(answer, "A") == {FactKind.DURATION_ASSUMED}

    def test_assumed_when_only_a_link_is_known(self) -> None:
        """A link gives a place; the length is assumed."""
        answer = schedule(plan_of(act("A", 5), act("B", None, "A")), on=FRIDAY_BEFORE)
        assert answer.activity("B").duration_assumed

    def test_a_named_assumption_marks_a_given_duration(self) -> None:
        """A duration that an assumption fills is shown as assumed."""
        guess = Assumption(id="G", reason="a guess", fills=["A duration"])
        plan = plan_of(act("A", 7), assumptions=[guess])
        assert schedule(plan, on=FRIDAY_BEFORE).activity("A").duration_assumed

    def test_nothing_known_gives_no_place(self) -> None:
        """Without date, duration or link an action is listed, never placed."""
        answer = schedule(plan_of(act("A"), stone("M")), on=FRIDAY_BEFORE)
        absent = [(each.id, each.why) for each in answer.unscheduled]
        assert absent == [("A", Absence.UNDATED), ("M", Absence.UNDATED)]
        assert answer.finish is None
        assert answer.critical_path == ()

    def test_ongoing_work_lasts_and_drives_nothing(self) -> None:
        """It spans to the finish, has no float and is on no path."""
        plan = plan_of(act("A", 5), act("O", due="ongoing"))
        answer = schedule(plan, on=FRIDAY_BEFORE)
        each = answer.activity("O")
        assert each.is_ongoing
        assert (each.total_float, each.driven_by, each.on_critical_path) == (None, None, False)
        assert "O" not in answer.scope
        assert each.early_finish == answer.finish


class TestProgress:
    """What is known at the close of the data date."""

    def test_the_worked_example_of_both_rules(self) -> None:
        """Retained logic resumes C after B; progress override lets both go on."""
        plan = plan_of(
            act("A", 20, actual_start="2024-08-28", actual_finish="2024-09-24"),
            act("B", 17, "A", actual_start="2024-09-18", remaining=8),
            act("C", 12, "B", actual_start="2024-09-23", remaining=6),
            act("N", 5, "C"),
            start=date(2024, 8, 28),
        )
        on = date(2024, 9, 30)
        kept = schedule(plan, on=on)
        override = schedule(plan, on=on, settings=Settings(override_logic=True))
        assert span(kept, "B")[1] == "2024-10-10"
        assert (span(kept, "C")[1], span(kept, "N")) == ("2024-10-18", ("2024-10-21", "2024-10-25"))
        assert span(override, "C")[1] == "2024-10-08"
        assert span(override, "N") == ("2024-10-09", "2024-10-15")
        assert FactKind.OUT_OF_ORDER in kinds(kept, "B")
        assert FactKind.OUT_OF_ORDER in kinds(kept, "C")

    def test_work_not_started_comes_after_the_data_date(self) -> None:
        """What is not done by Friday comes on Monday at the earliest."""
        answer = schedule(plan_of(act("A", 5)), on=date(2024, 6, 14))
        assert span(answer, "A")[0] == "2024-06-17"
        driver = answer.activity("A").driven_by
        assert driver is not None
        assert driver.kind is DriverKind.DATA_DATE

    def test_percent_complete_rounds_what_remains_up(self) -> None:
        """A third of ten days done leaves seven."""
        plan = plan_of(act("A", 10, actual_start="2024-06-03", percent_complete=33))
        answer = schedule(plan, on=date(2024, 6, 5))
        assert span(answer, "A") == ("2024-06-03", "2024-06-14")

    def test_started_without_a_report_has_what_its_duration_leaves(self) -> None:
        """Three of ten days worked leave seven, assumed; an overrun leaves one day."""
        plan = plan_of(act("A", 10, actual_start="2024-06-03"))
        answer = schedule(plan, on=date(2024, 6, 5))
        assert span(answer, "A")[1] == "2024-06-14"
        assert FactKind.REMAINING_ASSUMED in kinds(answer, "A")
        late = schedule(plan, on=date(2024, 6, 28))
        assert span(late, "A")[1] == "2024-07-01"

    def test_in_progress_without_a_start_began_by_its_plan(self) -> None:
        """The planned start stands in, or the data date; both are inferred."""
        planned = act("A", 10, status=Status.IN_PROGRESS, planned_start="2024-06-03")
        bare = act("B", 10, status=Status.IN_PROGRESS)
        answer = schedule(plan_of(planned, bare), on=date(2024, 6, 5))
        assert (span(answer, "A")[0], span(answer, "B")[0]) == ("2024-06-03", "2024-06-05")
        assert answer.activity("A").inferred

    @pytest.mark.parametrize(("due", "day"), [("2024-06-07", "2024-06-07"), (None, "2024-06-14")])
    def test_complete_without_a_date_is_inferred(self, due: str | None, day: str) -> None:
        """The earlier of its due date and the data date."""
        answer = schedule(
            plan_of(act("A", 5, status=Status.COMPLETE, due=due)), on=date(2024, 6, 14)
        )
        assert span(answer, "A")[1] == day
        assert FactKind.COMPLETE_UNDATED in kinds(answer, "A")

    def test_complete_never_ends_before_its_own_start(self) -> None:
        """A due date before the actual start gives way to it."""
        work = act("A", 5, status=Status.COMPLETE, due="2024-06-07", actual_start="2024-06-10")
        answer = schedule(plan_of(work), on=date(2024, 6, 14))
        assert span(answer, "A") == ("2024-06-10", "2024-06-10")

    def test_complete_work_has_no_float(self) -> None:
        """What is done has no late dates and no float."""
        plan = plan_of(act("A", 5, actual_finish="2024-06-07"), act("B", 5, "A"))
        each = schedule(plan, target=THREE_ENDS, on=date(2024, 6, 14)).activity("A")
        found = (each.total_float, each.late_finish, each.float_to_latest, each.complete)
        assert found == (None, None, None, True)

    def test_a_fact_later_than_the_data_date_is_ignored_and_noticed(self) -> None:
        """The run does as if nobody knew yet."""
        work = act("A", 5, actual_start="2024-06-03", actual_finish="2024-06-21")
        answer = schedule(plan_of(work), on=date(2024, 6, 7))
        assert FactKind.FUTURE_FACT in kinds(answer, "A")
        assert not answer.activity("A").complete
        late = act("A", 5, actual_start="2024-06-10", status=Status.COMPLETE)
        assert not schedule(plan_of(late), on=date(2024, 6, 7)).activity("A").started

    def test_a_fact_within_an_approximate_month_is_known(self) -> None:
        """A month known on its 14th day happened by then, and is inferred."""
        answer = schedule(plan_of(act("A", 5, actual_finish="2024-06")), on=date(2024, 6, 14))
        each = answer.activity("A")
        assert (str(each.early_finish), each.inferred) == ("2024-06-14", True)

    def test_unknown_facts_say_nothing(self) -> None:
        """An actual date that is unknown is no fact."""
        answer = schedule(plan_of(act("A", 5, actual_finish="unknown")), on=date(2024, 6, 7))
        assert not answer.activity("A").complete

    def test_overdue_and_unreported_work_slips_by_what_remains(self) -> None:
        """It counts as needing all its duration, or one more day when asked so."""
        plan = plan_of(act("A", 5, due="2024-06-07"))
        slipped = schedule(plan, on=date(2024, 6, 14))
        assert span(slipped, "A")[1] == "2024-06-21"
        assert FactKind.OVERDUE_UNREPORTED in kinds(slipped, "A")
        assert "remaining" in slipped.activity("A").assumed
        soon = schedule(plan, on=date(2024, 6, 14), settings=Settings(overdue_as_promised=True))
        assert span(soon, "A")[1] == "2024-06-17"

    def test_overdue_started_work_keeps_its_reported_remainder(self) -> None:
        """A reported remainder is what it slips by, whatever is asked of unreported work."""
        plan = plan_of(act("A", 5, actual_start="2024-06-03", remaining=3, due="2024-06-07"))
        assert span(schedule(plan, on=date(2024, 6, 14)), "A")[1] == "2024-06-19"
        one_day = Settings(overdue_as_promised=True)
        assert span(schedule(plan, on=date(2024, 6, 14), settings=one_day), "A")[1] == "2024-06-19"

    def test_overdue_started_work_without_a_report_needs_one_more_day_when_asked_so(self) -> None:
        """Three of five days are assumed to be left; asked so, it is one."""
        plan = plan_of(act("A", 5, actual_start="2024-06-13", due="2024-06-13"))
        assert span(schedule(plan, on=date(2024, 6, 14)), "A")[1] == "2024-06-19"
        one_day = Settings(overdue_as_promised=True)
        assert span(schedule(plan, on=date(2024, 6, 14), settings=one_day), "A")[1] == "2024-06-17"

    def test_a_new_forecast_ends_being_overdue(self) -> None:
        """Whoever gives a new forecast is not overdue."""
        plan = plan_of(act("A", 5, due="2024-06-07", forecast_finish="2024-06-28"))
        answer = schedule(plan, on=date(2024, 6, 14))
        assert FactKind.OVERDUE_UNREPORTED not in kinds(answer, "A")
        assert span(answer, "A")[1] == "2024-06-28"


class TestWhatOthersDate:
    """Events, meetings, commitments and fixed milestones keep their day."""

    def test_a_board_on_a_fixed_day_gives_its_predecessor_negative_float(self) -> None:
        """Twelve days from 3 June cannot make the board of 12 June: float -4."""
        plan = plan_of(
            act("A", 12),
            stone("BOARD", "A", fixed=True, due="2024-06-12"),
            act("B", 5, "BOARD"),
        )
        answer = schedule(plan, on=FRIDAY_BEFORE)
        assert answer.activity("A").total_float == -4
        assert span(answer, "BOARD")[1] == "2024-06-12"
        assert span(answer, "B")[0] == "2024-06-13"

    def test_an_event_that_happened_is_a_fact(self) -> None:
        """Work waits for the receipt of the report."""
        event = Event(id="R", title="Report received", date="2024-06-05")
        answer = schedule(plan_of(act("A", 5, "R"), events=[event]), on=date(2024, 6, 7))
        assert answer.activity("R").complete
        assert span(answer, "A")[0] == "2024-06-10"

    def test_an_event_ahead_holds_work_back(self) -> None:
        """An announced day is kept, whatever the plan does."""
        event = Event(id="E", title="Election", date="2024-07-04")
        answer = schedule(plan_of(act("A", 5, "E"), events=[event]), on=date(2024, 6, 7))
        assert span(answer, "A")[0] == "2024-07-05"

    def test_what_no_link_touches_is_left_out(self) -> None:
        """An event that nothing waits for says nothing about the order of the work."""
        event = Event(id="E", title="Election", date="2024-07-04")
        answer = schedule(plan_of(act("A", 5), events=[event]), on=FRIDAY_BEFORE)
        assert [each.id for each in answer.activities] == ["A"]

    def test_a_meeting_can_be_waited_for_and_a_cancelled_one_binds_nothing(self) -> None:
        """The June board is a predecessor; called off, it is an undated gate."""
        board = ReviewCycle(
            id="B",
            title="Board",
            planned=[
                Meeting(id="B6", date="2024-06-19"),
                Meeting(id="B4", date="2024-06-20", cancelled=True),
            ],
        )
        plan = plan_of(act("A", 5, "B6"), act("C", 5, "B4"), reviews=[board])
        answer = schedule(plan, on=FRIDAY_BEFORE)
        assert span(answer, "A")[0] == "2024-06-20"
        assert span(answer, "C")[0] == "2024-06-03"
        assert FactKind.UNDATED_GATE in kinds(answer, "B4")

    def test_an_undated_contract_binds_nothing_and_is_noticed(self) -> None:
        """Before contracts are renewed: a gate without a date."""
        contract = Commitment(id="K", title="Renewal", kind=CommitmentKind.CONTRACT, after=("A",))
        answer = schedule(plan_of(act("A", 5), commitments=[contract]), on=FRIDAY_BEFORE)
        assert FactKind.UNDATED_GATE in kinds(answer, "K")
        assert [each.id for each in answer.unscheduled] == ["K"]

    def test_a_dated_contract_gives_its_evaluation_a_float(self) -> None:
        """Five days from 3 June before a renewal on 5 June: two days short."""
        contract = Commitment(
            id="K", title="Renewal", kind=CommitmentKind.CONTRACT, after=("A",), due="2024-06-05"
        )
        answer = schedule(plan_of(act("A", 5), commitments=[contract]), on=FRIDAY_BEFORE)
        assert answer.activity("A").total_float == -2

    def test_money_that_was_agreed_is_a_fact_and_a_planned_day_that_passed_is_not(self) -> None:
        """A commitment needs an actual date to have happened."""
        money = Commitment(
            id="F", title="Money", kind=CommitmentKind.FUNDING, due="2024-06-05",
            actual="2024-06-06",
        )  # fmt: skip
        late = Commitment(id="G", title="More", kind=CommitmentKind.FUNDING, due="2024-06-05")
        plan = plan_of(act("A", 5, "F"), act("B", 5, "G"), commitments=[money, late])
        answer = schedule(plan, on=date(2024, 6, 12))
        assert answer.activity("F").complete
        assert not answer.activity("G").complete
        assert span(answer, "B")[0] >= "2024-06-13"

    def test_milestones_complete_without_a_date_and_those_reached(self) -> None:
        """Complete without a date is the earlier of due and data date."""
        plan = plan_of(
            stone("M", status=Status.COMPLETE, due="2024-06-05"),
            stone("N", actual="2024-06-08"),
            stone("P", due="2024-06-28"),
        )
        answer = schedule(plan, on=date(2024, 6, 14))
        assert span(answer, "M")[1] == "2024-06-05"
        assert span(answer, "N")[1] == "2024-06-08"
        assert span(answer, "P")[1] == "2024-06-28"


class TestBrokenPlans:
    """Loops, cancelled work, constraints: the rest is still answered."""

    def test_a_loop_is_named_and_the_rest_is_dated(self) -> None:
        """A waits for B, B for A; C waits for them; D does not."""
        plan = plan_of(act("A", 5, "B"), act("B", 5, "A"), act("C", 5, "B"), act("D", 5))
        answer = schedule(plan, on=FRIDAY_BEFORE)
        absent = {each.id: each.why for each in answer.unscheduled}
        assert absent == {
            "A": Absence.IN_CYCLE,
            "B": Absence.IN_CYCLE,
            "C": Absence.BEHIND_CYCLE,
        }
        assert set(answer.cycles[0]) == {"A", "B"}
        assert [each.id for each in answer.activities] == ["D"]

    def test_a_loop_broken_by_a_fact_is_none(self) -> None:
        """What is done waits for nothing any more."""
        plan = plan_of(act("A", 5, "B", actual_finish="2024-06-03"), act("B", 5, "A"))
        answer = schedule(plan, on=date(2024, 6, 7))
        assert answer.unscheduled == ()

    def test_links_pass_through_cancelled_work(self) -> None:
        """C waits for A through B, which nobody will do."""
        plan = plan_of(act("A", 5), act("B", 50, "A", status=Status.CANCELLED), act("C", 5, "B"))
        answer = schedule(plan, on=FRIDAY_BEFORE)
        assert span(answer, "C")[0] == "2024-06-10"
        assert answer.critical_path == ("A", "C")
        assert [(each.id, each.why) for each in answer.unscheduled] == [("B", Absence.CANCELLED)]

    def test_cancelled_work_at_the_end_stretches_nothing(self) -> None:
        """A cancelled action that nothing waits for is simply gone."""
        plan = plan_of(
            act("A", 5),
            act("B", 5, link("A", lag=100), status=Status.SUPERSEDED),
            stone("M", "A", status=Status.CANCELLED),
        )
        assert str(schedule(plan, on=FRIDAY_BEFORE).finish) == "2024-06-07"

    def test_a_constraint_that_logic_breaks(self) -> None:
        """Twelve days, then five by 21 June: both two days short, and a fact says so."""
        limit = Constraint(kind=ConstraintKind.FINISH_NO_LATER_THAN, day=date(2024, 6, 21))
        answer = schedule(plan_of(act("P", 12), act("Q", 5, "P", constraints=[limit])),
                          on=FRIDAY_BEFORE)  # fmt: skip
        assert [answer.activity(name).total_float for name in "PQ"] == [-2, -2]
        [fact] = [each for each in answer.facts if each.kind is FactKind.BROKEN_CONSTRAINT]
        assert (fact.subject, fact.working_days) == ("Q", 2)

    def test_must_finish_by_enters_total_float_and_not_the_float_to_the_window(self) -> None:
        """The constraint is in total float; the window's floats leave it out."""
        plan = plan_of(act("A", 5, must_finish_by=date(2024, 6, 5)))
        each = schedule(plan, target=THREE_ENDS, on=FRIDAY_BEFORE).activity("A")
        assert (each.total_float, each.float_to_earliest) == (-2, 50)

    def test_no_earlier_constraints_hold_and_break_nothing(self) -> None:
        """Start and finish no earlier than a day."""
        plan = plan_of(
            act("A", 5, constraints=[
                Constraint(kind=ConstraintKind.START_NO_EARLIER_THAN, day=date(2024, 6, 10))]),
            act("B", 5, constraints=[
                Constraint(kind=ConstraintKind.MUST_START_ON, day=date(2024, 6, 12))]),
        )  # fmt: skip
        answer = schedule(plan, on=FRIDAY_BEFORE)
        assert (span(answer, "A")[0], span(answer, "B")[0]) == ("2024-06-10", "2024-06-12")
        assert answer.facts == ()

    def test_as_late_as_possible_is_placed_beside_its_early_dates(self) -> None:
        """Early dates stay; the placement uses the free float."""
        late = Constraint(kind=ConstraintKind.AS_LATE_AS_POSSIBLE)
        plan = plan_of(act("A", 20), act("B", 5, constraints=[late]), act("C", 5, "A", "B"))
        each = schedule(plan, on=FRIDAY_BEFORE).activity("B")
        assert str(each.early_start) == "2024-06-03"
        assert each.as_late_as_possible == (date(2024, 6, 24), date(2024, 6, 28))

    def test_a_lead_cannot_pull_work_before_the_plan(self) -> None:
        """B would start before the plan; it is held at the start and a fact says so."""
        plan = plan_of(act("A", 1), act("B", 5, link("A", lag=-3)))
        answer = schedule(plan, on=FRIDAY_BEFORE)
        assert span(answer, "B")[0] == "2024-06-03"
        assert FactKind.STOPPED_AT_START in kinds(answer, "B")

    def test_out_of_order_facts_of_other_links(self) -> None:
        """Finished before its predecessor finished; started before it started."""
        plan = plan_of(
            act("A", 5),
            act("B", 5, link("A", "FF"), actual_finish="2024-06-04"),
            act("C", 5, link("A", "SS"), actual_start="2024-06-04", remaining=2),
            act("D", 5, link("B"), actual_finish="2024-06-05"),
        )
        answer = schedule(plan, on=date(2024, 6, 6))
        assert FactKind.OUT_OF_ORDER in kinds(answer, "B")
        assert FactKind.OUT_OF_ORDER in kinds(answer, "C")
        assert FactKind.OUT_OF_ORDER not in kinds(answer, "D")

    def test_a_vague_fact_proves_no_wrong_order(self) -> None:
        """Done some day in June, and started on 10 June: nobody can tell which came first."""
        plan = plan_of(
            act("A", 5, actual_finish="2024-06"),
            act("B", 5, "A", actual_start="2024-06-10", remaining=2),
        )
        answer = schedule(plan, on=date(2024, 7, 1))
        assert FactKind.OUT_OF_ORDER not in kinds(answer, "B")

    def test_assumed_links_can_be_left_out(self) -> None:
        """Asked without what nobody published, B starts at once."""
        guess = Assumption(id="G", reason="a guess", fills=["B after A"])
        plan = plan_of(act("A", 5), act("B", 5, "A"), assumptions=[guess])
        assert span(schedule(plan, on=FRIDAY_BEFORE), "B")[0] == "2024-06-10"
        without = schedule(plan, on=FRIDAY_BEFORE, settings=Settings(without_assumed_links=True))
        assert span(without, "B")[0] == "2024-06-03"
        assert schedule(plan, on=FRIDAY_BEFORE).links[0].assumed


class TestCalendarsAndStart:
    """Several calendars, and where unlinked work begins."""

    def test_an_action_on_school_terms_waits_for_september(self) -> None:
        """Term-time work cannot begin in August."""
        closed = Closure(name="summer", first=date(2024, 7, 22), last=date(2024, 9, 3))
        term = WorkingCalendar(id="term", title="Terms", closures=(closed,))
        plan = plan_of(act("A", 49), act("B", 5, "A", calendar="term"), calendars=[term])
        answer = schedule(plan, on=FRIDAY_BEFORE)
        assert span(answer, "A")[1] == "2024-08-08"
        assert span(answer, "B") == ("2024-09-04", "2024-09-10")

    def test_a_lag_can_name_its_calendar(self) -> None:
        """Five term days after 19 July end in September."""
        closed = Closure(name="summer", first=date(2024, 7, 22), last=date(2024, 9, 3))
        term = WorkingCalendar(id="term", title="Terms", closures=(closed,))
        plan = plan_of(
            act("A", 35), act("B", 5, link("A", lag=5, lag_calendar="term")), calendars=[term]
        )
        assert span(schedule(plan, on=FRIDAY_BEFORE), "B")[0] == "2024-09-11"

    @pytest.mark.parametrize(
        ("received", "published", "expected"),
        [
            ("2024-01-18", "2024-01-30", "2024-01-18"),
            (None, "2024-01-30", "2024-01-30"),
            (None, None, "2024-06-10"),
            ("unknown", None, "2024-06-10"),
        ],
    )
    def test_the_plan_starts_with_the_report(
        self, received: str | None, published: str | None, expected: str
    ) -> None:
        """Receipt, else publication, else the first day the work names."""
        inspection = Inspection(
            id="I", kind=InspectionKind.FULL, framework="area_send_2023",
            report_received=received, published=published, outcome=Outcome.WIDESPREAD_FAILINGS,
        )  # fmt: skip
        plan = plan_of(
            act("A", due="unknown"),
            act("B", planned_start="2024-06-10"),
            start=None,
            inspections=[inspection],
        )
        assert str(plan_start(plan, date(2024, 7, 1))) == expected

    def test_a_plan_without_any_date_starts_on_the_data_date(self) -> None:
        """Nothing else says when."""
        assert plan_start(plan_of(act("A", 5), start=None), START) == START

    def test_the_data_date_is_the_callers_the_files_or_today(self) -> None:
        """The answer says which day was used and whether anybody gave it."""
        plan = plan_of(act("A", 5), data_date=date(2024, 6, 7))
        assert (schedule(plan).on, schedule(plan).on_given) == (date(2024, 6, 7), True)
        assert schedule(plan, on=date(2024, 6, 14)).on == date(2024, 6, 14)
        bare = schedule(plan_of(act("A", 5)))
        assert (bare.on, bare.on_given) == (today(), False)


class TestTargets:
    """Which work a window asks for, and which end late dates come from."""

    def test_late_dates_come_from_the_first_end_ahead(self) -> None:
        """On 20 August the earliest day has passed."""
        answer = schedule(plan_of(act("A", 5)), target=THREE_ENDS, on=date(2024, 8, 20))
        assert answer.late_from == "expected"
        each = answer.activity("A")
        assert each.total_float == each.float_to_expected

    def test_a_window_that_has_passed_gives_no_float(self) -> None:
        """Floats say how late it would have been; total float says nothing."""
        answer = schedule(plan_of(act("A", 5)), target=THREE_ENDS, on=date(2024, 10, 7))
        each = answer.activity("A")
        assert (answer.late_from, each.total_float, answer.near_critical) == ("", None, ())
        assert each.float_to_latest == -6
        assert FactKind.WINDOW_PAST in kinds(answer, "")

    def test_preparation_takes_working_days_off_the_window(self) -> None:
        """Five days of preparation leave five days less float."""
        plan = plan_of(act("A", 5))
        plain = schedule(plan, target=window_of(date(2024, 8, 19)), on=FRIDAY_BEFORE)
        prepared = window_of(date(2024, 8, 19), preparation=5)
        less = schedule(plan, target=prepared, on=FRIDAY_BEFORE)
        before, after = plain.activity("A").float_to_earliest, less.activity("A").float_to_earliest
        assert before is not None
        assert after == before - 5
        assert str(less.readiness.ready_on) == "2024-06-17"

    def test_a_milestone_as_target_asks_for_what_it_waits_for(self) -> None:
        """Work beside it has no float to it, and its own to the network's finish."""
        plan = plan_of(act("A", 5), act("B", 20), stone("M", "A"))
        answer = schedule(plan, target=window_of(date(2024, 6, 17), scope="M"), on=FRIDAY_BEFORE)
        assert answer.scope == ("A", "M")
        outside = answer.activity("B")
        assert (outside.in_scope, outside.float_to_earliest, outside.total_float) == (
            False,
            None,
            0,
        )
        assert answer.critical_path == ("A", "M")

    def test_an_unknown_scope_is_refused(self) -> None:
        """A window may only ask for what the plan has."""
        with pytest.raises(UnknownActivityError, match="'Z'"):
            schedule(plan_of(act("A", 5)), target=window_of(START, scope="Z"), on=FRIDAY_BEFORE)

    def test_near_critical_paths_are_ranked(self) -> None:
        """A second path three days behind the first is near; one fifty behind is not."""
        plan = plan_of(act("A", 20), act("B", 17), act("C", 5))
        answer = schedule(plan, on=FRIDAY_BEFORE)
        near = [(each.activities, each.behind) for each in answer.near_critical]
        assert (("B",), 3) in near
        assert ("C",) not in [each for each, _ in near]

    def test_cancelled_work_is_no_near_critical_path(self) -> None:
        """A chain of nothing but cancelled work says nothing."""
        plan = plan_of(
            act("A", 5),
            act("X", 5, status=Status.CANCELLED),
            act("Y", 3, "X"),
            act("Z", 5, status=Status.CANCELLED),
            act("B", 5, "Z", "A"),
        )
        answer = schedule(plan, on=FRIDAY_BEFORE)
        assert all(each.activities for each in answer.near_critical)

    def test_a_loop_through_ongoing_work_is_none(self) -> None:
        """Ongoing work has no end to wait for, so nothing waits for itself through it."""
        plan = plan_of(act("A", 5, "O"), act("O", None, "A", due="ongoing"))
        answer = schedule(plan, on=FRIDAY_BEFORE)
        assert answer.unscheduled == ()
        assert span(answer, "A") == ("2024-06-03", "2024-06-07")

    def test_each_is_given_the_loop_it_waits_for(self) -> None:
        """Two loops; what waits for the second is told of the second, members off it too."""
        plan = plan_of(
            act("A", 5, "B"),
            act("B", 5, "A"),
            act("P", 5, "R"),
            act("Q", 5, "P"),
            act("R", 5, "Q", "P"),
            act("W", 5, "R"),
        )
        answer = schedule(plan, on=FRIDAY_BEFORE)
        found = {each.id: (each.why, each.cycle) for each in answer.unscheduled}
        assert found["Q"] == (Absence.IN_CYCLE, ("P", "R"))
        assert found["W"] == (Absence.BEHIND_CYCLE, ("P", "R"))
        assert answer.cycles == (("A", "B"), ("P", "R"))

    @pytest.mark.parametrize("link_type", ["FS", "SS", "FF", "SF"])
    def test_ongoing_work_frees_nobody_from_a_loop(self, link_type: str) -> None:
        """A and B wait for each other, B for ongoing O as well: O does not stand in for A."""
        plan = plan_of(
            act("A", 5, "B"), act("B", 5, "A", link("O", link_type)), act("O", due="ongoing")
        )
        answer = schedule(plan, on=FRIDAY_BEFORE)
        absent = {each.id: each.why for each in answer.unscheduled}
        assert absent == {"A": Absence.IN_CYCLE, "B": Absence.IN_CYCLE}

    def test_no_path_ends_in_cancelled_work(self) -> None:
        """Cancelled X lies later than B, which waits for it less a lead; the path ends in B."""
        plan = plan_of(
            act("A", 5),
            act("X", 5, link("A", lag=5), status=Status.CANCELLED),
            act("B", 1, link("X", lag=-3)),
        )
        answer = schedule(plan, on=FRIDAY_BEFORE)
        assert (str(answer.finish), answer.critical_path) == ("2024-06-12", ("A", "B"))
