"""What follows a re-visit: the end of monitoring, or an accelerated progress plan."""

from send_framework.frameworks.anchors import PROGRESS_REVIEW, PUBLISHED
from send_framework.frameworks.edition import Edition
from send_framework.frameworks.local_area_2016 import sources as s
from send_framework.frameworks.local_area_2016.times import (
    AREA,
    DEPARTMENT,
    REVISITS,
    answer_on_revisits,
)
from send_framework.frameworks.rulebook import Gives, Rule
from send_framework.model.inspection import EventKind, InspectionKind, RevisitResult
from send_framework.model.source import Confidence
from send_framework.model.window import Modality, Unit

_REVISIT = (InspectionKind.REVISIT,)
_WANTING = (RevisitResult.SUFFICIENT_ON_SOME, RevisitResult.SUFFICIENT_ON_NONE)


def _milestone(months: int) -> Rule:
    return Rule(
        key=f"accelerated-progress-{months}-months",
        title=f"Milestones of the accelerated progress plan at {months} months",
        gives=Gives.WINDOW,
        by=AREA,
        kinds=_REVISIT,
        results=_WANTING,
        anchors=(PUBLISHED,),
        editions=(
            Edition(
                key="2018",
                in_force_from=REVISITS,
                modality=Modality.HANDBOOK,
                says=f"The plan has milestones at {months} months.",
                amount=months,
                unit=Unit.MONTHS,
                confidence=Confidence.INFERRED,
                sources=(s.PQ_AFTER_REVISIT, s.WORCESTERSHIRE_PLAN),
                note="That there are milestones at 3, 6 and 12 months was read; what the months "
                "count from was not: here the re-visit's report, as for the review.",
            ),
        ),
    )


REVIEW = Rule(
    key="accelerated-progress-review",
    title="Formal review of the accelerated progress plan",
    gives=Gives.WINDOW,
    by=DEPARTMENT,
    kinds=_REVISIT,
    results=_WANTING,
    anchors=(PUBLISHED,),
    met_by=(EventKind.PROGRESS_REVIEW,),
    editions=(
        Edition(
            key="2018",
            in_force_from=REVISITS,
            modality=Modality.HANDBOOK,
            says="The department and NHS England review progress about 6 months after the "
            "re-visit's report.",
            amount=6,
            unit=Unit.MONTHS,
            confidence=Confidence.VERIFIED,
            sources=(s.PQ_AFTER_REVISIT, s.WORCESTERSHIRE_PLAN),
        ),
    ),
)
EVIDENCE = Rule(
    key="accelerated-progress-evidence",
    title="Evidence for the progress review handed in",
    gives=Gives.DEADLINE,
    by=AREA,
    kinds=_REVISIT,
    results=_WANTING,
    anchors=(PROGRESS_REVIEW,),
    before=True,
    editions=(
        Edition(
            key="2018",
            in_force_from=REVISITS,
            modality=Modality.HANDBOOK,
            says="The evidence is handed in 2 weeks before the review.",
            amount=2,
            unit=Unit.WEEKS,
            confidence=Confidence.VERIFIED,
            sources=(s.WORCESTERSHIRE_PLAN,),
        ),
    ),
)
_PROVISIONS = (
    Rule(
        key="revisit-verdict",
        title="What a re-visit finds",
        kinds=_REVISIT,
        editions=(
            answer_on_revisits(
                "for each significant weakness whether progress is sufficient",
                s.NORTHUMBERLAND,
                s.CENTRAL_BEDFORDSHIRE,
            ),
        ),
    ),
    Rule(
        key="monitoring-ends",
        title="After a re-visit that found enough",
        kinds=_REVISIT,
        results=(RevisitResult.SUFFICIENT_ON_ALL,),
        by=DEPARTMENT,
        may_follow=True,
        editions=(
            answer_on_revisits(
                "the monitoring visits of the department and NHS England cease",
                s.PQ_AFTER_REVISIT,
                until=None,
            ),
        ),
    ),
    Rule(
        key="accelerated-progress-plan",
        title="Accelerated progress plan",
        kinds=_REVISIT,
        results=_WANTING,
        by=AREA,
        may_follow=True,
        editions=(
            answer_on_revisits(
                "the department decides case by case and asks for an action plan, published "
                "locally; it and NHS England say whether it is fit for purpose, not Ofsted",
                s.PQ_AFTER_REVISIT,
                s.SOUTHEND_PLAN,
                s.WORCESTERSHIRE_PLAN,
                until=None,
            ),
        ),
    ),
    Rule(
        key="no-second-revisit",
        title="Whether inspectors re-visit again",
        kinds=_REVISIT,
        results=_WANTING,
        by="the Secretary of State",
        may_follow=True,
        editions=(
            answer_on_revisits(
                "not unless the Secretary of State directs it", s.PQ_AFTER_REVISIT, until=None
            ),
        ),
    ),
)

ACCELERATED = (*map(_milestone, (3, 6, 12)), REVIEW, EVIDENCE, *_PROVISIONS)
