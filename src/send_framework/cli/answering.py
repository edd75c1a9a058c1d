"""Where an answer goes: standard output or a file, for people or as JSON."""

import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import cast

import click

from send_framework.cli.options import Delivery
from send_framework.cli.page import Page
from send_framework.cli.terminal import FILE, emit, note, standard_output
from send_framework.errors import DocumentError
from send_framework.formats.files import write_text_safely
from send_framework.formats.json_shapes import Json


def deliver(delivery: Delivery, show: Callable[[Page], None], answer: Callable[[], Json]) -> None:
    """Write an answer where it was asked for.

    Args:
        delivery: Where it goes and in which form.
        show: Prints it for people.
        answer: Returns it as JSON.

    Raises:
        DocumentError: The file exists or cannot be written.
        OSError: Standard output cannot be written.
    """
    terminal = standard_output() if delivery.is_to_standard_output else FILE
    if delivery.as_json:
        write(delivery, as_text(answer()))
        return
    page = Page(terminal)
    show(page)
    write(delivery, page.text())


def write(delivery: Delivery, text: str) -> None:
    """Write a finished text where it was asked for.

    Args:
        delivery: Where it goes.
        text: The text.

    Raises:
        DocumentError: The file exists or cannot be written.
        OSError: Standard output cannot be written.
    """
    if delivery.output is None or delivery.is_to_standard_output:
        emit(text, standard_output())
        return
    spare_inputs(delivery.output)
    write_text_safely(delivery.output, text, force=delivery.force)
    if not delivery.quiet:
        note(f"wrote {delivery.output}")


def spare_inputs(output: Path, also: Iterable[Path] = ()) -> None:
    """Refuse to write over a file that the same command reads, whatever it was told to replace.

    Args:
        output: The file to be written.
        also: Files that are read beside those named on the command line.

    Raises:
        DocumentError: It is one of them.
    """
    if any(_is_same(output, each) for each in (*_named_paths(), *also)):
        sentence = "the same command reads this file, and would lose it; name another file"
        raise DocumentError((f"{output}: {sentence}",))


def _named_paths() -> Iterator[Path]:
    """Yield what the command line names beside the file to be written."""
    context = click.get_current_context(silent=True)
    params: dict[str, object] = {} if context is None else context.params
    for name, value in params.items():
        values = cast("tuple[object, ...]", value) if isinstance(value, tuple) else (value,)
        if name != "output":
            yield from (Path(each) for each in values if isinstance(each, (str, Path)))


def _is_same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except (OSError, ValueError):  # one of them is not there, or no path at all
        return False


def as_text(answer: Json) -> str:
    r"""Return JSON that every stream can carry: other letters than ASCII as escapes.

    Args:
        answer: The object.

    Example:
        >>> print(as_text({"title": "30 \u2192 35"}), end="")
        {
          "title": "30 \u2192 35"
        }
    """
    return json.dumps(answer, indent=2) + "\n"
