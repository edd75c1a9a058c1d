"""Measures: what is counted, what was aimed at, what was seen."""

from enum import Enum

from attrs import field, frozen

from send_framework.dates import ApproximateDate, when
from send_framework.model.source import Fact
from send_framework.model.validation import (
    a_number,
    any_text,
    each_of_type,
    identifier,
    many,
    of_type,
    some_text,
)


class MeasureKind(Enum):
    """Flow or stock. The two must never be compared."""

    FLOW = "flow"
    """Counted over a period: plans issued in a month."""
    STOCK = "stock"
    """Counted on a day: cases open that day."""


class Direction(Enum):
    """Which way is better."""

    UP = "up"
    DOWN = "down"


class ObservationKind(Enum):
    """What a figure is."""

    PUBLISHED = "published"
    CLAIMED = "claimed"
    FORECAST = "forecast"


@frozen(kw_only=True)
class Target(Fact):
    """What was aimed at. A plan may have an initial target and a later one.

    Attributes:
        value: The figure, in the measure's unit.
        by: When it should be reached.
        label: Such as ``"initial"`` or ``"stretch"``.
    """

    value: float = field(validator=a_number)
    by: ApproximateDate | None = field(default=None, converter=when)
    label: str = field(default="", validator=any_text)


@frozen(kw_only=True)
class Observation(Fact):
    """One figure, with the period and the population it speaks of.

    Attributes:
        value: The figure, in the measure's unit.
        period: The time it covers: 3.8 % in a month and 3.9 % in a year can both be right.
        population: Who is counted, such as ``"new plans, Suffolk"``.
        kind: Published, claimed in speech or letter, or forecast.
        counts: Flow or stock where it differs from its measure.
        is_baseline: Whether the plan measures its progress from it.
    """

    value: float = field(validator=a_number)
    period: ApproximateDate | None = field(default=None, converter=when)
    population: str = field(default="", validator=any_text)
    kind: ObservationKind = field(
        default=ObservationKind.PUBLISHED, validator=of_type(ObservationKind)
    )
    counts: MeasureKind | None = field(default=None, validator=of_type(MeasureKind))
    is_baseline: bool = field(default=False, validator=of_type(bool))


@frozen(kw_only=True)
class Measure(Fact):
    """Something counted to tell whether a plan works.

    Attributes:
        id: Short id.
        title: What is counted.
        unit: Such as ``"%"`` or ``"plans a month"``.
        kind: Flow or stock.
        better: Which way is better.
        rule: Key of the rule it measures, where it does.
        targets: What was aimed at.
        observations: What was seen; figures that disagree stand side by side.

    Example:
        >>> timeliness = Measure(
        ...     id="M1", title="New plans issued in 20 weeks", unit="%",
        ...     targets=[Target(value=49.1, by="2025-09")],
        ...     observations=[Observation(value=3.8, period="2023-11", is_baseline=True),
        ...                   Observation(value=3.9, period="2023")],
        ... )
        >>> [(o.value, str(o.period)) for o in timeliness.observations]
        [(3.8, 'November 2023'), (3.9, '2023')]
    """

    id: str = field(validator=identifier)
    title: str = field(validator=some_text)
    unit: str = field(validator=some_text)
    kind: MeasureKind = field(default=MeasureKind.FLOW, validator=of_type(MeasureKind))
    better: Direction | None = field(default=None, validator=of_type(Direction))
    rule: str | None = field(default=None, validator=identifier)
    targets: tuple[Target, ...] = field(default=(), converter=many, validator=each_of_type(Target))
    observations: tuple[Observation, ...] = field(
        default=(), converter=many, validator=each_of_type(Observation)
    )
