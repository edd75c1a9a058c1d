"""The local area SEND framework of 2016, with its re-visits, as a rule book."""

from send_framework.frameworks.local_area_2016 import sources as s
from send_framework.frameworks.local_area_2016.accelerated import ACCELERATED
from send_framework.frameworks.local_area_2016.statements import STATEMENTS
from send_framework.frameworks.local_area_2016.times import BEGIN, REVISITS_ENDED
from send_framework.frameworks.local_area_2016.visits import VISITS
from send_framework.frameworks.rulebook import OutcomeRule, Revision, RuleBook
from send_framework.model.inspection import Outcome
from send_framework.model.plan import PlanKind
from send_framework.model.source import Confidence, Source

_OUTCOMES = (
    OutcomeRule(
        outcome=Outcome.NO_STATEMENT_REQUIRED,
        title="No written statement of action required",
        means="The letter tells of strengths and of what to develop; it is not graded.",
        priority_actions=False,
        confidence=Confidence.VERIFIED,
        sources=(s.REGULATIONS, s.STATISTICS_2021),
    ),
    OutcomeRule(
        outcome=Outcome.STATEMENT_REQUIRED,
        title="Written statement of action required",
        means="Practice has significant areas of weakness, which the local authority and the "
        "commissioning groups must answer jointly.",
        plans=(PlanKind.WRITTEN_STATEMENT_OF_ACTION,),
        priority_actions=False,
        rules=("statement-submitted", "statement-accepted", "revisit"),
        confidence=Confidence.VERIFIED,
        sources=(s.REGULATIONS, s.OXFORDSHIRE_2017, s.SOUTHEND),
    ),
)


def _revision(key: str, day: str, says: str, source: Source) -> Revision:
    return Revision(key=key, date=day, says=says, confidence=Confidence.VERIFIED, sources=(source,))


_REVISIONS = (
    _revision("2016-05", "2016-05", "in force; one programme of about five years", s.SLIDES),
    _revision("2018", "autumn 2018", "re-visits added", s.IPSEA),
    _revision("2020-03", "2020-03-17", "suspended in the pandemic", s.STATISTICS_2021),
    _revision(
        "2021-04", "2021-04", "re-visits resumed, their guidance rewritten", s.REVISIT_GUIDANCE
    ),
    _revision("2021-06", "2021-06", "full inspections resumed", s.STATISTICS_2021),
    _revision("2022-04", "2022-04", "last full inspections; re-visits to December", s.SLIDES),
)

_UNSEEN = (
    "how long the inspectorates may take to answer a written statement of action",
    "what happens when a statement is not fit for purpose, and any example",
    "how many days an area has for comments on the draft letter",
    "whether the 33 days to a re-visit's report are working days",
    "what the suspension of 2020 does to the 18 months before a re-visit",
    "what the milestones at 3, 6 and 12 months of an accelerated progress plan count from",
    "the guidance on re-visits of April 2021 beyond its opening",
    "the days of May 2016, autumn 2018, April 2021, June 2021, April 2022 and December 2022",
)

LOCAL_AREA_2016 = RuleBook(
    key="local_area_2016",
    title="Local area SEND inspections: framework of 2016",
    in_force_from=BEGIN,
    in_force_to=REVISITS_ENDED,
    rules=(*VISITS, *STATEMENTS, *ACCELERATED),
    outcomes=_OUTCOMES,
    revisions=_REVISIONS,
    unseen=_UNSEEN,
)
