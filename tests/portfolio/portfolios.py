"""Small portfolios, and plans that will not load, for tests on any process."""

import os
import threading
from datetime import date
from pathlib import Path

from attrs import evolve

from send_framework import Plan
from send_framework.formats.documents import read_plan
from send_framework.portfolio import Job, PlanSummary
from tests.cli.northshire import PLAN

DAY = date(2024, 5, 31)


def northshire(title: str = "Northshire SEND improvement plan") -> Plan:
    """Return the plan that the explanation of scheduling works by hand."""
    return evolve(read_plan(PLAN), title=title)


def read_text(text: str) -> Plan:
    """Return the plan in a text, as a worker reads it."""
    return read_plan(text, name="plan.yaml")


def deadly() -> Plan:
    """Bring down the process that loads this plan, as a lack of memory does."""
    os._exit(9)


def deadly_once(mark: str) -> Plan:
    """Bring down the first process that loads this plan, and no other."""
    if not Path(mark).exists():
        Path(mark).touch()
        os._exit(9)
    return northshire()


def not_there() -> Plan:
    """Fail as a file system does."""
    raise FileNotFoundError(2, "No such file or directory", "gone.yaml")


def too_large() -> Plan:
    """Fail as a machine with little memory does."""
    raise MemoryError


def faulty() -> Plan:
    """Fail as a program with a mistake in it does."""
    message = "what a mistake"
    raise TypeError(message)


def jobs(count: int) -> list[Job]:
    """Return jobs with one plan each, told apart by their titles."""
    return [Job(key=f"{n:02}", load=northshire(f"Plan {n}")) for n in range(count)]


def timeless(summaries: list[PlanSummary]) -> dict[str, PlanSummary]:
    """Return summaries by key, without how long they took."""
    found = {each.key: evolve(each, seconds=0.0) for each in summaries}
    assert len(found) == len(summaries)
    return found


class Held:
    """A loader that waits until it is let go, for threads."""

    def __init__(self) -> None:
        """Hold everybody."""
        self.gate = threading.Event()
        self.loaded = 0

    def __call__(self) -> Plan:
        """Return the plan once let go."""
        self.gate.wait(timeout=60)
        self.loaded += 1
        return northshire()
