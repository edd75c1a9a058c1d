"""What every class of the model asks of its fields: validators and converters for attrs.

Each validator raises a [`ModelError`][] that names the object, the field, the value and what
would be right. A loader may call them one by one to report every problem of an object at once.
"""

import math
import re
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, TypeAlias, cast

from attrs import Attribute

from send_framework.errors import ModelError

Validator: TypeAlias = Callable[[Any, "Attribute[Any]", Any], None]

ID_PATTERN = r"[A-Za-z0-9][A-Za-z0-9._()/-]{0,39}"
_ID = re.compile(ID_PATTERN)
_ID_EXPECTED = (
    "an id of 1 to 40 letters, digits or . _ - / ( ) is expected, such as S01, 1.2 or PA1(a)"
)
# Control characters, among them U+0085, do not survive a round trip through files and terminals.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")


def owner(instance: Any) -> str:
    """Return how an error names an object: its class and its id, key, name or title.

    Example:
        >>> from send_framework import Agency, AgencyKind
        >>> owner(Agency(id="SCC", name="Suffolk", kind=AgencyKind.LOCAL_AUTHORITY))
        'Agency SCC'
    """
    for name in ("id", "key", "name", "title"):
        value = getattr(instance, name, None)
        if isinstance(value, str) and value:
            return f"{type(instance).__name__} {value[:60]}"
    return type(instance).__name__


def refuse(instance: Any, field: str, value: object, expected: str) -> ModelError:
    """Return the error for a field of this object."""
    return ModelError(owner(instance), field, value, expected)


def is_left_out(attribute: "Attribute[Any]", value: object) -> bool:
    """Return whether a value is ``None`` in a field that may be left out and then holds it."""
    return value is None and attribute.default is None


def identifier(instance: Any, attribute: "Attribute[Any]", value: object) -> None:
    """Ask for an id as printed in published plans; none where that is the default."""
    if is_left_out(attribute, value):
        return
    if not isinstance(value, str) or not _ID.fullmatch(value):
        raise refuse(instance, attribute.name, value, _ID_EXPECTED)


def several(instance: Any, attribute: "Attribute[Any]", value: object) -> tuple[object, ...]:
    """Ask for a tuple, which every list and other iterable has become, and return it."""
    if not isinstance(value, tuple):
        raise refuse(instance, attribute.name, value, "a list is expected")
    return cast("tuple[object, ...]", value)


def identifiers(instance: Any, attribute: "Attribute[Any]", value: object) -> None:
    """Ask for ids, none of them twice."""
    ids = several(instance, attribute, value)
    for each in ids:
        identifier(instance, attribute, each)
    if len(set(ids)) != len(ids):
        raise refuse(instance, attribute.name, value, "each id may stand in it once")


def any_text(instance: Any, attribute: "Attribute[Any]", value: object) -> None:
    """Ask for text without control characters; line breaks are allowed."""
    if not isinstance(value, str):
        raise refuse(instance, attribute.name, value, "text is expected")
    found = _CONTROL.search(value)
    if found:
        code = f"U+{ord(found[0]):04X}"
        raise refuse(instance, attribute.name, value, f"text without control codes ({code})")


def some_text(instance: Any, attribute: "Attribute[Any]", value: object) -> None:
    """Ask for text that says something."""
    any_text(instance, attribute, value)
    if not str(value).strip():
        raise refuse(instance, attribute.name, value, "some text is expected")


def texts(instance: Any, attribute: "Attribute[Any]", value: object) -> None:
    """Ask for texts that say something."""
    for each in several(instance, attribute, value):
        some_text(instance, attribute, each)


def whole(least: int, most: int = 1_000_000_000_000) -> Validator:
    """Return a validator for a whole number in this range; none where that is the default."""

    def check(instance: Any, attribute: "Attribute[Any]", value: object) -> None:
        if is_left_out(attribute, value):
            return
        if type(value) is not int or not least <= value <= most:
            expected = f"a whole number from {least:,} to {most:,} is expected"
            raise refuse(instance, attribute.name, value, expected)

    return check


