"""The signs that pictures share, each with its words in a key: nothing is told by colour alone."""

import re
from collections.abc import Iterable

from markupsafe import Markup

from send_framework.formats.html.picture import element, number

SIGN_HEIGHT = 18.0
SIGN_WIDTH = 34.0
_NOTHING = Markup()


def hatching(identity: str) -> Markup:
    """Return the hatching of what is critical, for the drawing with this id."""
    line = element("path", d="M0 6L6 0", class_="p-hatch-line")
    pattern = element(
        "pattern", line, id=f"{identity}-hatch", width=6, height=6, patternUnits="userSpaceOnUse"
    )
    head = element(
        "marker", element("path", d="M0 0L7 3.5L0 7Z", class_="p-head"), id=f"{identity}-head",
        markerWidth=7, markerHeight=7, refX=6.5, refY=3.5, orient="auto",
        markerUnits="userSpaceOnUse",
    )  # fmt: skip
    strong = element(
        "marker", element("path", d="M0 0L8 4L0 8Z", class_="p-head-driving"),
        id=f"{identity}-head-driving", markerWidth=8, markerHeight=8, refX=7.5, refY=4,
        orient="auto", markerUnits="userSpaceOnUse",
    )  # fmt: skip
    return element("defs", pattern, head, strong)


def hatched(identity: str) -> str:
    """Return the fill that refers to a drawing's hatching."""
    return f"url(#{identity}-hatch)"


def headed(identity: str, *, driving: bool) -> str:
    """Return the reference to a drawing's arrow head."""
    return f"url(#{identity}-head{'-driving' if driving else ''})"


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
