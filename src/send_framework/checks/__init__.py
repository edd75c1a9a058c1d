"""What is wrong with a plan: findings with a code, a sentence and a way to put it right.

    from send_framework.checks import check

`check` runs every check of the modules beside this one; `docs/reference/checks.md` lists their
codes. Nothing here reads a file or prints.
"""

from send_framework.checks.finding import Consequence, Finding, Severity
from send_framework.checks.registry import CHECKS, Check, reference_table
from send_framework.checks.run import check
from send_framework.checks.thresholds import Thresholds

__all__ = [
    "CHECKS",
    "Check",
    "Consequence",
    "Finding",
    "Severity",
    "Thresholds",
    "check",
    "reference_table",
]
