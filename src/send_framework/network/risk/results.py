"""What a simulation returns: frozen classes of plain numbers, days and tuples."""

from datetime import date
from enum import Enum

from attrs import field, frozen

from send_framework.model.window import Window
from send_framework.network.assumed import Settings
from send_framework.network.kinds import Basis


class Sampling(Enum):
    """How samples are spread over the possible values."""

    RANDOM = "random"
    """Independent draws."""
    LATIN_HYPERCUBE = "latin-hypercube"
    """Each input's range is cut into as many equal shares as a block has samples."""


class Remedy(Enum):
    """What the "one thing" ranking changes about an activity."""

    CERTAIN = "certain"
    """It takes exactly as long as the single schedule says; its risks do not happen."""
    HALVED = "halved"
    """It takes half as long in every sample."""
    ON_TIME = "on-time"
    """It starts on the day the single schedule says, whatever comes before it does."""


@frozen(kw_only=True)
class Probability:
    """A share of the samples.

    Attributes:
        value: 0 to 1.
        standard_error: How far chance may have moved it (one standard deviation).
    """

    value: float
    standard_error: float


@frozen(kw_only=True)
class ReadyChances:
    """The chance that everything in scope is done before inspectors come.

    Attributes:
        earliest: If they come on the earliest day of the window; ``None`` where that is unknown.
        expected: If they come on the expected day.
        latest: If they come on the latest day.
        window: Against a day drawn for each sample from the window's own spread.
    """

    earliest: Probability | None = None
    expected: Probability | None = None
    latest: Probability | None = None
    window: Probability | None = None


@frozen(kw_only=True)
class Finishes:
    """By when a share of the samples is done: observed days, no interpolation.

    A day is ``None`` when fewer samples than that are ever done, because an approval is refused.

    Attributes:
        p10: The first day by which at least a tenth is done.
        p50: By which half is.
        p80: By which eight in ten are.
        p90: By which nine in ten are.
        scheduled: The same in the single schedule.
        never: The share of samples in which it is never done.
    """

    p10: date | None
    p50: date | None
    p80: date | None
    p90: date | None
    scheduled: date | None
    never: float = 0.0


@frozen(kw_only=True)
class DayShare:
    """A point of a cumulative curve.

    Attributes:
        day: A day.
        share: The share of samples that are done (or of inspections that have come) by its close.
    """

    day: date
    share: float


@frozen(kw_only=True)
class RemedyGain:
    """What would change if one activity were otherwise, in the same samples.

    Attributes:
        remedy: What is changed.
        days_gained: Working days by which the scope is done earlier, on average.
        p_ready_gain: By how much the chance of being ready rises, over the window; 0 where no
            day of it lies ahead.
        p_ready_latest_gain: The same on the latest day of the window.
    """

    remedy: Remedy
    days_gained: float
    p_ready_gain: float
    p_ready_latest_gain: float = 0.0


@frozen(kw_only=True)
class ActionRisk:
    """What one activity in scope contributes.

    Attributes:
        id: Its id.
        title: Its title.
        accountable: Agency ids.
        criticality: Share of the samples that are ever done in which it lies on a driving path to
            the scope's finish.
        cruciality: Rank correlation (Spearman) of its length with the scope's finish, -1 to 1.
        sensitivity: Schedule sensitivity index: criticality x deviation of its length over
            deviation of the finish.
        mean_duration: Its mean length, in working days.
        deviation: The standard deviation of its length.
        assumed: Whether its spread is the library's default, not given by anybody.
        days_gained: The larger of what making it certain and halving it gain. A start on time is
            not counted: it undoes whatever comes before, which is others' gain.
        p_ready_gain: The same of the chance of being ready.
        remedies: Each remedy; empty for what never leads.
    """

    id: str
    title: str
    accountable: tuple[str, ...] = ()
    criticality: float
    cruciality: float
    sensitivity: float
    mean_duration: float
    deviation: float
    assumed: bool
    days_gained: float = 0.0
    p_ready_gain: float = 0.0
    remedies: tuple[RemedyGain, ...] = ()


@frozen(kw_only=True)
class AgencyRisk:
    """What one agency's work contributes.

    Attributes:
        agency: Agency id; empty for work nobody is accountable for.
        criticality: Share of samples in which any of its work leads.
        sensitivity: The sum of its activities' sensitivity.
        activities: Ids of its work that ever leads, most often first.
    """

    agency: str
    criticality: float
    sensitivity: float
    activities: tuple[str, ...]


@frozen(kw_only=True)
class LeadingPath:
    """A set of activities that together decide the finish, and how often.

    Attributes:
        activities: Ids in order; of tied paths all.
        share: Share of samples in which exactly these lead.
    """

    activities: tuple[str, ...]
    share: float


