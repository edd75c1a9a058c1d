"""What `chart` does: read, ask, draw, write."""

from collections.abc import Callable
from pathlib import Path

from attrs import frozen

from send_framework.cli.answering import spare_inputs
from send_framework.cli.options import Question
from send_framework.cli.reading import read, schedule_of
from send_framework.cli.terminal import emit, note, standard_output, visible_line
from send_framework.formats.charts import (
    Chart,
    gantt_chart,
    measures_chart,
    network_chart,
    s_curve_chart,
    timeline_chart,
    tornado_chart,
)
from send_framework.formats.charts.chart import suffix_of
from send_framework.model.plan import Plan
from send_framework.network.results import Schedule
from send_framework.network.risk.simulation import simulate

_OF_A_PLAN: dict[str, Callable[[Plan, Schedule], Chart]] = {
    "gantt": gantt_chart,
    "network": network_chart,
    "timeline": timeline_chart,
    "measures": lambda plan, _: measures_chart(plan),
}
_OF_A_SIMULATION = {"s-curve": s_curve_chart, "tornado": tornado_chart}


@frozen(kw_only=True)
class Drawn:
    """What was asked for on the command line.

    Attributes:
        kind: Which chart.
        output: Its file.
        dpi: Dots per inch of a PNG.
        samples: How many samples are simulated, where the chart needs a simulation.
        seed: Its seed.
        question: What is asked of the network.
        force: Whether an existing file may be replaced.
        quiet: Whether to say nothing.
    """

    kind: str
    output: Path
    dpi: int
    samples: int
    seed: int
    question: Question
    force: bool
    quiet: bool


def draw(path: str, wanted: Drawn) -> None:
    """Draw one chart of a plan, and say what is to be seen in it.

    Args:
        path: The plan file.
        wanted: What was asked for.

    Raises:
        DocumentError: The plan cannot be read, or the chart not be written.
        NetworkError: The target names nothing.
        MissingExtraError: A library that draws or simulates is missing.
    """
    suffix_of(wanted.output)
    given = read(path, wanted.question.on)
    chart = _chart(given.plan, schedule_of(given, wanted.question), wanted)
    spare_inputs(wanted.output)
    chart.save(wanted.output, dpi=wanted.dpi, force=wanted.force)
    if not wanted.quiet:
        emit(f"{visible_line(chart.alt_text)}\n", standard_output())
        note(f"wrote {wanted.output}")


def _chart(plan: Plan, schedule: Schedule, wanted: Drawn) -> Chart:
    if wanted.kind in _OF_A_PLAN:
        return _OF_A_PLAN[wanted.kind](plan, schedule)
    risk = simulate(
        plan, target=schedule.target, on=schedule.on, basis=schedule.basis,
        settings=schedule.settings, samples=wanted.samples, seed=wanted.seed,
        ranking=wanted.kind == "tornado",
    )  # fmt: skip
    return _OF_A_SIMULATION[wanted.kind](risk)
