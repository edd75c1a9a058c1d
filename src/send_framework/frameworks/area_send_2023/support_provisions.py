"""The partnership, and how the department supports and challenges it."""

from datetime import date

from send_framework.frameworks.area_send_2023 import sources as s
from send_framework.frameworks.area_send_2023.answers import answer
from send_framework.frameworks.rulebook import Rule
from send_framework.model.inspection import InspectionKind, Outcome
from send_framework.model.source import Confidence
from send_framework.model.window import Modality

LOW = (Outcome.WIDESPREAD_FAILINGS,)
_EVERY = tuple(InspectionKind)

SUPPORT_PROVISIONS = (
    Rule(
        key="partnership",
        title="Who the local area partnership is",
        kinds=_EVERY,
        editions=(
            answer(
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
            answer(
                "an executive lead who votes on the board and has explicit responsibility",
                s.NHSE_LEADS,
            ),
        ),
    ),
    Rule(
        key="support-and-challenge",
        title="How the department and NHS England support and challenge",
        by="the Department for Education and NHS England",
        editions=(
            answer(
                "in proportion, more closely the lower the outcome, and directed at the partner "
                "accountable",
                s.SUPPORT,
                key="2023-05",
                since=date(2023, 5, 16),
            ),
        ),
    ),
    Rule(
        key="stocktakes",
        title="Stocktakes and deep dives",
        by="the Department for Education and NHS England",
        may_follow=True,
        outcomes=LOW,
        editions=(
            answer(
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
        outcomes=LOW,
        editions=(
            answer(
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
        title="Direction by the Secretary of State",
        by="the Secretary of State",
        may_follow=True,
        outcomes=LOW,
        editions=(
            answer(
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
            answer(
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
