"""How a number is spread: a family of distributions and what it takes to name one of them."""

from enum import Enum
from itertools import pairwise

from attrs import field, frozen

from send_framework.model.percentiles import TOLERANCE, beyond_reach, most_lean
from send_framework.model.validation import a_number, many, maybe_number, numbers, of_type, refuse

PERT_WEIGHT = 4.0
"""The weight of the likely value in a PERT estimate, where nobody says otherwise."""
_SUM_TOLERANCE = 1e-9
_SHOWN = 8
_LARGE = 100
LARGEST = 100_000
"""No number of a spread is farther from 0: the longest duration that a plan can hold."""
_WIDEST = 1_000


class Shape(Enum):
    """How likely the values between the lowest and the highest are."""

    TRIANGULAR = "triangular"
    """Straight lines from the lowest up to the likely value and down to the highest."""
    PERT = "pert"
    """A beta distribution on the same three values, with more weight on the likely one."""
    UNIFORM = "uniform"
    """Every value between the lowest and the highest is as likely."""
    LOGNORMAL = "lognormal"
    """Never below 0, with a long tail to the right; given by percentiles."""
    DISCRETE = "discrete"
    """Some values, each with its probability."""
    EMPIRICAL = "empirical"
    """Values that were seen elsewhere, each as likely as it was often."""


@frozen(kw_only=True)
class Distribution:
    """How a number is spread.

    Triangular, PERT and uniform take their ends (`low`, `likely`, `high`) or percentiles (`p10`,
    `p50`, `p90`), lognormal takes percentiles, discrete and empirical take `values`.

    Attributes:
        shape: The family.
        low: The lowest value.
        likely: The most likely value.
        high: The highest value.
        weight: Of PERT, the weight of the likely value (lambda).
        p10: The value that one case in ten does not exceed.
        p50: The value that half the cases do not exceed.
        p90: The value that nine in ten do not exceed.
        values: Of discrete and empirical, the values.
        probabilities: Of discrete, the probability of each, 1 together.

    Raises:
        ModelError: Values out of order, missing or of another family.

    Example:
        >>> Distribution(low=10, likely=15, high=40).shape
        <Shape.TRIANGULAR: 'triangular'>
        >>> Distribution(low=20, likely=15, high=40)
        Traceback (most recent call last):
            ...
        send_framework.errors.ModelError: Distribution: likely is 15, ...
    """

    shape: Shape = field(default=Shape.TRIANGULAR, validator=of_type(Shape))
    low: float | None = field(default=None, validator=maybe_number)
    likely: float | None = field(default=None, validator=maybe_number)
    high: float | None = field(default=None, validator=maybe_number)
    weight: float = field(default=PERT_WEIGHT, validator=a_number)
    p10: float | None = field(default=None, validator=maybe_number)
    p50: float | None = field(default=None, validator=maybe_number)
    p90: float | None = field(default=None, validator=maybe_number)
    values: tuple[float, ...] = field(default=(), converter=many, validator=numbers)
    probabilities: tuple[float, ...] = field(default=(), converter=many, validator=numbers)

    def __attrs_post_init__(self) -> None:
        """Refuse what is missing, out of order, or of another family."""
        if not 0 < self.weight <= _WIDEST:
            expected = f"a weight above 0 and at most {_WIDEST:,} is expected"
            raise refuse(self, "weight", self.weight, expected)
        if self.shape is not Shape.PERT and self.weight != PERT_WEIGHT:
            raise refuse(self, "weight", self.weight, f"{self.shape.value} takes no weight")
        self._refuse_strangers()
        self._refuse_far()
        if self.shape in _LISTED:
            self._refuse_values()
        else:
            self._refuse_ends()
            self._refuse_percentiles()

    def _refuse_strangers(self) -> None:
        """Refuse a field that this family has no use for."""
        ends, percentiles = _ENDS[self.shape], _PERCENTILES[self.shape]
        allowed = (*ends, *percentiles, *_LISTED.get(self.shape, ()))
        for name in (*_ALL_ENDS, *_ALL_PERCENTILES, "values", "probabilities"):
            if getattr(self, name) not in (None, ()) and name not in allowed:
                expected = f"{self.shape.value} takes only {', '.join(allowed)}"
                raise refuse(self, name, getattr(self, name), expected)

    def _refuse_far(self) -> None:
        """Refuse numbers that no plan has room for."""
        given = {name: getattr(self, name) for name in (*_ALL_ENDS, *_ALL_PERCENTILES)}
        farthest = max(self.values, key=abs, default=None)
        for name, value in {**given, "values": farthest}.items():
            if value is not None and abs(value) > LARGEST:
                raise refuse(self, name, value, f"at most {LARGEST:,} either way is expected")

    def _refuse_ends(self) -> None:
        """Refuse ends or percentiles that are missing, mixed or out of order."""
        ends = [name for name in _ALL_ENDS if getattr(self, name) is not None]
        given = [name for name in _ALL_PERCENTILES if getattr(self, name) is not None]
        if ends and given:
            raise refuse(
                self, given[0], getattr(self, given[0]), "either ends or percentiles are expected"
            )
        by_ends, by_percentiles = _ENDS[self.shape], _PERCENTILES[self.shape]
        wanted = by_percentiles if given or not by_ends else by_ends
        for name in wanted:
            if getattr(self, name) is None:
                raise refuse(self, name, None, f"{self.shape.value} needs {', '.join(wanted)}")
        for low, high in pairwise(wanted):
            if getattr(self, low) > getattr(self, high):
                expected = f"it must not be below {low} ({getattr(self, low):g})"
                raise refuse(self, high, getattr(self, high), expected)

    def _refuse_percentiles(self) -> None:
        """Refuse percentiles that no distribution of this family has."""
        if self.p10 is None or self.p90 is None:
            return
        if self.shape is Shape.LOGNORMAL:
            if self.p10 <= 0:
                raise refuse(self, "p10", self.p10, "lognormal needs a P10 above 0")
            if self.p90 > _WIDEST * self.p10:
                expected = f"lognormal takes at most {_WIDEST:,} times P10 ({self.p10:g})"
                raise refuse(self, "p90", self.p90, expected)
        elif self.p50 is not None:
            self._refuse_leaning((self.p10, self.p50, self.p90))

    def _refuse_leaning(self, percentiles: tuple[float, float, float]) -> None:
        closest = beyond_reach(percentiles, self.leaning_weight)
        if closest is None or closest.error <= TOLERANCE * (percentiles[2] - percentiles[0]):
            return
        expected = (
            f"no {self.shape.value} distribution with this P10 and P90 has it: the longer of "
            f"P90 - P50 and P50 - P10 may be at most {most_lean(self.leaning_weight):.2f} times "
            f"the shorter; the closest misses by {_in_few_digits(closest.error)}"
        )
        raise refuse(self, "p50", self.p50, expected)

    @property
    def leaning_weight(self) -> float:
        """The weight of the likely value where it stands at an end; a triangle has that of 1."""
        return self.weight if self.shape is Shape.PERT else 1.0

    def _refuse_values(self) -> None:
        if not self.values:
            raise refuse(self, "values", self.values, "at least one value is expected")
        if self.shape is Shape.EMPIRICAL:
            return
        if len(self.probabilities) != len(self.values):
            expected = f"one probability for each of the {len(self.values)} values is expected"
            raise refuse(self, "probabilities", self.probabilities, expected)
        wrong = [each for each in self.probabilities if not 0 <= each <= 1]
        if wrong or abs(sum(self.probabilities) - 1) > _SUM_TOLERANCE:
            expected = "probabilities from 0 to 1 that add up to 1 are expected"
            raise refuse(self, "probabilities", self.probabilities, expected)

    @property
    def words(self) -> str:
        """Its family and its numbers, such as ``"triangular 15, 20, 45"``.

        Example:
            >>> Distribution(shape=Shape.PERT, p10=12, p50=20, p90=38).words
            'pert P10 12, P50 20, P90 38'
        """
        if self.shape in _LISTED:
            said = self._listed_words()
        elif self.p10 is not None:
            names = _PERCENTILES[self.shape]
            said = ", ".join(f"{name.upper()} {getattr(self, name):g}" for name in names)
        else:
            said = ", ".join(f"{getattr(self, name):g}" for name in _ENDS[self.shape])
        weight = f" (weight {self.weight:g})" if self.weight != PERT_WEIGHT else ""
        return f"{self.shape.value} {said}{weight}"

    def _listed_words(self) -> str:
        if self.probabilities:
            pairs = zip(self.values, self.probabilities, strict=True)
            return ", ".join(f"{value:g} ({share:.4g})" for value, share in pairs)
        shown = ", ".join(f"{value:g}" for value in self.values[:_SHOWN])
        more = len(self.values) - _SHOWN
        return f"{shown} and {more} more" if more > 0 else shown


