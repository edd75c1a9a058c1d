"""The cheapest way to finish some days earlier.

Shortening work off the driving chain gains nothing, and shortening the chain lets another one
drive. So the search walks along driving chains: as long as the finish is too late, something on
the chain that drives it must lose another day. Branch and bound over these choices is exact; the
bound is what the days still missing cost at least on that one chain.
"""

from collections.abc import Mapping
from datetime import date
from heapq import heappop, heappush
from itertools import count
from math import isfinite

from attrs import frozen

from send_framework.errors import NetworkError, SendFrameworkError
from send_framework.model.plan import Plan
from send_framework.model.window import Unit, Window
from send_framework.network.assumed import Settings
from send_framework.network.changes.results import Shortening
from send_framework.network.changes.slip_impact import can_move, solved_for
from send_framework.network.changes.trial import Taken, Trial
from send_framework.network.kinds import ActivityKind, Basis
from send_framework.network.solving import Solved

MOST_WORK = 500_000
"""Activities that the exact search may place in all before it settles for a bound."""
_NEAR = 1e-9


def shorten(  # noqa: PLR0913 - the question of a schedule, and what may be paid for
    plan: Plan,
    regain: int,
    costs: Mapping[str, float] | None = None,
    limits: Mapping[str, int] | None = None,
    *,
    target: Window | None = None,
    on: date | None = None,
    basis: Basis = Basis.FORECAST,
    settings: Settings | None = None,
) -> Shortening:
    """Find the cheapest actions to shorten so that the scope finishes so many days earlier.

    An action that is shortened is also promised as much earlier. Of begun work, what remains is
    shortened.

    Args:
        plan: The plan.
        regain: Working days (the plan's calendar) to regain.
        costs: For each action that may be shortened, what a working day of it costs, in any unit;
            ``None`` lets every open action in scope lose days, each as dear as the next.
        limits: The most working days that each may lose; by default all but one.
        target: Whose scope must be finished; ``None`` asks for everything.
        on: The data date; ``None`` takes the plan's, else today.
        basis: Network or forecast; on what was promised nothing moves.
        settings: How progress is read.

    Returns:
        What to shorten by how much, and how it was found. Where no set regains all days, the
        cheapest that regains as many as were found possible.

    Raises:
        NetworkError: A number that makes no sense, or an action that cannot be shortened; all of
            them are named.

    Example:
        >>> from send_framework import Action
        >>> plan = Plan(title="A plan", start=date(2024, 6, 3), data_date=date(2024, 5, 31),
        ...             actions=[Action(id="A", title="Agree", duration=20),
        ...                      Action(id="B", title="Build", duration=30, after="A"),
        ...                      Action(id="C", title="Consult", duration=27, after="A")])
        >>> found = shorten(plan, 5, {"A": 10, "B": 3, "C": 4})
        >>> found.days, found.cost, found.is_optimal
        ((('B', 5), ('C', 2)), 23.0, True)
    """
    solved = solved_for(plan, target=target, on=on, basis=basis, settings=settings)
    trial = Trial.of(solved)
    if trial is None:
        raise NetworkError("nothing in scope has dates, so nothing can be regained")
    prices = _alike(solved) if costs is None else costs
    purse = _purse(plan, solved, regain, prices, limits or {})
    return _Search(trial=trial, purse=purse, wanted=regain).best()


def _alike(solved: Solved) -> dict[str, float]:
    """Return the same cost for every open action in scope."""
    length = solved.result.days.network.duration
    found = {
        solved.placed[n].id: 1.0
        for n in sorted(solved.scope)
        if length[n] and solved.placed[n].kind is ActivityKind.ACTION and can_move(solved, n)
    }
    if not found:
        raise NetworkError("no open action in scope takes any time, so nothing can be regained")
    return found


