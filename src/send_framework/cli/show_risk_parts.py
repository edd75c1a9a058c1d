"""The parts of a simulation's answer: what would help, what leads, risks, bodies, inputs."""

from collections.abc import Sequence
from itertools import compress
from textwrap import shorten

from send_framework.cli.page import Page
from send_framework.cli.show_schedule import View
from send_framework.cli.wording import listed, short_day, who
from send_framework.network.risk.results import (
    ActionRisk,
    EventRisk,
    MilestoneRisk,
    Remedy,
    RemedyGain,
    RiskResult,
)

REMEDIES = {Remedy.CERTAIN: "as planned", Remedy.HALVED: "halved", Remedy.ON_TIME: "on time"}
FIRST = 10
"""Rows of a table that print unless all are asked for."""
_FIRST_LEADING = 5
_TITLE = 32
"""Characters of what a recommendation asks for: its id says which it is."""


def show_remedies(page: Page, risk: RiskResult, view: View) -> None:
    """Print what one thing would gain, most first.

    A start on time comes only with ``--verbose``: it undoes whatever comes before, so that its
    gain is others'.

    Args:
        page: Where to print.
        risk: The result.
        view: How much.
    """
    useful = [each for each in risk.actions if each.days_gained > 0 or each.p_ready_gain > 0]
    if not useful:
        return
    ordered = sorted(useful, key=lambda each: (-each.p_ready_gain, -each.days_gained))
    shown = tuple(REMEDIES) if view.verbose else (Remedy.CERTAIN, Remedy.HALVED)
    days = [REMEDIES[remedy] for remedy in shown]
    columns = [name for each in days for name in (each, "chance")] if _moves(risk) else days
    page.heading("The one thing that would help most")
    rows = ordered if view.verbose else ordered[:FIRST]
    cells = (_remedies(each, shown, 2 if _moves(risk) else 1) for each in rows)
    page.table(("id", "work", *columns), cells, right=columns)
    page.line(_alone(risk, view), indent=2, style="dim")


def _moves(risk: RiskResult) -> bool:
    """Return whether there is a chance that anything could raise or lower."""
    return risk.p_ready.window is not None


def _alone(risk: RiskResult, view: View) -> str:
    """Say what the columns of the table above are."""
    gained = (
        "Each alone, in the same samples: working days gained on average if it took just as long "
        "as planned, or half as long"
    )
    chance = ", and by how many percentage points the chance rises" if _moves(risk) else ""
    none = risk.target is not None and not _moves(risk)
    why = " No chance rises: no day on which inspectors may come lies ahead." if none else ""
    planned = " On time: if it started on the day planned, which undoes whatever comes before it."
    return f"{gained}{chance}.{why}{planned if view.verbose else ''}"


def _remedies(each: ActionRisk, shown: Sequence[Remedy], columns: int) -> tuple[str, ...]:
    gains = {gain.remedy: gain for gain in each.remedies}
    cells = (cell for remedy in shown for cell in _gain(gains.get(remedy))[:columns])
    return each.id, each.title, *cells


def _gain(gain: RemedyGain | None) -> tuple[str, str]:
    if gain is None:
        return "", ""
    return f"{gain.days_gained:.1f}", f"{100 * gain.p_ready_gain:+.1f}"


def show_leading(page: Page, risk: RiskResult, view: View) -> None:
    """Print which activities together decide the finish, and how often.

    Args:
        page: Where to print.
        risk: The result.
        view: How much.
    """
    if not risk.leading:
        return
    page.heading("What leads")
    shown = risk.leading if view.verbose else risk.leading[:_FIRST_LEADING]
    for each in shown:
        page.line(f"{each.share:.1%}: {listed(each.activities)}", indent=2)
    if len(shown) < len(risk.leading):
        page.line(f"and {len(risk.leading) - len(shown)} more; --verbose shows them.", indent=2)


