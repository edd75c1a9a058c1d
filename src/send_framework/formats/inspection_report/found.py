"""What a report says, each value with where it stands, how it was found and how sure it is."""

from datetime import date
from enum import Enum
from typing import Generic, TypeVar

from attrs import field, frozen

from send_framework.formats.inspection_report.layout import Place
from send_framework.model.inspection import Outcome
from send_framework.model.recommendation import RecommendationKind
from send_framework.model.source import Confidence
from send_framework.model.validation import many

T_co = TypeVar("T_co", covariant=True)


class How(Enum):
    """How a value was found."""

    LABEL = "behind its label"
    SENTENCE = "in its sentence"
    CELL = "in its cell"
    BORDERS = "between the borders of a row"
    ACROSS_PAGES = "between the borders of a row that runs over a page"
    NUMBERS = "by its typed number"
    FOOT = "at the foot of a page"
    COUNTED = "counted in its column"
    ABSENT = "not printed"


@frozen(kw_only=True)
class Found(Generic[T_co]):
    """One value of a report.

    Attributes:
        value: What was read; ``None`` or empty where nothing is printed.
        printed: The words it was read from.
        places: Where they stand.
        how: How it was found.
        confidence: Verified where it was read in its own place, unverified where something
            contradicts it or it had to be guessed.
    """

    value: T_co
    printed: str = ""
    places: tuple[Place, ...] = field(default=(), converter=many)
    how: How = How.ABSENT
    confidence: Confidence = Confidence.VERIFIED


@frozen(kw_only=True)
class PreviousInspection:
    """What the cover says of the inspection before.

    Attributes:
        printed: As printed.
        start: Its first day, where that can be read.
        end: Its last day, where one is printed.
    """

    printed: str
    start: date | None = None
    end: date | None = None


@frozen(kw_only=True)
class Team:
    """How many inspectors each inspectorate sent, the lead included.

    Attributes:
        ofsted: From Ofsted.
        cqc: From the Care Quality Commission.
    """

    ofsted: int
    cqc: int


@frozen(kw_only=True)
class PrintedRecommendation:
    """An area for priority action or for improvement, as printed.

    Attributes:
        kind: Which of the two.
        text: Its words; a paragraph or a bullet a line.
        words: How many words there are, without bullet signs and typed numbers.
        bullets: How many bullet points.
        bodies: The responsible bodies, each by itself; empty where the report has no such cell.
        bodies_printed: The cell as printed.
        addressed_to: Who the prose says should act; empty where it does not begin so.
        places: Where it stands.
        how: How it was found.
        confidence: How sure its extent is.
    """

    kind: RecommendationKind
    text: str
    words: int
    bullets: int = 0
    bodies: tuple[str, ...] = field(default=(), converter=many)
    bodies_printed: str = ""
    addressed_to: str = ""
    places: tuple[Place, ...] = field(default=(), converter=many)
    how: How = How.BORDERS
    confidence: Confidence = Confidence.VERIFIED


@frozen(kw_only=True)
class ReaderFinding:
    """Something the reader noticed and did not decide in silence.

    Attributes:
        code: Stable short name, such as ``"dates-differ"``.
        sentence: What was noticed.
        page: Where; ``None`` for the whole report.
    """

    code: str
    sentence: str
    page: int | None = None


@frozen(kw_only=True)
class InspectionReport:
    """An area SEND inspection report, as read.

    Attributes:
        file: The file's name.
        pages: How many pages it has.
        local_area: The area's name in the title.
        inspection_start: First day on the cover.
        inspection_end: Last day on the cover.
        previous_inspection: The inspection before, if one is printed.
        published: The day of publication, if one is printed.
        outcome: The outcome, by its sentence.
        monitoring_within_months: When a monitoring inspection follows.
        next_full_within_years: When the next full inspection follows.
        next_full_is_called: What it is called.
        priority_action_plan_required: Whether a priority action plan is asked for.
        local_authorities: Names in the details table.
        icbs: Names of integrated care boards in the details table.
        local_authority_lead_role: Job title; names of persons are never kept.
        icb_lead_roles: Job titles.
        inspectors: The team's size.
        laws: Laws cited for the inspection.
        recommendations: Areas for priority action, then areas for improvement, as printed.
        findings: What contradicts, is missing or is not known.
    """

    file: str
    pages: int
    local_area: Found[str]
    inspection_start: Found[date]
    inspection_end: Found[date]
    previous_inspection: Found[PreviousInspection | None]
    published: Found[date | None]
    outcome: Found[Outcome]
    monitoring_within_months: Found[int | None]
    next_full_within_years: Found[int | None]
    next_full_is_called: Found[str]
    priority_action_plan_required: Found[bool]
    local_authorities: Found[tuple[str, ...]]
    icbs: Found[tuple[str, ...]]
    local_authority_lead_role: Found[str]
    icb_lead_roles: Found[tuple[str, ...]]
    inspectors: Found[Team]
    laws: Found[tuple[str, ...]]
    recommendations: tuple[PrintedRecommendation, ...] = field(default=(), converter=many)
    findings: tuple[ReaderFinding, ...] = field(default=(), converter=many)

    def of_kind(self, kind: RecommendationKind) -> tuple[PrintedRecommendation, ...]:
        """Return the recommendations of one kind.

        Args:
            kind: Which.
        """
        return tuple(each for each in self.recommendations if each.kind is kind)
