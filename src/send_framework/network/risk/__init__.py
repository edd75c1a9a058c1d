"""Will it be ready? Thousands of schedules with drawn durations against a drawn inspection day.

`simulate` in `send_framework.network.risk.simulation` answers; the numbers come from the compiled
network of the single schedule, run over rows of samples. Needs numpy: the extra ``risk``.
"""
