"""Whatever a plan holds, every picture of it is well-formed, complete and harmless."""

from collections.abc import Callable, Iterator
from itertools import combinations
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from send_framework import Action, Agency, AgencyKind, Plan
from send_framework.formats.html.facts import PageFacts, facts_of
from send_framework.formats.html.picture import Picture, clean
from send_framework.formats.html.pictures import (
    curve,
    gantt,
    measures,
    moves,
    network,
    timeline,
    tornado,
)
from send_framework.formats.html.pictures.axis import scale_for
from send_framework.formats.html.pictures.lanes import packed
from send_framework.frameworks import EntryKind
from tests.formats.html.example_pages import facts as example_facts
from tests.formats.html.example_pages import large
from tests.formats.html.pictures.drawn_plans import (
    MONDAY,
    WINDOW,
    any_facts,
    box_of,
    cancelled,
    circle,
    facts_for,
    northshire,
    number_of,
    passed_on,
    single,
    tree,
    with_look,
)
from tests.formats.html.pictures.imagined_results import a_comparison, a_simulation
from tests.strategies import some_texts

Draw = Callable[[PageFacts], Picture]
PICTURES: tuple[Draw, ...] = (curve, gantt, measures, moves, network, timeline, tornado)
HOSTILE = (
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert('1')>",
    "</title></svg><b>",
    "\u202egnp.exe\u2066 \u05e9\u05dc\u05d5\u05dd",
    "\U0001f469\u200d\U0001f469\u200d\U0001f467 caf\u00e9 \u0301\u0301",
    "&amp; &#x3c;",
    "long " * 2_000,
)


def drawings(picture: Picture) -> list[ET.Element]:
    """Return the drawings of a picture that somebody is meant to see."""
    return list(_seen(tree(picture.svg)))


def _seen(part: ET.Element) -> Iterator[ET.Element]:
    """Yield drawings, but for those within something hidden: sheets only for paper are."""
    if part.get("aria-hidden") == "true":
        return
    if part.tag == "svg":
        yield part
    for each in part:
        yield from _seen(each)


def test_sheets_for_paper_are_hidden_as_a_whole() -> None:
    """A plan long enough for several sheets still has one drawing that is to be seen."""
    picture = gantt(example_facts(large(60)))
    assert "p-sheet" in picture.svg
    assert len(drawings(picture)) == 1


@given(any_facts())
def test_any_plan_is_drawn_whole(facts: PageFacts) -> None:
    """One plan at a time is imagined, for that takes longest; then it is judged in every way."""
    for judge in (
        well_formed,
        every_activity,
        every_entry,
        the_same_again,
        entries_apart,
        boxes_apart,
    ):
        judge(facts)


def well_formed(facts: PageFacts) -> None:
    """Judge that each drawing is XML, is an image, and is named by its own words."""
    for draw in PICTURES:
        picture = draw(facts)
        ids = [each.get("id") for each in tree(picture.svg).iter() if each.get("id")]
        assert len(ids) == len(set(ids))
        for each in drawings(picture):
            assert each.get("role") == "img"
            assert [child.tag for child in each][:2] == ["title", "desc"]
            named = [child.get("id") for child in each[:2]]
            assert each.get("aria-labelledby", "").split() == named
            assert each[1].text


def every_activity(facts: PageFacts) -> None:
    """Judge that what the network knows, with dates or without, is drawn and in the table."""
    known = [each for each in facts.work if each in facts.dated or each in facts.undated]
    for picture, look in ((gantt(facts), "p-row"), (network(facts), "p-node")):
        drawn = [each.get("data-id") for each in with_look(picture.svg, look)]
        assert sorted(drawn, key=str) == sorted(known)
        assert [row[0] for row in picture.table.rows] == known


def every_entry(facts: PageFacts) -> None:
    """Judge that the table of the timeline has what is too old to be drawn."""
    names = [row[1] for row in timeline(facts).table.rows]
    assert names == [each.name for each in facts.timeline.entries]


def the_same_again(facts: PageFacts) -> None:
    """Judge that not a byte depends on anything but the facts."""
    again = facts_of(facts.plan, facts.schedule)
    assert all(draw(facts) == draw(again) for draw in PICTURES)


