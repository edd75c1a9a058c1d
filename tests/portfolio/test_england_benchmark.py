"""The benchmark of England runs, compares, and writes its table where the page wants it."""

import sys
from pathlib import Path
from typing import Any

import pytest

from benchmarks import england
from benchmarks.england import MARKS, PAGE, Row, main, measured, table
from send_framework.portfolio import Job
from tests.portfolio.portfolios import northshire, not_there

pytestmark = pytest.mark.extra

PAGE_TEXT = "Before.\n\n<!-- england: begin -->\nold\n<!-- england: end -->\n\nAfter.\n"


def test_the_table_gives_seconds_and_ratios() -> None:
    """Of one process to two, and of one plan alone."""
    row = Row(asked="schedule of each", alone=30.0, computing=25.0, together=20.0)
    assert table([row], 1000, 2) == (
        "| 1,000 plans | one process | 2 processes | ratio | computing, a plan |\n"
        "|---|---:|---:|---:|---:|\n"
        "| schedule of each | 30 s | 20 s | 1.50 | 25 ms |\n"
    )


def test_a_small_england_is_measured_and_written_down(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Only what stands between the marks changes."""
    page = tmp_path / "performance.md"
    page.write_text(PAGE_TEXT, encoding="utf-8")
    monkeypatch.setattr(england, "PAGE", page)
    words = "england --areas 2 --versions 1 --samples 50 --write"
    monkeypatch.setattr(sys, "argv", words.split())
    main()
    said = page.read_text(encoding="utf-8")
    assert said.startswith("Before.\n\n<!-- england: begin -->\n| 2 plans |")
    assert said.endswith(" ms |\n<!-- england: end -->\n\nAfter.\n")
    assert "and 50 samples" in said
    written = MARKS.search(said)
    assert written is not None
    assert written[0] in capsys.readouterr().out


def test_the_page_has_a_place_for_the_table() -> None:
    """Else the run would be for nothing."""
    assert MARKS.search(PAGE.read_text(encoding="utf-8"))


def test_a_plan_with_a_problem_stops_the_benchmark() -> None:
    """The time of plans that were never scheduled says nothing."""
    work = [Job(key="good", load=northshire()), Job(key="bad", load=not_there)]
    with pytest.raises(SystemExit, match="No such file"):
        measured(work, "schedule", {"check": False}, 1)


def test_different_answers_stop_the_benchmark(monkeypatch: pytest.MonkeyPatch) -> None:
    """A quick wrong answer is no answer."""
    real = england.timed

    def biased(work: Any, asked: Any, executor: Any) -> Any:  # noqa: ANN401 - as given
        return real(work, asked if executor else {**asked, "check": True}, executor)

    monkeypatch.setattr(england, "timed", biased)
    with pytest.raises(SystemExit, match="give different answers"):
        measured([Job(key="n", load=northshire())], "schedule", {"check": False}, 1)
