"""What an assessment of a schedule returns: counts, shares and names, never a grade."""

from datetime import date
from enum import Enum

from attrs import field, frozen

from send_framework.model.dependency import DependencyType, LagUnit
from send_framework.model.source import Confidence, Source
from send_framework.model.window import Window
from send_framework.network.assumed import Settings
from send_framework.network.lengthening import PathTest


class Bound(Enum):
    """Which side of its threshold a share should be on."""

    AT_MOST = "at-most"
    AT_LEAST = "at-least"


def limit_words(bound: Bound, threshold: float) -> str:
    """Return a threshold in words.

    Args:
        bound: Which side of it is asked for.
        threshold: The share.

    Example:
        >>> limit_words(Bound.AT_MOST, 0.05), limit_words(Bound.AT_MOST, 0.0)
        ('at most 5%', 'none')
    """
    return f"{bound.value.replace('-', ' ')} {threshold:.0%}" if threshold else "none"


class Answering(Enum):
    """How much of a practice a program can answer."""

    COMPUTED = "computed"
    """The plan itself says."""
    PARTLY = "partly"
    """Some of it; the rest is for people."""
    WITH_PEOPLE = "with-people"
    """Nothing of it: only people can say."""


@frozen(kw_only=True)
class NamedLink:
    """A link that a count concerns.

    Attributes:
        predecessor: Id of what is waited for.
        successor: Id of what waits.
        type: Which ends are tied.
        lag: In `lag_unit`; negative is a lead.
        lag_unit: Working or calendar days.
    """

    predecessor: str
    successor: str
    type: DependencyType
    lag: int
    lag_unit: LagUnit


@frozen(kw_only=True)
class QualityPoint:
    """One of the fourteen points, as this plan stands to it.

    Attributes:
        number: 1 to 14.
        key: Stable short name, such as ``"missing-logic"``.
        name: Its name.
        counts: What is counted, and of what.
        count: How many; ``None`` where it cannot be answered.
        of: Of how many.
        share: The one divided by the other; of a ratio, the ratio.
        bound: Which side of the threshold is asked for.
        threshold: The customary threshold of the share.
        within: Whether the share keeps it; ``None`` where it cannot be answered.
        reason: Why it cannot be answered; else empty.
        activities: Ids of the activities concerned, in plan order.
        links: The links concerned.
        unanswered: Ids of activities that could not be judged, and so are not in `of`.
        note: What to know of it in plans of councils and their partners.
    """

    number: int
    key: str
    name: str
    counts: str
    count: int | None
    of: int | None
    share: float | None
    bound: Bound
    threshold: float
    within: bool | None
    reason: str = ""
    activities: tuple[str, ...] = ()
    links: tuple[NamedLink, ...] = ()
    unanswered: tuple[str, ...] = ()
    note: str = ""

    @property
    def limit(self) -> str:
        """The threshold in words, such as ``"at most 5%"``."""
        return limit_words(self.bound, self.threshold)


@frozen(kw_only=True)
class LogicCount:
    """Something else worth counting in a network; without a threshold.

    Attributes:
        key: Stable short name, such as ``"long-lags"``.
        name: Its name.
        counts: What is counted.
        count: How many.
        activities: Ids of the activities concerned, in plan order.
        links: The links concerned.
        why: Why it is worth a look.
    """

    key: str
    name: str
    counts: str
    count: int
    activities: tuple[str, ...] = ()
    links: tuple[NamedLink, ...] = ()
    why: str = ""


@frozen(kw_only=True)
class Practice:
    """One of the ten best practices, and what speaks to it here.

    Attributes:
        number: 1 to 10.
        key: Stable short name, such as ``"valid-critical-path"``.
        name: Its name.
        answering: How much of it a program can answer.
        points: Keys of the points that speak to it.
        logic: Keys of the further counts that do.
        sentence: What this plan shows of it.
        people: What stays with people.
    """

    number: int
    key: str
    name: str
    answering: Answering
    points: tuple[str, ...]
    logic: tuple[str, ...]
    sentence: str
    people: str


@frozen(kw_only=True)
class Quality:
    """How a plan stands to what schedule assessments look at.

    Attributes:
        title: The plan's title.
        on: The data date used.
        on_given: Whether the file or the caller gave it.
        target: The window that float is measured against; ``None`` measures against the plan's
            own finish.
        settings: How the plan was read.
        baseline: The earlier version that points 11 and 14 compare with; empty without one.
        actions: How many actions count: open, and not ongoing.
        links: How many links count: those into what is still to be done.
        points: The fourteen points.
        logic: Further counts.
        practices: The ten practices.
        path_tests: The critical path test, action by action.
        points_source: Where the points and their thresholds come from.
        practices_source: Where the practices come from.
        confidence: How sure both are.
        caveat: What none of this says.
    """

    title: str
    on: date
    on_given: bool
    target: Window | None
    settings: Settings = field(factory=Settings)
    baseline: str
    actions: int
    links: int
    points: tuple[QualityPoint, ...]
    logic: tuple[LogicCount, ...]
    practices: tuple[Practice, ...]
    path_tests: tuple[PathTest, ...]
    points_source: Source
    practices_source: Source
    confidence: Confidence
    caveat: str

    def point(self, number: int) -> QualityPoint:
        """Return the point with this number.

        Args:
            number: 1 to 14.
        """
        return next(each for each in self.points if each.number == number)
