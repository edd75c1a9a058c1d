"""The rules of 2023 that answer a question instead of counting: who, what, how."""

from datetime import date

from send_framework.frameworks.area_send_2023 import sources as s
from send_framework.frameworks.edition import Edition
from send_framework.frameworks.rulebook import Rule
from send_framework.model.inspection import InspectionKind, Outcome
from send_framework.model.source import Confidence, Source
from send_framework.model.window import Modality

BEGIN = date(2023, 1, 1)
SUPPORT_BEGINS = date(2023, 5, 16)
JUNE_2025 = date(2025, 6, 6)
JULY_2025 = date(2025, 7, 7)

_LOW = (Outcome.WIDESPREAD_FAILINGS,)
_MONITORING = (InspectionKind.MONITORING,)
_EVERY = tuple(InspectionKind)


def _answer(
    value: str,
    *sources: Source,
    confidence: Confidence = Confidence.VERIFIED,
    key: str = "2023",
    since: date = BEGIN,
    until: date | None = None,
    modality: Modality = Modality.HANDBOOK,
    paragraph: str = "",
    note: str = "",
) -> Edition:
    """Return an edition that answers in words: its answer is what it says."""
    return Edition(
        key=key,
        in_force_from=since,
        in_force_to=until,
        modality=modality,
        says=value,
        value=value,
        paragraph=paragraph,
        confidence=confidence,
        sources=sources,
        note=note,
    )


