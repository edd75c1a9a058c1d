"""A page as a browser's parser sees it: ids, references, headings, tables, what it would load."""

from html.parser import HTMLParser
from typing import NamedTuple

_EMPTY = frozenset(("meta", "input", "br", "hr", "img", "link", "area", "base", "col", "wbr"))
_SILENT = frozenset(("script", "style"))


class Element(NamedTuple):
    """A start tag with its attributes, and the names of the elements around it."""

    name: str
    attributes: dict[str, str]
    around: tuple[str, ...]


class ReadPage(HTMLParser):
    """Everything the tests ask of a page, read by Python's own parser."""

    def __init__(self, page: str) -> None:
        """Read the page."""
        super().__init__(convert_charrefs=True)
        self.elements: list[Element] = []
        self.words: list[str] = []
        self.scripts: list[str] = []
        self.styles: list[str] = []
        self.headings: list[tuple[int, str]] = []
        self.unclosed: list[str] = []
        self._open: list[str] = []
        self.feed(page)
        self.close()
        self.unclosed += self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the tag, and where it stands."""
        known = {name: value or "" for name, value in attrs}
        assert len(known) == len(attrs), f"an attribute twice in {tag}"
        self.elements.append(Element(tag, known, tuple(self._open)))
        if tag not in _EMPTY:
            self._open.append(tag)
        if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            self.headings.append((int(tag[1]), ""))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep an empty element of a drawing."""
        self.elements.append(Element(tag, {k: v or "" for k, v in attrs}, tuple(self._open)))

    def handle_endtag(self, tag: str) -> None:
        """Close the innermost element, which must be this one."""
        if not self._open or self._open[-1] != tag:
            self.unclosed.append(tag)
        else:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        """Keep what can be read."""
        if self._open and self._open[-1] == "script":
            self.scripts.append(data)
        elif self._open and self._open[-1] == "style":
            self.styles.append(data)
        elif not _SILENT & set(self._open):
            self.words.append(data)
        if any(name in self._open for name in ("h1", "h2", "h3", "h4")):
            level, words = self.headings[-1]
            self.headings[-1] = level, words + data

    @property
    def text(self) -> str:
        """All words of the page, single blanks between them."""
        return " ".join("".join(self.words).split())

    @property
    def ids(self) -> list[str]:
        """Every id, in order."""
        return [each.attributes["id"] for each in self.elements if "id" in each.attributes]

    def named(self, name: str) -> list[Element]:
        """Return the elements with this name."""
        return [each for each in self.elements if each.name == name]

    def values(self, attribute: str) -> list[str]:
        """Return every value of an attribute."""
        return [e.attributes[attribute] for e in self.elements if attribute in e.attributes]
