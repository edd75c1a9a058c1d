"""Many plans at once: schedule, check and risk for each, on any `concurrent.futures` executor."""
