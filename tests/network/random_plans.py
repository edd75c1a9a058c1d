"""Random plans, and the plainest way to date them: an oracle that knows integers only."""

from collections.abc import Mapping, Sequence

from attrs import evolve
from hypothesis import strategies as st

from send_framework import Action, Dependency, DependencyType, Milestone, Plan

Dates = dict[str, tuple[int, int]]

finish_to_start = st.just(DependencyType.FINISH_TO_START)
any_type = st.sampled_from(DependencyType)
small_lags = st.integers(-3, 4)


@st.composite
def plans(
    draw: st.DrawFn,
    *,
    types: st.SearchStrategy[DependencyType] = any_type,
    lags: st.SearchStrategy[int] = small_lags,
    most: int = 7,
    loops: bool = False,
) -> Plan:
    """Draw a plan of actions and milestones; without loops each waits for earlier ones only."""
    count = draw(st.integers(1, most))
    names = [f"S{number:02}" for number in range(count)]
    made: list[Action | Milestone] = []
    for number, name in enumerate(names):
        allowed = [each for each in (names if loops else names[:number]) if each != name]
        links = st.builds(Dependency, id=st.sampled_from(allowed or ["none"]), type=types, lag=lags)
        after = tuple(draw(st.lists(links, max_size=4))) if allowed else ()
        is_moment = draw(st.booleans()) and draw(st.booleans())
        made.append((Milestone if is_moment else Action)(id=name, title=name, after=after))
    shuffled = draw(st.permutations(made))
    return Plan(
        title="A plan",
        actions=[each for each in shuffled if isinstance(each, Action)],
        milestones=[each for each in shuffled if isinstance(each, Milestone)],
    )


def without(plan: Plan, removed: Sequence[tuple[str, Dependency]]) -> Plan:
    """Return the plan without some links, each given with what waits; equal ones one by one."""
    left = list(removed)

    def kept(work: Action | Milestone) -> tuple[Dependency, ...]:
        found: list[Dependency] = []
        for link in reversed(work.after):
            if (work.id, link) in left:
                left.remove((work.id, link))
            else:
                found.append(link)
        return tuple(reversed(found))

    actions = tuple(evolve(each, after=kept(each)) for each in plan.actions)
    milestones = tuple(evolve(each, after=kept(each)) for each in plan.milestones)
    assert not left
    return evolve(plan, actions=actions, milestones=milestones)


def in_order(plan: Plan) -> list[Action | Milestone]:
    """Return the work so that predecessors come first: their ids count upwards."""
    return sorted(plan.work(), key=lambda each: each.id)


def early(plan: Plan, days: Mapping[str, int], not_before: Mapping[str, int]) -> Dates:
    """Return the earliest start and finish of all work, one bound after another."""
    found: Dates = {}
    for each in in_order(plan):
        length, start = days[each.id], not_before.get(each.id, 0)
        for link in each.after:
            bound = found[link.id][0 if link.type.from_start else 1] + link.lag
            start = max(start, bound - length if link.type.to_finish else bound)
        found[each.id] = start, start + length
    return found


def late(plan: Plan, days: Mapping[str, int], end: int) -> Dates:
    """Return the latest start and finish of all work that leave the end where it is."""
    found = {each.id: (end - days[each.id], end) for each in plan.work()}
    for each in reversed(in_order(plan)):
        start, finish = found[each.id]
        for link in each.after:
            room = (finish if link.type.to_finish else start) - link.lag
            last = room + days[link.id] if link.type.from_start else room
            last = min(last, found[link.id][1])
            found[link.id] = last - days[link.id], last
    return found
