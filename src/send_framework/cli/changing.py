"""The verbs that set two schedules side by side: `what-if` and `compare`."""

from datetime import date
from pathlib import Path

import click

from send_framework.cli.options import (
    USUAL_SAMPLES,
    Delivery,
    Question,
    WholeNumber,
    asked,
    delivered,
    exact_day,
    plan_argument,
    risk_option,
    samples_option,
    seed_option,
)


@click.command("what-if")
@plan_argument
@click.option("--slip", multiple=True, metavar="ID=DAYS", help="ID comes so many days later.")
@click.option(
    "--shorten", multiple=True, metavar="ID=DAYS",
    help="ID takes so many days less, and is promised as much earlier.",
)  # fmt: skip
@click.option("--set-duration", multiple=True, metavar="ID=DAYS", help="ID takes so many days.")
@click.option(
    "--add-link", multiple=True, metavar="ID:ON[:TYPE][=LAG]",
    help="ID waits for ON too: FS unless SS, FF or SF is said.",
)  # fmt: skip
@click.option("--drop-link", multiple=True, metavar="ID:ON", help="ID no longer waits for ON.")
@click.option(
    "--parallel", multiple=True, metavar="ID:ON[=LAG]",
    help="ID waits only for the start of ON, no longer for its finish.",
)  # fmt: skip
@click.option(
    "--set-calendar", multiple=True, metavar="ID=CALENDAR",
    help="ID follows this calendar of the plan.",
)  # fmt: skip
@click.option("--remove", multiple=True, metavar="ID", help="ID is not done; its links pass on.")
@click.option(
    "--move-window", type=WholeNumber(min=-100_000, max=100_000), metavar="DAYS",
    help="Inspectors come so many calendar days later; earlier, if negative.",
)  # fmt: skip
@click.option(
    "--scenarios", type=click.Path(path_type=Path), metavar="FILE",
    help="Ask about every scenario of this file as well.",
)  # fmt: skip
@risk_option
@samples_option
@seed_option
@asked
@delivered
def what_if_verb(  # noqa: PLR0913 - click hands over each option by its name
    *,
    plan: str,
    move_window: int | None,
    scenarios: Path | None,
    risk: bool,
    samples: int | None,
    seed: int,
    question: Question,
    delivery: Delivery,
    **steps: tuple[str, ...],
) -> None:
    """Say what would follow if something changed.

    All that the options say is one scenario; a file may hold more. The plan file stays as it is.
    Each option may be given several times; days are working days unless said otherwise.
    """
    from send_framework.cli.asking import ask
    from send_framework.cli.show_what_if import Simulated

    simulated = Simulated(samples=samples or (USUAL_SAMPLES if risk else 0), seed=seed)
    ask(plan, steps, move_window, scenarios, simulated, question, delivery)


@click.command("compare")
@click.argument("old", metavar="OLD", type=click.Path(allow_dash=True))
@click.argument("new", metavar="NEW", type=click.Path(allow_dash=True))
@click.option(
    "--old-on", type=exact_day, metavar="DATE",
    help="Data date of the earlier version. [default: its file's, else today]",
)  # fmt: skip
@asked
@delivered
def compare_verb(
    *, old: str, new: str, old_on: date | None, question: Question, delivery: Delivery
) -> None:
    """Say what changed between two versions of a plan.

    What is new, gone, moved and late, and how much of the finish's move each change makes. --on is
    the data date of NEW.
    """
    from send_framework.cli.answering import deliver
    from send_framework.cli.asking import compared
    from send_framework.cli.show_comparison import show_comparison
    from send_framework.formats.change_answers import comparison_json

    found, given = compared(old, new, old_on, question)
    deliver(
        delivery,
        lambda page: show_comparison(page, found, given.view(delivery)),
        lambda: comparison_json(found),
    )


VERBS = (what_if_verb, compare_verb)
