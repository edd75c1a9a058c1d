"""The ways of links between the bars of a Gantt chart: upright and level, never through a bar."""

from attrs import frozen

from send_framework.formats.charts.sheet import Point

# How far a link runs out of a bar, and before the one it leads to.
_STUB, _BEFORE = 8.0, 10.0


@frozen(kw_only=True)
class LinkEnd:
    """One end of a link: where it stands, and on which side of its bar.

    Attributes:
        x: The bar's end.
        y: The bar's middle.
        right: Whether it is the bar's right end.
        width: How long the bar is.
        row: Where its row begins and ends.
        is_moment: Whether it has no length, so that a link may come down onto its middle.
    """

    x: float
    y: float
    right: bool
    width: float
    row: tuple[float, float]
    is_moment: bool = False

    def out(self, far: float) -> float:
        """Return a place that far outside of the bar."""
        return self.x + far if self.right else self.x - far


def way(begin: LinkEnd, end: LinkEnd, lane: float, *, bar: float) -> tuple[Point, ...]:
    """Return the corners of a link's way.

    Args:
        begin: Where it leaves.
        end: Where it arrives.
        lane: How far it keeps from links beside it.
        bar: How tall bars are.

    Example:
        >>> one = LinkEnd(x=100, y=10, right=True, width=50, row=(0, 20))
        >>> way(one, LinkEnd(x=200, y=46, right=False, width=50, row=(36, 56)), 0, bar=13)
        ((100, 10), (108.0, 10), (108.0, 46), (200, 46))
    """
    out, before = begin.out(_STUB + lane), end.out(_BEFORE + lane)
    if begin.right == end.right:
        # Both ends look the same way: the outer of the two corners serves both.
        corner = max(out, before) if begin.right else min(out, before)
        return _elbow(begin, end, corner)
    if (before >= out) if begin.right else (before <= out):
        return _elbow(begin, end, out)
    if begin.right and begin.x <= end.x + min(9.0, end.width * 2 / 3):
        # The next bar begins where this one ends: the link drops onto it.
        onto = max(begin.x, end.x + min(6.0, end.width / 2))
        edge = end.y - bar / 2 if end.y > begin.y else end.y + bar / 2
        return (begin.x, begin.y), (onto, begin.y), (onto, edge)
    # It must come back: it does so on the line between the rows.
    gap = end.row[1] if begin.y > end.y else end.row[0]
    if begin.right and end.is_moment:
        onto = end.x + end.width / 2
        edge = end.y + end.width / 2 if begin.y > end.y else end.y - end.width / 2
        return (begin.x, begin.y), (out, begin.y), (out, gap), (onto, gap), (onto, edge)
    return (
        (begin.x, begin.y), (out, begin.y), (out, gap), (before, gap), (before, end.y),
        (end.x, end.y),
    )  # fmt: skip


def _elbow(begin: LinkEnd, end: LinkEnd, corner: float) -> tuple[Point, ...]:
    return (begin.x, begin.y), (corner, begin.y), (corner, end.y), (end.x, end.y)
