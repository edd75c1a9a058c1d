"""Plans after an Ofsted and Care Quality Commission inspection of SEND, as data that computes.

Six questions, each with one place:

- What do people in this field talk about? `send_framework.model`; its names stand here.
- What do the official rules say? `send_framework.frameworks`
- What follows from the order of the work? `send_framework.network`
- What is wrong with this plan? `send_framework.checks`
- How does it get in and out? `send_framework.formats`
- How do I run it? ``send-framework`` on the command line, `send_framework.cli`

Importing this module is light: it brings the domain's classes and nothing that computes.
"""

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
from send_framework.model.inspection import (
    Event,
    EventKind,
    Inspection,
    InspectionKind,
    MonitoringResult,
    Outcome,
    RevisitProgress,
)
from send_framework.model.measure import (
    Direction,
    Measure,
    MeasureKind,
    Observation,
    ObservationKind,
    Target,
)
from send_framework.model.plan import Assumption, Baseline, BaselineEntry, Plan, PlanKind
from send_framework.model.recommendation import (
    Recommendation,
    RecommendationKind,
    RecommendationPart,
)
from send_framework.model.review import Meeting, ReviewCycle
from send_framework.model.source import Claim, Confidence, Fact, Source
from send_framework.model.window import (
    Deadline,
    Modality,
    RuleReference,
    Unit,
    Window,
    WindowEnd,
    Within,
)
from send_framework.working_days import Closure, ENGLAND, WorkingCalendar

__all__ = [
    "Action",
    "Agency",
    "AgencyKind",
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
    "Deadline",
    "Dependency",
    "DependencyType",
    "Direction",
    "ENGLAND",
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
    "OfficialCode",
    "Outcome",
    "Plan",
    "PlanKind",
    "Precision",
    "Recommendation",
    "RecommendationKind",
    "RecommendationPart",
    "ReviewCycle",
    "RevisitProgress",
    "RuleReference",
    "SendFrameworkError",
    "Share",
    "Side",
    "Source",
    "Status",
    "Target",
    "Unit",
    "Window",
    "WindowEnd",
    "Within",
    "WorkingCalendar",
]
