"""Documents that would crash, hang or mislead a careless reader end with one sentence."""

import io
import os
import time
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from send_framework.errors import DocumentError
from send_framework.formats.documents import Limits, load_document, load_plan, read_plan

HEAD = "version: 1\ntitle: A plan\n"
BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n"
    for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)


def problem(text: str | bytes, name: str = "plan.yaml", limits: Limits | None = None) -> str:
    """Return the one thing that is wrong with a document."""
    data = text.encode() if isinstance(text, str) else text
    with pytest.raises(DocumentError) as raised:
        load_plan(data, name=name, limits=limits or Limits())
    (line,) = raised.value.problems
    assert "\n" not in line
    return line


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(
    ("text", "words"),
    [
        (BOMB, "more than 500000 values"),
        ("[" * 200_000, "deep; a plan needs about 8 levels"),
        ("- " * 200_000 + "a", "plan.yaml:1:101: nested more than 50 deep"),
        ("a: &a [*a]", "plan.yaml:1:8: no finished value before it is called &a"),
        (HEAD + "note: *nobody", "plan.yaml:3:7: no finished value before it is called &nobody"),
        ("a: &a x\nb: [" + "*a, " * 1001 + "]", "more than 1000 aliases"),
        ("", "plan.yaml:1:1: the file is empty; a plan begins with 'version: 1'"),
        ("# only a comment\n", "the file is empty"),
        ("---\n", "the file is empty"),
        (HEAD + "---\nversion: 1\n", "plan.yaml:3:1: a second document begins (---)"),
        ("- a\n- b\n", "plan.yaml:1:1: found a list, but the fields of a plan are expected"),
        ("plan", "found 'plan', but the fields of a plan are expected"),
        (HEAD + "note: !!python/name:os.system ''\n", "plan.yaml:3:7: tags such as"),
        (HEAD + "actions: !!seq []\n", "plan.yaml:3:10: tags such as"),
        (HEAD + "sources: !x []\n", "plan.yaml:3:10: tags such as '!x' are not used"),
        (HEAD + "<<: {note: x}\n", "plan.yaml:3:1: merge keys (<<) are not used"),
        (HEAD + "? [a, b]\n: x\n", "plan.yaml:3:3: a field's name must be a single word"),
        (HEAD + "note: a: b\n", "plan.yaml:3:8: this is no YAML: mapping values are not allowed"),
        (HEAD + "actions:\n\t- {id: A}\n", "Most likely: indent with spaces, not with a tab"),
        (HEAD + "note: 'open\n", "this is no YAML"),
        (HEAD + "note: [a\n", "The commonest causes: lines of one entry"),
        (HEAD + "note: a\0b\n", "plan.yaml:3:8: the control code U+0000 has no place in a plan"),
        (HEAD + "note: a\x1bb\n", "plan.yaml:3:8: the control code U+001B"),
        (HEAD + "note: a\x85b\n", "plan.yaml:3:8: the control code U+0085"),
        (HEAD.encode("utf-16"), "this is UTF-16 or UTF-32; save the file as UTF-8"),
        (
            HEAD.encode() + "note: café".encode("latin-1"),
            "plan.yaml:3:10: the byte 0xe9 is no UTF-8",
        ),
        (b"PK\x03\x04\x14\x00" + bytes(range(256)), "a plan is a text in YAML"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "plan.yaml:1:1: the byte 0x89 is no UTF-8"),
    ],
)
def test_a_hostile_document_is_one_sentence(text: str | bytes, words: str) -> None:
    """Bombs, depths, loops, foreign encodings and broken YAML: one line, with its place."""
    begun = time.monotonic()
    assert words in problem(text)
    assert time.monotonic() - begun < 20


def test_the_colon_in_a_title_is_named_as_the_likely_cause() -> None:
    """The commonest mistake of all shows its line and what to do."""
    assert problem("version: 1\ntitle: Plan: the first\n") == (
        "plan.yaml:2:12: this is no YAML: mapping values are not allowed in this context, in the "
        "line 'title: Plan: the first'. Most likely: put a text that holds ': ' in quotes"
    )


@pytest.mark.usefixtures("parser")
def test_limits_can_be_set() -> None:
    """A reader may allow more, or less."""
    assert "more than 3 values" in problem(HEAD + "note: x\n", limits=Limits(nodes=3))
    assert "nested more than 1 deep" in problem(HEAD + "sources: []", limits=Limits(depth=1))
    assert "larger than 10 bytes" in problem(HEAD, limits=Limits(size=10))
    with pytest.raises(DocumentError, match="nested more than 3 deep"):
        read_plan(HEAD + "x: &x [[1]]\ny: [*x]\n", limits=Limits(depth=3))


@pytest.mark.usefixtures("parser")
def test_a_byte_order_mark_and_windows_line_ends_are_accepted() -> None:
    """A file saved by a Windows editor is a plan like any other."""
    document = load_document(b"\xef\xbb\xbfversion: 1\r\ntitle: A plan\r\nnote: x\r\n")
    assert document.plan.title == "A plan"
    assert document.place_of(("note",)) == (3, 7)


