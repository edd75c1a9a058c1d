"""Every problem of a plan file is told at once, with its place and what would be right."""

import pytest

from send_framework.errors import DocumentError
from send_framework.formats.documents import Limits, load_plan, read_document, read_plan

HEAD = "version: 1\ntitle: A plan\n"


def problems(text: str, name: str = "plan.yaml") -> tuple[str, ...]:
    """Return what is wrong with a text."""
    with pytest.raises(DocumentError) as raised:
        read_plan(text, name=name)
    return raised.value.problems


MANY = """\
version: 1
title: 5
kind: priority-plan
start: 2024-13-05
titel: x
agencies:
  - {id: NCC, name: Northshire, kind: local-autority}
  - {name: Nobody, kind: department}
  - {id: X, name: X, kind: department, valid_from: 2024-02-01, valid_to: 2024-01-01}
recommendations:
  - {id: PA1, kind: priority-action, text: no, parts: {id: a}}
register: [{key: report, title: Report}]
actions:
  - id: 1.2
    title: "A"
    title: "B"
    accountable: [NCC, NCD]
    answers: PA2
    due: 7 Marsh 2024
    duration: -1
    percent_complete: '50'
    after: 1.10
    sources: [raport]
    fixed: yes
  - {id: 1.10, title: ok, after: [1.2, {id: S 1, type: XX, lag: 1.5}]}
  - just text
  - {id: 1.2, title: again}
windows:
  - {id: w, name: w}
"""


