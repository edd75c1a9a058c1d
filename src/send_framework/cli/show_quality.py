"""How an assessment of a schedule prints: a table of the points, the names, what stays open."""

from send_framework.checks.quality import (
    LogicCount,
    NamedLink,
    Practice,
    Quality,
    QualityPoint,
)
from send_framework.cli.page import Cell, Page
from send_framework.cli.show_schedule import View
from send_framework.cli.wording import counted, end_words, listed, target_words
from send_framework.dates import day_words
from send_framework.model.dependency import LagUnit

KEPT = {True: ("yes", "green"), False: ("no", "yellow"), None: ("cannot be said", "magenta")}
RATIOS = ("path-length-index", "execution-index")


def show_quality(page: Page, quality: Quality, view: View) -> None:
    """Print how a plan stands to what schedule assessments look at.

    Args:
        page: Where to print.
        quality: The assessment.
        view: How much.
    """
    if not view.quiet:
        _opening(page, quality, view)
    _points(page, quality)
    if view.quiet:
        return
    _names(page, quality, view)
    _logic(page, quality, view)
    _practices(page, quality, view)
    page.heading("What this does not say")
    page.line(quality.caveat, indent=2)
    for source in (quality.points_source, quality.practices_source):
        page.line(f"{source.title}, from secondary sources.", indent=2, style="dim")


def _opening(page: Page, quality: Quality, view: View) -> None:
    page.heading(quality.title)
    page.line(f"Data date: {day_words(quality.on)}, {view.on_from}", indent=2)
    page.line(f"Target: {target_words(quality.target)}", indent=2)
    for name, end in quality.target.ends() if quality.target else ():
        page.line(end_words(name, end), indent=4)
    page.line(f"Earlier version: {quality.baseline or 'none'}", indent=2)
    actions, links = counted(quality.actions, "open action"), counted(quality.links, "link")
    page.line(f"Counted: {actions} (ongoing ones left out), {links} into open work", indent=2)
    page.blank()


def _points(page: Page, quality: Quality) -> None:
    page.line("The fourteen points", style="bold")
    columns = ("no", "point", "found", "limit", "kept")
    page.table(columns, map(_row, quality.points), right=("no",))


def _row(each: QualityPoint) -> tuple[Cell, ...]:
    return str(each.number), each.name, _found(each), each.limit, KEPT[each.within]


def _found(each: QualityPoint) -> str:
    if each.share is None:
        return ""
    if each.key in RATIOS:
        return f"{each.count} / {each.of} ({each.share:.0%})"
    return f"{each.count} of {each.of} ({each.share:.0%})"


def _names(page: Page, quality: Quality, view: View) -> None:
    """Print the names behind each count that is worth a question, and why some have no answer."""
    page.heading("By name")
    for each in quality.points:
        if each.within is True and not view.verbose:
            continue
        page.line(f"{each.number} {each.name}: {_who(each, view)}", indent=2)
        if view.verbose:
            page.line(f"Counts {each.counts}.", indent=4, style="dim")
            page.line(each.note, indent=4, style="dim")
    tests = [each for each in quality.path_tests if not each.holds or view.verbose]
    for test in tests:
        moved = f"moves the finish by {test.moved}"
        page.line(f"{test.id}: {test.longer} working days more {moved}.", indent=4)


def _who(each: QualityPoint, view: View) -> str:
    if each.share is None:
        return f"{each.reason}."
    names = (*each.activities, *map(_link, each.links))
    shown = listed(names, len(names) if view.verbose else 12) or "none"
    silent = f" (could not be judged: {listed(each.unanswered)})" if each.unanswered else ""
    return f"{shown}{silent}"


def _link(each: NamedLink) -> str:
    unit = "" if each.lag_unit is LagUnit.WORKING_DAYS else " calendar days"
    lag = f" {each.lag:+d}{unit}" if each.lag else ""
    return f"{each.predecessor} -> {each.successor} ({each.type.value}{lag})"


def _logic(page: Page, quality: Quality, view: View) -> None:
    page.heading("Further counts of the network")
    none: list[str] = []
    for each in quality.logic:
        if not each.count:
            none.append(each.name.lower())
            continue
        page.line(f"{each.name}: {each.count} ({_concerned(each, view)})", indent=2)
        if view.verbose:
            page.line(f"Counts {each.counts}. {each.why}", indent=4, style="dim")
    if none:
        page.line(f"None found: {listed(none, len(none))}.", indent=2)


def _concerned(each: LogicCount, view: View) -> str:
    names = (*each.activities, *map(_link, each.links))
    return listed(names, len(names) if view.verbose else 12)


def _practices(page: Page, quality: Quality, view: View) -> None:
    page.heading("The ten practices")
    for each in quality.practices:
        page.line(f"{each.number} {each.name} ({_how_far(each)})", indent=2)
        page.line(each.sentence, indent=4)
        if view.verbose:
            page.line(f"Stays with people: {each.people}", indent=4, style="dim")


def _how_far(each: Practice) -> str:
    return each.answering.value.replace("-", " ")
