"""The ways of links through the gaps between layers: level and upright, like wires on a board.

Links that lead from the same boxes to the same boxes share one upright line, so that forty links
from one box are one line with forty branches, and no bundle of curves. A dot marks where a branch
meets it: where lines cross without a dot, they have nothing to do with each other.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeAlias

from attrs import evolve, frozen

from send_framework.formats.charts.looks import Look
from send_framework.formats.html.pictures.layers import Slot

APART = 9.0
"""Pixels from one upright line to the next."""

BEFORE = 12.0
"""Pixels from the boxes at the left to the first upright line."""

_AFTER = 20.0

_CLEAR, _ASIDE = 8.0, 3.0

Step: TypeAlias = tuple[Slot, Slot, Look]
"""From a slot to one of the next layer, and how the link looks."""

_Height: TypeAlias = Callable[[Slot], float]


@frozen(kw_only=True)
class Ports:
    """At which heights links meet a slot.

    Links that leave and links that arrive do so at two heights: in a row of boxes those of one box
    would else run along those of the next.

    Attributes:
        leaves: Where they leave it, at its right.
        arrives: Where they arrive, at its left.
        middle: Where a link runs that is alone at both its ends.
    """

    leaves: _Height
    arrives: _Height
    middle: _Height


@frozen(kw_only=True)
class Trunk:
    """Links between the same slots of two layers, which share an upright line.

    Attributes:
        begins: Where they come from: each height with its slot.
        ends: Where they lead to.
        look: How they look.
        channel: The place of the upright line, from the left.
    """

    begins: Mapping[Slot, float]
    ends: Mapping[Slot, float]
    look: Look
    channel: int = 0

    @property
    def heights(self) -> tuple[float, ...]:
        """Where branches meet it, from top to bottom."""
        return tuple(sorted((*self.begins.values(), *self.ends.values())))

    @property
    def is_level(self) -> bool:
        """Whether it is a straight line from left to right."""
        return self.heights[0] == self.heights[-1]

    def clears(self, other: "Trunk") -> bool:
        """Return whether both may stand in one channel: they do not come close."""
        above, below = sorted((self.heights, other.heights))
        return above[-1] + _CLEAR < below[0]


@frozen(kw_only=True)
class Gap:
    """The gap between two layers.

    Attributes:
        trunks: The links that pass it.
        width: Pixels they need.
    """

    trunks: Sequence[Trunk]
    width: float


def gap_of(steps: Iterable[Step], ports: Ports, words: float = 0) -> Gap:
    """Return how links pass the gap between two layers.

    Args:
        steps: The links.
        ports: At which heights links meet a slot.
        words: Pixels to keep free for words before the arrow heads.
    """
    by_look: dict[Look, list[tuple[Slot, Slot]]] = defaultdict(list)
    for begin, end, look in steps:
        by_look[look].append((begin, end))
    groups = [(*group, look) for look, pairs in by_look.items() for group in _groups(pairs)]
    used = Counter(each for begins, ends, _ in groups for each in (*begins, *ends))
    trunks = [_trunk(begins, ends, look, ports, used) for begins, ends, look in groups]
    placed = _in_channels(_apart(trunks))
    channels = max((each.channel for each in placed), default=0)
    return Gap(trunks=placed, width=BEFORE + APART * channels + _AFTER + words)


def _trunk(
    begins: Sequence[Slot], ends: Sequence[Slot], look: Look, ports: Ports, used: Counter[Slot]
) -> Trunk:
    both = (*begins, *ends)
    # Met once each: this link is alone at both its ends.
    alone = len(both) == sum(used[each] for each in both) == 2  # noqa: PLR2004 - two ends
    if alone and ports.middle(both[0]) == ports.middle(both[1]):
        height = ports.middle(both[0])
        return Trunk(begins={both[0]: height}, ends={both[1]: height}, look=look)
    return Trunk(
        begins={each: ports.leaves(each) for each in begins},
        ends={each: ports.arrives(each) for each in ends},
        look=look,
    )


def _apart(trunks: Sequence[Trunk]) -> Sequence[Trunk]:
    """Move a link's first level part a little, where the last one of another has its height."""
    ends = [{height for each in trunks if each is not one for height in each.ends.values()}
            for one in trunks]  # fmt: skip
    return [
        evolve(one, begins={slot: height + (_ASIDE if height in others else 0)
                            for slot, height in one.begins.items()})
        for one, others in zip(trunks, ends, strict=True)
    ]  # fmt: skip


def _groups(pairs: Sequence[tuple[Slot, Slot]]) -> list[tuple[Sequence[Slot], Sequence[Slot]]]:
    """Return slots with all that they lead to, in as few groups as one side allows."""
    forth = _alike(pairs)
    back = [(begins, ends) for ends, begins in _alike([(end, begin) for begin, end in pairs])]
    return forth if len(forth) <= len(back) else back


def _alike(pairs: Iterable[tuple[Slot, Slot]]) -> list[tuple[Sequence[Slot], Sequence[Slot]]]:
    """Return the slots that lead to exactly the same ones, with these."""
    leads: dict[Slot, dict[Slot, None]] = defaultdict(dict)
    for one, other in pairs:
        leads[one][other] = None
    found: dict[frozenset[Slot], list[Slot]] = defaultdict(list)
    for one, others in leads.items():
        found[frozenset(others)].append(one)
    return [(ones, tuple(leads[ones[0]])) for ones in found.values()]


def _in_channels(trunks: Iterable[Trunk]) -> Sequence[Trunk]:
    """Give each upright line a channel in which it meets no other.

    Of lines that lead down the lowest comes first, of those that lead up the highest: so their
    level parts seldom cross the upright ones.
    """
    taken: list[list[Trunk]] = []
    found: list[Trunk] = []
    for trunk in sorted(trunks, key=_wish):
        if trunk.is_level:
            found.append(trunk)
            continue
        free = (i for i, others in enumerate(taken) if all(trunk.clears(each) for each in others))
        channel = next(free, len(taken))
        if channel == len(taken):
            taken.append([])
        taken[channel].append(trunk)
        found.append(evolve(trunk, channel=channel))
    return found


def _wish(trunk: Trunk) -> tuple[bool, float]:
    begin, end = _mean(trunk.begins), _mean(trunk.ends)
    return end < begin, -begin if end >= begin else begin


def _mean(heights: Mapping[Slot, float]) -> float:
    return sum(heights.values()) / len(heights)
