"""How two versions of a plan print: the move of the finish, what made it, and what else differs."""

from collections.abc import Iterable

from send_framework.cli.page import Cell, Page
from send_framework.cli.show_schedule import View, opening
from send_framework.cli.show_what_if import show_moved
from send_framework.cli.wording import (
    colour_of,
    counted,
    finish_words,
    listed,
    short_day,
    whole,
)
from send_framework.dates import day_words
from send_framework.network.changes.results import ChangeKind, Comparison

_NAMES = {
    ChangeKind.PROGRESS: "progress",
    ChangeKind.START: "starts, promises and fixed dates",
    ChangeKind.SCOPE: "scope",
    ChangeKind.LINK: "links",
    ChangeKind.DURATION: "durations",
    ChangeKind.CALENDAR: "calendars",
    ChangeKind.SETTINGS: "target",
    ChangeKind.OTHER: "what moves no date",
}


def show_comparison(page: Page, found: Comparison, view: View) -> None:
    """Print what changed between two versions, and what it did to the finish.

    Args:
        page: Where to print.
        found: The comparison.
        view: How much.
    """
    opening(page, found.new, view)
    if not view.quiet:
        page.line(f"Compared with: {found.old.title}, as known on {day_words(found.old.on)}")
    words = finish_words(found.old.finish, found.new.finish, found.finish_moved)
    page.line(words, style="bold")
    _why(page, found, view)
    _floats(page, found)
    if view.quiet:
        return
    _lists(page, found)
    if found.moved:
        page.heading("What moved")
    show_moved(page, found.moved, view)
    _changes(page, found, view)


def _why(page: Page, found: Comparison, view: View) -> None:
    if found.why:
        page.heading("What moved the finish")
        rows = (
            (whole(each.working_days), each.sentence, short_day(each.finish)) for each in found.why
        )
        page.table(("days", "why", "finishes"), rows, right=("days", "finishes"))
    if not view.quiet:
        page.line(found.method, indent=2, style="dim")


def _floats(page: Page, found: Comparison) -> None:
    before, now = dict(found.old_float), dict(found.new_float)
    names = [name for name in ("earliest", "expected", "latest") if name in before or name in now]
    if not names:
        return
    page.heading("Float to each day of the target")
    columns = ("day", "before", "now")
    rows = ((name, _room(before.get(name)), _room(now.get(name))) for name in names)
    page.table(columns, rows, right=("before", "now"))


def _room(days: int | None) -> Cell:
    return whole(days), colour_of(days)


def _lists(page: Page, found: Comparison) -> None:
    named = (
        ("New", found.added),
        ("Gone", found.removed),
        ("Late now and not before", found.newly_late),
    )
    if any(ids for _, ids in named):
        page.heading("What is new, gone or late")
    for words, ids in named:
        if ids:
            page.line(f"{words} ({len(ids)}): {listed(ids, limit=40)}", indent=2)


def _changes(page: Page, found: Comparison, view: View) -> None:
    page.heading(f"What is planned otherwise: {counted(len(found.changes), 'change')}")
    for kind, name in _NAMES.items():
        some = [each.sentence for each in found.changes if each.kind is kind]
        if some:
            page.line(f"{name}: {len(some)}", indent=2)
            _sentences(page, some if view.verbose else ())
    if found.changes and not view.verbose:
        page.line("--verbose lists them.", indent=2, style="dim")


def _sentences(page: Page, sentences: Iterable[str]) -> None:
    for each in sentences:
        page.line(each, indent=4)
