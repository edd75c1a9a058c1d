"""Where everything in a network is drawn: boxes, lanes, gutters, and its sheets of paper."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from attrs import frozen

from send_framework.formats.html.picture import LINE_HEIGHT
from send_framework.formats.html.pictures.layers import Layers, Slot
from send_framework.formats.html.pictures.paper import WIDEST, Span, parts_of, tallest

BOX, TALL, GAP = 200.0, 82.0, 14.0
"""Pixels of a box from left to right, from top to bottom, and to the one below it."""

_PASS, _EDGE = 12.0, 12.0
_LANE_HEAD, _LANE_FOOT = LINE_HEIGHT + 10, 12.0
_ALONE_IN_A_ROW = 4
# A gutter is wider where more links than a few lead from lane to lane in it, up to a limit.
_GUTTER, _FEW, _EACH, _MORE = 64.0, 10, 2.5, 130.0
# How far links are drawn beyond a box at the edge of a sheet, and how many sheets lie side by side.
_STUMP, _SIDE_BY_SIDE = 8.0, 2


@frozen(kw_only=True)
class Place:
    """Where the top left corner of a slot is, and how tall it is."""

    x: float
    y: float
    tall: float

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.x + BOX

    @property
    def middle(self) -> float:
        """The height at which links meet it."""
        return self.y + self.tall / 2


@frozen(kw_only=True)
class Lane:
    """A body's lane: its name, where it begins and how tall it is."""

    name: str
    top: float
    tall: float


@frozen(kw_only=True)
class Layout:
    """A network with a place for everything.

    Attributes:
        lanes: The lanes from top to bottom.
        places: The place of each slot.
        width: How wide it is.
    """

    lanes: tuple[Lane, ...]
    places: Mapping[Slot, Place]
    width: float

    @property
    def height(self) -> float:
        """How tall it is."""
        return self.lanes[-1].top + self.lanes[-1].tall

    @property
    def boxes(self) -> tuple[Place, ...]:
        """The places of activities, without those that links only pass."""
        return tuple(place for slot, place in self.places.items() if isinstance(slot, str))


def laid_out(found: Layers, names: Sequence[str]) -> Layout:
    """Give every slot a place: the linked ones in layers, those without a link in rows below.

    Args:
        found: The layers.
        names: The lanes' names.
    """
    columns = _columns(found)
    lanes: list[Lane] = []
    places: dict[Slot, Place] = {}
    top = 0.0
    for name, layers, alone in zip(names, found.lanes, found.alone, strict=True):
        bottom = top + _LANE_HEAD
        for x, column in zip(columns, layers, strict=False):
            bottom = max(bottom, _stack(column, x, top + _LANE_HEAD, places))
        bottom = _grid(alone, columns, bottom, places)
        lanes.append(Lane(name=name, top=top, tall=bottom + _LANE_FOOT - GAP - top))
        top = bottom + _LANE_FOOT - GAP
    width = max(place.right for place in places.values()) + _EDGE
    return Layout(lanes=tuple(lanes), places=places, width=width)


def _columns(found: Layers) -> tuple[float, ...]:
    """Return where each layer begins, and where rows of boxes without a link have theirs."""
    lane_of = {slot: place for place, lane in enumerate(found.lanes)
               for column in lane for slot in column}  # fmt: skip
    count = max(_ALONE_IN_A_ROW, 1 + max(found.of.values(), default=-1))
    steep: list[set[tuple[Slot, Slot]]] = [set() for _ in range(count)]
    for way in found.ways:
        for layer, (one, other) in enumerate(pairwise(way), found.of[str(way[0])]):
            if lane_of[one] != lane_of[other]:
                steep[layer].add((one, other))
    columns = [_EDGE]
    for each in steep[:-1]:
        more = min(_MORE, _EACH * max(0, len(each) - _FEW))
        columns.append(columns[-1] + BOX + _GUTTER + more)
    return tuple(columns)


def _stack(column: Sequence[Slot], x: float, top: float, places: dict[Slot, Place]) -> float:
    for slot in column:
        tall = TALL if isinstance(slot, str) else _PASS
        places[slot] = Place(x=x, y=top, tall=tall)
        top += tall + GAP
    return top


def _grid(
    alone: Sequence[str], columns: Sequence[float], top: float, places: dict[Slot, Place]
) -> float:
    for place, each in enumerate(alone):
        row, column = divmod(place, len(columns))
        places[each] = Place(x=columns[column], y=top + row * (TALL + GAP), tall=TALL)
    return top + -(-len(alone) // len(columns)) * (TALL + GAP)


def strips_of(layout: Layout) -> tuple[Span, ...]:
    """Return the parts from left to right that paper can hold; none when it would be too many.

    Args:
        layout: The network.
    """
    edges = sorted({place.right for place in layout.boxes})
    cuts = [0.0, *(edge + _STUMP for edge in edges[:-1]), layout.width]
    found = parts_of(cuts, WIDEST)
    fits = len(found) <= _SIDE_BY_SIDE and all(right - left <= WIDEST for left, right in found)
    return found if fits else ()


def rows_of_sheets(layout: Layout, width: float) -> tuple[Span, ...]:
    """Return the parts from top to bottom that cut no box; none when a part would be too tall.

    Args:
        layout: The network.
        width: How wide a sheet is.
    """
    found = parts_of([0.0, *_gaps(layout), layout.height], tallest(width))
    return found if all(bottom - top <= tallest(width) for top, bottom in found) else ()


def _gaps(layout: Layout) -> Iterator[float]:
    """Yield heights at which neither a box nor the name of a lane is cut in two."""
    taken = [(each.y, each.y + each.tall) for each in layout.boxes]
    taken += [(each.top, each.top + _LANE_HEAD) for each in layout.lanes]
    taken.sort()
    end = 0.0
    for top, bottom in taken:
        if top - end >= _LANE_FOOT - 1:
            # A lane begins right where the last one ends: a cut there leaves the gap to that.
            yield top if any(top == each.top for each in layout.lanes) else end + GAP / 2
        end = max(end, bottom)
