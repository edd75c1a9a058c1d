"""Inspections, their outcomes under both frameworks, and the events around them."""

from datetime import date
from enum import Enum
from typing import TypeAlias

from attrs import field, frozen

from send_framework.dates import ApproximateDate, when
from send_framework.model.source import Fact
from send_framework.model.validation import (
    each_of_type,
    id_tuple,
    identifier,
    identifiers,
    many,
    of_type,
    refuse,
    some_text,
)
from send_framework.model.window import Within


class InspectionKind(Enum):
    """What kind of inspection it is."""

    FULL = "full"
    MONITORING = "monitoring"
    REVISIT = "re-visit"


class Outcome(Enum):
    """What a full inspection found.

    The first three belong to the framework of 2023, the last two to that of 2016.
    """

    TYPICALLY_POSITIVE = "typically-positive"
    INCONSISTENT = "inconsistent"
    WIDESPREAD_FAILINGS = "widespread-failings"
    NO_STATEMENT_REQUIRED = "no-statement-required"
    STATEMENT_REQUIRED = "statement-required"


class MonitoringResult(Enum):
    """What a monitoring inspection found, over all areas for priority action together."""

    EFFECTIVE_ACTION = "effective-action"
    NOT_EFFECTIVE_ACTION = "not-effective-action"


class RevisitResult(Enum):
    """What a re-visit found over all significant weaknesses, as the official data counts it."""

    SUFFICIENT_ON_ALL = "sufficient-on-all"
    SUFFICIENT_ON_SOME = "sufficient-on-some"
    SUFFICIENT_ON_NONE = "sufficient-on-none"


Result: TypeAlias = MonitoringResult | RevisitResult
"""What an inspection that returns found."""


@frozen(kw_only=True)
class RevisitProgress(Fact):
    """What a re-visit found of one significant weakness.

    Attributes:
        recommendation: The weakness's id.
        sufficient: Whether progress was sufficient.
    """

    recommendation: str = field(validator=identifier)
    sufficient: bool = field(validator=of_type(bool))


_DATES = ("notified", "fieldwork_start", "on_site_start", "fieldwork_end")
_LATER = ("report_received", "published")


