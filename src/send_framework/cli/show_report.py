"""How a report that was read prints: its values, where they stand, and what is doubtful."""

from collections.abc import Sequence
from datetime import date
from typing import Any, cast

from send_framework.cli.options import Delivery
from send_framework.cli.page import Page
from send_framework.dates import day_words
from send_framework.formats.inspection_report import (
    Found,
    InspectionReport,
    PreviousInspection,
    PrintedRecommendation,
    Team,
)
from send_framework.formats.inspection_report.report_answers import found_values
from send_framework.model.inspection import Outcome
from send_framework.model.recommendation import RecommendationKind
from send_framework.model.source import Confidence

_HEADINGS = {
    RecommendationKind.PRIORITY_ACTION: "Areas for priority action",
    RecommendationKind.AREA_FOR_IMPROVEMENT: "Areas for improvement",
}


def show_report(page: Page, report: InspectionReport, delivery: Delivery) -> None:
    """Print one report: its values, its recommendations, and what the reader noticed.

    Args:
        page: Where to print.
        report: The report.
        delivery: Verbose: with pages and ways; quiet: without headings.
    """
    if not delivery.quiet:
        page.heading(f"{report.local_area.value}: {report.file}")
    for name, found in found_values(report).items():
        page.line(
            (f"{_label(name)}: ", "bold"), _value(found.value), _where(found, delivery), indent=2
        )
    for kind, heading in _HEADINGS.items():
        asked = report.of_kind(kind)
        if asked:
            page.heading(f"{heading}: {len(asked)}")
        for number, each in enumerate(asked, 1):
            _recommendation(page, number, each, delivery)
    if report.findings:
        page.heading("Look at these: the reader could not settle them")
    for finding in report.findings:
        where = f" (page {finding.page})" if finding.page else ""
        page.line((f"{finding.code}: ", "bold yellow"), f"{finding.sentence}{where}", indent=2)


def _label(name: str) -> str:
    words = name.replace("_", " ").replace("icb", "ICB")
    return words[:1].upper() + words[1:]


def _value(value: Any) -> str:  # noqa: ANN401 - any value of a report
    match value:
        case bool():
            words = "yes" if value else "no"
        case date():
            words = day_words(value)
        case Outcome():
            words = value.value
        case PreviousInspection():
            words = value.printed
        case Team():
            words = f"{value.ofsted} from Ofsted, {value.cqc} from the Care Quality Commission"
        case tuple():
            words = "; ".join(cast("tuple[str, ...]", value))
        case _:
            words = str(value or "")
    return words or "not printed"


def _where(found: Found[Any], delivery: Delivery) -> str:
    """Return the page, the way and the doubt of a value, as far as they are asked for."""
    doubt = "" if found.confidence is Confidence.VERIFIED else f", {found.confidence.value}"
    if not delivery.verbose:
        return f" ({doubt[2:]})" if doubt else ""
    return f" ({_pages(found.places)}{found.how.value}{doubt})"


def _pages(places: Sequence[Any]) -> str:
    if not places:
        return ""
    numbers = sorted({place.page for place in places})
    word = "pages" if len(numbers) > 1 else "page"
    return f"{word} {' and '.join(map(str, numbers))}, "


def _recommendation(
    page: Page, number: int, each: PrintedRecommendation, delivery: Delivery
) -> None:
    who = "; ".join(each.bodies) or each.addressed_to or "nobody is named"
    where = f" ({_pages(each.places)}{each.how.value}, {each.words} words)"
    page.line((f"{number}. ", "bold"), (who, "bold"), where if delivery.verbose else "", indent=2)
    for line in each.text.split("\n"):
        page.line(line, indent=5)


def show_reports(page: Page, reports: Sequence[InspectionReport], delivery: Delivery) -> None:
    """Print a table with one line for each report.

    Args:
        page: Where to print.
        reports: The reports.
        delivery: Quiet leaves the sum away.
    """
    columns = ("area", "from", "outcome", "PA", "AFI", "notes")
    page.table(columns, [_row(each) for each in reports], right=("PA", "AFI", "notes"))
    if not delivery.quiet:
        asked = sum(len(each.recommendations) for each in reports)
        page.line(
            f"{len(reports)} reports, {asked} recommendations: areas for priority action (PA) and "
            "for improvement (AFI). --show prints them whole, with the reader's notes."
        )


def _row(report: InspectionReport) -> tuple[str, ...]:
    counts = (len(report.of_kind(kind)) for kind in _HEADINGS)
    return (
        report.local_area.value,
        day_words(report.inspection_start.value),
        report.outcome.value.value,
        *map(str, counts),
        str(len(report.findings)),
    )
