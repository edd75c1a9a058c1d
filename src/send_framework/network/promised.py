"""What has been promised: each activity where its own published dates put it, links tested.

Links move nothing here. A link whose successor is promised to start before its predecessor is
promised to finish is broken, by so many working days.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from attrs import frozen

from send_framework.model.action import Dependency, Side
from send_framework.model.dependency import DependencyType, LagUnit
from send_framework.model.plan import Plan
from send_framework.model.window import Unit
from send_framework.network.entry import Entry
from send_framework.network.kinds import ActivityKind, FactKind
from send_framework.network.results import NetworkFact

_FROM_START = (DependencyType.START_TO_START, DependencyType.START_TO_FINISH)
_TO_FINISH = (DependencyType.FINISH_TO_FINISH, DependencyType.START_TO_FINISH)


@frozen(kw_only=True)
class Span:
    """Where an activity's own dates put it.

    Attributes:
        start: First day worked.
        finish: Last day worked.
        moment: Which side of its day a moment stands on; ``None`` of work, which takes time.
    """

    start: date
    finish: date
    moment: Side | None = None

    @property
    def begins_after(self) -> date:
        """The day at whose close it starts: of a moment on the finish side its own."""
        return self.finish if self.moment is Side.FINISH else self.start - timedelta(days=1)

    @property
    def ends_with(self) -> date:
        """The day at whose close it is done: of a moment on the start side the one before."""
        return self.begins_after if self.moment is Side.START else self.finish


@frozen(kw_only=True)
class PromisedLink:
    """A link between two promises.

    Attributes:
        predecessor: Id of what is waited for.
        successor: Id of what waits.
        link: The link.
        gap: Working days to spare between the two; negative is broken.
    """

    predecessor: str
    successor: str
    link: Dependency
    gap: int


def promised_spans(entries: Sequence[Entry]) -> dict[str, Span]:
    """Return the span of every entry whose own dates give it one.

    A missing end is worked out from the duration, which may be assumed.
    """
    spans = {each.id: _span(each) for each in entries if not each.dropped and not each.ongoing}
    return {name: span for name, span in spans.items() if span is not None}


def _span(each: Entry) -> Span | None:
    finish = each.finished or each.pinned or each.due
    start = each.started or each.planned_start
    if start is None and finish is None:
        return None
    if finish is None:
        finish = _last_day(each, start or date.max)
    start = min(start or _first_day(each, finish), finish)
    return Span(start=start, finish=finish, moment=_moment(each, start, finish))


def _moment(each: Entry, start: date, finish: date) -> Side | None:
    """Return the side of its day that a moment stands on; finished work took its time."""
    is_work = each.kind is ActivityKind.ACTION and (each.duration or each.finished is not None)
    return None if is_work or start != finish else each.side


def _last_day(each: Entry, start: date) -> date:
    first = each.calendar.next_working(start)
    return each.calendar.add(first, max(each.duration - 1, 0))


def _first_day(each: Entry, finish: date) -> date:
    if each.finished is not None or each.duration <= 1:
        return finish
    last = each.calendar.previous_working(finish)
    return each.calendar.subtract(last, each.duration - 1)


def promised_links(
    entries: Sequence[Entry], spans: Mapping[str, Span], plan: Plan
) -> tuple[PromisedLink, ...]:
    """Return every link between two promises with its gap.

    Args:
        entries: The plan's entries.
        spans: Their promised spans.
        plan: The plan, whose calendars count lags and gaps.
    """
    return tuple(
        PromisedLink(
            predecessor=link.id,
            successor=each.id,
            link=link,
            gap=_gap(spans[link.id], spans[each.id], link, plan),
        )
        for each in entries
        for link in each.after
        if each.id in spans and link.id in spans
    )


def _gap(before: Span, after: Span, link: Dependency, plan: Plan) -> int:
    """Return the working days to spare, counted between the closes of two days."""
    given = before.begins_after if link.type in _FROM_START else before.ends_with
    taken = after.ends_with if link.type in _TO_FINISH else after.begins_after
    return plan.working_calendar().count(_with_lag(given, link, plan), taken)


def _with_lag(day: date, link: Dependency, plan: Plan) -> date:
    """Return the day at whose close a link lets its successor go, lag included."""
    if link.lag_unit is LagUnit.CALENDAR_DAYS:
        return day + timedelta(days=link.lag)
    calendar = plan.working_calendar(link.lag_calendar)
    if link.lag < 0:
        return calendar.subtract(calendar.previous_working(day), -link.lag)
    return calendar.add(day, link.lag)


def broken_links(
    links: Sequence[PromisedLink], *, done: frozenset[str], begun: frozenset[str]
) -> Iterator[NetworkFact]:
    """Yield the links that the promises break: what has happened can break no promise.

    Args:
        links: The promised links.
        done: Ids of finished work.
        begun: Ids of started work, whose finish alone is still promised.
    """
    for each in links:
        settled = done if each.link.type in _TO_FINISH else done | begun
        if each.gap < 0 and each.successor not in settled:
            yield NetworkFact(
                kind=FactKind.BROKEN_LINK,
                subject=each.successor,
                other=each.predecessor,
                working_days=-each.gap,
                sentence=_broken(each),
            )


def _broken(each: PromisedLink) -> str:
    verb = "finish" if each.link.type in _TO_FINISH else "start"
    moment = "starts" if each.link.type in _FROM_START else "finishes"
    days = Unit.WORKING_DAYS.words(-each.gap)
    lag = f" and its lag of {each.link.lag} has passed" if each.link.lag > 0 else ""
    return (
        f"{each.successor} is promised to {verb} {days} before {each.predecessor} "
        f"is promised to be far enough ({each.predecessor} {moment}{lag})"
    )


def least_gap_path(
    spans: Mapping[str, Span], links: Sequence[PromisedLink], scope: frozenset[str]
) -> tuple[str, ...]:
    """Return the chain that ends in the last promised finish, walked back by the least gap.

    Args:
        spans: Promised spans.
        links: Links between them.
        scope: Ids that count.
    """
    inside = [name for name in spans if name in scope]
    if not inside:
        return ()
    arriving: dict[str, list[PromisedLink]] = {}
    for each in links:
        arriving.setdefault(each.successor, []).append(each)
    chain = [max(inside, key=lambda name: spans[name].finish)]
    passed = set(chain)
    while True:
        near = [link for link in arriving.get(chain[-1], ()) if link.predecessor not in passed]
        if not near:
            return tuple(reversed(chain))
        chain.append(min(near, key=lambda link: link.gap).predecessor)
        passed.add(chain[-1])
