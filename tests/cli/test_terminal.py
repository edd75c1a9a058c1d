"""What a terminal, a pipe or a file is given: colours, characters, and no way to steer it."""

import io
import os
import sys
import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from send_framework import Plan
from send_framework.cli.page import Page
from send_framework.cli.show_chart import show_timeline_chart
from send_framework.cli.terminal import (
    Terminal,
    complain,
    emit,
    note,
    printable,
    standard_output,
    visible,
)
from send_framework.frameworks import timeline

NO_WISH = ("NO_COLOR", "FORCE_COLOR", "TERM", "COLUMNS")


@pytest.fixture
def wishes(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """Begin without any wish about colour or width."""
    for name in NO_WISH:
        monkeypatch.delenv(name, raising=False)
    return monkeypatch


class Stream(io.StringIO):
    """A stream that is, or is not, a terminal."""

    def __init__(self, *, interactive: bool) -> None:
        """Keep the answer."""
        super().__init__()
        self._interactive = interactive

    def isatty(self) -> bool:
        """Say what was asked for."""
        return self._interactive


@pytest.mark.parametrize(
    ("interactive", "environment", "colour"),
    [
        (False, {}, False),
        (True, {}, True),
        (True, {"TERM": "dumb"}, False),
        (True, {"NO_COLOR": "1"}, False),
        (True, {"NO_COLOR": ""}, True),
        (False, {"FORCE_COLOR": "1"}, True),
        (False, {"FORCE_COLOR": ""}, False),
        (True, {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
    ],
)
def test_colour_follows_the_terminal_and_the_two_variables(
    wishes: pytest.MonkeyPatch, *, interactive: bool, environment: dict[str, str], colour: bool
) -> None:
    """A pipe gets none, NO_COLOR takes it away, FORCE_COLOR brings it, and NO_COLOR wins."""
    for name, value in environment.items():
        wishes.setenv(name, value)
    wishes.setattr(sys, "stdout", Stream(interactive=interactive))
    assert standard_output().colour is colour


@pytest.mark.parametrize(("columns", "width"), [("10", 40), ("80", 80), ("500", 120)])
def test_width_stays_readable(wishes: pytest.MonkeyPatch, columns: str, width: int) -> None:
    """Neither a sliver nor a wall is printed, whatever the terminal says."""
    wishes.setenv("COLUMNS", columns)
    assert standard_output().width == width


def _no_size(_stream: int = 0) -> os.terminal_size:
    return os.terminal_size((0, 0))


def test_a_pipe_has_80_columns(wishes: pytest.MonkeyPatch) -> None:
    """Without a terminal and without a wish a line has 80 characters."""
    wishes.setattr(sys, "stdout", Stream(interactive=False))
    wishes.setattr(os, "get_terminal_size", _no_size)
    assert standard_output() == Terminal(colour=False, width=80, lines_wrap=False)


@given(st.text())
def test_no_text_can_steer_a_terminal(text: str) -> None:
    """No escape code, line break, bidirectional override or lone surrogate gets through."""
    shown = visible(text)
    kinds = {unicodedata.category(each) for each in shown} - {"Cf"}
    assert kinds.isdisjoint({"Cc", "Cs", "Zl", "Zp"})
    assert {each for each in shown if unicodedata.category(each) == "Cf"} <= set("\xad\u200c\u200d")
    shown.encode()


def test_hostile_text_is_shown_not_obeyed() -> None:
    """An escape code, a bell, an override and a lone surrogate are spelt out."""
    assert visible("a\x1b[2J\a\u202eb\ud800") == "a\\x1b[2J\\x07\\u202eb\\ud800"


def test_joined_emoji_and_ordinary_letters_stay_whole() -> None:
    """A family emoji keeps its joiners, a Polish name its letters."""
    assert visible("\U0001f468\u200d\U0001f469 Łódź") == "\U0001f468\u200d\U0001f469 Łódź"


@given(st.text(), st.sampled_from(["ascii", "cp1252", "cp850", "latin-1", "utf-8"]))
def test_every_text_fits_every_code_page(text: str, encoding: str) -> None:
    """What a console cannot show is replaced; what it can show is left alone."""
    fitted = printable(visible(text), encoding)
    fitted.encode(encoding)
    assert encoding != "utf-8" or fitted == visible(text)


def test_old_code_pages_get_plain_signs() -> None:
    """A dash, an arrow and curly quotes become signs that every code page has."""
    assert printable("\u201c5 \u2192 7\u201d \u2013 \xa33\u2026", "ascii") == '"5 -> 7" - GBP 3...'


def test_without_streams_nothing_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    """A windowed program has no standard output and no standard error, and goes on."""
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    emit("text\n", Terminal())
    note("text")
    assert standard_output().colour is False


def test_a_message_keeps_its_lines_and_loses_its_escape_codes(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Several problems stay on several lines, each harmless."""
    complain("Plan has 2 problems:\n  one\x1b[31m\n  two")
    assert capsys.readouterr().err == ("error: Plan has 2 problems:\n  one\\x1b[31m\n  two\n")


def test_an_empty_message_still_says_that_something_went_wrong(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """An error without words is still reported as an error."""
    complain("")
    assert capsys.readouterr().err == "error: \n"


def test_nothing_dated_draws_no_timeline() -> None:
    """A plan without an inspection and without a date has nothing to put on an axis."""
    page = Page(Terminal())
    show_timeline_chart(page, timeline(Plan(title="A plan"), on=date(2024, 5, 31)), plain=True)
    assert page.text() == ""
