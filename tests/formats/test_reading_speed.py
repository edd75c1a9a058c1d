"""Reading grows with the plan and not with its square: ratios within one run, no absolute times."""

import time
from collections.abc import Callable

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


def _quickest(read: Callable[[], object]) -> float:
    """Return the shortest of three runs: a busy machine makes a run longer, never shorter."""
    times = []
    for _ in range(3):
        begun = time.perf_counter()
        read()
        times.append(time.perf_counter() - begun)
    return min(times)


@pytest.mark.timing
@pytest.mark.parametrize("written", [plan_to_yaml, plan_to_json])
def test_ten_times_the_actions_take_about_ten_times_as_long(
    written: Callable[[Plan], str],
) -> None:
    """Reading grows with the plan, not with its square: thirty times would still be linear-ish."""
    small, large = written(_large(200)), written(_large(2_000))
    assert _quickest(lambda: read_plan(large)) < 30 * _quickest(lambda: read_plan(small))


def _refused(actions: int) -> None:
    work = "".join(f"- {{id: S{n}, title: T, after: [X{n}, Y{n}]}}\n" for n in range(actions))
    with pytest.raises(DocumentError, match="more than 200 problems"):
        read_plan(f"version: 1\ntitle: A\nactions:\n{work}")


@pytest.mark.timing
def test_looking_for_the_nearest_known_id_does_not_grow_with_the_square() -> None:
    """Ten times the unknown ids: were each compared with all, it would be a hundred times."""
    assert _quickest(lambda: _refused(20_000)) < 40 * _quickest(lambda: _refused(2_000))
