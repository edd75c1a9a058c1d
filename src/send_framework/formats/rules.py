"""What the model's classes say of the values read: each rule that is broken, at its place.

An attrs class stops at its first broken rule. Here every field's own rule is asked first; then,
if all fields are right alone, what they break together.
"""

from datetime import date
from enum import Enum
from typing import Any, cast

import attrs
from attrs import NOTHING

from send_framework.errors import ModelError, shown
from send_framework.formats.nodes import Path, find
from send_framework.formats.readers import Spot

_LONGEST_LIST = 80


def made(cls: type[Any], values: dict[str, Any], spot: Spot) -> Any:
    """Return the object; where it breaks its rules, tell all it breaks and return what there is."""
    try:
        return cls(**values)
    except ModelError as error:
        partial = partial_object(cls, values)
        if not tell_wrong_fields(cls, values, spot):
            _tell_across(cls, values, error, spot)
        return partial


def tell_wrong_fields(cls: type[Any], values: dict[str, Any], spot: Spot) -> bool:
    """Ask every field's own rule; tell all that are broken and return whether any was."""
    partial = partial_object(cls, values)
    attributes = attrs.fields_dict(cls)
    before = len(spot.reading.problems)
    for name, value in values.items():
        attribute = attributes[name]
        try:
            if attribute.validator is not None:
                attribute.validator(partial, attribute, value)
        except ModelError as error:
            tell_error(error, spot)
    return len(spot.reading.problems) > before


def _tell_across(cls: type[Any], values: dict[str, Any], error: ModelError, spot: Spot) -> None:
    """Tell what fields break together: without the field complained of, the next may speak."""
    left = dict(values)
    needed = [each.name for each in attrs.fields(cls) if each.default is NOTHING]
    told: ModelError | None = error
    while told is not None:
        tell_error(told, spot)
        if left.pop(told.field, None) is None or told.field in needed:
            return
        told = _first_error(cls, left)
        if told is not None and told.field not in left:
            return  # it misses what was taken away, or what nobody gave beside it


def _first_error(cls: type[Any], values: dict[str, Any]) -> ModelError | None:
    try:
        cls(**values)
    except ModelError as error:
        return error
    return None


def tell_error(error: ModelError, spot: Spot, within: Path = ()) -> None:
    """Tell what a class of the model says, at the place of the field it speaks of.

    Args:
        error: What it says.
        spot: Where its object stands.
        within: The way from there to the field, if it is not the object's own.
    """
    path = (*spot.path, *(within or (error.field,)))
    place = find(spot.reading.root, path)
    sentence = f"found {_value_words(error.value)}, but {error.expected}"
    spot.reading.problems.add(place, path, sentence)


def _value_words(value: object) -> str:
    """Return a value of the model as a message names it."""
    match value:
        case None | ():
            return "nothing"
        case Enum():
            return shown(value.value)
        case date():
            return shown(value.isoformat())
        case tuple():
            return _list_words(cast("tuple[object, ...]", value))
        case _:
            return shown(value)


def _list_words(values: tuple[object, ...]) -> str:
    """Return a list as a plan file writes it, cut where it is long.

    Example:
        >>> _list_words(("A", "A")), _list_words(((1, 0.5), (0.5, 1)))
        ('[A, A]', '[[1, 0.5], [0.5, 1]]')
    """
    written = ", ".join(
        _list_words(cast("tuple[object, ...]", each)) if isinstance(each, tuple) else str(each)
        for each in values
    )
    return f"[{written[:_LONGEST_LIST]}...]" if len(written) > _LONGEST_LIST else f"[{written}]"


def partial_object(cls: type[Any], values: dict[str, Any]) -> Any:
    """Return an object with what could be read and defaults for the rest, unvalidated.

    It never leaves this package: it keeps the references to it from being called unknown.
    """
    partial: Any = object.__new__(cls)
    for each in attrs.fields(cls):
        default = None if each.default is NOTHING else each.default
        object.__setattr__(partial, each.name, values.get(each.name, default))
    return partial
