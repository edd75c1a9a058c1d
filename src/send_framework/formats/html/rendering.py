"""From a template and its data to one self-contained file.

The page brings its style sheet and its script along and loads nothing: its content security
policy allows exactly these two, by their hashes, and forbids everything else. Whatever a plan
says goes through Jinja2's escaping; a name that a template misspells is an error, not a blank.
"""

import base64
import hashlib
import re
from collections.abc import Callable
from functools import cache
from importlib import resources
from typing import cast

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from send_framework.dates import day_words
from send_framework.formats.html.known import read_on
from send_framework.formats.html.picture import undirected
from send_framework.formats.html.pieces import address, brief, coded
from send_framework.formats.wording import assumed_share, counted, room, short_day, working

_PACKAGE = "send_framework.formats.html"


def rendered(template: str, **content: object) -> str:
    """Return a page.

    Args:
        template: The template's file name.
        content: What it shows, by name.
    """
    style = _text("style.css", "pictures.css")
    script = _text("script.js", "network.js")
    page = _environment().get_template(template)
    return page.render(
        style=Markup(style),  # noqa: S704 - our own file, named in the page's policy by its hash
        script=Markup(script),  # noqa: S704 - the same
        policy=policy(style, script),
        **content,
    )


def policy(style: str, script: str) -> str:
    """Return the content security policy that allows this style and this script and no more.

    Args:
        style: The style sheet's text.
        script: The script's text.

    Example:
        >>> policy("", "")[:47]
        "default-src 'none'; style-src 'sha256-47DEQpj8H"
    """
    return (
        f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


@cache
def _text(*names: str) -> str:
    folder = resources.files(_PACKAGE) / "templates"
    return "\n".join((folder / name).read_text(encoding="utf-8").strip() for name in names)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader(_PACKAGE, "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_fit,
    )
    filters = cast("dict[str, Callable[..., object]]", environment.filters)
    filters |= {
        "address": address, "assumed_share": assumed_share, "brief": brief, "coded": coded,
        "counted": counted, "day": day_words, "read_on": read_on, "room": room,
        "short_day": short_day, "working": working,
    }  # fmt: skip
    return environment


# Characters that are no text in HTML: controls, halves of others, and what Unicode keeps free.
_LAST = "".join(chr(plane * 0x10000 + last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
_UNFIT = re.compile(f"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef{_LAST}]")


def _fit(value: object) -> object:
    """Return a value as it may stand in a page: text without what HTML cannot hold."""
    return _UNFIT.sub("\ufffd", undirected(value)) if type(value) is str else value
