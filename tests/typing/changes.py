"""What mypy and pyright have to find out about scenarios and comparisons; nothing here is run."""

from datetime import date
from pathlib import Path
from typing import assert_type

from send_framework import Plan, Window
from send_framework.formats.scenario_files import load_scenarios
from send_framework.network.changes.applying import apply, moved_window
from send_framework.network.changes.asking import what_if
from send_framework.network.changes.comparing import compare
from send_framework.network.changes.results import (
    Comparison,
    Contribution,
    Shortening,
    SlipImpact,
    WhatIf,
)
from send_framework.network.changes.scenario import Scenario
from send_framework.network.changes.shortening import shorten
from send_framework.network.changes.slip_impact import slip_impacts


def scenarios(plan: Plan, window: Window | None, path: Path) -> None:
    """A scenario gives another plan and another window; a finish may be missing, so a move may."""
    asked = load_scenarios(path)
    assert_type(asked, tuple[Scenario, ...])
    assert_type(apply(plan, asked[0]), Plan)
    assert_type(moved_window(window, asked[0]), Window | None)
    for each in what_if(plan, asked, target=window):
        assert_type(each, WhatIf)
        assert_type(each.finish_moved, int | None)


def versions(old: Plan, new: Plan) -> None:
    """Parts are whole days; the finish after one may be missing."""
    found = compare(old, new)
    assert_type(found, Comparison)
    assert_type(found.why, tuple[Contribution, ...])
    assert_type(found.why[0].finish, date | None)


def helping(plan: Plan) -> None:
    """Costs are the caller's numbers; what a slip loses are whole days."""
    assert_type(slip_impacts(plan), tuple[SlipImpact, ...])
    found = shorten(plan, 5, {"S01": 2.5})
    assert_type(found, Shortening)
    assert_type(found.days, tuple[tuple[str, int], ...])
