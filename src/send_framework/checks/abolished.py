"""Bodies that have ended without the plan knowing: who has taken their place, and where."""

from collections.abc import Iterator
from datetime import date
from typing import TypeAlias

from send_framework.checks.context import Context
from send_framework.checks.finding import Consequence, Remark, Severity
from send_framework.checks.ownership import owners
from send_framework.checks.reading import Work, is_open, listed
from send_framework.checks.registry import finds
from send_framework.dates import day_words
from send_framework.model.action import Action
from send_framework.model.agency import Agency, AgencyKind
from send_framework.model.source import Source
from send_framework.reference import (
    CareBoard,
    CommissioningGroup,
    LocalArea,
    area_of,
    heirs_in,
    resolve,
)

Body: TypeAlias = LocalArea | CareBoard | CommissioningGroup
Heirs: TypeAlias = tuple[LocalArea | CareBoard, ...]

_KINDS = (
    AgencyKind.LOCAL_AUTHORITY,
    AgencyKind.INTEGRATED_CARE_BOARD,
    AgencyKind.CLINICAL_COMMISSIONING_GROUP,
)


@finds(
    "agency-abolished",
    Severity.WARNING,
    Consequence.OWNERSHIP,
    title="A body that has ended, and the plan does not know",
    looks_at="Each local authority and NHS board, by its codes, else by its name in any usual "
    "form: whether England's reference data says that it ended by the data date while open work "
    "or the partnership still names it, and the plan does not say both when it ends and who "
    "follows.",
    why="Twelve NHS boards ended on 31 March 2026 and councils are merged and split; plans keep "
    "the old names, and letters to them are answered by nobody.",
    advice="Name the successor, and give the old body its `valid_to` and `successors`.",
)
def agency_abolished(context: Context) -> Iterator[Remark]:
    """Find bodies that ended by the data date and that the plan takes for living ones."""
    for agency in context.plan.agencies:
        body = None if agency.valid_to and agency.successors else _body(agency)
        if body is None or body.valid_to is None or body.valid_to >= context.on:
            continue
        heirs = heirs_in(body, area_of(context.plan), context.on)
        works = tuple(each.id for each in context.work if _has_part(agency, each, context))
        if works or _stands_alone(agency, heirs, context):
            yield Remark(
                subject=agency.id,
                message=f"{agency.name} ended on {day_words(body.valid_to)}, and "
                f"{_where(works)} still names it.",
                advice=_instead(heirs),
                related=works,
                sources=tuple(dict.fromkeys((*body.sources, *_sources(heirs)))),
                day=body.valid_to,
            )


def _body(agency: Agency) -> Body | None:
    """Return the body that an agency of the plan is; ``None`` where a code alone was reissued."""
    if agency.kind not in _KINDS:
        return None
    by_code = tuple(map(str, agency.codes))
    meant = _meant(agency, by_code) or _meant(agency, (agency.name, *agency.also_known_as))
    # Of several codes the one that lasts is the body's.
    body = max(meant, key=lambda each: each.valid_to or date.max, default=None)
    return None if isinstance(body, LocalArea) and body.reissued else body


def _meant(agency: Agency, names: tuple[str, ...]) -> tuple[Body, ...]:
    found = (resolve(name, kind=agency.kind).body for name in names)
    return tuple(
        body for body in found if isinstance(body, LocalArea | CareBoard | CommissioningGroup)
    )


def _has_part(agency: Agency, work: Work, context: Context) -> bool:
    helps = work.contributors if isinstance(work, Action) else ()
    return is_open(work, context.on) and agency.id in (*owners(work), *helps)


def _stands_alone(agency: Agency, heirs: Heirs, context: Context) -> bool:
    """Say whether the partnership names it and none of those who followed."""
    partnership = context.plan.partnership
    if partnership is None or agency.id not in partnership.agencies:
        return False
    others = (context.agencies[each] for each in partnership.agencies)
    return not any(_body(each) in heirs for each in others)


def _where(works: tuple[str, ...]) -> str:
    return f"open work ({listed(works)})" if works else "the partnership"


def _instead(heirs: Heirs) -> str:
    """Name those who took over, with the code to look them up by."""
    if not heirs:
        return ""
    named = (f"{heir.name} ({heir.codes[0]})" for heir in heirs)
    return f"Name who took over: {listed(tuple(named))}."


def _sources(heirs: Heirs) -> Iterator[Source]:
    for heir in heirs:
        yield from heir.sources
