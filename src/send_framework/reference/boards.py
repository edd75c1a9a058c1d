"""The NHS bodies beside a council: integrated care boards, and the groups before them.

Forty-two boards began on 1 July 2022; on 1 April 2026 twelve of them ended and six began. Which
board serves which area is counted in small areas, so a board may serve an area in part, and a
part under a twentieth is marked `minor`: inspection reports never name such a board.
"""

import re
from collections.abc import Mapping
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
    texts,
    whole,
)
from send_framework.reference.areas import LocalArea, Succession, area_then, areas_by_gss
from send_framework.reference.packaged import (
    Recorded,
    day_of,
    grounds,
    holds_on,
    number_of,
    rows,
)

GROUPS_KNOWN_FROM = date(2021, 4, 1)
"""Since this day the groups are those in the data; earlier mergers are not covered."""

_PART = re.compile(r"(\w+)( \(part\))?")
_OTHER_CODE = re.compile(r"(E\d{8}) (?:(\d{4}-\d\d-\d\d) to (\d{4}-\d\d-\d\d)|from (\S+))")


@frozen(kw_only=True)
class CareBoard(Recorded):
    """An integrated care board.

    Attributes:
        name: Its official name.
        short_name: The name without what all boards share.
        ods: Its NHS code: three characters, five for the boards of April 2026.
        gss_codes: Its national statistics codes, each with its time where it had several.
        region: The NHS region.
        valid_from: Its first day.
        valid_to: Its last day; ``None`` while it exists.
        predecessors: Boards it took over from, by ODS code.
        successors: Boards that took over from it, by ODS code.

    Example:
        >>> from send_framework.reference import board
        >>> board("SNEE").name
        'NHS Suffolk and North East Essex Integrated Care Board'
    """

    name: str = field(validator=some_text)
    short_name: str = field(validator=some_text)
    ods: str = field(validator=some_text)
    gss_codes: tuple[OfficialCode, ...] = field(
        converter=many, validator=each_of_type(OfficialCode)
    )
    region: str = field(default="", validator=any_text)
    valid_from: date | None = field(default=None, validator=plain_day)
    valid_to: date | None = field(default=None, validator=plain_day)
    predecessors: tuple[Succession, ...] = field(
        default=(), converter=many, validator=each_of_type(Succession)
    )
    successors: tuple[Succession, ...] = field(
        default=(), converter=many, validator=each_of_type(Succession)
    )

    @property
    def codes(self) -> tuple[OfficialCode, ...]:
        """All its codes, the NHS one first."""
        return (OfficialCode(scheme=CodeScheme.ODS, value=self.ods), *self.gss_codes)

    def in_force_on(self, day: date) -> bool:
        """Say whether it exists on this day.

        Args:
            day: The day.
        """
        return holds_on(self.valid_from, self.valid_to, day)


@frozen(kw_only=True)
class CommissioningGroup(Recorded):
    """A clinical commissioning group, as it was before the boards.

    Attributes:
        name: Its official name.
        short_name: The name without what all groups share.
        ods: Its NHS code.
        gss: Its national statistics code.
        valid_to: Its last day. When it began is not in the data.
        successor: ODS code of the board that followed.
        areas: GSS codes of the areas it had small areas in; how much of each is not in the data.
    """

    name: str = field(validator=some_text)
    short_name: str = field(validator=some_text)
    ods: str = field(validator=some_text)
    gss: str = field(validator=some_text)
    valid_to: date | None = field(default=None, validator=plain_day)
    successor: str = field(validator=some_text)
    areas: tuple[str, ...] = field(default=(), converter=many, validator=texts)

    @property
    def codes(self) -> tuple[OfficialCode, ...]:
        """Its codes."""
        return (
            OfficialCode(scheme=CodeScheme.ODS, value=self.ods),
            OfficialCode(scheme=CodeScheme.GSS, value=self.gss),
        )

    def in_force_on(self, day: date) -> bool:
        """Say whether it is known to exist on this day.

        Args:
            day: The day.
        """
        return holds_on(GROUPS_KNOWN_FROM, self.valid_to, day)


@frozen(kw_only=True)
class ServedArea(Recorded):
    """How much of an area a board serves, and when.

    Attributes:
        area: The area.
        board: The board.
        valid_from: The first day.
        valid_to: The last day; ``None`` while it lasts.
        entire: Whether it is the whole area.
        small_areas: How many of the area's small areas (LSOA) it serves.
        small_areas_of: How many the area has.
        minor: Whether that is less than a twentieth; no report names such a board.
        named_in_report: Whether the area's inspection report names it; ``None`` where none was
            read.
    """

    area: LocalArea = field(validator=of_type(LocalArea))
    board: CareBoard = field(validator=of_type(CareBoard))
    valid_from: date | None = field(default=None, validator=plain_day)
    valid_to: date | None = field(default=None, validator=plain_day)
    entire: bool = field(validator=of_type(bool))
    small_areas: int = field(validator=whole(0))
    small_areas_of: int = field(validator=whole(1))
    minor: bool = field(validator=of_type(bool))
    named_in_report: bool | None = field(default=None, validator=of_type(bool))

    @property
    def share(self) -> float:
        """The share of the area's small areas; it counts places, not people."""
        return self.small_areas / self.small_areas_of


