"""The verb `read-report`: one file or many, for people, as JSON and CSV, and as pictures."""

import csv
import io
import json
import os
import struct
import zlib
from pathlib import Path

import pytest
from attrs import evolve

from send_framework.cli import reading_reports
from send_framework.errors import DocumentError
from send_framework.formats.inspection_report import (
    InspectionReport,
    ReadingLimits,
    many,
    read_report,
)
from send_framework.formats.inspection_report.many import files_below, read_reports
from send_framework.formats.inspection_report.pictures import write_pictures
from send_framework.formats.inspection_report.reading import read_report as real_read
from tests.cli.northshire import run
from tests.formats_reports.writing_reports import Asked, Printed, write_report

pytestmark = pytest.mark.extra

REPORT = Printed(
    outcome="widespread-systemic-failings",
    foot="Northshire Local Area Partnership, 18 to 22 March 2024",
    actions=(
        Asked(
            paragraphs=("Leaders should improve:", "\u2022 =waits", "\u2022 plans."),
            bodies="Northshire County Council and NHS Northshire and Midvale ICB",
        ),
    ),
)


@pytest.fixture(name="folder")
def _folder(tmp_path: Path) -> Path:
    """Return a folder of four reports and one file that is none."""
    folder = tmp_path / "reports"
    folder.mkdir()
    for number, area in enumerate(("Northshire", "Southshire", "Eastshire", "Westshire")):
        write_report(evolve(REPORT, area=area), folder / f"{number}.pdf")
    (folder / "9.pdf").write_bytes(b"%PDF-1.7 and no more")
    return folder


def test_one_report_for_people(folder: Path) -> None:
    """Values, recommendations with their bodies, and what could not be settled."""
    done = run("read-report", str(folder / "0.pdf"))
    assert done.exit_code == 0, done.output
    for words in (
        "Local area: Northshire", "Priority action plan required: yes", "Published: not printed",
        "Areas for priority action: 1", "1. Northshire County Council", "dates-differ: the cover",
        "Director of Children", "section 20(1)(a)", "3 from Ofsted, 2 from the Care Quality",
    ):  # fmt: skip
        assert words in done.output, words
    assert "page 1" not in done.output.partition("dates-differ")[0]


def test_show_prints_pages_and_ways(folder: Path) -> None:
    """Each value stands beside its page and how it was found."""
    done = run("read-report", "--show", "-q", str(folder / "0.pdf"))
    assert "Local area: Northshire (page 1, behind its label)" in done.output
    assert "between the borders of a row" in done.output
    assert "0.pdf" not in done.output


def test_without_findings_and_with_doubt(tmp_path: Path) -> None:
    """An unread team is marked even without --show; a report may have nothing to look at."""
    printed = Printed(leave_out=("team",))
    done = run("read-report", str(write_report(printed, tmp_path / "r.pdf")))
    assert "0 from Ofsted, 0 from the Care Quality Commission (unverified)" in done.output
    improving = evolve(printed, improvements=(Asked(paragraphs=("Waiting times.",)),))
    done = run("read-report", str(write_report(improving, tmp_path / "r.pdf")))
    assert "1. nobody is named" in done.output


def test_many_reports_for_people(folder: Path) -> None:
    """A table with one line each; the bad file is named, and the exit code says so."""
    done = run("read-report", str(folder), "--processes", "1")
    assert done.exit_code == 2
    assert "9.pdf: the PDF is damaged or cut short" in done.output
    assert "4 reports, 8 recommendations" in done.output
    quiet = run("read-report", str(folder), "--processes", "1", "-q")
    assert "4 reports" not in quiet.output


def test_all_refused(tmp_path: Path) -> None:
    """With nothing read there is no answer, only the reason."""
    (tmp_path / "9.pdf").write_bytes(b"%PDF-1.7")
    done = run("read-report", str(tmp_path))
    assert done.exit_code == 2
    assert len(done.output.strip().splitlines()) == 1


def test_an_empty_folder(tmp_path: Path) -> None:
    """A folder without PDF files is a mistake of the caller."""
    done = run("read-report", str(tmp_path))
    assert done.exit_code == 2
    assert "this folder holds no PDF file" in done.output


def test_json_is_one_object_a_line(folder: Path) -> None:
    """The fields, how each was found, and the reader's findings."""
    done = run("read-report", str(folder / "0.pdf"), str(folder / "1.pdf"), "--json")
    first, second = map(json.loads, done.output.splitlines())
    assert (first["local_area"], second["local_area"]) == ("Northshire", "Southshire")
    assert first["schema"] == "send-framework/inspection-report/1"
    (action,) = first["priority_actions"]
    assert action["responsible_bodies"] == [
        "Northshire County Council", "NHS Northshire and Midvale ICB",
    ]  # fmt: skip
    assert (action["bullets"], action["starts"]) == (2, "Leaders should improve: =waits plans.")
    assert first["previous_inspection"]["start"] == "2016-06-06"
    assert first["confidence"]["local_area"] == "verified"
    assert "dates-differ" in [each["code"] for each in first["findings"]]


