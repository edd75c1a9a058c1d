"""An area's whole history in one list: what happened, what is due, what is expected.

A past date is told with what the rules had led to expect; a coming one with how binding it is.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from attrs import evolve

from send_framework.dates import ApproximateDate
from send_framework.frameworks.belonging import following, last_day
from send_framework.frameworks.entries import Entry, EntryKind, State, Timeline
from send_framework.frameworks.histories import Asked, history
from send_framework.frameworks.official_dates import in_order, results
from send_framework.frameworks.outturns import Outturn, outturns
from send_framework.frameworks.overrides import book_for
from send_framework.frameworks.rulebook import Gives, RuleBook
from send_framework.model.inspection import Event, Inspection
from send_framework.model.periods import PublicationHold
from send_framework.model.plan import Plan
from send_framework.model.source import Fact
from send_framework.model.spread import ObservedSpread
from send_framework.model.window import Deadline, Window
from send_framework.working_days import ENGLAND, WorkingCalendar


def timeline(  # noqa: PLR0913 - each option is asked for by its name
    of: Plan | Iterable[Inspection],
    *,
    on: date,
    events: Iterable[Event] = (),
    books: Iterable[RuleBook] = (),
    holds: Iterable[PublicationHold] = (),
    spreads: Iterable[ObservedSpread] = (),
    calendar: WorkingCalendar = ENGLAND,
) -> Timeline:
    """Return everything that happened, is due or is expected, in order.

    Args:
        of: A plan, or the inspections of an area.
        on: The day whose close limits what is known.
        events: What else happened, for inspections without a plan.
        books: Rule books of your own.
        holds: Periods without reports, beside those of the plan.
        spreads: How long things took elsewhere; each stands beside the rule that it names.
        calendar: Which days are working days.

    Example:
        >>> from send_framework import InspectionKind, Outcome
        >>> suffolk = Inspection(
        ...     id="I2023", kind=InspectionKind.FULL, framework="area_send_2023",
        ...     report_received="2024-01-18", published="2024-01-30",
        ...     outcome=Outcome.WIDESPREAD_FAILINGS)
        >>> for each in timeline([suffolk], on=date(2024, 3, 1)).entries[:3]:
        ...     print(each.first, each.state.value, each.name)
        2024-01-18 happened Final report received
        2024-01-30 happened Report published: widespread failings
        2024-03-07 ahead Priority action plan submitted
    """
    plan = of if isinstance(of, Plan) else history(of, events)
    asked = Asked(
        plan=evolve(plan, holds=(*plan.holds, *holds)),
        on=on,
        books=tuple(books),
        spreads=tuple(spreads),
        calendar=calendar,
    )
    entries = [*_happenings(asked), *_ruled(asked), *_own_windows(asked)]
    entries += _periods(asked, entries)
    return Timeline(
        title=plan.title,
        on=on,
        entries=sorted(entries, key=_place),
        undated=[each for one in plan.inspections for each in asked.undated(one)],
    )


_DATE_NAMES = {
    "notified": "The call",
    "fieldwork_start": "Fieldwork begins",
    "on_site_start": "Inspectors on site",
    "fieldwork_end": "Fieldwork ends",
    "report_received": "Final report received",
    "published": "Report published",
}


def _happenings(asked: Asked) -> Iterator[Entry]:
    """Yield what happened or is announced: inspections' dates, events and meetings."""
    for inspection in asked.plan.inspections:
        for name, words in _DATE_NAMES.items():
            said: ApproximateDate | None = getattr(inspection, name)
            if said is not None:
                told = f"{words}{_found(inspection)}" if name == "published" else words
                yield _told(asked, EntryKind.INSPECTION, told, inspection, said)
    for event in asked.plan.events:
        yield _told(asked, EntryKind.EVENT, event.title, event, event.date)
    for cycle in asked.plan.reviews:
        for meeting in (*cycle.planned, *cycle.held):
            cancelled = ", called off" if meeting.cancelled else ""
            about = f": {meeting.title}" if meeting.title else ""
            name = f"{cycle.title}{about}{cancelled}"
            yield _told(asked, EntryKind.MEETING, name, meeting, meeting.date)


def _found(inspection: Inspection) -> str:
    found = inspection.outcome or inspection.result
    return f": {found.value.replace('-', ' ')}" if found else ""


def _told(
    asked: Asked, kind: EntryKind, name: str, fact: Inspection | Event | Fact,
    said: ApproximateDate | None,
) -> Entry:  # fmt: skip
    first = said.earliest() if said else None
    last = said.latest() if said else None
    return Entry(
        kind=kind,
        state=_state_of_a_day(first, last, asked.on),
        name=name,
        subject=getattr(fact, "id", ""),
        first=first,
        last=last,
        when=said,
        sources=fact.sources,
        confidence=fact.confidence,
        note=fact.note,
        claims=fact.claims,
    )


def _state_of_a_day(first: date | None, last: date | None, on: date) -> State:
    if first is None and last is None:
        return State.UNDATED
    if last is not None and last <= on:
        return State.HAPPENED
    return State.AHEAD if first is None or first > on else State.OPEN


def _ruled(asked: Asked) -> Iterator[Entry]:
    """Yield what the rules give: first what came of it, then what is still to come."""
    for inspection in asked.plan.inspections:
        known = asked.known(inspection)
        came = outturns(known, following(asked.plan, inspection))
        for each in came:
            yield _entry(asked, inspection, each.expected, _state_of_outturn(each), each)
        told = {each.expected.rule.rule for each in came if each.expected.rule}
        for found in in_order(results(known)):
            if found.rule is None or found.rule.rule not in told:
                yield _entry(asked, inspection, found, _state(asked, inspection, found))


