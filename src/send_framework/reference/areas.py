"""England's local areas: each is the footprint of one local authority, for as long as its code.

Councils split and merge, and codes are reissued, so an area has a first and a last day and says
what went before it and what comes after. How many there are follows from the day asked about.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache

from attrs import field, frozen

from send_framework.model.agency import CodeScheme, OfficialCode
from send_framework.model.validation import (
    any_text,
    each_of_type,
    many,
    of_type,
    plain_day,
    some_text,
)
from send_framework.reference.names import turned
from send_framework.reference.packaged import Recorded, day_of, grounds, holds_on, rows

# The code system began in January 2009, and some codes were given later without a change of
# council: only a predecessor shows that a council began with its code.
_CODE = re.compile(r"(part of )?(E\d{8})([^;]*)")
_REISSUE = re.compile(r"\bcode reissue", re.IGNORECASE)


@frozen(kw_only=True)
class Succession:
    """One body that another follows or precedes.

    Attributes:
        code: Its code: GSS for an area, ODS for a board.
        part: Whether only a part of the older body passed between the two.
    """

    code: str = field(validator=some_text)
    part: bool = field(default=False, validator=of_type(bool))


@frozen(kw_only=True)
class LocalArea(Recorded):
    """One local area, and the local authority that it is the footprint of.

    Attributes:
        name: As the Department for Education lists it.
        short_name: A shorter one for tables; ours, nobody's official name.
        dfe: The department's code, three digits.
        gss: The national statistics code.
        council_type: Which kind of local authority, as listed; empty for areas that ended.
        region: The statistical region.
        region_gss: Its code; empty for areas that ended.
        valid_from: First day of the GSS code, which may be later than the council's.
        valid_to: Last day of the code; ``None`` while it is in force.
        predecessors: What went before, by GSS code.
        successors: What came after, by GSS code.
        planned: A succession that is announced and has no codes yet, in words.
        reissued: Whether only the code began or ended, and the council is the same.

    Example:
        >>> from send_framework.reference import local_area
        >>> suffolk = local_area("Suffolk")
        >>> suffolk.region, suffolk.dfe, suffolk.gss
        ('East of England', '935', 'E10000029')
    """

    name: str = field(validator=some_text)
    short_name: str = field(validator=some_text)
    dfe: str = field(validator=some_text)
    gss: str = field(validator=some_text)
    council_type: str = field(default="", validator=any_text)
    region: str = field(validator=some_text)
    region_gss: str = field(default="", validator=any_text)
    valid_from: date | None = field(default=None, validator=plain_day)
    valid_to: date | None = field(default=None, validator=plain_day)
    predecessors: tuple[Succession, ...] = field(
        default=(), converter=many, validator=each_of_type(Succession)
    )
    successors: tuple[Succession, ...] = field(
        default=(), converter=many, validator=each_of_type(Succession)
    )
    planned: str = field(default="", validator=any_text)
    reissued: bool = field(default=False, validator=of_type(bool))

    @property
    def spoken_name(self) -> str:
        """The name as people say it, such as ``"City of Bristol"``."""
        return turned(self.name)

    @property
    def codes(self) -> tuple[OfficialCode, ...]:
        """Its codes; the GSS code with its time."""
        return (
            OfficialCode(
                scheme=CodeScheme.GSS,
                value=self.gss,
                valid_from=self.valid_from,
                valid_to=self.valid_to,
            ),
            OfficialCode(scheme=CodeScheme.DFE, value=self.dfe),
        )

    def in_force_on(self, day: date) -> bool:
        """Say whether its code is in force on this day.

        Args:
            day: The day.
        """
        return holds_on(self.valid_from, self.valid_to, day)


def local_areas(*, on: date | None = None) -> tuple[LocalArea, ...]:
    """Return the local areas in force on a day, by name.

    Args:
        on: The day; ``None`` for those whose code has not ended.

    Example:
        >>> from datetime import date
        >>> len(local_areas()), len(local_areas(on=date(2018, 1, 1)))
        (153, 152)
    """
    if on is None:
        return tuple(area for area in every_area() if area.valid_to is None)
    return tuple(area for area in every_area() if area.in_force_on(on))


@cache
def every_area() -> tuple[LocalArea, ...]:
    """Return every local area, those that ended among them, by name and then by time."""
    current = [_area(row) for row in rows("local-areas")]
    former = [_former(row) for row in rows("local-areas-former")]
    return tuple(sorted((*current, *former), key=lambda area: (area.name, area.valid_from)))


@cache
def areas_by_gss() -> Mapping[str, LocalArea]:
    """Return every local area by its GSS code."""
    return {area.gss: area for area in every_area()}


def chosen(areas: Iterable[LocalArea], on: date | None) -> LocalArea | None:
    """Return the one of several that is in force, or ``None``.

    Args:
        areas: Areas that share a name or a code.
        on: The day; ``None`` for the last of them.
    """
    found = tuple(areas)
    if on is None:
        return max(found, key=lambda area: area.valid_to or date.max, default=None)
    return next((area for area in found if area.in_force_on(on)), None)


def area_then(area: LocalArea, on: date) -> LocalArea | None:
    """Return the area under the code in force on a day, or ``None`` where it had none.

    Args:
        area: The area under any of its codes.
        on: The day.

    Example:
        >>> from datetime import date
        >>> from send_framework.reference import local_area
        >>> area_then(local_area("Barnsley"), date(2024, 1, 1)).gss
        'E08000016'
    """
    return chosen((each for each in every_area() if each.dfe == area.dfe), on)


def _area(row: Mapping[str, str]) -> LocalArea:
    planned = row["successors"].removeprefix("planned: ")
    return LocalArea(
        name=row["name"],
        short_name=row["short_name"],
        dfe=row["dfe_code"],
        gss=row["gss_code"],
        council_type=row["la_type"],
        region=row["region"],
        region_gss=row["region_gss"],
        valid_from=day_of(row["valid_from"]),
        predecessors=_successions(row["predecessors"]),
        planned=planned,
        reissued=bool(_REISSUE.search(row["note"])),
        **grounds(row, disputed="valid_from"),
    )


def _former(row: Mapping[str, str]) -> LocalArea:
    successors = [each.code for each in _successions(row["successors"])]
    return LocalArea(
        name=row["name"],
        short_name=row["name"],
        dfe=row["dfe_code"],
        gss=row["gss_code"],
        region=row["region"],
        valid_from=day_of(row["valid_from"]),
        valid_to=day_of(row["valid_to"]),
        successors=[Succession(code=code, part=len(successors) > 1) for code in successors],
        reissued=bool(_REISSUE.search(row["note"])),
        **grounds(row, disputed="valid_to"),
    )


def _successions(cell: str) -> Iterator[Succession]:
    for before, code, _ in _CODE.findall(cell):
        yield Succession(code=code, part=bool(before))
