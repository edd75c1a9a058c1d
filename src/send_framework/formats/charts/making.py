"""The charts by their names: each takes results of the library and returns a `Chart`."""

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING

from send_framework.errors import MissingExtraError
from send_framework.formats.charts.chart import Chart
from send_framework.formats.charts.measure_panels import measures_description
from send_framework.formats.html.facts import PageFacts
from send_framework.formats.html.pictures.curve import curve_description
from send_framework.formats.html.pictures.gantt_words import gantt_description, placed_in_time
from send_framework.formats.html.pictures.network_words import network_description, ties_of
from send_framework.formats.html.pictures.tornado import ranked_actions, tornado_description
from send_framework.frameworks import timeline
from send_framework.model.plan import Plan
from send_framework.network.results import Schedule
from send_framework.network.risk.results import RiskResult

if TYPE_CHECKING:
    from matplotlib.figure import Figure


def gantt_chart(plan: Plan, schedule: Schedule) -> Chart:
    """Draw every activity with its dates, its float, its promise and what it waits for.

    Args:
        plan: The plan.
        schedule: Its schedule.

    Raises:
        MissingExtraError: matplotlib is not installed: the extra ``charts`` brings it.
    """
    _need_matplotlib()
    from send_framework.formats.charts.gantt import draw_gantt

    facts = _facts(plan, schedule)
    return _made("Gantt chart", gantt_description(facts), lambda title: draw_gantt(facts, title))


def network_chart(plan: Plan, schedule: Schedule) -> Chart:
    """Draw what waits for what, from left to right, a lane for each body.

    Args:
        plan: The plan.
        schedule: Its schedule.

    Raises:
        MissingExtraError: matplotlib is not installed.
    """
    _need_matplotlib()
    from send_framework.formats.charts.network import draw_network

    facts = _facts(plan, schedule)
    words = network_description(placed_in_time(facts), ties_of(facts), facts)
    return _made("Network", words, lambda title: draw_network(facts, title))


def timeline_chart(plan: Plan, schedule: Schedule) -> Chart:
    """Draw what is due by law and by custom, windows as spans, and what happened.

    Args:
        plan: The plan.
        schedule: Its schedule, whose data date holds.

    Raises:
        MissingExtraError: matplotlib is not installed.
    """
    _need_matplotlib()
    from send_framework.formats.charts.timeline import draw_timeline, timeline_description

    facts = _facts(plan, schedule)
    words = timeline_description(facts)
    return _made("Timeline", words, lambda title: draw_timeline(facts, title))


def s_curve_chart(risk: RiskResult) -> Chart:
    """Draw by which day how large a share of the samples is done, and the window beside it.

    Args:
        risk: What a simulation returned.

    Raises:
        MissingExtraError: matplotlib is not installed.
    """
    _need_matplotlib()
    from send_framework.formats.charts.curve import draw_curve

    title = "When everything in scope is done"
    return _made(title, curve_description(risk), lambda said: draw_curve(risk, said))


def tornado_chart(risk: RiskResult) -> Chart:
    """Draw what would be gained if one activity were otherwise, most first.

    Args:
        risk: What a simulation returned, with its ranking.

    Raises:
        MissingExtraError: matplotlib is not installed.
    """
    _need_matplotlib()
    from send_framework.formats.charts.tornado import draw_tornado

    words = tornado_description(risk, ranked_actions(risk))
    return _made("What would gain most", words, lambda title: draw_tornado(risk, title))


def measures_chart(plan: Plan) -> Chart:
    """Draw each measure with its targets and what was seen, as small multiples.

    Args:
        plan: The plan.

    Raises:
        MissingExtraError: matplotlib is not installed.
    """
    _need_matplotlib()
    from send_framework.formats.charts.measures import draw_measures

    words = measures_description(plan.measures)
    title = "Measures against their targets"
    return _made(title, words, lambda said: draw_measures(plan, said))


def _facts(plan: Plan, schedule: Schedule) -> PageFacts:
    """Return what charts tell of a plan: nothing that has to be checked or explained."""
    history = timeline(plan, on=schedule.on)
    return PageFacts(
        plan=plan, schedule=schedule, findings=(), timeline=history, recommendations=(),
        explanations=(),
    )  # fmt: skip


def _made(title: str, words: str, draw: Callable[[str], "Figure"]) -> Chart:
    from send_framework.formats.charts.rendering import plain_style

    with plain_style():
        return Chart(title=title, alt_text=words, figure=draw(title))


def _need_matplotlib() -> None:
    try:
        import_module("matplotlib")
    except ImportError:
        raise MissingExtraError("a chart", "charts") from None
