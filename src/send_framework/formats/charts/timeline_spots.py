"""Where the entries of a timeline chart stand: each sign with all its words, none over another.

Paper cannot be pointed at, so a name is cut only where the whole width would not hold it.
"""

from collections.abc import Iterable

from attrs import evolve

from send_framework.formats.html.picture import fitted, width_of
from send_framework.formats.html.pictures.axis import Scale
from send_framework.formats.html.pictures.lanes import Spot
from send_framework.formats.html.pictures.words import entry_days
from send_framework.formats.wording import doubt
from send_framework.frameworks import Entry, EntryKind, State

_GAP, _SIGN, _FLAG = 12.0, 9.0, 8.0


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
    far = end + _SIGN + (_FLAG if entry.kind is EntryKind.DEADLINE else 0)
    x, words = _beside(_words(entry), begin, far, scale)
    return Spot(entry=entry, words=words, begin=begin, end=end, text=x)


def _words(entry: Entry) -> str:
    """Return what stands beside a sign: a meeting needs nothing but its day."""
    if entry.kind is EntryKind.MEETING:
        return ""
    if entry.kind not in (EntryKind.DEADLINE, EntryKind.WINDOW):
        return f"{entry.name}{doubt(entry)}"
    late = ": overdue" if entry.state is State.OVERDUE else ""
    return f"{entry_days(entry)} {entry.name}{doubt(entry)}{late}"


def _beside(words: str, begin: float, far: float, scale: Scale) -> tuple[float, str]:
    """Return where words begin: in a span that holds them, to its right, or else to its left."""
    width = width_of(words)
    if far - begin > width + 3 * _SIGN:
        return begin + _SIGN, words
    if far + width <= scale.right:
        return far, words
    left = begin - _SIGN - scale.left
    if width <= left:
        return begin - _SIGN - width, words
    if scale.right - far >= left:
        return far, fitted(words, scale.right - far)
    cut = fitted(words, left)
    return begin - _SIGN - width_of(cut), cut
