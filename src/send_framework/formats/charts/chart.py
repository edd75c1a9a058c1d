"""A finished chart: a picture to save, to print and to look at, with its words."""

from base64 import b64encode
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import frozen
from markupsafe import Markup

from send_framework.errors import DocumentError
from send_framework.formats.files import PathLike, shown_name, write_bytes_safely

if TYPE_CHECKING:
    from matplotlib.figure import Figure

USUAL_DPI = 150
"""Dots per inch of a PNG unless another number is asked for."""

SUFFIXES = (".png", ".svg")
"""How the name of a chart's file may end."""


def suffix_of(path: PathLike) -> str:
    """Return how a chart's file name ends, if a chart can be written so.

    Raises:
        DocumentError: It ends otherwise than in ``.png`` or ``.svg``.

    Example:
        >>> suffix_of("gantt.SVG")
        '.svg'
    """
    suffix = Path(path).suffix.lower()
    if suffix not in SUFFIXES:
        message = f"{shown_name(path)}: a chart's name ends in {' or '.join(SUFFIXES)}"
        raise DocumentError((message,))
    return suffix


@frozen(kw_only=True, eq=False)
class Chart:
    """A picture for a paper, a slide or a notebook.

    A notebook shows it by itself. The same plan gives the same bytes, on every run.

    Attributes:
        title: What it shows, in a few words.
        alt_text: What is to be seen in it, in one sentence: for readers who cannot see it.
        figure: matplotlib's figure, for whoever wants to draw more into it. Its only axes count
            in pixels of a 96th of an inch, from the top left.
    """

    title: str
    alt_text: str
    figure: "Figure"

    def png(self, dpi: int = USUAL_DPI) -> bytes:
        """Return it as a PNG image, with `alt_text` as its description.

        Args:
            dpi: Dots per inch; of a very large chart fewer, so that programs can open it.
        """
        from send_framework.formats.charts.rendering import as_png

        return as_png(self.figure, self.title, self.alt_text, dpi)

    def svg(self) -> str:
        """Return it as an SVG drawing whose text is text, with a title and a description."""
        from send_framework.formats.charts.rendering import as_svg

        return as_svg(self.figure, self.title, self.alt_text)

    def save(self, path: PathLike, *, dpi: int = USUAL_DPI, force: bool = False) -> None:
        """Write it to a file, whole or not at all.

        Args:
            path: A name that ends in ``.png`` or ``.svg``.
            dpi: Dots per inch of a PNG.
            force: Whether an existing file may be replaced.

        Raises:
            DocumentError: The name ends otherwise, the file exists, or it cannot be written.
        """
        suffix = suffix_of(path)
        data = self.png(dpi) if suffix == ".png" else self.svg().encode()
        write_bytes_safely(path, data, force=force)

    def _repr_html_(self) -> str:
        """Return it for a notebook: an image with its words."""
        image = Markup('<img alt="{}" src="data:image/png;base64,{}" style="max-width:100%">')
        return str(image.format(self.alt_text, b64encode(self.png(96)).decode()))
