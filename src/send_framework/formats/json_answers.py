"""The answers as JSON: one pure function per versioned shape.

Each answer names its shape and version in ``"schema"``. Keys are only added within a version,
never renamed or dropped. Days are ISO dates; what is not known is ``null``, never left out;
`rule`, `source` and `driven_by` are objects. `docs/reference/json.md` lists every key.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from attrs import frozen

from send_framework.checks.finding import Finding, Severity
from send_framework.checks.meeting import Verdict
from send_framework.formats.json_shapes import (
    RULE,
    SETTINGS,
    Json,
    all_of,
    ends_of,
    maybe,
    pick,
    plain,
    sources_of,
    target_of,
)
from send_framework.frameworks import Undated
from send_framework.model.window import Deadline, Window
from send_framework.network.results import (
    Explanation,
    Readiness,
    RecommendationReadiness,
    Schedule,
    ScheduledActivity,
)
from send_framework.network.work_ahead import WorkAhead

# The keys of each object are the names of the attributes that fill them, in this order.
_DRIVER = ("kind", "words", "predecessor", "type", "lag", "lag_unit", "assumed", "day")
_ACTIVITY = (
    "id", "title", "kind", "accountable", "duration", "duration_assumed", "early_start",
    "early_finish", "late_start", "late_finish", "total_float", "free_float",
    "float_to_earliest", "float_to_expected", "float_to_latest", "float_to_promise", "critical",
    "on_critical_path", "in_scope", "is_ongoing", "complete", "started", "inferred", "assumed",
    "as_late_as_possible",
)  # fmt: skip
_UNSCHEDULED = ("id", "title", "why", "cycle")
_LINK = (
    "predecessor", "successor", "type", "lag", "lag_unit", "slack", "driving", "assumed", "through",
)  # fmt: skip
_NEAR = ("activities", "total_float", "behind")
_HAND_OFF = ("predecessor", "successor", "giving", "taking")
_SHARE = ("agency", "working_days", "share", "activities")
_READINESS = (
    "state", "sentence", "ready_on", "float_to_earliest", "float_to_expected", "float_to_latest",
    "missing", "assumed", "of", "caveat",
)  # fmt: skip
_FACT = ("kind", "subject", "sentence", "other", "working_days", "day")
_PATH = ("critical_path", "critical_paths", "path_count", "network_path", "network_finish")
_GAP = ("first", "last", "why")
_VERDICT = ("kind", "words", "subject", "late")
_UNDATED = ("inspection", "rule", "title", "reason")
_FINDING = (
    "code", "severity", "consequence", "subject", "message", "advice", "related", "working_days",
    "day",
)  # fmt: skip


@frozen(kw_only=True)
class Occasion:
    """Which plan was judged, and on which day.

    Attributes:
        title: The plan's title.
        on: The data date used.
        on_given: Whether the file or the caller gave it (else it is today).
    """

    title: str
    on: date
    on_given: bool


@frozen(kw_only=True)
class OfficialDate:
    """A deadline or a window, and what the plan does about it.

    Attributes:
        inspection: Id of the inspection it follows from; empty for what the plan itself expects.
        what: The deadline or window.
        verdict: Whether the plan meets it; ``None`` where nobody in the plan can.
    """

    inspection: str
    what: Deadline | Window
    verdict: Verdict | None = None


def schedule_json(schedule: Schedule) -> Json:
    """Return a schedule as ``send-framework/schedule/1``.

    Args:
        schedule: The schedule.

    Returns:
        Every activity with its dates and floats, the target, the paths and the readiness.
    """
    return {
        **_opening("schedule", schedule),
        **_question(schedule),
        "actions": [_activity(each) for each in schedule.activities],
        "unscheduled": all_of(schedule.unscheduled, _UNSCHEDULED),
        "links": all_of(schedule.links, _LINK),
        **_paths(schedule),
        "readiness": _readiness(schedule.readiness),
        "cycles": plain(schedule.cycles),
        "facts": all_of(schedule.facts, _FACT),
    }


def critical_path_json(schedule: Schedule) -> Json:
    """Return the critical path alone as ``send-framework/critical-path/1``.

    Args:
        schedule: The schedule.

    Returns:
        The path with its activities in order, and what stands beside it.
    """
    known = {each.id: each for each in schedule.activities}
    return {
        **_opening("critical-path", schedule),
        **_question(schedule),
        "actions": [_activity(known[each]) for each in schedule.critical_path],
        **_paths(schedule),
        "readiness": _readiness(schedule.readiness),
    }


def explanation_json(schedule: Schedule, explanation: Explanation) -> Json:
    """Return why a date is what it is as ``send-framework/explanation/1``.

    Args:
        schedule: The schedule the explanation speaks of.
        explanation: The explanation.

    Returns:
        The sentence, the driver, what it beat, the gaps and the chain.
    """
    return {
        **_opening("explanation", schedule),
        **_question(schedule),
        "activity": pick(explanation, ("id", "title")),
        "sentence": explanation.sentence,
        "driven_by": maybe(explanation.driver, _DRIVER),
        "beaten": all_of(explanation.beaten, _DRIVER),
        "gaps": all_of(explanation.gaps, _GAP),
        **pick(explanation, ("chain", "assumed")),
    }


def readiness_json(schedule: Schedule, answers: Iterable[RecommendationReadiness]) -> Json:
    """Return readiness, overall and part by part, as ``send-framework/readiness/1``.

    Args:
        schedule: The schedule, which has the overall answer.
        answers: The answer for each recommendation and part.

    Returns:
        The overall readiness and one entry for each recommendation and part.
    """
    entries = [
        {
            **pick(each, ("id", "text", "part_of", "answered_by")),
            "readiness": _readiness(each.readiness),
        }
        for each in answers
    ]
    return {
        **_opening("readiness", schedule),
        **_question(schedule),
        "readiness": _readiness(schedule.readiness),
        "recommendations": entries,
    }


def actions_json(schedule: Schedule, work: WorkAhead) -> Json:
    """Return the work that lies ahead as ``send-framework/actions/1``.

    Args:
        schedule: The schedule the work is taken from.
        work: The work.

    Returns:
        The question, the activities in order of time, and what has no dates.
    """
    return {
        **_opening("actions", schedule),
        **_question(schedule),
        **pick(work, ("agency", "until")),
        "actions": [_activity(each) for each in work.activities],
        "unscheduled": all_of(work.undated, _UNSCHEDULED),
    }


def findings_json(occasion: Occasion, findings: Sequence[Finding]) -> Json:
    """Return what checks found as ``send-framework/findings/1``.

    Args:
        occasion: Which plan was judged, and on which day.
        findings: The findings, in the order in which they should be read.

    Returns:
        The findings, and how many there are of each severity.
    """
    entries = [{**pick(each, _FINDING), **_grounds(each)} for each in findings]
    counts = {kind.value: sum(each.severity is kind for each in findings) for kind in Severity}
    return {**_opening("findings", occasion), "counts": counts, "findings": entries}


def deadlines_json(
    occasion: Occasion, dated: Iterable[OfficialDate], undated: Iterable[Undated]
) -> Json:
    """Return what the rules demand or lead to expect as ``send-framework/deadlines/1``.

    Args:
        occasion: Which plan was judged, and on which day.
        dated: The deadlines and windows.
        undated: The rules that apply and yield no day.

    Returns:
        One entry for each deadline and window, and what has no day.
    """
    return {
        **_opening("deadlines", occasion),
        "deadlines": [_dated(each) for each in dated],
        "undated": all_of(undated, _UNDATED),
    }


def _opening(shape: str, occasion: Occasion | Schedule) -> Json:
    """Return what every answer begins with."""
    return {
        "schema": f"send-framework/{shape}/1",
        **pick(occasion, ("title", "on", "on_given")),
    }


def _question(schedule: Schedule) -> Json:
    """Return what was asked of the network: the basis, the target and its scope."""
    return {
        **pick(schedule, ("start", "basis")),
        "target": target_of(schedule.target),
        **pick(schedule, ("late_from", "scope", "finish")),
        "settings": pick(schedule.settings, SETTINGS),
    }


def _paths(schedule: Schedule) -> Json:
    return {
        **pick(schedule, _PATH),
        "near_critical": all_of(schedule.near_critical, _NEAR),
        "hand_offs": all_of(schedule.hand_offs, _HAND_OFF),
        "agency_shares": all_of(schedule.agency_shares, _SHARE),
    }


def _activity(each: ScheduledActivity) -> Json:
    return {**pick(each, _ACTIVITY), "driven_by": maybe(each.driven_by, _DRIVER)}


def _readiness(each: Readiness) -> Json:
    return pick(each, _READINESS)


def _dated(each: OfficialDate) -> Json:
    what = each.what
    due = ("due", "due_latest", "provisional")
    days = ends_of(what) if isinstance(what, Window) else pick(what, due)
    rule = maybe(what.rule, RULE)
    named = ("modality", "anchor", "anchor_date", "anchor_inferred", "edition")
    return {
        "inspection": each.inspection or None,
        "name": what.name,
        "kind": "window" if isinstance(what, Window) else "deadline",
        **days,
        **{name: None if rule is None else rule[name] for name in named},
        **pick(what, ("confidence", "explanation")),
        "rule": rule,
        **sources_of(what.sources),
        "verdict": maybe(each.verdict, _VERDICT),
    }


def _grounds(each: Finding) -> Json:
    """Return what a finding rests on: its rule and its sources."""
    return {"rule": maybe(each.rule, RULE), **sources_of(each.sources)}
