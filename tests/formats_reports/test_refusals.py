"""What is no report of this kind is refused in one sentence, in bounded time."""

import sys
import time
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from send_framework.errors import DocumentError, MissingExtraError
from send_framework.formats.inspection_report import ReadingLimits, read_report
from tests.formats_reports.writing_reports import Printed, write_report

pytestmark = pytest.mark.extra


def pdf_of(text: str, pages: int = 1) -> bytes:
    """Return a PDF with this text on each page."""
    from fpdf import FPDF

    pdf = FPDF()
    pdf.core_fonts_encoding = "cp1252"
    for _ in range(pages):
        pdf.add_page()
        pdf.set_font("Helvetica", size=12)
        pdf.multi_cell(0, 6, text)
    return bytes(pdf.output())


def scan() -> bytes:
    """Return a PDF of lines and no text, as a scan has none."""
    from fpdf import FPDF

    pdf = FPDF()
    pdf.add_page()
    pdf.rect(10, 10, 100, 100, style="F")
    return bytes(pdf.output())


def locked() -> bytes:
    """Return a PDF that asks for a password."""
    from fpdf import FPDF

    pdf = FPDF()
    pdf.add_page()
    pdf.set_encryption(owner_password="owner", user_password="reader")  # noqa: S106 - invented
    return bytes(pdf.output())


REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "novel": (lambda: pdf_of("It was the best of times."), "no inspection report that is known"),
    "scan": (scan, "holds no text, only pictures"),
    "locked": (locked, "locked with a password"),
    "truncated": (
        lambda: pdf_of("Area SEND inspection of Northshire")[:300],
        "damaged or cut short",
    ),
    "empty": (lambda: b"", "the file is empty"),
    "text": (lambda: b"Dear Sir", "this is no PDF file"),
    "html": (lambda: b"<!DOCTYPE html><html></html>", "this is a web page, no PDF"),
    "long": (lambda: pdf_of("A page.", 70), "it has 70 pages, but at most 60 are read"),
    "school": (
        lambda: pdf_of("Inspection of a school judged good: Northshire Primary School"),
        "a school inspection report",
    ),
    "monitoring": (
        lambda: pdf_of("Area SEND monitoring inspection of Northshire Local Area Partnership"),
        "a monitoring inspection report: no layout of one is known yet",
    ),
    "letter of 2016": (
        lambda: pdf_of("Joint local area SEND inspection in Northshire"),
        "a letter of the framework of 2016",
    ),
    "children's services": (
        lambda: pdf_of("Inspection of Northshire local authority children\u2019s services"),
        "an inspection report on children\u2019s services",
    ),
    "no dates": (
        lambda: pdf_of("Area SEND inspection of Northshire Local Area Partnership"),
        "its cover lacks the inspection dates or one clear outcome",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_each_is_refused_in_one_sentence(name: str, tmp_path: Path) -> None:
    """One line, which begins with the file's name and says what it is."""
    make, words = REFUSED[name]
    path = tmp_path / "upload.pdf"
    path.write_bytes(make())
    with pytest.raises(DocumentError) as refused:
        read_report(path)
    (problem,) = refused.value.problems
    assert problem.startswith(f"{path}: ")
    assert words in problem
    assert "\n" not in problem


def test_a_thousand_pages_are_refused_at_once(tmp_path: Path) -> None:
    """The number of pages is looked at before any page is read."""
    path = tmp_path / "long.pdf"
    path.write_bytes(pdf_of("A page.", 1000))
    began = time.perf_counter()
    with pytest.raises(DocumentError, match="it has 1000 pages"):
        read_report(path)
    assert time.perf_counter() - began < 10


def test_a_small_file_that_unpacks_to_a_lot_is_refused_at_once(tmp_path: Path) -> None:
    """Before the PDF library sees it: that one would need minutes and gigabytes."""
    packed = zlib.compress(b"(many letters) Tj 0 1 Td " * 4_000_000, 9)
    path = tmp_path / "small.pdf"
    path.write_bytes(b"%PDF-1.4\n4 0 obj\n<<>>stream\n" + packed)
    began = time.perf_counter()
    with pytest.raises(DocumentError, match="unpacks to more than 20 MB"):
        read_report(path)
    assert time.perf_counter() - began < 10


@pytest.mark.parametrize(
    ("limits", "words"),
    [
        (ReadingLimits(pages=1), "pages, but at most 1 are read"),
        (ReadingLimits(size=100), "larger than 100 bytes"),
        (ReadingLimits(unpacked=1000), "unpacks to more than 0.001 MB"),
        (ReadingLimits(characters=10), "characters: that is no report of this kind"),
        (ReadingLimits(objects=1), "more than 1 drawings"),
    ],
)
def test_every_limit_holds(limits: ReadingLimits, words: str, tmp_path: Path) -> None:
    """A report beyond a limit is refused, and the limit can be raised."""
    path = write_report(Printed(height=420, font="Times"), tmp_path / "report.pdf")
    with pytest.raises(DocumentError, match=words):
        read_report(path, limits=limits)
    assert read_report(path).local_area.value == "Northshire"


@pytest.mark.parametrize(
    ("whole", "broken", "words"),
    [
        (b"/Count 1", b"/Count 0", "has no pages|damaged"),
        (b"/Type /Page\n", b"/Type /Pagx\n", "damaged|known here"),
    ],
)
def test_a_damaged_page_tree_is_refused(
    whole: bytes, broken: bytes, words: str, tmp_path: Path
) -> None:
    """Whatever is missing inside, the answer is one sentence."""
    path = tmp_path / "none.pdf"
    path.write_bytes(pdf_of("A page.").replace(whole, broken))
    with pytest.raises(DocumentError, match=words):
        read_report(path)


def test_without_the_extra_the_line_to_type_is_given(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Who has not installed the PDF library reads what to type."""
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'send-framework\[reports\]'"):
        read_report(tmp_path / "report.pdf")
