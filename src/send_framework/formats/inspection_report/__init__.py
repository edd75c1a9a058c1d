"""An Ofsted and CQC report PDF, read as it is laid out: what it says, where, and how sure."""

from send_framework.formats.inspection_report.found import (
    Found,
    How,
    InspectionReport,
    PreviousInspection,
    PrintedRecommendation,
    ReaderFinding,
    Team,
)
from send_framework.formats.inspection_report.pdf import USUAL_LIMITS, ReadingLimits
from send_framework.formats.inspection_report.reading import read_report

__all__ = [
    "USUAL_LIMITS",
    "Found",
    "How",
    "InspectionReport",
    "PreviousInspection",
    "PrintedRecommendation",
    "ReaderFinding",
    "ReadingLimits",
    "Team",
    "read_report",
]
