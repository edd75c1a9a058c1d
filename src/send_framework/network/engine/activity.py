"""What the schedule engine is given: activities and links, with instants instead of dates.

An **instant** is the boundary at which a civil day begins (`working_days.begin_of(day)`); the
end of a day is the beginning of the next (`end_of(day)`). The engine knows no plan: whoever
calls it decides what is scheduled, which durations are assumed, and what the dates mean.
"""

from attrs import field, frozen

from send_framework.errors import ModelError
from send_framework.model.action import Side
from send_framework.model.dependency import ConstraintKind, DependencyType, LagUnit
from send_framework.model.validation import many
from send_framework.working_days import WorkingCalendar

_ON_START = (
    ConstraintKind.START_NO_EARLIER_THAN,
    ConstraintKind.START_NO_LATER_THAN,
    ConstraintKind.MUST_START_ON,
)
_NOT_BEFORE = (
    ConstraintKind.START_NO_EARLIER_THAN,
    ConstraintKind.FINISH_NO_EARLIER_THAN,
    ConstraintKind.MUST_START_ON,
    ConstraintKind.MUST_FINISH_ON,
)
_NOT_AFTER = (
    ConstraintKind.START_NO_LATER_THAN,
    ConstraintKind.FINISH_NO_LATER_THAN,
    ConstraintKind.MUST_START_ON,
    ConstraintKind.MUST_FINISH_ON,
)


@frozen(kw_only=True)
class Limit:
    """A constraint with its instant.

    Attributes:
        kind: What it binds and which way; not "as late as possible", which has no date.
        instant: The beginning of the day for a start, its end for a finish.
    """

    kind: ConstraintKind
    instant: int

    @property
    def on_start(self) -> bool:
        """Whether it binds the start (else the finish)."""
        return self.kind in _ON_START

    @property
    def not_before(self) -> bool:
        """Whether work may not come earlier."""
        return self.kind in _NOT_BEFORE

    @property
    def not_after(self) -> bool:
        """Whether work should not come later."""
        return self.kind in _NOT_AFTER


@frozen(kw_only=True)
class NetworkActivity:
    """One thing with a place in time.

    Attributes:
        id: Its name in errors and results.
        duration: Working days; 0 is a milestone. Of started work, the length at completion.
        calendar: Which days it works; ``None`` is the plan's calendar.
        side: Of a milestone, which side of a day it belongs to.
        limits: Its dated constraints.
        as_late_as_possible: Whether to place it late, after both passes.
        fixed_start: Set by others: begins at this instant whatever its links say.
        fixed_finish: The same for its end; an event has both, and both equal.
        binds: Whether what comes before a fixed date has to make it. Microsoft Project's
            manually scheduled tasks do not bind: late dates pass through them.
        actual_start: When it began, if it has.
        actual_finish: When it ended, if it has.
        remaining: Working days left of started work; ``None`` is the whole duration.
        promised_finish: It is not done before this instant; its start stays (FORECAST).
        ongoing: It spans from its start to the network's finish and drives nothing.
        passes_through: A moment that only hands on its links, such as cancelled work: neither
            the project start, the data date nor its own calendar holds it.

    Raises:
        ModelError: A negative length, or a finish before its own start.
    """

    id: str
    duration: int = 0
    calendar: WorkingCalendar | None = None
    side: Side = Side.FINISH
    limits: tuple[Limit, ...] = field(default=(), converter=many)
    as_late_as_possible: bool = False
    fixed_start: int | None = None
    fixed_finish: int | None = None
    binds: bool = True
    actual_start: int | None = None
    actual_finish: int | None = None
    remaining: int | None = None
    promised_finish: int | None = None
    ongoing: bool = False
    passes_through: bool = False

    def __attrs_post_init__(self) -> None:
        """Refuse lengths and facts that contradict themselves."""
        self._refuse_negative("duration", self.duration)
        self._refuse_negative("remaining", self.remaining or 0)
        self._refuse_backwards("actual", self.actual_start, self.actual_finish)
        self._refuse_backwards("fixed", self.fixed_start, self.fixed_finish)

    def _refuse_negative(self, name: str, days: int) -> None:
        if days < 0:
            wanted = "0 or more working days are expected"
            raise ModelError(f"Activity {self.id}", name, days, wanted)

    def _refuse_backwards(self, name: str, start: int | None, finish: int | None) -> None:
        if start is not None and finish is not None and finish < start:
            wanted = f"it must not lie before {name}_start ({start})"
            raise ModelError(f"Activity {self.id}", f"{name}_finish", finish, wanted)


@frozen(kw_only=True)
class NetworkLink:
    """One activity waits for another.

    Attributes:
        predecessor: Id of what is waited for.
        successor: Id of what waits.
        type: Which ends are tied.
        lag: How much later, in `unit`; negative is a lead.
        unit: Working or calendar days.
        calendar: Which calendar counts a lag in working days; ``None`` is the plan's.
    """

    predecessor: str
    successor: str
    type: DependencyType = DependencyType.FINISH_TO_START
    lag: int = 0
    unit: LagUnit = LagUnit.WORKING_DAYS
    calendar: WorkingCalendar | None = None
