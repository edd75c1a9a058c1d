"""What inspections are, look at and find; the pause of monitoring inspections."""

from datetime import date

from send_framework.frameworks.area_send_2023 import sources as s
from send_framework.frameworks.area_send_2023.answers import JULY_2025, JUNE_2025, answer
from send_framework.frameworks.rulebook import Gives, Rule
from send_framework.model.inspection import InspectionKind
from send_framework.model.source import Confidence
from send_framework.model.window import Modality

_MONITORING = (InspectionKind.MONITORING,)
_EVERY = tuple(InspectionKind)

INSPECTION_PROVISIONS = (
    Rule(
        key="full-inspection-shape",
        title="Length of a full inspection",
        editions=(
            answer(
                "three weeks: two off site, then Monday to Friday on site",
                s.REPORTS,
                s.SLIDES,
            ),
        ),
    ),
    Rule(
        key="full-inspection-team",
        title="Who inspects",
        editions=(
            answer(
                "one of His Majesty's Inspectors leads; usually three for Ofsted, with education "
                "and social care, and two or three for the Care Quality Commission",
                s.REPORTS,
                modality=Modality.OBSERVED,
            ),
        ),
    ),
    Rule(
        key="monitoring-inspection-shape",
        title="Length of a monitoring inspection",
        kinds=_MONITORING,
        editions=(
            answer(
                "three weeks: two on data, then days on site",
                s.OXFORDSHIRE_MONITORING,
                s.HERTFORDSHIRE_MONITORING,
                modality=Modality.OBSERVED,
                confidence=Confidence.SECONDARY,
            ),
        ),
    ),
    Rule(
        key="engagement-meeting-shape",
        title="What an engagement meeting is",
        editions=(
            answer(
                "a meeting of the inspectorates with local leaders on progress, plans and "
                "self-evaluation; no inspection, no outcome",
                s.NASEN,
                s.NOTTINGHAMSHIRE_GUIDE,
                s.LEEDS_GUIDE,
                confidence=Confidence.UNVERIFIED,
                note="Read: that it is usual and annual. Who attends and what is written was not.",
            ),
        ),
    ),
    Rule(
        key="fieldwork-in-term",
        title="When inspectors come",
        kinds=_EVERY,
        editions=(
            answer(
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
            answer(
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
            answer(
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
            answer(
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
            answer(
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
        by="Ofsted and the Care Quality Commission",
        may_follow=True,
        kinds=_MONITORING,
        editions=(
            answer(
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
        gives=Gives.SUSPENSION,
        editions=(
            answer(
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
        by="Ofsted and the Care Quality Commission",
        kinds=(InspectionKind.FULL, InspectionKind.MONITORING),
        editions=(
            answer(
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
        title="Thematic visit",
        by="Ofsted and the Care Quality Commission",
        may_follow=True,
        editions=(
            answer(
                "a national report; no outcome and no published letter for the area",
                s.LEEDS_GUIDE,
            ),
        ),
    ),
    Rule(
        key="thematic-visit-theme",
        title="What thematic visits look at",
        editions=(
            answer(
                "alternative provision, from 2022/23 to autumn 2023",
                s.LEEDS_GUIDE,
                modality=Modality.OBSERVED,
            ),
            answer(
                "preparation for adulthood",
                s.LEEDS_GUIDE,
                key="2024",
                since=date(2024, 1, 1),
                modality=Modality.OBSERVED,
                confidence=Confidence.UNVERIFIED,
            ),
            answer(
                "children not in school",
                s.LEEDS_GUIDE,
                key="2025",
                since=date(2025, 1, 1),
                modality=Modality.OBSERVED,
            ),
        ),
    ),
    Rule(
        key="deferral",
        title="When an inspection is put off",
        kinds=_EVERY,
        by="Ofsted and the Care Quality Commission",
        editions=(
            answer(
                "in exceptional circumstances only, as the inspectorates decide",
                s.HANDBOOK_PAGE,
                confidence=Confidence.UNVERIFIED,
                note="The handbook's rule was looked for and not found.",
            ),
        ),
    ),
    Rule(
        key="unregistered-provision",
        title="Unregistered alternative provision",
        editions=(
            answer(
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
            answer(
                "the impact of the arrangements on children and young people, and how the "
                "partners work together to plan, evaluate and develop",
                s.NOTTINGHAMSHIRE_GUIDE,
            ),
        ),
    ),
    Rule(
        key="evaluation-criteria",
        title="Criteria under the two headings",
        editions=(
            answer(
                "impact: needs identified in time, families taking part, right help at the right "
                "time, preparation for next steps, inclusion; working together: ambition, "
                "engagement, shared understanding, commissioning with alternative provision, "
                "evaluation, conditions for joint practice",
                s.NOTTINGHAMSHIRE_GUIDE,
                s.COMMENTARY,
                confidence=Confidence.UNVERIFIED,
                note="The headings and alternative provision were read; the criteria were not.",
            ),
        ),
    ),
)
