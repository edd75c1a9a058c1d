"""The network of a plan: what waits for what, from left to right, a lane for each body."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from attrs import frozen
from markupsafe import Markup

from send_framework.formats.html.facts import PageFacts
from send_framework.formats.html.picture import (
    LINE_HEIGHT,
    Picture,
    drawing,
    element,
    fitted,
    lines_of,
    number,
    words_at,
)
from send_framework.formats.html.pictures.arrows import MANY_ROWS
from send_framework.formats.html.pictures.gantt_words import bodies_of, placed_in_time
from send_framework.formats.html.pictures.layers import Layers, Slot, layered
from send_framework.formats.html.pictures.network_words import (
    Tie,
    network_description,
    network_key,
    network_table,
    ties_of,
    told_of,
    when,
)
from send_framework.formats.html.pictures.signs import PULLS, Pull, hatched, hatching, link, pull_of
from send_framework.model.dependency import DependencyType

_BOX, _TALL, _GUTTER, _GAP = 200.0, 82.0, 70.0, 14.0
_PASS = 12.0
_LANE_HEAD, _LANE_FOOT = LINE_HEIGHT + 10, 12.0
_ALONE_IN_A_ROW = 4


@frozen(kw_only=True)
class _Place:
    """Where the top left corner of a slot is, and how tall it is."""

    x: float
    y: float
    tall: float

    @property
    def middle(self) -> float:
        """The height at which links meet it."""
        return self.y + self.tall / 2


@frozen(kw_only=True)
class _Lane:
    """A body's lane: its name, where it begins and how tall it is."""

    name: str
    top: float
    tall: float


def network(facts: PageFacts) -> Picture:
    """Return what waits for what, in layers from left to right, a lane for each body.

    Args:
        facts: What the page tells of the plan.
    """
    ids, ties = placed_in_time(facts), ties_of(facts)
    title, description = "Network", network_description(ids, ties, facts)
    svg = _drawn(facts, ids, ties, title, description) if ids else Markup()
    return Picture(
        id="network",
        svg=svg,
        title=title,
        description=description,
        table=network_table(facts, ids, ties),
        key=network_key(svg) if ids else Markup(),
    )


def _body(facts: PageFacts, wanted: str) -> str:
    """Return whose lane an activity is in: the first body accountable for it."""
    return next(iter(bodies_of(facts, wanted)), "")


def _drawn(
    facts: PageFacts, ids: Sequence[str], ties: Sequence[Tie], title: str, description: str
) -> Markup:
    bodies = tuple(dict.fromkeys(_body(facts, each) for each in ids))
    boxes = {each: bodies.index(_body(facts, each)) for each in ids}
    found = layered(boxes, [(tie.before, tie.after) for tie in ties])
    lanes, places = _placed(found, [facts.name_of(each) for each in bodies])
    width = max(place.x + _BOX for place in places.values()) + _GUTTER / 2
    height = lanes[-1].top + lanes[-1].tall
    ways = [
        (tie, [places[slot] for slot in way]) for tie, way in zip(ties, found.ways, strict=True)
    ]
    ways.sort(key=lambda pair: PULLS.index(_pull(pair[0])))
    links = [*(_link(tie, way) for tie, way in ways), *_kinds(ways)]
    return drawing(
        "network", title, description, width, height,
        hatching("network"),
        *(_lane(lane, width, place) for place, lane in enumerate(lanes)),
        element("g", *links, class_="p-links p-many" if len(ids) > MANY_ROWS else "p-links"),
        *(_node(facts, each, places[each], ties) for each in _reading_order(ids, places)),
    )  # fmt: skip


def _placed(found: Layers, names: Sequence[str]) -> tuple[list[_Lane], dict[Slot, _Place]]:
    """Return each lane, and each slot's place: the linked ones in layers, the others below."""
    lanes: list[_Lane] = []
    places: dict[Slot, _Place] = {}
    top = 0.0
    for name, columns, alone in zip(names, found.lanes, found.alone, strict=True):
        bottom = top + _LANE_HEAD
        for layer, column in enumerate(columns):
            bottom = max(bottom, _stack(column, layer, top + _LANE_HEAD, places))
        bottom = _grid(alone, max(len(columns), _ALONE_IN_A_ROW), bottom, places)
        lanes.append(_Lane(name=name, top=top, tall=bottom + _LANE_FOOT - _GAP - top))
        top = bottom + _LANE_FOOT - _GAP
    return lanes, places


def _stack(column: Sequence[Slot], layer: int, top: float, places: dict[Slot, _Place]) -> float:
    for slot in column:
        tall = _TALL if isinstance(slot, str) else _PASS
        places[slot] = _Place(x=_column(layer), y=top, tall=tall)
        top += tall + _GAP
    return top


