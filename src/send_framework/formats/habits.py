"""The words people bring from spreadsheets and other tools, and the plan file's own for them."""

from collections.abc import Iterable, Sequence

from send_framework.errors import did_you_mean

# By letters likeness alone "started" would lead to "status", and "depends_on" to "reported_on".
_FIELDS = {
    "name": ("title",),
    "description": ("text", "title", "note"),
    "owner": ("accountable",),
    "responsible": ("accountable", "responsible"),
    "agency": ("accountable", "agencies"),
    "depends_on": ("after",),
    "predecessors": ("after",),
    "predecessor": ("after", "id"),
    "waits_for": ("after",),
    "deadline": ("due", "must_finish_by"),
    "end": ("due", "last"),
    "finish": ("due",),
    "start": ("planned_start", "first"),
    "started": ("actual_start",),
    "finished": ("actual_finish", "actual"),
    "completed": ("actual_finish", "actual"),
    "forecast": ("forecast_finish",),
    "percent": ("percent_complete",),
    "progress": ("percent_complete",),
    "days": ("duration",),
    "recommendation": ("answers",),
    "date": ("due", "day"),
}
_WORDS = {
    "done": ("complete",),
    "finished": ("complete",),
    "completed": ("complete",),
    "open": ("not-started",),
    "started": ("in-progress",),
    "ongoing": ("in-progress",),
    "on-track": ("in-progress",),
    "on-hold": ("paused",),
    "fs": ("FS",),
    "ss": ("SS",),
    "ff": ("FF",),
    "sf": ("SF",),
    "fts": ("FS",),
    "sts": ("SS",),
    "ftf": ("FF",),
    "stf": ("SF",),
    "council": ("local-authority",),
    "icb": ("integrated-care-board",),
}


def meant_field(written: str, known: Sequence[str]) -> str:
    """Return ``" Did you mean 'after'?"`` for a field that has another name here, else "".

    Args:
        written: The name as it was written.
        known: The names there are.

    Example:
        >>> meant_field("Depends on", ["id", "after", "reported_on"])
        " Did you mean 'after'?"
        >>> meant_field("titel", ["id", "title"])
        " Did you mean 'title'?"
    """
    usual = written.strip().casefold().replace(" ", "_").replace("-", "_")
    return _meant(_FIELDS.get(usual, ()), known) or did_you_mean(written, known)


def meant_word(written: str, known: Sequence[str]) -> str:
    """Return ``" Did you mean 'complete'?"`` for a word that has another name here, else "".

    Args:
        written: The word as it was written.
        known: The words there are.

    Example:
        >>> meant_word("Done", ["not-started", "complete"]), meant_word("x", ["complete"])
        (" Did you mean 'complete'?", '')
    """
    usual = written.strip().casefold()
    return _meant(_WORDS.get(usual.replace(" ", "-"), ()), known) or did_you_mean(usual, known)


def _meant(candidates: Iterable[str], known: Sequence[str]) -> str:
    found = next((each for each in candidates if each in known), None)
    return f" Did you mean {found!r}?" if found else ""