@frozen(kw_only=True)
class _Purse:
    """What may be shortened: the cost of a day and the most days, by number; all in one order."""

    ids: dict[int, str]
    cost: dict[int, float]
    most: dict[int, int]

    def of(self, taken: Taken) -> float:
        """Return what it costs to take these days off."""
        return sum((days * self.cost[number] for number, days in taken.items()), 0.0)


def _purse(
    plan: Plan, solved: Solved, regain: int, costs: Mapping[str, float], limits: Mapping[str, int]
) -> _Purse:
    problems = [] if regain >= 1 else [f"{regain} days are none: 1 or more are expected"]
    problems += [] if costs else ["no action may be shortened: give some a cost"]
    problems += [f"{name} has a limit and no cost" for name in limits if name not in costs]
    found: dict[str, tuple[int, int]] = {}
    for name, cost in costs.items():
        try:
            found[name] = _shortable(plan, solved, name, cost, limits.get(name))
        except SendFrameworkError as error:
            problems.append(str(error))
    if problems:
        raise NetworkError(f"this cannot be shortened as asked: {'; '.join(problems)}")
    return _Purse(
        ids={number: name for name, (number, _) in found.items()},
        cost={number: float(costs[name]) for name, (number, _) in found.items()},
        most=dict(found.values()),
    )


def _shortable(
    plan: Plan, solved: Solved, name: str, cost: float, limit: int | None
) -> tuple[int, int]:
    """Return the number of an action and the most days it may lose."""
    plan.activity(name)
    number = solved.numbers.get(name)
    if number is None:
        raise NetworkError(f"{name} has no place in time")
    if solved.placed[number].kind is not ActivityKind.ACTION or not can_move(solved, number):
        raise NetworkError(f"{name} is no open action")
    if not (isfinite(cost) and cost >= 0):
        raise NetworkError(f"a day of {name} costs {cost}, but 0 or more is expected")
    if limit is not None and limit < 0:
        raise NetworkError(f"{name} may lose {limit} days, but 0 or more are expected")
    length = solved.result.days.network.duration[number]
    return number, max(length - 1, 0) if limit is None else min(limit, length)


@frozen(kw_only=True)
class _Node:
    """Days taken off so far, and what no longer may lose any."""

    taken: Taken
    closed: frozenset[int]


