"""The words in a panel of the measures chart: the last figures and the targets, in clear places."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from attrs import frozen

from send_framework.formats.charts.measure_panels import (
    Panel,
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

_MOST, _BOLD, _SHARES = 3, 1.14, (0.0, 1.0, 0.5, 0.25, 0.75, 0.125, 0.875, 0.375, 0.625)


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
    """Yield the last figure of each of the first populations, then each target's figure once.

    Args:
        panel: The panel.
    """
    dots = [dot_box(panel.scale.middle(day), panel.y(each.value))
            for day, each in dated(panel.measure)]  # fmt: skip
    lines = [pair for name in populations_of(panel.measure)
             for pair in pairwise(points_of(panel, name))]  # fmt: skip
    lines += panel.target_lines
    for (x, y), words, strong in _last_figures(panel):
        places = beside(x, y, width_of(words) * (_BOLD if strong else 1))
        place = _clear(panel, places, dots, lines)
        dots.append(place)
        covers = any(map(place.crossed, lines))
        yield Told(words=words, begin=base_line(place), strong=strong, covers=covers)
    for line, words in _targets(panel):
        place = _clear(panel, _along(line, width_of(words)), dots, lines)
        dots.append(place)
        covers = any(map(place.crossed, lines))
        yield Told(words=words, begin=base_line(place), covers=covers)


def _last_figures(panel: Panel) -> Iterator[tuple[Point, str, bool]]:
    names = populations_of(panel.measure)
    for number, name in enumerate(names[:_MOST]):
        day, last = [pair for pair in dated(panel.measure) if pair[1].population == name][-1]
        yield (panel.scale.middle(day), panel.y(last.value)), figure_words(last.value), not number


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
