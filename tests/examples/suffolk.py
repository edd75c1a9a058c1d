"""What the tests of Suffolk's two plan files share: the files, and ways to look things up."""

from collections.abc import Iterator
from pathlib import Path
from typing import cast

from attrs import asdict

from send_framework import Action, Commitment, Event, Fact, Inspection, Measure, Plan

FOLDER = Path(__file__).resolve().parents[2] / "examples" / "suffolk"
FILES = {"2024": FOLDER / "plan-2024-05.yaml", "2026": FOLDER / "plan-2026-01.yaml"}


def action(plan: Plan, wanted: str) -> Action:
    """Return an action by its id."""
    return next(each for each in plan.actions if each.id == wanted)


def event(plan: Plan, wanted: str) -> Event:
    """Return an event by its id."""
    return next(each for each in plan.events if each.id == wanted)


def money(plan: Plan, wanted: str) -> Commitment:
    """Return a commitment by its id."""
    return next(each for each in plan.commitments if each.id == wanted)


def shares(plan: Plan, wanted: str) -> list[int]:
    """Return the shares of a commitment, in pounds."""
    return [share.amount for share in money(plan, wanted).shares]


def inspection(plan: Plan, wanted: str) -> Inspection:
    """Return an inspection by its id."""
    return next(each for each in plan.inspections if each.id == wanted)


def measure(plan: Plan, wanted: str) -> Measure:
    """Return a measure by its id."""
    return next(each for each in plan.measures if each.id == wanted)


def facts(value: object) -> Iterator[Fact]:
    """Yield every fact inside a value, itself included."""
    if isinstance(value, Fact):
        yield value
    if isinstance(value, tuple):
        for each in cast("tuple[object, ...]", value):
            yield from facts(each)
    elif isinstance(value, (Plan, Fact)):
        for each in asdict(value, recurse=False).values():
            yield from facts(each)
