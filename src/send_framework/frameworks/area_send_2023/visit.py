"""The visit and its report: notice, receipt and publication."""

from datetime import date

from send_framework.frameworks.anchors import (
    FIELDWORK_END,
    FIELDWORK_START,
    NOTIFIED,
    ON_SITE_START,
    PUBLISHED,
    REPORT_RECEIVED,
)
from send_framework.frameworks.area_send_2023 import sources as s
from send_framework.frameworks.edition import Edition
from send_framework.frameworks.rulebook import Gives, Rule
from send_framework.model.inspection import InspectionKind
from send_framework.model.source import Confidence
from send_framework.model.window import Modality, Unit

BEGIN = date(2023, 1, 1)

ON_SITE_AFTER_FIELDWORK = Rule(
    key="on-site-after-fieldwork",
    title="On-site week follows the start of fieldwork",
    gives=Gives.ANCHOR,
    kinds=(InspectionKind.FULL, InspectionKind.MONITORING),
    anchors=(FIELDWORK_START,),
    finds=ON_SITE_START,
    editions=(
        Edition(
            key="2023",
            in_force_from=BEGIN,
            modality=Modality.HANDBOOK,
            says="Inspectors are on site 2 working days after fieldwork begins.",
            amount=2,
            unit=Unit.WORKING_DAYS,
            confidence=Confidence.INFERRED,
            sources=(s.LANCASHIRE, s.REPORTS),
            note="The difference of the two notices, 10 and 8. Greenwich and Oxfordshire print "
            "the Thursday before their on-site week as the start.",
        ),
    ),
)
NOTICE_FIELDWORK = Rule(
    key="notice-fieldwork",
    title="Fieldwork begins",
    by="Ofsted and the Care Quality Commission",
    gives=Gives.DEADLINE,
    kinds=(InspectionKind.FULL, InspectionKind.MONITORING),
    anchors=(NOTIFIED,),
    finds=FIELDWORK_START,
    mirrored=True,
    editions=(
        Edition(
            key="2023",
            in_force_from=BEGIN,
            modality=Modality.HANDBOOK,
            says="The call comes 8 working days before fieldwork begins, off site.",
            amount=8,
            unit=Unit.WORKING_DAYS,
            confidence=Confidence.SECONDARY,
            sources=(s.LANCASHIRE, s.HANDBOOK_PAGE),
            note="The number of days was clarified in the course of 2023. Fieldwork begins two "
            "working days before the on-site week, which is why two reports of 2023 print a "
            "start on the Thursday before it.",
        ),
    ),
)
NOTICE_ON_SITE = Rule(
    key="notice-on-site",
    title="On-site week begins",
    by="Ofsted and the Care Quality Commission",
    gives=Gives.DEADLINE,
    kinds=(InspectionKind.FULL, InspectionKind.MONITORING),
    anchors=(NOTIFIED,),
    finds=ON_SITE_START,
    mirrored=True,
    editions=(
        Edition(
            key="2023",
            in_force_from=BEGIN,
            modality=Modality.HANDBOOK,
            says="The call comes 10 working days before inspectors are on site: a Monday, and "
            "the Monday two weeks later.",
            amount=10,
            unit=Unit.WORKING_DAYS,
            confidence=Confidence.VERIFIED,
            sources=(s.HERTFORDSHIRE_CALL, s.LANCASHIRE, s.REPORTS),
            note="Verified by dates: Hertfordshire was called on 26 June 2023 and inspected on "
            "site from 10 July 2023.",
        ),
    ),
)
TRACKING_DOCUMENTS = Rule(
    key="tracking-documents",
    title="Documents on the children tracked",
    by="the local area partnership",
    editions=(
        Edition(
            key="2023",
            in_force_from=BEGIN,
            modality=Modality.HANDBOOK,
            says="Documents follow within 2 days of the children's names being agreed.",
            amount=2,
            unit=Unit.CALENDAR_DAYS,
            confidence=Confidence.SECONDARY,
            sources=(s.TRACKING_GUIDE,),
            note="Counts from an event that an inspection's record does not hold.",
        ),
    ),
)


REPORT_RECEIPT = Rule(
    key="report-received",
    title="Final report received before it is published",
    gives=Gives.ANCHOR,
    anchors=(PUBLISHED,),
    before=True,
    finds=REPORT_RECEIVED,
    editions=(
        Edition(
            key="2023",
            in_force_from=BEGIN,
            modality=Modality.OBSERVED,
            says="The partnership has the final report 6 to 8 working days before the public.",
            least=6,
            most=8,
            unit=Unit.WORKING_DAYS,
            confidence=Confidence.INFERRED,
            sources=(s.OXFORDSHIRE, s.SUFFOLK_OFFER, s.LANCASHIRE, s.SLOUGH_STATEMENT),
            note="Worked back from published due dates: Oxfordshire and Suffolk 8, Lancashire "
            "and Slough's letter of 2021 6. Receipt itself was never published.",
        ),
    ),
)
REPORT_PUBLICATION = Rule(
    key="report-published",
    title="Report published",
    by="Ofsted and the Care Quality Commission",
    gives=Gives.WINDOW,
    anchors=(FIELDWORK_END,),
    finds=PUBLISHED,
    movable=True,
    editions=(
        Edition(
            key="2023",
            in_force_from=BEGIN,
            seen_by=date(2026, 6, 29),
            modality=Modality.OBSERVED,
            says="Reports appeared 29 to 101 working days after fieldwork, half of them within "
            "44; the longest waits lay over elections.",
            least=29,
            amount=44,
            most=101,
            unit=Unit.WORKING_DAYS,
            confidence=Confidence.INFERRED,
            sources=(s.REPORTS,),
            note="91 areas with usable dates. Medians by outcome: 41, 43.5 and 52. No published "
            "target was found.",
        ),
    ),
)

MONITORING_REPORT = Rule(
    key="monitoring-report-published",
    title="Result of the monitoring inspection published",
    by="Ofsted and the Care Quality Commission",
    gives=Gives.WINDOW,
    kinds=(InspectionKind.MONITORING,),
    anchors=(FIELDWORK_END,),
    finds=PUBLISHED,
    movable=True,
    editions=(
        Edition(
            key="2023",
            in_force_from=BEGIN,
            seen_by=date(2025, 11, 19),
            modality=Modality.OBSERVED,
            says="Oxfordshire's result appeared 35 working days after inspectors left.",
            amount=35,
            unit=Unit.WORKING_DAYS,
            confidence=Confidence.INFERRED,
            sources=(s.OXFORDSHIRE_MONITORING,),
            note="One case with both days known.",
        ),
    ),
)

VISIT = (
    ON_SITE_AFTER_FIELDWORK,
    NOTICE_FIELDWORK,
    NOTICE_ON_SITE,
    TRACKING_DOCUMENTS,
    REPORT_PUBLICATION,
    MONITORING_REPORT,
    REPORT_RECEIPT,
)
