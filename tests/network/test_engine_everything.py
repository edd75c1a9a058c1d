"""Everything at once: facts, promises, constraints, fixed dates, targets, scopes.

Two independent things are asked of any such network: that both forms give one answer, and that
float keeps its definition where nothing but links, facts and promises is at work.
"""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from send_framework.model.dependency import ConstraintKind, LagUnit
from send_framework.network.engine.activity import Limit, NetworkActivity
from send_framework.network.engine.compiled import IndexNetwork, State
from send_framework.network.engine.drivers import bounds, link_slack
from send_framework.network.engine.near_critical import near_critical
from send_framework.network.engine.passes import Passes, passes
from send_framework.network.engine.paths import driving_paths
from send_framework.network.engine.placing import placed_late
from send_framework.network.engine.slipping import held_back
from send_framework.working_days import WorkingCalendar, begin_of
from tests.network.engine_networks import CALENDARS, Drawn, networks

DATED = [kind for kind in ConstraintKind if kind is not ConstraintKind.AS_LATE_AS_POSSIBLE]
ANSWERS = ("late_start", "late_finish", "total_float", "free_float", "finish")
FURTHER: tuple[Callable[[Passes], object], ...] = (
    driving_paths,
    near_critical,
    link_slack,
    placed_late,
)
days = st.integers(min_value=0, max_value=90)


@st.composite
def told(draw: st.DrawFn, activity: NetworkActivity, start: int) -> NetworkActivity:
    """Return an activity with some progress and perhaps a promise."""
    fields: dict[str, Any] = {}
    progress = draw(st.sampled_from(["open", "open", "open", "started", "complete", "ongoing"]))
    if progress in {"started", "complete"}:
        fields["actual_start"] = start + draw(days)
    if progress == "complete":
        fields["actual_finish"] = fields["actual_start"] + draw(days)
    if progress == "started":
        fields["remaining"] = draw(st.sampled_from([None, 0, 1, 5]))
    fields["ongoing"] = progress == "ongoing"
    if draw(st.booleans()):
        fields["promised_finish"] = start + draw(days)
    return evolve(activity, **fields)


@st.composite
def bound(draw: st.DrawFn, activity: NetworkActivity, start: int) -> NetworkActivity:
    """Return an activity with constraints, or fixed by others."""
    fields: dict[str, Any] = {"as_late_as_possible": draw(st.booleans())}
    if draw(st.booleans()):
        kind = draw(st.sampled_from(DATED))
        fields["limits"] = (Limit(kind=kind, instant=start + draw(days)),)
    if draw(st.sampled_from([True, False, False])):
        fields["fixed_start"] = start + draw(days)
        fields["fixed_finish"] = fields["fixed_start"] + draw(st.sampled_from([0, 0, 5]))
        fields["binds"] = draw(st.booleans())
    return evolve(activity, **fields)


@st.composite
def told_networks(draw: st.DrawFn, calendars: tuple[WorkingCalendar, ...]) -> Drawn:
    """Draw a network with progress and promises."""
    units = (LagUnit.WORKING_DAYS, LagUnit.CALENDAR_DAYS)
    several = len(calendars) > 1
    net = draw(networks(calendars=calendars, units=units if several else units[:1]))
    start = begin_of(net.start)
    return evolve(net, activities=tuple(draw(told(each, start)) for each in net.activities))


def compile_options(data: st.DataObject, net: Drawn) -> dict[str, Any]:
    """Draw a data date, or none, and how links into started work count."""
    data_date = data.draw(st.none() | st.integers(0, 60).map(lambda n: begin_of(net.start) + n))
    return {"data_date": data_date, "override_logic": data.draw(st.booleans())}


@given(net=told_networks(CALENDARS[:1]), data=st.data())
def test_both_forms_agree_in_everything(net: Drawn, data: st.DataObject) -> None:
    """Numbers and instants of one calendar: dates, floats, chains, slack, placing."""
    start = begin_of(net.start)
    activities = tuple(data.draw(bound(each, start)) for each in net.activities)
    network = evolve(net, activities=activities).compiled(**compile_options(data, net))
    assert isinstance(network, IndexNetwork)
    assert network.dated is not None
    finish = data.draw(st.none() | days.map(lambda n: start + n))
    scope = data.draw(st.none() | st.sets(st.sampled_from(range(len(activities)))))
    first, second = (passes(form, finish=finish, scope=scope) for form in (network, network.dated))
    for name in ANSWERS:
        assert getattr(first, name) == getattr(second, name), name
    for i, state in enumerate(network.state):
        if state is not State.ONGOING:
            assert first.early_start[i] == second.early_start[i]
            assert first.early_finish[i] == second.early_finish[i]
        assert bounds(first, i) == bounds(second, i)
    for further in FURTHER:
        assert further(first) == further(second), further


def last_end(result: Passes) -> int:
    """Return the last end of what has a place in the order of the work."""
    if isinstance(result.network, IndexNetwork):
        return result.finish
    return max(result.early.at_finish[i] for i in result.network.sequence)


@given(net=told_networks(CALENDARS), data=st.data())
def test_float_by_definition_with_facts_and_promises(net: Drawn, data: st.DataObject) -> None:
    """Held back by its float, work that is open or under way makes nothing end later."""
    result = passes(net.compiled(**compile_options(data, net)))
    for i, total in enumerate(result.total_float):
        if total is not None:
            assert last_end(held_back(result, i, total)) <= last_end(result)
            assert last_end(held_back(result, i, total + 1)) > last_end(result)


@given(net=told_networks(CALENDARS), data=st.data())
def test_every_day_can_be_read(net: Drawn, data: st.DataObject) -> None:
    """Early dates exist for all, late ones for what is not done; each start has its reason."""
    result = passes(net.compiled(**compile_options(data, net)))
    for i, state in enumerate(result.network.state):
        assert result.early_start_day(i) <= result.early_finish_day(i) + timedelta(days=1)
        late = result.late_start_day(i), result.late_finish_day(i)
        if state in (State.COMPLETE, State.ONGOING):
            assert late == (None, None)
        else:
            assert None not in late
        assert any(each.sets for each in bounds(result, i)) or state is State.ONGOING
