"""The verb that draws charts for papers and slides: `chart`."""

from pathlib import Path

import click

from send_framework.cli.options import (
    SAMPLES,
    Question,
    WholeNumber,
    asked,
    force_option,
    plan_argument,
    quiet_option,
)

KINDS = ("gantt", "network", "timeline", "s-curve", "tornado", "measures")


@click.command("chart")
@click.argument("kind", metavar="KIND", type=click.Choice(KINDS))
@plan_argument
@click.option(
    "-o", "--output", required=True, type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE", help="The chart's file; its name ends in .png or .svg.",
)  # fmt: skip
@click.option(
    "--dpi", type=WholeNumber(min=30, max=600), default=150, show_default=True, metavar="N",
    help="Dots per inch of a PNG; a very large chart gets fewer.",
)  # fmt: skip
@click.option(
    "--samples", type=SAMPLES, default=10_000, show_default=True, metavar="N",
    help="How many samples are simulated for an S-curve or a tornado.",
)  # fmt: skip
@click.option(
    "--seed", type=WholeNumber(min=0), default=1, show_default=True, metavar="N",
    help="Another seed draws other samples; the same seed the same.",
)  # fmt: skip
@asked
@force_option
@quiet_option
def chart_verb(  # noqa: PLR0913 - click hands over each option by its name
    *,
    kind: str,
    plan: str,
    output: Path,
    dpi: int,
    samples: int,
    seed: int,
    question: Question,
    force: bool,
    quiet: bool,
) -> None:
    """Draw a chart for a paper or a slide.

    KIND is gantt, network, timeline, s-curve, tornado or measures. What is to be seen is said on
    standard output, for whoever cannot see it and for the paper's caption.
    """
    from send_framework.cli.drawing import Drawn, draw

    draw(plan, Drawn(kind=kind, output=output, dpi=dpi, samples=samples, seed=seed,
                     question=question, force=force, quiet=quiet))  # fmt: skip


VERBS = (chart_verb,)
