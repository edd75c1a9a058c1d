"""The verbs of the whole cycle: `timeline`, `next` and `rules`."""

from datetime import date

import click

from send_framework.cli.options import Delivery, ascii_option, delivered, on_option, plan_argument


@click.command("timeline")
@plan_argument
@on_option
@ascii_option
@delivered
def timeline_verb(*, plan: str, on: date | None, as_ascii: bool, delivery: Delivery) -> None:
    """Tell the whole history in order, and what is still to come.

    Past dates with what the rules had led to expect; coming ones with how binding they are, what
    is overdue, and how long it took elsewhere.
    """
    from send_framework.cli.answering import deliver
    from send_framework.cli.comparing import observed_spreads
    from send_framework.cli.reading import read
    from send_framework.cli.show_timeline import show_timeline
    from send_framework.formats.cycle_answers import timeline_json
    from send_framework.frameworks import timeline

    given = read(plan, on)
    told = timeline(given.plan, on=given.on, spreads=observed_spreads(given.on))
    deliver(
        delivery,
        lambda page: show_timeline(page, told, given.view(delivery, as_ascii=as_ascii)),
        lambda: timeline_json(told, on_given=given.occasion.on_given),
    )


@click.command("next")
@plan_argument
@on_option
@delivered
def next_verb(*, plan: str, on: date | None, delivery: Delivery) -> None:
    """Say what may come next: who acts, by when, by which rule."""
    from send_framework.cli.answering import deliver
    from send_framework.cli.comparing import observed_spreads
    from send_framework.cli.reading import read
    from send_framework.cli.show_timeline import show_next
    from send_framework.dates import day_words
    from send_framework.formats.cycle_answers import next_json
    from send_framework.frameworks import next_steps

    given = read(plan, on)
    steps = next_steps(given.plan, on=given.on, spreads=observed_spreads(given.on))
    title, day = given.plan.title, day_words(given.on)
    deliver(
        delivery,
        lambda page: show_next(page, steps, given.view(delivery), title, day),
        lambda: next_json(title, given.on, steps, on_given=given.occasion.on_given),
    )


@click.command("rules")
@click.argument("key", required=False, default="")
@delivered
def rules_verb(*, key: str, delivery: Delivery) -> None:
    """Print the official rules with their editions and sources.

    KEY is a rule's key, such as monitoring-inspection, alone or behind its rule book's
    (area_send_2023/monitoring-inspection), or the key of a rule book.
    """
    from send_framework.cli.answering import deliver
    from send_framework.cli.show_rules import show_books, show_rules
    from send_framework.formats.cycle_answers import rules_json
    from send_framework.frameworks import find_rules, rule_books

    books = [book for book in rule_books() if key in ("", book.key)]
    found = [(book, rule) for book in books for rule in book.rules] or find_rules(key)
    deliver(
        delivery,
        lambda page: show_rules(page, found) if key else show_books(page, books),
        lambda: rules_json(found),
    )


VERBS = (timeline_verb, next_verb, rules_verb)