def test_every_planted_problem_is_told_at_once() -> None:
    """One reading names all problems, those of values, of classes and between parts alike."""
    wanted = (
        "plan.yaml:2:8: title: found '5', but text is expected",
        "plan.yaml:3:7: kind: found 'priority-plan', but one of",
        "plan.yaml:4:8: start: found '2024-13-05', but there is no such day",
        "plan.yaml:5:1: Plan has no field 'titel'. Did you mean 'title'?",
        "plan.yaml:7:39: agencies[0].kind: found 'local-autority', but one of",
        "plan.yaml:8:5: agencies[1]: id is missing; every Agency needs it",
        "plan.yaml:9:74: agencies[2].valid_to: found '2024-01-01', but it must not be before",
        "plan.yaml:11:55: recommendations[0].parts: found fields, but a list is expected",
        "plan.yaml:16:5: the field 'title' stands here twice (first in line 15); keep one",
        "plan.yaml:17:24: actions[0].accountable[1]: found 'NCD', but no agency has that id.",
        "plan.yaml:18:14: actions[0].answers[0]: found 'PA2', but no recommendation or part has",
        "plan.yaml:19:10: actions[0].due: found '7 Marsh 2024', but a date is expected such as",
        "plan.yaml:20:15: actions[0].duration: found -1, but a whole number from 0",
        "plan.yaml:21:23: actions[0].percent_complete: found '50' in quotes, but a whole number",
        "plan.yaml:23:15: actions[0].sources[0]: found 'raport', but no source in the register",
        "plan.yaml:24:5: actions[0]: Action has no field 'fixed'. Known: id, title, answers,",
        "plan.yaml:25:45: actions[1].after[1].id: found 'S 1', but an id of 1 to 40 letters",
        "plan.yaml:25:56: actions[1].after[1].type: found 'XX', but one of FS, SS, FF, SF is",
        "plan.yaml:25:65: actions[1].after[1].lag: found '1.5', but a whole number",
        "plan.yaml:26:5: actions[2]: found 'just text', but the fields of an Action, such as",
        "plan.yaml:27:10: actions[3].id: found '1.2', but that id is taken by Action 1.2",
        "plan.yaml:29:5: windows[0].expected: found nothing, but at least one end must have",
    )
    found = problems(MANY)
    assert len(found) == len(wanted)
    for line, start in zip(found, wanted, strict=True):
        assert line.startswith(start)


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("title: 5", "found '5', but text is expected; put it in quotes"),
        ("title: 1e3", "found '1e3', but text is expected"),
        ("title: true", "found 'true', but text is expected"),
        ("title:", "title: found nothing, but text is expected"),
        ("title: ''", "found '', but some text is expected"),
        ("title: [A]", "found a list, but text is expected"),
        ('title: "a\\x85b"', "text without control codes is expected (U+0085)"),
        ("title: A\nstart: 2024", "found '2024', but a day such as 2024-03-07 is expected"),
        ("title: A\nstart: soon", "found 'soon', but a day such as 2024-03-07 is expected"),
        ("title: A\nstart: 7 March 2024", "is expected; write 2024-03-07"),
        ("title: A\nstart: 2023-02-29", "there is no such day"),
        ("title: A\nstart: []", "found a list, but a day"),
        ("title: A\ncalendar: [england]", "found a list, but an id such as S01 is expected"),
        ("title: A\nkind: {}", "found fields, but one of strategic-plan"),
        ("title: A\npartnership: SCC", "the fields of a LocalAreaPartnership, such as 'name: ...'"),
        ("title: A\nactions: S01", "found 'S01', but a list is expected; begin each member with"),
        ("title: A\nconfidence: Verified", "Did you mean 'verified'?"),
        ("title: A\nsources: report", "found 'report', but no source in the register has that key"),
        ("title: A\nsources: [{key: a}]", "the key of a source is expected"),
        ("title: A\nactions: [{id: S01, title: A, due: {}}]", "found fields, but a date"),
        (
            "title: A\ncalendars: [{id: c, title: C, working_weekdays: [0, 9]}]",
            "found [0, 9], but at least one of 0 (Monday) to 6 (Sunday) is expected",
        ),
        ("title: A\ncalendars: [{id: c, title: C, working_weekdays: []}]", "found nothing, but at"),
        (
            f"title: A\ncalendars: [{{id: c, title: C, working_weekdays: {[9] * 99}}}]",
            "9, 9, 9,...], but at least one of",
        ),
    ],
)
def test_a_wrong_value_is_told_with_what_would_be_right(written: str, words: str) -> None:
    """Each kind of value says what it found and what it expects."""
    (line,) = problems(f"version: 1\n{written}\n")
    assert words in line


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("{value: '5'}", "found '5' in quotes, but a number such as 49.1 is expected"),
        ("{value: []}", "found a list, but a number"),
        ("{value: 1e999}", "found '1e999', but a finite number"),
        ("{value: .nan}", "found '.nan', but a finite number such as 49.1 is expected"),
        ("{value: 1, is_baseline: yes}", "found 'yes', but true or false is expected"),
        ("{value: 1, is_baseline: 'true'}", "found 'true' in quotes, but true or false"),
        ("{value: 1, is_baseline: []}", "found a list, but true or false"),
        ("{value: 1, counts: []}", "found a list, but one of flow, stock is expected"),
    ],
)
def test_figures_and_flags_are_not_coerced(written: str, words: str) -> None:
    """A number in quotes is no number, and yes is a word."""
    text = f"{HEAD}measures: [{{id: M1, title: A, unit: '%', observations: [{written}]}}]\n"
    (line,) = problems(text)
    assert words in line
    assert ("(without quotes)" in line) == ("in quotes" in line)


def test_numbers_are_read_as_written() -> None:
    """Whole numbers stay whole; fractions, exponents and signs are numbers."""
    figures = "[{value: 62}, {value: 49.1}, {value: -1e3}, {value: .5}, {value: +7}]"
    plan = read_plan(
        f"{HEAD}measures: [{{id: M1, title: A, unit: '%', observations: {figures}}}]\n"
    )
    values = [each.value for each in plan.measures[0].observations]
    assert values == [62, 49.1, -1000.0, 0.5, 7]
    assert isinstance(values[0], int)


@pytest.mark.parametrize("number", ["007", "1_000", "0x1F", "1:30", "20.0"])
def test_only_plain_whole_numbers_are_durations(number: str) -> None:
    """Leading zeros, underscores, other bases and sexagesimals mean other things elsewhere."""
    (line,) = problems(f"{HEAD}actions: [{{id: S01, title: A, duration: {number}}}]\n")
    assert "a whole number such as 20 is expected" in line


