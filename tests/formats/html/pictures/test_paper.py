"""Pictures on paper: sheets of a page's height, cut where nothing is cut in two."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from send_framework import Action, Event, Plan
from send_framework.formats.html.picture import Picture
from send_framework.formats.html.pictures import gantt, network, timeline
from send_framework.formats.html.pictures.paper import WIDEST, parts_of, tallest
from tests.formats.html.pictures.drawn_plans import (
    MONDAY,
    NCC,
    NICB,
    Element,
    box_of,
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


def wide(layers: int, rows: int) -> Plan:
    """Return a plan of chains side by side, in two lanes, with a few actions that stand alone."""
    chains = [
        Action(id=f"{row}-{layer}", title="Work", duration=5,
               accountable="NICB" if row % 2 else "NCC",
               after=[f"{row}-{layer - 1}"] if layer else [])
        for row in range(rows) for layer in range(layers)
    ]  # fmt: skip
    alone = [Action(id=f"X{place}", title="Alone", duration=5) for place in range(9)]
    return Plan(title="Wide", start=MONDAY, data_date=MONDAY, agencies=[NCC, NICB],
                actions=[*chains, *alone])  # fmt: skip


@pytest.mark.parametrize(("layers", "rows", "strips"), [(4, 30, 1), (5, 4, 2), (7, 20, 2)])
def test_a_network_is_cut_beside_its_boxes(layers: int, rows: int, strips: int) -> None:
    """Every box stands whole on one sheet, in letters that can be read."""
    picture = network(facts_for(wide(layers, rows)))
    found = sheets(picture)
    assert len(found) > 1
    assert not picture.off_paper
    spans = []
    for each in found:
        [inner] = list(each.iter("svg"))[1:]
        left, top, width, tall = map(float, inner.get("viewBox", "").split())
        assert width <= WIDEST
        assert number_of(each, "height") <= tallest(width) + 30
        spans.append((left, top, left + width, top + tall))
    assert len({left for left, *_ in spans}) == strips
    boxes = [box_of(each) for each in with_look(picture.svg, "p-node")]
    assert len(boxes) == layers * rows + 9
    for box in boxes:
        whole = sum(span[0] <= box[0] and span[1] <= box[1] and box[2] <= span[2]
                    and box[3] <= span[3] for span in spans)  # fmt: skip
        assert whole >= 1


def test_a_sheet_names_the_lane_it_goes_on_with() -> None:
    """A reader of the second page knows whose work it shows."""
    found = sheets(network(facts_for(wide(4, 30))))
    words = [["".join(text.itertext()) for text in each.iter("text")] for each in found]
    assert words[0] == []
    assert words[1] in (["Northshire County Council, continued"], ["NHS Northshire, continued"])
    across = sheets(network(facts_for(wide(6, 3))))
    names = {"".join(text.itertext()) for text in across[1].iter("text")}
    assert names == {"Northshire County Council", "NHS Northshire", "nobody named"}


@pytest.mark.parametrize("plan", [chain(300), wide(9, 2)], ids=["chain", "nine layers"])
def test_a_network_too_wide_for_paper_leaves_it_to_its_table(plan: Plan) -> None:
    """It says so, and is not shrunk to a line of dots."""
    picture = network(facts_for(plan))
    assert not sheets(picture)
    assert picture.off_paper == (
        "The network is too wide for paper. Its table, which follows, says the same."
    )
    assert not gantt(facts_for(plan)).off_paper


def test_a_network_that_no_cut_leaves_whole_is_left_to_its_table() -> None:
    """Boxes of two layers that overlap all the way down cannot be cut between."""
    many = [Action(id=f"A{place}", title="First", duration=5) for place in range(31)]
    later = [Action(id=f"B{place}", title="Then", duration=5,
                    after=[f"A{place}", f"A{(place + 7) % 31}"])
             for place in range(31)]  # fmt: skip
    last = Action(id="C", title="Last", duration=5, after=[each.id for each in (*later, *many)])
    plan = Plan(title="Dense", start=MONDAY, data_date=MONDAY, actions=[*many, *later, last])
    picture = network(facts_for(plan))
    boxes = [box_of(each) for each in with_look(picture.svg, "p-node")]
    for each in sheets(picture)[:-1]:
        [inner] = list(each.iter("svg"))[1:]
        _, top, _, tall = map(float, inner.get("viewBox", "").split())
        assert not any(box[1] < top + tall < box[3] for box in boxes)
    assert bool(sheets(picture)) != bool(picture.off_paper)
