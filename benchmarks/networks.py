"""Random networks for benchmarks, and the plainest way to schedule them: the yardstick."""

import random

from attrs import frozen


@frozen(kw_only=True)
class Network:
    """Activities in topological order, finish-to-start, about three predecessors each."""

    ids: list[str]
    days: list[int]
    before: list[list[int]]

    @property
    def links(self) -> int:
        """How many links there are."""
        return sum(map(len, self.before))


def drawn(count: int, seed: int = 1) -> Network:
    """Return a random network whose predecessors lie among the last twentieth."""
    rng = random.Random(seed)  # noqa: S311 - nothing here is a secret
    reach = max(20, count // 20)
    before: list[list[int]] = []
    for i in range(count):
        low = max(0, i - reach)
        before.append(sorted(rng.sample(range(low, i), min(i - low, 3))))
    days = [rng.randint(1, 20) for _ in range(count)]
    return Network(ids=[f"A{i}" for i in range(count)], days=days, before=before)


def two_passes(net: Network) -> tuple[int, list[int], list[int], list[int]]:
    """Return finish, total float, free float and one critical path, over plain lists."""
    days, before = net.days, net.before
    start, finish = [0] * len(days), [0] * len(days)
    for i, row in enumerate(before):
        start[i] = max([finish[j] for j in row]) if row else 0
        finish[i] = start[i] + days[i]
    last = max(finish)
    late, room = [last] * len(days), [last] * len(days)
    for i in range(len(days) - 1, -1, -1):
        latest = late[i] - days[i]
        for j in before[i]:
            if latest < late[j]:  # noqa: PLR1730 - the yardstick is as fast as lists can be
                late[j] = latest
            if start[i] < room[j]:  # noqa: PLR1730
                room[j] = start[i]
    total = [b - a for a, b in zip(finish, late, strict=True)]
    free = [b - a for a, b in zip(finish, room, strict=True)]
    return last, total, free, _walked_back(net, start, finish)


def _walked_back(net: Network, start: list[int], finish: list[int]) -> list[int]:
    path, i = [finish.index(max(finish))], finish.index(max(finish))
    while True:
        driving = [j for j in net.before[i] if finish[j] == start[i]]
        if not driving:
            return path[::-1]
        i = driving[0]
        path.append(i)
