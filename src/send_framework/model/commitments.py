"""Commitments: money, contracts and posts that gate or enable actions."""

from enum import Enum

from attrs import field, frozen

from send_framework.dates import ApproximateDate, when
from send_framework.model.action import Dependency, dependencies
from send_framework.model.source import Fact
from send_framework.model.validation import (
    any_text,
    each_of_type,
    id_tuple,
    identifier,
    identifiers,
    many,
    of_type,
    refuse,
    some_text,
    whole,
)


class CommitmentKind(Enum):
    """What is committed."""

    FUNDING = "funding"
    CONTRACT = "contract"
    APPOINTMENT = "appointment"


@frozen(kw_only=True)
class Share(Fact):
    """One part of a sum.

    Attributes:
        label: What it is for, or which year it is.
        amount: Whole pounds.
    """

    label: str = field(validator=some_text)
    amount: int = field(validator=whole(0))


@frozen(kw_only=True)
class Commitment(Fact):
    """Funding, a contract or an appointment: actions may wait for it, and it for actions.

    "Evaluate all services before contracts are renewed" is a contract whose `after` names the
    evaluation. While its date is unknown it binds nothing, and a check says so.

    Attributes:
        id: Short id, in the same space as actions.
        title: What is committed.
        kind: Funding, contract or appointment.
        agencies: Ids of the bodies that commit or are bound.
        due: When it is planned to take effect.
        forecast: When it is now expected to.
        actual: When it did.
        after: What must come first.
        amount: Whole pounds, of funding.
        at_least: Whether the source said "more than".
        shares: How the sum is made up.
        posts: How many posts it pays for.
        period: The time it covers, in words.

    Raises:
        ModelError: An amount on something that is no funding, or shares above the sum.

    Example:
        >>> money = Commitment(
        ...     id="F2", title="Second package", kind=CommitmentKind.FUNDING, amount=9_100_000,
        ...     shares=[Share(label="2024/25", amount=2_600_000),
        ...             Share(label="2025/26", amount=3_000_000),
        ...             Share(label="2026/27", amount=3_500_000)])
        >>> money.unshared
        0
    """

    id: str = field(validator=identifier)
    title: str = field(validator=some_text)
    kind: CommitmentKind = field(validator=of_type(CommitmentKind))
    agencies: tuple[str, ...] = field(default=(), converter=id_tuple, validator=identifiers)
    due: ApproximateDate | None = field(default=None, converter=when)
    forecast: ApproximateDate | None = field(default=None, converter=when)
    actual: ApproximateDate | None = field(default=None, converter=when)
    after: tuple[Dependency, ...] = field(
        default=(), converter=dependencies, validator=each_of_type(Dependency)
    )
    amount: int | None = field(default=None, validator=whole(0))
    at_least: bool = field(default=False, validator=of_type(bool))
    shares: tuple[Share, ...] = field(default=(), converter=many, validator=each_of_type(Share))
    posts: int | None = field(default=None, validator=whole(0))
    period: str = field(default="", validator=any_text)

    def __attrs_post_init__(self) -> None:
        """Refuse money on what is no funding, and shares above the sum."""
        if self.kind is not CommitmentKind.FUNDING and (self.amount is not None or self.shares):
            raise refuse(self, "amount", self.amount, "only funding has an amount")
        if self.unshared < 0:
            raise refuse(self, "shares", self.unshared, f"they exceed the sum of {self.amount}")

    @property
    def unshared(self) -> int:
        """Pounds of the sum that no share explains; 0 without shares."""
        if not self.shares or self.amount is None:
            return 0
        return self.amount - sum(share.amount for share in self.shares)
