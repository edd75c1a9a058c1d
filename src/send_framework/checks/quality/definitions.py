"""The fourteen points: what each counts, its threshold, and whose they are.

The points and thresholds are those of the DCMA's assessment, the practices those of the GAO's
guide. Neither was read in the original: both are taken from secondary sources and marked so.
"""

from attrs import frozen

from send_framework.checks.quality.results import Bound, limit_words
from send_framework.model.source import Confidence, Source
from send_framework.network.lengthening import LONGER

LONG = 44
"""Working days: the customary limit of float and of length, about two months."""

POINTS_SOURCE = Source(
    key="DCMA-EA-PAM-200.1",
    title="Earned Value Management System Program Analysis Pamphlet, DCMA-EA PAM 200.1",
    publisher="Defense Contract Management Agency (United States)",
    paragraph="section 4",
    note="October 2012. Not read itself: points and thresholds as secondary sources list them.",
)
PRACTICES_SOURCE = Source(
    key="GAO-16-89G",
    title="Schedule Assessment Guide: Best Practices for Project Schedules, GAO-16-89G",
    publisher="Government Accountability Office (United States)",
    note="December 2015. Not read itself: the ten practices as secondary sources list them.",
)
CONFIDENCE = Confidence.SECONDARY

CAVEAT = (
    "Counts and names, not a grade: a schedule can keep every threshold and still leave out the "
    "work that matters, or give lengths that nobody believes. That is for people to judge."
)


@frozen(kw_only=True)
class PointDefinition:
    """What one of the fourteen points counts.

    Attributes:
        number: 1 to 14.
        key: Stable short name.
        name: Its name.
        counts: What is counted, and of what.
        bound: Which side of the threshold is asked for.
        threshold: The share.
        note: What to know of it in plans of councils.
    """

    number: int
    key: str
    name: str
    counts: str
    bound: Bound = Bound.AT_MOST
    threshold: float = 0.0
    note: str = ""


POINTS = (
    PointDefinition(
        number=1,
        key="missing-logic",
        name="Missing logic",
        counts="actions that wait for nothing, or that nothing waits for",
        threshold=0.05,
        note="Published plans are mostly lists, and most fail this. Each name is a question to "
        "ask: what does it need, and who needs it?",
    ),
    PointDefinition(
        number=2,
        key="leads",
        name="Leads",
        counts="links with a negative lag",
        note="A lead says that part of the work is enough to go on with. Make that part an "
        "action of its own.",
    ),
    PointDefinition(
        number=3,
        key="lags",
        name="Lags",
        counts="links with a positive lag",
        threshold=0.05,
        note="A lag is a wait that nobody owns. Consultation or a board's lead time is better an "
        "action, with a body that answers for it.",
    ),
    PointDefinition(
        number=4,
        key="link-types",
        name="Finish-to-start links",
        counts="links that are finish-to-start; the others are named",
        bound=Bound.AT_LEAST,
        threshold=0.9,
        note="Overlapping work is common in partnerships. The other types are right where both "
        "ends of the work are tied.",
    ),
    PointDefinition(
        number=5,
        key="hard-constraints",
        name="Hard constraints",
        counts="actions that must start or must finish on a day",
        threshold=0.05,
        note="Boards and statutory days are better fixed milestones or events, and promises `due`.",
    ),
    PointDefinition(
        number=6,
        key="high-float",
        name="High float",
        counts=f"actions with more than {LONG} working days of total float",
        threshold=0.05,
        note="Where few links are given nearly everything floats: read it with point 1.",
    ),
    PointDefinition(
        number=7,
        key="negative-float",
        name="Negative float",
        counts="actions with less than no float",
        note="Against the first day of the inspection's window that lies ahead, and dates that "
        "must be kept: not against the plan's own promises.",
    ),
    PointDefinition(
        number=8,
        key="high-duration",
        name="Long actions",
        counts=f"actions longer than {LONG} working days",
        threshold=0.05,
        note="Actions of councils are long by nature. For information: split those on the "
        "critical path first.",
    ),
    PointDefinition(
        number=9,
        key="invalid-dates",
        name="Invalid dates",
        counts="actions, milestones and commitments with a forecast that has passed, or a fact "
        "after the data date",
        note="A promise that has passed is no forecast: it is late work, which `check` names.",
    ),
    PointDefinition(
        number=10,
        key="resources",
        name="Nobody named",
        counts="actions of a day or more with neither an accountable body nor a lead",
        note="Plans name bodies, not hours, so a named body stands in for a resource. Some "
        "versions of this point have no threshold.",
    ),
    PointDefinition(
        number=11,
        key="missed",
        name="Missed promises",
        counts="actions that the earlier version promised by the data date and that were "
        "finished later, or are not finished",
        threshold=0.05,
        note="Needs an earlier version. Counted to the day: a promise of a month counts from its "
        "last day.",
    ),
    PointDefinition(
        number=12,
        key="critical-path-test",
        name="Critical path test",
        counts="unfinished actions on the critical path whose lengthening by "
        f"{LONGER} working days does not move the finish by exactly as much",
        note="The best single test of broken logic. It follows the links alone, before "
        "anybody's own promise.",
    ),
    PointDefinition(
        number=13,
        key="path-length-index",
        name="Critical path length index",
        counts="working days from the data date to the finish plus the float of the finish, "
        "divided by those days",
        bound=Bound.AT_LEAST,
        threshold=0.95,
        note="Below 1 the work ends too late; the float is that against the first day of the "
        "window that lies ahead.",
    ),
    PointDefinition(
        number=14,
        key="execution-index",
        name="Baseline execution index",
        counts="actions of the earlier version that are finished, divided by those it promised "
        "by the data date",
        bound=Bound.AT_LEAST,
        threshold=0.95,
        note="Needs an earlier version. Above 1 more is done than was promised, early work "
        "included: it does not say whether the right work is.",
    ),
)


def points_table() -> str:
    """Return the Markdown table of the fourteen points, as the reference page prints it."""
    head = (
        "| No. | Key | Counts | Threshold | In plans of councils |",
        "| --- | --- | --- | --- | --- |",
    )
    rows = (
        f"| {each.number} | `{each.key}` | **{each.name}**: {each.counts} "
        f"| {limit_words(each.bound, each.threshold)} | {each.note} |"
        for each in POINTS
    )
    return "\n".join((*head, *rows)) + "\n"
