"""What the facts rest on: official dates, measures, assumptions, sources, and what disagrees."""

from collections.abc import Iterator

from attrs import frozen

from send_framework.dates import day_words
from send_framework.formats.html.facts import PageFacts
from send_framework.formats.html.pieces import Tag, Words, mention
from send_framework.formats.plain_data import every_source
from send_framework.formats.wording import BINDING, STANDS, doubt, short_day
from send_framework.frameworks import Entry, State
from send_framework.model.measure import Direction, Measure, MeasureKind, Observation
from send_framework.model.source import Source
from send_framework.model.window import WindowEnd


@frozen(kw_only=True)
class OfficialDay:
    """A deadline or window on the timeline, and why it has its day.

    Attributes:
        name: What is due or expected.
        of: The inspection it follows from.
        days: Its days.
        binding: How binding it is: law or custom.
        stands: How it stands on the data date.
        why: Why this day.
        came: What came of it.
        sources: Where the rule can be checked.
    """

    name: str
    of: str
    days: str
    binding: Tag
    stands: Tag
    why: str
    came: str
    sources: tuple[Source, ...]


def official_days(facts: PageFacts) -> tuple[OfficialDay, ...]:
    """Return the deadlines and windows of the timeline, in order.

    Args:
        facts: What the page tells.
    """
    return tuple(_official(each) for each in facts.timeline.entries if each.what)


_LOOKS = {
    State.MET: "good",
    State.LATE: "middling",
    State.EARLY: "middling",
    State.UNPROVEN: "unsure",
    State.OVERDUE: "bad",
    State.OPEN: "middling",
}


def _official(each: Entry) -> OfficialDay:
    what = each.what
    return OfficialDay(
        name=each.name,
        of=each.subject,
        days=_span(each) + doubt(each),
        binding=Tag(BINDING[each.modality] if each.modality else "the plan\u2019s own"),
        stands=Tag(STANDS[each.state], _LOOKS.get(each.state, "plain")),
        why=what.explanation if what else "",
        came=each.outturn.words if each.outturn else "",
        sources=each.sources,
    )


def _span(each: Entry) -> str:
    first, last = short_day(each.first), short_day(each.last)
    return first if first == last else f"{first} to {last}"


def window_ends(facts: PageFacts) -> tuple[tuple[str, WindowEnd, str], ...]:
    """Return the ends of the target's window, each with how sure it is.

    Args:
        facts: What the page tells.
    """
    if facts.target is None:
        return ()
    return tuple(
        (name, end, end.confidence.doubt if end.confidence else "")
        for name, end in facts.target.ends()
    )


# --- measures -----------------------------------------------------------------------------------


@frozen(kw_only=True)
class MeasureRow:
    """A target or a figure of a measure.

    Attributes:
        what: A target, or what kind of figure it is.
        value: It with its unit.
        when: By when, or the time it covers.
        population: Who is counted.
        sources: Where it can be checked.
        doubt: How sure it is.
    """

    what: str
    value: str
    when: str
    population: str
    sources: tuple[Source, ...]
    doubt: str


@frozen(kw_only=True)
class MeasureTable:
    """A measure with its targets and figures.

    Attributes:
        id: Its id.
        title: What is counted.
        kind: Flow or stock, and which way is better.
        rows: Its targets, then its figures.
    """

    id: str
    title: str
    kind: str
    rows: tuple[MeasureRow, ...]


def measure_tables(facts: PageFacts) -> tuple[MeasureTable, ...]:
    """Return each measure with its targets and figures.

    Args:
        facts: What the page tells.
    """
    return tuple(_measure(each) for each in facts.plan.measures)


_KINDS = {MeasureKind.FLOW: "counted over a period", MeasureKind.STOCK: "counted on a day"}
_BETTER = {Direction.UP: "more is better", Direction.DOWN: "less is better"}


def _measure(measure: Measure) -> MeasureTable:
    better = f"; {_BETTER[measure.better]}" if measure.better else ""
    return MeasureTable(
        id=measure.id,
        title=measure.title,
        kind=f"{_KINDS[measure.kind]}{better}",
        rows=tuple(_rows(measure)),
    )


