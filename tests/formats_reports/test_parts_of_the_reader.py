"""Parts of the reader on their own: what hardly any report prints, and odd forms of what all do."""

import zlib

import pytest

from send_framework.formats.inspection_report import pdf
from send_framework.formats.inspection_report.addressing import addressed_to
from send_framework.formats.inspection_report.bodies import bodies_in
from send_framework.formats.inspection_report.cover import Cover
from send_framework.formats.inspection_report.details import roles_in
from send_framework.formats.inspection_report.layout import Box, Line, joined
from send_framework.formats.inspection_report.passages import (
    paragraphs_of,
    passages_of,
    words_in,
)
from send_framework.formats.inspection_report.pictures import _three
from send_framework.formats.inspection_report.printed_dates import days_of
from send_framework.formats.inspection_report.reading_order import Section, _section
from send_framework.formats.inspection_report.tables import Row
from send_framework.formats.inspection_report.unpacking import unpacked_size

BOX = Box(57, 90, 540, 120)


def line(
    text: str, *, page: int = 1, left: float = 60, right: float = 500, at: float = 100
) -> Line:
    """Return a line of text that stands somewhere."""
    return Line(text, page, Box(left, at - 2, right, at + 8), at)


def single(*texts: str, page: int) -> Row:
    """Return a row of one cell."""
    return Row((tuple(line(text, page=page) for text in texts),), page, BOX)


def paired(left: str, right: str, page: int) -> Row:
    """Return a row of two cells."""
    return Row(((line(left, page=page),), (line(right, page=page),)), page, BOX)


def test_soft_hyphens_go_and_hard_ones_stay() -> None:
    """A typographic hyphen at a line's end is undone; one of the word is kept."""
    assert joined(["part\u00ad", "nership", "neuro-", "developmental"]) == (
        "partnership neuro-developmental"
    )


def test_a_value_that_runs_over_lines() -> None:
    """What stands behind a label goes on below it, up to the next label or a wide gap."""
    cover = Cover([
        line("Inspection dates: 11 to", at=500), line("15 March 2024", at=487),
        line("Dates of previous inspection: 6 to", at=474), line("10 June", at=461),
        line("2016", at=448), line("Inspection outcome", at=435),
    ])  # fmt: skip
    held = cover.held()
    assert held is not None
    assert [str(each.value) for each in held] == ["2024-03-11", "2024-03-15"]
    before = cover.before().value
    assert before is not None
    assert before.printed == "6 to 10 June 2016"
    to_the_end = Cover(
        [line("Inspection dates: 11 to", at=500), line("15 May 2024", at=487)]
    ).held()
    assert to_the_end is not None
    bare = Cover([line("Inspection dates: 11 to 15 March", at=500), line("2024", at=400)])
    assert bare.held() is None
    assert (
        Cover([line("Date of inspection:", at=50), line("Inspection outcome", at=40)]).held()
        is None
    )


@pytest.mark.parametrize(
    "text", ["99 May 2020", "1/13/2020", "5 to 3 May 2020", "May 2020", "5 May"]
)
def test_no_span_of_days(text: str) -> None:
    """Impossible, backwards and vague spans give nothing, never a guess."""
    assert days_of(text) == ()


def test_headings_in_the_singular() -> None:
    """Where there is only one area, the heading may say so."""
    assert _section("Area for improvement:") is Section.IMPROVEMENT
    assert _section("Area for priority action") is Section.PRIORITY


def test_cells_with_odd_separators() -> None:
    """An empty item between two commas is no body."""
    assert bodies_in("Northshire Council, , Midvale Council") == (
        "Northshire Council", "Midvale Council",
    )  # fmt: skip
    assert bodies_in(" .") == ()
    two = ("Suffolk County Council", "NHS Norfolk and Waveney ICB")
    for parted in ("\u2022 {} \u2022 {}", "{} {}", "{}/{}", "{}; {}.", "{} & {}"):
        assert bodies_in(parted.format(*two)) == two
    assert bodies_in("Northshire Council Midvale Council") == (
        "Northshire Council", "Midvale Council",
    )  # fmt: skip


