"""The lines of a timeline: what each tells of, and how it stands on the day it is read."""

from datetime import date
from enum import Enum

from attrs import field, frozen

from send_framework.dates import ApproximateDate
from send_framework.frameworks.application import Undated
from send_framework.frameworks.outturns import Outturn
from send_framework.model.source import Fact
from send_framework.model.spread import ObservedSpread
from send_framework.model.validation import many
from send_framework.model.window import Deadline, Modality, Window


class EntryKind(Enum):
    """What a line of a timeline tells of."""

    INSPECTION = "inspection"
    EVENT = "event"
    MEETING = "meeting"
    DEADLINE = "deadline"
    WINDOW = "window"
    PERIOD = "period"


class State(Enum):
    """How it stands on the day the timeline is read."""

    HAPPENED = "happened"
    MET = "met"
    """Came when the rule led to expect it."""
    LATE = "late"
    EARLY = "early"
    UNPROVEN = "unproven"
    """Came, on a day that does not say on which side."""
    OVERDUE = "overdue"
    """Should have come, and nothing shows that it did."""
    PASSED = "passed"
    """Over, and nothing was recorded: a later inspection has taken its place, or nobody tells."""
    OPEN = "open"
    """May come any day now."""
    AHEAD = "ahead"
    UNDATED = "undated"
    """Entered without a day."""


@frozen(kw_only=True)
class Entry(Fact):
    """One line of a timeline.

    Attributes:
        kind: What it tells of.
        state: How it stands.
        name: What happened, is due or is expected.
        subject: Id of the inspection, event or meeting it belongs to.
        first: Its first day; ``None`` where it is open.
        last: Its last day; ``None`` where it is open.
        when: Its day or days as they were given; ``None`` for what a rule gives.
        what: The deadline or window, with its rule, for what a rule or the plan gives.
        outturn: What came of it.
        spreads: How long it took elsewhere.
    """

    kind: EntryKind
    state: State
    name: str
    subject: str
    first: date | None
    last: date | None
    when: ApproximateDate | None = None
    what: Deadline | Window | None = None
    outturn: Outturn | None = None
    spreads: tuple[ObservedSpread, ...] = field(default=(), converter=many)

    @property
    def modality(self) -> Modality | None:
        """How binding it is; ``None`` for what no rule gives."""
        return self.what.rule.modality if self.what and self.what.rule else None

    @property
    def is_only_custom(self) -> bool:
        """Whether a rule gives it that is not law."""
        return self.modality not in (None, Modality.STATUTORY)


@frozen(kw_only=True)
class Timeline:
    """A history and its future.

    Attributes:
        title: Whose it is.
        on: The day whose close limits what is known.
        entries: In order of their first day; what has none comes last.
        undated: Rules that apply and yield no day, each with the reason.
    """

    title: str
    on: date
    entries: tuple[Entry, ...] = field(converter=many)
    undated: tuple[Undated, ...] = field(converter=many)

    def in_state(self, *states: State) -> tuple[Entry, ...]:
        """Return the entries in these states, in order."""
        return tuple(each for each in self.entries if each.state in states)

    @property
    def overdue(self) -> tuple[Entry, ...]:
        """What should have come, and nothing shows that it did."""
        return self.in_state(State.OVERDUE)
