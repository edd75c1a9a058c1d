"""The network chart: what waits for what, from left to right, a lane for each body."""

from collections.abc import Iterator, Mapping, Sequence

from matplotlib.figure import Figure

from send_framework.formats.charts.looks import (
    BAR,
    CRITICAL,
    DRIVING,
    FINISHED,
    LANE,
    LINK,
    NEAR,
    OTHER_LANE,
    SOFT,
    UNDATED,
    assumed,
)
from send_framework.formats.charts.network_boxes import (
    Box,
    boxes_of,
    draw_box,
    draw_tag,
    look_of,
    tag_sign,
)
from send_framework.formats.charts.network_places import (
    KIND_SIZE,
    Places,
    kinds_of,
    leads_on,
    look_of_link,
    places_of,
)
from send_framework.formats.charts.network_strips import Strip, strips_of
from send_framework.formats.charts.network_wires import draw_back, draw_wires
from send_framework.formats.charts.sheet import Sheet
from send_framework.formats.charts.signs import Sign, arrow, finished, heading, nothing, sample
from send_framework.formats.charts.small_print import READABLE, letters_on, schedule_print
from send_framework.formats.html.facts import PageFacts
from send_framework.formats.html.picture import LINE_HEIGHT
from send_framework.formats.html.pictures.gantt_words import bodies_of, placed_in_time
from send_framework.formats.html.pictures.layers import layered
from send_framework.formats.html.pictures.network_words import ties_of

_LEAST = 720.0
_PARTS = (1, 2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 26, 34)
_APART, _FEET = 10.0, 140.0
_WORTH_IT = 1.05
_TAG = "tag"


def draw_network(facts: PageFacts, title: str) -> Figure:
    """Return what waits for what, in layers from left to right, a lane for each body.

    Where one sheet of A3 would be too small for it, it is cut into strips, one below another.

    Args:
        facts: What there is to tell of the plan.
        title: What stands above it.
    """
    said, ids = schedule_print(facts), placed_in_time(facts)
    if not ids:
        sheet = Sheet(_LEAST)
        top = heading(sheet, title, facts.plan.title)
        return nothing(sheet, top, "The plan has no activities.", said)
    boxes, names = boxes_of(facts, ids), _names(facts)
    strips = _fitting(facts, names, max(each.tall for each in boxes.values()))
    sheet = Sheet(max(_LEAST, *(each.width for each in strips)))
    top = heading(sheet, title, facts.plan.title)
    for number, each in enumerate(strips, 1):
        places = places_of(each.strip, names, each.tall, top)
        _strip(sheet, facts, boxes, places)
        if len(strips) > 1:
            words = f"part {number} of {len(strips)}"
            sheet.words(8, top + 14, words, colour=SOFT, size=KIND_SIZE)
        top = places.bottom + _APART
    return finished(sheet, top - _APART + 6, _signs(sheet), said)


def _fitting(facts: PageFacts, names: Mapping[str, str], tall: float) -> Sequence[Places]:
    """Return the strips that can be read best on paper; of equally good ones the fewest."""
    best: Sequence[Places] = ()
    letters = 0.0
    for strips in _tried(facts):
        found = [places_of(each, names, tall, 0) for each in strips]
        width = max(_LEAST, *(each.width for each in found))
        height = _FEET + sum(_APART + each.bottom for each in found)
        points = letters_on("A3", width, height)
        if points > letters * _WORTH_IT:
            best, letters = found, points
        if points >= READABLE:
            break
    return best


def _tried(facts: PageFacts) -> Iterator[Sequence[Strip]]:
    """Yield the network whole, then in more and more strips."""
    ids, ties = placed_in_time(facts), ties_of(facts)
    body_of = {each: _body(facts, each) for each in ids}
    of = layered(dict.fromkeys(ids, 0), [(tie.before, tie.after) for tie in ties]).of
    layers = 1 + max(of.values(), default=0)
    for deep in dict.fromkeys(-(-layers // parts) for parts in _PARTS):
        yield strips_of(body_of, ties, of, deep)


def _names(facts: PageFacts) -> Mapping[str, str]:
    """Return the names of the bodies that have a lane."""
    return {body: facts.name_of(body)
            for body in (_body(facts, each) for each in placed_in_time(facts))}  # fmt: skip


def _body(facts: PageFacts, wanted: str) -> str:
    """Return whose lane an activity is in: the first body accountable for it."""
    return next(iter(bodies_of(facts, wanted)), "")


def _strip(
    sheet: Sheet, facts: PageFacts, boxes: Mapping[str, Box], places: Places
) -> None:  # fmt: skip
    """Draw a strip: its lanes, its links, what sets a date on top of the others, its boxes."""
    for number, lane in enumerate(places.lanes):
        sheet.box(0, lane.top, sheet.width, lane.tall, LANE if number % 2 else OTHER_LANE)
        for row, line in enumerate(lane.name):
            sheet.words(8, lane.top + 29 + LINE_HEIGHT * row, line, bold=True)
    for width in (LINK.width, DRIVING.width):
        draw_wires(sheet, places, driving=width)
    for tie in places.strip.ties:
        if not leads_on(places.strip, tie):
            draw_back(sheet, places, tie.before, tie.after, look_of_link(tie))
    for after, kinds in kinds_of(places.strip).items():
        place = places.of[after]
        sheet.words(place.x - 9, place.middle - place.port - 3, ", ".join(kinds), colour=SOFT,
                    size=KIND_SIZE, anchor="right")  # fmt: skip
    _boxes(sheet, facts, boxes, places)


def _boxes(
    sheet: Sheet, facts: PageFacts, boxes: Mapping[str, Box], places: Places
) -> None:  # fmt: skip
    for slot, place in places.of.items():
        if isinstance(slot, tuple):
            continue
        tags = places.strip.tags.get(slot)
        if tags:
            sheet.signs.add(_TAG)
            draw_tag(sheet, place.x, place.y, slot.partition(" ")[0], tags)
        else:
            look = look_of(facts, slot)
            draw_box(sheet, boxes[slot], (place.x, place.y), place.tall, look)


def _signs(sheet: Sheet) -> Sequence[Sign]:
    drives = (DRIVING, assumed(DRIVING))
    return (
        ((CRITICAL,), sample(sheet, CRITICAL), "critical"),
        ((NEAR,), sample(sheet, NEAR), "near-critical"),
        ((BAR,), sample(sheet, BAR), "other work"),
        ((FINISHED,), sample(sheet, FINISHED), "done"),
        ((UNDATED,), sample(sheet, UNDATED), "has no dates"),
        (drives, arrow(sheet, DRIVING), "sets the date of what follows"),
        ((LINK, assumed(LINK)), arrow(sheet, LINK), "must come before, with time between"),
        ((assumed(LINK), drives[1]), arrow(sheet, assumed(LINK)), "a link that nobody published"),
        ((_TAG,), tag_sign(sheet), "the link goes on in another part"),
    )
