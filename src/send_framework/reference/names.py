"""How bodies are printed: the same name with and without its designation, in any spelling.

Reports print "Suffolk County Council (SCC)", "NHS Norfolk and Waveney area ICB" and "The London
Borough of Bexley". Taking such words away leaves a stem, and stems can be compared. Nothing here
guesses: a name that is merely similar has another stem.
"""

import re
import unicodedata
from enum import Enum
from functools import lru_cache

from attrs import frozen

LONGEST = 200
"""Characters of a printed name that are looked at."""


class NameKind(Enum):
    """What the words around a name say that it is."""

    COUNCIL = "council"
    BOARD = "board"
    GROUP = "group"
    HEALTH = "health"
    """An NHS body of some kind: only "NHS" is printed."""
    ANY = "any"
    """The bare name of a place."""


_QUOTES = str.maketrans({"\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "`": "'"})
_BRACKETS = re.compile(r"\(([^()]*)\)")
_KINDS = (
    (NameKind.BOARD, re.compile(r"\b(icb|integrated care board)\b")),
    (NameKind.GROUP, re.compile(r"\b(ccg|clinical commissioning group)\b")),
    (
        NameKind.COUNCIL,
        re.compile(r"\b(council|borough|local authority|corporation|mbc|mdc)\b|\b[cb]c$"),
    ),
    (NameKind.HEALTH, re.compile(r"\bnhs\b")),
)
_HEALTH_BEFORE = ("the ", "nhs ")
_HEALTH_AFTER = (
    " integrated care board", " icb", " clinical commissioning group", " ccg", " nhs", " area",
)  # fmt: skip
_COUNCIL_BEFORE = (
    "the ", "council of ", "london borough of ", "royal borough of ",
    "metropolitan borough of ", "borough of ", "city of ", "county of ",
)  # fmt: skip
_COUNCIL_AFTER = (
    " metropolitan borough council", " metropolitan district council", " county council",
    " city council", " borough council", " district council", " council", " corporation",
    " local authority", " mbc", " mdc", " cc", " bc",
)  # fmt: skip

# What a designation says of the kind of council, by the beginning of its GSS code.
_COUNTY, _UNITARY, _METROPOLITAN, _LONDON = "E10", "E06", "E08", "E09"
_FITS = (
    (re.compile(r"\bmetropolitan\b|\bm[bd]c\b"), (_METROPOLITAN,)),
    (re.compile(r"\blondon borough\b"), (_LONDON,)),
    (re.compile(r"\bcounty council\b"), (_COUNTY, _UNITARY)),
    (re.compile(r"\b(borough|city council|district council)\b"), ("E06", "E08", "E09")),
)


@frozen(kw_only=True)
class PrintedName:
    """A printed name taken apart.

    Attributes:
        plain: The name in small letters, without punctuation and brackets.
        kind: What the words around it say that it is.
        stems: What is left when designations are taken away, the fullest first.
        bracketed: What stood in brackets, such as an abbreviation.
        initials: The capitals that are left of an abbreviation, such as ``"SNEE"``; else empty.
    """

    plain: str
    kind: NameKind
    stems: tuple[str, ...]
    bracketed: tuple[str, ...]
    initials: str

    def fits(self, gss: str) -> bool:
        """Say whether the designation suits a council with this GSS code.

        Args:
            gss: The code.
        """
        said = (kinds for words, kinds in _FITS if words.search(self.plain))
        return all(gss[:3] in kinds for kinds in said)

    @property
    def says_county_council(self) -> bool:
        """Whether it is printed as a county council."""
        return "county council" in self.plain


@lru_cache(maxsize=4096)
def printed(text: str) -> PrintedName:
    """Take a printed name apart.

    Args:
        text: As it stands in a report or a plan.

    Example:
        >>> printed("Suffolk County Council (SCC)").stems
        ('suffolk county council', 'suffolk')
        >>> printed("NHS Norfolk and Waveney area ICB").kind.value
        'board'
    """
    short = " ".join(text.split())[:LONGEST].rstrip()
    outside = _BRACKETS.sub(" ", short)
    name = plain(outside)
    kind = next((kind for kind, words in _KINDS if words.search(name)), NameKind.ANY)
    stems = _stems(name, kind)
    return PrintedName(
        plain=name,
        kind=kind,
        stems=stems,
        bracketed=tuple(inner for inner in _BRACKETS.findall(short) if inner.strip()),
        initials=_initials(outside, stems[-1]),
    )


def plain(text: str) -> str:
    """Return a name in small letters, with single blanks and without punctuation.

    Args:
        text: The name.

    Example:
        >>> plain("St. Helens"), plain("Telford & Wrekin"), plain("Stoke-on-Trent")
        ('st helens', 'telford and wrekin', 'stoke on trent')
    """
    spelt = unicodedata.normalize("NFKC", text.translate(_QUOTES)).casefold()
    joined = spelt.replace("&", " and ").replace("'", "").replace(".", "")
    return " ".join(re.sub(r"[^\w]+", " ", joined).split())


def turned(name: str) -> str:
    """Return a name from a list as people say it.

    Args:
        name: The name.

    Example:
        >>> turned("Bristol, City of"), turned("Bournemouth, Christchurch and Poole")
        ('City of Bristol', 'Bournemouth, Christchurch and Poole')
    """
    found = re.fullmatch(r"([^,]+), (City|County) of", name)
    return f"{found[2]} of {found[1]}" if found else name


def initials_of(name: str) -> str:
    """Return the capitals of a name's words, without the small ones between them.

    Args:
        name: The name.

    Example:
        >>> initials_of("Suffolk and North East Essex")
        'SNEE'
    """
    words = plain(name).split()
    return "".join(word[0] for word in words if word not in ("and", "of", "the", "on")).upper()


def parts_of(name: str) -> tuple[str, ...]:
    """Return the places that a name joins.

    Args:
        name: The name.

    Example:
        >>> parts_of("Bristol, North Somerset and South Gloucestershire")
        ('bristol', 'north somerset', 'south gloucestershire')
    """
    return tuple(plain(part) for part in re.split(r",| and ", name) if part.strip())


def _stems(name: str, kind: NameKind) -> tuple[str, ...]:
    """Take one designation after the other away; keep every step."""
    health = kind in (NameKind.BOARD, NameKind.GROUP, NameKind.HEALTH)
    before = _HEALTH_BEFORE if health else _COUNCIL_BEFORE
    after = _HEALTH_AFTER if health else _COUNCIL_AFTER
    steps = [name]
    while (shorter := _shorter(steps[-1], before, after)) != steps[-1]:
        steps.append(shorter)
    return tuple(steps)


def _shorter(name: str, before: tuple[str, ...], after: tuple[str, ...]) -> str:
    for words in after:
        if name.endswith(words):
            return name.removesuffix(words)
    for words in before:
        if name.startswith(words):
            return name.removeprefix(words)
    return name


def _initials(outside: str, stem: str) -> str:
    """Return an abbreviation of three capitals or more, as printed."""
    return stem.upper() if re.fullmatch(r"[a-z]{3,8}", stem) and stem.upper() in outside else ""
