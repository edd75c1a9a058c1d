"""From arguments to a plan, a day and a schedule."""

import sys
from datetime import date

from attrs import frozen

from send_framework.checks.finding import Finding
from send_framework.cli.options import STANDARD_STREAM, Delivery, Question
from send_framework.cli.show_schedule import View
from send_framework.cli.targets import target_of
from send_framework.dates import today
from send_framework.errors import DocumentError
from send_framework.formats.documents import USUAL_LIMITS, PlanDocument, load_document
from send_framework.formats.files import read_stream
from send_framework.formats.json_answers import Occasion
from send_framework.model.plan import Plan
from send_framework.network.assumed import Settings
from send_framework.network.kinds import Basis
from send_framework.network.results import Schedule
from send_framework.network.schedule import schedule

STANDARD_INPUT = "<standard input>"
"""What messages call a plan read from there."""


@frozen(kw_only=True)
class Given:
    """A plan that was read, and the day it is judged on.

    Attributes:
        document: The plan with the places of its parts.
        asked: The day given on the command line.
        today: The day this runs.
    """

    document: PlanDocument
    asked: date | None
    today: date

    @property
    def plan(self) -> Plan:
        """The plan."""
        return self.document.plan

    @property
    def on(self) -> date:
        """The data date: what was asked for beats the file, the file beats today."""
        return self.asked or self.plan.data_date or self.today

    @property
    def occasion(self) -> Occasion:
        """Which plan was judged, and on which day."""
        given = bool(self.asked or self.plan.data_date)
        return Occasion(title=self.plan.title, on=self.on, on_given=given)

    def view(self, delivery: Delivery, *, as_ascii: bool = False) -> View:
        """Return how much an answer prints, and who gave the day."""
        if self.asked:
            whose = "as asked with --on"
        else:
            whose = "from the plan file" if self.plan.data_date else "today, as none was given"
        return View(
            on_from=whose, quiet=delivery.quiet, verbose=delivery.verbose, as_ascii=as_ascii
        )

    def place_of_finding(self, finding: Finding) -> str:
        """Return where a finding's subject stands, such as ``plan.yaml:14:9``."""
        subject = finding.subject
        return self.document.where(self.document.place_of_id(subject) if subject else None)


def read(path: str, on: date | None) -> Given:
    """Read a plan file, or standard input where its name is ``-``.

    Args:
        path: The file.
        on: The data date given on the command line.

    Raises:
        DocumentError: It cannot be read as a plan.
    """
    if path == STANDARD_STREAM:
        document = load_document(standard_input(), name=STANDARD_INPUT)
    else:
        document = load_document(path)
    return Given(document=document, asked=on, today=today())


def standard_input() -> bytes:
    """Return what standard input holds, if it is not more than a plan may be.

    Raises:
        DocumentError: It is closed, or holds more.
    """
    if sys.stdin is None:
        raise DocumentError((f"{STANDARD_INPUT}: it is closed; name a file instead",))
    return read_stream(sys.stdin.buffer, limit=USUAL_LIMITS.size, name=STANDARD_INPUT)


def schedule_of(given: Given, question: Question) -> Schedule:
    """Return the schedule that was asked for.

    Args:
        given: The plan and the day.
        question: What is asked of the network.

    Raises:
        NetworkError: The target names nothing.
    """
    return schedule(
        given.plan,
        target=target_of(given.plan, question.target, given.on),
        on=given.asked,
        basis=Basis(question.basis),
        settings=settings_of(question),
    )


def settings_of(question: Question) -> Settings:
    """Return how the plan is read, as asked for.

    Args:
        question: What is asked of the network.
    """
    return Settings(
        near_critical_within=question.near_critical,
        without_assumed_links=question.leave_out_assumed_links,
        override_logic=question.progress_override,
        overdue_as_promised=question.overdue_as_promised,
    )
