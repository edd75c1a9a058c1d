"""Where the boxes of a network stand: layers from left to right, lanes from top to bottom.

A layer is the longest way from a beginning, so that every link leads to the right. A link over
several layers is given a place in each between, so that it runs beside the boxes and not through
them; links to the same box share these places, as branches share a trunk. Then the boxes of each
layer are put in the order of the middle of their neighbours, forth and back a few times, which
removes most crossings (the barycentre method of Sugiyama, Tagawa and Toda, 1981). Forty lines do
it for any plan; a layout library would draw no lanes.
"""

import itertools
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from attrs import frozen

_SWEEPS = 6

Link: TypeAlias = tuple[str, str]
"""Ids of what comes before and of what waits."""

Slot: TypeAlias = str | tuple[str, int]
"""A box by its id, or the place in a layer of all links that lead to the box with this id."""


@frozen(kw_only=True)
class Layers:
    """Boxes in layers and lanes.

    Attributes:
        of: The layer of each box.
        lanes: For each lane, for each layer, its slots from top to bottom.
        ways: For each link, the slots it passes, its two boxes among them.
        alone: For each lane, the boxes without any link.
    """

    of: Mapping[str, int]
    lanes: Sequence[Sequence[Sequence[Slot]]]
    ways: Sequence[Sequence[Slot]]
    alone: Sequence[Sequence[str]]


def layered(boxes: Mapping[str, int], links: Sequence[Link]) -> Layers:
    """Put boxes into layers and lanes.

    Args:
        boxes: Each box with the number of its lane, in the order to prefer.
        links: The links between them; they may run in circles.

    Example:
        >>> found = layered({"A": 0, "B": 0, "C": 1}, [("A", "B"), ("B", "C"), ("A", "C")])
        >>> found.of
        {'A': 0, 'B': 1, 'C': 2}
        >>> found.ways[2]
        ('A', ('C', 1), 'C')
    """
    linked = {each for link in links for each in link}
    of = _layers([each for each in boxes if each in linked], links)
    ways = tuple(_way(link, of) for link in links)
    lane_of: dict[Slot, int] = {each: boxes[each] for each in of}
    for way in ways:
        lane_of |= dict.fromkeys(way[1:-1], boxes[str(way[-1])])
    count = 1 + max(boxes.values(), default=-1)
    alone = [[each for each in boxes if each not in linked and boxes[each] == lane]
             for lane in range(count)]  # fmt: skip
    columns = _ordered(lane_of, of, ways)
    lanes = [[[each for each in column if lane_of[each] == lane] for column in columns]
             for lane in range(count)]  # fmt: skip
    return Layers(of=of, lanes=lanes, ways=ways, alone=alone)


def _layers(boxes: Sequence[str], links: Iterable[Link]) -> dict[str, int]:
    """Return the longest way from a beginning to each box; a circle is cut at its first box."""
    before: dict[str, set[str]] = {each: set() for each in boxes}
    for first, second in links:
        before[second].add(first)
    found: dict[str, int] = {}
    waiting = list(boxes)
    while waiting:
        ready = [each for each in waiting if before[each] <= found.keys()] or waiting[:1]
        for each in ready:
            found[each] = 1 + max((found[one] for one in before[each] & found.keys()), default=-1)
        waiting = [each for each in waiting if each not in found]
    return found


def _way(link: Link, of: Mapping[str, int]) -> tuple[Slot, ...]:
    """Return the slots a link passes; one that leads back, in a circle, passes none."""
    first, second = link
    between = [(second, layer) for layer in range(of[first] + 1, of[second])]
    return (first, *between, second)


def _ordered(
    lane_of: Mapping[Slot, int], of: Mapping[str, int], ways: Iterable[Sequence[Slot]]
) -> list[list[Slot]]:
    """Return the slots of each layer in an order with few crossings, lane by lane."""
    columns: list[list[Slot]] = [[] for _ in range(1 + max(of.values(), default=-1))]
    for each in lane_of:
        columns[of[each] if isinstance(each, str) else each[1]].append(each)
    sides: tuple[dict[Slot, list[Slot]], ...] = (defaultdict(list), defaultdict(list))
    for way in ways:
        for one, other in itertools.pairwise(way):
            sides[0][other].append(one)
            sides[1][one].append(other)
    for sweep in range(_SWEEPS):
        back = sweep % 2
        for column in reversed(columns) if back else columns:
            _sort(column, sides[back], _places(columns), lane_of)
    return columns


def _places(columns: Iterable[Iterable[Slot]]) -> dict[Slot, int]:
    return {each: place for column in columns for place, each in enumerate(column)}


def _sort(
    column: list[Slot], near: Mapping[Slot, Sequence[Slot]], place: Mapping[Slot, int],
    lane_of: Mapping[Slot, int],
) -> None:  # fmt: skip
    """Sort a layer by the middle of each slot's neighbours; what has none keeps its place."""

    def wish(slot: Slot) -> tuple[int, float]:
        places = [place[each] for each in near.get(slot, ())] or [place[slot]]
        return lane_of[slot], sum(places) / len(places)

    column.sort(key=wish)
