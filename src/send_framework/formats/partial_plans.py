"""A whole plan from its fields, and what its parts contradict even where others are wrong."""

from collections.abc import Iterator
from typing import Any

from send_framework.formats.nodes import Mapping, Path, Scalar
from send_framework.formats.readers import Spot
from send_framework.formats.rules import partial_object, tell_error, tell_wrong_fields
from send_framework.formats.scalars import is_nothing
from send_framework.formats.structuring import Kept, read_fields
from send_framework.model.plan import Plan
from send_framework.model.references import AGENCY_FIELDS, each_contradiction

ACTIVITIES = ("actions", "milestones", "commitments", "events", "reviews")
# Which fields refer to the members of which lists: an unread list makes their ids look unknown.
REFERRING = {
    "agencies": (*AGENCY_FIELDS, "agency", "local_authority", "boards", "members"),
    "recommendations": ("answers",),
    "calendars": ("calendar", "lag_calendar"),
    "inspections": ("inspection", "answers_inspection"),
    "measures": ("measures",),
    **dict.fromkeys(ACTIVITIES, ("after", "scope", "fills", "of", "affects")),
}


def whole_plan(spot: Spot) -> Plan:
    """Return the plan that a document's fields describe.

    Args:
        spot: The document's root. Every problem is told there; a plan with problems is kept as
            far as it could be read and must not be used.
    """
    if not isinstance(spot.node, Mapping):
        spot.wrong("the fields of a plan are expected, such as 'version: 1' and 'title: ...'")
        return _unusable({})
    values = read_fields(Plan, spot, spot.node, also=("version",))
    tell_wrong_fields(Plan, values, spot)
    plan = _unusable(values)
    _tell_contradictions(spot, values, plan)
    return plan if len(spot.reading.problems) > 0 else Plan(**values)


def _unusable(values: dict[str, Any]) -> Plan:
    plan: Plan = partial_object(Plan, values)
    return plan


def _tell_contradictions(spot: Spot, values: dict[str, Any], plan: Plan) -> None:
    """Tell what contradicts itself, but not what only seems unknown because it was not read."""
    unread = set(_unread_fields(spot, values))
    for each in each_contradiction(plan):
        path = _as_written(plan, each.path)
        if each.field not in unread and not spot.reading.problems.told_of(path):
            tell_error(each, spot, path)


def _unread_fields(spot: Spot, values: dict[str, Any]) -> Iterator[str]:
    entries = spot.node.entries if isinstance(spot.node, Mapping) else {}
    for name, fields in REFERRING.items():
        node = entries.get(name)
        empty = node is None or (isinstance(node, Scalar) and is_nothing(node))
        if not empty and name not in values:
            yield from fields


def _as_written(plan: Plan, path: Path) -> Path:
    """Return a path with the positions that the file has, where some members were not read."""
    written: list[str | int] = []
    here: Any = plan
    for step in path:
        if isinstance(step, int):
            written.append(here.positions[step] if isinstance(here, Kept) else step)
            here = here[step]
        else:
            written.append(step)
            here = getattr(here, step)
    return tuple(written)
