"""How a sentence names work."""

import pytest

from send_framework import Action
from send_framework.checks.reading import named

REVIEWS = "Reviews by the department: review, deep dive, stocktake"


@pytest.mark.parametrize(
    ("title", "limit", "said"),
    [
        ("Agree the data", 70, "S1 (Agree the data)"),
        ("Agree  the\ndata", 14, "S1 (Agree the data)"),
        (REVIEWS, 49, "S1 (Reviews by the department: review, deep dive\u2026)"),
        (REVIEWS, 42, "S1 (Reviews by the department: review, deep\u2026)"),
        (REVIEWS, 39, "S1 (Reviews by the department: review\u2026)"),
        ("A " + "x" * 50, 20, f"S1 (A {'x' * 17}\u2026)"),
        ("\u200b" * 80, 70, f"S1 ({chr(0x200B) * 69}\u2026)"),
    ],
)
def test_a_long_title_ends_with_a_whole_word(title: str, limit: int, said: str) -> None:
    """No word is cut, no comma stands before the dots; only a very long word is broken."""
    assert named(Action(id="S1", title=title), limit) == said