def entries_apart(facts: PageFacts) -> None:
    """Judge that on each line of a lane no entry covers another, sign and words together."""
    days = [day for each in facts.timeline.entries for day in (each.first, each.last) if day]
    scale = scale_for([*days, facts.on], left=8, width=944)
    for kind in EntryKind:
        found = packed([each for each in facts.timeline.entries if each.kind is kind], scale)
        assert all(each.text >= 8 for each in found)
        for one, other in combinations(found, 2):
            apart = one.left >= other.right or other.left >= one.right
            assert one.row != other.row or apart


def boxes_apart(facts: PageFacts) -> None:
    """Judge that boxes of the network stand apart, within the drawing and within their lane."""
    picture = network(facts)
    if not picture.svg:
        return
    [drawn] = drawings(picture)
    boxes = [box_of(each) for each in with_look(picture.svg, "p-node")]
    for one, other in combinations(boxes, 2):
        beside = one[2] <= other[0] or other[2] <= one[0]
        assert beside or one[3] <= other[1] or other[3] <= one[1]
    assert all(each[2] <= number_of(drawn, "width") for each in boxes)
    assert all(each[3] <= number_of(drawn, "height") for each in boxes)
    lanes = [(number_of(each, "y"), number_of(each, "y") + number_of(each, "height"))
             for each in with_look(picture.svg, "p-lane")]  # fmt: skip
    for _, top, _, bottom in boxes:
        assert any(begin <= top and bottom <= end + 0.1 for begin, end in lanes)


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_is_only_text(words: str) -> None:
    """A title can hold anything: it opens no element and closes none."""
    agency = Agency(id="X", name=words, kind=AgencyKind.DEPARTMENT)
    action = Action(id="A", title=words, accountable="X", duration=5)
    plan = Plan(title=words, start=MONDAY, agencies=[agency], actions=[action],
                measures=northshire().measures)  # fmt: skip
    facts = facts_for(plan, target=WINDOW)
    for draw in (gantt, network):
        picture = draw(facts)
        tags = {each.tag for each in tree(picture.svg).iter()}
        assert not tags & {"script", "img", "b"}
        titles = [each.text or "" for each in tree(picture.svg).iter("title")]
        assert any(clean(words) in each for each in titles)
        # Its whole text stands once or twice, however long it is; what is seen is cut.
        assert len(picture.svg) < 9_000 + 3 * len(words)


@given(some_texts)
def test_any_text_comes_back_as_it_was(words: str) -> None:
    """What an XML reader finds in the title is what the plan says, made fit for XML."""
    picture = gantt(facts_for(single(Action(id="A", title=words, duration=5))))
    titles = [each.text or "" for each in tree(picture.svg).iter("title")]
    assert any(each.startswith(clean(f"A {words}:")) for each in titles)


@pytest.mark.parametrize(
    ("plan", "drawn"),
    [
        (Plan(title="Empty", start=MONDAY), ()),
        (single(Action(id="A", title="Only one", duration=5)), ("gantt", "network")),
        (circle(), ("gantt", "network")),
        (cancelled(), ("gantt", "network")),
        (passed_on(), ("gantt", "network")),
        (single(Action(id="A", title="No dates")), ("gantt", "network")),
    ],
    ids=["empty", "one", "circle", "cancelled", "passed-on", "undated"],
)
def test_what_is_missing_is_said_in_words(plan: Plan, drawn: tuple[str, ...]) -> None:
    """Where there is nothing to draw there is no drawing and no key, but always a sentence."""
    for draw in PICTURES:
        picture = draw(facts_for(plan))
        assert picture.description.endswith(".")
        assert bool(picture.svg) == (picture.id in drawn)
        assert bool(picture.key) == bool(picture.svg)


@given(st.sampled_from(PICTURES))
def test_a_full_plan_fills_every_picture(draw: Draw) -> None:
    """With a simulation and an earlier version nothing is left out."""
    old = facts_for(northshire(), target=WINDOW).schedule
    facts = facts_for(northshire(), target=WINDOW)
    full = facts_for(northshire(), target=WINDOW, risk=a_simulation(facts.schedule),
                     comparison=a_comparison(old, facts.schedule))  # fmt: skip
    picture = draw(full)
    assert drawings(picture)
    assert picture.table.rows
    assert {len(row) for row in picture.table.rows} == {len(picture.table.columns)}
    assert isinstance(picture.svg, Markup)