def test_ids_and_dates_take_what_is_written() -> None:
    """An id such as 1.10 is no number, 2024 is a year, and words such as on and no are text."""
    plan = read_plan(
        f"{HEAD}recommendations: [{{id: 1.10, kind: priority-action, text: no}}]\n"
        "actions:\n"
        "  - {id: 007, title: yes, answers: 1.10, due: 2024}\n"
        "  - {id: 1.20, title: on, answers: [1.10], after: [007]}\n"
        "  - {id: no, title: off, after: 1.20}\n"
    )
    assert [action.id for action in plan.actions] == ["007", "1.20", "no"]
    assert plan.actions[1].answers == ("1.10",)
    assert str(plan.actions[0].due) == "2024"
    assert plan.recommendations[0].text == "no"


def test_an_empty_value_counts_as_left_out() -> None:
    """A field without a value is as good as no field, where it need not have one."""
    plan = read_plan(
        f"{HEAD}note:\nactions:\n  - {{id: S01, title: A, after: , due: ~, lead: null}}\n"
    )
    assert plan.note == ""
    assert plan.actions[0].after == ()
    assert plan.actions[0].due is None


def test_short_forms_mean_the_same_as_long_ones() -> None:
    """One id stands for a list of one, an id for a finish-to-start link, a key for a source."""
    short = read_plan(
        f"{HEAD}register: [{{key: r, title: R}}]\n"
        "agencies: [{id: SCC, name: S, kind: local-authority}]\n"
        "actions:\n  - {id: A, title: A, accountable: SCC, sources: r}\n"
        "  - {id: B, title: B, after: A, success_measures: Calmer}\n"
    )
    long = read_plan(
        f"{HEAD}register: [{{key: r, title: R}}]\n"
        "agencies: [{id: SCC, name: S, kind: local-authority}]\n"
        "actions:\n  - {id: A, title: A, accountable: [SCC], sources: [r]}\n"
        "  - {id: B, title: B, after: [{id: A, type: FS}], success_measures: [Calmer]}\n"
    )
    assert short == long


def test_facts_may_stand_before_the_register() -> None:
    """The register is read first wherever it stands."""
    plan = read_plan(f"{HEAD}sources: r\nregister: [{{key: r, title: R}}]\n")
    assert plan.sources == plan.register


def test_two_contradictions_of_one_object_are_both_told() -> None:
    """A promise and a fact out of order are two problems of one action."""
    found = problems(
        f"{HEAD}actions:\n  - id: A\n    title: A\n"
        "    planned_start: 2024-02-01\n    due: 2024-01-01\n"
        "    actual_start: 2024-02-01\n    actual_finish: 2024-01-01\n"
    )
    assert [line.split(" found ")[0] for line in found] == [
        "plan.yaml:7:10: actions[0].due:",
        "plan.yaml:9:20: actions[0].actual_finish:",
    ]


def test_two_broken_rules_of_one_object_are_both_told() -> None:
    """A class stops at its first broken rule; a reader wants all of them."""
    found = problems(f"{HEAD}actions: [{{id: a b, title: '', duration: 1000000}}]\n")
    assert [line.split(": ")[1] for line in found] == [
        "actions[0].id", "actions[0].title", "actions[0].duration",
    ]  # fmt: skip


def test_contradictions_are_told_beside_other_problems() -> None:
    """An unknown id is told although another action cannot be read, at its own place."""
    found = problems(
        f"{HEAD}actions:\n  - {{title: no id}}\n  - nothing\n"
        "  - {id: B, title: B, after: [{lag: 3}, C], duration: x}\n"
        "assumptions: [{id: A1, reason: R, fills: [B after C, Z duration]}]\n"
    )
    assert [line.split(", but ")[0] for line in found] == [
        "plan.yaml:4:5: actions[0]: id is missing; every Action needs it",
        "plan.yaml:5:5: actions[1]: found 'nothing'",
        "plan.yaml:6:31: actions[2].after[0]: id is missing; every Dependency needs it",
        "plan.yaml:6:41: actions[2].after[1].id: found 'C'",
        "plan.yaml:6:55: actions[2].duration: found 'x'",
        "plan.yaml:7:54: assumptions[0].fills[1]: found 'Z duration'",
    ]


