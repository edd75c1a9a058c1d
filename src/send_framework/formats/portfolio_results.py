"""Summaries of many plans as lines of JSON, kept one by one, and as rows of CSV.

A run that breaks off has lost nothing: each line is in the file as soon as its plan is done, and a
later run goes on from there. A half-written last line is dropped.
"""

import hashlib
import json
from collections.abc import Callable, Generator, Iterable, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from attrs import fields, frozen
from cattrs import Converter
from cattrs.errors import BaseValidationError

from send_framework.errors import DocumentError
from send_framework.formats.csv_tables import csv_table
from send_framework.formats.files import (
    MEGABYTE,
    PathLike,
    is_folder,
    read_bytes,
    shown_name,
    write_text_safely,
)
from send_framework.formats.json_shapes import Json, pick
from send_framework.portfolio.summary import PlanSummary

SCHEMA = "send-framework/portfolio/1"
_LIBRARY = Path(__file__).parents[1]
LARGEST = 1_000 * MEGABYTE
COLUMNS = tuple(each.name for each in fields(PlanSummary))
_OPENING = json.dumps({"schema": SCHEMA})[:-1]


def summary_json(summary: PlanSummary, fingerprint: str = "") -> Json:
    """Return a summary as ``send-framework/portfolio/1``.

    Args:
        summary: What is known of one plan.
        fingerprint: What it was made from, see `fingerprint_of`.

    Example:
        >>> summary_json(PlanSummary(key="a", on=date(2024, 6, 3)))["on"]
        '2024-06-03'
    """
    return {"schema": SCHEMA, "fingerprint": fingerprint, **pick(summary, COLUMNS)}


def summary_line(summary: PlanSummary, fingerprint: str = "") -> str:
    """Return a summary as one line of JSON, with its end.

    Args:
        summary: What is known of one plan.
        fingerprint: What it was made from.
    """
    return json.dumps(summary_json(summary, fingerprint)) + "\n"


def fingerprint_of(digest: str, asked: Mapping[str, object]) -> str:
    """Return what a result was made from, in short: the plan's bytes, and what was asked.

    Args:
        digest: The SHA-256 of the plan file; empty where it could not be read.
        asked: The options, as JSON knows them.

    Returns:
        Another SHA-256; empty where the plan could not be read.

    Example:
        >>> fingerprint_of("ab12", {"samples": 0}) == fingerprint_of("ab12", {"samples": 100})
        False
    """
    if not digest:
        return ""
    text = json.dumps({"plan": digest, **asked}, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def library_digest(folder: Path = _LIBRARY) -> str:
    """Return the SHA-256 of the library's code and data: whoever answers otherwise has another.

    Args:
        folder: Where the library lies.

    Example:
        >>> library_digest() == library_digest()
        True
    """
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            digest.update(path.relative_to(folder).as_posix().encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()


def summaries_csv(summaries: Iterable[PlanSummary]) -> str:
    """Return a table with one row for each plan.

    Args:
        summaries: What is known of each.
    """
    return csv_table(COLUMNS, (pick(each, COLUMNS) for each in summaries))


# --- reading back --------------------------------------------------------------------------------


@frozen(kw_only=True)
class Kept:
    """One line of a file of results.

    Attributes:
        fingerprint: What it was made from.
        summary: The result.
    """

    fingerprint: str
    summary: PlanSummary

    def answers(self, fingerprint: str, today: date) -> bool:
        """Return whether it still is the answer: same bytes, same question, no problem, same day.

        The day counts where neither plan nor caller gave one. A problem is looked at again, since
        what was missing may be there now.

        Args:
            fingerprint: What would be run.
            today: The day of the run.
        """
        same = bool(fingerprint) and self.fingerprint == fingerprint
        timely = self.summary.on_given or self.summary.on == today
        return same and timely and not self.summary.problem


def read_results(path: PathLike) -> tuple[Kept, ...]:
    """Return the results kept in a file, the last one of each plan; none without the file.

    Args:
        path: The file that an earlier run wrote.

    Raises:
        DocumentError: It cannot be read, or holds anything else than such results.
    """
    if is_folder(path) is None:
        return ()
    data = read_bytes(path, limit=LARGEST)
    whole, _, rest = data.rpartition(b"\n")
    if not _may_be_begun(rest):
        raise _refused(path, whole.count(b"\n") + 2 if whole else 1)
    lines = whole.split(b"\n") if whole else []
    kept = [_kept(path, number, line) for number, line in enumerate(lines, 1)]
    return tuple({each.summary.key: each for each in kept}.values())


def _may_be_begun(rest: bytes) -> bool:
    """Return whether what follows the last line end is a line of ours that was cut short."""
    opening = _OPENING.encode()
    return rest.startswith(opening) or opening.startswith(rest)


def _kept(path: PathLike, number: int, line: bytes) -> Kept:
    try:
        said = json.loads(line)
        if said["schema"] != SCHEMA:
            raise _refused(path, number)
        summary = _CONVERTER.structure(said, PlanSummary)
        return Kept(fingerprint=str(said["fingerprint"]), summary=summary)
    except DocumentError:
        raise
    except (ValueError, LookupError, TypeError, RecursionError, BaseValidationError):
        raise _refused(path, number) from None


def _refused(path: PathLike, number: int) -> DocumentError:
    sentence = f"this line is no result of a portfolio ({SCHEMA}); name another file"
    return DocumentError((f"{shown_name(path)}:{number}: {sentence}",))


def _converter() -> Converter:
    made = Converter()
    made.register_structure_hook(date, lambda said, _: date.fromisoformat(said))
    return made


_CONVERTER = _converter()


# --- keeping -------------------------------------------------------------------------------------


@contextmanager
def results_file(
    path: PathLike, kept: Iterable[Kept] = (), *, force: bool = False
) -> Generator[Callable[[PlanSummary, str], None], None, None]:
    """Begin a file of results, or go on with one; it is closed at the end of the ``with``.

    Args:
        path: Where it is.
        kept: What stays of an earlier run.
        force: Whether an existing file may be replaced.

    Returns:
        What adds a result and its fingerprint: the line has left this process when it returns.

    Raises:
        DocumentError: The file exists or cannot be written.

    Example:
        >>> import tempfile
        >>> folder = tempfile.TemporaryDirectory()
        >>> path = Path(folder.name) / "results.jsonl"
        >>> with results_file(path) as add:
        ...     add(PlanSummary(key="a"), "ab12")
        >>> [(each.summary.key, each.fingerprint) for each in read_results(path)]
        [('a', 'ab12')]
        >>> folder.cleanup()
    """
    lines = (summary_line(each.summary, each.fingerprint) for each in kept)
    write_text_safely(path, "".join(lines), force=force)
    with Path(path).open("a", encoding="utf-8", newline="\n") as file:

        def add(summary: PlanSummary, fingerprint: str) -> None:
            file.write(summary_line(summary, fingerprint))
            file.flush()

        yield add
