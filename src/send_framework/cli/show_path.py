"""How the critical path prints, and why a date is what it is."""

from collections.abc import Sequence
from datetime import date

from send_framework.cli.page import Cell, Page
from send_framework.cli.show_chart import show_path_chart
from send_framework.cli.show_schedule import (
    View,
    opening,
    show_floats,
    show_readiness,
)
from send_framework.cli.wording import (
    assumed_share,
    chain,
    counted,
    day_or_unknown,
    driver_words,
    listed,
    short_day,
    start_shown,
    who,
    whole,
    working,
)
from send_framework.dates import day_words
from send_framework.network.results import Driver, Explanation, Gap, Schedule, ScheduledActivity


def show_critical_path(page: Page, schedule: Schedule, view: View) -> None:
    """Print the path with dates, bodies, drivers and floats, and what stands beside it.

    Args:
        page: Where to print.
        schedule: The schedule.
        view: How much.
    """
    opening(page, schedule, view)
    if not schedule.critical_path:
        page.line("There is no critical path: nothing in scope has dates.")
        show_readiness(page, schedule.readiness)
        return
    steps = _in_order(schedule, schedule.critical_path)
    _steps(page, steps, schedule.finish)
    if view.quiet:
        return
    page.heading("What sets each date")
    for words in [f"{each.id}: {driver_words(each.driven_by)}" for each in steps if each.driven_by]:
        page.line(words, indent=2)
    show_floats(page, "Float of the path", steps[-1], schedule)
    show_readiness(page, schedule.readiness)
    _bodies(page, schedule)
    _other_paths(page, schedule)
    _assumptions(page, schedule, steps)
    show_path_chart(page, schedule, plain=view.as_ascii)


def _in_order(schedule: Schedule, path: Sequence[str]) -> tuple[ScheduledActivity, ...]:
    known = {each.id: each for each in schedule.activities}
    return tuple(known[each] for each in path)


def _steps(page: Page, steps: tuple[ScheduledActivity, ...], last: date | None) -> None:
    length = working(sum(each.duration for each in steps))
    finish = day_or_unknown(last)
    words = f"Critical path: {counted(len(steps), 'step')}, {length} of work, to {finish}"
    page.line(words, style="bold")
    columns = ("id", "work", "who", "starts", "finishes", "days", "float")
    right = ("starts", "finishes", "days", "float")
    page.table(columns, map(_step, steps), right=right)


def _step(each: ScheduledActivity) -> tuple[Cell, ...]:
    length = f"{each.duration}?" if each.duration_assumed else str(each.duration)
    return (
        each.id,
        each.title,
        who(each.accountable),
        start_shown(each),
        short_day(each.early_finish),
        length,
        whole(each.total_float),
    )


def _bodies(page: Page, schedule: Schedule) -> None:
    page.heading("Who carries it")
    for share in schedule.agency_shares:
        name = share.agency or "nobody named"
        days = f"{working(share.working_days)}, {share.share:.0%} of the path"
        page.line(f"{name}: {days} ({listed(share.activities)})", indent=2)
    hand_offs = schedule.hand_offs
    page.line(f"It changes hands {counted(len(hand_offs), 'time')}.", indent=2)
    for each in hand_offs:
        change = f"{who(each.giving)} to {who(each.taking)}"
        page.line(f"{each.predecessor} -> {each.successor}: {change}", indent=4)


def _other_paths(page: Page, schedule: Schedule) -> None:
    page.heading("Beside it")
    same = schedule.network_path == schedule.critical_path
    finish = day_or_unknown(schedule.network_finish)
    words = "the same path" if same else chain(schedule.network_path) or "no path"
    page.line(f"By the links alone: {words}, to {finish}.", indent=2)
    if schedule.path_count > 1:
        many = schedule.path_count
        page.line(f"{many} paths reach that finish together; the first is shown.", indent=2)
        for path in schedule.critical_paths[1:]:
            page.line(chain(path), indent=4)
    steps = _in_order(schedule, schedule.critical_path)
    for near in schedule.near_critical:
        # Where any path has a float, the last step of the critical one has: it is open work.
        how = _nearness(near.total_float - (steps[-1].total_float or 0))
        page.line(f"{how}, float {near.total_float}: {chain(near.activities)}", indent=2)


def _nearness(behind: int) -> str:
    """Say how close it is; a date that binds other work can leave it less float than the path."""
    if behind < 0:
        return "Tighter than the path"
    return f"Near-critical, {working(behind)} behind it" if behind else "Near-critical, as tight"


def _assumptions(page: Page, schedule: Schedule, steps: tuple[ScheduledActivity, ...]) -> None:
    readiness = schedule.readiness
    if readiness.assumed:
        words = assumed_share(readiness.assumed, readiness.of)
        rest = "rests" if readiness.assumed == 1 else "rest"
        page.heading("Assumptions")
        page.line(f"On the path, {words} {rest} on what nobody published.", indent=2)
    if any(each.duration_assumed for each in steps):
        page.line("A length with a question mark was published by nobody.", indent=2)


def show_explanation(page: Page, schedule: Schedule, explanation: Explanation, view: View) -> None:
    """Print why an activity's dates are what they are.

    Args:
        page: Where to print.
        schedule: The schedule.
        explanation: The explanation.
        view: How much.
    """
    opening(page, schedule, view)
    page.line(f"{explanation.id} {explanation.title}", style="bold")
    page.line(explanation.sentence, indent=2)
    if view.quiet:
        return
    if explanation.driver is not None:
        _reasons(page, explanation.driver, explanation)
    _chain(page, schedule, explanation)
    if explanation.assumed:
        page.heading("Assumed on that chain")
        page.line(listed(explanation.assumed), indent=2)
    for each in schedule.activities:
        if each.id == explanation.id:
            show_floats(page, "Its float", each, schedule)


def _reasons(page: Page, driver: Driver, explanation: Explanation) -> None:
    page.heading("What set the date")
    page.line(driver_words(driver), indent=2)
    if explanation.beaten:
        page.line("Also holding it, but no longer than that:", indent=2)
    for each in explanation.beaten:
        day = f" (from {day_words(each.day)})" if each.day else ""
        page.line(f"{driver_words(each)}{day}", indent=4)
    for gap in explanation.gaps:
        page.line(_gap(gap), indent=2)


def _gap(gap: Gap) -> str:
    if gap.first == gap.last:
        return f"Nobody works on {day_words(gap.first)}: {gap.why}"
    return f"Nobody works from {day_words(gap.first)} to {day_words(gap.last)}: {gap.why}"


def _chain(page: Page, schedule: Schedule, explanation: Explanation) -> None:
    if len(explanation.chain) < 2:  # noqa: PLR2004 - a chain of one is the activity itself
        return
    page.heading("The chain that leads to it")
    for each in _in_order(schedule, explanation.chain):
        page.line(f"{each.id} {each.title}, to {day_words(each.early_finish)}", indent=2)
