"""Put the schedule engine in one run with networkx and with two bare passes over lists.

    python -m benchmarks.schedule                       # a Markdown table of ratios
    python -m benchmarks.schedule --sizes 1000 --repeats 9
    python -m benchmarks.schedule --write               # and into docs/explanation/performance.md

The yardstick is `networks.two_passes`: early and late dates, both floats and one critical path over
plain lists. Times mean little on a shared machine, so every other figure is a ratio to it, taken
in turns so that noise hits all alike. `--limit 2` makes the run fail when the engine, with its
critical path, needs more than twice as long.
"""

import argparse
import sys
from collections.abc import Callable, Sequence
from datetime import date

import networkx as nx

from benchmarks.measuring import measured, write
from benchmarks.networks import Network, drawn, two_passes
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


def table(sizes: Sequence[int], measures: Sequence[dict[str, float]]) -> str:
    """Return the Markdown table: the yardstick's time, everything else as its multiple."""
    yardstick = next(iter(measures[0]))
    head = "| activities | " + " | ".join(f"{size:,}" for size in sizes) + " |"
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
    parser.add_argument("--write", action="store_true", help="into the page on performance")
    asked = parser.parse_args()
    measures = []
    for size in sorted(asked.sizes):
        net = drawn(size)
        agree(net)
        measures.append(measured(contenders(net), asked.repeats))
    print(f"Best of {asked.repeats} runs in turns; about 3 predecessors each.\n")
    found = table(sorted(asked.sizes), measures)
    print(found)
    if asked.write:
        write("schedule", found)
    yardstick, whole = (list(measures[0])[at] for at in (0, 3))
    worst = max(each[whole] / each[yardstick] for each in measures)
    if asked.limit and worst > asked.limit:
        sys.exit(f"\npasses with paths need {worst:.2f} times the yardstick, not {asked.limit}")


if __name__ == "__main__":
    main()