def show_work(page: Page, risk: RiskResult, view: View) -> None:
    """Print what each activity contributes, those that lead most often first.

    Args:
        page: Where to print.
        risk: The result.
        view: How much.
    """
    leading = [each for each in risk.actions if each.criticality > 0 or view.verbose]
    if not leading:
        return
    ordered = sorted(leading, key=lambda each: -each.criticality)
    page.heading("Which work decides the day")
    columns = ("id", "work", "leads in", "with the day", "days", "spread")
    rows = ordered if view.verbose else ordered[:FIRST]
    page.table(columns, map(_work, rows), right=("leads in", "with the day", "days", "spread"))
    page.line(
        "Leads in: share of the samples in which it lies on the path that decides. With the day: "
        "rank correlation of its length with the finish. Days: mean length, and its standard "
        "deviation; ? where the library assumes it.",
        indent=2,
        style="dim",
    )


def _work(each: ActionRisk) -> tuple[str, ...]:
    mark = "?" if each.assumed else ""
    return (
        each.id,
        each.title,
        f"{each.criticality:.1%}",
        f"{each.cruciality:+.2f}",
        f"{each.mean_duration:.1f}",
        f"{each.deviation:.1f}{mark}",
    )


def show_events(page: Page, risk: RiskResult) -> None:
    """Print what risks and refused approvals cost.

    Args:
        page: Where to print.
        risk: The result.
    """
    if not risk.events:
        return
    page.heading("Risks and approvals")
    columns: tuple[str, ...] = ("id", "what", "comes in", "days", "each time")
    lost = "Working days lost on average, and where it comes"
    if _moves(risk):
        columns += ("chance",)
        lost += "; by how many percentage points it lowers the chance"
    rows = (_event(each)[: len(columns)] for each in risk.events)
    page.table(columns, rows, right=columns[2:])
    page.line(f"{lost}.", indent=2, style="dim")


def _event(each: EventRisk) -> tuple[str, ...]:
    what = f"approval refused: {each.title}" if each.is_approval else each.title
    return (
        each.id,
        what,
        f"{each.happened:.1%}",
        f"{each.days_lost:.1f}",
        f"{each.days_lost_if_happens:.1f}",
        f"{-100 * each.p_ready_loss:+.1f}",
    )


def show_agencies(page: Page, risk: RiskResult) -> None:
    """Print how often each body's work leads.

    Args:
        page: Where to print.
        risk: The result.
    """
    leading = [each for each in risk.agencies if each.activities]
    if leading:
        page.heading("Who carries it")
    for each in leading:
        name = who((each.agency,) if each.agency else ())
        work = listed(each.activities)
        page.line(f"{name}: its work leads in {each.criticality:.1%} ({work})", indent=2)


def show_reached(page: Page, risk: RiskResult) -> None:
    """Print when each milestone is reached, and the last work for each recommendation is done.

    Of a single recommendation that is the day already said.

    Args:
        page: Where to print.
        risk: The result.
    """
    for heading, reached, least in (
        ("Milestones", risk.milestones, 1),
        ("The last work for each recommendation", risk.recommendations, 2),
    ):
        if len(reached) >= least:
            page.heading(heading)
            rows = [("id", "what", "P50", "P80", "never", "without"), *map(_reached, reached)]
            header, *rest = _without_empty(rows)
            page.table(header, rest, right=("P50", "P80", "never"))


def _without_empty(rows: Sequence[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Return rows, the header first, without the columns that hold nothing."""
    kept = [any(column[1:]) for column in zip(*rows, strict=True)]
    return [tuple(compress(row, kept)) for row in rows]


def _reached(each: MilestoneRisk) -> tuple[str, ...]:
    return (
        each.id,
        shorten(each.title, _TITLE, placeholder="..."),
        short_day(each.finish.p50) or "never",
        short_day(each.finish.p80) or "never",
        f"{each.finish.never:.1%}" if each.finish.never else "",
        listed(each.missing, 3),
    )


def show_inputs(page: Page, risk: RiskResult) -> None:
    """Print every uncertain number and where its spread comes from.

    Args:
        page: Where to print.
        risk: The result.
    """
    page.heading("Every uncertain number")
    for each in risk.inputs:
        assumed = "assumed: " if each.assumed else ""
        page.line(f"{each.of} {each.what}: {each.spread} ({assumed}{each.reason})", indent=2)
