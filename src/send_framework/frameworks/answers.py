"""How a rule that answers a question in words is written down."""

from datetime import date

from send_framework.frameworks.edition import Edition
from send_framework.model.source import Confidence, Source
from send_framework.model.window import Modality


def answer(  # noqa: PLR0913 - an edition in one call, each part by its name
    value: str,
    *sources: Source,
    confidence: Confidence = Confidence.VERIFIED,
    key: str,
    since: date,
    until: date | None = None,
    modality: Modality = Modality.HANDBOOK,
    paragraph: str = "",
    note: str = "",
) -> Edition:
    """Return an edition that answers in words: its answer is what it says.

    Args:
        value: The answer.
        sources: Where it can be checked.
        confidence: How sure it is.
        key: Short name of the edition.
        since: The first day it holds.
        until: The last day, where it ended without a successor.
        modality: How binding it is.
        paragraph: Where it stands, if that was seen.
        note: What a reader should know.

    Example:
        >>> shape = answer(
        ...     "one week", Source(key="guide", title="A guide"), key="2016",
        ...     since=date(2016, 5, 1))
        >>> shape.counting
        'one week'
    """
    return Edition(
        key=key,
        in_force_from=since,
        in_force_to=until,
        modality=modality,
        says=value,
        value=value,
        paragraph=paragraph,
        confidence=confidence,
        sources=sources,
        note=note,
    )
