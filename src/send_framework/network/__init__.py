"""What follows from the order of the work: dates, floats, paths, reasons.

Use `schedule.schedule` for dates and `graph.to_networkx` for the graph. Nothing here knows a
rule, reads a file or prints.
"""
