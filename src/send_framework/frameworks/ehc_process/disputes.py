"""Time limits of mediation, appeals and the tribunal's orders: none was read in its text."""

from send_framework.frameworks.edition import AnchorEvent
from send_framework.frameworks.ehc_process import sources as s
from send_framework.frameworks.ehc_process.limits import (
    CERTIFICATE,
    DECISION,
    MEDIATION_REQUESTED,
    ORDER_TO_AMEND,
    ORDER_TO_ASSESS,
    ORDER_TO_NAME,
    ORDER_TO_PLAN,
    limit,
)
from send_framework.frameworks.rulebook import Rule
from send_framework.model.window import Unit

_FAMILY = "the child's parent or the young person"


def _order(key: str, title: str, anchor: AnchorEvent, weeks: int) -> Rule:
    return limit(
        key,
        title,
        f"{title} within {weeks} weeks of {anchor.title}.",
        s.REGULATIONS,
        anchor=anchor,
        amount=weeks,
        unit=Unit.WEEKS,
        paragraph="regulation 44",
    )


DISPUTES = (
    limit(
        "mediation-held",
        "Mediation arranged",
        "Mediation takes place within 30 days of being asked for.",
        s.REGULATIONS,
        anchor=MEDIATION_REQUESTED,
        amount=30,
        unit=Unit.CALENDAR_DAYS,
        paragraph="regulation 36",
    ),
    limit(
        "appeal-after-decision",
        "Appeal registered",
        "An appeal is made within 2 months of the decision, or 1 month of the certificate if "
        "that is later.",
        s.TRIBUNAL,
        anchor=DECISION,
        amount=2,
        unit=Unit.MONTHS,
        by=_FAMILY,
    ),
    limit(
        "appeal-after-certificate",
        "Appeal registered after mediation was considered",
        "An appeal is made within 1 month of the certificate, or 2 months of the decision if "
        "that is later.",
        s.TRIBUNAL,
        anchor=CERTIFICATE,
        amount=1,
        unit=Unit.MONTHS,
        by=_FAMILY,
        later_of="appeal-after-decision",
    ),
    _order("order-to-assess-notified", "Assessment notified", ORDER_TO_ASSESS, 2),
    _order("order-to-assess-plan", "Plan issued after the assessment ordered", ORDER_TO_ASSESS, 14),
    _order("order-to-plan-draft", "Draft plan sent as ordered", ORDER_TO_PLAN, 5),
    _order("order-to-plan-final", "Final plan issued as ordered", ORDER_TO_PLAN, 11),
    _order("order-to-amend-plan", "Plan amended as ordered", ORDER_TO_AMEND, 5),
    _order("order-to-name-school", "School named as ordered", ORDER_TO_NAME, 2),
)
