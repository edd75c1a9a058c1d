"""What inspectors asked for: the outcome, each recommendation with its bodies, who does what."""

from collections.abc import Iterable, Iterator

from attrs import frozen

from send_framework.dates import ApproximateDate
from send_framework.formats.html.facts import PageFacts
from send_framework.formats.html.pieces import Tag, Words, float_tag, mentions, ready_tag
from send_framework.formats.wording import short_day
from send_framework.model.action import Action
from send_framework.model.inspection import Inspection
from send_framework.model.recommendation import Recommendation, RecommendationKind
from send_framework.model.source import Source
from send_framework.network.results import RecommendationReadiness

KINDS = {
    RecommendationKind.PRIORITY_ACTION: "area for priority action",
    RecommendationKind.AREA_FOR_IMPROVEMENT: "area for improvement",
    RecommendationKind.SIGNIFICANT_WEAKNESS: "area of significant weakness",
}
_DAYS = {
    "on_site_start": "Inspectors on site",
    "report_received": "Final report received",
    "published": "Report published",
}


@frozen(kw_only=True)
class Outcome:
    """The inspection that a plan answers.

    Attributes:
        found: What it found, in words.
        days: Its days by name.
        sources: Where they can be checked.
    """

    found: str
    days: tuple[tuple[str, str], ...]
    sources: tuple[Source, ...]


@frozen(kw_only=True)
class Asked:
    """One recommendation, or one part of it.

    Attributes:
        id: Its id.
        is_part: Whether it is a part of the one before it.
        kind: What kind it is; of a part empty.
        text: What it asks for.
        bodies: Names of the bodies responsible.
        addressed: Who its prose speaks to.
        work: What answers it.
        ready: The answer for this work alone.
        day: The first day on which that work is finished.
        room: Float to the end of the window that decides.
        last: The address of why the last of that work ends when it does; empty without a day.
    """

    id: str
    is_part: bool
    kind: str
    text: str
    bodies: tuple[str, ...]
    addressed: str
    work: tuple[Words, ...]
    ready: Tag
    day: str
    room: Tag | None
    last: str


def outcome_of(facts: PageFacts) -> Outcome | None:
    """Return the inspection that the plan answers; ``None`` where it names none.

    Args:
        facts: What the page tells.
    """
    inspection = facts.plan.inspection_answered()
    if inspection is None:
        return None
    found = inspection.outcome or inspection.result
    return Outcome(
        found=found.value.replace("-", " ") if found else "no outcome on record",
        days=tuple(_days(inspection)),
        sources=inspection.sources,
    )


def _days(inspection: Inspection) -> Iterator[tuple[str, str]]:
    for name, words in _DAYS.items():
        said: ApproximateDate | None = getattr(inspection, name)
        if said is not None:
            yield words, str(said)


def asked_of(facts: PageFacts) -> tuple[Asked, ...]:
    """Return every recommendation with its parts below it.

    Args:
        facts: What the page tells.
    """
    return tuple(_asked(facts, each) for each in facts.recommendations)


def _asked(facts: PageFacts, each: RecommendationReadiness) -> Asked:
    whole = facts.asked[each.id]
    recommendation = whole if isinstance(whole, Recommendation) else None
    readiness = each.readiness
    floats = {
        "earliest": readiness.float_to_earliest,
        "expected": readiness.float_to_expected,
        "latest": readiness.float_to_latest,
    }
    room = floats.get(facts.schedule.late_from)
    return Asked(
        id=each.id,
        is_part=each.part_of is not None,
        kind=KINDS[recommendation.kind] if recommendation else "",
        text=each.text,
        bodies=tuple(map(facts.name_of, recommendation.responsible)) if recommendation else (),
        addressed=recommendation.addressed_to if recommendation else "",
        work=mentions(facts, each.answered_by),
        ready=ready_tag(readiness.state),
        day=short_day(readiness.ready_on),
        room=None if room is None else float_tag(room),
        last=_last(facts, each),
    )


def _last(facts: PageFacts, each: RecommendationReadiness) -> str:
    """Return where the day is explained: work for a later inspection ends after it."""
    ready = each.readiness.ready_on
    if ready is None:
        return ""
    work = (facts.dated[one] for one in each.answered_by if one in facts.dated)
    ending = (one for one in work if not one.is_ongoing)
    last = max(ending, key=lambda one: (one.early_finish <= ready, one.early_finish))
    return f"#{facts.anchor(last.id)}"


# --- who does what ------------------------------------------------------------------------------


@frozen(kw_only=True)
class Share:
    """What one body has to do with one recommendation.

    Attributes:
        responsible: Whether the report names it as responsible.
        accountable: Work it is accountable for.
        helps: Work it contributes to.
    """

    responsible: bool
    accountable: tuple[Words, ...]
    helps: tuple[Words, ...]

    @property
    def is_empty(self) -> bool:
        """Whether it has nothing to do with it."""
        return not (self.responsible or self.accountable or self.helps)


@frozen(kw_only=True)
class Matrix:
    """Recommendations against bodies.

    Attributes:
        bodies: The names of the columns.
        rows: Each recommendation's id, its text, and a share for each body.
    """

    bodies: tuple[str, ...]
    rows: tuple[tuple[str, str, tuple[Share, ...]], ...]


def matrix_of(facts: PageFacts) -> Matrix:
    """Return who has to do with which recommendation, by report and by plan.

    Args:
        facts: What the page tells.
    """
    work = {each.id: each.answered_by for each in facts.recommendations}
    lines = [
        (each.id, each.text, each.responsible, work[each.id]) for each in facts.plan.recommendations
    ]
    loose = tuple(each.id for each in facts.plan.work() if not each.answers)
    if loose and lines:
        lines.append(("", "work that answers no recommendation", (), loose))
    columns = _bodies(facts, lines)
    return Matrix(
        bodies=tuple(map(facts.name_of, columns)),
        rows=tuple(
            (one, text, tuple(_share(facts, body, named, answers) for body in columns))
            for one, text, named, answers in lines
        ),
    )


_Line = tuple[str, str, tuple[str, ...], tuple[str, ...]]


def _bodies(facts: PageFacts, lines: Iterable[_Line]) -> tuple[str, ...]:
    """Return the bodies that any recommendation concerns, in the plan's order."""
    concerned: set[str] = set()
    for _, _, named, answers in lines:
        concerned.update(named)
        for each in answers:
            concerned.update((*_accountable(facts, each), *_helping(facts, each)))
    return tuple(each for each in facts.agencies if each in concerned)


def _share(facts: PageFacts, body: str, named: tuple[str, ...], answers: tuple[str, ...]) -> Share:
    accountable = tuple(each for each in answers if body in _accountable(facts, each))
    helps = tuple(each for each in answers if body in _helping(facts, each))
    return Share(
        responsible=body in named,
        accountable=mentions(facts, accountable),
        helps=mentions(facts, helps),
    )


def _accountable(facts: PageFacts, activity: str) -> tuple[str, ...]:
    work = facts.work[activity]
    return getattr(work, "accountable", ())


def _helping(facts: PageFacts, activity: str) -> tuple[str, ...]:
    work = facts.work[activity]
    return work.contributors if isinstance(work, Action) else ()
