"""Whole plans against another engine: dates and float from `schedule`, not only from its engine.

Each network becomes a plan with actions, milestones, calendars, constraints and progress as a user
would write them; what must be finished by a day becomes a window.
"""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from send_framework import (
    Action,
    Constraint,
    ConstraintKind,
    Dependency,
    DependencyType,
    Milestone,
    Plan,
    Window,
)
from send_framework.network.kinds import Basis
from send_framework.network.results import Schedule
from send_framework.network.schedule import schedule
from send_framework.working_days import CalendarTable, begin_of
from tests.network.planning import window_of
from tests.network.truth_networks import KINDS, PLAN, calendars_of, read_lines

_STARTS = ("start-no-earlier-than", "start-no-later-than", "must-start-on")


class Written:
    """One network written as a plan."""

    def __init__(self, net: dict[str, Any], header: dict[str, Any]) -> None:
        """Keep the network and the tables of its calendars."""
        self.net = net
        self.start = date.fromisoformat(header["start"])
        self.calendars = calendars_of(header)
        begin = begin_of(self.start)
        self.tables = {name: CalendarTable(each, begin) for name, each in self.calendars.items()}
        self.of = {task["id"]: task.get("calendar", PLAN) for task in net["tasks"]}

    def first_day(self, name: str, number: int) -> date:
        """Return the day on which a working day's number begins."""
        return date.fromordinal(self.tables[name].begin(number))

    def last_day(self, name: str, number: int) -> date:
        """Return the day at whose end so many working days are done."""
        return date.fromordinal(self.tables[name].end(number) - 1)

    def answer(self) -> Schedule:
        """Return its schedule by the network alone."""
        given = self.net.get("data_date")
        eve = self.start - timedelta(days=1)
        on = eve if given is None else self.first_day(PLAN, given) - timedelta(days=1)
        return schedule(self.plan(), target=self._target(), on=on, basis=Basis.NETWORK)

    def plan(self) -> Plan:
        """Return the plan."""
        tasks = self.net["tasks"]
        return Plan(
            title=self.net["name"],
            start=self.start,
            calendar=PLAN,
            calendars=tuple(self.calendars.values()),
            actions=[self._action(task) for task in tasks if task["duration"]],
            milestones=[self._milestone(task) for task in tasks if not task["duration"]],
        )

    def _target(self) -> Window | None:
        by = self.net.get("must_finish_by")
        if by is None:
            return None
        return window_of(None, self.last_day(PLAN, by) + timedelta(days=1))

    def _action(self, task: dict[str, Any]) -> Action:
        name = self.of[task["id"]]
        start, finish = task.get("actual_start"), task.get("actual_finish")
        return Action(
            duration=task["duration"],
            actual_start=None if start is None else self.first_day(name, start),
            actual_finish=None if finish is None else self.last_day(name, finish),
            remaining=None if finish is not None else task.get("remaining"),
            **self._shared(task),
        )

    def _milestone(self, task: dict[str, Any]) -> Milestone:
        finish = task.get("actual_finish")
        name = self.of[task["id"]]
        return Milestone(
            actual=None if finish is None else self.last_day(name, finish), **self._shared(task)
        )

    def _shared(self, task: dict[str, Any]) -> dict[str, Any]:
        return {
            "id": f"T{task['id']}",
            "title": "A task",
            "calendar": self.of[task["id"]],
            "constraints": self._constraints(task),
            "after": [self._link(link) for link in self.net["links"] if link["succ"] == task["id"]],
        }

    def _link(self, link: dict[str, Any]) -> Dependency:
        return Dependency(
            id=f"T{link['pred']}",
            type=DependencyType(link["type"]),
            lag=link["lag"],
            lag_calendar=self.of[link["pred"]],
        )

    def _constraints(self, task: dict[str, Any]) -> list[Constraint]:
        if not task.get("constraint"):
            return []
        kind: ConstraintKind = KINDS[task["constraint"]]
        number: int = task["constraint_index" if "constraint_index" in task else "constraint_day"]
        name = self.of[task["id"]]
        on_start = kind.value in _STARTS
        if "constraint_index" not in task and not on_start:
            number += 1  # the random networks name the day, not the instant at its end
        day = self.first_day(name, number) if on_start else self.last_day(name, number)
        return [Constraint(kind=kind, day=day)]


@pytest.mark.parametrize("file", ["random-networks.jsonl", "constrained-networks.jsonl"])
def test_plans_agree_with_primavera_where_it_means_the_same(shared: Path, file: str) -> None:
    """Early dates, total float and criticality of every activity of every comparable network."""
    header, *networks = read_lines(shared / "truth" / file)
    compared = 0
    for net in networks:
        if net["exceptions"]["primavera"]:
            continue
        written = Written(net, header)
        answer = written.answer()
        absent = {each.id for each in answer.unscheduled}
        for task, wanted in zip(net["tasks"], net["primavera"], strict=True):
            if f"T{task['id']}" not in absent:
                compared += _compare(written, answer, task, wanted)
    assert compared > 700


def _compare(
    written: Written, answer: Schedule, task: dict[str, Any], wanted: dict[str, Any]
) -> int:
    """Compare one activity; return 0 where it is done and the other engine says nothing."""
    each = answer.activity(f"T{task['id']}")
    if each.complete:
        return 0
    where = (written.net["name"], each.id)
    assert (where, each.total_float, each.critical) == (where, wanted["TF"], wanted["critical"])
    if task["duration"]:
        name = written.of[task["id"]]
        assert (where, each.early_finish) == (where, written.last_day(name, wanted["EF"]))
        if not each.started:
            assert (where, each.early_start) == (where, written.first_day(name, wanted["ES"]))
    return 1
