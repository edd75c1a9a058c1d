"""How a rule that answers a question in words is written down."""

from datetime import date

from send_framework.frameworks.edition import Edition
from send_framework.model.source import Confidence, Source
from send_framework.model.window import Modality

BEGIN = date(2023, 1, 1)
JUNE_2025 = date(2025, 6, 6)
JULY_2025 = date(2025, 7, 7)


def answer(  # noqa: PLR0913 - an edition in one call, each part by its name
    value: str,
    *sources: Source,
    confidence: Confidence = Confidence.VERIFIED,
    key: str = "2023",
    since: date = BEGIN,
    until: date | None = None,
    modality: Modality = Modality.HANDBOOK,
    paragraph: str = "",
    note: str = "",
) -> Edition:
    """Return an edition that answers in words: its answer is what it says."""
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
