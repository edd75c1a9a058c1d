"""From a day and a name to what is known of England: rules and reference data meet here."""

from collections.abc import Iterable
from datetime import date

from send_framework.dates import today
from send_framework.formats.england_parts import Asked, England, KnownArea, WholeArea
from send_framework.frameworks import deadlines
from send_framework.model.inspection import Inspection
from send_framework.model.window import Deadline, Window
from send_framework.reference import (
    LocalArea,
    NextInspection,
    boards_for,
    complete_to,
    due_next,
    follow_ups,
    groups_ever,
    inspections,
    latest_inspections,
    local_area,
    local_areas,
    monitoring_waits,
    not_yet_inspected,
    outcomes,
    parts_ever,
    publication_times,
    reinspection_waits,
    search_areas,
)


def asked_on(on: date | None) -> Asked:
    """Return the day asked about, and how far the data reaches.

    Args:
        on: As given on the command line.
    """
    return Asked(on=on or today(), on_given=on is not None, complete_to=complete_to())


def found_areas(query: str, asked: Asked) -> tuple[KnownArea, ...]:
    """Return the areas a query finds; without one those in force on the day.

    Args:
        query: Words.
        asked: Which day.
    """
    areas = search_areas(query, on=asked.on) if query.strip() else local_areas(on=asked.on)
    return _known(areas, asked)


def whole_area(name: str, asked: Asked) -> WholeArea:
    """Return everything known of an area.

    Args:
        name: Its name or code.
        asked: Which day.

    Raises:
        UnknownNameError: No area answers to the name.
    """
    area = local_area(name)
    (known,) = _known((area,), asked)
    last = known.inspection
    return WholeArea(
        known=known,
        boards=parts_ever(area),
        groups=groups_ever(area),
        inspections=[each for each in inspections(area) if each.published <= asked.on],
        follow_ups=follow_ups(area),
        official=_official(asked, last.inspection) if last else (),
    )


def whole_england(asked: Asked) -> England:
    """Return England's picture.

    Args:
        asked: Which day.
    """
    picture = outcomes(as_of=asked.on)
    return England(
        picture=picture,
        publication=publication_times(as_of=asked.on),
        monitoring=monitoring_waits(as_of=asked.on),
        reinspection=reinspection_waits(as_of=asked.on),
        due=_due(asked),
        not_inspected=not_yet_inspected(on=asked.on),
        inspections=[each for each in inspections() if each.counts_by(asked.on)],
    )


def _known(areas: Iterable[LocalArea], asked: Asked) -> tuple[KnownArea, ...]:
    last = {each.area.dfe: each for each in latest_inspections(on=asked.on)}
    upcoming = {each.area.dfe: each for each in _due(asked)}
    return tuple(
        KnownArea(
            area=area,
            boards=boards_for(area, on=asked.on),
            inspection=last.get(area.dfe),
            next=upcoming.get(area.dfe),
        )
        for area in areas
    )


def _due(asked: Asked) -> tuple[NextInspection, ...]:
    return due_next(lambda inspection: _official(asked, inspection), on=asked.on)


def _official(asked: Asked, inspection: Inspection) -> tuple[Deadline | Window, ...]:
    return deadlines(inspection, on=asked.on)
