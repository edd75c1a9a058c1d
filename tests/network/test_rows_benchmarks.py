"""The benchmarks of samples and simulations run, check their answers, and keep to limits."""

import sys
from pathlib import Path

import pytest

from benchmarks import measuring, samples, simulation
from benchmarks.networks import drawn
from send_framework.network.engine.compiled import compile_network

pytestmark = [pytest.mark.extra, pytest.mark.source]


def run(monkeypatch: pytest.MonkeyPatch, main: object, *arguments: str) -> None:
    """Run a benchmark with arguments."""
    assert callable(main)
    monkeypatch.setattr(sys, "argv", ["benchmark", "--repeats", "1", *arguments])
    main()


def page(monkeypatch: pytest.MonkeyPatch, folder: Path, name: str) -> Path:
    """Return a page with one place for a table, which benchmarks write to instead of ours."""
    found = folder / "page.md"
    found.write_text(f"Before.\n\n<!-- {name}: begin -->\nold\n<!-- {name}: end -->\n\nAfter.\n")
    monkeypatch.setattr(measuring, "PAGE", found)
    return found


def test_samples_are_measured_against_their_floor(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A line for the floor and one for each pass, printed and put into the page."""
    written = page(monkeypatch, tmp_path, "samples")
    run(monkeypatch, samples.main, "--sizes", "40", "--samples", "50", "--write")
    printed = capsys.readouterr().out
    lines = written.read_text().splitlines()
    assert lines[3] == "| activities x samples | 40 x 50 |"
    assert [line.split(" | ")[0].removeprefix("| ") for line in lines[5:10]] == [
        samples.FLOOR,
        samples.FORWARD,
        samples.BACK,
        "both",
        samples.AGAIN,
    ]
    assert lines[-1] == "After."
    assert lines[5] in printed


def test_a_limit_that_is_not_kept_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    """No pass is faster than a ten-thousandth of its floor."""
    with pytest.raises(SystemExit, match=r"times the floor, not 0\.0001"):
        run(monkeypatch, samples.main, "--sizes", "30", "--samples", "20", "--limit", "0.0001")


def test_different_answers_stop_the_run() -> None:
    """The first and the last sample are scheduled by themselves before anything is timed."""
    net = drawn(30)
    inputs = samples.inputs_of(net, 3)
    compiled = compile_network(net.ids, net.days, net.before)
    wrong = inputs.durations[0] * 0
    with pytest.raises(SystemExit, match="different finishes for 30 activities"):
        samples.agree(net, compiled, inputs, wrong)


def test_simulations_name_the_peers_that_are_missing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Ours stands alone where no other is installed, and then nothing is written down."""
    monkeypatch.setitem(sys.modules, "pmcontrols", None)
    monkeypatch.setitem(sys.modules, "trueppm_scheduler", None)
    run(monkeypatch, simulation.main, "--sizes", "30", "--samples", "50", "--write", "--least", "4")
    said = capsys.readouterr()
    assert f"| {simulation.OURS} | " in said.out
    assert f"| {simulation.ALIKE} | " in said.out
    assert said.err.splitlines() == [
        "pmcontrols is not installed: left out",
        "trueppm-scheduler is not installed: left out",
    ]


def test_a_page_without_a_place_for_the_table_is_refused(tmp_path: Path) -> None:
    """A table is written in one place or in none."""
    found = tmp_path / "page.md"
    found.write_text("Nothing marked.\n")
    with pytest.raises(SystemExit, match="has 0 places marked 'samples', not one"):
        measuring.write("samples", "| a |", found)
