"""Rules that give a window: its ends, the evidence for each, and its one sentence."""

from collections.abc import Mapping
from datetime import date
from typing import TypeAlias

from send_framework.dates import day_words
from send_framework.frameworks.anchors import Known
from send_framework.frameworks.application import Application, Undated, apply, unique
from send_framework.frameworks.edition import Edition
from send_framework.frameworks.rulebook import Gives, Rule
from send_framework.model.window import WINDOW_ENDS, Modality, Window, WindowEnd

Ends: TypeAlias = Mapping[str, WindowEnd]


def window(applied: Application) -> Window:
    """Return the window that a rule gives, with the ends that other rules add to it."""
    rule, own = applied.rule, _ends(applied)
    ends = own
    for other in applied.known.book.rules:
        if other.widens == rule.key:
            ends = _widened(applied.known, ends, other)
    added = {name: end for name, end in ends.items() if name not in own}
    further = "".join(f"; {name} {_end_words(end)}" for name, end in added.items())
    return Window(
        id=rule.key if rule.scope == "none" else rule.scope,
        name=applied.name,
        earliest=ends.get("earliest"),
        expected=ends.get("expected"),
        latest=ends.get("latest"),
        scope=rule.scope,
        rule=applied.reference(),
        explanation=applied.explain(
            f"{applied.name} {_ends_words(own)}", further + _suspended(applied, ends)
        ),
        confidence=applied.confidence,
        sources=unique(source for end in ends.values() for source in end.sources),
        note=applied.edition.note,
        claims=applied.edition.claims,
    )


def _ends(applied: Application) -> Ends:
    """Return the known ends of a window, by name."""
    edition = applied.edition
    first = min(each.first for each in applied.anchors)
    last = max(each.last for each in applied.anchors)
    counts = {"earliest": edition.least, "expected": edition.amount, "latest": edition.most}
    if applied.rule.spans_anchors and first != last:
        # The text names no anchor, so each that it can mean gives one end and none the middle.
        counts = {"earliest": edition.amount, "latest": edition.amount}
    anchors = {"earliest": first, "expected": first, "latest": last}
    return {
        name: _end(applied, anchors[name], count)
        for name, count in counts.items()
        if count is not None
    }


def _end(applied: Application, anchor: date, count: int) -> WindowEnd:
    edition = applied.edition
    seen = "seen elsewhere: " if edition.modality is Modality.OBSERVED else ""
    of = next(each for each in applied.anchors if anchor in (each.first, each.last))
    plain = applied.reach(anchor, count)
    day = applied.released(plain)
    moved = "" if plain == day else f", held over from {day_words(plain)}"
    return WindowEnd(
        day=day,
        reason=f"{seen}{edition.words(count)} {applied.way} {of.words}{moved}",
        confidence=applied.confidence,
        sources=applied.sources,
        provisional=applied.is_provisional(day),
    )


def _suspended(applied: Application, ends: Ends) -> str:
    """Tell of the times in which inspections of the kind expected were held off.

    They move no end: no rule says by how much what they delayed is later.
    """
    first = min(each.first for each in applied.anchors)
    last = max(end.day for end in ends.values())
    told = ""
    for rule in applied.known.book.rules:
        if rule.gives is Gives.SUSPENSION and applied.rule.expects in rule.kinds:
            for edition in filter(applied.known.in_time, rule.editions):
                until = edition.in_force_to or date.max
                if edition.in_force_from <= last and first <= until:
                    told += f"; held off {span_words(edition)} (rule {rule.key})"
    return told


def span_words(edition: Edition) -> str:
    """Return when an edition is in force, in words."""
    until = f" to {day_words(edition.in_force_to)}" if edition.in_force_to else ""
    return f"from {day_words(edition.in_force_from)}{until}"


def _widened(known: Known, ends: Ends, rule: Rule) -> Ends:
    """Return the ends with those that another rule adds, where they keep the order."""
    applied = apply(known, rule)
    if isinstance(applied, Undated):
        return ends
    added = {
        name: end
        for name, end in _ends(applied).items()
        if name not in ends and _in_order(name, end, ends)
    }
    every = {**ends, **added}
    return {name: every[name] for name in WINDOW_ENDS if name in every}


def _in_order(name: str, end: WindowEnd, ends: Ends) -> bool:
    at = WINDOW_ENDS.index(name)
    before = (ends[each].day for each in WINDOW_ENDS[:at] if each in ends)
    after = (ends[each].day for each in WINDOW_ENDS[at + 1 :] if each in ends)
    return all(day <= end.day for day in before) and all(end.day <= day for day in after)


def _ends_words(ends: Ends) -> str:
    words = {"earliest": "from", "expected": "about", "latest": "to"}
    return " ".join(f"{words[name]} {day_words(end.day)}" for name, end in ends.items())


def _end_words(end: WindowEnd) -> str:
    return f"{day_words(end.day)}, {end.reason}"
