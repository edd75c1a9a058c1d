"""Putting activities in an order in which no one waits for a later one; naming a loop if none is.

Everything here is plain lists and no recursion, so a chain of 100,000 is nothing special.
"""

from collections import deque
from collections.abc import Sequence

from send_framework.errors import DependencyCycleError

_TRIED = 100  # starting points from which the shortest loop is sought


def topological_order(predecessors: Sequence[Sequence[int]], ids: Sequence[str]) -> list[int]:
    """Return all activities so that each stands behind its predecessors.

    Args:
        predecessors: For each activity, the numbers of those it waits for.
        ids: Their names, for the error.

    Returns:
        The input's own order where that is one already; else the earliest ready come first.

    Raises:
        DependencyCycleError: Some wait for themselves; one short loop is named.

    Example:
        >>> topological_order([[1], [], [0]], ["B", "A", "C"])
        [1, 0, 2]
    """
    if all(not row or max(row) < i for i, row in enumerate(predecessors)):
        return list(range(len(predecessors)))
    order, waiting = _peel(predecessors)
    if len(order) < len(predecessors):
        stuck = {i for i, count in enumerate(waiting) if count}
        loop = _short_loop(predecessors, stuck)
        raise DependencyCycleError(tuple(ids[i] for i in loop))
    return order


def successors_of(predecessors: Sequence[Sequence[int]]) -> list[list[int]]:
    """Return for each activity the numbers of those that wait for it.

    Example:
        >>> successors_of([[], [0], [0, 1]])
        [[1, 2], [2], []]
    """
    following: list[list[int]] = [[] for _ in predecessors]
    for i, row in enumerate(predecessors):
        for j in row:
            following[j].append(i)
    return following


def _peel(predecessors: Sequence[Sequence[int]]) -> tuple[list[int], list[int]]:
    """Return the order as far as it goes and how many each one still waits for."""
    following = successors_of(predecessors)
    waiting = [len(row) for row in predecessors]
    order = [i for i, count in enumerate(waiting) if not count]
    for i in order:  # grows while it is walked: a queue without a head to move
        for j in following[i]:
            waiting[j] -= 1
            if not waiting[j]:
                order.append(j)
    return order, waiting


def _short_loop(predecessors: Sequence[Sequence[int]], stuck: set[int]) -> list[int]:
    """Return the shortest loop through any of the first few members of one that was walked."""
    seen: dict[int, int] = {}
    at = min(stuck)
    while at not in seen:
        seen[at] = len(seen)
        at = next(j for j in predecessors[at] if j in stuck)
    walked = [i for i, place in seen.items() if place >= seen[at]]
    loops = (_loop_through(predecessors, stuck, i) for i in sorted(walked)[:_TRIED])
    return min(loops, key=len)


def _loop_through(predecessors: Sequence[Sequence[int]], stuck: set[int], goal: int) -> list[int]:
    """Return the shortest loop through `goal`, each member before the one that waits for it."""
    behind: dict[int, int] = {}
    queue = deque([goal])
    while goal not in behind:
        i = queue.popleft()
        for j in predecessors[i]:
            if j in stuck and j not in behind:
                behind[j] = i
                queue.append(j)
    loop, at = [goal], behind[goal]
    while at != goal:
        loop.append(at)
        at = behind[at]
    return loop
