"""The rule books there are. A new framework is one module of data and one line here.

A book of your own needs neither: every question that looks books up takes ``books=``, further
books that are looked at first. Nothing is registered, so that no call changes what another sees.
"""

from collections.abc import Iterable

from send_framework.errors import RuleError, did_you_mean
from send_framework.frameworks.area_send_2023 import AREA_SEND_2023
from send_framework.frameworks.ehc_process import EHC_PROCESS
from send_framework.frameworks.local_area_2016 import LOCAL_AREA_2016
from send_framework.frameworks.rulebook import Rule, RuleBook

_BOOKS = (LOCAL_AREA_2016, AREA_SEND_2023, EHC_PROCESS)


def rule_books(books: Iterable[RuleBook] = ()) -> tuple[RuleBook, ...]:
    """Return every rule book.

    Args:
        books: Books of your own; one with a known key takes that one's place.

    Example:
        >>> [book.key for book in rule_books()]
        ['local_area_2016', 'area_send_2023', 'ehc_process']
    """
    return tuple({book.key: book for book in (*_BOOKS, *books)}.values())


def find_rule_book(key: str, books: Iterable[RuleBook] = ()) -> RuleBook | None:
    """Return the rule book with this key, or ``None``."""
    return next((book for book in rule_books(books) if book.key == key), None)


def rule_book(key: str, books: Iterable[RuleBook] = ()) -> RuleBook:
    """Return the rule book with this key.

    Args:
        key: As `Inspection.framework` holds it.
        books: Books of your own.

    Raises:
        RuleError: There is none; the message names a near key.

    Example:
        >>> from datetime import date
        >>> judged = rule_book("area_send_2023").rule("plan-judged-by")
        >>> judged.edition_on(date(2024, 3, 7)).value
        'Ofsted and the Care Quality Commission'
    """
    every = rule_books(books)
    for book in every:
        if book.key == key:
            return book
    known = [book.key for book in every]
    hint = did_you_mean(key, known) or f" Known: {', '.join(known)}."
    raise RuleError(f"no rule book is called {key!r}.{hint}")


def find_rules(key: str, books: Iterable[RuleBook] = ()) -> tuple[tuple[RuleBook, Rule], ...]:
    """Return the rules with this key, each with its book.

    Args:
        key: A rule's key, alone or behind its book's: ``"ehc_process/plan-issued"``.
        books: Books of your own.

    Raises:
        RuleError: There is none; the message names a near key.

    Example:
        >>> [book.key for book, _ in find_rules("report-received")]
        ['local_area_2016', 'area_send_2023']
    """
    named, _, short = key.rpartition("/")
    every = [(book, rule) for book in rule_books(books) for rule in book.rules]
    found = [each for each in every if each[1].key == short and named in ("", each[0].key)]
    if found:
        return tuple(found)
    known = [rule.key for _, rule in every] + [f"{book.key}/{rule.key}" for book, rule in every]
    raise RuleError(f"no rule is called {key!r}.{did_you_mean(key, list(dict.fromkeys(known)))}")
