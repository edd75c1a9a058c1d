"""Hypothesis strategies for work: actions, milestones, commitments, events, boards."""

from collections.abc import Sequence

from hypothesis import strategies as st

from send_framework import (
    Action,
    ApproximateDate,
    Commitment,
    CommitmentKind,
    Constraint,
    ConstraintKind,
    Dependency,
    DependencyType,
    Event,
    EventKind,
    Evidence,
    EvidenceKind,
    LagUnit,
    Meeting,
    Milestone,
    NeededBy,
    ReviewCycle,
    Share,
    Side,
    Status,
)
from tests.part_strategies import (
    Fields,
    Known,
    Strategy,
    any_texts,
    approximate_dates,
    days,
    members,
    objects,
    one_of,
    some,
    some_texts,
)


def constraints(extra: Fields) -> Strategy:
    """Return constraints of every kind."""
    kinds = [kind for kind in ConstraintKind if kind is not ConstraintKind.AS_LATE_AS_POSSIBLE]
    dated = objects(Constraint, {"kind": st.sampled_from(kinds), "day": days}, extra)
    late = objects(Constraint, {"kind": st.just(ConstraintKind.AS_LATE_AS_POSSIBLE)}, extra)
    return st.one_of(dated, late)


def links(predecessors: Sequence[str], known: Known, extra: Fields) -> Strategy:
    """Return lists of links to these predecessors, each named once."""
    if not predecessors:
        return st.just(())
    allowed: Fields = {
        "type": st.sampled_from(DependencyType), "lag": st.integers(-30, 60),
        "lag_unit": st.sampled_from(LagUnit), "lag_calendar": one_of(known.calendars), **extra,
    }  # fmt: skip

    def drawn(names: list[str]) -> Strategy:
        return st.tuples(*(objects(Dependency, {"id": st.just(each)}, allowed) for each in names))

    return st.lists(st.sampled_from(predecessors), max_size=3, unique=True).flatmap(drawn)


def _work(name: str, predecessors: Sequence[str], known: Known, extra: Fields) -> Fields:
    """Return the fields that actions and milestones share."""
    return {
        "answers": members(known.asked), "meets": st.sampled_from(["plan-submitted", "plan-made"]),
        "accountable": members(known.agencies),
        "after": links([each for each in predecessors if each != name], known, extra),
        "calendar": one_of(known.calendars), "constraints": some(constraints(extra), 1),
        "must_finish_by": days, "due": approximate_dates(), "status": st.sampled_from(Status),
        "needed_by": st.sampled_from(NeededBy), **extra,
    }  # fmt: skip


@st.composite
def actions(
    draw: st.DrawFn, name: str, predecessors: Sequence[str], known: Known, extra: Fields
) -> Action:
    """Draw an action with this id."""
    promised = sorted((draw(days), draw(days)))
    happened = sorted((draw(days), draw(days)))
    evidence = objects(
        Evidence,
        {"text": some_texts},
        {"kind": st.sampled_from(EvidenceKind), "date": approximate_dates(), **extra},
    )
    allowed: Fields = {
        **_work(name, predecessors, known, extra),
        "lead": one_of(known.agencies), "lead_role": any_texts,
        "contributors": members(known.agencies), "forecast_start": approximate_dates(),
        "planned_start": st.just(ApproximateDate.on(promised[0])),
        "due": st.just(ApproximateDate.on(promised[1])), "forecast_finish": approximate_dates(),
        "actual_start": st.just(ApproximateDate.on(happened[0])),
        "actual_finish": st.just(ApproximateDate.on(happened[1])),
        "duration": st.integers(0, 400), "remaining": st.integers(0, 400),
        "percent_complete": st.integers(0, 100), "reported_on": days,
        "success_measures": some(some_texts), "measures": members(known.measures),
        "evidence": some(evidence, 1),
    }  # fmt: skip
    action: Action = draw(objects(Action, {"id": st.just(name), "title": some_texts}, allowed))
    return action


def milestones(name: str, predecessors: Sequence[str], known: Known, extra: Fields) -> Strategy:
    """Return milestones with this id."""
    allowed: Fields = {
        **_work(name, predecessors, known, extra),
        "forecast": approximate_dates(), "actual": approximate_dates(),
        "side": st.sampled_from(Side),
    }  # fmt: skip
    needed: Fields = {"id": st.just(name), "title": some_texts}
    moving = objects(Milestone, needed, allowed)
    fixed: Fields = {**needed, "fixed": st.just(True), "actual": approximate_dates()}  # noqa: FBT003
    return st.one_of(moving, objects(Milestone, fixed, allowed))


@st.composite
def commitments(
    draw: st.DrawFn, name: str, predecessors: Sequence[str], known: Known, extra: Fields
) -> Commitment:
    """Draw a commitment with this id; its shares never exceed its sum."""
    kind = draw(st.sampled_from(CommitmentKind))
    amounts = draw(st.lists(st.integers(0, 10_000_000), max_size=3))
    money: Fields = {"amount": st.just(sum(amounts) + draw(st.integers(0, 5)))}
    made = [
        objects(Share, {"label": some_texts, "amount": st.just(each)}, extra) for each in amounts
    ]
    money["shares"] = st.tuples(*made)
    allowed: Fields = {
        "agencies": members(known.agencies), "due": approximate_dates(),
        "forecast": approximate_dates(), "actual": approximate_dates(),
        "after": links([each for each in predecessors if each != name], known, extra),
        "at_least": st.booleans(), "posts": st.integers(0, 99), "period": any_texts, **extra,
    }  # fmt: skip
    needed: Fields = {"id": st.just(name), "title": some_texts, "kind": st.just(kind)}
    if kind is CommitmentKind.FUNDING:
        needed |= money
    commitment: Commitment = draw(objects(Commitment, needed, allowed))
    return commitment


def events(name: str, known: Known, extra: Fields) -> Strategy:
    """Return events with this id."""
    allowed: Fields = {
        "kind": st.sampled_from(EventKind), "date": approximate_dates(),
        "agencies": members(known.agencies), "inspection": one_of(known.inspections), **extra,
    }  # fmt: skip
    return objects(Event, {"id": st.just(name), "title": some_texts}, allowed)


def reviews(
    name: str, planned: Sequence[str], held: Sequence[str], known: Known, extra: Fields
) -> Strategy:
    """Return review cycles with this id and these meetings."""
    allowed: Fields = {"date": approximate_dates(), "title": any_texts, **extra}
    needed: Fields = {
        "id": st.just(name), "title": some_texts,
        "planned": st.tuples(
            *(objects(Meeting, {"id": st.just(each)}, {**allowed, "cancelled": st.booleans()})
              for each in planned)
        ),
        "held": st.tuples(*(objects(Meeting, {"id": st.just(each)}, allowed) for each in held)),
    }  # fmt: skip
    return objects(
        ReviewCycle, needed,
        {"cadence": any_texts, "agencies": members(known.agencies), **extra},
    )  # fmt: skip
