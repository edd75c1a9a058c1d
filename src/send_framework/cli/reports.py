"""The verb that reads report PDFs: `read-report`."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from send_framework.cli.options import (
    Delivery,
    WholeNumber,
    force_option,
    output_option,
    quiet_option,
)

if TYPE_CHECKING:  # what a plain --help need not bring
    from send_framework.formats.inspection_report import InspectionReport

most_pages_option = click.option(
    "--most-pages", type=WholeNumber(min=1), default=60, show_default=True, metavar="N",
    help="Refuse a PDF with more pages.",
)  # fmt: skip


@click.command("read-report")
@click.argument(
    "paths", metavar="PATH...", nargs=-1, required=True, type=click.Path(path_type=Path)
)
@click.option(
    "--show", is_flag=True, help="Print each value beside its page, and how it was found."
)
@click.option(
    "--pictures", type=click.Path(path_type=Path, file_okay=False), metavar="DIR",
    help="Write the pages there as pictures, with what was recognised drawn on them.",
)  # fmt: skip
@click.option(
    "--json", "as_json", is_flag=True, help="Answer in JSON, one object a line and report."
)
@click.option("--csv", "as_csv", is_flag=True, help="Answer in CSV, one row a recommendation.")
@click.option(
    "--processes", type=WholeNumber(min=1), metavar="N",
    help="Read so many files at once. [default: one for each processor]",
)  # fmt: skip
@most_pages_option
@output_option
@force_option
@quiet_option
def read_report_verb(  # noqa: PLR0913 - click hands over each option by its name
    *,
    paths: tuple[Path, ...],
    show: bool,
    pictures: Path | None,
    as_json: bool,
    as_csv: bool,
    processes: int | None,
    most_pages: int,
    output: Path | None,
    force: bool,
    quiet: bool,
) -> None:
    """Read inspection reports: what they say, where, how sure.

    PATH is a PDF file or a folder of them. A file that cannot be read is named and the others
    are read all the same; the exit code is then 2.
    """
    from send_framework.cli.reading_reports import all_reports, deliver_reports, draw
    from send_framework.formats.inspection_report.pdf import ReadingLimits

    if as_json and as_csv:
        message = "--json and --csv are two forms of one answer: ask for one"
        raise click.UsageError(message)
    limits = ReadingLimits(pages=most_pages)
    read, refused = all_reports(paths, processes, limits)
    if pictures is not None:
        draw(read, pictures, force=force, limits=limits)
    reports: list[InspectionReport] = [report for _, report in read]
    delivery = Delivery(as_json=as_json, output=output, force=force, quiet=quiet, verbose=show)
    if reports:
        deliver_reports(reports, delivery, as_csv=as_csv)
    if refused:
        click.get_current_context().exit(2)


VERBS = (read_report_verb,)
