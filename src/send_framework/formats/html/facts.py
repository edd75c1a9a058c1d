"""Everything a page shows of one plan, worked out once: what its sections and pictures read.

`facts_of` asks the network, the checks and the rule books; nothing in this package computes a
date of its own.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property

from attrs import frozen

from send_framework.checks import check
from send_framework.checks.finding import Finding
from send_framework.frameworks import Timeline, timeline
from send_framework.model.agency import Agency
from send_framework.model.measure import Measure
from send_framework.model.plan import Linkable, Plan
from send_framework.model.recommendation import Recommendation, RecommendationPart
from send_framework.model.spread import ObservedSpread
from send_framework.model.window import Window
from send_framework.network.changes.results import Comparison
from send_framework.network.readiness import readiness_by_recommendation
from send_framework.network.reasons import explain_all
from send_framework.network.results import (
    Explanation,
    NearCriticalPath,
    RecommendationReadiness,
    Schedule,
    ScheduledActivity,
    Unscheduled,
)
from send_framework.network.risk.results import RiskResult


@frozen(kw_only=True, eq=False)
class PageFacts:
    """What a page tells of one plan.

    Attributes:
        plan: The plan.
        schedule: Its schedule: dates, floats, links, paths, readiness.
        findings: What the checks found, in reading order.
        timeline: Its history and its future: deadlines, windows, events, meetings.
        recommendations: The readiness of each recommendation and each part.
        explanations: Why each activity's dates are what they are.
        risk: A simulation of it, if there was one.
        comparison: What changed since an earlier version, if there is one.
    """

    plan: Plan
    schedule: Schedule
    findings: tuple[Finding, ...]
    timeline: Timeline
    recommendations: tuple[RecommendationReadiness, ...]
    explanations: tuple[Explanation, ...]
    risk: RiskResult | None = None
    comparison: Comparison | None = None

    @property
    def on(self) -> date:
        """The data date: what is known at its close."""
        return self.schedule.on

    @property
    def target(self) -> Window | None:
        """The window it is measured against."""
        return self.schedule.target

    # --- look-ups by id --------------------------------------------------------------------

    @cached_property
    def dated(self) -> Mapping[str, ScheduledActivity]:
        """Everything that has dates, by id, in plan order."""
        return {each.id: each for each in self.schedule.activities}

    @cached_property
    def undated(self) -> Mapping[str, Unscheduled]:
        """Everything that has none, by id."""
        return {each.id: each for each in self.schedule.unscheduled}

    @cached_property
    def work(self) -> Mapping[str, Linkable]:
        """Every activity as the plan has it, by id: its promise, its progress, its sources."""
        return {each.id: each for each in self.plan.activities()}

    @cached_property
    def agencies(self) -> Mapping[str, Agency]:
        """Every body the plan names, by id."""
        return {each.id: each for each in self.plan.agencies}

    @cached_property
    def asked(self) -> Mapping[str, Recommendation | RecommendationPart]:
        """Every recommendation and every part, by id."""
        found: dict[str, Recommendation | RecommendationPart] = {}
        for one in self.plan.recommendations:
            found |= {one.id: one, **{part.id: part for part in one.parts}}
        return found

    @cached_property
    def measures(self) -> Mapping[str, Measure]:
        """Every measure, by id."""
        return {each.id: each for each in self.plan.measures}

    @cached_property
    def on_path(self) -> frozenset[str]:
        """Ids on the first critical path."""
        return frozenset(self.schedule.critical_path)

    @cached_property
    def near_critical(self) -> Mapping[str, NearCriticalPath]:
        """Ids on a near-critical path and not on the critical one, with the nearest such path."""
        found: dict[str, NearCriticalPath] = {}
        for path in self.schedule.near_critical:
            for each in path.activities:
                if each not in self.on_path:
                    found.setdefault(each, path)
        return found

    def name_of(self, agency: str) -> str:
        """Return a body's name; of one that nobody describes, its id.

        Args:
            agency: Its id; empty for nobody.
        """
        if not agency:
            return "nobody named"
        return self.agencies[agency].name if agency in self.agencies else agency

    def title_of(self, activity: str) -> str:
        """Return an activity's title; the id of what has none, such as most meetings.

        Args:
            activity: Its id.
        """
        return self.work[activity].title or activity

    def anchor(self, activity: str) -> str:
        """Return the id of the element that explains an activity's dates: ``why-S01``.

        Args:
            activity: Its id. Ids of a plan need no escaping in an address.
        """
        return f"why-{activity}"


def facts_of(
    plan: Plan,
    schedule: Schedule,
    *,
    risk: RiskResult | None = None,
    comparison: Comparison | None = None,
    spreads: Iterable[ObservedSpread] = (),
) -> PageFacts:
    """Work out what a page tells of a plan.

    Args:
        plan: The plan.
        schedule: Its schedule; its data date and its target hold for the whole page.
        risk: A simulation of it.
        comparison: What changed since an earlier version.
        spreads: How long things took elsewhere; each stands beside the rule that it names.

    Example:
        >>> from send_framework import Action
        >>> from send_framework.network.schedule import schedule
        >>> plan = Plan(title="A plan", start=date(2024, 6, 3), actions=[
        ...     Action(id="A", title="Agree", duration=20),
        ...     Action(id="B", title="Build", duration=30, after="A")])
        >>> facts = facts_of(plan, schedule(plan, on=date(2024, 5, 31)))
        >>> facts.title_of("B"), facts.anchor("B"), str(facts.dated["B"].early_finish)
        ('Build', 'why-B', '2024-08-09')
    """
    return PageFacts(
        plan=plan,
        schedule=schedule,
        findings=check(plan, on=schedule.on),
        timeline=timeline(plan, on=schedule.on, spreads=spreads),
        recommendations=readiness_by_recommendation(plan, schedule),
        explanations=explain_all(plan, schedule),
        risk=risk,
        comparison=comparison,
    )
