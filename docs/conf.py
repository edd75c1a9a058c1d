"""How Sphinx builds these pages: offline, from Markdown and docstrings, a warning is an error."""

import re
from importlib.metadata import version as installed_version

from sphinx.application import Sphinx

project = "send_framework"
author = "The send_framework authors"
copyright = f"2026, {author}"
version = release = installed_version("send-framework")

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
exclude_patterns = ["_build"]
# A name in single backticks is a link where it is known, and plain text where it is not.
default_role = "py:obj"

# Headings can be linked to from other pages, as page.md#heading.
myst_heading_anchors = 3

autodoc_default_options = {"members": True, "member-order": "bysource"}
autodoc_typehints = "description"
autodoc_typehints_description_target = "documented_params"
napoleon_numpy_docstring = False
# An attribute's meaning stands in its class's docstring; its type stands in its annotation.
napoleon_use_ivar = True

html_theme = "furo"
html_title = "send_framework"
html_copy_source = False
html_show_sourcelink = False


def ready_for_sphinx(
    _app: Sphinx, what: str, _name: str, _thing: object, _options: object, lines: list[str]
) -> None:
    """Turn Markdown links to names into Sphinx's, and keep a property's first sentence whole.

    A docstring links with [`Plan`][]. A colon in the first line of a property's would be taken for
    the end of a type.
    """
    lines[:] = [re.sub(r"\[(`[\w.]+`)\]\[\]", r"\1", line) for line in lines]
    if what in {"attribute", "property"} and lines:
        before, colon, after = lines[0].partition(": ")
        lines[:1] = [f"{before}:", after] if colon else [before]


def setup(app: Sphinx) -> None:
    """Have every docstring pass through here before napoleon reads it."""
    app.connect("autodoc-process-docstring", ready_for_sphinx, priority=400)