def boards(*, on: date | None = None) -> tuple[CareBoard, ...]:
    """Return the integrated care boards that exist on a day, by name.

    Args:
        on: The day; ``None`` for every board there ever was.

    Example:
        >>> from datetime import date
        >>> [len(boards(on=day)) for day in (date(2026, 3, 31), date(2026, 4, 1))]
        [42, 36]
    """
    return tuple(each for each in every_board() if on is None or each.in_force_on(on))


@cache
def every_board() -> tuple[CareBoard, ...]:
    """Return every board there ever was, by name."""
    return tuple(sorted(map(_board, rows("boards")), key=lambda each: each.name))


@cache
def boards_by_ods() -> Mapping[str, CareBoard]:
    """Return every board by its ODS code."""
    return {each.ods: each for each in every_board()}


@cache
def every_group() -> tuple[CommissioningGroup, ...]:
    """Return every commissioning group of April 2021 to June 2022, by name."""
    return tuple(sorted(map(_group, rows("groups")), key=lambda each: each.name))


@cache
def every_part() -> tuple[ServedArea, ...]:
    """Return how much of each area each board has served, and when."""
    return tuple(map(_part, rows("area-boards")))


def parts_served(area: LocalArea, on: date) -> tuple[ServedArea, ...]:
    """Return the boards of an area on a day, with how much of it each serves, largest first.

    Args:
        area: The area under any of its codes.
        on: The day.
    """
    then = area_then(area, on)
    code = then.gss if then else None
    found = (
        each
        for each in every_part()
        if each.area.gss == code and holds_on(each.valid_from, each.valid_to, on)
    )
    return tuple(sorted(found, key=lambda each: -each.small_areas))


def parts_ever(area: LocalArea) -> tuple[ServedArea, ...]:
    """Return every board that has served an area under any of its codes, the oldest first.

    Args:
        area: The area under any of its codes.
    """
    found = (each for each in every_part() if each.area.dfe == area.dfe)
    return tuple(sorted(found, key=lambda each: (each.valid_from or date.min, -each.small_areas)))


def areas_served(board: CareBoard, on: date) -> tuple[ServedArea, ...]:
    """Return the areas that a board serves on a day, by name.

    Args:
        board: The board.
        on: The day.
    """
    found = (
        each
        for each in every_part()
        if each.board.ods == board.ods and holds_on(each.valid_from, each.valid_to, on)
    )
    return tuple(sorted(found, key=lambda each: each.area.name))


def groups_of(area: LocalArea, on: date) -> tuple[CommissioningGroup, ...]:
    """Return the commissioning groups with small areas in an area, on a day before the boards.

    Args:
        area: The area under any of its codes.
        on: The day; the data reaches from April 2021 to June 2022.
    """
    return tuple(each for each in groups_ever(area) if each.in_force_on(on))


def groups_ever(area: LocalArea) -> tuple[CommissioningGroup, ...]:
    """Return every commissioning group with small areas in an area, by name.

    Args:
        area: The area under any of its codes.
    """
    codes = {each.gss for each in areas_by_gss().values() if each.dfe == area.dfe}
    return tuple(each for each in every_group() if codes & set(each.areas))


def _board(row: Mapping[str, str]) -> CareBoard:
    successors = [code for code in row["successors"].split(";") if code]
    return CareBoard(
        name=f"NHS {row['short_name']} Integrated Care Board",
        short_name=row["short_name"],
        ods=row["ods_code"],
        gss_codes=_gss_codes(row),
        region=row["region"].partition(" (")[0],
        valid_from=day_of(row["valid_from"]),
        valid_to=day_of(row["valid_to"]),
        predecessors=[
            Succession(code=code, part=bool(part))
            for code, part in _PART.findall(row["predecessors"])
        ],
        successors=[Succession(code=code, part=len(successors) > 1) for code in successors],
        **grounds(row),
    )


def _gss_codes(row: Mapping[str, str]) -> tuple[OfficialCode, ...]:
    known = _OTHER_CODE.findall(row["gss_code_history"])
    if not known:
        return (OfficialCode(scheme=CodeScheme.GSS, value=row["gss_code"]),)
    return tuple(
        OfficialCode(
            scheme=CodeScheme.GSS,
            value=code,
            valid_from=day_of(first or since),
            valid_to=day_of(last),
        )
        for code, first, last, since in known
    )


def _group(row: Mapping[str, str]) -> CommissioningGroup:
    return CommissioningGroup(
        name=row["name"],
        short_name=row["name"].removeprefix("NHS ").removesuffix(" CCG"),
        ods=row["ods_code"],
        gss=row["gss_code"],
        valid_to=day_of(row["valid_to"]),
        successor=row["successor_icb_ods"],
        areas=row["la_gss_2022"].split(";"),
        **grounds(row),
    )


def _part(row: Mapping[str, str]) -> ServedArea:
    named = {"yes": True, "no": False}.get(row["named_in_report"])
    return ServedArea(
        area=areas_by_gss()[row["la_gss"]],
        board=boards_by_ods()[row["icb_ods"]],
        valid_from=day_of(row["valid_from"]),
        valid_to=day_of(row["valid_to"]),
        entire=row["extent"] == "whole",
        small_areas=number_of(row["lsoa_count"]) or 0,
        small_areas_of=number_of(row["lsoa_total"]) or 0,
        minor=row["minor"] == "yes",
        named_in_report=named,
        **grounds(row),
    )
