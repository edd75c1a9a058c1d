"""Many plans at once: all are answered, the same everywhere, whatever happens to one of them."""

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from send_framework import Plan
from send_framework.checks import Severity, check
from send_framework.dates import today
from send_framework.errors import MissingExtraError, ModelError, NetworkError
from send_framework.frameworks import target_window
from send_framework.network.kinds import ReadinessState
from send_framework.network.schedule import schedule
from send_framework.portfolio import Job, PlanSummary, process_pool, run, running
from send_framework.portfolio.running import LOST, begin_work
from send_framework.portfolio.summarising import in_one_sentence
from tests.network.random_plans import plans
from tests.portfolio.portfolios import (
    DAY,
    Held,
    deadly,
    deadly_once,
    faulty,
    jobs,
    northshire,
    not_there,
    read_text,
    timeless,
    too_large,
)

BAD = [
    Job(key="nonsense", load=partial(read_text, "version: 1\ntitel: A plan\nagencis: []\n")),
    Job(key="gone", load=not_there),
    Job(key="large", load=too_large),
    Job(key="mistake", load=faulty),
]
PROBLEMS = {
    "nonsense": "plan.yaml:1:1: title is missing; every Plan needs it (and 2 problems more)",
    "gone": "gone.yaml: No such file or directory",
    "large": "there is not enough memory for it",
    "mistake": "the program failed (TypeError: what a mistake)",
}


def test_a_summary_says_what_schedule_and_check_say() -> None:
    """The numbers of the plan worked by hand, and its findings counted."""
    (found,) = run([Job(key="n", load=northshire())])
    assert (found.title, found.area) == (
        "Northshire SEND improvement plan", "Northshire local area partnership",
    )  # fmt: skip
    assert (found.on, found.on_given, found.target) == (DAY, True, "Monitoring inspection")
    assert (found.earliest, found.days_to_window) == (date(2024, 8, 19), 80)
    assert (found.finish, found.critical_path) == (date(2024, 8, 23), ("A", "B", "D", "M"))
    floats = (found.float_to_earliest, found.float_to_expected, found.float_to_latest)
    assert floats == (-5, 9, 29)
    assert found.state is ReadinessState.ONLY_IF_LATE
    findings = check(northshire())
    counts = [sum(each.severity is severity for each in findings) for severity in Severity]
    assert [found.errors, found.warnings, found.information] == counts
    assert found.worst == tuple(f"{each.code}: {each.message}" for each in findings[:3])
    assert (found.p_ready, found.p80, found.problem) == (None, None, "")


@given(plan=plans(loops=True), on=st.dates(date(2023, 1, 1), date(2026, 1, 1)))
def test_any_plan_has_the_answer_of_its_schedule(plan: Plan, on: date) -> None:
    """With loops, without dates: the summary repeats what `schedule` says."""
    (found,) = run([Job(key="p", load=plan)], on=on, check=False)
    answer = schedule(plan, on=on, target=target_window(plan, on))
    assert found.problem == ""
    assert (found.finish, found.state, found.sentence, found.critical_path) == (
        answer.finish, answer.readiness.state, answer.readiness.sentence, answer.critical_path,
    )  # fmt: skip
    assert (found.activities, found.unscheduled) == (
        len(answer.activities), len(answer.unscheduled),
    )  # fmt: skip
    assert found.errors is None


def test_the_day_asked_for_beats_the_plan_and_the_plan_beats_today() -> None:
    """One day for all plans, or each its own; who gave it is said."""
    dated, undated = northshire(), Plan(title="A plan")
    both = [Job(key="dated", load=dated), Job(key="undated", load=undated)]
    later = date(2024, 6, 28)
    assert [(each.on, each.on_given) for each in run(both, on=later)] == [(later, True)] * 2
    assert [(each.on, each.on_given) for each in run(both)] == [(DAY, True), (today(), False)]


def test_a_bad_plan_says_why_and_stops_nothing() -> None:
    """Whatever goes wrong with one, the others have their answers, in the order asked."""
    found = list(run([*BAD, *jobs(2)]))
    assert {each.key: each.problem for each in found[:4]} == PROBLEMS
    assert [each.problem for each in found[4:]] == ["", ""]


def test_what_is_known_before_the_problem_is_kept() -> None:
    """A plan that loads but leaves the years of known bank holidays still has its title."""
    (found,) = run([Job(key="far", load=Plan(title="Far away", start=date(9998, 12, 1)))])
    assert found.title == "Far away"
    assert found.problem
    assert found.finish is None


def test_a_problem_is_one_line_of_bearable_length() -> None:
    """A hostile message floods neither a table nor a file."""
    words = in_one_sentence(NetworkError("one\ntwo " + "x" * 1000))
    assert words.startswith("one two xxx")
    assert len(words) == 500
    assert in_one_sentence(OSError("no number")) == "no number"
    assert in_one_sentence(OSError()) == "OSError"


@pytest.mark.parametrize("kind", [partial(ThreadPoolExecutor, 3), partial(process_pool, 2)])
def test_every_executor_gives_the_same_summaries(kind: Callable[[], Executor]) -> None:
    """Threads and processes answer as this process does, only in another order."""
    asked = [*BAD, *jobs(8)]
    with kind() as executor:
        found = list(run(asked, executor=executor, in_flight=5))
    assert timeless(found) == timeless(list(run(asked)))


