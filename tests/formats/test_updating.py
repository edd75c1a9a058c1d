"""A status report changes its own lines and no others."""

from datetime import date

import pytest
from attrs import evolve
from hypothesis import assume, given
from hypothesis import strategies as st

from send_framework import Action, ApproximateDate, Plan, Status
from send_framework.errors import DocumentError, ModelError, UnknownActivityError
from send_framework.formats.documents import plan_to_json, plan_to_yaml, read_plan
from send_framework.formats.problems import Place
from send_framework.formats.text_edits import object_at
from send_framework.formats.updating import Value, update_text
from tests.strategies import plans

TEXT = """\
# Our plan
version: 1
title: A plan
actions:
  - id: A            # the first
    title: Begin

    status: not-started   # as of May
    percent_complete: 40
    remaining: 6
    after: [B]
  # the second, on one line
  - {id: B, title: "Go on", due: 2024-06-01}   # stays
  - id: C
    title: Look back
    actual_start: 2024-05-01 # known
    forecast_finish:
    duration: 5
    note: |
      Several
      lines.
milestones:
  - {id: M, title: Done}
commitments: [{id: F, title: Money, kind: funding}]
events: [{id: E, title: A stocktake}]"""


def changed_lines(text: str, activity: str, changes: dict[str, Value]) -> list[str]:
    """Return the lines that an update takes away (-) and puts in (+)."""
    before, after = text.split("\n"), update_text(text, activity, changes).split("\n")
    gone = [f"-{line}" for line in before if line not in after]
    return gone + [f"+{line}" for line in after if line not in before]


def test_finished_work_is_complete() -> None:
    """Its day goes behind what stands before it; status, percentage and remaining days follow."""
    assert changed_lines(TEXT, "A", {"finished": date(2024, 6, 14)}) == [
        "-    status: not-started   # as of May",
        "-    percent_complete: 40",
        "-    remaining: 6",
        "+    actual_finish: 2024-06-14",
        "+    status: complete   # as of May",
        "+    percent_complete: 100",
        "+    remaining: 0",
    ]


def test_started_work_is_no_longer_not_started() -> None:
    """A status that the report contradicts is changed; a missing one stays missing."""
    assert changed_lines(TEXT, "A", {"started": "2024-06-03"}) == [
        "-    status: not-started   # as of May",
        "+    actual_start: 2024-06-03",
        "+    status: in-progress   # as of May",
    ]
    assert "status" not in update_text(TEXT, "C", {"started": "2024-05-02"}).split("id: C")[1]


def test_work_on_one_line_stays_on_one_line() -> None:
    """New fields go into the braces, behind what stands before them in the class."""
    (gone, new) = changed_lines(TEXT, "B", {"finished": "2024-06-14", "reported_on": "2024-06-15"})
    assert gone == '-  - {id: B, title: "Go on", due: 2024-06-01}   # stays'
    assert new == (
        '+  - {id: B, title: "Go on", due: 2024-06-01, actual_finish: 2024-06-14, status: complete,'
        " reported_on: 2024-06-15}   # stays"
    )


def test_fields_that_are_there_are_changed_in_place() -> None:
    """A value is replaced, an empty one is filled, and comments stay."""
    changes: dict[str, Value] = {
        "started": "2024-05-02", "forecast_finish": "August 2024", "percent_complete": 50,
        "status": "paused",
    }  # fmt: skip
    assert changed_lines(TEXT, "C", changes) == [
        "-    actual_start: 2024-05-01 # known",
        "-    forecast_finish:",
        "+    actual_start: 2024-05-02 # known",
        "+    forecast_finish: 2024-08",
        "+    percent_complete: 50",
        "+    status: paused",
    ]


@pytest.mark.parametrize("said", ["complete", Status.COMPLETE])
def test_complete_work_is_no_longer_partly_done(said: str | Status) -> None:
    """A status alone leaves no percentage and no remaining days that contradict it."""
    plan = read_plan(update_text(TEXT, "A", {"status": said}))
    action = plan.actions[0]
    assert (action.status, action.percent_complete, action.remaining) == (Status.COMPLETE, 100, 0)


def test_milestones_and_commitments_can_be_reported() -> None:
    """They keep their dates in other fields."""
    assert "{id: M, title: Done, actual: 2024-06-14, status: complete}" in update_text(
        TEXT, "M", {"finished": "2024-06-14"}
    )
    assert "[{id: F, title: Money, kind: funding, forecast: 2024-07}]" in update_text(
        TEXT, "F", {"forecast_finish": "July 2024"}
    )


