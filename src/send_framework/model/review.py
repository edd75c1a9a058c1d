"""Review cycles: the boards, stocktakes and deep dives that repeat until the reinspection."""

from attrs import field, frozen

from send_framework.dates import ApproximateDate, when
from send_framework.model.source import Fact
from send_framework.model.validation import (
    any_text,
    each_of_type,
    id_tuple,
    identifier,
    identifiers,
    many,
    of_type,
    refuse,
    some_text,
)


@frozen(kw_only=True)
class Meeting(Fact):
    """One meeting of a cycle: planned, held or called off.

    Attributes:
        id: Short id, in the same space as actions: work may wait for "the June board".
        date: When.
        title: What it dealt with.
        cancelled: Whether it was called off.
    """

    id: str = field(validator=identifier)
    date: ApproximateDate | None = field(default=None, converter=when)
    title: str = field(default="", validator=any_text)
    cancelled: bool = field(default=False, validator=of_type(bool))


@frozen(kw_only=True)
class ReviewCycle(Fact):
    """A body that meets, or a review that returns.

    What was announced and what happened are two series: they seldom agree.

    Attributes:
        id: Short id.
        title: The body or the review.
        cadence: What was announced, such as ``"bi-monthly to September 2024"``.
        agencies: Ids of those who take part.
        planned: Meetings announced.
        held: Meetings that took place.

    Raises:
        ModelError: A meeting that was called off among those held.
    """

    id: str = field(validator=identifier)
    title: str = field(validator=some_text)
    cadence: str = field(default="", validator=any_text)
    agencies: tuple[str, ...] = field(default=(), converter=id_tuple, validator=identifiers)
    planned: tuple[Meeting, ...] = field(
        default=(), converter=many, validator=each_of_type(Meeting)
    )
    held: tuple[Meeting, ...] = field(default=(), converter=many, validator=each_of_type(Meeting))

    def __attrs_post_init__(self) -> None:
        """Refuse a meeting that was called off among those held."""
        for meeting in self.held:
            if meeting.cancelled:
                raise refuse(self, "held", meeting.id, "a cancelled meeting belongs in planned")