@frozen(kw_only=True)
class _Search:
    """Looks for the cheapest days that make a trial finish early enough."""

    trial: Trial
    purse: _Purse
    wanted: int

    def best(self) -> Shortening:
        """Return the best answer found, for all days or for as many as can be regained."""
        days = min(self.wanted, self._most_to_gain())
        while days > 0:
            greedy = self._greedy(days)
            found, bound, is_exact = self._exact(days, greedy)
            if found is not None:
                return self._answer(found, bound, is_exact=is_exact)
            days -= 1
        return self._answer({}, 0.0, is_exact=True)

    def _most_to_gain(self) -> int:
        """Return an upper limit of what can be regained.

        Where shortening work only ever lets others begin sooner, that is what all days together
        regain. Elsewhere it is every day that may be taken off at all.
        """
        if self.trial.is_monotone(self.purse.most):
            return self.trial.gained(self.purse.most)
        return sum(self.purse.most.values()) if self.trial.numbered else self.wanted

    def _exact(self, days: int, greedy: Taken | None) -> tuple[Taken | None, float, bool]:
        """Return the cheapest days, what any must cost, and whether the search was completed."""
        order, budget = count(), MOST_WORK // self.trial.size
        most = None if greedy is None else self.purse.of(greedy)
        heap: list[tuple[float, int, int, _Node]] = []
        self._offer(heap, _Node(taken={}, closed=frozenset()), days, most, next(order))
        while heap:
            bound, missing, _, node = heappop(heap)
            if not missing:
                return node.taken, bound, True
            for child in self._children(node):
                self._offer(heap, child, days, most, next(order))
                budget -= 1
            if budget <= 0:
                return greedy, bound, False
        # Nothing cheaper than the greedy answer was left to try.
        return greedy, most or 0.0, True

    def _offer(
        self,
        heap: list[tuple[float, int, int, _Node]],
        node: _Node,
        days: int,
        most: float | None,
        number: int,
    ) -> None:
        """Put a choice among those to follow, unless it must fail or cost as much as known."""
        missing = max(days - self.trial.gained(node.taken), 0)
        rest = self._least(node, missing) if missing else 0.0
        if rest is None:
            return
        bound = self.purse.of(node.taken) + rest
        if most is None or bound < most - _NEAR:
            heappush(heap, (bound, missing, number, node))

    def _least(self, node: _Node, missing: int) -> float | None:
        """Return what the missing days cost at least on the driving chain; ``None``: too few."""
        if not self.trial.numbered:
            missing = 1  # a day off one calendar may gain several on another
        total = 0.0
        for number in sorted(self._open(node), key=self.purse.cost.__getitem__):
            days = min(missing, self._left(node.taken, number))
            total, missing = total + days * self.purse.cost[number], missing - days
        return None if missing else total

    def _open(self, node: _Node) -> list[int]:
        """Return what on the driving chain may lose another day, in the order of the chain."""
        chain = self.trial.chain(node.taken)
        may = (n for n in chain if n in self.purse.most and n not in node.closed)
        return [number for number in may if self._left(node.taken, number)]

    def _left(self, taken: Taken, number: int) -> int:
        return self.purse.most[number] - taken.get(number, 0)

    def _children(self, node: _Node) -> list[_Node]:
        """Return each choice of what loses the next day; earlier choices are closed to later ones.

        So no set of days is reached twice.
        """
        children: list[_Node] = []
        closed = node.closed
        for number in self._open(node):
            children.append(_Node(taken=_with_day(node.taken, number), closed=closed))
            closed |= {number}
        return children

    def _greedy(self, days: int) -> Taken | None:
        """Take the cheapest day off the driving chain again and again, then give back the idle."""
        node = _Node(taken={}, closed=frozenset())
        while self.trial.gained(node.taken) < days:
            found = self._open(node)
            if not found:
                return None
            cheapest = min(found, key=self.purse.cost.__getitem__)
            node = _Node(taken=_with_day(node.taken, cheapest), closed=node.closed)
        return self._without_idle(node.taken, days)

    def _without_idle(self, taken: Taken, days: int) -> Taken:
        for number in sorted(taken, key=lambda number: -self.purse.cost[number]):
            while taken.get(number):
                fewer = {**taken, number: taken[number] - 1}
                if self.trial.gained(fewer) < days:
                    break
                taken = fewer
        return {number: left for number, left in taken.items() if left}

    def _answer(self, taken: Taken, bound: float, *, is_exact: bool) -> Shortening:
        gained, cost = self.trial.gained(taken), self.purse.of(taken)
        return Shortening(
            wanted=self.wanted,
            regained=gained,
            cost=cost,
            days=tuple((self.purse.ids[n], taken[n]) for n in self.purse.ids if n in taken),
            is_optimal=is_exact,
            method=_method(min(gained, self.wanted), self.wanted, is_exact=is_exact),
            bound=cost if is_exact else min(bound, cost),
        )


def _with_day(taken: Taken, number: int) -> Taken:
    return {**taken, number: taken.get(number, 0) + 1}


def _method(gained: int, wanted: int, *, is_exact: bool) -> str:
    if not gained:
        return "No way was found to regain any: what may be shortened does not decide the finish."
    less = "" if gained == wanted else f"No way was found to regain {_days(wanted)}. "
    if is_exact:
        return f"{less}Branch and bound over the driving chains: no cheaper way exists."
    return (
        f"{less}The cheapest day of the driving chain again and again: there were too many ways to "
        "try them all, so the bound says what any way costs at least."
    )


def _days(number: int) -> str:
    return Unit.WORKING_DAYS.words(number)
