"""How good a schedule is by what assessments look at: counts and names, never a grade.

    from send_framework.checks.quality import quality

`docs/reference/quality.md` lists the points, the further counts and the practices.
"""

from send_framework.checks.quality.assessing import quality
from send_framework.checks.quality.definitions import points_table
from send_framework.checks.quality.logic import logic_table
from send_framework.checks.quality.practices import practices_table
from send_framework.checks.quality.results import (
    Answering,
    Bound,
    LogicCount,
    NamedLink,
    Practice,
    Quality,
    QualityPoint,
)

__all__ = [
    "Answering",
    "Bound",
    "LogicCount",
    "NamedLink",
    "Practice",
    "Quality",
    "QualityPoint",
    "logic_table",
    "points_table",
    "practices_table",
    "quality",
]
