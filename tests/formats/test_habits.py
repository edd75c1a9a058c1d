"""Words from spreadsheets and other tools lead to the plan file's own."""

import pytest

from send_framework.errors import DocumentError
from send_framework.formats.documents import read_plan

HEAD = "version: 1\ntitle: A plan\nactions:\n  - {id: A, title: Begin, "


def told(rest: str) -> tuple[str, ...]:
    """Return what is said of an action with this in it."""
    with pytest.raises(DocumentError) as raised:
        read_plan(f"{HEAD}{rest}}}\n")
    return raised.value.problems


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("started: 2024-06-03", "actual_start"),
        ("Finished: 2024-06-03", "actual_finish"),
        ("depends on: B", "after"),
        ("owner: NCC", "accountable"),
        ("deadline: 2024-06-03", "due"),
        ("start: 2024-06-03", "planned_start"),
        ("percent: 40", "percent_complete"),
        ("acountable: NCC", "accountable"),
        ("status: Done", "complete"),
        ("status: in progress", "in-progress"),
        ("after: [{id: A, type: fs}]", "FS"),
    ],
)
def test_a_habitual_word_leads_to_the_right_one(written: str, meant: str) -> None:
    """The name that looks alike is not always the one that was meant."""
    assert any(each.endswith(f"Did you mean {meant!r}?") for each in told(written))


def test_a_word_that_fits_no_field_here_leads_nowhere() -> None:
    """A habit counts only where the class has such a field: a plan has no duration."""
    with pytest.raises(DocumentError) as raised:
        read_plan("version: 1\ntitle: A plan\ndays: 5\n")
    assert "Did you mean 'duration'" not in raised.value.problems[0]
