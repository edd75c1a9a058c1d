"""Timing in turns, and writing a table into the page on performance."""

import gc
import re
import time
from collections.abc import Callable, Mapping
from pathlib import Path

PAGE = Path(__file__).parents[1] / "docs" / "explanation" / "performance.md"


def measured(runs: Mapping[str, Callable[[], object]], repeats: int) -> dict[str, float]:
    """Return the least processor time of each, taken in turns, the garbage collector held still.

    What other programs do meanwhile costs a run time, but no processor time of its own.
    """
    times: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(repeats):
        for name, run in runs.items():
            gc.collect()
            gc.disable()
            begun = time.process_time()
            run()
            times[name].append(time.process_time() - begun)
            gc.enable()
    return {name: min(each) for name, each in times.items()}


def write(name: str, table: str, page: Path | None = None) -> None:
    """Put a table between the two marks of its name on a page: the one on performance."""
    page = page or PAGE
    marks = re.compile(f"(?<=<!-- {name}: begin -->\n).*?(?=<!-- {name}: end -->)", re.DOTALL)
    text, count = marks.subn(lambda _: table + "\n", page.read_text(encoding="utf-8"))
    if count != 1:
        raise SystemExit(f"{page} has {count} places marked {name!r}, not one")
    page.write_text(text, encoding="utf-8")
