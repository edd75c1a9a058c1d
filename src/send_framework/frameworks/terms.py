"""School terms: inspectors come in term, and start on site on a Monday.

England has no common terms; an area's own come from its plan, or from whoever asks.
"""

from collections.abc import Iterable
from datetime import date, timedelta

from send_framework.model.periods import Term
from send_framework.working_days import ENGLAND, Closure, WorkingCalendar

_MONDAY = 0


def term_calendar(
    terms: Iterable[Term], *, name: str = "term", title: str = "School terms"
) -> WorkingCalendar:
    """Return the working days of these terms; days outside them are closed.

    Args:
        terms: Those of an area, in any order.
        name: The calendar's id.
        title: What people call it.

    Returns:
        A calendar that works on weekdays in term, less bank holidays. Before the first term and
        after the last nothing is known, and it is closed.

    Example:
        >>> terms = [Term(name="autumn", first=date(2025, 9, 3), last=date(2025, 10, 24)),
        ...          Term(name="autumn, second half", first=date(2025, 11, 3),
        ...               last=date(2025, 12, 19))]
        >>> term_calendar(terms).why_closed(date(2025, 10, 28))
        'no school term'
    """
    closures: list[Closure] = []
    begin = date.min
    for term in sorted(terms, key=lambda each: each.first):
        if begin < term.first:
            eve = term.first - timedelta(days=1)
            closures.append(Closure(name="no school term", first=begin, last=eve))
        begin = max(begin, term.last + timedelta(days=1))
    closures.append(Closure(name="no school term", first=begin, last=date.max))
    return WorkingCalendar(id=name, title=title, closures=closures)


def inspection_mondays(
    first: date, last: date, terms: Iterable[Term], calendar: WorkingCalendar = ENGLAND
) -> tuple[date, ...]:
    """Return the days between two on which inspectors could begin on site.

    Nearly every report read shows a week from Monday to Friday, and none lies in the holidays;
    that is custom, not law.

    Args:
        first: The first day asked about.
        last: The last.
        terms: The area's terms; a week counts if all five days lie in one.
        calendar: Which days are working days; a week that begins with a bank holiday is left out.

    Example:
        >>> autumn = Term(name="autumn", first=date(2025, 9, 3), last=date(2025, 10, 24))
        >>> [str(day) for day in inspection_mondays(date(2025, 9, 1), date(2025, 9, 20), [autumn])]
        ['2025-09-08', '2025-09-15']
    """
    known = tuple(terms)
    monday = first + timedelta(days=(_MONDAY - first.weekday()) % 7)
    found: list[date] = []
    while monday <= last:
        friday = monday + timedelta(days=4)
        in_term = any(term.first <= monday and friday <= term.last for term in known)
        if in_term and calendar.is_working(monday):
            found.append(monday)
        monday += timedelta(days=7)
    return tuple(found)
