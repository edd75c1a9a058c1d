"""Hyphens at the ends of lines: those of a word stay, those that only part it go.

A page does not tell the two apart: "multi-" above "agency" keeps its hyphen, "ser-" above "vices"
does not. The report itself does: it prints most of its words more than once.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise, zip_longest

from attrs import evolve

from send_framework.formats.inspection_report.layout import Line
from send_framework.formats.inspection_report.reading_order import Block, Script
from send_framework.formats.inspection_report.tables import Row

_ENDS = re.compile(r"\w-$")
_EDGES = re.compile(r"^\W+|\W+$")


def softened(script: Script) -> Script:
    """Return a report with a soft hyphen at the end of each line that merely parts a word.

    A hyphen goes where the report prints the word elsewhere without it, and nowhere with it.

    Args:
        script: The report.
    """
    columns = [column for blocks in script.sections.values() for column in _columns(blocks)]
    parted = [pair for column in columns for pair in pairwise(column) if _ENDS.search(pair[0].text)]
    words = _words(line for column in columns for line in column)
    soft = {
        line: evolve(line, text=f"{line.text[:-1]}\u00ad")
        for line, following in parted
        if _only_parts(line.text.split()[-1], following.text.split()[0], words)
    }
    if not soft:
        return script
    sections = {each: _with(blocks, soft) for each, blocks in script.sections.items()}
    return evolve(script, sections=sections)


def _columns(blocks: Sequence[Block]) -> Iterator[list[Line]]:
    """Yield the lines that follow one another: outside tables, and in each column of cells."""
    yield [block for block in blocks if isinstance(block, Line)]
    rows = [block.cells for block in blocks if isinstance(block, Row)]
    for cells in zip_longest(*rows, fillvalue=()):
        yield [line for cell in cells for line in cell]


def _words(lines: Iterable[Line]) -> set[str]:
    """Return the words of a report, without what a line's end or begin may have cut off."""
    found: set[str] = set()
    for line in lines:
        words = line.text.split()
        found.update(map(_plain, words[:-1] if _ENDS.search(line.text) else words))
    return found


def _only_parts(begin: str, end: str, words: set[str]) -> bool:
    whole, hyphened = _plain(f"{begin[:-1]}{end}"), _plain(f"{begin}{end}")
    return end[:1].islower() and whole in words and hyphened not in words


def _plain(word: str) -> str:
    return _EDGES.sub("", word).casefold()


def _with(blocks: Sequence[Block], soft: Mapping[Line, Line]) -> list[Block]:
    return [
        soft.get(block, block)
        if isinstance(block, Line)
        else evolve(block, cells=_cells(block, soft))
        for block in blocks
    ]


def _cells(row: Row, soft: Mapping[Line, Line]) -> tuple[tuple[Line, ...], ...]:
    return tuple(tuple(soft.get(line, line) for line in cell) for cell in row.cells)
