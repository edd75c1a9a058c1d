"""Put the schedule engine in one run with networkx and with two bare passes over lists.

    python benchmarks/run.py                        # a Markdown table of ratios
    python benchmarks/run.py --sizes 1000 --repeats 9

The yardstick is `two_passes` below: early and late dates, both floats and one critical path over
plain lists. Times mean little on a shared machine, so every other figure is a ratio to it, taken
in turns so that noise hits all alike. `--limit 2` makes the run fail when the engine, with its
critical path, needs more than twice as long.
"""

import argparse
import gc
import random
import sys
import time
from collections.abc import Callable, Sequence
from datetime import date

import networkx as nx
from attrs import frozen

from send_framework import Action, Plan
from send_framework.network.engine.activity import NetworkActivity, NetworkLink
from send_framework.network.engine.compiled import compile_network
from send_framework.network.engine.compiling import compile_schedule
from send_framework.network.engine.passes import passes
from send_framework.network.engine.paths import driving_paths
from send_framework.network.schedule import schedule
from send_framework.working_days import WorkingCalendar, begin_of

FOUR_DAYS = WorkingCalendar(id="four", title="Monday to Thursday", working_weekdays=(0, 1, 2, 3))
DATED_TO, PLANS_TO = 10_000, 1_000
"""Dates, and the whole answer for a plan, are not measured above: no plan has so many actions."""


@frozen(kw_only=True)
class Network:
    """Activities in topological order, finish-to-start, about three predecessors each."""

    ids: list[str]
    days: list[int]
    before: list[list[int]]


