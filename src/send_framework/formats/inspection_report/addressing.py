"""Who a recommendation speaks to, by its own first sentence."""

import re

_MODAL = (
    r"(?:should|must|need to|needs to|need|needs|have|has|are|is|will|ought to|can|continue|"
    r"require|requires|do|does)"
)
_ACTS = re.compile(rf"\s+(?:(?:\w+ly|also|now|together)\s+)?{_MODAL}\b", re.IGNORECASE)
_AIM = re.compile(
    r"^(?:to|in order to|as|with|by|when|where|while|following|so that)\b", re.IGNORECASE
)
_LONGEST = 25


def addressed_to(text: str) -> str:
    """Return who should act, as printed; nothing where the text does not say it so.

    Args:
        text: A recommendation.

    Example:
        >>> addressed_to("Leaders in health should continue to reduce waits.")
        'Leaders in health'
        >>> addressed_to("To understand need, the local partnership should be diligent.")
        'the local partnership'
        >>> addressed_to("Waiting times")
        ''
    """
    sentence = text.partition("\n")[0]
    begin = 0
    if _AIM.match(sentence):
        begin = _after_aim(sentence)
    match = _ACTS.search(sentence, begin)
    if not match:
        return ""
    named = sentence[begin : match.start()].strip(" ,")
    return named if 0 < len(named.split()) <= _LONGEST else ""


def _after_aim(sentence: str) -> int:
    """Return where the main clause begins: behind the last comma before its verb."""
    should = re.search(r"\b(?:should|must|needs? to)\b", sentence)
    comma = sentence.rfind(",", 0, should.start() if should else None)
    return comma + 1 if comma >= 0 else 0
