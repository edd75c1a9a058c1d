"""The visit of 2016, its letter, the re-visit and its report, and the suspension of both."""

from datetime import date

from send_framework.frameworks.anchors import (
    FIELDWORK_END,
    NOTIFIED,
    ON_SITE_START,
    PUBLISHED,
    REPORT_RECEIVED,
)
from send_framework.frameworks.edition import Edition
from send_framework.frameworks.local_area_2016 import sources as s
from send_framework.frameworks.local_area_2016.times import (
    BEGIN,
    FULL_ENDED,
    FULL_RESUMED,
    INSPECTORATES,
    REVISITS,
    REVISITS_ENDED,
    REVISITS_RESUMED,
    SUSPENDED,
    answer,
    answer_on_revisits,
)
from send_framework.frameworks.rulebook import Gives, Rule
from send_framework.model.inspection import InspectionKind
from send_framework.model.source import Confidence
from send_framework.model.window import Modality, Unit

_REVISIT = (InspectionKind.REVISIT,)

NOTICE = Rule(
    key="notice-on-site",
    title="Week on site begins",
    gives=Gives.DEADLINE,
    by=INSPECTORATES,
    anchors=(NOTIFIED,),
    finds=ON_SITE_START,
    mirrored=True,
    editions=(
        Edition(
            key="2016",
            in_force_from=BEGIN,
            in_force_to=FULL_ENDED,
            modality=Modality.HANDBOOK,
            says="The call comes 5 working days ahead: a Monday, and the Monday after it.",
            amount=5,
            unit=Unit.WORKING_DAYS,
            confidence=Confidence.VERIFIED,
            sources=(s.ESSEX, s.BLOG),
        ),
    ),
)
REVISIT_NOTICE = Rule(
    key="revisit-notice",
    title="Re-visit begins",
    gives=Gives.DEADLINE,
    by=INSPECTORATES,
    kinds=_REVISIT,
    anchors=(NOTIFIED,),
    finds=ON_SITE_START,
    mirrored=True,
    editions=(
        Edition(
            key="2018",
            in_force_from=REVISITS,
            in_force_to=REVISITS_ENDED,
            modality=Modality.HANDBOOK,
            says="The call comes 10 working days before inspectors return.",
            amount=10,
            unit=Unit.WORKING_DAYS,
            confidence=Confidence.VERIFIED,
            sources=(s.IPSEA, s.DERBY),
        ),
    ),
)
LETTER = Rule(
    key="report-published",
    title="Outcome letter published",
    gives=Gives.WINDOW,
    by=INSPECTORATES,
    anchors=(FIELDWORK_END,),
    finds=PUBLISHED,
    editions=(
        Edition(
            key="2016",
            in_force_from=BEGIN,
            modality=Modality.OBSERVED,
            says="The outcome letter appeared about two months after the visit.",
            amount=2,
            unit=Unit.MONTHS,
            confidence=Confidence.SECONDARY,
            sources=(s.JUNGLE,),
            note="Slough's of 2021 took six and a half weeks.",
        ),
    ),
)
RECEIPT = Rule(
    key="report-received",
    title="Outcome letter received before it is published",
    gives=Gives.ANCHOR,
    anchors=(PUBLISHED,),
    before=True,
    finds=REPORT_RECEIVED,
    editions=(
        Edition(
            key="2016",
            in_force_from=BEGIN,
            modality=Modality.OBSERVED,
            says="The area has the letter 6 to 8 working days before the public.",
            least=6,
            most=8,
            unit=Unit.WORKING_DAYS,
            confidence=Confidence.INFERRED,
            sources=(s.SLOUGH_STATEMENT,),
            note="One case under this framework: 6 working days, from Slough's published due "
            "date. The 8 are those seen under the next framework.",
        ),
    ),
)
REVISIT_REPORT = Rule(
    key="revisit-report-published",
    title="Report of the re-visit published",
    gives=Gives.WINDOW,
    by=INSPECTORATES,
    kinds=_REVISIT,
    anchors=(FIELDWORK_END,),
    finds=PUBLISHED,
    editions=(
        Edition(
            key="2018",
            in_force_from=REVISITS,
            modality=Modality.HANDBOOK,
            says="The report of a re-visit usually appears 33 days after it.",
            amount=33,
            unit=Unit.WORKING_DAYS,
            confidence=Confidence.INFERRED,
            sources=(s.IPSEA, s.DERBY),
            note="The pages say 'days' only; that working days are meant follows from the other "
            "times. Central Bedfordshire's took 45, Oldham's 63.",
        ),
    ),
)
FULL_SUSPENDED = Rule(
    key="full-inspections-suspended",
    title="Full inspections suspended in the pandemic",
    gives=Gives.SUSPENSION,
    editions=(
        answer(
            "full inspections are suspended from 17 March 2020 and resume in June 2021",
            s.STATISTICS_2021,
            key="2020-03",
            since=SUSPENDED,
            until=date(2021, 5, 31),
            modality=Modality.OBSERVED,
            note="June 2021 was read, its day was not.",
        ),
    ),
)
REVISITS_SUSPENDED = Rule(
    key="revisits-suspended",
    title="Re-visits suspended in the pandemic",
    kinds=_REVISIT,
    gives=Gives.SUSPENSION,
    editions=(
        answer_on_revisits(
            "re-visits are suspended from 17 March 2020 and resume in April 2021",
            s.STATISTICS_2021,
            s.REVISIT_GUIDANCE,
            key="2020-03",
            since=SUSPENDED,
            until=date(2021, 3, 31),
            modality=Modality.OBSERVED,
            note="April 2021 was read, its day was not. No rule was found on what the suspension "
            "does to the 18 months, so it moves no date.",
        ),
    ),
)
_PROVISIONS = (
    Rule(
        key="inspection-shape",
        title="Length of a full inspection",
        editions=(answer("one week, in term time", s.ESSEX, s.BLOG),),
    ),
    Rule(
        key="inspection-team",
        title="Who inspects",
        editions=(
            answer(
                "one of Her Majesty's Inspectors leads, with an inspector of the Care Quality "
                "Commission, sometimes two, and one from a local authority's background",
                s.BLOG,
            ),
        ),
    ),
    Rule(
        key="evaluation-questions",
        title="What inspectors evaluate",
        editions=(
            answer(
                "how well the area identifies needs, how well it assesses and meets them, and "
                "how well it improves outcomes",
                s.BLOG,
            ),
        ),
    ),
    Rule(
        key="revisit-shape",
        title="Length of a re-visit",
        kinds=_REVISIT,
        editions=(
            answer_on_revisits(
                "two to four days, depending on the number of actions", s.IPSEA, s.DERBY
            ),
        ),
    ),
    Rule(
        key="interim-visits",
        title="Interim visits in the pandemic",
        editions=(
            answer(
                "ten areas are visited to learn from; the reports are national and name nobody",
                s.STATISTICS_2021,
                key="2020-10",
                since=date(2020, 10, 1),
                until=date(2021, 3, 31),
            ),
        ),
    ),
    Rule(
        key="one-programme",
        title="How often an area is inspected",
        editions=(
            answer(
                "once, in a programme of about five years; no next full inspection follows from "
                "an outcome",
                s.STATISTICS_2021,
                s.SLIDES,
                until=None,
                modality=Modality.OBSERVED,
            ),
            answer(
                "the programme goes on after its suspension, to April 2022",
                s.STATISTICS_2021,
                s.SLIDES,
                key="2021-06",
                since=FULL_RESUMED,
                modality=Modality.OBSERVED,
            ),
        ),
    ),
    Rule(
        key="revisit-guidance",
        title="The guidance on re-visits",
        kinds=_REVISIT,
        editions=(
            answer_on_revisits(
                "re-visits are added to the programme", s.REVISIT_GUIDANCE, until=None
            ),
            answer_on_revisits(
                "the guidance is rewritten as re-visits resume",
                s.REVISIT_GUIDANCE,
                key="2021-04",
                since=REVISITS_RESUMED,
            ),
        ),
    ),
)

VISITS = (
    NOTICE,
    REVISIT_NOTICE,
    LETTER,
    REVISIT_REPORT,
    RECEIPT,
    FULL_SUSPENDED,
    REVISITS_SUSPENDED,
    *_PROVISIONS,
)
