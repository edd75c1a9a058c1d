"""The network chart: what waits for what, from left to right, a lane for each body."""

from collections.abc import Sequence
from itertools import pairwise

from matplotlib.figure import Figure
from matplotlib.path import Path

from send_framework.formats.charts.looks import (
    BAR,
    CRITICAL,
    DRIVING,
    FINISHED,
    INK,
    LANE,
    LINK,
    NEAR,
    OTHER_LANE,
    SOFT,
    UNDATED,
    Look,
    assumed,
)
from send_framework.formats.charts.network_places import Place, Places, places_of
from send_framework.formats.charts.sheet import Point, Sheet
from send_framework.formats.charts.signs import Sign, arrow, arrowed, head, heading, key, sample
from send_framework.formats.html.facts import PageFacts
from send_framework.formats.html.picture import LINE_HEIGHT, lines_of
from send_framework.formats.html.pictures.gantt_words import bodies_of, placed_in_time
from send_framework.formats.html.pictures.layers import layered
from send_framework.formats.html.pictures.network_words import Tie, ties_of, when
from send_framework.model.dependency import DependencyType

_LEAST, _STRIPE = 720.0, 9.0


def draw_network(facts: PageFacts, title: str) -> Figure:
    """Return what waits for what, in layers from left to right, a lane for each body.

    Args:
        facts: What there is to tell of the plan.
        title: What stands above it.
    """
    ids, ties = placed_in_time(facts), ties_of(facts)
    if not ids:
        return _nothing(facts, title)
    bodies = tuple(dict.fromkeys(_body(facts, each) for each in ids))
    boxes = {each: bodies.index(_body(facts, each)) for each in ids}
    found = layered(boxes, [(tie.before, tie.after) for tie in ties])
    names = [facts.name_of(each) for each in bodies]
    sheet = Sheet(max(_LEAST, places_of(found, names, 0).width))
    places = places_of(found, names, heading(sheet, title, facts.plan.title))
    for number, lane in enumerate(places.lanes):
        sheet.box(0, lane.top, sheet.width, lane.tall, LANE if number % 2 else OTHER_LANE)
        sheet.words(12, lane.top + LINE_HEIGHT, lane.name, bold=True, room=sheet.width / 1.12 - 24)
    ways = [(tie, [places.of[slot] for slot in way])
            for tie, way in zip(ties, found.ways, strict=True)]  # fmt: skip
    for tie, way in sorted(ways, key=lambda pair: pair[0].driving):
        _link(sheet, tie, way, places)
    for each in ids:
        _box(sheet, facts, each, places.of[each])
    return sheet.cut(key(sheet, places.bottom + 12, _signs(sheet)))


def _nothing(facts: PageFacts, title: str) -> Figure:
    sheet = Sheet(_LEAST)
    top = heading(sheet, title, facts.plan.title)
    sheet.words(8, top + 20, "The plan has no activities.", italic=True, colour=SOFT)
    return sheet.cut(top + 40)


def _body(facts: PageFacts, wanted: str) -> str:
    """Return whose lane an activity is in: the first body accountable for it."""
    return next(iter(bodies_of(facts, wanted)), "")


def _link(sheet: Sheet, tie: Tie, way: Sequence[Place], places: Places) -> None:
    """Draw a link past the places it was given; one that leads back goes below its boxes."""
    look = DRIVING if tie.driving else LINK
    look = assumed(look) if tie.assumed else look
    one, end = way[0], way[-1]
    if end.x <= one.x:
        low = max(one.y + one.tall, end.y + end.tall) + 7
        corners = ((one.right, one.middle), (one.right + 10, one.middle), (one.right + 10, low),
                   (end.x - 12, low), (end.x - 12, end.middle), (end.x, end.middle))  # fmt: skip
        arrowed(sheet, corners, look)
        return
    points, codes = _bends(way, places.gutter / 2)
    sheet.bend(points, codes, look)
    head(sheet, points[-2], points[-1], look)
    if tie.type is not DependencyType.FINISH_TO_START:
        words = tie.type.value
        sheet.words(end.x - 12, end.middle - 5, words, colour=SOFT, anchor="right", ground=True)


def _bends(way: Sequence[Place], bend: float) -> tuple[list[Point], list[int]]:
    points: list[Point] = [(way[0].right, way[0].middle)]
    codes = [int(Path.MOVETO)]
    for one, other in pairwise(way):
        points += [(one.right + bend, one.middle), (other.x - bend, other.middle),
                   (other.x, other.middle)]  # fmt: skip
        codes += [int(Path.CURVE4)] * 3
        if other is not way[-1]:
            points.append((other.right, other.middle))
            codes.append(int(Path.LINETO))
    return points, codes


def _look(facts: PageFacts, wanted: str) -> Look:
    each = facts.dated.get(wanted)
    if each is None:
        return UNDATED
    if each.complete:
        return FINISHED
    if each.critical or each.on_critical_path:
        return CRITICAL
    return NEAR if wanted in facts.near_critical else BAR


def _box(sheet: Sheet, facts: PageFacts, wanted: str, place: Place) -> None:
    """Draw an activity: hatched or dotted in a stripe at its left, so that its words stay clear."""
    look = _look(facts, wanted)
    plain = Look(fill=look.fill, edge=look.edge, width=look.width, dashes=look.dashes)
    sheet.box(place.x, place.y, place.wide, place.tall, plain)
    if look.hatch:
        stripe = Look(fill=look.fill, edge=look.edge, width=0.8, hatch=look.hatch)
        sheet.box(place.x, place.y, _STRIPE, place.tall, stripe)
    left, room = place.x + _STRIPE + 6, place.wide - _STRIPE - 10
    sheet.words(left, place.y + 18, wanted, bold=True, room=room / 1.12)
    for row, line in enumerate(lines_of(facts.title_of(wanted), room), 1):
        sheet.words(left, place.y + 18 + row * (LINE_HEIGHT - 1), line)
    y = place.y + place.tall - 9
    sheet.words(left, y, when(facts, wanted), room=room, colour=INK, italic=True)


def _signs(sheet: Sheet) -> Sequence[Sign]:
    return (
        (sample(sheet, CRITICAL), "critical"),
        (sample(sheet, NEAR), "near-critical"),
        (sample(sheet, BAR), "other work"),
        (sample(sheet, FINISHED), "done"),
        (sample(sheet, UNDATED), "has no dates"),
        (arrow(sheet, DRIVING), "sets the date of what follows"),
        (arrow(sheet, LINK), "must come before, with time between"),
        (arrow(sheet, assumed(LINK)), "a link that nobody published"),
    )
