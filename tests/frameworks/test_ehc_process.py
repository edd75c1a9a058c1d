"""The time limits of education, health and care plans: calendar weeks, exceptions, own dates."""
# ruff: noqa: ANN401 - these builders hand any field on to the class that checks it

import calendar
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from send_framework import Confidence, Deadline, Modality, Window
from send_framework.errors import ModelError
from send_framework.frameworks import (
    EhcCase,
    EhcException,
    ExceptionParagraph,
    ehc_deadlines,
    rule_book,
)
from tests.frameworks.cases import ends

BOOK = rule_book("ehc_process")
DAYS = st.dates(date(2015, 1, 1), date(2035, 1, 1))
WEEKS = {
    "request": {"assessment-decided": 6, "no-plan-decided": 16, "plan-issued": 20},
    "advice_requested": {"advice-given": 6},
    "review_meeting": {
        "review-reported": 2, "review-decided": 4, "amended-plan-issued-at-last": 12,
        "review-papers": -2,
    },
    "amendment_notice": {"amended-plan-issued": 8},
    "order_to_assess": {"order-to-assess-notified": 2, "order-to-assess-plan": 14},
    "order_to_plan": {"order-to-plan-draft": 5, "order-to-plan-final": 11},
    "order_to_amend": {"order-to-amend-plan": 5},
    "order_to_name": {"order-to-name-school": 2},
}  # fmt: skip


def limits(case: EhcCase | None = None, **asked: Any) -> dict[str, Deadline | Window]:
    """Return the limits of a case by the key of their rule."""
    found = ehc_deadlines(case, **asked)
    return {each.rule.rule: each for each in found if each.rule}


def day(case: EhcCase, rule: str) -> date:
    """Return the day of one limit."""
    found = limits(case)[rule]
    assert isinstance(found, Deadline)
    return found.due


@given(st.sampled_from(sorted(WEEKS)), DAYS)
def test_weeks_are_calendar_weeks(field: str, begun: date) -> None:
    """Each limit in weeks is that many times seven days from its own event."""
    dates: dict[str, Any] = {field: begun}
    case = EhcCase(**dates)
    for rule, weeks in WEEKS[field].items():
        assert day(case, rule) == begun + timedelta(days=7 * weeks)


@given(DAYS)
def test_a_limit_on_a_day_off_says_so(begun: date) -> None:
    """Calendar weeks end on the weekday they began: a Sunday stays a Sunday, and is told."""
    for each in limits(request=begun).values():
        assert isinstance(each, Deadline)
        assert each.due.weekday() == begun.weekday()
        assert ("is no working day" in each.explanation) >= (each.due.weekday() > 4)
        assert not each.provisional


def test_good_friday_is_told() -> None:
    """Twenty weeks from 10 November 2023 end on Good Friday."""
    found = limits(request=date(2023, 11, 10))["plan-issued"]
    assert "29 March 2024 is no working day (Good Friday)" in found.explanation


def test_regulation_13_counts_the_day_of_service() -> None:
    """Fifteen days beginning with 1 March end on 15 March, not 16."""
    assert day(EhcCase(draft_sent="2024-03-01"), "draft-comments") == date(2024, 3, 15)
    assert day(EhcCase(school_consulted="2024-03-01"), "school-replies") == date(2024, 3, 16)


def test_a_review_from_meeting_to_amended_plan() -> None:
    """The Devon judgment: 4 weeks for the notice, 8 more for the plan, 12 in all."""
    case = EhcCase(review_meeting="2024-03-14", amendment_notice="2024-04-11")
    assert day(case, "review-decided") == date(2024, 4, 11)
    assert day(case, "amended-plan-issued") == day(case, "amended-plan-issued-at-last")
    assert limits(case)["review-decided"].confidence is Confidence.VERIFIED


def test_the_next_review_counts_from_the_last_else_from_the_plan() -> None:
    """Twelve months; for a child under five a review is considered after 3 to 6."""
    issued = EhcCase(plan_issued="2024-02-29")
    assert day(issued, "review-held") == date(2025, 2, 28)
    early = limits(issued)["review-under-five"]
    assert isinstance(early, Window)
    assert ends(early) == {"earliest": "2024-05-29", "latest": "2024-08-29"}
    reviewed = EhcCase(plan_issued="2024-02-29", review_meeting="2025-01-15")
    assert day(reviewed, "review-held") == date(2026, 1, 15)


@given(DAYS)
def test_phase_transfer_has_a_day_of_its_own(moved: date) -> None:
    """15 February of the year of the move, 31 March for post-16; neither counts anything."""
    case = EhcCase(phase_transfer=moved, post_16_transfer=moved)
    assert day(case, "phase-transfer") == date(moved.year, 2, 15)
    assert day(case, "phase-transfer-post-16") == date(moved.year, 3, 31)
    found = limits(case)["phase-transfer"]
    assert "15 February in the year of the move" in found.explanation
    assert found.confidence is Confidence.UNVERIFIED


@given(DAYS, DAYS)
def test_the_later_end_of_an_appeal_counts(decided: date, certified: date) -> None:
    """Two months from the decision or one from the certificate, whichever is later."""
    found = limits(EhcCase(decision=decided, mediation_certificate=certified))
    appeals = [each for key, each in found.items() if key.startswith("appeal")]
    assert len(appeals) == 1
    assert isinstance(appeals[0], Deadline)
    assert appeals[0].due == max(_months(decided, 2), _months(certified, 1))
    assert len([key for key in limits(EhcCase(decision=decided)) if "appeal" in key]) == 1


