"""The verb that asks one question of many plans: `portfolio`."""

from datetime import date
from pathlib import Path

import click

from send_framework.cli.options import (
    STANDARD_STREAM,
    WholeNumber,
    force_option,
    json_option,
    on_option,
    quiet_option,
)


@click.command("portfolio")
@click.argument(
    "paths", metavar="PATH...", nargs=-1, required=True, type=click.Path(path_type=Path)
)
@on_option
@click.option(
    "--samples", type=WholeNumber(min=0), default=0, metavar="N",
    help="Simulate each plan so many times, for the chance of being ready. [default: not at all]",
)  # fmt: skip
@click.option(
    "--seed", type=WholeNumber(min=0), default=1, show_default=True, metavar="N",
    help="Another seed draws other samples; the same seed the same.",
)  # fmt: skip
@click.option("--no-check", is_flag=True, help="Leave out the checks: faster.")
@click.option(
    "--processes", type=WholeNumber(min=1), metavar="N",
    help="Work on so many plans at once. [default: one for each processor]",
)  # fmt: skip
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
    help="Keep each result there as a line of JSON, as soon as it is there.",
)  # fmt: skip
@click.option("--resume", is_flag=True, help="Go on with FILE: what it answers is not run again.")
@force_option
@json_option
@click.option("--csv", "as_csv", is_flag=True, help="Answer in CSV, one row a plan.")
@quiet_option
def portfolio_verb(  # noqa: PLR0913 - click hands over each option by its name
    *,
    paths: tuple[Path, ...],
    on: date | None,
    samples: int,
    seed: int,
    no_check: bool,
    processes: int | None,
    output: Path | None,
    resume: bool,
    force: bool,
    as_json: bool,
    as_csv: bool,
    quiet: bool,
) -> None:
    """Compare many plans: float, chance, worst findings.

    PATH is a plan file, or a folder whose plan files, and those below it, are all taken. A plan
    that cannot be read is named and the others are answered all the same; the exit code is then 2.
    """
    from send_framework.cli.running_plans import Portfolio, answer
    from send_framework.portfolio.job import Asked

    to_stream = output is not None and str(output) == STANDARD_STREAM
    file = None if to_stream else output
    _refuse_contradictions(file, resume=resume, force=force, both=as_json and as_csv)
    portfolio = Portfolio(
        paths=paths,
        asked=Asked(on=on, samples=samples, seed=seed, check=not no_check),
        processes=processes,
        output=file,
        resume=resume,
        force=force,
        as_json=as_json or to_stream,
        as_csv=as_csv,
        quiet=quiet,
    )
    if answer(portfolio):
        click.get_current_context().exit(2)


def _refuse_contradictions(file: Path | None, *, resume: bool, force: bool, both: bool) -> None:
    if both:
        message = "--json and --csv are two forms of one answer: ask for one"
        raise click.UsageError(message)
    if resume and file is None:
        message = "--resume goes on with a file of results: name it with -o"
        raise click.UsageError(message)
    if resume and force:
        message = "--resume goes on with the file and --force replaces it: ask for one"
        raise click.UsageError(message)


VERBS = (portfolio_verb,)
