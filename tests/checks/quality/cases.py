"""For each point and each further count the smallest plan that has it, and a neighbour without."""

from datetime import date
from typing import Any

from attrs import field, frozen

from send_framework import (
    Assumption,
    Baseline,
    BaselineEntry,
    Constraint,
    ConstraintKind,
    Dependency,
    DependencyType,
    LagUnit,
    Milestone,
    Plan,
    Window,
    WindowEnd,
)
from tests.checks.cases import act, plan

FIRST_OF_JULY = Window(
    id="monitoring",
    name="Monitoring inspection",
    scope="reinspection",
    earliest=WindowEnd(day=date(2024, 7, 1), reason="announced"),
)
"""A Monday. The plans are judged on Friday 7 June 2024: 15 working days lie between the two."""

SS, FF, SF = (
    DependencyType.START_TO_START,
    DependencyType.FINISH_TO_FINISH,
    DependencyType.START_TO_FINISH,
)
BEGINNING, END = Milestone(id="M0", title="Begin"), Milestone(id="M1", title="End", after="A")


def two(**link: Any) -> Plan:  # noqa: ANN401 - as the class takes it
    """Return A and B, of which B waits for A by this link."""
    return plan(act("A", duration=10), act("B", duration=20, after=[Dependency(id="A", **link)]))


def limited(kind: ConstraintKind) -> Plan:
    """Return one action bound by a date."""
    return plan(act(duration=5, constraints=[Constraint(kind=kind, day=date(2024, 6, 17))]))


def promised(*actions: Any) -> Plan:  # noqa: ANN401
    """Return a plan whose baseline promised A and B for Wednesday 5 June 2024, C for 30 August."""
    entries = [
        BaselineEntry(id=each.id, finish=date(2024, 8, 30) if each.id == "C" else date(2024, 6, 5))
        for each in actions
    ]
    kept = Baseline(id="V1", title="The first version", entries=entries)
    return plan(*actions, baselines=[kept])


def done(name: str, day: str) -> Any:  # noqa: ANN401
    """Return an action finished on this day."""
    return act(name, actual_start="2024-06-03", actual_finish=day)


@frozen(kw_only=True)
class Case:
    """One key with a plan in which it counts and a neighbour in which it does not.

    Attributes:
        key: Key of the point or the further count.
        has: The smallest plan that has it.
        found: How many of how many it counts there, worked by hand.
        neighbour: A plan that differs in one thing.
        left: How many of how many it counts in the neighbour.
        names: Ids concerned in the first plan.
        links: Pairs of ids concerned.
        target: What both are measured against.
    """

    key: str
    has: Plan
    found: tuple[int, int]
    neighbour: Plan
    left: tuple[int, int]
    names: tuple[str, ...] = ()
    links: tuple[tuple[str, str], ...] = ()
    target: Window | None = field(default=None)


AB = (("A", "B"),)

POINT_CASES = (
    Case(
        key="missing-logic", has=plan(act()), found=(1, 1), names=("A",),
        neighbour=plan(act(after="M0"), milestones=[BEGINNING, END]), left=(0, 1),
    ),
    Case(
        key="missing-logic", has=plan(act(after="M0"), milestones=[BEGINNING]), found=(1, 1),
        names=("A",), neighbour=plan(act(after="M0"), milestones=[BEGINNING, END]), left=(0, 1),
    ),
    Case(key="leads", has=two(lag=-1), found=(1, 1), links=AB, neighbour=two(), left=(0, 1)),
    Case(key="lags", has=two(lag=1), found=(1, 1), links=AB, neighbour=two(lag=-1), left=(0, 1)),
    Case(key="link-types", has=two(type=SS), found=(0, 1), links=AB, neighbour=two(), left=(1, 1)),
    Case(
        key="hard-constraints", has=limited(ConstraintKind.MUST_START_ON), found=(1, 1),
        names=("A",), neighbour=limited(ConstraintKind.START_NO_EARLIER_THAN), left=(0, 1),
    ),
    Case(
        key="hard-constraints", has=limited(ConstraintKind.MUST_FINISH_ON), found=(1, 1),
        names=("A",), neighbour=limited(ConstraintKind.FINISH_NO_LATER_THAN), left=(0, 1),
    ),
    Case(
        # Side by side, one day against 46: the short one has 45 days to spare.
        key="high-float", has=plan(act("A", duration=46), act("B", duration=1)), found=(1, 2),
        names=("B",), neighbour=plan(act("A", duration=45), act("B", duration=1)), left=(0, 2),
    ),
    Case(
        key="negative-float", has=plan(act(duration=16)), found=(1, 1), names=("A",),
        neighbour=plan(act(duration=15)), left=(0, 1), target=FIRST_OF_JULY,
    ),
    Case(
        key="high-duration", has=plan(act(duration=45)), found=(1, 1), names=("A",),
        neighbour=plan(act(duration=44)), left=(0, 1),
    ),
    Case(
        key="invalid-dates", has=plan(act(forecast_finish="2024-06-07")), found=(1, 1),
        names=("A",), neighbour=plan(act(forecast_finish="2024-06-10")), left=(0, 1),
    ),
    Case(
        key="invalid-dates", has=plan(act(forecast_start="2024-06-07")), found=(1, 1),
        names=("A",),
        neighbour=plan(act(forecast_start="2024-06-07", actual_start="2024-06-06")), left=(0, 1),
    ),
    Case(
        key="invalid-dates", has=plan(act(actual_start="2024-06-10")), found=(1, 1),
        names=("A",), neighbour=plan(act(actual_start="2024-06-07")), left=(0, 1),
    ),
    Case(
        key="resources", has=plan(act(duration=1)), found=(1, 1), names=("A",),
        neighbour=plan(act(duration=1, accountable="CC")), left=(0, 1),
    ),
    Case(
        key="resources", has=plan(act(duration=1, contributors="CC")), found=(1, 1), names=("A",),
        neighbour=plan(act(duration=1, lead_role="Head of SEND")), left=(0, 1),
    ),
    Case(
        key="missed", has=promised(act("A")), found=(1, 1), names=("A",),
        neighbour=promised(done("A", "2024-06-05")), left=(0, 1),
    ),
    Case(
        # C is promised for August, so nobody can have missed it yet.
        key="missed", has=promised(done("A", "2024-06-06"), act("C")), found=(1, 1), names=("A",),
        neighbour=promised(done("A", "2024-06-04"), act("C")), left=(0, 1),
    ),
    Case(
        # A longer by 600 days only ends 590 after B did: the link holds A's start, not its end.
        key="critical-path-test", has=two(type=SS), found=(1, 2), names=("A",),
        neighbour=two(), left=(0, 2),
    ),
    Case(
        # Of 20 days the last 5 lie behind the first of July: (20 - 5) / 20.
        key="path-length-index", has=plan(act(duration=20)), found=(15, 20), names=("A",),
        neighbour=plan(act(duration=15)), left=(15, 15), target=FIRST_OF_JULY,
    ),
    Case(
        key="execution-index", has=promised(done("A", "2024-06-05"), act("B")), found=(1, 2),
        names=("B",), neighbour=promised(done("A", "2024-06-05"), done("B", "2024-06-06")),
        left=(2, 2),
    ),
)  # fmt: skip
"""Each point: the first plan breaks its threshold, the second keeps it."""