_PLANS = (
    Rule(
        key="plan-judged-by",
        title="Who judges the priority action plan",
        outcomes=_LOW,
        editions=(
            _answer(
                "Ofsted and the Care Quality Commission",
                s.PQ_APPROVAL,
                s.OXFORDSHIRE,
                confidence=Confidence.SECONDARY,
                note="They decided whether it was fit for purpose. The department did not "
                "approve plans or their targets: it judged whether they could be monitored.",
            ),
            _answer(
                "not seen: the process was changed, by a text that could not be read",
                s.HANDBOOK_CHANGES,
                key="2025-06",
                since=JUNE_2025,
                confidence=Confidence.UNVERIFIED,
            ),
            _answer(
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
        outcomes=_LOW,
        editions=(
            _answer(
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
        outcomes=_LOW,
        editions=(
            _answer(
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
            _answer(
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
            _answer(
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
            _answer(
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
            _answer(
                "the outcome stays confidential until the report is published",
                s.CONTACT_GUIDE,
                confidence=Confidence.SECONDARY,
            ),
        ),
    ),
    Rule(
        key="areas-for-priority-action",
        title="Which reports have areas for priority action",
        outcomes=_LOW,
        editions=(
            _answer(
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
            _answer("every report; their prose says who should act", s.REPORTS),
            _answer(
                "every report; each says which member of the partnership takes it forward",
                s.PQ_REPORTS,
                key="2025-06",
                since=JUNE_2025,
            ),
        ),
    ),
    Rule(
        key="publication-hold",
        title="Reports before elections",
        editions=(
            _answer(
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

_INSPECTIONS = (
    Rule(
        key="full-inspection-shape",
        title="Length of a full inspection",
        editions=(
            _answer(
                "three weeks: two off site, then Monday to Friday on site",
                s.REPORTS,
                s.SLIDES,
            ),
        ),
    ),
    Rule(
        key="fieldwork-in-term",
        title="When inspectors come",
        kinds=_EVERY,
        editions=(
            _answer(
                "in school time",
                s.REPORTS,
                modality=Modality.OBSERVED,
                confidence=Confidence.INFERRED,
                note="No fieldwork of 91 began in August.",
            ),
        ),
    ),
    Rule(
        key="inspection-law",
        title="The law of a full inspection",
        editions=(
            _answer(
                "at the Secretary of State's request under section 20(1)(a) of the Children "
                "Act 2004",
                s.CHILDREN_ACT,
                s.REPORTS,
                modality=Modality.STATUTORY,
                paragraph="section 20(1)(a)",
            ),
        ),
    ),
    Rule(
        key="monitoring-law",
        title="The law of a monitoring inspection",
        kinds=_MONITORING,
        editions=(
            _answer(
                "on the inspectorates' own initiative under section 20(2) of the Children Act 2004",
                s.LAWYERS_GUIDE,
                s.CHILDREN_ACT,
                modality=Modality.STATUTORY,
                paragraph="section 20(2)",
                confidence=Confidence.SECONDARY,
            ),
        ),
    ),
    Rule(
        key="monitoring-scope",
        title="What a monitoring inspection looks at",
        kinds=_MONITORING,
        editions=(
            _answer(
                "progress on the areas for priority action only; it is no reinspection",
                s.OXFORDSHIRE_MONITORING,
                s.HERTFORDSHIRE_MONITORING,
                confidence=Confidence.SECONDARY,
            ),
        ),
    ),
    Rule(
        key="monitoring-result",
        title="What a monitoring inspection finds",
        kinds=_MONITORING,
        editions=(
            _answer(
                "one of two results over all areas for priority action together: effective "
                "action, which means reasonable steps on all of them, or not",
                s.HERTFORDSHIRE_MONITORING,
                s.OXFORDSHIRE_MONITORING,
                confidence=Confidence.SECONDARY,
                note="What follows when action is not effective was not found.",
            ),
        ),
    ),
    Rule(
        key="monitoring-then-full",
        title="After a monitoring inspection",
        kinds=_MONITORING,
        editions=(
            _answer(
                "the full reinspection is still due",
                s.OXFORDSHIRE_MONITORING,
                s.HERTFORDSHIRE_MONITORING,
                confidence=Confidence.SECONDARY,
            ),
        ),
    ),
    Rule(
        key="monitoring-pause",
        title="The pause of monitoring inspections",
        kinds=_MONITORING,
        editions=(
            _answer(
                "monitoring inspections are held off while the framework is reviewed; full ones "
                "go on",
                s.PAUSE,
                s.RESTART,
                since=date(2024, 9, 1),
                until=date(2025, 7, 31),
                modality=Modality.OBSERVED,
                confidence=Confidence.SECONDARY,
                note="Published were 'September 2024' and 'the summer term of 2025'; the days "
                "are the widest that this can mean.",
            ),
        ),
    ),
    Rule(
        key="visits-cap",
        title="Monitoring visits in one year",
        kinds=(InspectionKind.FULL, InspectionKind.MONITORING),
        editions=(
            _answer(
                "usually no more than 3 in any 12 months, over this framework and that of "
                "children's social care together",
                s.HANDBOOK_CHANGES,
                key="2025-07",
                since=JULY_2025,
                paragraph="paragraph 23",
            ),
        ),
    ),
    Rule(
        key="thematic-visit",
        title="What a thematic visit yields",
        editions=(
            _answer(
                "a national report; no outcome and no published letter for the area",
                s.LEEDS_GUIDE,
            ),
        ),
    ),
    Rule(
        key="unregistered-provision",
        title="Unregistered alternative provision",
        editions=(
            _answer(
                "leaders' strategic use and oversight of it is evaluated",
                s.HANDBOOK_CHANGES,
                key="2025-06",
                since=JUNE_2025,
                paragraph="paragraph 65",
            ),
        ),
    ),
    Rule(
        key="evaluation-headings",
        title="What inspectors evaluate",
        editions=(
            _answer(
                "the impact of the arrangements on children and young people, and how the "
                "partners work together to plan, evaluate and develop",
                s.NOTTINGHAMSHIRE_GUIDE,
            ),
        ),
    ),
)

_SUPPORT = (
    Rule(
        key="partnership",
        title="Who the local area partnership is",
        kinds=_EVERY,
        editions=(
            _answer(
                "those in education, health and care who plan, commission, deliver and evaluate "
                "in the footprint of one local authority; evaluation turns on the authority and "
                "its integrated care boards",
                s.SUPPORT,
            ),
        ),
    ),
    Rule(
        key="board-executive-lead",
        title="Who answers for SEND on an integrated care board",
        kinds=_EVERY,
        editions=(
            _answer(
                "an executive lead who votes on the board and has explicit responsibility",
                s.NHSE_LEADS,
            ),
        ),
    ),
    Rule(
        key="support-and-challenge",
        title="How the department and NHS England support and challenge",
        editions=(
            _answer(
                "in proportion, more closely the lower the outcome, and directed at the partner "
                "accountable",
                s.SUPPORT,
                key="2023-05",
                since=SUPPORT_BEGINS,
            ),
        ),
    ),
    Rule(
        key="stocktakes",
        title="Stocktakes and deep dives",
        outcomes=_LOW,
        editions=(
            _answer(
                "stocktakes about 6 and 12 months on, deep dives on a theme",
                s.BURY_BOARD,
                s.OXFORDSHIRE,
                modality=Modality.OBSERVED,
                confidence=Confidence.SECONDARY,
            ),
        ),
    ),
    Rule(
        key="improvement-notice-terms",
        title="What an improvement notice says",
        outcomes=_LOW,
        editions=(
            _answer(
                "it is addressed to the council, gives an end date and has the department "
                "review progress at least every six months",
                s.OXFORD_MAIL,
                s.OLDHAM_TIMES,
                modality=Modality.OBSERVED,
                confidence=Confidence.SECONDARY,
            ),
        ),
    ),
    Rule(
        key="statutory-direction",
        title="The step beyond an improvement notice",
        outcomes=_LOW,
        editions=(
            _answer(
                "the Secretary of State may direct the council, under section 497A of the "
                "Education Act 1996",
                s.SLOUGH_DIRECTION,
                modality=Modality.STATUTORY,
                confidence=Confidence.UNVERIFIED,
                note="That Slough was directed on 4 August 2023 was read; the section was not.",
            ),
        ),
    ),
    Rule(
        key="complaint",
        title="Comments on the draft report and complaints",
        editions=(
            _answer(
                "within 5 working days each, if Ofsted's general process holds here",
                s.COMPLAINTS_NEW,
                s.COMPLAINTS_OLD,
                key="2024-04",
                since=date(2024, 4, 5),
                confidence=Confidence.UNVERIFIED,
                note="Before: 10 working days for a concern. Windows of area SEND itself were "
                "not seen; the Care Quality Commission has its own route.",
            ),
        ),
    ),
)

PROVISIONS = (*_PLANS, *_REPORT, *_INSPECTIONS, *_SUPPORT)
