"""A table as CSV that programs can join and a spreadsheet can open without running anything."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from typing import cast

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_table(columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> str:
    r"""Return rows as CSV with a heading.

    Args:
        columns: Their names, in order.
        rows: The cells of each row by column; lists are joined, what is not known is empty.

    Example:
        >>> csv_table(("id", "who"), [{"id": "S01", "who": ["NCC", "ICB"]}, {"id": "=1+1"}])
        "id,who\nS01,NCC; ICB\n'=1+1,\n"
    """
    stream = io.StringIO()
    table = csv.DictWriter(stream, list(columns), lineterminator="\n")
    table.writeheader()
    for row in rows:
        table.writerow({name: _cell(row.get(name)) for name in columns})
    return stream.getvalue()


def _cell(value: object) -> object:
    """Join lists, and keep a spreadsheet from taking words of a plan for a formula."""
    text = "; ".join(cast("list[str]", value)) if isinstance(value, list) else value
    return f"'{text}" if isinstance(text, str) and text.startswith(_FORMULA) else text
