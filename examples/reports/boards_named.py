"""How many priority actions name an integrated care board, over a folder of reports.

Run it: python examples/reports/boards_named.py FOLDER
"""

import sys
from collections import Counter
from pathlib import Path

from send_framework import RecommendationKind
from send_framework.formats.inspection_report import InspectionReport, read_report
from send_framework.reference import CareBoard, local_area, resolve


def naming_boards(report: InspectionReport) -> Counter[bool]:
    """Return how many priority actions of a report name a board, and how many do not."""
    area, on = local_area(report.local_area.value), report.inspection_end.value
    asked = report.of_kind(RecommendationKind.PRIORITY_ACTION)
    return Counter(
        any(isinstance(resolve(body, on=on, area=area).body, CareBoard) for body in each.bodies)
        for each in asked
    )


if __name__ == "__main__":
    total: Counter[bool] = Counter()
    for file in sorted(Path(sys.argv[1]).glob("*.pdf")):
        found = naming_boards(read_report(file))
        total += found
        if found:
            print(f"{file.stem}: {found[True]} of {found.total()} priority actions")
    print(f"{total[True]} of {total.total()} priority actions name an integrated care board")
