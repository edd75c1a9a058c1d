"""The invented plans of benchmarks and tests: the same for the same seed, and of sound shape."""

import sys
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.synthetic_plans import AGENCIES, every_plan, main, synthetic_plan
from send_framework.formats.documents import load_plan
from send_framework.network.schedule import schedule

ANY_AREA = st.integers(1, 10_000)


@given(area=ANY_AREA, version=st.integers(1, 5), seed=st.integers(0, 9))
def test_the_same_numbers_give_the_same_plan(area: int, version: int, seed: int) -> None:
    """And no global random numbers are touched by it."""
    plan = synthetic_plan(area, version, actions=30, seed=seed)
    assert plan == synthetic_plan(area, version, actions=30, seed=seed)
    assert plan != synthetic_plan(area, version, actions=30, seed=seed + 1)
    assert plan != synthetic_plan(area + 1, version, actions=30, seed=seed)


@given(area=ANY_AREA)
def test_a_plan_is_of_the_size_and_shape_it_promises(area: int) -> None:
    """Everything has a place in time, every recommendation and agency its work."""
    plan = synthetic_plan(area)
    assert 30 <= len(plan.actions) <= 300
    links = sum(len(each.after) for each in plan.actions)
    assert 0.6 <= links / len(plan.actions) <= 1.4
    answered = {wanted for each in plan.actions for wanted in each.answers}
    assert answered == {part.id for each in plan.recommendations for part in each.parts}
    assert {key for each in plan.actions for key in each.accountable} <= {a[0] for a in AGENCIES}
    answer = schedule(plan)
    assert not answer.unscheduled
    assert answer.finish is not None


@given(area=ANY_AREA)
def test_later_versions_report_more_of_one_history(area: int) -> None:
    """What a version says has happened, every later one says too, and none knows the future."""
    versions = [synthetic_plan(area, version, actions=40) for version in range(1, 6)]
    for before, after in pairwise(versions):
        assert before.data_date is not None
        assert after.data_date is not None
        assert after.data_date > before.data_date + timedelta(days=80)
        for old, new in zip(before.actions, after.actions, strict=True):
            assert old.actual_start in (None, new.actual_start)
            assert old.actual_finish in (None, new.actual_finish)
            for said in (old.actual_start, old.actual_finish):
                assert said is None or (said.first or before.data_date) <= before.data_date
    assert any(each.actual_finish for each in versions[-1].actions)


def test_the_script_writes_what_the_function_returns(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """One folder an area, one file a version."""
    words = ["synthetic_plans.py", str(tmp_path), "--areas", "2", "--versions", "2"]
    monkeypatch.setattr(sys, "argv", [*words, "--actions", "30"])
    main()
    assert "wrote 4 plans" in capsys.readouterr().out
    for area, version in every_plan(2, 2):
        path = tmp_path / f"{area:03}" / f"{version}.yaml"
        assert load_plan(path) == synthetic_plan(area, version, actions=30)
