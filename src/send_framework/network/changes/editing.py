"""Plans with one thing changed: links, lengths, calendars, work that is not done.

A plan checks its own references, so whatever speaks of a link that goes, goes with it: the
assumption that fills it and the spread of its lag.
"""

from collections.abc import Iterable
from typing import Any, TypeAlias

from attrs import evolve

from send_framework.errors import DependencyCycleError, NetworkError, did_you_mean
from send_framework.model.action import Action, Dependency, Milestone, Status
from send_framework.model.commitments import Commitment
from send_framework.model.dependency import DependencyType, LagUnit
from send_framework.model.plan import Assumption, Linkable, Plan
from send_framework.model.review import ReviewCycle
from send_framework.model.uncertainty import Uncertain
from send_framework.network.changes.scenario import Scenario, Step

Waiting: TypeAlias = Action | Milestone | Commitment
_LISTS = ("actions", "milestones", "commitments", "events")


def with_activity(plan: Plan, new: Linkable, **others: tuple[Any, ...]) -> Plan:
    """Return the plan with the activity of this id replaced, and with other lists as given.

    Args:
        plan: The plan.
        new: The activity as it should be.
        others: Lists of the plan that change with it.
    """
    return with_activities(plan, {new.id: new}, **others)


def with_activities(plan: Plan, new: dict[str, Linkable], **others: tuple[Any, ...]) -> Plan:
    """Return the plan with several activities replaced, each found by its id."""

    def renewed(members: Iterable[Any]) -> tuple[Any, ...]:
        return tuple(new.get(each.id, each) for each in members)

    lists: dict[str, Any] = {name: renewed(getattr(plan, name)) for name in _LISTS}
    reviews: tuple[ReviewCycle, ...] = tuple(
        evolve(each, planned=renewed(each.planned), held=renewed(each.held))
        for each in plan.reviews
    )
    return evolve(plan, reviews=reviews, **(lists | others))


def marked(plan: Plan, scenario: Scenario, facts: Iterable[str]) -> Plan:
    """Return the plan with what a scenario set marked as nobody's word but the asker's.

    Args:
        plan: The changed plan.
        scenario: What changed it.
        facts: The fields it set, such as ``"S02 duration"``.
    """
    known = {fact for each in plan.assumptions for fact in each.fills}
    fresh = tuple(dict.fromkeys(fact for fact in facts if fact not in known))
    if not fresh:
        return plan
    taken = {each.id for each in plan.assumptions}
    names = ("what-if", *(f"what-if-{number}" for number in range(2, len(taken) + 3)))
    name = next(each for each in names if each not in taken)
    reason = f"Set by the scenario {scenario.id}: {scenario.words}"
    return evolve(
        plan, assumptions=(*plan.assumptions, Assumption(id=name, reason=reason, fills=fresh))
    )


# --- links ----------------------------------------------------------------------------------------


def add_link(plan: Plan, step: Step) -> Plan:
    """Return the plan in which work waits for other work too.

    Raises:
        DependencyCycleError: Then it would wait for itself.
        NetworkError: It cannot wait for anything, or is that other work.
        UnknownActivityError: The plan does not have one of the two.
    """
    thing, before = waiting(plan, step.activity), plan.activity(step.after or "")
    if thing.id == before.id:
        raise NetworkError(f"{thing.id} cannot wait for itself")
    loop = _way(plan, thing.id, before.id)
    if loop:
        raise DependencyCycleError(loop)
    link = Dependency(
        id=before.id,
        type=step.type or DependencyType.FINISH_TO_START,
        lag=step.lag or 0,
        lag_unit=step.lag_unit or LagUnit.WORKING_DAYS,
    )
    return with_activity(plan, evolve(thing, after=(*thing.after, link)))


def _way(plan: Plan, first: str, last: str) -> tuple[str, ...]:
    """Return a shortest chain of links from one activity to another, or nothing."""
    following: dict[str, list[str]] = {}
    for each in plan.activities():
        for link in getattr(each, "after", ()):
            following.setdefault(link.id, []).append(each.id)
    came_from, walk = {first: ""}, [first]
    for name in walk:  # grows while it is walked
        for other in following.get(name, ()):
            if other not in came_from:
                came_from[other] = name
                walk.append(other)
    way: list[str] = []
    name = last if last in came_from else ""
    while name:
        way.append(name)
        name = came_from[name]
    return tuple(reversed(way))


def drop_link(plan: Plan, step: Step) -> Plan:
    """Return the plan in which work no longer waits for other work.

    Raises:
        NetworkError: It does not wait for it.
        UnknownActivityError: The plan does not have one of the two.
    """
    thing, before = waiting(plan, step.activity), plan.activity(step.after or "").id
    kept = tuple(link for link in thing.after if link.id != before)
    if len(kept) == len(thing.after):
        raise _no_link(thing, f"{thing.id} does not wait for {before}")
    fact = f"{thing.id} after {before}"
    return with_activity(
        plan,
        evolve(thing, after=kept),
        assumptions=tuple(_without_fact(plan, fact)),
        uncertainties=tuple(
            each
            for each in plan.uncertainties
            if each.what is not Uncertain.LAG or (each.of, each.after) != (thing.id, before)
        ),
    )


