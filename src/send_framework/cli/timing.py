"""The verbs that say when: `schedule`, `ready` and `actions`."""

import click

from send_framework.cli.options import (
    Delivery,
    Question,
    WholeNumber,
    asked,
    delivered,
    plan_argument,
)


@click.command("schedule")
@plan_argument
@asked
@delivered
def schedule_verb(*, plan: str, question: Question, delivery: Delivery) -> None:
    """Show when everything can happen, and its float."""
    from send_framework.cli.answering import deliver
    from send_framework.cli.reading import read, schedule_of
    from send_framework.cli.show_schedule import show_schedule
    from send_framework.formats.json_answers import schedule_json

    given = read(plan, question.on)
    answer = schedule_of(given, question)
    deliver(
        delivery,
        lambda page: show_schedule(page, answer, given.view(delivery)),
        lambda: schedule_json(answer),
    )


@click.command("ready")
@plan_argument
@asked
@delivered
def ready_verb(*, plan: str, question: Question, delivery: Delivery) -> None:
    """Say whether all is ready, and what is not.

    Whether the partnership is ready for the inspection, overall and for each recommendation and
    each of its parts.
    """
    from send_framework.cli.answering import deliver
    from send_framework.cli.reading import read, schedule_of
    from send_framework.cli.show_schedule import show_readiness_by_recommendation
    from send_framework.formats.json_answers import readiness_json
    from send_framework.network.readiness import readiness_by_recommendation

    given = read(plan, question.on)
    answer = schedule_of(given, question)
    parts = readiness_by_recommendation(given.plan, answer)
    deliver(
        delivery,
        lambda page: show_readiness_by_recommendation(page, answer, parts, given.view(delivery)),
        lambda: readiness_json(answer, parts),
    )


@click.command("actions")
@plan_argument
@click.option(
    "--agency", metavar="ID",
    help="Only work that this agency is accountable for, leads or helps with.",
)  # fmt: skip
@click.option(
    "--weeks", type=WholeNumber(min=1, max=520), metavar="N",
    help="Only work that starts or is under way in the next N weeks.",
)  # fmt: skip
@click.option(
    "--before", metavar="ID",
    help="Only work that starts or is under way before this meeting, milestone or other work.",
)  # fmt: skip
@asked
@delivered
def actions_verb(  # noqa: PLR0913 - one parameter for each option
    *, plan: str, agency: str | None, weeks: int | None, before: str | None,
    question: Question, delivery: Delivery,
) -> None:  # fmt: skip
    """List the work still to be done.

    Of one agency, of the next weeks, before the next board.
    """
    from send_framework.cli.answering import deliver
    from send_framework.cli.reading import read, schedule_of
    from send_framework.cli.show_work import show_work
    from send_framework.formats.json_answers import actions_json
    from send_framework.network.work_ahead import last_day, work_ahead

    given = read(plan, question.on)
    answer = schedule_of(given, question)
    until = last_day(given.plan, answer, weeks=weeks, before=before)
    work = work_ahead(given.plan, answer, agency=agency, until=until)
    deliver(
        delivery,
        lambda page: show_work(page, answer, work, given.view(delivery)),
        lambda: actions_json(answer, work),
    )


VERBS = (schedule_verb, ready_verb, actions_verb)
