"""The verbs that say what decides the date: `critical-path` and `explain`."""

import click

from send_framework.cli.options import (
    Delivery,
    Question,
    ascii_option,
    asked,
    delivered,
    plan_argument,
)


@click.command("critical-path")
@plan_argument
@ascii_option
@asked
@delivered
def critical_path_verb(
    *, plan: str, as_ascii: bool, question: Question, delivery: Delivery
) -> None:
    """Show the chain of work that decides when all is ready."""
    from send_framework.cli.answering import deliver
    from send_framework.cli.reading import read, schedule_of
    from send_framework.cli.show_path import show_critical_path
    from send_framework.formats.json_answers import critical_path_json

    given = read(plan, question.on)
    answer = schedule_of(given, question)
    deliver(
        delivery,
        lambda page: show_critical_path(page, answer, given.view(delivery, as_ascii=as_ascii)),
        lambda: critical_path_json(answer),
    )


@click.command("explain")
@plan_argument
@click.argument("activity", metavar="ID")
@asked
@delivered
def explain_verb(*, plan: str, activity: str, question: Question, delivery: Delivery) -> None:
    """Say why the date of ID is what it is."""
    from send_framework.cli.answering import deliver
    from send_framework.cli.reading import read, schedule_of
    from send_framework.cli.show_path import show_explanation
    from send_framework.formats.json_answers import explanation_json
    from send_framework.network.reasons import explain

    given = read(plan, question.on)
    answer = schedule_of(given, question)
    reasons = explain(given.plan, answer, activity)
    deliver(
        delivery,
        lambda page: show_explanation(page, answer, reasons, given.view(delivery)),
        lambda: explanation_json(answer, reasons),
    )


VERBS = (critical_path_verb, explain_verb)
