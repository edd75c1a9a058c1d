"""The one-page report: a plan as one file that a browser opens without a network.

`facts_of` works out what a page tells, `page_of` puts it on a page, `index_of` lists many.
"""

from send_framework.formats.html.facts import PageFacts, facts_of
from send_framework.formats.html.index import index_of, page_names
from send_framework.formats.html.page import page_of

__all__ = ["PageFacts", "facts_of", "index_of", "page_names", "page_of"]
