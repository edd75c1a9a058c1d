"""How long something took elsewhere: quantiles of what was observed, with the number of cases.

Nobody's rule. A spread stands beside the rule whose dates it illustrates and never changes them.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from attrs import field, frozen

from send_framework.model.inspection import Outcome
from send_framework.model.source import Confidence, Fact, Source
from send_framework.model.validation import (
    a_number,
    any_text,
    each_of_type,
    identifier,
    many,
    of_type,
    refuse,
    some_text,
    whole,
)
from send_framework.model.window import Unit

SMALL_SAMPLE = 10
"""Below so many cases a spread says that it is a small sample."""
QUARTERS = (0.0, 0.25, 0.5, 0.75, 1.0)


@frozen(kw_only=True)
class Quantile:
    """One quantile: this share of the cases took no longer.

    Attributes:
        share: From 0 (the shortest) to 1 (the longest).
        value: How long, in the spread's unit.
    """

    share: float = field(validator=a_number)
    value: float = field(validator=a_number)

    def __attrs_post_init__(self) -> None:
        """Refuse a share that is none."""
        if not 0 <= self.share <= 1:
            raise refuse(self, "share", self.share, "a share from 0 to 1 is expected")


@frozen(kw_only=True)
class ObservedSpread(Fact):
    """How long something took in comparable areas.

    Attributes:
        rule: Key of the rule it stands beside, such as ``"report-published"``.
        framework: Key of that rule's book; any book's when empty.
        title: What was observed, such as ``"end of fieldwork to publication"``.
        unit: What the waits are counted in.
        n: How many cases.
        quantiles: Ascending by share.
        outcome: Of which outcome only; every one when ``None``.
        year: Of which year only; every one when ``None``.
        population: Who was counted, and who could not be.

    Raises:
        ModelError: Quantiles out of order, or none.

    Example:
        >>> waits = ObservedSpread.of(
        ...     [29, 38, 41, 52, 86], rule="report-published",
        ...     title="end of fieldwork to publication", unit=Unit.WORKING_DAYS)
        >>> waits.at(0.5), waits.is_small
        (41, True)
        >>> waits.words
        'half of 5 cases within 41 working days, all within 29 to 86 (small sample)'
    """

    rule: str = field(validator=identifier)
    title: str = field(validator=some_text)
    unit: Unit = field(validator=of_type(Unit))
    n: int = field(validator=whole(1))
    quantiles: tuple[Quantile, ...] = field(converter=many, validator=each_of_type(Quantile))
    outcome: Outcome | None = field(default=None, validator=of_type(Outcome))
    year: int | None = field(default=None, validator=whole(1, 9999))
    population: str = field(default="", validator=any_text)
    framework: str = field(default="", validator=any_text)

    def __attrs_post_init__(self) -> None:
        """Refuse quantiles out of order."""
        if not self.quantiles:
            raise refuse(self, "quantiles", self.quantiles, "at least one quantile is expected")
        for low, high in pairwise(self.quantiles):
            if low.share >= high.share or low.value > high.value:
                raise refuse(self, "quantiles", high, "ascending shares and values are expected")

    @classmethod
    def of(  # noqa: PLR0913 - a fact in one call, each part by its name
        cls,
        values: Iterable[float],
        *,
        rule: str,
        title: str,
        unit: Unit,
        framework: str = "",
        outcome: Outcome | None = None,
        year: int | None = None,
        population: str = "",
        sources: Iterable[Source] = (),
        confidence: Confidence | None = Confidence.INFERRED,
        note: str = "",
    ) -> "ObservedSpread":
        """Return the spread of these waits: shortest, quarters, longest.

        Args:
            values: One wait for each case.
            rule: Key of the rule it stands beside.
            title: What was observed.
            unit: What the waits are counted in.
            framework: Key of the rule's book.
            outcome: Of which outcome only.
            year: Of which year only.
            population: Who was counted.
            sources: Where the cases can be checked.
            confidence: How sure it is.
            note: What a reader should know.

        Raises:
            ModelError: There is no case.
        """
        ordered = sorted(values)
        shares = QUARTERS if len(ordered) > 1 else QUARTERS[2:3]
        quantiles = [Quantile(share=each, value=_at(ordered, each)) for each in shares if ordered]
        return cls(
            rule=rule,
            title=title,
            unit=unit,
            n=len(ordered),
            quantiles=quantiles,
            framework=framework,
            outcome=outcome,
            year=year,
            population=population,
            sources=sources,
            confidence=confidence,
            note=note,
        )

    def at(self, share: float) -> float | None:
        """Return the wait that this share of the cases did not exceed, if it is known."""
        return next((each.value for each in self.quantiles if each.share == share), None)

    @property
    def is_small(self) -> bool:
        """Whether it rests on so few cases that a reader must be told."""
        return self.n < SMALL_SAMPLE

    @property
    def words(self) -> str:
        """What was observed, in one phrase."""
        small = " (small sample)" if self.is_small else ""
        first, last = self.quantiles[0], self.quantiles[-1]
        cases = f"{self.n} {'case' if self.n == 1 else 'cases'}"
        if self.n == 1 or first is last:
            return f"{self._count(last.value)} in {cases}{small}"
        middle = self.at(QUARTERS[2])
        half = "" if middle is None else f"half of {cases} within {self._count(middle)}, "
        return f"{half}all within {first.value:g} to {last.value:g}{small}"

    def _count(self, value: float) -> str:
        return f"{value:g} {self.unit.words(2).split(' ', 1)[1]}"


def _at(ordered: Sequence[float], share: float) -> float:
    """Return a quantile by linear interpolation between the two nearest cases."""
    place = share * (len(ordered) - 1)
    low = int(place)
    if low == place:
        return ordered[low]
    return ordered[low] + (place - low) * (ordered[low + 1] - ordered[low])
