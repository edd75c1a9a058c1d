"""A report as JSON, one object, and as rows of CSV, one for each recommendation."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, TypeAlias, cast

from attrs import fields

from send_framework.formats.csv_tables import csv_table
from send_framework.formats.inspection_report.found import (
    Found,
    InspectionReport,
    PreviousInspection,
    PrintedRecommendation,
    Team,
)
from send_framework.formats.inspection_report.layout import Place
from send_framework.formats.inspection_report.passages import without_bullet
from send_framework.model.inspection import Outcome
from send_framework.model.recommendation import RecommendationKind

Json: TypeAlias = dict[str, Any]

SCHEMA = "send-framework/inspection-report/1"
_OUTCOMES = {Outcome.WIDESPREAD_FAILINGS: "widespread-systemic-failings"}
COLUMNS = (
    "file", "local_area", "inspection_start", "inspection_end", "outcome", "kind", "number",
    "page", "responsible_bodies", "addressed_to", "bullets", "words", "text", "confidence",
)  # fmt: skip


def found_values(report: InspectionReport) -> dict[str, Found[Any]]:
    """Return every single value of a report by its name.

    Args:
        report: The report.
    """
    values = {each.name: getattr(report, each.name) for each in fields(InspectionReport)}
    return {name: value for name, value in values.items() if isinstance(value, Found)}


def report_json(report: InspectionReport) -> Json:
    """Return a report as one JSON object.

    Args:
        report: The report.
    """
    values = found_values(report)
    return {
        "schema": SCHEMA,
        "file": report.file,
        "pages": report.pages,
        **{name: _plain(found.value) for name, found in values.items()},
        "priority_actions": [
            _recommendation(each) for each in report.of_kind(RecommendationKind.PRIORITY_ACTION)
        ],
        "areas_for_improvement": [
            _recommendation(each)
            for each in report.of_kind(RecommendationKind.AREA_FOR_IMPROVEMENT)
        ],
        "confidence": {name: found.confidence.value for name, found in values.items()},
        "found": {name: _found(found) for name, found in values.items()},
        "findings": [
            {"code": each.code, "sentence": each.sentence, "page": each.page}
            for each in report.findings
        ],
    }


def _plain(value: Any) -> Any:  # noqa: ANN401 - any value of a report
    """Return a value as JSON has it."""
    if isinstance(value, Outcome):
        return _OUTCOMES.get(value, value.value)
    if isinstance(value, tuple):
        texts = cast("tuple[str, ...]", value)
        return list(texts)
    if isinstance(value, PreviousInspection | Team):
        return {each.name: _plain(getattr(value, each.name)) for each in fields(type(value))}
    return value.isoformat() if isinstance(value, date) else value


def _found(found: Found[Any]) -> Json:
    return {
        "printed": found.printed,
        "how": found.how.value,
        "places": [_place(place) for place in found.places],
    }


def _place(place: Place) -> Json:
    return {"page": place.page, "box": [round(side, 1) for side in place.box]}


def _recommendation(each: PrintedRecommendation) -> Json:
    words = " ".join(without_bullet(line) for line in each.text.split("\n")).split()
    return {
        "text": each.text,
        "page": each.places[0].page,
        "places": [_place(place) for place in each.places],
        "responsible_bodies": list(each.bodies),
        "responsible_bodies_printed": each.bodies_printed,
        "addressed_to": each.addressed_to,
        "starts": " ".join(words[:6]),
        "ends": " ".join(words[-4:]),
        "bullets": each.bullets,
        "words": each.words,
        "how": each.how.value,
        "confidence": each.confidence.value,
    }


def report_csv(reports: Iterable[InspectionReport]) -> str:
    """Return a table with one row for each recommendation of some reports.

    Args:
        reports: The reports.
    """
    return csv_table(COLUMNS, (row for report in reports for row in _rows(report)))


def _rows(report: InspectionReport) -> Iterable[Mapping[str, object]]:
    head = {
        "file": report.file,
        "local_area": report.local_area.value,
        "inspection_start": report.inspection_start.value,
        "inspection_end": report.inspection_end.value,
        "outcome": _plain(report.outcome.value),
    }
    for kind in (RecommendationKind.PRIORITY_ACTION, RecommendationKind.AREA_FOR_IMPROVEMENT):
        for number, each in enumerate(report.of_kind(kind), 1):
            row = {key: value for key, value in _recommendation(each).items() if key in COLUMNS}
            row["responsible_bodies"] = ";".join(each.bodies)
            yield {**head, **row, "kind": kind.value, "number": number}
