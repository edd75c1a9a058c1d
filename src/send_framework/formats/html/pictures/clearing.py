"""Where words may stand: near what they belong to, clear of lines, dots and other words."""

from collections.abc import Iterable, Sequence
from typing import TypeAlias

from attrs import frozen

Point: TypeAlias = tuple[float, float]
Line: TypeAlias = tuple[Point, Point]

# How far letters reach above their base line and below it.
_ABOVE, _BELOW = 11.0, 3.0
# What it costs to leave the plot, to cover something, to be crossed, and to lie on a fine line.
_OUTSIDE, _COVERS, _CROSSED, _FINE = 100, 20, 10, 1


FARTHER = (4.0, 8.0, 12.0, 16.0, 20.0, 24.0)
"""Pixels by which words may stand farther off than is best."""


@frozen(kw_only=True)
class Box:
    """A rectangle, such as the one that words take."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        """Return whether two boxes cover the same place.

        Example:
            >>> one = Box(left=0, top=0, right=10, bottom=10)
            >>> one.meets(Box(left=9, top=9, right=20, bottom=20)), one.meets(
            ...     Box(left=10, top=0, right=20, bottom=10))
            (True, False)
        """
        beside = self.right <= other.left or other.right <= self.left
        return not (beside or self.bottom <= other.top or other.bottom <= self.top)

    def within(self, other: "Box") -> bool:
        """Return whether nothing of it lies outside of another."""
        sides = self.left >= other.left and self.right <= other.right
        return sides and self.top >= other.top and self.bottom <= other.bottom

    def crossed(self, line: Line) -> bool:
        """Return whether a straight line passes through it.

        Example:
            >>> box = Box(left=0, top=0, right=10, bottom=10)
            >>> box.crossed(((-5, 5), (15, 5))), box.crossed(((-5, 5), (5, 15)))
            (True, False)
        """
        (x, y), (to_x, to_y) = line
        enters, leaves = 0.0, 1.0
        sides = (x, to_x - x, self.left, self.right), (y, to_y - y, self.top, self.bottom)
        for start, way, low, high in sides:
            if not way:
                if not low < start < high:
                    return False
                continue
            near, far = sorted(((low - start) / way, (high - start) / way))
            enters, leaves = max(enters, near), min(leaves, far)
        return enters < leaves


def dot_box(x: float, y: float) -> Box:
    """Return the place of a dot, with a little air around it."""
    return Box(left=x - 7, top=y - 7, right=x + 7, bottom=y + 7)


def words_box(x: float, y: float, width: float) -> Box:
    """Return the place of words that begin at `x` on the base line `y`."""
    return Box(left=x, top=y - _ABOVE, right=x + width, bottom=y + _BELOW)


def base_line(place: Box) -> Point:
    """Return where words begin that take this place."""
    return place.left, place.bottom - _BELOW


def beside(x: float, y: float, width: float) -> tuple[Box, ...]:
    """Return where words about a dot may stand, the best place first.

    Args:
        x: The dot's middle.
        y: The same.
        width: Pixels of the words.
    """
    left, right, middle = x - 8 - width, x + 8, x - width / 2
    above, below, level = y - 10, y + 19, y + 5
    near = ((left, above), (middle, above), (right, above), (right, level), (left, level),
            (left, below), (middle, below), (right, below))  # fmt: skip
    raised = (right, level - 6), (left, level - 6)
    far = tuple((each, base) for more in FARTHER for base in (above - more, below + more)
                for each in (left, middle, right))  # fmt: skip
    return tuple(words_box(*place, width) for place in near + raised + far)


def clearest(
    places: Iterable[Box], within: Box, boxes: Sequence[Box], lines: Sequence[Line],
    fine: Sequence[Line] = (),
) -> Box:  # fmt: skip
    """Return the place with the least in its way; among equals the first.

    Args:
        places: Where words may stand, one or more, the best first.
        within: What they should not leave.
        boxes: What they should not cover.
        lines: What should not cross them.
        fine: What may cross them if need be.
    """

    def cost(place: Box) -> int:
        return (
            _OUTSIDE * (not place.within(within))
            + _COVERS * sum(map(place.meets, boxes))
            + _CROSSED * sum(map(place.crossed, lines))
            + _FINE * sum(map(place.crossed, fine))
        )

    return min(places, key=cost)