THIRD = act("C", duration=5, after=["A", "B"])

LOGIC_CASES = (
    Case(
        key="loops", has=plan(act("A", after="B"), act("B", after="A")), found=(1, 0),
        names=("A", "B"), neighbour=plan(act("A"), act("B", after="A")), left=(0, 0),
    ),
    Case(
        key="without-place", has=plan(act()), found=(1, 0), names=("A",),
        neighbour=plan(act(duration=5)), left=(0, 0),
    ),
    Case(
        key="dangling-starts", has=two(type=FF), found=(1, 0), names=("B",), neighbour=two(),
        left=(0, 0),
    ),
    Case(
        key="dangling-finishes", has=two(type=SS), found=(1, 0), names=("A",), neighbour=two(),
        left=(0, 0),
    ),
    Case(
        key="only-overlapping", has=two(type=FF), found=(2, 0), names=("A", "B"),
        neighbour=two(), left=(0, 0),
    ),
    Case(
        key="start-to-finish", has=two(type=SF), found=(1, 0), links=AB, neighbour=two(type=FF),
        left=(0, 0),
    ),
    Case(key="long-lags", has=two(lag=21), found=(1, 0), links=AB, neighbour=two(lag=20),
         left=(0, 0)),
    Case(
        key="long-lags", has=two(lag=29, lag_unit=LagUnit.CALENDAR_DAYS), found=(1, 0), links=AB,
        neighbour=two(lag=28, lag_unit=LagUnit.CALENDAR_DAYS), left=(0, 0),
    ),
    Case(
        key="no-later-dates", has=limited(ConstraintKind.FINISH_NO_LATER_THAN), found=(1, 0),
        names=("A",), neighbour=limited(ConstraintKind.FINISH_NO_EARLIER_THAN), left=(0, 0),
    ),
    Case(
        key="no-later-dates", has=plan(act(must_finish_by=date(2024, 7, 1))), found=(1, 0),
        names=("A",), neighbour=plan(act(due="2024-07-01")), left=(0, 0),
    ),
    Case(
        key="out-of-sequence",
        has=plan(act("A", duration=5), act("B", after="A", actual_start="2024-06-05")),
        found=(1, 0), links=AB,
        neighbour=plan(done("A", "2024-06-04"), act("B", after="A", actual_start="2024-06-05")),
        left=(0, 0),
    ),
    Case(
        key="zero-length", has=plan(act(duration=0)), found=(1, 0), names=("A",),
        neighbour=plan(act(duration=1)), left=(0, 0),
    ),
    Case(
        key="assumed-lengths", has=plan(act(due="2024-07-01")), found=(1, 0), names=("A",),
        neighbour=plan(act(due="2024-07-01", duration=5)), left=(0, 0),
    ),
    Case(
        key="assumed-links",
        has=plan(
            *two().actions, assumptions=[Assumption(id="A1", reason="usual", fills=["B after A"])]
        ),
        found=(1, 0), links=AB, neighbour=two(), left=(0, 0),
    ),
    Case(
        key="duplicate-links",
        has=plan(act("A", duration=5), act("B", after=["A", Dependency(id="A", lag=5)])),
        found=(1, 0), links=AB,
        neighbour=plan(act("A", duration=5), act("B", after=["A", Dependency(id="A", type=FF)])),
        left=(0, 0),
    ),
    Case(
        key="redundant-links",
        has=plan(*two().actions, THIRD), found=(1, 0), links=(("A", "C"),),
        neighbour=plan(act("A", duration=10), act("B", duration=20), THIRD), left=(0, 0),
    ),
)  # fmt: skip
"""Each further count; of nothing in particular, so the second number is 0."""