def test_rows_over_pages() -> None:
    """Whether a row goes on is told by its number, its bodies, its last line and its first word."""
    numbered = passages_of([single("1. Leaders plan", page=1), single("2. Leaders act", page=2)])
    assert [each.right[0].text for each in numbered] == ["Leaders plan", "Leaders act"]
    cut = passages_of([
        paired("NHS Northshire and", "Leaders in Northshire", 1),
        paired("Midvale ICB", "Council should act.", 2),
    ])  # fmt: skip
    assert [len(each.left) for each in cut] == [2]
    other = passages_of([paired("A Council", "Leaders act", 1), paired("B Council", "Leaders", 2)])
    assert len(other) == 2
    bulleted = passages_of([
        single("Leaders should:", "\u2022 plan", page=1), single("Leaders should act.", page=2),
    ])  # fmt: skip
    assert len(bulleted) == 2
    unended = passages_of([single("Leaders at", page=1), single("Northshire should act.", page=2)])
    assert len(unended) == 1
    without = passages_of([Row(((line("A Council"),), ()), 1, BOX), paired("B Council", "Act", 2)])
    assert len(without) == 2
    assert passages_of([Row(((), ()), 1, BOX)]) == []


def test_a_full_line_before_the_page_ends_goes_on() -> None:
    """A page cut in mid paragraph behind a full stop: the line was full, nobody is addressed."""
    (passage,) = passages_of([
        single("Leaders should plan. Waits are long.", page=1), single("Waits long", page=2),
    ])  # fmt: skip
    assert passage.doubtful
    short = Row(((line("Leaders should plan for", at=120), line("all.", right=80)),), 1, BOX)
    assert len(passages_of([short, single("Waits grow", page=2)])) == 2


def test_bullets_of_a_symbol_font() -> None:
    """A bullet without a character of its own becomes the usual one."""
    assert paragraphs_of([line("\uf0b7 plans", left=70)]) == ["\u2022 plans"]


@pytest.mark.parametrize("sign", ["\u2212", "\u27a2", "\u25c6", "\u2192", "\u2713", "o"])
def test_signs_of_bullets(sign: str) -> None:
    """Minus signs, arrows and ticks are bullets where a blank follows them."""
    assert len(paragraphs_of([line("Leaders should: "), line(f"{sign} plan"), line("act")])) == 2
    assert words_in([line(f"{sign} plan")]) == 1


def test_text_outside_a_bullet_begins_a_paragraph() -> None:
    """Back at the margin a new paragraph begins, unless the sentence just goes on."""
    bullet, back = line("\u2022 plans and", left=70), line("Leaders also", left=60, at=80)
    assert len(paragraphs_of([bullet, back])) == 2
    assert len(paragraphs_of([bullet, line("records", left=60, at=80)])) == 1


def test_what_is_packed_in_another_way_counts_nothing() -> None:
    """Pictures have packings of their own; both streams are looked at, the second never ends."""
    packed = zlib.compress(b"0" * 100)
    assert unpacked_size(b"stream\nJPEG\nendstream stream\r\n" + packed, 1_000) == 100


def test_half_a_character_and_a_grey_picture() -> None:
    """What a PDF may hold and no report does."""
    assert pdf._letter(0xD83D) == "\ufffd"
    assert pdf._letter(0x07) == ""
    assert _three(b"\x01\x02", 1) == b"\x01\x01\x01\x02\x02\x02"


def test_who_is_addressed_in_odd_sentences() -> None:
    """An aim first, without a comma, or a subject of a whole paragraph: then nobody is said."""
    assert addressed_to("To improve, they should act.") == "they"
    assert addressed_to("To improve leaders should act") == "To improve leaders"
    assert addressed_to(f"{'very ' * 30} leaders should act") == ""


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Waits are long. The partnership\u2019s data lack detail. The partnership should act.",
         "The partnership"),
        ("Leaders have identified the need to improve. They should do so.", "Leaders"),
        ("Too few receive help. Chances to meet needs are missed. Leaders need to act.", "Leaders"),
        ("Plans should be clear. Leaders must act.", "Leaders"),
        ("Plans should be clear.", "Plans"),
        ("Area leaders need a shared approach.", "Area leaders"),
        ("This is slow. It needs to be quicker.", ""),
        ("Young people\u2019s lives are hard.", ""),
    ],
)  # fmt: skip
def test_who_is_addressed_behind_what_is_told(text: str, who: str) -> None:
    """Sentences that tell how things are name nobody; who must act may come later."""
    assert addressed_to(text) == who


def test_persons_and_titles_in_odd_cells() -> None:
    """Two persons in one cell, a title over lines, a bracket that is left open."""
    cell = ["Ann Other", "Chief Executive of", "Northshire ICB", "Sam Else, Director"]
    assert roles_in(cell) == ("Chief Executive of Northshire ICB", "Director")
    assert roles_in(["Ann Other (Director of", "Sam Else House)", "Northshire"]) == (
        "Director of Sam Else House) Northshire",
    )
    assert roles_in([]) == ()
