"""Where the fields of one object stand in a text, and small changes to that text.

Works on YAML, and on JSON as far as it is YAML. Positions are characters of the text.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any

import yaml
from attrs import frozen

from send_framework.formats.problems import Place

_LINE_END = re.compile(r"\r\n|\n|\r")
_BLOCK_STYLES = ("|", ">")


@frozen
class Edit:
    """Text to put in place of what stands between two positions."""

    begin: int
    end: int
    text: str


@frozen(kw_only=True)
class FieldText:
    """One field of an object as it stands in a text.

    Attributes:
        name: Its name.
        begin: Where its value begins.
        end: Where its value ends.
        single: Whether the value is a single one, on its own line.
        quoted: Whether its name stands in double quotes, as in JSON.
    """

    name: str
    begin: int
    end: int
    single: bool
    quoted: bool


@frozen(kw_only=True)
class ObjectText:
    """An object as it stands in a text.

    Attributes:
        inline: Whether it stands in braces.
        indent: The column of its fields, from 0, if it does not.
        fields: Its fields, in order.
    """

    inline: bool
    indent: int
    fields: tuple[FieldText, ...]

    def field(self, name: str) -> FieldText | None:
        """Return the field of this name, or ``None``."""
        return next((each for each in self.fields if each.name == name), None)


class Lines:
    """The positions of a text's lines."""

    def __init__(self, text: str) -> None:
        """Find them."""
        self._length = len(text)
        self._begins = [0, *(found.end() for found in _LINE_END.finditer(text))]

    def position(self, mark: Any) -> int:
        """Return the position of a mark, which counts lines and columns from 0."""
        line, column = int(mark.line), int(mark.column)
        return self._begins[line] + column if line < len(self._begins) else self._length


def line_end(text: str, position: int) -> tuple[int, str]:
    r"""Return where the line of a position ends, and the line end that the text uses.

    Example:
        >>> line_end("a: 1 # one", 4)
        (10, '\n')
    """
    found = _LINE_END.search(text, position)
    used = found or _LINE_END.search(text)
    return (found.start() if found else len(text)), (used[0] if used else "\n")


def edited(text: str, edits: Sequence[Edit]) -> str:
    """Return a text with all edits made; those of one position keep their order.

    Example:
        >>> edited("a c", [Edit(2, 2, "b "), Edit(0, 1, "A")])
        'A b c'
    """
    for edit in sorted(edits, key=lambda each: each.begin)[::-1]:
        text = text[: edit.begin] + edit.text + text[edit.end :]
    return text


def object_at(text: str, place: Place) -> ObjectText | None:
    """Return the object whose text begins at a place, or ``None`` if none does.

    Raises:
        yaml.YAMLError: The text is no YAML.
    """
    lines = Lines(text)
    events = yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    for event in events:
        if isinstance(event, yaml.MappingStartEvent) and _place(event) == place:
            fields = tuple(_fields(events, lines))
            return ObjectText(inline=bool(event.flow_style), indent=place.column - 1, fields=fields)
    return None


def _place(event: yaml.Event) -> Place | None:
    mark = event.start_mark
    return Place(mark.line + 1, mark.column + 1) if mark else None


def _fields(events: Iterator[yaml.Event], lines: Lines) -> Iterator[FieldText]:
    """Yield the fields of the object that has just begun, up to its end."""
    while not isinstance(key := next(events), yaml.MappingEndEvent):
        value = next(events)
        last = _skip(value, events)
        if isinstance(key, yaml.ScalarEvent):
            yield _field(key, value, last, lines)


def _skip(begun: yaml.Event, events: Iterator[yaml.Event]) -> yaml.Event:
    """Return the last event of a value, having passed all between."""
    depth, last = 0, begun
    while True:
        depth += isinstance(last, yaml.CollectionStartEvent)
        depth -= isinstance(last, yaml.CollectionEndEvent)
        if depth == 0:
            return last
        last = next(events)


def _field(key: yaml.ScalarEvent, value: yaml.Event, last: yaml.Event, lines: Lines) -> FieldText:
    single = isinstance(value, (yaml.ScalarEvent, yaml.AliasEvent))
    return FieldText(
        name=key.value,
        begin=lines.position(value.start_mark),
        end=lines.position(last.end_mark),
        single=single and getattr(value, "style", None) not in _BLOCK_STYLES,
        quoted=key.style == '"',
    )