_ALL_ENDS = ("low", "likely", "high")
_ALL_PERCENTILES = ("p10", "p50", "p90")
_ENDS: dict[Shape, tuple[str, ...]] = {
    Shape.TRIANGULAR: _ALL_ENDS,
    Shape.PERT: _ALL_ENDS,
    Shape.UNIFORM: ("low", "high"),
    Shape.LOGNORMAL: (),
    Shape.DISCRETE: (),
    Shape.EMPIRICAL: (),
}
_PERCENTILES: dict[Shape, tuple[str, ...]] = {
    Shape.TRIANGULAR: _ALL_PERCENTILES,
    Shape.PERT: _ALL_PERCENTILES,
    Shape.UNIFORM: ("p10", "p90"),
    Shape.LOGNORMAL: ("p10", "p90"),
    Shape.DISCRETE: (),
    Shape.EMPIRICAL: (),
}
_LISTED: dict[Shape, tuple[str, ...]] = {
    Shape.DISCRETE: ("values", "probabilities"),
    Shape.EMPIRICAL: ("values",),
}


def _in_few_digits(number: float) -> str:
    return f"{number:,.0f}" if number >= _LARGE else f"{number:.3g}"


def refuse_negative(instance: object, spread: Distribution, field: str) -> None:
    """Refuse a spread that reaches below 0 where days are counted."""
    least = (spread.low, spread.p10, *spread.values)
    wrong = [each for each in least if each is not None and each < 0]
    if wrong:
        raise refuse(instance, field, wrong[0], "0 or more working days are expected")
