"""What an earlier version promised: the days that later ones are measured against."""

from collections.abc import Mapping
from datetime import date, timedelta

from attrs import field, frozen

from send_framework.dates import day_words, latest
from send_framework.model.plan import Baseline, Plan
from send_framework.network.schedule import plan_start, schedule


@frozen(kw_only=True)
class Promised:
    """The promises of an earlier version.

    Attributes:
        title: Which version.
        finishes: For each action the day it was to be finished.
    """

    title: str
    finishes: Mapping[str, date] = field(factory=dict[str, date])


def promised_by(plan: Plan, on: date, baseline: Plan | None) -> Promised | None:
    """Return what the version to compare with promised.

    Args:
        plan: The plan that is judged.
        on: The data date.
        baseline: The earlier version; ``None`` takes the last baseline in the plan itself that
            was taken by the data date.

    Raises:
        CalendarError: The earlier version leaves the years whose bank holidays are known.
    """
    if baseline is not None:
        return _of_plan(baseline, on)
    taken = [each for each in plan.baselines if each.taken_on is None or each.taken_on <= on]
    if not taken:
        return None
    return _of_baseline(max(taken, key=lambda each: each.taken_on or date.min))


def _of_baseline(baseline: Baseline) -> Promised:
    finishes = {each.id: each.finish for each in baseline.entries if each.finish is not None}
    return Promised(title=baseline.title, finishes=finishes)


def _of_plan(baseline: Plan, on: date) -> Promised:
    """Take each action's own promise, else the day its own schedule expected then."""
    then = baseline.data_date or plan_start(baseline, on) - timedelta(days=1)
    dated = {each.id: each for each in schedule(baseline, on=then).activities}
    finishes: dict[str, date] = {}
    for action in baseline.actions:
        own = latest(action.due)
        expected = dated.get(action.id)
        if own is not None:
            finishes[action.id] = own
        elif expected is not None and not expected.is_ongoing:
            finishes[action.id] = expected.early_finish
    as_of = f", {day_words(baseline.data_date)}" if baseline.data_date else ""
    return Promised(title=f"{baseline.title}{as_of}", finishes=finishes)
