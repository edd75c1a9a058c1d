"""The inspection team: how many inspectors each column lists."""

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile

from attrs import frozen

from send_framework.formats.inspection_report.found import Team
from send_framework.formats.inspection_report.layout import Character, Line, Page, lines_of
from send_framework.formats.inspection_report.reading_order import Block
from send_framework.formats.inspection_report.tables import Row

_OFSTED, _CQC = re.compile(r"ofsted", re.IGNORECASE), re.compile(r"care quality|cqc", re.IGNORECASE)
_LONGEST_HEADER = 6
_LONGEST_ENTRIES = 14
"""Words of two entries, one in each column, that no wide gap parts."""
_POST = re.compile(r"\b(?:inspectors?|hmi|ofsted|cqc|ohmi)\b", re.IGNORECASE)
_POST_WORDS = re.compile(
    r"^(?:(?:ofsted|hmi|hmis|lead|team|inspectors?|cqc|children\S*|services?|social|care|his|"
    r"majesty\S*|senior|specialist|education|health|quality|commission|and|of|the|for)\b\W*)+$",
    re.IGNORECASE,
)


@frozen
class Counted:
    """A team as counted.

    Attributes:
        team: How many there are.
        lines: The lines they were counted in.
    """

    team: Team
    lines: tuple[Line, ...]


def team_of(pages: Sequence[Page], blocks: Sequence[Block]) -> Counted | None:
    """Count the inspectors of each column, with borders around them or without.

    Args:
        pages: The report's pages.
        blocks: What stands below the heading of the team.

    Returns:
        The counts; nothing without a heading line that names both inspectorates.
    """
    rows = [block for block in blocks if isinstance(block, Row) and len(block.cells) > 1]
    if rows and _is_header(" ".join(line.text for cell in rows[0].cells for line in cell)):
        sides = ([line.text for row in rows[1:] for line in row.cells[side]] for side in (0, 1))
        lines = tuple(line for row in rows for cell in row.cells for line in cell)
        return Counted(_team(*sides), lines)
    return _of_lines(pages, [block for block in blocks if isinstance(block, Line)])


def _team(left: Sequence[str], right: Sequence[str]) -> Team:
    return Team(ofsted=_entries(left), cqc=_entries(right))


def _of_lines(pages: Sequence[Page], lines: Sequence[Line]) -> Counted | None:
    header = next((n for n, each in enumerate(lines) if _is_header(each.text)), None)
    if header is None:
        return None
    edge = _edge(pages, lines[header])
    below = list(takewhile(lambda line: not _is_prose(pages, line), lines[header + 1 :]))
    columns = [_halves(pages, line, edge) for line in below]
    team = _team([left for left, _ in columns], [right for _, right in columns])
    return Counted(team, (lines[header], *below))


def _is_prose(pages: Sequence[Page], line: Line) -> bool:
    """Say whether a line is no row of the team but what follows it, maybe on the page after."""
    if len(line.text.split()) <= _LONGEST_ENTRIES:
        return False
    letters = [each for each in _on(pages, line) if not each.text.isspace()]
    return all(other.left - one.right < one.height for one, other in pairwise(letters))


def _is_header(text: str) -> bool:
    return bool(_OFSTED.search(text) and _CQC.search(text)) and len(text.split()) <= _LONGEST_HEADER


def _edge(pages: Sequence[Page], header: Line) -> float:
    """Return where the second column begins: at the C of its heading."""
    letters = [each for each in _on(pages, header) if not each.text.isspace()]
    position = header.text.replace(" ", "").lower().find("c", len("ofsted"))
    return letters[position].left - 1


def _on(pages: Sequence[Page], line: Line) -> list[Character]:
    """Return the characters of a line, from left to right."""
    page = next(each for each in pages if each.number == line.page)
    height = line.box.top - line.box.bottom
    near = (each for each in page.characters if abs(each.baseline - line.baseline) < height / 3)
    return sorted(near, key=lambda each: each.left)


def _halves(pages: Sequence[Page], line: Line, edge: float) -> tuple[str, str]:
    letters = _on(pages, line)
    sides = (
        [each for each in letters if each.left < edge],
        [each for each in letters if each.left >= edge],
    )
    left, right = (" ".join(part.text for part in lines_of(side, 0)) for side in sides)
    return left, right


def _entries(texts: Sequence[str]) -> int:
    """Count entries: a line that only goes on with a post is none."""
    count, last = 0, ""
    for text in texts:
        if not text:
            continue
        goes_on = bool(last) and (_POST_WORDS.match(text) or not _POST.search(last))
        count += not goes_on
        last = f"{last} {text}" if goes_on else text
    return count
