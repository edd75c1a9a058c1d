"""Many reports at once, on several processes; one bad file never stops the rest.

Processes and never threads: the PDF library crashes with threads. A file that brings its process
down is tried once more alone, so that only it is refused.
"""

import multiprocessing
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import TypeAlias

from send_framework.errors import DocumentError
from send_framework.formats.files import PathLike, is_folder
from send_framework.formats.inspection_report.found import InspectionReport
from send_framework.formats.inspection_report.pdf import (
    USUAL_LIMITS,
    ReadingLimits,
    library,
    refused,
)
from send_framework.formats.inspection_report.reading import read_report

Read: TypeAlias = InspectionReport | DocumentError
"""A report, or why there is none."""


def files_below(paths: Sequence[PathLike]) -> tuple[Path, ...]:
    """Return files as named, and for each folder the PDF files in it, by name.

    Args:
        paths: Files and folders.

    Raises:
        DocumentError: A folder holds no PDF file.
    """
    found: list[Path] = []
    for path in map(Path, paths):
        inside = [path]
        if is_folder(path):
            inside = sorted(each for each in path.iterdir() if each.suffix.lower() == ".pdf")
        if not inside:
            raise refused(path, "this folder holds no PDF file")
        found += inside
    return tuple(dict.fromkeys(found))


def read_reports(
    paths: Sequence[PathLike], *, processes: int | None = None, limits: ReadingLimits = USUAL_LIMITS
) -> Iterator[tuple[Path, Read]]:
    """Yield each file with its report, or with why it has none, in the order given.

    Args:
        paths: The files.
        processes: How many at once; one for each processor when ``None``.
        limits: How much of each file is read before it is refused.

    Raises:
        MissingExtraError: The library for PDFs is not installed.
    """
    library()
    files = [Path(path) for path in paths]
    count = min(len(files), processes or os.cpu_count() or 1)
    if count <= 1:
        yield from ((path, _read(path, limits)) for path in files)
        return
    with _pool(count) as pool:
        futures = [pool.submit(_read, path, limits) for path in files]
        for path, future in zip(files, futures, strict=True):
            yield path, _result(path, future, limits)


def _pool(count: int) -> ProcessPoolExecutor:
    # Forked processes would share what the PDF library has open.
    return ProcessPoolExecutor(count, mp_context=multiprocessing.get_context("spawn"))


def _read(path: Path, limits: ReadingLimits) -> Read:
    try:
        return read_report(path, limits=limits)
    except DocumentError as error:
        return error


def _result(path: Path, future: "Future[Read]", limits: ReadingLimits) -> Read:
    try:
        return future.result()
    except BrokenProcessPool:
        return _alone(path, limits)


def _alone(path: Path, limits: ReadingLimits) -> Read:
    """Read a file in a process of its own, which it may bring down."""
    with _pool(1) as pool:
        try:
            return pool.submit(_read, path, limits).result()
        except BrokenProcessPool:
            return refused(path, "the PDF brings the PDF library down; it cannot be read")
