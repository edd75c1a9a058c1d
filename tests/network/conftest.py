"""What is collected: tests of rows of samples only where numpy is there to be imported."""

from importlib.util import find_spec

# Deselected by its marker is too late for a module whose imports fail.
collect_ignore_glob = [] if find_spec("numpy") else ["row_oracle.py", "test_rows*.py"]
