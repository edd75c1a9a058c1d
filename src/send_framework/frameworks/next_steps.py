"""What may happen next to an area, who must act, by when, and under which rule."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from attrs import frozen

from send_framework.frameworks.entries import Entry, State
from send_framework.frameworks.histories import Asked, history
from send_framework.frameworks.overrides import book_for
from send_framework.frameworks.rulebook import Rule, RuleBook
from send_framework.frameworks.terms import inspection_mondays
from send_framework.frameworks.timeline import timeline
from send_framework.model.inspection import Event, Inspection
from send_framework.model.periods import PublicationHold
from send_framework.model.plan import Plan
from send_framework.model.source import Fact
from send_framework.model.spread import ObservedSpread
from send_framework.model.window import Deadline, Modality, Window
from send_framework.working_days import ENGLAND, WorkingCalendar


@frozen(kw_only=True)
class NextStep(Fact):
    """One thing that may or must happen next.

    Attributes:
        inspection: Id of the inspection it follows from.
        name: What may happen.
        by: Who must act, or decides; empty where no source says.
        says: The rule in words.
        state: Overdue, open, ahead, or undated where no day can be given.
        framework: Key of the rule book.
        rule: Key of the rule.
        edition: Key of its edition; empty where none was in force.
        modality: How binding it is; ``None`` where no edition was in force.
        what: The deadline or window, where it has days.
        reason: Why no day can be given, where none can.
        spreads: How long it took elsewhere.
        mondays: Of inspectors' return, the days of its window still to come on which they could
            begin on site by custom: Mondays in the plan's terms. Empty without terms.
    """

    inspection: str
    name: str
    by: str
    says: str
    state: State
    framework: str
    rule: str
    edition: str
    modality: Modality | None
    what: Deadline | Window | None = None
    reason: str = ""
    spreads: tuple[ObservedSpread, ...] = ()
    mondays: tuple[date, ...] = ()


_TO_COME = (State.OVERDUE, State.OPEN, State.PASSED, State.AHEAD)


def next_steps(  # noqa: PLR0913 - each option is asked for by its name
    of: Plan | Iterable[Inspection],
    *,
    on: date,
    events: Iterable[Event] = (),
    books: Iterable[RuleBook] = (),
    holds: Iterable[PublicationHold] = (),
    spreads: Iterable[ObservedSpread] = (),
    calendar: WorkingCalendar = ENGLAND,
) -> tuple[NextStep, ...]:
    """Return what may happen next: overdue first, then by day, then what has no day.

    Args:
        of: A plan, or the inspections of an area.
        on: The day whose close limits what is known.
        events: What else happened, for inspections without a plan.
        books: Rule books of your own.
        holds: Periods without reports, beside those of the plan.
        spreads: How long things took elsewhere.
        calendar: Which days are working days.

    Example:
        >>> from send_framework import InspectionKind, Outcome
        >>> suffolk = Inspection(
        ...     id="I2023", kind=InspectionKind.FULL, framework="area_send_2023",
        ...     report_received="2024-01-18", published="2024-01-30",
        ...     outcome=Outcome.WIDESPREAD_FAILINGS)
        >>> for step in next_steps([suffolk], on=date(2024, 3, 1))[:2]:
        ...     print(step.what.due, step.name, "-", step.by)
        2024-03-07 Priority action plan submitted - the local area partnership
        2024-04-29 Priority action plan made final - the principal authority, helped by the others
    """
    plan = of if isinstance(of, Plan) else history(of, events)
    books = tuple(books)
    read = timeline(plan, on=on, books=books, holds=holds, spreads=spreads, calendar=calendar)
    asked = Asked(plan=plan, on=on, books=books, calendar=calendar)
    found = {each.id: each for each in plan.inspections if asked.is_current(each)}
    dated = [each for state in _TO_COME for each in read.in_state(state)]
    steps = [
        step
        for each in dated
        if each.subject in found and _may_still_come(each)
        for step in _dated(asked, found[each.subject], each)
    ]
    steps.extend(
        _without_day(asked, found[none.inspection], none.rule, none.reason)
        for none in read.undated
        if none.rule
    )
    for inspection in found.values():
        steps.extend(_may_follow(asked, inspection))
    return tuple(steps)


def _dated(asked: Asked, inspection: Inspection, each: Entry) -> Iterator[NextStep]:
    """Yield the step that a deadline or window asks for."""
    what = each.what
    if what is None or what.rule is None:
        return
    rule = book_for(asked.plan, inspection, asked.books).rule(what.rule.rule)
    edition = next(one for one in rule.editions if one.key == what.rule.edition)
    yield NextStep(
        inspection=inspection.id,
        name=each.name,
        by=rule.by,
        says=edition.says,
        state=each.state,
        framework=what.rule.framework,
        rule=rule.key,
        edition=edition.key,
        modality=edition.modality,
        what=what,
        spreads=each.spreads,
        mondays=_mondays(asked, what) if rule.scope != "none" else (),
        sources=what.sources,
        confidence=what.confidence,
        note=what.note,
        claims=what.claims,
    )


def _mondays(asked: Asked, what: Deadline | Window) -> tuple[date, ...]:
    """Return the days to come of a window on which inspectors could begin on site."""
    if not (asked.plan.terms and isinstance(what, Window)):
        return ()
    days = [end.day for _, end in what.ends()]
    first = max(days[0], asked.on + timedelta(days=1))
    return inspection_mondays(first, days[-1], asked.plan.terms, asked.calendar)


def _may_still_come(each: Entry) -> bool:
    """Return whether it may: what is usual can come after the day on which it usually does."""
    return each.state is not State.PASSED or isinstance(each.what, Window)


def _may_follow(asked: Asked, inspection: Inspection) -> Iterator[NextStep]:
    """Yield what the rules say may come, without saying when."""
    known = asked.known(inspection)
    if not inspection.was_held:
        return
    for rule in known.book.rules:
        if rule.may_follow and known.applies(rule) and rule.in_force(asked.on):
            yield _without_day(asked, inspection, rule.key, "no rule says when")


def _without_day(asked: Asked, inspection: Inspection, key: str, reason: str) -> NextStep:
    book = book_for(asked.plan, inspection, asked.books)
    rule: Rule = book.rule(key)
    edition = rule.in_force(asked.on) or rule.editions[-1]
    return NextStep(
        inspection=inspection.id,
        name=rule.title,
        by=rule.by,
        says=edition.says,
        state=State.UNDATED,
        framework=book.key,
        rule=rule.key,
        edition=edition.key,
        modality=edition.modality,
        reason=reason.removeprefix(f"{rule.title}: "),
        sources=edition.sources,
        confidence=edition.confidence,
        note=edition.note,
        claims=edition.claims,
    )
