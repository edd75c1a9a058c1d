"""What if: the same question asked of a plan and of the same plan after each of some scenarios."""

from collections.abc import Sequence
from datetime import date
from typing import TypeAlias

from attrs import frozen

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
from send_framework.network.risk.headline import Headline, headline
from send_framework.network.risk.simulation import refuse_arguments
from send_framework.network.schedule import schedule, solve_plan
from send_framework.network.target import Yardstick


def what_if(  # noqa: PLR0913 - the question of a schedule, and the scenarios
    plan: Plan,
    scenarios: Sequence[Scenario],
    *,
    target: Window | None = None,
    on: date | None = None,
    basis: Basis = Basis.FORECAST,
    settings: Settings | None = None,
    samples: int = 0,
    seed: int = 1,
) -> tuple[WhatIf, ...]:
    """Say what would follow from each of some scenarios, beside what follows without any.

    With samples each is simulated as well. All have the same luck: a number that a scenario
    leaves alone is drawn alike in all, so that what differs is what the scenario makes.

    Args:
        plan: The plan, which stays as it is.
        scenarios: Each is applied to the plan by itself.
        target: The window to be ready for; ``None`` measures against the plan's own finish.
        on: The data date; ``None`` takes the plan's, else today.
        basis: Network or forecast; on what was promised nothing slips.
        settings: Thresholds and how progress is read.
        samples: How many schedules are simulated of each, 2 to 10,000,000; 0 simulates nothing.
        seed: The same seed draws the same samples.

    Returns:
        One answer for each scenario, in their order.

    Raises:
        ScenarioError: Some steps do not fit the plan; it names all of them.
        UnknownActivityError: The target's scope names nothing in the plan.
        CalendarError: A schedule leaves the years whose bank holidays are known.
        ModelError: So many samples cannot be drawn.
        MissingExtraError: A simulation was asked for and numpy is not installed.

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
    if samples:
        refuse_arguments(basis, samples, seed)
    changed = all_applied(plan, scenarios, target, given)
    question = _Question(on=on, reading=given, samples=samples, seed=seed)
    base, risk = question.answer(plan, target)
    return tuple(
        _answer(scenario, version, (base, risk), question.answer(version, window))
        for scenario, (version, window) in zip(scenarios, changed, strict=True)
    )


_Answer: TypeAlias = tuple[Schedule, Headline | None]


@frozen(kw_only=True)
class _Question:
    """What is asked of the plan and of each changed one alike."""

    on: date | None
    reading: Reading
    samples: int
    seed: int

    def answer(self, plan: Plan, target: Window | None) -> _Answer:
        """Return the schedule, and what a simulation says if one is asked for."""
        basis, settings = self.reading.basis, self.reading.settings
        answer = schedule(plan, target=target, on=self.on, basis=basis, settings=settings)
        if not self.samples:
            return answer, None
        yardstick = Yardstick(target=target, on=answer.on, calendar=plan.working_calendar())
        solved = solve_plan(plan, yardstick, basis, settings)
        return answer, headline(solved, samples=self.samples, seed=self.seed)


def _answer(scenario: Scenario, version: Plan, before: _Answer, after: _Answer) -> WhatIf:
    (base, base_risk), (then, new_risk) = before, after
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
        base_risk=base_risk,
        new_risk=new_risk,
    )
