"""Put `simulate` in one run with the simulations of pmcontrols and trueppm-scheduler.

    python -m pip install --group peers           # in an environment of its own
    python -m benchmarks.simulation               # a Markdown table of ratios
    python -m benchmarks.simulation --write       # and into docs/explanation/performance.md

All draw 10,000 times the durations of the same random network, between 0.8 and 1.4 of each with
the likeliest value at 1, and schedule every draw: triangular here, PERT in the peers, which have
nothing else. Each is called as its users call it, from its own objects to its own result. Whoever
is not installed is named and left out. `--least 4` makes the run fail when a peer takes less than
four times as long.
"""

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from importlib import import_module
from typing import Any

from benchmarks.measuring import measured, write
from benchmarks.networks import Network, drawn
from send_framework import Action, Plan
from send_framework.model.distribution import Distribution
from send_framework.model.uncertainty import Uncertainty
from send_framework.network.risk.results import RiskResult
from send_framework.network.risk.simulation import simulate

START = date(2026, 1, 5)  # a Monday
OURS = "send_framework: simulate"
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
    found: dict[str, Callable[[], object]] = {OURS: ours(net, samples)}
    makers = {"pmcontrols": pmcontrols, "trueppm_scheduler": trueppm_scheduler}
    for module, name in PEERS.items():
        try:
            found[name] = makers[module](net, samples)
        except ImportError:
            print(f"{name.partition(':')[0]} is not installed: left out", file=sys.stderr)
    return found


def table(sizes: Sequence[int], measures: Sequence[dict[str, float]]) -> str:
    """Return the Markdown table: our time, every peer's as its multiple."""
    heads = " | ".join(f"{size:,}" for size in sizes)
    lines = [f"| activities | {heads} |", "|---|" + "---:|" * len(sizes)]
    lines += [f"| {name} | " + " | ".join(_cells(name, measures)) + " |" for name in measures[0]]
    return "\n".join(lines)


def _cells(name: str, measures: Sequence[dict[str, float]]) -> Iterator[str]:
    for each in measures:
        ratio = each[name] / each[OURS]
        yield f"{each[name] * 1e3:,.0f} ms ({1 if name == OURS else f'{ratio:.1f}'})"


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
    missing = [name for name in PEERS.values() if name not in measures[0]]
    if asked.write and not missing:
        write("simulation", found)
    ratios = [time / each[OURS] for each in measures for name, time in each.items() if name != OURS]
    if asked.least and min(ratios, default=asked.least) < asked.least:
        sys.exit(f"\na peer takes {min(ratios):.1f} times as long, not {asked.least}")


if __name__ == "__main__":
    main()
