"""What moved the finish: differences applied one after another, the finish taken after each.

Between the data dates the old plan is taken to run on as it was scheduled: each report that is
told moves the finish by what came otherwise, and time alone moves nothing. The parts add up to
the whole, because each is the difference of two neighbouring finishes.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import partial
from typing import Any

from attrs import define, evolve, field

from send_framework.dates import day_words
from send_framework.errors import ModelError
from send_framework.model.plan import Linkable
from send_framework.network.changes.as_scheduled import Course, otherwise
from send_framework.network.changes.attribution_steps import Step, pooled
from send_framework.network.changes.field_changes import (
    Dated,
    in_play,
    kind_of,
    linked_in,
    planned_fields,
)
from send_framework.network.changes.in_between import (
    InBetween,
    asked_by,
    assumed_in,
    bare,
    facts_of,
    is_about,
)
from send_framework.network.changes.results import Change, ChangeKind, Contribution
from send_framework.network.results import Schedule, ScheduledActivity
from send_framework.network.target import MONITORING, REINSPECTION

METHOD = (
    "The differences are applied in this order: progress and the data date, starts and promises, "
    "scope, links, durations, calendars, target; within each, work in the order in which it was "
    "scheduled. Each part is the working days by which the finish moved then; up to the new data "
    "date the old plan is taken to run on as it was scheduled."
)


_APPLIED = [each for each in ChangeKind if each not in (ChangeKind.SETTINGS, ChangeKind.OTHER)]
_REST = "What else differs between the two versions."


@define(kw_only=True)
class Attribution:
    """Walks from one version of a plan to the other.

    Attributes:
        old: The earlier version.
        new: The later one.
        then: The earlier schedule.
        now: The later one.
        changes: What differs, in words.
        state: The mixture of both.
    """

    old: Dated
    new: Dated
    then: Schedule
    now: Schedule
    changes: tuple[Change, ...]
    state: InBetween = field(init=False)
    _before: dict[str, Linkable] = field(init=False)
    _after: dict[str, Linkable] = field(init=False)
    _waiting: dict[str, tuple[str, ...]] = field(init=False, factory=dict[str, tuple[str, ...]])
    _scheduled: dict[str, ScheduledActivity] = field(init=False)
    _now: dict[str, ScheduledActivity] = field(init=False)
    _course: Course | None = field(init=False, default=None)
    _is_stale: bool = field(init=False, default=False)

    def __attrs_post_init__(self) -> None:
        """Begin with the earlier version."""
        linked = linked_in(self.old.plan, self.new.plan)
        self._before = {name: bare(x) for name, x in in_play(self.old.plan, linked).items()}
        self._after = {name: bare(x) for name, x in in_play(self.new.plan, linked).items()}
        self._scheduled = {each.id: each for each in self.then.activities}
        self._now = {each.id: each for each in self.now.activities}
        self.state = InBetween(
            work=dict(self._before),
            asked=asked_by(self.old.plan, self.old.target, self._before),
            on=self.old.on,
            start=self.old.start,
            calendar=self.old.plan.calendar,
            calendars={each.id: each for each in self.old.plan.calendars},
            assumed=assumed_in(self.old.plan),
            basis=self.then.basis,
            settings=self.then.settings,
        )

    def contributions(self) -> Iterator[Contribution]:
        """Yield what moved the finish, in the order applied; what did not move it is left out."""
        if self.then.finish is None or self.now.finish is None:
            return
        calendar, last = self.new.plan.working_calendar(), self.then.finish
        for step in self._steps():
            was = self.state.work.get(step.subject)
            step.apply()
            if step.kind is ChangeKind.PROGRESS and was and was == self.state.work[step.subject]:
                continue  # it is reported as it was scheduled
            finish = self.now.finish if step.is_last else self._finish()
            if finish is None:
                continue  # the next known finish is set against the last known one
            moved = calendar.count(last, finish)
            last = finish
            if moved:
                yield Contribution(
                    kind=step.kind,
                    subject=step.subject,
                    working_days=moved,
                    finish=finish,
                    sentence=step.sentence,
                )

    def _finish(self) -> date | None:
        """Return the mixture's finish, once what was told has had its effect on the rest."""
        if self._course is not None and self._is_stale:
            self.state.work |= self._course.facts(self.state.work)
            self._is_stale = False
        return self.state.finish()

    def _steps(self) -> Iterator[Step]:
        yield from self._time_passes()
        for kind in _APPLIED:
            yield from self._plan_wide(kind)
            yield from pooled(list(self._of_work(kind)), len(self._after), self._on_path())
        words = self._said(ChangeKind.SETTINGS, "") or _REST
        yield Step(ChangeKind.SETTINGS, "", self._arrive, words, is_last=True)

    def _on_path(self) -> frozenset[str]:
        activities = (*self.then.activities, *self.now.activities)
        return frozenset(each.id for each in activities if each.on_critical_path)

    # --- time ------------------------------------------------------------------------------------

    def _time_passes(self) -> Iterator[Step]:
        if self.old.on == self.new.on:
            return
        span = f"from {day_words(self.old.on)} to {day_words(self.new.on)}"
        sentence = f"The data date moved {span}, with everything as it was scheduled."
        yield Step(ChangeKind.PROGRESS, "", self._pass_time, sentence)

    def _pass_time(self) -> None:
        work = dict(self.state.work)
        self._course = Course(state=evolve(self.state, work=work), until=self.new.on, told=set())
        self.state.on = self.new.on
        self._is_stale = self.old.on < self.new.on

    def _tell(self, name: str, names: tuple[str, ...]) -> None:
        """Put in what is reported of one activity, and what was scheduled to follow from it."""
        expected = self.state.work[name]
        self.state.work[name] = self._before[name]
        self._set(ChangeKind.PROGRESS, name, names)
        if self._course is None:
            return
        known = self.state.work[name]
        if known == expected:
            self._course.told.add(name)
            return
        self._course.tell(known, self._now.get(name))
        self._is_stale = self.old.on < self.new.on

    # --- what concerns no single activity --------------------------------------------------------

    def _plan_wide(self, kind: ChangeKind) -> Iterator[Step]:
        sentence = self._said(kind, "")
        if kind is ChangeKind.START and self.old.start != self.new.start:
            yield Step(kind, "", self._set_start, sentence)
        if kind is ChangeKind.CALENDAR and self._calendars_differ():
            yield Step(kind, "", self._set_calendars, sentence)

    def _calendars_differ(self) -> bool:
        old, new = self.old.plan, self.new.plan
        return (old.calendar, old.calendars) != (new.calendar, new.calendars)

    def _set_start(self) -> None:
        self.state.start = self.new.start

    def _set_calendars(self) -> None:
        self.state.calendars |= {each.id: each for each in self.new.plan.calendars}
        self.state.calendar = self.new.plan.calendar

    def _arrive(self) -> None:
        """Make the mixture the later version: its target, and whatever is still missing."""
        self.state.work = dict(self._after)
        self.state.calendars = {each.id: each for each in self.new.plan.calendars}
        self.state.asked = asked_by(self.new.plan, self.new.target, self._after)
        self.state.assumed = assumed_in(self.new.plan)

    def _said(self, kind: ChangeKind, subject: str) -> str:
        told = (x.sentence for x in self.changes if x.kind is kind and x.subject == subject)
        return " ".join(told)

    # --- activity by activity --------------------------------------------------------------------

    def _of_work(self, kind: ChangeKind) -> Iterator[Step]:
        for name in self._in_order():
            if type(self._before.get(name)) is type(self._after.get(name)):
                yield from self._of_fields(kind, name)
            elif kind is ChangeKind.SCOPE:
                yield Step(kind, name, partial(self._replace, name), self._said(kind, name))

    def _in_order(self) -> list[str]:
        """Return all ids in the order in which they were scheduled, before or else now."""
        known = self._now | self._scheduled
        names = list(dict.fromkeys((*self._before, *self._after)))
        return sorted(
            names, key=lambda name: known[name].early_start if name in known else date.max
        )

    def _replace(self, name: str) -> None:
        """Put in what is new, take out what is gone."""
        self.state.asked -= {name}
        self.state.assumed -= facts_of(self.state.assumed, name)
        if name not in self._after:
            del self.state.work[name]
            return
        self.state.work[name] = self._after[name]
        self._add_calendars()
        self.state.asked |= self._asked_now() & {name}
        self.state.assumed |= facts_of(assumed_in(self.new.plan), name)

    def _add_calendars(self) -> None:
        """Bring the calendars that only the later version has; shared ones change later."""
        self.state.calendars = {
            each.id: each for each in self.new.plan.calendars
        } | self.state.calendars

    def _asked_now(self) -> frozenset[str]:
        """Return what the later version's target asks for where scopes are compared."""
        target = self.old.target
        known = target is None or target.scope in (MONITORING, REINSPECTION, *self._after)
        return asked_by(self.new.plan, target if known else self.new.target, self._after)

    def _of_fields(self, kind: ChangeKind, name: str) -> Iterator[Step]:
        old, new = self._before[name], self._after[name]
        differing = tuple(
            each
            for each in planned_fields(type(new))
            if getattr(old, each) != getattr(new, each)
            and kind_of(each, getattr(old, each), getattr(new, each), self.new.on) is kind
        )
        if kind is ChangeKind.PROGRESS and (differing or self.old.on < self.new.on):
            yield Step(kind, name, partial(self._tell, name, differing), self._reported(name))
            return
        asked = kind is ChangeKind.SCOPE and self._scope_changes(name)
        if not (differing or asked):
            return
        sentence = self._said(kind, name) or f"{name} is asked for otherwise."
        yield Step(kind, name, partial(self._set, kind, name, differing), sentence)

    def _scope_changes(self, name: str) -> bool:
        return (name in self.state.asked) is not (name in self._asked_now())

    def _set(self, kind: ChangeKind, name: str, names: tuple[str, ...]) -> None:
        """Give some fields their later values; what the model refuses waits for the next ones."""
        names = (*self._waiting.pop(name, ()), *names)
        new = self._after[name]
        self._add_calendars()
        try:
            values: dict[str, Any] = {each: getattr(new, each) for each in names}
            self.state.work[name] = evolve(self.state.work[name], **values)
        except ModelError:
            self._waiting[name] = names
        if kind is ChangeKind.SCOPE:
            self.state.asked = self.state.asked - {name} | (self._asked_now() & {name})
        self._set_assumed(name, names)

    def _set_assumed(self, name: str, names: Iterable[str]) -> None:
        """Let assumptions say of the changed fields what they say in the later version."""
        parts = tuple("after " if each == "after" else each for each in names)
        now = facts_of(assumed_in(self.new.plan), name)
        kept = (fact for fact in self.state.assumed if not is_about(fact, name, parts))
        self.state.assumed = frozenset((*kept, *(f for f in now if is_about(f, name, parts))))

    def _reported(self, name: str) -> str:
        was, now = self._scheduled.get(name), self._now.get(name)
        told = otherwise(was, now, self.new.on) if was and now else ""
        said = told or self._said(ChangeKind.PROGRESS, name)
        return said or f"{name} is reported otherwise."
