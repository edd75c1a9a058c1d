"""Measures: each in its own small picture, its populations apart, its targets beside them."""

from itertools import combinations, pairwise

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from send_framework import Measure, Observation, ObservationKind, Plan, Target
from send_framework.formats.html.picture import Picture, width_of
from send_framework.formats.html.pictures import measures
from send_framework.formats.html.pictures.clearing import Box, Line, dot_box, words_box
from send_framework.formats.html.pictures.panels import PLOT, round_ticks
from tests.formats.html.pictures.drawn_plans import (
    MONDAY,
    Element,
    facts_for,
    northshire,
    number_of,
    texts,
    tree,
    with_look,
)


def drawn(*wanted: Measure) -> Picture:
    """Return the picture of these measures."""
    return measures(facts_for(Plan(title="Measures", start=MONDAY, measures=wanted)))


def timeliness() -> Picture:
    """Return the picture of the plan's own measures."""
    return measures(facts_for(northshire()))


def panels(picture: Picture) -> list[Element]:
    """Return the small pictures."""
    return list(tree(picture.svg).iter("svg"))


def test_each_dated_measure_has_a_picture_and_the_others_a_row() -> None:
    """What has no dated figure cannot be drawn, but stands in the table."""
    picture = timeliness()
    assert [each.findtext("title") for each in panels(picture)] == [
        "New plans issued in 20 weeks", "Reserve",
    ]  # fmt: skip
    assert picture.description == (
        "4 measures, 1 with a target; 2 without a dated figure stand in the table."
    )
    rows = {row[0]: row for row in picture.table.rows}
    assert rows["Complaints"][1:4] == ("500", "a year", "")
    assert rows["Exclusions"][5] == "no figure"


def test_populations_have_shapes_and_only_their_own_lines() -> None:
    """England's figures are squares, and no line joins them to the area's."""
    first = panels(timeliness())[0]
    figures = [each.tag for each in first.iter() if "p-figure" in each.get("class", "")]
    assert figures == ["circle", "rect", "circle", "circle", "circle", "rect"]
    lines = [each for each in first.iter() if each.get("class") == "p-series"]
    assert len(lines) == 1
    assert lines[0].get("d", "").count("L") == 1


def test_what_was_claimed_is_hollow_and_joined_to_nothing() -> None:
    """The line joins published figures; a claim stands beside it."""
    svg = timeliness().svg
    assert len(with_look(svg, "p-claimed")) == 1
    said = [each.text or "" for each in tree(svg).iter("title")]
    assert "20 % in May 2024, claimed" in said


def test_targets_are_broken_lines_up_to_their_day() -> None:
    """Each with its figure in words; equal ones share them."""
    svg = timeliness().svg
    assert len(with_look(svg, "p-target")) == 2
    assert {"target 49.1", "target 60"} <= set(texts(svg))
    twice = drawn(Measure(id="M", title="Twice", unit="%", targets=[
        Target(value=100), Target(value=100, by="2025-01")],
        observations=[Observation(value=93, period="2023-02-15")]))  # fmt: skip
    assert texts(twice.svg).count("target 100") == 1
    assert len(with_look(twice.svg, "p-target-end")) == 1


def test_shares_stand_on_a_scale_of_a_hundred_and_debts_below_nought() -> None:
    """Percentages are not magnified; a deficit hangs down from the line of nought."""
    share, debt = panels(timeliness())
    assert {"0", "100"} <= {each.text for each in share.iter("text")}
    assert {"-54.1", "0"} <= {each.text for each in debt.iter("text")}
    dots = [number_of(each, "cy") for each in debt.iter("circle")]
    assert dots == sorted(dots)


def test_a_single_figure_of_nought_is_drawn() -> None:
    """A scale needs a height even when all figures are the same."""
    picture = drawn(Measure(id="M", title="None", unit="cases",
                            observations=[Observation(value=0, period="2024-06")]))  # fmt: skip
    assert "0 cases in June 2024." in (panels(picture)[0].findtext("desc") or "")
    assert texts(picture.svg).count("2024") == 1


def test_the_last_figure_is_of_the_first_population() -> None:
    """Not whichever happens to come last: the unnamed population's own."""
    strong = with_look(timeliness().svg, "p-mark")
    assert ["".join(each.itertext()) for each in strong] == ["30", "-54.1"]


def test_words_of_a_figure_at_the_left_edge_stand_to_its_right() -> None:
    """There is no room before the axis."""
    picture = drawn(Measure(id="M", title="One", unit="cases", targets=[
        Target(value=5, by="2034")], observations=[
        Observation(value=123456, period="2024-01-01")]))  # fmt: skip
    [words], [dot] = with_look(picture.svg, "p-mark"), list(tree(picture.svg).iter("circle"))
    assert number_of(words, "x") > number_of(dot, "cx")


def test_six_populations_have_six_shapes() -> None:
    """The seventh shares the last; the legend names every one."""
    names = [f"body {place}" for place in range(7)]
    picture = drawn(Measure(id="M", title="Many", unit="weeks", observations=[
        Observation(value=10 * place, period="2024", population=name)
        for place, name in enumerate(names, 1)]))  # fmt: skip
    assert set(names) <= set(texts(picture.svg))
    ways = [each.get("d") or each.tag for each in with_look(picture.svg, "p-figure")]
    assert len({way.split(" ")[-1] if " " in way else way for way in ways}) > 5


def test_a_plan_without_measures_says_so() -> None:
    """And one whose measures are all drawn leaves nothing over."""
    assert drawn().description == "The plan names no measure."
    one = evolve(northshire(), measures=northshire().measures[:2])
    assert measures(facts_for(one)).description == "2 measures, 1 with a target."


