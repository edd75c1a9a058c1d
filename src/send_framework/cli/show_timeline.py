"""How a history and its future print: what happened, what is due, how binding it is."""

from collections.abc import Sequence
from datetime import date

from send_framework.cli.page import Cell, Page
from send_framework.cli.show_chart import show_timeline_chart
from send_framework.cli.show_deadlines import days_of
from send_framework.cli.show_schedule import View
from send_framework.cli.wording import BINDING, STANDS, counted, doubt, short_day
from send_framework.dates import day_words
from send_framework.frameworks import Entry, EntryKind, NextStep, State, Timeline
from send_framework.model.spread import ObservedSpread

_MONDAYS = 6
_COLOURS = {
    State.MET: "green",
    State.LATE: "yellow",
    State.EARLY: "yellow",
    State.UNPROVEN: "yellow",
    State.OVERDUE: "bold red",
    State.PASSED: "dim",
    State.OPEN: "yellow",
    State.UNDATED: "dim",
}


def show_timeline(page: Page, read: Timeline, view: View) -> None:
    """Print a timeline, one line for each entry.

    Args:
        page: Where to print.
        read: The timeline.
        view: How much.
    """
    if not view.quiet:
        page.heading(read.title)
        page.line(f"Data date: {day_words(read.on)}, {view.on_from}", indent=2)
        page.blank()
    for each in read.entries:
        _entry(page, each, view)
    if view.quiet:
        return
    page.blank()
    page.line(f"{counted(len(read.overdue), 'entry', 'entries')} overdue.")
    if read.undated:
        page.heading("No day can be given")
        for none in read.undated:
            page.line(f"{none.inspection}: {none.reason}", indent=2)
    show_timeline_chart(page, read, plain=view.as_ascii)


def _entry(page: Page, each: Entry, view: View) -> None:
    words, colour = STANDS[each.state], _COLOURS.get(each.state, "")
    if each.kind is EntryKind.PERIOD and each.state is State.OPEN:
        words = "in force"
    parts: list[Cell] = [f"{_days(each)}  ", (each.name, "bold")]
    if each.subject:
        parts.append(f" ({each.subject})")
    notes = [note for note in (words, BINDING.get(each.modality) if each.modality else "") if note]
    if notes:
        parts.append((f": {'; '.join(notes)}", colour))
    page.record(*parts, doubt(each))
    if each.outturn and each.outturn.difference != 0 and not view.quiet:
        page.line(each.outturn.words, indent=4)
    if view.quiet:
        return
    _observed(page, each.spreads)
    if view.verbose:
        _grounds(page, each)


def _grounds(page: Page, each: Entry) -> None:
    if each.what and each.what.explanation:
        page.line(each.what.explanation, indent=4, style="dim")
    if each.note:
        page.line(each.note, indent=4, style="dim")
    for source in each.sources:
        page.line(f"Source: {source}", indent=4)


def _observed(page: Page, spreads: Sequence[ObservedSpread]) -> None:
    for each in spreads:
        of = "".join(
            f", {part}" for part in (each.outcome and each.outcome.value, each.year) if part
        )
        missing = f"; {each.population}" if each.population else ""
        page.line(f"Elsewhere, {each.title}{of}: {each.words}{missing}", indent=4, style="dim")


def _days(each: Entry) -> str:
    if each.when is not None:
        return short_day(each.when.first) if each.when.is_day else str(each.when)
    if each.first == each.last:
        return short_day(each.first) or "no day"
    return f"{short_day(each.first) or 'by'} to {short_day(each.last)}"


def show_next(page: Page, steps: Sequence[NextStep], view: View, title: str, day: str) -> None:
    """Print what may come next, with who must act and under which rule.

    Args:
        page: Where to print.
        steps: The steps.
        view: How much.
        title: Whose they are.
        day: The data date in words.
    """
    if not view.quiet:
        page.heading(title)
        page.line(f"Data date: {day}, {view.on_from}", indent=2)
    if not steps:
        page.line("No rule says what comes next: the plan names no inspection with a rule book.")
    for heading, group in (
        ("With a day", [each for each in steps if each.what]),
        ("Without a day", [each for each in steps if not each.what]),
    ):
        if group:
            page.heading(heading)
        for each in group:
            _step(page, each, view)


def _step(page: Page, each: NextStep, view: View) -> None:
    words, colour = STANDS[each.state], _COLOURS.get(each.state, "")
    when = f": {days_of(each.what)}" if each.what else ""
    state = f" [{words}]" if each.what and words else ""
    page.line((each.name, "bold"), f" ({each.inspection}){when}", (state, colour), indent=2)
    if view.quiet:
        return
    binding = BINDING[each.modality] if each.modality else "no edition in force"
    by = f"Who acts: {each.by}. " if each.by else ""
    unseen = doubt(each) if not each.what else ""
    page.line(
        f"{by}Rule: {each.rule} of {each.framework}, edition {each.edition} ({binding}{unseen}).",
        indent=4,
    )
    if each.reason:
        page.line(f"{each.says.removesuffix('.')}. No day: {each.reason}.", indent=4)
    _observed(page, each.spreads)
    _mondays(page, each.mondays, view)
    if view.verbose:
        for source in each.sources:
            page.line(f"Source: {source}", indent=4)


def _mondays(page: Page, days: Sequence[date], view: View) -> None:
    """Print when inspectors could begin on site, of many days the first."""
    if not days:
        return
    shown = days if view.verbose else days[:_MONDAYS]
    more = f" and {len(days) - len(shown)} more" if len(shown) < len(days) else ""
    words = f"{', '.join(map(short_day, shown))}{more}"
    page.line(f"By custom on site from a Monday in this area's terms: {words}.", indent=4)
