"""Editions: what a rule says for a time, and how it counts."""
# ruff: noqa: ANN401 - these builders hand any field on to the class that checks it

from datetime import date
from typing import Any

import pytest

from send_framework import Confidence, Modality, Source, Unit
from send_framework.errors import ModelError, RuleError
from send_framework.frameworks import AnchorEvent, Edition, Rule, rule_book
from send_framework.frameworks.anchors import REPORT_RECEIVED

SOURCE = Source(key="S", title="A source")


def edition(**fields: Any) -> Edition:
    """Return a small valid edition, or as asked."""
    known: dict[str, Any] = {
        "key": "2023",
        "in_force_from": date(2023, 1, 1),
        "modality": Modality.HANDBOOK,
        "says": "A plan is due.",
        "amount": 15,
        "unit": Unit.CALENDAR_DAYS,
        "confidence": Confidence.VERIFIED,
        "sources": [SOURCE],
    }
    return Edition(**(known | fields))


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"sources": ()}, "a rule needs at least one source"),
        ({"confidence": None}, "a rule says how sure it is"),
        ({"in_force_to": date(2022, 1, 1)}, "it must not be before in_force_from"),
        ({"unit": None}, "a count and its unit are expected together"),
        ({"amount": None}, "a count and its unit are expected together"),
        ({"least": 20}, "least <= amount <= most is expected"),
        ({"most": 10}, "least <= amount <= most is expected"),
        ({"amount": None, "unit": None}, "a count or an answer in words is expected"),
    ],
)
def test_an_edition_without_evidence_or_sense_is_refused(
    fields: dict[str, Any], words: str
) -> None:
    """Each rule has a source, a confidence and either a count in order or an answer."""
    with pytest.raises(ModelError, match=words):
        edition(**fields)


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, "15 calendar days"),
        ({"least": 10, "most": 20, "amount": None}, "10 to 20 calendar days"),
        ({"most": 20, "amount": None}, "at most 20 calendar days"),
        ({"least": 1, "amount": None}, "at least 1 calendar day"),
        ({"amount": None, "unit": None, "value": "the council"}, "the council"),
    ],
)
def test_counting_in_words(fields: dict[str, Any], words: str) -> None:
    """An edition says how it counts, or what it answers."""
    assert edition(**fields).counting == words


def test_whether_the_day_of_the_anchor_counts() -> None:
    """At least 15 days beginning with the day of service end a day before 15 days after it."""
    served = date(2024, 3, 1)
    assert edition().day_from(served) == date(2024, 3, 16)
    assert edition(counts_anchor_day=True).day_from(served) == date(2024, 3, 15)
    assert edition(counts_anchor_day=True).day_from(served, before=True) == date(2024, 2, 16)
    working = edition(counts_anchor_day=True, unit=Unit.WORKING_DAYS, amount=1)
    assert working.day_from(date(2024, 3, 29)) == date(2024, 4, 2)  # Good Friday to Easter
    assert working.day_from(served) == served


def test_months_clamp_at_the_end() -> None:
    """18 months after the last day of August end on the last day of February."""
    assert edition(unit=Unit.MONTHS, amount=18).day_from(date(2024, 8, 31)) == date(2026, 2, 28)


def test_an_edition_that_answers_cannot_count() -> None:
    """Asking an answer for a day is an error that quotes it."""
    words = edition(amount=None, unit=None, value="the council")
    with pytest.raises(RuleError, match="counts nothing: it says 'the council'"):
        words.day_from(date(2024, 1, 1))
    assert words.words(3) == "3"


@pytest.mark.parametrize("unit", list(Unit))
@pytest.mark.parametrize("day", [date.max, date.min])
def test_days_beyond_the_calendar_are_an_error_of_ours(unit: Unit, day: date) -> None:
    """The end of the calendar is no traceback."""
    with pytest.raises(RuleError, match="no such day is known"):
        edition(unit=unit, counts_anchor_day=True).day_from(day, before=day == date.min)


