"""Rule books: official rules as dated, sourced data.

A [`RuleBook`][] holds [`Rule`][]s; a rule holds `Edition`s, each in force for a time. The date of
the act that is judged picks the edition. Some rules count ("35 working days after the report was
received"), others answer a question in words ("who judges the plan").

Nothing here knows a framework: each framework is one module of data beside this one.
"""

from datetime import date
from enum import Enum

from attrs import field, frozen

from send_framework.dates import ApproximateDate, day_words, when
from send_framework.errors import RuleError, did_you_mean
from send_framework.frameworks.edition import AnchorEvent, Edition
from send_framework.model.inspection import (
    EventKind,
    InspectionKind,
    MonitoringResult,
    Outcome,
    Result,
    RevisitResult,
)
from send_framework.model.periods import PublicationHold
from send_framework.model.plan import PlanKind
from send_framework.model.source import Fact
from send_framework.model.validation import (
    any_text,
    each_of_type,
    identifier,
    many,
    of_type,
    plain_day,
    refuse,
    some_text,
    texts,
)


class Gives(Enum):
    """What a rule yields once its anchor has a date."""

    ANSWER = "answer"
    """Words only: a fact about the framework."""
    ANCHOR = "anchor"
    """A range for a date that nobody published, from one that somebody did."""
    DEADLINE = "deadline"
    """A day by which something must be done."""
    WINDOW = "window"
    """Days between which something is expected."""
    WINDOW_END = "window-end"
    """Further ends, with their own evidence, for the window of another rule."""
    SUSPENSION = "suspension"
    """A time in which inspections of some kinds were held off: that in which it is in force."""


@frozen(kw_only=True)
class Rule:
    """One rule, through all its editions.

    Attributes:
        key: Short name, unique in its book; `Action.meets` refers to it.
        title: What it asks for or answers.
        editions: What it says when, the earliest first.
        gives: What it yields.
        kinds: Kinds of inspection it applies to; none for the rules of a case that is none.
        outcomes: Outcomes it applies to; every one, and none yet, when empty.
        results: Results of a returning inspection it applies to; every one when empty.
        after: Kinds of event of which one must have happened before it applies.
        by: Who must act, or decides.
        anchors: What it counts from: the first with a known date, unless `spans_anchors`.
        spans_anchors: Whether every known anchor counts, because the text names none.
        before: Whether it counts back from its anchor.
        finds: The event whose date it works out; a known date needs no working out.
        mirrored: Whether the anchor is counted back when only the event it `finds` is known.
        met_by: Kinds of event that meet it.
        expects: For a window, the kind of inspection that meets it.
        later_of: Key of another rule, where the later of both days counts.
        printed: The field of an inspection that holds what its report prints instead.
        widens: Key of the rule whose window it gives ends to.
        movable: Whether the closures of a publication hold move its days.
        scope: For a window, which work must be ready; ``"none"`` where no work must be.
        may_follow: For an answer, whether it tells of something that may come next.

    Raises:
        ModelError: Editions out of order, or none.
    """

    key: str = field(validator=identifier)
    title: str = field(validator=some_text)
    editions: tuple[Edition, ...] = field(converter=many, validator=each_of_type(Edition))
    gives: Gives = field(default=Gives.ANSWER, validator=of_type(Gives))
    kinds: tuple[InspectionKind, ...] = field(
        default=(InspectionKind.FULL,), converter=many, validator=each_of_type(InspectionKind)
    )
    outcomes: tuple[Outcome, ...] = field(
        default=(), converter=many, validator=each_of_type(Outcome)
    )
    results: tuple[Result, ...] = field(
        default=(), converter=many, validator=each_of_type((MonitoringResult, RevisitResult))
    )
    after: tuple[EventKind, ...] = field(
        default=(), converter=many, validator=each_of_type(EventKind)
    )
    by: str = field(default="", validator=any_text)
    anchors: tuple[AnchorEvent, ...] = field(
        default=(), converter=many, validator=each_of_type(AnchorEvent)
    )
    spans_anchors: bool = field(default=False, validator=of_type(bool))
    before: bool = field(default=False, validator=of_type(bool))
    finds: AnchorEvent | None = field(default=None, validator=of_type(AnchorEvent))
    mirrored: bool = field(default=False, validator=of_type(bool))
    met_by: tuple[EventKind, ...] = field(
        default=(), converter=many, validator=each_of_type(EventKind)
    )
    expects: InspectionKind | None = field(default=None, validator=of_type(InspectionKind))
    later_of: str = field(default="", validator=any_text)
    printed: str = field(default="", validator=any_text)
    widens: str = field(default="", validator=any_text)
    movable: bool = field(default=False, validator=of_type(bool))
    scope: str = field(default="none", validator=identifier)
    may_follow: bool = field(default=False, validator=of_type(bool))

    def __attrs_post_init__(self) -> None:
        """Refuse a rule without editions, or with two in force at once."""
        if not self.editions:
            raise refuse(self, "editions", self.editions, "at least one edition is expected")
        for earlier, later in zip(self.editions, self.editions[1:], strict=False):
            if later.in_force_from <= (earlier.in_force_to or earlier.in_force_from):
                expected = f"it must begin after edition {earlier.key}, which comes before it"
                raise refuse(self, "editions", later.key, expected)

    def applies_to(
        self, kind: InspectionKind, outcome: Outcome | None, result: Result | None = None
    ) -> bool:
        """Return whether it applies to an inspection of this kind, with what it found."""
        found = not self.outcomes or outcome in self.outcomes
        return kind in self.kinds and found and (not self.results or result in self.results)

    def in_force(self, day: date) -> Edition | None:
        """Return the edition in force on a day, or ``None``."""
        begun = [each for each in self.editions if each.in_force_from <= day]
        if not begun or (begun[-1].in_force_to or day) < day:
            return None
        return begun[-1]

    def edition_on(self, day: date) -> Edition:
        """Return the edition in force on a day.

        Args:
            day: The day of the act that is judged.

        Raises:
            RuleError: None was; the message says when the rule held.
        """
        found = self.in_force(day)
        if found is None:
            first, last = self.editions[0], self.editions[-1]
            until = f" to {day_words(last.in_force_to)}" if last.in_force_to else ""
            raise RuleError(
                f"rule {self.key!r} was not in force on {day_words(day)}: it holds from "
                f"{day_words(first.in_force_from)}{until}"
            )
        return found


