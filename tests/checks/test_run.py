"""The whole check: its day, a plan in which all is well, and days of any age."""

from datetime import date

from attrs import evolve

from send_framework import (
    PlanKind,
)
from send_framework.checks import Severity, check
from tests.checks.cases import AFI1, MIDDLE, ON, act, plan


def test_the_caller_the_plan_and_today_give_the_data_date_in_this_order() -> None:
    """`on` beats the plan's data date, which beats today."""
    begun = act(actual_start="2024-06-10")
    assert any(each.code == "fact-after-data-date" for each in check(plan(begun)))
    later = check(plan(begun), on=date(2024, 6, 10))
    assert not any(each.code == "fact-after-data-date" for each in later)
    today = check(plan(begun, data_date=None))
    assert not any(each.code == "fact-after-data-date" for each in today)


def test_a_plan_in_which_all_is_well_has_no_error_and_no_warning() -> None:
    """A small plan with everything a board asks for raises information at most."""
    publish = "strategic-plan-published"
    good = act(
        accountable="CC", duration=10, due="2024-06-21", success_measures="Agreed",
        answers="AFI1", meets=publish,
    )  # fmt: skip
    asked = plan(
        good,
        kind=PlanKind.STRATEGIC_PLAN,
        inspections=[evolve(MIDDLE, report_received="2024-05-20", published="2024-05-30")],
        recommendations=[AFI1],
    )
    assert [each.code for each in check(asked) if each.severity is not Severity.INFORMATION] == []


def test_data_dates_of_any_age_are_answered() -> None:
    """The first and last days there are do not break the look back."""
    for on in (date.min, ON, date.max):
        assert check(plan(act(actual_start="2024-06-04")), on=on)
