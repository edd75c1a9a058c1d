"""The reference page and the checks say the same."""

from pathlib import Path

import pytest
from attrs import fields

from send_framework.checks import CHECKS, Thresholds, reference_table

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "checks.md"


@pytest.fixture
def page() -> str:
    """Return the reference page."""
    return PAGE.read_text(encoding="utf-8")


@pytest.mark.source
def test_page_holds_one_row_for_each_code(page: str) -> None:
    """The table of codes on the page is the one that the registry prints."""
    assert page.endswith(reference_table())


@pytest.mark.source
def test_page_gives_every_threshold_with_its_default(page: str) -> None:
    """The page names each threshold and its default."""
    for each in fields(Thresholds):
        assert f"| `{each.name}` | {each.default} " in page


def test_every_check_says_why() -> None:
    """Each check has a title, what it looks at, a reason and advice, as whole sentences."""
    for each in CHECKS.values():
        assert not each.title.endswith(".")
        assert each.looks_at.endswith(".")
        assert each.why.endswith(".")
        assert each.advice.endswith(".")
        assert "|" not in each.looks_at + each.why
