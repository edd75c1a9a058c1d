"""The data files of the package: read when first asked for, row by row, never changed."""

import csv
import io
from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import TypedDict

from attrs import field, frozen

from send_framework.model.source import Claim, Confidence, Fact, Source
from send_framework.model.validation import plain_day

FILES = (
    "area-boards", "boards", "follow-ups", "groups", "inspections", "local-areas",
    "local-areas-former", "sources",
)  # fmt: skip
"""The names of the data files, without their ending."""

_MARKS = {
    "V": Confidence.VERIFIED,
    "V2": Confidence.SECONDARY,
    "I": Confidence.INFERRED,
    "M": Confidence.UNVERIFIED,
    # Where sources disagree, one of them is followed and the other stands beside it as a claim.
    "X": Confidence.SECONDARY,
    # Looked for and not found: there is no value to be sure of.
    "?": None,
}
_DISAGREE = "X"
_REPORT = "report"


@frozen(kw_only=True)
class Recorded(Fact):
    """A fact of the reference data.

    Attributes:
        as_of: The day of the list it was taken from, else the day all sources were compared.
    """

    as_of: date | None = field(default=None, validator=plain_day)


class Grounds(TypedDict):
    """What a row says of itself: where it is from, and how sure it is."""

    sources: tuple[Source, ...]
    confidence: Confidence | None
    note: str
    claims: tuple[Claim, ...]
    as_of: date


@cache
def rows(name: str) -> tuple[Mapping[str, str], ...]:
    """Return the rows of a data file; an empty cell is what nobody knows.

    Args:
        name: Its name, one of `FILES`.

    Example:
        >>> sum(row["name"] == "Suffolk" for row in rows("local-areas"))
        1
    """
    # Loaded here: most of the library reads no file of the package.
    from importlib.resources import files

    file = files("send_framework.reference").joinpath("data", f"{name}.csv")
    return tuple(csv.DictReader(io.StringIO(file.read_text(encoding="utf-8"))))


def grounds(row: Mapping[str, str], disputed: str = "note") -> Grounds:
    """Return the sources, the confidence and the date of a row.

    Args:
        row: The row.
        disputed: The field that another source gives otherwise, where the row says that one does.
    """
    sources = tuple(_source(key, row) for key in row["source"].split(";"))
    claims: tuple[Claim, ...] = ()
    if row["confidence"] == _DISAGREE:
        claims = (Claim(about=disputed, says=row["note"], sources=sources),)
    return {
        "sources": sources,
        "confidence": _MARKS[row["confidence"]],
        "note": row["note"],
        "claims": claims,
        "as_of": date.fromisoformat(row["as_of"]),
    }


def _source(key: str, row: Mapping[str, str]) -> Source:
    if key == _REPORT:
        url = row["report_url"]
        number = url.rpartition("/")[2]
        title = "Inspection report"
        return Source(key=f"report-{number}", title=title, publisher="Ofsted", url=url)
    return _known_sources()[key]


@cache
def _known_sources() -> dict[str, Source]:
    return {row["key"]: Source(key=row["key"], title=row["title"]) for row in rows("sources")}


def day_of(text: str) -> date | None:
    """Return the day in a cell, or ``None`` where it is empty.

    Args:
        text: An ISO date, or nothing.
    """
    return date.fromisoformat(text) if text else None


def number_of(text: str) -> int | None:
    """Return the whole number in a cell, or ``None`` where it is empty.

    Args:
        text: Digits, or nothing.
    """
    return int(text) if text else None


def holds_on(valid_from: date | None, valid_to: date | None, day: date) -> bool:
    """Say whether a day lies within a span whose ends may be open.

    Args:
        valid_from: Its first day.
        valid_to: Its last day.
        day: The day.
    """
    return (valid_from is None or valid_from <= day) and (valid_to is None or day <= valid_to)
