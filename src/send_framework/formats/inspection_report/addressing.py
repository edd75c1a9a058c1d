"""Who a recommendation speaks to, by the first sentence that asks somebody to act."""

import re
from collections.abc import Iterator
from itertools import chain

_MUST = (
    r"(?:should|must|ought\s+to|ha(?:s|ve)\s+to|needs?\s+(?:\w+ly\s+)?(?:to|an?)|"
    r"(?:is|are)\s+(?:required|expected|asked)\s+to)"
)
_IS = r"(?:needs?|ha(?:s|ve)|is|are|will|can|continues?|requires?|do|does)"
_ADVERB = r"(?:(?:\w+ly|also|now|together)\s+)?"
_ASKS, _TELLS = (re.compile(rf"\s+{_ADVERB}{verb}\b", re.IGNORECASE) for verb in (_MUST, _IS))
_AIM = re.compile(
    r"^(?:to|in order to|as|with|by|when|where|while|following|so that)\b", re.IGNORECASE
)
_ACTOR = re.compile(
    r"\b(?:leaders?|partners?|partnerships?|authorit(?:y|ies)|councils?|boards?|icbs?|nhs|trusts?|"
    r"commissioners?|providers?|practitioners?|professionals?|services|schools?|settings?|"
    r"agenc(?:y|ies)|areas?|lap)\b",
    re.IGNORECASE,
)
_NO_SUBJECT = re.compile(r"\b(?:the|an?|any|no|their|its)$", re.IGNORECASE)
"""Behind such a word "need" is a noun."""
_REFERS_BACK = re.compile(r"(?:this|these|those|that|it|there|such)\b", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")
_LONGEST = 25


def addressed_to(text: str) -> str:
    """Return who should act, as printed; nothing where the text does not say it so.

    Sentences before it that only tell how things are name nobody.

    Args:
        text: A recommendation.

    Example:
        >>> addressed_to("Leaders in health should continue to reduce waits.")
        'Leaders in health'
        >>> addressed_to("To understand need, the local partnership should be diligent.")
        'the local partnership'
        >>> addressed_to("Waits are long. This means needs are missed. The partnership must act.")
        'The partnership'
        >>> addressed_to("Waiting times are long.")
        ''
    """
    sentences = _SENTENCE.split(text.partition("\n")[0])
    asked = list(_subjects(sentences, _ASKS))
    acting = (each for each in asked if _ACTOR.search(each))
    telling = (each for each in _subjects(sentences[:1], _TELLS) if _ACTOR.search(each))
    return next(chain(acting, telling, asked), "")


def _subjects(sentences: list[str], verb: re.Pattern[str]) -> Iterator[str]:
    """Yield what stands before a verb, in each sentence that does not just go on."""
    for sentence in sentences:
        begin = _after_aim(sentence) if _AIM.match(sentence) else 0
        befores = (sentence[begin : match.start()] for match in verb.finditer(sentence, begin))
        named = next((each.strip(" ,") for each in befores if not _NO_SUBJECT.search(each)), "")
        if 0 < len(named.split()) <= _LONGEST and not _REFERS_BACK.match(named):
            yield named


def _after_aim(sentence: str) -> int:
    """Return where the main clause begins: behind the last comma before its verb."""
    should = re.search(r"\b(?:should|must|needs? to)\b", sentence)
    comma = sentence.rfind(",", 0, should.start() if should else None)
    return comma + 1 if comma >= 0 else 0
