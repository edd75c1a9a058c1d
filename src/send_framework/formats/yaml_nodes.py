"""YAML as nodes: only PyYAML's event stream is used, and nothing is resolved.

Its composer recurses (nested brackets crash the process), its resolver reads ``no`` as false,
``1.10`` as 1.1 and dates with errors that have no place. Events do neither.
"""

from typing import TypeAlias

import yaml

from send_framework.errors import shown
from send_framework.formats.nodes import Builder, Mapping, Sequence
from send_framework.formats.problems import Place, Problems

PLAIN = (None, "")
NOWHERE = Place(1, 1)
_Value: TypeAlias = yaml.ScalarEvent | yaml.CollectionStartEvent
COLON = "put a text that holds ': ' in quotes"
TOO_DEEP = "nested far too deep; a plan needs about 8 levels"
TAB = "indent with spaces, not with a tab"
COLUMNS = "lines of one entry that begin in different columns"


def build_yaml(text: str, builder: Builder, problems: Problems) -> None:
    """Drive the builder with the events of one YAML document.

    Args:
        text: The document, without a byte order mark and without control codes.
        builder: What makes nodes of it.
        problems: Where tags are complained of.

    Raises:
        DocumentError: It is no YAML, or not one document; or the builder's limits are passed.
    """
    # libyaml's parser gives the same events and is eight times as quick; not every place has it.
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    documents = 0
    try:
        for event in yaml.parse(text, Loader=loader):
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    sentence = "a second document begins (---); one plan a file is expected"
                    raise problems.stop(_place(event), sentence)
            else:
                _drive(event, builder, problems)
    except yaml.MarkedYAMLError as error:
        raise _syntax(error, text, problems) from None


def _drive(event: yaml.Event, builder: Builder, problems: Problems) -> None:
    match event:
        case yaml.ScalarEvent():
            _refuse_tag(event, problems)
            quoted = event.style not in PLAIN
            builder.scalar(event.value, _place(event), quoted=quoted, anchor=event.anchor)
        case yaml.MappingStartEvent():
            _refuse_tag(event, problems)
            builder.begin(Mapping(_place(event)), event.anchor)
        case yaml.SequenceStartEvent():
            _refuse_tag(event, problems)
            builder.begin(Sequence(_place(event)), event.anchor)
        case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
            builder.end()
        case yaml.AliasEvent():
            builder.alias(str(event.anchor), _place(event))
        case _:
            pass  # the stream's and the document's own marks


def _place(event: yaml.Event) -> Place:
    mark = event.start_mark
    return Place(mark.line + 1, mark.column + 1) if mark else NOWHERE


def _refuse_tag(event: _Value, problems: Problems) -> None:
    if event.tag not in (None, "!"):
        sentence = f"tags such as {shown(event.tag)} are not used in plan files; remove it"
        problems.add(_place(event), (), sentence)


def _syntax(error: yaml.MarkedYAMLError, text: str, problems: Problems) -> Exception:
    """Return the error for text that is no YAML: its place, its line and the likely cause."""
    mark = error.problem_mark or error.context_mark
    place = Place(mark.line + 1, mark.column + 1) if mark else NOWHERE
    lines = text.splitlines()
    line = lines[place.line - 1] if place.line <= len(lines) else ""
    if "nesting depth" in str(error.problem):  # libyaml looks far ahead, and has a limit of its own
        return problems.stop(place, TOO_DEEP)
    sentence = f"this is no YAML: {error.problem}"
    if line.strip():
        sentence += f", in the line {shown(line.strip())}"
    return problems.stop(place, f"{sentence}. {_likely_cause(error, line)}")


def _likely_cause(error: yaml.MarkedYAMLError, line: str) -> str:
    if "\t" in line:
        return f"Most likely: {TAB}"
    if "mapping values" in str(error.problem):
        return f"Most likely: {COLON}"
    return f"The commonest causes: {COLUMNS}; a colon in a text ({COLON}); a tab ({TAB})"