def _grid(alone: Sequence[str], in_a_row: int, top: float, places: dict[Slot, _Place]) -> float:
    for place, each in enumerate(alone):
        row, column = divmod(place, in_a_row)
        y = top + row * (_TALL + _GAP)
        places[each] = _Place(x=_column(column), y=y, tall=_TALL)
    return top + -(-len(alone) // in_a_row) * (_TALL + _GAP)


def _column(layer: int) -> float:
    return 12 + layer * (_BOX + _GUTTER)


def _lane(lane: _Lane, width: float, place: int) -> Markup:
    look = "p-lane" if place % 2 else "p-lane p-lane-other"
    band = element("rect", x=0, y=lane.top, width=width, height=lane.tall, class_=look)
    return band + words_at(12, lane.top + LINE_HEIGHT, lane.name, "p-strong", room=width / 1.1 - 24)


def _link(tie: Tie, way: Sequence[_Place]) -> Markup:
    """Draw a link past the places it was given; one that leads back goes below its boxes."""
    back = way[-1].x <= way[0].x
    path = _back(way[0], way[-1]) if back else _forth(way)
    return link(
        path, _pull(tie), "network", assumed=tie.assumed, data_before=tie.before,
        data_after=tie.after,
    )  # fmt: skip


def _pull(tie: Tie) -> Pull:
    return pull_of(driving=tie.driving, on_path=tie.on_path)


def _kinds(ways: Sequence[tuple[Tie, Sequence[_Place]]]) -> Iterator[Markup]:
    """Yield the kinds of link that meet at each box, once each: finish-to-start goes without."""
    met: dict[_Place, dict[str, None]] = {}
    for tie, way in ways:
        if tie.type is not DependencyType.FINISH_TO_START and way[-1].x > way[0].x:
            met.setdefault(way[-1], {})[tie.type.value] = None
    for end, kinds in met.items():
        yield words_at(end.x - 12, end.middle - 5, ", ".join(kinds), "p-note", anchor="end")


def _forth(way: Sequence[_Place]) -> str:
    n = number
    path = f"M{n(way[0].x + _BOX)} {n(way[0].middle)}"
    for one, other in pairwise(way):
        begin, bend = one.x + _BOX, _GUTTER / 2
        path += (
            f"C{n(begin + bend)} {n(one.middle)} {n(other.x - bend)} {n(other.middle)}"
            f" {n(other.x)} {n(other.middle)}"
        )
        if other is not way[-1]:
            path += f"H{n(other.x + _BOX)}"
    return path


def _back(one: _Place, other: _Place) -> str:
    n = number
    low = max(one.y + one.tall, other.y + other.tall) + _GAP / 2
    return (
        f"M{n(one.x + _BOX)} {n(one.middle)}h10V{n(low)}H{n(other.x - 12)}"
        f"V{n(other.middle)}H{n(other.x)}"
    )


def _reading_order(ids: Sequence[str], places: Mapping[Slot, _Place]) -> list[str]:
    """Return the boxes as the tabulator meets them: from left to right, then down."""
    return sorted(ids, key=lambda each: (places[each].x, places[each].y))


def _node(facts: PageFacts, wanted: str, place: _Place, ties: Sequence[Tie]) -> Markup:
    look, each = "p-bar", facts.dated.get(wanted)
    critical = each is not None and not each.complete and (each.critical or each.on_critical_path)
    if critical:
        look += " p-critical"
    elif wanted in facts.near_critical:
        look += " p-near"
    elif each is None:
        look = "p-undated"
    elif each.complete:
        look = "p-finished"
    parts = [_rect(place, _BOX, look)]
    if critical:
        parts.append(_rect(place, 10, "p-hatching", fill=hatched("network")))
    return element(
        "g", element("title", told_of(facts, wanted)), *parts, *_lines(facts, wanted, place),
        class_="p-node", data_id=wanted, data_why=facts.anchor(wanted),
        data_before=_ids(tie.before for tie in ties if tie.after == wanted),
        data_after=_ids(tie.after for tie in ties if tie.before == wanted),
    )  # fmt: skip


def _ids(found: Iterable[str]) -> str | None:
    return " ".join(dict.fromkeys(found)) or None


def _rect(place: _Place, width: float, look: str, fill: str | None = None) -> Markup:
    return element("rect", x=place.x, y=place.y, width=width, height=place.tall, class_=look,
                   fill=fill)  # fmt: skip


def _lines(facts: PageFacts, wanted: str, place: _Place) -> Iterator[Markup]:
    left, room = place.x + 14, _BOX - 20
    yield words_at(left, place.y + 18, fitted(wanted, room / 1.1), "p-id")
    for row, line in enumerate(lines_of(facts.title_of(wanted), room), 1):
        yield words_at(left, place.y + 18 + row * (LINE_HEIGHT - 1), line)
    yield words_at(left, place.y + _TALL - 9, fitted(when(facts, wanted), room), "p-when")
