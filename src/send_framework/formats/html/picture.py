"""What a picture is, and the small pieces it is drawn from.

A picture says the same thing three times: drawn, in one sentence, and as a table. Whatever plan
text comes in goes through `element`, which escapes it: nothing else in `pictures` writes mark-up.
"""

import re
import unicodedata
from collections.abc import Iterable
from html import escape

from attrs import frozen
from markupsafe import Markup

TEXT_SIZE = 14.0
"""Pixels of the letters in a picture, as its style sheet sets them."""

LINE_HEIGHT = 18.0
"""Pixels from one line of such letters to the next."""

_TITLE_LIMIT = 300
_NOTHING = Markup()


@frozen(kw_only=True)
class DataTable:
    """The facts of a picture as a table.

    Attributes:
        caption: What the table holds.
        columns: Headings, the first one of the rows' names.
        rows: A cell for each column; the first names its row.
    """

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@frozen(kw_only=True)
class Picture:
    """One picture of a page.

    Attributes:
        id: What its element and everything in it are named by, such as ``"gantt"``.
        svg: The drawing; empty when there is nothing to draw.
        title: What it shows, in a few words.
        description: What is to be seen in it, in one sentence.
        table: The same facts as a table.
        key: What each of its signs means, for the line below it.
        off_paper: Why paper does not show the drawing, where its table must stand for it.
    """

    id: str
    svg: Markup
    title: str
    description: str
    table: DataTable
    key: Markup = _NOTHING
    off_paper: str = ""


