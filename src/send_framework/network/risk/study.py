"""A simulation from beginning to end: blocks run, changes tried, everything put together."""

from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from datetime import date
from functools import cached_property, partial
from itertools import accumulate

from attrs import frozen

from send_framework.network.kinds import Basis
from send_framework.network.readiness import CAVEAT, missing_work
from send_framework.network.risk.answer import Answer
from send_framework.network.risk.block import Block
from send_framework.network.risk.counting import everything, headline
from send_framework.network.risk.inputs import RiskInputs
from send_framework.network.risk.listing import listed_inputs
from send_framework.network.risk.ranking import Gain, Gains, with_each_remedy, without_each_event
from send_framework.network.risk.reached import Reached, all_reached
from send_framework.network.risk.results import Input, RiskResult, Sampling
from send_framework.network.risk.running import REPLICATES, block_sizes, in_order
from send_framework.network.risk.tally import Tally
from send_framework.network.risk.target_days import target_days
from send_framework.network.risk.trial import Trial, trial_of
from send_framework.network.risk.weaknesses import weaknesses
from send_framework.network.solving import Solved
from send_framework.network.target import MONITORING

RISK_CAVEAT = (
    "It knows only the uncertainty that is listed: work that nobody has thought of, and what "
    "people will do about delays on the way, are not in it."
)


@frozen(kw_only=True)
class Wanted:
    """How a simulation is to be run; the words are those of `simulate`."""

    samples: int
    seed: int
    sampling: Sampling
    tolerance: float | None
    ranking: bool


