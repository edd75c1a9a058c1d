"""What a computed plan shows of itself: promises and constraints it breaks, facts out of order.

Each is a typed fact with its size; `send_framework.checks` turns them into findings.
"""

from collections.abc import Iterator
from datetime import date

from send_framework.dates import day_words
from send_framework.model.action import Dependency
from send_framework.model.dependency import ConstraintKind, DependencyType
from send_framework.model.window import Unit
from send_framework.network.entry import Entry
from send_framework.network.kinds import DriverKind, FactKind
from send_framework.network.promised import broken_links, promised_links, promised_spans
from send_framework.network.results import NetworkFact
from send_framework.network.solving import Solved

_NO_LATER = {
    ConstraintKind.START_NO_LATER_THAN: True,
    ConstraintKind.MUST_START_ON: True,
    ConstraintKind.FINISH_NO_LATER_THAN: False,
    ConstraintKind.MUST_FINISH_ON: False,
}
_FROM_START = (DependencyType.START_TO_START, DependencyType.START_TO_FINISH)
_TO_FINISH = (DependencyType.FINISH_TO_FINISH, DependencyType.START_TO_FINISH)


def network_facts(solved: Solved) -> Iterator[NetworkFact]:
    """Yield everything noticed about a computed plan.

    Args:
        solved: The computed plan.
    """
    for each in solved.entries:
        yield from each.facts
    for number, each in enumerate(solved.placed):
        if each.finished is None and not each.dropped and not each.ongoing:
            yield from _broken_promise(solved, number, each)
            yield from _broken_constraints(solved, number, each)
            yield from _stopped_at_start(solved, number, each)
    yield from _out_of_order(solved)
    spans = promised_spans(solved.entries)
    done = frozenset(each.id for each in solved.entries if each.finished is not None)
    begun = frozenset(each.id for each in solved.entries if each.started is not None)
    links = promised_links(solved.entries, spans, solved.plan)
    yield from broken_links(links, done=done, begun=begun)
    yield from _window_past(solved)


def _broken_promise(solved: Solved, number: int, each: Entry) -> Iterator[NetworkFact]:
    if each.due is None:
        return
    finish = solved.result.early_finish_day(number)
    short = -each.calendar.count(finish, each.due)
    if short > 0:
        sentence = (
            f"{each.id} is promised for {day_words(each.due)} and {_expected(solved, number)} "
            f"{day_words(finish)}, {Unit.WORKING_DAYS.words(short)} later"
        )
        yield NetworkFact(
            kind=FactKind.BROKEN_PROMISE,
            subject=each.id,
            sentence=sentence,
            working_days=short,
            day=finish,
        )


def _expected(solved: Solved, number: int) -> str:
    """Return how its finish is to be read: its own forecast is no bound that anything sets."""
    first = next(iter(solved.bounds[number]), None)
    forecast = first is not None and first.kind is DriverKind.OWN_PROMISE
    return "is now expected on" if forecast else "cannot be done before"


def _broken_constraints(solved: Solved, number: int, each: Entry) -> Iterator[NetworkFact]:
    for kind, day in each.constraints:
        on_start = _NO_LATER.get(kind)
        if on_start is None or day is None:
            continue
        result = solved.result
        came = result.early_start_day(number) if on_start else result.early_finish_day(number)
        # Work that must start on a closed day can only start on the next one worked.
        must_start = kind is ConstraintKind.MUST_START_ON
        wanted = each.calendar.next_working(day) if must_start else day
        short = -each.calendar.count(came, wanted)
        if short > 0:
            words = kind.value.replace("-", " ")
            sentence = (
                f"{each.id} has the constraint {words} {day_words(day)} and comes "
                f"{Unit.WORKING_DAYS.words(short)} later, on {day_words(came)}"
            )
            yield NetworkFact(
                kind=FactKind.BROKEN_CONSTRAINT,
                subject=each.id,
                sentence=sentence,
                working_days=short,
                day=day,
            )


def _stopped_at_start(solved: Solved, number: int, each: Entry) -> Iterator[NetworkFact]:
    """Notice a lead, or a link to the finish, that would pull work before the plan begins."""
    found = solved.bounds[number]
    if each.started is not None or not found or found[0].kind is not DriverKind.PROJECT_START:
        return
    pulled = [bound for bound in found if bound.link is not None and bound.number < 0]
    if pulled:
        sentence = (
            f"{each.id} would start before the plan does; it is held at {day_words(solved.start)}"
        )
        link = pulled[0].link
        other = None if link is None else solved.dependencies[link][1].id
        yield NetworkFact(
            kind=FactKind.STOPPED_AT_START,
            subject=each.id,
            other=other,
            sentence=sentence,
            day=solved.start,
        )


def _out_of_order(solved: Solved) -> Iterator[NetworkFact]:
    """Notice facts that contradict a link: done, or begun, before what it waits for."""
    known = {each.id: each for each in solved.entries}
    links = ((each, link) for each in solved.entries for link in each.after)
    for after, link in links:
        before = known[link.id]
        happened = after.finished if link.type in _TO_FINISH else after.started or after.finished
        if happened is None or link.lag < 0 or _is_no_work(before):
            continue
        vague = before.finished is not None and (before.inferred or after.inferred)
        if not vague and not _came_first(before, link, happened):
            yield NetworkFact(
                kind=FactKind.OUT_OF_ORDER,
                subject=after.id,
                other=link.id,
                day=happened,
                sentence=_order_words(after, before, link, happened),
            )


def _is_no_work(each: Entry) -> bool:
    """Return whether nothing can be said to come before or after it."""
    return each.dropped or each.ongoing or each.undated


def _came_first(before: Entry, link: Dependency, happened: date) -> bool:
    """Return whether the predecessor was far enough by then, as far as its days are known."""
    if link.type in _FROM_START:
        began = before.started or before.finished
        return began is not None and began <= happened
    return before.finished is not None and before.finished <= happened


def _order_words(after: Entry, before: Entry, link: Dependency, happened: date) -> str:
    did = "was done" if link.type in _TO_FINISH else "had started"
    if link.type in _TO_FINISH or after.started is None:
        did = "was done"
    first = "started" if link.type in _FROM_START else "was done"
    return f"{after.id} {did} by {day_words(happened)}, before {before.id} {first}"


def _window_past(solved: Solved) -> Iterator[NetworkFact]:
    target = solved.yardstick.target
    if target is not None and not solved.late_from:
        last = target.ends()[-1][1].day
        sentence = (
            f"the last day of the window ({target.name}, {day_words(last)}) has passed; "
            "floats against it say how late work would have been"
        )
        yield NetworkFact(kind=FactKind.WINDOW_PAST, subject="", sentence=sentence, day=last)
