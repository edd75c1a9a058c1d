"""Charts for papers, slides and notebooks: PNG and SVG, with the extra ``charts``.

They show what the pictures of a page show, in the same words. Each function returns a `Chart`,
which has `png()`, `svg()`, `save()`, its `alt_text`, and matplotlib's `figure`.
"""

from send_framework.formats.charts.chart import Chart
from send_framework.formats.charts.making import (
    gantt_chart,
    measures_chart,
    network_chart,
    s_curve_chart,
    timeline_chart,
    tornado_chart,
)

__all__ = [
    "Chart",
    "gantt_chart",
    "measures_chart",
    "network_chart",
    "s_curve_chart",
    "timeline_chart",
    "tornado_chart",
]
