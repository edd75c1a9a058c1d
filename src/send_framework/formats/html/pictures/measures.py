"""The measures of a plan against their targets, one small picture for each."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from attrs import frozen
from markupsafe import Markup

from send_framework.formats.html.facts import PageFacts
from send_framework.formats.html.picture import (
    LINE_HEIGHT,
    DataTable,
    Picture,
    drawing,
    element,
    fitted,
    lines_of,
    number,
    width_of,
    words_at,
)
from send_framework.formats.html.pictures.axis import Scale, horizontal, scale_for, vertical
from send_framework.formats.html.pictures.signs import dot, key
from send_framework.formats.wording import (
    counted,
)
from send_framework.model.measure import Measure, Observation, ObservationKind

_WIDTH, _LEFT, _RIGHT, _PLOT = 300.0, 62.0, 12.0, 110.0
_HEAD = 3 * LINE_HEIGHT
_SHAPES = ("circle", "square", "triangle", "diamond", "pointer", "cross")
"""A shape for each population of a measure; further ones share the last."""

KINDS = {
    ObservationKind.PUBLISHED: "published",
    ObservationKind.CLAIMED: "claimed",
    ObservationKind.FORECAST: "forecast",
}


@frozen(kw_only=True)
class _Panel:
    """Where the figures of one measure stand.

    Attributes:
        measure: The measure.
        scale: Where each day stands.
        low: The lowest figure of the scale.
        high: The highest.
    """

    measure: Measure
    scale: Scale
    low: float
    high: float

    def y(self, value: float) -> float:
        """Return where a figure stands."""
        return _HEAD + _PLOT * (1 - (value - self.low) / (self.high - self.low))


def measures(facts: PageFacts) -> Picture:
    """Return every measure with its figures and its targets, in plan order.

    Args:
        facts: What the page tells of the plan.
    """
    drawn = [each for each in facts.plan.measures if _dated(each)]
    panels = [
        element("li", _drawn(each, f"measure-{place}")) for place, each in enumerate(drawn, 1)
    ]
    return Picture(
        id="measures",
        svg=element("ul", *panels, class_="p-multiples", id="measures") if panels else Markup(),
        title="Measures against their targets",
        description=_description(facts.plan.measures, drawn),
        table=_table(facts.plan.measures),
        key=_key() if panels else Markup(),
    )


def _day(said: Observation) -> date | None:
    """Return the day at which a figure is drawn: the last of the time it speaks of."""
    return (said.period.latest() or said.period.earliest()) if said.period else None


def _dated(measure: Measure) -> tuple[tuple[date, Observation], ...]:
    found = [(day, each) for each in measure.observations if (day := _day(each))]
    return tuple(sorted(found, key=lambda pair: pair[0]))


def _description(all_of: Sequence[Measure], drawn: Sequence[Measure]) -> str:
    if not all_of:
        return "The plan names no measure."
    aimed = sum(bool(each.targets) for each in all_of)
    words = f"{counted(len(all_of), 'measure')}, {aimed} with a target"
    left_out = len(all_of) - len(drawn)
    return (
        f"{words}; {left_out} without a dated figure stand in the table."
        if left_out
        else (f"{words}.")
    )


def _drawn(measure: Measure, identity: str) -> Markup:
    panel = _panel(measure)
    bottom = _HEAD + _PLOT
    populations = _populations(measure)
    legend = tuple(_legend(populations, bottom + LINE_HEIGHT + 4)) if len(populations) > 1 else ()
    height = bottom + LINE_HEIGHT * (1 + len(legend)) + 8
    return drawing(
        identity, measure.title, _told(measure), _WIDTH, height,
        *_heading(measure),
        *_frame(panel, bottom),
        *_targets(panel),
        *_figures(panel, populations),
        *legend,
    )  # fmt: skip


def _panel(measure: Measure) -> _Panel:
    days = [day for day, _ in _dated(measure)]
    days += [day for each in measure.targets if each.by and (day := each.by.latest())]
    figures = [each.value for _, each in _dated(measure)]
    figures += [each.value for each in measure.targets]
    high = 100.0 if measure.unit == "%" and max(figures) <= 100 else max(*figures, 0.0)  # noqa: PLR2004 - all of it, in per cent
    low = min(*figures, 0.0)
    scale = scale_for(days, left=_LEFT, width=_WIDTH - _LEFT - _RIGHT)
    return _Panel(measure=measure, scale=scale, low=low, high=high if high > low else low + 1)


def _heading(measure: Measure) -> Iterator[Markup]:
    # The estimate is of plain letters; strong ones are wider.
    lines = lines_of(measure.title, (_WIDTH - 8) / 1.08)
    for place, line in enumerate(lines, 2 - len(lines)):
        yield words_at(4, LINE_HEIGHT * (place + 0.8), line, "p-strong")


def _told(measure: Measure) -> str:
    """Return the first and the last figure in one sentence."""
    figures = _dated(measure)
    last_day, last = figures[-1]
    said = [_figure(measure, last)]
    if figures[0][0] != last_day:
        said.insert(0, _figure(measure, figures[0][1]))
    aims = [f"{each.value:,g}" for each in measure.targets]
    aim = f"; target {' and '.join(dict.fromkeys(aims))} {measure.unit}" if aims else ""
    return f"{', later '.join(said)}{aim}."


def _figure(measure: Measure, said: Observation) -> str:
    of = f" ({said.population})" if said.population else ""
    kind = "" if said.kind is ObservationKind.PUBLISHED else f", {KINDS[said.kind]}"
    return f"{said.value:,g} {measure.unit} in {said.period}{of}{kind}"


def _frame(panel: _Panel, bottom: float) -> Iterator[Markup]:
    scale = panel.scale
    for value in dict.fromkeys((panel.low, min(max(panel.low, 0.0), panel.high), panel.high)):
        yield horizontal(panel.y(value), scale.left, scale.right, "p-grid")
        yield words_at(_LEFT - 5, panel.y(value) + 5, fitted(f"{value:,g}", _LEFT - 5), "p-tick",
                       anchor="end")  # fmt: skip
    yield vertical(scale.left, _HEAD, bottom, "p-axis-line")
    first, last = (str(day.year) for day in (scale.first, scale.last))
    yield words_at(scale.left, bottom + LINE_HEIGHT, first, "p-tick")
    if first != last:
        yield words_at(scale.right, bottom + LINE_HEIGHT, last, "p-tick", anchor="end")
    unit = fitted(panel.measure.unit, 150)
    yield words_at((scale.left + scale.right) / 2, bottom + LINE_HEIGHT, unit, "p-tick",
                   anchor="middle")  # fmt: skip


def _populations(measure: Measure) -> Mapping[str, str]:
    """Return a shape for each population; first of all that of figures without one."""
    named = [each.population for _, each in _dated(measure)]
    names = dict.fromkeys(sorted(named, key=bool))
    return {name: _SHAPES[min(i, len(_SHAPES) - 1)] for i, name in enumerate(names)}


def _targets(panel: _Panel) -> Iterator[Markup]:
    """Yield each target as a broken line up to its day; equal ones share their words."""
    scale, said = panel.scale, set[str]()
    for each in panel.measure.targets:
        by = each.by.latest() if each.by else None
        y, end = panel.y(each.value), scale.end(by) if by else scale.right
        yield horizontal(y, scale.left, end, "p-target")
        if by:
            yield vertical(end, y - 5, y + 5, "p-target-end")
        words = f"target {each.value:,g}"
        if words not in said:
            said.add(words)
            yield _beside_figures(panel, y, words)


def _beside_figures(panel: _Panel, y: float, words: str) -> Markup:
    """Write a target's words where no figure stands: left or right, above its line or below."""
    figures = _dated(panel.measure)
    dots = [(panel.scale.middle(day), panel.y(each.value)) for day, each in figures]
    wide = width_of(words)
    taken, taken_base, figure = _last(panel)
    heights = [each for each in (y - 5, y + 15) if _HEAD <= each <= _HEAD + _PLOT] or [y - 5]
    sides = (panel.scale.left + 4, panel.scale.right - wide - 4)
    places = [(x, at) for at in heights for x in sides]

    def crowd(place: tuple[float, float]) -> int:
        left, base = place
        clash = left < taken + width_of(figure) + 8 and taken < left + wide + 8
        clash = clash and abs(base - taken_base) < LINE_HEIGHT
        near = (left - 10 < x < left + wide + 10 and base - 20 < at < base + 10 for x, at in dots)
        return sum(near) + len(dots) * clash

    x, at = min(places, key=crowd)
    return words_at(x, at, words, "p-note")


