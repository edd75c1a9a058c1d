"""What every count stands on: the plan on a day, its schedule, and which of its parts count."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property

from attrs import frozen

from send_framework.checks.context import Context, links_of
from send_framework.checks.quality.promised import Promised
from send_framework.checks.quality.results import NamedLink
from send_framework.checks.reading import happened, is_open
from send_framework.model.action import Action, Dependency, Milestone
from send_framework.model.commitments import Commitment
from send_framework.model.plan import Linkable
from send_framework.network.results import Schedule, ScheduledActivity

Tie = tuple[Linkable, Dependency]
"""Who waits, and its link."""


@frozen(kw_only=True, eq=False)
class Ground:
    """A plan on a day, with what its parts are counted by.

    Attributes:
        context: The plan and the day.
        schedule: What should be expected of it, against the target.
        promised: What the earlier version promised; ``None`` without one.
    """

    context: Context
    schedule: Schedule
    promised: Promised | None

    @cached_property
    def actions(self) -> tuple[Action, ...]:
        """The actions that count: still to be done, and not ongoing."""
        return tuple(each for each in self.context.open_actions if not each.is_ongoing)

    @cached_property
    def ties(self) -> tuple[Tie, ...]:
        """The links that count: into what is still to be done, and not to ongoing work."""
        return tuple(
            (each, link)
            for each in self.context.plan.activities()
            if self._is_ahead(each)
            for link in links_of(each)
            if not _is_ongoing(self.context.activities[link.id])
        )

    def _is_ahead(self, each: Linkable) -> bool:
        if isinstance(each, Commitment):
            return not happened(each.actual, self.context.on)
        if not isinstance(each, Action | Milestone):
            return False
        return is_open(each, self.context.on) and not _is_ongoing(each)

    @cached_property
    def placed(self) -> dict[str, ScheduledActivity]:
        """What has dates, by id."""
        return {each.id: each for each in self.schedule.activities}

    @property
    def promises(self) -> Mapping[str, date]:
        """The days that the earlier version promised; none without one."""
        return self.promised.finishes if self.promised else {}

    def where(self, holds: Callable[[Action], bool]) -> tuple[str, ...]:
        """Return the ids of the actions that count and of which something holds.

        Args:
            holds: What is asked of each.
        """
        return tuple(each.id for each in self.actions if holds(each))

    def tied(self, holds: Callable[[Dependency], bool]) -> tuple[NamedLink, ...]:
        """Return the links that count and of which something holds.

        Args:
            holds: What is asked of each.
        """
        return tuple(named_links((each, link) for each, link in self.ties if holds(link)))


def named_links(ties: Iterable[Tie]) -> Iterator[NamedLink]:
    """Yield links by the names of both their ends.

    Args:
        ties: Who waits, and for what.
    """
    for each, link in ties:
        yield NamedLink(
            predecessor=link.id,
            successor=each.id,
            type=link.type,
            lag=link.lag,
            lag_unit=link.lag_unit,
        )


def _is_ongoing(each: Linkable) -> bool:
    return isinstance(each, Action) and each.is_ongoing
