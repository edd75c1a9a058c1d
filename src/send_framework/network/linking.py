"""The links of a schedule: between what has dates, through cancelled work where some lies between.

Cancelled work has no dates, but its links pass on: A, then X, then B with X cancelled is a link
from A to B. It ties the end of A that X waited for to the end of B that waited for X.
"""

from collections.abc import Iterator, Sequence
from itertools import islice

from attrs import frozen

from send_framework.model.action import Dependency
from send_framework.model.dependency import DependencyType, LagUnit
from send_framework.network.answering import is_assumed
from send_framework.network.engine.drivers import LinkChains
from send_framework.network.results import ScheduledLink
from send_framework.network.solving import Solved

MOST_PASSED = 10_000
"""So many links through cancelled work are listed: of a thousand before and a thousand behind it
there are a million."""
_TYPES = {(kind.from_start, kind.to_finish): kind for kind in DependencyType}


def scheduled_links(solved: Solved) -> tuple[ScheduledLink, ...]:
    """Return every link that still binds something, with its slack.

    Args:
        solved: The computed plan.
    """
    reader, driving = LinkChains(result=solved.result), _driving(solved)
    return tuple(
        _link(solved, chain, reader, driving=driving.issuperset(chain))
        for chain in _chains(solved)
        if reader.bind(chain)
    )


def passing_links(solved: Solved) -> tuple[ScheduledLink, ...]:
    """Return the plan's own links into and out of cancelled work, with their slack.

    Args:
        solved: The computed plan.
    """
    dropped = {each.id for each in solved.placed if each.dropped}
    if not dropped:
        return ()
    reader, driving = LinkChains(result=solved.result), _driving(solved)
    return tuple(
        _link(solved, (number,), reader, driving=number in driving)
        for number, (successor, link) in enumerate(solved.dependencies)
        if not dropped.isdisjoint((successor, link.id)) and reader.bind((number,))
    )


def _driving(solved: Solved) -> frozenset[int]:
    """Return the numbers of all links that set their successor's date."""
    return frozenset(
        bound.link
        for each in solved.bounds
        for bound in each
        if bound.sets and bound.link is not None
    )


def _chains(solved: Solved) -> Iterator[tuple[int, ...]]:
    """Yield the links as chains of their numbers: one link, or several through cancelled work."""
    passing = _Passing(solved=solved, into=_into_cancelled(solved))
    left = MOST_PASSED
    for number, (successor, link) in enumerate(solved.dependencies):
        if successor in passing.into:
            continue
        if link.id not in passing.into:
            yield (number,)
            continue
        passed = list(islice(passing.chains(link.id), left))
        left -= len(passed)
        yield from ((*chain, number) for chain in passed)


def _into_cancelled(solved: Solved) -> dict[str, list[int]]:
    """Return for all cancelled work the numbers of the links into it."""
    found: dict[str, list[int]] = {each.id: [] for each in solved.placed if each.dropped}
    for number, (successor, _) in enumerate(solved.dependencies):
        if successor in found:
            found[successor].append(number)
    return found


@frozen(kw_only=True)
class _Passing:
    """Walks back through cancelled work.

    Attributes:
        solved: The computed plan.
        into: Of all cancelled work, the numbers of the links into it.
    """

    solved: Solved
    into: dict[str, list[int]]

    def chains(self, name: str) -> Iterator[tuple[int, ...]]:
        """Yield the chains that end in a piece of cancelled work."""
        waiting: list[tuple[int, ...]] = [(number,) for number in reversed(self.into[name])]
        while waiting:
            chain = waiting.pop()
            before = self.solved.dependencies[chain[0]][1].id
            if before not in self.into:
                yield chain
            else:
                waiting += [(number, *chain) for number in reversed(self.into[before])]


def _link(
    solved: Solved, chain: Sequence[int], reader: LinkChains, *, driving: bool
) -> ScheduledLink:
    steps = [solved.dependencies[number] for number in chain]
    first, (successor, last) = steps[0][1], steps[-1]
    lag, unit = _one_lag([link for _, link in steps]) or (
        reader.civil_lag(chain), LagUnit.CALENDAR_DAYS
    )  # fmt: skip
    return ScheduledLink(
        predecessor=first.id,
        successor=successor,
        type=_TYPES[first.type.from_start, last.type.to_finish],
        lag=lag,
        lag_unit=unit,
        slack=reader.slack(chain),
        driving=driving,
        assumed=any(is_assumed(solved, f"{after} after {link.id}") for after, link in steps),
        through=tuple(link.id for _, link in steps[1:]),
    )


def _one_lag(links: Sequence[Dependency]) -> tuple[int, LagUnit] | None:
    """Return the lags of a chain as one; ``None`` where they are not counted alike."""
    lagging = [link for link in links if link.lag] or [links[0]]
    if len({(link.lag_unit, link.lag_calendar) for link in lagging}) > 1:
        return None
    return sum(link.lag for link in lagging), lagging[0].lag_unit
