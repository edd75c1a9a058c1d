"""The Gantt chart of a plan: every activity with its dates, its float and what it waits for."""

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from send_framework.dates import day_words
from send_framework.formats.html.facts import PageFacts
from send_framework.formats.html.picture import (
    LINE_HEIGHT,
    Picture,
    drawing,
    element,
    fitted,
    lines_of,
    number,
    width_of,
    words_at,
)
from send_framework.formats.html.pictures.arrows import arrows
from send_framework.formats.html.pictures.axis import (
    Label,
    Placed,
    Scale,
    label_texts,
    mark_names,
    placed,
    rows_of,
    ruled,
    scale_for,
    vertical,
    window_band,
    window_ends,
)
from send_framework.formats.html.pictures.bars import ROW_HEIGHT, Row, bar, ends_of
from send_framework.formats.html.pictures.gantt_words import (
    done_share,
    gantt_description,
    gantt_key,
    gantt_table,
    placed_in_time,
    promised_day,
)
from send_framework.formats.html.pictures.paper import (
    Sheet,
    Span,
    again,
    parts_of,
    printed_as,
    tallest,
)
from send_framework.formats.html.pictures.signs import hatching
from send_framework.formats.wording import (
    ABSENCES,
)

NAMES = 250.0
"""Pixels of the names at the left; the style sheet moves them out of a narrow screen."""

PLOT = 690.0
_WIDTH = NAMES + PLOT + 20
_IDS = 64.0
# On a long chart the scale is said again after so many rows.
_SCREENFUL, _AGAIN = 20, LINE_HEIGHT + 4


def gantt(facts: PageFacts) -> Picture:
    """Return the Gantt chart of a plan, in the plan's order.

    Args:
        facts: What the page tells of the plan.
    """
    title, description = "Gantt chart", gantt_description(facts)
    rows, svg = tuple(_rows(facts)), Markup()
    if rows:
        svg = _drawn(facts, rows, title, description)
    return Picture(
        id="gantt",
        svg=svg,
        title=title,
        description=description,
        table=gantt_table(facts),
        key=gantt_key(svg) if rows else Markup(),
    )


def gantt_scale(facts: PageFacts) -> Scale:
    """Return where each day stands: from the first open work to the window's end.

    What is done and what goes on for ever may have begun long ago: its beginning is not shown.
    """
    open_work = [
        each for each in facts.schedule.activities if not (each.complete or each.is_ongoing)
    ]
    days = [
        facts.on,
        facts.schedule.start,
        *(day for _, day in window_ends(facts.target)),
        *(each.early_start for each in open_work),
        *(each.early_finish for each in open_work),
    ]
    return scale_for(days, left=NAMES, width=PLOT)


