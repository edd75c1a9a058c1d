"""Who makes and judges the plans, and what reports hold."""

from send_framework.frameworks.area_send_2023 import sources as s
from send_framework.frameworks.area_send_2023.answers import JULY_2025, JUNE_2025, answer
from send_framework.frameworks.rulebook import Rule
from send_framework.model.inspection import InspectionKind, Outcome
from send_framework.model.source import Confidence
from send_framework.model.window import Modality

LOW = (Outcome.WIDESPREAD_FAILINGS,)
_EVERY = tuple(InspectionKind)

_PLANS = (
    Rule(
        key="plan-judged-by",
        title="Who judges the priority action plan",
        outcomes=LOW,
        editions=(
            answer(
                "Ofsted and the Care Quality Commission",
                s.PQ_APPROVAL,
                s.OXFORDSHIRE,
                confidence=Confidence.SECONDARY,
                note="They decided whether it was fit for purpose. The department did not "
                "approve plans or their targets: it judged whether they could be monitored.",
            ),
            answer(
                "not seen: the process was changed, by a text that could not be read",
                s.HANDBOOK_CHANGES,
                key="2025-06",
                since=JUNE_2025,
                confidence=Confidence.UNVERIFIED,
            ),
            answer(
                "the Department for Education and regional NHS England",
                s.HANDBOOK_CHANGES,
                key="2025-07",
                since=JULY_2025,
                paragraph="paragraph 149",
                note="Read: feedback on the plan comes only from these two, no longer from "
                "Ofsted and the Care Quality Commission.",
            ),
        ),
    ),
    Rule(
        key="plan-made-by",
        title="Who makes the priority action plan",
        outcomes=LOW,
        editions=(
            answer(
                "the principal authority that the report names, with the other bodies helping",
                s.REGULATIONS,
                modality=Modality.STATUTORY,
                paragraph="regulation 3",
            ),
        ),
    ),
    Rule(
        key="plan-asks-strategic-plan",
        title="The strategic plan after the lowest outcome",
        outcomes=LOW,
        editions=(
            answer(
                "areas for improvement go into the strategic plan, in practice often one plan "
                "with the priority actions",
                s.SUFFOLK_OFFER,
                s.HERTFORDSHIRE_MONITORING,
                modality=Modality.OBSERVED,
                confidence=Confidence.SECONDARY,
            ),
        ),
    ),
    Rule(
        key="working-day",
        title="What a working day is",
        kinds=_EVERY,
        editions=(
            answer(
                "any weekday that is no public holiday; school holidays count",
                s.COMPLAINTS_OLD,
                s.REGULATIONS,
                confidence=Confidence.SECONDARY,
                note="Ofsted's definition for complaints. The handbook's own was not seen; "
                "published dates agree.",
            ),
        ),
    ),
)

_REPORT = (
    Rule(
        key="report-determination",
        title="What the report determines",
        editions=(
            answer(
                "whether a statement of proposed action is appropriate and which principal "
                "authority makes it; the report says both",
                s.REGULATIONS,
                modality=Modality.STATUTORY,
                paragraph="regulation 3",
            ),
        ),
    ),
    Rule(
        key="report-copies",
        title="Who receives the report and publishes it",
        editions=(
            answer(
                "the Secretary of State, each local authority, the principal authority and "
                "others as fit; those who receive it publish it on their websites",
                s.REGULATIONS,
                modality=Modality.STATUTORY,
                paragraph="regulation 3",
            ),
        ),
    ),
    Rule(
        key="report-embargo",
        title="Silence before publication",
        editions=(
            answer(
                "the outcome stays confidential until the report is published",
                s.CONTACT_GUIDE,
                confidence=Confidence.SECONDARY,
            ),
        ),
    ),
    Rule(
        key="areas-for-priority-action",
        title="Which reports have areas for priority action",
        outcomes=LOW,
        editions=(
            answer(
                "those with the lowest outcome, at least one; each names its responsible bodies",
                s.REPORTS,
                note="All 14 reports read with that outcome have them, none of the other 42.",
            ),
        ),
    ),
    Rule(
        key="areas-for-improvement",
        title="Which reports have areas for improvement",
        editions=(
            answer("every report; their prose says who should act", s.REPORTS),
            answer(
                "every report; each says which member of the partnership takes it forward",
                s.PQ_REPORTS,
                key="2025-06",
                since=JUNE_2025,
            ),
        ),
    ),
    Rule(
        key="report-sections",
        title="What a report holds, in order",
        editions=(
            answer(
                "outcome; the partnership; children's experience; what works; what must be "
                "better; areas for priority action, with the lowest outcome only; areas for "
                "improvement; details, with the council's director and the boards' chief "
                "executives by name; the inspection",
                s.REPORTS,
                modality=Modality.OBSERVED,
            ),
        ),
    ),
    Rule(
        key="publication-hold",
        title="Reports before elections",
        editions=(
            answer(
                "reports are held over pre-election periods",
                s.REPORTS,
                modality=Modality.OBSERVED,
                confidence=Confidence.INFERRED,
                note="Seen in the dates: none between 9 March and 8 May 2026, then 13. An "
                "option: give the periods as holds.",
            ),
        ),
    ),
)

PLAN_PROVISIONS = (*_PLANS, *_REPORT)
