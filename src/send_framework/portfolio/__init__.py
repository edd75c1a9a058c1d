"""Many plans at once: schedule, check and risk for each, on any `concurrent.futures` executor.

`run` takes `Job` after `Job` and yields a `PlanSummary` for each as it finishes. `process_pool`
is an executor of this machine's processors.
"""

from send_framework.portfolio.job import Job
from send_framework.portfolio.running import process_pool, run
from send_framework.portfolio.summary import PlanSummary

__all__ = ["Job", "PlanSummary", "process_pool", "run"]
