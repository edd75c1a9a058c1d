"""Hypothesis strategies for what may turn out otherwise: spreads, approvals, risks and the like."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from hypothesis import strategies as st

from send_framework import (
    Action,
    Approval,
    Commitment,
    Correlation,
    Distribution,
    Milestone,
    Risk,
    Shape,
    Uncertain,
    Uncertainty,
)
from tests.part_strategies import Fields, Known, Strategy, ids, objects, some_texts

Target = tuple[str, Uncertain, str | None]
"""An activity's id, which of its numbers, and of a lag the predecessor's id."""


def _numbers(least: int, most: int) -> st.SearchStrategy[float]:
    return st.one_of(st.integers(least, most), st.floats(least, most, allow_subnormal=False))


def _ends(shape: Shape, least: int) -> Strategy:
    three = st.lists(_numbers(least, 500), min_size=3, max_size=3).map(sorted)
    weight: Fields = {"weight": st.sampled_from([0.5, 3, 4.0, 20])} if shape is Shape.PERT else {}
    more = st.fixed_dictionaries({}, optional=weight)
    return st.builds(
        lambda ends, more: Distribution(
            shape=shape, low=ends[0], likely=ends[1], high=ends[2], **more
        ),
        three,
        more,
    )


@st.composite
def _percentiles(draw: st.DrawFn, shape: Shape) -> Distribution:
    """Draw percentiles that a triangle can have, and so can PERT with its usual weight."""
    p10, step = draw(_numbers(1, 200)), draw(_numbers(0, 50))
    p50 = p10 + step
    p90 = p50 + step * draw(st.floats(0.7, 1.5))
    return Distribution(shape=shape, p10=p10, p50=p50, p90=p90)


@st.composite
def _pair(draw: st.DrawFn, shape: Shape, *, by_percentiles: bool) -> Distribution:
    low, high = sorted(draw(st.tuples(_numbers(1, 500), _numbers(1, 500))))
    if by_percentiles:
        return Distribution(shape=shape, p10=low, p90=high)
    return Distribution(shape=shape, low=low, high=high)


@st.composite
def _discrete(draw: st.DrawFn) -> Distribution:
    weights = draw(st.lists(st.integers(0, 20), min_size=1, max_size=5).filter(any))
    values = draw(st.lists(_numbers(0, 300), min_size=len(weights), max_size=len(weights)))
    shares = tuple(each / sum(weights) for each in weights)
    return Distribution(shape=Shape.DISCRETE, values=values, probabilities=shares)


@cache
def distributions(least: int = 0) -> st.SearchStrategy[Distribution]:
    """Return distributions of every shape.

    Args:
        least: The lowest value of those given by their ends; the others are above 0.
    """
    seen = st.lists(_numbers(0, 300), min_size=1, max_size=6)
    return st.one_of(
        _ends(Shape.TRIANGULAR, least),
        _ends(Shape.PERT, least),
        _percentiles(Shape.TRIANGULAR),
        _percentiles(Shape.PERT),
        _pair(Shape.UNIFORM, by_percentiles=False),
        _pair(Shape.UNIFORM, by_percentiles=True),
        _pair(Shape.LOGNORMAL, by_percentiles=True),
        _discrete(),
        seen.map(lambda values: Distribution(shape=Shape.EMPIRICAL, values=values)),
    )


@st.composite
def uncertain_lists(
    draw: st.DrawFn, work: dict[str, Any], known: Known, extra: Fields
) -> dict[str, Any]:
    """Draw the four lists of a plan that say what may turn out otherwise.

    Args:
        draw: Given by hypothesis.
        work: The plan's lists of work.
        known: The plan's other ids.
        extra: What every fact may carry.
    """
    if draw(st.booleans()):
        return {}  # as most plans
    actions = [each.id for each in work["actions"]]
    dated = [each.id for name in ("actions", "milestones", "commitments") for each in work[name]]
    return {
        "uncertainties": draw(_uncertainties(list(_targets(work)), extra)),
        "approvals": draw(_approvals(dated, extra)),
        "risks": draw(_risks(dated, extra)),
        "correlations": draw(_correlations(actions, known, extra)),
    }


def _targets(work: dict[str, Any]) -> Iterator[Target]:
    """Yield every number of the work that may be uncertain."""
    for name in ("actions", "milestones", "commitments", "events"):
        for each in work[name]:
            yield each.id, Uncertain.START, None
            if isinstance(each, Action):
                yield each.id, Uncertain.DURATION, None
            if isinstance(each, (Action, Milestone)) and each.due is not None:
                yield each.id, Uncertain.PROMISE, None
            if isinstance(each, (Action, Milestone, Commitment)):
                for link in each.after:
                    yield each.id, Uncertain.LAG, link.id


def _uncertainties(targets: Sequence[Target], extra: Fields) -> Strategy:
    if not targets:
        return st.just(())

    def one(target: Target) -> Strategy:
        least = -20 if target[1] is Uncertain.LAG else 0
        fields = dict(zip(("of", "what", "after"), map(st.just, target), strict=True))
        return objects(Uncertainty, {**fields, "spread": distributions(least)}, extra)

    chosen = st.lists(st.sampled_from(targets), max_size=4, unique=True)
    return chosen.flatmap(lambda found: st.tuples(*map(one, found)))


def _approvals(names: Sequence[str], extra: Fields) -> Strategy:
    if not names:
        return st.just(())

    def one(name: str) -> Strategy:
        needed: Fields = {"of": st.just(name), "probability": st.floats(0, 1)}
        return objects(Approval, needed, {"otherwise": distributions(), **extra})

    chosen = st.lists(st.sampled_from(names), max_size=2, unique=True)
    return chosen.flatmap(lambda found: st.tuples(*map(one, found)))


def _risks(names: Sequence[str], extra: Fields) -> Strategy:
    if not names:
        return st.just(())
    affected = st.lists(st.sampled_from(names), min_size=1, max_size=3, unique=True)

    def one(name: str) -> Strategy:
        needed: Fields = {
            "id": st.just(name), "title": some_texts, "probability": st.floats(0, 1),
            "delay": distributions(), "affects": affected.map(tuple),
        }  # fmt: skip
        return objects(Risk, needed, extra)

    return st.lists(ids, max_size=2, unique=True).flatmap(lambda found: st.tuples(*map(one, found)))


def _correlations(actions: Sequence[str], known: Known, extra: Fields) -> Strategy:
    """Return correlations by agency, by list and by a matrix of two."""
    choices: list[Fields] = []
    coefficient = st.floats(0, 1)
    if known.agencies:
        choices.append({"agency": st.sampled_from(known.agencies), "coefficient": coefficient})
    if len(actions) > 1:
        pair = tuple(actions[:2])
        square = st.floats(-1, 1).map(lambda each: ((1.0, each), (each, 1.0)))
        choices.append({"of": st.just(pair), "coefficient": coefficient})
        choices.append({"of": st.just(pair), "matrix": square})

    def one(name: str) -> Strategy:
        made = (objects(Correlation, {"id": st.just(name), **each}, extra) for each in choices)
        return st.one_of(*made)

    if not choices:
        return st.just(())
    return st.lists(ids, max_size=2, unique=True).flatmap(lambda found: st.tuples(*map(one, found)))
