"""How objects become JSON: attributes picked by name, each value as JSON knows it."""

from collections.abc import Iterable, Sequence
from datetime import date
from enum import Enum
from typing import Any, TypeAlias, cast

from send_framework.model.source import Source
from send_framework.model.window import WINDOW_ENDS, Window
from send_framework.network.risk.results import ReadyChances

Json: TypeAlias = dict[str, Any]
"""An object ready for `json.dumps`."""

# The keys of each object are the names of the attributes that fill them, in this order.
RULE = (
    "framework", "rule", "title", "edition", "in_force_from", "modality", "counting", "anchor",
    "anchor_date", "anchor_inferred", "paragraph",
)  # fmt: skip
SOURCE = ("key", "title", "publisher", "url", "paragraph", "published", "read_on", "note")

SETTINGS = (
    "critical_at", "near_critical_within", "override_logic", "without_assumed_links",
    "overdue_as_promised",
)  # fmt: skip

FINISHES = ("p10", "p50", "p80", "p90", "scheduled", "never")
_CHANCES = ("earliest", "expected", "latest", "window")


def target_of(window: Window | None) -> Json | None:
    """Return the window that an answer is measured against, ``None`` without one.

    Args:
        window: The window.
    """
    if window is None:
        return None
    return {
        **pick(window, ("id", "name")),
        **ends_of(window),
        **pick(window, ("scope", "preparation", "explanation")),
        "rule": maybe(window.rule, RULE),
    }


def ends_of(window: Window) -> Json:
    """Return the three days of a window, and the evidence for those that are known.

    Args:
        window: The window.
    """
    known = dict(window.ends())
    days = {name: plain(known[name].day) if name in known else None for name in WINDOW_ENDS}
    evidence = {
        name: {**pick(end, ("reason", "confidence")), "sources": all_of(end.sources, SOURCE)}
        for name, end in known.items()
    }
    return {**days, "evidence": evidence}


def chances_of(chances: ReadyChances) -> Json:
    """Return the chances of being ready and their standard errors, ``None`` where none is known.

    Args:
        chances: For each end of the window, and over it.
    """
    known = {name: getattr(chances, name) for name in _CHANCES}
    return {
        key: {name: each and getattr(each, what) for name, each in known.items()}
        for key, what in (("p_ready", "value"), ("p_ready_error", "standard_error"))
    }


def sources_of(sources: Sequence[Source]) -> Json:
    """Return the first source by itself, and all of them.

    Args:
        sources: Any number.
    """
    every = all_of(sources, SOURCE)
    return {"source": every[0] if every else None, "sources": every}


def maybe(each: object, names: Iterable[str]) -> Json | None:
    """Return these attributes of an object, or ``None`` where there is no object.

    Args:
        each: The object.
        names: The attributes.
    """
    return None if each is None else pick(each, names)


def all_of(members: Iterable[object], names: Sequence[str]) -> list[Json]:
    """Return these attributes of each of several objects.

    Args:
        members: The objects.
        names: The attributes.
    """
    return [pick(each, names) for each in members]


def pick(each: object, names: Iterable[str]) -> Json:
    """Return these attributes of an object as plain values.

    Args:
        each: The object.
        names: The attributes.
    """
    return {name: plain(getattr(each, name)) for name in names}


def plain(value: object) -> object:
    """Return a value as JSON knows it.

    Args:
        value: A day, an enum's member, a tuple of values, or what JSON has itself.
    """
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple):
        return [plain(each) for each in cast("tuple[object, ...]", value)]
    return value