def drawn(count: int, seed: int = 1) -> Network:
    """Return a random network whose predecessors lie among the last twentieth."""
    rng = random.Random(seed)  # noqa: S311 - nothing here is a secret
    reach = max(20, count // 20)
    before: list[list[int]] = []
    for i in range(count):
        low = max(0, i - reach)
        before.append(sorted(rng.sample(range(low, i), min(i - low, 3))))
    days = [rng.randint(1, 20) for _ in range(count)]
    return Network(ids=[f"A{i}" for i in range(count)], days=days, before=before)


def two_passes(net: Network) -> tuple[int, list[int], list[int], list[int]]:
    """Return finish, total float, free float and one critical path, over plain lists."""
    days, before = net.days, net.before
    start, finish = [0] * len(days), [0] * len(days)
    for i, row in enumerate(before):
        start[i] = max([finish[j] for j in row]) if row else 0
        finish[i] = start[i] + days[i]
    last = max(finish)
    late, room = [last] * len(days), [last] * len(days)
    for i in range(len(days) - 1, -1, -1):
        latest = late[i] - days[i]
        for j in before[i]:
            if latest < late[j]:  # noqa: PLR1730 - the yardstick is as fast as lists can be
                late[j] = latest
            if start[i] < room[j]:  # noqa: PLR1730
                room[j] = start[i]
    total = [b - a for a, b in zip(finish, late, strict=True)]
    free = [b - a for a, b in zip(finish, room, strict=True)]
    return last, total, free, _walked_back(net, start, finish)


def _walked_back(net: Network, start: list[int], finish: list[int]) -> list[int]:
    path, i = [finish.index(max(finish))], finish.index(max(finish))
    while True:
        driving = [j for j in net.before[i] if finish[j] == start[i]]
        if not driving:
            return path[::-1]
        i = driving[0]
        path.append(i)


def graph_of(net: Network) -> "nx.DiGraph[int]":
    """Return it with durations on links and one end, as `dag_longest_path` needs them."""
    graph: nx.DiGraph[int] = nx.DiGraph()
    graph.add_nodes_from(range(len(net.days)))
    for i, row in enumerate(net.before):
        graph.add_weighted_edges_from((j, i, net.days[j]) for j in row)
    end = len(net.days)
    graph.add_weighted_edges_from((i, end, days) for i, days in enumerate(net.days))
    return graph


def dated(net: Network, calendars: Sequence[WorkingCalendar | None]) -> Callable[[], object]:
    """Return a run over a plan with dates, its activities on these calendars in turn."""
    activities = [
        NetworkActivity(id=name, duration=days % 3, calendar=calendars[i % len(calendars)])
        for i, (name, days) in enumerate(zip(net.ids, net.days, strict=True))
    ]
    links = [
        NetworkLink(predecessor=net.ids[j], successor=net.ids[i])
        for i, row in enumerate(net.before)
        for j in row
    ]
    network = compile_schedule(activities, links, start=begin_of(date(2024, 6, 3)))

    def run() -> list[date]:
        result = passes(network)
        return [result.early_finish_day(i) for i in range(len(net.ids))]

    return run


def whole_answer(net: Network) -> Callable[[], object]:
    """Return a run of what a script asks for: everything `schedule` says of a plan."""
    actions = [
        Action(id=name, title=name, duration=days % 3, after=[net.ids[j] for j in before])
        for name, days, before in zip(net.ids, net.days, net.before, strict=True)
    ]
    plan = Plan(title="A plan", start=date(2024, 6, 3), actions=actions)
    return lambda: schedule(plan, on=date(2024, 5, 31))


def contenders(net: Network) -> dict[str, Callable[[], object]]:
    """Return what is measured, the yardstick first."""
    compiled = compile_network(net.ids, net.days, net.before)
    graph = graph_of(net)
    answer = passes(compiled)
    found: dict[str, Callable[[], object]] = {
        "two passes over lists, floats and a path": lambda: two_passes(net),
        "engine: compile": lambda: compile_network(net.ids, net.days, net.before),
        "engine: passes, both floats": lambda: passes(compiled),
        "engine: passes, floats, all driving paths": lambda: driving_paths(passes(compiled)),
        "engine: driving paths alone": lambda: driving_paths(answer),
        "networkx: build the graph": lambda: graph_of(net),
        "networkx: dag_longest_path, one path, no float": lambda: nx.dag_longest_path(graph),
    }
    if len(net.days) <= DATED_TO:
        found["engine: with dates, one calendar"] = dated(net, (None,))
        found["engine: with dates, two calendars"] = dated(net, (None, FOUR_DAYS))
    if len(net.days) <= PLANS_TO:
        found["plan: the whole answer, with reasons"] = whole_answer(net)
    return found


def agree(net: Network) -> None:
    """Stop if the engine, networkx and the yardstick do not give the same answer."""
    last, total, free, path = two_passes(net)
    result = passes(compile_network(net.ids, net.days, net.before))
    longest = nx.dag_longest_path(graph_of(net))[:-1]
    same = (
        (result.finish, list(result.total_float), list(result.free_float)) == (last, total, free)
        and driving_paths(result).count >= 1
        and all(sum(net.days[i] for i in each) == last for each in (path, longest))
    )
    if not same:
        sys.exit(f"different answers for {len(net.days)} activities")


def measured(runs: dict[str, Callable[[], object]], repeats: int) -> dict[str, float]:
    """Return the best time of each, measured in turns, the garbage collector held still."""
    times: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(repeats):
        for name, run in runs.items():
            gc.collect()
            gc.disable()
            begun = time.perf_counter()
            run()
            times[name].append(time.perf_counter() - begun)
            gc.enable()
    return {name: min(each) for name, each in times.items()}


def table(sizes: Sequence[int], measures: Sequence[dict[str, float]]) -> str:
    """Return the Markdown table: the yardstick's time, everything else as its multiple."""
    yardstick = next(iter(measures[0]))
    head = "| | " + " | ".join(f"{size:,}" for size in sizes) + " |"
    lines = [head, "|---|" + "---:|" * len(sizes)]
    for name in measures[0]:
        cells = []
        for each in measures:
            if name not in each:
                cells.append("")
            elif name == yardstick:
                cells.append(f"{each[name] * 1e3:.2f} ms (1)")
            else:
                cells.append(f"{each[name] / each[yardstick]:.2f}")
        lines.append(f"| {name} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def main() -> None:
    """Measure, print, and fail when a limit was given and is not kept."""
    parser = argparse.ArgumentParser(description="Compare the schedule engine with its peers.")
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    parser.add_argument("--repeats", type=int, default=9)
    parser.add_argument("--limit", type=float, help="largest ratio allowed for passes and paths")
    asked = parser.parse_args()
    measures = []
    for size in sorted(asked.sizes):
        net = drawn(size)
        agree(net)
        measures.append(measured(contenders(net), asked.repeats))
    print(f"Best of {asked.repeats} runs in turns; about 3 predecessors each.\n")
    print(table(sorted(asked.sizes), measures))
    yardstick, whole = (list(measures[0])[at] for at in (0, 3))
    worst = max(each[whole] / each[yardstick] for each in measures)
    if asked.limit and worst > asked.limit:
        sys.exit(f"\npasses with paths need {worst:.2f} times the yardstick, not {asked.limit}")


if __name__ == "__main__":
    main()
