"""Areas that a partnership can compare itself with: the same outcome at about the same time."""

from datetime import date

from attrs import frozen

from send_framework.model.agency import AgencyKind
from send_framework.model.inspection import Inspection
from send_framework.model.plan import Plan
from send_framework.reference.areas import LocalArea
from send_framework.reference.inspections import PublishedInspection, inspections
from send_framework.reference.lookups import latest_of
from send_framework.reference.resolving import resolve


@frozen(kw_only=True)
class Comparator:
    """An area to compare with.

    Attributes:
        inspection: Its inspection, with the area.
        same_region: Whether it lies in the same region.
        days_apart: Days between the two inspections: later ones positive.
    """

    inspection: PublishedInspection
    same_region: bool
    days_apart: int


def comparators(
    plan: Plan, *, within_days: int = 365, on: date | None = None
) -> tuple[Comparator, ...]:
    """Return areas inspected with the same outcome at about the same time as a plan's area.

    Args:
        plan: The plan; its partnership says which area, its inspection which outcome and when.
        within_days: How far apart the inspections may lie.
        on: Only what was published by this day counts; everything when ``None``.

    Returns:
        Areas of the same region first, then the nearest in time; none where the plan's area or
        inspection is not known.

    Example:
        >>> from send_framework import InspectionKind, Outcome
        >>> from send_framework.reference import agencies_for, partnership_for
        >>> plan = Plan(
        ...     title="A plan", partnership=partnership_for("Suffolk", on=date(2024, 1, 30)),
        ...     agencies=agencies_for("Suffolk", on=date(2024, 1, 30)),
        ...     inspections=[Inspection(
        ...         id="I2023", kind=InspectionKind.FULL, framework="area_send_2023",
        ...         fieldwork_end="2023-11-17", outcome=Outcome.WIDESPREAD_FAILINGS)],
        ... )
        >>> [each.inspection.area.name for each in comparators(plan)[:2]]
        ['Hertfordshire', 'Halton']
    """
    area, answered = area_of(plan, on=on), plan.inspection_answered()
    day = _day_of(answered) if answered else None
    if area is None or answered is None or answered.outcome is None or day is None:
        return ()
    found = [
        _comparator(each, area, day)
        for each in inspections()
        if each.outcome is answered.outcome
        and each.area.dfe != area.dfe
        and (on is None or each.published <= on)
    ]
    near = (each for each in found if abs(each.days_apart) <= within_days)
    return tuple(sorted(near, key=lambda each: (not each.same_region, abs(each.days_apart))))


def area_of(plan: Plan, *, on: date | None = None) -> LocalArea | None:
    """Return the local area whose plan it is, under its code of today, or ``None``.

    Args:
        plan: The plan: its partnership's area by name, else its local authority by code or name.
        on: The day the plan speaks of.
    """
    for name in _names(plan):
        body = resolve(name, kind=AgencyKind.LOCAL_AUTHORITY, on=on).body
        if isinstance(body, LocalArea):
            return latest_of(body)
    return None


def _names(plan: Plan) -> tuple[str, ...]:
    if plan.partnership is None:
        return ()
    council = plan.agency(plan.partnership.local_authority)
    of_council = (*map(str, council.codes), council.name, *council.also_known_as) if council else ()
    return (*of_council, plan.partnership.area)


def _day_of(inspection: Inspection) -> date | None:
    stated = inspection.fieldwork_end or inspection.on_site_start or inspection.published
    return stated.latest() if stated else None


def _comparator(each: PublishedInspection, area: LocalArea, day: date) -> Comparator:
    return Comparator(
        inspection=each,
        same_region=each.area.region == area.region,
        days_apart=((each.last_day or each.published) - day).days,
    )
