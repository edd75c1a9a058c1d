"""Where everything of a network chart stands: its strips, their lanes, their layers, its boxes."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from attrs import frozen

from send_framework.formats.charts.looks import DRIVING, LINK, Look, assumed
from send_framework.formats.charts.network_boxes import TAG_TALL, TAG_WIDE, WIDE
from send_framework.formats.charts.network_strips import Strip
from send_framework.formats.charts.network_ways import Gap, Ports, Step, gap_of
from send_framework.formats.html.picture import LINE_HEIGHT, lines_of, width_of
from send_framework.formats.html.pictures.layers import Slot
from send_framework.formats.html.pictures.network_words import Tie
from send_framework.model.dependency import DependencyType

NAMES = 150.0
"""Pixels of the names of bodies, at the left of their lanes."""

KIND_SIZE = 11.0
"""Pixels of the letters of a kind of link."""

_LEFT, _RIGHT = NAMES + 16, 16.0
_BETWEEN, _PASS, _PASS_WIDE, _ROUND = 12.0, 6.0, 20.0, 10.0
_PORT, _NAME_LINES, _BOLD = 5.0, 4, 1.14
_ALONE_APART, _LEAST_IN_A_ROW = 24.0, 4


@frozen(kw_only=True)
class Place:
    """Where the top left corner of a slot is, and its size.

    Attributes:
        x: Its left side.
        y: Its top.
        wide: How wide it is.
        tall: How tall it is.
        port: How far from its middle links arrive (above) and leave (below).
    """

    x: float
    y: float
    wide: float
    tall: float
    port: float

    @property
    def middle(self) -> float:
        """The height of its middle."""
        return self.y + self.tall / 2

    @property
    def right(self) -> float:
        """Its right side."""
        return self.x + self.wide

    @property
    def bottom(self) -> float:
        """Where it ends."""
        return self.y + self.tall


@frozen(kw_only=True)
class Lane:
    """A body's lane.

    Attributes:
        name: The body's name, line by line.
        top: Where it begins.
        tall: How tall it is.
    """

    name: Sequence[str]
    top: float
    tall: float


@frozen(kw_only=True)
class Places:
    """Where everything of a strip stands.

    Attributes:
        strip: The strip.
        tall: How tall its boxes are.
        lanes: Its lanes from top to bottom.
        of: The place of each slot.
        gaps: The gap behind each layer, and where it begins.
        width: How wide it is.
    """

    strip: Strip
    tall: float
    lanes: Sequence[Lane]
    of: Mapping[Slot, Place]
    gaps: Sequence[tuple[float, Gap]]
    width: float

    @property
    def bottom(self) -> float:
        """Where its last lane ends."""
        return self.lanes[-1].top + self.lanes[-1].tall


def look_of_link(tie: Tie) -> Look:
    """Return how a link looks."""
    look = DRIVING if tie.driving else LINK
    return assumed(look) if tie.assumed else look


def kinds_of(strip: Strip) -> Mapping[str, Sequence[str]]:
    """Return the kinds of link that meet at each box; finish-to-start needs no telling."""
    met: dict[str, dict[str, None]] = {}
    for tie in strip.ties:
        if tie.type is not DependencyType.FINISH_TO_START:
            met.setdefault(tie.after, {})[tie.type.value] = None
    return {each: tuple(kinds) for each, kinds in met.items()}


def places_of(strip: Strip, names: Mapping[str, str], tall: float, top: float) -> Places:
    """Place a strip: boxes in layers, a lane for each body, those without links below the others.

    Args:
        strip: The strip.
        names: The name of each body.
        tall: How tall boxes are.
        top: Where the first lane begins.
    """
    lanes: list[Lane] = []
    spots: dict[Slot, _Spot] = {}
    for number, body in enumerate(strip.bodies):
        bottom = _stand(strip, number, tall, top + _ROUND, spots)
        name = lines_of(names[body], (NAMES - 20) / _BOLD, _NAME_LINES)
        high = max(bottom - _BETWEEN + _ROUND - top, LINE_HEIGHT * len(name) + 24)
        lanes.append(Lane(name=name, top=top, tall=high))
        top += high
    gaps = _gaps(strip, spots)
    columns = _columns(strip, gaps)
    found = {each: _place(strip, each, spot, columns) for each, spot in spots.items()}
    placed = [(x + wide, gap) for (x, wide), gap in zip(columns, gaps, strict=False)]
    width = max(each.right for each in found.values()) + _RIGHT
    return Places(strip=strip, tall=tall, lanes=lanes, of=found, gaps=placed, width=width)


@frozen(kw_only=True)
class _Spot:
    """Where a slot stands from top to bottom; of one without links also its column."""

    y: float
    tall: float
    port: float
    column: int | None = None

    @property
    def middle(self) -> float:
        return self.y + self.tall / 2


def _stand(
    strip: Strip, lane: int, tall: float, top: float, spots: dict[Slot, _Spot]
) -> float:  # fmt: skip
    """Stack the slots of a lane, and below, where there is most room, boxes without links.

    Returns:
        Where the lane ends.
    """
    ends: list[float] = []
    for column in strip.found.lanes[lane]:
        # The first tag of a layer stands as high as the first box would.
        y = top + ((tall - TAG_TALL) / 2 if column and column[0] in strip.tags else 0)
        for slot in column:
            spots[slot] = spot = _spot(strip, slot, tall, y)
            y = spot.y + spot.tall + (_BETWEEN if isinstance(slot, str) else _PASS)
        ends.append(y if column else top)
    columns = [ends[layer] for layer in _box_layers(strip)]
    columns += [top] * (_LEAST_IN_A_ROW - len(columns))
    for each in strip.found.alone[lane]:
        place = columns.index(min(columns))
        spots[each] = _Spot(y=columns[place], tall=tall, port=_PORT, column=place)
        columns[place] += tall + _BETWEEN
    return max(top, *ends, *columns)


def _box_layers(strip: Strip) -> Sequence[int]:
    """Return the layers that are as wide as a box: boxes without links stand in these columns."""
    lanes = strip.found.lanes
    slots = [[each for lane in lanes for each in lane[layer]] for layer in range(len(lanes[0]))]
    return [layer for layer, found in enumerate(slots) if WIDE in [_wide(strip, x) for x in found]]


def _spot(strip: Strip, slot: Slot, tall: float, y: float) -> _Spot:
    if not isinstance(slot, str):
        return _Spot(y=y, tall=_PASS, port=0)
    if slot in strip.tags:
        return _Spot(y=y, tall=TAG_TALL, port=_PORT)
    return _Spot(y=y, tall=tall, port=_PORT)


def _gaps(strip: Strip, spots: Mapping[Slot, _Spot]) -> list[Gap]:
    """Return how links pass from each layer to the next."""
    ports = Ports(
        leaves=lambda slot: spots[slot].middle + spots[slot].port,
        arrives=lambda slot: spots[slot].middle - spots[slot].port,
        middle=lambda slot: spots[slot].middle,
    )
    steps: list[list[Step]] = [[] for _ in range(1, len(strip.found.lanes[0]))]
    for tie, way in zip(strip.ties, strip.found.ways, strict=True):
        if leads_on(strip, tie):
            first = strip.found.of[tie.before]
            for layer, (one, other) in enumerate(pairwise(way), first):
                steps[layer].append((one, other, look_of_link(tie)))
    kinds = kinds_of(strip)
    return [gap_of(each, ports, _room_for(each, kinds)) for each in steps]


def leads_on(strip: Strip, tie: Tie) -> bool:
    """Return whether a link leads to the right; in a circle one leads back."""
    return strip.found.of[tie.before] < strip.found.of[tie.after]


def _room_for(steps: Sequence[Step], kinds: Mapping[str, Sequence[str]]) -> float:
    """Return how much room the kinds of link that end behind a gap take."""
    said = (", ".join(kinds.get(end, ())) for _, end, _ in steps if isinstance(end, str))
    return max((width_of(words, KIND_SIZE) for words in said), default=0.0)


def _columns(strip: Strip, gaps: Sequence[Gap]) -> Sequence[tuple[float, float]]:
    """Return where the slots of each layer begin, and how wide they are."""
    x, found = _LEFT, list[tuple[float, float]]()
    for layer in range(len(strip.found.lanes[0])):
        wide = max(_wide(strip, each) for lane in strip.found.lanes for each in lane[layer])
        found.append((x, wide))
        x += wide + (gaps[layer].width if layer < len(gaps) else 0)
    return found


def _wide(strip: Strip, slot: Slot) -> float:
    if not isinstance(slot, str):
        return _PASS_WIDE
    return TAG_WIDE if slot in strip.tags else WIDE


def _place(strip: Strip, slot: Slot, spot: _Spot, columns: Sequence[tuple[float, float]]) -> Place:
    """Return where a slot stands; a tag of what comes in stands close to where it leads."""
    if spot.column is not None:
        x, wide = _box_column(strip, spot.column, columns), WIDE
    else:
        layer = strip.found.of[slot] if isinstance(slot, str) else slot[1]
        x, room = columns[layer]
        wide = _wide(strip, slot) if isinstance(slot, str) else room
        if slot in strip.tags and not strip.found.of[str(slot)]:
            x += room - wide
    return Place(x=x, y=spot.y, wide=wide, tall=spot.tall, port=spot.port)


def _box_column(strip: Strip, number: int, columns: Sequence[tuple[float, float]]) -> float:
    """Return where a column of boxes begins: below those of the layers, then to their right."""
    layers = _box_layers(strip)
    if number < len(layers):
        return columns[layers[number]][0]
    last = columns[layers[-1]][0] + WIDE + _ALONE_APART if layers else _LEFT
    return last + (number - len(layers)) * (WIDE + _ALONE_APART)
