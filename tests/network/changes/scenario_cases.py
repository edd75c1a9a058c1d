"""Short ways to write scenarios for tests."""
# ruff: noqa: ANN401 - a step's other fields go on to the class that checks them

from typing import Any

from send_framework.network.changes.scenario import Scenario, Step, StepKind


def step(kind: str, activity: str | None = None, after: str | None = None, **fields: Any) -> Step:
    """Return a step by its word."""
    return Step(kind=StepKind(kind), activity=activity, after=after, **fields)


def case(*steps: Step) -> Scenario:
    """Return a scenario of these steps."""
    return Scenario(id="case", steps=steps)
