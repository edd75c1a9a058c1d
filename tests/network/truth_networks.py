"""Reads networks that other programs scheduled, and gives them to the engine.

The truth counts working days of each task's own calendar since the project start; the engine is
given instants, so that its own counting is proved as well.
"""

import json
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any, TypeAlias

from attrs import evolve, frozen

from send_framework.model.dependency import ConstraintKind, DependencyType, LagUnit
from send_framework.network.engine.activity import Limit, NetworkActivity, NetworkLink
from send_framework.network.engine.compiled import Compiled, IndexNetwork
from send_framework.network.engine.compiling import compile_schedule
from send_framework.network.engine.passes import Passes, passes
from send_framework.working_days import (
    CalendarTable,
    Closure,
    WorkingCalendar,
    begin_of,
    end_of,
)

Json: TypeAlias = Mapping[str, Any]

KINDS = {
    "SNET": ConstraintKind.START_NO_EARLIER_THAN,
    "SNLT": ConstraintKind.START_NO_LATER_THAN,
    "FNET": ConstraintKind.FINISH_NO_EARLIER_THAN,
    "FNLT": ConstraintKind.FINISH_NO_LATER_THAN,
    "SON": ConstraintKind.MUST_START_ON,
    "MSO": ConstraintKind.MUST_START_ON,
    "FON": ConstraintKind.MUST_FINISH_ON,
    "MFO": ConstraintKind.MUST_FINISH_ON,
}
ENGINES = {"microsoft": "succ", "primavera": "pred"}
"""Each engine, and whose calendar counts a lag there."""

PLAN = "england"


@frozen(kw_only=True)
class Given:
    """One network as the engine takes it."""

    activities: tuple[NetworkActivity, ...]
    links: tuple[NetworkLink, ...]
    start: int
    calendar: WorkingCalendar
    data_date: int | None
    finish: int | None
    override: bool = False

    def compiled(self) -> Compiled:
        """Return it compiled, in the form the engine prefers."""
        return compile_schedule(
            self.activities,
            self.links,
            start=self.start,
            calendar=self.calendar,
            data_date=self.data_date,
            override_logic=self.override,
        )

    def answers(self) -> tuple[Passes, ...]:
        """Return the answer in numbers and in instants; only the latter for several calendars."""
        network = self.compiled()
        forms = [network]
        if isinstance(network, IndexNetwork) and network.dated is not None:
            forms.append(network.dated)
        return tuple(passes(form, finish=self.finish) for form in forms)

    def without_start(self, free: Iterable[str]) -> "Given":
        """Return it so that some work may lie before the project start."""
        floor = Limit(kind=ConstraintKind.START_NO_EARLIER_THAN, instant=self.start)
        free = set(free)
        held = tuple(
            each if each.id in free else evolve(each, limits=(*each.limits, floor))
            for each in self.activities
        )
        return evolve(self, activities=held, start=begin_of(LONG_AGO))


LONG_AGO = date(2020, 1, 1)


def read_lines(path: Path) -> list[dict[str, Any]]:
    """Return a file of one JSON object a line."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def calendars_of(header: Json) -> dict[str, WorkingCalendar]:
    """Return the calendars that a file's first line describes."""
    england = {"working_weekdays": [0, 1, 2, 3, 4], "closed": header.get("holidays", ())}
    described = header.get("calendars", {PLAN: england})
    return {name: calendar(name, each) for name, each in described.items()}


def calendar(name: str, described: Json) -> WorkingCalendar:
    """Return one calendar, closed and opened as listed and by nothing else."""
    closed = [date.fromisoformat(day) for day in described["closed"]]
    return WorkingCalendar(
        id=name,
        title=name,
        working_weekdays=tuple(described["working_weekdays"]),
        bank_holidays=False,
        closures=tuple(Closure(name="closed", first=day, last=day) for day in closed),
        opened=tuple(date.fromisoformat(day) for day in described.get("opened", ())),
    )


