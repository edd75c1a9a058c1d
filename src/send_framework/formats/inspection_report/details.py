"""The details table: bodies and job titles. Names of persons are read past, never kept."""

import re
from collections.abc import Sequence
from typing import TypeAlias

from attrs import frozen

from send_framework.formats.inspection_report.bodies import bodies_in
from send_framework.formats.inspection_report.layout import Line, joined
from send_framework.formats.inspection_report.reading_order import Block
from send_framework.formats.inspection_report.tables import Row

_LABEL = re.compile(
    r"^(?:name of [^:]{2,60}|website|address|lead person|[\w ]{0,30}lead|job title|role)\s*:\s*",
    re.IGNORECASE,
)
_ROLE = (
    r"(?:director|chief|executive|managing|strategic|corporate|interim|acting|head|assistant|"
    r"deputy|associate|accountable|senior|ceo|dcs|officer|lead|leader|commissioner|president|"
    r"chair|service|joint|group|statutory|programme|place|cabinet|principal|partnership|medical|"
    r"clinical|icb|nhs|national|regional|locality|system)"
)
_ROLE_WORD = re.compile(rf"\b{_ROLE}\b", re.IGNORECASE)
_STARTS_ROLE = re.compile(rf"^\(?{_ROLE}\b", re.IGNORECASE)
_NAME = re.compile(
    r"^(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Dame|Cllr)\.?\s+)?"
    r"[A-Z][\w\u2019'.-]*(?:\s+[A-Z][\w\u2019'.-]*){1,3}$"
)
_NO_NAME = re.compile(
    r"\b(?:services?|commissioning|care|board|icb|nhs|council|children\S*|education|learning|"
    r"people|health|social|school|schools|skills|families|partnerships?|authority|yorkshire|"
    r"county|borough|city|integrated|adults?|inclusion|communities)\b",
    re.IGNORECASE,
)
_WEB = re.compile(r"www\.|https?:|@", re.IGNORECASE)
_NO_TITLE = re.compile(r"^(?:named )?lead person$", re.IGNORECASE)
"""Says what somebody is for the partnership, and is no post."""
_HONOUR = re.compile(r"^[A-Z]{2,5}$")
_HANGING = re.compile(r"(?:,|\b(?:of|for|and|the|to|in|&))$", re.IGNORECASE)


@frozen
class Column:
    """One column of the details table.

    Attributes:
        bodies: The bodies named in it.
        roles: The job titles of those who lead.
        name_lines: The lines the bodies were read from.
        role_lines: The lines the titles were read from.
    """

    bodies: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    name_lines: tuple[Line, ...] = ()
    role_lines: tuple[Line, ...] = ()


def columns_of(blocks: Sequence[Block]) -> tuple[Column, Column]:
    """Return what the details say of the local authority and of the boards.

    Args:
        blocks: What stands below the heading of the details.
    """
    rows = [block for block in blocks if isinstance(block, Row) and len(block.cells) > 1]
    rows = [row for row in rows if any(row.cells)]
    if rows and _is_header(rows[0]):
        rows = rows[1:]
    names, others = rows[:1], rows[1:]
    leads = [row for row in others if _names_leads(row)] or others
    return (
        _column([row.cells[0] for row in names], [row.cells[0] for row in leads[:1]]),
        _boards([row.cells[1:] for row in names], [row.cells[1:] for row in leads[:1]]),
    )


def _is_header(row: Row) -> bool:
    words = joined(line.text for line in row.cells[0]).casefold().strip(" :")
    return words in ("local authority", "local authorities")


def _names_leads(row: Row) -> bool:
    """Say whether a row holds job titles rather than addresses on paper or in the web."""
    text = joined(line.text for cell in row.cells for line in cell)
    return bool(_ROLE_WORD.search(text)) and not _WEB.search(text)


Cells: TypeAlias = Sequence[tuple[Line, ...]]


def _column(names: Cells, leads: Cells) -> Column:
    named, led = (tuple(line for cell in cells for line in cell) for cells in (names, leads))
    text = joined(_unlabelled(named)).strip(" .;,")
    return Column((text,) if text else (), roles_in(_unlabelled(led)), named, led)


def _boards(names: Sequence[Cells], leads: Sequence[Cells]) -> Column:
    """Return the boards of one column or of several, each cell read by itself."""
    named = [cell for row in names for cell in row]
    led = [cell for row in leads for cell in row]
    return Column(
        tuple(body for cell in named for body in bodies_in(joined(_unlabelled(cell)))),
        tuple(role for cell in led for role in roles_in(_unlabelled(cell))),
        tuple(line for cell in named for line in cell),
        tuple(line for cell in led for line in cell),
    )


def _unlabelled(lines: Sequence[Line]) -> list[str]:
    """Return the texts of lines without the labels some reports print inside cells."""
    texts = (_LABEL.sub("", line.text) for line in lines)
    return [text for text in texts if text]


def roles_in(texts: Sequence[str]) -> tuple[str, ...]:
    """Return the job titles in a cell of names and titles.

    Args:
        texts: The lines of the cell.

    Example:
        >>> roles_in(["Ann Other, Director, Adults\u2019", "Services", "Sam Who", "Lead Nurse"])
        ('Director, Adults\u2019 Services', 'Lead Nurse')
        >>> roles_in(["Dr Ann Other (OBE)"])
        ()
    """
    titles = (_title(joined(person)) for person in _persons(texts))
    return tuple(title for title in titles if title)


def _persons(texts: Sequence[str]) -> list[list[str]]:
    found: list[list[str]] = []
    for number, text in enumerate(texts):
        following = texts[number + 1] if number + 1 < len(texts) else ""
        if not found or _begins_person(found[-1], text, following):
            found.append([])
        found[-1].append(text)
    return found


def _begins_person(so_far: Sequence[str], text: str, following: str) -> bool:
    """Say whether a line names the next person rather than going on with a title."""
    before = joined(so_far)
    if before.count("(") > before.count(")") or _HANGING.search(before):
        return False
    name = re.split(r"[,(]|\s[\u2013-]\s", text, maxsplit=1)[0].strip()
    if not _NAME.match(name) or _NO_NAME.search(name) or _ROLE_WORD.search(name):
        return False
    rest = text[len(name) :].strip(" ,(\u2013-")
    return bool(_ROLE_WORD.search(rest)) or (not rest and bool(_STARTS_ROLE.match(following)))


def _title(person: str) -> str:
    """Return the job title in the text about one person."""
    first = _ROLE_WORD.search(person)
    if first is None:
        return ""
    bracket = re.match(r"^([^,(]+)\((.+)\)\W*$", person)
    if bracket and not _ROLE_WORD.search(bracket[1]):
        inner = bracket[2].strip()
        return "" if _HONOUR.match(inner) else inner
    comma = person.find(",")
    begin = comma + 1 if 0 <= comma < first.start() else first.start()
    title = person[begin:].strip().strip(".;,").strip()
    return "" if _NO_TITLE.match(title) else title
