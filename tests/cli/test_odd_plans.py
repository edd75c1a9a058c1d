"""Plans with loops, ties, gaps and open ends print as well as orderly ones."""

import runpy
from pathlib import Path

import pytest

from send_framework.cli import main
from tests.cli.northshire import PLAN, run

TWO_CHAINS = """\
version: 1
title: Two chains
start: 2024-05-20
data_date: 2024-05-17
actions:
  - {id: A, title: Agree the data, duration: 5}
  - {id: B, title: Ask families, duration: 5}
  - {id: C, title: Write it, duration: 4, after: [A, B]}
  - {id: L, title: Wait for itself, duration: 1, after: K}
  - {id: K, title: The same the other way round, duration: 1, after: L}
  - {id: U, title: Undated}
  - {id: X, title: Dropped, duration: 3, status: cancelled}
  - {id: O, title: Keep families informed, due: ongoing}
"""


def printed(plan_file: Path, text: str, *words: str) -> str:
    """Return what a verb prints for a plan, its lines joined."""
    plan_file.write_text(text, encoding="utf-8")
    result = run(words[0], plan_file.name, *words[1:])
    assert result.exit_code == 0, result.output
    return " ".join(result.output.split())


def test_every_tied_path_is_shown(plan_file: Path) -> None:
    """Two chains reach the finish together: one is shown in full, the other beside it."""
    answer = printed(plan_file, TWO_CHAINS, "critical-path")
    assert "2 paths reach that finish together; the first is shown. B -> C" in answer
    assert "By the links alone: the same path, to 31 May 2024." in answer


def test_a_loop_is_drawn_to_its_end(plan_file: Path) -> None:
    """What has no dates is listed with the reason, and a loop closes."""
    answer = printed(plan_file, TWO_CHAINS, "schedule")
    assert "Without dates (4)" in answer
    assert "waits for itself: L -> K -> L" in answer or "waits for itself: K -> L -> K" in answer
    assert "U Undated: has no date, no duration and no link" in answer
    assert "X Dropped: will not be done" in answer


def test_a_bank_holiday_is_a_gap_by_name(plan_file: Path) -> None:
    """Between Friday 24 May and Tuesday 28 May 2024 lie a weekend and a bank holiday."""
    answer = printed(plan_file, TWO_CHAINS, "explain", "C")
    assert "Nobody works from 25 May 2024 to 26 May 2024: weekend" in answer
    assert "Nobody works on 27 May 2024: " in answer


@pytest.mark.parametrize("wanted", ["U", "L", "X"])
def test_what_has_no_dates_is_explained_too(plan_file: Path, wanted: str) -> None:
    """Why something has no date is an answer, not an error."""
    answer = printed(plan_file, TWO_CHAINS, "explain", wanted)
    assert f" {wanted} " in answer
    assert "What set the date" not in answer


def test_ongoing_work_has_no_driver(plan_file: Path) -> None:
    """It lasts until everything else is done, and nothing sets its date."""
    answer = printed(plan_file, TWO_CHAINS, "explain", "O")
    assert "O Keep families informed O is ongoing: it lasts from 20 May 2024 until" in answer
    assert "What set the date" not in answer
    assert "ongoing" in printed(plan_file, TWO_CHAINS, "schedule")


def test_undated_work_of_an_agency_is_listed_apart(plan_file: Path) -> None:
    """Work without dates is no reason to forget it; dropped work is."""
    answer = printed(plan_file, TWO_CHAINS, "actions")
    assert "U Undated: has no date" in answer
    assert "X Dropped" not in answer


def test_verbose_tells_what_the_network_noticed(plan_file: Path) -> None:
    """The promise for D that cannot be kept is noticed."""
    quiet = printed(plan_file, PLAN, "schedule")
    verbose = printed(plan_file, PLAN, "schedule", "--verbose")
    assert "What the network noticed" not in quiet
    assert "What the network noticed D " in verbose


def test_nothing_noticed_is_nothing_printed(plan_file: Path) -> None:
    """Without a fact there is no heading either."""
    orderly = (
        "version: 1\ntitle: One step\nstart: 2024-06-03\ndata_date: 2024-05-31\n"
        "actions: [{id: A, title: Agree, duration: 5}]\n"
    )
    assert "noticed" not in printed(plan_file, orderly, "schedule", "--verbose")


def test_just_in_time_is_said_so(plan_file: Path) -> None:
    """A window that begins the day after the finish leaves no day, and misses none."""
    text = PLAN.replace("earliest: {day: 2024-08-19", "earliest: {day: 2024-08-26")
    assert "earliest day, 26 August 2024: just in time" in printed(plan_file, text, "critical-path")


def test_an_open_end_of_the_window_has_no_float(plan_file: Path) -> None:
    """Where nobody knows the expected day, the other two are still told."""
    text = "\n".join(line for line in PLAN.splitlines() if "expected: {day" not in line)
    answer = printed(plan_file, text, "explain", "D")
    assert "Its float: Monitoring inspection earliest day, 19 August 2024: 5 working" in answer
    assert "expected day" not in answer


def test_a_day_that_has_passed_is_marked(plan_file: Path) -> None:
    """On 20 August the earliest day of the window can no longer be the day."""
    answer = printed(plan_file, PLAN, "critical-path", "--on", "2024-08-20")
    assert "earliest day, 19 August 2024 (already past): " in answer
    assert "expected day, 9 September 2024: " in answer


def test_work_out_of_scope_has_no_float_to_the_window(plan_file: Path) -> None:
    """What answers no priority action is not asked for by the monitoring inspection."""
    text = PLAN.replace("accountable: NICB, answers: PA1, after: [D]", "after: [D]")
    assert "Its float" not in printed(plan_file, text, "explain", "M")
    assert "not in scope" in printed(plan_file, text, "schedule")
    assert "nobody named" in printed(plan_file, text, "critical-path", "--target", "M")


def test_all_windows_and_floats_on_other_bases(plan_file: Path) -> None:
    """The same plan, by promise and by the links alone."""
    promised = printed(plan_file, PLAN, "critical-path", "--basis", "promised")
    assert "Basis: what has been promised" in promised
    assert "By the links alone: A -> B -> D -> M, to 23 August 2024." in promised
    network = printed(plan_file, PLAN, "critical-path", "--basis", "network")
    assert "Basis: the earliest that the links allow" in network


def test_a_loop_alone_gives_no_path(plan_file: Path) -> None:
    """Nothing has dates, and no path pretends that something has."""
    loop = (
        "version: 1\ntitle: A loop\ndata_date: 2024-05-31\nactions:\n"
        "  - {id: L, title: Wait, duration: 1, after: K}\n"
        "  - {id: K, title: Wait, duration: 1, after: L}\n"
    )
    answer = printed(plan_file, loop, "critical-path")
    assert "There is no critical path: nothing in scope has dates." in answer


def test_importing_the_program_starts_nothing() -> None:
    """Only running it does; tools that import modules are not surprised."""
    assert runpy.run_module("send_framework.__main__")["main"] is main
