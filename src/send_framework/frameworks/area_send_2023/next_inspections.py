"""What follows: monitoring inspection, reinspection, meetings, the department's notice."""

from datetime import date

from send_framework.frameworks.anchors import (
    ENGAGEMENT_MEETING,
    FIELDWORK,
    NOTICE_GIVEN,
    PUBLISHED,
    REPORT_RECEIVED,
)
from send_framework.frameworks.area_send_2023 import sources as s
from send_framework.frameworks.area_send_2023.answers import BEGIN, JUNE_2025, answer
from send_framework.frameworks.edition import Edition
from send_framework.frameworks.rulebook import Gives, Rule
from send_framework.model.inspection import (
    EventKind,
    InspectionKind,
    MonitoringResult,
    Outcome,
)
from send_framework.model.source import Confidence
from send_framework.model.window import Modality, Unit

_LOW = (Outcome.WIDESPREAD_FAILINGS,)

MONITORING = Rule(
    key="monitoring-inspection",
    title="Monitoring inspection",
    by="Ofsted and the Care Quality Commission",
    expects=InspectionKind.MONITORING,
    gives=Gives.WINDOW,
    outcomes=_LOW,
    anchors=(REPORT_RECEIVED,),
    printed="monitoring_within",
    scope="monitoring",
    editions=(
        Edition(
            key="2023",
            in_force_from=BEGIN,
            modality=Modality.APPROXIMATE,
            says="Reports announce a monitoring inspection within approximately 18 months.",
            amount=18,
            unit=Unit.MONTHS,
            confidence=Confidence.INFERRED,
            sources=(s.REPORTS,),
            note="The 18 months are printed; that they count from receipt was first read in the "
            "changes of June 2025.",
        ),
        Edition(
            key="2025-06",
            in_force_from=JUNE_2025,
            modality=Modality.HANDBOOK,
            says="The monitoring inspection is usually 18 months from the day the partnership "
            "received its final full report.",
            amount=18,
            unit=Unit.MONTHS,
            paragraph="paragraph 21",
            confidence=Confidence.VERIFIED,
            sources=(s.HANDBOOK_CHANGES,),
        ),
    ),
)
MONITORING_SEEN = Rule(
    key="monitoring-inspection-seen",
    title="Monitoring inspections as they came",
    gives=Gives.WINDOW_END,
    outcomes=_LOW,
    anchors=(PUBLISHED,),
    widens="monitoring-inspection",
    editions=(
        Edition(
            key="2023",
            in_force_from=BEGIN,
            seen_by=date(2025, 12, 12),
            modality=Modality.OBSERVED,
            says="The first three monitoring inspections came 23 to 26 months after publication, "
            "after a pause.",
            least=23,
            most=26,
            unit=Unit.MONTHS,
            confidence=Confidence.INFERRED,
            sources=(
                s.NOTTINGHAMSHIRE_MONITORING,
                s.OXFORDSHIRE_MONITORING,
                s.HERTFORDSHIRE_MONITORING,
            ),
            note="Hertfordshire 23, Oxfordshire 24, Nottinghamshire 26: three cases, no more "
            "were found.",
        ),
    ),
)
_REINSPECTION_NOTE = (
    "The years are printed, but not what they count from: the window spans fieldwork and "
    "publication. Cornwall's came 3 years and 6 weeks after fieldwork."
)
REINSPECTION = Rule(
    key="full-reinspection",
    title="Full reinspection",
    by="Ofsted and the Care Quality Commission",
    expects=InspectionKind.FULL,
    gives=Gives.WINDOW,
    outcomes=(Outcome.INCONSISTENT, Outcome.WIDESPREAD_FAILINGS),
    anchors=(FIELDWORK, PUBLISHED),
    spans_anchors=True,
    printed="full_within",
    scope="reinspection",
    editions=(
        Edition(
            key="2023",
            in_force_from=BEGIN,
            modality=Modality.APPROXIMATE,
            says="Reports announce the next full inspection within approximately 3 years.",
            amount=3,
            unit=Unit.YEARS,
            confidence=Confidence.INFERRED,
            sources=(s.REPORTS,),
            note=_REINSPECTION_NOTE,
        ),
    ),
)
REINSPECTION_POSITIVE = Rule(
    key="full-reinspection-positive",
    title="Full reinspection",
    by="Ofsted and the Care Quality Commission",
    expects=InspectionKind.FULL,
    gives=Gives.WINDOW,
    outcomes=(Outcome.TYPICALLY_POSITIVE,),
    anchors=(FIELDWORK, PUBLISHED),
    spans_anchors=True,
    printed="full_within",
    scope="reinspection",
    editions=(
        Edition(
            key="2023",
            in_force_from=BEGIN,
            modality=Modality.APPROXIMATE,
            says="Reports announce the next full inspection within approximately 5 years.",
            amount=5,
            unit=Unit.YEARS,
            confidence=Confidence.INFERRED,
            sources=(s.REPORTS,),
            note="The years are printed, but not what they count from: the window spans "
            "fieldwork and publication. None has fallen due yet.",
        ),
    ),
)
CYCLE = Rule(
    key="inspection-cycle",
    title="Every area inspected at least once in 5 years",
    by="Ofsted and the Care Quality Commission",
    editions=(
        Edition(
            key="2023",
            in_force_from=BEGIN,
            modality=Modality.HANDBOOK,
            says="Each area has a full inspection at least once in 5 years; the interval follows "
            "from outcome, time and intelligence.",
            amount=5,
            unit=Unit.YEARS,
            confidence=Confidence.VERIFIED,
            sources=(s.SLIDES, s.STATISTICS),
            note="It binds the inspectorates' programme as a whole, so no date of its own is "
            "derived. The department spoke of all areas by the end of 2027, the statistics of "
            "2027/28.",
        ),
    ),
)

