"""The signs that pictures share, each with its words in a key: nothing is told by colour alone."""

import re
from collections.abc import Iterable
from enum import Enum

from markupsafe import Markup

from send_framework.formats.html.picture import element, number

SIGN_HEIGHT = 18.0
SIGN_WIDTH = 34.0
_NOTHING = Markup()


class Pull(Enum):
    """What a link does to the date of what follows; the strongest is drawn last, on top."""

    SLACK = "slack"
    DRIVING = "driving"
    PATH = "path"


PULLS = tuple(Pull)
_HEADS = {Pull.SLACK: 7.0, Pull.DRIVING: 8.0, Pull.PATH: 11.0}
"""How long the head of each arrow is."""


def pull_of(*, driving: bool, on_path: bool) -> Pull:
    """Return what a link does: what it drives, and whether both its ends are on the path."""
    if not driving:
        return Pull.SLACK
    return Pull.PATH if on_path else Pull.DRIVING


def hatching(identity: str) -> Markup:
    """Return the hatching of what is critical, for the drawing with this id."""
    line = element("path", d="M0 6L6 0", class_="p-hatch-line")
    pattern = element(
        "pattern", line, id=f"{identity}-hatch", width=6, height=6, patternUnits="userSpaceOnUse"
    )
    return element("defs", pattern, *(_head(identity, pull) for pull in PULLS))


def _head(identity: str, pull: Pull) -> Markup:
    n, size = number, _HEADS[pull]
    tip = element(
        "path", d=f"M0 0L{n(size)} {n(size / 2)}L0 {n(size)}Z", class_=f"p-head-{pull.value}"
    )
    return element(
        "marker", tip, id=f"{identity}-head-{pull.value}", markerWidth=size, markerHeight=size,
        refX=size - 0.5, refY=size / 2, orient="auto", markerUnits="userSpaceOnUse",
    )  # fmt: skip


def hatched(identity: str) -> str:
    """Return the fill that refers to a drawing's hatching."""
    return f"url(#{identity}-hatch)"


def link(
    path: str, pull: Pull, identity: str, *, assumed: bool = False, **data: str | None
) -> Markup:
    """Draw a link along a path, with the arrow head of its kind.

    Args:
        path: Where it runs.
        pull: What it does to the date of what follows.
        identity: The drawing's id, whose arrow heads are used.
        assumed: Whether nobody published it.
        data: What else its element says.
    """
    looks = f"p-link p-{pull.value}{' p-link-assumed' if assumed else ''}"
    head = f"url(#{identity}-head-{pull.value})"
    return element("path", d=path, class_=looks, **data, marker_end=head)


def diamond(x: float, y: float, size: float, look: str) -> Markup:
    """Draw a moment: a milestone, a meeting, an event."""
    n = number
    path = f"M{n(x)} {n(y - size)}L{n(x + size)} {n(y)}L{n(x)} {n(y + size)}L{n(x - size)} {n(y)}Z"
    return element("path", d=path, class_=look)


def dot(shape: str, x: float, y: float, look: str) -> Markup:
    """Draw a figure as a circle, a square, a triangle, a diamond, a pointer or a cross."""
    n = number
    if shape == "circle":
        return element("circle", cx=x, cy=y, r=4.5, class_=look)
    if shape == "square":
        return element("rect", x=x - 4, y=y - 4, width=8, height=8, class_=look)
    if shape == "triangle":
        path = f"M{n(x - 5)} {n(y + 4)}H{n(x + 5)}L{n(x)} {n(y - 5)}Z"
        return element("path", d=path, class_=look)
    if shape == "pointer":
        path = f"M{n(x - 5)} {n(y - 4)}H{n(x + 5)}L{n(x)} {n(y + 5)}Z"
        return element("path", d=path, class_=look)
    if shape == "cross":
        path = f"M{n(x - 4)} {n(y - 4)}l8 8m0 -8l-8 8"
        return element("path", d=path, class_=look)
    return diamond(x, y, 5.5, look)


def flag(x: float, y: float, look: str, *, swallow: bool = False) -> Markup:
    """Draw a deadline: a flag on its day, its foot at `y`; custom's has a swallow's tail."""
    n = number
    edge = f"H{n(x + 13)}L{n(x + 9)} {n(y - 11.5)}L{n(x + 13)} {n(y - 7)}H{n(x)}"
    point = f"L{n(x + 12)} {n(y - 11.5)}L{n(x)} {n(y - 7)}"
    path = f"M{n(x)} {n(y)}V{n(y - 16)}{edge if swallow else point}"
    return element("path", d=path, class_=look)


def whisker(begin: float, end: float, y: float) -> Markup:
    """Draw the days among which an unknown day lies; nothing for a single day."""
    if end - begin < 8:  # noqa: PLR2004 - hidden behind the sign
        return _NOTHING
    path = f"M{number(begin)} {number(y - 4)}v8m0 -4H{number(end)}m0 -4v8"
    return element("path", d=path, class_="p-whisker")


def promise(x: float, y: float) -> Markup:
    """Draw a promised day: a triangle that points down to the bar's top at `y`."""
    n = number
    path = f"M{n(x - 5)} {n(y - 7)}H{n(x + 5)}L{n(x)} {n(y + 1)}Z"
    return element("path", d=path, class_="p-promise")


def beyond(x: float, y: float, *, left: bool) -> Markup:
    """Draw an arrow head at the edge: it goes on there."""
    n = number
    tip = x - 7 if left else x + 7
    return element("path", d=f"M{n(x)} {n(y - 6)}L{n(tip)} {n(y)}L{n(x)} {n(y + 6)}Z",
                   class_="p-beyond")  # fmt: skip


_CLASSES = re.compile('class="([^"]+)"')


def key(signs: Iterable[tuple[Markup, str]], drawn: str | None = None) -> Markup:
    """Return what each sign means, as a list.

    Args:
        signs: A drawing of `SIGN_WIDTH` by `SIGN_HEIGHT`, and its words.
        drawn: The picture: what none of its parts looks like is left out.
    """
    seen = None if drawn is None else _looks(drawn)
    items = [
        element(
            "li",
            element(
                "svg", sign, class_="p-sign", aria_hidden="true",
                viewBox=f"0 0 {number(SIGN_WIDTH)} {number(SIGN_HEIGHT)}",
                width=SIGN_WIDTH, height=SIGN_HEIGHT,
            ),
            element("span", words),
        )
        for sign, words in signs
        if seen is None or _looks(sign) <= seen
    ]  # fmt: skip
    return element("ul", *items, class_="p-key") if items else Markup()


def _looks(drawn: str) -> set[str]:
    return {look for looks in _CLASSES.findall(drawn) for look in looks.split()}
