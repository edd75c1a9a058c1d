"""How many plans print: a table, the tightest first, and how many stand how."""

from collections import Counter
from collections.abc import Iterable, Sequence

from send_framework.cli.page import Cell, Page
from send_framework.cli.wording import STATES, colour_of, counted, short_day, whole
from send_framework.portfolio.summary import PlanSummary

ADVICE = (
    "Float: working days to the first day of the window that still lies ahead, which is the day "
    "shown."
)


def in_order(summaries: Iterable[PlanSummary]) -> list[PlanSummary]:
    """Return plans the least likely to be ready first, then by float, then by name.

    Where nothing was simulated, float decides; what has no float comes after, and what has no
    answer last.

    Args:
        summaries: Any number.

    Example:
        >>> [each.key for each in in_order([
        ...     PlanSummary(key="a", problem="it cannot be read"),
        ...     PlanSummary(key="b", p_ready=0.9), PlanSummary(key="c", p_ready=0.2)])]
        ['c', 'b', 'a']
    """
    return sorted(summaries, key=_rank)


def _rank(each: PlanSummary) -> tuple[bool, bool, float, bool, int, str]:
    chance, room = each.p_ready, each.room
    return (bool(each.problem), chance is None, chance or 0.0, room is None, room or 0, each.key)


def show_portfolio(
    page: Page, ordered: Sequence[PlanSummary], answered: int, *, quiet: bool
) -> None:
    """Print plans as a table, the tightest first.

    Args:
        page: Where to print.
        ordered: The plans.
        answered: How many answers come from an earlier run.
        quiet: Only the table.
    """
    rows = [each for each in ordered if not each.problem]
    if not quiet:
        page.heading(_heading(ordered, answered))
    if rows:
        _table(page, rows)
    if rows and not quiet:
        page.line(_states(rows), indent=2)
        page.line(ADVICE, indent=2, style="dim")


def _heading(ordered: Sequence[PlanSummary], answered: int) -> str:
    problems = sum(bool(each.problem) for each in ordered)
    earlier = f", {answered} answered by an earlier run" if answered else ""
    without = f", {problems} without an answer" if problems else ""
    return f"{counted(len(ordered), 'plan')}{without}{earlier}"


def _table(page: Page, rows: Sequence[PlanSummary]) -> None:
    simulated = any(each.p80 or each.p_ready is not None for each in rows)
    columns = (
        "plan",
        "ready",
        "float",
        "day",
        *(("chance", "P80") if simulated else ("finishes",)),
    )
    page.table(
        (*columns, "errors"),
        [_row(each, simulated=simulated) for each in rows],
        right=("float", "chance", "errors"),
    )


def _row(each: PlanSummary, *, simulated: bool) -> tuple[Cell, ...]:
    words, colour = STATES[each.state] if each.state else ("", "")
    ahead = each.window_ahead
    chance = "" if each.chance is None else f"{each.chance:.0%}"
    return (
        each.key,
        (words, colour),
        (whole(each.room), colour_of(each.room)),
        short_day(ahead[0] if ahead else None),
        *((chance, short_day(each.p80)) if simulated else (short_day(each.finish),)),
        whole(each.errors),
    )


def _states(rows: Sequence[PlanSummary]) -> str:
    """Return how many plans give each answer, in the order of the answers."""
    counts = Counter(each.state for each in rows)
    return ", ".join(f"{counts[state]} {words}" for state, (words, _) in STATES.items()) + "."
