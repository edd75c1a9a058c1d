"""From rows of tables to whole recommendations: over pages, with bullets and typed numbers."""

import re
from collections.abc import Iterable, Sequence

from attrs import evolve, frozen

from send_framework.formats.inspection_report.addressing import addressed_to
from send_framework.formats.inspection_report.layout import Line, joined
from send_framework.formats.inspection_report.tables import Row

_BULLET = re.compile(
    r"^(?:[\u2022\u2023\u2043\u2219\u25a0-\u25ff\u2756\u27a2\u27a4]|[\ue000-\uf8ff]"
    r"|[\u00b7\u2010-\u2015\u2190-\u21ff\u2212\u2713\u2714*-](?=\s)|o(?=\s))\s*"
)
"""Round and square signs, those of symbol fonts, and what only a blank behind it makes a bullet."""
_UNMAPPED = re.compile(r"^[\ue000-\uf8ff]\s*")
"""The bullet of a symbol font, which has no character of its own."""
_NUMBER = re.compile(r"^\(?(\d{1,2})[.)]\s+")
_ENDS = re.compile(r"[.!?\u2026][\"'\u2019\u201d)]*$")
_PRONOUN = re.compile(
    r"(?:they|this|these|those|it|such|in particular|in addition)\b", re.IGNORECASE
)
_GOES_ON = re.compile(r"(?:,|\band|\bor|\bof|\bfor|\bthe|\bwith|\bto|&)$", re.IGNORECASE)


@frozen
class Passage:
    """What one row holds, over all pages it runs over.

    Attributes:
        left: The lines of the cell for bodies; empty where there is none.
        right: The lines of the recommendation.
        numbered: Whether it was parted from its neighbours by typed numbers.
        joined: Whether it runs over a page.
        doubtful: Whether joining it, or not, had to be guessed.
    """

    left: tuple[Line, ...]
    right: tuple[Line, ...]
    numbered: bool = False
    joined: bool = False
    doubtful: bool = False


def passages_of(rows: Iterable[Row]) -> list[Passage]:
    """Return one passage for each row that holds text, rows over pages joined.

    Args:
        rows: The rows below one heading, in order.
    """
    found: list[Passage] = []
    page = 0
    for row in rows:
        left, right = _sides(row)
        if not right and not left:
            continue
        over_page = bool(found) and row.page == page + 1
        page = row.page
        paired = len(row.cells) > 1
        if over_page and _continues(found[-1], left, right, paired=paired):
            found[-1] = _continued(found[-1], left, right, paired=paired)
        else:
            found.append(Passage(left, right))
    return [part for each in found for part in _numbered(each)]


def _sides(row: Row) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """Return the lines for bodies and those of the text; a stray bullet sign is none."""
    right = row.cells[-1]
    if len(right) == 1 and not without_bullet(right[0].text):
        right = ()
    left = tuple(line for cell in row.cells[:-1] for line in cell)
    return left, right


def _continues(last: Passage, left: Sequence[Line], right: Sequence[Line], *, paired: bool) -> bool:
    """Say whether a row that stands first on its page goes on with the row before."""
    if not last.right:
        return False
    begin, end = (right[0].text if right else ""), last.right[-1].text
    if (paired and not left) or is_bullet(begin) or begin[:1].islower() or not begin:
        return True
    if _NUMBER.match(begin):
        return False
    if left:
        return not _ENDS.search(end) and (_bodies_go_on(last.left) or bool(_GOES_ON.search(end)))
    if _ENDS.search(end):
        return bool(_PRONOUN.match(begin)) or _is_cut(last.right, right)
    return not (is_bullet(paragraphs_of(last.right)[-1]) and _addresses(right))


def _is_cut(lines: Sequence[Line], following: Sequence[Line]) -> bool:
    """Say whether a page ends in mid paragraph: its last line is full, and nobody is addressed."""
    return not _has_room(lines[-1], following[0], lines) and not _addresses(following)


