"""How days lost and regained print: what each slip costs, and what to shorten."""

from collections.abc import Sequence

from send_framework.cli.page import Cell, Page
from send_framework.cli.show_schedule import View, opening
from send_framework.cli.show_what_if import show_consequence
from send_framework.cli.wording import colour_of, counted, finish_words, whole, working
from send_framework.network.changes.results import Shortening, SlipImpact, WhatIf
from send_framework.network.results import Schedule

FIRST = 15
"""Rows that print unless all are asked for."""


def show_slips(page: Page, base: Schedule, impacts: Sequence[SlipImpact], view: View) -> None:
    """Print what slips cost, the most costly first.

    Args:
        page: Where to print.
        base: The schedule without any slip.
        impacts: One for each activity.
        view: How much.
    """
    opening(page, base, view)
    if not impacts:
        page.line("Nothing in scope has dates that could still slip.", indent=2)
        return
    slips = tuple(counted(slip, "day") for slip, _ in impacts[0].lost)
    rows = impacts if view.verbose else impacts[:FIRST]
    page.table(("id", "work", "float", *slips), map(_impact, rows), right=("float", *slips))
    if len(rows) < len(impacts):
        page.line(f"and {len(impacts) - len(rows)} more; --verbose shows them.", indent=2)
    page.line(
        "Working days by which the last finish in scope moves if this work alone comes so many "
        "days later. Float: how far it can slip before anything moves.",
        indent=2,
        style="dim",
    )


def _impact(each: SlipImpact) -> tuple[Cell, ...]:
    room = (whole(each.total_float), colour_of(each.total_float))
    return each.id, each.title, room, *(whole(days) for _, days in each.lost)


def show_regain(  # noqa: PLR0913 - what was asked, found and follows
    page: Page, base: Schedule, found: Shortening, then: WhatIf | None, view: View, *, priced: bool
) -> None:
    """Print what to shorten, and what follows.

    Args:
        page: Where to print.
        base: The schedule as it stands.
        found: What to shorten.
        then: What follows from it; ``None`` where there is nothing to shorten.
        view: How much.
        priced: Whether somebody said what a day costs.
    """
    opening(page, base, view)
    if then is None:
        page.line(found.method, indent=2)
        return
    titles = {each.id: each.title for each in base.activities}
    rows = [(name, titles[name], working(days)) for name, days in found.days]
    page.table(("id", "work", "shorten by"), rows, right=("shorten by",))
    page.line(f"{_price(found, priced=priced)} {found.method}", indent=2)
    if view.quiet:
        moved = finish_words(then.base.finish, then.schedule.finish, then.finish_moved)
        page.line(moved, indent=2)
    else:
        page.blank()
        show_consequence(page, then, view)


def _price(found: Shortening, *, priced: bool) -> str:
    total = sum(days for _, days in found.days)
    price = f"It costs {found.cost:g}" if priced else f"{working(total)} off in all"
    return f"{price}." if found.is_optimal else f"{price}; any way at least {found.bound:g}."
