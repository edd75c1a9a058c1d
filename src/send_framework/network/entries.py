"""What each activity of a plan means to a schedule on one day, on one basis.

A plan says "March 2025", "ongoing", "complete", or nothing. `entries` turns each activity into
what the engine needs: a duration, bounds, facts known at the close of the data date, and which
of it was inferred or assumed. `docs/explanation/scheduling.md` gives the reasons.
"""

from datetime import date
from typing import Any

from attrs import evolve, frozen

from send_framework.dates import ApproximateDate, earliest, latest
from send_framework.model.action import Action, Dependency, Milestone, Status
from send_framework.model.commitments import Commitment
from send_framework.model.dependency import ConstraintKind
from send_framework.model.inspection import Event
from send_framework.model.plan import Linkable, Plan
from send_framework.model.review import Meeting
from send_framework.network.assumed import ASSUMED_DURATION, Settings
from send_framework.network.entry import Entry, both_counted
from send_framework.network.kinds import ActivityKind, Basis, FactKind
from send_framework.network.progress import known_day, known_facts, with_remaining
from send_framework.network.results import NetworkFact

# The fields from which dates are computed; an assumption may fill others too.
_DECIDING = (
    "duration", "planned_start", "due", "forecast_start", "forecast_finish", "forecast",
    "actual_start", "actual_finish", "actual", "remaining", "percent_complete", "date",
    "calendar", "constraints", "must_finish_by",
)  # fmt: skip


def entries(
    plan: Plan, *, on: date, basis: Basis, settings: Settings | None = None
) -> tuple[Entry, ...]:
    """Return what each activity of the plan means at the close of a day.

    Events, meetings and commitments that no link touches say nothing about the order of the
    work and are left out.

    Args:
        plan: The plan.
        on: The data date.
        basis: Which question is asked.
        settings: How the plan is read.

    Example:
        >>> from send_framework import Action, Plan
        >>> plan = Plan(title="A plan", actions=[Action(id="S01", title="Do it", due="2024-06")])
        >>> [read] = entries(plan, on=date(2024, 5, 1), basis=Basis.FORECAST)
        >>> read.duration, read.assumed, read.promise, read.inferred
        (20, ('duration',), datetime.date(2024, 6, 30), True)
    """
    reader = _Reader(
        plan=plan,
        on=on,
        basis=basis,
        settings=settings or Settings(),
        linked=_linked(plan),
        assumed=frozenset(fact for each in plan.assumptions for fact in each.fills),
    )
    read = (reader.entry(each) for each in plan.activities())
    return tuple(each for each in read if each is not None)


def _linked(plan: Plan) -> frozenset[str]:
    """Return the ids that a link touches, on either end."""
    ends = ((each.id, link.id) for each in plan.activities() for link in _after(each))
    return frozenset(touched for pair in ends for touched in pair)


@frozen(kw_only=True)
class _Reader:
    """Reads the activities of one plan on one day."""

    plan: Plan
    on: date
    basis: Basis
    settings: Settings
    linked: frozenset[str]
    assumed: frozenset[str]

    def entry(self, each: Linkable) -> Entry | None:
        """Read one activity; ``None`` when it says nothing about the order of the work."""
        match each:
            case Action():
                return self._action(each)
            case Milestone():
                return self._milestone(each)
            case Commitment():
                return self._outside(each, ActivityKind.COMMITMENT, each.agencies)
            case Event():
                return self._outside(each, ActivityKind.EVENT, each.agencies)
            case _:
                return self._outside(each, ActivityKind.MEETING, ())

    # Plans have many actions: each Entry is made once, from a dict of its fields.

    def _bare(self, each: Action | Milestone, kind: ActivityKind) -> dict[str, Any]:
        """Return the fields that actions and milestones have in common."""
        is_dropped = each.status is not None and each.status.is_dropped
        return {
            "id": each.id,
            "title": each.title,
            "kind": kind,
            "accountable": each.accountable,
            "after": self._links(each),
            "calendar": self.plan.working_calendar(each.calendar),
            "dropped": is_dropped,
            "due": None if is_dropped else latest(each.due),
            "constraints": () if is_dropped else _constraints(each),
            "assumed": self._assumed_fields(each),
        }

    def _assumed_fields(self, each: Linkable) -> tuple[str, ...]:
        """Return the fields that decide its dates and that an assumption fills."""
        if not self.assumed:
            return ()
        given = (name for name in _DECIDING if getattr(each, name, None) not in (None, ()))
        return tuple(name for name in given if f"{each.id} {name}" in self.assumed)

    def _action(self, action: Action) -> Entry:
        bare = self._bare(action, ActivityKind.ACTION)
        if bare["dropped"]:
            return Entry(**bare)
        known = known_facts(action, self.on)
        entry = Entry(
            **bare,
            not_before=earliest(action.forecast_start or action.planned_start),
            planned_start=earliest(action.planned_start),
            promise=self._promise(action.forecast_finish, bare["due"]),
            duration=action.duration or 0,
            started=known.started,
            finished=known.finished,
            ongoing=action.is_ongoing and known.finished is None,
            inferred=known.inferred or _is_approximate(action),
            facts=known.facts,
        )
        entry = entry if action.duration is not None else self._with_duration(action, entry)
        return with_remaining(action, entry, self.on, self.settings)

    def _promise(self, forecast: ApproximateDate | None, due: date | None) -> date | None:
        return (latest(forecast) or due) if self.basis is Basis.FORECAST else None

    def _with_duration(self, action: Action, entry: Entry) -> Entry:
        """Give it the duration that nobody published: derived, or assumed and marked."""
        derived = _derived(action, entry)
        if derived is not None or entry.finished is not None:
            return evolve(entry, duration=derived or 0)
        if entry.started is None and _says_nothing(action) and action.id not in self.linked:
            return evolve(entry, undated=True)
        return _with_default(entry)

    def _milestone(self, milestone: Milestone) -> Entry:
        bare = self._bare(milestone, ActivityKind.MILESTONE)
        if bare["dropped"]:
            return Entry(**bare)
        due: date | None = bare["due"]
        reached, facts = known_day(milestone.id, "finish", milestone.actual, self.on)
        guessed = milestone.status is Status.COMPLETE and reached is None and not facts
        if guessed:
            reached = min(due or self.on, self.on)
        said = milestone.forecast or milestone.due
        used = milestone.actual if reached else said
        bound = bool(bare["constraints"])
        return Entry(
            **bare,
            side=milestone.side,
            promise=self._promise(milestone.forecast, due),
            finished=reached,
            pinned=(latest(milestone.forecast) or due) if milestone.fixed else None,
            undated=not (said or bound or reached or milestone.id in self.linked),
            inferred=guessed or bool(used and not used.is_day),
            facts=facts,
        )

    def _outside(
        self, each: Commitment | Event | Meeting, kind: ActivityKind, agencies: tuple[str, ...]
    ) -> Entry | None:
        """Read what others date: it keeps its day, and without one it binds nothing."""
        if each.id not in self.linked:
            return None
        fact = _fact(each, self.on)
        happened, facts = known_day(each.id, "finish", fact, self.on)
        said = fact if happened is not None else _planned(each)
        entry = Entry(
            id=each.id,
            title=each.title or each.id,
            kind=kind,
            accountable=agencies,
            after=self._links(each),
            calendar=self.plan.working_calendar(),
            finished=happened,
            inferred=bool(said and not said.is_day),
            assumed=self._assumed_fields(each),
            facts=facts,
        )
        planned = latest(said)
        if happened is None and planned is None:
            return _gate(entry)
        # A planned day that passed without the thing having happened can no longer be its day.
        still_ahead = happened is None and planned is not None and planned > self.on
        return evolve(entry, pinned=planned) if still_ahead else entry

    def _links(self, each: Linkable) -> tuple[Dependency, ...]:
        after = _after(each)
        if not self.settings.without_assumed_links:
            return after
        return tuple(link for link in after if f"{each.id} after {link.id}" not in self.assumed)


