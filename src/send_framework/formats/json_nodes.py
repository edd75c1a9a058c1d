"""JSON as nodes that know their line and column, without recursion.

Read on its own because JSON is not quite YAML: its escapes for characters beyond U+FFFF are two
halves, and it may be indented with tabs.
"""

import json
import re

from send_framework.errors import shown
from send_framework.formats.nodes import Builder, Mapping, Sequence
from send_framework.formats.problems import Place, Problems

# The text's repeats give nothing back: going back through a long text would take memory.
_TOKEN = re.compile(
    r"""[ \t\r\n]*(?:
        (?P<mark>[{}\[\],:])
      | (?P<text>"(?:[^"\\\x00-\x1f]++|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*+")
      | (?P<word>true|false|null|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?)
          (?![A-Za-z0-9_.+-])
    )""",
    re.VERBOSE,
)
_SPACE = re.compile(r"[ \t\r\n]*")
_LINE = re.compile(r"\r\n|\n|\r")

# What may come next.
VALUE, KEY, COLON, AFTER = "a value", "a field's name in double quotes", "a colon", "a comma"


def build_json(text: str, builder: Builder, problems: Problems) -> None:
    """Drive the builder with the values of one JSON document.

    Args:
        text: The document, without a byte order mark.
        builder: What makes nodes of it.
        problems: Where a syntax error is told.

    Raises:
        DocumentError: It is no JSON, or the builder's limits are passed.
    """
    _Reader(text, builder, problems).read()


class _Reader:
    """Walks the tokens with a stack of open brackets of its own."""

    def __init__(self, text: str, builder: Builder, problems: Problems) -> None:
        self._text = text
        self._builder = builder
        self._problems = problems
        self._open: list[str] = []
        self._expected = VALUE
        self._may_close = False
        self._line, self._line_start, self._seen = 1, 0, 0

    def read(self) -> None:
        at = 0
        while self._expected != AFTER or self._open:
            token = _TOKEN.match(self._text, at)
            if token is None:
                raise self._wrong(self._skip(at))
            self._take(token, self._place(token.start(token.lastgroup or 0)))
            at = token.end()
        end = self._skip(at)
        if end < len(self._text):
            sentence = "something follows the end of the plan; remove it"
            raise self._problems.stop(self._place(end), sentence)

    def _skip(self, at: int) -> int:
        space = _SPACE.match(self._text, at)
        return space.end() if space else at

    def _place(self, at: int) -> Place:
        for found in _LINE.finditer(self._text, self._seen, at):
            self._line += 1
            self._line_start = found.end()
        self._seen = at
        return Place(self._line, at - self._line_start + 1)

    def _take(self, token: re.Match[str], place: Place) -> None:
        mark = token["mark"]
        if token["text"] is not None and self._expected in (VALUE, KEY):
            # A lone half of a surrogate pair stays one: the model refuses it as a control code.
            self._scalar(json.loads(token["text"]), place, quoted=True)
        elif token["word"] is not None and self._expected == VALUE:
            self._scalar(token["word"], place, quoted=False)
        elif mark in ("{", "[") and self._expected == VALUE:
            self._begin(mark, place)
        elif mark == ":" and self._expected == COLON:
            self._expected, self._may_close = VALUE, False
        elif mark == "," and self._expected == AFTER and self._open:
            self._expected, self._may_close = (KEY if self._open[-1] == "{" else VALUE), False
        elif mark in ("}", "]") and self._closes(mark):
            self._end()
        else:
            raise self._wrong(token.start(token.lastgroup or 0))

    def _scalar(self, text: str, place: Place, *, quoted: bool) -> None:
        self._builder.scalar(text, place, quoted=quoted)
        self._expected = COLON if self._expected == KEY else AFTER
        self._may_close = self._expected == AFTER

    def _begin(self, mark: str, place: Place) -> None:
        self._builder.begin(Mapping(place) if mark == "{" else Sequence(place))
        self._open.append(mark)
        self._expected, self._may_close = (KEY if mark == "{" else VALUE), True

    def _closes(self, mark: str) -> bool:
        return self._may_close and bool(self._open) and self._open[-1] + mark in ("{}", "[]")

    def _end(self) -> None:
        self._builder.end()
        self._open.pop()
        self._expected, self._may_close = AFTER, True

    def _wrong(self, at: int) -> Exception:
        found = shown(self._text[at : at + 20]) if at < len(self._text) else "the end of the file"
        expected = self._expected
        if self._may_close and self._open:
            expected += " or " + ("'}'" if self._open[-1] == "{" else "']'")
        sentence = f"this is no JSON: {expected} is expected, found {found}"
        return self._problems.stop(self._place(at), sentence)
