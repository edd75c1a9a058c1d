"""The network: links lead to the right, lanes keep bodies apart, boxes lie beside one another."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from send_framework import Action, Dependency, DependencyType, Plan
from send_framework.formats.html.facts import PageFacts
from send_framework.formats.html.pictures import network
from send_framework.formats.html.pictures.layers import Link, Slot, layered
from tests.formats.html.pictures.drawn_plans import (
    MONDAY,
    WINDOW,
    box_of,
    chain,
    circle,
    facts_for,
    northshire,
    parts,
    row_of,
    with_look,
)

LETTERS = "ABCDEFGHIJKL"


@st.composite
def graphs(draw: st.DrawFn) -> tuple[dict[str, int], list[Link]]:
    """Return boxes in lanes, and links between them that run in no circle."""
    count = draw(st.integers(1, len(LETTERS)))
    boxes = {each: draw(st.integers(0, 2)) for each in LETTERS[:count]}
    pairs = list(itertools.combinations(LETTERS[:count], 2))
    links = draw(st.lists(st.sampled_from(pairs), unique=True)) if pairs else []
    return boxes, links


def longest(each: str, links: list[Link]) -> int:
    """Return the longest way to a box, by trying all: slow and obvious."""
    return max((1 + longest(one, links) for one, other in links if other == each), default=0)


@given(graphs())
def test_a_layer_is_the_longest_way_from_a_beginning(
    graph: tuple[dict[str, int], list[Link]],
) -> None:
    """So each link leads to the right; what has no link stands in no layer."""
    boxes, links = graph
    found = layered(boxes, links)
    linked = {each for link in links for each in link}
    assert found.of == {each: longest(each, links) for each in found.of}
    assert found.of.keys() == linked
    assert {each for lane in found.alone for each in lane} == boxes.keys() - linked


@given(graphs())
def test_every_slot_has_one_place_in_its_lane(graph: tuple[dict[str, int], list[Link]]) -> None:
    """Each box once, in its own lane; each long link passes one place in each layer between."""
    boxes, links = graph
    found = layered(boxes, links)
    slots: list[Slot] = [each for lane in found.lanes for column in lane for each in column]
    assert len(slots) == len(set(slots))
    assert {each for each in slots if isinstance(each, str)} == found.of.keys()
    for number, lane in enumerate(found.lanes):
        assert all(boxes[each] == number for column in lane for each in column
                   if isinstance(each, str))  # fmt: skip
    for (first, second), way in zip(links, found.ways, strict=True):
        assert (way[0], way[-1]) == (first, second)
        assert len(way) == 1 + found.of[second] - found.of[first]
        assert set(way) <= set(slots)


def crossings(columns: list[list[Slot]], ways: list[list[Slot]]) -> int:
    """Return how often links cross between two layers, by comparing all pairs."""
    place = {each: at for column in columns for at, each in enumerate(column)}
    steps = [pair for way in ways for pair in itertools.pairwise(way)]
    layer = {each: at for at, column in enumerate(columns) for each in column}
    return sum(
        (place[a] - place[c]) * (place[b] - place[d]) < 0
        for (a, b), (c, d) in itertools.combinations(steps, 2)
        if layer[a] == layer[c] and layer[b] == layer[d]
    )


def test_sweeping_untangles_what_can_be_untangled() -> None:
    """Links drawn as a cross in plan order are drawn side by side."""
    boxes = dict.fromkeys("ABCDEF", 0)
    links = [("A", "F"), ("B", "E"), ("C", "D")]
    found = layered(boxes, links)
    assert crossings([list("ABC"), list("DEF")], [list(each) for each in links]) == 3
    assert crossings([list(each) for each in found.lanes[0]], [list(w) for w in found.ways]) == 0


def test_a_circle_is_cut_where_it_began() -> None:
    """Both boxes have a layer, and one link leads back."""
    found = layered({"A": 0, "B": 0}, [("A", "B"), ("B", "A")])
    assert found.of == {"A": 0, "B": 1}
    assert found.ways == (("A", "B"), ("B", "A"))


@pytest.fixture
def facts() -> PageFacts:
    """Return a plan of two bodies with several kinds of link."""
    return facts_for(northshire(), target=WINDOW)


def test_each_body_has_a_lane(facts: PageFacts) -> None:
    """In the order of the plan, by name; joint work lies in the lane of the body named first."""
    names = ["".join(each.itertext()) for each in with_look(network(facts).svg, "p-strong")]
    assert names == ["Northshire County Council", "NHS Northshire", "nobody named"]


def test_links_name_both_ends_and_what_is_tied(facts: PageFacts) -> None:
    """What drives is strong; a link that is not finish to start says which ends it ties."""
    links = with_look(network(facts).svg, "p-link")
    found = {(each.get("data-before"), each.get("data-after")): each for each in links}
    assert ("B", "D") in found
    assert "p-path" in found["B", "D"].get("class", "")
    assert "p-slack" in found["C", "D"].get("class", "")
    notes = [each.text for each in with_look(network(facts).svg, "p-note")]
    assert notes == ["FF"]


def test_a_node_knows_its_neighbours_and_its_explanation(facts: PageFacts) -> None:
    """The keys travel along these; what sets its date comes first."""
    node = row_of(network(facts).svg, "D", "p-node")
    assert node.get("data-before") == "B G C" or node.get("data-before", "").startswith("B")
    assert sorted(node.get("data-before", "").split()) == ["B", "C", "G"]
    assert node.get("data-after") == "M"
    assert node.get("data-why") == "why-D"
    assert row_of(network(facts).svg, "F", "p-node").get("data-before") is None


def test_two_links_of_one_pair_are_both_drawn_and_visited_once() -> None:
    """Start to start and finish to finish between the same two are usual."""
    plan = Plan(title="Twice", start=MONDAY, data_date=MONDAY, actions=[
        Action(id="A", title="First", duration=5),
        Action(id="B", title="Second", duration=5, after=[
            Dependency(id="A", type=DependencyType.START_TO_START),
            Dependency(id="A", type=DependencyType.FINISH_TO_FINISH)])])  # fmt: skip
    picture = network(facts_for(plan))
    assert len(list(with_look(picture.svg, "p-link"))) == 2
    assert row_of(picture.svg, "A", "p-node").get("data-after") == "B"
    assert picture.table.rows[1][3] in ("A (SS), A (FF)", "A (FF), A (SS)")


def test_each_state_of_work_has_a_box_of_its_own(facts: PageFacts) -> None:
    """Critical is hatched, done is hollow, without dates is dotted; each says so in words."""
    svg = network(facts).svg
    looks = {each.get("data-id"): next(each.iter("rect")).get("class", "")
             for each in with_look(svg, "p-node")}  # fmt: skip
    assert looks["B"] == "p-bar p-critical"
    assert looks["A"] == "p-finished"
    assert looks["F"] == "p-undated"
    assert looks["E"] == "p-bar"
    assert parts(row_of(svg, "B", "p-node"), "p-hatching")
    words = {each.get("data-id"): "".join(each.itertext()) for each in with_look(svg, "p-node")}
    assert "critical" in words["B"]
    assert words["A"].endswith("done 14 Jun 2024")
    assert words["F"].endswith("no dates")
    assert words["C"].endswith("17 Jul 2024?")


def test_near_critical_work_has_a_bold_box() -> None:
    """As in the Gantt chart."""
    plan = Plan(title="Two", start=MONDAY, data_date=MONDAY, actions=[
        Action(id="A", title="Long", duration=20),
        Action(id="B", title="Near", duration=15)])  # fmt: skip
    svg = network(facts_for(plan)).svg
    assert next(row_of(svg, "B", "p-node").iter("rect")).get("class") == "p-bar p-near"


def test_a_circle_is_drawn_as_one() -> None:
    """The link that closes it runs below the boxes and back; the sentence names it."""
    picture = network(facts_for(circle()))
    ways = [each.get("d", "") for each in with_look(picture.svg, "p-link")]
    assert len(ways) == 3
    [back] = [each for each in ways if "C" not in each]
    # It enters its box from the left, within the picture.
    assert float(back.rsplit("V", 1)[0].rsplit("H", 1)[1]) > 0
    assert "1 circle that waits for itself" in picture.description


def test_a_long_link_runs_beside_the_boxes_between() -> None:
    """From the first step to the third it is level while it passes the second."""
    picture = network(facts_for(chain(3)))
    [long] = [
        each
        for each in with_look(picture.svg, "p-link")
        if (each.get("data-before"), each.get("data-after")) == ("A0", "A2")
    ]
    assert long.get("d", "").count("C") == 2
    assert long.get("d", "").count("H") == 1


def test_links_to_one_box_share_their_way() -> None:
    """Three long links to the same box take one place in the layer between, not three."""
    boxes = dict.fromkeys("ABCDE", 0)
    found = layered(boxes, [("A", "E"), ("B", "E"), ("C", "E"), ("A", "D"), ("D", "E")])
    assert [list(each) for each in found.lanes[0]][1] in ([("E", 1), "D"], ["D", ("E", 1)])
    assert [way[1] for way in found.ways[:3]] == [("E", 1)] * 3


def test_three_hundred_activities_are_laid_out() -> None:
    """A chain of them has as many layers."""
    picture = network(facts_for(chain(300)))
    lefts = {box_of(each)[0] for each in with_look(picture.svg, "p-node")}
    assert len(lefts) == 300
