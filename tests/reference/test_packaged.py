"""The packaged files are the collected ones, and nothing was lost or filled in on the way."""

import csv
import io
import re
import shutil
import subprocess
import sys
from datetime import date
from importlib.resources import files
from pathlib import Path
from types import ModuleType

import pytest

from send_framework.model.source import Confidence
from send_framework.reference import inspections, local_area
from send_framework.reference.packaged import FILES, grounds, rows
from tests.reference.conftest import Raw

LARGEST = 300_000
MARKS = {"V", "V2", "I", "M", "X", "?"}


def packaged() -> dict[str, str]:
    """Return the text of every data file in the package."""
    folder = files("send_framework.reference") / "data"
    return {name: (folder / f"{name}.csv").read_text(encoding="utf-8") for name in FILES}


@pytest.mark.source
def test_the_package_holds_what_was_collected(tool: ModuleType, shared: Path) -> None:
    """Packing the collected tables again gives the files of the package, byte for byte."""
    made = tool.packed_texts(shared / "domain")
    assert made == {f"{name}.csv": text for name, text in packaged().items()}


@pytest.mark.source
def test_nothing_is_lost_by_packing(tool: ModuleType, shared: Path, tmp_path: Path) -> None:
    """Unpacked, the package gives the collected tables back, byte for byte."""
    _run(tool, "unpack", tmp_path)
    for name in tool.WIDE:
        collected = (shared / "domain" / f"{name}.csv").read_bytes()
        assert (tmp_path / f"{name}.csv").read_bytes() == collected, name


@pytest.mark.source
def test_the_collectors_own_checks_hold_for_the_package(
    tool: ModuleType, shared: Path, tmp_path: Path
) -> None:
    """The script that judged the collected tables judges those made from the package."""
    _run(tool, "unpack", tmp_path)
    script = tmp_path / "check-reference.py"
    shutil.copyfile(shared / "domain" / script.name, script)
    finished = subprocess.run([sys.executable, script], capture_output=True, check=False, text=True)
    assert finished.returncode == 0, finished.stdout
    assert finished.stdout.count("ok ") == 77
    assert finished.stdout.endswith("0 failure(s)\n")


@pytest.mark.source
def test_packing_what_was_unpacked_changes_nothing(tool: ModuleType, tmp_path: Path) -> None:
    """Whoever unpacks, edits nothing and packs again has the same package."""
    _run(tool, "unpack", tmp_path)
    assert _run(tool, "compare", tmp_path) == 0


@pytest.mark.source
def test_the_tool_says_which_files_differ_and_renews_them(
    tool: ModuleType,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """One changed cell names its file; packing renews that file and no other."""
    package = tmp_path / "package"
    shutil.copytree(tool.PACKED, package)
    monkeypatch.setattr(tool, "PACKED", package)
    _run(tool, "unpack", tmp_path / "wide")
    path = tmp_path / "wide" / "published-outcomes.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("2024-01-30", "2024-01-31"), "utf-8")
    assert _run(tool, "compare", tmp_path / "wide") == 1
    assert capsys.readouterr().out == "inspections.csv: differs\n"
    assert _run(tool, "pack", tmp_path / "wide") == 0
    assert capsys.readouterr().out == "inspections.csv: renewed\n"
    assert "2024-01-31" in (package / "inspections.csv").read_text(encoding="utf-8")


@pytest.mark.source
def test_days_whose_meaning_nobody_gave_are_refused(tool: ModuleType) -> None:
    """The call, the process and the week are told apart; a fourth meaning has to be decided."""
    row = {
        "area_name": "Northshire",
        "start": "2026-01-05",
        "date_precision": "day of a phone call",
    }
    with pytest.raises(SystemExit, match="Northshire: nobody has said what the days mean"):
        tool._visit(row)


def _run(tool: ModuleType, command: str, folder: Path) -> int:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "argv", ["reference_data.py", command, str(folder)])
        code: int = tool.main()
    return code


def test_the_data_is_small() -> None:
    """All files together stay under 300 kB."""
    assert sum(len(text.encode()) for text in packaged().values()) < LARGEST


def test_every_row_says_where_it_is_from_when_and_how_sure_it_is() -> None:
    """No row is without a known source, a date and a mark of confidence."""
    keys = {row["key"] for row in rows("sources")} | {"report"}
    for name in set(FILES) - {"sources"}:
        for row in rows(name):
            assert set(row["source"].split(";")) <= keys
            assert date(2026, 5, 25) <= date.fromisoformat(row["as_of"]) <= date(2026, 11, 24)
            assert row["confidence"] in MARKS
            assert grounds(row)["sources"]


def test_every_source_has_a_licence_that_the_notice_names() -> None:
    """What was taken under a licence is named with it; of all else only facts were taken."""
    licences = {row["licence"] for row in rows("sources")}
    assert licences == {"MIT, content OGL-UK-3.0", "facts only", "Crown copyright, facts only"}


def test_no_cell_is_a_formula_or_names_a_machine() -> None:
    """Opened in a spreadsheet, nothing runs; and no folder of a collector is left."""
    for text in packaged().values():
        for cell in (cell for row in csv.reader(io.StringIO(text)) for cell in row):
            assert not cell.startswith(("=", "+", "-", "@", "\t"))
            assert not re.search(r"(?:^|[\s;|(])/[a-z]+/", cell)


def test_an_empty_cell_stays_unknown(raw: Raw) -> None:
    """Every empty cell of the list of outcomes is `None` or empty, never a guess."""
    collected = {row["report_url"]: row for row in raw("published-outcomes")}
    for each in inspections():
        row = collected[each.report_url]
        assert (each.first_day is None) == (row["inspection_start"] == "")
        assert (each.last_day is None) == (row["inspection_end"] == "")
        assert (each.previous_first_day is None) == (row["previous_inspection_start"] == "")
        assert (each.full_within_years is None) == (row["next_inspection_within_years"] == "")
        assert (each.monitoring_within_months is None) == (row["monitoring_within_months"] == "")


def test_where_sources_disagree_the_other_view_stands_beside_the_fact() -> None:
    """Barnsley's new code: the order of Parliament is followed, the department's list a claim."""
    barnsley = local_area("Barnsley")
    assert barnsley.valid_from == date(2025, 4, 1)
    (claim,) = barnsley.claims
    assert claim.about == "valid_from"
    assert "2025-05-01" in claim.says
    assert barnsley.confidence is Confidence.SECONDARY


def test_a_report_is_cited_with_its_address() -> None:
    """Whoever doubts an outcome can open the report."""
    (suffolk,) = inspections("Suffolk")
    urls = [source.url for source in suffolk.sources]
    assert urls == ["", "https://files.ofsted.gov.uk/v1/file/50238584"]
    assert suffolk.confidence is Confidence.VERIFIED


def test_importing_reads_no_file_and_loads_nothing_heavy() -> None:
    """The data is read by the first question, and by nothing before it."""
    code = (
        "import sys, send_framework.reference as r; from send_framework.reference import packaged; "
        "print(packaged.rows.cache_info().currsize, *sys.modules); "
        "r.local_area('Suffolk'); print(packaged.rows.cache_info().currsize)"
    )
    finished = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, text=True
    )
    first, after = finished.stdout.splitlines()
    read_before, *loaded = first.split()
    assert read_before == "0"
    assert not {"cattrs", "click", "holidays", "networkx", "rich", "yaml"} & set(loaded)
    assert int(after) > 0
