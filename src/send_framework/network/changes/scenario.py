"""A scenario as data: named steps that change a plan, to ask what would follow.

A step is one change: work slips, a link is dropped, the window moves. Nothing is computed here;
`send_framework.network.changes.applying` changes a plan by a scenario and
`send_framework.network.changes.asking` asks what follows.
"""

from collections.abc import Callable
from datetime import date
from enum import Enum

from attrs import field, frozen

from send_framework.dates import day_words
from send_framework.model.dependency import DependencyType, LagUnit
from send_framework.model.validation import (
    any_text,
    each_of_type,
    identifier,
    many,
    of_type,
    plain_day,
    refuse,
    whole,
)
from send_framework.model.window import WINDOW_ENDS, Unit


class StepKind(Enum):
    """What a step changes."""

    SLIP = "slip"
    """Work comes so many working days later than it would."""
    SHORTEN = "shorten"
    """Work takes fewer working days, and its own promise moves forward with it."""
    SET_DURATION = "set-duration"
    """Work takes so many working days; its promise stays."""
    ADD_LINK = "add-link"
    DROP_LINK = "drop-link"
    PARALLEL = "parallel"
    """Work need no longer wait for the finish of other work, only for its start."""
    SET_CALENDAR = "set-calendar"
    REMOVE = "remove"
    """Work is not done; its links pass through, as those of cancelled work do."""
    MOVE_WINDOW = "move-window"
    """Inspectors come at another time."""


_LINK = ("lag", "lag_unit")
_NEEDS: dict[StepKind, tuple[str, ...]] = {
    StepKind.SLIP: ("activity", "days"),
    StepKind.SHORTEN: ("activity",),
    StepKind.SET_DURATION: ("activity", "days"),
    StepKind.ADD_LINK: ("activity", "after"),
    StepKind.DROP_LINK: ("activity", "after"),
    StepKind.PARALLEL: ("activity", "after"),
    StepKind.SET_CALENDAR: ("activity", "calendar"),
    StepKind.REMOVE: ("activity",),
    StepKind.MOVE_WINDOW: (),
}
_MAY_HAVE: dict[StepKind, tuple[str, ...]] = {
    StepKind.SHORTEN: ("days", "to"),
    StepKind.ADD_LINK: ("type", *_LINK),
    StepKind.PARALLEL: _LINK,
    StepKind.MOVE_WINDOW: ("days", *WINDOW_ENDS),
}
_FIELDS = ("activity", "after", "days", "to", "type", *_LINK, "calendar", *WINDOW_ENDS)


@frozen(kw_only=True)
class Step:
    """One change to a plan.

    Attributes:
        kind: What it changes.
        activity: Id of the work; none for a moved window.
        after: Id of what a link waits for.
        days: Working days of a slip, a shortening or a duration; calendar days of a window.
        to: Working days that shortened work then takes; of started work, that are then left.
        type: Which ends a new link ties: finish-to-start unless said otherwise.
        lag: How much later the link lets it go.
        lag_unit: What the lag is counted in: working days unless said otherwise.
        calendar: Id of the working calendar that it follows.
        earliest: The first day inspectors then may come.
        expected: The day then expected.
        latest: The last day they then may come.

    Raises:
        ModelError: A field that this kind needs is missing, or has no meaning for it.

    Example:
        >>> Step(kind=StepKind.SLIP, activity="S02", days=20).words
        'S02 slips by 20 working days'
        >>> Step(kind=StepKind.PARALLEL, activity="S10", after="S09", lag=5).words
        'S10 no longer waits for the finish of S09, only for its start, then 5 working days'
    """

    kind: StepKind = field(validator=of_type(StepKind))
    activity: str | None = field(default=None, validator=identifier)
    after: str | None = field(default=None, validator=identifier)
    days: int | None = field(default=None, validator=whole(-100_000, 100_000))
    to: int | None = field(default=None, validator=whole(0, 100_000))
    type: DependencyType | None = field(default=None, validator=of_type(DependencyType))
    lag: int | None = field(default=None, validator=whole(-10_000, 10_000))
    lag_unit: LagUnit | None = field(default=None, validator=of_type(LagUnit))
    calendar: str | None = field(default=None, validator=identifier)
    earliest: date | None = field(default=None, validator=plain_day)
    expected: date | None = field(default=None, validator=plain_day)
    latest: date | None = field(default=None, validator=plain_day)

    def __attrs_post_init__(self) -> None:
        """Refuse what this kind lacks or has no use for."""
        needed = _NEEDS[self.kind]
        allowed = (*needed, *_MAY_HAVE.get(self.kind, ()))
        for name in needed:
            if getattr(self, name) is None:
                raise refuse(self, name, None, f"{self.kind.value} needs {' and '.join(needed)}")
        for name in _FIELDS:
            if getattr(self, name) is not None and name not in allowed:
                expected = f"{self.kind.value} takes only {', '.join(allowed)}"
                raise refuse(self, name, getattr(self, name), expected)
        self._refuse_amounts()

    def _refuse_amounts(self) -> None:
        """Refuse days below what has a meaning, and two answers to one question."""
        least = {StepKind.SLIP: 1, StepKind.SHORTEN: 1, StepKind.SET_DURATION: 0}.get(self.kind)
        if self.days is not None and least is not None and self.days < least:
            raise refuse(self, "days", self.days, _enough(self.kind, least))
        if self.kind is StepKind.SHORTEN and (self.days is None) == (self.to is None):
            raise refuse(self, "days", self.days, "either days or to is expected, not both")
        if self.kind is StepKind.MOVE_WINDOW and bool(self.days) == bool(self.ends()):
            expected = "either days other than 0, or new days for its ends, are expected"
            raise refuse(self, "days", self.days, expected)

    def ends(self) -> dict[str, date]:
        """Return the new days of a window by the name of the end."""
        named = ((name, getattr(self, name)) for name in WINDOW_ENDS)
        return {name: day for name, day in named if day is not None}

    @property
    def words(self) -> str:
        """The step in one sentence without a full stop."""
        return _WORDS[self.kind](self)


