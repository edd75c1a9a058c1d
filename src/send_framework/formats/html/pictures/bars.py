"""One row of a Gantt chart: its bar or diamond, what is done, its float and its promise."""

from datetime import date

from attrs import frozen
from markupsafe import Markup

from send_framework.dates import day_words
from send_framework.formats.html.picture import element, width_of, words_at
from send_framework.formats.html.pictures.axis import Scale, horizontal, vertical
from send_framework.formats.html.pictures.signs import beyond, diamond, hatched, promise
from send_framework.formats.html.pictures.words import (
    is_moment,
)
from send_framework.network.results import ScheduledActivity

ROW_HEIGHT = 36.0
BAR_HEIGHT = 13.0
BAR_MIDDLE = 24.0
DIAMOND = 7.0
# A bar from this width on holds a question mark, which keeps so far from a promise.
_ROOMY, _CLEAR = 18.0, 14.0


@frozen(kw_only=True)
class Row:
    """A line of a Gantt chart.

    Attributes:
        id: The activity's id.
        title: Its title.
        top: Where the row begins.
        activity: Its dates; ``None`` when it has none.
        absence: Why it has none.
        near: Whether it lies on a near-critical path.
        done: How much of it is done, 0 to 1; ``None`` where nobody said.
        due: The day it is promised for.
    """

    id: str
    title: str
    top: float
    activity: ScheduledActivity | None = None
    absence: str = ""
    near: bool = False
    done: float | None = None
    due: date | None = None

    @property
    def middle(self) -> float:
        """The middle of its bar."""
        return self.top + BAR_MIDDLE


def ends_of(each: ScheduledActivity, scale: Scale) -> tuple[float, float]:
    """Return where an activity begins and ends in the picture.

    Example:
        >>> from send_framework.network.kinds import ActivityKind
        >>> each = ScheduledActivity(id="A", title="Agree", kind=ActivityKind.ACTION, duration=2,
        ...                          early_start=date(2024, 1, 2), early_finish=date(2024, 1, 3))
        >>> ends_of(each, Scale(first=date(2024, 1, 1), last=date(2024, 1, 10), left=0, width=100))
        (10.0, 30.0)
    """
    if is_moment(each):
        middle = scale.middle(each.early_finish)
        return middle, middle
    return scale.begin(each.early_start), scale.end(each.early_finish)


def look_of(row: Row, each: ScheduledActivity) -> str:
    """Return the classes of a row's bar: how near to critical it is, and what is assumed."""
    looks = ["p-bar"]
    if not each.complete and (each.critical or each.on_critical_path):
        looks.append("p-critical")
    elif row.near and not each.complete:
        looks.append("p-near")
    if each.duration_assumed:
        looks.append("p-assumed")
    if each.is_ongoing:
        looks.append("p-ongoing")
    return " ".join(looks)


def told(row: Row) -> str:
    """Return what a row says when it is pointed at."""
    each = row.activity
    if each is None:
        return f"{row.id} {row.title}: {row.absence}"
    if is_moment(each):
        return f"{row.id} {row.title}: {day_words(each.early_finish)}"
    begin, end = day_words(each.early_start), day_words(each.early_finish)
    return f"{row.id} {row.title}: {begin} to {end}"


def bar(row: Row, scale: Scale, identity: str) -> Markup:
    """Draw a row's activity.

    Args:
        row: The row.
        scale: Where each day stands.
        identity: The drawing's id, whose hatching is used.
    """
    each = row.activity
    if each is None:
        drawn = _absent(row, scale)
    elif not (scale.holds(each.early_finish) or scale.holds(each.early_start)) and (
        each.early_finish < scale.first
    ):
        drawn = _before(row, each, scale)
    elif is_moment(each):
        drawn = _moment(row, each, scale)
    else:
        drawn = _span(row, each, scale, identity)
    inside = element("title", told(row))
    return element("g", inside, drawn, _promise(row, scale), class_="p-row", data_id=row.id)


def _absent(row: Row, scale: Scale) -> Markup:
    """Say why there is no bar, on a ground of its own: links of other rows pass behind it."""
    left, words = scale.left + 6, f"No dates: {row.absence}"
    ground = element("rect", x=left - 4, y=row.middle - 10, width=width_of(words) + 8, height=20,
                     class_="p-ground")  # fmt: skip
    return ground + words_at(left, row.middle + 5, words, "p-absent")


def _before(row: Row, each: ScheduledActivity, scale: Scale) -> Markup:
    arrow = beyond(scale.left + 8, row.middle, left=True)
    words = f"{'done ' if each.complete else ''}{day_words(each.early_finish)}"
    return arrow + words_at(scale.left + 14, row.middle + 5, words, "p-note")


def _moment(row: Row, each: ScheduledActivity, scale: Scale) -> Markup:
    done = " p-reached" if each.complete else ""
    return diamond(
        scale.middle(each.early_finish), row.middle, DIAMOND, f"{look_of(row, each)} p-moment{done}"
    )


def _span(row: Row, each: ScheduledActivity, scale: Scale, identity: str) -> Markup:
    left, right = ends_of(each, scale)
    # A day is less than a pixel on a long scale: a bar is never thinner than can be seen.
    width = max(right - left, 3.0)
    asks = _question(row, scale, left, width) if each.duration_assumed else None
    parts = [_tail(row, each, scale, asks), _box(row, left, width, look_of(row, each))]
    if row.done:
        parts.append(_box(row, left, width * row.done, "p-done"))
    if "p-critical" in look_of(row, each):
        parts.append(_box(row, left, width, "p-hatching", fill=hatched(identity)))
    if each.early_start < scale.first:
        parts.append(beyond(left, row.middle, left=True))
    if each.is_ongoing:
        parts.append(beyond(left + width, row.middle, left=False))
    if asks is not None:
        parts.append(words_at(asks, row.middle + 5, "?", "p-question", anchor="middle"))
    return Markup().join(parts)


def _question(row: Row, scale: Scale, left: float, width: float) -> float:
    """Return the middle of an assumed length's question mark: in the bar, if it has room.

    It stands clear of the triangle of the day promised.
    """
    middle = left + width / 2 if width >= _ROOMY else left + width + 8
    promised = scale.end(row.due) if row.due and scale.holds(row.due) else -_CLEAR
    if abs(middle - promised) >= _CLEAR:
        return middle
    before = promised - _CLEAR
    return before if before - _ROOMY / 2 >= left else promised + _CLEAR


def _box(row: Row, left: float, width: float, look: str, fill: str | None = None) -> Markup:
    top = row.middle - BAR_HEIGHT / 2
    return element("rect", x=left, y=top, width=width, height=BAR_HEIGHT, class_=look, fill=fill)


def _tail(row: Row, each: ScheduledActivity, scale: Scale, asks: float | None) -> Markup:
    """Draw float as a thin line up to the day that makes something late; behind a question."""
    if each.late_finish is None or each.late_finish <= each.early_finish:
        return Markup()
    begin, end = scale.end(each.early_finish), scale.end(each.late_finish)
    if asks is not None:
        begin = max(begin, asks + _CLEAR / 2)
    if end <= begin:
        return Markup()
    stop = vertical(end, row.middle - 4, row.middle + 4, "p-float")
    return horizontal(row.middle, begin, end, "p-float") + stop


def _promise(row: Row, scale: Scale) -> Markup:
    if row.due is None or row.activity is None or not scale.holds(row.due):
        return Markup()
    return promise(scale.end(row.due), row.middle - BAR_HEIGHT / 2)
