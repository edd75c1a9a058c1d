"""The benchmark runs, checks its answers first, and can hold the engine to a limit."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
RUN = [sys.executable, "-m", "benchmarks.schedule", "--sizes", "150", "--repeats", "1"]


@pytest.mark.source
def test_the_benchmark_prints_a_table_of_ratios() -> None:
    """One row for each contender, the yardstick first, and an exit code that says so."""
    asked = [*RUN, "--limit", "1000"]
    done = subprocess.run(asked, capture_output=True, text=True, cwd=ROOT, check=True)
    lines = done.stdout.splitlines()
    assert lines[2] == "| activities | 150 |"
    assert lines[4].startswith("| two passes over lists, floats and a path | ")
    assert sum(line.startswith("| engine: ") for line in lines) == 6
    assert sum(line.startswith("| networkx: ") for line in lines) == 2
    assert sum(line.startswith("| plan: ") for line in lines) == 1


@pytest.mark.source
def test_the_benchmark_fails_when_the_limit_is_not_kept() -> None:
    """A limit no program can keep ends in an error that names the ratio."""
    asked = [*RUN, "--limit", "0.0001"]
    done = subprocess.run(asked, capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.returncode == 1
    assert "times the yardstick, not 0.0001" in done.stderr
