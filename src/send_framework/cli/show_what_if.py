"""How the answers to "what if" print: the base first, then each scenario against it."""

from collections.abc import Sequence

from attrs import frozen

from send_framework.cli.page import Cell, Page
from send_framework.cli.show_risk import untrusted
from send_framework.cli.show_schedule import View, opening
from send_framework.cli.wording import (
    STATES,
    chain,
    colour_of,
    finish_words,
    listed,
    short_day,
    whole,
)
from send_framework.network.changes.results import Moved, WhatIf
from send_framework.network.results import Schedule
from send_framework.network.risk.headline import Headline

_UNCHANGED = "as it stands"
_FIRST = 5
"""How many of the activities that move are shown unless all are asked for."""


@frozen(kw_only=True)
class Simulated:
    """Whether and how each scenario was simulated.

    Attributes:
        samples: In how many samples; 0 is not at all.
        seed: What they were drawn with.
    """

    samples: int = 0
    seed: int = 1


def show_what_if(
    page: Page,
    base: Schedule,
    answers: Sequence[WhatIf],
    view: View,
    simulated: Simulated = Simulated(),
) -> None:
    """Print what follows from each scenario.

    Args:
        page: Where to print.
        base: The schedule without any of them.
        answers: One for each scenario.
        view: How much.
        simulated: How each was simulated, if at all.
    """
    opening(page, base, view)
    _overview(page, base, answers)
    if simulated.samples:
        _likelihood(page, answers, simulated)
    if view.quiet:
        return
    for each in answers:
        _scenario(page, each, view)


def _overview(page: Page, base: Schedule, answers: Sequence[WhatIf]) -> None:
    end = base.late_from
    columns = ("scenario", "finishes", "later by", "float", "ready?")
    rows = [_row(_UNCHANGED, base, None, end)]
    rows += [_row(each.scenario.id, each.schedule, each.finish_moved, end) for each in answers]
    page.table(columns, rows, right=("finishes", "later by", "float"))
    against = f"to the {end} day of the target" if end else "to no day: none lies ahead"
    page.line(f"Days are working days; float is {against}.", indent=2, style="dim")


def _likelihood(page: Page, answers: Sequence[WhatIf], simulated: Simulated) -> None:
    """Print how sure each answer is, of samples that all have the same luck."""
    page.blank()
    named = [(_UNCHANGED, answers[0].base_risk)]
    named += [(each.scenario.id, each.new_risk) for each in answers]
    rows = [(name, *_sure(risk)) for name, risk in named if risk is not None]
    columns = ("scenario", "ready in", "P10", "P50", "P80", "P90")
    page.table(columns, rows, right=columns[1:])
    page.line(
        f"Of {simulated.samples:,} samples of each (seed {simulated.seed}): in which all is ready "
        "when inspectors come, and by when one in ten is done, half, eight and nine in ten. What "
        "a scenario leaves alone turns out alike in all.",
        indent=2,
        style="dim",
    )
    missing = tuple(dict.fromkeys(m for each in answers for m in each.base.readiness.missing))
    if missing:
        page.line(untrusted(missing), indent=2, style="magenta")


def _sure(risk: Headline) -> tuple[str, ...]:
    """Return the chance and the days of a simulation, for a table."""
    chance, finish = risk.p_ready.window, risk.finish
    days = (finish.p10, finish.p50, finish.p80, finish.p90)
    return (
        "" if chance is None else f"{chance.value:.1%}",
        *(short_day(day) or ("never" if finish.scheduled else "") for day in days),
    )


def _row(name: str, schedule: Schedule, moved: int | None, end: str) -> tuple[Cell, ...]:
    room = dict(_floats(schedule)).get(end)
    return (
        name,
        short_day(schedule.finish),
        whole(moved),
        (whole(room), colour_of(room)),
        STATES[schedule.readiness.state],
    )


def _floats(schedule: Schedule) -> tuple[tuple[str, int | None], ...]:
    readiness = schedule.readiness
    return (
        ("earliest", readiness.float_to_earliest),
        ("expected", readiness.float_to_expected),
        ("latest", readiness.float_to_latest),
    )


def _scenario(page: Page, each: WhatIf, view: View) -> None:
    title = f": {each.scenario.title}" if each.scenario.title else ""
    page.heading(f"{each.scenario.id}{title}")
    for step in each.scenario.steps:
        page.line(f"{step.words}.", indent=2)
    show_consequence(page, each, view)


def show_consequence(page: Page, each: WhatIf, view: View) -> None:
    """Print what follows from a scenario: the day, the path, readiness, what moves.

    Args:
        page: Where to print.
        each: The answer.
        view: How much.
    """
    page.line(
        f"{finish_words(each.base.finish, each.schedule.finish, each.finish_moved)}", indent=2
    )
    path = each.schedule.critical_path
    same = " still" if path == each.base.critical_path else ""
    page.line(f"The critical path is{same}: {chain(path) or 'none'}.", indent=2)
    page.line(each.schedule.readiness.sentence, indent=2, style=_style(each.schedule))
    for words, ids in (("Late then", each.newly_late), ("No longer late", each.no_longer_late)):
        if ids:
            page.line(f"{words}: {listed(ids)}.", indent=2)
    if each.moved:
        page.blank()
    show_moved(page, each.moved, view)


def _style(schedule: Schedule) -> str:
    return STATES[schedule.readiness.state][1]


def show_moved(page: Page, moved: Sequence[Moved], view: View) -> None:
    """Print what moves, of many the largest moves unless all are asked for.

    Args:
        page: Where to print.
        moved: The largest move first.
        view: How much.
    """
    if not moved:
        return
    shown = moved if view.verbose else moved[:_FIRST]
    columns = ("id", "work", "finished", "finishes", "later by", "notes")
    page.table(columns, map(_moved_row, shown), right=("finished", "finishes", "later by"))
    if len(shown) < len(moved):
        rest = tuple(each.id for each in moved[len(shown) :])
        page.line(f"{len(rest)} more move: {listed(rest)} (--verbose shows all).", indent=2)


def _moved_row(each: Moved) -> tuple[Cell, ...]:
    said = (
        (each.newly_late, "late now"),
        (each.on_old_path and each.on_new_path, "on path"),
        (each.on_old_path and not each.on_new_path, "left the path"),
        (each.on_new_path and not each.on_old_path, "joined the path"),
    )
    return (
        each.id,
        each.title,
        short_day(each.old_finish),
        short_day(each.new_finish),
        whole(each.working_days),
        ", ".join(words for holds, words in said if holds),
    )
