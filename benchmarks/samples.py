"""Time the passes over rows of samples against the least that numpy could take.

    python -m benchmarks.samples                 # a Markdown table of ratios
    python -m benchmarks.samples --write         # and into docs/explanation/performance.md

The floor is what any such pass has to do, and nothing else: for each activity and each link two
operations of numpy on rows of the same length, all of them on three rows that never leave the
cache. The passes are the forward one, and back over the links to find in which samples each
activity decides the finish. `--limit 2.5` makes the run fail when they need more than that.
"""

import argparse
import sys
from collections.abc import Callable, Sequence

import numpy as np

from benchmarks.measuring import measured, write
from benchmarks.networks import Network, drawn
from send_framework.network.engine.compiled import IndexNetwork, compile_network
from send_framework.network.engine.passes import passes
from send_framework.network.engine.rows import (
    Row,
    RowInputs,
    again,
    forward,
    last_finish,
    leading,
    ranges_of,
    room_for,
)

TICKS = 100
CASES = ((100, 10_000), (1_000, 10_000), (10_000, 5_000))
FLOOR, FORWARD, BACK, AGAIN = (
    "floor: operations on rows in the cache",
    "forward pass",
    "back: what leads, in each sample",
    "again, one activity changed, and the finish",
)


def inputs_of(net: Network, size: int, seed: int = 1) -> RowInputs:
    """Return durations between 0.8 and 1.4 of each, in hundredths of a day."""
    rng = np.random.default_rng(seed)
    rows: dict[int, Row] = {}
    for i, days in enumerate(net.days):
        rows[i] = rng.integers(80 * days, 140 * days, size, np.int32)
    return RowInputs(durations=rows)


def agree(net: Network, compiled: IndexNetwork, inputs: RowInputs, finish: Row) -> None:
    """Stop if a sample does not finish when the single schedule of its durations does."""
    for sample in (0, len(finish) - 1):
        days = [int(inputs.durations[i][sample]) for i in range(len(net.days))]
        if passes(compile_network(net.ids, days, net.before)).finish != finish[sample]:
            sys.exit(f"different finishes for {len(compiled.ids)} activities")


def contenders(net: Network, size: int) -> dict[str, Callable[[], object]]:
    """Return what is measured, the floor first."""
    compiled = compile_network(net.ids, net.days, net.before, ticks_per_day=TICKS)
    inputs, everything = inputs_of(net, size), range(len(net.days))
    room = room_for(compiled, size, ranges_of(inputs))
    early = forward(compiled, inputs, size, room=room)
    agree(net, compiled, inputs, last_finish(early, everything))
    a, b, c = (np.zeros(size, np.int32) for _ in range(3))
    operations, middle = 2 * (net.links + len(net.days)), len(net.days) // 2

    def floor() -> None:
        for _ in range(operations):
            np.maximum(a, b, out=c)

    def once_more() -> None:
        last_finish(again(compiled, early, inputs, middle), everything)

    # Passes in one room give the same rows, so `early` stays what it is.
    return {
        FLOOR: floor,
        FORWARD: lambda: forward(compiled, inputs, size, room=room),
        BACK: lambda: leading(compiled, inputs, early, everything),
        AGAIN: once_more,
    }


def table(cases: Sequence[tuple[int, int]], measures: Sequence[dict[str, float]]) -> str:
    """Return the Markdown table: the floor's time, everything else as its multiple."""
    heads = " | ".join(f"{count:,} x {size:,}" for count, size in cases)
    lines = [f"| activities x samples | {heads} |", "|---|" + "---:|" * len(cases)]
    lines.append(_line(FLOOR, [f"{each[FLOOR] * 1e3:.1f} ms (1)" for each in measures]))
    lines.append(_line(FORWARD, _ratios(measures, FORWARD)))
    lines.append(_line(BACK, _ratios(measures, BACK)))
    lines.append(_line("both", _ratios(measures, FORWARD, BACK)))
    lines.append(_line(AGAIN, _ratios(measures, AGAIN)))
    return "\n".join(lines)


def _ratios(measures: Sequence[dict[str, float]], *names: str) -> list[str]:
    return [f"{sum(each[name] for name in names) / each[FLOOR]:.2f}" for each in measures]


def _line(name: str, cells: Sequence[str]) -> str:
    return f"| {name} | " + " | ".join(cells) + " |"


def main() -> None:
    """Measure, print, and fail when a limit was given and is not kept."""
    parser = argparse.ArgumentParser(description="Time passes over samples against their floor.")
    parser.add_argument("--sizes", type=int, nargs="+", help="activities, instead of all cases")
    parser.add_argument("--samples", type=int, default=10_000, help="with --sizes")
    parser.add_argument("--repeats", type=int, default=9)
    parser.add_argument("--limit", type=float, help="largest ratio allowed for both passes")
    parser.add_argument("--write", action="store_true", help="into the page on performance")
    asked = parser.parse_args()
    cases = [(count, asked.samples) for count in asked.sizes] if asked.sizes else list(CASES)
    measures = [measured(contenders(drawn(count), size), asked.repeats) for count, size in cases]
    found = table(cases, measures)
    print(f"Best of {asked.repeats} runs in turns; about 3 predecessors each.\n")
    print(found)
    if asked.write:
        write("samples", found)
    worst = max((each[FORWARD] + each[BACK]) / each[FLOOR] for each in measures)
    if asked.limit and worst > asked.limit:
        sys.exit(f"\nboth passes need {worst:.2f} times the floor, not {asked.limit}")


if __name__ == "__main__":
    main()
