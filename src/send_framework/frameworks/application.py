"""A rule met by an inspection: which edition, which anchor days, and which day they reach."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from attrs import evolve, frozen

from send_framework.dates import day_words
from send_framework.errors import RuleError
from send_framework.frameworks.anchors import AnchorDay, Known
from send_framework.frameworks.edition import AnchorEvent, Edition
from send_framework.frameworks.rulebook import Rule
from send_framework.model.source import Confidence, Source
from send_framework.model.window import Modality, RuleReference, Unit, Within, weakest

MODALITIES = {
    Modality.STATUTORY: "law",
    Modality.HANDBOOK: 'handbook, "usually"',
    Modality.APPROXIMATE: '"within approximately"',
    Modality.OBSERVED: "observed, nobody's rule",
}
NAMED_BY_REPORT = AnchorEvent(key="named-by-report", title="the day that the report counts from")


@frozen(kw_only=True)
class Undated:
    """A rule that applies to an inspection but yields no day, and why.

    Attributes:
        inspection: Id of the inspection.
        rule: Key of the rule; empty where the framework has no rule book.
        title: The rule in words.
        reason: One sentence: what is not known.
    """

    inspection: str
    rule: str
    title: str
    reason: str


@frozen(kw_only=True)
class Application:
    """One rule applied to one inspection: everything its days follow from.

    Attributes:
        known: What is known.
        rule: The rule.
        edition: The edition that the date of the act picks.
        anchors: The days it counts from.
        before: Whether it counts back from them.
        name: What happens on the day it reaches.
    """

    known: Known
    rule: Rule
    edition: Edition
    anchors: tuple[AnchorDay, ...]
    before: bool
    name: str

    def reach(self, anchor: date, amount: int | None = None) -> date:
        """Return the day so many units from an anchor; the edition's own amount by default."""
        calendar = self.known.calendar
        return self.edition.day_from(anchor, amount, before=self.before, calendar=calendar)

    def released(self, day: date) -> date:
        """Return the day itself, or the first working day after the hold in which it lies."""
        holds = self.known.holds if self.rule.movable else ()
        for hold in sorted(holds, key=lambda each: each.first):
            if hold.first <= day <= hold.last:
                day = self.known.calendar.next_working(hold.last + timedelta(days=1))
        return day

    def is_provisional(self, day: date) -> bool:
        """Return whether a royal occasion may still move the day it counts to."""
        counted = self.edition.unit is Unit.WORKING_DAYS
        return counted and self.known.calendar.is_provisional(day)

    @property
    def confidence(self) -> Confidence:
        """The weakest of the edition and its anchors."""
        sure = (self.edition.confidence, *(each.confidence for each in self.anchors))
        return weakest(*(each for each in sure if each))

    @property
    def sources(self) -> tuple[Source, ...]:
        """The sources of the edition, then those of its anchors, each once."""
        return unique((*self.edition.sources, *_sources(self.anchors)))

    @property
    def way(self) -> str:
        """How its day lies to its anchor, in words."""
        if self.edition.yearly is not None:
            return "in the year of"
        return "before" if self.before else "after"

    @property
    def anchor_words(self) -> str:
        """Its anchors with their days, in words."""
        return " or ".join(anchor.words for anchor in self.anchors)

    def reference(self) -> RuleReference:
        """Return which rule this is and how it counted."""
        edition, anchors = self.edition, self.anchors
        titles = " or ".join(each.event.title for each in anchors)
        return RuleReference(
            framework=self.known.book.key,
            rule=self.rule.key,
            title=self.rule.title,
            edition=edition.key,
            in_force_from=edition.in_force_from,
            modality=edition.modality,
            counting=f"{edition.counting} {self.way} {titles}",
            anchor=titles,
            anchor_date=min(each.first for each in anchors),
            anchor_inferred=any(each.inferred for each in anchors),
            paragraph=edition.paragraph,
        )

    def explain(self, claim: str, further: str = "") -> str:
        """Return one sentence: the claim, then rule, anchor, counting, edition and evidence."""
        edition = self.edition
        where = f", {edition.paragraph}" if edition.paragraph else ""
        return (
            f"{claim}: {edition.counting} {self.way} {self.anchor_words}, by rule "
            f"{self.rule.key} of {self.known.book.key} (edition {edition.key}, in force from "
            f"{day_words(edition.in_force_from)}{where}; {MODALITIES[edition.modality]}; "
            f"source: {edition.sources[0].title}; {self.confidence.value}){further}."
        )