def _without_fact(plan: Plan, fact: str) -> Iterable[Assumption]:
    """Yield the assumptions without what fills a link that is gone; those left empty go too."""
    for each in plan.assumptions:
        left = tuple(fill for fill in each.fills if fill != fact)
        if left or not each.fills:
            yield evolve(each, fills=left)


def parallel(plan: Plan, step: Step) -> Plan:
    """Return the plan in which work waits only for the start of what it waited to see finished.

    Raises:
        NetworkError: It does not wait for the finish of that work.
        UnknownActivityError: The plan does not have one of the two.
    """
    thing, before = waiting(plan, step.activity), plan.activity(step.after or "").id
    found = [link for link in thing.after if _is_in_sequence(link, before)]
    if not found:
        problem = f"{thing.id} does not wait for {before} to finish before it starts"
        raise _no_link(thing, problem)
    after = tuple(_overlapped(link, step) if link in found else link for link in thing.after)
    return with_activity(plan, evolve(thing, after=after))


def _is_in_sequence(link: Dependency, before: str) -> bool:
    return link.id == before and link.type is DependencyType.FINISH_TO_START


def _overlapped(link: Dependency, step: Step) -> Dependency:
    return evolve(
        link,
        type=DependencyType.START_TO_START,
        lag=step.lag or 0,
        lag_unit=step.lag_unit or LagUnit.WORKING_DAYS,
    )


def _no_link(thing: Waiting, problem: str) -> NetworkError:
    links = (f"{link.id} ({link.type.value})" for link in thing.after)
    return NetworkError(f"{problem}; it waits for {', '.join(links) or 'nothing'}")


def waiting(plan: Plan, name: str | None) -> Waiting:
    """Return the activity of this id, which must be one that can wait for others.

    Raises:
        NetworkError: It is an event or a meeting.
        UnknownActivityError: There is none.
    """
    thing = plan.activity(name or "")
    if not isinstance(thing, Action | Milestone | Commitment):
        raise NetworkError(f"{thing.id} has a date set by others: it waits for nothing")
    return thing


# --- the work itself ------------------------------------------------------------------------------


def set_duration(plan: Plan, step: Step) -> Plan:
    """Return the plan in which an action takes so many working days.

    Raises:
        NetworkError: It is no action, or it is done.
        UnknownActivityError: There is none.
    """
    action = open_action(plan, step.activity)
    return with_activity(plan, evolve(action, duration=step.days))


def set_calendar(plan: Plan, step: Step) -> Plan:
    """Return the plan in which work follows another working calendar.

    Raises:
        NetworkError: It follows none, or the plan has no such calendar.
        UnknownActivityError: There is no such work.
    """
    thing = plan.activity(step.activity or "")
    if not isinstance(thing, Action | Milestone):
        raise NetworkError(f"{thing.id} follows no working calendar of its own")
    known = ["england", *(each.id for each in plan.calendars)]
    if step.calendar not in known:
        hint = did_you_mean(step.calendar or "", known) or f" Known: {', '.join(known)}."
        raise NetworkError(f"the plan has no calendar {step.calendar!r}.{hint}")
    return with_activity(plan, evolve(thing, calendar=step.calendar))


def remove(plan: Plan, step: Step) -> Plan:
    """Return the plan in which work is cancelled: what waited for it waits for what it waited for.

    Raises:
        NetworkError: It is no action or milestone, or it is done or cancelled.
        UnknownActivityError: There is none.
    """
    thing = plan.activity(step.activity or "")
    if not isinstance(thing, Action | Milestone):
        problem = f"{thing.id} is no work of the plan, so it cannot be left undone"
        raise NetworkError(f"{problem}; drop the links to it instead")
    refuse_closed(thing)
    return with_activity(plan, evolve(thing, status=Status.CANCELLED))


def open_action(plan: Plan, name: str | None) -> Action:
    """Return the action of this id, which must still be open.

    Raises:
        NetworkError: It is a moment or something others date, or it is done or cancelled.
        UnknownActivityError: There is none.
    """
    thing = plan.activity(name or "")
    if not isinstance(thing, Action):
        raise NetworkError(f"{thing.id} takes no time of its own")
    refuse_closed(thing)
    return thing


def refuse_closed(thing: Action | Milestone) -> None:
    """Refuse to change what is done or will not be done.

    Raises:
        NetworkError: It is complete, cancelled or superseded.
    """
    if thing.status is Status.COMPLETE:
        raise NetworkError(f"{thing.id} is complete: nothing can be changed about it")
    if thing.status is not None and thing.status.is_dropped:
        raise NetworkError(f"{thing.id} is {thing.status.value}: it is not done anyway")
