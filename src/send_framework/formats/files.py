"""Reading a file without trusting it, writing one whole or not at all.

Every problem is a [`DocumentError`][] of one line that begins with the file's name.
"""

import os
import stat
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import IO, Any, TypeAlias

from send_framework.errors import DocumentError, shown

MEGABYTE = 1_000_000
LONGEST_NAME = 1_000
PathLike: TypeAlias = str | os.PathLike[str]


def shown_name(name: object) -> str:
    r"""Return a file's name for a message: control codes escaped, not longer than a few lines.

    Example:
        >>> shown_name("plans/plan.yaml")
        'plans/plan.yaml'
        >>> shown_name("evil" + chr(27) + ".yaml")
        "'evil\\x1b.yaml'"
    """
    text = str(name)
    plain = text.isprintable() and len(text) <= LONGEST_NAME
    return text if plain else shown(text, limit=LONGEST_NAME)


def is_folder(path: PathLike) -> bool | None:
    """Return whether something is a folder; ``None`` where nothing of that name is there.

    Example:
        >>> is_folder("."), is_folder("no/such"), is_folder("too long" * 1000)
        (True, None, None)
    """
    try:
        return stat.S_ISDIR(Path(path).stat().st_mode)
    except (OSError, ValueError):  # ValueError: a name no system takes
        return None


def read_bytes(path: PathLike, *, limit: int) -> bytes:
    """Return a regular file's bytes, if they are not more than `limit`.

    Args:
        path: The file. Directories, pipes and devices are refused, so nothing can hang.
        limit: How many bytes it may have; a larger file is not read into memory.

    Raises:
        DocumentError: It is missing, unreadable, too large or no regular file.

    Example:
        >>> read_bytes("no/such/plan.yaml", limit=1000)
        Traceback (most recent call last):
            ...
        send_framework.errors.DocumentError: no/such/plan.yaml: there is no such file
    """
    try:
        # Without O_NONBLOCK opening a pipe would wait for a writer that may never come.
        flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        number = os.open(path, flags)
        try:
            _refuse_unusual(path, os.fstat(number), limit)
            with os.fdopen(number, "rb", closefd=False) as file:
                return read_stream(file, limit=limit, name=path)
        finally:
            os.close(number)
    except DocumentError:  # it is a ValueError too, and says already what it has to say
        raise
    except (OSError, ValueError) as error:
        raise _refused(path, _reason(error)) from None


def read_stream(stream: IO[Any], *, limit: int, name: object) -> bytes:
    """Return what a stream of bytes or text holds, if it is not more than `limit` bytes.

    Raises:
        DocumentError: It holds more, or text that is no Unicode.

    Example:
        >>> import io
        >>> read_stream(io.StringIO("version: 1"), limit=100, name="<text>")
        b'version: 1'
    """
    try:
        held = stream.read(limit + 1)
        data: bytes = held.encode() if isinstance(held, str) else bytes(held or b"")
    except (UnicodeDecodeError, UnicodeEncodeError) as error:
        raise _refused(name, f"its text is not UTF-8 ({error.reason})") from None
    if len(data) > limit:
        raise _refused(name, _too_large(limit))
    return data


def _refuse_unusual(path: PathLike, found: os.stat_result, limit: int) -> None:
    if stat.S_ISDIR(found.st_mode):
        raise _refused(path, "this is a directory, a file is expected")
    if not stat.S_ISREG(found.st_mode):
        raise _refused(path, "this is a pipe or a device; a regular file is expected")
    if found.st_size > limit:
        raise _refused(path, _too_large(limit))


def _too_large(limit: int) -> str:
    size = f"{limit / MEGABYTE:g} MB" if limit >= MEGABYTE // 10 else f"{limit} bytes"
    return f"it is larger than {size}, the most that is read"


