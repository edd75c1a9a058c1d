"""What may turn out otherwise: spreads of durations and dates, approvals, risks, correlations.

A plan says these beside its facts, never inside them: a duration stays what was published, and how
far it may be out is a statement of its own, with its own source and confidence.
"""

from collections.abc import Iterable, Sequence
from enum import Enum
from typing import Any

from attrs import Attribute, field, frozen

from send_framework.model.dependency import DependencyType
from send_framework.model.distribution import Distribution, refuse_negative
from send_framework.model.source import Fact
from send_framework.model.validation import (
    a_probability,
    id_tuple,
    identifier,
    identifiers,
    many,
    maybe_number,
    numbers,
    of_type,
    refuse,
    several,
    some_text,
)

_PIVOT_TOLERANCE = 1e-9


def _rows(values: Iterable[Iterable[float]]) -> tuple[tuple[float, ...], ...]:
    return many(values, each=many)


def _rows_of_numbers(instance: object, attribute: "Attribute[Any]", value: object) -> None:
    for row in several(instance, attribute, value):
        numbers(instance, attribute, row)


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
        link_type: Of a lag, which link, where several tie the two.
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
    link_type: DependencyType | None = field(default=None, validator=of_type(DependencyType))
    spread: Distribution = field(validator=of_type(Distribution))

    def __attrs_post_init__(self) -> None:
        """Refuse a lag without its link, and days below 0."""
        if (self.what is Uncertain.LAG) != (self.after is not None):
            is_lag = self.what is Uncertain.LAG
            expected = f"{'a' if is_lag else 'only a'} lag has the id of its predecessor here"
            raise refuse(self, "after", self.after, expected)
        if self.link_type is not None and self.after is None:
            raise refuse(self, "link_type", self.link_type, "only a lag belongs to a link")
        if self.what is not Uncertain.LAG:
            refuse_negative(self, self.spread, "spread")


@frozen(kw_only=True)
class Approval(Fact):
    """A decision that may not be given: by a board, a cabinet, a funder.

    Attributes:
        of: Id of the activity that is done only if it is given.
        probability: How likely it is given, 0 to 1.
        otherwise: Working days until it is given at a second attempt; ``None`` when there is
            none: then what waits for it is never done.

    Example:
        >>> again = Distribution(low=20, likely=30, high=60)
        >>> Approval(of="S06", probability=0.8, otherwise=again).of
        'S06'
    """

    of: str = field(validator=identifier)
    probability: float = field(validator=a_probability)
    otherwise: Distribution | None = field(default=None, validator=of_type(Distribution))

    def __attrs_post_init__(self) -> None:
        """Refuse days below 0."""
        if self.otherwise is not None:
            refuse_negative(self, self.otherwise, "otherwise")


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
    probability: float = field(validator=a_probability)
    delay: Distribution = field(validator=of_type(Distribution))
    affects: tuple[str, ...] = field(converter=id_tuple, validator=identifiers)

    def __attrs_post_init__(self) -> None:
        """Refuse a risk of nothing, and days below 0."""
        if not self.affects:
            raise refuse(self, "affects", self.affects, "at least one activity is expected")
        refuse_negative(self, self.delay, "delay")


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
    coefficient: float | None = field(default=None, validator=maybe_number)
    matrix: tuple[tuple[float, ...], ...] = field(
        default=(), converter=_rows, validator=_rows_of_numbers
    )

    def __attrs_post_init__(self) -> None:
        """Refuse what says nothing, or two things."""
        if (self.agency is None) == (not self.of):
            raise refuse(self, "of", self.of, "either an agency or activities are expected")
        if (self.coefficient is None) == (not self.matrix):
            raise refuse(
                self, "matrix", self.matrix, "either a coefficient or a matrix is expected"
            )
        if self.coefficient is not None and not 0 <= self.coefficient <= 1:
            raise refuse(self, "coefficient", self.coefficient, "a number from 0 to 1 is expected")
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
            # In such a matrix no entry's square exceeds the product of its two diagonal ones.
            if any(row[j] ** 2 > _PIVOT_TOLERANCE * max(rest[j][j], 1.0) for j in below):
                return False
            continue
        for i in below:
            share = rest[i][k] / pivot
            for j in below:
                rest[i][j] -= share * row[j]
    return True
