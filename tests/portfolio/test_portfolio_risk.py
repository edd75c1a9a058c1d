"""Simulations of many plans: the same bits on every executor, in this process and on a cluster."""

from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from functools import partial

import pytest

from benchmarks.synthetic_plans import synthetic_plan
from send_framework import Action, Plan
from send_framework.frameworks import target_window
from send_framework.network.risk.simulation import simulate
from send_framework.portfolio import Job, PlanSummary, process_pool, run
from tests.portfolio.portfolios import deadly, timeless

pytestmark = pytest.mark.extra

SAMPLES = 400


AREAS = (2, 3, 5, 6)
"""Plans of 59 to 160 actions, ready with chances between a third and nearly 1."""


def invented(area: int) -> Plan:
    """Return an invented plan, as a worker loads it."""
    return synthetic_plan(area)


def england() -> list[Job]:
    """Return some plans, each loaded where it is worked on."""
    return [Job(key=f"{area:03}", load=partial(invented, area)) for area in AREAS]


@pytest.fixture(scope="module", name="alone")
def _alone() -> dict[str, PlanSummary]:
    """Return the summaries made in this process."""
    found = timeless(list(run(england(), samples=SAMPLES, seed=3)))
    assert all(each.p_ready is not None and not each.problem for each in found.values())
    return found


def test_a_summary_repeats_the_simulation(alone: dict[str, PlanSummary]) -> None:
    """Chance, error, days and the share that rests on assumptions."""
    for area in AREAS[:2]:
        plan, found = invented(area), alone[f"{area:03}"]
        on = plan.data_date
        assert on is not None
        answer = simulate(
            plan, target=target_window(plan, on), samples=SAMPLES, seed=3, ranking=False
        )
        chance = answer.p_ready.window
        assert chance is not None
        assert (found.p_ready, found.standard_error) == (chance.value, chance.standard_error)
        finish = answer.finish
        assert (found.p10, found.p50) == (finish.p10, finish.p50)
        assert (found.p80, found.p90) == (finish.p80, finish.p90)
        assert found.assumed_share == answer.assumed_share


def test_a_plan_without_a_window_has_days_and_no_chance() -> None:
    """There is nothing to be ready for."""
    plan = Plan(title="A plan", actions=[Action(id="A", title="Agree", duration=20)])
    (found,) = run([Job(key="bare", load=plan)], samples=SAMPLES)
    assert (found.p_ready, found.standard_error, found.problem) == (None, None, "")
    assert found.p80 is not None


def test_another_seed_draws_other_samples(alone: dict[str, PlanSummary]) -> None:
    """And the schedule stays what it was."""
    other = timeless(list(run(england(), samples=SAMPLES, seed=4)))
    assert [each.finish for each in other.values()] == [each.finish for each in alone.values()]
    assert [each.p_ready for each in other.values()] != [each.p_ready for each in alone.values()]


@pytest.mark.parametrize("kind", [partial(ThreadPoolExecutor, 2), partial(process_pool, 2)])
def test_threads_and_processes_give_the_same_bits(
    alone: dict[str, PlanSummary], kind: Callable[[], Executor]
) -> None:
    """Each plan has its own streams of random numbers, wherever it is drawn."""
    with kind() as executor:
        found = run(england(), executor=executor, samples=SAMPLES, seed=3, in_flight=3)
        assert timeless(list(found)) == alone


@pytest.fixture(scope="module", name="cluster")
def _cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Executor]:
    """Start a scheduler and two worker processes on this machine, and take them down again."""
    distributed = pytest.importorskip("distributed")
    dask = pytest.importorskip("dask")
    settings = {
        "temporary-directory": str(tmp_path_factory.mktemp("dask")),
        "distributed.scheduler.allowed-failures": 0,
    }
    with (
        dask.config.set(settings),
        distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, processes=True, host="127.0.0.1",
            dashboard_address=None, silence_logs=50,
        ) as here,
        distributed.Client(here) as client,
    ):  # fmt: skip
        yield client.get_executor()


def test_a_cluster_gives_the_same_bits(alone: dict[str, PlanSummary], cluster: Executor) -> None:
    """What one computer answers, many answer."""
    found = run(england(), executor=cluster, samples=SAMPLES, seed=3)
    assert timeless(list(found)) == alone


def test_a_cluster_outlives_a_deadly_plan(alone: dict[str, PlanSummary], cluster: Executor) -> None:
    """Whatever shared a worker with it is run again; only the plan itself has no answer."""
    queue = [Job(key="deadly", load=deadly), *england()]
    found = timeless(list(run(queue, executor=cluster, samples=SAMPLES, seed=3)))
    assert "KilledWorker" in found.pop("deadly").problem
    assert found == alone
