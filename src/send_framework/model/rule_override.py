"""What the owner of a plan has seen of a rule, instead of what the rule book says."""

from datetime import date

from attrs import field, frozen

from send_framework.model.source import Fact
from send_framework.model.validation import (
    any_text,
    identifier,
    of_type,
    plain_day,
    refuse,
    some_text,
    whole,
)
from send_framework.model.window import Modality, Unit


@frozen(kw_only=True)
class RuleOverride(Fact):
    """A rule as the plan's owner has seen it, with their own source.

    Rule books mark what nobody has seen. Who has the text, or has been told what applies to
    them, writes it here; every date that follows cites this source. It counts as secondary
    unless `confidence` says otherwise.

    Attributes:
        framework: Key of the rule book, such as ``"area_send_2023"``.
        rule: Key of the rule in it.
        says: What it says, in own words.
        amount: How many units it counts; ``None`` for a rule that answers in words.
        unit: What it counts in.
        modality: How binding it is; as in the rule book when ``None``.
        in_force_from: The first day it holds; from the rule's beginning when ``None``.
        paragraph: Where it stands.

    Raises:
        ModelError: No source, or a count without a unit.

    Example:
        >>> from send_framework.model.source import Source
        >>> RuleOverride(
        ...     framework="area_send_2023", rule="priority-action-plan-submitted",
        ...     says="We were asked for the plan within 30 working days.",
        ...     amount=30, unit=Unit.WORKING_DAYS,
        ...     sources=[Source(key="letter", title="Letter with our final report")],
        ... ).unit.words(30)
        '30 working days'
    """

    framework: str = field(validator=identifier)
    rule: str = field(validator=identifier)
    says: str = field(validator=some_text)
    amount: int | None = field(default=None, validator=whole(0, 10_000))
    unit: Unit | None = field(default=None, validator=of_type(Unit))
    modality: Modality | None = field(default=None, validator=of_type(Modality))
    in_force_from: date | None = field(default=None, validator=plain_day)
    paragraph: str = field(default="", validator=any_text)

    def __attrs_post_init__(self) -> None:
        """Refuse an override that nobody can check, and a count without a unit."""
        if not self.sources:
            raise refuse(self, "sources", self.sources, "the source that was seen is expected")
        if (self.amount is None) != (self.unit is None):
            raise refuse(self, "unit", self.unit, "a count and its unit are expected together")
