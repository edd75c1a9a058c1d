"""Rows of samples agree with the single schedule of each sample's own numbers."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from send_framework.network.engine.compiled import Compiled, IndexNetwork
from send_framework.network.engine.passes import with_predecessors
from send_framework.network.engine.paths import driving_paths
from send_framework.network.engine.rows import Row, RowInputs, forward, last_finish, leading
from tests.network.engine_networks import CALENDARS, Drawn
from tests.network.row_oracle import Draws, draws, scheduled
from tests.network.test_engine_everything import bound, compile_options, told_networks

pytestmark = pytest.mark.extra


def rows(found: Mapping[int, tuple[int, ...]], plus: int = 0) -> dict[int, Row]:
    """Return numbers as rows."""
    return {i: np.array(values, np.int32) + np.int32(plus) for i, values in found.items()}


def as_inputs(drawn: Draws, network: Compiled, net: Drawn) -> RowInputs:
    """Return draws as rows; promises, drawn as days after the start, in the network's unit."""
    start = net.start.toordinal()
    promises = rows(drawn.promises, start)
    if isinstance(network, IndexNetwork):
        assert network.dated is not None
        number = network.dated.plan_table.index
        promises = rows(
            {i: tuple(number(start + n) for n in found) for i, found in drawn.promises.items()}
        )
    return RowInputs(
        durations=rows(drawn.durations),
        lags=rows(drawn.lags),
        delays=rows(drawn.delays),
        promises=promises,
    )


def with_bounds(data: st.DataObject, net: Drawn) -> tuple[Drawn, dict[str, Any]]:
    """Return a network with constraints and fixed dates, and how to compile it."""
    start = net.start.toordinal()
    activities = tuple(data.draw(bound(each, start)) for each in net.activities)
    return evolve(net, activities=activities), compile_options(data, net)


@given(net=told_networks(CALENDARS[:1]), data=st.data())
def test_each_sample_is_its_own_schedule(net: Drawn, data: st.DataObject) -> None:
    """Facts, promises, constraints, fixed dates, all links: every date of every sample agrees."""
    net, options = with_bounds(data, net)
    network = net.compiled(**options)
    drawn = data.draw(draws(net, network))
    early = forward(network, as_inputs(drawn, network, net), drawn.size)
    for sample in range(drawn.size):
        single = scheduled(net, drawn, sample, options)
        for i in network.sequence:
            assert early.start(i)[sample] == single.early.start[i], i
            assert early.finish(i)[sample] == single.early.finish[i], i
        members = [i for i in network.sequence if i not in network.through]
        if members:
            assert last_finish(early, members)[sample] == single.finish


@given(net=told_networks(CALENDARS[:1]), data=st.data())
def test_what_leads_lies_on_the_driving_paths(net: Drawn, data: st.DataObject) -> None:
    """Sample by sample, exactly the activities that the single schedule's driving paths name."""
    net, options = with_bounds(data, net)
    network = net.compiled(**options)
    drawn = data.draw(draws(net, network, delays=False))
    inputs = as_inputs(drawn, network, net)
    scope = data.draw(st.sets(st.sampled_from(range(len(net.activities))), min_size=1))
    closed = with_predecessors(network, scope)
    members = [i for i in network.sequence if i in closed and i not in network.through]
    leads = leading(network, inputs, forward(network, inputs, drawn.size), members)
    for sample in range(drawn.size):
        single = scheduled(net, drawn, sample, options)
        through = single.network.through
        found = driving_paths(single, scope, no_ends=through).activities
        assert {i for i in network.sequence if leads.leads(i)[sample]} == found
