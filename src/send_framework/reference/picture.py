"""England's picture: how many inspections had which outcome, by region and by year."""

from collections.abc import Iterable, Sequence
from datetime import date
from enum import Enum

from attrs import frozen

from send_framework.model.inspection import Outcome
from send_framework.reference.areas import LocalArea, local_areas
from send_framework.reference.inspections import (
    FRAMEWORK,
    PublishedInspection,
    complete_to,
    inspections,
)
from send_framework.reference.spread import wilson

OUTCOMES = (Outcome.TYPICALLY_POSITIVE, Outcome.INCONSISTENT, Outcome.WIDESPREAD_FAILINGS)
"""The outcomes of the framework of 2023, the best first."""


class Counted(Enum):
    """What brings an inspection into a count."""

    HELD = "held"
    """Its last day on site, as the official statistics count."""
    PUBLISHED = "published"
    """The publication of its report: what could be known on that day."""


@frozen(kw_only=True)
class OutcomeShare:
    """How often one outcome was given.

    Attributes:
        outcome: The outcome.
        reports: Inspections with this outcome.
        share: Their share of all inspections counted: a fact about these, without doubt.
        areas: Areas whose last inspection counted had this outcome.
        interval: Where the areas inspected are a sample of more areas: the 95 % confidence
            interval of the share of areas, by Wilson's score; else ``None``.
    """

    outcome: Outcome
    reports: int
    share: float | None
    areas: int
    interval: tuple[float, float] | None


@frozen(kw_only=True)
class Tally:
    """The outcomes of a group of inspections.

    Attributes:
        of: The group: ``"England"``, a region, or a year.
        reports: Inspections counted.
        areas: Areas they were held in.
        population: Areas that could have been inspected; ``None`` for a year, whose inspections
            are all there are.
        outcomes: Each outcome, the best first.
    """

    of: str
    reports: int
    areas: int
    population: int | None
    outcomes: tuple[OutcomeShare, ...]

    @property
    def is_sample(self) -> bool:
        """Whether some areas were inspected and others not."""
        return self.population is not None and 0 < self.areas < self.population

    def count(self, outcome: Outcome) -> int:
        """Return how many inspections had this outcome.

        Args:
            outcome: The outcome.
        """
        return sum(each.reports for each in self.outcomes if each.outcome is outcome)


@frozen(kw_only=True)
class Picture:
    """The outcomes of all inspections up to a day.

    Attributes:
        framework: Key of the rule book.
        as_of: The day.
        counted: What brings an inspection into the count.
        overall: England.
        regions: Each region, by name.
        years: Each year of the last day on site, in order; inspections without a known day are
            left out.
        undated: Areas with an inspection of which the data cannot say whether it was held by
            then; they are not counted.
        complete_to: The day of the list; counts of later days are too low.
    """

    framework: str
    as_of: date
    counted: Counted
    overall: Tally
    regions: tuple[Tally, ...]
    years: tuple[Tally, ...]
    undated: tuple[LocalArea, ...]
    complete_to: date

    @property
    def population_words(self) -> str:
        """What the confidence intervals speak of, and what they cannot say."""
        return (
            f"Intervals estimate the share among all {self.overall.population} areas from the "
            f"{self.overall.areas} inspected. Inspectors choose whom to visit, so the areas are "
            "no random sample and the truth may lie outside."
        )


def outcomes(
    *,
    framework: str = FRAMEWORK,
    as_of: date | None = None,
    counted: Counted = Counted.HELD,
) -> Picture:
    """Return counts and shares of outcomes in England, by region and by year.

    Args:
        framework: Key of the rule book the inspections were held under.
        as_of: The last day that counts; the day of the list when ``None``.
        counted: Whether an inspection counts from its last day on site, as in the official
            statistics, or from its publication.

    Raises:
        UnknownNameError: The data has no outcomes of this framework.

    Example:
        >>> picture = outcomes(as_of=date(2023, 12, 31))
        >>> picture.overall.reports, [each.reports for each in picture.overall.outcomes]
        (26, [7, 11, 8])
    """
    day = as_of or complete_to()
    every = inspections(framework=framework)
    known = [each for each in every if _counts(each, day, counted)]
    areas = local_areas(on=day)
    return Picture(
        framework=framework,
        as_of=day,
        counted=counted,
        overall=_tally("England", known, len(areas)),
        regions=_regions(known, areas),
        years=_years(known),
        undated=tuple(each.area for each in every if _uncertain(each, day, counted)),
        complete_to=complete_to(),
    )


def _counts(each: PublishedInspection, day: date, counted: Counted) -> bool:
    return each.counts_by(day) if counted is Counted.HELD else each.published <= day


def _uncertain(each: PublishedInspection, day: date, counted: Counted) -> bool:
    return counted is Counted.HELD and each.last_day is None and each.published > day


def _regions(known: Sequence[PublishedInspection], areas: Sequence[LocalArea]) -> tuple[Tally, ...]:
    names = sorted({area.region for area in areas})
    return tuple(
        _tally(
            name,
            [each for each in known if each.area.region == name],
            sum(area.region == name for area in areas),
        )
        for name in names
    )


def _years(known: Sequence[PublishedInspection]) -> tuple[Tally, ...]:
    years = sorted({each.last_day.year for each in known if each.last_day})
    return tuple(
        _tally(
            str(year),
            [each for each in known if each.last_day and each.last_day.year == year],
            None,
        )
        for year in years
    )


def _tally(of: str, known: Sequence[PublishedInspection], population: int | None) -> Tally:
    last = {each.area.dfe: each.outcome for each in known}
    return Tally(
        of=of,
        reports=len(known),
        areas=len(last),
        population=population,
        outcomes=tuple(
            _share(outcome, [each.outcome for each in known], last.values(), population)
            for outcome in OUTCOMES
        ),
    )


def _share(
    outcome: Outcome,
    reports: Sequence[Outcome],
    areas: Iterable[Outcome],
    population: int | None,
) -> OutcomeShare:
    held, sample = reports.count(outcome), list(areas)
    is_sample = population is not None and len(sample) < population
    return OutcomeShare(
        outcome=outcome,
        reports=held,
        share=held / len(reports) if reports else None,
        areas=sample.count(outcome),
        interval=wilson(sample.count(outcome), len(sample)) if is_sample else None,
    )
