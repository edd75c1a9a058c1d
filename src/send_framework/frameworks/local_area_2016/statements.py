"""The written statement of action, its acceptance, and the re-visit that follows."""

from datetime import date

from send_framework.frameworks.anchors import PLAN_ACCEPTED, PLAN_SUBMITTED, REPORT_RECEIVED
from send_framework.frameworks.edition import Edition
from send_framework.frameworks.local_area_2016 import sources as s
from send_framework.frameworks.local_area_2016.times import (
    AREA,
    DEPARTMENT,
    INSPECTORATES,
    REVISITS,
    REVISITS_ENDED,
    REVISITS_RESUMED,
    answer,
)
from send_framework.frameworks.rulebook import Gives, Rule
from send_framework.model.inspection import EventKind, InspectionKind, Outcome
from send_framework.model.source import Confidence
from send_framework.model.window import Modality, Unit

_REQUIRED = (Outcome.STATEMENT_REQUIRED,)

SUBMITTED = Rule(
    key="statement-submitted",
    title="Written statement of action submitted",
    gives=Gives.DEADLINE,
    by=AREA,
    outcomes=_REQUIRED,
    anchors=(REPORT_RECEIVED,),
    met_by=(EventKind.PLAN_SUBMITTED,),
    editions=(
        Edition(
            key="2015",
            in_force_from=date(2015, 11, 9),
            modality=Modality.STATUTORY,
            says="The statement of proposed action is made within 70 working days of receiving "
            "the report; handing it in meets it.",
            amount=70,
            unit=Unit.WORKING_DAYS,
            paragraph="regulation 4",
            confidence=Confidence.SECONDARY,
            sources=(s.REGULATIONS, s.SLOUGH_STATEMENT),
            note="The limit was read in the explanatory note; Parliament was told of it, with "
            "its last day, for Slough.",
        ),
    ),
)
ACCEPTED = Rule(
    key="statement-accepted",
    title="Written statement found fit for purpose",
    gives=Gives.WINDOW,
    by=INSPECTORATES,
    outcomes=_REQUIRED,
    anchors=(PLAN_SUBMITTED,),
    met_by=(EventKind.PLAN_APPROVED,),
    editions=(
        answer(
            "the inspectorates say whether it is fit for purpose in setting out how the area "
            "will tackle its significant weaknesses; no time for it was seen",
            s.SOUTHEND,
            s.WOKINGHAM,
            until=None,
            note="Wokingham's, submitted in August 2019, was accepted in September.",
        ),
    ),
)
REVISIT = Rule(
    key="revisit",
    title="Re-visit",
    gives=Gives.WINDOW,
    by=INSPECTORATES,
    outcomes=_REQUIRED,
    anchors=(PLAN_ACCEPTED,),
    expects=InspectionKind.REVISIT,
    scope="monitoring",
    editions=(
        Edition(
            key="2018",
            in_force_from=REVISITS,
            in_force_to=date(2021, 3, 31),
            modality=Modality.HANDBOOK,
            says="Inspectors usually return within 18 months of the statement being accepted.",
            most=18,
            unit=Unit.MONTHS,
            confidence=Confidence.VERIFIED,
            sources=(s.IPSEA, s.PQ_REVISITS),
            note="Northumberland's, suspended meanwhile, came 26 months after acceptance.",
        ),
        Edition(
            key="2021-04",
            in_force_from=REVISITS_RESUMED,
            in_force_to=REVISITS_ENDED,
            modality=Modality.HANDBOOK,
            says="Inspectors return within 18 months of the statement being accepted, as far as "
            "is known.",
            most=18,
            unit=Unit.MONTHS,
            confidence=Confidence.UNVERIFIED,
            sources=(s.REVISIT_GUIDANCE, s.IPSEA),
            note="The guidance was rewritten and could not be read: the number is that of 2018.",
        ),
    ),
)
_PROVISIONS = (
    Rule(
        key="statement-determined",
        title="When a written statement of action is required",
        editions=(
            answer(
                "where practice has significant areas of weakness; the letter says so",
                s.REGULATIONS,
                s.OXFORDSHIRE_2017,
                s.SOUTHEND,
                modality=Modality.STATUTORY,
                paragraph="regulation 3",
            ),
        ),
    ),
    Rule(
        key="statement-made-by",
        title="Who makes the written statement of action",
        outcomes=_REQUIRED,
        editions=(
            answer(
                "the local authority and the area's clinical commissioning groups, jointly",
                s.OXFORDSHIRE_2017,
                s.SOUTHEND,
            ),
        ),
    ),
    Rule(
        key="statement-contents",
        title="What a written statement of action holds",
        outcomes=_REQUIRED,
        editions=(
            answer(
                "for each weakness the outcome intended, what must improve and by when, and who "
                "is responsible",
                s.JUNGLE,
                confidence=Confidence.SECONDARY,
            ),
        ),
    ),
    Rule(
        key="statement-published",
        title="Where the accepted statement is published",
        outcomes=_REQUIRED,
        by=AREA,
        may_follow=True,
        editions=(answer("locally, once it is fit for purpose", s.SOUTHEND, s.WOKINGHAM),),
    ),
    Rule(
        key="department-monitoring",
        title="Monitoring meetings meanwhile",
        outcomes=_REQUIRED,
        by=DEPARTMENT,
        may_follow=True,
        editions=(
            answer(
                "the department and NHS England follow the statement, about once a quarter",
                s.JUNGLE,
                modality=Modality.OBSERVED,
                confidence=Confidence.SECONDARY,
                until=None,
            ),
        ),
    ),
    Rule(
        key="improvement-notice",
        title="Improvement notice",
        kinds=(InspectionKind.FULL, InspectionKind.REVISIT),
        by="the Department for Education",
        may_follow=True,
        editions=(
            answer(
                "an area slow on its statement, or found wanting at its re-visit, may be given one",
                s.WIRRAL_NOTICE,
                s.DEVON_PLAN,
                modality=Modality.OBSERVED,
                confidence=Confidence.SECONDARY,
                until=None,
            ),
        ),
    ),
    Rule(
        key="statutory-direction",
        title="Direction by the Secretary of State",
        kinds=(InspectionKind.FULL, InspectionKind.REVISIT),
        by="the Secretary of State",
        may_follow=True,
        editions=(
            answer(
                "where progress is not sufficient the Secretary of State may direct the council, "
                "under section 497A of the Education Act 1996",
                s.SLOUGH_DIRECTION,
                modality=Modality.STATUTORY,
                confidence=Confidence.UNVERIFIED,
                until=None,
                note="That Slough was directed on 4 August 2023 was read; the section was not.",
            ),
        ),
    ),
)

STATEMENTS = (SUBMITTED, ACCEPTED, REVISIT, *_PROVISIONS)
