"""Plain data as YAML that people can go on writing in.

PyYAML's own emitter is used even where libyaml's is there: it breaks lines elsewhere, and the
same plan must give the same bytes.
"""

import io
import math
from datetime import date

import yaml

from send_framework.formats.plain_data import Plain
from send_framework.formats.scalars import reads_as_text

WIDTH = 100
# What would make a longer line is written over several.
INLINE = 78
_TAG = "tag:yaml.org,2002:"


def yaml_text(data: Plain) -> str:
    r"""Return plain data as a YAML document.

    Example:
        >>> yaml_text({"title": "no: yes", "count": 3})
        "title: 'no: yes'\ncount: 3\n"
    """
    written = io.StringIO()
    dumper = _Dumper(written, allow_unicode=True, width=WIDTH)
    dumper.open()
    dumper.serialize(_node(data, 0))
    dumper.close()
    return written.getvalue()


def one_line(name: str, text: str) -> str:
    r"""Return one field of text on a line of its own, in quotes where it needs them.

    Example:
        >>> one_line("title", "Plan: the first")
        "title: 'Plan: the first'\n"
    """
    written = io.StringIO()
    style = '"' if "\n" in text else None if reads_as_text(text) else "'"
    dumper = _Dumper(written, allow_unicode=True, width=math.inf)
    dumper.open()
    dumper.serialize(
        yaml.MappingNode(f"{_TAG}map", [(_scalar("str", name), _scalar("str", text, style))])
    )
    dumper.close()
    return written.getvalue()


class _Dumper(yaml.SafeDumper):
    """Indents the members of lists, as people write them."""

    # PyYAML's own signature, which asks for booleans by position.
    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002
        super().increase_indent(flow=flow, indentless=False)


def _node(data: Plain, depth: int) -> yaml.Node:
    """Return a node; below the plan's own fields what fits on one line is written on one."""
    match data:
        case dict():
            pairs = [(_scalar("str", name), _node(each, depth + 1)) for name, each in data.items()]
            inline = depth > 1 and _fits([node for pair in pairs for node in pair])
            return yaml.MappingNode(f"{_TAG}map", pairs, flow_style=inline)
        case list():
            members = [_node(each, depth + 1) for each in data]
            has_objects = any(isinstance(each, dict) for each in data)
            inline = (depth > 1 or not has_objects) and _fits(members)
            return yaml.SequenceNode(f"{_TAG}seq", members, flow_style=inline)
        case str():
            return _text(data)
        case _:
            return _single(data)


def _single(value: float | date) -> yaml.Node:
    match value:
        case bool():
            return _scalar("bool", str(value).lower())
        case int():
            return _scalar("int", str(value))
        case float():
            # YAML 1.1 reads an exponent only behind a point.
            text = repr(value)
            return _scalar("float", text if "." in text else text.replace("e", ".0e"))
        case _:
            return _scalar("timestamp", value.isoformat())


def _scalar(tag: str, value: str, style: str | None = None) -> yaml.ScalarNode:
    return yaml.ScalarNode(f"{_TAG}{tag}", value, style=style)


def _text(text: str) -> yaml.ScalarNode:
    """Return a text, as a block where it has several plain lines, in quotes where it must."""
    lines = text.split("\n")
    if len(lines) > 1 and lines[0] and all(line == line.strip() for line in lines):
        return _scalar("str", text, "|")
    return _scalar("str", text, None if reads_as_text(text) else "'")


def _fits(nodes: list[yaml.Node]) -> bool:
    """Return whether these fit on one line: all of them single values or on one line already."""
    return all(_is_inline(each) for each in nodes) and sum(map(_length, nodes)) <= INLINE


def _is_inline(node: yaml.Node) -> bool:
    if isinstance(node, yaml.CollectionNode):
        return bool(node.flow_style)
    return "\n" not in node.value


def _length(node: yaml.Node) -> int:
    """Return about how long it is on one line, its comma or colon included."""
    match node:
        case yaml.SequenceNode():
            return sum(map(_length, node.value)) + 2
        case yaml.MappingNode():
            return sum(_length(key) + _length(each) for key, each in node.value) + 2
        case _:
            return len(node.value) + 2
