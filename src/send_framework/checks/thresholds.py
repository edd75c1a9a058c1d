"""From where on something counts: every number a check compares with, and its reason."""

from typing import Any

from attrs import Attribute, field, frozen

from send_framework.model.validation import Validator, refuse, whole


def number_between(least: float, most: float) -> Validator:
    """Return a validator for a number in this range.

    Args:
        least: The least it may be.
        most: The most it may be.
    """

    def check(instance: Any, attribute: "Attribute[Any]", value: object) -> None:  # noqa: ANN401 - a validator meets any class
        # Not a number compares as false with everything, and so is refused here as well.
        if type(value) not in (int, float) or not least <= float(str(value)) <= most:
            wanted = f"a number from {least} to {most} is expected"
            raise refuse(instance, attribute.name, value, wanted)

    return check


@frozen(kw_only=True)
class Thresholds:
    """The numbers that checks compare with.

    Attributes:
        silent_for: Calendar days without a report after which open work counts as silent. 63,
            because that is the longest gap seen between two meetings of Suffolk's improvement
            board: a report older than that has missed at least one board.
        near_critical_within: Working days above the least float that still count as near. 10,
            two weeks: one holiday or one postponed board is enough to use them up.
        share_of_path: Part of the critical path that one agency may carry. 0.6: beyond that the
            date hangs on one body, although the findings hold several jointly responsible.
        long_duration: Working days above which one piece of work is too long to steer. 44, the
            customary limit of schedule assessments: about two months, so that two boards in a
            row cannot both hear that it is "on track".
        vague_over: Calendar days that a due date may span. 31: "March 2025" is common and can be
            steered by, "spring 2025" cannot.
        change_tolerance: Percentage points by which a published change may differ from the
            figures behind it. 1: anything less is rounding.

    Raises:
        ModelError: A negative number of days, or a share above 1.

    Example:
        >>> Thresholds(silent_for=30).silent_for
        30
    """

    silent_for: int = field(default=63, validator=whole(0, 10_000))
    near_critical_within: int = field(default=10, validator=whole(0, 10_000))
    share_of_path: float = field(default=0.6, validator=number_between(0, 1))
    long_duration: int = field(default=44, validator=whole(0, 100_000))
    vague_over: int = field(default=31, validator=whole(1, 10_000))
    change_tolerance: float = field(default=1.0, validator=number_between(0, 100))
