"""A plan between two versions: some differences applied, others not yet, and when it finishes.

Only what decides dates is kept: bodies, sources, measures and texts are left out, so that any
mixture of two versions is a plan that can be computed.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, NamedTuple

from attrs import define, evolve, field

from send_framework.errors import CalendarError
from send_framework.model.action import Action, Milestone
from send_framework.model.commitments import Commitment
from send_framework.model.inspection import Event
from send_framework.model.plan import Assumption, Linkable, Plan
from send_framework.model.references import FILLABLE
from send_framework.model.review import Meeting, ReviewCycle
from send_framework.model.window import Window
from send_framework.network.assumed import Settings
from send_framework.network.engine.passes import with_predecessors
from send_framework.network.entry import Entry
from send_framework.network.kinds import Basis
from send_framework.network.promised import promised_spans
from send_framework.network.solving import Solved, solve
from send_framework.network.target import Yardstick, scope_members
from send_framework.working_days import ENGLAND, WorkingCalendar

_BARE: dict[type, dict[str, Any]] = {
    Action: {
        "title": "-", "answers": (), "meets": None, "accountable": (), "lead": None,
        "contributors": (), "measures": (), "evidence": (), "sources": (), "claims": (),
    },
    Milestone: {
        "title": "-", "answers": (), "meets": None, "accountable": (), "sources": (),
        "claims": (),
    },
    Commitment: {"title": "-", "agencies": (), "sources": (), "claims": ()},
    Event: {"title": "-", "agencies": (), "inspection": None, "sources": (), "claims": ()},
    Meeting: {"sources": (), "claims": ()},
}  # fmt: skip


def bare(each: Linkable) -> Linkable:
    """Return an activity with nothing but what decides dates."""
    return evolve(each, **_BARE[type(each)])


class Expected(NamedTuple):
    """When an activity that is not done is expected.

    Attributes:
        start: The first day worked.
        finish: The last day worked.
        started: Whether it has begun.
    """

    start: date
    finish: date
    started: bool


@define(kw_only=True)
class InBetween:
    """A plan on its way from one version to the other.

    Attributes:
        work: What there is, by id.
        asked: Ids that the target asks for.
        on: The data date.
        start: The day unlinked work begins.
        calendar: Id of the plan's calendar.
        calendars: Calendars by id.
        assumed: Fields and links that assumptions fill.
        basis: The question asked.
        settings: How a plan is read.
    """

    work: dict[str, Linkable]
    asked: frozenset[str]
    on: date
    start: date
    calendar: str
    calendars: dict[str, WorkingCalendar]
    assumed: frozenset[str]
    basis: Basis
    settings: Settings = field(factory=Settings)

    def finish(self) -> date | None:
        """Return the last day worked of what is asked for.

        ``None`` where nothing has dates, or where the mixture leaves the years that calendars
        know: neither version need do so.
        """
        try:
            solved = self._solved()
            is_promised = self.basis is Basis.PROMISED
            days = self._promised(solved) if is_promised else self._computed(solved)
            return max(days, default=None)
        except CalendarError:
            return None

    def expected(self) -> dict[str, Expected]:
        """Return when what is not done is expected, by id; nothing of ongoing work."""
        try:
            solved = self._solved()
            if self.basis is Basis.PROMISED:
                return _promises(solved)
            found = enumerate(solved.placed)
            return {
                each.id: Expected(
                    solved.result.early_start_day(number),
                    solved.result.early_finish_day(number),
                    each.started is not None,
                )
                for number, each in found
                if _is_open(each)
            }
        except CalendarError:
            return {}

    def days(self, action: Action, after: date, through: date) -> int:
        """Return an action's own working days after one day up to another."""
        wanted = action.calendar or self.calendar
        return self.calendars.get(wanted, ENGLAND).count(after, through)

    def _solved(self) -> Solved:
        plan = self._plan()
        yardstick = Yardstick(target=None, on=self.on, calendar=plan.working_calendar())
        basis = Basis.NETWORK if self.basis is Basis.PROMISED else self.basis
        return solve(
            plan, start=self.start, yardstick=yardstick, basis=basis, settings=self.settings
        )

    def _scope(self, solved: Solved) -> Iterable[int]:
        asked = (solved.numbers[each] for each in self.asked if each in solved.numbers)
        return with_predecessors(solved.network, asked)

    def _computed(self, solved: Solved) -> Iterable[date]:
        for number in self._scope(solved):
            each = solved.placed[number]
            if not (each.dropped or each.ongoing):
                yield solved.result.early_finish_day(number)

    def _promised(self, solved: Solved) -> Iterable[date]:
        spans = promised_spans(solved.entries)
        inside = {solved.placed[number].id for number in self._scope(solved)}
        return (span.finish for name, span in spans.items() if name in inside)

    def _plan(self) -> Plan:
        """Return the mixture as a plan: links to what is not there are left out."""
        linked = {name: self._linked(each) for name, each in self.work.items()}
        meetings = _of_type(linked, Meeting)
        return Plan(
            title="-",
            start=self.start,
            calendar=self.calendar,
            calendars=list(self.calendars.values()),
            actions=_of_type(linked, Action),
            milestones=_of_type(linked, Milestone),
            commitments=_of_type(linked, Commitment),
            events=_of_type(linked, Event),
            reviews=[ReviewCycle(id="R", title="-", planned=meetings)] if meetings else (),
            assumptions=self._assumptions(linked),
        )

    def _linked(self, each: Linkable) -> Linkable:
        if isinstance(each, Event | Meeting) or all(link.id in self.work for link in each.after):
            return each
        return evolve(each, after=tuple(link for link in each.after if link.id in self.work))

    def _assumptions(self, linked: Mapping[str, Linkable]) -> list[Assumption]:
        fills = tuple(sorted(fact for fact in self.assumed if _is_there(fact, linked)))
        return [Assumption(id="A", reason="-", fills=fills)] if fills else []