def _after(each: Linkable) -> tuple[Dependency, ...]:
    return () if isinstance(each, (Event, Meeting)) else each.after


def _constraints(
    each: Action | Milestone,
) -> tuple[tuple[ConstraintKind, date | None], ...]:
    given = tuple((constraint.kind, constraint.day) for constraint in each.constraints)
    if each.must_finish_by is None:
        return given
    return (*given, (ConstraintKind.FINISH_NO_LATER_THAN, each.must_finish_by))


def _is_approximate(action: Action) -> bool:
    used = (action.planned_start, action.due, action.forecast_start, action.forecast_finish)
    return any(each is not None and not each.is_day for each in used)


def _derived(action: Action, entry: Entry) -> int | None:
    """Return the working days from start to finish, both counted, where both are given."""
    begin, end = earliest(action.planned_start), latest(action.due)
    if begin is None or end is None:
        begin, end = entry.started, entry.finished
    if begin is None or end is None:
        return None
    return both_counted(entry.calendar, begin, end)


def _with_default(entry: Entry) -> Entry:
    """Give it the assumed length; ongoing work has none: it lasts as long as the rest."""
    if entry.ongoing:
        return entry
    days = ASSUMED_DURATION
    sentence = f"nobody gave {entry.id} a duration; {days} working days are assumed"
    fact = NetworkFact(
        kind=FactKind.DURATION_ASSUMED, subject=entry.id, sentence=sentence, working_days=days
    )
    marks = ("duration", *entry.assumed)
    return evolve(entry, duration=days, assumed=marks, facts=(*entry.facts, fact))


def _says_nothing(action: Action) -> bool:
    """Return whether no date and no constraint gives work that has not begun a place."""
    dates = (action.planned_start, action.due, action.forecast_start, action.forecast_finish)
    spans = any(each and (each.earliest() or each.latest()) for each in dates)
    bound = bool(action.constraints or action.must_finish_by)
    return not (spans or bound or action.is_ongoing)


def _planned(each: Commitment | Event | Meeting) -> ApproximateDate | None:
    """Return when it is to happen, as far as anybody says."""
    if isinstance(each, Meeting) and each.cancelled:
        return None
    return each.forecast or each.due if isinstance(each, Commitment) else each.date


def _fact(each: Commitment | Event | Meeting, on: date) -> ApproximateDate | None:
    """Return when it happened: a commitment needs an actual date, others a day that has come."""
    if isinstance(each, Commitment):
        return each.actual
    said = _planned(each)
    day = earliest(said) or latest(said)
    return said if day is not None and day <= on else None


def _gate(entry: Entry) -> Entry:
    sentence = f"{entry.id} has no date, so it binds nothing until one is known"
    fact = NetworkFact(kind=FactKind.UNDATED_GATE, subject=entry.id, sentence=sentence)
    return evolve(entry, undated=True, facts=(*entry.facts, fact))
