"""Charts in the terminal: where their days are, as wide as the terminal, in signs it can show."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from send_framework import (
    Action,
    Event,
    Inspection,
    InspectionKind,
    Milestone,
    Plan,
    PublicationHold,
)
from send_framework.cli.canvas import Canvas, key_of
from send_framework.cli.page import Page
from send_framework.cli.show_chart import show_path_chart, show_timeline_chart
from send_framework.cli.terminal import Terminal
from send_framework.frameworks import timeline
from send_framework.network.schedule import schedule
from tests.cli.northshire import PLAN, run, start

UNICODE = "█▒░─◆│├┼┤■□"


@pytest.fixture
def plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Return the name of the plan worked by hand, in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    Path("plan.yaml").write_text(PLAN, encoding="utf-8")
    return "plan.yaml"


def chart(output: str) -> list[str]:
    """Return the lines of the chart that ends an answer."""
    return output[output.index("As a chart") :].splitlines()[1:]


def test_the_path_is_drawn_in_order(plan: str) -> None:
    """Each step begins where the one before it ends, and says when it finishes."""
    months, *lines = chart(run("critical-path", plan).output)
    bars = {line.split()[0]: line for line in lines if line.startswith("  ") and "█" in line}
    assert list(bars)[:3] == ["A", "B", "D"]
    for before, after in (("A", "B"), ("B", "D")):
        assert bars[before].rindex("█") < bars[after].index("█")
    assert bars["A"].endswith("28 Jun 2024")
    assert months.split()[:2] == ["Jun", "2024"]


def test_near_critical_work_stands_below_with_its_float(plan: str) -> None:
    """In another sign, with its float behind it; the key names only what was drawn."""
    output = run("critical-path", plan, "--near-critical", "20").output
    [near] = [line for line in chart(output) if line.strip().startswith("C ")]
    assert near.rindex("▒") < near.index("─")
    assert "▒ near-critical, ─ float" in output
    assert "near-critical, ─" not in run("critical-path", plan).output


def test_the_window_has_its_three_ends(plan: str) -> None:
    """A span with a sign for each end, in order."""
    [line] = [each for each in chart(run("critical-path", plan).output) if each.startswith("  A ")]
    assert 0 < line.index("├") < line.index("┼") < line.index("┤")


def test_a_timeline_ends_with_flags_and_spans(plan: str) -> None:
    """What the law and custom want, the inspection's days and the window; no events."""
    lines = chart(run("timeline", plan).output)
    assert any("◆" in line and line.endswith("Final report received") for line in lines)
    assert any("□" in line and line.endswith("Priority action plan submitted") for line in lines)
    assert any("■" in line and line.endswith("Priority action plan made final") for line in lines)
    assert any("┼┤" in line and line.endswith("Monitoring inspection") for line in lines)
    assert not any("Improvement board" in line for line in lines)


@pytest.mark.parametrize("verb", ["critical-path", "timeline"])
def test_ascii_is_drawn_where_it_is_asked_for(plan: str, verb: str) -> None:
    """The same chart, sign for sign."""
    drawn, plain = (run(verb, plan, *more).output for more in ((), ("--ascii",)))
    assert any(sign in drawn for sign in UNICODE)
    assert plain.isascii()
    assert [len(line) for line in chart(plain)] == [len(line) for line in chart(drawn)]


def test_ascii_is_drawn_where_nothing_else_can_be(plan: str) -> None:
    """A console with an old code page gets signs that it has, not question marks."""
    done = start("critical-path", plan, PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert done.returncode == 0
    assert "#" in "".join(chart(done.stdout.decode("ascii")))


@pytest.mark.parametrize("verb", ["critical-path", "timeline"])
def test_quiet_answers_and_json_have_no_chart(plan: str, verb: str) -> None:
    """Whoever reads them by program or in a hurry is spared."""
    assert "As a chart" not in run(verb, plan, "--quiet").output
    assert "As a chart" not in run(verb, plan, "--json").output


def test_a_plan_without_a_path_has_no_chart(tmp_path: Path) -> None:
    """There is nothing to draw."""
    path = tmp_path / "plan.yaml"
    path.write_text("version: 1\ntitle: Nothing\ndata_date: 2024-06-03\n", encoding="utf-8")
    for verb in ("critical-path", "timeline"):
        assert "As a chart" not in run(verb, str(path)).output


def drawn(plan: Plan, terminal: Terminal) -> list[str]:
    """Return both charts of a plan, as lines."""
    page = Page(terminal)
    on = plan.data_date or date(2024, 6, 3)
    show_path_chart(page, schedule(plan, on=on), plain=False)
    show_timeline_chart(page, timeline(plan, on=on), plain=False)
    return page.text().splitlines()


def wide() -> Plan:
    """Return a plan with long and wide names, moments, and periods that end nowhere."""
    return Plan(
        title="Wide", start=date(2024, 6, 3), data_date=date(2024, 6, 3),
        inspections=[Inspection(id="I", kind=InspectionKind.FULL, framework="area_send_2023",
                                on_site_start="2024-03-04", published="by 2024-05-13")],
        actions=[Action(id="AN-ID-LONGER-THAN-ANY", title="Work", duration=30)],
        milestones=[Milestone(id="M", title="Done", after="AN-ID-LONGER-THAN-ANY")],
        events=[Event(id="E", title="Never drawn", date="2024-07-01")],
        holds=[PublicationHold(name="字" * 40, first=date(2024, 5, 23), last=date(2024, 7, 4))],
    )  # fmt: skip


@pytest.mark.parametrize("width", [40, 80, 120])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    """From the narrowest to the widest, whatever the names."""
    lines = drawn(wide(), Terminal(width=width))
    assert all(cell_len(line) <= width for line in lines)
    assert any("AN-ID-LON..." in line for line in lines)
    assert any("◆" in line for line in lines)
    assert any("▒" in line and "字..." in line for line in lines)


def test_a_dumb_terminal_is_spared_other_signs() -> None:
    """It is no file: whoever sits there reads what a typewriter could print."""
    text = "\n".join(drawn(wide(), Terminal(plain=True)))
    assert not set(UNICODE) & set(text)
    assert "#" in text


@given(st.dates(), st.dates(), st.dates(), st.integers(20, 100))
def test_columns_follow_the_days(one: date, other: date, between: date, columns: int) -> None:
    """A later day never stands further left, and every day stands on the canvas."""
    first, middle, last = sorted((one, other, between))
    canvas = Canvas(first=first, last=last, columns=columns)
    places = [canvas.column(day) for day in (first, middle, last)]
    assert places == sorted(places)
    assert places[0] == 0
    assert places[-1] < columns
    assert len(canvas.row([(first, last, "█")])) <= columns
    assert len(canvas.months()) <= columns


def test_a_key_keeps_each_sign_with_its_words() -> None:
    """Lines break between two signs only."""
    signs = (("█", "on the critical path"), ("◆", "a moment"), ("│", "data date"))
    assert key_of(signs, ["█◆"], 24) == ["█ on the critical path,", "◆ a moment"]
    assert key_of(signs, [""], 24) == [""]
