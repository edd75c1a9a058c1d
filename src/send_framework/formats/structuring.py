"""Nodes into the model's classes, with every problem and its place.

cattrs finds the reader of each field's type; the readers are ours, because what comes with it
stops at the first problem of an object, turns ``title: 5`` into a text and ``after: S02`` into
``("S", "0", "2")``. An object with a wrong field is kept as far as it could be read, so that what
refers to it is not called wrong too.
"""

from collections.abc import Iterator
from datetime import date
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, cast, get_args, get_origin, get_type_hints

import attrs
from attrs import NOTHING, define
from cattrs import BaseConverter

from send_framework.dates import ApproximateDate
from send_framework.errors import did_you_mean, shown
from send_framework.formats.habits import meant_field
from send_framework.formats.nodes import Mapping, Node, Scalar, Sequence
from send_framework.formats.problems import Place
from send_framework.formats.readers import (
    LOST,
    Reader,
    Spot,
    WrittenText,
    enum_reader,
    read_approximate,
    read_boolean,
    read_day,
    read_number,
    read_text,
    read_whole,
    read_written,
    value_at,
)
from send_framework.formats.rules import made, partial_object, tell_wrong_fields
from send_framework.formats.scalars import is_nothing
from send_framework.model.action import Dependency
from send_framework.model.source import Source
from send_framework.model.validation import identifier, identifiers, shown_list


class Kept(tuple[Any, ...]):  # noqa: SLOT001 - a tuple's own slots cannot hold more
    """The members of a list that could be read; `positions` says where each stood."""

    positions: tuple[int, ...]


# --- lists ----------------------------------------------------------------------------------------


def _list_reader(kind: Any) -> Reader:
    member = get_args(kind)[0]
    read_member = CONVERTER.get_structure_hook(member)
    # A single value may stand for a list of one; so may a link, because `after: S01` is natural.
    single = not attrs.has(member) or member is Dependency

    def read(spot: Spot, _: object) -> object:
        if not isinstance(spot.node, Sequence):
            if not single:
                return spot.wrong("a list is expected; begin each member with '- '")
            found = read_member(spot.below(0, spot.node), member)
            return LOST if found is LOST else (found,)
        spots = [spot.below(number, each) for number, each in enumerate(spot.node.items)]
        return _kept([read_member(each, member) for each in spots])

    return read


def _kept(values: list[Any]) -> tuple[Any, ...]:
    """Return the members that could be read, with their old positions if some were lost."""
    positions = tuple(number for number, each in enumerate(values) if each is not LOST)
    if len(positions) == len(values):
        return tuple(values)
    kept = Kept(each for each in values if each is not LOST)
    kept.positions = positions
    return kept


def _read_cited(spot: Spot, _: object) -> object:
    """Read the keys of sources; the register says what each stands for."""
    nodes = spot.node.items if isinstance(spot.node, Sequence) else [spot.node]
    return _kept([_cited(spot.below(number, each)) for number, each in enumerate(nodes)])


def _cited(spot: Spot) -> object:
    expected = "the key of a source is expected (sources are described once, under register)"
    found = value_at(spot, expected)
    if found is None:
        return LOST
    register = spot.reading.register
    if found.text in register:
        return register[found.text]
    hint = did_you_mean(found.text, list(register)) or shown_list(list(register))
    return spot.wrong(f"no source in the register has that key.{hint}")


def _register_reader(kind: Any) -> Reader:
    read_list = _list_reader(kind)

    def read(spot: Spot, kind: object) -> object:
        found = read_list(spot, kind)
        sources: tuple[Source, ...] = () if found is LOST else cast("tuple[Source, ...]", found)
        for each in sources:
            spot.reading.register.setdefault(each.key, each)
        return found

    return read


# --- objects --------------------------------------------------------------------------------------


@define(eq=False)
class FieldReading:
    """How one field of a class is read."""

    attribute: Any
    type: Any
    read: Reader
    required: bool


def is_reference(attribute: Any, hint: Any) -> bool:
    """Return whether a field holds ids or codes: those are taken as they are written.

    All fields of text that may be ``None`` refer to something.
    """
    if attribute.validator in (identifier, identifiers):
        return True
    named = attribute.name in ("id", "framework", "value")
    return {str, NoneType} <= set(get_args(hint)) or (named and hint is str)


def written(hint: Any) -> Any:
    """Return the type of a field of references: its texts as written."""
    return tuple[WrittenText, ...] if get_origin(hint) is tuple else WrittenText


@cache
def fields_of(cls: type) -> dict[str, FieldReading]:
    """Return how each field of a class is read, in the order of the file.

    That is the class's own fields first; what every fact carries comes last.
    """
    hints = get_type_hints(cls)
    ordered = sorted(attrs.fields(cls), key=lambda each: bool(each.inherited))
    return {each.name: _field(each, hints[each.name]) for each in ordered}


