"""Is there somebody who acts, did they exist, and are they the ones inspectors named?"""

from collections.abc import Iterator
from datetime import date

from send_framework.checks.context import Context
from send_framework.checks.finding import Consequence, Remark, Severity
from send_framework.checks.reading import Work, finished_on, is_complete, listed, named, promise_of
from send_framework.checks.registry import finds
from send_framework.dates import day_words, earliest, latest
from send_framework.model.action import Action
from send_framework.model.agency import Agency
from send_framework.model.recommendation import Recommendation, RecommendationKind


def owners(work: Work) -> tuple[str, ...]:
    """Return the ids of those accountable for work and of its lead, each once.

    Args:
        work: An action or a milestone.
    """
    lead = work.lead if isinstance(work, Action) else None
    return tuple(dict.fromkeys((*work.accountable, *((lead,) if lead else ()))))


@finds(
    "action-without-owner",
    Severity.WARNING,
    Consequence.OWNERSHIP,
    title="An action without an owner",
    looks_at="Each open action: whether it has an accountable agency or a lead.",
    why="Work that nobody owns is done by nobody; inspectors and boards ask who leads it.",
    advice="Name at least one agency in `accountable`.",
)
def action_without_owner(context: Context) -> Iterator[Remark]:
    """Find open actions that nobody is accountable for."""
    for action in context.open_actions:
        if not owners(action):
            yield Remark(
                subject=action.id, message=f"{named(action)} has no owner.", sources=action.sources
            )


@finds(
    "lead-unknown",
    Severity.INFORMATION,
    Consequence.OWNERSHIP,
    title="Several agencies accountable, and no lead",
    looks_at="Each open action with two or more accountable agencies.",
    why="Responsibility is often held jointly; without a lead each may wait for the other.",
    advice="Agree which of them leads, and name it in `lead`.",
)
def lead_unknown(context: Context) -> Iterator[Remark]:
    """Find jointly owned open actions for which nobody published a lead."""
    for action in context.open_actions:
        if len(action.accountable) > 1 and action.lead is None:
            yield Remark(
                subject=action.id,
                message=f"{listed(action.accountable)} are accountable for {named(action)}, and "
                "nobody is named as the lead.",
                related=action.accountable,
            )


# --- bodies that end, begin and follow one another ------------------------------------------


def _span(context: Context, work: Work) -> tuple[date, date] | None:
    """Return the first and last day of work, by what is known, else promised, else scheduled."""
    place = context.scheduled.get(work.id)
    finish = latest(finished_on(work)) if is_complete(work, context.on) else None
    last = finish or latest(promise_of(work)) or (place.early_finish if place else None)
    began = (work.actual_start or work.planned_start) if isinstance(work, Action) else None
    first = earliest(began) or (place.early_start if place and not finish else None) or last
    return (min(first, last), last) if first and last else None


def _lives(context: Context) -> Iterator[tuple[Work, Agency, date, date]]:
    """Yield each piece of work with each owner whose life may not cover it."""
    for work in context.work:
        bodies = [context.agencies[each] for each in owners(work)]
        mortal = [each for each in bodies if each.valid_from or each.valid_to]
        span = _span(context, work) if mortal else None
        if span:
            for body in mortal:
                yield work, body, *span


@finds(
    "owner-did-not-exist",
    Severity.ERROR,
    Consequence.OWNERSHIP,
    title="An owner that does not exist when the work is done",
    looks_at="Each owner with a known first or last day, against the days of its work: as "
    "known, else as promised, else as scheduled.",
    why="Bodies end and begin: England's NHS boards were regrouped on 1 April 2026. A body that "
    "no longer exists cannot be held to account.",
    advice="Name a body that exists on those days.",
)
def owner_did_not_exist(context: Context) -> Iterator[Remark]:
    """Find owners whose life lies wholly before or after their work."""
    for work, body, first, last in _lives(context):
        if body.valid_to and body.valid_to < first:
            life, advice = f"ended on {day_words(body.valid_to)}", _instead(context, body, last)
        elif body.valid_from and body.valid_from > last:
            life, advice = f"began on {day_words(body.valid_from)}", ""
        else:
            continue
        yield Remark(
            subject=work.id,
            message=f"{body.id}, an owner of {named(work)}, {life}; the work is dated "
            f"{_days(first, last)}.",
            advice=advice,
            related=(body.id, *body.successors),
            sources=body.sources,
            day=last,
        )


