"""A plan: everything a partnership has promised, and what it knows of the world around it."""

from collections.abc import Iterator
from datetime import date
from enum import Enum
from typing import TypeAlias

from attrs import field, frozen

from send_framework.errors import InvalidPlanError, UnknownActivityError
from send_framework.model.action import Action, Milestone
from send_framework.model.agency import Agency, LocalAreaPartnership
from send_framework.model.commitments import Commitment
from send_framework.model.inspection import Event, Inspection
from send_framework.model.measure import Measure
from send_framework.model.periods import PublicationHold, Term
from send_framework.model.recommendation import Recommendation
from send_framework.model.references import contradictions
from send_framework.model.review import Meeting, ReviewCycle
from send_framework.model.rule_override import RuleOverride
from send_framework.model.source import Fact, Source
from send_framework.model.uncertainty import Approval, Correlation, Risk, Uncertainty
from send_framework.model.validation import (
    each_of_type,
    identifier,
    many,
    of_type,
    plain_day,
    some_text,
    texts,
)
from send_framework.model.window import Window
from send_framework.working_days import ENGLAND, WorkingCalendar


class PlanKind(Enum):
    """Four different documents; the local name of one stays in `Plan.title`."""

    STRATEGIC_PLAN = "strategic-plan"
    PRIORITY_ACTION_PLAN = "priority-action-plan"
    WRITTEN_STATEMENT_OF_ACTION = "written-statement-of-action"
    ACCELERATED_PROGRESS_PLAN = "accelerated-progress-plan"


@frozen(kw_only=True)
class Assumption:
    """Something nobody published, chosen so that the plan can be computed; always shown as such.

    Attributes:
        id: Short id.
        reason: Why this value.
        fills: Which fields it fills: ``"S02 duration"``, or ``"S10 after S09"`` for a link and
            everything about it.

    Example:
        >>> Assumption(id="A1", reason="Boards take a month to form", fills=["S02 duration"]).fills
        ('S02 duration',)
    """

    id: str = field(validator=identifier)
    reason: str = field(validator=some_text)
    fills: tuple[str, ...] = field(default=(), converter=many, validator=texts)


@frozen(kw_only=True)
class BaselineEntry:
    """What one action promised when a baseline was taken.

    Attributes:
        id: The action's id.
        start: Its start then.
        finish: Its finish then.
    """

    id: str = field(validator=identifier)
    start: date | None = field(default=None, validator=plain_day)
    finish: date | None = field(default=None, validator=plain_day)


@frozen(kw_only=True)
class Baseline(Fact):
    """The promises of a plan on one day, kept to compare later ones with.

    Attributes:
        id: Short id.
        title: Which version it was.
        taken_on: The day.
        entries: What each action promised.
    """

    id: str = field(validator=identifier)
    title: str = field(validator=some_text)
    taken_on: date | None = field(default=None, validator=plain_day)
    entries: tuple[BaselineEntry, ...] = field(
        default=(), converter=many, validator=each_of_type(BaselineEntry)
    )


Linkable: TypeAlias = Action | Milestone | Commitment | Event | Meeting
"""Whatever a link may wait for: each has an id in one common space."""


