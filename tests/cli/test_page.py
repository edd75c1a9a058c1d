"""Pages: paragraphs, tables and records, in 80 columns, in colour and without."""

import re

from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len

from send_framework.cli.page import Page, shared_widths
from send_framework.cli.terminal import Terminal

CODES = re.compile(r"\x1b\[[0-9;]*m")
LONG = "A title that is much longer than a line of a terminal has room for, and then some"


def printed(title: str, terminal: Terminal) -> str:
    """Return a page that shows a title in every way a page can."""
    page = Page(terminal)
    page.heading(title)
    page.line("Title: ", (title, "bold"), indent=2)
    page.table(("id", "work", "starts"), [("S01", title, "7 Mar 2024")], right=("starts",))
    return page.text()


@given(st.text(max_size=200), st.sampled_from([40, 80, 120]))
def test_no_title_breaks_the_page(title: str, width: int) -> None:
    """Whatever a title holds, no line is wider than the terminal and none has a control code."""
    for line in printed(title, Terminal(width=width)).split("\n"):
        assert cell_len(line) <= width
        assert "\x1b" not in line


@given(st.text(st.sampled_from("[]/ab#:\\red"), max_size=40))
def test_mark_up_is_only_text(title: str) -> None:
    """A title such as "[/red]" is printed as it is and never obeyed."""
    page = Page(Terminal(width=120))
    page.line(title)
    assert page.text() == f"{title.strip()}\n"


@given(st.text(max_size=100))
def test_colour_adds_nothing_but_colour(title: str) -> None:
    """Take the colour codes away, and the page is the one without colour."""
    coloured = printed(title, Terminal(colour=True))
    plain = [line.rstrip() for line in CODES.sub("", coloured).split("\n")]
    assert "\n".join(plain) == printed(title, Terminal())


def test_a_record_keeps_its_line_in_a_pipe() -> None:
    """A finding stays on one line, so that programs can read it."""
    page = Page(Terminal(width=40))
    page.record("plan.yaml:14:9: ", ("error", "red"), f" action-undated: {LONG}")
    assert page.text() == f"plan.yaml:14:9: error action-undated: {LONG}\n"


def test_a_record_is_broken_and_indented_on_a_terminal() -> None:
    """On a terminal the rest of a long finding is indented below its place."""
    page = Page(Terminal(width=60, lines_wrap=True))
    page.record("plan.yaml:14:9: ", ("error", "red"), f" action-undated: {LONG}")
    first, *rest = page.text().splitlines()
    assert first.startswith("plan.yaml:14:9: error action-undated: A title")
    assert rest
    assert all(line.startswith("    ") for line in rest)
    assert " ".join([first, *(line.strip() for line in rest)]).endswith(LONG)


def test_dates_and_numbers_are_never_broken() -> None:
    """In a narrow table the title gives way, not the day."""
    page = Page(Terminal(width=40))
    page.table(("id", "work", "starts"), [("S01", LONG, "30 Sep 2024")], right=("starts",))
    assert "30 Sep 2024" in page.text()


def test_where_a_table_has_no_room_each_row_is_a_paragraph() -> None:
    """No column is left out and no word cut: the cells follow one another by name."""
    page = Page(Terminal(width=40))
    columns = ("id", "work", "starts", "finishes", "notes")
    rows = [
        ("A", "Agree the data", "10 Jun 2024", "28 Jun 2024", "date inferred"),
        ("M", "Board confirms", "", "", ""),
    ]
    page.table(columns, rows, right=("starts", "finishes"))
    assert page.text() == (
        "  A Agree the data\n"
        "    starts 10 Jun 2024, finishes 28 Jun\n"
        "    2024, notes date inferred\n"
        "  M Board confirms\n"
    )


@example([["aaaaaaaaaaa"]], 10)
@given(
    st.lists(st.lists(st.text("ab ", max_size=30), min_size=1), min_size=1, max_size=6),
    st.integers(10, 80),
)
def test_columns_share_the_room_and_keep_their_words(texts: list[list[str]], room: int) -> None:
    """They fill no more than there is; a word of up to 12 signs is whole, or there is no table."""
    widths = shared_widths(texts, [True] * len(texts), room)
    longest = [min(max(len(word) for text in c for word in [*text.split(), ""]), 12) for c in texts]
    if widths is None:
        assert sum(longest) > room
        return
    assert sum(widths) <= room
    assert all(width >= word for width, word in zip(widths, longest, strict=True))
    natural = [max(map(len, column)) for column in texts]
    if sum(natural) <= room:
        assert widths == natural


def test_a_page_begins_without_a_free_line() -> None:
    """Only later headings have a free line before them."""
    page = Page(Terminal())
    page.heading("One")
    page.heading("Two")
    assert page.text() == "One\n\nTwo\n"
