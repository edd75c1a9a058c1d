"""The page of the command line names every verb and every option, and no other."""

import re
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from send_framework.cli import main

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "cli.md"
SHARED = ("Options of every answer", "Options of every schedule")
VERBS = main.commands
BUILT_IN = {"--help"}


def sections() -> dict[str, str]:
    """Return the text below each heading of the page."""
    parts = re.split(r"^##+ (.+)$", PAGE.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def documented(verb: str) -> set[str]:
    """Return the long options in a verb's table, and in those tables that its text refers to."""
    page = sections()
    text = page[verb]
    plain = " ".join(text.split())
    for name in SHARED:
        if name.lower().replace("options of", "the options of") in plain:
            text += page[name]
    rows = (line for line in text.splitlines() if line.startswith("| `-"))
    return {option for row in rows for option in re.findall(r"--[a-z-]+", row.split(" | ")[0])}


def taken(verb: click.Command) -> set[str]:
    """Return the long options that a verb takes."""
    return {
        name
        for each in verb.params
        if isinstance(each, click.Option)
        for name in each.opts
        if name.startswith("--")
    } - BUILT_IN


def test_every_verb_has_a_section() -> None:
    """The page lists the verbs in the order of --help."""
    assert [name for name in sections() if name in VERBS] == list(VERBS)


@pytest.mark.parametrize("name", VERBS)
def test_every_option_is_on_the_page(name: str) -> None:
    """Neither an option without its row nor a row without its option."""
    assert documented(name) == taken(VERBS[name])


@pytest.mark.parametrize("name", VERBS)
def test_every_verb_is_linked_from_the_overview(name: str) -> None:
    """The table at the top says what each verb answers."""
    assert f"| [`{name}`](#{name}) |" in PAGE.read_text(encoding="utf-8")


def test_the_overview_cuts_no_verb_short() -> None:
    """What a verb does fits on its line in a terminal of 80 columns."""
    printed = CliRunner().invoke(main, ["--help"], terminal_width=80).output
    assert "..." not in printed.partition("Commands:")[2]


@pytest.mark.parametrize("name", VERBS)
def test_every_option_has_help(name: str) -> None:
    """--help explains each option in a sentence."""
    for each in VERBS[name].params:
        if isinstance(each, click.Option):
            assert each.help
