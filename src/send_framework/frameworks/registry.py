"""The rule books there are. A new framework is one module of data and one line here."""

from send_framework.errors import RuleError, did_you_mean
from send_framework.frameworks.area_send_2023 import AREA_SEND_2023
from send_framework.frameworks.rulebook import RuleBook

_BOOKS = (AREA_SEND_2023,)


def rule_books() -> tuple[RuleBook, ...]:
    """Return every rule book.

    Example:
        >>> [book.key for book in rule_books()]
        ['area_send_2023']
    """
    return _BOOKS


def find_rule_book(key: str) -> RuleBook | None:
    """Return the rule book with this key, or ``None``."""
    return next((book for book in _BOOKS if book.key == key), None)


def rule_book(key: str) -> RuleBook:
    """Return the rule book with this key.

    Args:
        key: As `Inspection.framework` holds it.

    Raises:
        RuleError: There is none; the message names a near key.

    Example:
        >>> from datetime import date
        >>> judged = rule_book("area_send_2023").rule("plan-judged-by")
        >>> judged.edition_on(date(2024, 3, 7)).value
        'Ofsted and the Care Quality Commission'
    """
    found = find_rule_book(key)
    if found is None:
        known = [book.key for book in _BOOKS]
        hint = did_you_mean(key, known) or f" Known: {', '.join(known)}."
        raise RuleError(f"no rule book is called {key!r}.{hint}")
    return found
