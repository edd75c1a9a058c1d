"""The plan file that a report begins: commented, with an empty slot under each recommendation."""

import textwrap
from collections.abc import Iterator, Sequence

from send_framework.formats.inspection_report.found import InspectionReport
from send_framework.formats.writing import plan_to_yaml
from send_framework.model.plan import Plan
from send_framework.model.recommendation import Recommendation

_WIDTH = 96
_HEAD = """\
# A plan for send-framework, begun from {file}.
#
# Everything below was read from the report; compare it with the report before you rely on it
# (send-framework read-report --show). No action is in it yet: each recommendation has an empty
# slot at the end of this file. Then: send-framework check.
"""
_SLOTS = """
# --- the work: nothing yet ---------------------------------------------------------------------
# Under each recommendation stands one empty slot. Take away the '# ' before its '- ' line, fill
# it in, and repeat it for every action. Durations are working days; leave out what is not known.
actions:
"""


def skeleton_of(report: InspectionReport, plan: Plan, official: Sequence[str] = ()) -> str:
    """Return a plan file with everything a report says and slots for the work.

    Args:
        report: The report as read.
        plan: The plan it begins.
        official: The official dates, one a line.
    """
    notes = [
        *_section("Official dates (send-framework deadlines says why):", official),
        *_section(
            "To look at, as the reader could not settle it:",
            [finding.sentence for finding in report.findings],
        ),
    ]
    slots = "".join(_slot(each) for each in plan.recommendations)
    head = _HEAD.format(file=_plain(report.file))
    return f"{head}{''.join(notes)}{plan_to_yaml(plan)}{_SLOTS}{slots}"


def _section(title: str, lines: Sequence[str]) -> Iterator[str]:
    if lines:
        yield f"#\n# {title}\n"
        yield from (_comment(f"- {_plain(line)}", "") for line in lines)


def _slot(recommendation: Recommendation) -> str:
    first = " ".join(_plain(recommendation.text).split()[:14])
    who = ", ".join(recommendation.responsible)
    accountable = f", accountable: [{who}]" if who else ""
    entry = (
        f'- {{id: "{recommendation.id}.1", title: ""{accountable}, answers: "{recommendation.id}"}}'
    )
    return f"{_comment(f'{recommendation.id}: {first} ...', '  ')}  # {entry}\n"


def _comment(text: str, indent: str) -> str:
    lines = textwrap.wrap(text, _WIDTH - len(indent), break_long_words=False)
    return "".join(f"{indent}# {line}\n" for line in lines)


def _plain(text: str) -> str:
    """Return text that stays one line of a comment."""
    return " ".join("".join(each if each.isprintable() else " " for each in text).split())
