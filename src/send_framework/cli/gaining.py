"""The verbs about days lost and regained: `slips` and `regain`."""

import click

from send_framework.cli.options import (
    Delivery,
    Question,
    WholeNumber,
    asked,
    delivered,
    plan_argument,
)


@click.command("slips")
@plan_argument
@click.option(
    "--by", type=WholeNumber(min=1, max=100_000), multiple=True, default=(1, 5, 20),
    metavar="DAYS", help="Ask about a slip of so many working days. [default: 1, 5 and 20]",
)  # fmt: skip
@asked
@delivered
def slips_verb(*, plan: str, by: tuple[int, ...], question: Question, delivery: Delivery) -> None:
    """Say what it would cost if one piece of work slipped.

    Each alone: by how many working days the last finish in scope moves if this work comes later.
    --by may be given several times.
    """
    from send_framework.cli.costing import answer_slips

    answer_slips(plan, by, question, delivery)


@click.command("regain")
@plan_argument
@click.argument("days", type=WholeNumber(min=1, max=100_000), metavar="DAYS")
@click.option(
    "--cost", multiple=True, metavar="ID=NUMBER",
    help="A working day off ID costs so much, in any unit; what has no cost stays as it is. "
    "[default: each open action may lose days, all alike]",
)  # fmt: skip
@click.option(
    "--limit", multiple=True, metavar="ID=DAYS",
    help="ID may lose so many working days at most. [default: all but one]",
)  # fmt: skip
@asked
@delivered
def regain_verb(  # noqa: PLR0913 - click hands over each option by its name
    *,
    plan: str,
    days: int,
    cost: tuple[str, ...],
    limit: tuple[str, ...],
    question: Question,
    delivery: Delivery,
) -> None:
    """Find the cheapest work to shorten to regain DAYS.

    So many working days is the last finish in scope to come sooner. --cost and --limit may be
    given several times.
    """
    from send_framework.cli.costing import answer_regain

    answer_regain(plan, days, cost, limit, question, delivery)


VERBS = (slips_verb, regain_verb)
