"""The verbs that know England: `areas`, `area` and `england`. None of them reads a plan."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

import click

from send_framework.cli.options import Delivery, delivered, exact_day

if TYPE_CHECKING:  # what a plain --help need not bring
    from send_framework.cli.page import Page
    from send_framework.formats.json_shapes import Json

day_option = click.option(
    "--on", type=exact_day, metavar="DATE",
    help="What is known at the close of this day. [default: today]",
)  # fmt: skip
csv_option = click.option("--csv", "as_csv", is_flag=True, help="Answer in CSV, for programs.")


@click.command("areas")
@click.argument("query", required=False, default="")
@day_option
@csv_option
@delivered
def areas_verb(*, query: str, on: date | None, as_csv: bool, delivery: Delivery) -> None:
    """List England's local areas.

    QUERY is a part of a name, a code, a region or a board; without it all are listed, each with
    its boards and its last outcome.
    """
    from send_framework.cli.knowing import asked_on, found_areas
    from send_framework.cli.show_areas import show_areas
    from send_framework.formats.england_answers import areas_json
    from send_framework.formats.england_tables import areas_csv

    asked = asked_on(on)
    found = found_areas(query, asked)
    _deliver(
        delivery,
        (as_csv, lambda: areas_csv(found)),
        lambda page: show_areas(page, asked, query, found, delivery),
        lambda: areas_json(asked, query, found),
    )


@click.command("area")
@click.argument("name")
@day_option
@csv_option
@delivered
def area_verb(*, name: str, on: date | None, as_csv: bool, delivery: Delivery) -> None:
    """Show everything known of one local area.

    NAME is its name in any usual form, a former name, or a code. Bodies, inspections and what is
    due under which rule, each with its date and its source.
    """
    from send_framework.cli.knowing import asked_on, whole_area
    from send_framework.cli.show_area import show_area
    from send_framework.formats.england_answers import area_json
    from send_framework.formats.england_tables import area_csv

    asked = asked_on(on)
    whole = whole_area(name, asked)
    _deliver(
        delivery,
        (as_csv, lambda: area_csv(whole)),
        lambda page: show_area(page, asked, whole, delivery),
        lambda: area_json(asked, whole),
    )


@click.command("england")
@day_option
@csv_option
@delivered
def england_verb(*, on: date | None, as_csv: bool, delivery: Delivery) -> None:
    """Count England's outcomes, and say how long things took.

    By region and by year; then the times to publication, to monitoring and to the next
    inspection, and who is due next. With --csv one row for each inspection.
    """
    from send_framework.cli.knowing import asked_on, whole_england
    from send_framework.cli.show_england import show_england
    from send_framework.formats.england_answers import england_json
    from send_framework.formats.england_tables import inspections_csv

    asked = asked_on(on)
    england = whole_england(asked)
    _deliver(
        delivery,
        (as_csv, lambda: inspections_csv(england.inspections)),
        lambda page: show_england(page, asked, england, delivery),
        lambda: england_json(asked, england),
    )


def _deliver(
    delivery: Delivery,
    table: tuple[bool, Callable[[], str]],
    show: "Callable[[Page], None]",
    answer: "Callable[[], Json]",
) -> None:
    """Write an answer as CSV where that was asked for, else for people or as JSON."""
    from send_framework.cli.answering import deliver, write

    as_csv, text = table
    if as_csv and delivery.as_json:
        message = "--csv and --json are two answers; ask for one"
        raise click.UsageError(message)
    if as_csv:
        write(delivery, text())
    else:
        deliver(delivery, show, answer)


VERBS = (areas_verb, area_verb, england_verb)
