"""What moved between two versions of a plan: the old finish, the new one, and the way between."""

from collections.abc import Iterator, Sequence
from datetime import date

from attrs import frozen
from markupsafe import Markup

from send_framework.dates import day_words
from send_framework.formats.html.facts import PageFacts
from send_framework.formats.html.picture import (
    LINE_HEIGHT,
    DataTable,
    Picture,
    drawing,
    element,
    lines_of,
    words_at,
)
from send_framework.formats.html.pictures.axis import (
    Scale,
    horizontal,
    mark_names,
    ruled,
    scale_for,
    window_band,
    window_ends,
)
from send_framework.formats.html.pictures.signs import key
from send_framework.formats.html.pictures.words import (
    joined,
)
from send_framework.formats.wording import (
    short_day,
)
from send_framework.network.changes.results import Comparison, Moved

_WIDTH, _LEFT, _ROOM, _ROW = 960.0, 270.0, 110.0, 40.0
_MOST = 20


@frozen(kw_only=True)
class _Move:
    """One line: what moved, from when to when.

    Attributes:
        words: What it is.
        old: Its old finish.
        new: Its new finish.
        working_days: By how much.
        strong: Whether it is the finish of everything.
    """

    words: str
    old: date
    new: date
    working_days: int
    strong: bool = False


def moves(facts: PageFacts) -> Picture:
    """Return what moved since the earlier version, the largest moves first.

    Args:
        facts: What the page tells of the plan.
    """
    comparison = facts.comparison
    lines = tuple(_moves(comparison)) if comparison else ()
    title, description = "What moved since the earlier version", _description(comparison, lines)
    return Picture(
        id="moves",
        svg=_drawn(comparison, lines, title, description) if comparison and lines else Markup(),
        title=title,
        description=description,
        table=moves_table(comparison),
        key=_key() if lines else Markup(),
    )


def _moves(comparison: Comparison) -> Iterator[_Move]:
    old, new = comparison.old.finish, comparison.new.finish
    if old and new:
        yield _Move(words="All work in scope", old=old, new=new,
                    working_days=comparison.finish_moved, strong=True)  # fmt: skip
    for each in comparison.moved[:_MOST]:
        yield _Move(words=f"{each.id} {each.title}", old=each.old_finish, new=each.new_finish,
                    working_days=each.working_days)  # fmt: skip


def _description(comparison: Comparison | None, lines: Sequence[_Move]) -> str:
    if comparison is None:
        return "No earlier version was given, so nothing can be compared."
    if not lines:
        return "No activity has dates in both versions, so no move can be drawn."
    later = sum(each.working_days > 0 for each in comparison.moved)
    earlier = sum(each.working_days < 0 for each in comparison.moved)
    words = f"{later} finish later than before and {earlier} earlier"
    if comparison.new.finish:
        finish = day_words(comparison.new.finish)
        words += f"; all work in scope ends {finish} ({comparison.finish_moved:+d} working days)"
    more = len(comparison.moved) - _MOST
    return f"{words}; {more} more stand in the table." if more > 0 else f"{words}."


def _drawn(comparison: Comparison, lines: Sequence[_Move], title: str, description: str) -> Markup:
    days = [day for each in lines for day in (each.old, each.new)]
    days += [day for _, day in window_ends(comparison.new.target)]
    scale = scale_for(days, left=_LEFT, width=_WIDTH - _LEFT - _ROOM)
    head = LINE_HEIGHT + 6
    bottom = head + _ROW * len(lines)
    return drawing(
        "moves", title, description, _WIDTH, bottom + LINE_HEIGHT + 6,
        window_band(scale, comparison.new.target, head, bottom),
        ruled(scale, 4, bottom),
        mark_names(scale, head - 6, bottom + LINE_HEIGHT),
        *(_line(each, scale, head + _ROW * place) for place, each in enumerate(lines)),
        look="p-picture p-wide",
    )  # fmt: skip


def _line(move: _Move, scale: Scale, top: float) -> Markup:
    middle = top + _ROW / 2
    look = "p-strong" if move.strong else "p-label"
    lines = lines_of(move.words, _LEFT - 40)
    first = middle + (5 if len(lines) == 1 else -3)
    texts = [words_at(4, first + (LINE_HEIGHT - 2) * i, line, look) for i, line in enumerate(lines)]
    old, new = scale.end(move.old), scale.end(move.new)
    return element(
        "g", element("title", f"{move.words}: {day_words(move.old)} to {day_words(move.new)}"),
        *texts,
        horizontal(middle, min(old, new), max(old, new), "p-way"),
        element("circle", cx=old, cy=middle, r=6, class_="p-old"),
        element("circle", cx=new, cy=middle, r=6, class_="p-point"),
        words_at(_WIDTH - 8, middle + 5, f"{move.working_days:+d} days", "p-mark", anchor="end"),
        horizontal(top + _ROW, 0, _WIDTH, "p-rule"),
    )  # fmt: skip


def moves_table(comparison: Comparison | None) -> DataTable:
    """Return every activity whose dates differ, the largest move first."""
    rows = tuple(_row(each) for each in comparison.moved) if comparison else ()
    columns = ("id", "work", "finished before", "finishes now", "working days", "notes")
    return DataTable(caption="Every activity whose dates differ", columns=columns, rows=rows)


def _row(each: Moved) -> tuple[str, ...]:
    said = (
        (each.on_new_path and not each.on_old_path, "now on the critical path"),
        (each.on_old_path and not each.on_new_path, "no longer on the critical path"),
        (each.newly_late, "newly late"),
    )
    return (
        each.id,
        each.title,
        short_day(each.old_finish),
        short_day(each.new_finish),
        f"{each.working_days:+d}",
        joined(words for holds, words in said if holds),
    )


def _key() -> Markup:
    return key((
        (element("circle", cx=17, cy=9, r=6, class_="p-old"), "finish in the earlier version"),
        (element("circle", cx=17, cy=9, r=6, class_="p-point"), "finish now"),
        (element("rect", x=4, y=0, width=26, height=18, class_="p-window"), "the window now"),
    ))  # fmt: skip
