"""Where the boxes of a network chart stand: layers from left to right, a lane for each body."""

from collections.abc import Mapping, Sequence

from attrs import frozen

from send_framework.formats.html.picture import LINE_HEIGHT
from send_framework.formats.html.pictures.layers import Layers, Slot

_ROOMY = 16
"""So many layers have wide boxes; more layers have narrow ones."""

_GAP, _PASS, _LANE_HEAD, _LANE_FOOT = 14.0, 12.0, LINE_HEIGHT + 10, 12.0
_LEFT, _ALONE_IN_A_ROW = 18.0, 4


@frozen(kw_only=True)
class Place:
    """Where the top left corner of a slot is, and its size.

    Attributes:
        x: Its left side.
        y: Its top.
        wide: How wide it is.
        tall: How tall it is.
    """

    x: float
    y: float
    wide: float
    tall: float

    @property
    def middle(self) -> float:
        """The height at which links meet it."""
        return self.y + self.tall / 2

    @property
    def right(self) -> float:
        """Its right side."""
        return self.x + self.wide


@frozen(kw_only=True)
class Lane:
    """A body's lane.

    Attributes:
        name: The body's name.
        top: Where it begins.
        tall: How tall it is.
    """

    name: str
    top: float
    tall: float


@frozen(kw_only=True)
class Places:
    """Where everything of a network stands.

    Attributes:
        lanes: The lanes from top to bottom.
        of: The place of each box, and of each link in each layer that it passes.
        gutter: Pixels between two layers.
    """

    lanes: Sequence[Lane]
    of: Mapping[Slot, Place]
    gutter: float

    @property
    def width(self) -> float:
        """How wide the network is."""
        return max(each.right for each in self.of.values()) + self.gutter / 2

    @property
    def bottom(self) -> float:
        """Where the last lane ends."""
        return self.lanes[-1].top + self.lanes[-1].tall


@frozen(kw_only=True)
class _Size:
    wide: float
    gutter: float
    tall: float = 82.0

    def at(self, layer: int, y: float, tall: float) -> Place:
        x = _LEFT + layer * (self.wide + self.gutter)
        return Place(x=x, y=y, wide=self.wide, tall=tall)


def places_of(found: Layers, names: Sequence[str], top: float) -> Places:
    """Place the linked boxes of each lane in their layers, and the others below them.

    Args:
        found: The layers.
        names: The name of each lane.
        top: Where the first lane begins.
    """
    layers = max((len(columns) for columns in found.lanes), default=0)
    roomy = layers <= _ROOMY
    size = _Size(wide=200 if roomy else 130, gutter=70 if roomy else 44)
    lanes: list[Lane] = []
    places: dict[Slot, Place] = {}
    for name, columns, alone in zip(names, found.lanes, found.alone, strict=True):
        bottom = top + _LANE_HEAD
        for layer, column in enumerate(columns):
            bottom = max(bottom, _stack(column, layer, top + _LANE_HEAD, size, places))
        bottom = _grid(alone, max(layers, _ALONE_IN_A_ROW), bottom, size, places)
        lanes.append(Lane(name=name, top=top, tall=bottom + _LANE_FOOT - _GAP - top))
        top = bottom + _LANE_FOOT - _GAP
    return Places(lanes=lanes, of=places, gutter=size.gutter)


def _stack(
    column: Sequence[Slot], layer: int, top: float, size: _Size, places: dict[Slot, Place]
) -> float:
    for slot in column:
        tall = size.tall if isinstance(slot, str) else _PASS
        places[slot] = size.at(layer, top, tall)
        top += tall + _GAP
    return top


def _grid(
    alone: Sequence[str], in_a_row: int, top: float, size: _Size, places: dict[Slot, Place]
) -> float:
    for number, each in enumerate(alone):
        row, column = divmod(number, in_a_row)
        places[each] = size.at(column, top + row * (size.tall + _GAP), size.tall)
    return top + -(-len(alone) // in_a_row) * (size.tall + _GAP)
