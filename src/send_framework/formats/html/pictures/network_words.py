"""What a network says in words: its links, its description, its table, its key."""

from collections.abc import Sequence

from attrs import frozen
from markupsafe import Markup

from send_framework.dates import day_words
from send_framework.formats.html.facts import PageFacts
from send_framework.formats.html.picture import DataTable, element
from send_framework.formats.html.pictures.gantt_words import (
    bodies_of,
    link_signs,
    placed_in_time,
)
from send_framework.formats.html.pictures.signs import hatched, key
from send_framework.formats.html.pictures.words import joined, whole
from send_framework.formats.wording import ABSENCES, counted, short_day
from send_framework.model.dependency import DependencyType


@frozen(kw_only=True)
class Tie:
    """A link of the network.

    Attributes:
        before: Id of what is waited for.
        after: Id of what waits.
        type: Which ends are tied.
        driving: Whether it sets the date.
        assumed: Whether nobody published it.
        on_path: Whether it drives along the critical path.
    """

    before: str
    after: str
    type: DependencyType
    driving: bool = False
    assumed: bool = False
    on_path: bool = False


def ties_of(facts: PageFacts) -> tuple[Tie, ...]:
    """Return every link: those of the schedule, and those of work without dates."""
    path = {each.id for each in facts.schedule.activities if each.on_critical_path}
    found = {
        (each.predecessor, each.successor, each.type): Tie(
            before=each.predecessor, after=each.successor, type=each.type,
            driving=each.driving, assumed=each.assumed,
            on_path=each.driving and {each.predecessor, each.successor} <= path,
        )
        for each in facts.schedule.links
    }  # fmt: skip
    known = set(placed_in_time(facts))
    for wanted in placed_in_time(facts):
        for link in getattr(facts.work[wanted], "after", ()):
            if link.id in known and not (wanted in facts.dated and link.id in facts.dated):
                tie = Tie(before=link.id, after=wanted, type=link.type)
                found.setdefault((link.id, wanted, link.type), tie)
    # What sets a date comes first: that way an arrow key takes.
    return tuple(sorted(found.values(), key=lambda tie: not tie.driving))


def network_description(ids: Sequence[str], ties: Sequence[Tie], facts: PageFacts) -> str:
    """Return what is to be seen, in one sentence."""
    if not ids:
        return "The plan has no activities, so there is no network."
    alone = len(set(ids) - {each for tie in ties for each in (tie.before, tie.after)})
    words = f"{counted(len(ids), 'activity', 'activities')}, {counted(len(ties), 'link')}"
    words += f", {alone} without any link" if alone else ""
    loops = len(facts.schedule.cycles)
    return f"{words}; {counted(loops, 'circle')} that waits for itself." if loops else f"{words}."


def when(facts: PageFacts, wanted: str) -> str:
    """Return when an activity finishes, short enough for its box."""
    each = facts.dated.get(wanted)
    if each is None:
        return "no dates"
    if each.complete:
        return f"done {short_day(each.early_finish)}"
    length = "?" if each.duration_assumed else ""
    return f"to {short_day(each.early_finish)}{length}"


def told_of(facts: PageFacts, wanted: str) -> str:
    """Return what a box says when it is pointed at or reached."""
    each = facts.dated.get(wanted)
    bodies = joined(map(facts.name_of, bodies_of(facts, wanted)))
    words = f"{wanted} {facts.title_of(wanted)}"
    if each:
        words += f", to {day_words(each.early_finish)}"
        words += ", critical" if each.critical or each.on_critical_path else ""
    else:
        words += f", {ABSENCES[facts.undated[wanted].why]}"
    return f"{words}; {bodies}" if bodies else words


def network_table(facts: PageFacts, ids: Sequence[str], ties: Sequence[Tie]) -> DataTable:
    """Return what each activity waits for, and what waits for it."""
    rows = tuple(_row(facts, each, ties) for each in ids)
    columns = ("id", "work", "who", "waits for", "is waited for by", "finishes", "float")
    return DataTable(caption="What waits for what", columns=columns, rows=rows)


def _row(facts: PageFacts, wanted: str, ties: Sequence[Tie]) -> tuple[str, ...]:
    each = facts.dated.get(wanted)
    return (
        wanted,
        facts.title_of(wanted),
        joined(bodies_of(facts, wanted)),
        joined(f"{tie.before} ({tie.type.value})" for tie in ties if tie.after == wanted),
        joined(f"{tie.after} ({tie.type.value})" for tie in ties if tie.before == wanted),
        short_day(each.early_finish) if each else "no dates",
        whole(each.total_float) if each else "",
    )


def network_key(drawn: Markup) -> Markup:
    """Return what each sign of a network means.

    Args:
        drawn: The network; signs that it lacks are left out.
    """

    def box(look: str) -> Markup:
        return element("rect", x=4, y=2, width=26, height=14, class_=look)

    hatch = element("rect", x=4, y=2, width=10, height=14, class_="p-hatching",
                    fill=hatched("network"))  # fmt: skip
    return key((
        (box("p-bar p-critical") + hatch, "critical"),
        (box("p-bar p-near"), "near-critical"),
        (box("p-bar"), "other work"),
        (box("p-finished"), "done"),
        (box("p-undated"), "has no dates"),
        *link_signs("network"),
    ), drawn)  # fmt: skip