def _reason(error: OSError | ValueError) -> str:
    match error:
        case FileNotFoundError() | NotADirectoryError():
            return "there is no such file"
        case PermissionError():
            return "there is no permission to read it"
        case OSError(strerror=str(reason)):
            return f"it cannot be read ({reason.lower()})"
        case _:
            return f"it cannot be read ({error})"


def _refused(path: object, sentence: str) -> DocumentError:
    return DocumentError((f"{shown_name(path)}: {sentence}",))


# --- writing ------------------------------------------------------------------------------------


def write_text_safely(path: PathLike, text: str, *, force: bool = False) -> None:
    r"""Write a file whole or not at all: UTF-8 with LF line ends.

    A temporary file beside the target is written, brought to the disk and renamed; when
    anything fails the target stays as it was and the temporary file is gone. A symbolic link
    is followed, an existing file keeps its permissions.

    Args:
        path: Where to write.
        text: What to write.
        force: Whether an existing file may be replaced.

    Raises:
        DocumentError: The file exists, or cannot be written; the message says why.

    Example:
        >>> folder = tempfile.TemporaryDirectory()
        >>> target = Path(folder.name) / "plan.yaml"
        >>> write_text_safely(target, "version: 1\n")
        >>> target.read_text(encoding="utf-8")
        'version: 1\n'
        >>> folder.cleanup()
    """
    write_bytes_safely(path, text.encode(), force=force)


def write_bytes_safely(path: PathLike, data: bytes, *, force: bool = False) -> None:
    """Write a file of bytes whole or not at all, as `write_text_safely` does text.

    Raises:
        DocumentError: The file exists, or cannot be written; the message says why.
    """
    try:
        _write(path, Path(os.path.realpath(path)), data, force=force)
    except DocumentError:  # it is a ValueError too, and says already what it has to say
        raise
    except (OSError, ValueError) as error:
        raise _refused(path, _write_reason(error)) from None


def _write(path: PathLike, target: Path, data: bytes, *, force: bool) -> None:
    mode = _mode_of(path, target, force=force)
    number, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:40]}.")
    temporary = Path(name)
    try:
        with os.fdopen(number, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(mode)
        _put_in_place(temporary, target, force=force)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise
    _sync_folder(target.parent)


def _mode_of(path: PathLike, target: Path, *, force: bool) -> int:
    """Return the permissions the file is to have, refusing to replace what must stay."""
    try:
        found = target.stat()
    except FileNotFoundError:
        return 0o666 & ~_umask()
    if not stat.S_ISREG(found.st_mode):
        raise _refused(path, "this is no regular file, so it is not replaced")
    if not force:
        raise _refused(path, _EXISTS)
    if not os.access(target, os.W_OK):
        raise _refused(path, "this file is write-protected, so it is not replaced")
    return stat.S_IMODE(found.st_mode)


_EXISTS = "the file exists; name another, or replace it with --force (in Python: force=True)"


def _umask() -> int:
    """Return the mask for new files; the system only tells it while setting it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def _put_in_place(temporary: Path, target: Path, *, force: bool) -> None:
    """Rename; without `force`, a file that appeared meanwhile is kept as well."""
    if force:
        temporary.replace(target)
        return
    try:
        os.link(temporary, target)
    except FileExistsError:
        raise
    except OSError:  # pragma: no cover - only on file systems without hard links
        temporary.replace(target)
        return
    temporary.unlink()


def _sync_folder(folder: Path) -> None:
    """Bring the rename itself to the disk, where folders can be opened for it."""
    with suppress(OSError):
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)


def _write_reason(error: OSError | ValueError) -> str:
    match error:
        case FileExistsError():
            return _EXISTS
        case FileNotFoundError() | NotADirectoryError():
            return "the folder for it does not exist"
        case PermissionError():
            return "there is no permission to write it there"
        case OSError(strerror=str(reason)):
            return f"it cannot be written ({reason.lower()})"
        case _:
            return f"it cannot be written ({error})"