@pytest.mark.parametrize(
    ("activity", "changes", "words"),
    [
        ("M", {"started": "2024-06-14"}, "only this can be reported of it: finished, forecast"),
        ("E", {"finished": "2024-06-14"}, "nothing can be reported: change its date in the file"),
        ("E", {"finished": date(2024, 6, 14)}, "finished is '2024-06-14', but of an event"),
        ("C", {"finished": "2024-04-01"}, "it must not be before actual_start"),
        ("A", {"percent_complete": 101}, "a whole number from 0 to 100"),
        ("A", {"status": "done"}, "one of not-started, in-progress"),
        ("A", {"finished": "soon"}, "a date is expected such as"),
        ("A", {"reported_on": "May 2024"}, "a day such as 2024-03-07 is expected"),
    ],
)
def test_a_report_that_makes_no_sense_is_refused(
    activity: str, changes: dict[str, Value], words: str
) -> None:
    """The message says what can be reported, or what it contradicts."""
    with pytest.raises(ModelError, match=words):
        update_text(TEXT, activity, changes)


def test_unknown_work_is_refused_with_a_near_id() -> None:
    """A slip of the finger is noticed before anything is changed."""
    with pytest.raises(UnknownActivityError, match="'Z'"):
        update_text(TEXT, "Z", {"finished": "2024-06-14"})


@pytest.mark.parametrize(
    "text",
    [
        (
            "version: 1\ntitle: A\nactions:\n- {id: A, title: A, actual_finish: &d 2024-05-01}\n"
            "- {id: B, title: B, due: *d}\n"
        ),
        '{"version": 1, "title": "\\ud83d\\ude00", "actions": [{"id": "A", "title": "A"}]}',
        "version: 1\ntitle: A\nactions:\n  - id: |-\n      A\n    title: |\n      A\n",
    ],
)
def test_what_cannot_be_changed_safely_is_left_alone(text: str) -> None:
    """Anchors, JSON's own escapes, rare spellings: the place is named for a person to do it."""
    with pytest.raises(DocumentError, match="cannot be changed safely; change it by hand"):
        update_text(text, "A", {"started": "2024-05-02", "finished": "2024-05-03"})


def test_windows_line_ends_a_mark_and_a_missing_last_line_end_stay() -> None:
    """The file's own habits are kept."""
    text = "\ufeffversion: 1\r\ntitle: A\r\nactions:\r\n- id: A\r\n  title: A"
    assert update_text(text, "A", {"started": "2024-05-02"}) == (
        text + "\r\n  actual_start: 2024-05-02"
    )
    assert update_text("\n" + TEXT + "\n", "E", {}) == "\n" + TEXT + "\n"


def test_json_stays_json() -> None:
    """Names and dates are put in double quotes."""
    text = '{"version": 1, "title": "A", "actions": [{"id": "A", "title": "A"}]}'
    updated = update_text(text, "A", {"finished": "2024-05-02"}, name="plan.json")
    assert (
        '{"id": "A", "title": "A", "actual_finish": "2024-05-02", "status": "complete"}' in updated
    )


def test_values_over_several_lines_are_passed_over() -> None:
    """A new field never lands inside of a text block, a list or an aliased value."""
    text = (
        "version: 1\ntitle: A\nregister: [{key: r, title: R}]\nactions:\n"
        "- sources: &s [r]\n  title: >-\n    A\n    b\n  after:\n  - {id: B}\n  id: A\n"
        "- {id: B, title: B, sources: *s}\n"
    )
    updated = update_text(text, "A", {"status": Status.PAUSED})
    assert "  id: A\n  status: paused\n" in updated
    assert "{id: B, title: B, status: paused, sources: *s}" in update_text(
        text, "B", {"status": "paused"}
    )


def test_a_name_that_is_an_alias_is_passed_over() -> None:
    """Even a field's name may be repeated by an alias; the new field goes behind another."""
    text = "version: 1\n&t title: A\nactions:\n- {id: A, *t : Begin}\n"
    assert "{id: A, status: paused, *t : Begin}" in update_text(text, "A", {"status": "paused"})


def test_an_object_is_found_by_its_place_alone() -> None:
    """Where no object begins, none is found."""
    assert object_at("a: {b: 1}", Place(1, 5)) is None
    found = object_at("a: {b: 1}", Place(1, 4))
    assert found is not None
    assert [each.name for each in found.fields] == ["b"]


@given(plans(), st.dates(date(2101, 1, 1), date(2110, 1, 1)), st.data())
def test_only_the_work_reported_on_changes(plan: Plan, day: date, data: st.DataObject) -> None:
    """The plan read from the new text is the old one with that work finished."""
    assume(plan.actions)
    action = data.draw(st.sampled_from(plan.actions))
    for text, name in ((plan_to_yaml(plan), "p.yaml"), (plan_to_json(plan), "p.json")):
        read = read_plan(update_text(text, action.id, {"finished": day}, name=name), name=name)
        assert read == evolve(
            plan,
            actions=[_finished(each, day) if each == action else each for each in plan.actions],
        )


def _finished(action: Action, day: date) -> Action:
    return evolve(
        action,
        actual_finish=ApproximateDate.on(day),
        status=Status.COMPLETE,
        percent_complete=None if action.percent_complete is None else 100,
        remaining=None if action.remaining is None else 0,
    )
