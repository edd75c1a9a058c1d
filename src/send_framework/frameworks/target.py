"""The inspection that a plan must be ready for, and when it is expected."""

from collections.abc import Iterable
from datetime import date

from attrs import frozen

from send_framework.dates import ApproximateDate
from send_framework.frameworks.anchors import ON_SITE_START, AnchorDay, Known
from send_framework.frameworks.belonging import HELD_BY, events_of, last_day
from send_framework.frameworks.official_dates import deadlines
from send_framework.frameworks.overrides import book_for
from send_framework.frameworks.rulebook import RuleBook
from send_framework.model.inspection import Inspection, InspectionKind
from send_framework.model.plan import Plan
from send_framework.model.window import Window, WindowEnd

MONITORING = "monitoring"
REINSPECTION = "reinspection"
_KINDS = {
    MONITORING: (InspectionKind.MONITORING, InspectionKind.REVISIT),
    REINSPECTION: (InspectionKind.FULL,),
}
INSPECTION_NAMES = {
    InspectionKind.MONITORING: "Monitoring inspection",
    InspectionKind.REVISIT: "Re-visit",
    InspectionKind.FULL: "Full reinspection",
}
"""What a window is called by the inspection that is expected in it."""


def target_window(plan: Plan, on: date, *, books: Iterable[RuleBook] = ()) -> Window | None:
    """Return when the plan's next inspection is expected: its default target.

    The next monitoring inspection (under the framework of 2016 the re-visit) not yet held is the
    target, else the full reinspection; a monitoring inspection is not a reinspection. What
    follows one that found action not effective is expected only if the plan has a rule for it.
    For each of the two the plan's own window (with that id or scope) beats an inspection of the
    plan that is dated or has been called, and that beats the rule book. The day is the first one
    on site.

    The rule book's monitoring window has 18 months from receipt as its expected day. Its latest
    is 26 months after publication, the longest wait seen in the first three areas, and only for
    a data date at which that could be known; it has no earliest, because nobody published one.
    The reinspection window runs from the years counted from fieldwork to the years counted from
    publication, because reports do not print which is meant; its expected end stays open.

    Args:
        plan: The plan.
        on: The day whose close limits what is known.
        books: Rule books of your own.

    Returns:
        ``None`` where nothing says that an inspection is to come, or when.

    Example:
        >>> from send_framework import Outcome
        >>> plan = Plan(title="Improvement plan", inspections=[Inspection(
        ...     id="I2023", kind=InspectionKind.FULL, framework="area_send_2023",
        ...     report_received="2024-01-18", published="2024-01-30",
        ...     outcome=Outcome.WIDESPREAD_FAILINGS,
        ... )])
        >>> window = target_window(plan, date(2024, 5, 24))
        >>> window.name, [(name, str(end.day)) for name, end in window.ends()]
        ('Monitoring inspection', [('expected', '2025-07-18')])
    """
    asked = _Asked(plan=plan, on=on, books=tuple(books))
    for scope in (MONITORING, REINSPECTION):
        found = _again(asked, scope) if _over(asked, scope) else _expected(asked, scope)
        if found is not None:
            return found
    return None


@frozen(kw_only=True)
class _Asked:
    """What is asked: of which plan, on which day, by which books."""

    plan: Plan
    on: date
    books: tuple[RuleBook, ...]

    def later(self, scope: str) -> list[Inspection]:
        """Return the inspections of this scope that follow the one answered."""
        answered = self.plan.inspection_answered()
        after = last_day(answered) if answered else None
        return [
            each
            for each in self.plan.inspections
            if each.kind in _KINDS[scope]
            and each is not answered
            and _follows(last_day(each), after)
        ]

    def ruled(self, inspection: Inspection | None, scope: str) -> Window | None:
        """Return the window that the rule book gives after an inspection."""
        if inspection is None:
            return None
        book = book_for(self.plan, inspection, self.books)
        found = deadlines(
            inspection,
            on=self.on,
            events=events_of(self.plan, inspection),
            holds=self.plan.holds,
            book=book,
        )
        windows = (each for each in found if isinstance(each, Window) and each.scope == scope)
        return next(windows, None)


def _expected(asked: _Asked, scope: str) -> Window | None:
    """Return the window of a scope in which no inspection has been held yet."""
    return (
        _own(asked.plan, scope)
        or _announced(asked, scope)
        or asked.ruled(asked.plan.inspection_answered(), scope)
    )


def _over(asked: _Asked, scope: str) -> bool:
    """Return whether the inspection of this scope has been held by the close of the day."""
    return any(held_by(each, asked.on) for each in asked.later(scope))


def _again(asked: _Asked, scope: str) -> Window | None:
    """Return when inspectors come once more: only where a rule says so of what they found."""
    if scope != MONITORING:
        return None
    held = [each for each in asked.later(scope) if held_by(each, asked.on)]
    return asked.ruled(held[-1], scope)


def _follows(day: date | None, after: date | None) -> bool:
    return day is None or after is None or day > after


def held_by(inspection: Inspection, on: date) -> bool:
    """Return whether an inspection has been held by the close of a day."""
    if not inspection.was_held:
        return False
    stated: list[ApproximateDate | None] = [getattr(inspection, name) for name in HELD_BY]
    days = [day for each in stated if each and (day := each.latest())]
    # A result without a date is history all the same.
    return min(days) <= on if days else True


def _own(plan: Plan, scope: str) -> Window | None:
    """Return the plan's own window: by id, else by scope."""
    by_id = [each for each in plan.windows if each.id == scope]
    by_scope = [each for each in plan.windows if each.scope == scope]
    return next(iter((*by_id, *by_scope)), None)


def _announced(asked: _Asked, scope: str) -> Window | None:
    """Return the window of an inspection known to come: dated, or called."""
    for inspection in asked.later(scope):
        book = book_for(asked.plan, inspection, asked.books)
        known = Known(book=book, inspection=inspection, on=asked.on)
        day = known.anchor(ON_SITE_START)
        if day is None or _unheard_of(inspection, day.first, asked.on):
            continue
        return _window_of(inspection, day, scope)
    return None


def _unheard_of(inspection: Inspection, start: date, on: date) -> bool:
    """Return whether nobody could know of it: not yet called, or on record only afterwards."""
    called = inspection.notified.earliest() if inspection.notified else None
    return (called or date.min) > on or (inspection.was_held and start > on)


def _window_of(inspection: Inspection, day: AnchorDay, scope: str) -> Window:
    def end(which: date) -> WindowEnd:
        return WindowEnd(
            day=which,
            reason=f"inspection {inspection.id}: {day.words}",
            confidence=day.confidence,
            sources=day.sources,
        )

    name = INSPECTION_NAMES[inspection.kind]
    return Window(
        id=scope,
        name=name,
        earliest=end(day.first),
        expected=end(day.first) if day.first == day.last else None,
        latest=end(day.last),
        scope=scope,
        explanation=f"{name} {inspection.id} is announced: {day.words}.",
        confidence=day.confidence,
        sources=day.sources,
    )
