"""The verb that says how sure an answer is: `risk`."""

import click

from send_framework.cli.options import (
    SAMPLES,
    Delivery,
    Number,
    Question,
    WholeNumber,
    asked,
    delivered,
    plan_argument,
)


@click.command("risk")
@plan_argument
@click.option(
    "--samples", type=SAMPLES, default=10_000, show_default=True, metavar="N",
    help="Compute so many schedules; with --tolerance at most so many.",
)  # fmt: skip
@click.option(
    "--seed", type=WholeNumber(min=0), default=1, show_default=True, metavar="N",
    help="The same seed gives the same answer, on any machine.",
)  # fmt: skip
@click.option(
    "--tolerance", type=Number(), metavar="SHARE",
    help="Stop once the standard error of the chance is at or below this, such as 0.005.",
)  # fmt: skip
@click.option(
    "--sampling", type=click.Choice(["random", "latin-hypercube"]), default="random",
    show_default=True, help="How samples are spread over what is possible.",
)  # fmt: skip
@click.option(
    "--observed", is_flag=True,
    help="Let inspectors come after the waits seen in other areas, not within the target's window.",
)  # fmt: skip
@click.option("--no-ranking", is_flag=True, help="Leave out what one thing would gain: faster.")
@click.option(
    "--processes", type=WholeNumber(min=1), default=1, show_default=True, metavar="N",
    help="Compute in so many processes; they take seconds to start.",
)  # fmt: skip
@click.option("--csv", "as_csv", is_flag=True, help="Answer in CSV, one row an activity.")
@asked
@delivered
def risk_verb(  # noqa: PLR0913 - click hands over each option by its name
    *,
    plan: str,
    samples: int,
    seed: int,
    tolerance: float | None,
    sampling: str,
    observed: bool,
    no_ranking: bool,
    processes: int,
    as_csv: bool,
    question: Question,
    delivery: Delivery,
) -> None:
    """Say how likely all is ready, and what would help.

    Computes the schedule many times over with lengths drawn from what is possible, and counts how
    often all is ready when inspectors come. Needs the extra `risk`.
    """
    _refuse_contradictions(question, both=as_csv and delivery.as_json)
    from send_framework.cli.simulating import Simulation, answer

    simulation = Simulation(
        samples=samples,
        seed=seed,
        tolerance=tolerance,
        sampling=sampling,
        observed=observed,
        ranking=not no_ranking,
        processes=processes,
    )
    answer(plan, simulation, question, delivery, as_csv=as_csv)


def _refuse_contradictions(question: Question, *, both: bool) -> None:
    if both:
        message = "--json and --csv are two forms of one answer: ask for one"
        raise click.UsageError(message)
    if question.basis == "promised":
        message = "a promise is drawn from nothing: --basis network or forecast can be simulated"
        raise click.UsageError(message)


VERBS = (risk_verb,)
