"""Further counts of a network: what assessments look at beyond the fourteen points."""

from collections import Counter
from collections.abc import Callable, Iterable

from attrs import frozen

from send_framework.checks.context import links_of
from send_framework.checks.quality.ground import Ground, named_links
from send_framework.checks.quality.results import LogicCount, NamedLink
from send_framework.checks.reading import is_open
from send_framework.model.action import Dependency
from send_framework.model.dependency import ConstraintKind, DependencyType, LagUnit
from send_framework.network.kinds import Absence, FactKind

LONG_LAG = 20
"""Working days of a lag that is long: as long as an action of which nothing is known."""
LONG_LAG_DAYS = 28
"""The same in calendar days."""
_NO_LATER = (ConstraintKind.START_NO_LATER_THAN, ConstraintKind.FINISH_NO_LATER_THAN)


@frozen(kw_only=True)
class LogicDefinition:
    """What one of the further counts counts.

    Attributes:
        key: Stable short name.
        name: Its name.
        counts: What is counted.
        why: Why it is worth a look.
    """

    key: str
    name: str
    counts: str
    why: str


LOGIC = (
    LogicDefinition(
        key="loops",
        name="Loops",
        counts="groups of activities that wait for one another",
        why="Nothing in a loop, or behind it, can be given a date.",
    ),
    LogicDefinition(
        key="without-place",
        name="Without a place in time",
        counts="actions and milestones without a date, a length and a link",
        why="They are in no date, no float and no path.",
    ),
    LogicDefinition(
        key="dangling-starts",
        name="Dangling starts",
        counts="open work whose links hold its finish only",
        why="Its start is an accident of its length.",
    ),
    LogicDefinition(
        key="dangling-finishes",
        name="Dangling finishes",
        counts="open work of which only the start is waited for",
        why="It may take for ever, and moves nothing.",
    ),
    LogicDefinition(
        key="only-overlapping",
        name="Only overlapping links",
        counts="open actions with links of which none is finish-to-start",
        why="Nothing says what must be finished first.",
    ),
    LogicDefinition(
        key="start-to-finish",
        name="Start-to-finish links",
        counts="links by which the start of one holds the finish of another",
        why="They are rare and usually turned round by mistake.",
    ),
    LogicDefinition(
        key="long-lags",
        name="Long lags",
        counts=f"links with a lag of more than {LONG_LAG} working days "
        f"(or {LONG_LAG_DAYS} calendar days)",
        why="So long a wait is work that nobody wrote down.",
    ),
    LogicDefinition(
        key="no-later-dates",
        name="Dates not to be passed",
        counts="open work that must not start or finish later than a day",
        why="They move nothing, but take float from everything before them.",
    ),
    LogicDefinition(
        key="out-of-sequence",
        name="Out of sequence",
        counts="links that the facts contradict",
        why="The work did not need the link, or a report is missing.",
    ),
    LogicDefinition(
        key="zero-length",
        name="Actions without length",
        counts="open actions of 0 working days",
        why="What takes no time is a milestone.",
    ),
    LogicDefinition(
        key="assumed-lengths",
        name="Assumed lengths",
        counts="open actions whose length nobody published",
        why="Their dates are the library's, not the plan's.",
    ),
    LogicDefinition(
        key="assumed-links",
        name="Assumed links",
        counts="links into open work that nobody published",
        why="The path may run where nobody meant it to.",
    ),
    LogicDefinition(
        key="duplicate-links",
        name="Duplicate links",
        counts="second and further links of one type between the same two activities",
        why="Only the stronger binds; a change to the other does nothing.",
    ),
    LogicDefinition(
        key="redundant-links",
        name="Redundant links",
        counts="links that a longer chain implies, duplicates left out",
        why="They change no date, and hide which links matter.",
    ),
)


def logic_table() -> str:
    """Return the Markdown table of the further counts, as the reference page prints it."""
    head = ("| Key | Counts | Why |", "| --- | --- | --- |")
    rows = (f"| `{each.key}` | **{each.name}**: {each.counts} | {each.why} |" for each in LOGIC)
    return "\n".join((*head, *rows)) + "\n"


@frozen(kw_only=True)
class Found:
    """What one count found: activities, links, and how many where that is neither's number."""

    activities: tuple[str, ...] = ()
    links: tuple[NamedLink, ...] = ()
    count: int | None = None


def logic_counts(ground: Ground) -> tuple[LogicCount, ...]:
    """Return the further counts of a plan.

    Args:
        ground: The plan, its day and its schedule.
    """
    return tuple(_counted(each, _LOOKS[each.key](ground)) for each in LOGIC)


