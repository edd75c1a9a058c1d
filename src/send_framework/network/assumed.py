"""What is assumed where a plan says nothing: one table, so that every answer can name it.

These are not facts about anybody's work. They stand in so that a plan with gaps can still be
computed, and everything that rests on them is marked.
"""

from attrs import field, frozen

from send_framework.model.validation import whole

ASSUMED_DURATION = 20
"""Working days of an action whose length nobody gave: about a month."""

LEAST_REMAINING = 1
"""Working days that started work without any report still needs at least."""


@frozen(kw_only=True)
class Settings:
    """How a plan is read and when something counts as critical; the defaults are documented.

    Attributes:
        critical_at: Total float at or below which work is critical, in working days.
        near_critical_within: Working days above the least float that still count as near.
        override_logic: Whether links into started work are ignored ("progress override").
        without_assumed_links: Whether links that nobody published are left out.
        overdue_as_promised: Whether overdue work that nobody reported on counts as one working
            day from done, instead of needing all its remaining duration.

    Example:
        >>> Settings().near_critical_within
        10
    """

    critical_at: int = field(default=0, validator=whole(-10_000))
    near_critical_within: int = field(default=10, validator=whole(0))
    override_logic: bool = False
    without_assumed_links: bool = False
    overdue_as_promised: bool = False
