"""The timeline of an area: what is due by law and by custom, windows as spans, what happened."""

from collections.abc import Sequence
from datetime import date

from markupsafe import Markup

from send_framework.dates import day_words
from send_framework.formats.html.facts import PageFacts
from send_framework.formats.html.picture import (
    LINE_HEIGHT,
    DataTable,
    Picture,
    drawing,
    element,
    together,
    width_of,
    words_at,
)
from send_framework.formats.html.pictures.axis import Scale, mark_names, ruled, scale_for, vertical
from send_framework.formats.html.pictures.lanes import ROW, packed, spots
from send_framework.formats.html.pictures.paper import (
    Sheet,
    again,
    parts_of,
    printed_as,
    tallest,
)
from send_framework.formats.html.pictures.signs import diamond, flag, key
from send_framework.formats.html.pictures.words import (
    entry_days,
    state_words,
)
from send_framework.formats.wording import (
    BINDING,
    counted,
)
from send_framework.frameworks import Entry, EntryKind, State
from send_framework.model.window import Modality

WIDTH = 960.0
LANES = ("Due by law", "Due by custom", "Windows and periods", "Inspections", "Events", "Meetings")
"""The lanes from top to bottom; of those without an entry none is drawn."""

_LANE_OF = {
    EntryKind.WINDOW: "Windows and periods",
    EntryKind.PERIOD: "Windows and periods",
    EntryKind.INSPECTION: "Inspections",
    EntryKind.EVENT: "Events",
    EntryKind.MEETING: "Meetings",
}


def timeline(facts: PageFacts) -> Picture:
    """Return the timeline of the area, from the inspection that the plan answers.

    Args:
        facts: What the page tells of the plan.
    """
    first = first_day(facts)
    shown = [each for each in facts.timeline.entries if is_shown(each, first)]
    title, description = "Timeline", _description(facts, shown, first)
    return Picture(
        id="timeline",
        svg=_drawn(facts, shown, title, description) if shown else Markup(),
        title=title,
        description=description,
        table=_table(facts),
        key=_key() if shown else Markup(),
    )


def first_day(facts: PageFacts) -> date:
    """Return the first day of the inspection the plan answers; the whole history without one."""
    answered = facts.plan.answers_inspection
    days = [
        each.first or each.last
        for each in facts.timeline.entries
        if each.kind is EntryKind.INSPECTION and answered and each.subject == answered
    ]
    return min((day for day in days if day), default=date.min)


def is_shown(entry: Entry, first: date) -> bool:
    """Return whether an entry is drawn: it has a day, and not all of it lies before the first."""
    return any(day and day >= first for day in (entry.first, entry.last))


def _description(facts: PageFacts, shown: Sequence[Entry], first: date) -> str:
    if not shown:
        return "The plan gives no dated inspection, event or window, so there is nothing to draw."
    overdue, ahead = facts.timeline.overdue, facts.timeline.in_state(State.AHEAD, State.OPEN)
    entries = counted(len(shown), "entry", "entries")
    before = len(facts.timeline.entries) - len(shown)
    rest = f"; {before} more, undated or before {day_words(first)}, stand in the table"
    return f"{entries}, {len(overdue)} overdue, {len(ahead)} to come{rest if before else ''}."


def _drawn(facts: PageFacts, shown: Sequence[Entry], title: str, description: str) -> Markup:
    first = first_day(facts)
    days = [max(day, first) for each in shown for day in (each.first, each.last) if day]
    scale = scale_for([*days, facts.on], left=8, width=WIDTH - 16)
    head = 2 * LINE_HEIGHT + 8
    bands, lanes, cuts = _lanes(shown, scale, head)
    bottom = cuts[-1]
    height = bottom + LINE_HEIGHT + 8
    today = scale.end(facts.on)
    chart = drawing(
        "timeline", title, description, WIDTH, height,
        _head(facts, scale, head),
        element(
            "g", bands, ruled(scale, head, bottom), vertical(today, head, bottom, "p-today"),
            mark_names(scale, bottom + LINE_HEIGHT), lanes, id="timeline-lanes",
        ),
        look="p-picture p-wide",
    )  # fmt: skip
    spans = parts_of([*cuts[:-1], height], tallest(WIDTH) - head)
    head_again, lanes_again = again("timeline-head"), again("timeline-lanes")
    sheets = (
        Sheet(span=each, width=WIDTH, head=head, above=head_again, within=lanes_again)
        for each in spans
    )
    return printed_as(chart, sheets)