def test_what_was_not_read_is_not_called_unknown() -> None:
    """If the list of agencies cannot be read, nobody in it is called unknown."""
    found = problems(
        f"{HEAD}agencies: SCC\ninspections:\nactions: [{{id: A, title: A, accountable: SCC}}]\n"
        "events: [{id: E, title: E, inspection: I9}]\n"
    )
    assert [line.split(", but ")[0] for line in found] == [
        "plan.yaml:3:11: agencies: found 'SCC'",
        "plan.yaml:6:40: events[0].inspection: found 'I9'",
    ]


def test_a_wrong_id_is_told_once() -> None:
    """An id with a space is wrong; that nothing has it as well is no second problem."""
    (line,) = problems(f"{HEAD}actions: [{{id: A, title: A, after: [a b]}}]\n")
    assert "an id of 1 to 40 letters" in line


def test_a_word_that_another_word_rules_out_is_told() -> None:
    """Each word is right alone; together with the class's own rule it is not."""
    within = "monitoring_within: {amount: 5, unit: working-days}"
    (line,) = problems(
        f"{HEAD}inspections: [{{id: I, kind: full, framework: area_send_2023, {within}}}]\n"
    )
    assert "found 'working-days', but a unit of civil time is expected" in line


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("title: A\n", "plan.yaml:1:1: version is missing; begin the file with 'version: 1'"),
        ("version: one\ntitle: A\n", "version: found 'one', but 1 is expected"),
        ("version: '1'\ntitle: A\n", "version: found '1' in quotes, but 1 is expected"),
        ("version: [1]\ntitle: A\n", "version: found a list, but 1 is expected"),
        ("version: 2\ntitel: A\n", "this file has version 2; this library reads version 1"),
    ],
)
def test_a_version_is_asked_for(text: str, words: str) -> None:
    """The version comes first: another one means that nothing else can be judged."""
    (line,) = problems(text)
    assert words in line


def test_reading_stops_at_so_many_problems() -> None:
    """A thousand problems are not told; the last line says that there are more."""
    text = HEAD + "".join(f"wrong{number}: x\n" for number in range(1000))
    with pytest.raises(DocumentError) as raised:
        read_plan(text, name="plan.yaml", limits=Limits(problems=20))
    assert len(raised.value.problems) == 21
    assert raised.value.problems[-1] == "plan.yaml: more than 20 problems; the rest is not shown"


def test_places_of_parts_are_known() -> None:
    """Findings can be printed with the place of what they speak of."""
    document = read_document(
        f"{HEAD}actions:\n  - id: A\n    title: A\n    accountable: SCC\n"
        "agencies: [{id: SCC, name: S, kind: department}]\n"
        "recommendations: [{id: PA1, kind: priority-action, text: T, parts: [{id: P, text: P}]}]\n"
        "reviews: [{id: R, title: R, held: [{id: MEET}]}]\n",
        name="plan.yaml",
    )
    places = {name: document.place_of_id(name) for name in ("A", "SCC", "P", "MEET", "none")}
    assert {name: document.where(place) for name, place in places.items()} == {
        "A": "plan.yaml:4:5", "SCC": "plan.yaml:7:12", "P": "plan.yaml:8:69",
        "MEET": "plan.yaml:9:36", "none": "plan.yaml",
    }  # fmt: skip
    assert document.place_of(("actions", 0, "accountable", 0)) == (6, 18)
    assert document.place_of(("actions", 7)) == (4, 3)


def test_a_text_given_as_a_path_is_noticed() -> None:
    """A text is read by another function: the error says which."""
    with pytest.raises(DocumentError, match="this is a text, no file name; use read_plan"):
        load_plan("version: 1\ntitle: A plan\n")
