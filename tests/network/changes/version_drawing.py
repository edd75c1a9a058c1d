"""Random plans with dates, facts and promises, and second versions of them."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from attrs import evolve
from hypothesis import strategies as st

from send_framework import (
    Action,
    Dependency,
    DependencyType,
    LagUnit,
    Milestone,
    NeededBy,
    Plan,
    Status,
)
from send_framework.network.changes.slip_impact import solved_for
from send_framework.network.kinds import Basis
from send_framework.working_days import Closure, WorkingCalendar
from tests.network.planning import START

SUMMER = WorkingCalendar(
    id="term",
    title="School terms",
    closures=(Closure(name="summer", first=date(2024, 7, 22), last=date(2024, 9, 3)),),
)
ON = date(2024, 6, 14)
days = st.integers(0, 120).map(lambda number: START + timedelta(days=number))
maybe_days = st.none() | days


def links(names: Sequence[str], *, civil: bool) -> st.SearchStrategy[tuple[Dependency, ...]]:
    """Draw what work waits for, among these ids."""
    if not names:
        return st.just(())
    units = st.sampled_from(LagUnit) if civil else st.just(LagUnit.WORKING_DAYS)
    each = st.builds(
        Dependency, id=st.sampled_from(names), type=st.sampled_from(DependencyType),
        lag=st.integers(-3, 6), lag_unit=units,
    )  # fmt: skip
    return st.lists(each, max_size=2).map(tuple)


@st.composite
def facts(draw: st.DrawFn) -> dict[str, Any]:
    """Draw what is reported of an action, by the close of the data date."""
    began = draw(st.integers(0, 9).map(lambda number: START + timedelta(days=number)))
    return draw(
        st.sampled_from([
            {}, {}, {},
            {"actual_start": began},
            {"actual_start": began, "remaining": 5},
            {"actual_start": began, "percent_complete": 40},
            {"actual_start": began, "actual_finish": began + timedelta(days=2)},
            {"status": Status.IN_PROGRESS},
            {"status": Status.COMPLETE},
            {"status": Status.CANCELLED},
        ])
    )  # fmt: skip


@st.composite
def work(
    draw: st.DrawFn, name: str, before: Sequence[str], *, calendars: bool = True
) -> Action | Milestone:
    """Draw an action or a milestone that may wait for some earlier work."""
    after = draw(links(before, civil=calendars))
    calendar = draw(st.sampled_from([None, None, "term"])) if calendars else None
    common: dict[str, Any] = {
        "id": name, "title": f"Work {name}", "after": after, "calendar": calendar,
        "needed_by": draw(st.sampled_from([None, None, NeededBy.NONE])),
    }  # fmt: skip
    if draw(st.integers(0, 4)) == 0:
        return Milestone(due=draw(maybe_days), **common)
    return Action(
        duration=draw(st.none() | st.integers(0, 25)), due=draw(maybe_days), **common,
        **draw(facts()),
    )  # fmt: skip


@st.composite
def dated_plans(
    draw: st.DrawFn, *, most: int = 6, calendars: bool = True, prefix: str = "S"
) -> Plan:
    """Draw a plan without loops, as known on some day of June 2024."""
    names = [f"{prefix}{number}" for number in range(draw(st.integers(1, most)))]
    made = [
        draw(work(name, names[:number], calendars=calendars)) for number, name in enumerate(names)
    ]
    return plan_with(made, data_date=ON + timedelta(days=draw(st.integers(-10, 10))))


def plan_with(made: Sequence[Action | Milestone], **fields: Any) -> Plan:  # noqa: ANN401 - any field
    """Return a plan of this work with a term calendar."""
    return Plan(
        title="A plan",
        start=fields.pop("start", START),
        calendars=[SUMMER],
        actions=[each for each in made if isinstance(each, Action)],
        milestones=[each for each in made if isinstance(each, Milestone)],
        **fields,
    )


@st.composite
def versions(draw: st.DrawFn) -> tuple[Plan, Plan]:
    """Draw two versions of a plan: some work is gone, some new, some changed, time has passed."""
    old = draw(dated_plans())
    names = [each.id for each in old.work()]
    made: list[Action | Milestone] = []
    for each in sorted(old.work(), key=lambda each: each.id):
        kept = [other.id for other in made]
        choice = draw(st.sampled_from(["same", "same", "changed", "changed", "gone"]))
        if choice == "same":
            made.append(evolve(each, after=tuple(a for a in each.after if a.id in kept)))
        if choice == "changed":
            made.append(draw(work(each.id, kept)))
    for name in ("T0", "T1"):
        if draw(st.booleans()):
            made.append(draw(work(name, [other.id for other in made])))
    assert len(names) >= len([each for each in made if each.id in names])
    later = (old.data_date or ON) + timedelta(days=draw(st.sampled_from([0, 0, 7, 30, -5])))
    start = START + timedelta(days=draw(st.sampled_from([0, 0, 3])))
    calendar = draw(st.sampled_from(["england", "england", "term"]))
    return old, plan_with(made, data_date=later, start=start, calendar=calendar)


def last_number(plan: Plan, basis: Basis) -> int:
    """Return how many of the plan's working days lie before the last finish of all its work.

    Days as people read them would not do: a moment at the beginning of a day and one at its end
    are both read as that day.
    """
    solved = solved_for(plan, target=None, on=None, basis=basis, settings=None)
    days, placed = solved.result.days, solved.placed
    ends = [days.early.at_finish[n] for n in solved.scope if not placed[n].dropped]
    return days.network.plan_table.index(max(ends)) if ends else 0
