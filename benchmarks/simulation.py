"""Put `simulate` in one run with the simulations of pmcontrols and trueppm-scheduler.

    python -m pip install --group peers           # in an environment of its own
    python -m benchmarks.simulation               # a Markdown table of ratios
    python -m benchmarks.simulation --write       # and into docs/explanation/performance.md

Ours is there twice: all that `simulate` answers; and what a peer gives too, drawn and scheduled
from a plan that is compiled already: the finish, and which activities decide it. All draw 10,000
times the durations of the same random network, between 0.8 and 1.4 of each with the likeliest value
at 1: triangular here, PERT in the peers, which have nothing else. Each is called as its users call
it, from its own objects to its own result. Whoever is not installed is named and left out.
`--least 4` makes the run fail when a peer takes less than four times as long as the same of ours.
"""

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from importlib import import_module
from typing import Any

import numpy as np

from benchmarks.measuring import measured, write
from benchmarks.networks import Network, drawn
from send_framework import Action, Plan
from send_framework.model.distribution import Distribution
from send_framework.model.uncertainty import Uncertainty
from send_framework.network.assumed import Settings
from send_framework.network.engine.rows import leading
from send_framework.network.kinds import Basis
from send_framework.network.risk.block import Block
from send_framework.network.risk.inputs import risk_inputs
from send_framework.network.risk.results import RiskResult, Sampling
from send_framework.network.risk.running import block_sizes
from send_framework.network.risk.simulation import simulate
from send_framework.network.risk.target_days import target_days
from send_framework.network.risk.trial import trial_of
from send_framework.network.schedule import solve_plan
from send_framework.network.target import Yardstick

START = date(2026, 1, 5)  # a Monday
OURS = "send_framework: simulate, the whole answer"
ALIKE = "send_framework: draws, schedules, finish, what decides"
PEERS = {
    "pmcontrols": "pmcontrols: pert",
    "trueppm_scheduler": "trueppm-scheduler: monte_carlo",
}
LOW, HIGH = 0.8, 1.4


def plan_of(net: Network) -> Plan:
    """Return a network as a plan with a triangular spread of every duration."""
    actions = [
        Action(id=name, title=name, duration=days, after=[net.ids[j] for j in before])
        for name, days, before in zip(net.ids, net.days, net.before, strict=True)
    ]
    spreads = [
        Uncertainty(of=name, spread=Distribution(low=LOW * days, likely=days, high=HIGH * days))
        for name, days in zip(net.ids, net.days, strict=True)
    ]
    return Plan(title="A plan", start=START, actions=actions, uncertainties=spreads)


def ours(net: Network, samples: int) -> Callable[[], RiskResult]:
    """Return a run of our simulation: finish, chances, criticality of every activity."""
    plan = plan_of(net)
    return lambda: simulate(plan, on=START, samples=samples, ranking=False)


def alike(net: Network, samples: int) -> Callable[[], None]:
    """Return a run of what the peers do as well, the plan's own schedule done before."""
    plan = plan_of(net)
    yardstick = Yardstick(target=None, on=START, calendar=plan.working_calendar())
    solved = solve_plan(plan, yardstick, Basis.FORECAST, Settings())
    inputs = risk_inputs(solved)
    days = target_days(yardstick, ())
    trial = trial_of(solved, inputs, days, seed=1, sampling=Sampling.RANDOM)
    sizes = block_sizes(samples, len(trial.scope), Sampling.RANDOM, stops=False)

    def run() -> None:
        for number, size in enumerate(sizes):
            block = Block(trial=trial, number=number, size=size)
            np.sort(block.done)
            leading(trial.net, block.inputs, block.early, trial.subjects)

    return run


def pmcontrols(net: Network, samples: int) -> Callable[[], object]:
    """Return a run of pmcontrols: finish and criticality of every activity."""
    peer: Any = import_module("pmcontrols")
    rows = [
        {
            "id": name,
            "predecessors": [net.ids[j] for j in before],
            "a": LOW * days,
            "m": float(days),
            "b": HIGH * days,
        }
        for name, days, before in zip(net.ids, net.days, net.before, strict=True)
    ]
    return lambda: peer.pert(rows, n_sim=samples, seed=1)