def _months(begun: date, months: int) -> date:
    """Count months by hand, to the last day of a month that is too short."""
    month = begun.month + months
    year, month = (begun.year, month) if month <= 12 else (begun.year + 1, month - 12)
    return date(year, month, min(begun.day, calendar.monthrange(year, month)[1]))


def test_mediation_and_a_move() -> None:
    """Thirty calendar days for mediation; fifteen working days to hand a plan over."""
    case = EhcCase(mediation_requested="2024-03-01", moved="2024-03-28")
    assert day(case, "mediation-held") == date(2024, 3, 31)
    assert day(case, "plan-transferred") == date(2024, 4, 22)


def test_an_exception_stands_beside_the_limit() -> None:
    """It excuses and moves nothing: no rule gives another day."""
    plain = limits(request="2024-05-01")
    summer = EhcException(
        paragraph=ExceptionParagraph.SCHOOL_CLOSED, reason="school closed for the summer",
        closed=date(2024, 7, 24), reopened=date(2024, 9, 4), asked=date(2024, 7, 18),
    )  # fmt: skip
    excused = limits(request="2024-05-01", exceptions=[summer])
    for rule, regulation in (
        ("plan-issued", "regulation 10(4)(a)"),
        ("assessment-decided", "regulation 5(4)(a)"),
    ):
        before, after = plain[rule], excused[rule]
        assert isinstance(before, Deadline)
        assert isinstance(after, Deadline)
        assert before.due == after.due
        assert regulation in after.explanation
        assert "which the days given bear out" in after.claims[0].says
    other = EhcCase(request="2024-05-01", moved="2024-05-01")
    assert limits(other, exceptions=[summer])["plan-transferred"].claims == ()


@pytest.mark.parametrize(
    ("closed", "reopened", "asked", "holds"),
    [
        ((2024, 7, 24), (2024, 8, 21), (2024, 7, 17), True),  # four weeks, a week before
        ((2024, 7, 24), (2024, 8, 20), (2024, 7, 17), False),  # a day short of four weeks
        ((2024, 7, 24), (2024, 8, 21), (2024, 7, 16), False),  # asked a day too early
        ((2024, 7, 24), (2024, 8, 21), (2024, 8, 21), False),  # open again
        ((2024, 7, 24), (2024, 8, 21), None, None),
    ],
)
def test_the_closed_school_is_checked_by_its_days(
    closed: tuple[int, int, int],
    reopened: tuple[int, int, int],
    asked: tuple[int, int, int] | None,
    holds: bool | None,  # noqa: FBT001 - the expected answer of a case
) -> None:
    """Closed for four weeks or longer, and asked from a week before."""
    claimed = EhcException(
        paragraph=ExceptionParagraph.SCHOOL_CLOSED, reason="closed", closed=date(*closed),
        reopened=date(*reopened), asked=date(*asked) if asked else None,
    )  # fmt: skip
    assert claimed.holds is holds
    words = {True: "bear out", False: "contradict", None: "not checked"}[holds]
    found = limits(request="2024-05-01", exceptions=[claimed])["plan-issued"]
    assert words in found.claims[0].says


def test_other_paragraphs_are_taken_on_trust() -> None:
    """Paragraphs (b) to (d) were not read: what is claimed is told, not judged."""
    claimed = EhcException(paragraph=ExceptionParagraph.C, reason="illness in the family")
    found = limits(request="2024-05-01", exceptions=[claimed])["plan-issued"]
    assert "regulation 10(4)(c), it is said: illness in the family (not checked)" in (
        found.explanation
    )
    with pytest.raises(ModelError, match="some text is expected"):
        EhcException(paragraph=ExceptionParagraph.B, reason=" ")


@given(DAYS)
def test_every_limit_explains_itself(begun: date) -> None:
    """Each names its rule, its anchor with the day, its edition, a source and its confidence."""
    fields = {anchor.fields[0] for rule in BOOK.rules for anchor in rule.anchors}
    dates: dict[str, Any] = dict.fromkeys(fields, begun)
    found = limits(EhcCase(**dates))
    assert len(found) == len(BOOK.rules) - 1
    for key, each in found.items():
        assert each.rule
        assert f"by rule {key} of ehc_process (edition 2014" in each.explanation
        assert each.rule.anchor in each.explanation
        assert each.sources[0].title in each.explanation
        assert each.confidence
        assert each.confidence.value in each.explanation


def test_every_limit_is_law_but_the_codes() -> None:
    """What no page was read for is marked, and the Code is no law."""
    editions = {rule.key: rule.editions[0] for rule in BOOK.rules}
    custom = {key for key, each in editions.items() if each.modality is not Modality.STATUTORY}
    assert custom == {"school-replies", "review-under-five"}
    seen = {key for key, each in editions.items() if each.confidence is Confidence.VERIFIED}
    assert seen == {
        "assessment-decided", "draft-comments", "plan-issued", "review-decided",
        "amended-plan-issued", "amended-plan-issued-at-last",
    }  # fmt: skip


def test_the_data_date_limits_what_is_known() -> None:
    """A request of tomorrow gives nothing today; an announced review gives its papers' day."""
    assert limits(request="2024-05-02", on=date(2024, 5, 1)) == {}
    ahead = limits(EhcCase(review_meeting="2024-06-20"), on=date(2024, 5, 1))
    assert "review-papers" in ahead
    assert limits() == {}
    assert not EhcCase().was_held
