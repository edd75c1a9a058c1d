"""What it costs when one activity slips: a step function, not a slope.

Up to its float an activity slips for nothing; beyond, each day costs a day where one calendar
serves all, and may cost more where a slip runs into a closure of another.
"""

from collections.abc import Sequence
from datetime import date

from send_framework.dates import today
from send_framework.errors import NetworkError
from send_framework.model.plan import Plan
from send_framework.model.window import Window
from send_framework.network.assumed import Settings
from send_framework.network.changes.results import SlipImpact
from send_framework.network.engine.compiled import InstantNetwork
from send_framework.network.engine.passes import Passes
from send_framework.network.engine.slipping import held_back
from send_framework.network.kinds import Basis
from send_framework.network.schedule import solve_plan
from send_framework.network.solving import Solved
from send_framework.network.target import Yardstick


def slip_impacts(  # noqa: PLR0913 - the question of a schedule, and the slips
    plan: Plan,
    *,
    slips: Sequence[int] = (1, 5, 20),
    activities: Sequence[str] | None = None,
    target: Window | None = None,
    on: date | None = None,
    basis: Basis = Basis.FORECAST,
    settings: Settings | None = None,
) -> tuple[SlipImpact, ...]:
    """Say for each activity how many days a slip of it costs, the most costly first.

    Args:
        plan: The plan.
        slips: Working days of each activity's own calendar by which it slips.
        activities: Ids to ask about; ``None`` is all that the target asks for and that can slip.
        target: Whose scope must be finished; ``None`` asks for everything.
        on: The data date; ``None`` takes the plan's, else today.
        basis: Network or forecast; on what was promised nothing slips.
        settings: How progress is read.

    Returns:
        For each slip, the working days (the plan's calendar) by which the scope's finish moves.

    Raises:
        NetworkError: A slip below 1, the basis of promises, or an activity that cannot slip.
        UnknownActivityError: An activity or the target's scope names nothing in the plan.

    Example:
        >>> from send_framework import Action
        >>> plan = Plan(title="A plan", start=date(2024, 6, 3), data_date=date(2024, 5, 31),
        ...             actions=[Action(id="A", title="Agree", duration=20),
        ...                      Action(id="B", title="Build", duration=30, after="A"),
        ...                      Action(id="C", title="Consult", duration=15, after="A")])
        >>> for each in slip_impacts(plan):
        ...     print(each.id, each.total_float, each.lost)
        A 0 ((1, 1), (5, 5), (20, 20))
        B 0 ((1, 1), (5, 5), (20, 20))
        C 15 ((1, 0), (5, 0), (20, 5))
    """
    solved = solved_for(plan, target=target, on=on, basis=basis, settings=settings)
    wrong = [each for each in slips if each < 1]
    if wrong:
        raise NetworkError(f"a slip of {wrong[0]} is none: 1 or more working days are expected")
    can = [number for number in range(len(solved.placed)) if can_move(solved, number)]
    chosen = [number for number in can if number in solved.scope]
    if activities is not None:
        chosen = [_number(plan, solved, name) for name in activities]
    floats = solved.result.float_to(None, solved.scope)
    found = [_impact(solved, number, floats[number], slips) for number in chosen]
    return tuple(sorted(found, key=_costliest_first))


def solved_for(
    plan: Plan,
    *,
    target: Window | None,
    on: date | None,
    basis: Basis,
    settings: Settings | None,
) -> Solved:
    """Return the computed plan that slips and shortenings are tried on.

    Raises:
        NetworkError: The basis of promises, on which nothing moves.
    """
    if basis is Basis.PROMISED:
        raise NetworkError("nothing moves what was promised; ask on the basis network or forecast")
    day = on or plan.data_date or today()
    yardstick = Yardstick(target=target, on=day, calendar=plan.working_calendar())
    return solve_plan(plan, yardstick, basis, settings or Settings())


def can_move(solved: Solved, number: int) -> bool:
    """Return whether an activity has dates that can still change."""
    each = solved.placed[number]
    return not (each.dropped or number in solved.result.network.without_float)


def _number(plan: Plan, solved: Solved, name: str) -> int:
    plan.activity(name)
    number = solved.numbers.get(name)
    if number is None or not can_move(solved, number):
        why = "has no place in time" if number is None else "is done, ongoing or cancelled"
        raise NetworkError(f"{name} {why}: it cannot slip")
    return number


def _impact(solved: Solved, number: int, room: int | None, slips: Sequence[int]) -> SlipImpact:
    each = solved.placed[number]
    return SlipImpact(
        id=each.id,
        title=each.title,
        total_float=room,
        lost=tuple((by, _lost(solved, number, by, room)) for by in slips),
    )


def _lost(solved: Solved, number: int, by: int, room: int | None) -> int:
    """Return what a slip costs: nothing within the float, and nothing out of scope."""
    if room is None or by <= room:
        return 0
    slipped = held_back(solved.result, number, by)
    return _end(solved, slipped) - _end(solved, solved.result)


def _end(solved: Solved, result: Passes) -> int:
    """Return the working-day number of the scope's last finish."""
    ends = (n for n in solved.scope if not solved.placed[n].dropped)
    last = max(result.early.at_finish[number] for number in ends)
    if isinstance(result.network, InstantNetwork):
        return result.network.plan_table.index(last)
    return last // result.network.ticks_per_day


def _costliest_first(each: SlipImpact) -> tuple[list[int], int]:
    # Without a slip to ask about, the order is that of the float.
    return [-lost for _, lost in reversed(each.lost)], _room(each)


def _room(each: SlipImpact) -> int:
    return 0 if each.total_float is None else each.total_float