@frozen(kw_only=True)
class Plan(Fact):
    """A partnership's plan, with the findings it answers and the dates it is measured against.

    Attributes:
        title: Its local name.
        kind: Which of the four documents it is.
        partnership: Whose plan it is.
        start: The day unlinked work begins; worked out from receipt or publication when ``None``.
        data_date: What is known at the close of this day; today when ``None``.
        calendar: Id of its working calendar; ``"england"`` needs no definition.
        answers_inspection: Id of the inspection it answers; the last full one when ``None``.
        register: Sources that its facts cite, by key.
        agencies: Everybody named.
        calendars: Working calendars beside England's.
        inspections: Held and expected.
        events: Notices, stocktakes, submissions, decisions.
        recommendations: What inspectors ask for.
        actions: The work.
        milestones: Moments in it.
        commitments: Money, contracts and posts.
        reviews: Boards and reviews that return.
        measures: What is counted.
        windows: When inspectors are expected, where the plan knows better than the rule book.
        baselines: Earlier promises.
        assumptions: What nobody published.
        terms: The area's school terms: inspectors come in term.
        holds: Periods in which no report is published, such as those before elections.
        rule_overrides: Rules that the plan's owner has seen otherwise than the rule book.
        uncertainties: How far durations, starts, promises and lags may turn out otherwise.
        approvals: Decisions that may not be given.
        risks: What may happen and lengthen several activities at once.
        correlations: Durations that tend to be out together.

    Raises:
        InvalidPlanError: Ids used twice, or references to nothing; it names all of them.

    Example:
        >>> from send_framework import Action, Agency, AgencyKind
        >>> plan = Plan(
        ...     title="SEND improvement plan",
        ...     agencies=[Agency(id="SCC", name="A council", kind=AgencyKind.LOCAL_AUTHORITY)],
        ...     actions=[Action(id="S01", title="Write it", accountable="SCC", duration=20),
        ...              Action(id="S02", title="Do it", accountable="SCC", after="S01")],
        ... )
        >>> plan.activity("S02").after[0].id
        'S01'
    """

    title: str = field(validator=some_text)
    kind: PlanKind = field(default=PlanKind.PRIORITY_ACTION_PLAN, validator=of_type(PlanKind))
    partnership: LocalAreaPartnership | None = field(
        default=None, validator=of_type(LocalAreaPartnership)
    )
    start: date | None = field(default=None, validator=plain_day)
    data_date: date | None = field(default=None, validator=plain_day)
    calendar: str = field(default="england", validator=identifier)
    answers_inspection: str | None = field(default=None, validator=identifier)
    register: tuple[Source, ...] = field(default=(), converter=many, validator=each_of_type(Source))
    agencies: tuple[Agency, ...] = field(default=(), converter=many, validator=each_of_type(Agency))
    calendars: tuple[WorkingCalendar, ...] = field(
        default=(), converter=many, validator=each_of_type(WorkingCalendar)
    )
    inspections: tuple[Inspection, ...] = field(
        default=(), converter=many, validator=each_of_type(Inspection)
    )
    events: tuple[Event, ...] = field(default=(), converter=many, validator=each_of_type(Event))
    recommendations: tuple[Recommendation, ...] = field(
        default=(), converter=many, validator=each_of_type(Recommendation)
    )
    actions: tuple[Action, ...] = field(default=(), converter=many, validator=each_of_type(Action))
    milestones: tuple[Milestone, ...] = field(
        default=(), converter=many, validator=each_of_type(Milestone)
    )
    commitments: tuple[Commitment, ...] = field(
        default=(), converter=many, validator=each_of_type(Commitment)
    )
    reviews: tuple[ReviewCycle, ...] = field(
        default=(), converter=many, validator=each_of_type(ReviewCycle)
    )
    measures: tuple[Measure, ...] = field(
        default=(), converter=many, validator=each_of_type(Measure)
    )
    windows: tuple[Window, ...] = field(default=(), converter=many, validator=each_of_type(Window))
    baselines: tuple[Baseline, ...] = field(
        default=(), converter=many, validator=each_of_type(Baseline)
    )
    assumptions: tuple[Assumption, ...] = field(
        default=(), converter=many, validator=each_of_type(Assumption)
    )
    terms: tuple[Term, ...] = field(default=(), converter=many, validator=each_of_type(Term))
    holds: tuple[PublicationHold, ...] = field(
        default=(), converter=many, validator=each_of_type(PublicationHold)
    )
    rule_overrides: tuple[RuleOverride, ...] = field(
        default=(), converter=many, validator=each_of_type(RuleOverride)
    )
    uncertainties: tuple[Uncertainty, ...] = field(
        default=(), converter=many, validator=each_of_type(Uncertainty)
    )
    approvals: tuple[Approval, ...] = field(
        default=(), converter=many, validator=each_of_type(Approval)
    )
    risks: tuple[Risk, ...] = field(default=(), converter=many, validator=each_of_type(Risk))
    correlations: tuple[Correlation, ...] = field(
        default=(), converter=many, validator=each_of_type(Correlation)
    )

    def __attrs_post_init__(self) -> None:
        """Refuse a plan whose parts contradict one another, naming every contradiction."""
        problems = contradictions(self)
        if problems:
            raise InvalidPlanError(f"Plan {self.title[:60]}", problems)

    def work(self) -> tuple[Action | Milestone, ...]:
        """Return the plan's own work: its actions, then its milestones."""
        return (*self.actions, *self.milestones)

    def activities(self) -> Iterator[Linkable]:
        """Yield everything a link may wait for, in the plan's order."""
        yield from self.actions
        yield from self.milestones
        yield from self.commitments
        yield from self.events
        for cycle in self.reviews:
            yield from cycle.planned
            yield from cycle.held

    def activity(self, wanted: str) -> Linkable:
        """Return the action, milestone, commitment, event or meeting with this id.

        Raises:
            UnknownActivityError: There is none; the message names a near id.
        """
        for each in self.activities():
            if each.id == wanted:
                return each
        raise UnknownActivityError(wanted, tuple(each.id for each in self.activities()))

    def working_calendar(self, wanted: str | None = None) -> WorkingCalendar:
        """Return the working calendar with this id; the plan's own without one."""
        wanted = wanted or self.calendar
        return next((each for each in self.calendars if each.id == wanted), ENGLAND)

    def agency(self, wanted: str) -> Agency | None:
        """Return the agency with this id, or ``None``."""
        return next((each for each in self.agencies if each.id == wanted), None)

    def inspection_answered(self) -> Inspection | None:
        """Return the inspection that this plan answers: the one named, else the last full one."""
        if self.answers_inspection:
            named = (each for each in self.inspections if each.id == self.answers_inspection)
            return next(named, None)
        held = [each for each in self.inspections if each.outcome is not None]
        return held[-1] if held else None

    def assumed(self, fact: str) -> Assumption | None:
        """Return the assumption that fills a field, such as ``"S02 duration"``, or ``None``."""
        return next((each for each in self.assumptions if fact in each.fills), None)
