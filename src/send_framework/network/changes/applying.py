"""A plan with a scenario applied to it, and a window moved by one.

Every step is tried, so that all that does not fit is told at once and before anything is
computed from the changed plan.
"""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import TypeAlias

from attrs import evolve

from send_framework.dates import today
from send_framework.errors import NetworkError, ScenarioError, SendFrameworkError
from send_framework.model.plan import Plan
from send_framework.model.source import Confidence
from send_framework.model.window import WINDOW_ENDS, Unit, Window, WindowEnd
from send_framework.network.assumed import Settings
from send_framework.network.changes import editing, moving
from send_framework.network.changes.moving import Reading
from send_framework.network.changes.rescaling import with_spread_in_proportion
from send_framework.network.changes.scenario import Scenario, Step, StepKind
from send_framework.network.kinds import Basis

Changed: TypeAlias = tuple[Plan, tuple[str, ...]]

_LINKS: dict[StepKind, Callable[[Plan, Step], Plan]] = {
    StepKind.ADD_LINK: editing.add_link,
    StepKind.DROP_LINK: editing.drop_link,
    StepKind.PARALLEL: editing.parallel,
    StepKind.REMOVE: editing.remove,
}
_FIELDS: dict[StepKind, tuple[Callable[[Plan, Step], Plan], str]] = {
    StepKind.SET_DURATION: (editing.set_duration, "duration"),
    StepKind.SET_CALENDAR: (editing.set_calendar, "calendar"),
}
_MOVES: dict[StepKind, Callable[[Plan, Step, Reading], Changed]] = {
    StepKind.SLIP: moving.slip,
    StepKind.SHORTEN: moving.shorten,
}
_LENGTHS = (StepKind.SET_DURATION, StepKind.SHORTEN)


def apply(
    plan: Plan,
    scenario: Scenario,
    *,
    on: date | None = None,
    basis: Basis = Basis.FORECAST,
    settings: Settings | None = None,
) -> Plan:
    """Return the plan as the scenario would have it, steps applied in their order.

    What a step sets is marked as an assumption of the new plan. A moved window is no part of a
    plan: `moved_window` moves that.

    Args:
        plan: The plan.
        scenario: The changes.
        on: The data date; ``None`` takes the plan's, else today.
        basis: How the dates are computed from which work slips: network or forecast.
        settings: How the plan is read.

    Raises:
        ScenarioError: Some steps do not fit the plan; it names all of them.

    Example:
        >>> from send_framework import Action
        >>> from send_framework.network.schedule import schedule
        >>> plan = Plan(title="A plan", start=date(2024, 6, 3), data_date=date(2024, 5, 31),
        ...             actions=[Action(id="A", title="Agree", duration=20),
        ...                      Action(id="B", title="Build", duration=30, after="A")])
        >>> late = Scenario(id="late", steps=[Step(kind=StepKind.SLIP, activity="A", days=5)])
        >>> str(schedule(plan).finish), str(schedule(apply(plan, late)).finish)
        ('2024-08-09', '2024-08-16')
    """
    given = Reading(
        on=on or plan.data_date or today(), basis=basis, settings=settings or Settings()
    )
    changed, problems = applied(plan, scenario, given)
    if problems:
        raise ScenarioError(problems)
    return changed


def applied(plan: Plan, scenario: Scenario, reading: Reading) -> tuple[Plan, tuple[str, ...]]:
    """Return the plan with every step that fits, and what does not fit, one sentence each.

    Args:
        plan: The plan.
        scenario: The changes.
        reading: How the plan is read meanwhile.
    """
    problems: list[str] = []
    if reading.basis is Basis.PROMISED and any(each.kind in _MOVES for each in scenario.steps):
        sentence = "nothing moves what was promised; ask on the basis network or forecast"
        return plan, (f"{scenario.id}: {sentence}",)
    for number, step in enumerate(scenario.steps, 1):
        try:
            changed = _stepped(plan, scenario, step, reading)
            if step.kind in _LENGTHS:
                changed = with_spread_in_proportion(plan, changed, step.activity, reading)
            plan = changed
        except SendFrameworkError as error:
            problems.append(_problem(scenario, number, error))
    return plan, tuple(problems)