ENGAGEMENT = Rule(
    key="engagement-meeting",
    title="Engagement meeting",
    by="Ofsted and the Care Quality Commission",
    gives=Gives.WINDOW,
    anchors=(ENGAGEMENT_MEETING, PUBLISHED),
    editions=(
        Edition(
            key="2023",
            in_force_from=BEGIN,
            modality=Modality.HANDBOOK,
            says="The inspectorates meet the leaders of every area, usually once a year.",
            amount=1,
            unit=Unit.YEARS,
            confidence=Confidence.INFERRED,
            sources=(s.NASEN, s.NOTTINGHAMSHIRE_GUIDE, s.LEEDS_GUIDE),
            note="That meetings are usually annual was read; what the year counts from was not: "
            "the last meeting, else the report's publication.",
        ),
    ),
)
IMPROVEMENT_NOTICE = Rule(
    key="improvement-notice",
    title="Improvement notice",
    by="the Department for Education",
    gives=Gives.WINDOW,
    outcomes=_LOW,
    anchors=(PUBLISHED,),
    met_by=(EventKind.IMPROVEMENT_NOTICE, EventKind.STATUTORY_DIRECTION),
    editions=(
        Edition(
            key="2023",
            in_force_from=BEGIN,
            seen_by=date(2025, 6, 12),
            modality=Modality.OBSERVED,
            says="The department's notice to the council came 2 to 4 months after the report.",
            least=2,
            most=4,
            unit=Unit.MONTHS,
            confidence=Confidence.SECONDARY,
            sources=(s.BEXLEY_NOTICE, s.PQ_DERBYSHIRE, s.LANCASHIRE_NOTICE, s.OXFORDSHIRE),
            note="Bexley 10 weeks, Derbyshire and Oxfordshire 2 months, Lancashire almost 4.",
        ),
    ),
)

NOTICE_REVIEWED = Rule(
    key="improvement-notice-review",
    title="Progress reviewed under the improvement notice",
    by="the Department for Education",
    gives=Gives.WINDOW,
    outcomes=_LOW,
    after=(EventKind.IMPROVEMENT_NOTICE,),
    anchors=(NOTICE_GIVEN,),
    editions=(
        Edition(
            key="2023",
            in_force_from=BEGIN,
            modality=Modality.OBSERVED,
            says="Notices have the department review progress at least every six months.",
            most=6,
            unit=Unit.MONTHS,
            confidence=Confidence.SECONDARY,
            sources=(s.OXFORD_MAIL, s.OLDHAM_TIMES),
            note="The first review; a notice can say otherwise.",
        ),
    ),
)
NOT_EFFECTIVE = Rule(
    key="after-ineffective-action",
    title="After a monitoring inspection that found action not effective",
    by="Ofsted and the Care Quality Commission; the Department for Education",
    gives=Gives.WINDOW,
    kinds=(InspectionKind.MONITORING,),
    results=(MonitoringResult.NOT_EFFECTIVE_ACTION,),
    anchors=(PUBLISHED,),
    expects=InspectionKind.MONITORING,
    scope="monitoring",
    editions=(
        answer(
            "no example was published: the department may intervene further and inspectors may "
            "come back sooner; what you are told goes into the plan as a rule of its own",
            s.HERTFORDSHIRE_MONITORING,
            confidence=Confidence.UNVERIFIED,
            note="The source names the two results. The official words, the consequence and its "
            "time were looked for and not found.",
        ),
    ),
)

NEXT_INSPECTIONS = (
    MONITORING,
    MONITORING_SEEN,
    REINSPECTION,
    REINSPECTION_POSITIVE,
    CYCLE,
    ENGAGEMENT,
    IMPROVEMENT_NOTICE,
    NOTICE_REVIEWED,
    NOT_EFFECTIVE,
)
