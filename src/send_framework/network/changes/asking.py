"""What if: the same question asked of a plan and of the same plan after each of some scenarios."""

from collections.abc import Sequence
from datetime import date

from send_framework.dates import today
from send_framework.model.plan import Plan
from send_framework.model.window import Window
from send_framework.network.assumed import Settings
from send_framework.network.changes.applying import all_applied
from send_framework.network.changes.differences import (
    finish_moved,
    floats_of,
    moved_activities,
    newly_late,
)
from send_framework.network.changes.moving import Reading
from send_framework.network.changes.results import WhatIf
from send_framework.network.changes.scenario import Scenario
from send_framework.network.kinds import Basis
from send_framework.network.results import Schedule
from send_framework.network.schedule import schedule


def what_if(  # noqa: PLR0913 - the question of a schedule, and the scenarios
    plan: Plan,
    scenarios: Sequence[Scenario],
    *,
    target: Window | None = None,
    on: date | None = None,
    basis: Basis = Basis.FORECAST,
    settings: Settings | None = None,
) -> tuple[WhatIf, ...]:
    """Say what would follow from each of some scenarios, beside what follows without any.

    Args:
        plan: The plan, which stays as it is.
        scenarios: Each is applied to the plan by itself.
        target: The window to be ready for; ``None`` measures against the plan's own finish.
        on: The data date; ``None`` takes the plan's, else today.
        basis: Network or forecast; on what was promised nothing slips.
        settings: Thresholds and how progress is read.

    Returns:
        One answer for each scenario, in their order.

    Raises:
        ScenarioError: Some steps do not fit the plan; it names all of them.
        UnknownActivityError: The target's scope names nothing in the plan.
        CalendarError: A schedule leaves the years whose bank holidays are known.

    Example:
        >>> from send_framework import Action
        >>> from send_framework.network.changes.scenario import Step, StepKind
        >>> plan = Plan(title="A plan", start=date(2024, 6, 3), data_date=date(2024, 5, 31),
        ...             actions=[Action(id="A", title="Agree", duration=20),
        ...                      Action(id="B", title="Build", duration=30, after="A")])
        >>> overlap = Step(kind=StepKind.PARALLEL, activity="B", after="A", lag=10)
        >>> [answer] = what_if(plan, [Scenario(id="overlap", steps=[overlap])])
        >>> answer.finish_moved, str(answer.schedule.finish)
        (-10, '2024-07-26')
    """
    given = Reading(
        on=on or plan.data_date or today(), basis=basis, settings=settings or Settings()
    )
    changed = all_applied(plan, scenarios, target, given)
    base = schedule(plan, target=target, on=on, basis=basis, settings=settings)
    return tuple(
        _answer(
            scenario,
            version,
            base,
            schedule(version, target=window, on=on, basis=basis, settings=settings),
        )
        for scenario, (version, window) in zip(scenarios, changed, strict=True)
    )


def _answer(scenario: Scenario, version: Plan, base: Schedule, then: Schedule) -> WhatIf:
    return WhatIf(
        scenario=scenario,
        base=base,
        schedule=then,
        finish_moved=finish_moved(version, base, then),
        base_float=floats_of(base),
        new_float=floats_of(then),
        moved=moved_activities(version, base, then),
        newly_late=newly_late(base, then),
        no_longer_late=newly_late(then, base),
    )
