"""Networks for the engine's tests: short to write, or drawn by hypothesis.

`**more` passes further fields on to the class that checks them, whatever their types.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from attrs import frozen
from hypothesis import strategies as st

from send_framework.model.dependency import ConstraintKind, DependencyType, LagUnit
from send_framework.network.engine.activity import Limit, NetworkActivity, NetworkLink
from send_framework.network.engine.compiled import Compiled, IndexNetwork
from send_framework.network.engine.compiling import compile_schedule
from send_framework.network.engine.passes import Passes, passes
from send_framework.working_days import ENGLAND, Closure, WorkingCalendar, begin_of, end_of

START = date(2024, 6, 3)  # a Monday

HOLIDAYS = (
    Closure(name="spring half-term", first=date(2024, 2, 12), last=date(2024, 2, 16)),
    Closure(name="Easter", first=date(2024, 3, 29), last=date(2024, 4, 12)),
    Closure(name="summer", first=date(2024, 7, 22), last=date(2024, 9, 3)),
    Closure(name="autumn half-term", first=date(2024, 10, 28), last=date(2024, 11, 1)),
    Closure(name="Christmas", first=date(2024, 12, 23), last=date(2025, 1, 3)),
)
TERM = WorkingCalendar(id="term", title="School terms", closures=HOLIDAYS)
FOUR_DAYS = WorkingCalendar(id="four", title="Monday to Thursday", working_weekdays=(0, 1, 2, 3))
EVERY_DAY = WorkingCalendar(
    id="every", title="Every day", working_weekdays=tuple(range(7)), bank_holidays=False
)
WEEKDAYS = WorkingCalendar(id="weekdays", title="No holidays", bank_holidays=False)
CALENDARS = (ENGLAND, TERM, FOUR_DAYS, EVERY_DAY)


def work(name: str, duration: int = 0, **more: Any) -> NetworkActivity:  # noqa: ANN401
    """Return an activity; 0 long is a milestone."""
    return NetworkActivity(id=name, duration=duration, **more)


def link(text: str, lag: int = 0, **more: Any) -> NetworkLink:  # noqa: ANN401
    """Return a link written as ``"A B"`` (finish-to-start) or ``"A SS B"``."""
    before, *between, after = text.split()
    kind = DependencyType(between[0] if between else "FS")
    return NetworkLink(predecessor=before, successor=after, type=kind, lag=lag, **more)


def limit(kind: ConstraintKind, day: date) -> Limit:
    """Return a constraint on a day: its beginning for a start, its end for a finish."""
    return Limit(kind=kind, instant=begin_of(day) if "start" in kind.value else end_of(day))


def solved(
    activities: Sequence[NetworkActivity],
    links: Sequence[NetworkLink] = (),
    *,
    finish: int | None = None,
    scope: Sequence[int] | None = None,
    **more: Any,  # noqa: ANN401
) -> Passes:
    """Return the answer in the form the engine prefers."""
    more.setdefault("start", begin_of(START))
    network = compile_schedule(activities, links, **more)
    return passes(network, finish=finish, scope=scope)


def both_forms(network: Compiled) -> list[Compiled]:
    """Return a network in numbers and in instants; in instants alone where only they will do."""
    if isinstance(network, IndexNetwork) and network.dated is not None:
        return [network, network.dated]
    return [network]


def span(result: Passes, name: str) -> tuple[str, str]:
    """Return the early dates of an activity as ISO text."""
    i = result.network.position(name)
    return result.early_start_day(i).isoformat(), result.early_finish_day(i).isoformat()


def late_span(result: Passes, name: str) -> tuple[str, str]:
    """Return the late dates of an activity as ISO text."""
    i = result.network.position(name)
    return str(result.late_start_day(i)), str(result.late_finish_day(i))


def total(result: Passes, name: str) -> int | None:
    """Return the total float of an activity."""
    return result.total_float[result.network.position(name)]


@frozen(kw_only=True)
class Drawn:
    """A network drawn at random, and when it starts."""

    activities: tuple[NetworkActivity, ...]
    links: tuple[NetworkLink, ...]
    start: date

    def compiled(self, **more: Any) -> Compiled:  # noqa: ANN401
        """Return it compiled."""
        start = begin_of(self.start)
        return compile_schedule(self.activities, self.links, start=start, **more)


durations = st.sampled_from([0, 0, 1, 2, 3, 5, 8, 13, 20])
lags = st.sampled_from([0, 0, 0, 1, 2, 5, 10, -1, -2, -4])
kinds = st.sampled_from(list(DependencyType))


@st.composite
def networks(
    draw: st.DrawFn,
    *,
    calendars: Sequence[WorkingCalendar] = (ENGLAND,),
    units: Sequence[LagUnit] = (LagUnit.WORKING_DAYS,),
    largest: int = 8,
) -> Drawn:
    """Draw a small network: all link types, lags and leads, milestones, several ends."""
    calendar, unit = st.sampled_from(calendars), st.sampled_from(units)
    count = draw(st.integers(min_value=1, max_value=largest))
    activities = [work(str(i), draw(durations), calendar=draw(calendar)) for i in range(count)]
    ends = [
        (j, i)
        for i in range(1, count)
        for j in draw(st.lists(st.integers(min_value=0, max_value=i - 1), max_size=3))
    ]
    links = [
        NetworkLink(
            predecessor=str(j),
            successor=str(i),
            type=draw(kinds),
            lag=draw(lags),
            unit=draw(unit),
            calendar=draw(calendar),
        )
        for j, i in ends
    ]
    days = draw(st.integers(min_value=0, max_value=300))
    return Drawn(
        activities=tuple(activities),
        links=tuple(links),
        start=date(2024, 1, 2) + timedelta(days=days),
    )