def _enough(kind: StepKind, least: int) -> str:
    other = {StepKind.SLIP: "; shorten takes days off", StepKind.SHORTEN: "; slip adds days"}
    return f"{least} or more working days are expected{other.get(kind, '')}"


def _days(step: Step) -> str:
    return Unit.WORKING_DAYS.words(step.days or 0)


def _shortened(step: Step) -> str:
    by = f"by {_days(step)}" if step.to is None else f"to {Unit.WORKING_DAYS.words(step.to)}"
    return f"{step.activity} is shortened {by}"


def lag_words(lag: int | None, unit: LagUnit | None) -> str:
    """Return a lag as the end of a sentence, or nothing.

    Example:
        >>> lag_words(5, None), lag_words(-1, LagUnit.CALENDAR_DAYS), lag_words(0, None)
        (', then 5 working days', ', less 1 calendar day', '')
    """
    if not lag:
        return ""
    count = Unit((unit or LagUnit.WORKING_DAYS).value).words(abs(lag))
    return f", {'then' if lag > 0 else 'less'} {count}"


_ENDS_TIED = {
    DependencyType.FINISH_TO_START: "starts after {} finishes",
    DependencyType.START_TO_START: "starts after {} starts",
    DependencyType.FINISH_TO_FINISH: "finishes after {} finishes",
    DependencyType.START_TO_FINISH: "finishes after {} starts",
}


def link_sentence(activity: str | None, after: str | None, kind: DependencyType) -> str:
    """Return a link in words.

    Example:
        >>> link_sentence("S10", "S09", DependencyType.START_TO_START)
        'S10 starts after S09 starts'
    """
    return f"{activity} {_ENDS_TIED[kind].format(after)}"


def _added(step: Step) -> str:
    tied = link_sentence(step.activity, step.after, step.type or DependencyType.FINISH_TO_START)
    return f"{tied}{lag_words(step.lag, step.lag_unit)}"


def _parallel(step: Step) -> str:
    waits = f"{step.activity} no longer waits for the finish of {step.after}, only for its start"
    return f"{waits}{lag_words(step.lag, step.lag_unit)}"


def _window(step: Step) -> str:
    if step.days:
        count = Unit.CALENDAR_DAYS.words(abs(step.days))
        return f"The inspection window moves {count} {'later' if step.days > 0 else 'earlier'}"
    ends = (f"{name} {day_words(day)}" for name, day in step.ends().items())
    return f"The inspection window is set: {', '.join(ends)}"


def _slipped(step: Step) -> str:
    return f"{step.activity} slips by {_days(step)}"


def _lasting(step: Step) -> str:
    return f"{step.activity} takes {_days(step)}"


def _dropped(step: Step) -> str:
    return f"{step.activity} no longer waits for {step.after}"


def _rescheduled(step: Step) -> str:
    return f"{step.activity} works by calendar {step.calendar}"


def _removed(step: Step) -> str:
    return f"{step.activity} is not done"


_WORDS: dict[StepKind, Callable[[Step], str]] = {
    StepKind.SLIP: _slipped,
    StepKind.SHORTEN: _shortened,
    StepKind.SET_DURATION: _lasting,
    StepKind.ADD_LINK: _added,
    StepKind.DROP_LINK: _dropped,
    StepKind.PARALLEL: _parallel,
    StepKind.SET_CALENDAR: _rescheduled,
    StepKind.REMOVE: _removed,
    StepKind.MOVE_WINDOW: _window,
}


@frozen(kw_only=True)
class Scenario:
    """Changes that belong together, applied in their order.

    Attributes:
        id: Short id.
        title: What it stands for, in words.
        steps: The changes.

    Raises:
        ModelError: No step at all.

    Example:
        >>> late = Scenario(id="late-board", title="The board forms a month late",
        ...                 steps=[Step(kind=StepKind.SLIP, activity="S02", days=20)])
        >>> late.words
        'The board forms a month late'
        >>> Scenario(id="late-board", steps=late.steps).words
        'S02 slips by 20 working days'
    """

    id: str = field(validator=identifier)
    title: str = field(default="", validator=any_text)
    steps: tuple[Step, ...] = field(converter=many, validator=each_of_type(Step))

    def __attrs_post_init__(self) -> None:
        """Refuse a scenario in which nothing happens."""
        if not self.steps:
            raise refuse(self, "steps", self.steps, "at least one step is expected")

    @property
    def words(self) -> str:
        """Its title, else its steps."""
        return self.title or "; ".join(step.words for step in self.steps)
