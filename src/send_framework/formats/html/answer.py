"""The first screen of a page: the answer in one sentence, its figures, the three things to do."""

from collections.abc import Iterator

from attrs import frozen

from send_framework.dates import day_words
from send_framework.formats.html.facts import PageFacts
from send_framework.formats.html.first_things import FirstThing, first_things
from send_framework.formats.html.pieces import (
    Tag,
    Words,
    brief,
    end_day,
    end_floats,
    float_tag,
    mentions,
    ready_tag,
)
from send_framework.formats.wording import assumed_share, counted, doubt, room
from send_framework.frameworks.target import INSPECTION_NAMES
from send_framework.network.kinds import ReadinessState

_NAMED = 6
"""So many ids are named in the sentence; the rest are counted."""


@frozen(kw_only=True)
class Figure:
    """One number of the first screen.

    Attributes:
        name: What it is.
        value: It in words.
        href: What explains it.
        note: What else belongs to it.
        look: The look beside its words.
    """

    name: str
    value: str
    href: str
    note: str = ""
    look: str = "plain"


@frozen(kw_only=True)
class Answer:
    """The first screen.

    Attributes:
        tag: The answer in a word.
        sentence: The answer in one sentence, its days and numbers as links.
        caveat: What it cannot say.
        figures: Its numbers.
        first: What to do first.
    """

    tag: Tag
    sentence: tuple[Words, ...]
    caveat: str
    figures: tuple[Figure, ...]
    first: tuple[FirstThing, ...]


def answer_of(facts: PageFacts) -> Answer:
    """Return the first screen of a plan's page.

    Args:
        facts: What the page tells.
    """
    readiness = facts.schedule.readiness
    tag = ready_tag(readiness.state) if facts.target else Tag("no inspection expected", "unsure")
    return Answer(
        tag=tag,
        sentence=tuple(_sentence(facts)),
        caveat=readiness.caveat,
        figures=tuple(_figures(facts)),
        first=first_things(facts),
    )


def last_step(facts: PageFacts) -> str:
    """Return the address of what explains the day on which all is ready."""
    path = facts.schedule.critical_path
    return f"#{facts.anchor(path[-1])}" if path else "#work"


# --- the sentence -------------------------------------------------------------------------------


def _sentence(facts: PageFacts) -> Iterator[Words]:
    if facts.target is None:
        yield from _without_target(facts)
    elif facts.schedule.readiness.ready_on is None:
        yield Words(f"It cannot be said whether all is ready for the {_name(facts)}: ")
        yield Words("nothing it asks for has dates", "#work")
    elif not facts.schedule.late_from:
        yield Words(f"It cannot be said whether all is ready for the {_name(facts)}: ")
        yield Words("every day of its window has passed, and no inspection is recorded", "#window")
    else:
        yield from _against_the_window(facts)
    yield from _assumptions(facts)
    yield Words(".")


def _without_target(facts: PageFacts) -> Iterator[Words]:
    yield Words("No inspection is expected, so there is nothing to be ready for; ")
    finish = facts.schedule.finish
    if finish is None:
        yield Words("nothing in the plan has dates", "#work")
        return
    yield Words("the plan\u2019s own work is finished on ")
    yield Words(day_words(finish), last_step(facts))


_OPENINGS = {
    ReadinessState.BEFORE_EARLIEST: "Ready for the {name} from ",
    ReadinessState.ONLY_IF_LATE: "Ready for the {name} only if they come late: from ",
    ReadinessState.NOT_EVEN_THEN: "Not ready for the {name} even if they come late: only from ",
}
_NO_LATEST = "Not ready for the {name} by the last day known for it: only from "