def _is_open(each: Entry) -> bool:
    return each.finished is None and not (each.dropped or each.ongoing)


def _promises(solved: Solved) -> dict[str, Expected]:
    """Return where promises put what is not done."""
    spans = promised_spans([each for each in solved.entries if _is_open(each)])
    begun = {each.id for each in solved.entries if each.started is not None}
    return {name: Expected(x.start, x.finish, name in begun) for name, x in spans.items()}


def _of_type(work: Mapping[str, Linkable], kind: type) -> list[Any]:
    return [each for each in work.values() if type(each) is kind]


def _is_there(fact: str, linked: Mapping[str, Linkable]) -> bool:
    """Return whether a filled field or link is one of this mixture's."""
    name, _, what = fact.partition(" ")
    if name not in linked:
        return False
    if what in FILLABLE:
        return True
    links = {link.id for link in getattr(linked[name], "after", ())}
    return what.removeprefix("after ") in links


# --- what is asked for, and what is assumed -------------------------------------------------------


def asked_by(plan: Plan, target: Window | None, work: Iterable[str]) -> frozenset[str]:
    """Return the ids that a target asks for by itself; without one, all of this work."""
    return frozenset(work) if target is None else scope_members(plan, target.scope)


def assumed_in(plan: Plan) -> frozenset[str]:
    """Return the fields and links that a plan's assumptions fill."""
    return frozenset(fact for each in plan.assumptions for fact in each.fills)


def facts_of(facts: Iterable[str], name: str) -> frozenset[str]:
    """Return those of some filled fields and links that are one activity's."""
    return frozenset(fact for fact in facts if fact.startswith(f"{name} "))


def is_about(fact: str, name: str, parts: Iterable[str]) -> bool:
    """Return whether a filled field is one of these parts of an activity."""
    return any(fact.startswith(f"{name} {part}") for part in parts)
