"""Dependencies in a Gantt chart: elbow arrows, the driving ones strong, the others faint."""

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from attrs import frozen
from markupsafe import Markup

from send_framework.formats.html.picture import element, number
from send_framework.formats.html.pictures.axis import Scale
from send_framework.formats.html.pictures.bars import BAR_HEIGHT, DIAMOND, ROW_HEIGHT, Row, ends_of
from send_framework.formats.html.pictures.signs import PULLS, Pull, link, pull_of
from send_framework.formats.html.pictures.words import (
    is_moment,
)
from send_framework.model.dependency import DependencyType
from send_framework.network.results import ScheduledActivity, ScheduledLink

Rows: TypeAlias = Mapping[str, tuple[Row, ScheduledActivity]]

MANY_ROWS = 60
"""From here on only driving links are drawn: the others stand in the table."""

# How far an arrow runs out of a bar, and in how many lanes arrows side by side may run.
_STUB, _LANES, _LANE = 8.0, 4, 3.0
_HEAD = 10.0

_FROM_FINISH = (DependencyType.FINISH_TO_START, DependencyType.FINISH_TO_FINISH)
_TO_START = (DependencyType.FINISH_TO_START, DependencyType.START_TO_START)


@frozen(kw_only=True)
class _Place:
    """One end of an arrow: where it stands, and on which side of its bar.

    Attributes:
        x: The bar's end.
        y: The bar's middle.
        right: Whether it is the bar's right end.
        width: How long the bar is.
    """

    x: float
    y: float
    right: bool
    width: float

    def out(self, far: float) -> float:
        """Return a place that far outside of the bar."""
        return self.x + far if self.right else self.x - far


def arrows(links: Sequence[ScheduledLink], rows: Rows, scale: Scale, identity: str) -> Markup:
    """Draw the links between rows.

    Args:
        links: All links; those of cancelled work, which only passes them on, are not drawn.
        rows: The rows that have dates, by id, with their activities.
        scale: Where each day stands.
        identity: The drawing's id, whose arrow heads are used.
    """
    few = len(rows) <= MANY_ROWS
    drawn = [
        _arrow(each, rows, scale, identity, lane=place % _LANES * _LANE)
        for place, each in enumerate(links)
        if (each.driving or few) and each.predecessor in rows and each.successor in rows
    ]
    drawn.sort(key=lambda pair: PULLS.index(pair[0]))
    look = "p-arrows" if few else "p-arrows p-many"
    return element("g", *(arrow for _, arrow in drawn), class_=look)


def _arrow(
    each: ScheduledLink, rows: Rows, scale: Scale, identity: str, lane: float
) -> tuple[Pull, Markup]:
    one, other = rows[each.predecessor], rows[each.successor]
    begin = _place(*one, scale, right=each.type in _FROM_FINISH)
    end = _place(*other, scale, right=each.type not in _TO_START)
    on_path = one[1].on_critical_path and other[1].on_critical_path
    pull = pull_of(driving=each.driving, on_path=on_path)
    return pull, link(_way(begin, end, lane), pull, identity, assumed=each.assumed)


def _place(row: Row, each: ScheduledActivity, scale: Scale, *, right: bool) -> _Place:
    left, end = ends_of(each, scale)
    if is_moment(each):
        left, end = left - DIAMOND, end + DIAMOND
    return _Place(x=end if right else left, y=row.middle, right=right, width=end - left)


def _way(begin: _Place, end: _Place, lane: float) -> str:
    """Return the way of an arrow: out of one bar, along a gap between rows, into the other."""
    n = number
    start = f"M{n(begin.x)} {n(begin.y)}"
    onto = end.x + min(6.0, end.width / 2)
    out, before = begin.out(_STUB + lane), end.out(_HEAD + lane)
    if begin.right == end.right:
        # Both ends look the same way: the outer of the two corners serves both.
        corner = max(out, before) if begin.right else min(out, before)
        return f"{start}H{n(corner)}V{n(end.y)}H{n(end.x)}"
    if (before >= out) if begin.right else (before <= out):
        return f"{start}H{n(out)}V{n(end.y)}H{n(end.x)}"
    if begin.right and not end.right and begin.x <= onto:
        # The next bar begins where this one ends: the arrow drops onto it.
        edge = end.y - BAR_HEIGHT / 2 if end.y > begin.y else end.y + BAR_HEIGHT / 2
        return f"{start}H{n(onto)}V{n(edge)}"
    # The arrow must come back: it does so on the line between the rows, not through a bar.
    gap = end.y + (ROW_HEIGHT / 2 if begin.y > end.y else -ROW_HEIGHT / 2) + 2
    return f"{start}H{n(out)}V{n(gap)}H{n(before)}V{n(end.y)}H{n(end.x)}"
