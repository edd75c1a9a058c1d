"""The tornado: what would be gained if one activity were otherwise."""

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from send_framework.formats.html.facts import PageFacts
from send_framework.formats.html.picture import (
    LINE_HEIGHT,
    DataTable,
    Picture,
    drawing,
    element,
    lines_of,
    words_at,
)
from send_framework.formats.html.pictures.axis import horizontal, vertical
from send_framework.network.risk.results import ActionRisk, Remedy, RemedyGain, RiskResult

REMEDIES = {
    Remedy.CERTAIN: "if it went exactly as planned",
    Remedy.HALVED: "if it took half as long",
    Remedy.ON_TIME: "if it started on its planned day",
}
_LOOKS = {Remedy.CERTAIN: "p-done", Remedy.HALVED: "p-bar", Remedy.ON_TIME: "p-bar p-assumed"}
MOST = 10
"""So many activities are drawn."""

_WIDTH, _LEFT, _ROOM, _BAR = 960.0, 270.0, 360.0, 20.0


def tornado(facts: PageFacts) -> Picture:
    """Return the working days that each remedy of each activity gains, the largest first.

    Args:
        facts: What the page tells of the plan.
    """
    risk = facts.risk
    ranked = ranked_actions(risk) if risk else ()
    title, description = "What would gain most", tornado_description(risk, ranked)
    return Picture(
        id="tornado",
        svg=_drawn(ranked[:MOST], title, description) if ranked else Markup(),
        title=title,
        description=description,
        table=tornado_table(ranked),
    )


def ranked_actions(risk: RiskResult) -> tuple[ActionRisk, ...]:
    """Return the activities that ever lead, what gains most first."""
    leading = [each for each in risk.actions if each.remedies]
    return tuple(sorted(leading, key=lambda each: -each.days_gained))


def tornado_description(risk: RiskResult | None, ranked: Sequence[ActionRisk]) -> str:
    """Return what is to be seen, in one sentence."""
    if risk is None:
        return "No simulation was given, so nothing can be said of what would gain most."
    if not ranked:
        return "No activity ever leads to the finish, so there is nothing to gain."
    best = ranked[0]
    first = max(best.remedies, key=lambda each: each.days_gained)
    shown = f"the first {MOST} of {len(ranked)} are drawn" if len(ranked) > MOST else ""
    words = f"Most is gained by {best.id}: {_days(first)} {REMEDIES[first.remedy]}"
    return f"{words}; {shown}." if shown else f"{words}."


def _days(gain: RemedyGain) -> str:
    return f"{gain.days_gained:.1f} working days"


def _drawn(ranked: Sequence[ActionRisk], title: str, description: str) -> Markup:
    most = max(0.1, *(abs(gain.days_gained) for each in ranked for gain in each.remedies))
    parts: list[Markup] = []
    top = 8.0
    for each in ranked:
        parts.extend(_action(each, top, most))
        top += _row(each)
    axis = vertical(_LEFT, 4, top, "p-axis-line")
    return drawing("tornado", title, description, _WIDTH, top + 4, *parts, axis,
                   look="p-picture p-wide")  # fmt: skip


def _row(each: ActionRisk) -> float:
    return max(2 * LINE_HEIGHT, _BAR * len(each.remedies)) + 12


def _action(each: ActionRisk, top: float, most: float) -> Iterator[Markup]:
    lines = lines_of(f"{each.id} {each.title}", _LEFT - 24)
    for place, line in enumerate(lines):
        yield words_at(4, top + LINE_HEIGHT * (place + 0.8), line)
    for place, gain in enumerate(each.remedies):
        yield _gain(gain, top + _BAR * place, most)
    yield horizontal(top + _row(each) - 5, 0, _WIDTH, "p-rule")


def _gain(gain: RemedyGain, top: float, most: float) -> Markup:
    """Draw one remedy; where it gains nothing, its words alone stand there."""
    width = _ROOM * max(0.0, gain.days_gained) / most
    bar = element("rect", x=_LEFT, y=top + 2, width=width, height=_BAR - 6,
                  class_=_LOOKS[gain.remedy])  # fmt: skip
    words = f"{gain.days_gained:.1f} days {REMEDIES[gain.remedy]}"
    return bar + words_at(_LEFT + width + 8, top + LINE_HEIGHT - 4, words)


def tornado_table(ranked: Sequence[ActionRisk]) -> DataTable:
    """Return what each remedy of each activity gains."""
    rows = tuple(
        (
            each.id,
            each.title,
            REMEDIES[gain.remedy],
            f"{gain.days_gained:.1f}",
            f"{gain.p_ready_gain:+.0%}",
            f"{each.criticality:.0%}",
            "assumed" if each.assumed else "given",
        )
        for each in ranked
        for gain in each.remedies
    )
    columns = ("id", "work", "what if", "days gained", "chance of being ready", "leads in",
               "its spread")  # fmt: skip
    return DataTable(caption="What each remedy gains, in working days", columns=columns, rows=rows)
