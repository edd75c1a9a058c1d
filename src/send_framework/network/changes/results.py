"""What comparing, slipping and shortening return: frozen classes of plain values."""

from datetime import date
from enum import Enum

from attrs import frozen

from send_framework.network.changes.scenario import Scenario
from send_framework.network.results import Schedule
from send_framework.network.risk.headline import Headline


class ChangeKind(Enum):
    """What part of a plan changed; the order is the order in which changes are applied."""

    PROGRESS = "progress"
    """Facts and the data date."""
    START = "start"
    """Starts, promises, fixed dates and constraints."""
    SCOPE = "scope"
    """Work added, removed, cancelled, or newly asked for."""
    LINK = "link"
    DURATION = "duration"
    CALENDAR = "calendar"
    SETTINGS = "settings"
    """The target and its scope, and how the plan is read."""
    OTHER = "other"
    """What moves no date: titles, bodies, measures, evidence."""


@frozen(kw_only=True)
class Change:
    """One difference between two versions of a plan.

    Attributes:
        kind: What changed.
        subject: The activity's id.
        sentence: It in one sentence, with both values.
        field: The field, such as ``"duration"``; of a link ``"after S01"``.
        before: The earlier value in words; empty for none.
        after: The later value in words; empty for none.
    """

    kind: ChangeKind
    subject: str
    sentence: str
    field: str = ""
    before: str = ""
    after: str = ""


@frozen(kw_only=True)
class Moved:
    """An activity in both versions whose dates differ.

    Attributes:
        id: Its id.
        title: Its title, of the later version.
        old_start: Early start before.
        new_start: Early start now.
        old_finish: Early finish before.
        new_finish: Early finish now.
        working_days: Working days its finish moved; positive is later.
        on_old_path: Whether it was on the critical path.
        on_new_path: Whether it is.
        newly_late: Whether it now breaks a promise or the window's latest day and did not before.
    """

    id: str
    title: str
    old_start: date
    new_start: date
    old_finish: date
    new_finish: date
    working_days: int
    on_old_path: bool = False
    on_new_path: bool = False
    newly_late: bool = False


@frozen(kw_only=True)
class Contribution:
    """How much of the finish's move one group of changes makes.

    Attributes:
        kind: What was changed.
        subject: The activity's id; empty for what concerns no single one.
        working_days: Working days by which applying it moved the finish; positive is later.
        finish: The finish after it.
        sentence: It in one sentence.
    """

    kind: ChangeKind
    subject: str
    working_days: int
    finish: date | None
    sentence: str


@frozen(kw_only=True)
class Comparison:
    """Two versions of a plan side by side.

    Attributes:
        old: The earlier version's schedule.
        new: The later version's schedule.
        added: Ids only in the later one.
        removed: Ids only in the earlier one.
        changes: Every difference in what is planned.
        moved: Every activity whose dates differ, largest move first.
        finish_moved: Working days (the later plan's calendar) the scope's finish moved.
        why: What moved it, in the order in which the changes were applied; adds up to
            `finish_moved`.
        method: How it was attributed, in one sentence.
        newly_late: Ids of what now breaks a promise or the window's latest day and did not
            before, whether its dates moved or not; what is new and late too.
        old_float: Each end of the old window with the float to it.
        new_float: The same for the new window.
    """

    old: Schedule
    new: Schedule
    added: tuple[str, ...]
    removed: tuple[str, ...]
    changes: tuple[Change, ...]
    moved: tuple[Moved, ...]
    finish_moved: int
    why: tuple[Contribution, ...]
    method: str
    newly_late: tuple[str, ...] = ()
    old_float: tuple[tuple[str, int], ...]
    new_float: tuple[tuple[str, int], ...]


@frozen(kw_only=True)
class WhatIf:
    """What follows from one scenario.

    Attributes:
        scenario: The scenario.
        base: The schedule without it.
        schedule: The schedule with it.
        finish_moved: Working days (the plan's calendar) by which it moves the scope's finish;
            positive is later; ``None`` where either has no finish.
        base_float: Each end of the window with the float to it, without the scenario.
        new_float: The same with the scenario.
        moved: Every activity whose dates differ, largest move first.
        newly_late: Ids of what then breaks a promise or the window's latest day.
        no_longer_late: Ids of what then does so no longer.
        base_risk: What a simulation says without the scenario; ``None`` where none was asked for.
        new_risk: What it says with the scenario, in samples of the same luck.
    """

    scenario: Scenario
    base: Schedule
    schedule: Schedule
    finish_moved: int | None
    base_float: tuple[tuple[str, int], ...]
    new_float: tuple[tuple[str, int], ...]
    moved: tuple[Moved, ...] = ()
    newly_late: tuple[str, ...] = ()
    no_longer_late: tuple[str, ...] = ()
    base_risk: Headline | None = None
    new_risk: Headline | None = None


@frozen(kw_only=True)
class SlipImpact:
    """What happens to the target when one activity slips.

    Attributes:
        id: Its id.
        title: Its title.
        total_float: Its float against the scope's own finish.
        lost: Each slip asked about, with the working days of the scope's finish it costs.
    """

    id: str
    title: str
    total_float: int | None
    lost: tuple[tuple[int, int], ...]


@frozen(kw_only=True)
class Shortening:
    """The cheapest way found to finish some days earlier.

    Attributes:
        wanted: Working days to regain.
        regained: Working days the answer regains; below `wanted` when no set regains them all.
        cost: What it costs, in the caller's unit.
        days: Each activity shortened, with the working days taken off it.
        is_optimal: Whether no cheaper way exists.
        method: How it was found, in one sentence.
        bound: The least any way can cost; equal to `cost` when optimal.
    """

    wanted: int
    regained: int
    cost: float
    days: tuple[tuple[str, int], ...]
    is_optimal: bool
    method: str
    bound: float
