"""The whole cycle as JSON: a timeline, what may come next, and the rules themselves.

The rules of `json_answers` hold here too: one pure function per versioned shape, keys are only
added within a version, and `docs/reference/json.md` lists them.
"""

from collections.abc import Iterable

from send_framework.formats.json_shapes import RULE, Json, all_of, maybe, pick, plain, sources_of
from send_framework.frameworks import (
    Edition,
    Entry,
    NextStep,
    Outturn,
    Rule,
    RuleBook,
    Timeline,
)
from send_framework.frameworks.timeline import days_of
from send_framework.model.source import Confidence
from send_framework.model.spread import ObservedSpread

_UNDATED = ("inspection", "rule", "title", "reason")
_OUTTURN = ("act", "first", "last", "unit", "difference", "words")
_SPREAD = ("title", "unit", "n", "is_small", "outcome", "year", "population", "words")
_RULE = (
    "title", "by", "gives", "kinds", "outcomes", "results", "before", "later_of", "scope",
    "may_follow",
)  # fmt: skip
_EDITION = (
    "key", "in_force_from", "in_force_to", "seen_by", "modality", "counting", "says", "amount",
    "least", "most", "unit", "counts_anchor_day", "paragraph", "confidence", "note",
)  # fmt: skip


def timeline_json(read: Timeline, *, on_given: bool) -> Json:
    """Return a history with its future as ``send-framework/timeline/1``.

    Args:
        read: The timeline.
        on_given: Whether the file or the caller gave its day (else it is today).

    Returns:
        One entry for each line, and the rules without a day.
    """
    return {
        "schema": "send-framework/timeline/1",
        **pick(read, ("title", "on")),
        "on_given": on_given,
        "entries": [_entry(each) for each in read.entries],
        "undated": all_of(read.undated, _UNDATED),
    }


def next_json(title: str, on: object, steps: Iterable[NextStep], *, on_given: bool) -> Json:
    """Return what may come next as ``send-framework/next/1``.

    Args:
        title: Whose steps they are.
        on: The day whose close limits what is known.
        steps: The steps, in the order in which they should be read.
        on_given: Whether the file or the caller gave that day (else it is today).

    Returns:
        One entry for each step.
    """
    return {
        "schema": "send-framework/next/1",
        "title": title,
        "on": plain(on),
        "on_given": on_given,
        "steps": [_step(each) for each in steps],
    }


def rules_json(found: Iterable[tuple[RuleBook, Rule]]) -> Json:
    """Return rules with their editions as ``send-framework/rules/1``.

    Args:
        found: The rules, each with its book.

    Returns:
        One entry for each rule; an edition nobody has read has ``"seen": false``.
    """
    rules = [{"framework": book.key, "key": rule.key, **_rule(rule)} for book, rule in found]
    return {"schema": "send-framework/rules/1", "rules": rules}


def _entry(each: Entry) -> Json:
    what = each.what
    return {
        **pick(each, ("kind", "state", "name", "subject", "first", "last")),
        "given": str(each.when) if each.when else None,
        **pick(each, ("modality", "is_only_custom")),
        "outturn": _outturn(each.outturn),
        "observed": [_spread(one) for one in each.spreads],
        "explanation": what.explanation if what else None,
        **pick(each, ("confidence", "note")),
        "rule": maybe(what.rule, RULE) if what else None,
        **sources_of(each.sources),
    }


def _outturn(each: Outturn | None) -> Json | None:
    return maybe(each, _OUTTURN)


def _spread(each: ObservedSpread) -> Json:
    return {**pick(each, _SPREAD), "quantiles": all_of(each.quantiles, ("share", "value"))}


def _step(each: NextStep) -> Json:
    first, last = days_of(each.what) if each.what else (None, None)
    return {
        **pick(each, ("inspection", "name", "by", "says", "state")),
        "first": plain(first),
        "last": plain(last),
        **pick(each, ("reason", "framework")),
        "key": each.rule,
        **pick(each, ("edition", "modality")),
        "observed": [_spread(one) for one in each.spreads],
        "mondays": plain(each.mondays),
        "explanation": each.what.explanation if each.what else None,
        **pick(each, ("confidence", "note")),
        "rule": maybe(each.what.rule, RULE) if each.what else None,
        **sources_of(each.sources),
    }


def _rule(rule: Rule) -> Json:
    return {
        **pick(rule, _RULE),
        "anchors": all_of(rule.anchors, ("key", "title")),
        "editions": [_edition(each) for each in rule.editions],
    }


def _edition(each: Edition) -> Json:
    return {
        **pick(each, _EDITION),
        "seen": each.confidence is not Confidence.UNVERIFIED,
        "claims": all_of(each.claims, ("about", "says", "confidence")),
        **sources_of(each.sources),
    }
