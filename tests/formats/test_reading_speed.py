"""A large plan is read while its writer waits."""

import time

import pytest

from send_framework import Action, Plan
from send_framework.errors import DocumentError
from send_framework.formats.documents import plan_to_json, plan_to_yaml, read_plan


def _large(actions: int) -> Plan:
    return Plan(
        title="Large",
        actions=[
            Action(
                id=f"S{number}", title=f"Action {number}", duration=20, due="2024-03-07",
                after=[f"S{number - 1}"] if number else [], note="What a reader should know. " * 5,
            )
            for number in range(actions)
        ],
    )  # fmt: skip


@pytest.mark.timing
def test_two_thousand_actions_are_read_in_less_than_a_second() -> None:
    """In YAML and in JSON."""
    plan = _large(2_000)
    for text in (plan_to_yaml(plan), plan_to_json(plan)):
        begun = time.perf_counter()
        assert len(read_plan(text).actions) == 2_000
        assert time.perf_counter() - begun < 1


@pytest.mark.timing
def test_a_plan_full_of_unknown_ids_is_refused_in_seconds() -> None:
    """Looking for the nearest known id must not take an hour."""
    work = "".join(f"- {{id: S{n}, title: T, after: [X{n}, Y{n}]}}\n" for n in range(20_000))
    begun = time.perf_counter()
    with pytest.raises(DocumentError, match="more than 200 problems"):
        read_plan(f"version: 1\ntitle: A\nactions:\n{work}")
    assert time.perf_counter() - begun < 20
