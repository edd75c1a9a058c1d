"""The one door to the PDF library: from a file to laid-out pages, within limits.

Everything is opened and closed in order and in one thread: the library behind it knows none.
"""

import ctypes
from collections.abc import Generator, Iterator
from contextlib import closing, contextmanager
from functools import cache
from typing import Any

from attrs import frozen

from send_framework.errors import DocumentError, MissingExtraError
from send_framework.formats.files import MEGABYTE, PathLike, read_bytes, shown_name
from send_framework.formats.inspection_report.layout import Character, Page, Rule
from send_framework.formats.inspection_report.unpacking import unpacked_size

_THIN = 3.0
"""A rectangle thinner than this, in points, is a ruled line."""
_SHORT = 4.0
"""Rules shorter than this are corners, dots or underlines of a letter."""
_FARTHEST = 15_000.0
"""No PDF page is larger, in points."""
_LIGATURES = {
    "\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl",
    "\u0002": "-", "\u2011": "-", "\u00a0": " ", "\ufffe": "-",
}  # fmt: skip


@frozen(kw_only=True)
class ReadingLimits:
    """How much of a file is read before it is refused.

    Attributes:
        size: Bytes of the file.
        unpacked: Bytes its packed parts may unpack to; no report known needs a megabyte.
        pages: Pages; the longest report of its kind known has 12.
        characters: Characters on one page.
        objects: Drawn objects on one page.
    """

    size: int = 50 * MEGABYTE
    unpacked: int = 20 * MEGABYTE
    pages: int = 60
    characters: int = 20_000
    objects: int = 20_000


USUAL_LIMITS = ReadingLimits()
"""What a report needs, with room to spare."""


def refused(name: object, sentence: str) -> DocumentError:
    """Return the error that says of a file why it is not read.

    Args:
        name: The file's name.
        sentence: Why.
    """
    return DocumentError((f"{shown_name(name)}: {sentence}",))


def pages_of(path: PathLike, limits: ReadingLimits = USUAL_LIMITS) -> tuple[Page, ...]:
    """Return the laid-out pages of a PDF file.

    Args:
        path: The file.
        limits: How much of it is read.

    Raises:
        MissingExtraError: The PDF library is not installed.
        DocumentError: It is no PDF, damaged, locked, or larger than the limits.
    """
    with opened(path, limits) as document:
        return tuple(_page(document, number, path, limits) for number in range(len(document)))


@contextmanager
def opened(path: PathLike, limits: ReadingLimits) -> Generator[Any]:
    """Open a PDF file, and close it again whatever happens.

    Args:
        path: The file.
        limits: How much of it is read.

    Raises:
        MissingExtraError: The PDF library is not installed.
        DocumentError: It is no PDF, damaged, locked, or larger than the limits.
    """
    pdfium = library()
    data = read_bytes(path, limit=limits.size)
    if b"%PDF-" not in data[:1024]:
        raise refused(path, _no_pdf(data))
    if unpacked_size(data, limits.unpacked) > limits.unpacked:
        most = f"{limits.unpacked / MEGABYTE:g} MB"
        raise refused(path, f"it unpacks to more than {most}: that is no report of this kind")
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        raise refused(path, _unreadable(str(error))) from None
    with closing(document):
        pages = len(document)
        if not 0 < pages <= limits.pages:
            many = f"it has {pages} pages, but at most {limits.pages} are read (--most-pages N)"
            raise refused(path, many if pages else "it has no pages")
        yield document


def library() -> Any:
    """Return the PDF library.

    Raises:
        MissingExtraError: It is not installed.
    """
    try:
        import pypdfium2  # pyright: ignore[reportMissingTypeStubs] - it has none
    except ImportError:
        raise MissingExtraError("reading report PDFs", "reports") from None
    return pypdfium2


def _no_pdf(data: bytes) -> str:
    if not data.strip():
        return "the file is empty"
    page = data[:1024].lstrip().lower()
    if page.startswith((b"<!doctype", b"<html")) or b"<html" in page:
        return "this is a web page, no PDF; save the report itself, not the page that links to it"
    return "this is no PDF file"


