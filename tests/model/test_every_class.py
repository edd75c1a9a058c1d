"""What every class of the model promises: frozen, keyword-only, validated, hashable, exact."""

import importlib
import pickle
import pkgutil
from datetime import datetime
from typing import Any, get_type_hints

import attrs
import pytest

from send_framework import model
from send_framework.errors import ModelError
from tests.model.examples import EXAMPLES

CLASSES = list(EXAMPLES)
FIELDS = [(each, name) for each in CLASSES for name in attrs.fields_dict(each)]
REQUIRED = [
    (each, name) for each, name in FIELDS if attrs.fields_dict(each)[name].default is attrs.NOTHING
]
NOT_NONE = [
    (each, name) for each, name in FIELDS if attrs.fields_dict(each)[name].default is not None
]


def test_every_class_has_an_example() -> None:
    """A new class of the model has to be shown here too."""
    found: set[type[Any]] = set()
    for module in pkgutil.iter_modules(model.__path__, "send_framework.model."):
        members = vars(importlib.import_module(module.name)).values()
        found |= {
            each
            for each in members
            if isinstance(each, type) and attrs.has(each) and each.__module__ == module.name
        }
    assert found == set(EXAMPLES)


@pytest.mark.parametrize("cls", CLASSES)
def test_an_object_is_a_value(cls: type[Any]) -> None:
    """Two with the same parts are equal, hash alike, and come back from another process."""
    one, other = cls(**EXAMPLES[cls]), cls(**EXAMPLES[cls])
    assert one == other
    assert hash(one) == hash(other)
    assert pickle.loads(pickle.dumps(one)) == one  # noqa: S301 - our own bytes


@pytest.mark.parametrize("cls", CLASSES)
def test_an_object_never_changes(cls: type[Any]) -> None:
    """Facts are replaced, never edited behind somebody's back; misspelt fields do not stick."""
    one = cls(**EXAMPLES[cls])
    for name in attrs.fields_dict(cls):
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            setattr(one, name, None)
    with pytest.raises((AttributeError, attrs.exceptions.FrozenInstanceError)):
        one.no_such_field = 1


@pytest.mark.parametrize("cls", CLASSES)
def test_fields_are_given_by_name(cls: type[Any]) -> None:
    """A plan row has eight fields of three types: their order means nothing."""
    assert all(each.kw_only for each in attrs.fields(cls))


@pytest.mark.parametrize("cls", CLASSES)
def test_type_hints_work_at_run_time(cls: type[Any]) -> None:
    """Readers of files and editors ask for them."""
    assert set(attrs.fields_dict(cls)) <= set(get_type_hints(cls))


@pytest.mark.parametrize(("cls", "name"), REQUIRED)
def test_a_needed_field_cannot_be_left_out(cls: type[Any], name: str) -> None:
    """Python names the field."""
    fields = {key: value for key, value in EXAMPLES[cls].items() if key != name}
    with pytest.raises(TypeError, match=name):
        cls(**fields)


@pytest.mark.parametrize(("cls", "name"), NOT_NONE)
def test_nothing_is_no_value_where_one_is_needed(cls: type[Any], name: str) -> None:
    """``None`` stands only where a field may be unknown; the message names object and field."""
    with pytest.raises(ModelError) as caught:
        cls(**EXAMPLES[cls] | {name: None})
    assert caught.value.field == name
    assert caught.value.owner.startswith(cls.__name__)


@pytest.mark.parametrize(("cls", "name"), FIELDS)
@pytest.mark.parametrize("value", [object(), datetime(2024, 3, 7), [object()], "\x85", -1.5])  # noqa: DTZ001 - a time without a zone is the case
def test_a_value_of_a_wrong_kind_is_refused_with_a_sentence(
    cls: type[Any], name: str, value: object
) -> None:
    """Whatever stands in a field, the answer is a model error about it, or a value it allows."""
    try:
        made = cls(**EXAMPLES[cls] | {name: value})
    except ModelError as error:
        sentence = str(error)
        assert "expected" in sentence or "but" in sentence
    else:
        assert getattr(made, name) == value
        assert isinstance(value, float)
        assert name in {"value", "low"}
