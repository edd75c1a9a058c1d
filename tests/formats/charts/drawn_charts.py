"""Every chart of one plan, and how tests read a drawing: as XML, or as matplotlib places it."""

from datetime import date, timedelta
from itertools import combinations
from xml.etree import ElementTree as ET

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.text import Text
from matplotlib.transforms import Bbox

from send_framework import Action, Agency, AgencyKind, Measure, Observation, Plan, Window
from send_framework.formats.charts import (
    Chart,
    gantt_chart,
    measures_chart,
    network_chart,
    s_curve_chart,
    timeline_chart,
    tornado_chart,
)
from send_framework.formats.charts.rendering import plain_style
from send_framework.network.schedule import schedule
from tests.formats.html.pictures.imagined_results import a_simulation

MONDAY = date(2024, 6, 3)
NASTY = (
    "<script>alert('x')</script> $\\frac{1}{0$ & \"quotes\" --> \u202eturned\u202c \U0001f600 "
    "\u05e2\u05d1\u05e8\u05d9\u05ea \u65e5\u672c\u8a9e " + "W" * 10_000
)
"""Mark-up, a broken formula, turned writing, signs that fonts lack, and no end."""

KINDS = ("gantt", "network", "timeline", "measures", "s-curve", "tornado")


def charts_of(plan: Plan, target: Window | None = None) -> dict[str, Chart]:
    """Return every chart of a plan, the last two of an invented simulation."""
    answer = schedule(plan, on=plan.data_date or MONDAY, target=target)
    risk = a_simulation(answer)
    return {
        "gantt": gantt_chart(plan, answer),
        "network": network_chart(plan, answer),
        "timeline": timeline_chart(plan, answer),
        "measures": measures_chart(plan),
        "s-curve": s_curve_chart(risk),
        "tornado": tornado_chart(risk),
    }


def nasty_plan() -> Plan:
    """Return a plan whose every text does its worst."""
    return Plan(
        title=NASTY, start=MONDAY, data_date=MONDAY,
        agencies=[Agency(id="X", name=NASTY, kind=AgencyKind.LOCAL_AUTHORITY)],
        actions=[
            Action(id="A" * 40, title=NASTY, duration=20, accountable="X"),
            Action(id="B", title="$x$ <b>", duration=3, after="A" * 40),
        ],
        measures=[
            Measure(id="M", title=NASTY, unit="$" * 200, observations=[
                Observation(value=1e12, period="2023", population=NASTY),
                Observation(value=3, period="2023"),
            ])
        ],
    )  # fmt: skip


def many(number: int) -> Plan:
    """Return a plan of this many actions, the second of each pair after the first."""
    actions = [
        Action(
            id=f"A{place:03}", title=f"Improve number {place} together with families and schools",
            duration=3 + place % 17, planned_start=MONDAY + timedelta(days=place),
            after=[f"A{place - 1:03}"] if place % 2 else [],
        )
        for place in range(number)
    ]  # fmt: skip
    return Plan(title="Many", start=MONDAY, data_date=MONDAY, actions=actions)


def tree(chart: Chart) -> ET.Element:
    """Return a chart's SVG as XML."""
    return ET.fromstring(chart.svg())  # noqa: S314 - our own drawing


def named(root: ET.Element, name: str) -> list[ET.Element]:
    """Return the elements of a name, in drawing order."""
    return [each for each in root.iter() if each.tag.rpartition("}")[2] == name]


def texts(figure: Figure) -> list[Text]:
    """Return every text of a figure, in drawing order."""
    return [each for axes in figure.axes for each in axes.texts]


def said(figure: Figure) -> list[str]:
    """Return what stands in a figure."""
    return [each.get_text() for each in texts(figure)]


def places(figure: Figure) -> list[tuple[str, Bbox]]:
    """Return each text with the room that matplotlib gives it: it measures its own letters."""
    renderer = FigureCanvasAgg(figure).get_renderer()  # type: ignore[no-untyped-call]
    with plain_style():
        return [(each.get_text(), each.get_window_extent(renderer)) for each in texts(figure)]


def outside(figure: Figure) -> list[str]:
    """Return the texts that leave the sheet."""
    _, _, width, height = figure.bbox.bounds
    return [
        words for words, box in places(figure)
        if box.x0 < 0 or box.y0 < 0 or box.x1 > width or box.y1 > height
    ]  # fmt: skip


def crossing(figure: Figure) -> list[tuple[str, str]]:
    """Return the texts that cover each other by more than the edge of a letter."""
    return [
        (one, other)
        for (one, first), (other, second) in combinations(places(figure), 2)
        if min(first.x1, second.x1) - max(first.x0, second.x0) > 2
        and min(first.y1, second.y1) - max(first.y0, second.y0) > 2
    ]


def gantt_of(plan: Plan) -> Chart:
    """Return a plan's Gantt chart."""
    return gantt_chart(plan, schedule(plan, on=plan.data_date or MONDAY))


def network_of(plan: Plan) -> Chart:
    """Return a plan's network."""
    return network_chart(plan, schedule(plan, on=plan.data_date or MONDAY))
