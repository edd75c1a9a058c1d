"""What checks share: the plan, the day, and what was worked out from them, each once."""

from collections.abc import Iterator
from datetime import date
from functools import cached_property

from attrs import field, frozen

from send_framework.checks.finding import Remark
from send_framework.checks.reading import Work, is_dropped, is_open
from send_framework.checks.thresholds import Thresholds
from send_framework.frameworks import RuleBook, deadlines, target_window
from send_framework.frameworks.belonging import events_of
from send_framework.frameworks.overrides import book_for
from send_framework.model.action import Action, Dependency, Milestone
from send_framework.model.agency import Agency
from send_framework.model.inspection import Inspection
from send_framework.model.plan import Linkable, Plan
from send_framework.model.recommendation import Recommendation
from send_framework.model.window import Deadline, Window
from send_framework.network.assumed import Settings
from send_framework.network.kinds import Basis, FactKind
from send_framework.network.results import Schedule, ScheduledActivity
from send_framework.network.schedule import schedule_of, solve_plan
from send_framework.network.solving import Solved
from send_framework.network.target import Yardstick
from send_framework.working_days import ENGLAND, WorkingCalendar


@frozen(kw_only=True, eq=False)
class Context:
    """A plan on a day, with its schedule and its deadlines, each worked out when first asked.

    Attributes:
        plan: The plan.
        on: The data date: what is known at its close.
        thresholds: From where on something counts.
        books: Rule books of one's own.
        troubles: Why checks had no answer, and which, filled while they run.
    """

    plan: Plan
    on: date
    thresholds: Thresholds = field(factory=Thresholds)
    books: tuple[RuleBook, ...] = ()
    troubles: dict[str, list[str]] = field(factory=dict[str, list[str]])

    # --- what the rules and the network say -----------------------------------------------

    @cached_property
    def target(self) -> Window | None:
        """When inspectors are expected: the window readiness is measured against."""
        return target_window(self.plan, self.on, books=self.books)

    @cached_property
    def solved(self) -> Solved:
        """The plan computed as what should be expected of it."""
        calendar = self.plan.working_calendar()
        yardstick = Yardstick(target=self.target, on=self.on, calendar=calendar)
        near = Settings(near_critical_within=self.thresholds.near_critical_within)
        return solve_plan(self.plan, yardstick, Basis.FORECAST, near)

    @cached_property
    def schedule(self) -> Schedule:
        """What should be expected of the plan."""
        return schedule_of(self.solved, Basis.FORECAST, on_given=True)

    def noticed(self, kind: FactKind) -> Iterator[Remark]:
        """Yield what the network noticed of one kind, as remarks."""
        for fact in self.schedule.facts:
            if fact.kind is kind:
                yield Remark(
                    subject=fact.subject,
                    message=f"{fact.sentence}.",
                    related=() if fact.other is None else (fact.other,),
                    working_days=fact.working_days,
                    day=fact.day,
                )

    # The graph brings networkx, which takes longer to import than all the rest.

    @cached_property
    def redundant(self) -> tuple[tuple[str, Dependency, tuple[str, ...]], ...]:
        """Links that change no date: who waits, the link, and the chain that implies it."""
        from send_framework.network.graph import redundant_links

        return tuple((one.successor, one.link, one.through) for one in redundant_links(self.plan))

    @cached_property
    def islands(self) -> tuple[tuple[str, ...], ...]:
        """Groups of activities without a link between them."""
        from send_framework.network.graph import islands

        return islands(self.plan)

    @cached_property
    def loose_ends(self) -> frozenset[tuple[str, str]]:
        """Ends of open work that are tied to nothing: its id, and which end and how."""
        from send_framework.network.graph import dangling

        return frozenset((each.id, each.kind.value) for each in dangling(self.plan))

    @cached_property
    def scheduled(self) -> dict[str, ScheduledActivity]:
        """Everything that has dates, by id."""
        return {each.id: each for each in self.schedule.activities}

    @cached_property
    def rule_dates(self) -> tuple[Deadline | Window, ...]:
        """What the rule book derives from the inspection that the plan answers."""
        if self.answered is None:
            return ()
        plan, events = self.plan, events_of(self.plan, self.answered)
        return deadlines(self.answered, on=self.on, events=events, holds=plan.holds, book=self.book)

    @cached_property
    def answered(self) -> Inspection | None:
        """The inspection that the plan answers."""
        return self.plan.inspection_answered()

    @cached_property
    def book(self) -> RuleBook | None:
        """The rule book of that inspection, with the plan's own rules in it."""
        return book_for(self.plan, self.answered, self.books) if self.answered else None

    # --- look-ups ------------------------------------------------------------------------

    @cached_property
    def activities(self) -> dict[str, Linkable]:
        """Everything a link may name, by id."""
        return {each.id: each for each in self.plan.activities()}

    @cached_property
    def agencies(self) -> dict[str, Agency]:
        """Everybody named, by id."""
        return {each.id: each for each in self.plan.agencies}

    @cached_property
    def work(self) -> tuple[Work, ...]:
        """Actions and milestones that somebody is still to do, or has done."""
        both: tuple[Work, ...] = (*self.plan.actions, *self.plan.milestones)
        return tuple(each for each in both if not is_dropped(each))

    @cached_property
    def actions(self) -> tuple[Action, ...]:
        """Actions that were not dropped."""
        return tuple(each for each in self.plan.actions if not is_dropped(each))

    @cached_property
    def open_actions(self) -> tuple[Action, ...]:
        """Actions still to be done."""
        return tuple(each for each in self.actions if is_open(each, self.on))

    @cached_property
    def waiting(self) -> dict[str, tuple[str, ...]]:
        """For each activity the ids of what waits for it."""
        successors: dict[str, list[str]] = {each: [] for each in self.activities}
        for each in self.plan.activities():
            for link in links_of(each):
                successors[link.id].append(each.id)
        return {each: tuple(found) for each, found in successors.items()}

    @cached_property
    def answering(self) -> dict[str, tuple[Work, ...]]:
        """For each recommendation and part the work that names it."""
        found: dict[str, list[Work]] = {}
        for each in self.work:
            for asked in each.answers:
                found.setdefault(asked, []).append(each)
        return {asked: tuple(works) for asked, works in found.items()}

    def answers_to(self, recommendation: Recommendation) -> tuple[Work, ...]:
        """Return the work that answers a recommendation or any of its parts, each once.

        Args:
            recommendation: What inspectors asked for.
        """
        ids = (recommendation.id, *(part.id for part in recommendation.parts))
        found = {each.id: each for asked in ids for each in self.answering.get(asked, ())}
        return tuple(found.values())

    @cached_property
    def _calendars(self) -> dict[str, WorkingCalendar]:
        return {ENGLAND.id: ENGLAND, **{each.id: each for each in self.plan.calendars}}

    @property
    def plan_calendar(self) -> WorkingCalendar:
        """The calendar of work that names none."""
        return self._calendars[self.plan.calendar]

    def calendar_of(self, each: Linkable) -> WorkingCalendar:
        """Return the working calendar of an activity.

        Args:
            each: The activity.
        """
        own = each.calendar if isinstance(each, Action | Milestone) else None
        return self._calendars[own or self.plan.calendar]

    def chain_to(self, wanted: str) -> tuple[str, ...]:
        """Return the driving chain that leads to an activity, first to last.

        Args:
            wanted: The activity's id.
        """
        chain: list[str] = []
        at: str | None = wanted
        while at is not None and at in self.scheduled and at not in chain:
            chain.append(at)
            driver = self.scheduled[at].driven_by
            at = driver.predecessor if driver else None
        return tuple(reversed(chain))


def links_of(each: Linkable) -> tuple[Dependency, ...]:
    """Return what an activity waits for; events and meetings wait for nothing.

    Args:
        each: The activity.
    """
    return getattr(each, "after", ())
