"""What the library answers about Suffolk at both dates."""

from datetime import date, timedelta

import pytest

from send_framework import Deadline, Modality, Plan, Window
from send_framework.checks import Severity, check
from send_framework.frameworks import deadlines, target_window
from send_framework.network.graph import ancestors
from send_framework.network.kinds import Basis, FactKind, ReadinessState
from send_framework.network.reasons import explain
from send_framework.network.results import Schedule
from send_framework.network.schedule import schedule

TIMELINESS = {"S09", "S10", "S11", "S12", "S13", "S14", "S15"}


def answer(plan: Plan, basis: Basis = Basis.FORECAST) -> Schedule:
    """Return the schedule against the inspection expected on the plan's own day."""
    on = schedule(plan).on
    return schedule(plan, target=target_window(plan, on), on=on, basis=basis)


def weekdays(first: date, until: date) -> int:
    """Count the days from Monday to Friday from one day up to another, by hand."""
    days = (first + timedelta(days=n) for n in range((until - first).days))
    return sum(day.weekday() < 5 for day in days)


def official(plan: Plan) -> dict[str, Deadline | Window]:
    """Return what the rule book says of the inspection answered, by rule."""
    inspection = plan.inspection_answered()
    assert inspection is not None
    found = deadlines(inspection, on=plan.data_date, events=plan.events)
    return {each.rule.rule: each for each in found if each.rule is not None}


def codes(plan: Plan, code: str) -> list[str]:
    """Return what the findings with a code are about."""
    return [each.subject for each in check(plan, on=plan.data_date) if each.code == code]


def test_in_2026_timeliness_and_the_backlog_decide_readiness(in_2026: Plan) -> None:
    """The critical path ends with the timeliness target and then the backlog."""
    found = answer(in_2026)
    assert found.critical_path == ("S14", "S15")
    assert found.finish == date(2026, 1, 30)


def test_behind_the_backlog_stands_the_whole_timeliness_programme(in_2026: Plan) -> None:
    """Posts, second package, coordinators, advice and reviewers all lead to it."""
    assert set(ancestors(in_2026, "S15")) - {"F-STAFF"} == TIMELINESS - {"S15"}


@pytest.mark.parametrize("first", ["S09", "S11", "S12", "S13"])
def test_each_strand_of_the_programme_drives_when_promises_are_left_out(
    in_2026: Plan, first: str
) -> None:
    """By the links alone every strand leads through the target to the backlog, all as long."""
    assert (first, "S14", "S15") in answer(in_2026, Basis.NETWORK).critical_paths


def test_in_2026_the_path_missed_two_ends_of_the_window_and_meets_the_third(
    in_2026: Plan,
) -> None:
    """171 and 137 working days after June and July 2025, 40 before the end of March 2026."""
    last = answer(in_2026).activity("S15")
    floats = (last.float_to_earliest, last.float_to_expected, last.float_to_latest)
    assert floats == (-171, -137, 40)


def test_the_float_to_the_latest_day_counted_by_hand(in_2026: Plan) -> None:
    """From 2 February to 29 March 2026 there is no bank holiday: 40 weekdays."""
    found = answer(in_2026)
    assert found.late_from == "latest"
    assert found.readiness.ready_on == date(2026, 2, 2)
    assert weekdays(date(2026, 2, 2), date(2026, 3, 30)) == found.readiness.float_to_latest == 40


def test_in_2024_only_the_first_posts_have_a_date_that_decides(in_2024: Plan) -> None:
    """No timeliness target was published yet: the budget's 60 posts come last, in March 2025."""
    found = answer(in_2024)
    assert found.critical_path == ("S09",)
    assert found.finish == date(2025, 3, 31)
    assert found.readiness.float_to_latest is None


def test_the_float_of_2024_counted_by_hand(in_2024: Plan) -> None:
    """From 1 April to 31 May 2025 less Good Friday, Easter Monday and two in May: 40."""
    found = answer(in_2024).readiness
    assert found.ready_on == date(2025, 4, 1)
    assert weekdays(date(2025, 4, 1), date(2025, 6, 1)) - 4 == found.float_to_earliest == 40


def test_in_2024_readiness_cannot_be_said(in_2024: Plan) -> None:
    """Three parts of the first priority action had no work of their own."""
    found = answer(in_2024).readiness
    assert found.state is ReadinessState.CANNOT_BE_SAID
    assert found.missing == ("PA1(b)", "PA1(c)", "PA1(d)")


