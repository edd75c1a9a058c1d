"""The plan file that `send-framework new` writes: short, commented, and complete enough to run."""

from send_framework.formats.yaml_text import one_line
from send_framework.model.plan import Plan

_HEAD = """\
# A plan for send-framework, format version 1.
#
# Everything here is an example: replace it. Ids are short texts of your own, as your published
# plan prints them. What you do not know, leave out: `send-framework check` tells what is missing,
# and a gap is better than a guess. Text that holds ': ' or ' #' needs quotes.
version: 1
"""

_BODY = """\
# strategic-plan, priority-action-plan, written-statement-of-action, accelerated-progress-plan
kind: priority-action-plan
# The day work can begin, and the day at whose close all this is known (today, if left out).
start: 2024-06-03
data_date: 2024-06-07

# Where facts can be checked. Any fact may cite a key: `sources: report` or `sources: [report, x]`,
# and say how sure it is: `confidence: verified` (secondary, inferred, unverified, assumed).
register:
  - {key: report, title: Our inspection report, publisher: Ofsted and Care Quality Commission}

# Everybody the plan names.
agencies:
  - {id: COUNCIL, name: Our council, kind: local-authority}
  - {id: BOARD, name: Our integrated care board, kind: integrated-care-board}
  - {id: FORUM, name: Our parent carer forum, kind: parent-carer-forum}

partnership:
  name: Our local area partnership
  area: Our area
  local_authority: COUNCIL
  boards: [BOARD]
  members: [FORUM]

# Official dates count from the day the final report was received, not from its publication.
inspections:
  - id: I1
    kind: full                        # full, monitoring, re-visit
    framework: area_send_2023
    report_received: 2024-05-01
    published: 2024-05-13
    outcome: widespread-failings      # typically-positive, inconsistent, widespread-failings
    sources: report

# What the report asks for. An action may answer the whole or a part.
recommendations:
  - id: PA1
    kind: priority-action             # or area-for-improvement
    text: What the first priority action asks for, in your own words.
    responsible: [COUNCIL, BOARD]
    parts:
      - {id: PA1(a), text: Its first named part.}
      - {id: PA1(b), text: Its second named part.}
    sources: report
  - {id: AFI1, kind: area-for-improvement, text: What the first area for improvement asks for.}

# The work. Durations are working days. Dates may be as exact as you know them: 2024-03-07,
# March 2024, spring 2024, 2024-Q3, by 2024-05-22, ongoing.
actions:
  - id: "1.1"
    title: Agree one set of data
    accountable: [COUNCIL, BOARD]
    answers: PA1(a)
    duration: 20
  - id: "1.2"
    title: Write the strategy together with families
    accountable: COUNCIL
    contributors: FORUM
    answers: PA1
    duration: 30
    after: "1.1"                      # begins when 1.1 has finished
    due: September 2024
  - id: "1.3"
    title: Train the teams
    accountable: BOARD
    answers: PA1(b)
    duration: 15
    # Other links: begin 5 working days after 1.2 begins (SS, SF, FF and FS; lag may be negative).
    after: [{id: "1.2", type: SS, lag: 5}]
    success_measures: What will show that it made a difference.
    # As it goes, report with: send-framework update PLAN 1.3 --started DATE (or --finished DATE)

# Moments that take no time.
milestones:
  - {id: M1, title: Our board confirms that it is done, after: ["1.2", "1.3"], due: October 2024}

# What nobody published and you chose yourself; it is shown as assumed wherever it counts.
assumptions:
  - {id: A1, reason: Nobody has estimated it yet., fills: [1.3 duration]}
"""


def skeleton_plan(title: str = "Our SEND improvement plan") -> str:
    """Return a commented plan file to begin with; it loads, and its checks say what to do next.

    Args:
        title: The plan's title.

    Raises:
        ModelError: The title is empty or holds control codes.

    Example:
        >>> from send_framework.formats.documents import read_plan
        >>> plan = read_plan(skeleton_plan("Plan: the first"))
        >>> plan.title, [action.id for action in plan.actions]
        ('Plan: the first', ['1.1', '1.2', '1.3'])
    """
    asked = Plan(title=title)
    return f"{_HEAD}{one_line('title', asked.title)}{_BODY}"
