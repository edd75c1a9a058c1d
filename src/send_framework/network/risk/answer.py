"""From counts and sums to the answer that people read: shares, days, ranks."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from heapq import nsmallest
from itertools import accumulate
from math import sqrt

from attrs import frozen

from send_framework.network.risk.ranking import Gain, Gains
from send_framework.network.risk.reached import Reached
from send_framework.network.risk.results import (
    ActionRisk,
    AgencyRisk,
    DayShare,
    EventRisk,
    Finishes,
    LeadingPath,
    MilestoneRisk,
    Probability,
    ReadyChances,
    Remedy,
    RemedyGain,
    Sampling,
)
from send_framework.network.risk.tally import Tally
from send_framework.network.risk.trial import Trial
from send_framework.network.solving import Solved

MOST_POINTS = 200
MOST_PATHS_SHOWN = 20
_WINDOW = "window"
_LATEST_FIRST = ("latest", "expected", "earliest")


@frozen(kw_only=True, eq=False, slots=False)
class Answer:
    """Reads a tally.

    Attributes:
        solved: The single schedule.
        trial: What was simulated.
        tally: What came of it.
        gains: What changes would gain.
        reached: What is asked beside the whole.
    """

    solved: Solved
    trial: Trial
    tally: Tally
    gains: Gains
    reached: Sequence[Reached] = ()

    # --- the headline ----------------------------------------------------------------------

    def p_ready(self) -> ReadyChances:
        """Return the chance of being ready, for each end and over the window."""
        if not self.tally.samples:
            return ReadyChances()
        names = [name for name, _ in self.trial.end_numbers]
        if self.trial.target is not None and self.trial.target.days:
            names.append(_WINDOW)
        return ReadyChances(**{name: self._probability(name) for name in names})

    def _probability(self, name: str) -> Probability:
        value = self.tally.ready[name] / self.tally.samples
        return Probability(value=value, standard_error=self._error_of(name, value))

    def _error_of(self, name: str, value: float) -> float:
        if self.trial.sampling is Sampling.RANDOM:
            return sqrt(value * (1 - value) / self.tally.samples)
        return _spread_between(
            [(each.samples, each.ready[name] / each.samples) for each in self.tally.replicates]
        )

    def standard_error(self) -> float:
        """Return that of the chance over the window, else of the mean finish in working days."""
        chance = self.p_ready().window
        if chance is not None:
            return chance.standard_error
        finish = self.tally.finish
        if self.trial.sampling is Sampling.RANDOM:
            return finish.deviation / sqrt(max(finish.count, 1)) / self.trial.unit
        means = [(each.samples, each.mean) for each in self.tally.replicates]
        return _spread_between(means) / self.trial.unit

    # --- the finish ------------------------------------------------------------------------

    def finish(self, scheduled: date | None) -> Finishes:
        """Return by when the scope is done.

        Args:
            scheduled: When it is in the single schedule.
        """
        never = self.tally.samples - self.tally.done
        return _finishes(self.tally.days, never, scheduled)

    def curve(self) -> tuple[DayShare, ...]:
        """Return the finish as a cumulative curve."""
        days = {date.fromordinal(day): count for day, count in self.tally.days.items()}
        return _curve(days, self.tally.samples)

    def window_curve(self) -> tuple[DayShare, ...]:
        """Return the drawn inspection day as a cumulative curve."""
        possible = () if self.trial.target is None else self.trial.target.days
        days: Counter[date] = Counter()
        for place, count in self.tally.visits.items():
            days[possible[place]] += count
        return _curve(days, self.tally.samples)

    def assumed_share(self) -> float:
        """Return which share of the finish's variance comes from the library's defaults."""
        whole, held = self.tally.finish.variance, self.tally.held
        if not whole or not held.count:
            return 0.0
        return min(1.0, max(0.0, 1 - held.variance / whole))

    # --- what contributes ------------------------------------------------------------------

    def actions(self) -> tuple[ActionRisk, ...]:
        """Return what each activity contributes, most days gained first."""
        places = sorted(range(len(self.trial.subjects)), key=lambda n: self.trial.subjects[n])
        rows = [self._action(place) for place in places]
        return tuple(sorted(rows, key=lambda row: (-row.days_gained, -row.criticality)))

    def _action(self, place: int) -> ActionRisk:
        i, unit = self.trial.subjects[place], self.trial.unit
        entry, length = self.solved.placed[i], self.tally.lengths[place]
        criticality, deviation = self._share(self.tally.leads[place]), length.deviation
        remedies = tuple(self._remedies(i))
        own = [each for each in remedies if each.remedy is not Remedy.ON_TIME]
        return ActionRisk(
            id=entry.id,
            title=entry.title,
            accountable=entry.accountable,
            criticality=criticality,
            cruciality=self._share(self.tally.ranks[place]),
            sensitivity=self._sensitivity(criticality, deviation),
            mean_duration=length.mean / unit if length.count else self._single_length(i),
            deviation=deviation / unit,
            assumed=i in self._assumed,
            days_gained=max((each.days_gained for each in own), default=0.0),
            p_ready_gain=max((each.p_ready_gain for each in own), default=0.0),
            remedies=remedies,
        )

    def _share(self, count: float) -> float:
        return count / self.tally.done if self.tally.done else 0.0

    def _sensitivity(self, criticality: float, deviation: float) -> float:
        return criticality * deviation / self._whole if self._whole else 0.0

    @cached_property
    def _whole(self) -> float:
        return self.tally.finish.deviation

    def _single_length(self, i: int) -> float:
        early = self.solved.result.early
        return float(early.finish[i] - early.start[i])

    @cached_property
    def _assumed(self) -> frozenset[int]:
        return frozenset(draw.number for draw in self.trial.inputs.draws if draw.assumed)

    def _remedies(self, i: int) -> Iterator[RemedyGain]:
        for remedy in Remedy:
            gain = self.gains.remedies.get((i, remedy))
            if gain is not None:
                yield RemedyGain(
                    remedy=remedy,
                    days_gained=self._days(gain.days, gain.count),
                    p_ready_gain=self._more_ready(gain, _WINDOW),
                    p_ready_latest_gain=self._more_ready(gain, "latest"),
                )

    def _days(self, units: int, count: int) -> float:
        return units / count / self.trial.unit if count else 0.0

    def _more_ready(self, gain: Gain, name: str) -> float:
        return gain.ready.get(name, 0) / self.tally.samples

    def agencies(self) -> tuple[AgencyRisk, ...]:
        """Return what each agency's work contributes, most often leading first."""
        found = [
            self._agency(agency, numbers, self._share(count))
            for (agency, numbers), count in zip(
                self.trial.agencies, self.tally.agencies, strict=True
            )
        ]
        return tuple(sorted(found, key=lambda each: (-each.criticality, -each.sensitivity)))

    @cached_property
    def _places(self) -> dict[int, int]:
        return {i: n for n, i in enumerate(self.trial.subjects)}

    def _agency(self, agency: str, numbers: Sequence[int], criticality: float) -> AgencyRisk:
        place = self._places
        leading = sorted(
            (i for i in numbers if self.tally.leads[place[i]]),
            key=lambda i: (-self.tally.leads[place[i]], i),
        )
        lengths = ((self.tally.leads[place[i]], self.tally.lengths[place[i]]) for i in numbers)
        return AgencyRisk(
            agency=agency,
            criticality=criticality,
            sensitivity=sum(
                (self._sensitivity(self._share(n), each.deviation) for n, each in lengths if n), 0.0
            ),
            activities=tuple(self.solved.placed[i].id for i in leading),
        )

    def leading(self) -> tuple[LeadingPath, ...]:
        """Return which sets of activities lead, most often first."""
        found = nsmallest(
            MOST_PATHS_SHOWN,
            self.tally.paths.values(),
            key=lambda each: (-each.count, each.members),
        )
        return tuple(
            LeadingPath(
                activities=tuple(self.solved.placed[i].id for i in each.members),
                share=self._share(each.count),
            )
            for each in found
        )

    def events(self) -> tuple[EventRisk, ...]:
        """Return what each risk and each refusal costs, most costly first."""
        given = self.trial.inputs
        said = [(each, False) for each in given.events]
        rows = [
            self._event(each.id, each.title, each.probability, place, is_approval=False)
            for place, each in enumerate(given.events)
        ] + [
            self._event(each.id, each.title, each.probability, place, is_approval=True)
            for place, each in enumerate(given.approvals, len(said))
        ]
        return tuple(sorted(rows, key=lambda row: (-row.days_lost, -row.p_ready_loss)))

    def _event(
        self, name: str, title: str, probability: float, place: int, *, is_approval: bool
    ) -> EventRisk:
        gain = self.gains.events[place]
        return EventRisk(
            id=name,
            title=title,
            is_approval=is_approval,
            probability=probability,
            happened=self.tally.happened[place] / self.tally.samples,
            days_lost=self._days(gain.days, gain.count),
            days_lost_if_happens=self._days(gain.days_if, gain.happened),
            p_ready_loss=self._more_ready(gain, _WINDOW),
        )

    def milestones(self) -> tuple[MilestoneRisk, ...]:
        """Return when each milestone is reached, in plan order."""
        return tuple(self._reached(asked=False))

    def recommendations(self) -> tuple[MilestoneRisk, ...]:
        """Return when the last work for each recommendation is done, in plan order."""
        return tuple(self._reached(asked=True))

    def _reached(self, *, asked: bool) -> Iterator[MilestoneRisk]:
        day_of = self.solved.result.early_finish_day
        for each, reached in zip(self.reached, self.tally.reached, strict=True):
            if each.asked is asked:
                scheduled = max(map(day_of, each.numbers))
                yield MilestoneRisk(
                    id=each.of,
                    title=each.title,
                    finish=_finishes(reached.days, reached.never, scheduled),
                    missing=each.missing,
                )