@pytest.mark.usefixtures("parser")
def test_anchors_and_aliases_are_read() -> None:
    """What an alias repeats is read as if it were written out."""
    plan = read_plan(
        HEAD + "register: [{key: r, title: R}]\nsources: &s [r]\n"
        "actions: [{id: A, title: A, sources: *s}]\n"
    )
    assert plan.actions[0].sources == plan.register


def test_a_file_of_100_megabytes_is_not_read(tmp_path: Path) -> None:
    """Its size is asked first."""
    path = tmp_path / "plan.yaml"
    with path.open("wb") as file:
        file.truncate(100_000_000)
    with pytest.raises(DocumentError, match="it is larger than 10 MB, the most that is read"):
        load_plan(path)


def test_an_endless_stream_is_not_read() -> None:
    """A stream that never ends is left at the limit."""
    taken: list[int] = []

    class Endless(io.BytesIO):
        """Gives as much as anybody asks for."""

        def read(self, size: int | None = -1, /) -> bytes:
            taken.append(size or 0)
            return b" " * taken[-1]

    with pytest.raises(DocumentError, match="<document>: it is larger than 10 MB"):
        load_plan(Endless())
    assert taken == [10_000_001]


def test_streams_of_text_and_bytes_are_read(tmp_path: Path) -> None:
    """Standard input may be either; a file's own name is used in messages."""
    assert load_plan(io.StringIO(HEAD)).title == "A plan"
    assert load_plan(io.BytesIO(HEAD.encode())).title == "A plan"
    path = tmp_path / "plan.yaml"
    path.write_text("title: A plan\n", encoding="utf-8")
    with path.open(encoding="utf-8") as file, pytest.raises(DocumentError, match=r"plan\.yaml:1"):
        load_plan(file)


def test_a_stream_of_another_encoding_is_refused() -> None:
    """Text that was decoded wrongly, or cannot be encoded, is no plan."""
    stream = io.TextIOWrapper(io.BytesIO(b"title: caf\xe9"), encoding="utf-8")
    with pytest.raises(DocumentError, match="its text is not UTF-8"):
        load_plan(stream)
    with pytest.raises(DocumentError, match="<text>: its text is not UTF-8"):
        read_plan("title: \ud800")


def test_a_directory_a_pipe_and_a_device_are_refused(tmp_path: Path) -> None:
    """Nothing hangs and nothing is read from what is no file."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for path, words in (
        (tmp_path, "this is a directory, a file is expected"),
        (pipe, "this is a pipe or a device; a regular file is expected"),
        (Path("/dev/zero"), "this is a pipe or a device"),
    ):
        with pytest.raises(DocumentError, match=words) as raised:
            load_plan(path)
        assert str(raised.value).count(str(path)) == 1


def test_a_missing_file_and_a_strange_name_are_refused(tmp_path: Path) -> None:
    """The message names the file as it was given, without control codes."""
    for path, words in (
        (tmp_path / "none.yaml", "there is no such file"),
        (tmp_path / "none" / "none.yaml", "there is no such file"),
        (tmp_path / ("x" * 300), "it cannot be read"),
        ("bad\0name", "it cannot be read"),
        ("bad\x1bname", "'bad\\\\x1bname': there is no such file"),
    ):
        with pytest.raises(DocumentError, match=words) as raised:
            load_plan(path)
        assert str(raised.value).isprintable()


def test_a_file_without_permission_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The system's refusal becomes one line (the test's own user may be allowed everything)."""

    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as broken:  # pytest itself opens files afterwards
        broken.setattr(os, "open", refuse)
        told = _refusal(tmp_path / "plan.yaml")
    assert "there is no permission to read it" in told


def _refusal(path: Path) -> str:
    with pytest.raises(DocumentError) as raised:
        load_plan(path)
    return str(raised.value)


def test_a_file_that_fails_while_it_is_read_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A broken disk is one line as well."""
    path = tmp_path / "plan.yaml"
    path.write_text(HEAD, encoding="utf-8")

    def fail(*_: object) -> os.stat_result:
        raise OSError(5, "Input/output error")

    with monkeypatch.context() as broken:  # pytest itself opens files afterwards
        broken.setattr(os, "fstat", fail)
        told = _refusal(path)
    assert "it cannot be read (input/output error)" in told


@given(
    st.one_of(
        st.binary(max_size=300),
        st.text(max_size=300).map(lambda text: text.encode(errors="replace")),
    )
)
def test_any_bytes_give_a_plan_or_an_error(data: bytes) -> None:
    """Whatever the bytes, nothing but the one error escapes."""
    with suppress(DocumentError):
        load_plan(data)


_pieces = st.sampled_from(
    ["version: 1", "title: A", "actions:", "  - id: A", "    after: [A]", "{", "}", "[", "]", ": ",
     "\n", ",", "&a ", "*a", "!!str ", "'", '"', "|\n", "- ", "? ", "# x", "---\n", "...\n", "\t"]
)  # fmt: skip


@pytest.mark.usefixtures("parser")
@given(st.lists(_pieces, max_size=25).map("".join))
def test_any_pieces_of_yaml_give_a_plan_or_an_error(text: str) -> None:
    """Whatever YAML's marks are mixed to, nothing but the one error escapes."""
    for name in ("plan.yaml", "plan.json"):
        with suppress(DocumentError):
            read_plan(text, name=name)
