"""Results as lines: nothing is lost when a run breaks off, and nothing foreign is overwritten."""

import csv
import io
import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve, fields
from hypothesis import given
from hypothesis import strategies as st

from send_framework import Outcome
from send_framework.errors import DocumentError
from send_framework.formats.portfolio_results import (
    COLUMNS,
    SCHEMA,
    Kept,
    fingerprint_of,
    library_digest,
    read_results,
    results_file,
    summaries_csv,
    summary_json,
    summary_line,
)
from send_framework.network.kinds import ReadinessState
from send_framework.portfolio import PlanSummary

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "json-portfolio.md"
DAY = date(2024, 6, 3)
FLOATS = st.none() | st.floats(allow_nan=False, allow_infinity=False)
TEXTS = st.text(st.characters(codec="utf-8"), max_size=20)
SUMMARIES = st.builds(
    PlanSummary,
    key=TEXTS.filter(bool),
    title=TEXTS,
    outcome=st.none() | st.sampled_from(Outcome),
    on=st.none() | st.dates(),
    on_given=st.booleans(),
    latest=st.none() | st.dates(),
    float_to_latest=st.none() | st.integers(),
    state=st.none() | st.sampled_from(ReadinessState),
    critical_path=st.lists(TEXTS, max_size=3),
    worst=st.lists(TEXTS, max_size=3),
    errors=st.none() | st.integers(),
    p_ready=FLOATS,
    standard_error=FLOATS,
    assumed_share=FLOATS,
    problem=TEXTS,
    seconds=st.floats(0, 1e6),
)


def a_file(tmp_path: Path, data: bytes) -> Path:
    """Return a file with these bytes."""
    path = tmp_path / "results.jsonl"
    path.write_bytes(data)
    return path


