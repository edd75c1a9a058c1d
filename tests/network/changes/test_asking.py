"""What if: the answer beside the base, for every scenario."""

from datetime import date

from send_framework import Window
from send_framework.network.changes.asking import what_if
from send_framework.network.changes.scenario import Scenario
from send_framework.network.kinds import Basis, ReadinessState
from send_framework.network.schedule import schedule
from tests.network.changes.scenario_cases import step
from tests.network.planning import FRIDAY_BEFORE, THREE_ENDS, act, plan_of, window_of

PLAN = plan_of(
    act("A", 20), act("B", 30, "A", due="2024-08-16"), act("C", 15, "A"), data_date=FRIDAY_BEFORE
)
LATE = Scenario(id="late", steps=[step("slip", "A", days=10)])
SOON = Scenario(id="soon", steps=[step("move-window", days=-60)])


def test_each_scenario_is_answered_by_itself() -> None:
    """A slips by 10 days, of which B's promise takes up 5; the other moves only the window."""
    late, soon = what_if(PLAN, [LATE, SOON], target=THREE_ENDS)
    assert late.base == soon.base == schedule(PLAN, target=THREE_ENDS)
    assert (late.finish_moved, soon.finish_moved) == (5, 0)
    assert late.base_float == (("earliest", 0), ("expected", 14), ("latest", 34))
    assert late.new_float == (("earliest", -5), ("expected", 9), ("latest", 29))
    assert late.schedule.readiness.state is ReadinessState.ONLY_IF_LATE
    assert soon.schedule.readiness.state is ReadinessState.NOT_EVEN_THEN
    assert soon.schedule.finish == soon.base.finish


def test_what_moves_and_what_is_late_then() -> None:
    """A and C move by 10 days, B breaks its promise; sped up by as much it would keep it."""
    [late] = what_if(PLAN, [LATE], basis=Basis.NETWORK)
    assert [(each.id, each.working_days) for each in late.moved] == [
        ("A", 10),
        ("B", 10),
        ("C", 10),
    ]
    assert (late.newly_late, late.no_longer_late) == (("B",), ())
    slow = plan_of(act("B", 60, due="2024-08-16"), data_date=FRIDAY_BEFORE)
    [fast] = what_if(slow, [Scenario(id="fast", steps=[step("shorten", "B", days=10)])])
    assert (fast.newly_late, fast.no_longer_late) == ((), ("B",))


def test_without_dates_there_is_no_move() -> None:
    """Nothing in scope has a place, with or without the scenario."""
    [answer] = what_if(plan_of(act("A"), data_date=FRIDAY_BEFORE), [SOON], target=THREE_ENDS)
    assert (answer.finish_moved, answer.base_float, answer.moved) == (None, (), ())


def test_the_day_asked_for_is_the_day_of_every_answer() -> None:
    """The data date given beats the plan's."""
    window: Window = window_of(date(2024, 9, 9))
    [answer] = what_if(PLAN, [LATE], target=window, on=date(2024, 6, 7))
    assert answer.base.on == answer.schedule.on == date(2024, 6, 7)
