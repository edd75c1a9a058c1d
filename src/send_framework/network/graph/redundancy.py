"""Links that change no date: a longer chain implies them, whatever the durations.

What counts is dates, not reach. A chain implies the direct link when the lags along it add up to
no less than the direct one with every duration at 0, the least it can be. A lead on the way can
make a chain too short, and one that enters work by its finish says nothing about its start;
`networkx.transitive_reduction` sees reach alone.
"""

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from attrs import frozen

from send_framework.model.action import Dependency
from send_framework.model.plan import Plan
from send_framework.network.graph.chains import Arc, Chains, chains_of

_BLOCK = 2048  # sources whose reach is kept at once: bounds the memory of large plans
Implied: TypeAlias = dict[int, tuple[int, ...]]


@frozen(kw_only=True)
class RedundantLink:
    """A link that could be removed without moving a date.

    Attributes:
        predecessor: Id of what is waited for.
        successor: Id of what waits.
        link: The link itself, as the successor holds it.
        through: Ids of the chain that implies it; empty where another link between the same two
            activities does.
    """

    predecessor: str
    successor: str
    link: Dependency
    through: tuple[str, ...]


def redundant_links(plan: Plan) -> tuple[RedundantLink, ...]:
    """Return every link that a longer chain implies in dates, in plan order.

    All of them can be removed together. Of two equal links the later is named. Only chains
    through work that its links can move are trusted: not through facts, fixed dates, or work
    under way. Where a plan has several calendars, or lags in calendar days, a chain counts only
    without leads and without links to a finish; so some redundant links may not be named there.

    Args:
        plan: The plan.

    Example:
        >>> from send_framework import Action
        >>> plan = Plan(title="A plan", actions=[
        ...     Action(id="S01", title="Write it"),
        ...     Action(id="S02", title="Agree it", after="S01"),
        ...     Action(id="S03", title="Do it", after=["S01", "S02"])])
        >>> [(link.predecessor, link.successor, link.through) for link in redundant_links(plan)]
        [('S01', 'S03', ('S02',))]
    """
    net = chains_of(plan)
    asked = [arc for arc in net.arcs if net.may_be_implied(arc)]
    found: Implied = {}
    for block in _blocks(asked):
        found |= _implied(net, block)
    named = sorted((net.arcs[number], through) for number, through in found.items())
    return tuple(_named(net, arc, through) for arc, through in named)


def _named(net: Chains, arc: Arc, through: tuple[int, ...]) -> RedundantLink:
    return RedundantLink(
        predecessor=arc.link.id,
        successor=net.ids[arc.head >> 1],
        link=arc.link,
        through=tuple(net.ids[node] for node in through if not net.dropped[node]),
    )


def _blocks(arcs: Iterable[Arc]) -> Iterator[list[Arc]]:
    """Yield the arcs in groups of few sources."""
    ordered = sorted(arcs, key=lambda arc: arc.tail)
    tails = sorted({arc.tail for arc in ordered})
    for first in range(0, len(tails), _BLOCK):
        low, high = tails[first], tails[min(first + _BLOCK, len(tails)) - 1]
        yield [arc for arc in ordered if low <= arc.tail <= high]


def _implied(net: Chains, asked: list[Arc]) -> Implied:
    """Return the arcs of one block that are implied, each with the nodes between."""
    bits = {tail: 1 << n for n, tail in enumerate(sorted({arc.tail for arc in asked}))}
    safe = net.reach(bits, leads=False)
    wide = net.reach(bits, leads=True) if net.has_leads else safe
    found: Implied = {}
    unsure: list[Arc] = []
    for arc in asked:
        bit = bits[arc.tail]
        last = next((b for b in net.rivals(arc) if not b.is_lead and safe[b.tail] & bit), None)
        if last is not None and arc.lag <= 0:
            found[arc.number] = net.walked_back(arc, last, safe, bit)
        elif last is not None or any(wide[b.tail] & bit for b in net.rivals(arc)):
            unsure.append(arc)
    return found | _measured(net, unsure)


def _measured(net: Chains, unsure: Iterable[Arc]) -> Implied:
    """Measure the longest chains where reach does not tell, once for each source and unit."""
    found: Implied = {}
    groups: dict[tuple[int, str], list[Arc]] = {}
    for arc in unsure:
        groups.setdefault((arc.tail, arc.unit), []).append(arc)
    for (tail, unit), arcs in groups.items():
        longest = net.longest(tail, unit, last=max(arc.head >> 1 for arc in arcs))
        for arc in arcs:
            through = net.longer(arc, longest)
            if through is not None:
                found[arc.number] = through
    return found