def test_a_plan_that_kills_its_process_takes_no_other_with_it() -> None:
    """Two of them, far apart: both are named, everybody else is answered, some in new pools."""
    asked = jobs(14)
    asked[1] = Job(key="01", load=deadly)
    asked[12] = Job(key="12", load=deadly)
    with process_pool(2) as pool:
        found = timeless(list(run(asked, executor=pool, in_flight=4)))
    assert [key for key, each in found.items() if each.problem == LOST] == ["01", "12"]
    good = timeless(list(run([each for each in asked if each.load is not deadly])))
    assert {key: each for key, each in found.items() if not each.problem} == good


def test_a_process_lost_by_chance_is_forgiven(tmp_path: Path) -> None:
    """What was killed once, as when the machine was short of memory, is run again."""
    unlucky = Job(key="unlucky", load=partial(deadly_once, str(tmp_path / "mark")))
    with process_pool(1) as pool:
        found = list(run([unlucky, *jobs(1)], executor=pool))
    assert [each.problem for each in found] == ["", ""]


def _fail() -> None:
    raise RuntimeError


def test_an_executor_that_breaks_at_once_is_replaced() -> None:
    """Workers that cannot even begin: the plans are answered by processes of our own."""
    with ThreadPoolExecutor(1, initializer=_fail) as executor:
        executor.submit(int).exception()  # from here on it takes nothing
        found = list(run(jobs(3), executor=executor))
    assert sorted((each.key, each.problem) for each in found) == [
        ("00", ""), ("01", ""), ("02", ""),
    ]  # fmt: skip


_P = ParamSpec("_P")
_T = TypeVar("_T")


class _Cluster(Executor):
    """An executor that gives up, as clusters do after some tries."""

    def submit(
        self,
        fn: Callable[_P, _T],
        /,
        *_: _P.args,
        **__: _P.kwargs,
    ) -> "Future[_T]":
        """Return what has already failed."""
        assert callable(fn)
        future: Future[_T] = Future()
        future.set_exception(ConnectionError("the scheduler has gone"))
        return future


def test_what_a_cluster_gives_up_is_a_problem_of_that_plan() -> None:
    """It is tried once more, and whatever the executor raises then is said of that plan."""
    found = list(run(jobs(2), executor=_Cluster()))
    assert {each.problem for each in found} == {"the scheduler has gone"}


def test_plans_are_asked_for_only_as_fast_as_they_are_answered() -> None:
    """Ten thousand plans are never all in the queue."""
    taken = 0

    def many() -> Iterator[Job]:
        nonlocal taken
        for job in jobs(20):
            taken += 1
            yield job

    with ThreadPoolExecutor(2) as executor:
        for answered, _ in enumerate(run(many(), executor=executor, in_flight=4, check=False)):
            assert taken - answered <= 4
    assert taken == 20


def test_who_stops_reading_stops_the_work() -> None:
    """What has not begun is never run."""
    held = Held()
    with ThreadPoolExecutor(1) as executor:
        queue = [Job(key="first", load=northshire()), *(Job(key=str(n), load=held) for n in "abc")]
        answers = run(queue, executor=executor)
        assert next(answers).key == "first"
        answers.close()
        held.gate.set()
    assert held.loaded <= 1


@pytest.mark.parametrize(
    ("argument", "values"),
    [
        ("samples", [1, -1, 10_000_001, True, 2.5, "many", None]),
        ("seed", [-1, True, 0.5, "1"]),
        ("in_flight", [0, -1, 0.5]),
    ],
)
def test_what_makes_no_sense_is_refused_at_once(argument: str, values: list[object]) -> None:
    """Before any plan is loaded, with the argument's name and what would be right."""
    for value in values:
        wrong: Any = {argument: value}
        with pytest.raises(ModelError, match=f"run: {argument} is .*, but .* expected"):
            run(iter([Job(key="never", load=deadly)]), **wrong)


def test_a_missing_library_is_said_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """And not by every plan."""
    monkeypatch.setattr(running, "find_spec", lambda _: None)
    with pytest.raises(MissingExtraError, match=r"send-framework\[risk\]"):
        run(jobs(1), samples=100)


def test_workers_leave_ctrl_c_to_their_parent_and_end_with_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A worker that is interrupted would print a traceback; one without a parent would stay."""
    said: list[object] = []

    class Parent:
        def join(self) -> None:
            said.append("the parent has ended")

    ended = threading.Event()

    def end(code: int) -> None:
        said.append(code)
        ended.set()

    monkeypatch.setattr(signal, "signal", lambda *words: said.extend(words))
    monkeypatch.setattr(multiprocessing, "parent_process", Parent)
    monkeypatch.setattr(os, "_exit", end)
    begin_work()
    assert ended.wait(timeout=60)
    assert said == [signal.SIGINT, signal.SIG_IGN, "the parent has ended", 1]


@pytest.mark.parametrize(
    ("days", "room", "first"),
    [
        ({"earliest": date(2024, 8, 1), "float_to_earliest": 3}, 3, date(2024, 8, 1)),
        ({"earliest": date(2024, 5, 1), "float_to_earliest": -30}, None, None),
        (
            {"earliest": DAY, "latest": date(2024, 9, 2), "float_to_latest": None},
            None,
            date(2024, 9, 2),
        ),
        ({}, None, None),
    ],
)
def test_the_float_that_counts_is_to_the_first_day_ahead(
    days: dict[str, Any], room: int | None, first: date | None
) -> None:
    """An end of the window on the data date is past; without an end ahead there is no float."""
    found = PlanSummary(key="a", on=DAY, **days)
    assert found.room == room
    assert (found.window_ahead or (None,))[0] == first
