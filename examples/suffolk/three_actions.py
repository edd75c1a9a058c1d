"""Which three actions matter most to Suffolk's monitoring inspection, and how sure that is.

Run it: python examples/suffolk/three_actions.py

It needs no extra for what a slip costs. With numpy (the extra `risk`) it sets beside it how often
each of them decides the day when lengths are uncertain.
"""

from collections.abc import Iterator
from pathlib import Path
from textwrap import fill, shorten

from send_framework import Plan, Window
from send_framework.errors import MissingExtraError
from send_framework.formats.documents import load_plan
from send_framework.frameworks import target_window
from send_framework.network.changes.asking import what_if
from send_framework.network.changes.results import SlipImpact, WhatIf
from send_framework.network.changes.scenario import Scenario, Step, StepKind
from send_framework.network.changes.slip_impact import slip_impacts
from send_framework.network.risk.simulation import simulate
from send_framework.network.schedule import schedule

SLIP = 20
"""Working days: about a month."""


def latest_plan() -> tuple[Plan, Window | None]:
    """Return the later version, and the window that its work is to be ready for."""
    plan = load_plan(max(Path(__file__).parent.glob("plan-*.yaml")))
    return plan, target_window(plan, schedule(plan).on)


def ranked(plan: Plan, target: Window | None) -> tuple[SlipImpact, ...]:
    """Return the open actions in scope: by what a slip of a month costs, then by their float."""
    actions = {each.id for each in plan.actions}
    found = slip_impacts(plan, target=target, slips=(1, 5, SLIP))
    return tuple(each for each in found if each.id in actions)


def together(plan: Plan, target: Window | None, chosen: tuple[SlipImpact, ...]) -> WhatIf:
    """Return what follows if each of them comes a month later than expected."""
    steps = [Step(kind=StepKind.SLIP, activity=each.id, days=SLIP) for each in chosen]
    [answer] = what_if(plan, [Scenario(id="a-month", steps=steps)], target=target)
    return answer


def main() -> None:
    """Print the three, what slips of them cost, and how often they decide the day."""
    plan, target = latest_plan()
    every = ranked(plan, target)
    chosen = every[:3]
    print(f"The three of which a slip of {SLIP} working days costs most")
    for each in chosen:
        print(f"  {each.id} {shorten(each.title, 70, placeholder='...')}")
        print(f"    float {each.total_float}; {', '.join(costs(each))}")
    tied = [each.id for each in every[3:] if each.lost == chosen[-1].lost]
    print(f"    no less costly than {chosen[-1].id}: {', '.join(tied) or 'nothing else'}")
    answer = together(plan, target, chosen)
    print(f"\nIf each comes {SLIP} working days later than expected")
    print(f"  finished {answer.schedule.finish} instead of {answer.base.finish}")
    print(f"  ({answer.finish_moved:+d} working days; float, before and then:")
    then = dict(answer.new_float)
    print(f"  {', '.join(f'{name} {days}, {then[name]}' for name, days in answer.base_float)})")
    print("\nHow often each decides the day, with lengths as uncertain as the library assumes")
    for line in decides(plan, target, chosen):
        print(fill(line, 80, initial_indent="  ", subsequent_indent="    "))


def costs(each: SlipImpact) -> Iterator[str]:
    """Yield what each slip costs: a step function, nothing up to the float."""
    for days, lost in each.lost:
        yield f"{days} later costs {lost}"


def decides(plan: Plan, target: Window | None, chosen: tuple[SlipImpact, ...]) -> Iterator[str]:
    """Yield in how many of the samples each leads, and what it could gain at most."""
    try:
        risk = simulate(plan, target=target, samples=2_000)
    except MissingExtraError as error:
        yield str(error)
        return
    known = {each.id: each for each in risk.actions}
    for each in chosen:
        found = known[each.id]
        yield (
            f"{each.id}: decides in {found.criticality:.0%} of 2,000 samples; made certain or "
            f"halved, it gains {found.days_gained:.1f} working days on average at most"
        )
    yield "Nobody published a length or a spread: every one of them is assumed."


if __name__ == "__main__":
    main()