def _figures(panel: _Panel, populations: Mapping[str, str]) -> Iterator[Markup]:
    """Yield the figures; a line joins those of one population that were published."""
    figures = _dated(panel.measure)
    for name in populations:
        path = [
            f"{number(panel.scale.middle(day))} {number(panel.y(each.value))}"
            for day, each in figures
            if each.population == name and each.kind is ObservationKind.PUBLISHED
        ]
        if len(path) > 1:
            yield element("path", d="M" + "L".join(path), class_="p-series")
    for day, each in figures:
        x, y = panel.scale.middle(day), panel.y(each.value)
        look = f"p-figure p-{KINDS[each.kind]}"
        title = element("title", _figure(panel.measure, each))
        yield element("g", title, dot(populations[each.population], x, y, look))
    yield words_at(*_last(panel), "p-mark")


def _last(panel: _Panel) -> tuple[float, float, str]:
    """Return the last figure of the first population, and where its words stand."""
    first = next(iter(_populations(panel.measure)))
    day, last = [pair for pair in _dated(panel.measure) if pair[1].population == first][-1]
    words = f"{last.value:,g}"
    left = panel.scale.middle(day) - 8 - width_of(words)
    x = left if left > panel.scale.left else panel.scale.middle(day) + 8
    return x, max(panel.y(last.value) - 6, _HEAD + 4), words