def a_number(instance: Any, attribute: "Attribute[Any]", value: object) -> None:
    """Ask for a finite number."""
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not math.isfinite(value):
        raise refuse(instance, attribute.name, value, "a finite number is expected")


def maybe_number(instance: Any, attribute: "Attribute[Any]", value: object) -> None:
    """Ask for a finite number; none where that is the default."""
    if not is_left_out(attribute, value):
        a_number(instance, attribute, value)


def numbers(instance: Any, attribute: "Attribute[Any]", value: object) -> None:
    """Ask for finite numbers."""
    for each in several(instance, attribute, value):
        a_number(instance, attribute, each)


def a_probability(instance: Any, attribute: "Attribute[Any]", value: object) -> None:
    """Ask for a number from 0 to 1."""
    a_number(instance, attribute, value)
    if not 0 <= cast("float", value) <= 1:
        raise refuse(instance, attribute.name, value, "a probability from 0 to 1 is expected")


def plain_day(instance: Any, attribute: "Attribute[Any]", value: object) -> None:
    """Ask for a ``datetime.date`` (a ``datetime`` is none); none where that is the default."""
    if not is_left_out(attribute, value) and type(value) is not date:
        expected = "a day such as 2024-03-07 is expected (datetime.date, without a time)"
        raise refuse(instance, attribute.name, value, expected)


def of_type(kind: type) -> Validator:
    """Return a validator for an instance of this class; none where that is the default."""

    def check(instance: Any, attribute: "Attribute[Any]", value: object) -> None:
        if not is_left_out(attribute, value) and not isinstance(value, kind):
            raise refuse(instance, attribute.name, value, f"a {kind.__name__} is expected")

    return check


def each_of_type(kind: type | tuple[type, ...]) -> Validator:
    """Return a validator for a tuple whose members are all instances of this class, or of one."""
    names = " or ".join(each.__name__ for each in (kind if isinstance(kind, tuple) else (kind,)))

    def check(instance: Any, attribute: "Attribute[Any]", value: object) -> None:
        for each in several(instance, attribute, value):
            if not isinstance(each, kind):
                raise refuse(instance, attribute.name, each, f"a {names} is expected")

    return check


def in_order(instance: Any, first: str, last: str) -> None:
    """Ask that the field `first` is not after the field `last`, where both are days."""
    begin, end = getattr(instance, first), getattr(instance, last)
    if begin is not None and end is not None and begin > end:
        raise refuse(instance, last, end, f"it must not be before {first} ({begin})")


def id_tuple(values: str | Iterable[str]) -> tuple[str, ...]:
    """Turn one id or several into a tuple.

    Example:
        >>> id_tuple("SCC"), id_tuple(["SCC", "SNEE"])
        (('SCC',), ('SCC', 'SNEE'))
    """
    return (values,) if isinstance(values, str) else many(values)


def many(
    values: Iterable[Any], each: Callable[[Any], Any] = lambda value: value
) -> tuple[Any, ...]:
    """Turn any iterable into a tuple; what is none stays for a validator to refuse.

    A field that says ``converter=tuple`` leaves type checkers with that class's own type
    variable, so that they refuse every list.

    Example:
        >>> many(["SCC", "SNEE"])
        ('SCC', 'SNEE')
    """
    return tuple(map(each, values)) if isinstance(values, Iterable) else values


def shown_list(known: list[str], limit: int = 8) -> str:
    """Return the first few known ids as a sentence, or an empty text when there are none.

    Example:
        >>> shown_list(["SCC", "SNEE"])
        ' Known: SCC, SNEE.'
    """
    more = f" and {len(known) - limit} more" if len(known) > limit else ""
    return f" Known: {', '.join(known[:limit])}{more}." if known else ""
