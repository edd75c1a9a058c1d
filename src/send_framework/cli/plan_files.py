"""The verbs for plan files themselves: `new`, `update` and `schema`."""

from datetime import date
from pathlib import Path

import click

from send_framework.cli.options import (
    Delivery,
    WholeNumber,
    exact_day,
    force_option,
    output_option,
    plan_argument,
)
from send_framework.model.action import Status


@click.command("new")
@click.option("--title", metavar="TEXT", help="The plan's title.")
@click.option(
    "--from-report", type=click.Path(path_type=Path), metavar="FILE",
    help="Begin it with what this inspection report, a PDF, says.",
)  # fmt: skip
@click.option(
    "--published", type=exact_day, metavar="DATE",
    help="The day that report was published. [default: as in the list of published outcomes]",
)  # fmt: skip
@click.option(
    "--received", type=exact_day, metavar="DATE",
    help="The day the partnership received that report in its final form.",
)  # fmt: skip
@output_option
@force_option
def new_verb(  # noqa: PLR0913 - click hands over each option by its name
    *,
    title: str | None,
    from_report: Path | None,
    published: date | None,
    received: date | None,
    output: Path | None,
    force: bool,
) -> None:
    """Write a commented plan file to begin with.

    With --from-report it holds what the report says: the inspection, the bodies, every
    recommendation, the official dates, and one empty slot for actions under each recommendation.
    """
    if from_report is not None:
        from send_framework.cli.reading_reports import begin_plan

        begin_plan(from_report, title, (published, received), Delivery(output=output, force=force))
        return
    if published or received:
        message = "--published and --received say something of a report: name it with --from-report"
        raise click.UsageError(message)
    from send_framework.cli.answering import write
    from send_framework.formats.skeleton import skeleton_plan

    text = skeleton_plan() if title is None else skeleton_plan(title)
    write(Delivery(output=output, force=force), text)


@click.command("schema")
@output_option
@force_option
def schema_verb(*, output: Path | None, force: bool) -> None:
    """Write the JSON Schema by which editors complete plans."""
    from send_framework.cli.answering import as_text, write
    from send_framework.formats.plan_schema import plan_schema

    write(Delivery(output=output, force=force), as_text(plan_schema()))


@click.command("update")
@plan_argument
@click.argument("activity", metavar="ID")
@click.option("--started", type=exact_day, metavar="DATE", help="It started on this day.")
@click.option("--finished", type=exact_day, metavar="DATE", help="It finished on this day.")
@click.option("--percent", type=WholeNumber(0, 100), metavar="N", help="So much of it is done.")
@click.option("--forecast", type=exact_day, metavar="DATE", help="It should finish on this day.")
@click.option("--status", type=click.Choice([each.value for each in Status]), help="How far it is.")
@click.option("--reported", type=exact_day, metavar="DATE", help="It was reported on this day.")
@output_option
@force_option
def update_verb(
    *, plan: str, activity: str, output: Path | None, force: bool, **reported: date | int | str
) -> None:
    """Report progress on ID in the plan file.

    Its lines in PLAN are changed and all others stay as they are. Without -o the plan file itself
    is replaced, whole or not at all; a plan from standard input goes to standard output.
    """
    from send_framework.cli.updating import update

    changes = {FIELDS[name]: value for name, value in reported.items() if value is not None}
    if not changes:
        names = ", ".join(f"--{name}" for name in FIELDS)
        message = f"say what is reported: one or more of {names}"
        raise click.UsageError(message)
    update(plan, activity, changes, Delivery(output=output, force=force))


# What each option is called where plans are changed.
FIELDS = {
    "started": "started",
    "finished": "finished",
    "percent": "percent_complete",
    "forecast": "forecast_finish",
    "status": "status",
    "reported": "reported_on",
}

FIRST = (new_verb,)
LATER = (update_verb, schema_verb)
