"""What `risk` does: simulate with a progress bar, and deliver."""

import sys
from collections.abc import Callable, Generator
from contextlib import contextmanager, nullcontext

from attrs import frozen
from rich.console import Console
from rich.progress import Progress

from send_framework.cli.answering import deliver, write
from send_framework.cli.comparing import Seen, observed_visits
from send_framework.cli.options import Delivery, Question
from send_framework.cli.reading import Given, read, settings_of
from send_framework.cli.show_risk import show_risk
from send_framework.cli.targets import target_of
from send_framework.formats.risk_answers import risk_csv, risk_json
from send_framework.model.window import Window
from send_framework.network.kinds import Basis
from send_framework.network.risk.results import RiskResult, Sampling
from send_framework.network.risk.simulation import simulate
from send_framework.portfolio.running import process_pool


@frozen(kw_only=True)
class Simulation:
    """What was asked for on the command line.

    Attributes:
        samples: How many schedules.
        seed: The seed.
        tolerance: The standard error at which it may stop; ``None`` computes all.
        sampling: Key of the way of sampling.
        observed: Whether inspectors come after waits seen elsewhere.
        ranking: Whether it is computed what one thing would gain.
        processes: In how many processes.
    """

    samples: int = 10_000
    seed: int = 1
    tolerance: float | None = None
    sampling: str = "random"
    observed: bool = False
    ranking: bool = True
    processes: int = 1


def answer(
    path: str, simulation: Simulation, question: Question, delivery: Delivery, *, as_csv: bool
) -> None:
    """Simulate a plan and write the answer where it was asked for.

    Args:
        path: The plan file.
        simulation: How to simulate.
        question: What is asked of the network.
        delivery: Where the answer goes and in which form.
        as_csv: Whether as CSV.

    Raises:
        SendFrameworkError: It cannot be read or simulated as asked.
    """
    given = read(path, question.on)
    target = target_of(given.plan, question.target, given.on)
    seen = observed_visits(given.plan, target, given.on) if simulation.observed else Seen()
    risk = _simulated(given, simulation, question, target, seen)
    if as_csv:
        write(delivery, risk_csv(risk))
        return
    deliver(
        delivery,
        lambda page: show_risk(page, risk, given.view(delivery), seen.words),
        lambda: risk_json(risk),
    )


def _simulated(
    given: Given, simulation: Simulation, question: Question, target: Window | None, seen: Seen
) -> RiskResult:
    pool = process_pool(simulation.processes) if simulation.processes > 1 else None
    with pool or nullcontext(), _progress() as progress:
        return simulate(
            given.plan,
            target=target,
            on=given.asked,
            basis=Basis(question.basis),
            settings=settings_of(question),
            samples=simulation.samples,
            seed=simulation.seed,
            sampling=Sampling(simulation.sampling),
            tolerance=simulation.tolerance,
            visits=seen.days,
            ranking=simulation.ranking,
            executor=pool,
            progress=progress,
        )


@contextmanager
def _progress() -> Generator[Callable[[int, int], None]]:
    """Draw a progress bar while samples come in, on a terminal only."""
    quiet = sys.stderr is None or not sys.stderr.isatty()
    with Progress(console=Console(stderr=True), transient=True, disable=quiet) as bar:
        task = bar.add_task("Samples", total=None)
        yield lambda done, of: bar.update(task, completed=done, total=of)
