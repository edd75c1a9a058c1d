"""Working days from fieldwork to publication by outcome, of the areas in a folder of reports.

Reports hardly ever print the day they were published; it comes from the list of published
outcomes that the library carries. A report that the list does not hold is named.

Run it: python examples/reports/days_to_publication.py FOLDER
"""

import sys
from pathlib import Path
from statistics import median

from send_framework import ENGLAND
from send_framework.formats.inspection_report import InspectionReport, read_report
from send_framework.reference import inspections


def days_to_publication(report: InspectionReport) -> int | None:
    """Return the working days from the last day on site to publication, if that is listed."""
    end = report.inspection_end.value
    listed = (each for each in inspections(report.local_area.value) if each.last_day == end)
    found = next(listed, None)
    return None if found is None or end is None else ENGLAND.count(end, found.published)


if __name__ == "__main__":
    by_outcome: dict[str, list[int]] = {}
    for file in sorted(Path(sys.argv[1]).glob("*.pdf")):
        report = read_report(file)
        days, outcome = days_to_publication(report), report.outcome.value
        if days is None or outcome is None:
            print(f"{file.stem}: not in the list of published outcomes")
        else:
            by_outcome.setdefault(outcome.value, []).append(days)
    for name, days_each in sorted(by_outcome.items()):
        middle = f"{median(days_each):g} working days, {min(days_each)} to {max(days_each)}"
        print(f"{name}: {len(days_each)} reports, median {middle}")
