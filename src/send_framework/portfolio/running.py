"""Many plans on any `concurrent.futures` executor: each is one task, and none stops the others.

Answers come as they finish and are the same on every executor, bit for bit. A worker process that
dies takes down only the plan that killed it: whatever it had in hand beside is run again.
"""

import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import (
    FIRST_COMPLETED,
    BrokenExecutor,
    Executor,
    Future,
    ProcessPoolExecutor,
    wait,
)
from datetime import date
from functools import partial
from importlib.util import find_spec
from itertools import islice
from threading import Thread
from typing import Protocol, TypeAlias

from send_framework.errors import MissingExtraError, ModelError
from send_framework.network.risk.simulation import LEAST_SAMPLES, MOST_SAMPLES
from send_framework.portfolio.job import Asked, Job
from send_framework.portfolio.summarising import in_one_sentence, summarise
from send_framework.portfolio.summary import PlanSummary

IN_FLIGHT = 64
"""How many plans an executor has in hand at once, where nobody says otherwise."""
LOST = "its process came to an end without an answer, twice: it was killed, or ran out of memory"

_Pending: TypeAlias = "dict[Future[PlanSummary], Job]"


def run(  # noqa: PLR0913 - each is a question of its own, and all but the jobs have defaults
    jobs: Iterable[Job],
    *,
    executor: Executor | None = None,
    on: date | None = None,
    samples: int = 0,
    seed: int = 1,
    check: bool = True,
    in_flight: int = IN_FLIGHT,
) -> Generator[PlanSummary, None, None]:
    """Schedule, check and simulate many plans; a bad one says why, and the rest go on.

    Args:
        jobs: The plans. They are asked for only as fast as they are worked off, so there can be
            any number of them.
        executor: Who does the work: `process_pool`, any other executor of the standard library's
            kind, a cluster's; ``None`` works in this process. It stays open.
        on: The data date of all; ``None`` takes each plan's own, else today.
        samples: How many schedules are simulated of each plan; 0 simulates nothing. More needs
            the extra ``risk``.
        seed: The seed of the simulations; the same for all plans.
        check: Whether each is checked; a large portfolio of simulations is faster without.
        in_flight: How many plans the executor has in hand at once: several times its workers.

    Returns:
        One summary for each job, as they finish; without an executor in the order of the jobs.
        Closing it stops the work: what has not begun is never run.

    Raises:
        ModelError: An argument makes no sense; nothing was computed.
        MissingExtraError: Samples are asked for and the library that draws them is missing.

    Example:
        >>> from send_framework import Action, Plan
        >>> plan = Plan(title="A plan", start=date(2024, 6, 3), data_date=date(2024, 5, 31),
        ...             actions=[Action(id="A", title="Agree", duration=20)])
        >>> def broken():
        ...     raise OSError("the disk is gone")
        >>> for each in run([Job(key="good", load=plan), Job(key="bad", load=broken)]):
        ...     print(each.key, each.finish, each.problem)
        good 2024-06-28
        bad None the disk is gone
    """
    _refuse(samples, seed, in_flight)
    asked = Asked(on=on, samples=samples, seed=seed, check=check)
    if executor is None:
        return (summarise(job, asked) for job in jobs)
    return _outliving(executor, iter(jobs), asked, in_flight)


def process_pool(processes: int | None = None) -> ProcessPoolExecutor:
    """Return an executor of fresh processes of this machine.

    They are spawned, never forked, which is safe beside threads; a script that starts them does
    so under ``if __name__ == "__main__":``. Ctrl-C is left to the process that started them, and
    they end with it.

    Args:
        processes: How many; one for each processor when ``None``.
    """
    return ProcessPoolExecutor(
        processes or os.cpu_count() or 1,
        mp_context=multiprocessing.get_context("spawn"),
        initializer=begin_work,
    )


