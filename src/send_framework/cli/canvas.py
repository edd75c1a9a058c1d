"""A chart of characters: days as columns, a line for each thing."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from attrs import frozen

from send_framework.dates import MONTHS

_LABEL = 8
"""Characters of a month's name with its year."""


@frozen(kw_only=True)
class Canvas:
    """Days as columns.

    Attributes:
        first: The first day.
        last: The last day.
        columns: How many characters they share.

    Example:
        >>> canvas = Canvas(first=date(2024, 1, 1), last=date(2024, 12, 31), columns=36)
        >>> canvas.months()
        'Jan 2024   May 2024     Sep 2024'
        >>> canvas.row([(date(2024, 1, 1), date(2024, 3, 31), "█")])
        '█████████'
    """

    first: date
    last: date
    columns: int

    def column(self, day: date) -> int:
        """Return the column of a day; what lies outside stands at the edge."""
        share = (day - self.first).days / ((self.last - self.first).days + 1)
        return max(0, min(self.columns - 1, int(share * self.columns)))

    def row(self, spans: Iterable[tuple[date, date, str]]) -> str:
        """Return a line with signs from one day to another, the later over the earlier.

        Args:
            spans: The first day, the last day and the sign.
        """
        line = [" "] * self.columns
        for first, last, sign in spans:
            begin, end = self.column(first), self.column(last)
            line[begin : end + 1] = sign * (end + 1 - begin)
        return "".join(line).rstrip()

    def months(self) -> str:
        """Return the names of months, each where its first day stands, as many as have room."""
        line = ""
        for day in self._firsts():
            column = self.column(day)
            if (not line or column > len(line) + 1) and column + _LABEL <= self.columns:
                line = f"{line.ljust(column)}{MONTHS[day.month - 1][:3]} {day.year}"
        return line

    def _firsts(self) -> Iterator[date]:
        """Yield the first day of each month shown."""
        for month in range(self.first.year * 12, (self.last.year + 1) * 12):
            day = date(month // 12, month % 12 + 1, 1)
            if self.first <= day <= self.last:
                yield day


def key_of(signs: Sequence[tuple[str, str]], drawn: Iterable[str], room: int) -> list[str]:
    """Return what the signs mean that were drawn, on as many lines as it takes.

    Args:
        signs: Each sign with its words.
        drawn: The lines of the chart.
        room: Characters in a line; no sign is parted from its words.

    Example:
        >>> key_of([("█", "critical"), ("◆", "moment"), ("─", "float")], ["  ███──"], 12)
        ['█ critical,', '─ float']
    """
    seen = set("".join(drawn))
    said = [f"{sign} {words}, " for sign, words in signs if sign in seen]
    lines = [""]
    for each in said:
        if len(lines[-1]) + len(each.rstrip()) > room:
            lines.append("")
        lines[-1] += each
    return [*(each.rstrip() for each in lines[:-1]), lines[-1].removesuffix(", ")]
