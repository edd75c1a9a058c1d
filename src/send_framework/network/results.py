"""What the network answers: small frozen results, with dates, floats and reasons.

Nothing here computes. `send_framework.network.schedule` fills these classes;
`send_framework.checks` turns their facts into findings; formats write them.
"""

from datetime import date

from attrs import field, frozen

from send_framework.errors import UnknownActivityError
from send_framework.model.dependency import DependencyType, LagUnit
from send_framework.model.window import Window
from send_framework.network.assumed import Settings
from send_framework.network.kinds import (
    Absence,
    ActivityKind,
    Basis,
    DriverKind,
    FactKind,
    ReadinessState,
)


@frozen(kw_only=True)
class Driver:
    """One thing that bounds a date.

    Attributes:
        kind: What it is.
        words: It in one sentence, such as ``"A finishes 28 June 2024"``.
        predecessor: The predecessor's id, of a link.
        type: The link's type.
        lag: The link's lag.
        lag_unit: What the lag counts in.
        assumed: Whether nobody published the link or the date.
        day: The first day it allows (of a start), or the day it sets (of a finish).
    """

    kind: DriverKind
    words: str
    predecessor: str | None = None
    type: DependencyType | None = None
    lag: int = 0
    lag_unit: LagUnit = LagUnit.WORKING_DAYS
    assumed: bool = False
    day: date | None = None


@frozen(kw_only=True)
class ScheduledActivity:
    """One activity with its dates.

    Dates are what people read: the first day worked and the last day worked. Floats are working
    days of the activity's own calendar; they can be negative and are never clipped.

    Attributes:
        id: The activity's id.
        title: Its title.
        kind: Action, milestone, commitment, event or meeting.
        accountable: Agency ids.
        duration: Working days; 0 for a moment.
        duration_assumed: Whether nobody published the duration.
        early_start: First day worked.
        early_finish: Last day worked.
        late_start: Latest start that makes nothing late; ``None`` for finished work.
        late_finish: Latest finish that makes nothing late.
        total_float: How far it can move before the scope's target, or a must date, is missed.
        free_float: How far it can move before any successor moves.
        float_to_earliest: Float against the earliest day of the window; ``None`` out of scope.
        float_to_expected: Float against the expected day.
        float_to_latest: Float against the latest day.
        float_to_promise: Working days from its early finish to its due date.
        critical: Whether total float is at or below the threshold.
        on_critical_path: Whether it lies on a driving path to the scope's last finish.
        in_scope: Whether the target asks for it.
        is_ongoing: Whether it lasts until the target: it drives nothing and has no float.
        complete: Whether it is done.
        started: Whether it has started.
        inferred: Whether an approximate date stands behind its dates.
        assumed: Fields nobody published, such as ``("duration",)``.
        driven_by: What set its date; ``None`` for what is ongoing.
        as_late_as_possible: Where the constraint of that name would put it: start and finish.
    """

    id: str
    title: str
    kind: ActivityKind
    accountable: tuple[str, ...] = ()
    duration: int
    duration_assumed: bool = False
    early_start: date
    early_finish: date
    late_start: date | None = None
    late_finish: date | None = None
    total_float: int | None = None
    free_float: int | None = None
    float_to_earliest: int | None = None
    float_to_expected: int | None = None
    float_to_latest: int | None = None
    float_to_promise: int | None = None
    critical: bool = False
    on_critical_path: bool = False
    in_scope: bool = True
    is_ongoing: bool = False
    complete: bool = False
    started: bool = False
    inferred: bool = False
    assumed: tuple[str, ...] = ()
    driven_by: Driver | None = None
    as_late_as_possible: tuple[date, date] | None = None


@frozen(kw_only=True)
class Unscheduled:
    """An activity without a place in time, and why.

    Attributes:
        id: The activity's id.
        title: Its title.
        why: The reason.
        cycle: The loop it is in or waits for.
    """

    id: str
    title: str
    why: Absence
    cycle: tuple[str, ...] = ()


@frozen(kw_only=True)
class ScheduledLink:
    """One link with its slack.

    Attributes:
        predecessor: Id of what is waited for.
        successor: Id of what waits.
        type: Which ends are tied.
        lag: In `lag_unit`.
        lag_unit: Working or calendar days.
        slack: Working days (predecessor's calendar) before it drives.
        driving: Whether it set its successor's date.
        assumed: Whether nobody published it.
        through: Ids of the cancelled work that passes it on, in order. Lags on the way are added
            up; where they are not counted alike, they are the calendar days they make here.
    """

    predecessor: str
    successor: str
    type: DependencyType
    lag: int
    lag_unit: LagUnit
    slack: int
    driving: bool
    assumed: bool
    through: tuple[str, ...] = ()


@frozen(kw_only=True)
class HandOff:
    """A link on the critical path between actions whose accountable agencies differ.

    Attributes:
        predecessor: Who hands over.
        successor: Who takes over.
        giving: Agency ids accountable before.
        taking: Agency ids accountable after.
    """

    predecessor: str
    successor: str
    giving: tuple[str, ...]
    taking: tuple[str, ...]


@frozen(kw_only=True)
class AgencyShare:
    """How much of the critical path one agency carries.

    Attributes:
        agency: Agency id; empty for work without an accountable agency.
        working_days: Days of the path; joint work counts in full for each.
        share: Part of all days of the path, 0 to 1.
        activities: Ids of its work on the path.
    """

    agency: str
    working_days: int
    share: float
    activities: tuple[str, ...]