def _spread_between(found: Sequence[tuple[int, float]]) -> float:
    """Return the standard error of a mean over blocks from how much they differ."""
    count, samples = len(found), sum(size for size, _ in found)
    if not samples:
        return 0.0
    mean = sum(size * value for size, value in found) / samples
    squares = sum(size * (value - mean) ** 2 for size, value in found)
    return sqrt(squares / samples / (count - 1))


def _finishes(days: Counter[int], never: int, scheduled: date | None) -> Finishes:
    reached = list(accumulate(count for _, count in sorted(days.items())))
    keys, samples = sorted(days), never + days.total()

    def by(percent: int) -> date | None:
        """Return the first day by which that share is done: an observed one."""
        enough = (key for key, n in zip(keys, reached, strict=True) if n * 100 >= percent * samples)
        key = next(enough, None)
        return None if key is None else date.fromordinal(key)

    return Finishes(
        p10=by(10),
        p50=by(50),
        p80=by(80),
        p90=by(90),
        scheduled=scheduled,
        never=never / samples if samples else 0.0,
    )


def _curve(days: Mapping[date, int], samples: int) -> tuple[DayShare, ...]:
    """Return a cumulative curve; of many days an even choice with the last."""
    ordered = sorted(days.items())
    sums = accumulate(count for _, count in ordered)
    points = [
        DayShare(day=day, share=total / samples)
        for (day, _), total in zip(ordered, sums, strict=True)
    ]
    if len(points) <= MOST_POINTS:
        return tuple(points)
    last = len(points) - 1
    chosen = (round(n * last / (MOST_POINTS - 1)) for n in range(MOST_POINTS))
    return tuple(points[n] for n in chosen)
