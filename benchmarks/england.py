"""England at once: 153 areas in five versions each, alone and on two processes, the same bits.

    python -m benchmarks.england                 # the table, after some minutes
    python -m benchmarks.england --areas 15      # a tenth of it
    python -m benchmarks.england --write         # and into docs/explanation/performance.md

The plans are invented, see `synthetic_plans.py`; they are made before the clock starts. Both runs
must give the same summaries, or the run fails.
"""

import argparse
import os
import re
import sys
import time
from collections.abc import Sequence
from concurrent.futures import Executor
from pathlib import Path
from typing import Any

from attrs import evolve, frozen

from benchmarks.synthetic_plans import AREAS, VERSIONS, every_plan, synthetic_plan
from send_framework.portfolio import Job, PlanSummary, process_pool, run

PAGE = Path(__file__).parents[1] / "docs" / "explanation" / "performance.md"
MARKS = re.compile(r"(?<=<!-- england: begin -->\n).*?(?=<!-- england: end -->)", re.DOTALL)


@frozen(kw_only=True)
class Row:
    """What is asked of every plan, and how many seconds all of them took.

    `computing` is the part of `alone` in which a processor worked for it: on a busy machine that
    is the figure to trust.
    """

    asked: str
    alone: float
    computing: float
    together: float


def questions(samples: int) -> dict[str, dict[str, Any]]:
    """Return what is measured, in words and as arguments of `run`."""
    return {
        "schedule, float and readiness of each": {"check": False},
        "the same and every check": {"check": True},
        f"the same without checks, and {samples:,} samples": {"check": False, "samples": samples},
    }


def jobs(areas: int, versions: int) -> list[Job]:
    """Return one job for each version of each area's plan."""
    return [
        Job(key=f"{area:03}/{version}", load=synthetic_plan(area, version))
        for area, version in every_plan(areas, versions)
    ]


def timed(
    work: Sequence[Job], asked: dict[str, Any], executor: Executor | None
) -> tuple[float, dict[str, PlanSummary]]:
    """Return the seconds that all plans took, and the summaries without theirs."""
    begun = time.perf_counter()
    found = {each.key: each for each in run(work, executor=executor, **asked)}
    seconds = time.perf_counter() - begun
    problems = {each.problem for each in found.values()} - {""}
    if problems or len(found) != len(work):
        sys.exit(f"{len(found)} of {len(work)} plans, with {sorted(problems)}")
    return seconds, {key: evolve(each, seconds=0.0) for key, each in found.items()}


def measured(work: Sequence[Job], words: str, asked: dict[str, Any], processes: int) -> Row:
    """Return how long it takes alone and together; stop where the answers differ."""
    with process_pool(processes) as pool:
        # The first plans wake the workers: their imports are no part of the work.
        list(run(work[: 2 * processes], executor=pool, **asked))
        together, shared = timed(work, asked, pool)
    before = time.process_time()
    alone, own = timed(work, asked, None)
    computing = time.process_time() - before
    if shared != own:
        sys.exit(f"{words}: two processes and one give different answers")
    return Row(asked=words, alone=alone, computing=computing, together=together)


def table(rows: Sequence[Row], count: int, processes: int) -> str:
    """Return the rows in Markdown."""
    lines = [
        f"| {count:,} plans | one process | {processes} processes | ratio | computing, a plan |",
        "|---|---:|---:|---:|---:|",
    ]
    for each in rows:
        ratio, one = each.alone / each.together, each.computing / count * 1000
        cells = f"{each.alone:.0f} s | {each.together:.0f} s | {ratio:.2f} | {one:.0f} ms"
        lines.append(f"| {each.asked} | {cells} |")
    return "\n".join(lines) + "\n"


def main() -> None:
    """Measure, print, and write it down where that is asked for."""
    parser = argparse.ArgumentParser(description="Run all of England, invented.")
    parser.add_argument("--areas", type=int, default=AREAS)
    parser.add_argument("--versions", type=int, default=VERSIONS)
    parser.add_argument("--samples", type=int, default=10_000)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--write", action="store_true", help="into the page on performance")
    asked = parser.parse_args()
    work = jobs(asked.areas, asked.versions)
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    print(f"{len(work)} plans; others keep {load:.1f} processors busy.\n")
    rows = [
        measured(work, words, question, asked.processes)
        for words, question in questions(asked.samples).items()
    ]
    found = table(rows, len(work), asked.processes)
    print(found)
    if asked.write:
        text = PAGE.read_text(encoding="utf-8")
        PAGE.write_text(MARKS.sub(lambda _: found, text), encoding="utf-8")


if __name__ == "__main__":
    main()
