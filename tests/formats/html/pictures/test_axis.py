"""Days as places: in proportion, named where there is room, and never over one another."""

import itertools
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from send_framework.formats.html.picture import width_of
from send_framework.formats.html.pictures.axis import (
    Label,
    Scale,
    marks,
    placed,
    rows_of,
    scale_for,
    window_band,
)
from tests.formats.html.pictures.drawn_plans import WINDOW, tree

any_days = st.dates()


@given(st.lists(any_days, min_size=1), st.floats(50, 2000))
def test_a_scale_holds_its_days_in_order(days: list[date], width: float) -> None:
    """Whatever the days, each begins before it ends, and later ones do not begin earlier."""
    scale = scale_for(days, left=10, width=width)
    places = [scale.begin(day) for day in sorted(days)]
    assert places == sorted(places)
    assert all(scale.holds(day) for day in days)
    assert all(10 <= scale.begin(day) < scale.end(day) <= scale.right + 1e-6 for day in days)


@given(any_days, any_days, any_days, any_days)
def test_equal_spans_take_equal_room(one: date, other: date, third: date, fourth: date) -> None:
    """Place is proportional to days."""
    scale = scale_for([one, other, third, fourth], left=0, width=1000)
    a_day = 1000 / ((scale.last - scale.first).days + 1)
    for begin, end in ((one, other), (third, fourth)):
        between = scale.begin(end) - scale.begin(begin)
        assert between == pytest.approx((end - begin).days * a_day, abs=1e-6)


@given(any_days, any_days, st.floats(200, 1500))
def test_marks_stand_apart(one: date, other: date, width: float) -> None:
    """From a week to ten thousand years, the words of two marks never touch."""
    scale = scale_for([one, other], left=0, width=width)
    named = marks(scale)
    assert len(named) <= width / 60 + 1
    for (first, words), (second, _) in itertools.pairwise(named):
        assert scale.begin(first) + width_of(words) < scale.begin(second)


def test_a_short_scale_names_days() -> None:
    """Within a month there may be no first day of one."""
    scale = Scale(first=date(2024, 6, 3), last=date(2024, 6, 24), left=0, width=400)
    assert [words for _, words in marks(scale)] == ["5 Jun", "9 Jun", "13 Jun", "17 Jun", "21 Jun"]


def test_a_scale_to_the_end_of_time_ends() -> None:
    """The last year that a date can have needs no year after it."""
    scale = Scale(first=date(9990, 1, 1), last=date.max, left=0, width=2000)
    assert marks(scale)[-1] == (date(9999, 7, 1), "Jul 9999")


@given(st.lists(st.tuples(st.floats(0, 900), st.text("abcdefgh ", min_size=1, max_size=30))))
def test_labels_never_cover_one_another(given_labels: list[tuple[float, str]]) -> None:
    """Wherever they point, two on the same line stand apart, and all stand within the picture."""
    found = placed([Label(x=x, words=words) for x, words in given_labels], 0, 900)
    for place, one in enumerate(found):
        assert one.left >= 0
        assert one.right <= 900 + 1e-6
        for other in found[:place]:
            assert one.row != other.row or one.left >= other.right or other.left >= one.right
    assert rows_of(found) == len({each.row for each in found})


def test_at_the_edge_words_stand_to_the_left() -> None:
    """They end just before their place, so that the line beside them stays free."""
    [found] = placed([Label(x=890, words="latest 7 October 2024")], 0, 900)
    assert found.right == pytest.approx(886)


def test_no_window_draws_nothing() -> None:
    """Without a target there is no band; an end off the scale has no line."""
    scale = Scale(first=date(2024, 8, 1), last=date(2024, 9, 1), left=0, width=100)
    assert not window_band(scale, None, 0, 10)
    lines = list(tree(window_band(scale, WINDOW, 0, 10)).iter("line"))
    assert [each.get("class") for each in lines] == ["p-end p-end-earliest"]
