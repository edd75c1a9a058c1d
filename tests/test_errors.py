"""Every error says what, where and what would be right, and survives a trip between processes."""

import inspect
import pickle

import pytest

from send_framework import errors
from send_framework.errors import (
    ApproximateDateError,
    CalendarError,
    DependencyCycleError,
    DocumentError,
    InvalidPlanError,
    MissingExtraError,
    ModelError,
    NetworkError,
    RuleError,
    ScenarioError,
    SendFrameworkError,
    UnknownActivityError,
    UnknownNameError,
    did_you_mean,
    shown,
)

NEGATIVE = ModelError("Action S01", "duration", -1, "0 or more is expected", ("actions", 0))
TWICE = ModelError("Action S01", "id", "S01", "that id is taken", ("actions", 1, "id"))

EXAMPLES: list[tuple[SendFrameworkError, type[Exception], str]] = [
    (SendFrameworkError("nothing to say"), Exception, "nothing to say"),
    (NEGATIVE, ValueError, "Action S01: duration is -1, but 0 or more is expected"),
    (
        ApproximateDateError("date", "text", "soon", "a date is expected"),
        ModelError,
        "date: text is 'soon', but a date is expected",
    ),
    (
        InvalidPlanError("Plan A", (TWICE,)),
        ModelError,
        "Plan A has 1 problem:\n  Action S01: id is 'S01', but that id is taken",
    ),
    (
        InvalidPlanError("Plan A", (NEGATIVE, TWICE)),
        ValueError,
        f"Plan A has 2 problems:\n  {NEGATIVE}\n  {TWICE}",
    ),
    (CalendarError("no working day"), ValueError, "no working day"),
    (RuleError("no such rule"), LookupError, "no such rule"),
    (
        UnknownNameError("local area", "Sufolk", "it is not on the list", ("Suffolk", "Essex")),
        LookupError,
        "'Sufolk' names no local area: it is not on the list. Did you mean 'Suffolk'?",
    ),
    (
        UnknownNameError("board", "Suffolk", "two do", (), ("the old", "the new")),
        LookupError,
        "'Suffolk' names no board: two do (the old; the new)",
    ),
    (NetworkError("a scope needs a schedule"), ValueError, "a scope needs a schedule"),
    (
        DependencyCycleError(("S01", "S02")),
        NetworkError,
        "these actions wait for themselves: S01 -> S02 -> S01. Remove or turn round one link",
    ),
    (
        ScenarioError(("late, step 1: no", "late, step 2: nor this")),
        NetworkError,
        "late, step 1: no\nlate, step 2: nor this",
    ),
    (
        UnknownActivityError("S1O", ("S09", "S10")),
        LookupError,
        "no action, milestone or event is called 'S1O'. Did you mean 'S10'?",
    ),
    (
        UnknownActivityError("X"),
        NetworkError,
        "no action, milestone or event is called 'X'.",
    ),
    (
        DocumentError(("plan.yaml:2:1: no", "plan.yaml:3:1: nor this")),
        ValueError,
        "plan.yaml:2:1: no\nplan.yaml:3:1: nor this",
    ),
    (
        MissingExtraError("drawing charts", "charts"),
        ImportError,
        "drawing charts needs more libraries: pip install 'send-framework[charts]'",
    ),
]


@pytest.mark.parametrize(("error", "builtin", "sentence"), EXAMPLES)
def test_each_error_is_a_sentence(
    error: SendFrameworkError, builtin: type[Exception], sentence: str
) -> None:
    """It prints as one, and is caught by the name Python's users expect."""
    assert str(error) == sentence
    assert isinstance(error, builtin)
    assert isinstance(error, SendFrameworkError)


@pytest.mark.parametrize("error", [error for error, _, _ in EXAMPLES])
def test_each_error_pickles(error: SendFrameworkError) -> None:
    """Work spread over processes brings back the same error with the same facts."""
    back = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes
    assert type(back) is type(error)
    assert str(back) == str(error)
    assert set(vars(back)) == set(vars(error))


def test_no_error_is_without_an_example() -> None:
    """A new error has to be shown here, in the tree of the docstring, and under one base."""
    defined = {
        each
        for _, each in inspect.getmembers(errors, inspect.isclass)
        if each.__module__ == errors.__name__ and issubclass(each, Exception)
    }
    assert {type(error) for error, _, _ in EXAMPLES} == defined
    tree = inspect.getdoc(errors) or ""
    assert all(each.__name__ in tree for each in defined)


def test_facts_are_attributes() -> None:
    """A program acts on facts; only people read the sentence."""
    assert (NEGATIVE.owner, NEGATIVE.field, NEGATIVE.value) == ("Action S01", "duration", -1)
    assert (NEGATIVE.expected, NEGATIVE.path) == ("0 or more is expected", ("actions", 0))
    plan = InvalidPlanError("Plan A", (NEGATIVE, TWICE))
    assert (plan.problems, plan.field, plan.path) == ((NEGATIVE, TWICE), "duration", ("actions", 0))
    assert DependencyCycleError(("S01", "S02")).cycle == ("S01", "S02")
    assert UnknownActivityError("X", ["S01"]).known == ("S01",)
    assert MissingExtraError("drawing", "charts").extra == "charts"


def test_hostile_values_flood_no_terminal() -> None:
    """A value of megabytes is cut, and nothing near it is looked for."""
    long = ModelError("Action S01", "title", "x" * 1_000_000, "text is expected")
    assert len(str(long)) < 200
    assert shown("short") == "'short'"
    assert did_you_mean("S1" * 1_000_000, ["S10"]) == ""
    assert did_you_mean("S1O", ["S09", "S10"]) == " Did you mean 'S10'?"