def _unreadable(reason: str) -> str:
    if "password" in reason.lower() or "security" in reason.lower():
        return "the PDF is locked with a password; an unlocked copy is needed"
    return "the PDF is damaged or cut short; download it again"


# --- one page -------------------------------------------------------------------------------------


def _page(document: Any, index: int, path: PathLike, limits: ReadingLimits) -> Page:
    try:
        page = document[index]
    except library().PdfiumError:
        raise refused(path, f"page {index + 1} of the PDF is damaged; download it again") from None
    with closing(page):
        width, height = page.get_size()
        characters = _characters(page, index, path, limits)
        across, down = _rules(page, index, path, limits)
        return Page(index + 1, width, height, characters, across, down)


def _characters(
    page: Any, index: int, path: PathLike, limits: ReadingLimits
) -> tuple[Character, ...]:
    with closing(page.get_textpage()) as text:
        count = text.count_chars()
        if count > limits.characters:
            sentence = f"page {index + 1} holds {count} characters: that is no report of this kind"
            raise refused(path, sentence)
        return tuple(_placed(library().raw, text.raw, count))


def _placed(raw: Any, text: Any, count: int) -> Iterator[Character]:
    """Yield what can be seen of a page's characters; the names are bound once, for speed."""
    code_of, box_of, origin_of = (
        raw.FPDFText_GetUnicode, raw.FPDFText_GetLooseCharBox, raw.FPDFText_GetCharOrigin,
    )  # fmt: skip
    x, y, box = ctypes.c_double(), ctypes.c_double(), raw.FS_RECTF()
    for number in range(count):
        letter = _letter(code_of(text, number))
        if not letter:
            continue
        box_of(text, number, box)
        origin_of(text, number, x, y)
        left, right, height = box.left, box.right, box.top - box.bottom
        # A blank that the library made up has no height; a place beyond any paper is no place.
        if 0 < height < _FARTHEST and -_FARTHEST < left <= right < _FARTHEST:
            yield Character(letter, left, right, y.value, height)


@cache
def _letter(code: int) -> str:
    """Return what a code prints; nothing where nobody can see it."""
    if 0xD800 <= code <= 0xDFFF:  # noqa: PLR2004 - half of a character outside the usual planes
        return "\ufffd"
    text = _LIGATURES.get(chr(code), chr(code))
    return text if text.isprintable() or text == "\u00ad" or _is_private(code) else ""


def _is_private(code: int) -> bool:
    """Say whether this is a sign of a symbol font, as bullets often are."""
    return 0xE000 <= code <= 0xF8FF  # noqa: PLR2004 - where symbol fonts put their signs


def _rules(
    page: Any, index: int, path: PathLike, limits: ReadingLimits
) -> tuple[tuple[Rule, ...], tuple[Rule, ...]]:
    raw = library().raw
    across: list[Rule] = []
    down: list[Rule] = []
    for number, drawn in enumerate(page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=3)):
        if number > limits.objects:
            sentence = f"page {index + 1} holds more than {limits.objects} drawings"
            raise refused(path, f"{sentence}: that is no report of this kind")
        left, bottom, right, top = drawn.get_bounds()
        if top - bottom < _THIN and right - left >= _SHORT:
            across.append(Rule((top + bottom) / 2, left, right))
        elif right - left < _THIN and top - bottom >= _SHORT:
            down.append(Rule((left + right) / 2, bottom, top))
        elif right - left >= _THIN and _is_stroked(drawn, raw):
            across += (Rule(bottom, left, right), Rule(top, left, right))
            down += (Rule(left, bottom, top), Rule(right, bottom, top))
    return tuple(across), tuple(down)


def _is_stroked(drawn: Any, raw: Any) -> bool:
    """Say whether a path is drawn as an outline: the border of a cell."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(drawn, fill, stroke)
    return bool(stroke.value) and raw.FPDFPath_CountSegments(drawn) in _BOX_SEGMENTS


_BOX_SEGMENTS = (4, 5, 6)
