"""Thresholds are refused where they make no sense."""

from typing import Any

import pytest

from send_framework import SendFrameworkError
from send_framework.checks import Thresholds


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"silent_for": -1}, "a whole number from 0 to 10,000 is expected"),
        ({"share_of_path": 1.5}, "a number from 0 to 1 is expected"),
        ({"share_of_path": float("nan")}, "a number from 0 to 1 is expected"),
        ({"share_of_path": "half"}, "a number from 0 to 1 is expected"),
        ({"change_tolerance": True}, "a number from 0 to 100 is expected"),
        ({"vague_over": 0}, "a whole number from 1 to 10,000 is expected"),
    ],
)
def test_nonsense_is_refused(fields: dict[str, Any], says: str) -> None:
    """A threshold that no plan could pass, or that is no number, is refused by name."""
    with pytest.raises(SendFrameworkError, match=says) as caught:
        Thresholds(**fields)
    assert next(iter(fields)) in str(caught.value)


def test_whole_numbers_are_numbers() -> None:
    """1 is as good as 1.0."""
    assert Thresholds(share_of_path=1).share_of_path == 1
