"""What is kept of each plan when many are run: small enough for all of England at once."""

from datetime import date

from attrs import field, frozen

from send_framework.model.inspection import Outcome
from send_framework.model.validation import many
from send_framework.network.kinds import ReadinessState


@frozen(kw_only=True)
class PlanSummary:
    """One line of a portfolio.

    Attributes:
        key: What the caller calls this plan, such as its file's path below the folder.
        title: The plan's title; empty when it could not be read.
        area: The local area partnership's name; empty when the plan names none.
        outcome: Of the inspection it answers; ``None`` when it names none.
        on: The data date.
        on_given: Whether the plan or the caller gave it; else it is the day of the run.
        target: The name of the window it is measured against; empty when there is none.
        earliest: First day of the window.
        expected: Its expected day.
        latest: Its last day.
        days_to_window: Calendar days from the data date to the first day still ahead.
        finish: The scope's last early finish.
        float_to_earliest: Working days between being ready and that day; negative is late.
        float_to_expected: The same against the expected day.
        float_to_latest: The same against the latest day.
        state: The answer to "ready?".
        sentence: It in words.
        critical_path: Ids of the first critical path.
        activities: How many have dates.
        unscheduled: How many have none.
        errors: How many findings are errors; ``None`` where it was not checked.
        warnings: How many are warnings.
        information: How many are information.
        worst: The first findings, gravest first: ``"code: message"``.
        p_ready: The chance of being ready over the window; ``None`` without a simulation.
        standard_error: Of that.
        p10: The day by which a tenth of the samples is done; ``None`` without a simulation.
        p50: By which half is.
        p80: By which eight in ten are.
        p90: By which nine in ten are.
        assumed_share: Which share of the finish's variance rests on assumed spreads.
        problem: Why there is no answer, in one sentence; empty when there is one.
        seconds: How long it took.
    """

    key: str
    title: str = ""
    area: str = ""
    outcome: Outcome | None = None
    on: date | None = None
    on_given: bool = True
    target: str = ""
    earliest: date | None = None
    expected: date | None = None
    latest: date | None = None
    days_to_window: int | None = None
    finish: date | None = None
    float_to_earliest: int | None = None
    float_to_expected: int | None = None
    float_to_latest: int | None = None
    state: ReadinessState | None = None
    sentence: str = ""
    critical_path: tuple[str, ...] = field(default=(), converter=many)
    activities: int = 0
    unscheduled: int = 0
    errors: int | None = None
    warnings: int | None = None
    information: int | None = None
    worst: tuple[str, ...] = field(default=(), converter=many)
    p_ready: float | None = None
    standard_error: float | None = None
    p10: date | None = None
    p50: date | None = None
    p80: date | None = None
    p90: date | None = None
    assumed_share: float | None = None
    problem: str = ""
    seconds: float = 0.0

    @property
    def window_ahead(self) -> tuple[date, int | None] | None:
        """The first day of the window that still lies ahead, and the float against it.

        Example:
            >>> PlanSummary(
            ...     key="a", on=date(2024, 6, 3), earliest=date(2024, 5, 1), float_to_earliest=-30,
            ...     latest=date(2024, 9, 30), float_to_latest=12).window_ahead
            (datetime.date(2024, 9, 30), 12)
        """
        ends = (
            (self.earliest, self.float_to_earliest),
            (self.expected, self.float_to_expected),
            (self.latest, self.float_to_latest),
        )
        known = self.on or date.min
        return next(((day, days) for day, days in ends if day and day > known), None)

    @property
    def room(self) -> int | None:
        """The float against the first day still ahead: what a list of plans is ordered by."""
        return self.window_ahead[1] if self.window_ahead else None

    @property
    def chance(self) -> float | None:
        """The chance of being ready, where that can be said: no sample counts what has no dates.

        Example:
            >>> state = ReadinessState.CANNOT_BE_SAID
            >>> PlanSummary(key="a", p_ready=0.9).chance
            0.9
            >>> PlanSummary(key="a", p_ready=1.0, state=state).chance is None
            True
        """
        return None if self.state is ReadinessState.CANNOT_BE_SAID else self.p_ready
