"""The measures of a plan against their targets, one small picture for each."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from markupsafe import Markup

from send_framework.formats.html.facts import PageFacts
from send_framework.formats.html.picture import (
    LINE_HEIGHT,
    DataTable,
    Picture,
    drawing,
    element,
    number,
    width_of,
    words_at,
)
from send_framework.formats.html.pictures.axis import horizontal, vertical
from send_framework.formats.html.pictures.clearing import (
    FARTHER,
    Box,
    Line,
    Point,
    base_line,
    beside,
    clearest,
    dot_box,
    words_box,
)
from send_framework.formats.html.pictures.panels import (
    WIDTH,
    Panel,
    dated,
    figure_words,
    ground,
    panel_of,
    populations,
)
from send_framework.formats.html.pictures.signs import dot, key
from send_framework.formats.wording import (
    counted,
)
from send_framework.model.measure import Measure, Observation, ObservationKind

_STEP = 12.0
"""Pixels from one place that is tried for a target's words to the next."""

KINDS = {
    ObservationKind.PUBLISHED: "published",
    ObservationKind.CLAIMED: "claimed",
    ObservationKind.FORECAST: "forecast",
}


def measures(facts: PageFacts) -> Picture:
    """Return every measure with its figures and its targets, in plan order.

    Args:
        facts: What the page tells of the plan.
    """
    drawn = [each for each in facts.plan.measures if dated(each)]
    panels = [
        element("li", _drawn(each, f"measure-{place}")) for place, each in enumerate(drawn, 1)
    ]
    svg = element("ul", *panels, class_="p-multiples", id="measures") if panels else Markup()
    return Picture(
        id="measures",
        svg=svg,
        title="Measures against their targets",
        description=_description(facts.plan.measures, drawn),
        table=_table(facts.plan.measures),
        key=_key(svg) if panels else Markup(),
    )


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
    panel, shapes = panel_of(measure), populations(measure)
    legend = tuple(_legend(shapes, panel.bottom + LINE_HEIGHT + 4)) if len(shapes) > 1 else ()
    height = panel.bottom + LINE_HEIGHT * (1 + len(legend)) + 8
    return drawing(
        identity, measure.title, _told(measure), WIDTH, height,
        *ground(panel),
        *_targets(panel),
        *_figures(panel, shapes),
        *_words(panel),
        *legend,
    )  # fmt: skip


def _told(measure: Measure) -> str:
    """Return the first and the last figure in one sentence."""
    figures = dated(measure)
    last_day, last = figures[-1]
    said = [_figure(measure, last)]
    if figures[0][0] != last_day:
        said.insert(0, _figure(measure, figures[0][1]))
    aims = [figure_words(each.value) for each in measure.targets]
    aim = f"; target {' and '.join(dict.fromkeys(aims))} {measure.unit}" if aims else ""
    return f"{', later '.join(said)}{aim}."


def _figure(measure: Measure, said: Observation) -> str:
    of = f" ({said.population})" if said.population else ""
    kind = "" if said.kind is ObservationKind.PUBLISHED else f", {KINDS[said.kind]}"
    return f"{figure_words(said.value)} {measure.unit} in {said.period}{of}{kind}"


def _aims(panel: Panel) -> tuple[tuple[float, Line], ...]:
    """Return each target with its line, which ends on its day."""
    scale, found = panel.scale, list[tuple[float, Line]]()
    for each in panel.measure.targets:
        by = each.by.latest() if each.by else None
        y, end = panel.y(each.value), scale.end(by) if by else scale.right
        found.append((each.value, ((scale.left, y), (end, y))))
    return tuple(found)


def _targets(panel: Panel) -> Iterator[Markup]:
    for _, ((left, y), (right, _)) in _aims(panel):
        yield horizontal(y, left, right, "p-target")
        if right < panel.scale.right:
            yield vertical(right, y - 5, y + 5, "p-target-end")


def _series(panel: Panel) -> tuple[tuple[Point, ...], ...]:
    """Return the lines that join published figures, one population each."""
    found = [
        tuple(
            (panel.scale.middle(day), panel.y(each.value))
            for day, each in dated(panel.measure)
            if each.population == name and each.kind is ObservationKind.PUBLISHED
        )
        for name in populations(panel.measure)
    ]
    return tuple(each for each in found if len(each) > 1)


