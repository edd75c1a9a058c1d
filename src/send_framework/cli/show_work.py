"""How the work that lies ahead prints."""

from send_framework.cli.page import Page
from send_framework.cli.show_schedule import View, opening, table_of, without_dates
from send_framework.dates import day_words
from send_framework.network.results import Schedule
from send_framework.network.work_ahead import WorkAhead


def show_work(page: Page, schedule: Schedule, work: WorkAhead, view: View) -> None:
    """Print the work still to be done.

    Args:
        page: Where to print.
        schedule: The schedule it was taken from.
        work: The work.
        view: How much.
    """
    opening(page, schedule, view)
    whose = f"Work of {work.agency}" if work.agency else "Work"
    until = f" until {day_words(work.until)}" if work.until else ""
    page.line(f"{whose} still to be done{until}", style="bold")
    if work.activities:
        table_of(page, work.activities)
    else:
        page.line("None has dates in that time.", indent=2)
    without_dates(page, work.undated)
