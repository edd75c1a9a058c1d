"""The small parts that sections of a page are made of: words that may be links, and tags."""

import re
from collections.abc import Iterable

from attrs import frozen
from markupsafe import Markup, escape

from send_framework.dates import day_words
from send_framework.formats.html.facts import PageFacts
from send_framework.formats.html.picture import shortened
from send_framework.formats.wording import READY, doubt, room
from send_framework.model.window import WindowEnd
from send_framework.network.kinds import ReadinessState
from send_framework.network.results import Readiness, ScheduledActivity

BRIEF = 140
"""Characters of a title wherever it is only mentioned; its own section has the whole."""


@frozen
class Words:
    """A text, and where it leads.

    Attributes:
        text: The text.
        href: An address in the page or outside it; empty for plain text.
    """

    text: str
    href: str = ""


@frozen
class Tag:
    """A state in one or two words, with the look that stands beside the words.

    Attributes:
        text: The words.
        look: ``"good"``, ``"middling"``, ``"bad"``, ``"unsure"`` or ``"plain"``.
    """

    text: str
    look: str = "plain"


_LOOKS = {
    ReadinessState.BEFORE_EARLIEST: "good",
    ReadinessState.ONLY_IF_LATE: "middling",
    ReadinessState.NOT_EVEN_THEN: "bad",
    ReadinessState.CANNOT_BE_SAID: "unsure",
}


def ready_tag(state: ReadinessState) -> Tag:
    """Return the tag of an answer to "ready?"."""
    return Tag(READY[state], _LOOKS[state])


def float_tag(days: int) -> Tag:
    """Return a float in words with its look."""
    return Tag(room(days), "bad" if days < 0 else "middling" if days == 0 else "good")


def brief(words: str) -> str:
    """Return a title as it stands where it is only mentioned.

    Example:
        >>> brief("Agree  the data")
        'Agree the data'
    """
    return shortened(words, BRIEF)


def mention(facts: PageFacts, activity: str) -> Words:
    """Return an activity's id, as a link to why its dates are what they are.

    Args:
        facts: What the page tells.
        activity: The id of an activity, or of anything else that a finding can name.
    """
    if activity in facts.dated or activity in facts.undated:
        return Words(activity, f"#{facts.anchor(activity)}")
    if activity in facts.asked:
        return Words(activity, f"#asked-{activity}")
    if activity in facts.measures:
        return Words(activity, f"#counted-{activity}")
    return Words(activity)


def mentions(facts: PageFacts, activities: tuple[str, ...]) -> tuple[Words, ...]:
    """Return several ids as links."""
    return tuple(mention(facts, each) for each in activities)


def linked(facts: PageFacts, sentence: str, named: Iterable[str]) -> tuple[Words, ...]:
    """Return a sentence in which the first mention of each id is a link.

    Args:
        facts: What the page tells.
        sentence: The sentence.
        named: Ids that it may name.
    """
    known = {each: piece.href for each in named if (piece := mention(facts, each)).href}
    if not known:
        return (Words(sentence),)
    longest = sorted(known, key=len, reverse=True)
    ids = re.compile(rf"(?<![\w.()/-])({'|'.join(map(re.escape, longest))})(?![\w(/-])")
    parts = ids.split(sentence)
    # Text and ids take turns; an id loses its address once it has been a link.
    return tuple(
        Words(part, known.pop(part, "") if place % 2 else "")
        for place, part in enumerate(parts)
        if part
    )


def coded(words: str) -> Markup:
    """Return advice with what stands between back-ticks as code.

    Args:
        words: Plain text.

    Example:
        >>> coded("Agree a `due` date, not a < b")
        Markup('Agree a <code>due</code> date, not a &lt; b')
    """
    parts = words.split("`")
    shown = (
        Markup("<code>{}</code>").format(part)
        if place % 2 and place + 1 < len(parts)
        else escape(part)
        for place, part in enumerate(parts)
    )
    return Markup("").join(shown)


_ADDRESS = re.compile(r"(https?://)?[\w-]+(\.[\w-]+)+(/[!-~]*)?", re.ASCII)


def address(written: str) -> str:
    """Return where a source's address leads; nothing where it is no address of the web.

    Args:
        written: As in the plan: host and path, with or without ``https://``.

    Example:
        >>> address("gov.uk/send"), address("javascript:alert(1)"), address("the archive, box 3")
        ('https://gov.uk/send', '', '')
    """
    found = _ADDRESS.fullmatch(written)
    if found is None:
        return ""
    return written if found[1] else f"https://{written}"


def end_floats(
    facts: PageFacts, floats: Readiness | ScheduledActivity
) -> tuple[tuple[str, WindowEnd, int], ...]:
    """Return each known end of the window with the float to it, in order.

    Args:
        facts: What the page tells.
        floats: What has the floats.
    """
    if facts.target is None:
        return ()
    named = ((name, end, getattr(floats, f"float_to_{name}")) for name, end in facts.target.ends())
    return tuple((name, end, days) for name, end, days in named if days is not None)


def end_day(facts: PageFacts, end: WindowEnd) -> str:
    """Return the day of a window's end, how sure it is, and whether it is past."""
    past = ", already past" if end.day <= facts.on else ""
    return f"{day_words(end.day)}{doubt(end)}{past}"
