"""The events that rules count from, and the days on which they happened.

A date of an inspection is not always a day: it can be a month, or be missing although another
date tells where it must lie. An [`AnchorDay`][] keeps the range and says whether it was worked
out, so that what follows from it can say so too.
"""

from collections.abc import Iterable
from datetime import date
from typing import TypeAlias

from attrs import field, frozen

from send_framework.dates import ApproximateDate, day_words
from send_framework.errors import RuleError
from send_framework.frameworks.edition import AnchorEvent, Edition
from send_framework.frameworks.rulebook import Gives, Rule, RuleBook
from send_framework.model.inspection import Event, EventKind, Inspection
from send_framework.model.periods import PublicationHold
from send_framework.model.source import Confidence, Fact, Source
from send_framework.model.validation import identifier
from send_framework.model.window import weakest
from send_framework.working_days import ENGLAND, Closure, WorkingCalendar

NOTIFIED = AnchorEvent(
    key="notified",
    title="call to the partnership",
    fields=("notified",),
)
FIELDWORK_START = AnchorEvent(
    key="fieldwork-start",
    title="start of fieldwork",
    fields=("fieldwork_start",),
    announced=True,
)
ON_SITE_START = AnchorEvent(
    key="on-site-start",
    title="first day on site",
    fields=("on_site_start",),
    announced=True,
)
FIELDWORK = AnchorEvent(
    key="fieldwork",
    title="fieldwork",
    fields=("fieldwork_start", "on_site_start", "fieldwork_end"),
    announced=True,
)
FIELDWORK_END = AnchorEvent(
    key="fieldwork-end",
    title="end of fieldwork",
    fields=("fieldwork_end",),
    announced=True,
)
REPORT_RECEIVED = AnchorEvent(
    key="report-received",
    title="receipt of the final report",
    fields=("report_received",),
)
PUBLISHED = AnchorEvent(
    key="published",
    title="publication of the report",
    fields=("published",),
)
PLAN_SUBMITTED = AnchorEvent(
    key="plan-submitted",
    title="submission of the plan",
    event=EventKind.PLAN_SUBMITTED,
)
ENGAGEMENT_MEETING = AnchorEvent(
    key="engagement-meeting",
    title="last engagement meeting",
    event=EventKind.ENGAGEMENT_MEETING,
)
PLAN_ACCEPTED = AnchorEvent(
    key="plan-accepted",
    title="acceptance of the plan",
    event=EventKind.PLAN_APPROVED,
)
NOTICE_GIVEN = AnchorEvent(
    key="improvement-notice",
    title="improvement notice",
    event=EventKind.IMPROVEMENT_NOTICE,
)
PROGRESS_REVIEW = AnchorEvent(
    key="progress-review",
    title="progress review",
    event=EventKind.PROGRESS_REVIEW,
    announced=True,
)


@frozen(kw_only=True)
class Case(Fact):
    """What is no inspection and yet has dates that rules count from; subclasses add them.

    Attributes:
        id: Short id.
    """

    id: str = field(default="case", validator=identifier)

    @property
    def was_held(self) -> bool:
        """Whether it is history: a case is followed while it runs."""
        return False


Subject: TypeAlias = Inspection | Case
"""What rules are applied to."""


@frozen(kw_only=True)
class AnchorDay:
    """When an anchor event happened, as exactly as known.

    Attributes:
        event: The anchor event.
        first: The first day it can have been.
        last: The last day it can have been.
        inferred: Whether it was worked out, or is known only as a longer span.
        how: How it was worked out, in words.
        confidence: How sure it is; ``None`` when nobody said.
        sources: Where it can be checked.
    """

    event: AnchorEvent
    first: date
    last: date
    inferred: bool = False
    how: str = ""
    confidence: Confidence | None = None
    sources: tuple[Source, ...] = ()

    @property
    def words(self) -> str:
        """The event with its day or days, such as ``"publication of the report on 4 May 2024"``."""
        if self.first == self.last:
            days = f"on {day_words(self.first)}"
        else:
            days = f"between {day_words(self.first)} and {day_words(self.last)}"
        return f"{self.event.title} {days}{f' ({self.how})' if self.how else ''}"


