"""A document as nodes that know their line and column, built from events within limits.

YAML and JSON readers drive one [`Builder`][]. It never recurses, and it counts depth, nodes and
aliases while they come, so that a hostile document ends with one sentence, not with a crash.
"""

from typing import TypeAlias

from attrs import define, field, frozen

from send_framework.formats.problems import Place, Problems

MERGE_KEY = "<<"


@frozen(kw_only=True)
class Limits:
    """How much of a document is read before it is refused.

    Attributes:
        size: Bytes of the file.
        depth: How deep lists and fields may be nested.
        nodes: Values, with those that aliases repeat.
        aliases: Uses of YAML aliases (``*name``).
        problems: Problems reported; reading stops there.
    """

    size: int = 10_000_000
    depth: int = 50
    nodes: int = 500_000
    aliases: int = 1_000
    problems: int = 200


@define(eq=False)
class Scalar:
    """A single value: its text as written, and whether it stood in quotes or a text block."""

    text: str
    quoted: bool
    place: Place
    size: int = 1
    height: int = 1


@define(eq=False)
class Sequence:
    """A list."""

    place: Place
    items: list["Node"] = field(factory=list["Node"])
    size: int = 1
    height: int = 1


@define(eq=False)
class Mapping:
    """Fields: values by key, and where each key stands."""

    place: Place
    entries: dict[str, "Node"] = field(factory=dict[str, "Node"])
    keys: dict[str, Place] = field(factory=dict[str, Place])
    size: int = 1
    height: int = 1


Node: TypeAlias = Scalar | Sequence | Mapping
Path: TypeAlias = tuple[str | int, ...]


@define(eq=False)
class _Open:
    """A list or fields still being read, with the key that waits for its value."""

    node: Sequence | Mapping
    anchor: str | None
    key: Node | None = None


class Builder:
    """Builds the nodes of one document and refuses what goes beyond the limits."""

    def __init__(self, problems: Problems, limits: Limits) -> None:
        """Start with an empty document."""
        self.root: Node | None = None
        self._problems = problems
        self._limits = limits
        self._open: list[_Open] = []
        self._anchors: dict[str, Node] = {}
        self._nodes = 0
        self._aliases = 0

    def scalar(self, text: str, place: Place, *, quoted: bool, anchor: str | None = None) -> None:
        """Add a single value."""
        self._finish(Scalar(text, quoted, place), anchor)

    def begin(self, node: Sequence | Mapping, anchor: str | None = None) -> None:
        """Open a list or fields."""
        self._open.append(_Open(node, anchor))
        self._within_depth(node, len(self._open))

    def end(self) -> None:
        """Close what was opened last."""
        closed = self._open.pop()
        self._finish(closed.node, closed.anchor)

    def alias(self, name: str, place: Place) -> None:
        """Repeat what an anchor named."""
        self._aliases += 1
        if self._aliases > self._limits.aliases:
            sentence = f"more than {self._limits.aliases} aliases; write the values out"
            raise self._problems.stop(place, sentence)
        if name not in self._anchors:
            sentence = f"no finished value before it is called &{name[:40]}; write the value out"
            raise self._problems.stop(place, sentence)
        node = self._anchors[name]
        self._within_depth(node, len(self._open) + node.height)
        self._count(node.size, place)
        self._add(node)

    def _finish(self, node: Node, anchor: str | None) -> None:
        self._count(1, node.place)
        if anchor is not None:
            self._anchors[anchor] = node
        self._add(node)

    def _count(self, size: int, place: Place) -> None:
        self._nodes += size
        if self._nodes > self._limits.nodes:
            sentence = f"more than {self._limits.nodes} values; split the plan, or raise the limit"
            raise self._problems.stop(place, sentence)

    def _within_depth(self, node: Node, depth: int) -> None:
        if depth > self._limits.depth:
            sentence = f"nested more than {self._limits.depth} deep; a plan needs about 8 levels"
            raise self._problems.stop(node.place, sentence)

    def _add(self, node: Node) -> None:
        """Put a finished node where it belongs: the root, a list, a key or its value."""
        if not self._open:
            self.root = node
            return
        above = self._open[-1]
        above.node.size += node.size
        above.node.height = max(above.node.height, node.height + 1)
        if isinstance(above.node, Sequence):
            above.node.items.append(node)
        elif above.key is None:
            above.key = node
        else:
            self._pair(above.node, above.key, node)
            above.key = None

    def _pair(self, fields: Mapping, key: Node, value: Node) -> None:
        if not isinstance(key, Scalar):
            self._problems.add(key.place, (), "a field's name must be a single word")
            return
        if key.text == MERGE_KEY and not key.quoted:
            self._problems.add(key.place, (), "merge keys (<<) are not used; write the fields out")
            return
        if key.text in fields.entries:
            first = fields.keys[key.text]
            sentence = f"the field {key.text[:60]!r} stands here twice (first in line {first.line})"
            self._problems.add(key.place, (), f"{sentence}; keep one")
            return
        fields.entries[key.text] = value
        fields.keys[key.text] = key.place


def find(root: Node, path: Path) -> Place:
    """Return the place of the deepest node along a path: short forms have no deeper one.

    Example:
        >>> fields = Mapping(Place(1, 1), {"title": Scalar("A", False, Place(1, 8))})
        >>> find(fields, ("title",)), find(fields, ("actions", 3, "due"))
        (Place(line=1, column=8), Place(line=1, column=1))
    """
    node = root
    for step in path:
        below = _below(node, step)
        if below is None:
            break
        node = below
    return node.place


def _below(node: Node, step: str | int) -> Node | None:
    if isinstance(node, Mapping) and isinstance(step, str):
        return node.entries.get(step)
    if isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
        return node.items[step]
    return None
