"""Hypothesis strategies for the parts of a plan: every class and field of the model.

`tests/strategies.py` makes whole plans of them.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any, TypeAlias

from attrs import frozen
from hypothesis import strategies as st

from send_framework import (
    Agency,
    AgencyKind,
    ApproximateDate,
    Baseline,
    BaselineEntry,
    Claim,
    Closure,
    CodeScheme,
    Confidence,
    Direction,
    Inspection,
    InspectionKind,
    Measure,
    MeasureKind,
    Modality,
    MonitoringResult,
    Observation,
    ObservationKind,
    OfficialCode,
    Outcome,
    Precision,
    Recommendation,
    RecommendationKind,
    RecommendationPart,
    RevisitProgress,
    RuleReference,
    Source,
    Target,
    Unit,
    Window,
    WindowEnd,
    Within,
    WorkingCalendar,
)
from send_framework.model.periods import PublicationHold, Term
from send_framework.model.rule_override import RuleOverride

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
        end: objects(
            WindowEnd,
            {"day": st.just(day), "reason": some_texts},
            {"provisional": st.booleans(), **extra},
        )
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


@st.composite
def periods(draw: st.DrawFn, cls: type, extra: Fields) -> Term | PublicationHold:
    """Draw a school term or a publication hold."""
    first, last = sorted((draw(days), draw(days)))
    needed: Fields = {"name": some_texts, "first": st.just(first), "last": st.just(last)}
    period: Term | PublicationHold = draw(objects(cls, needed, extra))
    return period


@st.composite
def rule_overrides(draw: st.DrawFn, register: Sequence[Source], extra: Fields) -> RuleOverride:
    """Draw a rule as its owner has seen it, with a source of the register."""
    counted: Fields = {"amount": st.integers(0, 90), "unit": st.sampled_from(Unit)}
    needed: Fields = {
        "framework": ids, "rule": ids, "says": some_texts,
        "sources": st.just((draw(st.sampled_from(register)),)),
        **(counted if draw(st.booleans()) else {}),
    }  # fmt: skip
    allowed: Fields = {
        "modality": st.sampled_from(Modality), "in_force_from": days, "paragraph": any_texts,
        **extra,
    }  # fmt: skip
    override: RuleOverride = draw(objects(RuleOverride, needed, allowed))
    return override
