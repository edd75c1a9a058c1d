"""Samples without any spread reproduce what other programs and authors computed."""

import gzip
import json
import random
from pathlib import Path

import numpy as np
import pytest
from attrs import evolve

from send_framework.network.engine.compiled import Compiled, IndexNetwork, State, compile_network
from send_framework.network.engine.passes import passes
from send_framework.network.engine.paths import driving_paths
from send_framework.network.engine.rows import RowInputs, forward, last_finish, leading
from tests.network.truth_networks import Given, network_of, read_lines

pytestmark = pytest.mark.extra

FILES = ("random-networks.jsonl", "constrained-networks.jsonl")


def certain(net: Compiled, size: int) -> RowInputs:
    """Return every duration as a row of its own number."""
    worked = [i for i in net.order if net.state[i] in (State.OPEN, State.STARTED)]
    return RowInputs(durations={i: np.full(size, net.duration[i], np.int32) for i in worked})


def hold_equal(net: Compiled) -> None:
    """Compare all dates, and what leads, with the single schedule."""
    single, inputs = passes(net), certain(net, 2)
    early = forward(net, inputs, 2)
    members = [i for i in net.sequence if i not in net.through]
    for i in net.sequence:
        assert early.start(i).tolist() == [single.early.start[i]] * 2
        assert early.finish(i).tolist() == [single.early.finish[i]] * 2
    counts = leading(net, inputs, early, members).counts
    found = driving_paths(single, no_ends=net.through).activities
    assert counts == dict.fromkeys(found, 2)


def test_every_psplib_network_has_its_length_in_every_sample(shared: Path) -> None:
    """1,428 published networks: the finish is the stated one, the driving activities always lead.

    Cite: Kolisch and Sprecher, PSPLIB, European Journal of Operational Research 96 (1996).
    """
    with gzip.open(shared / "truth" / "psplib.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            given = json.loads(line)
            days: list[int] = given["durations"]
            before: list[list[int]] = [[] for _ in days]
            for i, following in enumerate(given["successors"]):
                for j in following:
                    before[j].append(i)
            net = compile_network([str(i) for i in range(len(days))], days, before)
            inputs = certain(net, 2)
            early = forward(net, inputs, 2)
            assert last_finish(early, net.order).tolist() == [given["mpm_time"]] * 2
            led = leading(net, inputs, early, net.order).counts
            assert led == dict.fromkeys(driving_paths(passes(net)).activities, 2)


@pytest.mark.parametrize("file", FILES)
def test_every_truth_network_without_spread_is_its_single_schedule(shared: Path, file: str) -> None:
    """Constraints, progress, several calendars: in numbers where they do, and in instants."""
    header, *nets = read_lines(shared / "truth" / file)
    for net in nets:
        network = network_of(net, header, "primavera").compiled()
        hold_equal(network)
        if isinstance(network, IndexNetwork) and network.dated is not None:
            hold_equal(network.dated)


def test_random_durations_on_the_truth_networks_equal_a_schedule_each(shared: Path) -> None:
    """Five samples of each random network, each scheduled by itself as well."""
    rng = random.Random(1)  # noqa: S311 - nothing here is a secret
    header, *nets = read_lines(shared / "truth" / FILES[0])
    for net in nets:
        given = network_of(net, header, "microsoft")
        days = [[rng.randint(0, 2 * each.duration) for _ in range(5)] for each in given.activities]
        network = given.compiled()
        rows = {i: np.array(days[i], np.int32) for i in network.order if network.state[i] == 0}
        early = forward(network, RowInputs(durations=rows), 5)
        for sample in range(5):
            single = passes(with_days(given, {i: days[i][sample] for i in rows}).compiled())
            assert [int(early.finish(i)[sample]) for i in network.order] == [
                single.early.finish[i] for i in network.order
            ]


def with_days(given: Given, days: dict[int, int]) -> Given:
    """Return a network with other durations."""
    activities = tuple(
        evolve(each, duration=days.get(i, each.duration)) for i, each in enumerate(given.activities)
    )
    return evolve(given, activities=activities)