@frozen(kw_only=True)
class NearCriticalPath:
    """A path whose float is close to the least.

    Attributes:
        activities: Ids in order.
        total_float: The least float along it.
        behind: Working days more than the least float of the scope.
    """

    activities: tuple[str, ...]
    total_float: int
    behind: int


@frozen(kw_only=True)
class Readiness:
    """Whether everything in scope is finished before inspectors come.

    Attributes:
        state: One of the four answers.
        sentence: The answer in plain words, with the day and the float it rests on.
        ready_on: First day on which everything in scope is finished and prepared for.
        float_to_earliest: Working days between that and the earliest day; negative is late.
        float_to_expected: The same against the expected day.
        float_to_latest: The same against the latest day.
        missing: Ids in scope without a place in time, and recommendations nothing answers.
        assumed: How many activities and links on the path rest on assumptions.
        of: How many activities and links the path has.
        caveat: What the answer cannot say, such as that inspectors ask for reasonable steps.
    """

    state: ReadinessState
    sentence: str
    ready_on: date | None = None
    float_to_earliest: int | None = None
    float_to_expected: int | None = None
    float_to_latest: int | None = None
    missing: tuple[str, ...] = ()
    assumed: int = 0
    of: int = 0
    caveat: str = ""


@frozen(kw_only=True)
class RecommendationReadiness:
    """Whether what answers one recommendation, or one part of it, will be finished in time.

    Attributes:
        id: The recommendation's or part's id.
        text: What it asks for.
        part_of: The recommendation it is a part of.
        answered_by: Ids of the work that answers it.
        readiness: The answer for this work alone.
    """

    id: str
    text: str
    part_of: str | None
    answered_by: tuple[str, ...]
    readiness: Readiness


@frozen(kw_only=True)
class NetworkFact:
    """Something the network noticed about one activity.

    Attributes:
        kind: What.
        subject: The activity's id; empty for the plan.
        sentence: It in one plain sentence.
        other: The other activity, of a link.
        working_days: Its size, where it has one.
        day: The day it speaks of.
    """

    kind: FactKind
    subject: str
    sentence: str
    other: str | None = None
    working_days: int | None = None
    day: date | None = None


@frozen(kw_only=True)
class Schedule:
    """The whole answer for one plan, one day, one basis, one target.

    Attributes:
        title: The plan's title.
        on: The data date used.
        on_given: Whether the file or the caller gave it (else it is today).
        settings: How the plan was read.
        start: The day unlinked work begins.
        basis: The question answered.
        target: The window it is measured against; ``None`` measures against the own finish.
        late_from: Which end of the window the late dates come from; empty without a target.
        scope: Ids the target asks for, in plan order.
        activities: Everything that has dates, in plan order.
        unscheduled: Everything that has none, with the reason.
        links: Every link between scheduled activities, also those that cancelled work passes on
            (of these the first 10,000).
        passing: The plan's own links into and out of cancelled work, of which those are made.
        finish: The scope's last early finish; ``None`` when nothing is scheduled.
        critical_path: The first driving chain to that finish; empty when nothing is scheduled.
        critical_paths: The first ten such chains.
        path_count: How many there are.
        network_path: The same on the basis of the network alone: what the links say.
        network_finish: The finish on that basis.
        near_critical: Further paths close to the least float, ranked.
        hand_offs: Where the critical path changes hands.
        agency_shares: How much of it each agency carries, most first.
        readiness: Whether the partnership is ready, and against what.
        cycles: Every loop, as its shortest cycle, shortest first.
        facts: What the network noticed.
    """

    title: str
    on: date
    on_given: bool
    settings: Settings = field(factory=Settings)
    start: date
    basis: Basis
    target: Window | None
    late_from: str
    scope: tuple[str, ...]
    activities: tuple[ScheduledActivity, ...]
    unscheduled: tuple[Unscheduled, ...]
    links: tuple[ScheduledLink, ...]
    finish: date | None
    critical_path: tuple[str, ...]
    critical_paths: tuple[tuple[str, ...], ...]
    path_count: int
    network_path: tuple[str, ...]
    network_finish: date | None
    near_critical: tuple[NearCriticalPath, ...]
    hand_offs: tuple[HandOff, ...]
    agency_shares: tuple[AgencyShare, ...]
    readiness: Readiness
    cycles: tuple[tuple[str, ...], ...]
    facts: tuple[NetworkFact, ...]
    passing: tuple[ScheduledLink, ...] = ()

    def activity(self, wanted: str) -> ScheduledActivity:
        """Return the scheduled activity with this id.

        Raises:
            UnknownActivityError: It is not in the plan, or has no dates.
        """
        for each in self.activities:
            if each.id == wanted:
                return each
        raise UnknownActivityError(wanted, tuple(each.id for each in self.activities))


@frozen(kw_only=True)
class Gap:
    """Days on a path that nobody works, and why.

    Attributes:
        first: First day of the gap.
        last: Last day of the gap.
        why: Such as ``"weekend"`` or ``"Good Friday"``.
    """

    first: date
    last: date
    why: str


@frozen(kw_only=True)
class Explanation:
    """Why an activity's dates are what they are.

    Attributes:
        id: The activity's id.
        title: Its title.
        sentence: The answer in one sentence.
        driver: What set the date.
        beaten: What else bounds it, strongest first, and lost.
        gaps: Closed days between the driver and the start.
        chain: Ids of the driving chain that leads to it, first to last.
        assumed: What on that chain nobody published.
    """

    id: str
    title: str
    sentence: str
    driver: Driver | None
    beaten: tuple[Driver, ...]
    gaps: tuple[Gap, ...]
    chain: tuple[str, ...]
    assumed: tuple[str, ...]
