"""Tables as their borders make them: cells, rows, and what stands outside.

Word draws a border in many short pieces and closes a row at the foot of a page; so pieces are
joined first, and whatever the borders enclose is a cell.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from attrs import frozen

from send_framework.formats.inspection_report.layout import (
    Box,
    Character,
    Line,
    Page,
    Rule,
    lines_of,
)

_NEAR = 3.0
_LOW = 4.0
"""What is lower than this, in points, holds no line of text."""


@frozen
class Row:
    """One row of a table.

    Attributes:
        cells: The lines of each cell, from left to right.
        page: The page.
        box: Where the row stands.
    """

    cells: tuple[tuple[Line, ...], ...]
    page: int
    box: Box


@frozen
class Sheet:
    """A page, parted into the rows of its tables and the lines outside them.

    Attributes:
        page: The page.
        rows: From top to bottom.
        lines: From top to bottom.
    """

    page: Page
    rows: tuple[Row, ...]
    lines: tuple[Line, ...]


def parted(page: Page) -> Sheet:
    """Part a page into rows and lines.

    Args:
        page: A laid-out page.
    """
    grid = _bands(_merged(page.across), _merged(page.down))
    cells = [cell for cell in _cells(grid) if cell.top - cell.bottom > _LOW]
    inside: dict[Box, list[Character]] = {cell: [] for cell in cells}
    outside: list[Character] = []
    for each in page.characters:
        cell = _cell_of(each, cells)
        (outside if cell is None else inside[cell]).append(each)
    rows = tuple(_rows(cells, inside, page.number))
    return Sheet(page, rows, lines_of(outside, page.number))


def _merged(rules: Iterable[Rule]) -> list[Rule]:
    """Join the pieces of each ruled line."""
    lanes: list[list[Rule]] = []
    for rule in sorted(rules):
        if lanes and rule.at - lanes[-1][0].at <= _NEAR:
            lanes[-1].append(rule)
        else:
            lanes.append([rule])
    return [piece for lane in lanes for piece in _joined(lane)]


def _joined(lane: list[Rule]) -> list[Rule]:
    found: list[Rule] = []
    for rule in sorted(lane, key=lambda piece: piece.begin):
        last = found[-1] if found else None
        if last and rule.begin - last.end <= _NEAR:
            found[-1] = Rule(last.at, last.begin, max(last.end, rule.end))
        else:
            found.append(Rule(lane[0].at, rule.begin, rule.end))
    return found


@frozen
class _Band:
    """A strip of a page between two heights at which something is ruled or begins."""

    top: float
    bottom: float
    columns: tuple[float, ...]
    closed: tuple[bool, ...]
    """For each column, whether a rule closes it from above."""


def _bands(across: Sequence[Rule], down: Sequence[Rule]) -> list[_Band]:
    ends = [each for rule in down for each in (rule.begin, rule.end)]
    heights = _distinct([*(rule.at for rule in across), *ends])
    found: list[_Band] = []
    for top, bottom in pairwise(heights):
        middle = (top + bottom) / 2
        columns = tuple(
            sorted(rule.at for rule in down if rule.begin - 1 <= middle <= rule.end + 1)
        )
        if len(columns) > 1:
            closed = tuple(_is_closed(pair, top, across) for pair in pairwise(columns))
            found.append(_Band(top, bottom, columns, closed))
    return found


def _distinct(heights: Iterable[float]) -> list[float]:
    found: list[float] = []
    for height in sorted(heights, reverse=True):
        if not found or found[-1] - height > _NEAR:
            found.append(height)
    return found


def _is_closed(sides: tuple[float, float], height: float, across: Sequence[Rule]) -> bool:
    middle = sum(sides) / 2
    return any(
        abs(rule.at - height) <= _NEAR and rule.begin <= middle <= rule.end for rule in across
    )


def _cells(bands: Sequence[_Band]) -> list[Box]:
    """Return the cells; a cell without a rule below it goes on in the next band."""
    found: list[Box] = []
    still: dict[tuple[float, float], int] = {}
    last = None
    for band in bands:
        if last is None or abs(last.bottom - band.top) > _NEAR or last.columns != band.columns:
            still = {}
        for sides, closed in zip(pairwise(band.columns), band.closed, strict=True):
            if sides in still and not closed:
                found[still[sides]] = found[still[sides]]._replace(bottom=band.bottom)
                continue
            still[sides] = len(found)
            found.append(Box(sides[0], band.bottom, sides[1], band.top))
        last = band
    return found


def _cell_of(character: Character, cells: Sequence[Box]) -> Box | None:
    height = character.baseline + character.height / 4
    for cell in cells:
        if cell.bottom < height <= cell.top and cell.left <= character.middle < cell.right:
            return cell
    return None


def _rows(cells: list[Box], inside: dict[Box, list[Character]], page: int) -> Iterable[Row]:
    """Make a row of each last cell and what stands to the left of it."""
    lines = {cell: lines_of(inside[cell], page) for cell in cells}
    for cell in sorted(cells, key=lambda each: -each.top):
        if any(abs(each.left - cell.right) < 1 and _beside(each, cell) for each in cells):
            continue
        beside = [each for each in cells if each.right <= cell.left + 1 and _beside(each, cell)]
        row = (*sorted(beside), cell)
        yield Row(tuple(lines[each] for each in row), page, _around(row, cell))


def _beside(one: Box, other: Box) -> bool:
    """Say whether two cells share some height."""
    return min(one.top, other.top) - max(one.bottom, other.bottom) > _LOW


def _around(row: Sequence[Box], cell: Box) -> Box:
    return Box(row[0].left, cell.bottom, cell.right, cell.top)