def _legend(populations: Mapping[str, str], top: float) -> Iterator[Markup]:
    for place, (name, shape) in enumerate(populations.items()):
        y = top + LINE_HEIGHT * (place + 0.75)
        words = words_at(20, y, name or "population not named", room=_WIDTH - 24)
        yield dot(shape, 10, y - 5, "p-figure p-published") + words


def _table(all_of: Sequence[Measure]) -> DataTable:
    rows = tuple(row for each in all_of for row in _rows(each))
    columns = ("measure", "figure", "unit", "when", "population", "what it is", "source")
    return DataTable(caption="Measures, their targets and what was seen", columns=columns,
                     rows=rows)  # fmt: skip


def _rows(measure: Measure) -> Iterator[tuple[str, ...]]:
    for aim in measure.targets:
        by = f"by {aim.by}" if aim.by else ""
        words = f"target: {aim.label}" if aim.label not in ("", "target") else "target"
        yield (measure.title, f"{aim.value:,g}", measure.unit, by, "", words,
               _sources(aim.sources))  # fmt: skip
    for each in measure.observations:
        kind = f"{KINDS[each.kind]}{', where progress begins' if each.is_baseline else ''}"
        yield (measure.title, f"{each.value:,g}", measure.unit, str(each.period or ""),
               each.population, kind, _sources(each.sources))  # fmt: skip
    if not (measure.targets or measure.observations):
        yield (measure.title, "", measure.unit, "", "", "no figure", _sources(measure.sources))


def _sources(found: Sequence[object]) -> str:
    return "; ".join(map(str, found))


def _key() -> Markup:
    return key((
        (dot("circle", 17, 9, "p-figure p-published"), "published"),
        (dot("circle", 17, 9, "p-figure p-claimed"), "claimed in speech or letter"),
        (dot("circle", 17, 9, "p-figure p-forecast"), "forecast"),
        (horizontal(9, 3, 31, "p-target"), "target"),
    ))  # fmt: skip
