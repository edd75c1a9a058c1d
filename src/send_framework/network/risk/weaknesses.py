"""What in the network makes a simulation worth less, whatever it prints.

Loose ends, hard constraints and overlaps by the start alone let a delay get lost on its way to
the finish: the chance of being ready then looks better than it is.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from attrs import frozen

from send_framework.model.action import Dependency
from send_framework.model.dependency import ConstraintKind
from send_framework.network.entry import Entry
from send_framework.network.kinds import Absence, ActivityKind
from send_framework.network.risk.results import Weakness
from send_framework.network.solving import Solved

LONG_LAG = 20
"""Days from which a lag is likelier to stand for work: about a month."""
_HARD = (ConstraintKind.MUST_START_ON, ConstraintKind.MUST_FINISH_ON)
_WORK = (ActivityKind.ACTION, ActivityKind.MILESTONE)
_MOST_NAMED = 5


def weaknesses(solved: Solved) -> tuple[Weakness, ...]:
    """Return what makes a simulation of a plan worth less, gravest first.

    Args:
        solved: The single schedule.
    """
    return tuple(_View(solved=solved).found())


@frozen(kw_only=True, slots=False)
class _View:
    """What the target asks for and is still to be done, and the links between."""

    solved: Solved

    def found(self) -> Iterator[Weakness]:
        """Yield each weakness that there is."""
        for kind, names in (
            ("loop", self._absent(Absence.IN_CYCLE, Absence.BEHIND_CYCLE)),
            ("no-place-in-time", self._absent(Absence.UNDATED)),
            ("hard-constraint", self._hard()),
            ("finish-drives-nothing", self._only_starts()),
            ("open-start", self._unled()),
            ("open-end", self._unfollowed()),
            ("long-lag", self._lagging()),
            ("assumed-link", self._guessed()),
        ):
            if names:
                yield Weakness(kind=kind, sentence=_sentence(kind, names), activities=names)

    @cached_property
    def _ahead(self) -> tuple[Entry, ...]:
        solved = self.solved
        return tuple(
            each
            for i, each in enumerate(solved.placed)
            if i in solved.scope and each.finished is None and not each.dropped
        )

    @cached_property
    def _links(self) -> tuple[tuple[str, Dependency], ...]:
        names = {each.id for each in self._ahead}
        return tuple((after, link) for after, link in self.solved.dependencies if after in names)

    def _absent(self, *why: Absence) -> tuple[str, ...]:
        return tuple(each.id for each in self.solved.unscheduled if each.why in why)

    def _hard(self) -> tuple[str, ...]:
        return tuple(
            each.id for each in self._ahead if any(kind in _HARD for kind, _ in each.constraints)
        )

    def _unled(self) -> tuple[str, ...]:
        """Return work that waits for nothing; one beginning is what every plan has."""
        led = {after for after, _ in self._links}
        return _more_than_one(
            each.id for each in self._work() if each.id not in led and each.started is None
        )

    def _unfollowed(self) -> tuple[str, ...]:
        """Return work that nothing waits for; one end is what every plan has."""
        followed = {link.id for _, link in self._links}
        return _more_than_one(each.id for each in self._work() if each.id not in followed)

    def _only_starts(self) -> tuple[str, ...]:
        out: dict[str, list[bool]] = {}
        for _, link in self._links:
            out.setdefault(link.id, []).append(link.type.from_start)
        return tuple(
            each.id for each in self._work() if each.duration and all(out.get(each.id, [False]))
        )

    def _work(self) -> Iterator[Entry]:
        return (each for each in self._ahead if each.kind in _WORK and each.pinned is None)

    def _lagging(self) -> tuple[str, ...]:
        return _once(after for after, link in self._links if link.lag >= LONG_LAG)

    def _guessed(self) -> tuple[str, ...]:
        assumed = self.solved.assumed
        return _once(after for after, link in self._links if f"{after} after {link.id}" in assumed)


def _once(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))


def _more_than_one(names: Iterable[str]) -> tuple[str, ...]:
    found = tuple(names)
    return found if len(found) > 1 else ()


def _sentence(kind: str, names: Sequence[str]) -> str:
    """Return the sentence, with the first few by name."""
    one, several = _SAID[kind]
    if len(names) == 1:
        return f"{names[0]} {one}."
    shown = ", ".join(names[:_MOST_NAMED])
    more = f" and {len(names) - _MOST_NAMED} more" if len(names) > _MOST_NAMED else ""
    return f"{len(names)} in scope {several} ({shown}{more})."


# What is said of one activity, and of several.
_SAID = {
    "loop": (
        "stands in a loop or waits for one: no sample dates it",
        "stand in a loop or wait for one: no sample dates them",
    ),
    "no-place-in-time": (
        "has no date, no length and no link: no sample dates it",
        "have no date, no length and no link: no sample dates them",
    ),
    "hard-constraint": (
        "must start or finish on a day: work before it may be late without moving it",
        "must start or finish on a day: work before them may be late without moving them",
    ),
    "finish-drives-nothing": (
        "lets others wait for its start only: it may take for ever",
        "let others wait for their start only: they may take for ever",
    ),
    "open-start": (
        "waits for nothing: no delay before it can reach it",
        "wait for nothing: no delay before them can reach them",
    ),
    "open-end": (
        "has nothing that waits for it: its delays reach nothing but the end",
        "have nothing that waits for them: their delays reach nothing but the end",
    ),
    "long-lag": (
        f"waits {LONG_LAG} days or more after a link: work may hide in it, without a spread",
        f"wait {LONG_LAG} days or more after a link: work may hide in it, without a spread",
    ),
    "assumed-link": (
        "follows others by links that nobody published",
        "follow others by links that nobody published",
    ),
}
