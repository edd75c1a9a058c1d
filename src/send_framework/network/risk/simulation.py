"""Will it be ready? `simulate` draws what is uncertain thousands of times and counts.

Every sample is one schedule of the plan, computed by the same rules as the single schedule: with
nothing uncertain both say the same. What came of the samples is held against the days on which
inspectors may come.
"""

from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from datetime import date
from importlib import import_module
from math import inf

from send_framework.dates import today
from send_framework.errors import MissingExtraError, ModelError
from send_framework.model.plan import Plan
from send_framework.model.window import Window
from send_framework.network.assumed import Settings
from send_framework.network.kinds import Basis
from send_framework.network.risk.defaults import DEFAULTS, Defaults
from send_framework.network.risk.inputs import risk_inputs
from send_framework.network.risk.results import RiskResult, Sampling
from send_framework.network.schedule import solve_plan
from send_framework.network.target import Yardstick

LEAST_SAMPLES = 2
MOST_SAMPLES = 10_000_000


def simulate(  # noqa: PLR0913 - each one is a question of its own
    plan: Plan,
    *,
    target: Window | None = None,
    on: date | None = None,
    basis: Basis = Basis.FORECAST,
    settings: Settings | None = None,
    samples: int = 10_000,
    seed: int = 1,
    sampling: Sampling = Sampling.RANDOM,
    tolerance: float | None = None,
    visits: Sequence[date] = (),
    defaults: Defaults = DEFAULTS,
    ranking: bool = True,
    executor: Executor | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> RiskResult:
    """Compute the plan's schedule many times over and say how likely it is ready.

    Args:
        plan: The plan, with its uncertainties, approvals, risks and correlations.
        target: The window to be ready for; ``None`` says only when it is done.
        on: The data date. ``None`` takes the plan's, else today.
        basis: Network or forecast.
        settings: How the plan is read.
        samples: How many schedules, at most; 2 to 10,000,000.
        seed: The same seed gives the same answer, on any executor.
        sampling: Random, or a Latin hypercube in each block.
        tolerance: Blocks are added until the standard error of the headline is at or below this;
            ``None`` computes all samples.
        visits: Days on which inspectors may come, each as likely, from waits seen elsewhere;
            empty takes the ends of the window, which is an assumption and listed as one.
        defaults: Spreads where the plan gives none.
        ranking: Whether it is computed what one thing would gain most.
        executor: Computes the blocks; ``None`` does it here. The answer is the same.
        progress: Told how many samples are done, of how many; where there are several blocks,
            once more from the beginning while changes are tried on them.

    Returns:
        Chances, percentiles, what leads, what would help, and what all of it rests on.

    Raises:
        ModelError: An argument makes no sense; nothing was computed.
        UnknownActivityError: The target's scope names nothing in the plan.
        CalendarError: A sample leaves the years whose bank holidays are known.
        MissingExtraError: numpy is not installed: the extra ``risk`` brings it.

    Example:
        >>> from send_framework import Action, Distribution, Plan, Shape, Uncertainty
        >>> spread = Distribution(shape=Shape.UNIFORM, low=10, high=25)
        >>> plan = Plan(title="A plan", start=date(2024, 6, 3),
        ...     actions=[Action(id="S01", title="Write it", duration=15)],
        ...     uncertainties=[Uncertainty(of="S01", spread=spread)])
        >>> answer = simulate(plan, on=date(2024, 5, 31), samples=1000)
        >>> str(answer.finish.p10), str(answer.finish.p90)
        ('2024-06-18', '2024-07-04')
    """
    refuse_arguments(basis, samples, seed, tolerance)
    need_numpy()
    # What needs numpy is imported only once something is sampled.
    from send_framework.network.risk.study import Study, Wanted

    given = on or plan.data_date
    yardstick = Yardstick(target=target, on=given or today(), calendar=plan.working_calendar())
    solved = solve_plan(plan, yardstick, basis, settings or Settings())
    wanted = Wanted(
        samples=samples, seed=seed, sampling=sampling, tolerance=tolerance, ranking=ranking
    )
    study = Study(
        solved=solved,
        inputs=risk_inputs(solved, defaults=defaults),
        visits=tuple(visits),
        wanted=wanted,
    )
    return study.result(executor, progress, basis=basis, on_given=given is not None)


def refuse_arguments(basis: Basis, samples: int, seed: int, tolerance: float | None = None) -> None:
    """Refuse what makes no sense before any work starts.

    Args:
        basis: What would be simulated.
        samples: How many schedules.
        seed: Of the random numbers.
        tolerance: The standard error asked for, if any.

    Raises:
        ModelError: One of them makes no sense.
    """
    if basis is Basis.PROMISED:
        raise ModelError("simulate", "basis", basis, "network or forecast is expected")
    if type(samples) is not int or not LEAST_SAMPLES <= samples <= MOST_SAMPLES:
        expected = f"a whole number from {LEAST_SAMPLES} to {MOST_SAMPLES:,} is expected"
        raise ModelError("simulate", "samples", samples, expected)
    if type(seed) is not int or seed < 0:
        raise ModelError("simulate", "seed", seed, "a whole number, 0 or more, is expected")
    # A comparison that is false for "not a number", too.
    if tolerance is not None and not 0 < tolerance < inf:
        raise ModelError("simulate", "tolerance", tolerance, "a number above 0 is expected")


def need_numpy() -> None:
    """Refuse to simulate where numpy is missing.

    Raises:
        MissingExtraError: It is not installed.
    """
    try:
        import_module("numpy")
    except ImportError:
        raise MissingExtraError("a simulation", "risk") from None
