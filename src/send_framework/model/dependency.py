"""How one action waits for another: the four kinds of link, the units of a lag, constraints.

"Q after P" is finish-to-start. The other three let work overlap or tie the ends together; every
one of them is a bound ("not before"), never an equality.
"""

from enum import Enum


class DependencyType(Enum):
    """Which end of the successor waits for which end of the predecessor.

    Example:
        >>> DependencyType("FS")
        <DependencyType.FINISH_TO_START: 'FS'>
        >>> DependencyType.START_TO_FINISH.from_start, DependencyType.START_TO_FINISH.to_finish
        (True, True)
    """

    FINISH_TO_START = "FS"
    START_TO_START = "SS"
    FINISH_TO_FINISH = "FF"
    START_TO_FINISH = "SF"

    # Asked of every link, again and again: `value` takes ten times as long as `_value_`.

    @property
    def from_start(self) -> bool:
        """Whether the link leaves the start of the predecessor (else its finish)."""
        return self._value_[0] == "S"

    @property
    def to_finish(self) -> bool:
        """Whether the link holds the finish of the successor (else its start)."""
        return self._value_[1] == "F"


class LagUnit(Enum):
    """What a lag is counted in."""

    WORKING_DAYS = "working-days"
    CALENDAR_DAYS = "calendar-days"


class ConstraintKind(Enum):
    """A date that somebody sets on an action, beside what its links say.

    Logic wins over a constraint: one that the links break gives negative float, it never moves
    work before its predecessors.
    """

    START_NO_EARLIER_THAN = "start-no-earlier-than"
    START_NO_LATER_THAN = "start-no-later-than"
    FINISH_NO_EARLIER_THAN = "finish-no-earlier-than"
    FINISH_NO_LATER_THAN = "finish-no-later-than"
    MUST_START_ON = "must-start-on"
    MUST_FINISH_ON = "must-finish-on"
    AS_LATE_AS_POSSIBLE = "as-late-as-possible"
