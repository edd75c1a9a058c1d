"""Two versions of a plan: what differs, what moved, and what moved it."""

from collections.abc import Iterable
from datetime import date

from send_framework.model.plan import Plan
from send_framework.model.window import Window
from send_framework.network.assumed import Settings
from send_framework.network.changes.attributing import METHOD, Attribution
from send_framework.network.changes.differences import (
    finish_moved,
    floats_of,
    moved_activities,
    newly_late,
)
from send_framework.network.changes.field_changes import (
    Dated,
    changes_between,
    in_play,
    linked_in,
)
from send_framework.network.changes.results import Comparison
from send_framework.network.kinds import Basis
from send_framework.network.schedule import schedule

NO_FINISH = "Nothing can be attributed: in one of the two versions nothing in scope has dates."


def compare(  # noqa: PLR0913 - two questions of a schedule
    old: Plan,
    new: Plan,
    *,
    old_target: Window | None = None,
    new_target: Window | None = None,
    old_on: date | None = None,
    new_on: date | None = None,
    basis: Basis = Basis.FORECAST,
    settings: Settings | None = None,
) -> Comparison:
    """Say what differs between two versions of a plan, what moved, and why.

    Activities are the same where their ids are. Events, meetings and commitments are compared as
    far as a link touches them.

    Args:
        old: The earlier version.
        new: The later one.
        old_target: The window the earlier version is to be ready for.
        new_target: The window the later one is to be ready for.
        old_on: The data date of the earlier version; ``None`` takes the plan's, else today.
        new_on: The data date of the later one, likewise.
        basis: Promised, network, or forecast.
        settings: Thresholds and how progress is read, in both.

    Returns:
        Both schedules, every difference, what moved, and how much of the finish's move each
        difference makes: the parts add up to the whole.

    Raises:
        UnknownActivityError: A target's scope names nothing in its plan.
        CalendarError: A schedule leaves the years whose bank holidays are known.

    Example:
        >>> from attrs import evolve
        >>> from send_framework import Action
        >>> first, second = (Action(id="A", title="Agree", duration=20),
        ...                  Action(id="B", title="Build", duration=30, after="A"))
        >>> old = Plan(title="A plan", start=date(2024, 6, 3), data_date=date(2024, 5, 31),
        ...            actions=[first, second])
        >>> new = evolve(old, actions=[evolve(first, duration=25), second])
        >>> found = compare(old, new)
        >>> found.finish_moved, [(each.subject, each.working_days) for each in found.why]
        (5, [('A', 5)])
        >>> found.why[0].sentence
        'A: duration changed from 20 working days to 25 working days.'
    """
    then = schedule(old, target=old_target, on=old_on, basis=basis, settings=settings)
    now = schedule(new, target=new_target, on=new_on, basis=basis, settings=settings)
    before = Dated(plan=old, on=then.on, start=then.start, target=old_target)
    after = Dated(plan=new, on=now.on, start=now.start, target=new_target)
    changes = changes_between(before, after)
    walk = Attribution(old=before, new=after, then=then, now=now, changes=changes)
    linked = linked_in(old, new)
    moved = finish_moved(new, then, now)
    return Comparison(
        old=then,
        new=now,
        added=_only_in(in_play(new, linked), in_play(old, linked)),
        removed=_only_in(in_play(old, linked), in_play(new, linked)),
        changes=changes,
        moved=moved_activities(new, then, now),
        finish_moved=moved or 0,
        why=tuple(walk.contributions()),
        method=NO_FINISH if moved is None else METHOD,
        newly_late=newly_late(then, now),
        old_float=floats_of(then),
        new_float=floats_of(now),
    )


def _only_in(some: Iterable[str], others: Iterable[str]) -> tuple[str, ...]:
    known = set(others)
    return tuple(name for name in some if name not in known)
