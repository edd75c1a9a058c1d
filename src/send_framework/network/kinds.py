"""The words of the network's answers: bases, drivers, absences, states, facts."""

from enum import Enum


class Basis(Enum):
    """Which question a schedule answers."""

    PROMISED = "promised"
    """What has been promised? Links move nothing; each is tested."""
    NETWORK = "network"
    """What is the earliest possible? A due date moves nothing."""
    FORECAST = "forecast"
    """What should we expect? As the network, but nobody finishes before their own promise."""


class ActivityKind(Enum):
    """What stands in the network."""

    ACTION = "action"
    MILESTONE = "milestone"
    COMMITMENT = "commitment"
    EVENT = "event"
    MEETING = "meeting"


class DriverKind(Enum):
    """What can set a date."""

    LINK = "link"
    PROJECT_START = "project-start"
    DATA_DATE = "data-date"
    CONSTRAINT = "constraint"
    ACTUAL = "actual"
    OWN_PROMISE = "own-promise"
    FIXED = "fixed"


class Absence(Enum):
    """Why an activity has no dates."""

    UNDATED = "undated"
    """No date, no duration, no link."""
    IN_CYCLE = "in-cycle"
    BEHIND_CYCLE = "behind-cycle"
    CANCELLED = "cancelled"


class ReadinessState(Enum):
    """The four answers to "is the partnership ready?"."""

    BEFORE_EARLIEST = "ready-before-the-earliest-day"
    ONLY_IF_LATE = "ready-only-if-they-come-late"
    NOT_EVEN_THEN = "not-ready-even-on-the-latest-day"
    CANNOT_BE_SAID = "cannot-be-said"


class FactKind(Enum):
    """What the network noticed; checks turn each into a finding."""

    BROKEN_LINK = "broken-link"
    """A promise that starts before its predecessor can finish."""
    BROKEN_PROMISE = "broken-promise"
    """A due date that the network cannot keep."""
    BROKEN_CONSTRAINT = "broken-constraint"
    OUT_OF_ORDER = "out-of-order"
    """A fact that contradicts a link: done before what it waits for."""
    STOPPED_AT_START = "stopped-at-start"
    """A lead would pull work before the plan begins."""
    FUTURE_FACT = "future-fact"
    """A fact dated later than the data date; ignored in this run."""
    REMAINING_ASSUMED = "remaining-assumed"
    """Started, and nobody said how much is left."""
    OVERDUE_UNREPORTED = "overdue-unreported"
    """Past its date and nothing reported; assumed to slip by what remains."""
    UNDATED_GATE = "undated-gate"
    """A commitment without a date gates work, or is gated: it binds nothing yet."""
    WINDOW_PAST = "window-past"
    """No end of the window lies ahead any more."""
    DURATION_ASSUMED = "duration-assumed"
    COMPLETE_UNDATED = "complete-undated"
