"""The work of a plan: actions, milestones, and what they wait for."""

from collections.abc import Iterable
from datetime import date
from enum import Enum

from attrs import field, frozen

from send_framework.dates import ApproximateDate, Precision, when
from send_framework.model.dependency import ConstraintKind, DependencyType, LagUnit
from send_framework.model.source import Fact
from send_framework.model.validation import (
    any_text,
    each_of_type,
    id_tuple,
    identifier,
    identifiers,
    many,
    of_type,
    plain_day,
    refuse,
    some_text,
    texts,
    whole,
)


class Status(Enum):
    """How far work is, as its owner reports it."""

    NOT_STARTED = "not-started"
    IN_PROGRESS = "in-progress"
    PAUSED = "paused"
    COMPLETE = "complete"
    CANCELLED = "cancelled"
    SUPERSEDED = "superseded"

    @property
    def is_dropped(self) -> bool:
        """Whether nobody will do it: its links pass through."""
        return self in (Status.CANCELLED, Status.SUPERSEDED)


class NeededBy(Enum):
    """Which inspection work must be ready for."""

    MONITORING = "monitoring"
    REINSPECTION = "reinspection"
    NONE = "none"


class EvidenceKind(Enum):
    """What evidence shows. Work done is not yet a difference made."""

    DELIVERY = "delivery"
    IMPACT = "impact"


@frozen(kw_only=True)
class Evidence(Fact):
    """Something that shows that work was done, or that it made a difference.

    Attributes:
        text: What it is.
        kind: Whether it shows delivery or impact.
        date: When it was seen.
    """

    text: str = field(validator=some_text)
    kind: EvidenceKind = field(default=EvidenceKind.DELIVERY, validator=of_type(EvidenceKind))
    date: ApproximateDate | None = field(default=None, converter=when)


@frozen(kw_only=True)
class Dependency(Fact):
    """A link: the work that holds it waits for its predecessor.

    Attributes:
        id: The predecessor's id: an action, milestone, commitment, event or meeting.
        type: Which ends are tied: finish-to-start unless said otherwise.
        lag: How much later, in `lag_unit`; negative is a lead.
        lag_unit: Working or calendar days.
        lag_calendar: Calendar that counts a lag in working days; the plan's by default.

    Example:
        >>> Dependency(id="S09", type=DependencyType.START_TO_START, lag=10).lag_unit
        <LagUnit.WORKING_DAYS: 'working-days'>
    """

    id: str = field(validator=identifier)
    type: DependencyType = field(
        default=DependencyType.FINISH_TO_START, validator=of_type(DependencyType)
    )
    lag: int = field(default=0, validator=whole(-10_000, 10_000))
    lag_unit: LagUnit = field(default=LagUnit.WORKING_DAYS, validator=of_type(LagUnit))
    lag_calendar: str | None = field(default=None, validator=identifier)


@frozen(kw_only=True)
class Constraint(Fact):
    """A date that binds work from outside the network.

    Attributes:
        kind: What it binds and which way.
        day: The day; none for "as late as possible".

    Raises:
        ModelError: A kind that needs a day has none, or the other way round.
    """

    kind: ConstraintKind = field(validator=of_type(ConstraintKind))
    day: date | None = field(default=None, validator=plain_day)

    def __attrs_post_init__(self) -> None:
        """Refuse a missing or a needless day."""
        if (self.kind is ConstraintKind.AS_LATE_AS_POSSIBLE) != (self.day is None):
            needs = "no day is expected" if self.day else "a day is expected"
            raise refuse(self, "day", self.day, f"{needs} with {self.kind.value}")


def dependencies(values: str | Dependency | Iterable[str | Dependency]) -> tuple[Dependency, ...]:
    """Turn predecessors' ids into plain finish-to-start links; keep links as they are.

    Example:
        >>> dependencies(["S01"])[0].type.value
        'FS'
    """
    links = (values,) if isinstance(values, (str, Dependency)) else values
    return many(links, each=lambda link: Dependency(id=link) if isinstance(link, str) else link)


