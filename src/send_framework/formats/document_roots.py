"""From the bytes of a document to its root node: encodings, YAML or JSON, the version."""

from pathlib import PurePath

from attrs import frozen

from send_framework.errors import shown
from send_framework.formats.json_nodes import build_json
from send_framework.formats.nodes import Builder, Limits, Mapping, Node, Scalar
from send_framework.formats.problems import Place, Problems
from send_framework.formats.readers import found_words
from send_framework.formats.scalars import CONTROL
from send_framework.formats.yaml_nodes import build_yaml

VERSION = "1"

# How .xlsx and .docx begin, which are zip archives, and how the older .xls and .doc do.
_OFFICE_MARKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_UTF_16_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")


@frozen(kw_only=True)
class Expected:
    """What messages say of the kind of document that is read.

    Attributes:
        place: What it is, such as ``"a plan"``.
        text: What kind of text it is.
        beginning: How it begins.
    """

    place: str
    text: str
    beginning: str


def root_of(data: bytes, problems: Problems, limits: Limits, expected: Expected) -> Node:
    """Return the root of a document.

    Args:
        data: Its bytes.
        problems: Where problems are told.
        limits: How much is read before it is refused.
        expected: What kind of document it should be.

    Raises:
        DocumentError: It is no text, empty, or beyond the limits.
    """
    text = _text_of(data, problems, expected)
    builder = Builder(problems, limits)
    if _is_json(text, problems.name):
        build_json(text, builder, problems)
    else:
        build_yaml(text, builder, problems)
    if builder.root is None or (isinstance(builder.root, Scalar) and not builder.root.text):
        raise problems.stop(Place(1, 1), f"the file is empty; {expected.beginning}")
    return builder.root


def check_version(root: Node, problems: Problems) -> None:
    """Tell of a missing or unknown version.

    Args:
        root: The document's root.
        problems: Where problems are told.

    Raises:
        DocumentError: It is of a version that this library does not read.
    """
    if not isinstance(root, Mapping):
        return
    version = root.entries.get("version")
    if version is None:
        problems.add(root.place, (), "version is missing; begin the file with 'version: 1'")
    elif not isinstance(version, Scalar) or version.quoted or not version.text.isdecimal():
        problems.add(
            version.place, ("version",), f"found {found_words(version)}, but 1 is expected"
        )
    elif version.text != VERSION:
        sentence = (
            f"this file has version {shown(version.text)[1:-1]}; this library reads version 1"
        )
        raise problems.stop(version.place, sentence)


def _text_of(data: bytes, problems: Problems, expected: Expected) -> str:
    """Return the text, without its byte order mark; refuse what is no UTF-8 text."""
    if data.startswith(_UTF_16_MARKS):
        raise problems.stop(Place(1, 1), "this is UTF-16 or UTF-32; save the file as UTF-8")
    if data.startswith(_OFFICE_MARKS):
        sentence = "this is no text but a workbook or another packed file"
        raise problems.stop(Place(1, 1), f"{sentence}; {expected.text}")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        place = _end_of(data[: error.start].decode("utf-8-sig", errors="replace"))
        wrong = f"the byte 0x{data[error.start]:02x} is no UTF-8"
        raise problems.stop(place, f"{wrong}; save the file as UTF-8, not Latin-1") from None
    code = CONTROL.search(text)
    if code:
        sentence = (
            f"the control code U+{ord(code[0]):04X} has no place in {expected.place}; remove it"
        )
        raise problems.stop(_end_of(text[: code.start()]), sentence)
    return text


def _end_of(text: str) -> Place:
    """Return the place just behind a text."""
    lines = f"{text}.".splitlines()
    return Place(len(lines), len(lines[-1]))


def _is_json(text: str, name: str) -> bool:
    """Return whether to read it as JSON: by the file's name, else by its first character."""
    ending = PurePath(name).suffix.lower()
    return ending == ".json" or (ending not in (".yaml", ".yml") and text.lstrip()[:1] == "{")
