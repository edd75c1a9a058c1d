"""What came after: monitoring inspections since 2023, and re-visits under the framework before.

For every area with the lowest outcome there is a row, most of them without a result. "None found"
says that nobody found one, not that none took place.
"""

from collections.abc import Mapping
from datetime import date
from functools import cache

from attrs import field, frozen

from send_framework.dates import ApproximateDate, when
from send_framework.model.inspection import Inspection, InspectionKind, MonitoringResult
from send_framework.model.source import Confidence
from send_framework.model.validation import of_type, plain_day, some_text, whole
from send_framework.reference.areas import LocalArea, every_area
from send_framework.reference.lookups import local_area
from send_framework.reference.packaged import Recorded, day_of, grounds, number_of, rows

_FRAMEWORKS = {"2023": "area_send_2023", "2016": "local_area_2016"}
_KINDS = {"monitoring-inspection": InspectionKind.MONITORING, "revisit": InspectionKind.REVISIT}
_RESULTS = {
    "effective-action": MonitoringResult.EFFECTIVE_ACTION,
    "not-effective": MonitoringResult.NOT_EFFECTIVE_ACTION,
}
_NONE_FOUND = "none-found"


@frozen(kw_only=True)
class FollowUp(Recorded):
    """A monitoring inspection or a re-visit, or that none was found.

    Attributes:
        area: The area, under its code of today.
        kind: Monitoring inspection or re-visit.
        framework: Key of the rule book.
        found: Whether anything shows that it was held.
        notified: The day of the call.
        on_site_start: The first day on site, as exactly as known. Sources give the call, the
            whole process or the week; here it is always this day.
        on_site_inferred: Whether that day was worked out from the call.
        on_site_end: The last day.
        published: When the result was published.
        initial_end: The last day of the full inspection it follows.
        initial_published: The day that inspection's report was published.
        result: What a monitoring inspection found.
        sufficient: How many weaknesses had sufficient progress at a re-visit.
        weaknesses: How many there were.
        expected: When a monitoring inspection is to be expected by the usual 18 months, where
            none was found: inferred.
    """

    area: LocalArea = field(validator=of_type(LocalArea))
    kind: InspectionKind = field(validator=of_type(InspectionKind))
    framework: str = field(validator=some_text)
    found: bool = field(validator=of_type(bool))
    notified: date | None = field(default=None, validator=plain_day)
    on_site_start: ApproximateDate | None = field(default=None, converter=when)
    on_site_inferred: bool = field(default=False, validator=of_type(bool))
    on_site_end: ApproximateDate | None = field(default=None, converter=when)
    published: ApproximateDate | None = field(default=None, converter=when)
    initial_end: date | None = field(default=None, validator=plain_day)
    initial_published: date | None = field(default=None, validator=plain_day)
    result: MonitoringResult | None = field(default=None, validator=of_type(MonitoringResult))
    sufficient: int | None = field(default=None, validator=whole(0))
    weaknesses: int | None = field(default=None, validator=whole(0))
    expected: ApproximateDate | None = field(default=None, converter=when)

    @property
    def inspection(self) -> Inspection | None:
        """The inspection as a plan holds it; ``None`` where none was found."""
        if not self.found:
            return None
        began = self.on_site_start.earliest() if self.on_site_start else None
        letter = "M" if self.kind is InspectionKind.MONITORING else "R"
        doubt = Confidence.INFERRED if self.on_site_inferred else self.confidence
        return Inspection(
            id=f"{letter}{began.year if began else ''}",
            kind=self.kind,
            framework=self.framework,
            notified=self.notified,
            on_site_start=self.on_site_start,
            fieldwork_end=self.on_site_end,
            published=self.published,
            monitoring_result=self.result,
            sources=self.sources,
            confidence=doubt,
            note=self.note,
            claims=self.claims,
        )


def follow_ups(
    area: str | LocalArea | None = None, *, kind: InspectionKind | None = None
) -> tuple[FollowUp, ...]:
    """Return monitoring inspections and re-visits, found or not.

    Args:
        area: Only those of this area; of all areas when ``None``.
        kind: Only monitoring inspections, or only re-visits.

    Raises:
        UnknownNameError: No area answers to the name.

    Example:
        >>> [(each.kind.value, each.found) for each in follow_ups("Suffolk")]
        [('monitoring', False), ('re-visit', True)]
    """
    wanted = None if area is None else local_area(area).dfe
    return tuple(
        each
        for each in _every_follow_up()
        if wanted in (None, each.area.dfe) and kind in (None, each.kind)
    )


@cache
def _every_follow_up() -> tuple[FollowUp, ...]:
    areas = {area.dfe: area for area in every_area() if area.valid_to is None}
    return tuple(_follow_up(row, areas[row["dfe_code"]]) for row in rows("follow-ups"))


def _follow_up(row: Mapping[str, str], area: LocalArea) -> FollowUp:
    return FollowUp(
        area=area,
        kind=_KINDS[row["event_type"]],
        framework=_FRAMEWORKS[row["framework"]],
        found=row["result"] != _NONE_FOUND,
        notified=day_of(row["notified"]),
        on_site_start=row["on_site_start"] or None,
        on_site_inferred=row["on_site_inferred"] == "yes",
        on_site_end=row["end"] or None,
        published=row["published_date"] or None,
        initial_end=day_of(row["initial_inspection_end"]),
        initial_published=day_of(row["initial_report_published"]),
        result=_RESULTS.get(row["result"]),
        sufficient=number_of(row["sufficient_count"]),
        weaknesses=number_of(row["weakness_count"]),
        expected=row["expected_around"] or None,
        **grounds(row, disputed="on_site_start"),
    )
