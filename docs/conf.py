"""How Sphinx builds these pages: offline, from Markdown and docstrings, a warning is an error."""

from importlib.metadata import version as installed_version

project = "send_framework"
author = "The send_framework authors"
copyright = f"2026, {author}"
version = release = installed_version("send-framework")

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
exclude_patterns = ["_build"]
nitpicky = False

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
