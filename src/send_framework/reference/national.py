"""The inspectorates, the department and NHS England: bodies that stand beside every area."""

from functools import cache

from send_framework.model.agency import Agency, AgencyKind
from send_framework.model.source import Confidence, Source

REPORTS = Source(
    key="area-send-reports",
    title="Area SEND inspection reports of 2023 to 2026",
    publisher="Ofsted and the Care Quality Commission",
)
SUPPORT = Source(
    key="support-and-challenge",
    title="Support and challenge for areas after an inspection",
    publisher="Department for Education and NHS England",
)


@cache
def national_bodies() -> tuple[Agency, ...]:
    """Return the bodies that inspect, request and support in every area, ready for a plan.

    Example:
        >>> [body.id for body in national_bodies()]
        ['Ofsted', 'CQC', 'DfE', 'NHSE']
    """
    return (
        Agency(
            id="Ofsted", name="Ofsted", kind=AgencyKind.INSPECTORATE,
            footprint="England", sources=[REPORTS], confidence=Confidence.VERIFIED,
        ),
        Agency(
            id="CQC", name="Care Quality Commission", also_known_as=["CQC"],
            kind=AgencyKind.INSPECTORATE, footprint="England", sources=[REPORTS],
            confidence=Confidence.VERIFIED,
        ),
        Agency(
            id="DfE", name="Department for Education", also_known_as=["DfE"],
            kind=AgencyKind.DEPARTMENT, footprint="England", sources=[SUPPORT],
            confidence=Confidence.VERIFIED,
        ),
        Agency(
            id="NHSE", name="NHS England", also_known_as=["NHSE"], kind=AgencyKind.NHS_ENGLAND,
            footprint="England", sources=[SUPPORT], confidence=Confidence.VERIFIED,
            note="Its abolition is announced; no day is in the data.",
        ),
    )  # fmt: skip
