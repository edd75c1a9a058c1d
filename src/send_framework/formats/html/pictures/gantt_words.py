"""What a Gantt chart says in words: its description, its table, its key."""

from collections.abc import Iterator
from datetime import date

from markupsafe import Markup

from send_framework.dates import day_words, latest
from send_framework.formats.html.facts import PageFacts
from send_framework.formats.html.picture import DataTable, element
from send_framework.formats.html.pictures.axis import horizontal, vertical, window_ends
from send_framework.formats.html.pictures.signs import (
    Pull,
    beyond,
    diamond,
    hatched,
    key,
    link,
    promise,
)
from send_framework.formats.html.pictures.words import (
    is_moment,
    joined,
    notes,
    whole,
)
from send_framework.formats.wording import (
    ABSENCES,
    counted,
    short_day,
)
from send_framework.model.action import Action

_PULLS = (
    (Pull.PATH, "on the critical path"),
    (Pull.DRIVING, "sets the date of what follows"),
    (Pull.SLACK, "must come before, with time between"),
)

_COLUMNS = (
    "id", "work", "who", "starts", "finishes", "days", "float", "promised for", "done",
    "waits for", "notes",
)  # fmt: skip


def placed_in_time(facts: PageFacts) -> tuple[str, ...]:
    """Return the ids of all activities the network knows, in plan order."""
    return tuple(each for each in facts.work if each in facts.dated or each in facts.undated)


def bodies_of(facts: PageFacts, activity: str) -> tuple[str, ...]:
    """Return the ids of the bodies accountable for an activity, or that give or hold it."""
    dated = facts.dated.get(activity)
    if dated:
        return dated.accountable
    work = facts.work[activity]
    said: tuple[str, ...] = getattr(work, "accountable", ()) or getattr(work, "agencies", ())
    return said


def promised_day(facts: PageFacts, activity: str) -> date | None:
    """Return the day an activity is promised for, the last that what was said can mean."""
    work = facts.work[activity]
    return latest(getattr(work, "due", None))


def done_share(facts: PageFacts, activity: str) -> float | None:
    """Return how much of an activity is done, 0 to 1; ``None`` where nobody said."""
    work, dated = facts.work[activity], facts.dated.get(activity)
    if dated and dated.complete:
        return 1.0
    if isinstance(work, Action) and work.percent_complete is not None:
        return work.percent_complete / 100
    return None


def gantt_description(facts: PageFacts) -> str:
    """Return what is to be seen, in one sentence."""
    schedule = facts.schedule
    if not placed_in_time(facts):
        return "The plan has no activities, so there is nothing to draw."
    parts = [counted(len(schedule.activities), "activity", "activities") + " with dates"]
    if schedule.unscheduled:
        parts.append(f"{len(schedule.unscheduled)} without")
    if schedule.critical_path and schedule.finish:
        path = counted(len(schedule.critical_path), "step")
        parts.append(f"the critical path has {path} and ends {day_words(schedule.finish)}")
    ends = window_ends(facts.target)
    if facts.target and ends:
        days = " to ".join(dict.fromkeys(day_words(day) for _, day in (ends[0], ends[-1])))
        parts.append(f"{facts.target.name}: {days}")
    return "; ".join(parts) + "."


def gantt_table(facts: PageFacts) -> DataTable:
    """Return every activity with what the chart draws of it."""
    waits: dict[str, list[str]] = {}
    for each in facts.schedule.links:
        drives = ", sets its date" if each.driving else ""
        words = f"{each.predecessor} ({each.type.value}{drives})"
        waits.setdefault(each.successor, []).append(words)
    wanted = placed_in_time(facts)
    rows = tuple(tuple(_cells(facts, each, waits.get(each, []))) for each in wanted)
    return DataTable(caption="Every activity with its dates", columns=_COLUMNS, rows=rows)


def _cells(facts: PageFacts, wanted: str, waits: list[str]) -> Iterator[str]:
    each, undated = facts.dated.get(wanted), facts.undated.get(wanted)
    share = done_share(facts, wanted)
    near = wanted in facts.near_critical
    yield wanted
    yield facts.title_of(wanted)
    yield joined(bodies_of(facts, wanted))
    yield short_day(each.early_start) if each and not is_moment(each) else ""
    yield short_day(each.early_finish) if each else ""
    yield f"{each.duration}{'?' if each.duration_assumed else ''}" if each else ""
    yield whole(each.total_float) if each else ""
    yield short_day(promised_day(facts, wanted))
    yield "" if share is None else f"{share:.0%}"
    yield joined(waits)
    said = notes(each) if each else f"no dates: {ABSENCES[undated.why]}" if undated else ""
    yield joined(filter(None, (said, "near-critical" if near else "")))


def link_signs(identity: str) -> Iterator[tuple[Markup, str]]:
    """Yield the sign of each kind of link with its words, the strongest first.

    Args:
        identity: The drawing's id, whose arrow heads are used.
    """
    for pull, words in _PULLS:
        yield link("M3 9H31", pull, identity), words
    broken = element("path", d="M3 9H31", class_="p-link p-link-assumed")
    yield broken, "a link that nobody published"


def gantt_key(drawn: Markup) -> Markup:
    """Return what each sign of a Gantt chart means.

    Args:
        drawn: The chart; signs that it lacks are left out.
    """
    return key((
        (_box("p-bar"), "work, from its start to its finish"),
        (_box("p-bar") + _box("p-done", 14), "the part that is done"),
        (_box("p-bar p-critical") + _box("p-hatching", fill=hatched("gantt")), "critical"),
        (_box("p-bar p-near"), "near-critical"),
        (_box("p-bar p-assumed") , "length assumed: nobody published it (?)"),
        (_box("p-bar p-ongoing", 22) + beyond(26, 9, left=False), "goes on until the target"),
        (diamond(17, 9, 7, "p-bar p-moment"), "a moment: milestone, money or event"),
        (horizontal(9, 4, 30, "p-float") + vertical(30, 5, 13, "p-float"), "float"),
        (promise(17, 12), "the day promised"),
        *link_signs("gantt"),
        (vertical(17, 0, 18, "p-today"), "data date: what is known at its close"),
        (element("rect", x=4, y=0, width=26, height=18, class_="p-window"), "the window"),
    ), drawn)  # fmt: skip


def _box(look: str, width: float = 26, fill: str | None = None) -> Markup:
    return element("rect", x=4, y=3, width=width, height=12, class_=look, fill=fill)
