"""Spots of a document, and the readers of single values: texts, ids, dates, numbers, words.

Every reader takes a [`Spot`][] and returns the value, or `LOST` after it has told what is wrong.
"""

from collections.abc import Callable
from enum import Enum
from functools import cache
from typing import Any, Final, TypeAlias

from attrs import define, field

from send_framework.dates import ApproximateDate
from send_framework.errors import ApproximateDateError, shown
from send_framework.formats.habits import meant_word
from send_framework.formats.nodes import Node, Path, Scalar, Sequence
from send_framework.formats.problems import Place, Problems
from send_framework.formats.scalars import (
    CONTROL,
    boolean,
    is_nothing,
    is_text,
    looks_numeric,
    number,
    whole_number,
)
from send_framework.model.source import Source

DAY_EXPECTED = "a day such as 2024-03-07 is expected"


class Lost(Enum):
    """The value of what could not be read."""

    LOST = "lost"


LOST: Final = Lost.LOST


class WrittenText(str):
    """The type of an id or a date while it is read: its text as written, quoted or not."""

    __slots__ = ()


@define(eq=False)
class Reading:
    """One document while it is read."""

    root: Node
    problems: Problems
    register: dict[str, Source] = field(factory=dict[str, Source])


@define(eq=False)
class Spot:
    """A node with the way to it."""

    node: Node
    path: Path
    reading: Reading

    def below(self, step: str | int, node: Node) -> "Spot":
        """Return the spot of a field or a member."""
        return Spot(node, (*self.path, step), self.reading)

    def wrong(self, expected: str) -> Lost:
        """Tell that something else is expected here."""
        self.tell(f"found {found_words(self.node)}, but {expected}")
        return LOST

    def tell(self, sentence: str, place: Place | None = None) -> None:
        """Tell a problem of this spot."""
        self.reading.problems.add(place or self.node.place, self.path, sentence)


Reader: TypeAlias = Callable[[Spot, Any], object]


def found_words(node: Node) -> str:
    """Return a node as a message names it.

    Example:
        >>> found_words(Scalar("7", True, Place(1, 1))), found_words(Sequence(Place(1, 1)))
        ("'7' in quotes", 'a list')
    """
    match node:
        case Scalar(quoted=True):
            return f"{shown(node.text)} in quotes"
        case Scalar():
            return "nothing" if is_nothing(node) else shown(node.text)
        case Sequence():
            return "a list"
        case _:
            return "fields"


# --- single values --------------------------------------------------------------------------------


def value_at(spot: Spot, expected: str) -> Scalar | None:
    """Return the node if it is a value at all; else tell."""
    if isinstance(spot.node, Scalar) and not is_nothing(spot.node):
        return spot.node
    spot.wrong(expected)
    return None


def read_text(spot: Spot, _: object) -> object:
    """Read a text: an unquoted number is none."""
    if isinstance(spot.node, Scalar) and is_text(spot.node):
        code = CONTROL.search(spot.node.text)
        if code is None:
            return spot.node.text
        return spot.wrong(f"text without control codes is expected (U+{ord(code[0]):04X})")
    quotes = isinstance(spot.node, Scalar) and not is_nothing(spot.node)
    return spot.wrong("text is expected; put it in quotes" if quotes else "text is expected")


def read_written(spot: Spot, _: object) -> object:
    """Read an id or a code: its text as written, even if it looks like a number."""
    found = value_at(spot, "an id such as S01 is expected")
    return LOST if found is None else found.text


def read_boolean(spot: Spot, _: object) -> object:
    """Read true or false; yes and no are words."""
    found = boolean(spot.node) if isinstance(spot.node, Scalar) else None
    return _refuse_quotes(spot, "true or false is expected") if found is None else found


def read_whole(spot: Spot, _: object) -> object:
    """Read a whole number."""
    found = whole_number(spot.node) if isinstance(spot.node, Scalar) else None
    expected = "a whole number such as 20 is expected"
    return _refuse_quotes(spot, expected) if found is None else found


def read_number(spot: Spot, _: object) -> object:
    """Read a number, whole or not."""
    node = spot.node
    found = number(node) if isinstance(node, Scalar) else None
    endless = isinstance(node, Scalar) and not node.quoted and looks_numeric(node.text)
    expected = f"a{' finite' if endless else ''} number such as 49.1 is expected"
    return _refuse_quotes(spot, expected) if found is None else found


def _refuse_quotes(spot: Spot, expected: str) -> Lost:
    """Tell what is expected; of quotes only where there are some."""
    quoted = isinstance(spot.node, Scalar) and spot.node.quoted
    return spot.wrong(f"{expected} (without quotes)" if quoted else expected)


def read_approximate(spot: Spot, _: object) -> object:
    """Read an approximate date as people write it."""
    found = value_at(spot, "a date is expected such as 2024-03-07 or March 2024")
    if found is None:
        return LOST
    try:
        return ApproximateDate.parse(found.text)
    except ApproximateDateError as error:
        return spot.wrong(error.expected)


def read_day(spot: Spot, _: object) -> object:
    """Read an exact day, written as in 2024-03-07."""
    found = value_at(spot, DAY_EXPECTED)
    if found is None:
        return LOST
    try:
        parsed = ApproximateDate.parse(found.text)
    except ApproximateDateError as error:
        is_no_day = "there is no such day" in error.expected
        return spot.wrong(error.expected if is_no_day else DAY_EXPECTED)
    if parsed.iso() == found.text and parsed.is_day:
        return parsed.first
    hint = f"; write {parsed.iso()}" if parsed.is_day else ""
    return spot.wrong(DAY_EXPECTED + hint)


@cache
def enum_reader(kind: type[Enum]) -> Reader:
    """Return the reader of one of these words."""
    values = [str(each.value) for each in kind]
    expected = f"one of {', '.join(values)} is expected"

    def read(spot: Spot, _: object) -> object:
        found = value_at(spot, expected)
        if found is None:
            return LOST
        if found.text in values:
            return kind(found.text)
        return spot.wrong(f"{expected}.{meant_word(found.text, values)}")

    return read
