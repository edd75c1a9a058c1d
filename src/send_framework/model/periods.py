"""Named periods with their sources: school terms, and the weeks before an election."""

from datetime import date

from attrs import field, frozen

from send_framework.model.source import Fact
from send_framework.model.validation import in_order, plain_day, some_text


@frozen(kw_only=True)
class Term(Fact):
    """One school term of an area: inspectors come in term only.

    England has no common terms: each area sets its own.

    Attributes:
        name: Such as ``"autumn 2025, first half"``.
        first: The first day pupils attend.
        last: The last day.

    Raises:
        ModelError: It ends before it begins.

    Example:
        >>> Term(name="autumn 2025", first=date(2025, 9, 3), last=date(2025, 12, 19)).name
        'autumn 2025'
    """

    name: str = field(validator=some_text)
    first: date = field(validator=plain_day)
    last: date = field(validator=plain_day)

    def __attrs_post_init__(self) -> None:
        """Refuse a term with its ends the wrong way round."""
        in_order(self, "first", "last")


@frozen(kw_only=True)
class PublicationHold(Fact):
    """Days on which no report is published, such as those before an election.

    It moves the day on which a report is expected, and nothing else: partnerships work on, so it
    is no part of a working calendar.

    Attributes:
        name: Such as ``"before the local elections of May 2026"``.
        first: Its first day.
        last: Its last day.

    Raises:
        ModelError: It ends before it begins.

    Example:
        >>> hold = PublicationHold(
        ...     name="before the election", first=date(2029, 3, 20), last=date(2029, 5, 3))
        >>> str(hold.last)
        '2029-05-03'
    """

    name: str = field(validator=some_text)
    first: date = field(validator=plain_day)
    last: date = field(validator=plain_day)

    def __attrs_post_init__(self) -> None:
        """Refuse a hold with its ends the wrong way round."""
        in_order(self, "first", "last")
