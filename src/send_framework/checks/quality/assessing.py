"""The assessment of a plan's schedule: fourteen points, further counts, ten practices."""

from datetime import date

from send_framework.checks.context import Context
from send_framework.checks.quality.definitions import (
    CAVEAT,
    CONFIDENCE,
    POINTS_SOURCE,
    PRACTICES_SOURCE,
)
from send_framework.checks.quality.ground import Ground
from send_framework.checks.quality.logic import logic_counts
from send_framework.checks.quality.points import quality_points
from send_framework.checks.quality.practice_sentences import quality_practices
from send_framework.checks.quality.promised import promised_by
from send_framework.checks.quality.results import Quality
from send_framework.dates import today
from send_framework.errors import CalendarError
from send_framework.model.plan import Plan
from send_framework.model.window import Window
from send_framework.network.assumed import Settings
from send_framework.network.lengthening import PathTest, path_tests
from send_framework.network.schedule import schedule
from send_framework.network.target import Yardstick


def quality(
    plan: Plan,
    *,
    on: date | None = None,
    target: Window | None = None,
    baseline: Plan | None = None,
    settings: Settings | None = None,
) -> Quality:
    """Return how a plan stands to what schedule assessments look at: counts and names.

    Args:
        plan: The plan.
        on: The data date: what is known at the close of this day. The plan's own by default,
            else today.
        target: The window that float is measured against; ``None`` measures against the plan's
            own finish. `send_framework.frameworks.target_window` finds the next inspection's.
        baseline: An earlier version to compare with; without it the last baseline in the plan
            that was taken by the data date, if there is any.
        settings: How the plan is read.

    Returns:
        Fourteen points, further counts of the network, and ten practices.

    Raises:
        UnknownActivityError: The target's scope names nothing in the plan.
        CalendarError: The schedule leaves the years whose bank holidays are known.

    Example:
        >>> from send_framework import Action, Dependency
        >>> plan = Plan(title="A plan", start=date(2024, 6, 3), actions=[
        ...     Action(id="A", title="Agree", duration=20),
        ...     Action(id="B", title="Build", duration=30, after=[Dependency(id="A", lag=-5)])])
        >>> leads = quality(plan, on=date(2024, 5, 31)).point(2)
        >>> leads.name, leads.count, leads.of, leads.within
        ('Leads', 1, 1, False)
        >>> [(link.predecessor, link.successor) for link in leads.links]
        [('A', 'B')]
    """
    day = on or plan.data_date or today()
    answer = schedule(plan, target=target, on=on, settings=settings)
    promised = promised_by(plan, day, baseline)
    ground = Ground(context=Context(plan=plan, on=day), schedule=answer, promised=promised)
    by = Yardstick(target=target, on=day, calendar=plan.working_calendar())
    tests, trouble = _tests(plan, by, answer.settings)
    points = quality_points(ground, tests, trouble)
    logic = logic_counts(ground)
    return Quality(
        title=plan.title,
        on=answer.on,
        on_given=answer.on_given,
        target=target,
        settings=answer.settings,
        baseline="" if promised is None else promised.title,
        actions=len(ground.actions),
        links=len(ground.ties),
        points=points,
        logic=logic,
        practices=quality_practices(ground, points, logic),
        path_tests=tests,
        points_source=POINTS_SOURCE,
        practices_source=PRACTICES_SOURCE,
        confidence=CONFIDENCE,
        caveat=CAVEAT,
    )


def _tests(plan: Plan, by: Yardstick, settings: Settings) -> tuple[tuple[PathTest, ...], str]:
    """Return the critical path test; so long a delay may leave the years a calendar knows."""
    try:
        return path_tests(plan, by, settings), ""
    except CalendarError as error:
        return (), str(error).rstrip(".")