def _figures(panel: Panel, shapes: Mapping[str, str]) -> Iterator[Markup]:
    for path in _series(panel):
        points = (f"{number(x)} {number(y)}" for x, y in path)
        yield element("path", d="M" + "L".join(points), class_="p-series")
    for day, each in dated(panel.measure):
        x, y = panel.scale.middle(day), panel.y(each.value)
        look = f"p-figure p-{KINDS[each.kind]}"
        title = element("title", _figure(panel.measure, each))
        yield element("g", title, dot(shapes[each.population], x, y, look))


def _words(panel: Panel) -> Iterator[Markup]:
    """Yield the last figure beside its dot and each target beside its line, all of them clear."""
    aims = _aims(panel)
    lines = [line for _, line in aims]
    lines += [pair for path in _series(panel) for pair in pairwise(path)]
    boxes = [dot_box(panel.scale.middle(day), panel.y(each.value))
             for day, each in dated(panel.measure)]  # fmt: skip
    named = [("p-mark", *_last(panel)), *_aim_words(panel, aims)]
    for look, words, places in named:
        found = clearest(places, panel.plot, boxes, lines, panel.rules())
        boxes.append(found)
        yield words_at(*base_line(found), words, look)


def _last(panel: Panel) -> tuple[str, Sequence[Box]]:
    """Return the last figure of the first population, and where its words may stand."""
    first = next(iter(populations(panel.measure)))
    day, last = [pair for pair in dated(panel.measure) if pair[1].population == first][-1]
    kind = "" if last.kind is ObservationKind.PUBLISHED else f" {KINDS[last.kind]}"
    words = f"{figure_words(last.value)}{kind}"
    # Strong letters are wider than the estimate.
    width = width_of(words) * 1.1
    return words, beside(panel.scale.middle(day), panel.y(last.value), width)


def _aim_words(
    panel: Panel, aims: Sequence[tuple[float, Line]]
) -> Iterator[tuple[str, str, Sequence[Box]]]:
    """Yield the words of each target, once for equal ones, and where they may stand."""
    for value, line in dict(aims).items():
        words = f"target {figure_words(value)}"
        yield "p-note", words, _along(line, width_of(words), panel.plot)


def _along(line: Line, width: float, plot: Box) -> Sequence[Box]:
    """Return places above a level line and below it, from its end to its beginning, and after."""
    (left, y), (right, _) = line
    steps = range(round(max(0.0, right - left - width) / _STEP) + 1)
    lefts = [max(plot.left, right - width - _STEP * each) for each in steps]
    places = [words_box(x, base, width) for more in (0, *FARTHER) for x in lefts
              for base in (y - 6 - more, y + 16 + more)]  # fmt: skip
    return [*places, words_box(right + 6, y + 5, width)]


def _legend(populations: Mapping[str, str], top: float) -> Iterator[Markup]:
    for place, (name, shape) in enumerate(populations.items()):
        y = top + LINE_HEIGHT * (place + 0.75)
        words = words_at(20, y, name or "population not named", room=WIDTH - 24)
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
        yield (measure.title, figure_words(aim.value), measure.unit, by, "", words,
               _sources(aim.sources))  # fmt: skip
    for each in measure.observations:
        kind = f"{KINDS[each.kind]}{', where progress begins' if each.is_baseline else ''}"
        yield (measure.title, figure_words(each.value), measure.unit, str(each.period or ""),
               each.population, kind, _sources(each.sources))  # fmt: skip
    if not (measure.targets or measure.observations):
        yield (measure.title, "", measure.unit, "", "", "no figure", _sources(measure.sources))


def _sources(found: Sequence[object]) -> str:
    return "; ".join(map(str, found))


def _key(drawn: Markup) -> Markup:
    return key((
        (dot("circle", 17, 9, "p-figure p-published"), "published"),
        (dot("circle", 17, 9, "p-figure p-claimed"), "claimed in speech or letter"),
        (dot("circle", 17, 9, "p-figure p-forecast"), "forecast"),
        (horizontal(9, 3, 31, "p-target"), "target"),
    ), drawn)  # fmt: skip
