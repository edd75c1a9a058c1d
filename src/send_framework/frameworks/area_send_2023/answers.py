"""What the answers of 2023 share: their first edition, and the days of the later ones."""

from datetime import date
from functools import partial

from send_framework.frameworks.answers import answer as any_answer

BEGIN = date(2023, 1, 1)
JUNE_2025 = date(2025, 6, 6)
JULY_2025 = date(2025, 7, 7)

answer = partial(any_answer, key="2023", since=BEGIN)