def _head(facts: PageFacts, scale: Scale, head: float) -> Markup:
    """Draw the scale and the data date, in words."""
    today, label = scale.end(facts.on), f"data date {day_words(facts.on)}"
    fits = today + width_of(label) + 16 < WIDTH
    return element(
        "g",
        vertical(today, 4, head, "p-today"),
        ruled(scale, head - LINE_HEIGHT, head),
        mark_names(scale, head - 6),
        words_at(today + (5 if fits else -5), LINE_HEIGHT - 3, label, "p-mark",
                 anchor=None if fits else "end"),
        id="timeline-head",
    )  # fmt: skip


def lane_of(entry: Entry) -> str:
    """Return the lane in which an entry stands."""
    law = entry.modality is Modality.STATUTORY
    return _LANE_OF.get(entry.kind, "Due by law" if law else "Due by custom")


def _lanes(
    shown: Sequence[Entry], scale: Scale, top: float
) -> tuple[Markup, Markup, tuple[float, ...]]:
    """Draw each lane that has entries, one below the other.

    Returns:
        The bands of their headings, which lines cross; their names and entries; and heights at
            which paper may be cut, the last of them where the lanes end.
    """
    bands: list[Markup] = []
    drawn: list[Markup] = []
    cuts: list[float] = []
    for name in LANES:
        found = packed((each for each in shown if lane_of(each) == name), scale)
        if not found:
            continue
        bands.append(element("rect", x=0, y=top, width=WIDTH, height=LINE_HEIGHT + 4,
                             class_="p-heading"))  # fmt: skip
        drawn.append(words_at(4, top + LINE_HEIGHT - 3, name, "p-strong p-over"))
        cuts.append(top)
        top += LINE_HEIGHT + 8
        drawn.append(spots(found, scale, top))
        rows = 1 + max(each.row for each in found)
        # A heading keeps its first line, and the last line its air.
        cuts += [top + ROW * row for row in range(1, rows)]
        top += ROW * rows + 6
    return together(bands), together(drawn), (*cuts, top)


def _table(facts: PageFacts) -> DataTable:
    rows = tuple(
        (
            entry_days(each),
            each.name,
            each.subject,
            state_words(each),
            BINDING[each.modality] if each.modality else "",
            each.confidence.doubt if each.confidence else "",
        )
        for each in facts.timeline.entries
    )
    columns = ("when", "what", "of", "how it stands", "how binding", "how sure")
    return DataTable(caption="What happened, is due and is expected", columns=columns, rows=rows)


def _key() -> Markup:
    window = element("rect", x=4, y=2, width=26, height=14, class_="p-window")
    ends = [vertical(x, 0, 18, f"p-end p-end-{name}")
            for x, name in ((5, "earliest"), (17, "expected"), (29, "latest"))]  # fmt: skip
    return key((
        (flag(12, 17, "p-flag"), "due by law"),
        (flag(12, 17, "p-flag-custom", swallow=True), "due by custom"),
        (flag(12, 17, "p-flag p-overdue"), "overdue"),
        (window + together(ends), "a window: its earliest, expected (broken line) and latest day"),
        (element("rect", x=4, y=2, width=26, height=14, class_="p-period"), "a period in force"),
        (diamond(17, 9, 6, "p-bar p-reached"), "its day has come"),
        (diamond(17, 9, 6, "p-bar"), "still to come"),
        (vertical(17, 0, 18, "p-today"), "data date: what is known at its close"),
    ))  # fmt: skip
