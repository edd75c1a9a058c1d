"""What the EHC time limits count from, and how one of them is written down."""

from datetime import date

from send_framework.frameworks.edition import AnchorEvent, Edition
from send_framework.frameworks.rulebook import Gives, Rule
from send_framework.model.source import Confidence, Source
from send_framework.model.window import Modality, Unit

BEGIN = date(2014, 9, 1)
"""When the regulations came into force, by general knowledge; no page that says so was read."""

AUTHORITY = "the local authority"


def _anchor(name: str, title: str, *, announced: bool = False) -> AnchorEvent:
    key = name.replace("_", "-")
    return AnchorEvent(key=key, title=title, fields=(name,), announced=announced)


REQUEST = _anchor("request", "the request for an assessment")
ADVICE_REQUESTED = _anchor("advice_requested", "the request for advice")
DRAFT_SENT = _anchor("draft_sent", "service of the draft plan")
SCHOOL_CONSULTED = _anchor("school_consulted", "the school being consulted")
PLAN_ISSUED = _anchor("plan_issued", "the final plan")
REVIEW_MEETING = _anchor("review_meeting", "the review meeting", announced=True)
AMENDMENT_NOTICE = _anchor("amendment_notice", "the notice of amendments")
PHASE_TRANSFER = _anchor("phase_transfer", "the move to another phase of school", announced=True)
POST_16_TRANSFER = _anchor("post_16_transfer", "the move to a post-16 institution", announced=True)
MOVED = _anchor("moved", "the move to another local authority", announced=True)
MEDIATION_REQUESTED = _anchor("mediation_requested", "the request for mediation")
DECISION = _anchor("decision", "notice of the decision appealed against")
CERTIFICATE = _anchor("mediation_certificate", "the mediation certificate")
ORDER_TO_ASSESS = _anchor("order_to_assess", "the tribunal's order to assess")
ORDER_TO_PLAN = _anchor("order_to_plan", "the tribunal's order to make a plan")
ORDER_TO_AMEND = _anchor("order_to_amend", "the tribunal's order to amend the plan")
ORDER_TO_NAME = _anchor("order_to_name", "the tribunal's order to name a school")


def limit(  # noqa: PLR0913 - a rule in one call, each part by its name
    key: str,
    title: str,
    says: str,
    *sources: Source,
    anchor: AnchorEvent | tuple[AnchorEvent, ...],
    amount: int | None = None,
    unit: Unit | None = None,
    yearly: tuple[int, int] | None = None,
    paragraph: str = "",
    confidence: Confidence = Confidence.UNVERIFIED,
    modality: Modality = Modality.STATUTORY,
    counts_anchor_day: bool = False,
    before: bool = False,
    by: str = AUTHORITY,
    later_of: str = "",
    note: str = "",
) -> Rule:
    """Return the rule of one time limit; unless said otherwise it is law that nobody has read.

    Args:
        key: Its key.
        title: What is to be done.
        says: The limit, in own words.
        sources: Where it can be checked.
        anchor: What it counts from.
        amount: How many units.
        unit: What it counts in.
        yearly: Month and day, where it names one.
        paragraph: Where it stands.
        confidence: How sure it is.
        modality: How binding it is.
        counts_anchor_day: Whether the anchor's day is the first one counted.
        before: Whether it counts back.
        by: Who must act.
        later_of: Key of the rule with which the later day counts.
        note: What a reader should know.

    Example:
        >>> from send_framework.frameworks.ehc_process.sources import REGULATIONS
        >>> rule = limit(
        ...     "plan-issued", "Final plan issued", "Within 20 weeks of the request.",
        ...     REGULATIONS, anchor=REQUEST, amount=20, unit=Unit.WEEKS)
        >>> rule.editions[0].counting
        '20 weeks'
    """
    edition = Edition(
        key="2014",
        in_force_from=BEGIN,
        modality=modality,
        says=says,
        amount=amount,
        unit=unit,
        yearly=yearly,
        counts_anchor_day=counts_anchor_day,
        paragraph=paragraph,
        confidence=confidence,
        sources=sources,
        note=note,
    )
    anchors = anchor if isinstance(anchor, tuple) else (anchor,)
    return Rule(
        key=key,
        title=title,
        gives=Gives.DEADLINE,
        kinds=(),
        by=by,
        anchors=anchors,
        before=before,
        later_of=later_of,
        editions=(edition,),
    )