def _rows(facts: PageFacts) -> Iterator[Row]:
    """Yield the rows in plan order, below the header whose height is not known yet."""
    for place, wanted in enumerate(placed_in_time(facts)):
        undated = facts.undated.get(wanted)
        yield Row(
            id=wanted,
            title=facts.title_of(wanted),
            top=ROW_HEIGHT * place + _AGAIN * (place // _SCREENFUL),
            activity=facts.dated.get(wanted),
            absence=ABSENCES[undated.why] if undated else "",
            near=wanted in facts.near_critical,
            done=done_share(facts, wanted),
            due=promised_day(facts, wanted),
        )


def _drawn(facts: PageFacts, rows: tuple[Row, ...], title: str, description: str) -> Markup:
    scale = gantt_scale(facts)
    labels = placed(_labels(facts, scale), NAMES + 2, _WIDTH - 2)
    head = LINE_HEIGHT * (rows_of(labels) + 1) + 8
    height = head + rows[-1].top + ROW_HEIGHT + _AGAIN
    spans = parts_of([*(head + each.top for each in rows), height], tallest(_WIDTH) - head)
    chart = drawing(
        "gantt", title, description, _WIDTH, height,
        hatching("gantt"),
        _head(scale, labels, head),
        *_ground(facts, rows, scale, head, height),
        *_all_rows(rows, scale, spans, head),
        element("g", mark_names(scale, *_again(head, height), height - 6), id="gantt-scales"),
        look="p-picture p-wide",
    )  # fmt: skip
    pair = element("div", _ids(rows, head, height), chart, class_="p-pair")
    sheets = (
        Sheet(span=span, width=_WIDTH, head=head, above=again("gantt-head"),
              within=again("gantt-ground", "gantt-links", f"gantt-rows-{place}", "gantt-scales"))
        for place, span in enumerate(spans, 1)
    )  # fmt: skip
    return printed_as(pair, sheets)


def _ids(rows: tuple[Row, ...], head: float, height: float) -> Markup:
    """Draw the ids once more: on a narrow screen they stay while the chart is moved."""
    ids = (words_at(4, each.middle + 5, each.id, "p-id", room=_IDS - 6) for each in rows)
    return element(
        "svg", element("rect", width=_IDS, height=height, class_="p-ground"),
        element("g", *ids, transform=_below(head)), class_="p-ids", aria_hidden="true",
        viewBox=f"0 0 {number(_IDS)} {number(height)}", width=_IDS, height=height,
    )  # fmt: skip


def _below(head: float) -> str:
    """Return how rows, drawn from their own top, are moved below the head."""
    return f"translate(0 {number(head)})"


def _labels(facts: PageFacts, scale: Scale) -> Iterator[Label]:
    yield Label(x=scale.end(facts.on), words=f"data date {day_words(facts.on)}", look="p-mark")
    for name, day in window_ends(facts.target):
        yield Label(x=scale.middle(day), words=f"{name} {day_words(day)}", look="p-mark")


def _again(head: float, height: float) -> tuple[float, ...]:
    """Return where the scale is said again, so that it is never more than a screen away."""
    screen = ROW_HEIGHT * _SCREENFUL + _AGAIN
    times = int((height - _AGAIN - head) / screen)
    return tuple(head + screen * place - 6 for place in range(1, times + 1))


def _head(scale: Scale, labels: tuple[Placed, ...], head: float) -> Markup:
    """Draw the days named above the chart, and the scale."""
    leads = [vertical(each.label.x, LINE_HEIGHT * each.row + 4, head, "p-lead") for each in labels]
    return element(
        "g", ruled(scale, head - LINE_HEIGHT, head), *leads, label_texts(labels, 0),
        mark_names(scale, head - 6), id="gantt-head",
    )  # fmt: skip


def _ground(
    facts: PageFacts, rows: tuple[Row, ...], scale: Scale, head: float, height: float
) -> tuple[Markup, Markup]:
    """Draw what lies behind all rows: the window, the scale's lines, and the links."""
    bottom = height - _AGAIN
    rules = "".join(f"M0 {number(head + each.top + ROW_HEIGHT)}H{number(_WIDTH)}" for each in rows)
    by_id = {each.id: (each, each.activity) for each in rows if each.activity}
    return (
        element(
            "g", window_band(scale, facts.target, head, bottom), ruled(scale, head, bottom),
            element("path", d=rules, class_="p-rule"),
            vertical(scale.end(facts.on), head, bottom, "p-today"), id="gantt-ground",
        ),
        element(
            "g", arrows(facts.schedule.links, by_id, scale, "gantt"), id="gantt-links",
            transform=_below(head),
        ),
    )  # fmt: skip


def _all_rows(
    rows: tuple[Row, ...], scale: Scale, spans: Sequence[Span], head: float
) -> Iterator[Markup]:
    """Draw the rows, those of a sheet of paper together."""
    for place, (top, bottom) in enumerate(spans, 1):
        some = [each for each in rows if top <= head + each.top < bottom]
        names = (piece for each in some for piece in _name(each))
        yield element(
            "g", element("g", *names, class_="p-names"),
            element("g", *(_title_within(each, scale) for each in some), class_="p-inplot"),
            *(bar(each, scale, "gantt") for each in some),
            id=f"gantt-rows-{place}", transform=_below(head),
        )  # fmt: skip


def _name(row: Row) -> Iterator[Markup]:
    named = fitted(row.id, NAMES / 2)
    line, *more = lines_of(f"{named} {row.title}", NAMES - 16)
    first = row.top + (15 if more else 29)
    strong = element("tspan", named, class_="p-id")
    rest = element("tspan", line.removeprefix(named), dx=5)
    yield element("text", strong, rest, x=4, y=first, class_="p-label")
    for each in more:
        yield words_at(4, first + LINE_HEIGHT - 2, each)


def _title_within(row: Row, scale: Scale) -> Markup:
    """Draw the title above its bar, for screens too narrow to show it at the side."""
    words = fitted(row.title, 420)
    begin = ends_of(row.activity, scale)[0] if row.activity else scale.left
    x = max(scale.left + 4, min(begin, scale.right - width_of(words)))
    return words_at(x, row.top + 13, words)
