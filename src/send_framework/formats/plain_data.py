"""A plan as plain data: dictionaries, lists, texts, numbers and days, as the plan file has them.

What says nothing (a default, an empty list) is left out, fields stand in the order of their
class, short forms are used, and facts cite their sources by key.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from enum import Enum
from typing import Any, TypeAlias, cast

import attrs
from cattrs import BaseConverter

from send_framework.dates import ApproximateDate
from send_framework.errors import DocumentError, shown
from send_framework.formats.scalars import CONTROL
from send_framework.formats.structuring import fields_of
from send_framework.model.action import Dependency
from send_framework.model.plan import Plan
from send_framework.model.source import Claim, Fact, Source

Plain: TypeAlias = "str | int | float | date | list[Plain] | dict[str, Plain]"


def plan_data(plan: Plan) -> dict[str, Plain]:
    """Return what the plan's file holds, its version first.

    Sources that facts cite but the register does not list are added to the register.

    Raises:
        DocumentError: Two different sources have one key, so facts could not tell them apart.

    Example:
        >>> from send_framework import Action
        >>> plan_data(Plan(title="A plan", actions=[Action(id="S02", title="Do it", after="S01"),
        ...                                         Action(id="S01", title="Begin")]))["actions"]
        [{'id': 'S02', 'title': 'Do it', 'after': 'S01'}, {'id': 'S01', 'title': 'Begin'}]
    """
    data: dict[str, Plain] = _CONVERTER.unstructure(attrs.evolve(plan, register=every_source(plan)))
    return {"version": 1, **data}


# --- sources --------------------------------------------------------------------------------------


def every_source(plan: Plan) -> tuple[Source, ...]:
    """Return the register, then every source that is cited but not listed, in order."""
    found: dict[str, Source] = {}
    for source in (*plan.register, *_cited(plan)):
        if found.setdefault(source.key, source) != source:
            sentence = f"two different sources have the key {shown(source.key)}; rename one"
            raise DocumentError((f"Plan {shown(plan.title, limit=60)}: {sentence}",))
    return tuple(found.values())


def _cited(thing: Any) -> Iterator[Source]:
    """Yield the sources of a fact and of all that is in it."""
    if isinstance(thing, tuple):
        for each in cast("Iterable[Any]", thing):
            yield from _cited(each)
    elif isinstance(thing, (Fact, Claim)):
        yield from thing.sources
        for field in attrs.fields(type(thing)):
            if field.name != "sources":
                yield from _cited(getattr(thing, field.name))


# --- the classes ----------------------------------------------------------------------------------


def _object_writer(cls: type) -> Callable[[object], Plain]:
    fields = [(name, each.attribute.default) for name, each in fields_of(cls).items()]

    def write(thing: object) -> Plain:
        data: dict[str, Plain] = {
            name: _source_keys(value) if name == "sources" else _CONVERTER.unstructure(value)
            for name, default in fields
            if (value := getattr(thing, name)) != default
        }
        return data["id"] if cls is Dependency and len(data) == 1 else data

    return write


def _source_keys(sources: tuple[Source, ...]) -> Plain:
    return _write_tuple(tuple(each.key for each in sources))


def _write_tuple(members: tuple[object, ...]) -> Plain:
    """Return a list, or the member itself where a single value may stand for a list of one."""
    written: list[Plain] = [_CONVERTER.unstructure(each) for each in members]
    alone = len(members) == 1 and not isinstance(written[0], dict)
    return written[0] if alone else written


def _write_text(text: str) -> str:
    code = CONTROL.search(text)
    if code:
        sentence = f"the control code U+{ord(code[0]):04X} cannot be written; remove it"
        raise DocumentError((f"the text {shown(text)}: {sentence}",))
    return text


def _write_approximate(value: ApproximateDate) -> Plain:
    return value.first if value.first and value.is_day else value.iso()


def _write_enum(value: Enum) -> str:
    return str(value.value)


def is_enum(kind: object) -> bool:
    """Return whether a type is an enumeration."""
    return isinstance(kind, type) and issubclass(kind, Enum)


def _converter() -> BaseConverter:
    made = BaseConverter()
    made.register_unstructure_hook_factory(attrs.has, _object_writer)
    made.register_unstructure_hook_func(is_enum, _write_enum)
    made.register_unstructure_hook(tuple, _write_tuple)
    made.register_unstructure_hook(str, _write_text)
    made.register_unstructure_hook(ApproximateDate, _write_approximate)
    return made


_CONVERTER = _converter()
