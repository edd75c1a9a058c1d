"""The reference page of the plan file says what the classes say."""

from tests.formats.plan_file_page import PAGE, page


def test_the_page_has_every_class_and_field() -> None:
    """A new field is on the page, or this fails: run `python -m tests.formats.plan_file_page`."""
    current = PAGE.read_text(encoding="utf-8")
    assert current == page(current)
