"""Pictures on paper: sheets of a page's height, cut where nothing is cut in two."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from send_framework import Event, Plan
from send_framework.formats.html.picture import Picture
from send_framework.formats.html.pictures import gantt, timeline
from send_framework.formats.html.pictures.paper import parts_of, tallest
from tests.formats.html.pictures.drawn_plans import (
    MONDAY,
    Element,
    chain,
    days_from,
    facts_for,
    number_of,
    parts,
    tree,
    with_look,
)


@given(st.lists(st.integers(1, 90), min_size=1, max_size=40), st.integers(100, 400))
def test_parts_follow_one_another_and_fit(steps: list[int], room: int) -> None:
    """Nothing is left out or said twice, each part fits, and none could take in the next."""
    cuts: list[float] = list(itertools.accumulate(steps, initial=50))
    found = parts_of(cuts, room)
    assert found[0][0] == cuts[0]
    assert found[-1][1] == cuts[-1]
    assert all(before[1] == after[0] for before, after in itertools.pairwise(found))
    assert all(0 < bottom - top <= room for top, bottom in found)
    assert {height for part in found for height in part} <= set(cuts)
    for (top, bottom), _ in itertools.pairwise(found):
        assert cuts[cuts.index(bottom) + 1] - top > room


def test_a_part_without_a_cut_is_taller_than_its_room() -> None:
    """Better too small to read than cut in two."""
    assert parts_of((0, 500, 600), 350) == ((0, 500), (500, 600))


def sheets(picture: Picture) -> list[Element]:
    """Return the sheets of a picture."""
    return with_look(picture.svg, "p-sheet")


def body(sheet: Element) -> tuple[float, float]:
    """Return which heights of the drawing a sheet shows below its head."""
    [inner] = list(sheet.iter("svg"))[1:]
    _, top, _, tall = map(float, inner.get("viewBox", "").split())
    return top, top + tall


def names(sheet: Element) -> list[str]:
    """Return which parts of the drawing a sheet shows again."""
    return [each.get("href", "")[1:] for each in sheet.iter("use")]


def test_a_chart_that_fits_is_printed_as_it_is() -> None:
    """No sheet, and so nothing that paper hides."""
    picture = gantt(facts_for(chain(30)))
    assert not sheets(picture)
    assert not with_look(picture.svg, "p-cut")


@pytest.mark.parametrize("size", [41, 300])
def test_a_long_chart_is_printed_in_sheets(size: int) -> None:
    """Each has the scale above it and whole rows below; every row stands on one of them."""
    picture = gantt(facts_for(chain(size)))
    found = sheets(picture)
    assert len(found) > 1
    drawn = {each.get("id"): each for each in tree(picture.svg).iter() if each.get("id")}
    rows: list[str] = []
    for place, each in enumerate(found, 1):
        assert names(each)[0] == "gantt-head"
        assert f"gantt-rows-{place}" in names(each)
        assert set(names(each)) <= drawn.keys()
        assert number_of(each, "height") <= tallest(number_of(each, "width")) + 0.1
        some = parts(drawn[f"gantt-rows-{place}"], "p-row")
        rows += [one.get("data-id", "") for one in some]
        heads = float(drawn[f"gantt-rows-{place}"].get("transform", "")[12:-1])
        top, bottom = body(each)
        for one in some:
            middle = heads + number_of(parts(one, "p-bar")[0], "y")
            assert top <= middle <= bottom
    assert rows == [f"A{place}" for place in range(size)]
    assert [body(one)[1] for one in found[:-1]] == [body(one)[0] for one in found[1:]]


def test_a_long_timeline_is_cut_between_its_lines() -> None:
    """Each event stands whole on one sheet."""
    words = "Something happened, and it took many words to say so"
    events = [Event(id=f"E{place}", title=words, date=day.isoformat())
              for place, day in enumerate(days_from(MONDAY, 120))]  # fmt: skip
    picture = timeline(facts_for(Plan(title="Busy", start=MONDAY, data_date=MONDAY, events=events)))
    spans = [body(each) for each in sheets(picture)]
    assert len(spans) > 1
    lines = [number_of(each, "y") for each in with_look(picture.svg, "p-beside")]
    assert len(lines) == 120
    for line in lines:
        assert sum(top <= line - 14 and line + 4 <= bottom for top, bottom in spans) == 1


def test_sheets_are_for_eyes_only() -> None:
    """They say nothing that the drawing has not said: whoever listens hears it once."""
    picture = gantt(facts_for(chain(100)))
    [kept] = with_look(picture.svg, "p-sheets")
    assert kept.get("aria-hidden") == "true"
    assert not list(kept.iter("title"))
