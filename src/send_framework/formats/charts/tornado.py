"""The tornado chart: what would be gained if one activity were otherwise."""

from matplotlib.figure import Figure

from send_framework.formats.charts.looks import AXIS, BAR, BLUE, DONE, GROUND, RULE, SOFT, Look
from send_framework.formats.charts.sheet import Sheet
from send_framework.formats.charts.signs import finished, heading, nothing
from send_framework.formats.charts.small_print import risk_print
from send_framework.formats.charts.wrapping import evenly
from send_framework.formats.html.picture import LINE_HEIGHT
from send_framework.formats.html.pictures.tornado import (
    MOST,
    REMEDIES,
    ranked_actions,
    tornado_description,
)
from send_framework.network.risk.results import ActionRisk, Remedy, RemedyGain, RiskResult

_ON_TIME = Look(fill=GROUND, edge=BLUE, hatch="---")
_LOOKS: dict[Remedy, Look] = {
    Remedy.CERTAIN: DONE,
    Remedy.HALVED: BAR,
    Remedy.ON_TIME: _ON_TIME,
}
_WIDTH, _LEFT, _ROOM, _BAR, _LINE = 960.0, 270.0, 340.0, 20.0, 17.0


def draw_tornado(risk: RiskResult, title: str) -> Figure:
    """Return the drawn working days that each remedy of each activity gains, the largest first.

    Args:
        risk: The simulation.
        title: What stands above it.
    """
    sheet = Sheet(_WIDTH)
    top = heading(sheet, title, risk.title)
    ranked = ranked_actions(risk)
    said = risk_print(risk)
    if not ranked:
        return nothing(sheet, top, tornado_description(risk, ranked), said)
    most = max(0.1, *(gain.days_gained for each in ranked for gain in each.remedies))
    y = top
    for each in ranked[:MOST]:
        y = _action(sheet, each, y, most)
    sheet.line(((_LEFT, top - 4), (_LEFT, y)), AXIS)
    sheet.words(_LEFT, y + LINE_HEIGHT, "working days gained, on average", colour=SOFT)
    if len(ranked) > MOST:
        words = f"the first {MOST} of {len(ranked)}"
        sheet.words(8, y + LINE_HEIGHT, words, colour=SOFT)
    return finished(sheet, y + LINE_HEIGHT, (), said)


def _action(sheet: Sheet, each: ActionRisk, top: float, most: float) -> float:
    """Draw an activity with its remedies, and return where the next one begins."""
    lines = [*evenly(f"{each.id} {each.title}", _LEFT - 24, 3)]
    for place, line in enumerate(lines):
        sheet.words(8, top + _LINE * (place + 0.9), line)
    words = f"leads in {each.criticality:.0%}{', spread assumed' if each.assumed else ''}"
    sheet.words(8, top + _LINE * (len(lines) + 0.9), words, colour=SOFT, italic=True)
    for place, gain in enumerate(each.remedies):
        _gain(sheet, gain, top + _BAR * place, most)
    below = top + max(_LINE * (len(lines) + 1), _BAR * len(each.remedies)) + 12
    sheet.line(((0, below - 5), (_WIDTH, below - 5)), RULE)
    return below


def _gain(sheet: Sheet, gain: RemedyGain, top: float, most: float) -> None:
    """Draw one remedy; where it gains nothing, its words alone stand there."""
    width = _ROOM * max(0.0, gain.days_gained) / most
    if width:
        sheet.box(_LEFT, top + 2, width, _BAR - 6, _LOOKS[gain.remedy])
    words = f"{gain.days_gained:.1f} days {REMEDIES[gain.remedy]}"
    sheet.words(_LEFT + width + 8, top + LINE_HEIGHT - 4, words)
