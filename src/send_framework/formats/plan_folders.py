"""The plan files of a folder: found, named by their place in it, and told apart by their bytes."""

import hashlib
import os
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

from attrs import frozen

from send_framework.errors import DocumentError
from send_framework.formats.documents import USUAL_LIMITS, load_plan
from send_framework.formats.files import PathLike, is_folder, read_bytes, shown_name
from send_framework.portfolio.job import Job

ENDINGS = (".yaml", ".yml", ".json")


@frozen(kw_only=True)
class PlanFile:
    """A plan file of a portfolio.

    Attributes:
        key: Its path below the folder, with ``/`` on every system; of a file named by itself the
            path as it was given.
        path: Where it is.
    """

    key: str
    path: Path

    def job(self) -> Job:
        """Return the job that loads this file where the work is done."""
        return Job(key=self.key, load=partial(load_plan, self.path))

    def digest(self) -> str:
        """Return the SHA-256 of its bytes; empty where it cannot be read."""
        try:
            return hashlib.sha256(read_bytes(self.path, limit=USUAL_LIMITS.size)).hexdigest()
        except DocumentError:
            return ""


def plan_files(paths: Iterable[PathLike]) -> tuple[PlanFile, ...]:
    """Return files as named, and for each folder the plan files in it and below, by name.

    Plan files end in ``.yaml``, ``.yml`` or ``.json``. Files and folders whose names begin with a
    dot are left out. Below one folder keys are relative to it; with several paths each key is
    the path itself, so that no two files share one. A plan file that is named but not there is for
    its job to say: the others are answered all the same.

    Args:
        paths: Files and folders.

    Raises:
        DocumentError: A folder holds no plan file, cannot be read, or is not there.
    """
    given = [Path(path) for path in paths]
    found = [each for path in given for each in _found(path, alone=len(given) == 1)]
    return tuple({each.key: each for each in found}.values())


def _found(path: Path, *, alone: bool) -> Iterator[PlanFile]:
    folder = is_folder(path)
    if not folder:
        if folder is None and not path.name.lower().endswith(ENDINGS):
            raise _refused(path, "there is no such file or folder")
        yield PlanFile(key=path.as_posix(), path=path)
        return
    inside = sorted(_below(path))
    if not inside:
        raise _refused(path, "this folder holds no plan file (.yaml, .yml or .json)")
    for each in inside:
        key = each.relative_to(path) if alone else each
        yield PlanFile(key=key.as_posix(), path=each)


def _below(folder: Path) -> Iterator[Path]:
    for here, folders, files in os.walk(folder, onerror=_raise_unreadable):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in files:
            if name.lower().endswith(ENDINGS) and not name.startswith("."):
                yield Path(here, name)


def _raise_unreadable(error: OSError) -> None:
    reason = (error.strerror or str(error)).lower()
    raise _refused(error.filename, f"the folder cannot be read ({reason})") from None


def _refused(path: object, sentence: str) -> DocumentError:
    return DocumentError((f"{shown_name(path)}: {sentence}",))