@frozen(kw_only=True, eq=False, slots=False)
class Study:
    """One simulation of one plan.

    Attributes:
        solved: The single schedule.
        inputs: Everything uncertain.
        visits: Days on which inspectors may come, from elsewhere.
        wanted: How it is to be run.
    """

    solved: Solved
    inputs: RiskInputs
    visits: tuple[date, ...]
    wanted: Wanted

    @cached_property
    def trial(self) -> Trial:
        """What is simulated."""
        return trial_of(
            self.solved,
            self.inputs,
            target_days(self.solved.yardstick, self.visits),
            seed=self.wanted.seed,
            sampling=self.wanted.sampling,
        )

    @cached_property
    def reached(self) -> tuple[Reached, ...]:
        """What is asked beside the whole: milestones, then recommendations with work in scope."""
        trial = self.trial
        return tuple(all_reached(self.solved, trial.subjects, trial.unit, self.inputs))

    @cached_property
    def sizes(self) -> list[int]:
        """How many samples each block has, at most; without anything to compute no block."""
        wanted = self.wanted
        if not self.trial.subjects:
            return []
        stops = wanted.tolerance is not None
        return block_sizes(wanted.samples, len(self.trial.scope), wanted.sampling, stops=stops)

    def result(
        self,
        executor: Executor | None,
        progress: Callable[[int, int], None] | None,
        *,
        basis: Basis,
        on_given: bool,
    ) -> RiskResult:
        """Run it.

        Args:
            executor: Computes the blocks; ``None`` does it here.
            progress: Told how many samples are done, of how many.
            basis: Network or forecast, as the plan was solved.
            on_given: Whether the file or the caller gave the data date.
        """
        told = progress or _quiet
        tally, gains = self._sampled(executor, told)
        if self.wanted.ranking and len(self.sizes) > 1:
            self._add_remedies(gains, executor, told, tally)
        return self._result(self._answer(tally, gains, self.reached), basis, on_given=on_given)

    def headline(self) -> Answer:
        """Return what answers whether all is ready and when, without what contributes to it."""
        found = Tally()
        for number, size in enumerate(self.sizes):
            found.add(headline(Block(trial=self.trial, number=number, size=size)))
        return self._answer(found, Gains())

    def _answer(self, tally: Tally, gains: Gains, reached: Sequence[Reached] = ()) -> Answer:
        return Answer(
            solved=self.solved, trial=self.trial, tally=tally, gains=gains, reached=reached
        )

    def _sampled(
        self, executor: Executor | None, progress: Callable[[int, int], None]
    ) -> tuple[Tally, Gains]:
        """Return what came of the blocks, as many as the tolerance asks for.

        What remedies gain is there where one block is all there is: no other can then say that
        something leads.
        """
        given, found = self.inputs, Tally()
        gains = Gains(events=[Gain() for _ in (*given.events, *given.approvals)])
        alone = self.wanted.ranking and len(self.sizes) == 1
        work = partial(_block, self.trial, self.reached, tuple(self.sizes), alone)
        for tally, changed in in_order(executor, work, range(len(self.sizes))):
            found.add(tally)
            gains.add(changed)
            progress(found.samples, self.wanted.samples)
            if self._converged(found):
                break
        return found, gains

    def _converged(self, tally: Tally) -> bool:
        """Return whether the headline is as sure as was asked for."""
        tolerance, blocks = self.wanted.tolerance, len(tally.replicates)
        if tolerance is None or not tally.samples:
            return False
        if self.wanted.sampling is Sampling.LATIN_HYPERCUBE and blocks < REPLICATES:
            return False
        answer = self._answer(tally, Gains())
        # Where none or all are ready the error looks like 0, but the next sample may differ.
        least = 1 / tally.samples if answer.p_ready().window is not None else 0.0
        return max(answer.standard_error(), least) <= tolerance

    def _add_remedies(
        self,
        gains: Gains,
        executor: Executor | None,
        progress: Callable[[int, int], None],
        tally: Tally,
    ) -> None:
        """Add what remedies gain, over the same samples."""
        work = partial(_remedies, self.trial, tuple(self.sizes), _leading(self.trial, tally))
        done = accumulate(each.samples for each in tally.replicates)
        for changed in in_order(executor, work, range(len(tally.replicates))):
            gains.add(changed)
            progress(next(done), tally.samples)

    def _result(self, answer: Answer, basis: Basis, *, on_given: bool) -> RiskResult:
        solved, tally = self.solved, answer.tally
        yardstick, inputs = solved.yardstick, self._listed()
        return RiskResult(
            title=solved.plan.title,
            on=yardstick.on,
            on_given=on_given,
            basis=basis,
            target=yardstick.target,
            settings=solved.settings,
            samples=tally.samples,
            seed=self.wanted.seed,
            sampling=self.wanted.sampling,
            blocks=len(tally.replicates),
            p_ready=answer.p_ready(),
            standard_error=answer.standard_error(),
            converged=None if self.wanted.tolerance is None else self._converged(tally),
            finish=answer.finish(self.scheduled()),
            mean_finish=tally.finish.mean / self.trial.unit,
            deviation=tally.finish.deviation / self.trial.unit,
            curve=answer.curve(),
            window_curve=answer.window_curve(),
            actions=answer.actions(),
            agencies=answer.agencies(),
            leading=answer.leading(),
            events=answer.events(),
            milestones=answer.milestones(),
            recommendations=answer.recommendations(),
            inputs=inputs,
            assumed_inputs=sum(each.assumed for each in inputs),
            assumed_share=answer.assumed_share(),
            missing=missing_work(solved.plan, solved.unscheduled, yardstick.target),
            weaknesses=weaknesses(solved),
            caveat=self._caveat(),
        )

    def scheduled(self) -> date | None:
        """Return when all is done in the single schedule."""
        day_of = self.solved.result.early_finish_day
        return max((day_of(i) for i in self.trial.subjects), default=None)

    def _listed(self) -> tuple[Input, ...]:
        found = listed_inputs(self.solved, self.inputs)
        window = None if self.trial.target is None else self.trial.target.listed
        return found if window is None else (*found, window)

    def _caveat(self) -> str:
        target = self.solved.yardstick.target
        if target is None or target.scope != MONITORING:
            return RISK_CAVEAT
        return f"{CAVEAT} {RISK_CAVEAT}"


def _quiet(_done: int, _of: int) -> None:
    """Tell nobody."""


def _leading(trial: Trial, tally: Tally) -> tuple[int, ...]:
    """Return what leads in some sample: nothing else can gain anything."""
    return tuple(i for i, count in zip(trial.subjects, tally.leads, strict=True) if count)


def _block(
    trial: Trial,
    reached: Sequence[Reached],
    sizes: Sequence[int],
    alone: bool,  # noqa: FBT001 - a partial function takes them in order
    number: int,
) -> tuple[Tally, Gains]:
    """Return what came of a block, and what there would be without each risk."""
    block = Block(trial=trial, number=number, size=sizes[number])
    tally = everything(block, reached)
    gains = Gains(events=list(without_each_event(block)))
    if alone:
        gains.remedies = with_each_remedy(block, _leading(trial, tally))
    return tally, gains


def _remedies(trial: Trial, sizes: Sequence[int], asked: Sequence[int], number: int) -> Gains:
    block = Block(trial=trial, number=number, size=sizes[number])
    return Gains(remedies=with_each_remedy(block, asked))
