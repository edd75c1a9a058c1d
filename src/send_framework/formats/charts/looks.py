"""How things look in a chart: colours that colour-blind readers tell apart, and shapes besides.

The hues are those of Okabe and Ito's palette, light inside and full at the edge. What is critical
has a thick edge and is hatched, what is near-critical is dotted, what is assumed has a broken
edge: in grey the chart says the same.
"""

from attrs import evolve, frozen

GREEN, BLUE, VERMILLION, PURPLE = "#009e73", "#0072b2", "#d55e00", "#cc79a7"
"""Those hues of Okabe and Ito that stand out from white paper."""

RUST, OCHRE = "#bf4f00", "#7a5c00"
"""Vermillion and orange, darker: who sees no red tells them apart by how light they are."""

LATE_INK = "#9c3f00"
"""Vermillion, dark enough for words."""

GROUND, INK, SOFT, LINE, FAINT = "#ffffff", "#1a1a1a", "#4d4d4d", "#767676", "#d4d4d4"
"""From the paper's white to the ink."""

_BROKEN = (4.0, 2.5)


@frozen(kw_only=True)
class Look:
    """How a line or an area is drawn.

    Attributes:
        fill: Colour inside; empty for none.
        edge: Colour of the line; empty for none.
        width: Of the line, in pixels.
        dashes: Pixels drawn and left out, in turn; empty for a whole line.
        hatch: Hatching in matplotlib's signs, in the colour of the line.
    """

    fill: str = ""
    edge: str = ""
    width: float = 1.0
    dashes: tuple[float, ...] = ()
    hatch: str = ""


BAR = Look(fill="#d3e8f7", edge=BLUE)
CRITICAL = Look(fill="#f8c9ae", edge=RUST, width=2.4, hatch="////")
NEAR = Look(fill="#fff3cf", edge=OCHRE, width=1.4, hatch="....")
FINISHED = Look(fill="#ececec", edge=LINE)
UNDATED = Look(fill=GROUND, edge=LINE, dashes=(1.5, 2.0))
DONE = Look(fill=BLUE)
REACHED = Look(fill=BLUE, edge=BLUE)
LATE = Look(fill=VERMILLION, edge=VERMILLION)
PROMISE = Look(fill=INK)
BEYOND = Look(fill=SOFT)
LANE, OTHER_LANE = Look(fill="#f3f3f3"), Look(fill="#fafafa")
PERIOD = Look(fill="#e3e3e3", edge=SOFT)

FLOAT = Look(edge=LINE, width=1.6)
RULE = Look(edge="#ebebeb", width=0.8)
GRID = Look(edge=FAINT, width=0.8)
AXIS = Look(edge=SOFT, width=1.2)
TODAY = Look(edge=GREEN, width=2.2, dashes=(7.0, 2.5, 1.5, 2.5))
LEAD = Look(edge=FAINT, width=0.8, dashes=(2.0, 2.0))
LINK = Look(edge=LINE, width=0.9)
DRIVING = Look(edge=INK, width=1.8)

WINDOW = Look(fill="#fbf7cf")
WINDOW_BOX = Look(fill="#fbf7cf", edge="#8a7a00")
ENDS = {
    "earliest": Look(edge="#8a7a00", width=1.4),
    "expected": Look(edge="#8a7a00", width=1.8, dashes=(5.0, 3.0)),
    "latest": Look(edge="#8a7a00", width=2.6),
}
"""The lines of a window's ends."""

CURVE = Look(edge=BLUE, width=2.4)
OTHER_CURVE = Look(edge="#8a7a00", width=1.8, dashes=(5.0, 3.0))
TARGET = Look(edge=VERMILLION, width=1.6, dashes=(5.0, 3.0))


def assumed(look: Look) -> Look:
    """Return how the same thing looks when nobody published it.

    Example:
        >>> assumed(BAR).dashes, assumed(BAR).fill
        ((4.0, 2.5), '#ffffff')
    """
    return evolve(look, dashes=_BROKEN, fill=GROUND if look.fill else "")
