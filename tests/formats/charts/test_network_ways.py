"""The wires of a network chart: from them every link can be read back, and no other."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from send_framework.formats.charts.looks import DRIVING, LINK, Look, assumed
from send_framework.formats.charts.network_ways import Gap, Ports, Step, gap_of
from send_framework.formats.html.pictures.layers import Slot

pytestmark = pytest.mark.extra

LOOKS = (LINK, DRIVING, assumed(LINK))


def height(slot: Slot) -> float:
    """Return the middle of a slot: the second sign of its name is its row."""
    return 60.0 * int(str(slot)[1])


PORTS = Ports(leaves=lambda slot: height(slot) + 5, arrives=lambda slot: height(slot) - 5,
              middle=height)  # fmt: skip

steps = st.lists(
    st.tuples(st.integers(0, 6), st.integers(0, 6), st.sampled_from(LOOKS)), max_size=25
).map(lambda found: [(f"a{one}", f"b{other}", look) for one, other, look in found])


def read(gap: Gap) -> set[tuple[Slot, Slot, Look]]:
    """Return what the wires say: whatever begins at a trunk leads to all where it ends."""
    return {(one, other, each.look) for each in gap.trunks
            for one in each.begins for other in each.ends}  # fmt: skip


@given(steps)
def test_the_wires_say_what_the_links_say(given_steps: list[Step]) -> None:
    """No link is lost where links share a line, and none is made up."""
    assert read(gap_of(given_steps, PORTS)) == set(given_steps)


@given(steps)
def test_upright_lines_of_a_channel_do_not_meet(given_steps: list[Step]) -> None:
    """They would look like one."""
    for one, other in combinations(gap_of(given_steps, PORTS).trunks, 2):
        if one.channel == other.channel and not (one.is_level or other.is_level):
            assert one.heights[-1] < other.heights[0] or other.heights[-1] < one.heights[0]


@given(steps)
def test_level_lines_of_two_links_do_not_run_into_one_another(given_steps: list[Step]) -> None:
    """What leaves a box and what arrives at the one opposite have two heights."""
    for one, other in combinations(gap_of(given_steps, PORTS).trunks, 2):
        assert not set(one.begins.values()) & set(other.ends.values())
        assert not set(other.begins.values()) & set(one.ends.values())


def test_forty_links_from_one_box_are_one_line() -> None:
    """And forty to one box; and all of eight boxes to all of eight."""
    fan: list[Step] = [(("a", 0), ("b", place), LINK) for place in range(40)]
    back: list[Step] = [(end, begin, look) for begin, end, look in fan]

    def at(slot: Slot) -> float:
        return 20.0 * int(slot[1])

    ports = Ports(leaves=at, arrives=lambda slot: at(slot) + 3, middle=at)
    assert len(gap_of(fan, ports).trunks) == len(gap_of(back, ports).trunks) == 1
    every: list[Step] = [(f"a{i}", f"b{j}", LINK) for i in range(8) for j in range(8)]
    assert len(gap_of(every, PORTS).trunks) == 1


def test_a_link_alone_is_a_straight_line() -> None:
    """Where its two boxes stand side by side."""
    (trunk,) = gap_of([("a1", "b1", LINK)], PORTS).trunks
    assert trunk.is_level
    assert trunk.heights == (60.0, 60.0)


def test_words_before_the_heads_get_room() -> None:
    """As much as they take."""
    step: list[Step] = [("a1", "b2", LINK)]
    assert gap_of(step, PORTS, words=30).width == gap_of(step, PORTS).width + 30


def test_a_line_that_passes_makes_room_for_one_that_arrives() -> None:
    """Two links at one height, one going on and one coming in, are moved a little apart."""
    level = Ports(leaves=height, arrives=height, middle=height)
    found = gap_of([("a1", "b2", LINK), ("a2", "b1", LINK)], level)
    begins = {at for each in found.trunks for at in each.begins.values()}
    ends = {at for each in found.trunks for at in each.ends.values()}
    assert not begins & ends