def element(name: str, *children: str, **attributes: str | float | None) -> Markup:
    """Return an element of an SVG drawing; text and values are escaped.

    Args:
        name: The element's name.
        children: Marked-up elements as they are, and texts.
        attributes: Its attributes; ``_`` stands for ``-``, one at the end is dropped, and what
            is ``None`` is left out.

    Example:
        >>> element("text", "5 < 7", x=2.50, class_="p-label")
        Markup('<text x="2.5" class="p-label">5 &lt; 7</text>')
    """
    shown = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(_value(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    inside = "".join(_escaped(each) for each in children)
    return Markup(f"<{name}{shown}>{inside}</{name}>" if inside else f"<{name}{shown}/>")  # noqa: S704 - everything in it was escaped above


def _escaped(child: str) -> str:
    return str(child) if isinstance(child, Markup) else escape(clean(child))


def _value(value: str | float) -> str:
    return clean(value) if isinstance(value, str) else number(value)


def together(parts: Iterable[Markup]) -> Markup:
    """Return pieces one after another."""
    return _NOTHING.join(parts)


def number(value: float) -> str:
    """Return a length as short as a tenth of a pixel allows.

    Example:
        >>> number(12.04), number(-0.01), number(7.25)
        ('12', '0', '7.2')
    """
    words = f"{value:.1f}".removesuffix(".0")
    return "0" if words == "-0" else words


def clean(words: str) -> str:
    r"""Return text that XML can hold, its white space as single blanks.

    Example:
        >>> clean("one\n two\x00")
        'one two\ufffd'
    """
    plain = undirected(" ".join(words.split()))
    return "".join(each if _fits_xml(each) else "\ufffd" for each in plain)


# Signs that turn round whatever follows them, also what is not theirs; the letters of every
# script know their own direction.
_TURNS = re.compile("[\u202a-\u202e\u2066-\u2069]")


def undirected(words: str) -> str:
    r"""Return text without the signs that would turn round what stands behind it.

    Example:
        >>> undirected("\u202eagreed")
        'agreed'
    """
    return _TURNS.sub("", words)


def _fits_xml(character: str) -> bool:
    return character not in "\ufffe\uffff" and unicodedata.category(character) not in ("Cc", "Cs")


def drawing(  # noqa: PLR0913 - its name, its words, its size, how it looks, and what is drawn
    identity: str, title: str, description: str, width: float, height: float, *content: Markup,
    look: str = "p-picture",
) -> Markup:  # fmt: skip
    """Return a whole drawing, with its words for those who cannot see it.

    Args:
        identity: Its id in the page; what stands in it is named after it.
        title: What it shows.
        description: What is to be seen in it, in one sentence.
        width: Pixels.
        height: Pixels.
        content: What is drawn.
        look: Its class.
    """
    names = f"{identity}-title", f"{identity}-desc"
    return element(
        "svg",
        element("title", shortened(title, _TITLE_LIMIT), id=names[0]),
        element("desc", description, id=names[1]),
        *content,
        id=identity,
        class_=look,
        role="img",
        aria_labelledby=" ".join(names),
        viewBox=f"0 0 {number(width)} {number(height)}",
        width=width,
        height=height,
    )


def words_at(  # noqa: PLR0913 - where, what, how it looks, and how much room there is
    x: float, y: float, words: str, look: str = "p-label", *, room: float | None = None,
    anchor: str | None = None,
) -> Markup:  # fmt: skip
    """Return a line of text; what the room cannot hold is shortened and stands whole in its title.

    Args:
        x: Where it begins, or what `anchor` says.
        y: Its base line.
        words: The text.
        look: Its class.
        room: Pixels it may take.
        anchor: ``"middle"`` or ``"end"``.
    """
    whole = clean(words)
    shown = whole if room is None else fitted(whole, room)
    title = element("title", whole) if shown != whole else _NOTHING
    return element("text", title, shown, x=x, y=y, class_=look, text_anchor=anchor)


# Shares of the letter height, on the wide side of what common sans-serif faces have: a text may
# turn out shorter than it was thought, never much longer.
_NARROW, _USUAL, _CAPITAL, _WIDE, _FULL = 0.3, 0.56, 0.71, 0.9, 1.25
_NARROW_SIGNS = frozenset(" ijlftrI.,:;'!|()[]-/\u2019\u2018\u00b7")
_WIDE_SIGNS = frozenset("mwMW@%\u2026\u2014\u2192")


def width_of(words: str, size: float = TEXT_SIZE) -> float:
    """Return how many pixels a text takes, estimated from its characters.

    Args:
        words: The text.
        size: The height of its letters.

    Example:
        >>> round(width_of("Agree the data"))
        94
    """
    return size * sum(map(_share, words))


def _share(character: str) -> float:
    if character in _NARROW_SIGNS:
        return _NARROW
    if character in _WIDE_SIGNS:
        return _WIDE
    if character.isascii():
        return _CAPITAL if character.isupper() else _USUAL
    return _share_abroad(character)


def _share_abroad(character: str) -> float:
    """Return the share of a sign outside ASCII: accents none, ideographs and emoji a full one."""
    category = unicodedata.category(character)
    if category in ("Mn", "Me", "Cf"):
        return 0.0
    if category == "So" or unicodedata.east_asian_width(character) in "WF":
        return _FULL
    return _CAPITAL


def fitted(words: str, room: float, size: float = TEXT_SIZE) -> str:
    """Return a text cut to fit, with an ellipsis where something was cut.

    Args:
        words: The text.
        room: Pixels it may take.
        size: The height of its letters.

    Example:
        >>> fitted("Improve the quality of plans", 120)
        'Improve the qua…'
    """
    # No sign but an accent is narrower than a third: what lies far behind the edge is not measured.
    some = words[: max(1, int(room / size * 3) + 32)]
    if len(some) == len(words) and width_of(words, size) <= room:
        return words
    used = width_of("\u2026", size)
    for place, character in enumerate(some):
        used += size * _share(character)
        if used > room:
            return some[:place].rstrip() + "\u2026"
    return some.rstrip() + "\u2026"


def shortened(words: str, limit: int) -> str:
    """Return a text of at most so many characters, with an ellipsis where something was cut.

    Example:
        >>> shortened("a long title", 7)
        'a long\u2026'
    """
    whole = clean(words)
    return whole if len(whole) <= limit else whole[: limit - 1].rstrip() + "\u2026"


def lines_of(words: str, room: float, most: int = 2, size: float = TEXT_SIZE) -> tuple[str, ...]:
    """Return a text broken at its blanks, the last line cut if there is still more.

    Args:
        words: The text.
        room: Pixels a line may take.
        most: How many lines there may be.
        size: The height of the letters.

    Example:
        >>> lines_of("Improve the quality of plans", 120)
        ('Improve the', 'quality of plans')
    """
    rest = clean(words)
    lines: list[str] = []
    while rest and len(lines) < most - 1:
        first = _first_line(rest, room, size)
        lines.append(fitted(first, room, size))
        rest = rest[len(first) :].lstrip()
    if rest:
        lines.append(fitted(rest, room, size))
    return tuple(lines)


def _first_line(words: str, room: float, size: float) -> str:
    """Return as many whole words as fit; one at least."""
    end = words.find(" ")
    while end != -1:
        after = words.find(" ", end + 1)
        upto = len(words) if after == -1 else after
        if width_of(words[:upto], size) > room:
            return words[:end]
        end = after
    return words