def test_csv_is_one_row_a_recommendation(folder: Path, tmp_path: Path) -> None:
    """And no cell begins a formula."""
    plain = Printed(improvements=(Asked(paragraphs=("=Leaders should act.",)),))
    path = write_report(plain, tmp_path / "formula.pdf")
    done = run("read-report", str(folder / "0.pdf"), str(path), "--csv")
    rows = list(csv.DictReader(io.StringIO(done.output)))
    assert [row["kind"] for row in rows] == [
        "priority-action", "area-for-improvement", "area-for-improvement",
    ]  # fmt: skip
    assert rows[0]["responsible_bodies"].count(";") == 1
    assert rows[2]["text"] == "'=Leaders should act."


def test_two_forms_at_once_are_refused(folder: Path) -> None:
    """JSON or CSV, not both."""
    assert run("read-report", str(folder), "--json", "--csv").exit_code == 2


def test_answers_go_into_files(folder: Path, tmp_path: Path) -> None:
    """As with every verb."""
    target = tmp_path / "answer.txt"
    assert run("read-report", str(folder / "0.pdf"), "-o", str(target)).exit_code == 0
    assert "Northshire" in target.read_text(encoding="utf-8")


def test_a_bar_is_drawn_only_where_somebody_waits(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a terminal, for more than a few files."""
    seen: list[bool] = []

    def track(results: object, *_: object, disable: bool, **__: object) -> object:
        seen.append(disable)
        return results

    class Screen(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr(reading_reports, "track", track)
    run("read-report", str(folder), "--processes", "1")
    monkeypatch.setattr("sys.stderr", Screen())
    reading_reports.all_reports([folder], 1, ReadingLimits())
    reading_reports.all_reports([folder / "0.pdf"], 1, ReadingLimits())
    assert seen == [True, False, True]


# --- many ---------------------------------------------------------------------------------------


def test_several_processes_read_the_same(folder: Path) -> None:
    """In the order given, the bad file in its place."""
    files = files_below([folder, folder / "0.pdf"])
    assert [path.name for path in files] == ["0.pdf", "1.pdf", "2.pdf", "3.pdf", "9.pdf"]
    results = list(read_reports(files, processes=2))
    assert [path for path, _ in results] == list(files)
    assert [isinstance(result, DocumentError) for _, result in results] == [False] * 4 + [True]
    assert results[1][1] == read_report(files[1])


def crashing(path: Path, *_: object) -> InspectionReport:
    """Read a report, or end the process as a crash of the PDF library would."""
    if path.name == "2.pdf":
        os._exit(1)
    return real_read(path)


def test_a_file_that_brings_its_process_down(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is refused, and every other file is read all the same."""
    monkeypatch.setattr(many, "_read", crashing)
    results = dict(read_reports(files_below([folder])[:4], processes=2))
    refused = [path.name for path, each in results.items() if isinstance(each, DocumentError)]
    assert refused == ["2.pdf"]
    assert "brings the PDF library down" in str(results[folder / "2.pdf"])


# --- pictures -----------------------------------------------------------------------------------


def dots_of(png: bytes) -> set[bytes]:
    """Return the colours of a PNG file."""
    width, height = struct.unpack(">II", png[16:24])
    data = zlib.decompress(png[png.index(b"IDAT") + 4 : -16])
    rows = (data[row * (width * 3 + 1) + 1 : (row + 1) * (width * 3 + 1)] for row in range(height))
    return {row[at : at + 3] for row in rows for at in range(0, width * 3, 3)}


def test_pictures_show_what_was_recognised(folder: Path, tmp_path: Path) -> None:
    """One picture a page: values blue, priority actions red, improvements green."""
    pictures = tmp_path / "pictures"
    done = run("read-report", str(folder / "0.pdf"), "--pictures", str(pictures), "-q")
    assert done.exit_code == 0, done.output
    files = sorted(pictures.iterdir())
    assert [path.name for path in files] == [f"0-{n + 1:02}.png" for n in range(len(files))]
    colours = set[bytes]().union(*(dots_of(path.read_bytes()) for path in files))
    assert {bytes((30, 90, 200)), bytes((200, 40, 40)), bytes((20, 140, 60))} <= colours


def test_a_picture_is_not_replaced_unasked(folder: Path, tmp_path: Path) -> None:
    """As with every file."""
    path = folder / "0.pdf"
    report = read_report(path)
    write_pictures(path, report, tmp_path / "pictures")
    with pytest.raises(DocumentError, match="the file exists"):
        write_pictures(path, report, tmp_path / "pictures")
    assert write_pictures(path, report, tmp_path / "pictures", force=True)


def test_a_page_as_large_as_a_field_stays_a_small_picture(folder: Path, tmp_path: Path) -> None:
    """The size of a picture is bounded, whatever the page."""
    from fpdf import FPDF

    pdf = FPDF(unit="pt", format=(14000, 14000))
    pdf.add_page()
    path = tmp_path / "large.pdf"
    path.write_bytes(bytes(pdf.output()))
    (picture,) = write_pictures(path, read_report(folder / "0.pdf"), tmp_path / "pictures")
    width, height = struct.unpack(">II", picture.read_bytes()[16:24])
    assert max(width, height) <= 4500
