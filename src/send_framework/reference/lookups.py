"""Look-ups by name or code: a local area, a board, the boards of an area, the areas of a board."""

from datetime import date

from send_framework.dates import day_words, today
from send_framework.errors import UnknownNameError
from send_framework.model.agency import AgencyKind
from send_framework.reference.areas import LocalArea, chosen, every_area
from send_framework.reference.boards import (
    CareBoard,
    CommissioningGroup,
    ServedArea,
    areas_served,
    every_board,
    parts_served,
)
from send_framework.reference.names import plain
from send_framework.reference.resolving import Body, Resolution, resolve


def local_area(name: str | LocalArea, *, on: date | None = None) -> LocalArea:
    """Return the local area with this name or code.

    Args:
        name: Its name in any usual form, a former name, or a code: ``"935"``, ``"E10000029"``,
            ``"gss:E10000029"``. An area is returned as it is.
        on: The day; of areas that share a name or a code of the department, the one in force
            then. ``None`` for the last of them.

    Raises:
        UnknownNameError: None answers to it; the message names a near one.

    Example:
        >>> local_area("Suffolk County Council (SCC)") == local_area("935")
        True
        >>> local_area("Cumbria").valid_to
        datetime.date(2023, 3, 31)
        >>> local_area("Sufolk")
        Traceback (most recent call last):
            ...
        send_framework.errors.UnknownNameError: 'Sufolk' names no local area: ... Did you mean ...
    """
    if isinstance(name, LocalArea):
        return name
    found = resolve(name, kind=AgencyKind.LOCAL_AUTHORITY, on=on)
    if isinstance(found.body, LocalArea):
        return found.body
    raise _unknown("local area", found, _area_names())


def board(name: str | CareBoard, *, on: date | None = None) -> CareBoard:
    """Return the integrated care board with this name or code.

    Args:
        name: Its name in any usual form, its initials, or a code: ``"QJG"``, ``"E54000023"``.
        on: The day; only boards of that day are meant, except by code.

    Raises:
        UnknownNameError: None answers to it; the message names a near one.

    Example:
        >>> board("NHS Norfolk and Waveney ICB").ods
        'QMM'
    """
    if isinstance(name, CareBoard):
        return name
    found = resolve(name, kind=AgencyKind.INTEGRATED_CARE_BOARD, on=on)
    if isinstance(found.body, CareBoard):
        return found.body
    raise _unknown("integrated care board", found, [each.short_name for each in every_board()])


def boards_for(
    area: str | LocalArea, *, on: date | None = None, minor: bool = False
) -> tuple[ServedArea, ...]:
    """Return the boards that serve an area on a day, the largest part first.

    Args:
        area: The area, or its name or code.
        on: The day; today when ``None``. Before 1 July 2022 there were no boards.
        minor: Whether boards with less than a twentieth of the area are wanted too: they are
            legally right, and inspection reports never name them.

    Raises:
        UnknownNameError: No area answers to the name.

    Example:
        >>> from datetime import date
        >>> [(part.board.ods, f"{part.share:.0%}")
        ...  for part in boards_for("Suffolk", on=date(2025, 1, 1))]
        [('QJG', '84%'), ('QMM', '16%')]
        >>> [part.board.name for part in boards_for("Suffolk", on=date(2026, 4, 1))]
        ['NHS Norfolk and Suffolk Integrated Care Board']
    """
    served = parts_served(local_area(area), on or today())
    return tuple(part for part in served if minor or not part.minor)


def areas_for(
    of: str | CareBoard, *, on: date | None = None, minor: bool = False
) -> tuple[ServedArea, ...]:
    """Return the areas that a board serves on a day, by name.

    Args:
        of: The board, or its name or code.
        on: The day; today when ``None``.
        minor: Whether areas of which it serves less than a twentieth are wanted too.

    Raises:
        UnknownNameError: No board answers to the name.

    Example:
        >>> from datetime import date
        >>> [part.area.name for part in areas_for("QMM", on=date(2025, 1, 1))]
        ['Norfolk', 'Suffolk']
    """
    served = areas_served(board(of), on or today())
    return tuple(part for part in served if minor or not part.minor)


def search_areas(query: str, *, on: date | None = None) -> tuple[LocalArea, ...]:
    """Return the areas whose name, code, region or board has these words in it.

    Those that are called so come first, then those whose name has the words, then the rest; each
    by name.

    Args:
        query: Words in any case; all areas where it is empty. A former name finds its area.
        on: The day whose boards count; today when ``None``.

    Example:
        >>> [area.name for area in search_areas("suffolk", on=date(2026, 5, 1))]
        ['Suffolk', 'Norfolk']
    """
    wanted, day = plain(query), on or today()
    found = (area for area in every_area() if wanted in _searchable(area, day))
    return tuple(sorted(found, key=lambda area: _distance(area, wanted)))


def _searchable(area: LocalArea, day: date) -> str:
    boards = (part.board for part in parts_served(area, day) if not part.minor)
    words = [each for board in boards for each in (board.name, board.ods)]
    return " | ".join(map(plain, (*_called(area), area.region, *words)))


def _called(area: LocalArea) -> tuple[str, ...]:
    return area.name, area.spoken_name, area.short_name, area.dfe, area.gss


def _distance(area: LocalArea, wanted: str) -> int:
    """Return how far an area's own names are from the words: 0 where it is called so."""
    names = [plain(each) for each in _called(area)]
    return 0 if wanted in names else 1 if any(wanted in each for each in names) else 2


def latest_of(area: LocalArea) -> LocalArea:
    """Return an area under the last code that its department's code had.

    Args:
        area: The area under any of its codes.
    """
    return chosen((each for each in every_area() if each.dfe == area.dfe), None) or area


def _area_names() -> list[str]:
    return list(dict.fromkeys(name for area in every_area() for name in (area.name, area.gss)))


def _unknown(what: str, found: Resolution, known: list[str]) -> UnknownNameError:
    meant = [f"{each.name} {_life(each)}" for each in found.candidates]
    return UnknownNameError(what, found.printed, found.how, known, meant)


def _life(body: Body) -> str:
    first = None if isinstance(body, CommissioningGroup) else body.valid_from
    if body.valid_to is not None:
        return f"to {day_words(body.valid_to)}"
    return f"from {day_words(first)}" if first else ""
