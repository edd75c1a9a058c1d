"""Published figures that contradict each other, or that must not be compared."""

import re
from collections.abc import Iterator
from itertools import combinations

from send_framework.checks.context import Context
from send_framework.checks.finding import Consequence, Remark, Severity
from send_framework.checks.registry import finds
from send_framework.dates import ApproximateDate
from send_framework.errors import ApproximateDateError
from send_framework.model.measure import Measure, MeasureKind, Observation, ObservationKind
from send_framework.model.source import Claim

Pair = tuple[Observation, Observation]


@finds(
    "figures-contradict",
    Severity.WARNING,
    Consequence.EVIDENCE,
    title="Two figures for the same thing",
    looks_at="Observations of one measure with the same period, population and way of counting "
    "(flow or stock) and different values; forecasts are left out.",
    why="At most one of them is right. 3.8 % in a month and 3.9 % in a year may both be.",
    advice="Ask the publisher which is right, and give each the period it really covers.",
)
def figures_contradict(context: Context) -> Iterator[Remark]:
    """Find figures that cannot both be right."""
    for measure in context.plan.measures:
        for one, other in combinations(measure.observations, 2):
            if one.value != other.value and _alike(measure, one, other):
                yield Remark(
                    subject=measure.id,
                    message=f"{measure.title}, {one.period}: {one.value:g} and {other.value:g} "
                    f"{measure.unit} are both given.",
                    sources=(*one.sources, *other.sources),
                )


def _alike(measure: Measure, one: Observation, other: Observation) -> bool:
    known = one.period is not None and one.period == other.period
    return known and _comparable(measure, one, other)


def _comparable(measure: Measure, one: Observation, other: Observation) -> bool:
    forecast = ObservationKind.FORECAST in (one.kind, other.kind)
    alike = _counts(measure, one) is _counts(measure, other)
    return alike and not forecast and one.population == other.population


def _counts(measure: Measure, each: Observation) -> MeasureKind:
    return measure.kind if each.counts is None else each.counts


@finds(
    "flow-with-stock",
    Severity.INFORMATION,
    Consequence.EVIDENCE,
    title="Flow and stock in one measure",
    looks_at="Observations that count otherwise (flow or stock) than their measure.",
    why="Plans issued in a month and cases open on a day must never be compared.",
    advice="Make a measure of its own for it.",
)
def flow_with_stock(context: Context) -> Iterator[Remark]:
    """Find figures in the wrong measure."""
    for measure in context.plan.measures:
        for each in measure.observations:
            if _counts(measure, each) is not measure.kind:
                yield Remark(
                    subject=measure.id,
                    message=f"{measure.title}: {each.value:g} ({each.period or 'no period'}) is a "
                    f"{_counts(measure, each).value}, the measure counts a "
                    f"{measure.kind.value}.",
                    sources=each.sources,
                )


# --- a published change against the figures behind it ---------------------------------------------

_PERCENT = re.compile(r"([-+\u2212]?)\s*(\d{1,6}(?:\.\d{1,6})?)\s*(?:%|per ?cent)", re.IGNORECASE)
_FALL = re.compile(r"\b(down|fall\w*|fell|decreas\w*|drop\w*|less|fewer|lower)\b", re.IGNORECASE)
_RISE = re.compile(r"\b(up|ris\w*|rose|increas\w*|more|higher|grew|growth)\b", re.IGNORECASE)
_BETWEEN = re.compile(r"\b(?:from|between) (.{4,30}?) (?:to|and) (.{4,30}?)(?: up| down|[,;:]|$)")


def claimed_change(text: str) -> float | None:
    """Return the change in per cent that a text claims, or ``None``.

    Args:
        text: Such as ``"up by 65 %"``, ``"+65%"`` or ``"fell by 3.5 per cent"``. A percentage
            without a sign or a word of change is a level, not a change.

    Example:
        >>> claimed_change("up by 65 %"), claimed_change("fell by 3.5 per cent")
        (65.0, -3.5)
        >>> claimed_change("65 % in time") is None
        True
    """
    found = _PERCENT.search(text)
    if found is None:
        return None
    sign, amount = found[1], float(found[2])
    if sign:
        return amount if sign == "+" else -amount
    if _FALL.search(text):
        return -amount
    return amount if _RISE.search(text) else None


