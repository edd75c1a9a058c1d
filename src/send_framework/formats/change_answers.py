"""What if and what moved, as JSON: one pure function per versioned shape.

What holds for every JSON answer holds here: keys are only added within a version, days are ISO
dates, what is not known is ``null``. `docs/reference/json-changes.md` lists every key.
"""

from collections.abc import Sequence

from send_framework.formats.json_shapes import (
    FINISHES,
    Json,
    all_of,
    chances_of,
    ends_of,
    maybe,
    pick,
    plain,
)
from send_framework.model.window import Window
from send_framework.network.changes.results import (
    Comparison,
    Shortening,
    SlipImpact,
    WhatIf,
)
from send_framework.network.results import Schedule
from send_framework.network.risk.headline import Headline

# The keys of each object are the names of the attributes that fill them, in this order.
_READINESS = (
    "state", "sentence", "ready_on", "float_to_earliest", "float_to_expected", "float_to_latest",
    "missing", "assumed", "of", "caveat",
)  # fmt: skip
_MOVED = (
    "id", "title", "old_start", "new_start", "old_finish", "new_finish", "working_days",
    "on_old_path", "on_new_path", "newly_late",
)  # fmt: skip
_QUESTION = ("title", "on", "on_given", "basis")
_CHANGE = ("kind", "subject", "field", "before", "after", "sentence")
_WHY = ("kind", "subject", "working_days", "finish", "sentence")


def what_if_json(
    base: Schedule, answers: Sequence[WhatIf], *, samples: int = 0, seed: int = 1
) -> Json:
    """Return what follows from scenarios as ``send-framework/what-if/1``.

    Args:
        base: The schedule without any of them.
        answers: One for each scenario.
        samples: How many samples each was simulated with, if any.
        seed: What these were drawn with.
    """
    risk = answers[0].base_risk if answers else None
    return {
        "schema": "send-framework/what-if/1",
        **pick(base, ("title", "on", "on_given", "start", "basis")),
        "samples": samples,
        "seed": seed if samples else None,
        "base": {**_outcome(base), "risk": _risk(risk)},
        "scenarios": [_scenario(each) for each in answers],
    }


def comparison_json(found: Comparison) -> Json:
    """Return two versions of a plan side by side as ``send-framework/comparison/1``.

    Args:
        found: The comparison.
    """
    return {
        "schema": "send-framework/comparison/1",
        **pick(found.new, ("title", "on", "on_given", "basis")),
        "old": _version(found.old),
        "new": _version(found.new),
        "finish_moved": found.finish_moved,
        "why": all_of(found.why, _WHY),
        **pick(found, ("method", "added", "removed", "newly_late")),
        "moved": all_of(found.moved, _MOVED),
        "changes": all_of(found.changes, _CHANGE),
    }


def slips_json(base: Schedule, impacts: Sequence[SlipImpact]) -> Json:
    """Return what slips cost as ``send-framework/slips/1``.

    Args:
        base: The schedule without any of them.
        impacts: One for each activity, the most costly first.
    """
    return {
        "schema": "send-framework/slips/1",
        **pick(base, _QUESTION),
        "target": None if base.target is None else _target(base.target),
        "finish": plain(base.finish),
        "activities": [
            {
                **pick(each, ("id", "title", "total_float")),
                "lost": [{"slip": slip, "working_days": days} for slip, days in each.lost],
            }
            for each in impacts
        ],
    }


def regain_json(base: Schedule, found: Shortening, then: WhatIf | None) -> Json:
    """Return the cheapest way to regain days as ``send-framework/regain/1``.

    Args:
        base: The schedule as it stands.
        found: What to shorten.
        then: What follows from it; ``None`` where there is nothing to shorten.
    """
    return {
        "schema": "send-framework/regain/1",
        **pick(base, _QUESTION),
        **pick(found, ("wanted", "regained", "cost", "bound", "is_optimal", "method")),
        "days": [{"id": name, "working_days": days} for name, days in found.days],
        "base": _outcome(base),
        "then": _outcome(base if then is None else then.schedule),
        "moved": all_of(() if then is None else then.moved, _MOVED),
    }


def _version(schedule: Schedule) -> Json:
    return {**pick(schedule, ("title", "on", "on_given", "start")), **_outcome(schedule)}


def _scenario(each: WhatIf) -> Json:
    return {
        **pick(each.scenario, ("id", "title")),
        "steps": [step.words for step in each.scenario.steps],
        **_outcome(each.schedule),
        "risk": _risk(each.new_risk),
        **pick(each, ("finish_moved", "newly_late", "no_longer_late")),
        "moved": all_of(each.moved, _MOVED),
    }


def _risk(found: Headline | None) -> Json | None:
    """Return what a simulation says first, ``None`` where none was asked for."""
    if found is None:
        return None
    return {
        **chances_of(found.p_ready),
        "finish": pick(found.finish, FINISHES),
        "assumed_share": found.assumed_share,
    }


def _outcome(schedule: Schedule) -> Json:
    """Return when a schedule finishes, by which chain, and whether that is in time."""
    return {
        "target": None if schedule.target is None else _target(schedule.target),
        **pick(schedule, ("late_from", "finish", "critical_path", "path_count")),
        "readiness": maybe(schedule.readiness, _READINESS),
    }


def _target(window: Window) -> Json:
    return {
        **pick(window, ("id", "name")),
        **ends_of(window),
        **pick(window, ("scope", "preparation")),
    }