@frozen(kw_only=True)
class Action(Fact):
    """A piece of work in a plan.

    Planned, forecast and actual dates are separate fields: a promise is kept when reality
    moves. What the plan promises is `due`; what a rule demands is a `Deadline`; what binds the
    schedule is `must_finish_by`.

    Attributes:
        id: As printed in the plan, such as ``"S01"`` or ``"1.2"``.
        title: The work, in own words.
        answers: Ids of the recommendations or parts it answers.
        meets: Key of the rule whose deadline it meets, where it does.
        accountable: Agency ids of those accountable; several may be, jointly.
        lead: Agency id of the lead; ``None`` while nobody published one.
        lead_role: The lead's role, never a private person's name.
        contributors: Agency ids of those who help.
        after: What it waits for.
        calendar: Id of its working calendar; the plan's by default.
        constraints: Dates that bind it from outside.
        must_finish_by: The day it must be finished, which enters its float.
        planned_start: When it was promised to start.
        due: When it was promised to finish.
        forecast_start: When it is now expected to start.
        forecast_finish: When it is now expected to finish.
        actual_start: When it started.
        actual_finish: When it finished.
        duration: Working days of its own calendar.
        remaining: Working days still to do.
        percent_complete: 0 to 100.
        status: As reported; ``None`` while nobody reported any.
        reported_on: The day of the last report.
        needed_by: Which inspection it must be ready for; worked out when ``None``.
        success_measures: What will show that it succeeded, in words.
        measures: Ids of the measures that will.
        evidence: What has shown it so far.

    Raises:
        ModelError: A negative duration, a percentage above 100, dates out of order, ...

    Example:
        >>> action = Action(id="S01", title="Submit the priority action plan",
        ...                 accountable=["SCC", "SNEE"], due="2024-03-07", after="RECEIPT")
        >>> str(action.due), action.after[0].id, action.is_ongoing
        ('7 March 2024', 'RECEIPT', False)
    """

    id: str = field(validator=identifier)
    title: str = field(validator=some_text)
    answers: tuple[str, ...] = field(default=(), converter=id_tuple, validator=identifiers)
    meets: str | None = field(default=None, validator=identifier)
    accountable: tuple[str, ...] = field(default=(), converter=id_tuple, validator=identifiers)
    lead: str | None = field(default=None, validator=identifier)
    lead_role: str = field(default="", validator=any_text)
    contributors: tuple[str, ...] = field(default=(), converter=id_tuple, validator=identifiers)
    after: tuple[Dependency, ...] = field(
        default=(), converter=dependencies, validator=each_of_type(Dependency)
    )
    calendar: str | None = field(default=None, validator=identifier)
    constraints: tuple[Constraint, ...] = field(
        default=(), converter=many, validator=each_of_type(Constraint)
    )
    must_finish_by: date | None = field(default=None, validator=plain_day)
    planned_start: ApproximateDate | None = field(default=None, converter=when)
    due: ApproximateDate | None = field(default=None, converter=when)
    forecast_start: ApproximateDate | None = field(default=None, converter=when)
    forecast_finish: ApproximateDate | None = field(default=None, converter=when)
    actual_start: ApproximateDate | None = field(default=None, converter=when)
    actual_finish: ApproximateDate | None = field(default=None, converter=when)
    duration: int | None = field(default=None, validator=whole(0, 100_000))
    remaining: int | None = field(default=None, validator=whole(0, 100_000))
    percent_complete: int | None = field(default=None, validator=whole(0, 100))
    status: Status | None = field(default=None, validator=of_type(Status))
    reported_on: date | None = field(default=None, validator=plain_day)
    needed_by: NeededBy | None = field(default=None, validator=of_type(NeededBy))
    success_measures: tuple[str, ...] = field(default=(), converter=id_tuple, validator=texts)
    measures: tuple[str, ...] = field(default=(), converter=id_tuple, validator=identifiers)
    evidence: tuple[Evidence, ...] = field(
        default=(), converter=many, validator=each_of_type(Evidence)
    )

    def __attrs_post_init__(self) -> None:
        """Refuse days out of order."""
        for begin, end in (("planned_start", "due"), ("actual_start", "actual_finish")):
            _in_order(self, begin, end)

    @property
    def is_ongoing(self) -> bool:
        """Whether it has no end of its own: it lasts until the inspection."""
        return any(
            each is not None and each.precision is Precision.ONGOING
            for each in (self.due, self.forecast_finish)
        )


class Side(Enum):
    """Which side of a day a milestone stands on."""

    START = "start"
    FINISH = "finish"


@frozen(kw_only=True)
class Milestone(Fact):
    """A moment that takes no time: a decision, an approval, a board, an opening.

    Attributes:
        id: Short id, in the same space as actions.
        title: What is reached.
        answers: Ids of the recommendations or parts it answers.
        meets: Key of the rule whose deadline it meets, where it does.
        accountable: Agency ids of those accountable.
        after: What it waits for.
        calendar: Id of its working calendar; the plan's by default.
        constraints: Dates that bind it from outside.
        must_finish_by: The day it must be reached, which enters its float.
        due: When it was promised.
        forecast: When it is now expected.
        actual: When it was reached.
        fixed: Whether others set its date: nothing in the plan moves it.
        side: Whether it stands at the start or the finish of its day.
        status: As reported.
        needed_by: Which inspection it must be ready for; worked out when ``None``.

    Raises:
        ModelError: A fixed milestone without a day.
    """

    id: str = field(validator=identifier)
    title: str = field(validator=some_text)
    answers: tuple[str, ...] = field(default=(), converter=id_tuple, validator=identifiers)
    meets: str | None = field(default=None, validator=identifier)
    accountable: tuple[str, ...] = field(default=(), converter=id_tuple, validator=identifiers)
    after: tuple[Dependency, ...] = field(
        default=(), converter=dependencies, validator=each_of_type(Dependency)
    )
    calendar: str | None = field(default=None, validator=identifier)
    constraints: tuple[Constraint, ...] = field(
        default=(), converter=many, validator=each_of_type(Constraint)
    )
    must_finish_by: date | None = field(default=None, validator=plain_day)
    due: ApproximateDate | None = field(default=None, converter=when)
    forecast: ApproximateDate | None = field(default=None, converter=when)
    actual: ApproximateDate | None = field(default=None, converter=when)
    fixed: bool = field(default=False, validator=of_type(bool))
    side: Side = field(default=Side.FINISH, validator=of_type(Side))
    status: Status | None = field(default=None, validator=of_type(Status))
    needed_by: NeededBy | None = field(default=None, validator=of_type(NeededBy))

    def __attrs_post_init__(self) -> None:
        """Refuse a fixed milestone that has no day to be fixed to."""
        if self.fixed and not (self.due or self.forecast or self.actual):
            raise refuse(self, "fixed", self.fixed, "a fixed milestone needs a due date")


def _in_order(instance: Action, begin: str, end: str) -> None:
    first: ApproximateDate | None = getattr(instance, begin)
    last: ApproximateDate | None = getattr(instance, end)
    if first is None or last is None:
        return
    earliest, latest = first.earliest(), last.latest()
    if earliest and latest and latest < earliest:
        raise refuse(instance, end, str(last), f"it must not be before {begin} ({first})")
