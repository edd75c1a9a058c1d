"""The cover: area, dates, outcome, and what follows when."""

import re
from collections.abc import Sequence
from datetime import date

from send_framework.formats.inspection_report.found import Found, How, PreviousInspection
from send_framework.formats.inspection_report.layout import Line, Place, box_around, joined
from send_framework.formats.inspection_report.printed_dates import (
    NUMBER,
    days_of,
    number_of,
    tells_of_more,
)
from send_framework.model.inspection import Outcome
from send_framework.model.source import Confidence

TITLE = re.compile(
    r"area\s+SEND\s+(?:full\s+)?inspection\s+of\s+(?:the\s+)?(?P<area>.{2,80}?)"
    r"(?:\s+local\s+area\s+partnership|(?=\s+(?:inspection dates?|dates? of inspection)\b))",
    re.IGNORECASE,
)
_HELD = re.compile(r"^(?:inspection dates?|dates? of inspection)\s*:?\s*", re.IGNORECASE)
_BEFORE = re.compile(
    r"^(?:dates? of )?(?:the )?previous inspections?(?: dates?)?\s*:?\s*", re.IGNORECASE
)
_PUBLISHED = re.compile(
    r"^(?:report )?(?:published|publication date|date of publication)(?: on)?\s*:?\s*(?=\d)",
    re.IGNORECASE,
)
_LABELS = (_HELD, _BEFORE, _PUBLISHED)
_NOT_BEFORE = re.compile(
    r"^\W*(?:none|not\b.*|n/?a|no previous.*|first inspection.*)?\W*$", re.IGNORECASE
)
_OUTCOMES = (
    (
        Outcome.WIDESPREAD_FAILINGS,
        re.compile(r"\bsystemic\s+failings", re.IGNORECASE),
    ),
    (Outcome.INCONSISTENT, re.compile(r"inconsistent\s+experiences", re.IGNORECASE)),
    (
        Outcome.TYPICALLY_POSITIVE,
        re.compile(r"typically\s+leads? to positive", re.IGNORECASE),
    ),
)
_MONITORING = re.compile(
    rf"monitoring inspection\b[^.]*?\b(?P<number>{NUMBER})[\s-]+months?", re.IGNORECASE
)
_FULL = re.compile(
    rf"next (?P<name>(?:full|area)\b[^.]*?inspection)\b[^.]*?\b(?P<number>{NUMBER})[\s-]+years?",
    re.IGNORECASE,
)
_PLAN = re.compile(r"[^.]*\bpriority action plan\b[^.]*\.?", re.IGNORECASE)


class Cover:
    """What the lines before the first section say.

    Args:
        lines: These lines, in order.
    """

    def __init__(self, lines: Sequence[Line]) -> None:
        """Keep the lines and their running text."""
        self.lines = tuple(lines)
        self.text = joined(line.text for line in lines)

    def area(self) -> Found[str] | None:
        """Return the area's name in the title; nothing where there is no such title."""
        match = TITLE.search(self.text)
        if not match:
            return None
        return Found(
            value=match["area"], printed=match[0], how=How.LABEL, places=self._places(match[0])
        )

    def held(self) -> tuple[Found[date], Found[date]] | None:
        """Return first and last day; nothing where no dates stand behind their label."""
        text, lines = self._labelled(_HELD)
        days = days_of(text)
        if not days:
            return None
        start, end = (
            Found(value=day, printed=text, how=How.LABEL, places=box_around(lines))
            for day in (days[0], days[-1])
        )
        return start, end

    def before(self) -> Found[PreviousInspection | None]:
        """Return what is printed of the inspection before."""
        text, lines = self._labelled(_BEFORE)
        if not lines or _NOT_BEFORE.match(text):
            how = How.LABEL if lines else How.ABSENT
            return Found(value=None, printed=text, how=how, places=box_around(lines))
        days = days_of(text)
        value = PreviousInspection(
            printed=text,
            start=days[0] if days else None,
            end=days[1] if len(days) > 1 else None,
        )
        clear = days and not tells_of_more(text)
        sure = Confidence.VERIFIED if clear else Confidence.UNVERIFIED
        return Found(
            value=value, printed=text, how=How.LABEL, places=box_around(lines), confidence=sure
        )

    def published(self) -> Found[date | None]:
        """Return the day of publication, which most reports do not print."""
        text, lines = self._labelled(_PUBLISHED)
        days = days_of(text)
        if len(days) != 1:
            return Found(value=None)
        return Found(value=days[0], printed=text, how=How.LABEL, places=box_around(lines))

    def outcome(self) -> Found[Outcome] | None:
        """Return the outcome by its official sentence; nothing for none or for two."""
        found = [(each, match) for each, how in _OUTCOMES if (match := how.search(self.text))]
        if len(found) != 1:
            return None
        value, match = found[0]
        return Found(value=value, printed=match[0], how=How.SENTENCE, places=self._places(match[0]))

    def monitoring(self) -> Found[int | None]:
        """Return within how many months a monitoring inspection follows."""
        return self._number(_MONITORING)

    def next_full(self) -> Found[int | None]:
        """Return within how many years the next full inspection follows."""
        return self._number(_FULL)

    def next_full_name(self) -> Found[str]:
        """Return what the next full inspection is called, in the usual spelling."""
        match = _FULL.search(self.text)
        if not match:
            return Found(value="")
        words = re.sub(r"\barea send\b", "area SEND", match["name"].lower())
        return Found(
            value=words, printed=match["name"], how=How.SENTENCE, places=self._places(match[0])
        )

    def plan_required(self) -> Found[bool]:
        """Return whether a priority action plan is asked for."""
        match = _PLAN.search(self.text)
        if not match:
            return Found(value=False)
        return Found(
            value=True,
            printed=match[0].strip(),
            how=How.SENTENCE,
            places=self._places(match[0].strip()),
        )

    def _number(self, pattern: re.Pattern[str]) -> Found[int | None]:
        match = pattern.search(self.text)
        if not match:
            return Found(value=None)
        return Found(
            value=number_of(match["number"]),
            printed=match[0],
            how=How.SENTENCE,
            places=self._places(match[0]),
        )

    def _labelled(self, label: re.Pattern[str]) -> tuple[str, tuple[Line, ...]]:
        """Return what stands behind a label, also on the lines below it, and those lines."""
        for number, line in enumerate(self.lines):
            match = label.match(line.text)
            if not match:
                continue
            taken = [line]
            for following in self.lines[number + 1 :]:
                if not _goes_on(taken, following):
                    break
                taken.append(following)
            text = joined([line.text[match.end() :], *(each.text for each in taken[1:])])
            return text.strip(), tuple(taken)
        return "", ()

    def _places(self, words: str) -> tuple[Place, ...]:
        """Return where some words stand: the lines that share them."""
        begin = self.text.find(words)
        end, at = begin + len(words), 0
        lines: list[Line] = []
        for line in self.lines:
            at = max(at, self.text.find(line.text[:40], at))
            if begin < at + len(line.text) and at < end:
                lines.append(line)
            at += len(line.text)
        return box_around(lines)


def _goes_on(taken: Sequence[Line], line: Line) -> bool:
    """Say whether a line still belongs to the value behind a label."""
    if (
        any(label.match(line.text) for label in _LABELS)
        or line.text.casefold() == "inspection outcome"
    ):
        return False
    height = taken[-1].box.top - taken[-1].box.bottom
    return taken[-1].baseline - line.baseline < height * 1.6 and not re.search(
        r"\d{4}\W*$|previously", " ".join(each.text for each in taken)
    )
