"""Moving an instant by a lag, and back again.

Forward by n working days lands where n of them are done; back by n lands where the n-th before
begins. A lag of nothing does not move at all. `earlier` is the exact inverse of `later`: the
latest instant that `later` does not carry beyond the one given.
"""

from send_framework.network.engine.compiled import Table


def later(at: int, lag: int, table: Table | None) -> int:
    """Return the instant a lag after another; no table counts calendar days.

    Example:
        >>> from datetime import date
        >>> from send_framework.working_days import ENGLAND, end_of
        >>> table = ENGLAND.table(date(2024, 7, 1), date(2024, 9, 1))
        >>> date.fromordinal(later(end_of(date(2024, 7, 24)), 5, table))
        datetime.date(2024, 8, 1)
    """
    if not lag:
        return at
    if table is None:
        return at + lag
    number = table.index(at) + lag
    return table.end(number) if lag > 0 else table.begin(number)


def earlier(at: int, lag: int, table: Table | None) -> int:
    """Return the latest instant that a lag does not carry beyond `at`.

    Example:
        >>> from datetime import date
        >>> from send_framework.working_days import ENGLAND, begin_of
        >>> table = ENGLAND.table(date(2024, 7, 1), date(2024, 9, 1))
        >>> date.fromordinal(earlier(begin_of(date(2024, 8, 1)), 5, table))
        datetime.date(2024, 7, 25)
    """
    if not lag:
        return at
    if table is None:
        return at - lag
    if lag > 0:
        return table.begin(table.index(at) - lag)
    return table.begin(table.index(at + 1) - 1 - lag)
