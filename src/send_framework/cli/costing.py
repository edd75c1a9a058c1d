"""What `slips` and `regain` do: read their words, ask, and deliver."""

import re
from collections.abc import Sequence

import click

from send_framework.cli.answering import deliver
from send_framework.cli.options import Delivery, Question
from send_framework.cli.reading import read, schedule_of
from send_framework.cli.show_costs import show_regain, show_slips
from send_framework.errors import shown
from send_framework.formats.change_answers import regain_json, slips_json
from send_framework.model.validation import ID_PATTERN
from send_framework.network.changes.asking import what_if
from send_framework.network.changes.results import Shortening
from send_framework.network.changes.scenario import Scenario, Step, StepKind
from send_framework.network.changes.shortening import shorten
from send_framework.network.changes.slip_impact import slip_impacts

_NUMBER = r"\d{1,12}(?:\.\d{1,6})?"
_DAYS = r"\d{1,6}"


def answer_slips(path: str, by: Sequence[int], question: Question, delivery: Delivery) -> None:
    """Say what slips of each piece of work cost.

    Args:
        path: The plan file.
        by: Working days by which each slips.
        question: What is asked of the network.
        delivery: Where the answer goes.

    Raises:
        DocumentError: The plan cannot be read.
        NetworkError: On the basis of promises nothing slips.
    """
    given = read(path, question.on)
    base = schedule_of(given, question)
    found = slip_impacts(
        given.plan, slips=sorted(set(by)), target=base.target, on=given.asked, basis=base.basis,
        settings=base.settings,
    )  # fmt: skip
    deliver(
        delivery,
        lambda page: show_slips(page, base, found, given.view(delivery)),
        lambda: slips_json(base, found),
    )


def answer_regain(  # noqa: PLR0913, PLR0917 - what the verb was given
    path: str,
    days: int,
    cost: Sequence[str],
    limit: Sequence[str],
    question: Question,
    delivery: Delivery,
) -> None:
    """Say which work to shorten to regain days, and what follows.

    Args:
        path: The plan file.
        days: Working days to regain.
        cost: What a day off an action costs, each such as ``S02=3``.
        limit: The most days an action may lose, each such as ``S02=5``.
        question: What is asked of the network.
        delivery: Where the answer goes.

    Raises:
        DocumentError: The plan cannot be read.
        NetworkError: Something cannot be shortened as asked.
    """
    costs = _amounts("cost", cost, _NUMBER, "ID=NUMBER", "S02=3")
    limits = _amounts("limit", limit, _DAYS, "ID=DAYS", "S02=5")
    given = read(path, question.on)
    base = schedule_of(given, question)
    found = shorten(
        given.plan, days, costs or None, {name: int(most) for name, most in limits.items()},
        target=base.target, on=given.asked, basis=base.basis, settings=base.settings,
    )  # fmt: skip
    answers = what_if(
        given.plan, _scenarios(found), target=base.target, on=given.asked, basis=base.basis,
        settings=base.settings,
    )  # fmt: skip
    then = answers[0] if answers else None
    deliver(
        delivery,
        lambda page: show_regain(page, base, found, then, given.view(delivery), priced=bool(costs)),
        lambda: regain_json(base, found, then),
    )


def _amounts(
    option: str, texts: Sequence[str], number: str, form: str, example: str
) -> dict[str, float]:
    """Return the number given for each id.

    Raises:
        click.UsageError: A text is not of the form.
    """
    found: dict[str, float] = {}
    for text in texts:
        parts = re.fullmatch(f"({ID_PATTERN})=({number})", text)
        if parts is None:
            message = f"--{option}: found {shown(text)}, but {form} is expected, such as {example}"
            raise click.UsageError(message)
        found[parts[1]] = float(parts[2])
    return found


def _scenarios(found: Shortening) -> tuple[Scenario, ...]:
    """Return what was found as a scenario; none where there is nothing to shorten."""
    steps = tuple(
        Step(kind=StepKind.SHORTEN, activity=name, days=days) for name, days in found.days
    )
    return (Scenario(id="regain", steps=steps),) if steps else ()
