"""What `read-report` and `new --from-report` do: read with a progress bar, and deliver."""

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from rich.console import Console
from rich.progress import track

from send_framework.cli.answering import write
from send_framework.cli.options import Delivery
from send_framework.cli.page import Page
from send_framework.cli.show_deadlines import days_of
from send_framework.cli.show_report import show_report, show_reports
from send_framework.cli.terminal import FILE, note, standard_output, visible_line
from send_framework.errors import DocumentError
from send_framework.formats.inspection_report import InspectionReport, ReadingLimits, read_report
from send_framework.formats.inspection_report.many import Read, files_below, read_reports
from send_framework.formats.inspection_report.pictures import write_pictures
from send_framework.formats.inspection_report.report_answers import report_csv, report_json
from send_framework.formats.inspection_report.report_plan import plan_of
from send_framework.formats.inspection_report.report_skeleton import skeleton_of
from send_framework.frameworks import deadlines

_FEW = 3
"""So few files need no bar."""


def all_reports(
    paths: Sequence[Path], processes: int | None, limits: ReadingLimits
) -> tuple[list[tuple[Path, InspectionReport]], int]:
    """Read every file, and say of each that cannot be read why.

    Args:
        paths: Files and folders.
        processes: How many files at once.
        limits: How much of each is read.

    Returns:
        The reports with their files, and how many files were refused.
    """
    files = files_below(paths)
    processes = 1 if len(files) <= _FEW else processes
    read: list[tuple[Path, InspectionReport]] = []
    for path, result in _tracked(
        read_reports(files, processes=processes, limits=limits), len(files)
    ):
        if isinstance(result, DocumentError):
            for problem in result.problems:
                note(visible_line(problem))
        else:
            read.append((path, result))
    return read, len(files) - len(read)


def _tracked(results: Iterable[tuple[Path, Read]], count: int) -> Iterator[tuple[Path, Read]]:
    """Draw a progress bar on a terminal, where the wait is worth one."""
    quiet = count <= _FEW or sys.stderr is None or not sys.stderr.isatty()
    console = Console(stderr=True)
    yield from track(results, "Reading", count, console=console, transient=True, disable=quiet)


def draw(
    read: Sequence[tuple[Path, InspectionReport]],
    folder: Path,
    *,
    force: bool,
    limits: ReadingLimits,
) -> None:
    """Write the pages of each report as pictures.

    Args:
        read: The reports with their files.
        folder: Where the pictures go.
        force: Whether existing pictures may be replaced.
        limits: How much of each file is read.
    """
    for path, report in read:
        written = write_pictures(path, report, folder, force=force, limits=limits)
        note(f"wrote {len(written)} pictures of {path.name} to {folder}")


def deliver_reports(
    reports: Sequence[InspectionReport], delivery: Delivery, *, as_csv: bool
) -> None:
    """Write what was read where it was asked for.

    Args:
        reports: The reports.
        delivery: Where it goes and in which form.
        as_csv: Whether as CSV.
    """
    if as_csv:
        write(delivery, report_csv(reports))
        return
    if delivery.as_json:
        write(delivery, "".join(f"{json.dumps(report_json(each))}\n" for each in reports))
        return
    page = Page(standard_output() if delivery.is_to_standard_output else FILE)
    if len(reports) > 1 and not delivery.verbose:
        show_reports(page, reports, delivery)
    else:
        for report in reports:
            show_report(page, report, delivery)
    write(delivery, page.text())


def begin_plan(
    path: Path, title: str | None, days: tuple[date | None, date | None], delivery: Delivery
) -> None:
    """Write the plan file that a report begins.

    Args:
        path: The report.
        title: The plan's title; the area's by default.
        days: When the report was published and when it was received, where known.
        delivery: Where the plan goes.
    """
    report = read_report(path)
    plan = plan_of(report, title=title, published=days[0], received=days[1])
    official = [
        f"{each.name}: {days_of(each)}"
        for inspection in plan.inspections
        for each in deadlines(inspection)
    ]
    write(delivery, skeleton_of(report, plan, official))
