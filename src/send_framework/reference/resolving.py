"""From a printed name to the body it means, or to nothing: never to a body that is merely like it.

Three degrees: the official name or a code as it is (verified), a usual variation of it
(inferred), and a part of the name that only one board of the area has (unverified). A name that
two bodies could bear is answered with both and with neither chosen.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from typing import TypeAlias

from attrs import field, frozen

from send_framework.dates import day_words
from send_framework.model.agency import Agency, AgencyKind
from send_framework.model.source import Confidence
from send_framework.model.validation import many
from send_framework.reference.areas import LocalArea, chosen, every_area
from send_framework.reference.boards import (
    CareBoard,
    CommissioningGroup,
    every_board,
    every_group,
    parts_served,
)
from send_framework.reference.names import (
    NameKind,
    PrintedName,
    initials_of,
    parts_of,
    plain,
    printed,
)
from send_framework.reference.national import national_bodies

Body: TypeAlias = LocalArea | CareBoard | CommissioningGroup | Agency
"""A local area (for its local authority), a board, a group, or a national body."""

_CLASSES: Mapping[AgencyKind, type] = {
    AgencyKind.LOCAL_AUTHORITY: LocalArea,
    AgencyKind.INTEGRATED_CARE_BOARD: CareBoard,
    AgencyKind.CLINICAL_COMMISSIONING_GROUP: CommissioningGroup,
}
_SUITS: Mapping[NameKind, tuple[type, ...]] = {
    NameKind.COUNCIL: (LocalArea,),
    NameKind.BOARD: (CareBoard,),
    NameKind.GROUP: (CommissioningGroup,),
    NameKind.HEALTH: (CareBoard, CommissioningGroup, Agency),
    NameKind.ANY: (LocalArea, CareBoard, CommissioningGroup, Agency),
}
_SHORTEST_INITIALS = 3


@frozen(kw_only=True)
class Resolution:
    """What a printed name means.

    Attributes:
        printed: The name.
        body: The body; ``None`` where nothing or more than one thing answers to the name.
        confidence: How sure that is; ``None`` without a body.
        how: Why, in words.
        candidates: The bodies that could be meant; one where `body` is given.
    """

    printed: str
    body: Body | None = None
    confidence: Confidence | None = None
    how: str
    candidates: tuple[Body, ...] = field(default=(), converter=many)


def resolve(
    name: str,
    *,
    kind: AgencyKind | None = None,
    on: date | None = None,
    area: LocalArea | None = None,
) -> Resolution:
    """Return the body that a printed name or a code means.

    Args:
        name: As printed in a report, a table or a plan, such as ``"NHS Norfolk and Waveney area
            ICB"`` or ``"ods:QMM"``.
        kind: What kind of body it must be, where the place in the document says so.
        on: The day the document speaks of: only bodies of that day are meant. Without it a body
            that still exists goes before one that ended.
        area: The area the document speaks of; then a part of a board's name will do.

    Example:
        >>> found = resolve("NHS Norfolk and Waveney area ICB")
        >>> found.body.ods, found.confidence.value
        ('QMM', 'inferred')
        >>> resolve("Northamptonshire Children's Trust").body is None
        True
    """
    by_code = _of_code(name, kind, on)
    if by_code is not None:
        return by_code
    taken = printed(name)
    found = _called(taken, kind)
    alive = _alive(found, taken, on)
    if not alive and area is not None and on is not None:
        return _part_of_name(name, taken, kind, (area, on))
    if len(alive) != 1:
        return _unresolved(name, alive or found, on if found and not alive else None)
    other = _contradicted(taken, alive[0], on)
    if other:
        return _unresolved(name, (alive[0], *other), None)
    return _resolved(name, alive[0])


def _resolved(name: str, body: Body) -> Resolution:
    exact = " ".join(name.split()).casefold() in {each.casefold() for each in _official(body)}
    return Resolution(
        printed=name,
        body=body,
        confidence=Confidence.VERIFIED if exact else Confidence.INFERRED,
        how="its official name" if exact else "a variation of its name",
        candidates=(body,),
    )


def _unresolved(name: str, candidates: Sequence[Body], on: date | None) -> Resolution:
    if not candidates:
        how = "no body is called so"
    elif on is not None:
        how = f"what is called so was not in force on {day_words(on)}"
    else:
        how = "more than one body could be meant"
    return Resolution(printed=name, how=how, candidates=tuple(candidates))


# --- codes --------------------------------------------------------------------------------------


_CODE = re.compile(r"(?:(gss|ods|dfe):)?(\w{3,9})", re.IGNORECASE)


def _of_code(name: str, kind: AgencyKind | None, on: date | None) -> Resolution | None:
    written = _CODE.fullmatch(name.strip())
    code = written[2].upper() if written else ""
    bodies = _of_kind(_by_code().get(code, ()), kind)
    if not bodies:
        return None
    areas = [each for each in bodies if isinstance(each, LocalArea)]
    # A code of the department outlives a reissue of the other, so the day decides.
    body = (chosen(areas, on) or areas[-1]) if areas else bodies[0]
    return Resolution(
        printed=name,
        body=body,
        confidence=Confidence.VERIFIED,
        how="its code",
        candidates=(body,),
    )


@cache
def _by_code() -> Mapping[str, tuple[Body, ...]]:
    found: dict[str, list[Body]] = {}
    for body in _every_body():
        for code in body.codes:
            found.setdefault(code.value, []).append(body)
    return {code: tuple(bodies) for code, bodies in found.items()}


# --- names --------------------------------------------------------------------------------------


def _called(taken: PrintedName, kind: AgencyKind | None) -> tuple[Body, ...]:
    """Return every body that answers to a name and suits the words around it."""
    index = _by_name()
    found = next((index[stem] for stem in taken.stems if stem in index), ())
    if not found and taken.initials:
        found = _by_initials().get(taken.initials, ())
    suited = (each for each in found if isinstance(each, _SUITS[taken.kind]))
    return tuple(
        each
        for each in _of_kind(suited, kind)
        if not isinstance(each, LocalArea) or taken.fits(each.gss)
    )


def _of_kind(bodies: Iterable[Body], kind: AgencyKind | None) -> tuple[Body, ...]:
    if kind is None:
        return tuple(bodies)
    wanted = _CLASSES.get(kind)
    return tuple(
        each
        for each in bodies
        if (isinstance(each, wanted) if wanted else isinstance(each, Agency) and each.kind is kind)
    )


def _alive(found: tuple[Body, ...], taken: PrintedName, on: date | None) -> tuple[Body, ...]:
    """Return those in force on the day; without a day those that have not ended, else all."""
    if on is not None:
        return tuple(each for each in found if _exists(each, on))
    if len(found) < 2 or _two_councils(found, taken):  # noqa: PLR2004 - one body or several
        return found
    lasting = tuple(each for each in found if each.valid_to is None)
    return lasting or found


def _exists(body: Body, on: date) -> bool:
    return body.exists_on(on) if isinstance(body, Agency) else body.in_force_on(on)


def _two_councils(found: tuple[Body, ...], taken: PrintedName) -> bool:
    """Say whether a county council is named where a unitary one now has the same name."""
    kinds = {each.gss[:3] for each in found if isinstance(each, LocalArea)}
    return taken.says_county_council and len(kinds) > 1


def _contradicted(taken: PrintedName, body: Body, on: date | None) -> tuple[Body, ...]:
    """Return other bodies that the words in brackets name."""
    others: list[Body] = []
    for inner in taken.bracketed:
        meant = _alive(_called(printed(inner), None), printed(inner), on)
        if meant and not any(_same(each, body) for each in meant):
            others.extend(meant)
    return tuple(others)


def _same(one: Body, other: Body) -> bool:
    """Say whether two are one body: a council keeps its department's code."""
    if isinstance(one, LocalArea) and isinstance(other, LocalArea):
        return one.dfe == other.dfe
    return one == other


