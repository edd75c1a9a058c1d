"""How a simulation prints: the chance first, then the days, what weakens them, what would help."""

from collections.abc import Sequence

from send_framework.cli.page import Page
from send_framework.cli.show_risk_parts import (
    show_agencies,
    show_events,
    show_inputs,
    show_leading,
    show_reached,
    show_remedies,
    show_work,
)
from send_framework.cli.show_schedule import View
from send_framework.cli.wording import (
    BASES,
    end_words,
    listed,
    short_day,
    target_words,
)
from send_framework.dates import day_words
from send_framework.network.risk.results import (
    Finishes,
    Input,
    Probability,
    RiskResult,
)
from send_framework.network.target import MONITORING

LIKELY, DOUBTFUL = 0.8, 0.5
"""From where a chance is green, and below which it is red: the number beside it says the same."""


def show_risk(page: Page, risk: RiskResult, view: View, seen: str = "") -> None:
    """Print what a simulation found.

    Args:
        page: Where to print.
        risk: The result.
        view: How much.
        seen: Whose waits the day of inspection is drawn from; empty for the target's window.
    """
    if not view.quiet:
        _opening(page, risk, view, seen)
    _chances(page, risk)
    _finishes(page, risk)
    if view.quiet:
        return
    _weaknesses(page, risk)
    _grounds(page, risk, view)
    show_remedies(page, risk, view)
    show_leading(page, risk, view)
    show_work(page, risk, view)
    show_events(page, risk)
    show_agencies(page, risk)
    show_reached(page, risk)
    if view.verbose:
        show_inputs(page, risk)
    page.heading("What this does not say")
    page.line(risk.caveat, indent=2)


def _opening(page: Page, risk: RiskResult, view: View, seen: str) -> None:
    page.heading(risk.title)
    page.line(f"Data date: {day_words(risk.on)}, {view.on_from}", indent=2)
    page.line(f"Basis: {BASES[risk.basis]}", indent=2)
    page.line(f"Target: {target_words(risk.target)}", indent=2)
    for name, end in risk.target.ends() if risk.target else ():
        page.line(end_words(name, end), indent=4)
    how = risk.sampling.value.replace("-", " ")
    page.line(f"Samples: {risk.samples:,} ({how}, seed {risk.seed})", indent=2)
    for each in risk.inputs:
        if each.what == "window":
            page.line(f"Inspectors come: {each.spread}", indent=2)
            page.line(seen or _unseen(risk, each), indent=4)
    page.blank()


def _unseen(risk: RiskResult, each: Input) -> str:
    """Say what the window's spread is, and what could be taken in its place."""
    other = "; --observed takes waits seen in other areas instead"
    known = risk.target is not None and risk.target.scope == MONITORING
    return f"Assumed: {each.reason}{other if known else ''}."


# --- the chance ------------------------------------------------------------------------------


def _chances(page: Page, risk: RiskResult) -> None:
    page.line("Will it be ready?", style="bold")
    page.line(headline(risk), indent=2, style=_colour(risk.p_ready.window))
    if risk.missing:
        page.line(untrusted(risk.missing), indent=2, style="magenta")
    _tolerance(page, risk)
    rows = [
        (name, short_day(end.day), *_chance(chance), past)
        for name, end in (risk.target.ends() if risk.target else ())
        if (chance := getattr(risk.p_ready, name)) is not None
        for past in ("already past" if end.day <= risk.on else "",)
    ]
    if rows:
        page.table(("if they come", "day", "ready", "error", ""), rows, right=("day", "ready"))


def headline(risk: RiskResult) -> str:
    """Return the answer in one sentence.

    Args:
        risk: The result.

    Returns:
        The chance over the window with its standard error, or why there is none.
    """
    chance = risk.p_ready.window
    if risk.target is None:
        return "No inspection is asked about: the simulation says only when it is done."
    if chance is None:
        return "It cannot be said: no day on which inspectors may come lies ahead."
    value, error = _chance(chance)
    return (
        f"In {value} of the samples all that is asked for is ready when inspectors come "
        f"(standard error {error.removeprefix('+/- ')})."
    )


def _chance(chance: Probability) -> tuple[str, str]:
    return f"{chance.value:.1%}", f"+/- {chance.standard_error:.1%}"


def _colour(chance: Probability | None) -> str:
    if chance is None:
        return ""
    return "green" if chance.value >= LIKELY else "red" if chance.value < DOUBTFUL else "yellow"


def untrusted(missing: Sequence[str]) -> str:
    """Return why no chance of being ready can be trusted.

    Args:
        missing: Ids of what no sample counts.
    """
    return (
        f"No chance can be trusted: {listed(missing)} {'has' if len(missing) == 1 else 'have'} no "
        "place in time, or no work, and no sample counts that."
    )


def _tolerance(page: Page, risk: RiskResult) -> None:
    """Say whether enough samples were drawn, where a tolerance was asked for."""
    if risk.converged is False:
        words = "So many samples were not enough for the tolerance asked for: allow more of them."
        page.line(words, indent=2, style="yellow")


# --- the days --------------------------------------------------------------------------------


def _finishes(page: Page, risk: RiskResult) -> None:
    finish = risk.finish
    page.heading("By when is it done?")
    if finish.scheduled is None:
        page.line("It cannot be said: nothing in scope has dates.", indent=2)
        return
    rows = [
        (name, words, short_day(day) or "never")
        for name, words, day in (
            ("P10", "one in ten", finish.p10),
            ("P50", "half", finish.p50),
            ("P80", "eight in ten", finish.p80),
            ("P90", "nine in ten", finish.p90),
        )
    ]
    page.table(("", "of the samples are done by", "day"), rows, right=("day",))
    page.line(_scheduled(risk, finish), indent=2)
    if finish.never:
        page.line(
            f"In {finish.never:.1%} it is never done: an approval is refused for good.", indent=2
        )


def _scheduled(risk: RiskResult, finish: Finishes) -> str:
    """Hold the single schedule against the samples: where paths meet, it is too early."""
    day = finish.scheduled or risk.on
    by_then = max((each.share for each in risk.curve if each.day <= day), default=0.0)
    opening = f"The single schedule says {day_words(day)}: {by_then:.0%} of the samples are done by"
    if finish.never == 1:
        return f"{opening} then."
    those = "those that end do so" if finish.never else "they end"
    return (
        f"{opening} then. On average {those} {abs(risk.mean_finish):.1f} working days "
        f"{'after' if risk.mean_finish >= 0 else 'before'} it, with a standard deviation of "
        f"{risk.deviation:.1f}."
    )


def _weaknesses(page: Page, risk: RiskResult) -> None:
    """Print beside the days what in the network makes them worth less."""
    page.heading("What weakens these days")
    for each in risk.weaknesses:
        page.line(each.sentence, indent=2)
    if not risk.weaknesses:
        page.line("Nothing was found in the network that would.", indent=2)


def _grounds(page: Page, risk: RiskResult, view: View) -> None:
    page.heading("What it rests on")
    moving = len(risk.moving)
    if moving:
        page.line(
            f"Uncertain numbers: {moving}, of which with a spread that the library assumes: "
            f"{risk.assumed_inputs}. Were these certain, the variance of the finish would be "
            f"{risk.assumed_share:.0%} less.",
            indent=2,
        )
    else:
        page.line("Nothing is uncertain: every sample is the single schedule.", indent=2)
    if moving < len(risk.inputs):
        why = "why, stands below" if view.verbose else "--verbose says why"
        page.line(f"Given without effect: {len(risk.inputs) - moving}; {why}.", indent=2)
