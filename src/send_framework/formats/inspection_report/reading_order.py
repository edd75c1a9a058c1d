"""A report in reading order: its sections, without what each page repeats at its foot."""

import re
from collections.abc import Iterator, Sequence
from enum import Enum
from typing import TypeAlias

from attrs import frozen

from send_framework.formats.inspection_report.layout import Line, joined
from send_framework.formats.inspection_report.tables import Row, Sheet

Block: TypeAlias = Line | Row


class Section(Enum):
    """The parts of a report, by their printed headings; the cover has none."""

    COVER = "cover"
    AREA = "information about the local area partnership"
    CHILD = "what is it like to be a child or young person"
    EFFECTIVE = "what is the area partnership doing that is effective"
    BETTER = "what does the area partnership need to do better"
    PRIORITY = "areas for priority action"
    IMPROVEMENT = "areas for improvement"
    DETAILS = "local area partnership details"
    INSPECTION = "information about this inspection"
    TEAM = "inspection team"
    CLOSING = "if you are not happy with the inspection"


_OPEN_ENDED = {Section.CHILD, Section.EFFECTIVE, Section.BETTER, Section.CLOSING}
_SINGULAR = {
    "area for priority action": Section.PRIORITY,
    "area for improvement": Section.IMPROVEMENT,
}
_FOOT = re.compile(r"^(?:area send )?inspection report\b", re.IGNORECASE)
_LOWEST = 0.2
"""What a page repeats stands in this share of it, from below."""


@frozen
class Script:
    """A report in reading order.

    Attributes:
        sections: What stands under each heading, in order.
        feet: The text at the foot of each page that has one.
    """

    sections: dict[Section, list[Block]]
    feet: tuple[tuple[int, str], ...]

    def lines(self, *wanted: Section) -> list[Line]:
        """Return all lines of some sections, those of tables row by row.

        Args:
            wanted: The sections.
        """
        return [line for each in wanted for line in _flat(self.sections.get(each, ()))]


def _flat(blocks: Sequence[Block]) -> Iterator[Line]:
    for block in blocks:
        if isinstance(block, Line):
            yield block
        else:
            yield from (line for cell in block.cells for line in cell)


def in_order(sheets: Sequence[Sheet]) -> Script:
    """Return a report in reading order.

    Args:
        sheets: Its pages.
    """
    sections: dict[Section, list[Block]] = {Section.COVER: []}
    feet: list[tuple[int, str]] = []
    section = Section.COVER
    for sheet in sheets:
        lines, foot = _without_foot(sheet)
        if foot:
            feet.append((sheet.page.number, foot))
        for block in _blocks(sheet.rows, lines):
            heading = _heading(block)
            if heading:
                section = heading
            sections.setdefault(section, [])
            if not heading:
                sections[section].append(block)
    return Script(sections, tuple(feet))


def _without_foot(sheet: Sheet) -> tuple[list[Line], str]:
    """Part a page's lines from those at its foot."""
    for number, line in enumerate(sheet.lines):
        if line.baseline < sheet.page.height * _LOWEST and _FOOT.match(line.text):
            return list(sheet.lines[:number]), joined(each.text for each in sheet.lines[number:])
    return list(sheet.lines), ""


def _blocks(rows: Sequence[Row], lines: Sequence[Line]) -> list[Block]:
    """Return rows and lines from top to bottom; the box around the outcome is no table."""
    blocks: list[Block] = [*lines]
    for row in rows:
        if len(row.cells) == 1 and any(
            _is(line.text, "inspection outcome") for line in row.cells[0]
        ):
            blocks += row.cells[0]
        else:
            blocks.append(row)
    return sorted(blocks, key=_height, reverse=True)


def _height(block: Block) -> float:
    return block.baseline if isinstance(block, Line) else block.box.top


def _heading(block: Block) -> Section | None:
    """Return the section that a line begins, or a row that repeats its heading."""
    if isinstance(block, Line):
        return _section(block.text)
    last = " ".join(line.text for line in block.cells[-1])
    found = _section(last)
    return found if found in (Section.PRIORITY, Section.IMPROVEMENT) else None


def _section(text: str) -> Section | None:
    plain = text.casefold().strip(" ?:.")
    if plain in _SINGULAR:
        return _SINGULAR[plain]
    for section in Section:
        if plain == section.value or (section in _OPEN_ENDED and plain.startswith(section.value)):
            return section
    return None


def _is(text: str, wanted: str) -> bool:
    return text.casefold().strip(" :.") == wanted
