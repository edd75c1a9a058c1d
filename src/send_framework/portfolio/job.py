"""What is asked of many plans, and how each of them is found."""

from collections.abc import Callable
from datetime import date

from attrs import field, frozen

from send_framework.dates import today
from send_framework.model.plan import Plan


@frozen(kw_only=True)
class Job:
    """One version of a plan, and what to call it.

    Attributes:
        key: What its summary is called by, such as its file's path below the folder: any text, for
            any name is possible there.
        load: The plan, or what returns it. On other processes a function loads the plan there;
            it must be picklable: `functools.partial(load_plan, path)`, not a ``lambda``.

    Example:
        >>> Job(key="northshire", load=Plan(title="A plan")).plan().title
        'A plan'
    """

    key: str
    load: Plan | Callable[[], Plan]

    def plan(self) -> Plan:
        """Return the plan, loaded where it has to be."""
        return self.load if isinstance(self.load, Plan) else self.load()


@frozen(kw_only=True)
class Asked:
    """What is asked of every plan; the same for all.

    Attributes:
        on: The data date; ``None`` takes each plan's own, else the day of the run.
        today: The day of the run, one for all, however long it takes.
        samples: How many schedules are simulated of each; 0 simulates nothing.
        seed: The seed of the simulation.
        check: Whether each is checked.
    """

    on: date | None = None
    today: date = field(factory=today)
    samples: int = 0
    seed: int = 1
    check: bool = True

    def day_of(self, plan: Plan) -> date:
        """Return the data date of a plan: what was asked for beats the file, the file today."""
        return self.on or plan.data_date or self.today
