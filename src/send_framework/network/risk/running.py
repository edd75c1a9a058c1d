"""Blocks on any executor, and when there are enough of them.

How many samples a block has follows from the plan and from what was asked, never from the
machine; results are taken in the order of the blocks, so it does not matter who computed them.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future
from math import ceil
from typing import TypeVar

from send_framework.network.risk.results import Sampling

_T = TypeVar("_T")

LARGEST_BLOCK = 10_000
"""Samples: longer rows gain nothing, and shorter ones cost more for each sample."""
MOST_NUMBERS = 10_000 * 5_000
"""Activities times samples of a block: about 600 MB at the peak."""
LEAST_BLOCK = 1_000
REPLICATES = 10
"""Blocks at least, where their spread says how sure the answer is."""
_WAITING = 16
"""Blocks handed out at most before the first of them is taken."""


def block_sizes(samples: int, activities: int, sampling: Sampling, *, stops: bool) -> list[int]:
    """Return how many samples each block has.

    Args:
        samples: How many there are.
        activities: How many are computed.
        sampling: A Latin hypercube is spread over one block, so it needs several of them.
        stops: Whether blocks are added until a tolerance is met: then they are small.

    Example:
        >>> block_sizes(25_000, 40, Sampling.RANDOM, stops=False)
        [10000, 10000, 5000]
        >>> block_sizes(1_000, 40, Sampling.LATIN_HYPERCUBE, stops=False) == [100] * 10
        True
    """
    size = min(LARGEST_BLOCK, max(LEAST_BLOCK, MOST_NUMBERS // max(activities, 1)))
    if stops:
        size = LEAST_BLOCK
    if sampling is Sampling.LATIN_HYPERCUBE:
        count = min(max(REPLICATES, ceil(samples / size)), samples)
        return [samples // count + (n < samples % count) for n in range(count)]
    whole, rest = divmod(samples, size)
    return [size] * whole + [rest] * (rest > 0)


def in_order(
    executor: Executor | None, work: Callable[[int], _T], places: Iterable[int]
) -> Iterator[_T]:
    """Yield the results in order, whoever computes them; work not taken is not begun.

    Args:
        executor: Any of `concurrent.futures`' kind; ``None`` computes here.
        work: What to do with each place; it must be picklable for other processes.
        places: Where.
    """
    if executor is None:
        yield from map(work, places)
        return
    waiting: deque[Future[_T]] = deque()
    try:
        for place in places:
            waiting.append(executor.submit(work, place))
            if len(waiting) >= _WAITING:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        for future in waiting:
            future.cancel()
