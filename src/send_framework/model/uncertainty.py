"""What may turn out otherwise: spreads of durations and dates, approvals, risks, correlations.

A plan says these beside its facts, never inside them: a duration stays what was published, and how
far it may be out is a statement of its own, with its own source and confidence.
"""

from collections.abc import Iterable, Sequence
from enum import Enum
from itertools import pairwise
from typing import Any, cast

from attrs import Attribute, field, frozen

from send_framework.model.source import Fact
from send_framework.model.validation import (
    a_number,
    id_tuple,
    identifier,
    identifiers,
    is_left_out,
    many,
    of_type,
    refuse,
    several,
    some_text,
)

PERT_WEIGHT = 4.0
"""The weight of the likely value in a PERT estimate, where nobody says otherwise."""
_SUM_TOLERANCE = 1e-9
_PIVOT_TOLERANCE = 1e-9


def _rows(values: Iterable[Iterable[float]]) -> tuple[tuple[float, ...], ...]:
    return many(values, each=many)


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


def _maybe_number(instance: Any, attribute: "Attribute[Any]", value: object) -> None:
    """Ask for a finite number; none where that is the default."""
    if not is_left_out(attribute, value):
        a_number(instance, attribute, value)


def _numbers(instance: Any, attribute: "Attribute[Any]", value: object) -> None:
    for each in several(instance, attribute, value):
        a_number(instance, attribute, each)


def _probability(instance: Any, attribute: "Attribute[Any]", value: object) -> None:
    """Ask for a number from 0 to 1."""
    a_number(instance, attribute, value)
    if not 0 <= cast("float", value) <= 1:
        raise refuse(instance, attribute.name, value, "a probability from 0 to 1 is expected")


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
    low: float | None = field(default=None, validator=_maybe_number)
    likely: float | None = field(default=None, validator=_maybe_number)
    high: float | None = field(default=None, validator=_maybe_number)
    weight: float = field(default=PERT_WEIGHT, validator=a_number)
    p10: float | None = field(default=None, validator=_maybe_number)
    p50: float | None = field(default=None, validator=_maybe_number)
    p90: float | None = field(default=None, validator=_maybe_number)
    values: tuple[float, ...] = field(default=(), converter=many)
    probabilities: tuple[float, ...] = field(default=(), converter=many)

    def __attrs_post_init__(self) -> None:
        """Refuse what is missing, out of order, or of another family."""
        if self.weight <= 0:
            raise refuse(self, "weight", self.weight, "a weight above 0 is expected")
        self._refuse_strangers()
        if self.shape in _LISTED:
            self._refuse_values()
        else:
            self._refuse_ends()

    def _refuse_strangers(self) -> None:
        """Refuse a field that this family has no use for."""
        ends, percentiles = _ENDS[self.shape], _PERCENTILES[self.shape]
        allowed = (*ends, *percentiles, *_LISTED.get(self.shape, ()))
        for name in (*_ALL_ENDS, *_ALL_PERCENTILES, "values", "probabilities"):
            if getattr(self, name) not in (None, ()) and name not in allowed:
                expected = f"{self.shape.value} takes {', '.join(allowed)}"
                raise refuse(self, name, getattr(self, name), expected)

    def _refuse_ends(self) -> None:
        """Refuse ends or percentiles that are missing, mixed or out of order."""
        ends = [name for name in _ALL_ENDS if getattr(self, name) is not None]
        given = [name for name in _ALL_PERCENTILES if getattr(self, name) is not None]
        if ends and given:
            raise refuse(self, given[0], getattr(self, given[0]), "either ends or percentiles")
        by_ends, by_percentiles = _ENDS[self.shape], _PERCENTILES[self.shape]
        wanted = by_percentiles if given or not by_ends else by_ends
        for name in wanted:
            if getattr(self, name) is None:
                raise refuse(self, name, None, f"{self.shape.value} needs {', '.join(wanted)}")
        for low, high in pairwise(wanted):
            if getattr(self, low) > getattr(self, high):
                expected = f"it must not be below {low} ({getattr(self, low):g})"
                raise refuse(self, high, getattr(self, high), expected)

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


class Uncertain(Enum):
    """Which number of an activity is uncertain."""

    DURATION = "duration"
    """Working days; of started work, what remains."""
    START = "start"
    """Working days later than its links and dates allow; of what others date, than their day."""
    PROMISE = "promise"
    """Working days later than its own promise."""
    LAG = "lag"
    """The lag of one link, in the link's own unit."""


@frozen(kw_only=True)
class Uncertainty(Fact):
    """How far one number of the plan may turn out otherwise.

    Attributes:
        of: The activity's id; of a lag, the one that waits.
        what: Which of its numbers.
        after: Of a lag, the predecessor's id.
        spread: The values it may take.

    Raises:
        ModelError: A lag without its link, or a spread below 0 of what cannot be negative.

    Example:
        >>> Uncertainty(of="S02", spread=Distribution(low=15, likely=20, high=45)).what
        <Uncertain.DURATION: 'duration'>
    """

    of: str = field(validator=identifier)
    what: Uncertain = field(default=Uncertain.DURATION, validator=of_type(Uncertain))
    after: str | None = field(default=None, validator=identifier)
    spread: Distribution = field(validator=of_type(Distribution))

    def __attrs_post_init__(self) -> None:
        """Refuse a lag without its link, and days below 0."""
        if (self.what is Uncertain.LAG) != (self.after is not None):
            expected = "the predecessor's id belongs to a lag, and to nothing else"
            raise refuse(self, "after", self.after, expected)
        if self.what is not Uncertain.LAG:
            refuse_negative(self, self.spread)