@frozen(kw_only=True)
class EventRisk:
    """What a risk, or an approval that may be refused, costs.

    Attributes:
        id: Of a risk its id; of an approval the activity's id.
        title: What may happen.
        is_approval: Whether it is an approval.
        probability: As given.
        happened: Share of samples in which it happened (an approval: was refused).
        days_lost: Working days it costs on average, over all samples: computed without it.
        days_lost_if_happens: The same over the samples in which it happened.
        p_ready_loss: By how much it lowers the chance of being ready, over the window.
    """

    id: str
    title: str
    is_approval: bool
    probability: float
    happened: float
    days_lost: float
    days_lost_if_happens: float
    p_ready_loss: float


@frozen(kw_only=True)
class MilestoneRisk:
    """When one milestone (or the last work for one recommendation) is reached.

    Attributes:
        id: Its id, or the recommendation's.
        title: Its title, or what the recommendation asks for.
        finish: By when.
        missing: Of a recommendation, ids of what belongs to it and no sample dates: work without a
            place in time, and itself or its parts where nothing answers them.
    """

    id: str
    title: str
    finish: Finishes
    missing: tuple[str, ...] = ()


@frozen(kw_only=True)
class Input:
    """One uncertain number and where its spread comes from.

    Attributes:
        of: The activity's id, or of a correlation, risk or window its own.
        what: Such as ``"duration"``, ``"promise"``, ``"start"``, ``"lag after S01"``, ``"window"``.
        spread: It in words, such as ``"triangular 15, 20, 45 working days"``.
        assumed: Whether it is a default of the library.
        reason: Why this spread: who gave it, or which default and on what confidence; and of
            what has no effect, why it has none.
        has_effect: Whether it can still change anything in this schedule.
    """

    of: str
    what: str
    spread: str
    assumed: bool
    reason: str
    has_effect: bool = True


@frozen(kw_only=True)
class Weakness:
    """Something in the network that makes a simulation worth less, whatever it prints.

    Attributes:
        kind: Such as ``"open-end"``, ``"hard-constraint"``, ``"no-place-in-time"``.
        sentence: It in one sentence.
        activities: Ids concerned.
    """

    kind: str
    sentence: str
    activities: tuple[str, ...] = ()


@frozen(kw_only=True)
class RiskResult:
    """The whole answer of a simulation.

    Attributes:
        title: The plan's title.
        on: The data date used.
        on_given: Whether the file or the caller gave it.
        basis: Network or forecast, as in the single schedule.
        target: The window; ``None`` when there is none.
        settings: How the plan was read.
        samples: How many schedules were computed.
        seed: The seed that gives the same answer again.
        sampling: How they were drawn.
        blocks: In how many blocks.
        p_ready: The chance of being ready.
        standard_error: Of the headline: `p_ready.window`, else the standard error of the mean
            finish in working days when there is no target.
        converged: Whether that is at or below the tolerance asked for; ``None`` if none was.
        finish: By when everything in scope is done.
        mean_finish: Mean finish, in working days after the single schedule's.
        deviation: Standard deviation of the finish, in working days.
        curve: The scope's finish as a cumulative curve (S-curve), at most 200 points.
        window_curve: The drawn inspection day as such a curve.
        actions: What each activity in scope contributes, most days gained first.
        agencies: What each agency's work contributes, most often leading first.
        leading: Which paths lead, most often first, at most 20.
        events: Risks and approvals, most costly first.
        milestones: Every milestone in scope, in plan order.
        recommendations: When the last work for each recommendation is done, of those with work in
            scope, in plan order; for a monitoring inspection of the priority actions.
        inputs: Every uncertain number, given and assumed, and what is given without effect.
        assumed_inputs: How many of them are assumed.
        assumed_share: Which share of the finish's variance the assumed inputs make, 0 to 1: one
            less the variance that remains when they are held at the single schedule's values.
        missing: Ids in scope without a place in time, and recommendations nothing answers: with
            any, no chance of being ready can be trusted.
        weaknesses: What in the network makes the answer worth less.
        caveat: What the answer cannot say.
    """

    title: str
    on: date
    on_given: bool
    basis: Basis
    target: Window | None
    settings: Settings = field(factory=Settings)
    samples: int
    seed: int
    sampling: Sampling
    blocks: int
    p_ready: ReadyChances
    standard_error: float
    converged: bool | None
    finish: Finishes
    mean_finish: float
    deviation: float
    curve: tuple[DayShare, ...]
    window_curve: tuple[DayShare, ...]
    actions: tuple[ActionRisk, ...]
    agencies: tuple[AgencyRisk, ...]
    leading: tuple[LeadingPath, ...]
    events: tuple[EventRisk, ...]
    milestones: tuple[MilestoneRisk, ...]
    inputs: tuple[Input, ...]
    assumed_inputs: int
    assumed_share: float
    missing: tuple[str, ...]
    weaknesses: tuple[Weakness, ...]
    caveat: str
    recommendations: tuple[MilestoneRisk, ...] = ()

    @property
    def moving(self) -> tuple[Input, ...]:
        """The uncertain numbers that can still change anything in this schedule."""
        return tuple(each for each in self.inputs if each.has_effect)
