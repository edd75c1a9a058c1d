"""From a report to a plan: inspection, bodies and recommendations; the work is still to come."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import PurePath

from attrs import evolve, frozen

from send_framework.errors import UnknownNameError
from send_framework.formats.inspection_report.found import InspectionReport, PrintedRecommendation
from send_framework.model.agency import Agency, AgencyKind, LocalAreaPartnership
from send_framework.model.inspection import Inspection, InspectionKind, Outcome
from send_framework.model.plan import Plan, PlanKind
from send_framework.model.recommendation import Recommendation, RecommendationKind
from send_framework.model.source import Confidence, Source
from send_framework.model.window import Unit, Within
from send_framework.reference import (
    LocalArea,
    PublishedInspection,
    agency_of,
    inspections,
    local_area,
    resolve,
)

_FRAMEWORK = "area_send_2023"
_PREFIXES = {
    RecommendationKind.PRIORITY_ACTION: "PA",
    RecommendationKind.AREA_FOR_IMPROVEMENT: "AFI",
}
# By the name's own words, and said to be so: the first that fits.
_KINDS = (
    (re.compile(r"\bcouncil|borough|local authority", re.IGNORECASE), AgencyKind.LOCAL_AUTHORITY),
    (re.compile(r"\bicb\b|integrated care", re.IGNORECASE), AgencyKind.INTEGRATED_CARE_BOARD),
    (re.compile(r"\bnhs\b|hospital|health", re.IGNORECASE), AgencyKind.NHS_PROVIDER),
    (
        re.compile(r"school|college|academ|nurser|setting", re.IGNORECASE),
        AgencyKind.SCHOOL_OR_SETTING,
    ),
    (re.compile(r"parent|carer", re.IGNORECASE), AgencyKind.PARENT_CARER_FORUM),
    (re.compile(r"partnership|\bboard\b", re.IGNORECASE), AgencyKind.PARTNERSHIP_BOARD),
)
_GUESSED = "Not in the reference data: its kind is guessed from its name. Printed as here."


@frozen
class _Bodies:
    """The agencies a report names, and which id each printed name has."""

    agencies: tuple[Agency, ...]
    ids: Mapping[str, str]


def plan_of(
    report: InspectionReport,
    *,
    title: str | None = None,
    published: date | None = None,
    received: date | None = None,
) -> Plan:
    """Return the plan a report begins: everything it says, and no action yet.

    Args:
        report: The report as read.
        title: The plan's title; the area's name by default.
        published: The day it was published; by default as printed, else as the reference data
            has it for this area and these days.
        received: The day the partnership received the final report, from which official dates
            count; inferred from publication when ``None``.

    Raises:
        ModelError: The days contradict the report's own.
    """
    area = _area(report)
    source = Source(
        key="report",
        title=f"Area SEND inspection of {report.local_area.value} Local Area Partnership",
        publisher="Ofsted and Care Quality Commission",
        note=f"Read from {PurePath(report.file).name}.",
    )
    bodies = _bodies(report, area, source)
    inspection = _inspection(report, area, source, (published, received))
    failings = report.outcome.value is Outcome.WIDESPREAD_FAILINGS
    return Plan(
        title=f"{report.local_area.value} SEND improvement plan" if title is None else title,
        kind=PlanKind.PRIORITY_ACTION_PLAN if failings else PlanKind.STRATEGIC_PLAN,
        partnership=_partnership(report, bodies, source),
        answers_inspection=inspection.id,
        register=[source],
        agencies=bodies.agencies,
        inspections=[inspection],
        recommendations=_recommendations(report, bodies, inspection, source),
    )


def _area(report: InspectionReport) -> LocalArea | None:
    try:
        return local_area(report.local_area.value)
    except UnknownNameError:
        return None


# --- the inspection -------------------------------------------------------------------------------


def _inspection(
    report: InspectionReport,
    area: LocalArea | None,
    source: Source,
    given: tuple[date | None, date | None],
) -> Inspection:
    start, end = report.inspection_start.value, report.inspection_end.value
    known = _known(area, end)
    published = given[0] or report.published.value or (known.published if known else None)
    borrowed = known is not None and published is not None and given[0] is None
    borrowed = borrowed and report.published.value is None
    return Inspection(
        id=f"I{start.year}",
        kind=InspectionKind.FULL,
        framework=_FRAMEWORK,
        # Inspectors come on a Monday; a cover that begins before it prints the fieldwork.
        fieldwork_start=None if start.weekday() == 0 else start,
        on_site_start=start if start.weekday() == 0 else None,
        fieldwork_end=end,
        published=published,
        report_received=given[1],
        outcome=report.outcome.value,
        monitoring_within=_within(report.monitoring_within_months.value, Unit.MONTHS),
        full_within=_within(report.next_full_within_years.value, Unit.YEARS),
        sources=[source, *(known.sources if known and borrowed else ())],
        confidence=Confidence.VERIFIED,
        note=_note(report, borrowed=borrowed),
    )


def _known(area: LocalArea | None, end: date) -> PublishedInspection | None:
    """Return the same inspection in the list of published outcomes."""
    if area is None:
        return None
    return next((each for each in inspections(area) if each.last_day == end), None)


def _within(amount: int | None, unit: Unit) -> Within | None:
    return Within(amount=amount, unit=unit, about=True) if amount else None


def _note(report: InspectionReport, *, borrowed: bool) -> str:
    before = report.previous_inspection.value
    parts = [
        f"Previous inspection as printed: {before.printed}." if before else "",
        "The day of publication is from the list of published outcomes." if borrowed else "",
        *(f"{finding.sentence[:1].upper()}{finding.sentence[1:]}." for finding in report.findings),
    ]
    return " ".join(part for part in parts if part)


# --- bodies ---------------------------------------------------------------------------------------


def _bodies(report: InspectionReport, area: LocalArea | None, source: Source) -> _Bodies:
    """Resolve every body that is named; what is not known is kept as printed."""
    on = report.inspection_end.value
    agencies: dict[str, Agency] = {}
    ids: dict[str, str] = {}
    for name, kind in _named(report):
        if name not in ids:
            agency = _agency(name, kind, on, area) or _unknown(name, len(agencies) + 1, source)
            agencies[agency.id] = _also_called(agencies.get(agency.id, agency), name)
            ids[name] = agency.id
    # A report names who is responsible then; who followed is for a check to say.
    return _Bodies(tuple(evolve(each, successors=()) for each in agencies.values()), ids)


def _named(report: InspectionReport) -> Iterable[tuple[str, AgencyKind | None]]:
    yield from ((name, AgencyKind.LOCAL_AUTHORITY) for name in report.local_authorities.value)
    yield from ((name, AgencyKind.INTEGRATED_CARE_BOARD) for name in report.icbs.value)
    yield from ((name, None) for each in report.recommendations for name in each.bodies)


def _agency(name: str, kind: AgencyKind | None, on: date, area: LocalArea | None) -> Agency | None:
    body = resolve(name, kind=kind, on=on, area=area).body
    if body is None or isinstance(body, Agency):
        return body
    return agency_of(body)


def _also_called(agency: Agency, name: str) -> Agency:
    """Return an agency that answers to the name as printed, too."""
    if name in (agency.name, *agency.also_known_as):
        return agency
    return evolve(agency, also_known_as=(*agency.also_known_as, name))


def _unknown(name: str, number: int, source: Source) -> Agency:
    other = AgencyKind.VOLUNTARY_ORGANISATION
    kind = next((kind for words, kind in _KINDS if words.search(name)), other)
    return Agency(
        id=f"BODY-{number}",
        name=name,
        kind=kind,
        sources=[source],
        confidence=Confidence.UNVERIFIED,
        note=_GUESSED,
    )


def _partnership(
    report: InspectionReport, bodies: _Bodies, source: Source
) -> LocalAreaPartnership | None:
    councils = [bodies.ids[name] for name in report.local_authorities.value]
    if not councils:
        return None
    boards = dict.fromkeys(bodies.ids[name] for name in report.icbs.value)
    others = [
        each.id for each in bodies.agencies if each.id != councils[0] and each.id not in boards
    ]
    return LocalAreaPartnership(
        name=f"{report.local_area.value} local area partnership",
        area=report.local_area.value,
        local_authority=councils[0],
        boards=list(boards),
        members=others,
        sources=[source],
        confidence=Confidence.VERIFIED,
    )


# --- recommendations ------------------------------------------------------------------------------


def _recommendations(
    report: InspectionReport, bodies: _Bodies, inspection: Inspection, source: Source
) -> list[Recommendation]:
    return [
        _recommendation(each, f"{prefix}{number}", bodies, inspection, source)
        for kind, prefix in _PREFIXES.items()
        for number, each in enumerate(report.of_kind(kind), 1)
    ]


def _recommendation(
    printed: PrintedRecommendation,
    name: str,
    bodies: _Bodies,
    inspection: Inspection,
    source: Source,
) -> Recommendation:
    pages = " and ".join(str(place.page) for place in printed.places)
    word = "pages" if len(printed.places) > 1 else "page"
    return Recommendation(
        id=name,
        kind=printed.kind,
        text=printed.text,
        responsible=dict.fromkeys(bodies.ids[body] for body in printed.bodies),
        addressed_to=printed.addressed_to,
        inspection=inspection.id,
        sources=[source],
        confidence=printed.confidence,
        note=f"Printed on {word} {pages}.",
    )
