"""The S-curve of a simulation: by which day how large a share of the samples is done."""

from collections.abc import Iterator, Sequence
from datetime import date

from markupsafe import Markup

from send_framework.dates import day_words
from send_framework.formats.html.facts import PageFacts
from send_framework.formats.html.picture import (
    LINE_HEIGHT,
    DataTable,
    Picture,
    drawing,
    element,
    number,
    together,
    width_of,
    words_at,
)
from send_framework.formats.html.pictures.axis import (
    Label,
    Scale,
    horizontal,
    label_texts,
    mark_names,
    placed,
    rows_of,
    ruled,
    scale_for,
    vertical,
    window_band,
    window_ends,
)
from send_framework.formats.html.pictures.signs import key
from send_framework.formats.wording import (
    short_day,
)
from send_framework.network.risk.results import DayShare, Finishes, RiskResult

_WIDTH, _LEFT, _HEIGHT = 960.0, 60.0, 280.0
_SHARES = (0.0, 0.1, 0.5, 0.8, 0.9, 1.0)


def curve(facts: PageFacts) -> Picture:
    """Return the S-curve with its P10, P50, P80 and P90, and the window's own curve.

    Args:
        facts: What the page tells of the plan.
    """
    title, risk = "When everything in scope is done", facts.risk
    svg, description = Markup(), "No simulation was given, so there is no curve to draw."
    if risk is not None:
        description = curve_description(risk)
        svg = _drawn(risk, title, description) if risk.curve else Markup()
    return Picture(
        id="curve",
        svg=svg,
        title=title,
        description=description,
        table=curve_table(risk),
        key=_key(risk) if risk and svg else Markup(),
    )


def named_days(finish: Finishes) -> tuple[tuple[str, float, date], ...]:
    """Return the percentiles that have a day: their names, shares and days."""
    all_of = (("P10", 0.1, finish.p10), ("P50", 0.5, finish.p50), ("P80", 0.8, finish.p80),
              ("P90", 0.9, finish.p90))  # fmt: skip
    return tuple((name, share, day) for name, share, day in all_of if day)


def curve_description(risk: RiskResult) -> str:
    """Return what is to be seen, in one sentence."""
    days = [f"{name} {day_words(day)}" for name, _, day in named_days(risk.finish)]
    if not risk.samples:
        return "No sample was drawn, for nothing in scope has dates."
    if not days:
        return f"Of {risk.samples:,} samples not even a tenth are ever done."
    return f"Of {risk.samples:,} samples, by finish: {', '.join(days)}{_ready_share(risk)}."


def _ready_share(risk: RiskResult) -> str:
    chance = risk.p_ready.window
    if chance is None:
        return ""
    share = f"ready in {chance.value:.0%} of them"
    return f"; what has dates is {share}, all cannot be said" if risk.missing else f"; {share}"


def _drawn(risk: RiskResult, title: str, description: str) -> Markup:
    scale = curve_scale(risk)
    labels = placed(curve_labels(risk, scale), _LEFT, _WIDTH - 4)
    top = LINE_HEIGHT * rows_of(labels) + 10
    bottom = top + _HEIGHT
    return drawing(
        "curve", title, description, _WIDTH, bottom + LINE_HEIGHT + 8,
        window_band(scale, risk.target, top, bottom),
        ruled(scale, top, bottom),
        mark_names(scale, bottom + LINE_HEIGHT),
        _shares(scale, top),
        *(vertical(each.label.x, LINE_HEIGHT * each.row + 4, bottom, "p-lead") for each in labels),
        label_texts(labels, 0),
        _line(risk.window_curve, scale, top, "p-curve p-curve-window"),
        _line(risk.curve, scale, top, "p-curve"),
        *_points(risk, scale, top),
        look="p-picture p-wide",
    )  # fmt: skip


def curve_scale(risk: RiskResult) -> Scale:
    """Return where each day of the curve, of the window and of the single schedule stands."""
    days = [each.day for each in risk.curve]
    days += [day for _, day in window_ends(risk.target)]
    days += [risk.finish.scheduled] if risk.finish.scheduled else []
    return scale_for(days, left=_LEFT, width=_WIDTH - _LEFT - 16)


def curve_labels(risk: RiskResult, scale: Scale) -> Iterator[Label]:
    """Yield the words of the window's ends and of the single schedule's finish."""
    for name, day in window_ends(risk.target):
        yield Label(x=scale.middle(day), words=f"{name} {day_words(day)}", look="p-mark")
    if risk.finish.scheduled:
        day = risk.finish.scheduled
        words = f"single schedule {day_words(day)}"
        yield Label(x=scale.end(day), words=words, look="p-mark")


def _height(share: float, top: float) -> float:
    return top + _HEIGHT * (1 - share)


def _shares(scale: Scale, top: float) -> Markup:
    lines = [
        horizontal(_height(share, top), scale.left, scale.right, "p-grid")
        + words_at(_LEFT - 6, _height(share, top) + 5, f"{share:.0%}", "p-tick", anchor="end")
        for share in _SHARES
    ]
    return together(lines)


def _line(curve: Sequence[DayShare], scale: Scale, top: float, look: str) -> Markup:
    """Draw a cumulative curve: level from one day to the next, for between them nobody is done."""
    if not curve:
        return Markup()
    path = f"M{number(scale.left)} {number(_height(0, top))}"
    for each in curve:
        path += f"H{number(scale.end(each.day))}V{number(_height(each.share, top))}"
    return element("path", d=f"{path}H{number(scale.right)}", class_=look)


def _points(risk: RiskResult, scale: Scale, top: float) -> Iterator[Markup]:
    for name, share, day in named_days(risk.finish):
        x, y = scale.end(day), _height(share, top)
        words = f"{name} {day_words(day)}"
        fits = x - 10 - width_of(words) > scale.left
        yield element("circle", cx=x, cy=y, r=5, class_="p-point")
        yield words_at(
            x - 10 if fits else x + 10, y - 4, words, "p-mark", anchor="end" if fits else None
        )


def curve_table(risk: RiskResult | None) -> DataTable:
    """Return the percentiles, the single schedule and the chances of being ready."""
    rows: list[tuple[str, ...]] = []
    if risk:
        rows = [(f"{name} done", short_day(day), f"{share:.0%}")
                for name, share, day in named_days(risk.finish)]  # fmt: skip
        rows.append(("single schedule", short_day(risk.finish.scheduled) or "no day", ""))
        rows.append(("never done", "", f"{risk.finish.never:.0%}"))
        chances = risk.p_ready
        for name in ("earliest", "expected", "latest", "window"):
            chance = getattr(chances, name)
            if chance is not None:
                day = dict(window_ends(risk.target)).get(name)
                words = "ready over the window" if name == "window" else f"ready on the {name} day"
                rows.append((words, short_day(day), f"{chance.value:.0%}"))
    columns = ("what", "day", "share of samples")
    return DataTable(caption="Finish and readiness in the samples", columns=columns,
                     rows=tuple(rows))  # fmt: skip


def _key(risk: RiskResult) -> Markup:
    signs = [(horizontal(9, 3, 31, "p-curve"), "share of the samples done by that day")]
    if risk.window_curve:
        line = horizontal(9, 3, 31, "p-curve p-curve-window")
        signs.append((line, "share of the inspections that have come by then"))
    if risk.target:
        box = element("rect", x=4, y=0, width=26, height=18, class_="p-window")
        signs.append((box, f"the window: {risk.target.name}"))
    return key(signs)
