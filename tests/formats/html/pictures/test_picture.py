"""The pieces pictures are drawn from: escaped, measured, cut."""

from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from send_framework.formats.html.picture import (
    clean,
    element,
    fitted,
    lines_of,
    number,
    shortened,
    width_of,
    words_at,
)

any_words = st.text()


@given(any_words, any_words)
def test_an_element_gives_back_what_it_was_given(words: str, value: str) -> None:
    """Texts and values with any sign in them are read back by any XML reader."""
    found = ET.fromstring(element("text", words, class_=value))  # noqa: S314 - our own
    assert (found.text or "") == clean(words)
    assert found.get("class") == clean(value)


@given(any_words, st.floats(20, 400))
def test_what_was_fitted_fits(words: str, room: float) -> None:
    """A cut text ends with an ellipsis, begins as the whole does, and stays within its room."""
    found = fitted(words, room)
    assert found == words or (found.endswith("\u2026") and words.startswith(found[:-1]))
    assert width_of(found) <= room or found == "\u2026"


@given(any_words, st.floats(40, 400), st.integers(1, 3))
def test_lines_keep_the_words_in_order(words: str, room: float, most: int) -> None:
    """No line is too long, there are not too many, and nothing is said twice."""
    lines = lines_of(words, room, most)
    assert len(lines) <= most
    assert all(width_of(each) <= room or each == "\u2026" for each in lines)
    if not any("\u2026" in each for each in lines):
        assert " ".join(lines) == clean(words)


def test_a_very_long_text_is_cut_without_being_measured_whole() -> None:
    """Ten thousand letters take no longer than those that can be seen."""
    assert len(fitted("word " * 10**6, 100)) < 30
    assert shortened("word " * 2000, 300).endswith("\u2026")


def test_accents_take_no_room_and_ideographs_much() -> None:
    """A combining accent stands over its letter; a Chinese sign is as wide as it is tall."""
    assert width_of("e\u0301") == width_of("e")
    assert width_of("\u5b57") > width_of("m")
    assert width_of("\u00e9") > 0


def test_accents_without_end_are_cut_too() -> None:
    """A letter under five hundred accents takes the room of a letter, and is cut all the same."""
    assert len(fitted("e" + "\u0301" * 5000, 100)) < 100


def test_a_shortened_text_keeps_the_whole_in_its_title() -> None:
    """Who points at it reads all of it."""
    whole = ET.fromstring(words_at(0, 0, "Improve the quality", room=60))  # noqa: S314 - our own
    [title] = whole.iter("title")
    assert title.text == "Improve the quality"
    assert not list(ET.fromstring(words_at(0, 0, "Short", room=60)))  # noqa: S314 - the same


def test_numbers_are_short() -> None:
    """A tenth of a pixel is enough, and there is no minus nought."""
    assert [number(each) for each in (1.0, 1.26, -0.04, -3.5)] == ["1", "1.3", "0", "-3.5"]
