"""What is written is read back: every plan, in YAML and in JSON."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given

from send_framework import Action, Agency, AgencyKind, Measure, Observation, Plan, Source
from send_framework.errors import DocumentError
from send_framework.formats.documents import load_plan, read_plan
from send_framework.formats.writing import dump_plan, plan_to_json, plan_to_yaml
from send_framework.working_days import WorkingCalendar
from tests.part_strategies import NASTY
from tests.strategies import plans

REPORT = Source(key="report", title="The report")


@given(plans())
def test_a_plan_survives_yaml(plan: Plan) -> None:
    """Writing a plan as YAML and reading it gives the same plan, and the same bytes again."""
    written = plan_to_yaml(plan)
    assert read_plan(written) == plan
    assert plan_to_yaml(read_plan(written)) == written


@given(plans())
def test_a_plan_survives_json(plan: Plan) -> None:
    """Writing a plan as JSON and reading it gives the same plan, and the same bytes again."""
    written = plan_to_json(plan)
    assert read_plan(written) == plan
    assert plan_to_json(read_plan(written)) == written


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize("text", [text for text in NASTY if text.strip()])
def test_texts_that_look_like_something_else_survive(text: str) -> None:
    """Words, numbers, dates, marks, spaces and line ends stay the text that they are."""
    plan = Plan(
        title=text, note=text, actions=[Action(id="A", title=text, success_measures=[text, text])]
    )
    assert read_plan(plan_to_yaml(plan)) == plan
    assert read_plan(plan_to_json(plan)) == plan


@pytest.mark.parametrize("text", [text for text in NASTY if text.strip()])
def test_other_readers_read_the_same_texts(text: str) -> None:
    """PyYAML's own reader, which knows YAML 1.1's traps, finds the same titles."""
    written = plan_to_yaml(Plan(title=text))
    assert yaml.safe_load(written)["title"] == text


@pytest.mark.parametrize("figure", [62, -0.0, 1e16, 1e-7, 1.5e300, 49.1, 10**300])
def test_figures_survive(figure: float) -> None:
    """Whole numbers stay whole, whatever their size; so do fractions."""
    plan = Plan(
        title="A",
        measures=[Measure(id="M", title="A", unit="%", observations=[Observation(value=figure)])],
    )
    for written in (plan_to_yaml(plan), plan_to_json(plan)):
        read = read_plan(written).measures[0].observations[0].value
        assert (read, type(read)) == (figure, type(figure))


def test_a_source_that_is_not_in_the_register_is_added_to_it() -> None:
    """The register comes first, then what is cited but not listed, in order of appearance."""
    other = Source(key="other", title="Another")
    plan = Plan(
        title="A", register=[other], actions=[Action(id="A", title="A", sources=[REPORT, other])]
    )
    read = read_plan(plan_to_yaml(plan))
    assert read.register == (other, REPORT)
    assert read.actions == plan.actions
    assert plan_to_yaml(read) == plan_to_yaml(plan)


def test_two_sources_of_one_key_cannot_be_written() -> None:
    """Facts cite keys, so two different sources may not share one."""
    twin = Source(key="report", title="Another report")
    plan = Plan(title="A", register=[REPORT], sources=[twin])
    with pytest.raises(DocumentError, match="two different sources have the key 'report'"):
        plan_to_yaml(plan)


def test_what_says_nothing_is_left_out_and_short_forms_are_used() -> None:
    """The file is what somebody would have written by hand."""
    plan = Plan(
        title="A plan",
        register=[REPORT],
        agencies=[Agency(id="SCC", name="A council", kind=AgencyKind.LOCAL_AUTHORITY)],
        actions=[
            Action(id="1.1", title="Begin", accountable="SCC", duration=5, sources=[REPORT]),
            Action(id="S02", title="Go on: quickly", after="1.1", due="2024-03-07", note="a\nb"),
        ],
    )
    assert plan_to_yaml(plan) == (
        "version: 1\n"
        "title: A plan\n"
        "register:\n"
        "  - {key: report, title: The report}\n"
        "agencies:\n"
        "  - {id: SCC, name: A council, kind: local-authority}\n"
        "actions:\n"
        "  - {id: '1.1', title: Begin, accountable: SCC, duration: 5, sources: report}\n"
        "  - id: S02\n"
        "    title: 'Go on: quickly'\n"
        "    after: '1.1'\n"
        "    due: 2024-03-07\n"
        "    note: |-\n"
        "      a\n"
        "      b\n"
    )


def test_a_calendar_with_control_codes_cannot_be_written() -> None:
    """What could not be read back is refused while there is still somebody to tell."""
    plan = Plan(title="A", calendars=[WorkingCalendar(id="term", title="Term\x85time")])
    with pytest.raises(DocumentError, match=r"control code U\+0085 cannot be written"):
        plan_to_yaml(plan)


def test_the_name_chooses_the_format_of_a_file(tmp_path: Path) -> None:
    """A name that ends in .json gives JSON, any other YAML; both are read back."""
    plan = Plan(title="A plan")
    for name, begins in (("plan.json", "{"), ("plan.yaml", "version: 1"), ("plan", "version: 1")):
        path = tmp_path / name
        dump_plan(plan, path)
        assert path.read_text(encoding="utf-8").startswith(begins)
        assert load_plan(path) == plan


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('{"version": 1, "title": "A",}', "1:29: this is no JSON: a field's name in double quotes"),
        ('{"version": 1 "title": "A"}', "1:15: this is no JSON: a comma or '}' is expected"),
        ('{"version" 1}', "1:12: this is no JSON: a colon is expected, found '1}'"),
        ('{"version": 01}', "1:13: this is no JSON: a value is expected, found '01}'"),
        ('{"version": 1', "this is no JSON: a comma or '}' is expected, found the end of the file"),
        ('{"a": [1, ]}', "this is no JSON: a value is expected, found ']}'"),
        ('{"a": [}', "this is no JSON: a value or ']' is expected, found '}'"),
        ('{"a": "\\x"}', "this is no JSON: a value is expected"),
        ("{1: 2}", "this is no JSON: a field's name in double quotes or '}' is expected"),
        ("", "this is no JSON: a value is expected, found the end of the file"),
        ('{"version": 1, "title": "A"}\n x', "2:2: something follows the end of the plan"),
        ('{"version": 1, "title": "A", "title": "B"}', "1:30: the field 'title' stands here twice"),
        ('{\r\n\t"version": 1,\r"titel": "A"}', "3:1: Plan has no field 'titel'"),
        ('{"version": 1, "title": "\\ud83d"}', "text without control codes is expected"),
        ('{"a": ' + "[" * 100_000, "nested more than 50 deep"),
        ('["a"]', "found a list, but the fields of a plan"),
    ],
)
def test_broken_json_is_told_with_its_place(text: str, words: str) -> None:
    """JSON has its own reader, with the same kind of message."""
    with pytest.raises(DocumentError) as raised:
        read_plan(text, name="plan.json")
    assert any(words in line for line in raised.value.problems)


def test_json_may_be_indented_with_tabs_and_escape_beyond_the_first_plane() -> None:
    """What YAML would stumble over is fine in JSON."""
    plan = read_plan(
        '{\n\t"version": 1,\n\t"title": "A \\ud83d\\ude00 plan\\/1",\n\t"actions": [],'
        '\n\t"partnership": null\n}\n'
    )
    assert plan.title == "A \U0001f600 plan/1"
    assert read_plan('{"version": 1, "title": "A", "sources": []}', name="plan.YAML").title == "A"
