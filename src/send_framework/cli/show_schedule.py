"""How a schedule prints: the question, a table of the work, what has no dates, the readiness."""

from attrs import frozen

from send_framework.cli.page import Cell, Page
from send_framework.cli.wording import (
    ABSENCES,
    BASES,
    STATES,
    chain,
    colour_of,
    counted,
    end_words,
    notes,
    room,
    short_day,
    start_shown,
    target_words,
    whole,
)
from send_framework.dates import day_words
from send_framework.model.window import Window
from send_framework.network.results import (
    Readiness,
    RecommendationReadiness,
    Schedule,
    ScheduledActivity,
    Unscheduled,
)


@frozen(kw_only=True)
class View:
    """How much an answer prints.

    Attributes:
        on_from: Who gave the data date, such as ``"from the plan file"``.
        quiet: Only the result.
        verbose: More.
        as_ascii: Whether charts are drawn with signs of ASCII.
    """

    on_from: str
    quiet: bool = False
    verbose: bool = False
    as_ascii: bool = False


def opening(page: Page, schedule: Schedule, view: View) -> None:
    """Print what was asked: the plan, the day, the basis, the target.

    Args:
        page: Where to print.
        schedule: The schedule.
        view: How much.
    """
    if view.quiet:
        return
    page.heading(schedule.title)
    page.line(f"Data date: {day_words(schedule.on)}, {view.on_from}", indent=2)
    page.line(f"Basis: {BASES[schedule.basis]}", indent=2)
    page.line(f"Target: {target_words(schedule.target)}", indent=2)
    if schedule.target is not None:
        _window(page, schedule.target)
    page.blank()


def _window(page: Page, window: Window) -> None:
    for name, end in window.ends():
        page.line(end_words(name, end), indent=4)
    if window.preparation:
        page.line(f"{counted(window.preparation, 'working day')} of preparation", indent=4)


def show_schedule(page: Page, schedule: Schedule, view: View) -> None:
    """Print every activity with its dates and its float.

    Args:
        page: Where to print.
        schedule: The schedule.
        view: How much.
    """
    opening(page, schedule, view)
    table_of(page, schedule.activities)
    if view.quiet:
        return
    _float_meaning(page, schedule)
    without_dates(page, schedule.unscheduled)
    show_readiness(page, schedule.readiness)
    if view.verbose:
        _noticed(page, schedule)


def table_of(page: Page, activities: tuple[ScheduledActivity, ...]) -> None:
    """Print activities as a table.

    Args:
        page: Where to print.
        activities: In the order to print.
    """
    if not activities:
        page.line("Nothing has dates.", indent=2)
        return
    columns = ("id", "work", "starts", "finishes", "float", "notes")
    page.table(columns, map(_row, activities), right=("starts", "finishes", "float"))


def _row(each: ScheduledActivity) -> tuple[Cell, ...]:
    return (
        each.id,
        each.title,
        start_shown(each),
        short_day(each.early_finish),
        (whole(each.total_float), colour_of(each.total_float)),
        notes(each),
    )


def without_dates(page: Page, missing: tuple[Unscheduled, ...]) -> None:
    """Print what has no dates, and why.

    Args:
        page: Where to print.
        missing: What has none.
    """
    if missing:
        page.heading(f"Without dates ({len(missing)})")
    for each in missing:
        loop = f": {chain((*each.cycle, each.cycle[0]))}" if each.cycle else ""
        page.line(f"{each.id} {each.title}: {ABSENCES[each.why]}{loop}", indent=2)


def _float_meaning(page: Page, schedule: Schedule) -> None:
    against = "the plan's own finish"
    if schedule.target is not None and schedule.late_from:
        end = dict(schedule.target.ends())[schedule.late_from]
        against = f"the {schedule.late_from} day of the target, {day_words(end.day)}"
    page.line(
        f"Float is in working days, against {against}; work that is not in scope is measured "
        "against the plan's own finish.",
        indent=2,
        style="dim",
    )


def _noticed(page: Page, schedule: Schedule) -> None:
    if schedule.facts:
        page.heading("What the network noticed")
    for fact in schedule.facts:
        page.line(fact.sentence, indent=2)


def show_readiness(page: Page, readiness: Readiness) -> None:
    """Print whether the partnership is ready, in words.

    Args:
        page: Where to print.
        readiness: The answer.
    """
    page.heading("Ready?")
    page.line(readiness.sentence, indent=2, style=STATES[readiness.state][1])
    if readiness.caveat:
        page.line(readiness.caveat, indent=2, style="dim")


def show_readiness_by_recommendation(
    page: Page, schedule: Schedule, answers: tuple[RecommendationReadiness, ...], view: View
) -> None:
    """Print readiness, overall and for each recommendation and part.

    Args:
        page: Where to print.
        schedule: The schedule, which has the overall answer.
        answers: The answer for each recommendation and part.
        view: How much.
    """
    opening(page, schedule, view)
    show_readiness(page, schedule.readiness)
    page.heading("By recommendation")
    if not answers:
        page.line("The plan names no recommendation.", indent=2)
        return
    columns = ("id", "asks for", "answered by", "state", "day", "float")
    end = schedule.late_from
    page.table(columns, (_answer_row(each, end) for each in answers), right=("day", "float"))
    if not view.quiet:
        to = f"float is in working days to the {end} day" if end else "no day lies ahead"
        page.line(
            f"The day is the first on which the work that answers it is finished; {to}. Work for "
            "a later inspection is not counted.",
            indent=2,
            style="dim",
        )
    if view.verbose:
        for each in answers:
            page.line(f"{each.id}: {each.readiness.sentence}", indent=2)


def _answer_row(each: RecommendationReadiness, end: str) -> tuple[Cell, ...]:
    floats = {
        "earliest": each.readiness.float_to_earliest,
        "expected": each.readiness.float_to_expected,
        "latest": each.readiness.float_to_latest,
    }
    room_left = floats.get(end)
    return (
        each.id if each.part_of is None else f"- {each.id}",
        each.text,
        ", ".join(each.answered_by) or "nothing",
        STATES[each.readiness.state],
        short_day(each.readiness.ready_on),
        (whole(room_left), colour_of(room_left)),
    )


def show_floats(page: Page, heading: str, each: ScheduledActivity, schedule: Schedule) -> None:
    """Print the float of one activity against each end of the window, by name and day.

    Args:
        page: Where to print.
        heading: What stands above.
        each: The activity; out of scope it has no such float.
        schedule: The schedule, with the window and the data date.
    """
    floats = {
        "earliest": each.float_to_earliest,
        "expected": each.float_to_expected,
        "latest": each.float_to_latest,
    }
    target = schedule.target
    ends = target.ends() if target else ()
    known = [(name, end.day, days) for name, end in ends if (days := floats[name]) is not None]
    if target is not None and known:
        page.heading(f"{heading}: {target.name}")
    for name, day, days in known:
        past = " (already past)" if day <= schedule.on else ""
        page.line(f"{name} day, {day_words(day)}{past}: ", (room(days), colour_of(days)), indent=2)
