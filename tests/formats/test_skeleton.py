"""The plan file that people begin with."""

import pytest

from send_framework.checks import Severity, check
from send_framework.errors import ModelError
from send_framework.formats.documents import read_plan
from send_framework.formats.skeleton import skeleton_plan
from tests.part_strategies import NASTY


def test_the_skeleton_loads_and_its_findings_say_what_to_do_next() -> None:
    """No error to frighten, but the gaps that a first plan has."""
    found = check(read_plan(skeleton_plan()))
    assert [finding for finding in found if finding.severity is Severity.ERROR] == []
    assert {"improvement-unanswered", "action-undated"} <= {finding.code for finding in found}


@pytest.mark.parametrize("title", [text for text in NASTY if text.strip()])
def test_any_title_can_be_given(title: str) -> None:
    """A title with a colon or a line break is put in quotes."""
    assert read_plan(skeleton_plan(title)).title == title


@pytest.mark.parametrize("title", ["", "  ", "a\x1bb"])
def test_a_title_that_says_nothing_is_refused(title: str) -> None:
    """What could not be loaded again is not written."""
    with pytest.raises(ModelError, match=r"Plan.*title"):
        skeleton_plan(title)
