"""Rows of samples agree with the single schedule of each sample's own numbers."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pytest
from attrs import evolve, frozen
from hypothesis import given
from hypothesis import strategies as st

from send_framework.network.engine.activity import NetworkActivity
from send_framework.network.engine.compiled import Compiled, IndexNetwork, InstantNetwork
from send_framework.network.engine.instant_passes import last_finish as last_instant
from send_framework.network.engine.passes import Passes, with_predecessors
from send_framework.network.engine.paths import driving_paths
from send_framework.network.engine.rows import (
    EarlyRows,
    Row,
    RowInputs,
    again,
    for_samples,
    forward,
    last_finish,
    leading,
    ranges_of,
    room_for,
)
from send_framework.working_days import WorkingCalendar
from tests.network.engine_networks import CALENDARS, Drawn
from tests.network.row_oracle import Draws, draws, scheduled
from tests.network.test_engine_everything import bound, told_networks

pytestmark = pytest.mark.extra


@frozen(kw_only=True)
class Case:
    """A network in a form for samples, what differs between them, and how to compile it."""

    net: Drawn
    options: dict[str, Any]
    network: Compiled
    drawn: Draws

    @property
    def inputs(self) -> RowInputs:
        """The draws as rows."""
        return as_inputs(self.drawn, self.network, self.net)

    def early(self) -> EarlyRows:
        """Return the pass over all samples."""
        return forward(self.network, self.inputs, self.drawn.size)

    def singles(self) -> list[Passes]:
        """Return the schedule of each sample by itself."""
        return [
            scheduled(self.net, self.drawn, sample, self.options, self.network)
            for sample in range(self.drawn.size)
        ]


def rows(found: Mapping[int, Sequence[int]]) -> dict[int, Row]:
    """Return numbers as rows."""
    return {i: np.array(values, np.int32) for i, values in found.items()}


def as_inputs(drawn: Draws, network: Compiled, net: Drawn) -> RowInputs:
    """Return draws as rows; promises, drawn as days after the start, in the network's unit."""
    start = net.start.toordinal()
    promises = {i: [start + n for n in found] for i, found in drawn.promises.items()}
    if isinstance(network, IndexNetwork):
        assert network.dated is not None
        number = network.dated.plan_table.index
        promises = {i: [number(at) for at in found] for i, found in promises.items()}
    return RowInputs(
        durations=rows(drawn.durations),
        lags=rows(drawn.lags),
        delays=rows(drawn.delays),
        promises=rows(promises),
    )


@st.composite
def as_bound(draw: st.DrawFn, activity: NetworkActivity, start: int) -> NetworkActivity:
    """Draw an activity that was cancelled, or one with constraints or a fixed date."""
    if draw(st.integers(0, 5)) == 0:
        return NetworkActivity(id=activity.id, calendar=activity.calendar, passes_through=True)
    return draw(bound(activity, start))


@st.composite
def cases(
    draw: st.DrawFn, calendars: Sequence[WorkingCalendar] = CALENDARS[:1], *, delays: bool = True
) -> Case:
    """Draw a network with facts, promises, constraints and fixed dates, and a few samples."""
    net = draw(told_networks(tuple(calendars)))
    start = net.start.toordinal()
    net = evolve(net, activities=tuple(draw(as_bound(each, start)) for each in net.activities))
    data_date = draw(st.none() | st.integers(0, 60).map(lambda n: start + n))
    options = {"data_date": data_date, "override_logic": draw(st.booleans())}
    network = net.compiled(**options)
    drawn = draw(draws(net, network, delays=delays))
    network = for_samples(network, 1, drawn.lags)
    if isinstance(network, IndexNetwork) and draw(st.booleans()):
        assert network.dated is not None
        network = network.dated
    return Case(net=net, options=options, network=network, drawn=drawn)


one_calendar = cases()
several_calendars = cases(CALENDARS)


@given(case=one_calendar | several_calendars)
def test_each_sample_is_its_own_schedule(case: Case) -> None:
    """Facts, promises, constraints, fixed dates, all links and calendars: every number agrees."""
    network, early = case.network, case.early()
    members = [i for i in network.sequence if i not in network.through]
    last = last_finish(early, members)
    for sample, single in enumerate(case.singles()):
        for i in network.sequence:
            assert early.start(i)[sample] == single.early.start[i], i
            assert early.finish(i)[sample] == single.early.finish[i], i
        if isinstance(single.network, InstantNetwork):
            assert last[sample] == last_instant(single.network, single.early, members)
        elif members:
            assert last[sample] == single.finish


@given(case=cases(delays=False) | cases(CALENDARS, delays=False), data=st.data())
def test_what_leads_lies_on_the_driving_paths(case: Case, data: st.DataObject) -> None:
    """Sample by sample, exactly the activities that the single schedule's driving paths name."""
    network = case.network
    scope = data.draw(st.sets(st.sampled_from(range(len(network.ids))), min_size=1))
    closed = with_predecessors(network, scope)
    members = [i for i in network.sequence if i in closed and i not in network.through]
    leads = leading(network, case.inputs, case.early(), members)
    for sample, single in enumerate(case.singles()):
        found = driving_paths(single, scope, no_ends=single.network.through).activities
        assert {i for i in network.sequence if leads.leads(i)[sample]} == found


@given(case=one_calendar | several_calendars, data=st.data())
def test_computing_again_what_moves_is_computing_everything(
    case: Case, data: st.DataObject
) -> None:
    """A change of one activity, computed over shared rows, equals a pass from the beginning."""
    network, inputs = case.network, case.inputs
    changed = data.draw(st.sampled_from(range(len(network.ids))))
    first = {
        name: {i: row for i, row in getattr(inputs, name).items() if i != changed}
        for name in ("durations", "delays", "promises")
    }
    room = room_for(network, case.drawn.size, ranges_of(inputs))
    early = forward(network, evolve(inputs, **first), case.drawn.size, room=room)
    found = again(network, early, inputs, changed)
    wanted = case.early()
    for i in network.sequence:
        assert (found.start(i) == wanted.start(i)).all()
        assert (found.finish(i) == wanted.finish(i)).all()
    members = [i for i in network.sequence if i not in network.through]
    assert (last_finish(found, members) == last_finish(wanted, members)).all()
