"""Calendars as arrays: instants to working-day numbers and back, for whole rows at once."""

import numpy as np

from send_framework.network.engine.compiled import Table
from send_framework.network.engine.moves import later
from send_framework.network.engine.row_values import Row, Value, plus


class RowTable:
    """A calendar's table over a span of instants.

    Instants and numbers index its arrays as they are: what lies before the span is never touched,
    and the numbers below 0, of days before the origin, count from the arrays' end.
    """

    __slots__ = ("_begins", "_counts", "_ends", "_table")

    def __init__(self, table: Table, first: int, last: int) -> None:
        """Look everything up once.

        Args:
            table: The calendar.
            first: The earliest instant that will be asked about.
            last: The latest.
        """
        self._table = table
        self._counts = np.empty(last + 1, np.int32)
        self._counts[first:] = [table.index(at) for at in range(first, last + 1)]
        low, high = min(table.index(first), 0), max(table.index(last), 0)
        numbers = [*range(high + 1), *range(low, 0)]
        self._begins = np.array([table.begin(n) for n in numbers], np.int32)
        self._ends = np.array([table.end(n) for n in numbers], np.int32)

    def index(self, at: Value, out: Row) -> Value:
        """Return how many working days lie before each instant."""
        if isinstance(at, int):
            return self._table.index(at)
        return self._counts.take(at, out=out, mode="wrap")

    def begin(self, number: Value, out: Row) -> Value:
        """Return the instant at which each working day begins."""
        if isinstance(number, int):
            return self._table.begin(number)
        return self._begins.take(number, out=out, mode="wrap")

    def end(self, number: Value, out: Row) -> Value:
        """Return the instant at which so many working days are done."""
        if isinstance(number, int):
            return self._table.end(number)
        return self._ends.take(number, out=out, mode="wrap")

    def later(self, at: Value, lag: Value, out: Row) -> Value:
        """Return the instant so many working days after another, see `moves.later`."""
        if isinstance(lag, int):
            if isinstance(at, int) or not lag:
                return later(int(at), lag, self._table) if isinstance(at, int) else at
            number = plus(self.index(at, out), lag, out)
            return self.end(number, out) if lag > 0 else self.begin(number, out)
        number = self.index(at, out) + lag
        ahead, back = self.end(number, np.empty_like(lag)), self.begin(number, np.empty_like(lag))
        return np.where(lag > 0, ahead, np.where(lag < 0, back, at))
