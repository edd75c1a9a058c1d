"""What a partnership must write after its report, and by when."""

from datetime import date

from send_framework.frameworks.anchors import PLAN_SUBMITTED, REPORT_RECEIVED
from send_framework.frameworks.area_send_2023 import sources as s
from send_framework.frameworks.edition import Edition
from send_framework.frameworks.rulebook import Gives, Rule
from send_framework.model.inspection import EventKind, Outcome
from send_framework.model.source import Claim, Confidence
from send_framework.model.window import Modality, Unit

BEGIN = date(2023, 1, 1)
JUNE_2025 = date(2025, 6, 6)

_SINCE_JUNE = (
    "The process for these plans was changed on 6 June 2025 and the changed text was not seen: "
    "the number is that of 2023."
)
_LOW = (Outcome.WIDESPREAD_FAILINGS,)
_OTHERS = (Outcome.TYPICALLY_POSITIVE, Outcome.INCONSISTENT)

STRATEGIC_PLAN = Rule(
    key="strategic-plan-published",
    title="Strategic plan updated and published",
    by="the local area partnership",
    gives=Gives.DEADLINE,
    outcomes=_OTHERS,
    anchors=(REPORT_RECEIVED,),
    met_by=(EventKind.PLAN_PUBLISHED,),
    editions=(
        Edition(
            key="2023",
            in_force_from=BEGIN,
            modality=Modality.HANDBOOK,
            says="The partnership brings its strategic plan up to date and publishes it within "
            "30 working days.",
            amount=30,
            unit=Unit.WORKING_DAYS,
            confidence=Confidence.UNVERIFIED,
            sources=(s.NASEN, s.REPORTS),
            note="The 30 working days are from a summary of 2022, which counts them after the "
            "inspection; that they count from receipt was not seen. Reports ask for the plan "
            "without a number.",
        ),
    ),
)
PLAN_SUBMITTED_RULE = Rule(
    key="priority-action-plan-submitted",
    title="Priority action plan submitted",
    by="the local area partnership",
    gives=Gives.DEADLINE,
    outcomes=_LOW,
    anchors=(REPORT_RECEIVED,),
    met_by=(EventKind.PLAN_SUBMITTED,),
    editions=(
        Edition(
            key="2023",
            in_force_from=BEGIN,
            modality=Modality.HANDBOOK,
            says="The partnership submits its priority action plan within 35 working days of "
            "receiving the final report.",
            amount=35,
            unit=Unit.WORKING_DAYS,
            confidence=Confidence.SECONDARY,
            sources=(s.NOTTINGHAMSHIRE_PRESS, s.SUFFOLK_OFFER, s.OXFORDSHIRE, s.LANCASHIRE),
            note="The due dates of Suffolk, Oxfordshire and Lancashire agree with it.",
        ),
        Edition(
            key="2025-06",
            in_force_from=JUNE_2025,
            modality=Modality.HANDBOOK,
            says="The partnership submits its priority action plan within 35 working days of "
            "receiving the final report, as far as is known.",
            amount=35,
            unit=Unit.WORKING_DAYS,
            confidence=Confidence.UNVERIFIED,
            sources=(s.HANDBOOK_CHANGES, s.NOTTINGHAMSHIRE_PRESS),
            note=_SINCE_JUNE,
        ),
    ),
)
_FIFTY = Claim(
    about="amount",
    says="a secondary page speaks of roughly 35 to 50 working days to develop and publish",
    sources=(s.REMARKABLE,),
    confidence=Confidence.SECONDARY,
)
PLAN_MADE = Rule(
    key="priority-action-plan-made",
    title="Priority action plan made final",
    by="the principal authority, helped by the others",
    gives=Gives.DEADLINE,
    outcomes=_LOW,
    anchors=(REPORT_RECEIVED,),
    met_by=(EventKind.PLAN_APPROVED,),
    editions=(
        Edition(
            key="2015",
            in_force_from=date(2015, 11, 9),
            modality=Modality.STATUTORY,
            says="The principal authority makes the statement of proposed action within 70 "
            "working days of receiving the report; approval or final making meets it.",
            amount=70,
            unit=Unit.WORKING_DAYS,
            paragraph="regulation 4",
            confidence=Confidence.SECONDARY,
            sources=(
                s.REGULATIONS,
                s.NOTTINGHAMSHIRE_PRESS,
                s.OXFORDSHIRE,
                s.SLOUGH_STATEMENT,
            ),
            note="The limit was read in the explanatory note; that the priority action plan is "
            "this statement follows from the same 70 days being reported for it. Oxfordshire's "
            "approval on 12 December 2023 is exactly the 70th working day.",
            claims=(_FIFTY,),
        ),
        Edition(
            key="2025-06",
            in_force_from=JUNE_2025,
            modality=Modality.STATUTORY,
            says="The principal authority makes the statement of proposed action within 70 "
            "working days of receiving the report, as far as is known.",
            amount=70,
            unit=Unit.WORKING_DAYS,
            paragraph="regulation 4",
            confidence=Confidence.UNVERIFIED,
            sources=(s.REGULATIONS, s.HANDBOOK_CHANGES),
            note=f"{_SINCE_JUNE} No change of the regulations was found.",
            claims=(_FIFTY,),
        ),
    ),
)
PLAN_PUBLISHED = Rule(
    key="priority-action-plan-published",
    title="Priority action plan published",
    by="the local area partnership",
    gives=Gives.DEADLINE,
    outcomes=_LOW,
    anchors=(REPORT_RECEIVED,),
    met_by=(EventKind.PLAN_PUBLISHED,),
    editions=(
        Edition(
            key="2023",
            in_force_from=BEGIN,
            modality=Modality.HANDBOOK,
            says="The partnership publishes its priority action plan within 70 working days of "
            "receiving the final report.",
            amount=70,
            unit=Unit.WORKING_DAYS,
            confidence=Confidence.SECONDARY,
            sources=(s.NOTTINGHAMSHIRE_PRESS, s.OXFORDSHIRE),
            note="Oxfordshire published on working day 74, four after its approval.",
            claims=(_FIFTY,),
        ),
        Edition(
            key="2025-06",
            in_force_from=JUNE_2025,
            modality=Modality.HANDBOOK,
            says="The partnership publishes its priority action plan within 70 working days of "
            "receiving the final report, as far as is known.",
            amount=70,
            unit=Unit.WORKING_DAYS,
            confidence=Confidence.UNVERIFIED,
            sources=(s.HANDBOOK_CHANGES, s.NOTTINGHAMSHIRE_PRESS),
            note=_SINCE_JUNE,
            claims=(_FIFTY,),
        ),
    ),
)
PLAN_REPLY = Rule(
    key="plan-reply",
    title="Reply on the priority action plan",
    by="Ofsted and the Care Quality Commission",
    gives=Gives.WINDOW,
    outcomes=_LOW,
    anchors=(PLAN_SUBMITTED,),
    met_by=(EventKind.PLAN_APPROVED,),
    editions=(
        Edition(
            key="2023",
            in_force_from=BEGIN,
            in_force_to=date(2025, 6, 5),
            seen_by=date(2025, 4, 1),
            modality=Modality.OBSERVED,
            says="The inspectorates answered 5 to 35 working days after submission.",
            least=5,
            most=35,
            unit=Unit.WORKING_DAYS,
            confidence=Confidence.INFERRED,
            sources=(s.LANCASHIRE, s.OXFORDSHIRE),
            note="Lancashire 5, Oxfordshire 35. No fixed number was found, and none was seen "
            "since others give the feedback.",
            claims=(
                Claim(
                    about="most",
                    says="feedback on the draft within 70 days of submission; unit and anchor "
                    "are doubtful",
                    sources=(s.OXFORD_MAIL,),
                    confidence=Confidence.SECONDARY,
                ),
            ),
        ),
    ),
)

PLANS = (STRATEGIC_PLAN, PLAN_SUBMITTED_RULE, PLAN_MADE, PLAN_PUBLISHED, PLAN_REPLY)
