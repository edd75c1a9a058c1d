"""The JSON Schema of the plan file, made from the classes, so that editors can complete it.

Loading does not use it: `load_plan` says more, and knows what a schema cannot (ids that refer to
nothing, days out of order). Whatever the schema refuses, `load_plan` refuses too.
"""

import inspect
import re
from collections.abc import Iterator
from datetime import date
from enum import Enum
from types import NoneType
from typing import Any, TypeAlias, get_args, get_origin

import attrs

from send_framework.dates import ApproximateDate
from send_framework.formats.plain_data import is_enum
from send_framework.formats.readers import WrittenText
from send_framework.formats.structuring import FieldReading, fields_of
from send_framework.model.action import Dependency
from send_framework.model.plan import Plan
from send_framework.model.source import Source
from send_framework.model.validation import ID_PATTERN, identifier, identifiers, some_text, texts

Schema: TypeAlias = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
SCHEMA_ID = "urn:send-framework:plan:1"
_SINGLE: dict[Any, Schema] = {
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    float: {"type": "number"},
    str: {"type": "string"},
    WrittenText: {"type": ["string", "number"]},
    date: {"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"},
    ApproximateDate: {
        "type": ["string", "integer"],
        "examples": ["2024-03-07", "March 2024", "spring 2024", "2024-Q3", "2024", "FY 2024/25",
                     "by 2024-05-22", "2024-04-10/2025-02-10", "ongoing", "unknown"],
    },
}  # fmt: skip
_WITH_WORDS: Schema = {"pattern": r"\S"}
_ID: Schema = {"pattern": f"^(?:{ID_PATTERN})$"}


def plan_schema() -> Schema:
    """Return the JSON Schema (draft 2020-12) of the plan file, as plain dictionaries and lists.

    Example:
        >>> schema = plan_schema()
        >>> schema["$id"], schema["required"]
        ('urn:send-framework:plan:1', ['version', 'title'])
        >>> schema["$defs"]["Action"]["properties"]["duration"]["description"]
        'Working days of its own calendar.'
    """
    plan = _object_schema(Plan)
    properties = {"version": {"const": 1, "description": "Version of this format."}}
    return {
        "$schema": DIALECT,
        "$id": SCHEMA_ID,
        **plan,
        "required": ["version", *plan["required"]],
        "properties": {**properties, **plan["properties"]},
        "$defs": {each.__name__: _definition(each) for each in _reachable(Plan)},
    }


def _reachable(start: type) -> list[type]:
    """Return the classes and enums that the fields of a class lead to, in order of appearance."""
    found: dict[type, None] = {}
    waiting = [start]
    while waiting:
        cls = waiting.pop(0)
        for kind in _kinds(cls):
            if kind not in found and kind is not start:
                found[kind] = None
                waiting.append(kind)
    return list(found)


def _kinds(cls: type) -> Iterator[type]:
    if not attrs.has(cls):
        return
    for name, each in fields_of(cls).items():
        kind = Source if name == "sources" else _inner(each.type)
        if attrs.has(kind) or is_enum(kind):
            yield kind


def _inner(kind: Any) -> Any:
    """Return the class inside of ``X | None`` and ``tuple[X, ...]``."""
    inside = [each for each in get_args(kind) if each not in (NoneType, Ellipsis)]
    return _inner(inside[0]) if inside else kind


def _definition(cls: Any) -> Schema:
    if issubclass(cls, Enum):
        return {"description": _first_sentence(cls), "enum": [each.value for each in cls]}
    described = _object_schema(cls)
    if cls is not Dependency:
        return described
    return {"anyOf": [{**_SINGLE[WrittenText], **_ID}, described]}


def _object_schema(cls: type) -> Schema:
    described = _descriptions(cls)
    fields = fields_of(cls)
    return {
        "title": cls.__name__,
        "description": _first_sentence(cls),
        "type": "object",
        "required": [name for name, each in fields.items() if each.required],
        "additionalProperties": False,
        "properties": {
            name: {**_field_schema(name, each), "description": described.get(name, "")}
            for name, each in fields.items()
        },
    }


def _field_schema(name: str, field: FieldReading) -> Schema:
    kind = tuple[WrittenText, ...] if name == "sources" else field.type
    schema = _of_kind(kind, _extra(field.attribute.validator))
    if field.required:
        return schema
    default = field.attribute.default
    value = default.value if isinstance(default, Enum) else default
    told = {"default": value} if isinstance(value, (str, int)) and value != "" else {}
    return {**_or_nothing(schema), **told}


def _extra(validator: Any) -> Schema:
    """Return what a field's validator asks beyond its type."""
    if validator in (identifier, identifiers):
        return _ID
    if validator in (some_text, texts):
        return _WITH_WORDS
    if not inspect.isfunction(validator):
        return {}
    limits = inspect.getclosurevars(validator).nonlocals
    return {"minimum": limits["least"], "maximum": limits["most"]} if "least" in limits else {}


def _of_kind(kind: Any, extra: Schema) -> Schema:
    if get_origin(kind) is tuple:
        return _list_of(get_args(kind)[0], extra)
    inner = _inner(kind)
    if inner in _SINGLE:
        return {**_SINGLE[inner], **extra}
    return {"$ref": f"#/$defs/{inner.__name__}"}


def _list_of(member: Any, extra: Schema) -> Schema:
    """Return a list, or the member alone where one may stand for a list of one."""
    one = _of_kind(member, extra)
    several = {"type": "array", "items": one}
    alone = member in _SINGLE or member is Dependency
    return {"anyOf": [one, several]} if alone else several


def _or_nothing(schema: Schema) -> Schema:
    """Return a schema that accepts an empty value as well, which counts as left out."""
    kinds = schema.get("type")
    if isinstance(kinds, str):
        return {**schema, "type": [kinds, "null"]}
    if kinds:
        return {**schema, "type": [*kinds, "null"]}
    rest = schema.get("anyOf", [schema])
    return {"anyOf": [*rest, {"type": "null"}]}


# --- descriptions, from the classes' own ----------------------------------------------------------


def _first_sentence(cls: type) -> str:
    return _plain(inspect.cleandoc(cls.__doc__ or "").split("\n\n")[0])


def _descriptions(cls: type) -> dict[str, str]:
    """Return what the ``Attributes`` sections of a class and of its bases say of each field."""
    found: dict[str, str] = {}
    for each in reversed(cls.__mro__):
        found |= dict(_attributes(inspect.cleandoc(each.__doc__ or "")))
    return found


def _attributes(doc: str) -> Iterator[tuple[str, str]]:
    section = re.search(r"^Attributes:\n((?:    .*\n?|\n)*)", doc, re.MULTILINE)
    entries = re.finditer(
        r"^    (\w+): (.*(?:\n {5,}.*)*)", section[1] if section else "", re.MULTILINE
    )
    for entry in entries:
        yield entry[1], _plain(entry[2])


def _plain(text: str) -> str:
    """Return a docstring's words without its marks."""
    return " ".join(text.replace("``", "").replace("`", "").split())
