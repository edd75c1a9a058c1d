"""The rows of a Gantt chart: how tall each is, where it stands, and the name at its left."""

from collections.abc import Iterable, Mapping, Sequence

from attrs import field, frozen

from send_framework.formats.charts.sheet import Sheet
from send_framework.formats.charts.wrapping import evenly
from send_framework.formats.html.facts import PageFacts
from send_framework.formats.html.picture import LINE_HEIGHT, fitted, width_of
from send_framework.formats.html.pictures.axis import Scale

WIDTH, NAMES, PLOT = 960.0, 290.0, 650.0
"""Pixels of the chart, of the names at its left, and of the days beside them."""

MANY = 60
"""From so many rows on they are low, names have one line, and only what drives is linked."""

AGAIN = LINE_HEIGHT + 4
"""Pixels of the scale where it is said once more."""

_SCREENFUL, _WORTH_IT = 40, 12
_MARGIN, _ID_ROOM, _LINE, _LOW, _LEAST = 6.0, 76.0, LINE_HEIGHT - 2, 24.0, 30.0
_LINES, _BOLD, _LITTLE_MORE = 4, 1.12, 24.0


@frozen(kw_only=True)
class Row:
    """Where one activity stands.

    Attributes:
        top: Where its row begins.
        tall: How tall its row is.
        lines: Its title, line by line.
    """

    top: float
    tall: float
    lines: Sequence[str]

    @property
    def middle(self) -> float:
        """The middle of its bar, a little low: a promise stands above it."""
        return self.top + self.tall / 2 + 2

    @property
    def bottom(self) -> float:
        """Where its row ends."""
        return self.top + self.tall


@frozen(kw_only=True)
class Rows:
    """Where all activities stand.

    Attributes:
        scale: Where each day stands.
        head: Where the first row begins.
        of: The row of each activity.
        again: Where the scale is said once more, between two rows.
        titles: Where titles begin.
    """

    scale: Scale
    head: float
    of: Mapping[str, Row]
    again: Sequence[float] = field(factory=tuple)
    titles: float

    @property
    def few(self) -> bool:
        """Whether there is room for every link, and for more than one line of a title."""
        return len(self.of) <= MANY

    @property
    def bottom(self) -> float:
        """Where the last row ends."""
        return max(each.bottom for each in self.of.values())


def rows_of(facts: PageFacts, ids: Sequence[str], scale: Scale, head: float) -> Rows:
    """Return the rows of activities, from top to bottom.

    Args:
        facts: What there is to tell of the plan.
        ids: One or more activities.
        scale: Where each day stands.
        head: Where the first row begins.
    """
    titles = _MARGIN + _usual(map(_id_width, ids)) + 8
    rows: dict[str, Row] = {}
    again: list[float] = []
    top = head
    for place, each in enumerate(ids):
        if place and place % _SCREENFUL == 0 and len(ids) - place >= _WORTH_IT:
            again.append(top)
            top += AGAIN
        rows[each] = _row(facts.title_of(each), each, top, titles, few=len(ids) <= MANY)
        top = rows[each].bottom
    return Rows(scale=scale, head=head, of=rows, again=again, titles=titles)


def _usual(widths: Iterable[float]) -> float:
    """Return a width that most of these fit into: all but those much wider than the others."""
    known = sorted(widths)
    limit = min(_ID_ROOM, known[len(known) * 4 // 5] + _LITTLE_MORE)
    return max((each for each in known if each <= limit), default=_ID_ROOM)


def _id_width(wanted: str) -> float:
    return width_of(wanted) * _BOLD


def _row(title: str, wanted: str, top: float, titles: float, *, few: bool) -> Row:
    lines = evenly(title, NAMES - titles - 10, _LINES if few else _LINES // 2)
    tall = _LINE * (len(lines) + _is_long(wanted, titles)) + 8
    return Row(top=top, tall=max(_LEAST if few else _LOW, tall), lines=lines)


def _is_long(wanted: str, titles: float) -> bool:
    """Return whether an id has a line of its own, because titles begin before it ends."""
    return _MARGIN + _id_width(wanted) + 8 > titles


def write_name(sheet: Sheet, wanted: str, rows: Rows) -> None:
    """Write an activity's id and, from where all titles begin, its title.

    Args:
        sheet: Where to write.
        wanted: The activity's id.
        rows: Where the activities stand.
    """
    row = rows.of[wanted]
    own_line = _is_long(wanted, rows.titles)
    y = row.top + (row.tall - _LINE * (len(row.lines) + own_line)) / 2 + 12
    sheet.words(_MARGIN, y, fitted(wanted, (NAMES - 20) / _BOLD), bold=True)
    for place, line in enumerate(row.lines, int(own_line)):
        sheet.words(rows.titles, y + _LINE * place, line)
