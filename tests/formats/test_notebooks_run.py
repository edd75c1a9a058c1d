"""The notebooks of the examples run from the first cell to the last, in Jupyter and in marimo."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

pytestmark = [pytest.mark.extra, pytest.mark.filterwarnings("ignore::DeprecationWarning")]

FOLDER = Path(__file__).resolve().parents[2] / "examples" / "notebooks"
JUPYTER, MARIMO = FOLDER / "suffolk.ipynb", FOLDER / "suffolk_marimo.py"


@pytest.fixture(scope="module")
def run() -> list[dict[str, str]]:
    """Return what each cell of the Jupyter notebook shows, by its form."""
    notebook = nbformat.read(JUPYTER, as_version=4)  # type: ignore[no-untyped-call]
    NotebookClient(
        notebook, timeout=300, kernel_name="python3", resources={"metadata": {"path": FOLDER}}
    ).execute()
    shown = [output for cell in notebook.cells for output in cell.get("outputs", ())]
    assert [each.output_type for each in shown] == ["execute_result"] * len(shown)
    return [dict(each.data) for each in shown]


def test_the_jupyter_notebook_shows_each_result(run: list[dict[str, str]]) -> None:
    """A schedule, a chart, a simulation, another chart, findings, a comparison: all as HTML."""
    shown = [each["text/html"] for each in run]
    assert [re.match(r"<(section|img)", each) is not None for each in shown] == [True] * 6
    answer, gantt, risk, curve, findings, moved = shown
    assert "<caption>The critical path</caption>" in answer
    assert 'alt="21 activities with dates; 2 without;' in gantt
    assert "P80 done" in risk
    assert 'alt="Of 1,000 samples, by finish: P10' in curve
    assert findings.count('<th scope="row">') == 5
    assert "It finishes on 30 January 2026 instead of 31 March 2025" in moved


def test_the_notebook_is_kept_without_what_it_showed() -> None:
    """Pictures and numbers in it would grow old, and every run would change the file."""
    cells = nbformat.read(JUPYTER, as_version=4).cells  # type: ignore[no-untyped-call]
    code = [each for each in cells if each.cell_type == "code"]
    assert len(code) == 7
    assert [each.outputs for each in code] == [[]] * 7
    assert [each.execution_count for each in code] == [None] * 7
    for each in code:
        ast.parse(each.source)


def test_the_marimo_notebook_shows_each_result(tmp_path: Path) -> None:
    """Exported as a page, it holds the card's table and the chart with its words."""
    page = tmp_path / "suffolk.html"
    command = [sys.executable, "-m", "marimo", "-q", "export", "html", str(MARIMO), "-o", str(page)]
    done = subprocess.run(command, check=False, capture_output=True, text=True, cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    shown = page.read_text(encoding="utf-8")
    assert "The critical path" in shown
    assert "21 activities with dates; 2 without" in shown
    assert "Traceback" not in shown


def test_the_marimo_notebook_is_a_script_as_well() -> None:
    """Run by Python it ends without a word."""
    done = subprocess.run(
        [sys.executable, str(MARIMO)], check=False, capture_output=True, text=True, cwd=FOLDER
    )
    assert (done.returncode, done.stderr) == (0, "")
