"""How a list of areas prints."""

from collections.abc import Sequence

from send_framework.cli.options import Delivery
from send_framework.cli.page import Page
from send_framework.cli.wording import counted, short_day
from send_framework.dates import day_words
from send_framework.formats.england_parts import Asked, KnownArea
from send_framework.model.inspection import Outcome

# In short: "typically positive" and "widespread and/or systemic failings" fill a table's row.
OUTCOME_WORDS = {
    Outcome.TYPICALLY_POSITIVE: "positive",
    Outcome.INCONSISTENT: "inconsistent",
    Outcome.WIDESPREAD_FAILINGS: "failings",
}


def show_areas(
    page: Page, asked: Asked, query: str, found: Sequence[KnownArea], delivery: Delivery
) -> None:
    """Print areas, one a row.

    Args:
        page: Where to print.
        asked: Which day.
        query: The words they were found by.
        found: The areas.
        delivery: How much.
    """
    if not delivery.quiet:
        about = f" with {query!r}" if query.strip() else ""
        page.heading(f"{counted(len(found), 'local area')}{about}")
        page.line(occasion(asked), indent=2)
    if found:
        page.table(("code", "area", "boards", "outcome", "published"), map(_row, found))


def occasion(asked: Asked) -> str:
    """Return the day, and how far the data reaches.

    Args:
        asked: Which day.
    """
    whose = "as asked" if asked.on_given else "today"
    reach = f"inspections as listed on {day_words(asked.complete_to)}"
    return f"As of {day_words(asked.on)}, {whose}; {reach}"


def _row(each: KnownArea) -> tuple[str, ...]:
    last, ended = each.inspection, each.area.valid_to
    return (
        f"{each.area.dfe} {each.area.gss}",
        each.area.name + (f" (to {short_day(ended)})" if ended else ""),
        ", ".join(part.board.short_name for part in each.boards),
        OUTCOME_WORDS[last.outcome] if last else "",
        short_day(last.published) if last else "",
    )
