"""Why a PDF is no report that this reader knows: one sentence."""

import re
from collections.abc import Sequence

from send_framework.formats.inspection_report.layout import Page

_SCHOOL = r"(?:school|academy|college|nursery)"
_KNOWN_ELSEWHERE = (
    (r"monitoring inspection of", "a monitoring inspection report: no layout of one is known yet"),
    (
        r"written statement of action|joint (?:local )?area (?:SEND|special educational needs)",
        "a letter of the framework of 2016: only reports under that of 2023 are read",
    ),
    (
        rf"inspection of [^.]{{0,60}}\b{_SCHOOL}|inspection report:[^.]{{0,60}}\b{_SCHOOL}",
        "a school inspection report",
    ),
    (
        r"inspection of [^.]{0,80}children\W?s services",
        "an inspection report on children\u2019s services",
    ),
)
_WANTED = "a full area SEND inspection report of Ofsted and the Care Quality Commission is expected"


def why_not(cover: str, pages: Sequence[Page]) -> str:
    """Return why a PDF is not read.

    Args:
        cover: The text before the first section.
        pages: All pages.
    """
    letters = sum(len(page.characters) for page in pages)
    if not letters:
        return "the PDF holds no text, only pictures, as a scan does; a PDF with text is needed"
    text = cover[:6000]
    for pattern, what in _KNOWN_ELSEWHERE:
        if re.search(pattern, text, re.IGNORECASE):
            return f"this looks like {what}; {_WANTED}"
    if re.search(r"area SEND inspection of", text, re.IGNORECASE):
        return f"its cover lacks the inspection dates or one clear outcome; {_WANTED}"
    return f"this is no inspection report that is known here; {_WANTED}"
