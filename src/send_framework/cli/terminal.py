"""What a terminal, a pipe or a file can take: colour, width, characters, and a broken pipe."""

import os
import shutil
import sys
import unicodedata
from collections.abc import Sequence
from typing import TextIO

import click
from attrs import frozen

NARROWEST, WIDEST = 40, 120
USUAL_WIDTH = 80

# Control characters that spelling needs: a soft hyphen and the two joiners.
_HARMLESS = "\u00ad\u200c\u200d"
_CONTROLS = ("Cc", "Cf", "Cs", "Zl", "Zp")
# What a console with an old code page shows instead: better a plain sign than a question mark.
_PLAIN_SIGNS = str.maketrans({
    "\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "\u2013": "-", "\u2014": "-",
    "\u2212": "-", "\u2026": "...", "\u2192": "->", "\u2190": "<-", "\u2264": "<=",
    "\u2265": ">=", "\u2022": "*", "\u00a0": " ", "\u00a3": "GBP ",
    # The signs of charts; each stays another than the rest.
    "\u2588": "#", "\u2592": "=", "\u2591": ".", "\u2500": "-", "\u25c6": "*", "\u2502": "|",
    "\u251c": "[", "\u253c": "+", "\u2524": "]", "\u25a0": "@", "\u25a1": "o",
})  # fmt: skip


@frozen(kw_only=True)
class Terminal:
    """What can be written to.

    Attributes:
        colour: Whether it shows colours.
        width: Characters in a line.
        lines_wrap: Whether long lines should be broken; in a pipe each record keeps its line.
        plain: Whether charts are drawn with signs of ASCII.
    """

    colour: bool = False
    width: int = USUAL_WIDTH
    lines_wrap: bool = False
    plain: bool = False


FILE = Terminal()
"""A file, or a pipe: no colour, the usual width."""


def standard_output() -> Terminal:
    """Return what standard output can take, as ``NO_COLOR`` and ``FORCE_COLOR`` wish."""
    interactive = sys.stdout is not None and sys.stdout.isatty()
    columns = shutil.get_terminal_size((USUAL_WIDTH, 24)).columns
    return Terminal(
        colour=_wants_colour(interactive=interactive),
        width=max(NARROWEST, min(WIDEST, columns)),
        lines_wrap=interactive,
        plain=interactive and os.environ.get("TERM") == "dumb",
    )


def _wants_colour(*, interactive: bool) -> bool:
    """Let ``NO_COLOR`` beat ``FORCE_COLOR``, as Python itself does."""
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or (interactive and os.environ.get("TERM") != "dumb")


def visible(text: str) -> str:
    r"""Return one line of text in which nothing can steer a terminal.

    Args:
        text: Any text; plans are written by others.

    Returns:
        The text with its white space as single blanks and its control characters as escapes.

    Example:
        >>> visible("red \x1b[31m alert\nsecond line")
        'red \\x1b[31m alert second line'
    """
    words = " ".join(text.split())
    return "".join(_escaped(each) if _steers(each) else each for each in words)


def _steers(character: str) -> bool:
    return character not in _HARMLESS and unicodedata.category(character) in _CONTROLS


def _escaped(character: str) -> str:
    return character.encode("unicode_escape").decode("ascii")


def in_plain_signs(text: str) -> str:
    r"""Return text with signs of ASCII for those that have one.

    Args:
        text: What should be printed.

    Example:
        >>> in_plain_signs("\u2588\u2588\u2500\u2500 30 \u2192 35")
        '##-- 30 -> 35'
    """
    return text.translate(_PLAIN_SIGNS)


def printable(text: str, encoding: str) -> str:
    r"""Return text that a stream with this encoding can print.

    Args:
        text: What should be printed.
        encoding: The stream's encoding.

    Returns:
        The text itself where it fits, else with plain signs and question marks.

    Example:
        >>> printable("30 \u2192 35 \u0142", "ascii")
        '30 -> 35 ?'
    """
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        plain = in_plain_signs(text)
        return plain.encode(encoding, errors="replace").decode(encoding)
    return text


def emit(text: str, terminal: Terminal) -> None:
    """Write a result to standard output; a reader who went away is no failure.

    Args:
        text: The whole result.
        terminal: What standard output can take.

    Raises:
        OSError: It cannot be written, as on a full disk.
    """
    stream = sys.stdout
    if stream is None:
        return
    try:
        click.echo(_fitting(text, stream), nl=False, color=terminal.colour)
    except BrokenPipeError:
        _leave(stream)
    except OSError:
        _leave(stream)
        raise


def complain(text: str) -> None:
    """Write what went wrong to standard error, line by line.

    Args:
        text: One line or several.
    """
    for number, line in enumerate(text.splitlines() or [""]):
        note(f"{'' if number else 'error: '}{visible_line(line)}")


def visible_line(line: str) -> str:
    """Return a line as `visible` does, with its indentation.

    Args:
        line: The line.
    """
    return " " * (len(line) - len(line.lstrip(" "))) + visible(line)


def report(problems: Sequence[str]) -> None:
    """Write every problem of a file to standard error, and how many there are.

    Args:
        problems: Each begins with its place, such as ``plan.yaml:14:9``.
    """
    for each in problems:
        for line in each.splitlines():
            note(visible_line(line))
    if len(problems) > 1:
        note(f"{len(problems)} problems, so the file was not read")


def note(text: str) -> None:
    """Write one line to standard error: what is no result.

    Args:
        text: The line.
    """
    stream = sys.stderr
    if stream is not None:
        click.echo(_fitting(text, stream), err=True)


def _fitting(text: str, stream: TextIO) -> str:
    return printable(text, getattr(stream, "encoding", None) or "utf-8")


def _leave(stream: TextIO) -> None:
    """Let what is still buffered go nowhere, so that the exit is quiet too."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
