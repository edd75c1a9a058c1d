"""The headline of a simulation alone, for many plans at once: ready or not, when, how assumed."""

from attrs import frozen

from send_framework.network.risk.defaults import DEFAULTS
from send_framework.network.risk.inputs import risk_inputs
from send_framework.network.risk.results import Finishes, ReadyChances, Sampling
from send_framework.network.risk.simulation import need_numpy
from send_framework.network.solving import Solved


@frozen(kw_only=True)
class Headline:
    """What `simulate` says first, to the last bit.

    Attributes:
        p_ready: How likely all is ready, for each end of the window and over it.
        finish: By when it is done.
        assumed_share: Which share of the finish's variance comes from the library's defaults.
    """

    p_ready: ReadyChances
    finish: Finishes
    assumed_share: float


def headline(solved: Solved, *, samples: int, seed: int) -> Headline:
    """Return the headline of a plan whose single schedule is there already.

    Args:
        solved: The plan on one basis.
        samples: How many schedules; 2 to 10,000,000.
        seed: The seed of `simulate` gives the headline of `simulate`.

    Raises:
        CalendarError: A sample leaves the years whose bank holidays are known.
        MissingExtraError: numpy is not installed: the extra ``risk`` brings it.

    Example:
        >>> from datetime import date
        >>> from send_framework import Action, Plan, WorkingCalendar
        >>> from send_framework.network.assumed import Settings
        >>> from send_framework.network.kinds import Basis
        >>> from send_framework.network.schedule import solve_plan
        >>> from send_framework.network.target import Yardstick
        >>> plan = Plan(title="A plan", start=date(2024, 6, 3),
        ...     actions=[Action(id="S01", title="Write it", duration=15)])
        >>> yardstick = Yardstick(target=None, on=date(2024, 5, 31), calendar=WorkingCalendar())
        >>> solved = solve_plan(plan, yardstick, Basis.FORECAST, Settings())
        >>> str(headline(solved, samples=1000, seed=1).finish.p50)
        '2024-06-25'
    """
    need_numpy()
    # What needs numpy is imported only once something is sampled.
    from send_framework.network.risk.study import Study, Wanted

    study = Study(
        solved=solved,
        inputs=risk_inputs(solved, defaults=DEFAULTS),
        visits=(),
        wanted=Wanted(
            samples=samples, seed=seed, sampling=Sampling.RANDOM, tolerance=None, ranking=False
        ),
    )
    answer = study.headline()
    return Headline(
        p_ready=answer.p_ready(),
        finish=answer.finish(study.scheduled()),
        assumed_share=answer.assumed_share(),
    )
