"""The official dates of an inspection: what its rule book demands, by when, and why."""

from collections.abc import Iterable
from datetime import date

from send_framework.dates import day_words
from send_framework.errors import did_you_mean
from send_framework.frameworks.anchors import Known
from send_framework.frameworks.application import Application, Undated, apply
from send_framework.frameworks.registry import find_rule_book, rule_books
from send_framework.frameworks.rulebook import Gives, Rule, RuleBook
from send_framework.frameworks.windows import window
from send_framework.model.inspection import Event, Inspection
from send_framework.model.periods import PublicationHold
from send_framework.model.window import Deadline, Unit, Window
from send_framework.working_days import ENGLAND, Closure, WorkingCalendar


def deadlines(  # noqa: PLR0913 - each option is asked for by its name
    inspection: Inspection,
    *,
    on: date | None = None,
    events: Iterable[Event] = (),
    calendar: WorkingCalendar = ENGLAND,
    holds: Iterable[Closure | PublicationHold] = (),
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
    return in_order(results(known))


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
    return tuple(each for each in results(known) if isinstance(each, Undated))


DATING = (Gives.DEADLINE, Gives.WINDOW)
"""What a rule gives that puts a day of its own into a calendar."""
NO_BOOK = RuleBook(key="none", title="No rule book", in_force_from=date.min, rules=())


def book_of(inspection: Inspection) -> RuleBook:
    """Return the rule book of an inspection's framework; an empty one where there is none."""
    return find_rule_book(inspection.framework) or NO_BOOK


def results(known: Known) -> tuple[Deadline | Window | Undated, ...]:
    """Return what each rule gives that applies and whose answer is not known already.

    Args:
        known: What is known.
    """
    wanted = [rule for rule in known.book.rules if rule.gives in DATING and _wanted(known, rule)]
    found = {rule.key: (rule, result(known, rule)) for rule in wanted}
    for rule, own in tuple(found.values()):
        if rule.later_of in found:
            other = found[rule.later_of][1]
            if isinstance(own, Deadline) and isinstance(other, Deadline):
                earlier = rule.key if own.due < other.due else rule.later_of
                del found[earlier]
    return tuple(each for _, each in found.values())


def in_order(found: Iterable[Deadline | Window | Undated]) -> tuple[Deadline | Window, ...]:
    """Return the deadlines and windows, the earliest first.

    Args:
        found: Those, and rules without a day.
    """
    return tuple(sorted((each for each in found if not isinstance(each, Undated)), key=_first_day))


def _no_book(inspection: Inspection) -> Undated:
    keys = [each.key for each in rule_books()]
    hint = did_you_mean(inspection.framework, keys)
    reason = f"no rule book is called {inspection.framework!r}; known: {', '.join(keys)}.{hint}"
    return Undated(inspection=inspection.id, rule="", title="Rule book", reason=reason)


def _wanted(known: Known, rule: Rule) -> bool:
    """Return whether the rule applies and what it finds is not known already."""
    inspection = known.inspection
    if not known.applies(rule):
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


def result(known: Known, rule: Rule) -> Deadline | Window | Undated:
    """Return what one rule gives, whatever else is known.

    Args:
        known: What is known.
        rule: A rule that dates something.
    """
    applied = apply(known, rule)
    return applied if isinstance(applied, Undated) else dated(applied)


def dated(applied: Application) -> Deadline | Window:
    """Return what a rule gives, once its edition and its anchor are known.

    Args:
        applied: The rule applied.
    """
    return _deadline(applied) if applied.rule.gives is Gives.DEADLINE else window(applied)


def _deadline(applied: Application) -> Deadline:
    edition, anchor = applied.edition, applied.anchors[0]
    due, latest = applied.reach(anchor.first), applied.reach(anchor.last)
    days = day_words(due) if due == latest else f"{day_words(due)} to {day_words(latest)}"
    return Deadline(
        name=applied.name,
        rule=applied.reference(),
        due=due,
        due_latest=latest,
        explanation=applied.explain(f"{applied.name} by {days}", _not_worked(applied, latest)),
        provisional=applied.is_provisional(latest),
        confidence=applied.confidence,
        sources=applied.sources,
        note=edition.note,
        claims=edition.claims,
    )


def _not_worked(applied: Application, day: date) -> str:
    """Say that a day which is no working day stays what it is: civil time runs on."""
    if applied.edition.unit is Unit.WORKING_DAYS or not _is_known(applied, day):
        return ""
    why = applied.known.calendar.why_closed(day)
    note = f"; {day_words(day)} is no working day ({why}), and the rule does not move it"
    return note if why else ""


def _is_known(applied: Application, day: date) -> bool:
    calendar = applied.known.calendar
    return calendar.first_day <= day <= calendar.last_day


def _first_day(result: Deadline | Window) -> date:
    return result.due if isinstance(result, Deadline) else result.ends()[0][1].day
