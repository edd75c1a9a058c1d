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
from send_framework.network.risk.block import run_block
from send_framework.network.risk.inputs import RiskInputs
from send_framework.network.risk.ranking import Gain, Gains, run_changes
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
        basis: Network or forecast.
        on_given: Whether the file or the caller gave the data date.
        inputs: Everything uncertain.
        visits: Days on which inspectors may come, from elsewhere.
        wanted: How it is to be run.
    """

    solved: Solved
    basis: Basis
    on_given: bool
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
    def sizes(self) -> list[int]:
        """How many samples each block has, at most; without anything to compute no block."""
        wanted = self.wanted
        if not self.trial.subjects:
            return []
        stops = wanted.tolerance is not None
        return block_sizes(wanted.samples, len(self.trial.scope), wanted.sampling, stops=stops)

    def result(
        self, executor: Executor | None, progress: Callable[[int, int], None] | None
    ) -> RiskResult:
        """Run it.

        Args:
            executor: Computes the blocks; ``None`` does it here.
            progress: Told how many samples are done, of how many.
        """
        tally = self._sampled(executor, progress or _quiet)
        gains = self._changed(executor, progress or _quiet, tally)
        answer = Answer(solved=self.solved, trial=self.trial, tally=tally, gains=gains)
        return self._result(answer)

    def _sampled(self, executor: Executor | None, progress: Callable[[int, int], None]) -> Tally:
        """Return what came of the blocks, as many as the tolerance asks for."""
        found = Tally()
        work = partial(_block, self.trial, tuple(self.sizes))
        for tally in in_order(executor, work, range(len(self.sizes))):
            found.add(tally)
            progress(found.samples, self.wanted.samples)
            if self._converged(found):
                break
        return found

    def _converged(self, tally: Tally) -> bool:
        """Return whether the headline is as sure as was asked for."""
        tolerance, blocks = self.wanted.tolerance, len(tally.replicates)
        if tolerance is None or not tally.samples:
            return False
        if self.wanted.sampling is Sampling.LATIN_HYPERCUBE and blocks < REPLICATES:
            return False
        answer = Answer(solved=self.solved, trial=self.trial, tally=tally, gains=Gains())
        # Where none or all are ready the error looks like 0, but the next sample may differ.
        least = 1 / tally.samples if answer.p_ready().window is not None else 0.0
        return max(answer.standard_error(), least) <= tolerance

    def _changed(
        self, executor: Executor | None, progress: Callable[[int, int], None], tally: Tally
    ) -> Gains:
        """Return what changes gain, over the same samples."""
        given, subjects = self.inputs, self.trial.subjects
        asked = [
            i for i, n in zip(subjects, tally.leads, strict=False) if n and self.wanted.ranking
        ]
        found = Gains(events=[Gain() for _ in (*given.events, *given.approvals)])
        if asked or found.events:
            work = partial(_changes, self.trial, tuple(self.sizes), tuple(asked))
            done = accumulate(each.samples for each in tally.replicates)
            for gains in in_order(executor, work, range(len(tally.replicates))):
                found.add(gains)
                progress(next(done), tally.samples)
        return found

    def _result(self, answer: Answer) -> RiskResult:
        solved, tally = self.solved, answer.tally
        yardstick, inputs = solved.yardstick, self._listed()
        return RiskResult(
            title=solved.plan.title,
            on=yardstick.on,
            on_given=self.on_given,
            basis=self.basis,
            target=yardstick.target,
            settings=solved.settings,
            samples=tally.samples,
            seed=self.wanted.seed,
            sampling=self.wanted.sampling,
            blocks=len(tally.replicates),
            p_ready=answer.p_ready(),
            standard_error=answer.standard_error(),
            converged=None if self.wanted.tolerance is None else self._converged(tally),
            finish=answer.finish(self._scheduled()),
            mean_finish=tally.finish.mean / self.trial.unit,
            deviation=tally.finish.deviation / self.trial.unit,
            curve=answer.curve(),
            window_curve=answer.window_curve(),
            actions=answer.actions(),
            agencies=answer.agencies(),
            leading=answer.leading(),
            events=answer.events(),
            milestones=answer.milestones(),
            inputs=inputs,
            assumed_inputs=sum(each.assumed for each in inputs),
            assumed_share=answer.assumed_share(),
            missing=missing_work(solved.plan, solved.unscheduled, yardstick.target),
            weaknesses=weaknesses(solved),
            caveat=self._caveat(),
        )

    def _scheduled(self) -> date | None:
        day_of = self.solved.result.early_finish_day
        return max((day_of(i) for i in self.trial.subjects), default=None)

    def _listed(self) -> tuple[Input, ...]:
        window = None if self.trial.target is None else self.trial.target.listed
        return self.inputs.listed if window is None else (*self.inputs.listed, window)

    def _caveat(self) -> str:
        target = self.solved.yardstick.target
        if target is None or target.scope != MONITORING:
            return RISK_CAVEAT
        return f"{CAVEAT} {RISK_CAVEAT}"


def _quiet(_done: int, _of: int) -> None:
    """Tell nobody."""


def _block(trial: Trial, sizes: Sequence[int], number: int) -> Tally:
    return run_block(trial, number, sizes[number])


def _changes(trial: Trial, sizes: Sequence[int], asked: Sequence[int], number: int) -> Gains:
    return run_changes(trial, number, sizes[number], asked)