def network_of(net: Json, header: Json, engine: str) -> Given:
    """Return a random or constrained network as one engine understood it."""
    calendars = calendars_of(header)
    start = begin_of(date.fromisoformat(header["start"]))
    tables = {name: CalendarTable(each, start) for name, each in calendars.items()}
    tasks = {task["id"]: task for task in net["tasks"]}
    counted = {i: calendars[task.get("calendar", PLAN)] for i, task in tasks.items()}
    links = [
        NetworkLink(
            predecessor=str(link["pred"]),
            successor=str(link["succ"]),
            type=DependencyType(link["type"]),
            lag=link["lag"],
            calendar=counted[link[ENGINES[engine]]],
        )
        for link in net["links"]
    ]
    plan = tables[PLAN]
    data_date, finish = net.get("data_date"), net.get("must_finish_by")
    return Given(
        activities=tuple(_task(each, calendars, tables) for each in net["tasks"]),
        links=tuple(links),
        start=start,
        calendar=calendars[PLAN],
        data_date=None if data_date is None else plan.begin(data_date),
        finish=None if finish is None else plan.end(finish),
    )


def _task(
    task: Json, calendars: Mapping[str, WorkingCalendar], tables: Mapping[str, CalendarTable]
) -> NetworkActivity:
    name = task.get("calendar", PLAN)
    table = tables[name]
    duration, remaining = task["duration"], task.get("remaining")
    if remaining is not None:
        duration = task["actual_done"] + remaining
    start, finish = task.get("actual_start"), task.get("actual_finish")
    done = None if finish is None else table.end(finish)
    # A milestone that has happened lies at the end of a day, both ends of it.
    began = None if start is None else done if start == finish else table.begin(start)
    return NetworkActivity(
        id=str(task["id"]),
        duration=duration,
        calendar=calendars[name],
        limits=_limits(task, table),
        actual_start=began,
        actual_finish=done,
        remaining=remaining,
    )


def _limits(task: Json, table: CalendarTable) -> tuple[Limit, ...]:
    if not task.get("constraint"):
        return ()
    kind = KINDS[task["constraint"]]
    if "constraint_day" in task:  # random networks: a day, and its end for a finish
        number = task["constraint_day"] + (kind is ConstraintKind.FINISH_NO_EARLIER_THAN)
    else:
        number = task["constraint_index"]
    at = table.begin(number) if "start" in kind.value else table.end(number)
    return (Limit(kind=kind, instant=at),)


def schedule_of(saved: Json) -> Given:
    """Return a schedule that a tool saved."""
    calendars = {name: calendar(name, each) for name, each in saved["calendars"].items()}
    start = begin_of(date.fromisoformat(saved["project_start"][:10]))
    tables = {name: CalendarTable(each, start) for name, each in calendars.items()}
    counted = {task["id"]: calendars[task["calendar"]] for task in saved["tasks"]}
    whose = "succ" if saved["lag_calendar"] == "successor" else "pred"
    links = [
        NetworkLink(
            predecessor=link["pred"],
            successor=link["succ"],
            type=DependencyType(link["type"]),
            lag=link["lag"],
            unit=LagUnit.CALENDAR_DAYS if "lag_unit" in link else LagUnit.WORKING_DAYS,
            calendar=counted[link[whose]],
        )
        for link in saved["links"]
    ]
    data_date, finish = saved["data_date"], saved["must_finish_by"]
    return Given(
        activities=tuple(_saved(each, calendars, tables) for each in saved["tasks"]),
        links=tuple(links),
        start=start,
        calendar=next(iter(calendars.values())),
        data_date=data_date and begin_of(date.fromisoformat(data_date[:10])),
        finish=finish and end_of(date.fromisoformat(finish[:10])),
    )


def _saved(
    task: Json, calendars: Mapping[str, WorkingCalendar], tables: Mapping[str, CalendarTable]
) -> NetworkActivity:
    table = tables[task["calendar"]]
    activity = NetworkActivity(
        id=task["id"],
        duration=task["duration"],
        calendar=calendars[task["calendar"]],
        ongoing=task["type"] == "level_of_effort",
    )
    # "As late as possible" moves no early date, so the passes need not know it.
    if task.get("constraint", "ALAP") != "ALAP":
        activity = evolve(activity, limits=_limits(task, table))
    if "actual_start_index" in task:
        began = table.begin(task["actual_start_index"])
        activity = evolve(activity, actual_start=began, remaining=task["remaining"])
    if "actual_finish_index" in task:
        activity = evolve(activity, actual_finish=table.end(task["actual_finish_index"]))
    if "pinned_start_index" in task:
        begins, ends = task["pinned_start_index"], task["pinned_finish_index"]
        at = table.begin(begins) if begins < ends else table.end(ends)
        activity = evolve(activity, fixed_start=at, fixed_finish=table.end(ends), binds=False)
    return activity