def test_the_day_judged_picks_the_edition() -> None:
    """On 5 June 2025 the text of 2023 holds, on 6 June that of June, unverified."""
    rule = rule_book("area_send_2023").rule("priority-action-plan-submitted")
    before, after = rule.edition_on(date(2025, 6, 5)), rule.edition_on(date(2025, 6, 6))
    assert (before.key, before.confidence) == ("2023", Confidence.SECONDARY)
    assert (after.key, after.confidence) == ("2025-06", Confidence.UNVERIFIED)
    assert before.amount == after.amount == 35


@pytest.mark.parametrize(
    ("day", "who"),
    [
        (date(2023, 1, 1), "Ofsted and the Care Quality Commission"),
        (date(2025, 6, 5), "Ofsted and the Care Quality Commission"),
        (date(2025, 6, 6), "not seen: the process was changed, by a text that could not be read"),
        (date(2025, 7, 6), "not seen: the process was changed, by a text that could not be read"),
        (date(2025, 7, 7), "the Department for Education and regional NHS England"),
        (date(2026, 11, 24), "the Department for Education and regional NHS England"),
    ],
)
def test_who_judges_the_plan_changes_in_2025(day: date, who: str) -> None:
    """From the inspectorates to the department and NHS England, with a gap of one month."""
    assert rule_book("area_send_2023").rule("plan-judged-by").edition_on(day).value == who


def test_monitoring_inspections_paused() -> None:
    """The pause holds from September 2024 to the summer term of 2025, and not around it."""
    rule = rule_book("area_send_2023").rule("monitoring-pause")
    assert "held off" in rule.edition_on(date(2025, 1, 15)).value
    for day in (date(2024, 8, 31), date(2025, 8, 1)):
        assert rule.in_force(day) is None
        with pytest.raises(RuleError, match="it holds from 1 September 2024 to 31 July 2025"):
            rule.edition_on(day)


def test_no_rule_before_its_first_edition() -> None:
    """Asked for 2022, the rule says since when it holds."""
    rule = rule_book("area_send_2023").rule("monitoring-inspection")
    with pytest.raises(RuleError, match=r"not in force on 31 December 2022: it holds from 1 Jan"):
        rule.edition_on(date(2022, 12, 31))


def test_editions_stand_in_order() -> None:
    """A rule without an edition, or with two at once, is refused."""
    with pytest.raises(ModelError, match="at least one edition is expected"):
        Rule(key="r", title="R", editions=())
    for later in (edition(key="b"), edition(key="b", in_force_from=date(2022, 1, 1))):
        with pytest.raises(ModelError, match="it must begin after edition 2023"):
            Rule(key="r", title="R", editions=(edition(), later))
    ended = edition(in_force_to=date(2024, 1, 1))
    with pytest.raises(ModelError, match="it must begin after edition 2023"):
        Rule(key="r", title="R", editions=(ended, edition(key="b", in_force_from=date(2024, 1, 1))))


def test_an_anchor_event_is_compared_by_what_it_is() -> None:
    """Two anchor events with the same content are one."""
    same = AnchorEvent(
        key="report-received",
        title="receipt of the final report",
        fields=("report_received",),
    )
    assert same == REPORT_RECEIVED


def test_a_rule_can_name_a_day_of_every_year() -> None:
    """15 February of the anchor's year; 29 February, or a count beside it, is refused."""
    yearly = edition(amount=None, unit=None, yearly=(2, 15))
    assert yearly.day_from(date(2031, 9, 1)) == date(2031, 2, 15)
    assert (yearly.counting, yearly.gives_day) == ("15 February", True)
    for wrong in ({"yearly": (2, 29)}, {"yearly": (2, 15, 1)}, {"yearly": "spring"}):
        with pytest.raises(ModelError, match="a month and a day of every year"):
            edition(amount=None, unit=None, **wrong)
    with pytest.raises(ModelError, match="and no count"):
        edition(yearly=(2, 15))