def begin_work() -> None:
    """Prepare a worker: Ctrl-C is left to its parent, and when the parent is gone it goes too."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    Thread(target=leave_with, args=(parent,), daemon=True).start()


class _Process(Protocol):
    def join(self) -> None: ...


def leave_with(parent: _Process) -> None:
    """End this process when its parent ends.

    A parent that is killed tells its workers nothing; they would wait for work for ever.

    Args:
        parent: Who gives the work.
    """
    parent.join()
    os._exit(1)


def _refuse(samples: int, seed: int, in_flight: int) -> None:
    """Refuse before any plan is loaded what would fail for every one of them."""
    if type(samples) is not int or not (samples == 0 or LEAST_SAMPLES <= samples <= MOST_SAMPLES):
        expected = f"0 for none, or {LEAST_SAMPLES} to {MOST_SAMPLES:,} are expected"
        raise ModelError("run", "samples", samples, expected)
    if type(seed) is not int or seed < 0:
        raise ModelError("run", "seed", seed, "a whole number, 0 or more, is expected")
    if type(in_flight) is not int or in_flight < 1:
        raise ModelError("run", "in_flight", in_flight, "a whole number, 1 or more, is expected")
    if samples and find_spec("numpy") is None:
        raise MissingExtraError("a simulation", "risk")


def _outliving(
    executor: Executor, jobs: Iterator[Job], asked: Asked, most: int
) -> Generator[PlanSummary, None, None]:
    """Yield every summary, even where workers die: the rest then goes to a pool of our own."""
    lost = yield from _in_parallel(executor, jobs, asked, most)
    width: int | None = getattr(executor, "_max_workers", None)
    while lost:
        yield from _one_by_one(lost, asked)
        with process_pool(width) as pool:
            lost = yield from _in_parallel(pool, jobs, asked, most)


def _in_parallel(
    executor: Executor, jobs: Iterator[Job], asked: Asked, most: int
) -> Generator[PlanSummary, None, list[Job]]:
    """Yield summaries as they finish; return the jobs that were in hand when a worker died."""
    pending: _Pending = {}
    lost: list[Job] = []
    given_up: list[Job] = []
    try:
        while True:
            if not lost:
                lost += _fill(executor, jobs, asked, pending, most)
            if not pending:
                break
            done, _ = wait(pending, return_when=FIRST_COMPLETED)
            for future in done:
                job = pending.pop(future)
                try:
                    yield future.result()
                except BrokenExecutor:
                    lost.append(job)
                except Exception:  # noqa: BLE001 - whatever a cluster says when it gives one up
                    given_up.append(job)
    finally:  # whoever stops reading wants no more work done
        for future in pending:
            future.cancel()
    if lost:
        return lost + given_up
    yield from _again(executor, given_up, asked)
    return []


def _again(executor: Executor, jobs: Iterable[Job], asked: Asked) -> Iterator[PlanSummary]:
    """Yield what a cluster gave up, one by one: it may have shared a worker with a deadly plan."""
    for job in jobs:
        # Another function than before: a cluster remembers what the same call came to.
        once_more = partial(summarise, job, asked)
        try:
            yield executor.submit(once_more).result()
        except Exception as error:  # noqa: BLE001 - it has been tried twice: the reason is told
            yield PlanSummary(key=job.key, problem=in_one_sentence(error))


def _fill(
    executor: Executor, jobs: Iterator[Job], asked: Asked, pending: _Pending, most: int
) -> list[Job]:
    """Hand out as many jobs as there is room for; return the one that found nobody to do it."""
    for job in islice(jobs, most - len(pending)):
        try:
            pending[executor.submit(summarise, job, asked)] = job
        except BrokenExecutor:
            return [job]
    return []


def _one_by_one(jobs: Iterable[Job], asked: Asked) -> Iterator[PlanSummary]:
    """Yield summaries from one process with one job at a time: who kills it is then known."""
    waiting = deque(jobs)
    while waiting:
        with process_pool(1) as pool:
            while waiting:
                job = waiting.popleft()
                try:
                    yield pool.submit(summarise, job, asked).result()
                except BrokenExecutor:
                    yield PlanSummary(key=job.key, problem=LOST)
                    break