def _counted(which: LogicDefinition, found: Found) -> LogicCount:
    count = len(found.links or found.activities) if found.count is None else found.count
    return LogicCount(
        key=which.key,
        name=which.name,
        counts=which.counts,
        count=count,
        activities=found.activities,
        links=found.links,
        why=which.why,
    )


# --- activities ------------------------------------------------------------------------------


def _loops(ground: Ground) -> Found:
    found = ground.schedule.cycles
    inside = dict.fromkeys(name for loop in found for name in loop)
    return Found(activities=tuple(inside), count=len(found))


def _without_place(ground: Ground) -> Found:
    absent = ground.schedule.unscheduled
    work = {each.id for each in ground.context.work}
    return Found(
        activities=tuple(
            each.id for each in absent if each.why is Absence.UNDATED and each.id in work
        )
    )


def _loose(ground: Ground, end: str) -> Found:
    loose = ground.context.loose_ends
    return Found(
        activities=tuple(each.id for each in ground.context.work if (each.id, end) in loose)
    )


def _dangling_starts(ground: Ground) -> Found:
    return _loose(ground, "start-not-driven")


def _dangling_finishes(ground: Ground) -> Found:
    return _loose(ground, "finish-drives-nothing")


def _only_overlapping(ground: Ground) -> Found:
    types: dict[str, set[DependencyType]] = {}
    for each in ground.context.plan.activities():
        for link in links_of(each):
            for end in (each.id, link.id):
                types.setdefault(end, set()).add(link.type)
    plain = DependencyType.FINISH_TO_START
    return Found(activities=ground.where(lambda each: plain not in types.get(each.id, {plain})))


def _no_later_dates(ground: Ground) -> Found:
    on = ground.context.on
    return Found(
        activities=tuple(
            each.id
            for each in ground.context.work
            if is_open(each, on)
            and (each.must_finish_by or any(one.kind in _NO_LATER for one in each.constraints))
        )
    )


def _zero_length(ground: Ground) -> Found:
    return Found(activities=ground.where(lambda each: each.duration == 0))


def _assumed_lengths(ground: Ground) -> Found:
    placed = ground.placed
    return Found(
        activities=ground.where(lambda each: each.id in placed and placed[each.id].duration_assumed)
    )


# --- links -----------------------------------------------------------------------------------


def _tied(holds: Callable[[Dependency], bool]) -> Callable[[Ground], Found]:
    """Return a look that counts the links of which something holds."""
    return lambda ground: Found(links=ground.tied(holds))


def _is_long(link: Dependency) -> bool:
    return link.lag > (LONG_LAG if link.lag_unit is LagUnit.WORKING_DAYS else LONG_LAG_DAYS)


def _out_of_sequence(ground: Ground) -> Found:
    told = {
        (fact.subject, fact.other)
        for fact in ground.schedule.facts
        if fact.kind is FactKind.OUT_OF_ORDER
    }
    every = ((each, link) for each in ground.context.plan.activities() for link in links_of(each))
    return Found(links=tuple(named_links(tie for tie in every if (tie[0].id, tie[1].id) in told)))


def _assumed_links(ground: Ground) -> Found:
    plan = ground.context.plan
    return Found(
        links=tuple(
            named_links(
                (each, link)
                for each, link in ground.ties
                if plan.assumed(f"{each.id} after {link.id}") is not None
            )
        )
    )


def _duplicate_links(ground: Ground) -> Found:
    return Found(links=tuple(_repeated(ground.tied(lambda _: True))))


def _repeated(links: Iterable[NamedLink]) -> Iterable[NamedLink]:
    seen: Counter[tuple[str, str, DependencyType]] = Counter()
    for each in links:
        ends = (each.predecessor, each.successor, each.type)
        if seen[ends]:
            yield each
        seen[ends] += 1


def _redundant_links(ground: Ground) -> Found:
    known = ground.context.activities
    found = tuple(
        named_links(
            (known[after], link) for after, link, through in ground.context.redundant if through
        )
    )
    return Found(links=found)


_LOOKS: dict[str, Callable[[Ground], Found]] = {
    "loops": _loops,
    "without-place": _without_place,
    "dangling-starts": _dangling_starts,
    "dangling-finishes": _dangling_finishes,
    "only-overlapping": _only_overlapping,
    "start-to-finish": _tied(lambda link: link.type is DependencyType.START_TO_FINISH),
    "long-lags": _tied(_is_long),
    "no-later-dates": _no_later_dates,
    "out-of-sequence": _out_of_sequence,
    "zero-length": _zero_length,
    "assumed-lengths": _assumed_lengths,
    "assumed-links": _assumed_links,
    "duplicate-links": _duplicate_links,
    "redundant-links": _redundant_links,
}
