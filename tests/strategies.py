"""Hypothesis strategies for whole plans: every class and field of the model, nasty texts too.

`plans()` draws anything that the model allows, cycles included; `plans(acyclic=True)` lets work
wait only for work that stands before it.
"""

from collections.abc import Callable, Sequence
from typing import Any

from hypothesis import strategies as st

from send_framework import Assumption, LocalAreaPartnership, Plan, PlanKind, Source
from send_framework.model.periods import PublicationHold, Term
from tests import part_strategies as parts
from tests import work_strategies as work_parts
from tests.part_strategies import Fields, Known, Strategy, any_texts, days, ids, some_texts
from tests.uncertain_strategies import uncertain_lists

__all__ = ["any_texts", "days", "ids", "plans", "some_texts"]

WORK = ("actions", "milestones", "commitments", "events", "planned", "held")


@st.composite
def plans(draw: st.DrawFn, *, acyclic: bool = False, most_work: int = 8) -> Plan:
    """Draw a whole plan.

    Args:
        draw: Given by hypothesis.
        acyclic: Whether work waits only for work that stands before it.
        most_work: The most actions, milestones, commitments, events and meetings together.
    """
    known = draw(_known())
    register = draw(st.lists(parts.sources, max_size=2, unique_by=lambda source: source.key))
    extra = parts.facts(register)
    names = draw(few(most_work))
    work = draw(_work(names, known, extra, acyclic=acyclic))
    lists: dict[str, Any] = {
        "register": tuple(register), **draw(_world(known, extra)), **work,
        "terms": draw(parts.some(parts.periods(Term, extra), 1)),
        "holds": draw(parts.some(parts.periods(PublicationHold, extra), 1)),
        "rule_overrides": draw(_overrides(register, extra)),
        "windows": draw(_named(lambda name: parts.windows(name, names, extra))),
        "baselines": draw(_named(lambda name: parts.baselines(name, names, extra))),
        "assumptions": draw(_named(lambda name: _assumptions(name, work))),
        **draw(uncertain_lists(work, known, extra)),
    }  # fmt: skip
    single: dict[str, Any] = draw(
        st.fixed_dictionaries({"title": some_texts}, optional=_single(known, extra))
    )
    return Plan(**single, **lists)


def _overrides(register: Sequence[Source], extra: Fields) -> Strategy:
    return parts.some(parts.rule_overrides(register, extra), 1) if register else st.just(())


def few(most: int = 2) -> st.SearchStrategy[tuple[str, ...]]:
    """Return strategies for a few ids, none twice."""
    return st.lists(ids, max_size=most, unique=True).map(tuple)


def _known() -> st.SearchStrategy[Known]:
    calendars = few().map(lambda names: tuple(name for name in names if name != "england"))
    return st.builds(
        Known, agencies=few(3), calendars=calendars, inspections=few(), measures=few(),
        asked=few(4),
    )  # fmt: skip


def _named(make: Callable[[str], Strategy]) -> Strategy:
    """Draw one thing for each of a few ids."""
    return few().flatmap(lambda names: st.tuples(*map(make, names)))


def _single(known: Known, extra: Fields) -> Fields:
    """Return the fields of a plan that are no lists."""
    fields: Fields = {
        "kind": st.sampled_from(PlanKind), "start": days, "data_date": days,
        "calendar": st.sampled_from(["england", *known.calendars]),
        "answers_inspection": parts.one_of(known.inspections), **extra,
    }  # fmt: skip
    if known.agencies:
        fields["partnership"] = parts.objects(
            LocalAreaPartnership,
            {"name": some_texts, "area": some_texts,
             "local_authority": parts.one_of(known.agencies)},
            {"boards": parts.members(known.agencies), "members": parts.members(known.agencies),
             **extra},
        )  # fmt: skip
    return fields


def _world(known: Known, extra: Fields) -> Strategy:
    """Return the lists that work refers to."""

    def each(names: Sequence[str], make: Callable[[str], Strategy]) -> Strategy:
        return st.tuples(*map(make, names))

    whole, named_parts = known.asked[:2], known.asked[2:]
    return st.fixed_dictionaries(
        {
            "agencies": each(
                known.agencies, lambda name: parts.agencies(name, known.agencies, extra)
            ),
            "calendars": each(known.calendars, parts.calendars),
            "inspections": each(known.inspections, lambda name: parts.inspections(name, extra)),
            "measures": each(known.measures, lambda name: parts.measures(name, extra)),
            "recommendations": st.tuples(
                *(
                    parts.recommendations(name, () if number else named_parts, known, extra)
                    for number, name in enumerate(whole)
                )
            ),
        }
    )


@st.composite
def _work(
    draw: st.DrawFn, names: Sequence[str], known: Known, extra: Fields, *, acyclic: bool
) -> dict[str, Any]:
    """Draw the work: what each id is, and what it waits for."""
    made: dict[str, list[Any]] = {kind: [] for kind in WORK}
    for number, name in enumerate(names):
        before = names[:number] if acyclic else names
        kind = draw(st.sampled_from((*WORK, "actions", "actions")))
        made[kind].append(draw(_activity(kind, name, before, known, extra)))
    planned, held = made.pop("planned"), made.pop("held")
    cycle = draw(work_parts.reviews("BOARD", planned, held, known, extra))
    lists = {kind: tuple(each) for kind, each in made.items()}
    return {**lists, "reviews": (cycle,) if planned or held else ()}


def _activity(kind: str, name: str, before: Sequence[str], known: Known, extra: Fields) -> Strategy:
    """Return what this id stands for; of a meeting, the id alone."""
    match kind:
        case "actions":
            return work_parts.actions(name, before, known, extra)
        case "milestones":
            return work_parts.milestones(name, before, known, extra)
        case "commitments":
            return work_parts.commitments(name, before, known, extra)
        case "events":
            return work_parts.events(name, known, extra)
        case _:
            return st.just(name)


def _assumptions(name: str, work: dict[str, Any]) -> Strategy:
    """Return assumptions with this id that fill fields and links of this work."""
    fills = [f"{each.id} duration" for each in work["actions"]]
    fills += [f"{each.id} after {link.id}" for each in work["actions"] for link in each.after]
    allowed: Fields = {"fills": parts.members(fills)} if fills else {}
    return parts.objects(Assumption, {"id": st.just(name), "reason": some_texts}, allowed)