@finds(
    "change-contradicts-figures",
    Severity.WARNING,
    Consequence.EVIDENCE,
    title="A published change that its own figures do not show",
    looks_at='Claims of a change in per cent about a measure ("up by 65 %"), against its '
    "observations: those of the periods that the claim names; else those that cite a source of "
    "the claim; else the only two there are. More than `change_tolerance` (1) percentage point "
    "apart counts.",
    why="Suffolk's 364 plans a month after 186 were published as 65 % more; they are 95.7 % more. "
    "Whoever finds it stops trusting the rest. Less than a point is rounding.",
    advice="Ask the publisher which of them is right.",
)
def change_contradicts_figures(context: Context) -> Iterator[Remark]:
    """Find percentages that differ from what the figures give."""
    for measure in context.plan.measures:
        for claim in measure.claims:
            change = claimed_change(claim.says)
            shown = _shown(measure, claim)
            if change is not None and shown:
                near = min((abs(_change(pair) - change), n) for n, pair in enumerate(shown))
                if near[0] > context.thresholds.change_tolerance:
                    yield _contradiction(measure, claim, shown[near[1]])


def _contradiction(measure: Measure, claim: Claim, pair: Pair) -> Remark:
    before, after = pair
    return Remark(
        subject=measure.id,
        message=f"{measure.title}: {claim.says!r} is claimed; {after.value:g} after "
        f"{before.value:g} is {_change(pair):+.1f} %.",
        sources=tuple(dict.fromkeys((*claim.sources, *before.sources, *after.sources))),
    )


def _change(pair: Pair) -> float:
    before, after = pair
    return (after.value - before.value) / abs(before.value) * 100


def _shown(measure: Measure, claim: Claim) -> list[Pair]:
    """Return the pairs of figures, earlier and later, that a claim can speak of."""
    pairs = _pairs(measure)
    periods = _periods(claim.says)
    if periods:
        return [pair for pair in pairs if (pair[0].period, pair[1].period) == periods]
    if claim.sources:
        cited = set(claim.sources)
        return [pair for pair in pairs if all(cited & set(each.sources) for each in pair)]
    return pairs if len(pairs) == 1 else []


def _pairs(measure: Measure) -> list[Pair]:
    """Return all comparable pairs in the order of their periods; nothing grows from zero."""
    dated = [
        (day, each)
        for each in measure.observations
        for day in [each.period.latest() if each.period else None]
        if day
    ]
    dated.sort(key=lambda pair: pair[0])
    pairs = combinations(dated, 2)
    return [
        (one, other)
        for (begin, one), (end, other) in pairs
        if begin < end and one.value and _comparable(measure, one, other)
    ]


def _periods(text: str) -> tuple[ApproximateDate, ApproximateDate] | None:
    found = _BETWEEN.search(text)
    if found is None:
        return None
    try:
        return ApproximateDate.parse(found[1]), ApproximateDate.parse(found[2])
    except ApproximateDateError:
        return None


@finds(
    "sum-unexplained",
    Severity.INFORMATION,
    Consequence.EVIDENCE,
    title="A sum that its shares do not reach",
    looks_at='Funding whose shares add up to less than its amount; sums given as "more than" '
    "are left out.",
    why="The rest is either not allocated or not published, and the two are not the same.",
    advice="Enter the missing share, or correct the sum.",
)
def sum_unexplained(context: Context) -> Iterator[Remark]:
    """Find sums of which a part is unaccounted for."""
    for each in context.plan.commitments:
        if each.unshared and each.amount is not None and not each.at_least:
            told = each.amount - each.unshared
            yield Remark(
                subject=each.id,
                message=f"{each.id} ({each.title}): its shares add up to {told:,} of "
                f"{each.amount:,} pounds; {each.unshared:,} are unexplained.",
                sources=each.sources,
            )
