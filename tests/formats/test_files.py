"""A file is written whole or not at all, and nothing is overwritten by accident."""

import os
from pathlib import Path

import pytest

from send_framework.errors import DocumentError
from send_framework.formats.files import write_bytes_safely, write_text_safely


def test_a_new_file_is_written_as_it_is(tmp_path: Path) -> None:
    """UTF-8, line ends untouched, and the permissions that new files have here."""
    path = tmp_path / "plan.yaml"
    write_text_safely(path, "title: café\n")
    other = tmp_path / "other"
    other.touch()
    assert path.read_bytes() == b"title: caf\xc3\xa9\n"
    assert path.stat().st_mode == other.stat().st_mode
    assert sorted(each.name for each in tmp_path.iterdir()) == ["other", "plan.yaml"]


def test_an_existing_file_is_kept_unless_forced(tmp_path: Path) -> None:
    """Replacing needs to be asked for; the permissions stay."""
    path = tmp_path / "plan.yaml"
    path.write_text("old", encoding="utf-8")
    path.chmod(0o640)
    with pytest.raises(DocumentError, match=r"plan\.yaml: the file exists; name another, or"):
        write_text_safely(path, "new")
    assert path.read_text(encoding="utf-8") == "old"
    write_text_safely(path, "new", force=True)
    assert path.read_text(encoding="utf-8") == "new"
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_file_that_appears_meanwhile_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Even one that somebody writes between the question and the answer."""
    path = tmp_path / "plan.yaml"
    sync = os.fsync

    def meanwhile(number: int) -> None:
        path.write_text("theirs", encoding="utf-8")
        sync(number)

    monkeypatch.setattr(os, "fsync", meanwhile)
    with pytest.raises(DocumentError, match="the file exists"):
        write_text_safely(path, "ours")
    assert [each.read_text(encoding="utf-8") for each in tmp_path.iterdir()] == ["theirs"]


def test_a_full_disk_leaves_everything_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The old file stays whole and the temporary one is gone."""
    path = tmp_path / "plan.yaml"
    path.write_text("old", encoding="utf-8")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DocumentError, match=r"\(no space left on device\)"):
        write_text_safely(path, "new", force=True)
    assert [each.read_text(encoding="utf-8") for each in tmp_path.iterdir()] == ["old"]


def test_a_symbolic_link_is_followed(tmp_path: Path) -> None:
    """The file it points to is replaced; the link stays a link."""
    target, link = tmp_path / "real.yaml", tmp_path / "link.yaml"
    target.write_text("old", encoding="utf-8")
    link.symlink_to(target)
    write_text_safely(link, "new", force=True)
    assert link.is_symlink()
    assert target.read_text(encoding="utf-8") == "new"


def test_what_cannot_be_written_is_told(tmp_path: Path) -> None:
    """No folder, a folder in its place, a name that no system takes."""
    for path, words in (
        (tmp_path / "none" / "plan.yaml", "the folder for it does not exist"),
        (tmp_path, "this is no regular file, so it is not replaced"),
        (tmp_path / ("x" * 300), "it cannot be written"),
        ("bad\0name", "it cannot be written"),
    ):
        with pytest.raises(DocumentError, match=words):
            write_bytes_safely(path, b"new", force=True)


def test_no_permission_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The system's refusal becomes one line (the test's own user may be allowed everything)."""
    path = tmp_path / "plan.yaml"
    path.write_text("old", encoding="utf-8")

    def forbidden(*_: object) -> bool:
        return False

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as limited:
        limited.setattr(os, "access", forbidden)
        with pytest.raises(DocumentError, match="this file is write-protected"):
            write_text_safely(path, "new", force=True)
    with monkeypatch.context() as limited:
        limited.setattr("tempfile.mkstemp", refuse)
        with pytest.raises(DocumentError, match="there is no permission to write it there"):
            write_text_safely(path, "new", force=True)
    assert path.read_text(encoding="utf-8") == "old"


def test_a_folder_that_cannot_be_synchronised_does_no_harm(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Some systems cannot open a folder; the file is written all the same."""
    path = tmp_path / "plan.yaml"
    opened = os.open

    def no_folder(name: str, flags: int, mode: int = 0o777) -> int:
        if Path(name) == tmp_path:
            raise PermissionError(13, "Permission denied")
        return opened(name, flags, mode)

    with monkeypatch.context() as limited:
        limited.setattr(os, "open", no_folder)
        write_text_safely(path, "new")
    assert path.read_text(encoding="utf-8") == "new"
