"""Plans after an Ofsted and Care Quality Commission inspection of SEND, as data that computes.

Eight questions, each with one place:

- What do people in this field talk about? `send_framework.model`; its names stand here.
- What do the official rules say? `send_framework.frameworks`
- What follows from the order of the work? `send_framework.network`
- Who is who in England, and how did they fare? `send_framework.reference`
- What is wrong with this plan? `send_framework.checks`
- How do many plans fare? `send_framework.portfolio`
- How does it get in and out? `send_framework.formats`
- How do I run it? ``send-framework`` on the command line, `send_framework.cli`

Importing this module is light: a name is brought here when it is first used, and nothing that
computes is brought at all.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from send_framework.dates import ApproximateDate, Precision
    from send_framework.errors import SendFrameworkError
    from send_framework.model.action import (
        Action,
        Constraint,
        Dependency,
        Evidence,
        EvidenceKind,
        Milestone,
        NeededBy,
        Side,
        Status,
    )
    from send_framework.model.agency import (
        Agency,
        AgencyKind,
        CodeScheme,
        LocalAreaPartnership,
        OfficialCode,
    )
    from send_framework.model.commitments import Commitment, CommitmentKind, Share
    from send_framework.model.dependency import ConstraintKind, DependencyType, LagUnit
    from send_framework.model.distribution import Distribution, Shape
    from send_framework.model.inspection import (
        Event,
        EventKind,
        Inspection,
        InspectionKind,
        MonitoringResult,
        Outcome,
        RevisitProgress,
        RevisitResult,
    )
    from send_framework.model.measure import (
        Direction,
        Measure,
        MeasureKind,
        Observation,
        ObservationKind,
        Target,
    )
    from send_framework.model.periods import PublicationHold, Term
    from send_framework.model.plan import Assumption, Baseline, BaselineEntry, Plan, PlanKind
    from send_framework.model.recommendation import (
        Recommendation,
        RecommendationKind,
        RecommendationPart,
    )
    from send_framework.model.review import Meeting, ReviewCycle
    from send_framework.model.rule_override import RuleOverride
    from send_framework.model.source import Claim, Confidence, Fact, Source
    from send_framework.model.spread import ObservedSpread, Quantile
    from send_framework.model.uncertainty import (
        Approval,
        Correlation,
        Risk,
        Uncertain,
        Uncertainty,
    )
    from send_framework.model.window import (
        Deadline,
        Modality,
        RuleReference,
        Unit,
        Window,
        WindowEnd,
        Within,
    )
    from send_framework.working_days import ENGLAND, Closure, WorkingCalendar

__all__ = [
    "ENGLAND",
    "Action",
    "Agency",
    "AgencyKind",
    "Approval",
    "ApproximateDate",
    "Assumption",
    "Baseline",
    "BaselineEntry",
    "Claim",
    "Closure",
    "CodeScheme",
    "Commitment",
    "CommitmentKind",
    "Confidence",
    "Constraint",
    "ConstraintKind",
    "Correlation",
    "Deadline",
    "Dependency",
    "DependencyType",
    "Direction",
    "Distribution",
    "Event",
    "EventKind",
    "Evidence",
    "EvidenceKind",
    "Fact",
    "Inspection",
    "InspectionKind",
    "LagUnit",
    "LocalAreaPartnership",
    "Measure",
    "MeasureKind",
    "Meeting",
    "Milestone",
    "Modality",
    "MonitoringResult",
    "NeededBy",
    "Observation",
    "ObservationKind",
    "ObservedSpread",
    "OfficialCode",
    "Outcome",
    "Plan",
    "PlanKind",
    "Precision",
    "PublicationHold",
    "Quantile",
    "Recommendation",
    "RecommendationKind",
    "RecommendationPart",
    "ReviewCycle",
    "RevisitProgress",
    "RevisitResult",
    "Risk",
    "RuleOverride",
    "RuleReference",
    "SendFrameworkError",
    "Shape",
    "Share",
    "Side",
    "Source",
    "Status",
    "Target",
    "Term",
    "Uncertain",
    "Uncertainty",
    "Unit",
    "Window",
    "WindowEnd",
    "Within",
    "WorkingCalendar",
]

_HOMES = (
    "dates",
    "errors",
    "model.action",
    "model.agency",
    "model.commitments",
    "model.dependency",
    "model.distribution",
    "model.inspection",
    "model.measure",
    "model.periods",
    "model.plan",
    "model.recommendation",
    "model.review",
    "model.rule_override",
    "model.source",
    "model.spread",
    "model.uncertainty",
    "model.window",
    "working_days",
)

if not TYPE_CHECKING:  # type checkers take the imports above, and know every other name is wrong

    def __getattr__(name: str) -> object:
        """Bring a public name on first use: making all classes takes longer than attrs itself."""
        if name in __all__:
            modules = (import_module(f"{__name__}.{home}") for home in _HOMES)
            home = next(module for module in modules if hasattr(module, name))
            return globals().setdefault(name, getattr(home, name))
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)

    def __dir__() -> list[str]:
        """List the public names, brought or not."""
        return sorted({*globals(), *__all__})
