"""Which inspection an event belongs to, and what followed an inspection."""

from datetime import date

from send_framework.dates import ApproximateDate
from send_framework.model.inspection import Event, Inspection, InspectionKind
from send_framework.model.plan import Plan

HELD_BY = ("fieldwork_end", "report_received", "published")
"""Dates of an inspection that only one that was held has."""


def events_of(plan: Plan, inspection: Inspection) -> tuple[Event, ...]:
    """Return the events that name an inspection or, naming none, fall into its time.

    Its time lasts to the next full inspection: a plan handed in in 2024 answers no letter of 2019.

    Args:
        plan: The plan with its inspections and events.
        inspection: One of them.
    """
    return tuple(each for each in plan.events if is_of(each, plan, inspection))


def is_of(event: Event, plan: Plan, inspection: Inspection) -> bool:
    """Return whether an event belongs to an inspection; one without a day may.

    Args:
        event: The event.
        plan: The plan with its inspections.
        inspection: One of them.
    """
    if event.inspection is not None:
        return event.inspection == inspection.id
    begin = last_day(inspection) or date.min
    later = (each for each in following(plan, inspection) if each.kind is InspectionKind.FULL)
    end = next((day for each in later if (day := last_day(each))), date.max)
    day = event.date.latest() if event.date else None
    return day is None or begin <= day < end


def following(plan: Plan, inspection: Inspection) -> tuple[Inspection, ...]:
    """Return the inspections after one, the earliest first; up to the next full one after a full.

    Args:
        plan: The plan with its inspections.
        inspection: One of them.
    """
    found: list[Inspection] = []
    after = last_day(inspection)
    for each in sorted(plan.inspections, key=lambda each: last_day(each) or date.max):
        day = last_day(each)
        if day and after and day > after:
            found.append(each)
            if each.kind is InspectionKind.FULL and inspection.kind is InspectionKind.FULL:
                break
    return tuple(found)


def last_day(inspection: Inspection) -> date | None:
    """Return the last day known of an inspection's visit, else of its report."""
    for name in ("fieldwork_end", "on_site_start", "fieldwork_start", "notified", *HELD_BY[1:]):
        stated: ApproximateDate | None = getattr(inspection, name)
        if stated and stated.latest():
            return stated.latest()
    return None