def _against_the_window(facts: PageFacts) -> Iterator[Words]:
    readiness, name = facts.schedule.readiness, _name(facts)
    opening = _OPENINGS.get(readiness.state)
    if readiness.state is ReadinessState.NOT_EVEN_THEN and readiness.float_to_latest is None:
        opening = _NO_LATEST
    if opening is None:
        yield Words(f"It cannot be said whether all is ready for the {name}, because ")
        yield from _hidden(facts)
        yield Words("; what has dates is ready from ")
    else:
        yield Words(opening.format(name=name))
    ready = readiness.ready_on
    yield Words("" if ready is None else day_words(ready), last_step(facts))
    yield from _room(facts)


def _name(facts: PageFacts) -> str:
    """Return the inspection's name inside a sentence: the usual ones begin small, others stay."""
    name = facts.target.name if facts.target else ""
    usual = name in INSPECTION_NAMES.values()
    return name[:1].lower() + name[1:] if usual else brief(name)


def _hidden(facts: PageFacts) -> Iterator[Words]:
    missing = facts.schedule.readiness.missing
    yield Words(
        "1 thing it asks for has"
        if len(missing) == 1
        else f"{len(missing)} things it asks for have"
    )
    yield Words(" no place in time (")
    for place, each in enumerate(mentions(facts, missing[:_NAMED])):
        yield Words(", " if place else "")
        yield each
    more = len(missing) - _NAMED
    yield Words(f" and {more} more)" if more > 0 else ")")


def _room(facts: PageFacts) -> Iterator[Words]:
    """Yield the float to the first end still ahead; where it is missed, to the last too."""
    known = {name: (end, days) for name, end, days in end_floats(facts, facts.schedule.readiness)}
    wanted = (facts.schedule.late_from, *list(known)[-1:])
    joint = ", "
    for name in dict.fromkeys(wanted):
        end, days = known[name]
        yield Words(joint)
        yield Words(room(days), last_step(facts))
        yield Words(f" for the {name} day, ")
        yield Words(day_words(end.day), "#window")
        yield Words(f" ({doubt(end).removeprefix(', ')})" if doubt(end) else "")
        if days >= 0 and name == facts.schedule.late_from:
            return
        joint = ", and "


def _assumptions(facts: PageFacts) -> Iterator[Words]:
    readiness = facts.schedule.readiness
    if not readiness.of:
        return
    yield Words("; ")
    if not readiness.assumed:
        yield Words("nothing on the path to that day is assumed", "#assumptions")
        return
    yield Words(f"{assumed_share(readiness.assumed, readiness.of)} behind that day ")
    yield Words("is assumed" if readiness.assumed == 1 else "are assumed", "#assumptions")


# --- the figures --------------------------------------------------------------------------------


def _figures(facts: PageFacts) -> Iterator[Figure]:
    readiness = facts.schedule.readiness
    day = readiness.ready_on if facts.target else facts.schedule.finish
    yield Figure(
        name="Ready from" if facts.target else "Finished on",
        value=day_words(day) if day else "no known day",
        href=last_step(facts),
        note="what has dates" if readiness.missing and day else "",
    )
    for name, end, days in end_floats(facts, readiness):
        tag = float_tag(days)
        yield Figure(
            name=f"For the {name} day", value=tag.text, href="#window", note=end_day(facts, end),
            look=tag.look,
        )  # fmt: skip
    if facts.risk is not None and facts.risk.p_ready.window is not None:
        chance = facts.risk.p_ready.window
        value = f"{chance.value:.0%}"
        note = f"standard error {chance.standard_error:.1%}, {facts.risk.samples:,} samples"
        if facts.risk.missing:
            value = "cannot be said"
            note = f"{counted(len(facts.risk.missing), 'thing')} it asks for without a place"
        yield Figure(name="Chance of being ready", value=value, href="#risk", note=note)
    severities = [each.severity.value for each in facts.findings]
    errors, warnings = severities.count("error"), severities.count("warning")
    yield Figure(
        name="Findings", value=f"{counted(errors, 'error')}, {counted(warnings, 'warning')}",
        href="#findings", note=f"{counted(len(severities), 'finding')} in all",
    )  # fmt: skip