@frozen(kw_only=True)
class Inspection(Fact):
    """One inspection of a local area, held or expected.

    Its dates are separate because rules count from different ones: a priority action plan from
    the receipt of the final report, never from publication.

    Attributes:
        id: Short id, such as ``"I2023"``.
        kind: Full, monitoring or re-visit.
        framework: Key of the rule book, such as ``"area_send_2023"``.
        notified: The call.
        fieldwork_start: First day of fieldwork, two working days before the on-site week.
        on_site_start: First day inspectors are in the area.
        fieldwork_end: Last day in the area.
        report_received: The final report reaches the partnership.
        published: The report is public.
        outcome: A full inspection's outcome.
        monitoring_result: A monitoring inspection's result.
        progress: A re-visit's findings, weakness by weakness.
        monitoring_within: What the report prints of the next monitoring inspection.
        full_within: What the report prints of the next full inspection.

    Raises:
        ModelError: Days out of order, or a result that its kind of inspection does not give.

    Example:
        >>> lancashire = Inspection(
        ...     id="I2024", kind=InspectionKind.FULL, framework="area_send_2023",
        ...     fieldwork_end="2024-12-13", report_received="2025-02-04", published="2025-02-12",
        ...     outcome=Outcome.WIDESPREAD_FAILINGS,
        ... )
        >>> str(lancashire.published), lancashire.was_held
        ('12 February 2025', True)
    """

    id: str = field(validator=identifier)
    kind: InspectionKind = field(validator=of_type(InspectionKind))
    framework: str = field(validator=some_text)
    notified: ApproximateDate | None = field(default=None, converter=when)
    fieldwork_start: ApproximateDate | None = field(default=None, converter=when)
    on_site_start: ApproximateDate | None = field(default=None, converter=when)
    fieldwork_end: ApproximateDate | None = field(default=None, converter=when)
    report_received: ApproximateDate | None = field(default=None, converter=when)
    published: ApproximateDate | None = field(default=None, converter=when)
    outcome: Outcome | None = field(default=None, validator=of_type(Outcome))
    monitoring_result: MonitoringResult | None = field(
        default=None, validator=of_type(MonitoringResult)
    )
    progress: tuple[RevisitProgress, ...] = field(
        default=(), converter=many, validator=each_of_type(RevisitProgress)
    )
    monitoring_within: Within | None = field(default=None, validator=of_type(Within))
    full_within: Within | None = field(default=None, validator=of_type(Within))

    def __attrs_post_init__(self) -> None:
        """Refuse days out of order and results of another kind of inspection."""
        self._refuse_disorder()
        for name, kind in (
            ("outcome", InspectionKind.FULL),
            ("monitoring_result", InspectionKind.MONITORING),
            ("progress", InspectionKind.REVISIT),
        ):
            value = getattr(self, name)
            if value and self.kind is not kind:
                raise refuse(self, name, value, f"only a {kind.value} inspection has one")

    def _refuse_disorder(self) -> None:
        earlier: tuple[str, date] | None = None
        for name in (*_DATES, *_LATER):
            value: ApproximateDate | None = getattr(self, name)
            if value is None:
                continue
            last = value.latest()
            if earlier and last and last < earlier[1]:
                expected = f"it must not be before {earlier[0]} ({earlier[1]})"
                raise refuse(self, name, str(value), expected)
            first = value.earliest()
            earlier = (name, first) if first else earlier

    @property
    def was_held(self) -> bool:
        """Whether anything says that inspectors came: fieldwork, a report or a result."""
        held = (self.fieldwork_end, self.report_received, self.published)
        return any(held) or bool(self.outcome or self.monitoring_result or self.progress)

    @property
    def result(self) -> Result | None:
        """What an inspection that returns found: one verdict, or how many weaknesses of all.

        Example:
            >>> def weakness(number, sufficient):
            ...     return RevisitProgress(recommendation=f"W{number}", sufficient=sufficient)
            >>> Inspection(
            ...     id="I2019", kind=InspectionKind.REVISIT, framework="local_area_2016",
            ...     progress=[weakness(1, True), weakness(2, False)],
            ... ).result.value
            'sufficient-on-some'
        """
        if not self.progress:
            return self.monitoring_result
        sufficient = [each.sufficient for each in self.progress]
        if all(sufficient):
            return RevisitResult.SUFFICIENT_ON_ALL
        some = any(sufficient)
        return RevisitResult.SUFFICIENT_ON_SOME if some else RevisitResult.SUFFICIENT_ON_NONE


class EventKind(Enum):
    """What happened around an inspection or a plan."""

    IMPROVEMENT_NOTICE = "improvement-notice"
    STATUTORY_DIRECTION = "statutory-direction"
    STOCKTAKE = "stocktake"
    DEEP_DIVE = "deep-dive"
    ENGAGEMENT_MEETING = "engagement-meeting"
    THEMATIC_VISIT = "thematic-visit"
    SOCIAL_CARE_MONITORING = "social-care-monitoring"
    """A monitoring visit of the framework for children's social care (ILACS)."""
    PROGRESS_REVIEW = "progress-review"
    """A review by the department and NHS England, as of an accelerated progress plan."""
    DEFERRAL = "deferral"
    """An inspection put off."""
    PLAN_SUBMITTED = "plan-submitted"
    PLAN_APPROVED = "plan-approved"
    PLAN_PUBLISHED = "plan-published"
    DECISION = "decision"
    MEETING = "meeting"
    APPOINTMENT = "appointment"
    PUBLICATION = "publication"
    OTHER = "other"


@frozen(kw_only=True)
class Event(Fact):
    """Something that happened, or is announced, around an inspection or a plan.

    Actions may wait for it: it keeps its own date whatever they do.

    Attributes:
        id: Short id; links may name it.
        title: What happened.
        kind: What kind of event it is.
        date: When, as exactly as known.
        agencies: Who took part or was addressed.
        inspection: The inspection it follows from.

    Example:
        >>> str(Event(id="ST1", title="DfE stocktake", kind=EventKind.STOCKTAKE,
        ...           date="2025-11-03", agencies=["DfE", "NHSE"]).date)
        '3 November 2025'
    """

    id: str = field(validator=identifier)
    title: str = field(validator=some_text)
    kind: EventKind = field(default=EventKind.OTHER, validator=of_type(EventKind))
    date: ApproximateDate | None = field(default=None, converter=when)
    agencies: tuple[str, ...] = field(default=(), converter=id_tuple, validator=identifiers)
    inspection: str | None = field(default=None, validator=identifier)
