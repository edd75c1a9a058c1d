"""A page as it is laid out: characters with their places, ruled lines, and lines of text.

Nothing here knows the PDF library. Points are counted from the lower left corner of the page.
"""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from attrs import frozen

_GAP = 0.22
"""A gap wider than this share of the letters' height parts two words."""
_SAME_LINE = 0.35
"""Baselines nearer than this share of the letters' height belong to one line."""


class Box(NamedTuple):
    """A rectangle on a page."""

    left: float
    bottom: float
    right: float
    top: float

    def around(self, other: "Box") -> "Box":
        """Return the smallest rectangle that holds both."""
        return Box(
            min(self.left, other.left),
            min(self.bottom, other.bottom),
            max(self.right, other.right),
            max(self.top, other.top),
        )


class Place(NamedTuple):
    """A rectangle on one page of a report."""

    page: int
    box: Box


class Character(NamedTuple):
    """One printed character."""

    text: str
    left: float
    right: float
    baseline: float
    height: float

    @property
    def middle(self) -> float:
        """Where its centre lies, from left to right."""
        return (self.left + self.right) / 2


class Rule(NamedTuple):
    """A ruled line: where it lies across its direction, and from where to where it runs."""

    at: float
    begin: float
    end: float


@frozen
class Line:
    """One line of text.

    Attributes:
        text: What is printed, words parted by single blanks.
        page: The page, counted from 1.
        box: Where it stands.
        baseline: The height the letters stand on.
    """

    text: str
    page: int
    box: Box
    baseline: float


@frozen
class Page:
    """What one page holds.

    Attributes:
        number: The page, counted from 1.
        width: In points.
        height: In points.
        characters: In the order of the file.
        across: Horizontal rules.
        down: Vertical rules.
    """

    number: int
    width: float
    height: float
    characters: tuple[Character, ...]
    across: tuple[Rule, ...]
    down: tuple[Rule, ...]


def lines_of(characters: Iterable[Character], page: int) -> tuple[Line, ...]:
    """Return the lines that characters form, from the top of the page to its bottom.

    Args:
        characters: Of one region: a cell, or the page outside its tables.
        page: The page they stand on.

    Example:
        >>> letters = [Character("b", 10, 15, 50, 10), Character("a", 5, 10, 50, 10),
        ...            Character("c", 20, 25, 50.5, 10), Character("d", 5, 10, 30, 10)]
        >>> [line.text for line in lines_of(letters, 1)]
        ['ab c', 'd']
    """
    rows: list[list[Character]] = []
    for each in sorted(characters, key=lambda character: -character.baseline):
        row = rows[-1] if rows else None
        if row and row[0].baseline - each.baseline < _SAME_LINE * max(row[0].height, each.height):
            row.append(each)
        else:
            rows.append([each])
    made = (_line(row, page) for row in rows)
    return tuple(line for line in made if line.text)


def _line(row: list[Character], page: int) -> Line:
    row.sort(key=lambda character: character.left)
    inked = [each for each in row if not each.text.isspace()] or row
    box = Box(
        min(each.left for each in inked),
        min(each.baseline for each in inked) - inked[0].height / 5,
        max(each.right for each in inked),
        max(each.baseline + each.height * 4 / 5 for each in inked),
    )
    return Line(" ".join(_spaced(row).split()), page, box, inked[0].baseline)


def _spaced(row: Sequence[Character]) -> str:
    """Return the characters of one line, with a blank where a gap parts two words."""
    parts: list[str] = []
    end = row[0].left
    for each in row:
        if each.left - end > _GAP * each.height:
            parts.append(" ")
        parts.append(each.text)
        end = max(end, each.right)
    return "".join(parts)


_JOINED_HYPHEN = re.compile(r"(?<=\w)-\s?$")


def joined(texts: Iterable[str]) -> str:
    r"""Return lines as one running text.

    A hyphen at the end of a line is kept and joins what it joined; a soft hyphen goes.

    Args:
        texts: The lines.

    Example:
        >>> joined(["neuro-", "developmental and part\u00ad", "nership work"])
        'neuro-developmental and partnership work'
    """
    whole = ""
    for text in texts:
        if whole.endswith("\u00ad"):
            whole = whole[:-1] + text
        elif not whole or _JOINED_HYPHEN.search(whole):
            whole += text
        else:
            whole = f"{whole} {text}"
    return whole.replace("\u00ad", "")


def box_around(lines: Sequence[Line]) -> tuple[Place, ...]:
    """Return one rectangle for each page that lines stand on.

    Args:
        lines: Any lines.
    """
    boxes: dict[int, Box] = {}
    for line in lines:
        known = boxes.get(line.page)
        boxes[line.page] = known.around(line.box) if known else line.box
    return tuple(Place(page, box) for page, box in sorted(boxes.items()))