def test_the_key_names_what_was_drawn_and_no_more() -> None:
    """Published figures without a target need no more than one sign explained."""
    alone = drawn(Measure(id="M", title="One", unit="cases",
                          observations=[Observation(value=3, period="2024")]))  # fmt: skip
    assert [each.findtext("span") for each in tree(alone.key).iter("li")] == ["published"]
    full = [each.findtext("span") for each in tree(timeliness().key).iter("li")]
    assert full == ["published", "claimed in speech or letter", "target"]


def test_targets_and_baselines_are_rows_of_the_table() -> None:
    """With the day, the label where it says something, and the source."""
    rows = timeliness().table.rows
    assert rows[0][:6] == ("New plans issued in 20 weeks", "49.1", "%", "by September 2025", "",
                           "target")  # fmt: skip
    assert rows[2][5] == "published, where progress begins"
    labelled = drawn(Measure(id="M", title="Places", unit="places", targets=[
        Target(value=100, label="satellites")]))  # fmt: skip
    assert labelled.table.rows[0][3:6] == ("", "", "target: satellites")


def box_of_words(each: Element) -> Box:
    """Return the place of words in a panel, less what rounding to a tenth may have moved."""
    box = words_box(number_of(each, "x"), number_of(each, "y"), width_of(each.text or ""))
    return Box(left=box.left + 0.2, top=box.top + 0.2, right=box.right - 0.2,
               bottom=box.bottom - 0.2)  # fmt: skip


def lines_in(panel: Element) -> list[Line]:
    """Return every line that carries a meaning: of targets, and between figures."""
    found: list[Line] = []
    for each in panel.iter():
        if each.get("class") == "p-target":
            found.append(((number_of(each, "x1"), number_of(each, "y1")),
                          (number_of(each, "x2"), number_of(each, "y2"))))  # fmt: skip
        if each.get("class") == "p-series":
            pairs = (pair.split(" ") for pair in each.get("d", "")[1:].split("L"))
            found += list(pairwise([(float(x), float(y)) for x, y in pairs]))
    return found


@given(
    st.lists(st.floats(0, 100), min_size=1, max_size=5), st.sampled_from(["%", "cases"]),
    st.none() | st.floats(0, 100),
)  # fmt: skip
def test_words_stand_clear_of_lines_and_dots(
    values: list[float], unit: str, target: float | None
) -> None:
    """With a handful of figures, no word is struck through and none lies on a dot."""
    picture = drawn(Measure(
        id="M", title="Any", unit=unit,
        targets=[] if target is None else [Target(value=round(target))],
        observations=[Observation(value=round(each), period=f"{2020 + place}")
                      for place, each in enumerate(values)],
    ))  # fmt: skip
    [panel] = panels(picture)
    dots = [dot_box(number_of(each, "cx"), number_of(each, "cy")) for each in panel.iter("circle")]
    words = [each for each in panel.iter("text") if each.get("class") in ("p-mark", "p-note")]
    boxes = [box_of_words(each) for each in words]
    assert len(boxes) == 1 + (target is not None)
    assert not any(one.meets(other) for one, other in combinations(boxes, 2))
    for box in boxes:
        assert not any(map(box.meets, dots))
        assert not any(map(box.crossed, lines_in(panel)))


@given(
    st.just(0.0) | st.floats(-1e9, -1e-9), st.just(0.0) | st.floats(1e-9, 1e9)
)  # fmt: skip
def test_figures_at_the_side_are_few_and_round(low: float, high: float) -> None:
    """Evenly apart, no more than five, and every figure lies between the first and the last."""
    ticks = round_ticks(low, high)
    assert 2 <= len(ticks) <= 5
    assert ticks[0] <= low
    assert high <= ticks[-1]
    assert 0 in ticks
    step = ticks[1] - ticks[0]
    assert all(b - a == pytest.approx(step) for a, b in pairwise(ticks))
    assert float(f"{step:.1e}"[:3]) in (1, 2, 2.5, 5)


def test_next_to_nothing_is_drawn_as_nought() -> None:
    """Neither it nor the largest number there is breaks the picture."""
    assert round_ticks(-5e-324, 0) == (0, 1)
    picture = drawn(Measure(id="M", title="Extreme", unit="cases", observations=[
        Observation(value=-1.7e308, period="2023"),
        Observation(value=1.7e308, period="2024")]))  # fmt: skip
    low, high = (number_of(each, "cy") for each in tree(picture.svg).iter("circle"))
    assert low - high == PLOT


def test_what_was_only_foreseen_says_so() -> None:
    """A last figure that nobody has seen yet is not passed off as one."""
    picture = drawn(Measure(id="M", title="One", unit="cases", observations=[
        Observation(value=50, period="2026", kind=ObservationKind.FORECAST)]))  # fmt: skip
    [words] = with_look(picture.svg, "p-mark")
    assert words.text == "50 forecast"


def test_millions_keep_their_digits() -> None:
    """A large figure is written out, and its axis makes room for it."""
    picture = drawn(Measure(id="M", title="Money", unit="pounds", observations=[
        Observation(value=1_234_567, period="2024")]))  # fmt: skip
    assert {"1,234,567", "1,500,000"} <= set(texts(picture.svg))
    [axis] = with_look(picture.svg, "p-axis-line")
    ticks = [each for each in with_look(picture.svg, "p-tick") if each.get("text-anchor") == "end"]
    assert all(number_of(each, "x") - width_of(each.text or "") >= 0 for each in ticks)
    assert number_of(axis, "x1") > width_of("1,500,000")
