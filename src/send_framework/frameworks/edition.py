"""What a rule says for a time, and the event it counts from."""

from datetime import date, timedelta

from attrs import field, frozen

from send_framework.dates import day_words
from send_framework.errors import RuleError
from send_framework.model.inspection import EventKind
from send_framework.model.source import Fact
from send_framework.model.validation import (
    any_text,
    identifier,
    many,
    of_type,
    plain_day,
    refuse,
    some_text,
    texts,
    whole,
)
from send_framework.model.window import Modality, Unit, civil_add
from send_framework.working_days import ENGLAND, WorkingCalendar

# No leap year: 29 February is no day of every year.
_ANY_YEAR = 2023


def _is_month_day(value: tuple[int, int]) -> bool:
    try:
        date(_ANY_YEAR, *value)
    except (TypeError, ValueError):
        return False
    return True


@frozen(kw_only=True)
class AnchorEvent:
    """What a rule counts from: a date of an inspection, or a kind of event.

    Attributes:
        key: Short name, such as ``"report-received"``.
        title: The event, such as ``"receipt of the final report"``.
        fields: Dates of an `Inspection` that give it, the first known one counting.
        event: The kind of event that gives it, where no inspection's date does.
        announced: Whether its day can be known before it comes.

    Example:
        >>> AnchorEvent(key="request", title="the request").fields
        ()
    """

    key: str = field(validator=identifier)
    title: str = field(validator=some_text)
    fields: tuple[str, ...] = field(default=(), converter=many, validator=texts)
    event: EventKind | None = field(default=None, validator=of_type(EventKind))
    announced: bool = field(default=False, validator=of_type(bool))


@frozen(kw_only=True)
class Edition(Fact):
    """What a rule says for a time, who says so, and how sure that is.

    Attributes:
        key: Short name of the edition, such as ``"2025-06"``.
        in_force_from: The first day it holds.
        in_force_to: The last day, where it ended without a successor.
        seen_by: For what was only observed, the day by which it could be known.
        modality: How binding it is.
        says: The rule in our own words.
        amount: How many units it counts, where it counts.
        least: The shortest count seen.
        most: The longest count seen.
        unit: What it counts in.
        counts_anchor_day: Whether the day of the anchor is the first one counted.
        yearly: Month and day, where it names one in the anchor's year instead of counting.
        value: Its answer, where it answers a question instead of counting.
        paragraph: Where it stands, if that was seen.

    Raises:
        ModelError: No source, no confidence, a count without a unit, counts out of order, ...

    Example:
        >>> from send_framework import Confidence, Source
        >>> statute = Edition(
        ...     key="2015", in_force_from=date(2015, 11, 9), modality=Modality.STATUTORY,
        ...     says="The statement is made within 70 working days of receiving the report.",
        ...     amount=70, unit=Unit.WORKING_DAYS, confidence=Confidence.VERIFIED,
        ...     sources=[Source(key="SI", title="SI 2015/1792")],
        ... )
        >>> statute.counting, statute.day_from(date(2021, 11, 9))
        ('70 working days', datetime.date(2022, 2, 18))
    """

    key: str = field(validator=identifier)
    in_force_from: date = field(validator=plain_day)
    in_force_to: date | None = field(default=None, validator=plain_day)
    seen_by: date | None = field(default=None, validator=plain_day)
    modality: Modality = field(validator=of_type(Modality))
    says: str = field(validator=some_text)
    amount: int | None = field(default=None, validator=whole(0, 10_000))
    least: int | None = field(default=None, validator=whole(0, 10_000))
    most: int | None = field(default=None, validator=whole(0, 10_000))
    unit: Unit | None = field(default=None, validator=of_type(Unit))
    counts_anchor_day: bool = field(default=False, validator=of_type(bool))
    yearly: tuple[int, int] | None = field(default=None)
    value: str = field(default="", validator=any_text)
    paragraph: str = field(default="", validator=any_text)

    def __attrs_post_init__(self) -> None:
        """Refuse an edition without evidence, or one that neither counts nor answers."""
        if not self.sources:
            raise refuse(self, "sources", self.sources, "a rule needs at least one source")
        if self.confidence is None:
            raise refuse(self, "confidence", None, "a rule says how sure it is")
        if self.in_force_to is not None and self.in_force_to < self.in_force_from:
            expected = f"it must not be before in_force_from ({self.in_force_from})"
            raise refuse(self, "in_force_to", self.in_force_to, expected)
        self._refuse_odd_counts()

    def _refuse_odd_counts(self) -> None:
        counts = [n for n in (self.least, self.amount, self.most) if n is not None]
        if bool(counts) != (self.unit is not None):
            raise refuse(self, "unit", self.unit, "a count and its unit are expected together")
        if counts != sorted(counts):
            raise refuse(self, "amount", self.amount, "least <= amount <= most is expected")
        if self.yearly is not None and (counts or not _is_month_day(self.yearly)):
            expected = "a month and a day of every year are expected, and no count"
            raise refuse(self, "yearly", self.yearly, expected)
        if not counts and not self.value and not self.yearly:
            raise refuse(self, "value", self.value, "a count or an answer in words is expected")

    @property
    def counting(self) -> str:
        """How it counts, in words; its answer where it does not count."""
        if self.yearly is not None:
            return day_words(date(_ANY_YEAR, *self.yearly)).rsplit(" ", 1)[0]
        if self.unit is None:
            return self.value
        if self.amount is not None:
            return self.words(self.amount)
        if self.least is not None and self.most is not None:
            return f"{self.least} to {self.words(self.most)}"
        if self.most is not None:
            return f"at most {self.words(self.most)}"
        return f"at least {self.words(self.least or 0)}"

    @property
    def gives_day(self) -> bool:
        """Whether it leads to a day: by counting, or by naming one."""
        return self.unit is not None or self.yearly is not None

    def words(self, amount: int) -> str:
        """Return an amount with the edition's unit, such as ``"35 working days"``."""
        return self.unit.words(amount) if self.unit else str(amount)

    def day_from(
        self,
        anchor: date,
        amount: int | None = None,
        *,
        before: bool = False,
        calendar: WorkingCalendar = ENGLAND,
    ) -> date:
        """Return the day this rule reaches, counted from its anchor.

        Args:
            anchor: The day of the anchor event.
            amount: Another count than the rule's own, such as its `least` or `most`.
            before: Whether it counts back from the anchor.
            calendar: Which days are working days.

        Raises:
            RuleError: The rule does not count, or the day lies beyond the known years.
        """
        if self.yearly is not None:
            return date(anchor.year, *self.yearly)
        wanted = self.amount if amount is None else amount
        if wanted is None or self.unit is None:
            raise RuleError(f"edition {self.key!r} counts nothing: it says {self.counting!r}")
        back = -1 if before else 1
        try:
            # To count the anchor's day as the first, the count starts a day earlier.
            start = anchor - timedelta(days=back) if self.counts_anchor_day else anchor
            if self.unit is Unit.WORKING_DAYS:
                return calendar.add(start, back * wanted)
            return civil_add(start, back * wanted, self.unit)
        except (ValueError, OverflowError):
            way = "before" if before else "after"
            message = f"{self.words(wanted)} {way} {day_words(anchor)}: no such day is known"
            raise RuleError(message) from None
