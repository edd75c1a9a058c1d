"""Days and numbers as reports print them."""

import re
from collections.abc import Iterator
from datetime import date
from typing import TypeAlias

_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
_MONTH = "|".join((*_MONTHS, *(f"{month[:3]}" for month in _MONTHS), "sept"))
_DAY = re.compile(
    rf"\b(\d{{1,2}})(?:st|nd|rd|th)?(?:\s+({_MONTH})\b\.?)?(?:,?\s+(\d{{4}}))?(?!\d)", re.IGNORECASE
)
_PAGE_NUMBER = re.compile(r"(?<!\d)\d{1,2}$")
_SPAN = re.compile(
    r"\s*(?:to|until|till|through|-|\u2013|\u2014)\s*(?:[a-z]{3,6}day,?\s+)?", re.IGNORECASE
)
_AND = re.compile(r"\s*(?:and|&)\s*", re.IGNORECASE)
"""Joins two days of one span only where the first borrows its month or year from the second."""
_SLASHED = re.compile(r"\b(\d{1,2})[/.](\d{1,2})[/.](\d{4})\b")
_WORDS = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    "twenty",
)  # fmt: skip

NUMBER = rf"(?:\d{{1,2}}|{'|'.join(sorted(_WORDS, key=len, reverse=True))}|twenty[- ]four)"
"""A pattern for a small number, in digits or as a word."""


def number_of(text: str) -> int:
    """Return a small number printed in digits or as a word.

    Args:
        text: What `NUMBER` matched.

    Example:
        >>> number_of("18"), number_of("Three"), number_of("twenty-four")
        (18, 3, 24)
    """
    if text.isdecimal():
        return int(text)
    word = text.lower()
    return _WORDS.index(word) + 1 if word in _WORDS else 24


def days_of(text: str) -> tuple[date, ...]:
    """Return the days that a printed span begins and ends with, or its one day.

    A month or a year that is printed once counts for both days. Of a text that tells of several
    inspections the first counts.

    Args:
        text: Such as ``"28 February to 4 March 2022"``.

    Returns:
        One day or two in order; nothing where the text is no such span.

    Example:
        >>> [str(day) for day in days_of("28 February to 4 March 2022")]
        ['2022-02-28', '2022-03-04']
        >>> [str(day) for day in days_of("30 December to 3 January 2025")]
        ['2024-12-30', '2025-01-03']
        >>> [str(day) for day in days_of("11/03/2024 to 15/03/2024")]
        ['2024-03-11', '2024-03-15']
        >>> [str(day) for day in days_of("In full on 19 March 2018, again on 24 March 2020")]
        ['2018-03-19']
        >>> days_of("Not previously inspected")
        ()
    """
    found: list[date] = []
    month = year = 0
    for day, month_name, year_digits in reversed(next(_spans(text), ())):
        month = _month(month_name) if month_name else month
        year = int(year_digits) if year_digits else year
        made = _day(year, month, int(day))
        if made and found and made > found[-1] and month_name and not year_digits:
            made = _day(year - 1, month, int(day))
        if made is None:
            return ()
        found.append(made)
    found.reverse()
    return tuple(found) if found == sorted(found) else ()


def tells_of_more(text: str) -> bool:
    """Say whether a text prints more days than its first span: of a visit in between, say.

    Args:
        text: What `days_of` was given.

    Example:
        >>> tells_of_more("19 March 2018, visited again on 24 March 2020")
        True
    """
    return len(list(_spans(text))) > 1


Mark: TypeAlias = tuple[str, str | None, str | None]
"""A day with its month and its year, where they are printed beside it."""


def _spans(text: str) -> Iterator[tuple[Mark, ...]]:
    """Yield the two days of each span, or the one day that stands by itself with its year."""
    text = _SLASHED.sub(_spelt, text)
    marks = list(_DAY.finditer(text))
    used = -1
    for number, mark in enumerate(marks):
        following = marks[number + 1] if number + 1 < len(marks) else None
        if number <= used:
            continue
        if following and _joined(text[mark.end() : following.start()], mark):
            used = number + 1
            yield _parts(mark), _parts(following)
        elif mark[2] and mark[3]:
            yield (_parts(mark),)


def _joined(between: str, mark: re.Match[str]) -> bool:
    return bool(_SPAN.fullmatch(between)) or bool(_AND.fullmatch(between) and not mark[3])


def _parts(mark: re.Match[str]) -> Mark:
    return mark[1], mark[2], mark[3]


def without_page(foot: str) -> str:
    """Return the foot of a page without the page's number.

    Args:
        foot: What stands there.
    """
    return _PAGE_NUMBER.sub("", foot).rstrip()


def days_at_foot(foot: str) -> tuple[date, ...]:
    """Return the days printed at the foot of a page, behind the partnership's name.

    Args:
        foot: What stands there.

    Example:
        >>> [day.day for day in days_at_foot("Report: X Area Partnership 13 to 17 May 2024 6")]
        [13, 17]
    """
    return days_of(without_page(foot).rpartition("artnership")[2])


def _spelt(slashed: re.Match[str]) -> str:
    """Return a day of three numbers with its month as a word."""
    day, month, year = slashed.groups()
    known = 0 < int(month) <= len(_MONTHS)
    return f"{day} {_MONTHS[int(month) - 1]} {year}" if known else slashed[0]


def _month(name: str) -> int:
    return next(number for number, month in enumerate(_MONTHS, 1) if month[:3] == name[:3].lower())


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
