"""Schedules that Microsoft Project and Primavera P6 saved, with the dates they stored.

Every early and late date, total and free float is compared; a difference that the file does not
name is a fault. Free float is compared without our cap at total float, as `decisions` cap it.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from send_framework.network.engine.passes import Passes
from tests.network.truth_networks import schedule_of

FIELDS = ("ES", "EF", "LS", "LF", "total_float", "free_float")


def saved_schedules(shared: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield each saved schedule with the name of its file."""
    for path in sorted((shared / "truth" / "schedules").glob("*.json")):
        yield path.name, json.loads(path.read_text(encoding="utf-8"))


def ours(result: Passes, i: int) -> dict[str, int | None]:
    """Return our answer under the file's names; finished work has no late dates here."""
    total = result.total_float[i]
    room = None if total is None else result.late.room[i] - result.early.finish[i]
    found = (
        result.early_start[i],
        result.early_finish[i],
        result.late_start[i],
        result.late_finish[i],
        total,
        room,
    )
    return dict(zip(FIELDS, found, strict=True))


def differences(saved: dict[str, Any], result: Passes) -> tuple[set[tuple[str, str]], int]:
    """Return the fields that differ, by task, and how many were compared."""
    differ: set[tuple[str, str]] = set()
    compared = 0
    for i, task in enumerate(saved["tasks"]):
        if task["type"] == "level_of_effort":
            continue
        theirs = saved["computed"][task["id"]]
        for name, own in ours(result, i).items():
            if own is None or theirs[name] is None:
                continue
            compared += 1
            if own != theirs[name]:
                differ.add((task["id"], name))
    return differ, compared


def test_saved_schedules_are_reproduced(shared: Path) -> None:
    """Real schedules: each field equal, or its difference named in the file."""
    total = 0
    for name, saved in saved_schedules(shared):
        named = {(each["id"], field) for each in saved["differs"] for field in each["fields"]}
        for result in schedule_of(saved).answers():
            differ, compared = differences(saved, result)
            assert differ <= named, (name, sorted(differ - named))
            total += compared
    assert total > 1000


def test_the_named_differences_are_real(shared: Path) -> None:
    """A difference that a file names is one: the list excuses nothing that would be equal."""
    named = found = 0
    for _, saved in saved_schedules(shared):
        listed = {(each["id"], field) for each in saved["differs"] for field in each["fields"]}
        differ, _ = differences(saved, schedule_of(saved).answers()[0])
        named += len(listed)
        found += len(listed & differ)
    assert found == named
