"""Deadlines that the partnership has to meet: missed, at risk, unproven, without work."""

from collections.abc import Iterator

from send_framework.checks.context import Context
from send_framework.checks.finding import Consequence, Remark, Severity
from send_framework.checks.meeting import Verdict, VerdictKind, verdicts
from send_framework.checks.reading import working
from send_framework.checks.registry import finds
from send_framework.dates import day_words
from send_framework.model.window import Deadline, Modality


def _remarks(context: Context, kind: VerdictKind, *, law: bool) -> Iterator[Remark]:
    for verdict in verdicts(context):
        statutory = verdict.deadline.rule.modality is Modality.STATUTORY
        if verdict.kind is kind and statutory is law:
            yield _remark(verdict)


def _remark(verdict: Verdict) -> Remark:
    deadline = verdict.deadline
    return Remark(
        subject=verdict.subject or deadline.rule.rule,
        message=f"{deadline.name}, due {_due(deadline)}: {verdict.words}{_late(verdict)}"
        f"{_doubt(deadline)}.",
        rule=deadline.rule,
        sources=deadline.sources,
        related=(deadline.rule.rule, *((verdict.subject,) if verdict.subject else ())),
        working_days=verdict.late,
        day=deadline.due,
    )


def _due(deadline: Deadline) -> str:
    if deadline.due == deadline.due_latest:
        return day_words(deadline.due)
    return f"between {day_words(deadline.due)} and {day_words(deadline.due_latest)}"


def _late(verdict: Verdict) -> str:
    return f", {working(verdict.late)} late" if verdict.late else ""


def _doubt(deadline: Deadline) -> str:
    """Say how sure the deadline is, where it is not verified."""
    sure = deadline.confidence.doubt if deadline.confidence else ""
    return f" (deadline {sure})" if sure else ""


@finds(
    "statutory-deadline-missed",
    Severity.ERROR,
    Consequence.LAW,
    title="A statutory deadline missed",
    looks_at="Each deadline that is law, against the events and the work that meet it: done too "
    "late, or its day has passed and the work that `meets` it is not reported as done. Where the "
    "deadline is a range, only what lies beyond its later end.",
    why="The 70 working days from receipt are law; approval or final making meets them.",
    advice="If it was done in time, enter the day; if not, tell the department before it asks.",
)
def statutory_deadline_missed(context: Context) -> Iterator[Remark]:
    """Find statutory deadlines that were surely missed, with the working days."""
    return _remarks(context, VerdictKind.MISSED, law=True)


@finds(
    "statutory-deadline-at-risk",
    Severity.ERROR,
    Consequence.LAW,
    title="A statutory deadline that the plan will miss",
    looks_at="Each statutory deadline ahead, against the forecast finish of what meets it.",
    why="There is still time to change it.",
    advice="Start or shorten what drives this work.",
)
def statutory_deadline_at_risk(context: Context) -> Iterator[Remark]:
    """Find statutory deadlines ahead that the forecast misses."""
    return _remarks(context, VerdictKind.AT_RISK, law=True)


@finds(
    "statutory-deadline-unproven",
    Severity.WARNING,
    Consequence.LAW,
    title="A statutory deadline of which nothing shows that it was met",
    looks_at="Each statutory deadline that has passed: no event or work meets it, its day is not "
    "known, or it can lie on either side.",
    why="A duty with a day needs a day on which it was met.",
    advice="Enter the day as an event (approval), or name the rule in `meets` of the work.",
)
def statutory_deadline_unproven(context: Context) -> Iterator[Remark]:
    """Find statutory deadlines about which the plan says too little."""
    return _remarks(context, VerdictKind.UNPROVEN, law=True)


@finds(
    "handbook-deadline-missed",
    Severity.WARNING,
    Consequence.LAW,
    title="A handbook deadline missed",
    looks_at="The same for deadlines of the handbook, such as 35 working days to submit the "
    "priority action plan.",
    why="Not law, but inspectorates and departments act on it.",
    advice="If it was done in time, enter the day; if not, say when it will be.",
)
def handbook_deadline_missed(context: Context) -> Iterator[Remark]:
    """Find handbook deadlines that were surely missed."""
    return _remarks(context, VerdictKind.MISSED, law=False)


@finds(
    "handbook-deadline-at-risk",
    Severity.WARNING,
    Consequence.LAW,
    title="A handbook deadline that the plan will miss",
    looks_at="Each handbook deadline ahead, against the forecast finish of what meets it.",
    why="There is still time to change it, or to ask.",
    advice="Start or shorten what drives this work.",
)
def handbook_deadline_at_risk(context: Context) -> Iterator[Remark]:
    """Find handbook deadlines ahead that the forecast misses."""
    return _remarks(context, VerdictKind.AT_RISK, law=False)


@finds(
    "handbook-deadline-unproven",
    Severity.INFORMATION,
    Consequence.LAW,
    title="A handbook deadline of which nothing shows that it was met",
    looks_at="The same as for statutory deadlines.",
    why="Worth a line in the record.",
    advice="Enter the day as an event, or name the rule in `meets` of the work.",
)
def handbook_deadline_unproven(context: Context) -> Iterator[Remark]:
    """Find handbook deadlines about which the plan says too little."""
    return _remarks(context, VerdictKind.UNPROVEN, law=False)


@finds(
    "deadline-without-work",
    Severity.WARNING,
    Consequence.LAW,
    title="A deadline ahead that nothing in the plan meets",
    looks_at="Each deadline ahead that an event can meet, and no work of the plan `meets` yet.",
    why="What is not in the plan has no owner and no float.",
    advice="Name the rule in `meets` of the action or milestone that meets it, or add one.",
)
def deadline_without_work(context: Context) -> Iterator[Remark]:
    """Find deadlines ahead without work."""
    for verdict in verdicts(context):
        if verdict.kind is VerdictKind.WITHOUT_WORK:
            yield _remark(verdict)
