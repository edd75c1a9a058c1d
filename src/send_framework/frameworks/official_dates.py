"""The official dates of an inspection: what its rule book demands, by when, and why."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import partial

from send_framework.dates import day_words
from send_framework.errors import did_you_mean
from send_framework.frameworks.anchors import Known
from send_framework.frameworks.application import Application, Undated, apply, unique
from send_framework.frameworks.registry import find_rule_book, rule_books
from send_framework.frameworks.rulebook import Gives, Rule, RuleBook
from send_framework.model.inspection import Event, Inspection
from send_framework.model.window import WINDOW_ENDS, Deadline, Modality, Unit, Window, WindowEnd
from send_framework.working_days import ENGLAND, Closure, WorkingCalendar


def deadlines(
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
    found = _results(inspection, on, events, calendar, tuple(holds), book)
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
    found = _results(inspection, on, events, calendar, (), book)
    return tuple(each for each in found if isinstance(each, Undated))


def _results(
    inspection: Inspection,
    on: date | None,
    events: Iterable[Event],
    calendar: WorkingCalendar,
    holds: tuple[Closure, ...],
    book: RuleBook | None,
) -> Iterator[Deadline | Window | Undated]:
    rules = book or find_rule_book(inspection.framework)
    if rules is None:
        yield _no_book(inspection)
        return
    known = Known(book=rules, inspection=inspection, events=tuple(events), on=on, calendar=calendar)
    for rule in rules.rules:
        if rule.gives in (Gives.DEADLINE, Gives.WINDOW) and _wanted(known, rule):
            yield _result(known, rule, holds)


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
    if rule.finds is None or known.stated(rule.finds) is None:
        return True
    # Both ends of a notice known, or an inspection over: the rule has nothing to tell.
    given = any(known.stated(each) for each in rule.anchors)
    return rule.mirrored and not given and not inspection.was_held


def _result(known: Known, rule: Rule, holds: tuple[Closure, ...]) -> Deadline | Window | Undated:
    applied = apply(known, rule, holds)
    if isinstance(applied, Undated):
        return applied
    return _deadline(applied) if rule.gives is Gives.DEADLINE else _window(applied)


def _deadline(applied: Application) -> Deadline:
    edition, anchor = applied.edition, applied.anchors[0]
    reach = partial(edition.day_from, before=applied.before, calendar=applied.known.calendar)
    due, latest = reach(anchor.first), reach(anchor.last)
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


# --- windows ------------------------------------------------------------------------------


def _window(applied: Application) -> Window:
    rule = applied.rule
    ends = _ends(applied)
    for other in applied.known.book.rules:
        if other.widens == rule.key:
            ends = _widened(applied.known, ends, other)
    claim = f"{applied.name} {_ends_words(ends)}"
    return Window(
        id=rule.key if rule.scope == "none" else rule.scope,
        name=applied.name,
        scope=rule.scope,
        rule=applied.reference(),
        explanation=applied.explain(claim),
        confidence=applied.confidence,
        sources=unique(source for end in ends.values() for source in end.sources),
        note=applied.edition.note,
        claims=applied.edition.claims,
        **ends,
    )


def _ends(applied: Application) -> dict[str, WindowEnd]:
    """Return the known ends of a window, by name."""
    edition = applied.edition
    first = min(each.first for each in applied.anchors)
    last = max(each.last for each in applied.anchors)
    counts = {"earliest": edition.least, "expected": edition.amount, "latest": edition.most}
    if applied.rule.spans_anchors and first != last:
        # The text names no anchor, so each that it can mean gives one end and none the middle.
        counts = {"earliest": edition.amount, "latest": edition.amount}
    ends: dict[str, WindowEnd] = {}
    for name, count in counts.items():
        anchor = last if name == "latest" else first
        day = applied.reach(anchor, count)
        if day is not None and count is not None:
            ends[name] = _end(applied, day, anchor, count)
    return ends


def _end(applied: Application, day: date, anchor: date, count: int) -> WindowEnd:
    edition = applied.edition
    unit = edition.unit or Unit.CALENDAR_DAYS
    seen = "seen elsewhere: " if edition.modality is Modality.OBSERVED else ""
    of = next(each for each in applied.anchors if anchor in (each.first, each.last))
    plain = edition.day_from(anchor, count, before=applied.before, calendar=applied.known.calendar)
    moved = "" if plain == day else f", held over from {day_words(plain)}"
    return WindowEnd(
        day=day,
        reason=f"{seen}{unit.words(count)} {applied.way} {of.words}{moved}",
        confidence=applied.confidence,
        sources=applied.sources,
    )


def _widened(known: Known, ends: dict[str, WindowEnd], rule: Rule) -> dict[str, WindowEnd]:
    """Return the ends with those that another rule adds, where they keep the order."""
    applied = apply(known, rule)
    if isinstance(applied, Undated):
        return ends
    every = {**_ends(applied), **ends}
    kept: dict[str, WindowEnd] = {}
    for name in WINDOW_ENDS:
        if name in ends or (name in every and _in_order(name, every[name], ends)):
            kept[name] = every[name]
    return kept


def _in_order(name: str, end: WindowEnd, ends: dict[str, WindowEnd]) -> bool:
    at = WINDOW_ENDS.index(name)
    before = (ends[each].day for each in WINDOW_ENDS[:at] if each in ends)
    after = (ends[each].day for each in WINDOW_ENDS[at + 1 :] if each in ends)
    return all(day <= end.day for day in before) and all(end.day <= day for day in after)


def _ends_words(ends: dict[str, WindowEnd]) -> str:
    words = {"earliest": "from", "expected": "about", "latest": "to"}
    return ", ".join(f"{words[name]} {day_words(end.day)}" for name, end in ends.items())


def _first_day(result: Deadline | Window) -> date:
    return result.due if isinstance(result, Deadline) else result.ends()[0][1].day
