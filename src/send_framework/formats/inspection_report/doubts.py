"""What to know before believing a report that was read: nothing is settled in silence."""

import re
from collections.abc import Iterator

from send_framework.dates import day_words
from send_framework.formats.inspection_report.bodies import is_known
from send_framework.formats.inspection_report.found import InspectionReport, ReaderFinding
from send_framework.formats.inspection_report.printed_dates import (
    NUMBER,
    days_at_foot,
    number_of,
    tells_of_more,
    without_page,
)
from send_framework.formats.inspection_report.reading_order import Script, Section
from send_framework.model.inspection import Outcome
from send_framework.model.recommendation import RecommendationKind
from send_framework.model.source import Confidence

_FOOT_AREA = re.compile(
    r"report\s*:?\s*(?P<area>.+?),?\s+local\s+area\s+partnership", re.IGNORECASE
)
_COUNTED = re.compile(
    rf"\b(?P<number>{NUMBER})\s+(?:areas?|ways?|things?|points?|aspects?|elements?)\s*:",
    re.IGNORECASE,
)


def findings_in(report: InspectionReport, script: Script) -> tuple[ReaderFinding, ...]:
    """Return what contradicts, is missing or is not known in a report.

    Args:
        report: What was read.
        script: The text it was read from.
    """
    return (
        *_feet(report, script),
        *_outcome(report),
        *_recommendations(report),
        *_missing(report, script),
        *_unknown_bodies(report),
    )


def _feet(report: InspectionReport, script: Script) -> Iterator[ReaderFinding]:
    """Compare each different foot of a page with the cover."""
    if report.inspection_start.confidence is not Confidence.VERIFIED:
        yield ReaderFinding(
            code="dates-not-read",
            sentence="the cover's inspection dates cannot be read; those at the foot are taken",
        )
    seen: set[str] = set()
    for page, foot in script.feet:
        text = without_page(foot)
        if text in seen:
            continue
        seen.add(text)
        days = days_at_foot(foot)
        cover = (report.inspection_start.value, report.inspection_end.value)
        if days and (days[0], days[-1]) != cover:
            yield ReaderFinding(
                code="dates-differ",
                sentence=f"the cover gives {report.inspection_start.printed!r}, the foot of the "
                f"page {day_words(days[0])} to {day_words(days[-1])}; the cover's is kept",
                page=page,
            )
        area = _FOOT_AREA.search(text)
        if area and area["area"].casefold() != report.local_area.value.casefold():
            yield ReaderFinding(
                code="area-differs",
                sentence=f"the title names {report.local_area.value!r}, the foot of the page "
                f"{area['area']!r}; the title's is kept",
                page=page,
            )


def _outcome(report: InspectionReport) -> Iterator[ReaderFinding]:
    """Compare the outcome with what should follow from it."""
    failings = report.outcome.value is Outcome.WIDESPREAD_FAILINGS
    signs = {
        "a monitoring inspection": report.monitoring_within_months.value is not None,
        "a priority action plan": report.priority_action_plan_required.value,
        "areas for priority action": bool(report.of_kind(RecommendationKind.PRIORITY_ACTION)),
    }
    for what, there in signs.items():
        if there != failings:
            verb = "has" if there else "has no mention of"
            yield ReaderFinding(
                code="outcome-and-consequence",
                sentence=f"the outcome is {report.outcome.value.value}, yet it {verb} {what}",
            )
    if report.next_full_within_years.value is None:
        yield ReaderFinding(
            code="no-next-inspection",
            sentence="when the next full inspection follows was not found",
        )


def _recommendations(report: InspectionReport) -> Iterator[ReaderFinding]:
    for number, each in enumerate(report.recommendations, 1):
        page = each.places[0].page if each.places else None
        named = f"recommendation {number} ({' '.join(each.text.split()[:6])} ...)"
        if each.confidence is not Confidence.VERIFIED:
            yield ReaderFinding(
                code="row-over-page",
                sentence=f"whether {named} goes on over the page had to be guessed",
                page=page,
            )
        if each.kind is RecommendationKind.PRIORITY_ACTION and not each.bodies:
            yield ReaderFinding(
                code="no-responsible-body", sentence=f"{named} names no responsible body", page=page
            )
        counted = _COUNTED.search(each.text)
        if counted and number_of(counted["number"]) != each.bullets:
            follow = f"but {each.bullets} bullets follow"
            yield ReaderFinding(
                code="bullets-differ",
                sentence=f"{named} announces {counted['number']}, {follow}",
                page=page,
            )


def _missing(report: InspectionReport, script: Script) -> Iterator[ReaderFinding]:
    headings = {
        Section.IMPROVEMENT: report.of_kind(RecommendationKind.AREA_FOR_IMPROVEMENT),
        Section.DETAILS: report.local_authorities.value and report.icbs.value,
        Section.TEAM: report.inspectors.value.ofsted and report.inspectors.value.cqc,
    }
    for section, found in headings.items():
        if not found:
            there = "holds no table to read" if section in script.sections else "is missing"
            yield ReaderFinding(
                code="part-not-read", sentence=f"the part {section.value!r} {there}"
            )
    before = report.previous_inspection.value
    if before and before.start is None:
        yield ReaderFinding(
            code="dates-not-read",
            sentence=f"no day can be read in the previous inspection {before.printed!r}",
        )
    if before and before.start and tells_of_more(before.printed):
        yield ReaderFinding(
            code="several-days",
            sentence=f"the previous inspection is printed as {before.printed!r}; of its days the "
            f"first, {day_words(before.start)}, is taken",
        )


def _unknown_bodies(report: InspectionReport) -> Iterator[ReaderFinding]:
    """Name the bodies that the reference data does not know; they are kept as printed."""
    in_rows = (body for each in report.recommendations for body in each.bodies)
    for body in dict.fromkeys((*report.local_authorities.value, *report.icbs.value, *in_rows)):
        if not is_known(body, report.inspection_end.value):
            yield ReaderFinding(
                code="body-not-known",
                sentence=f"{body!r} is in no list of areas and boards; it is kept as printed",
            )
