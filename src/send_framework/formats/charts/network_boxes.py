"""What stands in the boxes of a network chart, and how tall they have to be for it."""

from collections.abc import Callable, Mapping, Sequence

from attrs import frozen

from send_framework.formats.charts.looks import (
    BAR,
    CRITICAL,
    FINISHED,
    GROUND,
    INK,
    LINE,
    NEAR,
    SOFT,
    UNDATED,
    Look,
)
from send_framework.formats.charts.sheet import Point, Sheet
from send_framework.formats.charts.wrapping import evenly
from send_framework.formats.html.facts import PageFacts
from send_framework.formats.html.picture import fitted, width_of
from send_framework.formats.html.pictures.network_words import when

WIDE = 200.0
"""Pixels of a box."""

TAG_WIDE, TAG_TALL = 128.0, 20.0
"""Pixels of a tag, which names boxes of other strips."""

_STRIPE, _LINE, _BOLD, _SMALL = 9.0, 16.0, 1.12, 12.0
_LEFT, _ROOM = _STRIPE + 6, WIDE - _STRIPE - 12
_LINES, _MANY = 4, 60
_TAG = Look(fill=GROUND, edge=LINE, width=0.8)


@frozen(kw_only=True)
class Box:
    """What a box says.

    Attributes:
        id: The activity's id.
        when: When it finishes.
        lines: Its title, line by line.
        beside: Whether id and day share a line.
    """

    id: str
    when: str
    lines: Sequence[str]
    beside: bool

    @property
    def tall(self) -> float:
        """How tall the box has to be."""
        return 20 + _LINE * (len(self.lines) + (not self.beside)) + 7


def boxes_of(facts: PageFacts, ids: Sequence[str]) -> Mapping[str, Box]:
    """Return what the boxes of activities say; of many each says less of its title.

    Args:
        facts: What there is to tell of the plan.
        ids: The activities.
    """
    lines = _LINES if len(ids) <= _MANY else _LINES - 1
    return {each: _box(facts, each, lines) for each in ids}


def _box(facts: PageFacts, wanted: str, lines: int) -> Box:
    day = when(facts, wanted)
    return Box(
        id=wanted, when=day, lines=evenly(facts.title_of(wanted), _ROOM, lines),
        beside=width_of(wanted) * _BOLD + width_of(day) + 10 <= _ROOM,
    )  # fmt: skip


def look_of(facts: PageFacts, wanted: str) -> Look:
    """Return how an activity's box looks."""
    each = facts.dated.get(wanted)
    if each is None:
        return UNDATED
    if each.complete:
        return FINISHED
    if each.critical or each.on_critical_path:
        return CRITICAL
    return NEAR if wanted in facts.near_critical else BAR


def draw_box(sheet: Sheet, box: Box, corner: Point, tall: float, look: Look) -> None:
    """Draw a box: hatched or dotted in a stripe at its left, so that its words stay clear.

    Args:
        sheet: Where to draw.
        box: What it says.
        corner: Its top left corner.
        tall: How tall boxes are.
        look: How it looks.
    """
    x, y = corner
    sheet.signs.add(look)
    plain = Look(fill=look.fill, edge=look.edge, width=look.width, dashes=look.dashes)
    sheet.box(x, y, WIDE, tall, plain)
    if look.hatch:
        stripe = Look(fill=look.fill, edge=look.edge, width=0.8, hatch=look.hatch)
        sheet.box(x, y, _STRIPE, tall, stripe)
    sheet.words(x + _LEFT, y + 18, box.id, bold=True, room=_ROOM / _BOLD)
    for place, line in enumerate(box.lines, 1):
        sheet.words(x + _LEFT, y + 18 + place * _LINE, line)
    right, base = x + WIDE - 7, y + 18 if box.beside else y + 18 + _LINE * (len(box.lines) + 1)
    at, anchor = (right, "right") if box.beside else (x + _LEFT, "left")
    sheet.words(at, base, box.when, room=_ROOM, colour=INK, italic=True, anchor=anchor)


def draw_tag(sheet: Sheet, x: float, y: float, word: str, ids: Sequence[str]) -> None:
    """Draw a tag: the ids of boxes in other strips, as many as it has room for.

    Args:
        sheet: Where to draw.
        x: Its left side.
        y: Its top.
        word: ``"to"`` or ``"from"``.
        ids: The boxes.
    """
    sheet.box(x, y, TAG_WIDE, TAG_TALL, _TAG)
    words = f"{word} {_as_many(ids, TAG_WIDE - 10 - width_of(f'{word} ', _SMALL))}"
    sheet.words(x + 5, y + 14, words, size=_SMALL, colour=SOFT, room=TAG_WIDE - 8)


def tag_sign(sheet: Sheet) -> Callable[[float, float], None]:
    """Return what draws a small tag for the key."""

    def draw(x: float, y: float) -> None:
        sheet.box(x + 2, y - 7, 30, 14, _TAG)
        sheet.words(x + 17, y + 4, "to", size=_SMALL, colour=SOFT, anchor="center")

    return draw


def _as_many(ids: Sequence[str], room: float) -> str:
    """Return as many ids as fit, and how many more there are."""
    for count in range(len(ids), 1, -1):
        words = f"{', '.join(ids[:count])}{_and_more(ids, count)}"
        if width_of(words, _SMALL) <= room:
            return words
    more = _and_more(ids, 1)
    return f"{fitted(ids[0], room - width_of(more, _SMALL), _SMALL)}{more}"


def _and_more(ids: Sequence[str], count: int) -> str:
    return f" and {len(ids) - count} more" if count < len(ids) else ""
