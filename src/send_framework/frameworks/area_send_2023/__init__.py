"""The area SEND framework of January 2023, with its later editions, as a rule book.

To add an edition of a rule: one more `Edition` in the rule, its source, a test.
"""

from datetime import date

from send_framework.frameworks.area_send_2023 import sources as s
from send_framework.frameworks.area_send_2023.inspection_provisions import INSPECTION_PROVISIONS
from send_framework.frameworks.area_send_2023.next_inspections import NEXT_INSPECTIONS
from send_framework.frameworks.area_send_2023.plan_provisions import PLAN_PROVISIONS
from send_framework.frameworks.area_send_2023.plans import PLANS
from send_framework.frameworks.area_send_2023.support_provisions import SUPPORT_PROVISIONS
from send_framework.frameworks.area_send_2023.visit import VISIT
from send_framework.frameworks.rulebook import OutcomeRule, Revision, RuleBook
from send_framework.model.inspection import Outcome
from send_framework.model.periods import PublicationHold
from send_framework.model.plan import PlanKind
from send_framework.model.source import Confidence

_OUTCOMES = (
    OutcomeRule(
        outcome=Outcome.TYPICALLY_POSITIVE,
        title="Typically positive experiences and outcomes",
        means="Arrangements typically lead to positive experiences and outcomes, and the "
        "partnership acts where improvement is needed.",
        plans=(PlanKind.STRATEGIC_PLAN,),
        priority_actions=False,
        rules=("strategic-plan-published", "full-reinspection-positive"),
        confidence=Confidence.VERIFIED,
        sources=(s.OUTCOMES_GUIDE, s.STATISTICS, s.REPORTS),
    ),
    OutcomeRule(
        outcome=Outcome.INCONSISTENT,
        title="Inconsistent experiences and outcomes",
        means="Arrangements lead to inconsistent experiences and outcomes, and the partnership "
        "must work jointly to improve them.",
        plans=(PlanKind.STRATEGIC_PLAN,),
        priority_actions=False,
        rules=("strategic-plan-published", "full-reinspection"),
        confidence=Confidence.VERIFIED,
        sources=(s.OUTCOMES_GUIDE, s.STATISTICS, s.REPORTS),
    ),
    OutcomeRule(
        outcome=Outcome.WIDESPREAD_FAILINGS,
        title="Widespread and/or systemic failings",
        means="Failings are widespread or systemic and give significant concern, which the "
        "partnership must address urgently.",
        plans=(PlanKind.PRIORITY_ACTION_PLAN,),
        priority_actions=True,
        rules=(
            "priority-action-plan-submitted",
            "priority-action-plan-made",
            "priority-action-plan-published",
            "monitoring-inspection",
            "full-reinspection",
        ),
        confidence=Confidence.VERIFIED,
        sources=(s.OUTCOMES_GUIDE, s.STATISTICS, s.REPORTS),
    ),
)


def _revision(key: str, day: str, says: str) -> Revision:
    sure = Confidence.VERIFIED
    source = s.HANDBOOK_CHANGES if key.startswith("2025") else s.HANDBOOK_PAGE
    return Revision(key=key, date=day, says=says, confidence=sure, sources=(source,))


_REVISIONS = (
    _revision("2022-11", "2022-11-29", "first published, in force from 1 January 2023"),
    _revision("2023-a", "2023", "how strategic and priority action plans are made"),
    _revision("2023-b", "2023", "days before fieldwork begins, and steps after the inspection"),
    _revision("2023-12", "2023-12-11", "a notice that the handbook was being updated"),
    _revision("2024-a", "by 2024-04-05", "two updates whose content was not seen"),
    _revision(
        "2025-06",
        "2025-06-06",
        "'outcome' and 'evaluate' for 'judgement'; monitoring inspections usually 18 months from "
        "receipt; priority action plans, monitoring inspections, engagement meetings and the "
        "information request revised; families' views; unregistered provision",
    ),
    _revision(
        "2025-07",
        "2025-07-07",
        "at most 3 monitoring visits a year with those of social care; feedback on the plan "
        "from the department and NHS England only",
    ),
)

_HOLDS = (
    PublicationHold(
        name="before the local elections of May 2026",
        first=date(2026, 3, 10),
        last=date(2026, 5, 7),
        confidence=Confidence.INFERRED,
        sources=(s.REPORTS,),
        note="No report appeared between 9 March and 8 May 2026, then 13 in seven weeks; that the "
        "elections were the reason is inferred.",
    ),
)

_UNSEEN = (
    (
        "when the draft report reaches the partnership, how long it may comment, and any target "
        "for publication"
    ),
    (
        "the paragraphs on priority action plans of June and July 2025: whether 35 and 70 working "
        "days survive, how long a reply takes, what happens to a plan that is not good enough"
    ),
    (
        "the official words and consequences when a monitoring inspection finds that action was "
        "not effective, any example of it, and the size of its team"
    ),
    (
        "the handbook's own definition of a working day, its rules on school holidays and "
        "deferral, and the windows for complaints about an area SEND inspection"
    ),
    "what the 30 working days of the strategic plan count from",
    "the tiers and meetings of the guidance on support and challenge, and whether it was revised",
    "paragraph numbers other than 8, 17, 21, 23, 29, 65, 88-89, 134, 149 and 151",
    "the text of regulation 4 of SI 2015/1792 beyond its explanatory note",
    "what the 3 and 5 years to the next full inspection count from",
    "the official statistics as at 31 December 2025, and any edition after 7 July 2025",
)

AREA_SEND_2023 = RuleBook(
    key="area_send_2023",
    title="Area SEND inspections: framework of January 2023",
    in_force_from=date(2023, 1, 1),
    rules=(
        *VISIT,
        *PLANS,
        *NEXT_INSPECTIONS,
        *PLAN_PROVISIONS,
        *INSPECTION_PROVISIONS,
        *SUPPORT_PROVISIONS,
    ),
    outcomes=_OUTCOMES,
    revisions=_REVISIONS,
    holds=_HOLDS,
    unseen=_UNSEEN,
)
