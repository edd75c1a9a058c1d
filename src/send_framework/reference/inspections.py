"""Full inspections under the framework of 2023, as published to 29 June 2026."""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache

from attrs import field, frozen

from send_framework.errors import UnknownNameError
from send_framework.model.inspection import Inspection, InspectionKind, Outcome
from send_framework.model.validation import any_text, of_type, plain_day, some_text, whole
from send_framework.model.window import Unit, Within
from send_framework.reference.areas import LocalArea, every_area
from send_framework.reference.lookups import local_area
from send_framework.reference.packaged import Recorded, day_of, grounds, number_of, rows

FRAMEWORK = "area_send_2023"
"""The only framework whose outcomes the data holds, by the key of its rule book."""

_OUTCOMES = {
    "typically-positive": Outcome.TYPICALLY_POSITIVE,
    "inconsistent": Outcome.INCONSISTENT,
    "widespread-systemic-failings": Outcome.WIDESPREAD_FAILINGS,
}
_MONDAY = 0


@frozen(kw_only=True)
class PublishedInspection(Recorded):
    """A full inspection with its outcome.

    Attributes:
        area: The area, under its code of today.
        first_day: The first day printed on the report's cover, where known.
        last_day: The last: the end of the week on site.
        previous_first_day: The first day of the inspection or re-visit before it, where known.
        previous_last_day: Its last day.
        previous_note: What the report says instead, such as that there was none.
        published: The day of publication.
        outcome: What was found.
        full_within_years: What the report prints of the next full inspection, where seen.
        monitoring_within_months: What it prints of a monitoring inspection.
        report_url: Where the report is.
        ofsted_urn: Ofsted's number for the area.
    """

    area: LocalArea = field(validator=of_type(LocalArea))
    first_day: date | None = field(default=None, validator=plain_day)
    last_day: date | None = field(default=None, validator=plain_day)
    previous_first_day: date | None = field(default=None, validator=plain_day)
    previous_last_day: date | None = field(default=None, validator=plain_day)
    previous_note: str = field(default="", validator=any_text)
    published: date = field(validator=plain_day)
    outcome: Outcome = field(validator=of_type(Outcome))
    full_within_years: int | None = field(default=None, validator=whole(1))
    monitoring_within_months: int | None = field(default=None, validator=whole(1))
    report_url: str = field(validator=some_text)
    ofsted_urn: str = field(validator=some_text)

    @property
    def prints_fieldwork(self) -> bool:
        """Whether the cover prints the start of fieldwork instead of the week on site.

        Inspectors come on a Monday; two reports of 2023 print the Thursday before it.
        """
        return self.first_day is not None and self.first_day.weekday() != _MONDAY

    @property
    def on_site_start(self) -> date | None:
        """The first day on site: as printed, else the Monday after fieldwork began."""
        if self.first_day is None or not self.prints_fieldwork:
            return self.first_day
        return self.first_day + timedelta(days=7 - self.first_day.weekday())

    def counts_by(self, day: date) -> bool:
        """Say whether it is known to have been held by a day, as the official statistics count.

        Args:
            day: The day; what was published by then has been held, whatever is known of its days.
        """
        return self.published <= day or (self.last_day is not None and self.last_day <= day)

    @property
    def inspection(self) -> Inspection:
        """The inspection as a plan holds it."""
        return Inspection(
            id=f"I{(self.first_day or self.published).year}",
            kind=InspectionKind.FULL,
            framework=FRAMEWORK,
            fieldwork_start=self.first_day if self.prints_fieldwork else None,
            on_site_start=None if self.prints_fieldwork else self.first_day,
            fieldwork_end=self.last_day,
            published=self.published,
            outcome=self.outcome,
            full_within=_within(self.full_within_years, Unit.YEARS),
            monitoring_within=_within(self.monitoring_within_months, Unit.MONTHS),
            sources=self.sources,
            confidence=self.confidence,
            note=self.note,
        )


def _within(amount: int | None, unit: Unit) -> Within | None:
    return None if amount is None else Within(amount=amount, unit=unit, about=True)


def inspections(
    area: str | LocalArea | None = None, *, framework: str = FRAMEWORK
) -> tuple[PublishedInspection, ...]:
    """Return the full inspections whose report was published, the oldest first.

    Args:
        area: Only those of this area; of all areas when ``None``.
        framework: Key of the rule book they were held under.

    Raises:
        UnknownNameError: No area answers to the name, or the framework has no outcomes here.

    Example:
        >>> [str(each.published) for each in inspections("Cornwall")]
        ['2023-05-05', '2026-05-27']
    """
    if framework != FRAMEWORK:
        why = "the data has none for it"
        raise UnknownNameError("framework with published outcomes", framework, why, [FRAMEWORK])
    if area is None:
        return _every_inspection()
    wanted = local_area(area).dfe
    return tuple(each for each in _every_inspection() if each.area.dfe == wanted)


def latest_inspections(*, on: date | None = None) -> tuple[PublishedInspection, ...]:
    """Return the last published inspection of every inspected area, by area.

    Args:
        on: Only reports published by this day count.
    """
    known = (each for each in _every_inspection() if on is None or each.published <= on)
    latest = {each.area.dfe: each for each in known}
    return tuple(sorted(latest.values(), key=lambda each: each.area.name))


@cache
def complete_to() -> date:
    """Return the day of the list of inspections: what was published later is not known here.

    Example:
        >>> complete_to()
        datetime.date(2026, 6, 29)
    """
    return max(each.as_of or each.published for each in _every_inspection())


@cache
def _every_inspection() -> tuple[PublishedInspection, ...]:
    areas = {area.dfe: area for area in every_area() if area.valid_to is None}
    found = [_inspection(row, areas[row["dfe_code"]]) for row in rows("inspections")]
    return tuple(sorted(found, key=lambda each: (each.published, each.area.name)))


def _inspection(row: Mapping[str, str], area: LocalArea) -> PublishedInspection:
    return PublishedInspection(
        area=area,
        first_day=day_of(row["inspection_start"]),
        last_day=day_of(row["inspection_end"]),
        previous_first_day=day_of(row["previous_inspection_start"]),
        previous_last_day=day_of(row["previous_inspection_end"]),
        previous_note=row["previous_inspection_note"],
        published=date.fromisoformat(row["published_date"]),
        outcome=_OUTCOMES[row["outcome"]],
        full_within_years=number_of(row["next_inspection_within_years"]),
        monitoring_within_months=number_of(row["monitoring_within_months"]),
        report_url=row["report_url"],
        ofsted_urn=row["ofsted_urn"],
        **grounds(row),
    )
