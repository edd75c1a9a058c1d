"""Short ways to write small plans and windows for tests."""
# ruff: noqa: ANN401 - these builders hand any field on to the class that checks it

from datetime import date
from typing import Any

from send_framework import (
    Action,
    Agency,
    AgencyKind,
    Dependency,
    DependencyType,
    Milestone,
    Plan,
    Window,
    WindowEnd,
)

START = date(2024, 6, 3)
FRIDAY_BEFORE = date(2024, 5, 31)


def act(name: str, duration: int | None = None, *after: Any, **fields: Any) -> Action:
    """Return an action with its id as title."""
    return Action(id=name, title=f"Work {name}", duration=duration, after=after, **fields)


def stone(name: str, *after: Any, **fields: Any) -> Milestone:
    """Return a milestone with its id as title."""
    return Milestone(id=name, title=f"Moment {name}", after=after, **fields)


def link(name: str, kind: str = "FS", lag: int = 0, **fields: Any) -> Dependency:
    """Return a link to a predecessor."""
    return Dependency(id=name, type=DependencyType(kind), lag=lag, **fields)


def plan_of(*work: Action | Milestone, start: date | None = START, **fields: Any) -> Plan:
    """Return a plan of this work that starts on Monday 3 June 2024, with agencies X and Y."""
    kind = AgencyKind.LOCAL_AUTHORITY
    fields.setdefault("agencies", [Agency(id=name, name=name, kind=kind) for name in ("X", "Y")])
    return Plan(
        title="A plan",
        start=start,
        actions=[each for each in work if isinstance(each, Action)],
        milestones=[each for each in work if isinstance(each, Milestone)],
        **fields,
    )


def window_of(*days: date | None, **fields: Any) -> Window:
    """Return a window with up to three ends: earliest, expected, latest."""
    ends = [None if day is None else WindowEnd(day=day, reason="a test") for day in days]
    ends += [None] * (3 - len(ends))
    fields.setdefault("scope", "reinspection")
    return Window(
        id="w",
        name="Inspection",
        earliest=ends[0],
        expected=ends[1],
        latest=ends[2],
        **fields,
    )


THREE_ENDS = window_of(date(2024, 8, 19), date(2024, 9, 9), date(2024, 10, 7))
