"""The same seed gives the same answer, whoever computes it and however often it is asked."""
# ruff: noqa: ANN401 - executors take any work, and arguments are handed on

from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from typing import Any

import pytest
from attrs import evolve

from send_framework import Approval, Correlation, Plan, Risk, Window
from send_framework.network.assumed import Settings
from send_framework.network.kinds import Basis
from send_framework.network.risk.defaults import DEFAULTS
from send_framework.network.risk.headline import Headline, headline
from send_framework.network.risk.results import RiskResult, Sampling
from send_framework.network.risk.running import block_sizes
from send_framework.network.schedule import solve_plan
from send_framework.network.target import Yardstick
from send_framework.working_days import ENGLAND
from tests.network.planning import FRIDAY_BEFORE, START, act, plan_of, stone, window_of
from tests.network.risk.simulating import dice, of, out, risk_of, uniform

pytestmark = pytest.mark.extra

TARGET = window_of(ENGLAND.add(START, 45), None, ENGLAND.add(START, 60))


def a_plan() -> Plan:
    """Return a plan with a bit of everything that can be uncertain."""
    return plan_of(
        act("A", 20, accountable="X"),
        act("B", 15, accountable="Y"),
        act("C", 10, "A", "B", accountable=("X", "Y")),
        stone("M", "C"),
        act("D", 5, "M"),
        uncertainties=[out("A", uniform(10, 30)), out("B", uniform(12, 30)), out("C", dice(8, 14))],
        risks=[Risk(id="R1", title="No staff", probability=0.3, delay=dice(5, 15), affects=["A"])],
        approvals=[Approval(of="C", probability=0.9, otherwise=dice(10, 20))],
        correlations=[Correlation(id="K", of=["A", "B"], coefficient=0.5)],
    )


def answer_of(**asked: Any) -> RiskResult:
    """Simulate the plan in several blocks."""
    return risk_of(a_plan(), **{"target": TARGET, "samples": 22_000, **asked})


class Backwards(Executor):
    """Computes what it is handed only when the last is asked for, the last first."""

    def __init__(self) -> None:
        """Begin with nothing to do."""
        self._waiting: list[tuple[Future[Any], Any, Any]] = []

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Keep it for later; three blocks are all there are."""
        assert not kwargs
        future: Future[Any] = Future()
        self._waiting.append((future, fn, args))
        if len(self._waiting) == 3:
            while self._waiting:
                future_of, work, given = self._waiting.pop()
                future_of.set_result(work(*given))
        return future


def test_the_same_seed_gives_the_same_answer_again() -> None:
    """Equal to the last bit, and another seed gives another."""
    assert answer_of() == answer_of()
    assert answer_of(seed=2).mean_finish != answer_of().mean_finish


def test_threads_processes_and_any_order_give_the_same_answer() -> None:
    """Blocks are counted in whole numbers and taken in order."""
    alone = answer_of()
    with ThreadPoolExecutor(2) as threads:
        assert answer_of(executor=threads) == alone
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as processes:
        assert answer_of(executor=processes) == alone
    assert answer_of(executor=Backwards()) == alone


def test_the_luck_of_one_number_does_not_depend_on_the_others() -> None:
    """Leaving out what is uncertain about B leaves every draw of A as it was."""
    plan = evolve(a_plan(), correlations=())
    without = evolve(plan, uncertainties=plan.uncertainties[:1])
    both, one = risk_of(plan, samples=1000), risk_of(without, samples=1000)
    assert of(both, "A").mean_duration == of(one, "A").mean_duration
    assert of(both, "A").deviation == of(one, "A").deviation


@pytest.mark.parametrize("sampling", list(Sampling))
def test_a_tolerance_is_met_with_as_few_blocks_as_do(sampling: Sampling) -> None:
    """Blocks are added until the standard error is small enough, and one less is not enough."""
    wanted = {"tolerance": 0.008, "sampling": sampling, "samples": 22_000}
    answer = answer_of(**wanted)
    assert answer.converged
    assert answer.standard_error <= 0.008
    assert answer.samples < 22_000
    with ThreadPoolExecutor(2) as threads:
        assert answer_of(**wanted, executor=threads) == answer


def test_a_chance_of_nought_is_not_sure_after_a_few_samples() -> None:
    """None of a thousand is ready: one of the next thousand may be, so they are computed."""
    never = window_of(START)
    assert answer_of(target=never, tolerance=0.0005).samples == 2_000
    assert answer_of(target=None, tolerance=1).samples == 1_000


def test_a_tolerance_out_of_reach_takes_all_samples_and_says_so() -> None:
    """Ten thousand samples do not make a chance sure to a ten-thousandth."""
    answer = answer_of(tolerance=0.0001, samples=3_000)
    assert answer.samples == 3_000
    assert answer.converged is False
    assert answer_of(samples=3_000).converged is None


def test_progress_is_told_in_order() -> None:
    """After each block: how many samples are done, of how many; then again for the changes."""
    told: list[tuple[int, int]] = []
    answer_of(progress=lambda done, of_all: told.append((done, of_all)))
    assert told == [(10_000, 22_000), (20_000, 22_000), (22_000, 22_000)] * 2


def test_one_block_is_told_of_once() -> None:
    """What changes would gain is found with it: nothing is drawn a second time."""
    told: list[tuple[int, int]] = []
    answer_of(samples=9_000, progress=lambda done, of_all: told.append((done, of_all)))
    assert told == [(9_000, 9_000)]


@pytest.mark.parametrize("samples", [9_000, 22_000])
@pytest.mark.parametrize("target", [TARGET, None])
def test_the_headline_alone_is_that_of_the_whole_answer(
    samples: int, target: Window | None
) -> None:
    """Whoever asks of many plans only whether they are ready hears the same, bit for bit."""
    yardstick = Yardstick(target=target, on=FRIDAY_BEFORE, calendar=a_plan().working_calendar())
    solved = solve_plan(a_plan(), yardstick, Basis.FORECAST, Settings())
    found = headline(solved, samples=samples, seed=1)
    whole = answer_of(samples=samples, target=target, basis=Basis.FORECAST, defaults=DEFAULTS)
    assert found == Headline(
        p_ready=whole.p_ready, finish=whole.finish, assumed_share=whole.assumed_share
    )


def test_block_sizes_follow_from_the_plan() -> None:
    """Long rows, but less for huge plans; several blocks where their spread is needed."""
    random, cube = Sampling.RANDOM, Sampling.LATIN_HYPERCUBE
    assert block_sizes(10_000, 40, random, stops=False) == [10_000]
    assert block_sizes(10_000, 10_000, random, stops=False) == [5_000, 5_000]
    assert block_sizes(3_500, 40, random, stops=True) == [1_000, 1_000, 1_000, 500]
    assert block_sizes(10_000, 40, cube, stops=False) == [1_000] * 10
    assert block_sizes(7, 40, cube, stops=False) == [1] * 7
    assert sum(block_sizes(123_457, 40, cube, stops=False)) == 123_457


def test_an_abandoned_run_hands_out_no_more_work() -> None:
    """When a block fails, those that wait are cancelled and the error comes out."""

    class Failing(Executor):
        handed: list[Future[Any]] = []  # noqa: RUF012 - one executor, one test

        def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:  # noqa: ARG002
            future: Future[Any] = Future()
            if not self.handed:
                future.set_exception(RuntimeError("the machine went away"))
            self.handed.append(future)
            return future

    with pytest.raises(RuntimeError, match="went away"):
        answer_of(executor=Failing())
    assert len(Failing.handed) == 3
    assert all(each.cancelled() for each in Failing.handed[1:])
