"""Which themes recur in the recommendations of a folder of reports, with the words that matched.

The vocabulary is small and meant to be edited: a theme and the words that stand for it, as they
are searched, case ignored. What it does not know it does not find.

Run it: python examples/reports/themes.py FOLDER
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from textwrap import shorten

from send_framework.formats.inspection_report import InspectionReport, read_report

THEMES = {
    "EHC plan timeliness": ("timel", "statutory timescale", "20 weeks"),
    "EHC plan quality": ("quality of the statutory", "quality of ehc", "quality of education, h"),
    "annual reviews": ("annual review",),
    "waiting times": ("wait", "delays in access"),
    "joint commissioning": ("joint commission", "jointly commission", "commissioning of"),
    "preparation for adulthood": ("adulthood", "pfa"),
    "speech and language": ("speech and language", "speech, language"),
    "neurodevelopmental pathways": ("neurodevelopment", "neurodivers", "autism", "adhd"),
    "communication with families": ("communication with", "communicat", "co-produc"),
    "alternative provision": ("alternative provision",),
    "use of data": ("data",),
}


def matches(report: InspectionReport) -> Iterator[tuple[str, int, str]]:
    """Yield each theme of each recommendation, its page, and the words around the match."""
    for each in report.recommendations:
        text = " ".join(each.text.split())
        for theme, words in THEMES.items():
            found = re.search("|".join(map(re.escape, words)), text, re.IGNORECASE)
            if found:
                around = text[max(0, found.start() - 20) : found.end() + 20]
                yield theme, each.places[0].page, around


if __name__ == "__main__":
    found: dict[str, list[str]] = {theme: [] for theme in THEMES}
    reports = sorted(Path(sys.argv[1]).glob("*.pdf"))
    for file in reports:
        for theme, page, around in matches(read_report(file)):
            found[theme].append(f"{file.stem}, page {page}: ...{around}...")
    for theme, lines in sorted(found.items(), key=lambda each: -len(each[1])):
        areas = len({line.partition(",")[0] for line in lines})
        print(f"{theme}: {len(lines)} recommendations in {areas} of {len(reports)} reports")
        for line in lines:
            print(f"    {shorten(line, 100)}")
