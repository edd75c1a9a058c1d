"""A plan, or the inspections of an area, as a history that rules are applied to."""

from collections.abc import Iterable, Iterator
from datetime import date

from attrs import evolve, frozen

from send_framework.dates import ApproximateDate
from send_framework.frameworks.anchors import Known
from send_framework.frameworks.application import Undated
from send_framework.frameworks.belonging import following, is_of, last_day
from send_framework.frameworks.official_dates import NO_BOOK, results
from send_framework.frameworks.overrides import book_for
from send_framework.frameworks.registry import rule_books
from send_framework.frameworks.rulebook import RuleBook
from send_framework.model.action import Action, Status
from send_framework.model.inspection import Event, Inspection, InspectionKind
from send_framework.model.plan import Plan
from send_framework.model.spread import ObservedSpread
from send_framework.working_days import ENGLAND, WorkingCalendar


def history(inspections: Iterable[Inspection], events: Iterable[Event] = ()) -> Plan:
    """Return a plan that holds nothing but inspections and what happened around them.

    Args:
        inspections: Those of one area.
        events: What happened; who took part is left out, since no agencies are described.

    Example:
        >>> history([]).title
        'Inspection history'
    """
    return Plan(
        title="Inspection history",
        inspections=tuple(inspections),
        events=tuple(evolve(each, agencies=()) for each in events),
    )


@frozen(kw_only=True)
class Asked:
    """What is asked of a timeline, with what follows from it.

    Attributes:
        plan: The plan, or a history in its form.
        on: The day whose close limits what is known.
        books: Rule books of one's own.
        spreads: How long things took elsewhere.
        calendar: Which days are working days.
    """

    plan: Plan
    on: date
    books: tuple[RuleBook, ...] = ()
    spreads: tuple[ObservedSpread, ...] = ()
    calendar: WorkingCalendar = ENGLAND

    def known(self, inspection: Inspection) -> Known:
        """Return what is known of an inspection."""
        return Known(
            book=book_for(self.plan, inspection, self.books),
            inspection=inspection,
            events=tuple(self._events_of(inspection)),
            on=self.on,
            calendar=self.calendar,
            holds=self.plan.holds,
        )

    def _events_of(self, inspection: Inspection) -> Iterator[Event]:
        """Yield what happened to an inspection: its events, and work that meets its rules."""
        for event in (*self.plan.events, *self._acts()):
            if is_of(event, self.plan, inspection):
                yield event

    def _acts(self) -> Iterator[Event]:
        """Yield the work that meets a rule and is done, as the event that meets it."""
        rules = {rule.key: rule for book in rule_books(self.books) for rule in book.rules}
        for work in self.plan.work():
            rule = rules.get(work.meets or "")
            done = work.actual_finish if isinstance(work, Action) else work.actual
            if done is None and work.status is Status.COMPLETE:
                done = ApproximateDate.between(None, self.on)
            if rule and rule.met_by and done:
                yield Event(id=work.id, title=work.title, kind=rule.met_by[0], date=done)

    def undated(self, inspection: Inspection) -> Iterator[Undated]:
        """Yield the rules that apply and yield no day, unless a later inspection replaced them."""
        if self.is_current(inspection):
            known = self.known(inspection)
            yield from (each for each in results(known) if isinstance(each, Undated))
            if known.book is NO_BOOK:
                reason = f"no rule book is called {inspection.framework!r}"
                yield Undated(inspection=inspection.id, rule="", title="Rule book", reason=reason)

    def is_current(self, inspection: Inspection) -> bool:
        """Return whether no full inspection held since has taken its place."""
        return not any(
            each.kind is InspectionKind.FULL and self._was_held(each)
            for each in following(self.plan, inspection)
        )

    def _was_held(self, inspection: Inspection) -> bool:
        day = last_day(inspection)
        return inspection.was_held and day is not None and day <= self.on
