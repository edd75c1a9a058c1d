"""The official dates of an inspection: what its rule book demands, by when, and why."""

from collections.abc import Iterable, Iterator
from datetime import date

from send_framework.dates import day_words
from send_framework.errors import did_you_mean
from send_framework.frameworks.anchors import Known
from send_framework.frameworks.application import Application, Undated, apply
from send_framework.frameworks.registry import find_rule_book, rule_books
from send_framework.frameworks.rulebook import Gives, Rule, RuleBook
from send_framework.frameworks.windows import window
from send_framework.model.inspection import Event, Inspection
from send_framework.model.window import Deadline, Unit, Window
from send_framework.working_days import ENGLAND, Closure, WorkingCalendar


def deadlines(  # noqa: PLR0913 - each option is asked for by its name
    inspection: Inspection,
    *,
    on: date | None = None,
    events: Iterable[Event] = (),
    calendar: WorkingCalendar = ENGLAND,
    holds: Iterable[Closure] = (),
    book: RuleBook | None = None,
) -> tuple[Deadline | Window, ...]:
    """Return the deadlines and windows that follow from an inspection, the earliest first.

    A rule counts from its own anchor: the priority action plan from the *receipt* of the final
    report, which precedes publication. Where only publication is known, receipt is inferred as a
    range of days; `due` then follows from its first and `due_latest` from its last, and both are
    marked. An inspection whose framework has no rule book has none: `undated` says so.

    Args:
        inspection: Full, monitoring or re-visit; held or expected.
        on: The day whose close limits what is known: later receipts, publications, events and
            editions are left out. ``None`` for everything known.
        events: What happened around it: a submission fixes the edition it is judged by, a notice
            that came is no longer expected.
        calendar: Which days are working days.
        holds: Pre-election periods in which no report is published; they move the day a report
            is expected and nothing else.
        book: The rule book; the one that the inspection names by default.

    Example:
        >>> from send_framework import InspectionKind, Outcome
        >>> suffolk = Inspection(
        ...     id="I2023", kind=InspectionKind.FULL, framework="area_send_2023",
        ...     report_received="2024-01-18", published="2024-01-30",
        ...     outcome=Outcome.WIDESPREAD_FAILINGS,
        ... )
        >>> plan, final = deadlines(suffolk)[:2]
        >>> plan.name, str(plan.due), plan.rule.modality.value
        ('Priority action plan submitted', '2024-03-07', 'handbook')
        >>> plan.explanation
        'Priority action plan submitted by 7 March 2024: 35 working days after receipt of ...'
    """
    known = Known(
        book=book or book_of(inspection),
        inspection=inspection,
        events=tuple(events),
        on=on,
        calendar=calendar,
        holds=tuple(holds),
    )
    found = _results(known)
    dated = [each for each in found if not isinstance(each, Undated)]
    return tuple(sorted(dated, key=_first_day))


def undated(
    inspection: Inspection,
    *,
    on: date | None = None,
    events: Iterable[Event] = (),
    calendar: WorkingCalendar = ENGLAND,
    book: RuleBook | None = None,
) -> tuple[Undated, ...]:
    """Return the rules that apply to an inspection but yield no day, each with the reason.

    Args:
        inspection: Full, monitoring or re-visit; held or expected.
        on: The day whose close limits what is known.
        events: What happened around it.
        calendar: Which days are working days.
        book: The rule book; the one that the inspection names by default.

    Example:
        >>> from send_framework import InspectionKind, Outcome
        >>> inspection = Inspection(
        ...     id="I1", kind=InspectionKind.FULL, framework="area_send_2023",
        ...     outcome=Outcome.INCONSISTENT,
        ... )
        >>> undated(inspection)[0].reason
        'Report published: no day is known for end of fieldwork'
    """
    rules = book or book_of(inspection)
    if rules is NO_BOOK:
        return (_no_book(inspection),)
    known = Known(book=rules, inspection=inspection, events=tuple(events), on=on, calendar=calendar)
    return tuple(each for each in _results(known) if isinstance(each, Undated))


NO_BOOK = RuleBook(key="none", title="No rule book", in_force_from=date.min, rules=())


def book_of(inspection: Inspection) -> RuleBook:
    """Return the rule book of an inspection's framework; an empty one where there is none."""
    return find_rule_book(inspection.framework) or NO_BOOK


def _results(known: Known) -> Iterator[Deadline | Window | Undated]:
    for rule in known.book.rules:
        if rule.gives in (Gives.DEADLINE, Gives.WINDOW) and _wanted(known, rule):
            yield _result(known, rule)


def _no_book(inspection: Inspection) -> Undated:
    keys = [each.key for each in rule_books()]
    hint = did_you_mean(inspection.framework, keys)
    reason = f"no rule book is called {inspection.framework!r}; known: {', '.join(keys)}.{hint}"
    return Undated(inspection=inspection.id, rule="", title="Rule book", reason=reason)


def _wanted(known: Known, rule: Rule) -> bool:
    """Return whether the rule applies and what it finds is not known already."""
    inspection = known.inspection
    if not rule.applies_to(inspection.kind, inspection.outcome):
        return False
    if rule.gives is Gives.WINDOW and known.act(rule.met_by):
        return False
    if rule.finds is None:
        return True
    if rule.mirrored and inspection.was_held:
        # How much notice was given is then history, which no rule can tell.
        return False
    found, given = known.stated(rule.finds), map(known.stated, rule.anchors)
    return found is None or (rule.mirrored and not any(given))


def _result(known: Known, rule: Rule) -> Deadline | Window | Undated:
    applied = apply(known, rule)
    if isinstance(applied, Undated):
        return applied
    return _deadline(applied) if rule.gives is Gives.DEADLINE else window(applied)


def _deadline(applied: Application) -> Deadline:
    edition, anchor = applied.edition, applied.anchors[0]
    due, latest = applied.reach(anchor.first), applied.reach(anchor.last)
    days = day_words(due) if due == latest else f"{day_words(due)} to {day_words(latest)}"
    return Deadline(
        name=applied.name,
        rule=applied.reference(),
        due=due,
        due_latest=latest,
        explanation=applied.explain(f"{applied.name} by {days}"),
        provisional=_provisional(applied, latest),
        confidence=applied.confidence,
        sources=applied.sources,
        note=edition.note,
        claims=edition.claims,
    )


def _provisional(applied: Application, day: date) -> bool:
    counted = applied.edition.unit is Unit.WORKING_DAYS
    return counted and applied.known.calendar.is_provisional(day)


def _first_day(result: Deadline | Window) -> date:
    return result.due if isinstance(result, Deadline) else result.ends()[0][1].day
