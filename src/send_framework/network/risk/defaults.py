"""How far an activity may be out where nobody said: by how sure its facts are.

Nobody publishes such figures for improvement plans. Each multiple is an assumption of this
library, marked as one wherever it is used; `docs/explanation/risk-defaults.md` gives the reasons.
"""

from attrs import Attribute, field, frozen

from send_framework.model.distribution import Distribution, Shape
from send_framework.model.source import Confidence
from send_framework.model.validation import a_number, of_type, refuse


@frozen(kw_only=True)
class Multiple:
    """The least, likely and most that a number may become, as multiples of itself.

    Attributes:
        low: Of the least value.
        likely: Of the most likely value.
        high: Of the highest value.

    Raises:
        ModelError: Multiples below 0 or out of order.

    Example:
        >>> Multiple(low=0.9, likely=1, high=1.25).around(20).words
        'triangular 18, 20, 25'
    """

    low: float = field(validator=a_number)
    likely: float = field(validator=a_number)
    high: float = field(validator=a_number)

    def __attrs_post_init__(self) -> None:
        """Refuse multiples out of order."""
        if not 0 <= self.low <= self.likely <= self.high:
            shown = (self.low, self.likely, self.high)
            raise refuse(self, "low, likely, high", shown, "0 <= low <= likely <= high is expected")

    @property
    def is_certain(self) -> bool:
        """Whether it changes nothing."""
        return self.low == self.high == 1

    def around(self, centre: float, shape: Shape = Shape.TRIANGULAR) -> Distribution:
        """Return the spread around a number."""
        low, likely, high = (centre * each for each in (self.low, self.likely, self.high))
        return Distribution(shape=shape, low=low, likely=likely, high=high)

    def beyond(self, span: float, shape: Shape = Shape.TRIANGULAR) -> Distribution:
        """Return the spread of how far more than itself a span may become: 0 is as it is."""
        low, likely, high = (span * (each - 1) for each in (self.low, self.likely, self.high))
        return Distribution(shape=shape, low=low, likely=likely, high=high)


CERTAIN = Multiple(low=1, likely=1, high=1)
"""No spread at all."""


def _multiple(low: float, high: float) -> Multiple:
    return Multiple(low=low, likely=1, high=high)


def _of_three_values(instance: object, attribute: "Attribute[Shape]", value: Shape) -> None:
    if value not in (Shape.TRIANGULAR, Shape.PERT):
        raise refuse(instance, attribute.name, value, "triangular or PERT is expected")


@frozen(kw_only=True)
class Defaults:
    """The multiples of a duration that are taken where a plan gives no spread, by confidence.

    Attributes:
        verified: Of a duration read in the original.
        secondary: Of one read elsewhere.
        inferred: Of one worked out.
        unverified: Of one from general knowledge, or of unknown confidence.
        assumed: Of one that nobody published.
        shape: The family: triangular or PERT.

    Example:
        >>> DEFAULTS.multiple(Confidence.ASSUMED).high
        2.0
        >>> NO_DEFAULTS.multiple(None).is_certain
        True
    """

    verified: Multiple = field(default=_multiple(0.9, 1.25), validator=of_type(Multiple))
    secondary: Multiple = field(default=_multiple(0.85, 1.4), validator=of_type(Multiple))
    inferred: Multiple = field(default=_multiple(0.8, 1.5), validator=of_type(Multiple))
    unverified: Multiple = field(default=_multiple(0.75, 1.75), validator=of_type(Multiple))
    assumed: Multiple = field(default=_multiple(0.5, 2.0), validator=of_type(Multiple))
    shape: Shape = field(default=Shape.TRIANGULAR, validator=[of_type(Shape), _of_three_values])

    def multiple(self, confidence: Confidence | None) -> Multiple:
        """Return the multiple for a confidence; without one it counts as unverified."""
        return {
            Confidence.VERIFIED: self.verified,
            Confidence.SECONDARY: self.secondary,
            Confidence.INFERRED: self.inferred,
            Confidence.UNVERIFIED: self.unverified,
            Confidence.ASSUMED: self.assumed,
        }[confidence or Confidence.UNVERIFIED]


DEFAULTS = Defaults()
"""What is taken unless a caller gives other multiples."""

NO_DEFAULTS = Defaults(
    verified=CERTAIN, secondary=CERTAIN, inferred=CERTAIN, unverified=CERTAIN, assumed=CERTAIN
)
"""Only what the plan itself says is uncertain."""
