"""The lanes of a timeline: each entry's sign with its words beside it, none over another."""

from collections.abc import Iterable

from attrs import evolve, frozen
from markupsafe import Markup

from send_framework.formats.html.picture import element, fitted, together, width_of, words_at
from send_framework.formats.html.pictures.axis import Scale, vertical
from send_framework.formats.html.pictures.signs import diamond, flag, whisker
from send_framework.formats.html.pictures.words import (
    entry_days,
    state_words,
)
from send_framework.formats.wording import (
    BINDING,
)
from send_framework.frameworks import Entry, EntryKind, State
from send_framework.model.window import Modality, Window

ROW = 24.0
_ROOM = 400.0
_GAP, _SIGN, _FLAG = 12.0, 9.0, 8.0
_SPAN_HEIGHT = 14.0


@frozen(kw_only=True)
class Spot:
    """One entry with its place in its lane.

    Attributes:
        entry: The entry.
        words: What stands beside its sign; empty for meetings, which the table names.
        begin: Where its first day begins.
        end: Where its last day ends.
        text: Where its words begin.
        row: Its line within the lane, from 0.
    """

    entry: Entry
    words: str
    begin: float
    end: float
    text: float
    row: int = 0

    @property
    def left(self) -> float:
        """Where its sign or its words begin."""
        return min(self.begin - _SIGN, self.text)

    @property
    def right(self) -> float:
        """Where its sign or its words end."""
        return max(self.end + _SIGN + _FLAG, self.text + width_of(self.words))


def packed(entries: Iterable[Entry], scale: Scale) -> tuple[Spot, ...]:
    """Set entries on as few lines as keep them apart.

    Args:
        entries: The entries of one lane, in order.
        scale: Where each day stands.
    """
    ends: list[float] = []
    found: list[Spot] = []
    for spot in sorted((_spot(each, scale) for each in entries), key=lambda each: each.left):
        row = next((i for i, end in enumerate(ends) if end + _GAP <= spot.left), len(ends))
        ends[row : row + 1] = [spot.right]
        found.append(evolve(spot, row=row))
    return tuple(found)


def _spot(entry: Entry, scale: Scale) -> Spot:
    first, last = entry.first or entry.last, entry.last or entry.first
    begin = scale.begin(first) if first else scale.left
    end = scale.end(last) if last else scale.left
    # A flag blows to the right of its day.
    room = _FLAG if entry.kind is EntryKind.DEADLINE else 0
    words = "" if entry.kind is EntryKind.MEETING else _words(entry)
    return Spot(
        entry=entry, words=words, begin=begin, end=end, text=_text(words, begin, end + room, scale)
    )


def _words(entry: Entry) -> str:
    name = fitted(entry.name, _ROOM)
    if entry.kind in (EntryKind.DEADLINE, EntryKind.WINDOW):
        late = ": overdue" if entry.state is State.OVERDUE else ""
        return f"{entry_days(entry)} {name}{late}"
    return name


def _text(words: str, begin: float, end: float, scale: Scale) -> float:
    """Return where words begin: within a span that holds them, else to its right, else left."""
    width = width_of(words)
    if end - begin > width + 2 * _SIGN:
        return begin + _SIGN
    if end + _SIGN + width <= scale.right:
        return end + _SIGN
    return max(scale.left, begin - _SIGN - width)


def spots(found: Iterable[Spot], scale: Scale, top: float) -> Markup:
    """Draw the entries of one lane.

    Args:
        found: The entries with their places.
        scale: Where each day stands.
        top: Where the lane begins.
    """
    return together(_drawn(each, scale, top + ROW * each.row + ROW / 2) for each in found)


def _drawn(spot: Spot, scale: Scale, middle: float) -> Markup:
    entry = spot.entry
    look = "p-mark" if entry.state is State.OVERDUE else "p-beside"
    # Words to the left of their sign end beside it, however wide they turn out.
    before = spot.text + width_of(spot.words) <= spot.begin
    x, anchor = (spot.begin - _SIGN, "end") if before else (spot.text, None)
    words = words_at(x, middle + 5, spot.words, look, anchor=anchor) if spot.words else Markup()
    return element(
        "g", element("title", _told(entry)), _sign(spot, scale, middle), words, class_="p-entry"
    )


def _told(entry: Entry) -> str:
    notes = state_words(entry), BINDING[entry.modality] if entry.modality else ""
    said = "; ".join(filter(None, notes))
    return f"{entry_days(entry)} {entry.name}{f': {said}' if said else ''}"


def _sign(spot: Spot, scale: Scale, middle: float) -> Markup:
    entry, centre = spot.entry, (spot.begin + spot.end) / 2
    if entry.kind in (EntryKind.WINDOW, EntryKind.PERIOD):
        return _span(spot, scale, middle)
    if entry.kind is EntryKind.DEADLINE:
        custom = "" if entry.modality is Modality.STATUTORY else "-custom"
        late = " p-overdue" if entry.state is State.OVERDUE else ""
        sign = flag(spot.end, middle + 8, f"p-flag{custom}{late}", swallow=bool(custom))
    else:
        done = " p-reached" if entry.state is State.HAPPENED else ""
        sign = diamond(centre, middle, 6, f"p-bar{done}")
    return whisker(spot.begin, spot.end, middle) + sign


def _span(spot: Spot, scale: Scale, middle: float) -> Markup:
    top, bottom = middle - _SPAN_HEIGHT / 2, middle + _SPAN_HEIGHT / 2
    look = "p-window" if spot.entry.kind is EntryKind.WINDOW else "p-period"
    box = element(
        "rect", x=spot.begin, y=top, width=max(spot.end - spot.begin, 3), height=_SPAN_HEIGHT,
        class_=look,
    )  # fmt: skip
    what = spot.entry.what
    ends = what.ends() if isinstance(what, Window) else ()
    lines = [
        vertical(scale.middle(end.day), top - 4, bottom + 4, f"p-end p-end-{name}")
        for name, end in ends
    ]
    return box + together(lines)