@finds(
    "owner-changes-during-work",
    Severity.WARNING,
    Consequence.OWNERSHIP,
    title="An owner that ends, or begins, while the work goes on",
    looks_at="The same days: an owner that exists for a part of them only.",
    why="Work changes hands at a reorganisation, and what is not handed over is lost.",
    advice="Agree the hand-over, and name the body that takes over.",
)
def owner_changes_during_work(context: Context) -> Iterator[Remark]:
    """Find owners that exist for only a part of their work."""
    for work, body, first, last in _lives(context):
        if body.valid_to and first <= body.valid_to < last:
            life, advice = f"ends on {day_words(body.valid_to)}", _instead(context, body, last)
        elif body.valid_from and first < body.valid_from <= last:
            life, advice = f"begins on {day_words(body.valid_from)}", ""
        else:
            continue
        yield Remark(
            subject=work.id,
            message=f"{body.id}, an owner of {named(work)}, {life}, during the work "
            f"({_days(first, last)}).",
            advice=advice,
            related=(body.id, *body.successors),
            sources=body.sources,
            day=last,
        )


def _days(first: date, last: date) -> str:
    return day_words(last) if first == last else f"{day_words(first)} to {day_words(last)}"


def _instead(context: Context, body: Agency, day: date) -> str:
    """Name who has taken over by that day; a successor may itself have a successor."""
    alive: list[str] = []
    waiting, seen = list(body.successors), {body.id}
    for each in waiting:
        if each not in seen:
            seen.add(each)
            heir = context.agencies[each]
            if heir.exists_on(day):
                alive.append(f"{heir.id} ({heir.name})")
            else:
                waiting.extend(heir.successors)
    if not alive:
        return f"Find out who took over from {body.id}, and name them as owner."
    return f"Name who took over from {body.id}: {listed(tuple(alive))}."


# --- bodies and the partnership --------------------------------------------------------------


def _kin(context: Context, ids: tuple[str, ...]) -> set[str]:
    """Return bodies with all who follow them: a successor stands in their place."""
    found, waiting = set(ids), list(ids)
    for each in waiting:
        fresh = [heir for heir in context.agencies[each].successors if heir not in found]
        found.update(fresh)
        waiting.extend(fresh)
    return found


@finds(
    "owner-not-in-partnership",
    Severity.WARNING,
    Consequence.OWNERSHIP,
    title="An owner that is not in the partnership",
    looks_at="The owners of open work, in a plan that says whose partnership it is; a successor "
    "of a member counts as a member.",
    why="The partnership answers for its plan. It cannot commit a department, an inspectorate or "
    "a neighbour, only ask them.",
    advice="Name a member as the owner and the other body in `contributors`, or add it to the "
    "partnership.",
)
def owner_not_in_partnership(context: Context) -> Iterator[Remark]:
    """Find owners of open work who do not belong to the partnership."""
    partnership = context.plan.partnership
    if partnership is None:
        return
    members = _kin(context, partnership.agencies)
    for action in context.open_actions:
        for owner in owners(action):
            if owner not in members:
                yield Remark(
                    subject=action.id,
                    message=f"{context.agencies[owner].name} owns {named(action)} and is not in "
                    f"{partnership.name}.",
                    related=(owner,),
                )


@finds(
    "responsible-body-without-action",
    Severity.WARNING,
    Consequence.OWNERSHIP,
    title="A body named by inspectors that does nothing about it",
    looks_at="Each body printed as responsible for a recommendation that work answers: whether "
    "it, or a successor, owns or contributes to any of that work.",
    why="Inspectors name each responsible body on purpose, and hold all of them to it.",
    advice="Give this body a part in the work: in `accountable`, `lead` or `contributors`.",
)
def responsible_body_without_action(context: Context) -> Iterator[Remark]:
    """Find responsible bodies without a part in the work that answers their recommendation."""
    for each in context.plan.recommendations:
        works = context.answers_to(each)
        involved = {body for work in works for body in _involved(work)}
        for body in each.responsible if works else ():
            if not involved & _kin(context, (body,)):
                ids = tuple(work.id for work in works)
                yield Remark(
                    subject=each.id,
                    message=f"{context.agencies[body].name} is responsible for {each.id} and has "
                    f"no part in {listed(ids)}.",
                    sources=each.sources,
                    related=(body, *ids),
                )


def _involved(work: Work) -> tuple[str, ...]:
    return (*owners(work), *(work.contributors if isinstance(work, Action) else ()))


@finds(
    "priority-action-without-body",
    Severity.INFORMATION,
    Consequence.OWNERSHIP,
    title="A priority action for which no responsible body is given",
    looks_at="Each area for priority action.",
    why="Reports print the responsible bodies beside every area for priority action; areas for "
    "improvement have no such column.",
    advice="Copy the responsible bodies from the report into `responsible`.",
)
def priority_action_without_body(context: Context) -> Iterator[Remark]:
    """Find priority actions whose responsible bodies the plan leaves out."""
    for each in context.plan.recommendations:
        if each.kind is RecommendationKind.PRIORITY_ACTION and not each.responsible:
            yield _bodiless(each)


def _bodiless(each: Recommendation) -> Remark:
    return Remark(
        subject=each.id,
        message=f"No responsible body is given for priority action {each.id}.",
        sources=each.sources,
    )
