"""Words keep clear of what lies about them, as far as there is room."""

from hypothesis import given
from hypothesis import strategies as st

from send_framework.formats.html.pictures.clearing import (
    Box,
    base_line,
    beside,
    clearest,
    dot_box,
    words_box,
)

PLOT = Box(left=0, top=0, right=300, bottom=100)
whole = st.integers(0, 40)


@st.composite
def boxes(draw: st.DrawFn) -> Box:
    """Return a box with corners on whole numbers, so that the oracle can count."""
    left, right = sorted(draw(st.tuples(whole, whole).filter(lambda pair: pair[0] != pair[1])))
    top, bottom = sorted(draw(st.tuples(whole, whole).filter(lambda pair: pair[0] != pair[1])))
    return Box(left=left, top=top, right=right, bottom=bottom)


@given(boxes(), boxes())
def test_boxes_meet_where_they_share_a_square(one: Box, other: Box) -> None:
    """Two boxes meet when some square of a squared paper lies in both."""

    def squares(box: Box) -> set[tuple[int, int]]:
        return {(x, y) for x in range(int(box.left), int(box.right))
                for y in range(int(box.top), int(box.bottom))}  # fmt: skip

    assert one.meets(other) == bool(squares(one) & squares(other))
    assert one.within(other) == (squares(one) <= squares(other))


@given(boxes(), st.tuples(whole, whole), st.tuples(whole, whole))
def test_a_line_crosses_a_box_where_a_point_of_it_lies_inside(
    box: Box, begin: tuple[int, int], end: tuple[int, int]
) -> None:
    """Walked in small steps, a crossing line has a point inside; another has none."""
    walked = any(
        box.left < begin[0] + (end[0] - begin[0]) * step / 997 < box.right
        and box.top < begin[1] + (end[1] - begin[1]) * step / 997 < box.bottom
        for step in range(998)
    )
    found = box.crossed((begin, end))
    # A line may cut a corner off between two steps, but never pass where it is said not to.
    assert found or not walked
    larger = Box(left=box.left - 1, top=box.top - 1, right=box.right + 1, bottom=box.bottom + 1)
    assert not found or larger.crossed((begin, end))


def test_words_move_from_a_line_and_from_a_dot() -> None:
    """The best place is crossed, the next one covered: the third is taken."""
    first, second, third = beside(150, 50, 30)[:3]
    line = (first.left, first.top), (first.right, first.bottom)
    taken = dot_box(second.left, second.top)
    found = clearest((first, second, third), PLOT, [taken], [line])
    assert found == third
    assert clearest((first, second), PLOT, [], []) == first


def test_words_rather_cross_a_fine_line_than_anything_else() -> None:
    """And rather anything than leave the plot."""
    on_rule, on_line = words_box(10, 50, 30), words_box(10, 90, 30)
    rule, line = (((0, 45), (300, 45)), ((0, 85), (300, 85)))
    outside = words_box(290, 20, 30)
    assert clearest((on_line, on_rule, outside), PLOT, [], [line], [rule]) == on_rule
    assert clearest((outside, on_line), PLOT, [], [line]) == on_line


def test_words_about_a_dot_never_cover_it() -> None:
    """Whichever place is taken, the dot stays free, and the words begin where they should."""
    for place in beside(150, 50, 30):
        assert not place.meets(dot_box(150, 50))
        x, y = base_line(place)
        assert words_box(x, y, 30) == place
