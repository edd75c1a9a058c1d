"""The links of a network chart as drawn: stubs, upright lines, dots where they meet, heads."""

from collections import Counter
from collections.abc import Iterator, Mapping

from send_framework.formats.charts.looks import Look
from send_framework.formats.charts.network_places import Places
from send_framework.formats.charts.network_ways import APART, BEFORE, Gap, Trunk
from send_framework.formats.charts.sheet import Point, Sheet
from send_framework.formats.charts.signs import arrowed, head
from send_framework.formats.html.pictures.layers import Slot

_OUT, _BELOW, _DOT = 7.0, 6.0, 2.4


def draw_wires(sheet: Sheet, places: Places, *, driving: float) -> None:
    """Draw all links that lead to the right and are of one strength.

    Args:
        sheet: Where to draw.
        places: Where everything stands.
        driving: The width of their lines: what sets a date comes last, on top.
    """
    passes = {(slot, trunk.look) for _, gap in places.gaps for trunk in gap.trunks
              for slot in trunk.ends if not isinstance(slot, str)}  # fmt: skip
    for slot, look in sorted(passes, key=lambda each: (str(each[0]), str(each[1]))):
        if look.width == driving:
            place = places.of[slot]
            sheet.line(((place.x, place.middle), (place.right, place.middle)), look)
    for left, gap in places.gaps:
        _gap(sheet, places, gap, left + BEFORE, driving)


def _gap(sheet: Sheet, places: Places, gap: Gap, left: float, width: float) -> None:
    for ends, look in _stubs(places, gap, left):
        if look.width == width:
            sheet.line(ends, look)
    used = Counter(slot for each in gap.trunks for slot in (*each.begins, *each.ends))
    for trunk in gap.trunks:
        if trunk.look.width == width:
            _upright(sheet, trunk, left + APART * trunk.channel, used)
            for slot, height in trunk.ends.items():
                if isinstance(slot, str):
                    x = places.of[slot].x
                    head(sheet, (x - 10, height), (x, height), trunk.look)


def _stubs(places: Places, gap: Gap, left: float) -> Iterator[tuple[tuple[Point, Point], Look]]:
    """Yield the level lines: each slot has one of each look, to the farthest line it meets."""
    out: dict[tuple[Slot, float, Look], float] = {}
    into: dict[tuple[Slot, float, Look], float] = {}
    for trunk in gap.trunks:
        x = left + APART * trunk.channel
        for slot, height in trunk.begins.items():
            key = (slot, height, trunk.look)
            out[key] = max(out.get(key, x), x)
        for slot, height in trunk.ends.items():
            key = (slot, height, trunk.look)
            into[key] = min(into.get(key, x), x)
    for (slot, height, look), x in out.items():
        place = places.of[slot]
        yield ((place.right, height), (x, height)), look
        if not isinstance(slot, str):
            yield ((place.right, place.middle), (place.right, height)), look
    for (slot, height, look), x in into.items():
        yield ((x, height), (places.of[slot].x, height)), look


def _upright(sheet: Sheet, trunk: Trunk, x: float, used: Mapping[Slot, int]) -> None:
    """Draw the upright line, with a dot at each branch and where another line runs across."""
    first, *_, last = trunk.heights
    if not trunk.is_level:
        sheet.line(((x, first), (x, last)), trunk.look)
    for slot, height in (*trunk.begins.items(), *trunk.ends.items()):
        if first < height < last or (used[slot] > 1 and not trunk.is_level):
            _dot(sheet, x, height, trunk.look)


def _dot(sheet: Sheet, x: float, y: float, look: Look) -> None:
    near = _DOT * 0.7
    corners = [(x + dx, y + dy) for dx, dy in (
        (-_DOT, 0), (-near, -near), (0, -_DOT), (near, -near),
        (_DOT, 0), (near, near), (0, _DOT), (-near, near),
    )]  # fmt: skip
    sheet.shape(corners, Look(fill=look.edge))


def draw_back(sheet: Sheet, places: Places, before: str, after: str, look: Look) -> None:
    """Draw a link that leads back, in a circle: below both of its boxes.

    Args:
        sheet: Where to draw.
        places: Where everything stands.
        before: What is waited for.
        after: What waits.
        look: How the link looks.
    """
    one, end = places.of[before], places.of[after]
    leaves, arrives = one.middle - one.port, end.middle + end.port
    low = max(one.bottom, end.bottom) + _BELOW
    corners = ((one.right, leaves), (one.right + _OUT, leaves), (one.right + _OUT, low),
               (end.x - _OUT - 4, low), (end.x - _OUT - 4, arrives), (end.x, arrives))  # fmt: skip
    arrowed(sheet, corners, look)
