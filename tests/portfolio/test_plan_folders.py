"""Which files of a folder are plans, and what they are called."""

import hashlib
import os
from pathlib import Path

import pytest

from send_framework.errors import DocumentError
from send_framework.formats.plan_folders import plan_files
from tests.cli.northshire import PLAN


@pytest.fixture(name="folder")
def _folder(tmp_path: Path) -> Path:
    """Return a folder with three plans, and files that are none."""
    for name in ("b.yml", "a/1.yaml", "a/2.JSON", "notes.txt", ".hidden.yaml", ".git/x.yaml"):
        path = tmp_path / "plans" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(PLAN, encoding="utf-8")
    return tmp_path / "plans"


def test_below_one_folder_keys_are_relative(folder: Path) -> None:
    """In order, from all depths, hidden ones left out."""
    assert [each.key for each in plan_files([folder])] == ["a/1.yaml", "a/2.JSON", "b.yml"]


def test_of_several_paths_each_key_is_the_path(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So that two folders may hold files of one name; what is named twice is taken once."""
    monkeypatch.chdir(folder)
    found = plan_files(["a", "b.yml", "./b.yml", "gone.yaml"])
    assert [each.key for each in found] == ["a/1.yaml", "a/2.JSON", "b.yml", "gone.yaml"]


def test_a_file_is_named_as_given_whatever_its_ending(folder: Path) -> None:
    """Whoever names a file means it."""
    (found,) = plan_files([folder / "notes.txt"])
    assert found.key == (folder / "notes.txt").as_posix()


def test_a_job_loads_its_file_and_a_digest_tells_its_bytes(folder: Path) -> None:
    """A file that cannot be read has no digest, and its job says why."""
    good, *_ = plan_files([folder])
    assert good.job().plan().title == "Northshire SEND improvement plan"
    assert good.digest() == hashlib.sha256(PLAN.encode()).hexdigest()
    (gone,) = plan_files([folder / "gone.yaml"])
    assert gone.digest() == ""
    with pytest.raises(DocumentError, match="there is no such file"):
        gone.job().plan()


def test_a_folder_without_plans_is_a_mistake(tmp_path: Path) -> None:
    """It is named; an empty answer would look like a good one."""
    with pytest.raises(DocumentError, match="this folder holds no plan file"):
        plan_files([tmp_path])


def test_a_folder_that_is_not_there_is_a_mistake(folder: Path) -> None:
    """Whether alone or beside others; only a plan file that has gone is left to its job."""
    with pytest.raises(DocumentError, match="gone: there is no such file or folder"):
        plan_files([folder, folder / "gone"])
    with pytest.raises(DocumentError, match=r"long.*: there is no such file or folder"):
        plan_files(["long" * 1000])


def test_a_folder_that_cannot_be_read_is_named(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A part of the portfolio is never left out in silence."""

    def refuse(path: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(os, "scandir", refuse)
    with pytest.raises(DocumentError, match=r"plans: the folder cannot be read \(permission"):
        plan_files([folder])
