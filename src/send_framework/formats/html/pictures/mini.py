"""A small timeline for one line of an index: the data date, the finish, the window."""

from collections.abc import Iterable
from datetime import date

from markupsafe import Markup

from send_framework.dates import day_words
from send_framework.formats.html.picture import DataTable, Picture, drawing, element
from send_framework.formats.html.pictures.axis import Scale, horizontal, scale_for, vertical
from send_framework.formats.html.pictures.signs import diamond, key
from send_framework.formats.wording import (
    short_day,
)
from send_framework.portfolio.summary import PlanSummary

_WIDTH, _HEIGHT, _MIDDLE = 220.0, 30.0, 15.0
_ENDS = ("earliest", "expected", "latest")


def mini_scale(summaries: Iterable[PlanSummary]) -> Scale | None:
    """Return the one scale on which all plans of an index are drawn; ``None`` without a day.

    Args:
        summaries: The lines of the index.
    """
    days = [day for each in summaries for _, day in _days(each)]
    return scale_for(days, left=4, width=_WIDTH - 8) if days else None


def mini(summary: PlanSummary, scale: Scale | None, identity: str) -> Picture:
    """Return a small timeline of one plan.

    Args:
        summary: The plan's line.
        scale: The index's scale.
        identity: The id of its element, another one for each line.
    """
    days = _days(summary)
    title = f"Days of {summary.area or summary.title or summary.key}"
    description = "; ".join(f"{name} {day_words(day)}" for name, day in days) or "no day is known"
    description = f"{description[0].upper()}{description[1:]}."
    rows = tuple((name, short_day(day)) for name, day in days)
    drawn = _drawn(summary, scale, identity, title, description) if scale and days else Markup()
    table = DataTable(caption=title, columns=("what", "day"), rows=rows)
    return Picture(id=identity, svg=drawn, title=title, description=description, table=table)


def mini_key() -> Markup:
    """Return what the signs of small timelines mean, once for the whole index."""
    window = element("rect", x=4, y=3, width=26, height=12, class_="p-window")
    return key((
        (vertical(17, 0, 18, "p-today"), "data date"),
        (diamond(17, 9, 6, "p-bar p-reached"), "finish of all work in scope"),
        (window + vertical(17, 1, 17, "p-end"), "the window, with the day expected"),
    ))  # fmt: skip


def _days(summary: PlanSummary) -> tuple[tuple[str, date], ...]:
    said = (
        ("data date", summary.on),
        ("finish", summary.finish),
        *((f"{name} day", getattr(summary, name)) for name in _ENDS),
    )
    return tuple((name, day) for name, day in said if day)


def _drawn(
    summary: PlanSummary, scale: Scale, identity: str, title: str, description: str
) -> Markup:
    ends = [day for name in _ENDS if (day := getattr(summary, name))]
    parts = [horizontal(_MIDDLE, scale.left, scale.right, "p-axis-line")]
    if ends:
        left, right = scale.begin(ends[0]), scale.end(ends[-1])
        parts.append(element("rect", x=left, y=_MIDDLE - 7, width=max(2.0, right - left),
                             height=14, class_="p-window"))  # fmt: skip
    if summary.expected:
        parts.append(vertical(scale.middle(summary.expected), _MIDDLE - 9, _MIDDLE + 9, "p-end"))
    if summary.on:
        parts.append(vertical(scale.end(summary.on), 2, _HEIGHT - 2, "p-today"))
    if summary.finish:
        parts.append(diamond(scale.middle(summary.finish), _MIDDLE, 6, "p-bar p-reached"))
    return drawing(identity, title, description, _WIDTH, _HEIGHT, *parts)