def apply(known: Known, rule: Rule) -> Application | Undated:
    """Return the rule applied to the inspection, or why it yields no day."""
    anchors, before, name = _anchors(known, rule)
    if not anchors:
        titles = " or ".join(each.title for each in rule.anchors)
        return _undated(known, rule, f"no day is known for {titles}")
    printed = _printed(known, rule)
    if printed and printed.anchor:
        day = printed.anchor
        anchors = (AnchorDay(event=NAMED_BY_REPORT, first=day, last=day),)
    edition = _edition(known, rule, anchors, before=before)
    if isinstance(edition, str):
        return _undated(known, rule, edition)
    if printed:
        edition = evolve(edition, amount=printed.amount, unit=printed.unit, least=None, most=None)
    return Application(
        known=known,
        rule=rule,
        edition=edition,
        anchors=anchors,
        before=before,
        name=name,
    )


def _undated(known: Known, rule: Rule, why: str) -> Undated:
    reason = f"{rule.title}: {why}"
    return Undated(inspection=known.inspection.id, rule=rule.key, title=rule.title, reason=reason)


def _anchors(known: Known, rule: Rule) -> tuple[tuple[AnchorDay, ...], bool, str]:
    """Return the days to count from, whether to count back, and what the count reaches."""
    days = [day for day in map(known.anchor, rule.anchors) if day]
    if days or not rule.mirrored or not rule.finds or known.inspection.was_held:
        return tuple(days if rule.spans_anchors else days[:1]), rule.before, rule.title
    later = known.stated(rule.finds)
    title = rule.anchors[0].title
    return (later,) if later else (), not rule.before, title[0].upper() + title[1:]


def _printed(known: Known, rule: Rule) -> Within | None:
    found = getattr(known.inspection, rule.printed) if rule.printed else None
    return found if isinstance(found, Within) else None


def _edition(
    known: Known, rule: Rule, anchors: tuple[AnchorDay, ...], *, before: bool
) -> Edition | str:
    """Return the edition in force on the day of the act judged, or why there is none.

    The act is the event that met the rule; until then it is expected on the day that the edition
    itself reaches. So the newest edition that reaches into its own time is the one.
    """
    act = known.act(rule.met_by, since=True)
    trouble = "no edition was in force"
    for edition in reversed(rule.editions):
        if not known.in_time(edition):
            trouble = f"nothing of it was known on {day_words(known.on or date.max)}"
            continue
        try:
            reached = _reached(edition, anchors, known, before=before)
        except RuleError as error:
            trouble = str(error)
            continue
        judged = act or reached
        if edition.in_force_from <= judged <= (edition.in_force_to or judged):
            return edition if edition.gives_day else f"edition {edition.key} gives no number"
    return trouble


def _reached(
    edition: Edition, anchors: tuple[AnchorDay, ...], known: Known, *, before: bool
) -> date:
    """Return the first day the edition reaches; its anchor's where it counts nothing."""
    first, last = min(each.first for each in anchors), max(each.last for each in anchors)
    counts = [n for n in (edition.amount, edition.least, edition.most) if n is not None]
    if not counts:
        return edition.day_from(first) if edition.yearly else last
    # Every count is tried, so that an edition is refused here rather than half-way through.
    days = [
        edition.day_from(anchor, n, before=before, calendar=known.calendar)
        for n in counts
        for anchor in (first, last)
    ]
    return days[0]


def unique(sources: Iterable[Source]) -> tuple[Source, ...]:
    """Return the sources in order, each once."""
    return tuple(dict.fromkeys(sources))


def _sources(anchors: Iterable[AnchorDay]) -> Iterator[Source]:
    for anchor in anchors:
        yield from anchor.sources
