"""From a figure to the bytes of a file: the same on every run, whatever a user's style says."""

import warnings
from collections.abc import Generator
from contextlib import contextmanager
from io import BytesIO
from xml.sax.saxutils import escape

from matplotlib import style
from matplotlib.figure import Figure

from send_framework.formats.html.picture import clean

_SETTINGS = {
    "hatch.linewidth": 0.5,
    # Text stays text: it can be searched, copied and read aloud.
    "svg.fonttype": "none",
    # Ids in the drawing are made from this and from what they name, not by chance.
    "svg.hashsalt": "send-framework",
}
_LONGEST, _MOST_PIXELS = 40_000, 80_000_000
_NOTHING = ("Creator", "Date", "Format", "Type")


@contextmanager
def plain_style() -> Generator[None]:
    """Draw by matplotlib's own settings, and leave the caller's as they were."""
    with warnings.catch_warnings(), style.context(["default", _SETTINGS]):
        # A sign that no font has is drawn as a box: that is no reason to warn.
        warnings.filterwarnings("ignore", message="Glyph .* missing from")
        yield


def as_png(figure: Figure, title: str, words: str, dpi: int) -> bytes:
    """Return a figure as a PNG image.

    Args:
        figure: The figure.
        title: What it shows.
        words: What is to be seen in it.
        dpi: Dots per inch; fewer where the image would be too large to open.
    """
    width, height = figure.get_size_inches()
    most = min(_LONGEST / max(width, height), (_MOST_PIXELS / (width * height)) ** 0.5)
    said = {"Software": None, "Title": clean(title), "Description": clean(words)}
    file = BytesIO()
    with plain_style():
        figure.savefig(  # pyright: ignore[reportUnknownMemberType] - its stub leaves types out
            file, format="png", dpi=max(1, min(dpi, int(most))), metadata=said
        )
    return file.getvalue()


def as_svg(figure: Figure, title: str, words: str) -> str:
    """Return a figure as an SVG drawing that names and describes itself.

    Args:
        figure: The figure.
        title: What it shows.
        words: What is to be seen in it.
    """
    file = BytesIO()
    with plain_style():
        figure.savefig(  # pyright: ignore[reportUnknownMemberType] - its stub leaves types out
            file, format="svg", metadata=dict.fromkeys(_NOTHING)
        )
    before, begin, after = file.getvalue().decode().partition("<svg ")
    head, end, rest = after.partition(">")
    named = (
        f"\n <title>{escape(clean(title))}</title>\n <desc>{escape(clean(words))}</desc>"
    )  # fmt: skip
    return f'{before}{begin}role="img" {head}{end}{named}{rest}'
