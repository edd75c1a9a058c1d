"""Whatever differs between two versions: the parts add up to the whole."""

from datetime import date

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from send_framework import Plan, Window
from send_framework.network.assumed import Settings
from send_framework.network.changes.attributing import Attribution
from send_framework.network.changes.comparing import compare
from send_framework.network.changes.field_changes import Dated
from send_framework.network.changes.results import ChangeKind
from send_framework.network.kinds import Basis
from send_framework.network.schedule import schedule
from tests.network.changes.version_drawing import dated_plans, versions
from tests.network.planning import THREE_ENDS, window_of

windows = st.sampled_from([None, THREE_ENDS, window_of(date(2024, 9, 9), scope="S0")])


@given(pair=versions(), basis=st.sampled_from(Basis), targets=st.tuples(windows, windows),
       settings=st.builds(Settings, override_logic=st.booleans(),
                          overdue_as_promised=st.booleans()))  # fmt: skip
def test_the_parts_add_up_to_the_whole(
    pair: tuple[Plan, Plan],
    basis: Basis,
    targets: tuple[Window | None, Window | None],
    settings: Settings,
) -> None:
    """Whatever changed, the parts sum up to the move and the walk ends at the later version."""
    old, new = pair
    old_target, new_target = (
        None if x and x.scope == "S0" and not any(each.id == "S0" for each in plan.work()) else x
        for x, plan in zip(targets, pair, strict=True)
    )
    found = compare(
        old, new, old_target=old_target, new_target=new_target, basis=basis, settings=settings
    )
    assert sum(each.working_days for each in found.why) == found.finish_moved
    if found.why and found.why[-1].finish and found.new.finish:
        # Two days with nothing but closed ones between them are no working day apart.
        assert new.working_calendar().count(found.why[-1].finish, found.new.finish) == 0
    if old_target == new_target:  # nothing is left for the last step, which sweeps up
        assert all(each.kind is not ChangeKind.SETTINGS for each in found.why)
    then, now = found.old, found.new
    walk = Attribution(
        old=Dated(plan=old, on=then.on, start=then.start, target=old_target),
        new=Dated(plan=new, on=now.on, start=now.start, target=new_target),
        then=then, now=now, changes=found.changes,
    )  # fmt: skip
    assert walk.state.finish() == then.finish
    if then.finish and now.finish:
        list(walk.contributions())
        assert walk.state.finish() == now.finish


@given(plan=dated_plans(), basis=st.sampled_from(Basis))
def test_a_plan_does_not_differ_from_itself(plan: Plan, basis: Basis) -> None:
    """No change, no move, no reason."""
    found = compare(plan, plan, basis=basis)
    assert (found.changes, found.moved, found.why, found.finish_moved) == ((), (), (), 0)
    assert (found.added, found.removed, found.newly_late) == ((), (), ())


@given(plan=dated_plans(), days=st.integers(1, 25), data=st.data())
def test_one_change_alone_makes_the_whole_move(plan: Plan, days: int, data: st.DataObject) -> None:
    """An action takes another time: what the two schedules say is all its doing."""
    if not plan.actions:
        return
    chosen = data.draw(st.sampled_from(plan.actions))
    others = tuple(
        evolve(each, duration=days) if each.id == chosen.id else each for each in plan.actions
    )
    new = evolve(plan, actions=others)
    found = compare(plan, new)
    before, after = schedule(plan).finish, schedule(new).finish
    moved = plan.working_calendar().count(before, after) if before and after else 0
    expected = [("duration", chosen.id, moved)] if moved else []
    assert [(each.kind.value, each.subject, each.working_days) for each in found.why] == expected
