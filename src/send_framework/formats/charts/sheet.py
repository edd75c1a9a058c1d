"""A sheet to draw on, measured in pixels of a 96th of an inch from its top left corner.

Charts place things as the pictures of a page do, with the same scales; here the places become
matplotlib's lines, patches and texts. No `pyplot` is used: nothing is kept between two charts.
"""

import unicodedata
from collections.abc import Sequence
from functools import cache
from typing import Literal, TypeAlias

from matplotlib import font_manager
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Polygon

from send_framework.formats.charts.looks import GROUND, INK, Look
from send_framework.formats.html.picture import TEXT_SIZE, clean, fitted

Point: TypeAlias = tuple[float, float]

# matplotlib's own letters are wider than those of a page: set a little smaller, text takes the
# room that the estimates for a page give it.
_LETTERS = 12.4 / TEXT_SIZE
_INCH, _POINT = 96.0, 0.75
_LAST_RESORTS = (
    "Noto Sans", "Noto Sans CJK SC", "Noto Sans Arabic", "Noto Sans Hebrew", "Noto Emoji",
    "Noto Sans Symbols2", "Segoe UI Symbol", "Arial Unicode MS",
)  # fmt: skip


@cache
def _families() -> tuple[str, ...]:
    """Return the fonts to look for a sign in: the one matplotlib brings, then what is installed."""
    known = set(font_manager.get_font_names())
    return ("DejaVu Sans", *(each for each in _LAST_RESORTS if each in known), "sans-serif")


def shown(words: str) -> str:
    r"""Return a text as it can be drawn: on one line, without signs that only direct others.

    Example:
        >>> shown("one\n \u202etwo")
        'one two'
    """
    return "".join(each for each in clean(words) if unicodedata.category(each) != "Cf")


class Sheet:
    """A figure with one pair of axes that covers it, and what was drawn last on top."""

    def __init__(self, width: float) -> None:
        """Begin a sheet of this width; `cut` gives it its height."""
        self.width = width
        self.figure = Figure(facecolor=GROUND)
        FigureCanvasAgg(self.figure)
        self._axes = self.figure.add_axes((0, 0, 1, 1))  # pyright: ignore[reportUnknownMemberType] - its stub
        self._axes.axis("off")
        self._drawn = 1
        self.signs: set[Look | str] = set()
        """The looks in which something was drawn, and names of signs: what a key has to explain."""

    def cut(self, height: float, *, width: float | None = None) -> Figure:
        """Return the figure, cut to this size."""
        self.width = width or self.width
        self.figure.set_size_inches(self.width / _INCH, height / _INCH)
        self._axes.set_xlim(0, self.width)
        self._axes.set_ylim(height, 0)
        return self.figure

    def box(self, x: float, y: float, width: float, height: float, look: Look) -> None:
        """Draw a rectangle from its top left corner."""
        self.shape(((x, y), (x + width, y), (x + width, y + height), (x, y + height)), look)

    def shape(self, corners: Sequence[Point], look: Look) -> None:
        """Draw a closed shape."""
        self.signs.add(look)
        patch = Polygon(
            corners, facecolor=look.fill or "none", edgecolor=look.edge or "none",
            linewidth=look.width * _POINT if look.edge else 0, hatch=look.hatch or None,
            linestyle=_dashes(look), joinstyle="miter", zorder=self._next(),
        )  # fmt: skip
        self._axes.add_artist(patch)

    def line(self, points: Sequence[Point], look: Look) -> None:
        """Draw a line through points."""
        self.signs.add(look)
        x, y = zip(*points, strict=True)
        drawn = Line2D(
            x, y, color=look.edge, linewidth=look.width * _POINT, linestyle=_dashes(look),
            solid_capstyle="butt", solid_joinstyle="miter", zorder=self._next(),
        )  # fmt: skip
        self._axes.add_artist(drawn)

    def words(  # noqa: PLR0913 - what, where, how it looks, and how much room there is
        self, x: float, y: float, words: str, *, bold: bool = False, italic: bool = False,
        colour: str = INK, anchor: str = "left", room: float | None = None, ground: str = "",
        size: float = TEXT_SIZE,
    ) -> None:  # fmt: skip
        """Write a line of text whose base line is at `y`.

        Args:
            x: Where it begins, or what `anchor` says.
            y: Its base line.
            words: The text; it is written as it is, never read as a formula.
            bold: Whether in strong letters.
            italic: Whether in slanted letters.
            colour: Of the letters.
            anchor: ``"left"``, ``"center"`` or ``"right"``.
            room: Pixels it may take; what does not fit is cut.
            ground: Colour that covers what lies below; empty for none.
            size: Height of the letters, as pages count it.
        """
        line = shown(words)
        under = {"facecolor": ground, "edgecolor": "none", "pad": 1.0} if ground else None
        self._axes.text(  # pyright: ignore[reportUnknownMemberType] - its stub leaves types out
            x, y, line if room is None else fitted(line, room, size), parse_math=False,
            color=colour, fontfamily=_families(), fontsize=size * _LETTERS * _POINT,
            fontweight="bold" if bold else "normal", fontstyle="italic" if italic else "normal",
            horizontalalignment=anchor, verticalalignment="baseline", zorder=self._next(),
            bbox=under,
        )  # fmt: skip

    def _next(self) -> int:
        self._drawn += 1
        return self._drawn


def _dashes(look: Look) -> Literal["-"] | tuple[float, Sequence[float]]:
    """Return dashes as matplotlib counts them: in widths of the line."""
    return (0, [each / look.width for each in look.dashes]) if look.dashes else "-"