@frozen(kw_only=True)
class Known:
    """What is known when a rule is applied.

    Attributes:
        book: The rule book.
        inspection: The inspection, or the case.
        events: What happened around it.
        on: The day whose close limits what is known; ``None`` for everything.
        calendar: Which days are working days.
        holds: Periods during which no report is published.
    """

    book: RuleBook
    inspection: Subject
    events: tuple[Event, ...] = ()
    on: date | None = None
    calendar: WorkingCalendar = ENGLAND
    holds: tuple[Closure | PublicationHold, ...] = ()

    def applies(self, rule: Rule) -> bool:
        """Return whether a rule applies: to this kind, to what was found, and by now."""
        subject = self.inspection
        if isinstance(subject, Inspection):
            applies = rule.applies_to(subject.kind, subject.outcome, subject.result)
        else:
            applies = not rule.kinds
        return applies and (not rule.after or self.act(rule.after) is not None)

    def anchor(self, event: AnchorEvent) -> AnchorDay | None:
        """Return when an anchor event happened: as stated, else as another date implies."""
        return self.stated(event) or self._inferred(event)

    def stated(self, event: AnchorEvent) -> AnchorDay | None:
        """Return when an anchor event happened by the inspection's dates or by an event."""
        for name in event.fields:
            stated: ApproximateDate | None = getattr(self.inspection, name)
            found = self._day(event, stated, self.inspection)
            if found is not None:
                return found
        dated = self._days(event, self.of_kind((event.event,)) if event.event else ())
        return max(dated, key=lambda each: each.last, default=None)

    def of_kind(self, kinds: Iterable[EventKind]) -> tuple[Event, ...]:
        """Return the events of these kinds that belong to the inspection."""
        wanted, own = set(kinds), (None, self.inspection.id)
        return tuple(each for each in self.events if each.kind in wanted and each.inspection in own)

    def act(self, kinds: Iterable[EventKind], *, since: bool = False) -> date | None:
        """Return the first day on which an event of these kinds is known to have happened.

        Args:
            kinds: The kinds.
            since: Leave out what is only known to have happened by some day.
        """
        days = [
            event.date.latest()
            for event in self.of_kind(kinds)
            if event.date and (event.date.earliest() or not since)
        ]
        return min((day for day in days if day and not self.is_later(day)), default=None)

    def in_time(self, edition: Edition) -> bool:
        """Return whether an edition was already written, or its observation already made."""
        return not self.is_later(edition.seen_by or edition.in_force_from)

    def is_later(self, day: date) -> bool:
        """Return whether a day lies behind what is known."""
        return self.on is not None and day > self.on

    def _days(self, event: AnchorEvent, facts: Iterable[Event]) -> list[AnchorDay]:
        days = (self._day(event, fact.date, fact) for fact in facts)
        return [day for day in days if day is not None]

    def _day(
        self, event: AnchorEvent, stated: ApproximateDate | None, fact: Fact
    ) -> AnchorDay | None:
        """Return the span of a stated date, unless it is open or lies beyond what is known."""
        first = stated.earliest() if stated else None
        last = stated.latest() if stated else None
        if stated is None or first is None or last is None:
            return None
        if not event.announced and self.is_later(last):
            return None
        # A month is no day: what is counted from it is worked out, however sure the month is.
        inferred = not stated.is_day
        sure = fact.confidence
        if inferred:
            sure = weakest(Confidence.INFERRED, sure or Confidence.INFERRED)
        return AnchorDay(
            event=event,
            first=first,
            last=last,
            inferred=inferred,
            how=f"given as {stated}" if inferred else "",
            confidence=sure,
            sources=fact.sources,
        )

    def _inferred(self, event: AnchorEvent) -> AnchorDay | None:
        """Return the range that a rule of the book gives for an event nobody dated."""
        for rule in self.book.rules:
            if rule.gives not in (Gives.ANCHOR, Gives.DEADLINE) or rule.finds != event:
                continue
            base = self.stated(rule.anchors[0])
            edition = rule.in_force(base.last) if base else None
            if base and edition:
                return self._counted(event, base, edition, before=rule.before)
        return None

    def _counted(
        self, event: AnchorEvent, base: AnchorDay, edition: Edition, *, before: bool
    ) -> AnchorDay | None:
        least = edition.amount if edition.least is None else edition.least
        most = edition.amount if edition.most is None else edition.most
        far, near = (most, least) if before else (least, most)
        try:
            first = edition.day_from(base.first, far, before=before, calendar=self.calendar)
            last = edition.day_from(base.last, near, before=before, calendar=self.calendar)
        except RuleError:
            return None
        way = "before" if before else "after"
        sure = (edition.confidence, base.confidence)
        return AnchorDay(
            event=event,
            first=first,
            last=last,
            inferred=True,
            how=f"inferred as {edition.counting} {way} {base.words}",
            confidence=weakest(Confidence.INFERRED, *(each for each in sure if each)),
            sources=(*base.sources, *edition.sources),
        )
