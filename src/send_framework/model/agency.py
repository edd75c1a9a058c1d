"""Who acts: councils, NHS boards, providers, forums, inspectorates, departments."""

import re
from datetime import date
from enum import Enum

from attrs import field, frozen

from send_framework.model.source import Fact
from send_framework.model.validation import (
    any_text,
    each_of_type,
    id_tuple,
    identifier,
    identifiers,
    in_order,
    many,
    of_type,
    plain_day,
    refuse,
    some_text,
    texts,
)


class AgencyKind(Enum):
    """What kind of body an agency is."""

    LOCAL_AUTHORITY = "local-authority"
    INTEGRATED_CARE_BOARD = "integrated-care-board"
    CLINICAL_COMMISSIONING_GROUP = "clinical-commissioning-group"
    NHS_PROVIDER = "nhs-provider"
    NHS_ENGLAND = "nhs-england"
    PARENT_CARER_FORUM = "parent-carer-forum"
    SCHOOL_OR_SETTING = "school-or-setting"
    VOLUNTARY_ORGANISATION = "voluntary-organisation"
    INSPECTORATE = "inspectorate"
    DEPARTMENT = "department"
    PARTNERSHIP_BOARD = "partnership-board"


class CodeScheme(Enum):
    """Who gives out an official code."""

    GSS = "gss"
    """Office for National Statistics, nine characters; changes when borders change."""
    ODS = "ods"
    """NHS Organisation Data Service, three or five characters."""
    DFE = "dfe"
    """Department for Education, three digits."""


_SHAPES = {
    CodeScheme.GSS: (re.compile(r"[EJKLNSW]\d{8}"), "nine characters such as E10000029"),
    CodeScheme.ODS: (re.compile(r"[A-Z0-9]{3}|[A-Z0-9]{5}"), "3 or 5 capitals or digits"),
    CodeScheme.DFE: (re.compile(r"\d{3}"), "three digits such as 935"),
}


@frozen(kw_only=True)
class OfficialCode:
    """A code that an official register gives a body, with the time it was in force.

    Attributes:
        scheme: The register.
        value: The code as it prints.
        valid_from: First day in force, where known.
        valid_to: Last day in force; ``None`` while it still is.

    Raises:
        ModelError: A value without the shape of its register.

    Example:
        >>> str(OfficialCode(scheme=CodeScheme.DFE, value="935"))
        'dfe:935'
    """

    scheme: CodeScheme = field(validator=of_type(CodeScheme))
    value: str = field()
    valid_from: date | None = field(default=None, validator=plain_day)
    valid_to: date | None = field(default=None, validator=plain_day)

    def __attrs_post_init__(self) -> None:
        """Refuse a value without the shape of its register, and dates out of order."""
        shape, expected = _SHAPES[self.scheme]
        if not isinstance(self.value, str) or not shape.fullmatch(self.value):
            raise refuse(self, "value", self.value, f"{expected} are expected")
        in_order(self, "valid_from", "valid_to")

    def __str__(self) -> str:
        """Return it as ``scheme:value``."""
        return f"{self.scheme.value}:{self.value}"


@frozen(kw_only=True)
class Agency(Fact):
    """A body that can own, lead, fund, inspect or oversee work.

    Attributes:
        id: Short id, such as ``"SCC"``.
        name: Official name.
        kind: What kind of body it is.
        also_known_as: Other names and spellings in print.
        codes: Official codes, each with its time.
        footprint: Where it acts, in words.
        valid_from: The first day it exists, where known.
        valid_to: The last day it exists; ``None`` while it does.
        successors: Who takes over its work after `valid_to`.

    Raises:
        ModelError: It ends before it begins, or succeeds itself.

    Example:
        An NHS board that ended on 31 March 2026 and its successor:

        >>> snee = Agency(
        ...     id="SNEE",
        ...     name="NHS Suffolk and North East Essex Integrated Care Board",
        ...     kind=AgencyKind.INTEGRATED_CARE_BOARD,
        ...     valid_to=date(2026, 3, 31),
        ...     successors="NSICB",
        ... )
        >>> snee.exists_on(date(2026, 3, 31)), snee.exists_on(date(2026, 4, 1))
        (True, False)
    """

    id: str = field(validator=identifier)
    name: str = field(validator=some_text)
    kind: AgencyKind = field(validator=of_type(AgencyKind))
    also_known_as: tuple[str, ...] = field(default=(), converter=id_tuple, validator=texts)
    codes: tuple[OfficialCode, ...] = field(
        default=(), converter=many, validator=each_of_type(OfficialCode)
    )
    footprint: str = field(default="", validator=any_text)
    valid_from: date | None = field(default=None, validator=plain_day)
    valid_to: date | None = field(default=None, validator=plain_day)
    successors: tuple[str, ...] = field(default=(), converter=id_tuple, validator=identifiers)

    def __attrs_post_init__(self) -> None:
        """Refuse a life that ends before it begins, and a body that succeeds itself."""
        in_order(self, "valid_from", "valid_to")
        if self.id in self.successors:
            raise refuse(self, "successors", self.id, "a body cannot succeed itself")

    def exists_on(self, day: date) -> bool:
        """Say whether it exists on this day, as far as its dates are known."""
        begun = self.valid_from is None or self.valid_from <= day
        return begun and (self.valid_to is None or day <= self.valid_to)


@frozen(kw_only=True)
class LocalAreaPartnership(Fact):
    """Those responsible together for one local area: the footprint of one local authority.

    An area may have several integrated care boards, and a board several areas.

    Attributes:
        name: What it is called.
        area: The local area's name, such as ``"Suffolk"``.
        local_authority: The council's agency id.
        boards: The integrated care boards' agency ids, past and present.
        members: Everybody else: providers, parent carer forum, schools, boards.

    Example:
        >>> LocalAreaPartnership(
        ...     name="Suffolk local area partnership", area="Suffolk",
        ...     local_authority="SCC", boards=["SNEE", "NW"], members=["SPCF"],
        ... ).agencies
        ('SCC', 'SNEE', 'NW', 'SPCF')
    """

    name: str = field(validator=some_text)
    area: str = field(validator=some_text)
    local_authority: str = field(validator=identifier)
    boards: tuple[str, ...] = field(default=(), converter=id_tuple, validator=identifiers)
    members: tuple[str, ...] = field(default=(), converter=id_tuple, validator=identifiers)

    @property
    def agencies(self) -> tuple[str, ...]:
        """All agency ids: the council, the boards, then the members."""
        return (self.local_authority, *self.boards, *self.members)