def test_the_page_has_every_key_in_order() -> None:
    """What is printed is what is described."""
    keys = re.findall(r"^\| `(\w+)` \|", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    assert keys == list(summary_json(PlanSummary(key="a")))


@given(summary=SUMMARIES, fingerprint=st.text("0123456789abcdef", max_size=8))
def test_a_line_gives_the_same_summary_back(
    summary: PlanSummary, fingerprint: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Bit for bit, numbers and all letters; and it is one line of ASCII."""
    line = summary_line(summary, fingerprint)
    assert line.isascii()
    assert line.count("\n") == 1
    path = a_file(tmp_path_factory.mktemp("line"), line.encode())
    assert read_results(path) == (Kept(fingerprint=fingerprint, summary=summary),)


def test_a_run_may_break_off_at_any_byte(tmp_path: Path) -> None:
    """Whole lines stay, the half line goes, wherever it was cut."""
    two = [PlanSummary(key=key, title="\u0142", on=DAY) for key in ("a", "b")]
    data = "".join(summary_line(each, "f") for each in two).encode()
    first = len(summary_line(two[0], "f"))
    for cut in range(len(data) + 1):
        whole = [each.summary for each in read_results(a_file(tmp_path, data[:cut]))]
        assert whole == two[: (cut >= first) + (cut == len(data))]


def test_the_last_line_of_a_plan_counts(tmp_path: Path) -> None:
    """A plan that was run again has its later answer."""
    lines = [summary_line(PlanSummary(key="a", title=title), "f") for title in ("old", "new")]
    (kept,) = read_results(a_file(tmp_path, "".join(lines).encode()))
    assert kept.summary.title == "new"


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (b"version: 1\ntitle: A plan\n", 1),
        (b"a picture, or whatever", 1),
        (b'{"schema": "send-framework/risk/1"}\n', 1),
        (b'{"fingerprint": ""}\n', 1),
        (b"[]\n", 1),
        (b"7\n", 1),
        (b"[" * 100_000 + b"\n", 1),
        (f'{{"schema": "{SCHEMA}", "fingerprint": "f", "key": "a", "on": "soon"}}\n'.encode(), 1),
        (f'{{"schema": "{SCHEMA}", "fingerprint": "f", "key": "a", "on": 7}}\n'.encode(), 1),
        (f'{{"schema": "{SCHEMA}", "fingerprint": "f"}}\n'.encode(), 1),
        (f'{{"schema": "{SCHEMA}", "key": "a"}}\n'.encode(), 1),
        (summary_line(PlanSummary(key="a")).encode() + b"\n", 2),
        (summary_line(PlanSummary(key="a")).encode() + b"and more", 2),
        (b"\xff\xfe\n", 1),
    ],
)
def test_a_file_of_anything_else_is_refused(tmp_path: Path, data: bytes, line: int) -> None:
    """Nobody's plan or letter is taken for results and overwritten; the line is named."""
    path = a_file(tmp_path, data)
    with pytest.raises(DocumentError, match=f"results.jsonl:{line}: this line is no result"):
        read_results(path)
    assert path.read_bytes() == data


def test_a_library_that_answers_otherwise_has_another_digest(tmp_path: Path) -> None:
    """Its code counts and its data, by name and by content; what Python compiles does not."""
    (tmp_path / "reference").mkdir()
    rules, areas = tmp_path / "rules.py", tmp_path / "reference" / "areas.csv"
    rules.write_text("AMOUNT = 35\n", encoding="utf-8")
    areas.write_text("Suffolk\n", encoding="utf-8")
    seen = [library_digest(tmp_path)]
    rules.write_text("AMOUNT = 36\n", encoding="utf-8")
    seen.append(library_digest(tmp_path))
    areas.write_text("Norfolk\n", encoding="utf-8")
    seen.append(library_digest(tmp_path))
    areas.rename(areas.with_name("former.csv"))
    seen.append(library_digest(tmp_path))
    assert len(set(seen)) == 4
    (tmp_path / "__pycache__").mkdir()
    (tmp_path / "__pycache__" / "rules.pyc").write_bytes(b"\0")
    assert library_digest(tmp_path) == seen[-1]


def test_keys_of_later_versions_are_no_trouble(tmp_path: Path) -> None:
    """Within a version of the shape keys are only added."""
    said = {**summary_json(PlanSummary(key="a"), "f"), "weather": "fine"}
    (kept,) = read_results(a_file(tmp_path, json.dumps(said).encode() + b"\n"))
    assert kept == Kept(fingerprint="f", summary=PlanSummary(key="a"))


def test_a_folder_is_no_file_of_results(tmp_path: Path) -> None:
    """And a file that is not there yet has no results."""
    assert read_results(tmp_path / "none.jsonl") == ()
    with pytest.raises(DocumentError, match="this is a directory"):
        read_results(tmp_path)


def test_each_result_is_in_the_file_at_once(tmp_path: Path) -> None:
    """A power cut takes nothing that was answered; what was kept stays before it."""
    path = tmp_path / "results.jsonl"
    old = Kept(fingerprint="0", summary=PlanSummary(key="old"))
    with results_file(path, [old]) as add:
        for key in ("a", "b"):
            add(PlanSummary(key=key), key)
            assert read_results(path)[-1] == Kept(fingerprint=key, summary=PlanSummary(key=key))
    assert [each.summary.key for each in read_results(path)] == ["old", "a", "b"]


def test_an_existing_file_is_replaced_only_by_force(tmp_path: Path) -> None:
    """As everywhere."""
    path = a_file(tmp_path, b"mine")
    with pytest.raises(DocumentError, match="the file exists"), results_file(path):
        pass
    assert path.read_bytes() == b"mine"
    with results_file(path, force=True):
        pass
    assert path.read_bytes() == b""


@pytest.mark.parametrize(
    ("changes", "fingerprint", "holds"),
    [
        ({}, "f", True),
        ({}, "g", False),
        ({"problem": "it could not be read"}, "f", False),
        ({"on_given": False}, "f", True),
        ({"on_given": False, "on": date(2024, 6, 2)}, "f", False),
        ({"on": date(2024, 6, 2)}, "f", True),
    ],
)
def test_when_a_kept_result_still_is_the_answer(
    changes: dict[str, Any], fingerprint: str, *, holds: bool
) -> None:
    """Same bytes and question, no problem, and not of another day unless the day was given."""
    kept = Kept(fingerprint="f", summary=evolve(PlanSummary(key="a", on=DAY), **changes))
    assert kept.answers(fingerprint, DAY) is holds


def test_what_could_not_be_read_is_read_again() -> None:
    """A file without bytes has no fingerprint, and no result answers for it."""
    assert fingerprint_of("", {"samples": 0}) == ""
    assert not Kept(fingerprint="", summary=PlanSummary(key="a")).answers("", DAY)


def test_a_fingerprint_depends_on_bytes_and_question_only() -> None:
    """Not on the order in which options are named."""
    one = fingerprint_of("ab", {"samples": 5, "seed": 1})
    assert one == fingerprint_of("ab", {"seed": 1, "samples": 5})
    others = {fingerprint_of("ac", {"samples": 5, "seed": 1}), fingerprint_of("ab", {"samples": 5})}
    assert one not in others
    assert len(one) == 64


def test_csv_has_a_row_for_each_plan() -> None:
    """Lists are joined, days are ISO, and nothing in a plan becomes a formula."""
    summary = PlanSummary(key="=a", on=DAY, critical_path=["A", "B"], float_to_latest=-5)
    header, row = csv.reader(io.StringIO(summaries_csv([summary])))
    assert header == list(COLUMNS) == [each.name for each in fields(PlanSummary)]
    said = dict(zip(header, row, strict=True))
    assert (said["key"], said["on"], said["critical_path"], said["float_to_latest"]) == (
        "'=a", "2024-06-03", "A; B", "-5",
    )  # fmt: skip
