"""The words in a panel of the measures chart: the last figure and the targets, in clear places."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from attrs import frozen

from send_framework.formats.charts.measure_panels import (
    Panel,
    last_of,
    points_of,
    populations_of,
)
from send_framework.formats.html.picture import width_of
from send_framework.formats.html.pictures.clearing import (
    Box,
    Line,
    Point,
    base_line,
    beside,
    clearest,
    dot_box,
    words_box,
)
from send_framework.formats.html.pictures.panels import dated, figure_words
from send_framework.model.measure import Observation, ObservationKind

_BOLD, _SHARES = 1.14, (0.0, 1.0, 0.5, 0.25, 0.75, 0.125, 0.875, 0.375, 0.625)


@frozen(kw_only=True)
class Told:
    """Words with their place.

    Attributes:
        words: The words.
        begin: Where they begin, on their base line.
        strong: Whether they stand out.
        covers: Whether a line crosses them, which they have to cover.
    """

    words: str
    begin: Point
    strong: bool = False
    covers: bool = False


def told_beside(panel: Panel) -> Iterator[Told]:
    """Yield the last figure of the first population, then each target's figure once.

    Args:
        panel: The panel.
    """
    dots = [dot_box(panel.scale.middle(day), panel.y(each.value))
            for day, each in dated(panel.measure)]  # fmt: skip
    lines = [pair for name in populations_of(panel.measure)
             for pair in pairwise(points_of(panel, name))]  # fmt: skip
    lines += panel.target_lines
    (x, y), words = _last_figure(panel)
    place = _clear(panel, beside(x, y, width_of(words) * _BOLD), dots, lines)
    dots.append(place)
    yield _told(words, place, lines, strong=True)
    for line, words in _targets(panel):
        place = _clear(panel, _along(line, width_of(words)), dots, lines)
        dots.append(place)
        yield _told(words, place, lines)


def _told(words: str, place: Box, lines: Sequence[Line], *, strong: bool = False) -> Told:
    covers = any(map(place.crossed, lines))
    return Told(words=words, begin=base_line(place), strong=strong, covers=covers)


def _last_figure(panel: Panel) -> tuple[Point, str]:
    """Return the last figure of the first population: the legend has those of the others."""
    day, last = last_of(panel.measure, populations_of(panel.measure)[0])
    return (panel.scale.middle(day), panel.y(last.value)), told_figure(last)


def told_figure(seen: Observation) -> str:
    """Return a figure, and what it is where it was not published.

    Example:
        >>> told_figure(Observation(value=1241.0)), told_figure(
        ...     Observation(value=50.0, kind=ObservationKind.FORECAST))
        ('1,241', '50 forecast')
    """
    kind = "" if seen.kind is ObservationKind.PUBLISHED else f" {seen.kind.value}"
    return f"{figure_words(seen.value)}{kind}"


def _targets(panel: Panel) -> Iterator[tuple[Line, str]]:
    said = set[str]()
    for line, each in zip(panel.target_lines, panel.measure.targets, strict=True):
        words = f"target {figure_words(each.value)}"
        if words not in said:
            said.add(words)
            yield line, words


def _along(line: Line, width: float) -> Iterator[Box]:
    """Yield places above and below a level line, from its ends to its middle."""
    (left, y), (right, _) = line
    for share in _SHARES:
        x = left + 6 + max(0.0, right - left - width - 10) * share
        yield words_box(x, y - 5, width)
        yield words_box(x, y + 15, width)


def _clear(panel: Panel, places: Iterable[Box], boxes: Sequence[Box], lines: Sequence[Line]) -> Box:
    scale = panel.scale
    within = Box(left=scale.left + 2, top=panel.top - 16, right=scale.right + 4,
                 bottom=panel.bottom)  # fmt: skip
    return clearest(places, within, boxes, lines)
