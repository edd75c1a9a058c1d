"""Run the examples of the documents, each document in a folder of its own.

A `yaml` block whose first line is a comment with a file's name (`# plan.yaml`) is written to that
file. A `console` block holds commands after `$ `, each followed by what it prints; a line of three
dots stands for any lines. The examples of the checkout are in reach as `examples/`.
"""

import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from doctest import ELLIPSIS, Example, OutputChecker
from pathlib import Path

import sybil
from click.testing import CliRunner

_ROOT = Path(__file__).resolve().parent.parent
_FILE_NAME = re.compile(r"# ([\w.-]+\.ya?ml)\n")
_DEMO = ["python", "examples/suffolk/demo.py"]


def enter_folder(namespace: dict[str, object]) -> None:
    """Go to a fresh folder in which only the examples of the checkout are found."""
    folder = tempfile.mkdtemp(prefix="document-")
    namespace["_came_from"], namespace["_folder"] = Path.cwd(), folder
    os.chdir(folder)
    Path("examples").symlink_to(_ROOT / "examples", target_is_directory=True)


def leave_folder(namespace: dict[str, object]) -> None:
    """Go back, and remove the folder."""
    os.chdir(str(namespace["_came_from"]))
    shutil.rmtree(str(namespace["_folder"]))


def write_file(example: sybil.Example) -> None:
    """Write a YAML block that names a file in its first line to that file."""
    if named := _FILE_NAME.match(example.parsed):
        Path(named[1]).write_text(example.parsed, encoding="utf-8")


def run_console(example: sybil.Example) -> str | None:
    """Run each command of a console block; return what differs from the printed output."""
    for command, wanted in _commands(example.parsed):
        got = _output(shlex.split(command, comments=True))
        if not OutputChecker().check_output(wanted, got, ELLIPSIS):
            difference = OutputChecker().output_difference(Example("", wanted), got, 0)
            return f"$ {command}\n{difference}"
    return None


def _commands(block: str) -> Iterator[tuple[str, str]]:
    """Yield each command with the output that the document shows for it."""
    for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        command, _, wanted = part.partition("\n")
        yield command, wanted


def _output(words: list[str]) -> str:
    """Return what a command prints; its exit code is not part of the example."""
    if words[0] == "send-framework":
        from send_framework.cli import main

        return CliRunner(env={"COLUMNS": "80", "NO_COLOR": "1"}).invoke(main, words[1:]).output
    program, *arguments = _DEMO if words == ["make", "demo"] else words
    if program != "python":
        message = f"documents run send-framework, python FILE and make demo, not {program!r}"
        raise ValueError(message)
    environment = os.environ | {"COLUMNS": "80", "NO_COLOR": "1"}
    finished = subprocess.run(
        [sys.executable, *arguments], capture_output=True, check=False, text=True, env=environment
    )
    return finished.stdout + finished.stderr
