"""What counting gave, before it is held against a threshold."""

from attrs import frozen

from send_framework.checks.quality.results import NamedLink

NOTHING_LEFT = "no open action is left to judge"


@frozen(kw_only=True)
class Measured:
    """What counting one point gave.

    Attributes:
        count: How many.
        of: Of how many; 0 is no answer.
        activities: Ids concerned.
        links: Links concerned.
        unanswered: Ids that could not be judged.
        nothing: Why there is no answer where `of` is 0.
    """

    count: int
    of: int
    activities: tuple[str, ...] = ()
    links: tuple[NamedLink, ...] = ()
    unanswered: tuple[str, ...] = ()
    nothing: str = NOTHING_LEFT