def field_names(cls: type) -> list[str]:
    """Return the names of a class's fields, in the order of the file."""
    return list(fields_of(cls))


def _field(attribute: Any, hint: Any) -> FieldReading:
    kind = written(hint) if is_reference(attribute, hint) else hint
    if attribute.name == "sources":
        read: Reader = _read_cited
    elif attribute.name == "register":
        read = _register_reader(kind)
    else:
        read = CONVERTER.get_structure_hook(kind)
    return FieldReading(attribute, kind, read, required=attribute.default is NOTHING)


def _object_reader(cls: Any) -> Reader:
    def read(spot: Spot, _: object) -> object:
        node = spot.node
        if cls is Dependency and isinstance(node, Scalar):
            node = Mapping(node.place, {"id": node}, {"id": node.place})
        if not isinstance(node, Mapping):
            return spot.wrong(f"{_fields_words(cls)} are expected")
        before = len(spot.reading.problems)
        values = read_fields(cls, spot, node)
        if len(spot.reading.problems) == before:
            return made(cls, values, spot)
        tell_wrong_fields(cls, values, spot)
        # What has no id cannot be referred to; it would only confuse those who look for one.
        nameless = any(name in fields_of(cls) and name not in values for name in ("id", "key"))
        return LOST if nameless else partial_object(cls, values)

    return read


def _fields_words(cls: type) -> str:
    """Return "the fields of an Action, such as 'id: ...', 'title: ...'"."""
    names = [name for name, each in fields_of(cls).items() if each.required] or [*fields_of(cls)]
    article = "an" if cls.__name__[0] in "AEIOU" else "a"
    shapes = ", ".join(f"'{name}: ...'" for name in names[:4])
    return f"the fields of {article} {cls.__name__}, such as {shapes},"


def read_fields(cls: type, spot: Spot, node: Mapping, also: tuple[str, ...] = ()) -> dict[str, Any]:
    """Return the fields that could be read; tell of wrong, unknown and missing ones.

    Args:
        cls: The class.
        spot: Where it stands.
        node: Its fields as written.
        also: Names that somebody else reads.
    """
    fields = fields_of(cls)
    values: dict[str, Any] = {}
    for name, child in _register_first(node):
        if name in fields:
            value = _read_field(fields[name], spot.below(name, child))
            if value is not LOST:
                values[name] = value
        elif name not in also:
            _tell_unknown(cls, spot, name, node.keys[name], also)
    for name, field in fields.items():
        if field.required and name not in node.entries:
            spot.tell(f"{name} is missing; every {cls.__name__} needs it")
    return {name: value for name, value in values.items() if value is not NOTHING}


def _read_field(field: FieldReading, spot: Spot) -> Any:
    nothing = isinstance(spot.node, Scalar) and is_nothing(spot.node)
    if nothing and not field.required:
        return NOTHING
    return field.read(spot, field.type)


def _register_first(node: Mapping) -> Iterator[tuple[str, Node]]:
    """Yield the fields, the register before those that cite it."""
    if "register" in node.entries:
        yield "register", node.entries["register"]
    for name, child in node.entries.items():
        if name != "register":
            yield name, child


def _tell_unknown(cls: type, spot: Spot, name: str, place: Place, also: tuple[str, ...]) -> None:
    known = [*also, *fields_of(cls)]
    hint = meant_field(name, known) or shown_list(known, limit=40)
    spot.tell(f"{cls.__name__} has no field {shown(name)}.{hint}", place)


# --- the dispatch ---------------------------------------------------------------------------------


def _is_optional(kind: Any) -> bool:
    return get_origin(kind) in (Union, UnionType) and NoneType in get_args(kind)


def _optional_reader(kind: Any) -> Reader:
    """Read the type itself: an empty value never comes so far."""
    inner = next(each for each in get_args(kind) if each is not NoneType)
    read_inner = CONVERTER.get_structure_hook(inner)
    return lambda spot, _: read_inner(spot, inner)


def _read_enum(spot: Spot, kind: Any) -> object:
    return enum_reader(kind)(spot, kind)


def _is_list(kind: Any) -> bool:
    return get_origin(kind) is tuple


def _converter() -> BaseConverter:
    made = BaseConverter()
    made.register_structure_hook_factory(attrs.has, _object_reader)
    made.register_structure_hook_factory(_is_list, _list_reader)
    made.register_structure_hook_factory(_is_optional, _optional_reader)
    # By class, as cattrs does: before its 26 a class, here its own hook for Enum, beats a factory.
    made.register_structure_hook(Enum, _read_enum)
    single: dict[Any, Reader] = {
        str: read_text, WrittenText: read_written, bool: read_boolean, int: read_whole,
        float: read_number, date: read_day, ApproximateDate: read_approximate,
    }  # fmt: skip
    for kind, read in single.items():
        made.register_structure_hook(kind, read)
    return made


CONVERTER = _converter()
