"""Which bodies a cell names: names that hold commas and "and" are not taken apart.

All ways of parting the cell at commas, semicolons, bullets and "and" are weighed: a part that is
known as a body weighs nothing, any other part something, and a part that holds two bodies a lot.
"""

import re
from collections.abc import Callable, Sequence
from datetime import date
from functools import cache

from send_framework.model.agency import AgencyKind
from send_framework.reference.resolving import resolve

_BULLETS = "\u2022\u25aa\u25fc\u25a0\u25cf\u25cb"
_SEPARATOR = re.compile(
    rf"\s*(?:;|,\s*and\b|,|\band\b|&|/|[{_BULLETS}])\s*"
    r"|(?<=Council)\s+(?=[A-Z])|(?<=ICB)\s+(?=[A-Z])|(?<=Board)\s+(?=[A-Z])|(?<=Trust)\s+(?=[A-Z])",
    re.IGNORECASE,
)
_UNPARTED = re.compile(r"\b(?:Council|ICB|Board|Trust)\s+[A-Z]")
_TITLE = (
    r"(?:council|authority|icb|icbs|integrated care board|trust|borough|partnership|cic|limited)"
)
_WITHIN = re.compile(rf"\b{_TITLE}\b\)?\s*(?:;|,|\band\b|&|/)", re.IGNORECASE)
_SECOND_NHS = re.compile(r"(?:;|,|\band\b|&|/)\s*(?:the\s+)?NHS\b")
_ENDS_WELL = re.compile(rf"\b{_TITLE}\)?$", re.IGNORECASE)
_LOWER_ONLY = re.compile(r"^(?:the\s+)?[a-z]")
_EDGES = f" ,;/{_BULLETS}"
_MOST_PARTS = 14

_KNOWN, _TITLED, _UNKNOWN, _TWO_IN_ONE = 0.0, 3.0, 3.5, 5.0
_FOR_EACH = 0.01
"""Of two ways that weigh the same, the one with fewer parts is taken."""


def bodies_in(printed: str) -> tuple[str, ...]:
    """Return the bodies that a cell names, each as printed.

    Args:
        printed: The cell, its lines joined.

    Example:
        >>> bodies_in("Suffolk County Council, NHS Suffolk and North East Essex ICB and NHS "
        ...           "Norfolk and Waveney area ICB")
        ('Suffolk County Council', 'NHS Suffolk and North East Essex ICB', 'NHS Norfolk and \
Waveney area ICB')
        >>> bodies_in("Plymouth City Council, school and college leaders.")
        ('Plymouth City Council', 'school and college leaders')
    """
    text = printed.strip().rstrip(".;,").strip()
    if not text:
        return ()
    cuts = [match.span() for match in _SEPARATOR.finditer(text)][: _MOST_PARTS - 1]
    return _lightest(text, cuts, _weight)


def _lightest(
    text: str, cuts: Sequence[tuple[int, int]], weight: Callable[[str], float]
) -> tuple[str, ...]:
    """Return the way of parting a text at some of its cuts that weighs least."""
    starts = [0, *(end for _, end in cuts)]
    ends = [*(start for start, _ in cuts), len(text)]
    best: list[tuple[float, tuple[str, ...]]] = [(0.0, ())]
    for last in range(len(ends)):
        ways = (
            (
                best[first][0] + weight(text[starts[first] : ends[last]]) + _FOR_EACH,
                (*best[first][1], text[starts[first] : ends[last]]),
            )
            for first in range(last + 1)
        )
        best.append(min(ways, key=lambda way: way[0]))
    parts = (part.strip(_EDGES) for part in best[-1][1])
    return tuple(part for part in parts if part)


@cache
def _weight(part: str) -> float:
    part = part.strip(_EDGES)
    if not part:
        return 0.0
    doubles = (_WITHIN, _SECOND_NHS, _UNPARTED)
    double = _TWO_IN_ONE * sum(len(each.findall(part)) for each in doubles)
    if not double and _is_known(part):
        return _KNOWN
    titled = _ENDS_WELL.search(part) and not _LOWER_ONLY.match(part)
    return (_TITLED if titled else _UNKNOWN) + double


def _is_known(part: str) -> bool:
    """Say whether a part is a body by itself: a bare place name is not enough."""
    titled = _ENDS_WELL.search(part) or part.casefold().startswith(("nhs", "london borough"))
    return bool(titled) and is_known(part)


def is_known(body: str, on: date | None = None) -> bool:
    """Say whether the reference data knows a body.

    Args:
        body: As printed.
        on: The day the report speaks of.
    """
    kinds = (AgencyKind.LOCAL_AUTHORITY, AgencyKind.INTEGRATED_CARE_BOARD)
    return any(resolve(body, kind=kind, on=on).candidates for kind in kinds)