def _addresses(lines: Sequence[Line]) -> bool:
    """Say whether a text begins as recommendations do: with who should act."""
    return bool(addressed_to(joined(line.text for line in lines[:4])))


def _has_room(last: Line, following: Line, lines: Sequence[Line]) -> bool:
    """Say whether the first word of a line would have fitted on the line before it."""
    right = max(each.box.right for each in lines if each.page == last.page)
    letter = (following.box.right - following.box.left) / max(1, len(following.text))
    return right - last.box.right > letter * (len(following.text.split()[0]) + 1) * 1.2


def _bodies_go_on(left: Sequence[Line]) -> bool:
    """Say whether a cell for bodies breaks off."""
    return bool(left) and bool(_GOES_ON.search(left[-1].text))


def _continued(
    last: Passage, left: Sequence[Line], right: Sequence[Line], *, paired: bool
) -> Passage:
    begin = right[0].text if right else ""
    shown = paired or is_bullet(begin) or begin[:1].islower()
    return evolve(
        last,
        left=(*last.left, *left),
        right=(*last.right, *right),
        joined=True,
        doubtful=last.doubtful or not (shown or not _ENDS.search(last.right[-1].text)),
    )


def _numbered(passage: Passage) -> list[Passage]:
    """Part a cell at its typed numbers, where these count up from its first line."""
    first = _NUMBER.match(passage.right[0].text) if passage.right else None
    if not first:
        return [passage]
    parts: list[list[Line]] = []
    expected = int(first[1])
    for line in passage.right:
        match = _NUMBER.match(line.text)
        if match and int(match[1]) == expected:
            parts.append([])
            expected += 1
        typed = match.end() if match and parts and not parts[-1] else 0
        parts[-1].append(evolve(line, text=line.text[typed:]))
    return [evolve(passage, right=tuple(part), numbered=True) for part in parts]


# --- paragraphs -----------------------------------------------------------------------------------


def is_bullet(text: str) -> bool:
    """Say whether a line begins with a bullet sign.

    Args:
        text: The line.
    """
    return bool(_BULLET.match(text))


def without_bullet(text: str) -> str:
    r"""Return a line without its bullet sign.

    Args:
        text: The line.

    Example:
        >>> without_bullet("\u25aa the rigour of checks")
        'the rigour of checks'
    """
    return _BULLET.sub("", text)


def paragraphs_of(lines: Sequence[Line]) -> list[str]:
    """Return the paragraphs and bullets that lines form.

    A new one begins with a bullet sign, back at the margin after bullets, below a wider gap, or
    after a sentence that ends well short of the margin.

    Args:
        lines: Of one passage.
    """
    groups: list[list[Line]] = []
    for line in lines:
        if not groups or is_bullet(line.text) or _breaks(groups[-1], line, lines):
            groups.append([])
        groups[-1].append(line)
    return [_UNMAPPED.sub("\u2022 ", joined(line.text for line in group)) for group in groups]


def _breaks(group: Sequence[Line], line: Line, lines: Sequence[Line]) -> bool:
    last = group[-1]
    if not _ENDS.search(last.text) and not last.text.endswith((":", ";")):
        return is_bullet(group[0].text) and _back(group[0], line) and line.text[:1].isupper()
    if is_bullet(group[0].text) and _back(group[0], line):
        return True
    same_page = last.page == line.page
    return same_page and line.text[:1].isupper() and _has_room(last, line, lines)


def _back(bullet: Line, line: Line) -> bool:
    """Say whether a line stands at or before the sign of a bullet, so outside its text."""
    return line.box.left <= bullet.box.left + 1


def words_in(lines: Sequence[Line]) -> int:
    """Return how many words lines hold; bullet signs are none, and a word over two lines is one.

    Args:
        lines: Of one passage.
    """
    parted = sum(line.text.endswith("\u00ad") for line in lines[:-1])
    return sum(len(without_bullet(line.text).split()) for line in lines) - parted
