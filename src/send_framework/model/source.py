"""Where a fact comes from, how sure it is, and what others say instead."""

from datetime import date
from enum import Enum

from attrs import field, frozen

from send_framework.model.validation import (
    any_text,
    each_of_type,
    identifier,
    many,
    of_type,
    plain_day,
    some_text,
)


class Confidence(Enum):
    """How sure a fact is. Doubt is data: no output drops it."""

    VERIFIED = "verified"
    """Read in the original: the report, the statute, the body's own page."""
    SECONDARY = "secondary"
    """Read in a secondary source only, such as the press or another council's page."""
    INFERRED = "inferred"
    """Arithmetic or a pattern from verified facts; the working is shown."""
    UNVERIFIED = "unverified"
    """From general knowledge, not seen in a source."""
    ASSUMED = "assumed"
    """Chosen by whoever made the model, because nobody published it."""

    @property
    def doubt(self) -> str:
        """What a reader is to know of it, in words; nothing of a verified fact.

        Example:
            >>> Confidence.SECONDARY.doubt, Confidence.INFERRED.doubt, Confidence.VERIFIED.doubt
            ('from a secondary source', 'inferred', '')
        """
        if self is Confidence.SECONDARY:
            return "from a secondary source"
        return "" if self is Confidence.VERIFIED else self.value


@frozen(kw_only=True)
class Source:
    """A document or page that a fact can be checked against.

    Attributes:
        key: Short id by which facts refer to it, unique in a plan.
        title: What it is called.
        publisher: Who published it.
        url: Where it was read; host and path, with or without ``https://``.
        paragraph: Where in it, such as ``"para 21"`` or ``"regulation 4"``.
        published: The day it was published.
        read_on: The day it was read: official pages move and change.
        note: What a reader should know of it.

    Example:
        >>> Source(key="SI-2015-1792", title="Children Act 2004 (Joint Area Reviews) Regulations")
        ... # doctest: +ELLIPSIS
        Source(key='SI-2015-1792', ...)
    """

    key: str = field(validator=identifier)
    title: str = field(validator=some_text)
    publisher: str = field(default="", validator=any_text)
    url: str = field(default="", validator=any_text)
    paragraph: str = field(default="", validator=any_text)
    published: date | None = field(default=None, validator=plain_day)
    read_on: date | None = field(default=None, validator=plain_day)
    note: str = field(default="", validator=any_text)

    def __str__(self) -> str:
        """Return it as a short citation."""
        parts = (self.title, self.paragraph, self.publisher, self.url)
        return ", ".join(part for part in parts if part)


@frozen(kw_only=True)
class Claim:
    """What another source says about one field of a fact; it stands beside it, unmerged.

    Attributes:
        about: The field it speaks of, such as ``"actual_finish"``.
        says: What it says, in own words or figures.
        sources: Who says so.
        confidence: How sure that is.
    """

    about: str = field(validator=some_text)
    says: str = field(validator=some_text)
    sources: tuple[Source, ...] = field(default=(), converter=many, validator=each_of_type(Source))
    confidence: Confidence | None = field(default=None, validator=of_type(Confidence))


@frozen(kw_only=True)
class Fact:
    """What every statement about the world can carry: its sources, its doubt, its rivals.

    Attributes:
        sources: Where it can be checked.
        confidence: How sure it is; ``None`` when nobody said.
        note: What a reader should know.
        claims: What other sources say instead.
    """

    sources: tuple[Source, ...] = field(default=(), converter=many, validator=each_of_type(Source))
    confidence: Confidence | None = field(default=None, validator=of_type(Confidence))
    note: str = field(default="", validator=any_text)
    claims: tuple[Claim, ...] = field(default=(), converter=many, validator=each_of_type(Claim))
