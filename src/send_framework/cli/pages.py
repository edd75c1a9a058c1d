"""The verb that makes pages: `report`."""

from pathlib import Path

import click

from send_framework.cli.options import (
    STANDARD_STREAM,
    USUAL_SAMPLES,
    Question,
    asked,
    force_option,
    quiet_option,
    risk_option,
    samples_option,
    seed_option,
)


@click.command("report")
@click.argument("plan", metavar="[PLAN]", required=False, type=click.Path(allow_dash=True))
@click.option(
    "-o", "--output", required=True, type=click.Path(path_type=Path), metavar="FILE",
    help="Where the page goes; with --portfolio a folder. - is standard output.",
)  # fmt: skip
@click.option(
    "--since", type=click.Path(), metavar="OLD",
    help="Show what changed since this earlier version of the plan.",
)  # fmt: skip
@risk_option
@samples_option
@seed_option
@click.option(
    "--portfolio", type=click.Path(path_type=Path), metavar="DIR",
    help="Make a page for every plan file in this folder, and one that lists them.",
)  # fmt: skip
@asked
@force_option
@quiet_option
def report_verb(  # noqa: PLR0913 - click hands over each option by its name
    *,
    plan: str | None,
    output: Path,
    since: str | None,
    risk: bool,
    samples: int | None,
    seed: int,
    portfolio: Path | None,
    question: Question,
    force: bool,
    quiet: bool,
) -> None:
    """Make a page that opens by double click.

    One self-contained HTML file: the answer, the three things to do first, pictures, findings,
    and why each date is what it is. It loads nothing and needs no network.
    """
    _refuse_contradictions(plan, since, portfolio, output)
    from send_framework.cli.making_pages import Wanted, make_page, make_pages

    simulated = samples or (USUAL_SAMPLES if risk else 0)
    wanted = Wanted(question=question, samples=simulated, seed=seed, force=force, quiet=quiet)
    if portfolio is None:
        make_page(str(plan), since, output, wanted)
    elif make_pages(portfolio, output, wanted):
        click.get_current_context().exit(2)


def _refuse_contradictions(
    plan: str | None, since: str | None, portfolio: Path | None, output: Path
) -> None:
    if (plan is None) == (portfolio is None):
        message = "name one plan file, or a folder of them with --portfolio"
        raise click.UsageError(message)
    if portfolio is not None and since is not None:
        message = "--since compares one plan with its earlier version: it does not go with a folder"
        raise click.UsageError(message)
    if portfolio is not None and str(output) == STANDARD_STREAM:
        message = "--portfolio makes several files: name a folder with -o"
        raise click.UsageError(message)


VERBS = (report_verb,)