def _state_of_outturn(each: Outturn) -> State:
    if each.difference is None:
        return State.UNPROVEN
    if each.difference == 0:
        return State.MET
    return State.LATE if each.difference > 0 else State.EARLY


def _state(asked: Asked, inspection: Inspection, found: Deadline | Window) -> State:
    """Return how something stands that did not come yet, as far as is known."""
    first, last = days_of(found)
    if last is not None and last < asked.on:
        if not (_is_recorded(asked, inspection, found) and asked.is_current(inspection)):
            return State.PASSED
        # "Usually 18 months" has no last day: once it is past, inspectors may come any day.
        is_open = isinstance(found, Window) and found.latest is None
        return State.OPEN if is_open else State.OVERDUE
    if isinstance(found, Window) and first is not None and first <= asked.on:
        return State.OPEN if asked.is_current(inspection) else State.PASSED
    return State.AHEAD


def _is_recorded(asked: Asked, inspection: Inspection, found: Deadline | Window) -> bool:
    """Return whether a plan would show that it came: an act that meets it, or an inspection.

    What is only usual or was only seen elsewhere, and is seldom written down, is never overdue.
    """
    key = found.rule.rule if found.rule else ""
    rules = (each for each in asked.known(inspection).book.rules if each.key == key)
    wanted = "met_by" if isinstance(found, Deadline) else "expects"
    return any(getattr(rule, wanted) for rule in rules)


def days_of(found: Deadline | Window) -> tuple[date | None, date | None]:
    """Return the first and the last day of what a rule gives; of a single end, that day twice."""
    if isinstance(found, Deadline):
        return found.due, found.due_latest
    days = [end.day for _, end in found.ends()]
    return days[0], days[-1]


def _entry(
    asked: Asked, inspection: Inspection, found: Deadline | Window, state: State,
    outturn: Outturn | None = None,
) -> Entry:  # fmt: skip
    first, last = days_of(found)
    return Entry(
        kind=EntryKind.DEADLINE if isinstance(found, Deadline) else EntryKind.WINDOW,
        state=state,
        name=found.name,
        subject=inspection.id,
        first=first,
        last=last,
        what=found,
        outturn=outturn,
        spreads=tuple(each for each in asked.spreads if _stands_beside(each, inspection, found)),
        sources=found.sources,
        confidence=found.confidence,
        note=found.note,
        claims=found.claims,
    )


def _stands_beside(
    spread: ObservedSpread, inspection: Inspection, found: Deadline | Window
) -> bool:
    day = last_day(inspection)
    return (
        found.rule is not None
        and spread.rule == found.rule.rule
        and spread.framework in ("", found.rule.framework)
        and spread.outcome in (None, inspection.outcome)
        and spread.year in (None, day.year if day else None)
    )


def _own_windows(asked: Asked) -> Iterator[Entry]:
    """Yield the windows that the plan itself expects."""
    for window in asked.plan.windows:
        first, last = days_of(window)
        state = State.AHEAD
        if last is not None and last < asked.on:
            state = State.PASSED
        elif first is not None and first <= asked.on:
            state = State.OPEN
        yield Entry(
            kind=EntryKind.WINDOW,
            state=state,
            name=window.name,
            subject=window.id,
            first=first,
            last=last,
            what=window,
            sources=window.sources,
            confidence=window.confidence,
            note=window.note,
            claims=window.claims,
        )


def _periods(asked: Asked, entries: Sequence[Entry]) -> list[Entry]:
    """Return the suspensions and holds that lie in the time the timeline tells of."""
    begin = min((each.first for each in entries if each.first), default=date.max)
    frameworks = dict.fromkeys(each.framework for each in asked.plan.inspections)
    found: list[Entry] = []
    for inspection in asked.plan.inspections:
        if frameworks.pop(inspection.framework, 0) is not None:
            continue
        book = book_for(asked.plan, inspection, asked.books)
        found.extend(_suspensions(asked, book))
        found.extend(_held(asked, hold) for hold in book.holds if hold.first <= asked.on)
    found.extend(_held(asked, hold) for hold in asked.plan.holds)
    return [each for each in found if (each.last or date.max) >= begin]


def _suspensions(asked: Asked, book: RuleBook) -> Iterator[Entry]:
    for rule in book.rules:
        for edition in rule.editions if rule.gives is Gives.SUSPENSION else ():
            if edition.in_force_from <= asked.on:
                yield _period(
                    asked, rule.title, edition.in_force_from, edition.in_force_to, edition
                )


def _held(asked: Asked, hold: PublicationHold) -> Entry:
    return _period(asked, f"No reports {hold.name}", hold.first, hold.last, hold)


def _period(asked: Asked, name: str, first: date, last: date | None, fact: Fact) -> Entry:
    return Entry(
        kind=EntryKind.PERIOD,
        state=_state_of_a_day(first, last, asked.on),
        name=name,
        subject="",
        first=first,
        last=last,
        sources=fact.sources,
        confidence=fact.confidence,
        note=fact.note,
        claims=fact.claims,
    )


def _place(each: Entry) -> tuple[date, date]:
    day = each.first or each.last or date.max
    return day, each.last or day
