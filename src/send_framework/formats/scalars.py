"""What an unquoted value means. Only here, and only when a field asks.

A field of text refuses an unquoted number, because nobody can tell ``5`` from ``"5"`` later. A
field of ids or dates takes what is written, because ``1.10`` is an id, not a number. ``yes``,
``no``, ``on`` and ``off`` are words.
"""

import math
import re

from send_framework.formats.nodes import Scalar

# Codes that files and terminals do not carry unharmed; line ends and tabs are none of them.
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
NULLS = ("", "~", "null", "Null", "NULL")
BOOLEANS = {
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip
_WHOLE = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,308})")
_NUMBER = re.compile(
    r"[-+]?(?:\.[0-9]{1,300}|[0-9]{1,300}(?:\.[0-9]{0,300})?)(?:[eE][-+]?[0-9]{1,4})?"
)
_NUMERIC = re.compile(
    r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?"
    r"|0o[0-7]+|0x[0-9a-fA-F]+|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)"
)


def is_nothing(scalar: Scalar) -> bool:
    """Return whether it is an empty value: nothing, ``~`` or ``null`` without quotes."""
    return not scalar.quoted and scalar.text in NULLS


def is_text(scalar: Scalar) -> bool:
    """Return whether a field of text takes it as it stands."""
    return scalar.quoted or reads_as_text(scalar.text)


def reads_as_text(text: str) -> bool:
    """Return whether this text, unquoted, is text: no number, no true or false, not empty.

    Example:
        >>> [reads_as_text(each) for each in ("no", "2024-03-07", "1e3", "5", "true", "~")]
        [True, True, False, False, False, False]
    """
    return text not in NULLS and text not in BOOLEANS and not looks_numeric(text)


def looks_numeric(text: str) -> bool:
    """Return whether YAML takes it for a number, if it is not quoted.

    Example:
        >>> looks_numeric(".nan"), looks_numeric("1e999"), looks_numeric("much")
        (True, True, False)
    """
    return _NUMERIC.fullmatch(text) is not None


def boolean(scalar: Scalar) -> bool | None:
    """Return true or false, or ``None`` if it is neither."""
    return None if scalar.quoted else BOOLEANS.get(scalar.text)


def whole_number(scalar: Scalar) -> int | None:
    """Return a whole number, or ``None``: leading zeros, exponents and quotes are refused."""
    return int(scalar.text) if not scalar.quoted and _WHOLE.fullmatch(scalar.text) else None


def number(scalar: Scalar) -> int | float | None:
    """Return a finite number, whole if it is written so, or ``None``."""
    found = whole_number(scalar)
    if found is not None or scalar.quoted or not _NUMBER.fullmatch(scalar.text):
        return found
    value = float(scalar.text)
    return value if math.isfinite(value) else None