def _rows(measure: Measure) -> Iterator[MeasureRow]:
    for target in measure.targets:
        yield MeasureRow(
            what="target" if target.label in ("", "target") else f"target, {target.label}",
            value=_value(target.value, measure.unit),
            when=f"by {target.by}" if target.by else "no day given",
            population="",
            sources=target.sources or measure.sources,
            doubt=doubt(target).removeprefix(", "),
        )
    for seen in measure.observations:
        yield MeasureRow(
            what=_seen(seen),
            value=_value(seen.value, measure.unit),
            when=str(seen.period) if seen.period else "no time given",
            population=seen.population or "not said",
            sources=seen.sources or measure.sources,
            doubt=doubt(seen).removeprefix(", "),
        )


def _value(value: float, unit: str) -> str:
    """Return a figure with its unit, as exact as it was given."""
    digits = f"{value:,.2f}".rstrip("0").rstrip(".")
    return f"{digits} {unit}"


def _seen(seen: Observation) -> str:
    other = f", {_KINDS[seen.counts]}" if seen.counts else ""
    return f"{seen.kind.value}{', baseline' if seen.is_baseline else ''}{other}"


# --- assumptions and sources --------------------------------------------------------------------


@frozen(kw_only=True)
class Assumed:
    """Something nobody published.

    Attributes:
        what: What it fills, as links where it is an activity.
        why: The reason.
    """

    what: tuple[tuple[Words, str], ...]
    why: str


def assumptions_of(facts: PageFacts) -> tuple[Assumed, ...]:
    """Return the plan's assumptions, then the lengths that the library had to assume.

    Args:
        facts: What the page tells.
    """
    given = [
        Assumed(what=tuple(_filled(facts, each) for each in one.fills), why=one.reason)
        for one in facts.plan.assumptions
    ]
    filled = {fill for one in facts.plan.assumptions for fill in one.fills}
    guessed = tuple(
        (mention(facts, each.id), f"duration, {each.duration} working days")
        for each in facts.schedule.activities
        if each.duration_assumed and not each.complete and f"{each.id} duration" not in filled
    )
    if guessed:
        why = "The plan gives neither a length nor dates to work it out from: this length is usual."
        given.append(Assumed(what=guessed, why=why))
    return tuple(given)


def _filled(facts: PageFacts, fill: str) -> tuple[Words, str]:
    subject, _, what = fill.partition(" ")
    return mention(facts, subject), what.replace("_", " ")


@frozen(kw_only=True)
class Dissent:
    """What another source says about a fact.

    Attributes:
        of: The fact.
        about: Which field.
        says: What it says.
        sources: Who says so.
    """

    of: Words
    about: str
    says: str
    sources: tuple[Source, ...]


def dissents(facts: PageFacts) -> tuple[Dissent, ...]:
    """Return where sources disagree, about inspections, events and work.

    Args:
        facts: What the page tells.
    """
    plan = facts.plan
    told = (*plan.inspections, *plan.activities(), *plan.recommendations, *plan.agencies)
    return tuple(
        Dissent(
            of=mention(facts, each.id), about=claim.about.replace("_", " "), says=claim.says,
            sources=claim.sources,
        )
        for each in told
        for claim in each.claims
    )  # fmt: skip


def sources_of(facts: PageFacts) -> tuple[Source, ...]:
    """Return every source that the plan cites, and after them those that only rules cite.

    Args:
        facts: What the page tells.
    """
    known = {each.key: each for each in every_source(facts.plan)}
    ends = facts.target.ends() if facts.target else ()
    ruled = (*(end for _, end in ends), *facts.timeline.entries)
    for each in (source for fact in ruled for source in fact.sources):
        known.setdefault(each.key, each)
    return tuple(known.values())


def read_on(source: Source) -> str:
    """Return when a source was published and read, in words."""
    published = f"published {day_words(source.published)}" if source.published else ""
    read = f"read {day_words(source.read_on)}" if source.read_on else ""
    return "; ".join(part for part in (published, read) if part)