def _problem(scenario: Scenario, number: int, error: Exception) -> str:
    step = scenario.steps[number - 1]
    return f"{scenario.id}, step {number} ({step.kind.value}): {error}"


def _stepped(plan: Plan, scenario: Scenario, step: Step, reading: Reading) -> Plan:
    if step.kind in _LINKS:
        return _LINKS[step.kind](plan, step)
    if step.kind in _FIELDS:
        change, name = _FIELDS[step.kind]
        return editing.marked(change(plan, step), scenario, [f"{step.activity} {name}"])
    if step.kind in _MOVES:
        changed, facts = _MOVES[step.kind](plan, step, reading)
        return editing.marked(changed, scenario, facts)
    return plan


def moved_window(target: Window | None, scenario: Scenario) -> Window | None:
    """Return the target's window where the scenario moves it.

    Args:
        target: The window; ``None`` when nothing is to be ready for.
        scenario: The changes.

    Raises:
        ScenarioError: There is no window to move, or its ends come out of order.

    Example:
        >>> end = WindowEnd(day=date(2024, 9, 9), reason="announced")
        >>> window = Window(id="w", name="Monitoring inspection", expected=end)
        >>> sooner = Scenario(id="sooner", steps=[Step(kind=StepKind.MOVE_WINDOW, days=-30)])
        >>> moved_window(window, sooner).expected.reason
        'announced; moved 30 calendar days earlier'
    """
    moved, problems = windowed(target, scenario)
    if problems:
        raise ScenarioError(problems)
    return moved


def windowed(target: Window | None, scenario: Scenario) -> tuple[Window | None, tuple[str, ...]]:
    """Return the window moved as far as it can be, and what does not fit.

    Args:
        target: The window; ``None`` when nothing is to be ready for.
        scenario: The changes.
    """
    problems: list[str] = []
    for number, step in enumerate(scenario.steps, 1):
        if step.kind is not StepKind.MOVE_WINDOW:
            continue
        try:
            target = _moved(target, step)
        except SendFrameworkError as error:
            problems.append(_problem(scenario, number, error))
    return target, tuple(problems)


def _moved(target: Window | None, step: Step) -> Window:
    if target is None:
        raise NetworkError("there is no window to move: name a target")
    ends = {name: _end(end, step) for name, end in target.ends()} if step.days else {}
    ends |= {
        name: WindowEnd(day=day, reason="as the scenario has it", confidence=Confidence.ASSUMED)
        for name, day in step.ends().items()
    }
    kept = {name: ends.get(name, getattr(target, name)) for name in WINDOW_ENDS}
    return evolve(target, **kept)


def _end(end: WindowEnd, step: Step) -> WindowEnd:
    days = step.days or 0
    far = f"{Unit.CALENDAR_DAYS.words(abs(days))} {'later' if days > 0 else 'earlier'}"
    try:
        day = end.day + timedelta(days=days)
    except OverflowError:
        raise NetworkError(f"{far} is beyond the calendar") from None
    reason = f"{end.reason}; moved {far}"
    return evolve(end, day=day, reason=reason, confidence=Confidence.ASSUMED)


def all_applied(
    plan: Plan, scenarios: Sequence[Scenario], target: Window | None, reading: Reading
) -> tuple[tuple[Plan, Window | None], ...]:
    """Return the changed plan and window of each scenario.

    Raises:
        ScenarioError: Some steps do not fit; it names those of all scenarios.
    """
    plans = [applied(plan, each, reading) for each in scenarios]
    windows = [windowed(target, each) for each in scenarios]
    problems = [found for _, told in (*plans, *windows) for found in told]
    if problems:
        raise ScenarioError(tuple(problems))
    return tuple(
        (changed, window) for (changed, _), (window, _) in zip(plans, windows, strict=True)
    )
