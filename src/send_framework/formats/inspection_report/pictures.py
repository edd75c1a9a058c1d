"""Pages as pictures, with what was recognised drawn on them, so that a person can check it."""

import struct
import zlib
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from send_framework.formats.files import PathLike, write_bytes_safely
from send_framework.formats.inspection_report.found import InspectionReport
from send_framework.formats.inspection_report.layout import Place
from send_framework.formats.inspection_report.pdf import USUAL_LIMITS, ReadingLimits, opened
from send_framework.formats.inspection_report.report_answers import found_values
from send_framework.model.recommendation import RecommendationKind

_SCALE = 1.5
_LARGEST = 3_000.0
"""Pages larger than this, in points, are drawn smaller."""
_VALUE, _PRIORITY, _IMPROVEMENT = (30, 90, 200), (200, 40, 40), (20, 140, 60)


def write_pictures(
    path: PathLike,
    report: InspectionReport,
    folder: Path,
    *,
    force: bool = False,
    limits: ReadingLimits = USUAL_LIMITS,
) -> tuple[Path, ...]:
    """Write each page as a picture: values in blue, priority actions red, improvements green.

    Args:
        path: The PDF file.
        report: What was read from it.
        folder: Where the pictures go; it is made where it does not exist.
        force: Whether existing pictures may be replaced.
        limits: How much of the file is read.

    Returns:
        The files, in the order of the pages.

    Raises:
        DocumentError: A picture exists already or cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    marks = list(_marks(report))
    written: list[Path] = []
    with opened(path, limits) as document:
        for index in range(len(document)):
            target = folder / f"{Path(path).stem}-{index + 1:02}.png"
            with closing(document[index]) as page:
                scale = _SCALE * min(1.0, _LARGEST / max(*page.get_size(), 1.0))
                picture = _Picture(page, scale)
            for place, colour in marks:
                if place.page == index + 1:
                    picture.frame(place, colour)
            write_bytes_safely(target, picture.png(), force=force)
            written.append(target)
    return tuple(written)


def _marks(report: InspectionReport) -> Iterator[tuple[Place, tuple[int, int, int]]]:
    for found in found_values(report).values():
        yield from ((place, _VALUE) for place in found.places)
    for each in report.recommendations:
        priority = each.kind is RecommendationKind.PRIORITY_ACTION
        colour = _PRIORITY if priority else _IMPROVEMENT
        yield from ((place, colour) for place in each.places)


class _Picture:
    """A page in dots of red, green and blue."""

    def __init__(self, page: Any, scale: float) -> None:
        with closing(page.render(scale=scale, rev_byteorder=True)) as drawn:
            self.width, self.height = int(drawn.width), int(drawn.height)
            step, depth = int(drawn.stride), int(drawn.n_channels)
            data = bytes(drawn.buffer)
        self.scale = scale
        rows = (data[row * step : row * step + self.width * depth] for row in range(self.height))
        self.rows = [_three(row, depth) for row in rows]

    def frame(self, place: Place, colour: tuple[int, int, int]) -> None:
        """Draw a rectangle."""
        left, right = (self._across(each) for each in (place.box.left - 2, place.box.right + 2))
        top, bottom = (self._down(each) for each in (place.box.top + 1, place.box.bottom - 1))
        dot = bytes(colour)
        for row in (top, bottom):
            self.rows[row][left * 3 : (right + 1) * 3] = dot * (right + 1 - left)
        for row in range(top, bottom + 1):
            for column in (left, right):
                self.rows[row][column * 3 : column * 3 + 3] = dot

    def _across(self, points: float) -> int:
        return max(0, min(self.width - 1, int(points * self.scale)))

    def _down(self, points: float) -> int:
        return max(0, min(self.height - 1, self.height - 1 - int(points * self.scale)))

    def png(self) -> bytes:
        """Return the picture as a PNG file."""
        head = struct.pack(">IIBBBBB", self.width, self.height, 8, 2, 0, 0, 0)
        dots = zlib.compress(b"".join(b"\0" + bytes(row) for row in self.rows), 6)
        parts = (_chunk(b"IHDR", head), _chunk(b"IDAT", dots), _chunk(b"IEND", b""))
        return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def _three(row: bytes, depth: int) -> bytearray:
    """Return a row of dots in three colours, whatever it came in."""
    if depth == 1:
        return bytearray(each for grey in row for each in (grey, grey, grey))
    return bytearray(b"".join(row[at : at + 3] for at in range(0, len(row), depth)))


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
