"""The verb that draws charts."""

from pathlib import Path

import pytest

from send_framework.cli.charts import KINDS
from tests.cli.northshire import run

pytestmark = pytest.mark.extra


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_written_and_said_in_words(plan_file: Path, kind: str) -> None:
    """The words go to standard output: they can be piped into a caption."""
    result = run("chart", kind, str(plan_file), "-o", "chart.svg", "--samples", "50")
    assert result.exit_code == 0
    assert result.stderr == "wrote chart.svg\n"
    [words] = result.stdout.splitlines()
    drawing = Path("chart.svg").read_text(encoding="utf-8")
    assert f"<desc>{words}</desc>" in drawing.replace("&amp;", "&")


def test_more_dots_make_a_larger_image(plan_file: Path) -> None:
    """A slide needs fewer than a poster."""
    for dpi in ("40", "80"):
        run("chart", "gantt", str(plan_file), "-o", f"{dpi}.png", "--dpi", dpi)
    small, large = (Path(f"{dpi}.png").read_bytes() for dpi in ("40", "80"))
    assert small.startswith(b"\x89PNG")
    assert len(small) < len(large)


def test_the_same_seed_gives_the_same_picture(plan_file: Path) -> None:
    """Another seed draws other samples."""
    for name, seed in (("one", "1"), ("again", "1"), ("other", "2")):
        asked = ("-o", f"{name}.svg", "--samples", "50", "--seed", seed)
        assert run("chart", "s-curve", str(plan_file), *asked).exit_code == 0
    one, again, other = (Path(f"{name}.svg").read_bytes() for name in ("one", "again", "other"))
    assert one == again != other


def test_the_question_is_the_schedules_own(plan_file: Path) -> None:
    """Without a target the chart names no window."""
    result = run("chart", "gantt", str(plan_file), "-o", "chart.svg", "--target", "none")
    assert "Monitoring inspection" not in result.stdout


def test_nothing_is_overwritten_unasked_and_quiet_says_nothing(plan_file: Path) -> None:
    """As with every verb that writes."""
    asked = ("chart", "measures", str(plan_file), "-o", "chart.svg", "--quiet")
    assert run(*asked).output == ""
    refused = run(*asked)
    assert (refused.exit_code, "the file exists" in refused.stderr) == (2, True)
    assert run(*asked, "--force").exit_code == 0


def test_other_files_than_charts_are_refused_before_any_work() -> None:
    """The plan is not even read."""
    result = run("chart", "gantt", "no-such-plan.yaml", "-o", "chart.pdf")
    assert result.exit_code == 2
    assert result.stderr == "chart.pdf: a chart's name ends in .png or .svg\n"


def test_an_unknown_kind_is_answered_with_the_known_ones(plan_file: Path) -> None:
    """Nobody has to guess."""
    result = run("chart", "pie", str(plan_file), "-o", "chart.svg")
    assert result.exit_code == 2
    assert all(kind in result.stderr for kind in KINDS)
