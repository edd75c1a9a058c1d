"""Days as places from left to right: the scale, its marks, the window and the data date."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from attrs import frozen
from markupsafe import Markup

from send_framework.dates import MONTHS
from send_framework.formats.html.picture import LINE_HEIGHT, element, together, width_of, words_at
from send_framework.model.window import Window

# Pixels from one mark of the scale to the next, so that their words stand apart.
_APART = 72.0
# Months between two marks: the least that leaves them room is taken.
_STEPS = (1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12_000, 24_000, 60_000, 120_000)
_MONTH = 30.44
_YEAR = 12


@frozen(kw_only=True)
class Scale:
    """Where each day stands.

    Attributes:
        first: The first day shown.
        last: The last day shown.
        left: Where the first day begins, in pixels.
        width: How many pixels all days take.

    Example:
        >>> scale = Scale(first=date(2024, 1, 1), last=date(2024, 1, 10), left=100, width=50)
        >>> scale.begin(date(2024, 1, 1)), scale.end(date(2024, 1, 9)), scale.end(date(2030, 1, 1))
        (100.0, 145.0, 150.0)
    """

    first: date
    last: date
    left: float
    width: float

    @property
    def right(self) -> float:
        """Where the last day ends."""
        return self.left + self.width

    def begin(self, day: date) -> float:
        """Return where a day begins; what lies outside stands at the edge."""
        return self._place((day - self.first).days)

    def end(self, day: date) -> float:
        """Return where a day ends."""
        return self._place((day - self.first).days + 1)

    def middle(self, day: date) -> float:
        """Return the middle of a day."""
        return (self.begin(day) + self.end(day)) / 2

    def holds(self, day: date) -> bool:
        """Return whether a day is shown."""
        return self.first <= day <= self.last

    def _place(self, days: int) -> float:
        share = days / ((self.last - self.first).days + 1)
        return self.left + self.width * min(1.0, max(0.0, share))


def scale_for(days: Iterable[date], *, left: float, width: float) -> Scale:
    """Return a scale on which all these days stand, with a little room around them.

    Args:
        days: One or more.
        left: Where it begins.
        width: How wide it is.
    """
    known = sorted(days)
    first, last = known[0], known[-1]
    room = max(7, (last - first).days // 40)
    before = min(room, (first - date.min).days)
    after = min(room, (date.max - last).days)
    return Scale(
        first=first - timedelta(days=before),
        last=last + timedelta(days=after),
        left=left,
        width=width,
    )


def marks(scale: Scale) -> tuple[tuple[date, str], ...]:
    """Return the days that a scale names, with their words.

    Example:
        >>> scale = Scale(first=date(2024, 1, 20), last=date(2024, 9, 1), left=0, width=300)
        >>> [words for _, words in marks(scale)]
        ['Apr 2024', 'Jul 2024']
    """
    months = ((scale.last - scale.first).days + 1) / _MONTH
    if months < 2:  # noqa: PLR2004 - on a scale of weeks the first of a month may not be there
        return tuple((day, f"{day.day} {MONTHS[day.month - 1][:3]}") for day in _weeks(scale))
    named = _months(scale, months)
    return tuple((day, f"{MONTHS[day.month - 1][:3]} {day.year}") for day in named)


def _months(scale: Scale, months: float) -> Iterator[date]:
    least = months * _APART / scale.width
    step = next((each for each in _STEPS if each >= least), _STEPS[-1])
    month = _first_mark(scale.first, step)
    while month // _YEAR < date.max.year:
        day = date(month // _YEAR + 1, month % _YEAR + 1, 1)
        if day > scale.last:
            return
        yield day
        month += step


def _first_mark(day: date, step: int) -> int:
    """Return the first multiple of `step` months, counted from year 1, that begins in time."""
    month = (day.year - 1) * _YEAR + day.month - 1 + (day.day > 1)
    # Decades and centuries are counted from the year 0, quarters and years from any January.
    shift = _YEAR if step > _YEAR else 0
    return -(-(month + shift) // step) * step - shift


def _weeks(scale: Scale) -> Iterator[date]:
    days = (scale.last - scale.first).days + 1
    step = max(1, round(days * _APART / scale.width + 0.5))
    for number in range(step // 2, days, step):
        yield scale.first + timedelta(days=number)


def ruled(scale: Scale, top: float, bottom: float) -> Markup:
    """Draw the scale: a fine line at each mark.

    Args:
        scale: The scale.
        top: Where the lines begin.
        bottom: Where they end.
    """
    lines = (vertical(scale.begin(day), top, bottom, "p-grid") for day, _ in marks(scale))
    return element("g", *lines, class_="p-axis")


def mark_names(scale: Scale, *heights: float) -> Markup:
    """Draw the words of the scale's marks, where they fit; above lines that would cross them.

    Args:
        scale: The scale.
        heights: The base lines of the words.
    """
    return together(
        words_at(scale.begin(day) + 3, height, words, "p-tick")
        for height in heights
        for day, words in marks(scale)
        if scale.begin(day) + 3 + width_of(words) <= scale.right
    )


def vertical(x: float, top: float, bottom: float, look: str) -> Markup:
    """Draw a line from top to bottom."""
    return element("line", x1=x, y1=top, x2=x, y2=bottom, class_=look)


def horizontal(y: float, left: float, right: float, look: str) -> Markup:
    """Draw a line from left to right."""
    return element("line", x1=left, y1=y, x2=right, y2=y, class_=look)


def window_ends(window: Window | None) -> tuple[tuple[str, date], ...]:
    """Return the ends of a window that are known, with their names."""
    return tuple((name, end.day) for name, end in window.ends()) if window else ()


def window_band(scale: Scale, window: Window | None, top: float, bottom: float) -> Markup:
    """Draw a window as the span it is, with a line for each of its ends.

    Args:
        scale: The scale.
        window: The window, if there is one.
        top: Where it begins.
        bottom: Where it ends.
    """
    ends = window_ends(window)
    if not ends:
        return Markup()
    left, right = scale.begin(ends[0][1]), scale.end(ends[-1][1])
    band = element(
        "rect", x=left, y=top, width=max(right - left, 1), height=bottom - top, class_="p-window"
    )
    lines = [
        vertical(scale.middle(day), top, bottom, f"p-end p-end-{name}")
        for name, day in ends
        if scale.holds(day)
    ]
    return element("g", band, *lines)


@frozen(kw_only=True)
class Label:
    """Words that belong to a place on the scale.

    Attributes:
        x: The place.
        words: The words.
        look: Their class.
    """

    x: float
    words: str
    look: str = "p-label"


@frozen(kw_only=True)
class Placed:
    """A label with its place: no two of them cover each other.

    Attributes:
        label: The label.
        left: Where its words begin.
        row: The line it stands on, from 0.
    """

    label: Label
    left: float
    row: int

    @property
    def right(self) -> float:
        """Where its words end."""
        return self.left + width_of(self.label.words)


_GAP = 10.0


def placed(labels: Iterable[Label], left: float, right: float) -> tuple[Placed, ...]:
    """Set labels beside their places on as few lines as keep them apart.

    Args:
        labels: In any order.
        left: The first place where words may stand.
        right: The last.

    Example:
        >>> found = placed([Label(x=10, words="earliest"), Label(x=20, words="latest")], 0, 300)
        >>> [(each.label.words, each.row) for each in found]
        [('earliest', 0), ('latest', 1)]
    """
    ends: list[float] = []
    found: list[Placed] = []
    for label in sorted(labels, key=lambda each: each.x):
        begin = _beside(label, left, right)
        row = next((i for i, end in enumerate(ends) if end + _GAP <= begin), len(ends))
        ends[row : row + 1] = [begin + width_of(label.words)]
        found.append(Placed(label=label, left=begin, row=row))
    return tuple(found)


def _beside(label: Label, left: float, right: float) -> float:
    """Return where words begin: to the right of their place, or to its left at the edge."""
    width = width_of(label.words)
    if label.x + 4 + width <= right:
        return max(left, label.x + 4)
    return max(left, min(label.x - 4, right) - width)


def rows_of(labels: Iterable[Placed]) -> int:
    """Return how many lines placed labels take."""
    return 1 + max((each.row for each in labels), default=-1)


def label_texts(labels: Iterable[Placed], top: float) -> Markup:
    """Draw placed labels, the first line of them at `top`."""
    return together(
        words_at(each.left, top + LINE_HEIGHT * (each.row + 0.75), each.label.words,
                 each.label.look)
        for each in labels
    )  # fmt: skip
