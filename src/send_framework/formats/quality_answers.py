"""The assessment of a schedule as JSON: ``send-framework/quality/1``.

Within the version keys are only added. `docs/reference/quality.md` lists every key.
"""

from send_framework.checks.quality import LogicCount, Practice, Quality, QualityPoint
from send_framework.formats.json_shapes import (
    SETTINGS,
    SOURCE,
    Json,
    all_of,
    pick,
    target_of,
)

# The keys of each object are the names of the attributes that fill them, in this order.
_POINT = (
    "number", "key", "name", "counts", "count", "of", "share", "bound", "threshold", "within",
    "reason", "activities",
)  # fmt: skip
_LOGIC = ("key", "name", "counts", "count", "activities")
_PRACTICE = ("number", "key", "name", "answering", "points", "logic", "sentence", "people")
_LINK = ("predecessor", "successor", "type", "lag", "lag_unit")
_TEST = ("id", "longer", "moved", "holds")


def quality_json(quality: Quality) -> Json:
    """Return how a plan stands to what schedule assessments look at.

    Args:
        quality: The assessment.

    Returns:
        The fourteen points, further counts and ten practices, with the names behind each count.
    """
    return {
        "schema": "send-framework/quality/1",
        **pick(quality, ("title", "on", "on_given")),
        "target": target_of(quality.target),
        "settings": pick(quality.settings, SETTINGS),
        "baseline": quality.baseline or None,
        **pick(quality, ("actions", "links")),
        "points": [_point(each) for each in quality.points],
        "logic": [_logic(each) for each in quality.logic],
        "practices": [_practice(each) for each in quality.practices],
        "path_tests": all_of(quality.path_tests, _TEST),
        "points_source": pick(quality.points_source, SOURCE),
        "practices_source": pick(quality.practices_source, SOURCE),
        **pick(quality, ("confidence", "caveat")),
    }


def _point(each: QualityPoint) -> Json:
    return {
        **pick(each, _POINT),
        "links": all_of(each.links, _LINK),
        **pick(each, ("unanswered", "note")),
    }


def _logic(each: LogicCount) -> Json:
    return {**pick(each, _LOGIC), "links": all_of(each.links, _LINK), "why": each.why}


def _practice(each: Practice) -> Json:
    return pick(each, _PRACTICE)
