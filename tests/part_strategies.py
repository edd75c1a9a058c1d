"""Hypothesis strategies for the parts of a plan: every class and field of the model.

`tests/strategies.py` makes whole plans of them.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any, TypeAlias

from attrs import frozen
from hypothesis import strategies as st

from send_framework import (
    Action,
    Agency,
    AgencyKind,
    ApproximateDate,
    Baseline,
    BaselineEntry,
    Claim,
    Closure,
    CodeScheme,
    Commitment,
    CommitmentKind,
    Confidence,
    Constraint,
    ConstraintKind,
    Dependency,
    DependencyType,
    Direction,
    Event,
    EventKind,
    Evidence,
    EvidenceKind,
    Inspection,
    InspectionKind,
    LagUnit,
    Measure,
    MeasureKind,
    Meeting,
    Milestone,
    Modality,
    MonitoringResult,
    NeededBy,
    Observation,
    ObservationKind,
    OfficialCode,
    Outcome,
    Precision,
    Recommendation,
    RecommendationKind,
    RecommendationPart,
    ReviewCycle,
    RevisitProgress,
    RuleReference,
    Share,
    Side,
    Source,
    Status,
    Target,
    Unit,
    Window,
    WindowEnd,
    Within,
    WorkingCalendar,
)

Strategy: TypeAlias = st.SearchStrategy[Any]
Fields: TypeAlias = dict[str, Strategy]


@frozen(kw_only=True)
class Known:
    """The ids of a plan, drawn before what refers to them."""

    agencies: tuple[str, ...]
    calendars: tuple[str, ...]
    inspections: tuple[str, ...]
    measures: tuple[str, ...]
    asked: tuple[str, ...]


# Texts that look like something else to YAML, to a spreadsheet or to a careless writer.
NASTY = (
    "no", "Yes", "on", "true", "null", "~", "1e3", "1.10", "007", "0x1F", "1_000", "12:30",
    "2024-01-01", "2024", "=", "=1+1", "<<", " leading", "trailing ", "a: b", "a #b", "# c",
    "- item", "? key", "*alias", "&anchor", "!tag", "%directive", "@at", "`tick", "{a}", "[b]",
    "it's", 'say "so"', "back\\slash", "tab\there", "two\nlines", "\nfirst empty", "last empty\n",
    "  indented\n    more", "a\n\n\nb\n\n", "| pipe", "> fold", "---", "...", "\ufefflead",
    "\u017e \u5b57 \U0001f600", "£4.4m \u2013 \u201cquoted\u201d",
    "x" * 200, "word " * 40 + "end", "\u00a0", "\u200b.", "e\u0301",
)  # fmt: skip

days = st.dates(date(1900, 1, 1), date(2100, 12, 31))
_characters = st.characters(
    exclude_categories=("Cs", "Cc"), exclude_characters="\u2028\u2029\ufffe\uffff"
)
any_texts = st.one_of(
    st.sampled_from(NASTY), st.text(st.one_of(_characters, st.sampled_from("\n\t :#-'\"")))
)
some_texts = any_texts.filter(lambda text: bool(text.strip()))
ids = st.from_regex(r"[A-Za-z0-9][A-Za-z0-9._()/-]{0,8}", fullmatch=True)
confidences = st.sampled_from(Confidence)


@st.composite
def approximate_dates(draw: st.DrawFn) -> ApproximateDate:
    """Draw an approximate date of any precision."""
    texts = st.sampled_from(
        ["2024-03", "spring 2024", "winter 1999", "2024-Q3", "2024", "FY 2024/25",
         "academic year 1999/00", "ongoing", "unknown"]
    )  # fmt: skip
    first, last = sorted((draw(days), draw(days)))
    exact = st.sampled_from(
        [ApproximateDate.on(first), ApproximateDate.between(first, last),
         ApproximateDate.between(None, last), ApproximateDate.between(first, None)]
    )  # fmt: skip
    found = draw(st.one_of(exact, texts.map(ApproximateDate.parse)))
    about = found.precision not in (Precision.ONGOING, Precision.UNKNOWN) and draw(st.booleans())
    return ApproximateDate.parse(f"about {found.iso()}") if about else found


def objects(cls: type, needed: Fields, allowed: Fields) -> Strategy:
    """Draw objects with the needed fields and any of the allowed ones."""
    optional = {name: each for name, each in allowed.items() if name not in needed}
    return st.fixed_dictionaries(needed, optional=optional).map(lambda fields: cls(**fields))


def some(strategy: Strategy, most: int = 2) -> Strategy:
    """Draw a few of these."""
    return st.lists(strategy, max_size=most).map(tuple)


def members(known: Sequence[str], most: int = 3) -> Strategy:
    """Draw some of these ids, none twice; nothing where there are none."""
    if not known:
        return st.just(())
    return st.lists(st.sampled_from(known), max_size=most, unique=True).map(tuple)


def one_of(known: Sequence[str]) -> Strategy:
    """Draw one of these ids; nothing where there are none."""
    return st.sampled_from(known) if known else st.none()


sources = objects(
    Source,
    {"key": ids, "title": some_texts},
    {
        "publisher": any_texts, "url": any_texts, "paragraph": any_texts, "note": any_texts,
        "published": days, "read_on": days,
    },
)  # fmt: skip


def facts(register: Sequence[Source]) -> Fields:
    """Return what every fact may carry, its sources taken from a register."""
    cited = st.lists(st.sampled_from(register), max_size=2).map(tuple) if register else st.just(())
    claim = objects(
        Claim,
        {"about": some_texts, "says": some_texts},
        {"sources": cited, "confidence": confidences},
    )
    return {
        "sources": cited, "confidence": confidences, "note": any_texts, "claims": some(claim, 1),
    }  # fmt: skip


_codes = st.sampled_from(
    [
        OfficialCode(scheme=CodeScheme.GSS, value="E10000029"),
        OfficialCode(scheme=CodeScheme.ODS, value="26A", valid_to=date(2026, 3, 31)),
        OfficialCode(scheme=CodeScheme.DFE, value="935", valid_from=date(1998, 4, 1)),
    ]
)


@st.composite
def agencies(draw: st.DrawFn, name: str, others: Sequence[str], extra: Fields) -> Agency:
    """Draw an agency with this id, whose successors are among the others."""
    life = sorted((draw(days), draw(days)))
    allowed: Fields = {
        "also_known_as": some(some_texts), "codes": some(_codes), "footprint": any_texts,
        "valid_from": st.just(life[0]), "valid_to": st.just(life[1]),
        "successors": members([each for each in others if each != name]), **extra,
    }  # fmt: skip
    needed: Fields = {
        "id": st.just(name), "name": some_texts, "kind": st.sampled_from(AgencyKind),
    }  # fmt: skip
    agency: Agency = draw(objects(Agency, needed, allowed))
    return agency


@st.composite
def calendars(draw: st.DrawFn, name: str) -> WorkingCalendar:
    """Draw a working calendar with this id."""
    spans = draw(st.lists(st.tuples(days, st.integers(0, 60)), max_size=2))
    names = draw(st.lists(some_texts, min_size=2, max_size=2))
    return WorkingCalendar(
        id=name,
        title=draw(some_texts),
        working_weekdays=tuple(sorted(draw(st.sets(st.integers(0, 6), min_size=1)))),
        bank_holidays=draw(st.booleans()),
        closures=tuple(
            Closure(name=closed, first=first, last=first + timedelta(days=length))
            for closed, (first, length) in zip(names, spans, strict=False)
        ),
        opened=tuple(draw(st.lists(days, max_size=2))),
    )


def recommendations(name: str, parts: Sequence[str], known: Known, extra: Fields) -> Strategy:
    """Return recommendations with this id and these parts."""
    made = st.tuples(
        *(
            objects(RecommendationPart, {"id": st.just(part), "text": some_texts}, extra)
            for part in parts
        )
    )
    needed: Fields = {
        "id": st.just(name), "kind": st.sampled_from(RecommendationKind), "text": some_texts,
        "parts": made,
    }  # fmt: skip
    allowed: Fields = {
        "responsible": members(known.agencies), "addressed_to": any_texts,
        "inspection": one_of(known.inspections), **extra,
    }  # fmt: skip
    return objects(Recommendation, needed, allowed)


@st.composite
def inspections(draw: st.DrawFn, name: str, extra: Fields) -> Inspection:
    """Draw an inspection with this id: its days in order, its results those of its kind."""
    kind = draw(st.sampled_from(InspectionKind))
    within = objects(
        Within,
        {
            "amount": st.integers(0, 60),
            "unit": st.sampled_from([unit for unit in Unit if unit is not Unit.WORKING_DAYS]),
        },
        {"about": st.booleans(), "anchor": days},
    )
    names = ("notified", "fieldwork_start", "on_site_start", "fieldwork_end", "report_received",
             "published")  # fmt: skip
    ordered = sorted(draw(st.lists(days, min_size=len(names), max_size=len(names))))
    dates: Fields = {
        each: st.just(ApproximateDate.on(day)) for each, day in zip(names, ordered, strict=True)
    }
    progress = objects(RevisitProgress, {"recommendation": ids, "sufficient": st.booleans()}, extra)
    result: Fields = {
        InspectionKind.FULL: {"outcome": st.sampled_from(Outcome)},
        InspectionKind.MONITORING: {"monitoring_result": st.sampled_from(MonitoringResult)},
        InspectionKind.REVISIT: {"progress": some(progress)},
    }[kind]
    needed: Fields = {"id": st.just(name), "kind": st.just(kind), "framework": some_texts}
    allowed: Fields = {"monitoring_within": within, "full_within": within}
    inspection: Inspection = draw(
        objects(Inspection, needed, {**dates, **result, **allowed, **extra})
    )
    return inspection


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


def measures(name: str, extra: Fields) -> Strategy:
    """Return measures with this id."""
    numbers = st.one_of(
        st.integers(-(10**12), 10**12), st.floats(allow_nan=False, allow_infinity=False)
    )
    target = objects(
        Target, {"value": numbers}, {"by": approximate_dates(), "label": any_texts, **extra}
    )
    observation = objects(
        Observation,
        {"value": numbers},
        {
            "period": approximate_dates(), "population": any_texts,
            "kind": st.sampled_from(ObservationKind), "counts": st.sampled_from(MeasureKind),
            "is_baseline": st.booleans(), **extra,
        },
    )  # fmt: skip
    allowed: Fields = {
        "kind": st.sampled_from(MeasureKind), "better": st.sampled_from(Direction),
        "rule": st.sampled_from(["ehc-20-weeks"]), "targets": some(target),
        "observations": some(observation), **extra,
    }  # fmt: skip
    return objects(Measure, {"id": st.just(name), "title": some_texts, "unit": some_texts}, allowed)


@st.composite
def windows(draw: st.DrawFn, name: str, scopes: Sequence[str], extra: Fields) -> Window:
    """Draw a window with this id, its ends in order."""
    reference: Fields = {
        "framework": some_texts, "rule": ids, "title": some_texts, "edition": some_texts,
        "in_force_from": days, "modality": st.sampled_from(Modality), "counting": some_texts,
        "anchor": some_texts, "anchor_date": days,
    }  # fmt: skip
    rule = objects(
        RuleReference,
        reference,
        {"anchor_inferred": st.booleans(), "paragraph": any_texts},
    )
    ordered = sorted(draw(st.lists(days, min_size=3, max_size=3)))
    known = draw(st.sets(st.sampled_from(["earliest", "expected", "latest"]), min_size=1))
    ends: Fields = {
        end: objects(WindowEnd, {"day": st.just(day), "reason": some_texts}, extra)
        for end, day in zip(("earliest", "expected", "latest"), ordered, strict=True)
        if end in known
    }
    allowed: Fields = {
        "scope": st.sampled_from(["monitoring", "reinspection", *scopes]),
        "preparation": st.integers(0, 60), "rule": rule, "explanation": any_texts, **extra,
    }  # fmt: skip
    window: Window = draw(
        objects(Window, {"id": st.just(name), "name": some_texts, **ends}, allowed)
    )
    return window


def baselines(name: str, known: Sequence[str], extra: Fields) -> Strategy:
    """Return baselines with this id."""
    entry = objects(BaselineEntry, {"id": one_of(known)}, {"start": days, "finish": days})
    allowed: Fields = {"taken_on": days, **extra}
    if known:
        allowed["entries"] = some(entry)
    return objects(Baseline, {"id": st.just(name), "title": some_texts}, allowed)
