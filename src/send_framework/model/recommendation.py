"""What inspectors ask for."""

from enum import Enum

from attrs import field, frozen

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
)


class RecommendationKind(Enum):
    """What kind of recommendation it is."""

    PRIORITY_ACTION = "priority-action"
    """An area for priority action (2023): in scope of the monitoring inspection."""
    AREA_FOR_IMPROVEMENT = "area-for-improvement"
    """An area for improvement (2023): every outcome has them."""
    SIGNIFICANT_WEAKNESS = "significant-weakness"
    """An area of significant weakness (2016): what a written statement of action answers."""


@frozen(kw_only=True)
class RecommendationPart(Fact):
    """One named part of a recommendation, such as PA1(a).

    Attributes:
        id: Its own id; actions may answer it.
        text: What it asks for, in own words.
    """

    id: str = field(validator=identifier)
    text: str = field(validator=some_text)


@frozen(kw_only=True)
class Recommendation(Fact):
    """What inspectors ask of the partnership. Not an action: actions answer it.

    Attributes:
        id: As printed or as the report's order gives it, such as ``"PA1"``.
        kind: Priority action, area for improvement or significant weakness.
        text: What it asks for, in own words.
        responsible: Agency ids of the bodies responsible, as printed; empty where the report
            names none (areas for improvement have no such column).
        addressed_to: Who its prose speaks to, such as ``"leaders across the partnership"``.
        parts: Its named parts.
        inspection: The inspection that made it.

    Raises:
        ModelError: Two parts with one id, or a part with the recommendation's own.

    Example:
        >>> pa2 = Recommendation(
        ...     id="PA2", kind=RecommendationKind.PRIORITY_ACTION,
        ...     text="Timeliness and quality of the statutory EHC processes.",
        ...     responsible=["SCC", "SNEE", "NW"],
        ... )
        >>> pa2.responsible
        ('SCC', 'SNEE', 'NW')
    """

    id: str = field(validator=identifier)
    kind: RecommendationKind = field(validator=of_type(RecommendationKind))
    text: str = field(validator=some_text)
    responsible: tuple[str, ...] = field(default=(), converter=id_tuple, validator=identifiers)
    addressed_to: str = field(default="", validator=any_text)
    parts: tuple[RecommendationPart, ...] = field(
        default=(), converter=many, validator=each_of_type(RecommendationPart)
    )
    inspection: str | None = field(default=None, validator=identifier)

    def __attrs_post_init__(self) -> None:
        """Refuse ids used twice."""
        ids = [self.id, *(part.id for part in self.parts)]
        if len(set(ids)) != len(ids):
            raise refuse(self, "parts", ids[1:], "each part needs an id of its own")