def refuse_negative(instance: object, spread: Distribution) -> None:
    """Refuse a spread that reaches below 0 where days are counted."""
    least = (spread.low, spread.p10, *spread.values)
    wrong = [each for each in least if each is not None and each < 0]
    if wrong:
        raise refuse(instance, "spread", wrong[0], "0 or more working days are expected")


@frozen(kw_only=True)
class Approval(Fact):
    """A decision that may not be given: by a board, a cabinet, a funder.

    Attributes:
        of: Id of the activity that is done only if it is given.
        probability: How likely it is given, 0 to 1.
        otherwise: Working days until it is given at a second attempt; ``None`` when there is
            none: then what waits for it is never done.

    Example:
        >>> Approval(of="S06", probability=0.8, otherwise=Distribution(low=20, likely=30, high=60)).of
        'S06'
    """

    of: str = field(validator=identifier)
    probability: float = field(validator=_probability)
    otherwise: Distribution | None = field(default=None, validator=of_type(Distribution))

    def __attrs_post_init__(self) -> None:
        """Refuse days below 0."""
        if self.otherwise is not None:
            refuse_negative(self, self.otherwise)


@frozen(kw_only=True)
class Risk(Fact):
    """Something that may happen and lengthens several activities at once when it does.

    Attributes:
        id: Short id.
        title: What may happen.
        probability: How likely, 0 to 1.
        delay: Working days that it adds to each of them: one draw for all.
        affects: Ids of the activities.

    Example:
        >>> Risk(id="R1", title="The recruitment fails", probability=0.3, affects=["S10", "S11"],
        ...      delay=Distribution(low=20, likely=40, high=80)).affects
        ('S10', 'S11')
    """

    id: str = field(validator=identifier)
    title: str = field(validator=some_text)
    probability: float = field(validator=_probability)
    delay: Distribution = field(validator=of_type(Distribution))
    affects: tuple[str, ...] = field(converter=id_tuple, validator=identifiers)

    def __attrs_post_init__(self) -> None:
        """Refuse a risk of nothing, and days below 0."""
        if not self.affects:
            raise refuse(self, "affects", self.affects, "at least one activity is expected")
        refuse_negative(self, self.delay)


@frozen(kw_only=True)
class Correlation(Fact):
    """Durations that tend to be out together, such as those of one agency.

    With a `coefficient`, one hidden factor moves all of them (a one-factor Gaussian copula); with
    a `matrix`, each pair has its own. An activity follows the first correlation that names it.

    Attributes:
        id: Short id.
        agency: Agency id: all work it is accountable for; ``None`` where `of` names it.
        of: Ids of the activities.
        coefficient: The correlation of each pair, 0 to 1.
        matrix: One row for each activity in `of`: symmetric, 1 on the diagonal.

    Raises:
        ModelError: Neither or both of two choices, or no matrix of correlations.

    Example:
        >>> Correlation(id="C1", agency="SCC", coefficient=0.5).of
        ()
    """

    id: str = field(validator=identifier)
    agency: str | None = field(default=None, validator=identifier)
    of: tuple[str, ...] = field(default=(), converter=id_tuple, validator=identifiers)
    coefficient: float | None = field(default=None, validator=_maybe_number)
    matrix: tuple[tuple[float, ...], ...] = field(default=(), converter=_rows)

    def __attrs_post_init__(self) -> None:
        """Refuse what says nothing, or two things."""
        if (self.agency is None) == (not self.of):
            raise refuse(self, "of", self.of, "either an agency or activities are expected")
        if (self.coefficient is None) == (not self.matrix):
            raise refuse(
                self, "matrix", self.matrix, "either a coefficient or a matrix is expected"
            )
        if self.coefficient is not None and not 0 <= self.coefficient <= 1:
            raise refuse(self, "coefficient", self.coefficient, "0 to 1 is expected")
        if self.matrix:
            self._refuse_matrix()

    def _refuse_matrix(self) -> None:
        """Refuse a matrix that no variables can have: LDL decomposition finds a negative pivot."""
        size = len(self.of)
        if not size or [len(row) for row in self.matrix] != [size] * size:
            expected = "a matrix needs activities in `of`, and a row and a column for each"
            raise refuse(self, "matrix", self.matrix, expected)
        for i, row in enumerate(self.matrix):
            symmetric = all(row[j] == self.matrix[j][i] for j in range(i))
            if row[i] != 1 or not symmetric or max(map(abs, row)) > 1:
                expected = "1 on the diagonal and the same on both sides of it are expected"
                raise refuse(self, "matrix", row, expected)
        if not is_positive_semidefinite(self.matrix):
            expected = "these correlations contradict one another (not positive semi-definite)"
            raise refuse(self, "matrix", self.matrix, expected)


def is_positive_semidefinite(matrix: Sequence[Sequence[float]]) -> bool:
    """Return whether variables with these correlations can exist.

    Args:
        matrix: Symmetric, a row for each variable.

    Example:
        >>> is_positive_semidefinite([[1, 0.5], [0.5, 1]])
        True
        >>> is_positive_semidefinite([[1, 0.9, -0.9], [0.9, 1, 0.9], [-0.9, 0.9, 1]])
        False
    """
    rest = [list(row) for row in matrix]
    for k, row in enumerate(rest):
        pivot = row[k]
        if pivot < -_PIVOT_TOLERANCE:
            return False
        below = range(k + 1, len(rest))
        if pivot <= _PIVOT_TOLERANCE:
            if any(abs(row[j]) > _PIVOT_TOLERANCE for j in below):
                return False
            continue
        for i in below:
            share = rest[i][k] / pivot
            for j in below:
                rest[i][j] -= share * row[j]
    return True
