"""From a PDF to what the report says: all parts put together, and what they contradict."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import PurePath

from attrs import evolve

from send_framework.formats.files import PathLike
from send_framework.formats.inspection_report.addressing import addressed_to
from send_framework.formats.inspection_report.bodies import bodies_in
from send_framework.formats.inspection_report.cover import Cover
from send_framework.formats.inspection_report.details import Column, columns_of
from send_framework.formats.inspection_report.doubts import findings_in
from send_framework.formats.inspection_report.found import (
    Found,
    How,
    InspectionReport,
    PrintedRecommendation,
    Team,
)
from send_framework.formats.inspection_report.hyphens import softened
from send_framework.formats.inspection_report.layout import Line, Page, box_around, joined
from send_framework.formats.inspection_report.passages import (
    Passage,
    is_bullet,
    paragraphs_of,
    passages_of,
    words_in,
)
from send_framework.formats.inspection_report.pdf import (
    USUAL_LIMITS,
    ReadingLimits,
    pages_of,
    refused,
)
from send_framework.formats.inspection_report.printed_dates import days_at_foot
from send_framework.formats.inspection_report.reading_order import Script, Section, in_order
from send_framework.formats.inspection_report.refusing import why_not
from send_framework.formats.inspection_report.tables import Row, parted
from send_framework.formats.inspection_report.team import team_of
from send_framework.model.inspection import Outcome
from send_framework.model.recommendation import RecommendationKind
from send_framework.model.source import Confidence

_LAW = re.compile(
    r"(?:sections?|regulations?)\s+\d+[\w()]*(?:\s+of\s+the)\s+[A-Z][^.;]*?(?:Act|Regulations)\s+\d{4}"
)
_KINDS = {
    Section.PRIORITY: RecommendationKind.PRIORITY_ACTION,
    Section.IMPROVEMENT: RecommendationKind.AREA_FOR_IMPROVEMENT,
}


def read_report(path: PathLike, *, limits: ReadingLimits = USUAL_LIMITS) -> InspectionReport:
    """Read a full area SEND inspection report of Ofsted and the Care Quality Commission.

    Args:
        path: The PDF file.
        limits: How much of it is read before it is refused.

    Raises:
        MissingExtraError: The library for PDFs is not installed.
        DocumentError: It is no PDF, or no report of this kind; the sentence says which.
    """
    pages = pages_of(path, limits)
    script = softened(in_order([parted(page) for page in pages]))
    cover = Cover(script.lines(Section.COVER))
    area, held, outcome = cover.area(), cover.held() or _held_by_foot(script), cover.outcome()
    if area is None or held is None or outcome is None:
        raise refused(path, why_not(cover.text, pages))
    report = _report(PurePath(path).name, pages, script, cover, (area, held, outcome))
    return evolve(report, findings=findings_in(report, script))


def _held_by_foot(script: Script) -> tuple[Found[date], Found[date]] | None:
    """Return the days at the foot of a page, where the cover's cannot be read."""
    for _, foot in script.feet:
        days = days_at_foot(foot)
        if days:
            start, end = (
                Found(value=day, printed=foot, how=How.FOOT, confidence=Confidence.UNVERIFIED)
                for day in (days[0], days[-1])
            )
            return start, end
    return None


def _report(
    name: str,
    pages: Sequence[Page],
    script: Script,
    cover: Cover,
    sure: tuple[Found[str], tuple[Found[date], Found[date]], Found[Outcome]],
) -> InspectionReport:
    council, board = columns_of(script.sections.get(Section.DETAILS, ()))
    return InspectionReport(
        file=name,
        pages=len(pages),
        local_area=sure[0],
        inspection_start=sure[1][0],
        inspection_end=sure[1][1],
        previous_inspection=cover.before(),
        published=cover.published(),
        outcome=sure[2],
        monitoring_within_months=cover.monitoring(),
        next_full_within_years=cover.next_full(),
        next_full_is_called=cover.next_full_name(),
        priority_action_plan_required=cover.plan_required(),
        local_authorities=_bodies(council),
        icbs=_bodies(board),
        local_authority_lead_role=_one_role(council),
        icb_lead_roles=_roles(board),
        inspectors=_team(pages, script),
        laws=_laws(script.lines(Section.INSPECTION)),
        recommendations=[
            made
            for section, kind in _KINDS.items()
            for made in _recommendations(script, section, kind)
        ],
    )


# --- recommendations ------------------------------------------------------------------------------


def _recommendations(
    script: Script, section: Section, kind: RecommendationKind
) -> Iterable[PrintedRecommendation]:
    rows = [block for block in script.sections.get(section, ()) if isinstance(block, Row)]
    for passage in passages_of(rows):
        if passage.right:
            yield _recommendation(passage, kind)


def _recommendation(passage: Passage, kind: RecommendationKind) -> PrintedRecommendation:
    text = "\n".join(paragraphs_of(passage.right))
    cell = joined(line.text for line in passage.left)
    return PrintedRecommendation(
        kind=kind,
        text=text,
        words=words_in(passage.right),
        bullets=sum(is_bullet(line.text) for line in passage.right),
        bodies=bodies_in(cell),
        bodies_printed=cell,
        addressed_to=addressed_to(text),
        places=box_around((*passage.left, *passage.right)),
        how=_how(passage),
        confidence=Confidence.UNVERIFIED if passage.doubtful else Confidence.VERIFIED,
    )


def _how(passage: Passage) -> How:
    if passage.numbered:
        return How.NUMBERS
    return How.ACROSS_PAGES if passage.joined else How.BORDERS


# --- details --------------------------------------------------------------------------------------


def _bodies(column: Column) -> Found[tuple[str, ...]]:
    return _in_cell(column.bodies, column.name_lines)


def _roles(column: Column) -> Found[tuple[str, ...]]:
    return _in_cell(column.roles, column.role_lines if column.roles else ())


def _one_role(column: Column) -> Found[str]:
    found = _roles(column)
    return Found(
        value=found.value[0] if found.value else "",
        printed=found.printed,
        places=found.places,
        how=found.how,
    )


def _in_cell(values: tuple[str, ...], lines: Sequence[Line]) -> Found[tuple[str, ...]]:
    if not lines:
        return Found(value=values)
    return Found(value=values, printed="; ".join(values), places=box_around(lines), how=How.CELL)


def _team(pages: Sequence[Page], script: Script) -> Found[Team]:
    counted = team_of(pages, script.sections.get(Section.TEAM, ()))
    if counted is None:
        return Found(value=Team(ofsted=0, cqc=0), confidence=Confidence.UNVERIFIED)
    team = counted.team
    printed = f"{team.ofsted} from Ofsted, {team.cqc} from the Care Quality Commission"
    return Found(value=team, printed=printed, places=box_around(counted.lines), how=How.COUNTED)


def _laws(lines: Sequence[Line]) -> Found[tuple[str, ...]]:
    text = joined(line.text for line in lines)
    laws = tuple(dict.fromkeys(_LAW.findall(text)))
    if not laws:
        return Found(value=())
    return Found(value=laws, printed="; ".join(laws), places=box_around(lines), how=How.SENTENCE)
