"""The bodies of an area as agencies, ready to be put into a plan."""

from collections.abc import Iterable
from datetime import date

from attrs import evolve

from send_framework.dates import today
from send_framework.model.agency import Agency, AgencyKind, LocalAreaPartnership
from send_framework.reference.areas import LocalArea, area_then, areas_by_gss, every_area
from send_framework.reference.boards import (
    CareBoard,
    CommissioningGroup,
    boards_by_ods,
    groups_of,
    parts_ever,
    parts_served,
)
from send_framework.reference.lookups import local_area

_COUNCIL_NOTE = (
    "The name is the area's, as listed; what the council calls itself is not in the data."
)


def agencies_for(
    area: str | LocalArea, *, on: date | None = None, until: date | None = None
) -> tuple[Agency, ...]:
    """Return the local authority and the NHS bodies of an area as agencies of a plan.

    The council comes first, then the boards, the largest part first; boards that serve less than
    a twentieth of the area are left out. Between April 2021 and June 2022 the commissioning
    groups stand in the boards' place; before that only the council is known.

    Args:
        area: The area, or its name or code.
        on: The day the plan speaks of; today when ``None``.
        until: A later day: bodies that begin by then are included, and each that ends names its
            successors among them.

    Returns:
        Agencies with their codes, their time and their sources. Ids are made of codes, such as
        ``"LA-935"`` and ``"ICB-QJG"``, so that they are the same in every plan.

    Raises:
        UnknownNameError: No area answers to the name.

    Example:
        >>> from datetime import date
        >>> bodies = agencies_for("Suffolk", on=date(2024, 1, 30), until=date(2026, 7, 1))
        >>> [body.id for body in bodies], bodies[1].successors
        (['LA-935', 'ICB-QJG', 'ICB-QMM', 'ICB-T6Y0W'], ('ICB-T6Y0W',))
    """
    place, first = local_area(area), on or today()
    last = max(first, until or first)
    council = area_then(place, first) or place
    health: tuple[CareBoard | CommissioningGroup, ...] = (
        *groups_of(council, first),
        *_boards_between(council, first, last),
    )
    ids = {agency_id(each) for each in health}
    found = (_with_heirs(agency_of(each), _heirs(each), ids) for each in health)
    return (council_agency(council), *found)


def partnership_for(area: str | LocalArea, *, on: date | None = None) -> LocalAreaPartnership:
    """Return the partnership of an area, with the ids that `agencies_for` gives.

    Args:
        area: The area, or its name or code.
        on: The day; today when ``None``.

    Raises:
        UnknownNameError: No area answers to the name.

    Example:
        >>> from datetime import date
        >>> partnership_for("Suffolk", on=date(2026, 7, 1)).agencies
        ('LA-935', 'ICB-T6Y0W')
    """
    place = local_area(area)
    council, *health = agencies_for(place, on=on)
    return LocalAreaPartnership(
        name=f"{place.spoken_name} local area partnership",
        area=place.name,
        local_authority=council.id,
        boards=[each.id for each in health],
        sources=place.sources,
        confidence=place.confidence,
    )


def agency_id(body: LocalArea | CareBoard | CommissioningGroup) -> str:
    """Return the id a body has in plans, made of a code that lasts as long as the body.

    Args:
        body: The body.
    """
    if isinstance(body, LocalArea):
        # The department's code outlives a council that a new one of the same name replaced.
        ended = body.valid_to is not None and not body.reissued
        return f"LA-{body.gss if ended else body.dfe}"
    return f"{'ICB' if isinstance(body, CareBoard) else 'CCG'}-{body.ods}"


def council_agency(area: LocalArea) -> Agency:
    """Return the local authority of an area.

    Args:
        area: The area.
    """
    lives = [area]
    if area.reissued:
        lives = [each for each in every_area() if each.dfe == area.dfe]
    gss = tuple(each.codes[0] for each in lives)
    began = area.valid_from if area.predecessors and not area.reissued else None
    ended = None if area.reissued else area.valid_to
    return Agency(
        id=agency_id(area),
        name=f"{area.spoken_name} local authority",
        kind=AgencyKind.LOCAL_AUTHORITY,
        also_known_as=[area.name],
        codes=(*gss, area.codes[1]),
        footprint=area.name,
        valid_from=began,
        valid_to=ended,
        sources=area.sources,
        confidence=area.confidence,
        note=_COUNCIL_NOTE,
        claims=area.claims,
    )


def agency_of(body: LocalArea | CareBoard | CommissioningGroup) -> Agency:
    """Return a body as an agency, without successors.

    Args:
        body: The body.
    """
    if isinstance(body, LocalArea):
        return council_agency(body)
    board = isinstance(body, CareBoard)
    kinds = (AgencyKind.CLINICAL_COMMISSIONING_GROUP, AgencyKind.INTEGRATED_CARE_BOARD)
    return Agency(
        id=agency_id(body),
        name=body.name,
        kind=kinds[board],
        also_known_as=[f"NHS {body.short_name} ICB"] if board else (),
        codes=body.codes,
        footprint=body.short_name,
        valid_from=body.valid_from if isinstance(body, CareBoard) else None,
        valid_to=body.valid_to,
        sources=body.sources,
        confidence=body.confidence,
        note=body.note,
        claims=body.claims,
    )


def heirs_in(
    body: LocalArea | CareBoard | CommissioningGroup, area: LocalArea | None, on: date
) -> tuple[LocalArea | CareBoard, ...]:
    """Return who has taken over from a body by a day, in one area where it is known.

    Args:
        body: A body that ended.
        area: The area asked about: of a board that was split, only those that serve it count.
        on: The day; a successor may itself have ended by then.

    Example:
        >>> from datetime import date
        >>> from send_framework.reference import board, local_area
        >>> snee, day = board("SNEE"), date(2026, 7, 1)
        >>> [heir.short_name for heir in heirs_in(snee, None, day)]
        ['Norfolk and Suffolk', 'Essex']
        >>> [heir.short_name for heir in heirs_in(snee, local_area("Suffolk"), day)]
        ['Norfolk and Suffolk']
    """
    found: list[LocalArea | CareBoard] = []
    waiting = list(_heirs(body))
    for heir in waiting:
        if heir.in_force_on(on):
            found.append(heir)
        else:
            waiting.extend(_heirs(heir))
    unique = tuple(dict.fromkeys(found))
    serving = [part.board for part in parts_served(area, on)] if area is not None else []
    return tuple(heir for heir in unique if heir in serving) or unique


def _heirs(body: LocalArea | CareBoard | CommissioningGroup) -> tuple[LocalArea | CareBoard, ...]:
    if isinstance(body, CommissioningGroup):
        return (boards_by_ods()[body.successor],)
    if isinstance(body, CareBoard):
        return tuple(boards_by_ods()[each.code] for each in body.successors)
    return tuple(areas_by_gss()[each.code] for each in body.successors)


def _boards_between(area: LocalArea, first: date, last: date) -> tuple[CareBoard, ...]:
    """Return boards that serve more than a little of an area in a span, the oldest first."""
    found = (
        part.board
        for part in parts_ever(area)
        if not part.minor
        and (part.valid_from or date.min) <= last
        and first <= (part.valid_to or date.max)
    )
    return tuple(dict.fromkeys(found))


def _with_heirs(agency: Agency, heirs: Iterable[LocalArea | CareBoard], ids: set[str]) -> Agency:
    """Return an agency with those of its successors that the plan has too."""
    return evolve(agency, successors=[code for each in heirs if (code := agency_id(each)) in ids])
