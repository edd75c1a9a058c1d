"""The statutory time limits of education, health and care plans, as a rule book.

Weeks are calendar weeks and days calendar days, unless a rule says working days.
"""

from send_framework.frameworks.ehc_process.assessments import ASSESSMENTS
from send_framework.frameworks.ehc_process.disputes import DISPUTES
from send_framework.frameworks.ehc_process.limits import BEGIN
from send_framework.frameworks.ehc_process.reviews import REVIEWS
from send_framework.frameworks.rulebook import RuleBook

_UNSEEN = (
    (
        "the text of regulations 8, 10, 15, 18, 20, 22, 36 and 44: what other pages say of them, "
        "or general knowledge, stands for it"
    ),
    "paragraphs (b) to (d) of regulation 10(4), and what an excepted authority must do instead",
    "section 44 of the Act, the Code's time for a school's reply, and the tribunal's own rules",
    "the day on which the regulations came into force, here 1 September 2014",
)

EHC_PROCESS = RuleBook(
    key="ehc_process",
    title="Education, health and care plans: statutory time limits",
    in_force_from=BEGIN,
    rules=(*ASSESSMENTS, *REVIEWS, *DISPUTES),
    unseen=_UNSEEN,
)
