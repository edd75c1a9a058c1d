"""When the framework of 2016 began, changed and ended, and how its answers are written down."""

from datetime import date
from functools import partial

from send_framework.frameworks.answers import answer as any_answer

BEGIN = date(2016, 5, 1)
"""May 2016; the day was not seen."""
REVISITS = date(2018, 9, 1)
"""Re-visits were added in autumn 2018; the first came in December."""
SUSPENDED = date(2020, 3, 17)
REVISITS_RESUMED = date(2021, 4, 1)
FULL_RESUMED = date(2021, 6, 1)
FULL_ENDED = date(2022, 4, 30)
REVISITS_ENDED = date(2022, 12, 31)

INSPECTORATES = "Ofsted and the Care Quality Commission"
DEPARTMENT = "the Department for Education and NHS England"
AREA = "the local authority and the clinical commissioning groups"

answer = partial(any_answer, key="2016", since=BEGIN, until=FULL_ENDED)
answer_on_revisits = partial(any_answer, key="2018", since=REVISITS, until=REVISITS_ENDED)