def trueppm_scheduler(net: Network, samples: int) -> Callable[[], object]:
    """Return a run of trueppm: finish, in whole days, and a tornado of a part of the runs."""
    peer: Any = import_module("trueppm_scheduler")
    tasks = [
        peer.Task(
            id=name,
            name=name,
            duration=timedelta(days=days),
            optimistic_duration=timedelta(days=max(1, round(LOW * days))),
            most_likely_duration=timedelta(days=days),
            pessimistic_duration=timedelta(days=round(HIGH * days)),
        )
        for name, days in zip(net.ids, net.days, strict=True)
    ]
    links = [
        peer.Dependency(net.ids[j], name)
        for name, before in zip(net.ids, net.before, strict=True)
        for j in before
    ]
    project = peer.Project(
        id="p",
        name="p",
        start_date=START,
        calendar=peer.Calendar(),
        tasks=tasks,
        dependencies=links,
    )
    limits = {"max_runs": samples, "max_tasks": len(tasks)}
    return lambda: peer.monte_carlo(project, runs=samples, seed=1, **limits)


def contenders(net: Network, samples: int) -> dict[str, Callable[[], object]]:
    """Return what can be measured here, ours first; say who is missing."""
    found: dict[str, Callable[[], object]] = {
        OURS: ours(net, samples),
        ALIKE: alike(net, samples),
    }
    makers = {"pmcontrols": pmcontrols, "trueppm_scheduler": trueppm_scheduler}
    for module, name in PEERS.items():
        try:
            found[name] = makers[module](net, samples)
        except ImportError:
            print(f"{name.partition(':')[0]} is not installed: left out", file=sys.stderr)
    return found


def table(sizes: Sequence[int], measures: Sequence[dict[str, float]]) -> str:
    """Return the Markdown table: everything as a multiple of what all of them do."""
    heads = " | ".join(f"{size:,}" for size in sizes)
    lines = [f"| activities | {heads} |", "|---|" + "---:|" * len(sizes)]
    lines += [f"| {name} | " + " | ".join(_cells(name, measures)) + " |" for name in measures[0]]
    return "\n".join(lines)


def _cells(name: str, measures: Sequence[dict[str, float]]) -> Iterator[str]:
    for each in measures:
        ratio = each[name] / each[ALIKE]
        yield f"{each[name] * 1e3:,.0f} ms ({1 if name == ALIKE else f'{ratio:.1f}'})"


def main() -> None:
    """Measure, print, and fail when a least ratio was given and a peer is faster than that."""
    parser = argparse.ArgumentParser(description="Compare simulations with their peers.")
    parser.add_argument("--sizes", type=int, nargs="+", default=[100, 1_000])
    parser.add_argument("--samples", type=int, default=10_000)
    parser.add_argument("--repeats", type=int, default=5)
    parser.add_argument("--least", type=float, help="least ratio allowed for any peer")
    parser.add_argument("--write", action="store_true", help="into the page on performance")
    asked = parser.parse_args()
    sizes = sorted(asked.sizes)
    measures = [measured(contenders(drawn(size), asked.samples), asked.repeats) for size in sizes]
    found = table(sizes, measures)
    print(f"{asked.samples:,} samples; best of {asked.repeats} runs in turns.\n")
    print(found)
    there = [name for name in PEERS.values() if name in measures[0]]
    ratios = [each[name] / each[ALIKE] for each in measures for name in there]
    if asked.write and len(there) == len(PEERS):
        write("simulation", found)
    if asked.least and min(ratios, default=asked.least) < asked.least:
        sys.exit(f"\na peer takes {min(ratios):.1f} times as long, not {asked.least}")


if __name__ == "__main__":
    main()
