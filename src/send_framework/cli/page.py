"""A page for people: paragraphs and tables, put together first and written once.

Everything goes in as plain text: no mark-up is read, so a title such as "[red]" stays what it is,
and control characters come out as escapes.
"""

import io
from collections.abc import Iterable, Sequence
from typing import Literal, TypeAlias

from rich.cells import cell_len
from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from send_framework.cli.terminal import Terminal, visible

INDENT = 2
# A record that a pipe or a file must keep on one line.
_ENDLESS = 1_000_000

Cell: TypeAlias = str | tuple[str, str]
"""A text, or a text and its style."""


class Page:
    """What one answer prints.

    Example:
        >>> page = Page(Terminal())
        >>> page.heading("Critical path")
        >>> page.table(("id", "float"), [("S01", "5"), ("S02", "12")], right=("float",))
        >>> print(page.text(), end="")
        Critical path
          id   float
          S01      5
          S02     12
    """

    def __init__(self, terminal: Terminal) -> None:
        """Begin an empty page.

        Args:
            terminal: What it will be written to.
        """
        self._terminal = terminal
        self._written = io.StringIO()
        self._wide = self._console(_ENDLESS)
        self._narrow = self._console(terminal.width)

    def _console(self, width: int) -> Console:
        colour = self._terminal.colour
        return Console(
            file=self._written, width=width, force_terminal=colour, no_color=not colour,
            color_system="standard" if colour else None, legacy_windows=False, markup=False,
            highlight=False, emoji=False,
        )  # fmt: skip

    def text(self) -> str:
        """Return the page as it is to be written, without blanks at the ends of lines."""
        lines = self._written.getvalue().split("\n")
        return "\n".join(line.rstrip() for line in lines)

    @property
    def terminal(self) -> Terminal:
        """What it will be written to."""
        return self._terminal

    def drawn(self, lines: Iterable[str]) -> None:
        """Write lines as they are: whoever draws them makes the texts in them visible first.

        Args:
            lines: Each no longer than the terminal is wide.
        """
        for line in lines:
            self._written.write(f"{' ' * INDENT}{line}\n")

    def blank(self) -> None:
        """Leave one line free, unless there is one or the page has just begun."""
        written = self._written.getvalue()
        if written and not written.endswith("\n\n"):
            self._written.write("\n")

    def heading(self, words: str) -> None:
        """Write a heading with a free line before it."""
        self.blank()
        self.line(words, style="bold")

    def line(self, *parts: Cell, indent: int = 0, style: str = "") -> None:
        """Write a paragraph, broken to the width.

        Args:
            parts: Texts, each with a style of its own if it has one.
            indent: Blanks before every line.
            style: The style of the whole.
        """
        self._print(Padding(_joined(parts, style), (0, 0, 0, indent)))

    def record(self, *parts: Cell) -> None:
        """Write one line that programs may read: only a terminal breaks it, and indents the rest.

        Args:
            parts: Texts, each with a style of its own if it has one.
        """
        whole = _joined(parts, "")
        if not self._terminal.lines_wrap:
            self._wide.print(whole, soft_wrap=True)
            return
        first, *rest = whole.wrap(self._narrow, self._terminal.width - 2 * INDENT)
        self._print(first)
        for line in rest:
            self._print(Padding(line, (0, 0, 0, 2 * INDENT)))

    def table(
        self,
        columns: Sequence[str],
        rows: Iterable[Sequence[Cell]],
        *,
        right: Sequence[str] = (),
    ) -> None:
        """Write a table; the columns without a number share what room there is.

        Where there is too little to keep the words of every column whole, each row becomes a
        short paragraph instead.

        Args:
            columns: Their headings.
            rows: A cell for each column.
            right: Headings of the columns that hold numbers.
        """
        cells = [[_joined((cell,), "") for cell in row] for row in rows]
        texts = [[name, *(row[i].plain for row in cells)] for i, name in enumerate(columns)]
        room = self._terminal.width - INDENT - _GAP * (len(columns) - 1)
        widths = shared_widths(texts, [name not in _UNBROKEN for name in columns], room)
        if widths is None:
            self._paragraphs(columns, cells)
            return
        grid = Table(box=None, pad_edge=False, padding=(0, _GAP, 0, 0))
        for name, width in zip(columns, widths, strict=True):
            justify: Literal["left", "right"] = "right" if name in right else "left"
            grid.add_column(name, justify=justify, width=width, overflow="fold")
        for row in cells:
            grid.add_row(*row)
        self._print(Padding(grid, (0, 0, 0, INDENT), expand=False))

    def _paragraphs(self, columns: Sequence[str], rows: Sequence[Sequence[Text]]) -> None:
        """Write rows below one another: the first two cells, then the others by name."""
        for row in rows:
            self._print(Padding(Text(" ").join(row[:2]), (0, 0, 0, INDENT)))
            named = zip(columns[2:], row[2:], strict=True)
            others = [Text(f"{name} ").append_text(cell) for name, cell in named if cell.plain]
            if others:
                self._print(Padding(Text(", ").join(others), (0, 0, 0, 2 * INDENT)))

    def _print(self, what: RenderableType) -> None:
        self._narrow.print(what)


# Dates and numbers are never broken; titles are.
_UNBROKEN = (
    "starts", "finishes", "days", "float", "day", "share", "code", "from", "to", "published",
    "outcome", "what", "observed", "P80", "plan",
)  # fmt: skip


# Blanks between two columns, and how much of a long word a narrow column must still show whole.
_GAP = 2
_LONG_WORD = 12


def shared_widths(
    texts: Sequence[Sequence[str]], may_break: Sequence[bool], room: int
) -> list[int] | None:
    """Return how wide each column is: the widest give up most, none so much that words break.

    Args:
        texts: What stands in each column, its heading too.
        may_break: Whether a column's texts may take several lines.
        room: Characters for all columns together.

    Returns:
        A width for each, or ``None`` if there is no room for them.

    Example:
        >>> shared_widths([["id", "S01"], ["work", "Agree the data"]], [False, True], 12)
        [3, 9]
        >>> shared_widths([["id", "S01"], ["work", "Agree the data"]], [False, True], 6) is None
        True
    """
    whole = [max(map(cell_len, column)) for column in texts]
    least = [
        max(min(cell_len(word), _LONG_WORD) for text in column for word in text.split() or [""])
        if breaks
        else width
        for column, breaks, width in zip(texts, may_break, whole, strict=True)
    ]
    widths = [min(width, max(room, word)) for width, word in zip(whole, least, strict=True)]
    while sum(widths) > room:
        spare = [i for i, width in enumerate(widths) if width > least[i]]
        if not spare:
            return None
        widths[max(spare, key=lambda i: widths[i])] -= 1
    return widths


def _joined(parts: Iterable[Cell], style: str) -> Text:
    text = Text(style=style, overflow="fold")
    for part in parts:
        words, own = (part, "") if isinstance(part, str) else part
        # The blanks that join two parts are kept; whatever stands within is made visible.
        before, after = words[:1] == " ", len(words) > 1 and words[-1:] == " "
        text.append(f"{' ' * before}{visible(words)}{' ' * after}", style=own)
    return text