def _part_of_name(
    name: str, taken: PrintedName, kind: AgencyKind | None, where: tuple[LocalArea, date]
) -> Resolution:
    """Look among the boards of an area for the only one whose name has this part."""
    wanted = kind in (None, AgencyKind.INTEGRATED_CARE_BOARD)
    serving = parts_served(*where) if wanted and taken.kind is NameKind.BOARD else ()
    parts = [each.board for each in serving if taken.stems[-1] in parts_of(each.board.short_name)]
    if len(parts) != 1:
        return _unresolved(name, parts, None)
    how = f"the only board of {where[0].spoken_name} whose name has this part"
    return Resolution(
        printed=name, body=parts[0], confidence=Confidence.UNVERIFIED, how=how, candidates=parts
    )


@cache
def _by_name() -> Mapping[str, tuple[Body, ...]]:
    """Return every body by each plain form of its name."""
    found: dict[str, dict[Body, None]] = {}
    for body in _every_body():
        for name in (*_official(body), *_other_names(body)):
            found.setdefault(plain(name), {})[body] = None
    return {name: tuple(bodies) for name, bodies in found.items()}


@cache
def _by_initials() -> Mapping[str, tuple[Body, ...]]:
    """Return areas and boards by their initials, where these are three letters or more."""
    found: dict[str, list[Body]] = {}
    for body in _every_body():
        initials = initials_of(body.short_name) if isinstance(body, LocalArea | CareBoard) else ""
        if len(initials) >= _SHORTEST_INITIALS:
            found.setdefault(initials, []).append(body)
    return {initials: tuple(bodies) for initials, bodies in found.items()}


def _every_body() -> Iterator[Body]:
    yield from every_area()
    yield from every_board()
    yield from every_group()
    yield from national_bodies()


def _official(body: Body) -> tuple[str, ...]:
    if isinstance(body, LocalArea):
        return (body.name, body.spoken_name)
    return (body.name, *(body.also_known_as if isinstance(body, Agency) else ()))


def _other_names(body: Body) -> tuple[str, ...]:
    """Return names without what many bodies share, where no other begins with them."""
    if isinstance(body, Agency):
        return ()
    short = body.short_name
    if isinstance(body, LocalArea) and short != body.name:
        place = body.name.partition(",")[0] if body.spoken_name != body.name else body.name
        return tuple(name for name in {place: None, short: None} if not _begins_another(name, body))
    return (short,)


def _begins_another(name: str, body: LocalArea) -> bool:
    """Say whether another area's name begins with the same words: Kingston upon Hull, say."""
    return any(
        plain(each.name).startswith(f"{plain(name)} ") and each.dfe != body.dfe
        for each in every_area()
    )
