"""The answers as JSON: one pure function per versioned shape.

Each answer names its shape and version in ``"schema"``. Keys are only added within a version,
never renamed or dropped. Days are ISO dates; what is not known is ``null``, never left out;
`rule`, `source` and `driven_by` are objects. `docs/reference/json.md` lists every key.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from enum import Enum
from typing import Any, TypeAlias, cast

from attrs import frozen

from send_framework.checks.finding import Finding, Severity
from send_framework.checks.meeting import Verdict
from send_framework.frameworks import Undated
from send_framework.model.source import Source
from send_framework.model.window import WINDOW_ENDS, Deadline, Window
from send_framework.network.results import (
    Explanation,
    Readiness,
    RecommendationReadiness,
    Schedule,
    ScheduledActivity,
)
from send_framework.network.work_ahead import WorkAhead

Json: TypeAlias = dict[str, Any]
"""An object ready for `json.dumps`."""

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
_LINK = ("predecessor", "successor", "type", "lag", "lag_unit", "slack", "driving", "assumed")
_NEAR = ("activities", "total_float", "behind")
_HAND_OFF = ("predecessor", "successor", "giving", "taking")
_SHARE = ("agency", "working_days", "share", "activities")
_READINESS = (
    "state", "sentence", "ready_on", "float_to_earliest", "float_to_expected", "float_to_latest",
    "missing", "assumed", "of", "caveat",
)  # fmt: skip
_FACT = ("kind", "subject", "sentence", "other", "working_days", "day")
_SETTINGS = (
    "critical_at", "near_critical_within", "override_logic", "without_assumed_links",
    "overdue_as_promised",
)  # fmt: skip
_PATH = ("critical_path", "critical_paths", "path_count", "network_path", "network_finish")
_GAP = ("first", "last", "why")
_RULE = (
    "framework", "rule", "title", "edition", "in_force_from", "modality", "counting", "anchor",
    "anchor_date", "anchor_inferred", "paragraph",
)  # fmt: skip
_SOURCE = ("key", "title", "publisher", "url", "paragraph", "published", "read_on", "note")
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
        "unscheduled": _all(schedule.unscheduled, _UNSCHEDULED),
        "links": _all(schedule.links, _LINK),
        **_paths(schedule),
        "readiness": _readiness(schedule.readiness),
        "cycles": _plain(schedule.cycles),
        "facts": _all(schedule.facts, _FACT),
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
        "activity": _pick(explanation, ("id", "title")),
        "sentence": explanation.sentence,
        "driven_by": _maybe(explanation.driver, _DRIVER),
        "beaten": _all(explanation.beaten, _DRIVER),
        "gaps": _all(explanation.gaps, _GAP),
        **_pick(explanation, ("chain", "assumed")),
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
            **_pick(each, ("id", "text", "part_of", "answered_by")),
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
        **_pick(work, ("agency", "until")),
        "actions": [_activity(each) for each in work.activities],
        "unscheduled": _all(work.undated, _UNSCHEDULED),
    }


def findings_json(occasion: Occasion, findings: Sequence[Finding]) -> Json:
    """Return what checks found as ``send-framework/findings/1``.

    Args:
        occasion: Which plan was judged, and on which day.
        findings: The findings, in the order in which they should be read.

    Returns:
        The findings, and how many there are of each severity.
    """
    entries = [{**_pick(each, _FINDING), **_grounds(each)} for each in findings]
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
        "undated": _all(undated, _UNDATED),
    }


def _opening(shape: str, occasion: Occasion | Schedule) -> Json:
    """Return what every answer begins with."""
    return {
        "schema": f"send-framework/{shape}/1",
        **_pick(occasion, ("title", "on", "on_given")),
    }


def _question(schedule: Schedule) -> Json:
    """Return what was asked of the network: the basis, the target and its scope."""
    return {
        **_pick(schedule, ("start", "basis")),
        "target": None if schedule.target is None else _target(schedule.target),
        **_pick(schedule, ("late_from", "scope", "finish")),
        "settings": _pick(schedule.settings, _SETTINGS),
    }


def _paths(schedule: Schedule) -> Json:
    return {
        **_pick(schedule, _PATH),
        "near_critical": _all(schedule.near_critical, _NEAR),
        "hand_offs": _all(schedule.hand_offs, _HAND_OFF),
        "agency_shares": _all(schedule.agency_shares, _SHARE),
    }


def _activity(each: ScheduledActivity) -> Json:
    return {**_pick(each, _ACTIVITY), "driven_by": _maybe(each.driven_by, _DRIVER)}


def _readiness(each: Readiness) -> Json:
    return _pick(each, _READINESS)


def _target(window: Window) -> Json:
    return {
        **_pick(window, ("id", "name")),
        **_ends(window),
        **_pick(window, ("scope", "preparation", "explanation")),
        "rule": _maybe(window.rule, _RULE),
    }


def _ends(window: Window) -> Json:
    """Return the three days, and the evidence for those that are known."""
    known = dict(window.ends())
    days = {name: _plain(known[name].day) if name in known else None for name in WINDOW_ENDS}
    evidence = {
        name: {**_pick(end, ("reason", "confidence")), "sources": _all(end.sources, _SOURCE)}
        for name, end in known.items()
    }
    return {**days, "evidence": evidence}


def _dated(each: OfficialDate) -> Json:
    what = each.what
    due = ("due", "due_latest", "provisional")
    days = _ends(what) if isinstance(what, Window) else _pick(what, due)
    rule = _maybe(what.rule, _RULE)
    named = ("modality", "anchor", "anchor_date", "anchor_inferred", "edition")
    return {
        "inspection": each.inspection or None,
        "name": what.name,
        "kind": "window" if isinstance(what, Window) else "deadline",
        **days,
        **{name: None if rule is None else rule[name] for name in named},
        **_pick(what, ("confidence", "explanation")),
        "rule": rule,
        **_sources(what.sources),
        "verdict": _maybe(each.verdict, _VERDICT),
    }


def _grounds(each: Finding) -> Json:
    """Return what a finding rests on: its rule and its sources."""
    return {"rule": _maybe(each.rule, _RULE), **_sources(each.sources)}


def _sources(sources: Sequence[Source]) -> Json:
    """Return the first source by itself, and all of them."""
    every = _all(sources, _SOURCE)
    return {"source": every[0] if every else None, "sources": every}


def _maybe(each: object, names: Iterable[str]) -> Json | None:
    return None if each is None else _pick(each, names)


def _all(members: Iterable[object], names: Sequence[str]) -> list[Json]:
    return [_pick(each, names) for each in members]


def _pick(each: object, names: Iterable[str]) -> Json:
    """Return these attributes of an object as plain values."""
    return {name: _plain(getattr(each, name)) for name in names}


def _plain(value: object) -> object:
    """Return a value as JSON knows it."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple):
        return [_plain(each) for each in cast("tuple[object, ...]", value)]
    return value
