"""Pictures on paper: what is too tall for a page is printed in sheets, each under the same head.

A sheet shows a part of the drawing that stands on the page already, so that nothing is said twice.
Screens hide the sheets, paper hides the drawing they are parts of; both is `pictures.css`'s work.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import TypeAlias

from attrs import frozen
from markupsafe import Markup

from send_framework.formats.html.picture import element, number, together

Span: TypeAlias = tuple[float, float]
"""Where a sheet's part of a drawing begins and ends, from top to bottom."""

WIDEST = 1020.0
"""Pixels of a drawing that A4 can hold between its margins in letters of seven points."""

_NOTHING = Markup()
# Height to width of what fits below a heading on a page of A4.
_TALL = 1.36


def tallest(width: float) -> float:
    """Return how tall a part of a drawing may be to fit on a page.

    Args:
        width: How wide the drawing is; it is printed as wide as the page.
    """
    return _TALL * max(width, WIDEST * 2 / 3)


def parts_of(cuts: Sequence[float], room: float) -> tuple[Span, ...]:
    """Return the parts into which a drawing is cut, each as tall as there is room.

    Args:
        cuts: Heights at which nothing is cut in two: its top, any between, its bottom.
        room: How tall a part may be; one without a cut within that is taller.

    Example:
        >>> parts_of((0, 100, 200, 300, 400), 350)
        ((0, 300), (300, 400))
        >>> parts_of((0, 500), 350)
        ((0, 500),)
    """
    found = [cuts[0]]
    for cut, after in pairwise((*cuts[1:], cuts[-1])):
        if cut == after or after > found[-1] + room:
            found.append(cut)
    return tuple(pairwise(found))


@frozen(kw_only=True)
class Sheet:
    """A part of a drawing, below a head.

    Attributes:
        span: Which heights of the drawing it shows.
        width: How wide it is.
        within: What stands in the drawing, in its own places.
        left: Where in the drawing it begins.
        head: How tall its head is.
        above: What stands in its head.
    """

    span: Span
    width: float
    within: Markup
    left: float = 0.0
    head: float = 0.0
    above: Markup = _NOTHING

    def drawn(self) -> Markup:
        """Return it as a drawing of its own."""
        top, bottom = self.span
        tall = bottom - top
        part = element(
            "svg", self.within, y=self.head, width=self.width, height=tall,
            viewBox=" ".join(map(number, (self.left, top, self.width, tall))),
        )  # fmt: skip
        return element(
            "svg", self.above, part, class_="p-sheet", width=self.width, height=self.head + tall,
            viewBox=f"0 0 {number(self.width)} {number(self.head + tall)}",
        )  # fmt: skip


def again(*names: str) -> Markup:
    """Return parts of a drawing once more, by their ids."""
    return together(element("use", href=f"#{name}") for name in names)


def printed_as(drawn: Markup, sheets: Iterable[Sheet]) -> Markup:
    """Return a drawing that paper shows as these sheets; as it is when one is enough."""
    found = tuple(sheets)
    if len(found) < 2:  # noqa: PLR2004 - a single sheet would show the drawing itself
        return drawn
    parts = element("div", *(each.drawn() for each in found), class_="p-sheets", aria_hidden="true")
    return element("div", drawn, parts, class_="p-cut")
