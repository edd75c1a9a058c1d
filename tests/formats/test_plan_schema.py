"""The JSON Schema that editors use agrees with the reader."""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from hypothesis import given

from send_framework import Plan
from send_framework.errors import DocumentError
from send_framework.formats.documents import plan_schema, plan_to_json, read_plan
from send_framework.formats.skeleton import skeleton_plan
from tests.strategies import plans

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "plan-file.md"


@cache
def witness() -> "Draft202012Validator":
    """Return what judges documents by the schema; first it judges the schema itself."""
    from jsonschema import Draft202012Validator

    Draft202012Validator.check_schema(plan_schema())
    checker = Draft202012Validator.FORMAT_CHECKER
    return Draft202012Validator(plan_schema(), format_checker=checker)


def complaints(data: dict[str, Any] | list[Any]) -> list[str]:
    """Return what the witness says against a document."""
    return [error.message for error in witness().iter_errors(data)]


class _WithoutDates(yaml.SafeLoader):
    """Reads dates as text, as editors that follow YAML 1.2 do."""


_WithoutDates.yaml_implicit_resolvers = {
    first: [(tag, shape) for tag, shape in resolvers if not tag.endswith(":timestamp")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def as_editors_read(text: str) -> dict[str, Any] | list[Any]:
    """Return a YAML text as plain data."""
    read: dict[str, Any] | list[Any] = yaml.load(text, Loader=_WithoutDates)  # noqa: S506 - a safe loader of our own
    return read


@pytest.mark.oracle
@given(plans())
def test_the_schema_accepts_every_plan(plan: Plan) -> None:
    """Whatever the writer writes, the schema accepts."""
    assert complaints(json.loads(plan_to_json(plan))) == []


@pytest.mark.oracle
def test_the_schema_accepts_the_sample_and_the_skeleton() -> None:
    """What people begin with has no red line under it."""
    sample = PAGE.read_text(encoding="utf-8").split("```yaml\n")[1].split("```")[0]
    for text in (sample, skeleton_plan()):
        assert complaints(as_editors_read(text)) == []
        read_plan(text)


@pytest.mark.oracle
def test_empty_values_are_accepted_where_the_reader_accepts_them() -> None:
    """A field that is just being typed is not wrong yet."""
    text = (
        "version: 1\ntitle: A\nkind:\nstart:\nsources:\npartnership:\nactions:\n"
        "  - {id: A, title: A, due: , after: , status: , duration: , lead: }\n"
    )
    assert complaints(as_editors_read(text)) == []
    read_plan(text)


ACTION = "version: 1\ntitle: A\nactions: [{id: A, title: A, %s}]"


@pytest.mark.oracle
@pytest.mark.parametrize(
    "text",
    [
        "title: A",
        "version: 2\ntitle: A",
        "version: 1",
        "version: 1\ntitle: 5",
        "version: 1\ntitle: ' '",
        "version: 1\ntitel: A\ntitle: A",
        "version: 1\ntitle: A\nkind: plan",
        "version: 1\ntitle: A\nstart: 7 March 2024",
        "version: 1\ntitle: A\nstart: 2024-02-30",
        "version: 1\ntitle: A\nactions: {}",
        "version: 1\ntitle: A\nactions: [{id: A}]",
        "version: 1\ntitle: A\nmeasures: [{id: M, title: A, unit: '%', targets: [{value: '5'}]}]",
        ACTION % "id: a b",
        ACTION % "duration: -1",
        ACTION % "duration: '5'",
        ACTION % "duration: 1.5",
        ACTION % "percent_complete: 101",
        ACTION % "accountable: [a b]",
        ACTION % "after: [{lag: 5}]",
        ACTION % "after: [{id: A, type: XX}]",
        ACTION % "status: done",
        ACTION % "success_measures: [5]",
        ACTION % "fixed: true",
        ACTION % "due: [2024]",
        "version: 1\ntitle: A\nmilestones: [{id: M, title: A, fixed: 'true'}]",
        "- a list",
    ],
)
def test_what_the_schema_refuses_the_reader_refuses(text: str) -> None:
    """Planted problems are seen by both."""
    assert complaints(as_editors_read(text)) != []
    with pytest.raises(DocumentError):
        read_plan(text)


def test_every_field_and_every_class_is_described() -> None:
    """An editor can show what each field means, in the words of the class."""
    schema = plan_schema()
    described = dict(_descriptions(schema))
    assert [name for name, text in described.items() if not text.strip() or "`" in text] == []
    assert described["Plan.data_date"].startswith("What is known at the close of this day")
    assert described["Action.sources"] == "Where it can be checked."
    assert schema["$id"] == "urn:send-framework:plan:1"


def _descriptions(schema: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for name, each in {"Plan": schema, **schema["$defs"]}.items():
        described = each["anyOf"][-1] if "anyOf" in each else each
        yield name, described["description"]
        for field, inner in described.get("properties", {}).items():
            yield f"{name}.{field}", inner["description"]


def test_defaults_are_told() -> None:
    """An editor can show what holds when a field is left out."""
    link = plan_schema()["$defs"]["Dependency"]["anyOf"][-1]["properties"]
    assert link["type"]["default"] == "FS"
    assert link["lag"]["default"] == 0
    assert "default" not in link["note"]