def test_in_2026_readiness_cannot_be_said_for_want_of_one_date(in_2026: Plan) -> None:
    """Every part has work now; that on adulthood has no date."""
    found = answer(in_2026).readiness
    assert found.state is ReadinessState.CANNOT_BE_SAID
    assert found.missing == ("S33",)


def test_places_do_not_decide_a_monitoring_inspection(in_2026: Plan) -> None:
    """The last places come in September 2026; by an assumption only a reinspection asks."""
    found = answer(in_2026)
    assert not {"S28", "S29", "S30"} & set(found.scope)
    assert found.activity("S29").early_finish == date(2026, 9, 30)
    assert in_2026.assumed("S29 needed_by") is not None


def test_the_answer_names_what_nobody_published(in_2026: Plan) -> None:
    """The link from target to backlog and what is left of both are stand-ins, and marked."""
    found = explain(in_2026, answer(in_2026), "S15")
    assert found.chain[-2:] == ("S14", "S15")
    assert {"S15 after S14", "S14 remaining", "S15 remaining"} <= set(found.assumed)


def test_facts_agree_with_the_links_drawn(in_2024: Plan, in_2026: Plan) -> None:
    """No assumed link is contradicted by what happened."""
    for plan in (in_2024, in_2026):
        kinds = [fact.kind for fact in answer(plan).facts]
        assert FactKind.OUT_OF_ORDER not in kinds
        assert FactKind.FUTURE_FACT not in kinds


def test_the_plan_was_due_by_custom_and_final_by_law(either: Plan) -> None:
    """Submitted by 7 March 2024 as the handbook has it; made final by 29 April by statute."""
    found = official(either)
    submitted = found["priority-action-plan-submitted"]
    made = found["priority-action-plan-made"]
    assert isinstance(submitted, Deadline)
    assert isinstance(made, Deadline)
    assert (submitted.due, submitted.rule.modality) == (date(2024, 3, 7), Modality.HANDBOOK)
    assert (made.due, made.rule.modality) == (date(2024, 4, 29), Modality.STATUTORY)


def test_whether_the_law_was_kept_cannot_be_proved(in_2024: Plan, in_2026: Plan) -> None:
    """Nothing shows it in 2024; in 2026 the approval may lie on either side of the day."""
    assert codes(in_2024, "statutory-deadline-unproven") == ["priority-action-plan-made"]
    assert codes(in_2026, "statutory-deadline-unproven") == ["E-PAP-APPROVED"]


def test_the_plans_window_agrees_with_the_rule_book(in_2024: Plan, in_2026: Plan) -> None:
    """Expected after 18 months from receipt; the observed latest day only once observed."""
    for plan in (in_2024, in_2026):
        own, rule = plan.windows[0], official(plan)["monitoring-inspection"]
        assert isinstance(rule, Window)
        assert own.expected
        assert rule.expected
        assert own.expected.day == rule.expected.day
        assert (own.latest and own.latest.day) == (rule.latest and rule.latest.day)


def test_the_reinspection_comes_from_the_rule(either: Plan) -> None:
    """Three years from fieldwork or from publication; the plan knows no better."""
    window = official(either)["full-reinspection"]
    assert isinstance(window, Window)
    assert [end.day for _, end in window.ends()] == [date(2026, 11, 13), date(2027, 1, 30)]


def test_the_gate_before_the_contracts_has_no_date(either: Plan) -> None:
    """The evaluation must precede a renewal whose day nobody published."""
    assert codes(either, "gate-undated") == ["C-RENEWAL"]


def test_use_of_data_has_no_action(either: Plan) -> None:
    """The first area for improvement is answered by nothing that was published."""
    assert codes(either, "improvement-unanswered") == ["AFI1"]


def test_the_contradiction_in_the_councils_news_is_found(in_2026: Plan) -> None:
    """65 % does not follow from 186 and 364."""
    assert codes(in_2026, "change-contradicts-figures") == ["M-PLANS-A-MONTH"]


def test_the_one_error_is_the_timeliness_promise(in_2024: Plan, in_2026: Plan) -> None:
    """In 2024 nothing was broken; in 2026 the promise of September 2025 is."""
    for plan, errors in ((in_2024, []), (in_2026, ["S14"])):
        found = check(plan, on=plan.data_date)
        assert [each.subject for each in found if each.severity is Severity.ERROR] == errors