@frozen(kw_only=True)
class OutcomeRule(Fact):
    """One outcome of a full inspection and what it requires.

    Attributes:
        outcome: The outcome.
        title: Its short label.
        means: What it says of the partnership, in own words.
        plans: The plans that the partnership must make or bring up to date.
        priority_actions: Whether the report has areas for priority action.
        rules: Keys of the rules that apply because of it.
    """

    outcome: Outcome = field(validator=of_type(Outcome))
    title: str = field(validator=some_text)
    means: str = field(validator=some_text)
    plans: tuple[PlanKind, ...] = field(
        default=(), converter=many, validator=each_of_type(PlanKind)
    )
    priority_actions: bool = field(validator=of_type(bool))
    rules: tuple[str, ...] = field(default=(), converter=many, validator=texts)


@frozen(kw_only=True)
class Revision(Fact):
    """One change of the text that a rule book stands for.

    Attributes:
        key: Short name.
        date: When, as exactly as known.
        says: What changed, in own words.
    """

    key: str = field(validator=identifier)
    date: ApproximateDate | None = field(converter=when)
    says: str = field(validator=some_text)


@frozen(kw_only=True)
class RuleBook:
    """The rules of one framework.

    Attributes:
        key: Short name that inspections refer to, such as ``"area_send_2023"``.
        title: What the framework is called.
        in_force_from: The first day it held.
        in_force_to: The last day; ``None`` while it still holds.
        rules: Its rules.
        outcomes: What each outcome of a full inspection requires.
        revisions: How its text changed.
        holds: Periods in which no report was published, as far as seen.
        unseen: What was looked for and not found: no rule stands for it.

    Raises:
        ModelError: Two rules with one key, or an outcome that names no rule.
    """

    key: str = field(validator=identifier)
    title: str = field(validator=some_text)
    in_force_from: date = field(validator=plain_day)
    in_force_to: date | None = field(default=None, validator=plain_day)
    rules: tuple[Rule, ...] = field(converter=many, validator=each_of_type(Rule))
    outcomes: tuple[OutcomeRule, ...] = field(
        default=(), converter=many, validator=each_of_type(OutcomeRule)
    )
    revisions: tuple[Revision, ...] = field(
        default=(), converter=many, validator=each_of_type(Revision)
    )
    holds: tuple[PublicationHold, ...] = field(
        default=(), converter=many, validator=each_of_type(PublicationHold)
    )
    unseen: tuple[str, ...] = field(default=(), converter=many, validator=texts)

    def __attrs_post_init__(self) -> None:
        """Refuse keys used twice and outcomes that name no rule."""
        keys = [rule.key for rule in self.rules]
        if len(set(keys)) != len(keys):
            twice = next(key for key in keys if keys.count(key) > 1)
            raise refuse(self, "rules", twice, "each rule needs its own key")
        named = [key for each in self.outcomes for key in each.rules]
        other = [key for rule in self.rules for key in (rule.widens, rule.later_of) if key]
        for key in (*named, *other):
            if key not in keys:
                raise refuse(self, "rules", key, f"a rule is expected.{did_you_mean(key, keys)}")

    def rule(self, key: str) -> Rule:
        """Return the rule with this key.

        Raises:
            RuleError: There is none; the message names a near key.
        """
        for rule in self.rules:
            if rule.key == key:
                return rule
        hint = did_you_mean(key, [rule.key for rule in self.rules])
        raise RuleError(f"{self.key} has no rule {key!r}.{hint}")

    def outcome(self, outcome: Outcome) -> OutcomeRule:
        """Return what an outcome requires.

        Raises:
            RuleError: The framework has no such outcome.
        """
        for each in self.outcomes:
            if each.outcome is outcome:
                return each
        known = ", ".join(each.outcome.value for each in self.outcomes)
        raise RuleError(f"{self.key} has no outcome {outcome.value!r}: it has {known}")
