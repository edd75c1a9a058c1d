"""The Gantt chart: bars where their days are, and a sign of its own for every state."""

import itertools
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from send_framework import Action, Dependency, DependencyType, Milestone, Plan, Window, WindowEnd
from send_framework.formats.html.facts import PageFacts
from send_framework.formats.html.picture import Picture, width_of
from send_framework.formats.html.pictures import gantt, network
from send_framework.formats.html.pictures.arrows import MANY_ROWS
from send_framework.formats.html.pictures.axis import Scale
from send_framework.formats.html.pictures.bars import Row, bar, told
from send_framework.formats.html.pictures.gantt import NAMES, PLOT, gantt_scale
from send_framework.network.kinds import ActivityKind
from send_framework.network.results import ScheduledActivity
from tests.formats.html.pictures.drawn_plans import (
    MONDAY,
    WINDOW,
    Element,
    chain,
    circle,
    facts_for,
    northshire,
    number_of,
    parts,
    passed_on,
    row_of,
    single,
    texts,
    tree,
    with_look,
)


@pytest.fixture
def facts() -> PageFacts:
    """Return the plan with everything that the chart has a sign for."""
    return facts_for(northshire(), target=WINDOW)


def bar_of(facts: PageFacts, wanted: str) -> Element:
    """Return the bar or the diamond of an activity."""
    return parts(row_of(gantt(facts).svg, wanted), "p-bar")[0]


def test_bars_lie_in_proportion_to_their_days(facts: PageFacts) -> None:
    """Between two starts lie as many pixels a day as between any other two."""
    scale = gantt_scale(facts)
    a_day = PLOT / ((scale.last - scale.first).days + 1)
    for wanted in ("A", "B", "D"):
        each, bar = facts.dated[wanted], bar_of(facts, wanted)
        begins = NAMES + (each.early_start - scale.first).days * a_day
        lasts = ((each.early_finish - each.early_start).days + 1) * a_day
        assert number_of(bar, "x") == pytest.approx(begins, abs=0.06)
        assert number_of(bar, "width") == pytest.approx(lasts, abs=0.06)


def test_the_scale_begins_with_open_work_and_ends_with_the_window(facts: PageFacts) -> None:
    """Work that ended before anything open began takes no room."""
    scale = gantt_scale(facts)
    assert date(2023, 3, 10) < scale.first < MONDAY
    assert scale.last > date(2024, 10, 7)


def test_what_ended_before_the_scale_is_an_arrow_with_its_day(facts: PageFacts) -> None:
    """Old work has no bar, but its row says when it was done."""
    row = row_of(gantt(facts).svg, "H")
    assert not parts(row, "p-bar")
    assert parts(row, "p-beyond")
    assert "done 10 March 2023" in "".join(row.itertext())


def test_open_work_that_began_before_the_scale_goes_on_at_its_edge() -> None:
    """Ongoing work from long ago is drawn from the edge, with an arrow head that says so."""
    old = Action(id="A", title="Meet", planned_start="2020-01-06", due="ongoing")
    plan = Plan(title="Old", start=MONDAY, data_date=MONDAY,
                actions=[old, Action(id="B", title="New", duration=50)])  # fmt: skip
    row = row_of(gantt(facts_for(plan, target=WINDOW)).svg, "A")
    assert len(parts(row, "p-beyond")) == 2
    assert number_of(parts(row, "p-bar")[0], "x") == NAMES


def test_what_is_critical_is_hatched_and_no_colour_alone(facts: PageFacts) -> None:
    """Its bar has a class of its own and a pattern over it; other bars have neither."""
    svg = gantt(facts).svg
    assert facts.schedule.critical_path == ("B", "D", "M")
    for wanted in ("B", "D"):
        row = row_of(svg, wanted)
        assert "p-critical" in bar_of(facts, wanted).get("class", "")
        assert parts(row, "p-hatching")[0].get("fill") == "url(#gantt-hatch)"
    assert not parts(row_of(svg, "A"), "p-hatching")
    assert "gantt-hatch" in [each.get("id") for each in tree(svg).iter("pattern")]


def test_an_assumed_length_is_broken_and_asks(facts: PageFacts) -> None:
    """A broken outline, and a question mark in the bar or after a short one."""
    svg = gantt(facts).svg
    assert facts.dated["C"].duration_assumed
    assert parts(row_of(svg, "C"), "p-assumed")
    assert [each.text for each in parts(row_of(svg, "C"), "p-question")] == ["?"]
    assert not parts(row_of(svg, "D"), "p-question")


def test_a_short_assumed_bar_has_its_question_mark_behind_it() -> None:
    """On a scale of years a month is too narrow for it; the float begins after it."""
    far = Window(id="w", name="Far", earliest=WindowEnd(day=date(2034, 1, 2), reason="far"))
    facts = facts_for(single(Action(id="A", title="Short", planned_start=MONDAY)), target=far)
    row = row_of(gantt(facts).svg, "A")
    bar, asks = parts(row, "p-bar")[0], parts(row, "p-question")[0]
    after = number_of(bar, "x") + number_of(bar, "width")
    assert number_of(asks, "x") > after
    assert number_of(parts(row, "p-float")[0], "x1") > number_of(asks, "x")


def test_no_float_is_drawn_where_the_question_mark_takes_its_room() -> None:
    """A single day of float on a scale of years would lie under the question mark."""
    plan = Plan(title="Tight", start=MONDAY, data_date=MONDAY, actions=[
        Action(id="A", title="Short", planned_start=MONDAY,
               must_finish_by=MONDAY + timedelta(days=31)),
        Action(id="B", title="Long", duration=2000)])  # fmt: skip
    facts = facts_for(plan)
    tight = facts.dated["A"]
    assert tight.late_finish
    assert tight.late_finish > tight.early_finish
    assert not parts(row_of(gantt(facts).svg, "A"), "p-float")


def test_float_ends_on_the_day_that_makes_something_late(facts: PageFacts) -> None:
    """The thin line ends where the late finish ends."""
    each, scale = facts.dated["C"], gantt_scale(facts)
    assert each.late_finish
    line, stop = parts(row_of(gantt(facts).svg, "C"), "p-float")
    assert number_of(line, "x1") == pytest.approx(scale.end(each.early_finish), abs=0.06)
    assert number_of(stop, "x1") == pytest.approx(scale.end(each.late_finish), abs=0.06)


def test_progress_fills_its_share_of_the_bar(facts: PageFacts) -> None:
    """Two fifths reported are two fifths filled; finished work is filled whole."""
    svg = gantt(facts).svg
    for wanted, share in (("A", 1.0), ("B", 0.4)):
        bar, done = parts(row_of(svg, wanted), "p-bar")[0], parts(row_of(svg, wanted), "p-done")[0]
        whole = number_of(bar, "width")
        assert number_of(done, "width") == pytest.approx(share * whole, abs=0.06)
    assert not parts(row_of(svg, "D"), "p-done")


def test_a_promise_points_at_its_day(facts: PageFacts) -> None:
    """The triangle's tip stands at the end of the day promised, wherever the bar ends."""
    tip = gantt_scale(facts).end(date(2024, 8, 1))
    [sign] = parts(row_of(gantt(facts).svg, "B"), "p-promise")
    assert sign.get("d", "").endswith(f"H{tip + 5:.1f}L{tip:.1f} {gantt_top(facts, 'B'):.1f}Z")


def gantt_top(facts: PageFacts, wanted: str) -> float:
    """Return where a promise's triangle ends: just within its bar."""
    return number_of(bar_of(facts, wanted), "y") + 1


def test_moments_are_diamonds_filled_once_reached(facts: PageFacts) -> None:
    """A milestone ahead is hollow, money given is filled."""
    svg = gantt(facts).svg
    assert parts(row_of(svg, "M"), "p-bar")[0].tag == "path"
    assert not parts(row_of(svg, "M"), "p-reached")
    assert parts(row_of(svg, "G"), "p-reached")


def test_what_has_no_dates_says_why(facts: PageFacts) -> None:
    """Its row holds words instead of a bar; its link is not drawn to nowhere."""
    words = "No dates: has no date, no duration and no link"
    assert words in "".join(row_of(gantt(facts).svg, "F").itertext())
    turning = gantt(facts_for(circle()))
    assert "No dates: waits for itself" in texts(turning.svg)
    assert told(Row(id="F", title="Work", top=0.0, absence="waits")) == "F Work: waits"


def test_the_window_is_a_band_with_its_three_ends(facts: PageFacts) -> None:
    """A span, not a line; each end has a line of its own kind and its day in words."""
    svg, scale = gantt(facts).svg, gantt_scale(facts)
    [band] = with_look(svg, "p-window")
    assert number_of(band, "x") == pytest.approx(scale.begin(date(2024, 8, 19)), abs=0.06)
    ends = number_of(band, "x") + number_of(band, "width")
    assert ends == pytest.approx(scale.end(date(2024, 10, 7)), abs=0.11)
    for name in ("earliest", "expected", "latest"):
        assert len(with_look(svg, f"p-end-{name}")) == 1
    assert {"earliest 19 August 2024", "expected 9 September 2024", "latest 7 October 2024",
            "data date 14 June 2024"} <= set(texts(svg))  # fmt: skip


def test_a_window_with_one_end_is_that_day() -> None:
    """With nothing else known there is one line, and the sentence names one day."""
    alone = Window(id="w", name="Inspection", expected=WindowEnd(day=date(2024, 9, 9), reason="x"))
    picture = gantt(facts_for(single(Action(id="A", title="Work", duration=5)), target=alone))
    assert len(with_look(picture.svg, "p-end")) == 1
    assert picture.description.endswith("Inspection: 9 September 2024.")


def test_near_critical_work_has_a_bold_outline() -> None:
    """A second path close behind the first is bold without hatching."""
    plan = Plan(title="Two", start=MONDAY, data_date=MONDAY, actions=[
        Action(id="A", title="Long", duration=20),
        Action(id="B", title="Near", duration=15)])  # fmt: skip
    facts = facts_for(plan)
    assert "p-near" in bar_of(facts, "B").get("class", "")
    assert dict(zip(gantt(facts).table.columns, gantt(facts).table.rows[1], strict=True))[
        "notes"
    ].endswith("near-critical")


ENDS = {
    DependencyType.FINISH_TO_START: ("right", "left"),
    DependencyType.START_TO_START: ("left", "left"),
    DependencyType.FINISH_TO_FINISH: ("right", "right"),
    DependencyType.START_TO_FINISH: ("left", "right"),
}


@pytest.mark.parametrize("kind", DependencyType)
@pytest.mark.parametrize("lag", [0, 40, -40])
@pytest.mark.parametrize("upwards", [False, True])
def test_an_arrow_leaves_and_enters_at_the_ends_that_it_ties(
    kind: DependencyType, lag: int, *, upwards: bool
) -> None:
    """From the predecessor's tied end to the successor's, or down onto a bar that follows."""
    first = Action(id="A", title="First", duration=20)
    link = Dependency(id="A", type=kind, lag=lag)
    second = Action(id="B", title="Second", duration=20, after=[link])
    actions = [second, first] if upwards else [first, second]
    plan = Plan(title="Two", start=date(2024, 1, 8), data_date=date(2024, 1, 8), actions=actions)
    facts = facts_for(plan)
    [arrow] = with_look(gantt(facts).svg, "p-link")
    begin, end = (bar_of(facts, each) for each in "AB")
    leaves, enters = ENDS[kind]
    way = arrow.get("d", "")
    start = number_of(begin, "x") + (number_of(begin, "width") if leaves == "right" else 0)
    assert float(way[1:].split(" ")[0]) == pytest.approx(start, abs=0.11)
    left, right = number_of(end, "x"), number_of(end, "x") + number_of(end, "width")
    last = float(way.rsplit("H", 1)[1].split("V")[0])
    if way.rsplit("H", 1)[1].count("V"):
        assert left <= last <= right
        assert kind is DependencyType.FINISH_TO_START
    else:
        assert last == pytest.approx(left if enters == "left" else right, abs=0.11)


def test_a_link_to_a_moment_ends_at_its_diamond(facts: PageFacts) -> None:
    """The milestone's arrow stops where the diamond begins."""
    plan = Plan(title="Two", start=MONDAY, data_date=MONDAY,
                actions=[Action(id="A", title="First", duration=20)],
                milestones=[Milestone(id="M", title="Done", after="A")])  # fmt: skip
    [arrow] = with_look(gantt(facts_for(plan)).svg, "p-path")
    assert arrow.get("marker-end") == "url(#gantt-head-path)"
    assert with_look(gantt(facts).svg, "p-link")


def test_on_a_long_chart_only_what_drives_has_an_arrow() -> None:
    """Up to the limit both kinds are drawn; above it the others stand in the table alone."""
    short, long = (facts_for(chain(size)) for size in (MANY_ROWS, MANY_ROWS + 1))
    few, many = (gantt(each) for each in (short, long))
    assert len(with_look(few.svg, "p-link")) == len(short.schedule.links)
    drawn = with_look(many.svg, "p-link")
    assert len(drawn) == sum(each.driving for each in long.schedule.links)
    assert not with_look(many.svg, "p-slack")
    assert with_look(few.svg, "p-slack")
    assert with_look(many.svg, "p-many")
    assert not with_look(few.svg, "p-many")
    assert many.table.rows[2][9] == "A0 (FS), A1 (FS, sets its date)"


def test_on_a_long_chart_the_scale_is_said_again() -> None:
    """It is never further away than a screen: once more for each twenty rows."""

    def said(size: int) -> int:
        names = [each.get("y") for each in with_look(gantt(facts_for(chain(size))).svg, "p-tick")]
        return len(set(names))

    assert said(20) == 2
    assert said(21) == 3
    assert said(300) == 16


def test_three_hundred_actions_are_all_drawn() -> None:
    """The largest plan keeps its rows apart and its names readable."""
    picture = gantt(facts_for(chain(300)))
    tops = [number_of(parts(each, "p-bar")[0], "y") for each in with_look(picture.svg, "p-row")]
    assert len(tops) == 300
    assert all(after - before >= 36 for before, after in itertools.pairwise(tops))
    assert len(picture.svg) < 400_000


def test_the_table_says_what_the_chart_shows(facts: PageFacts) -> None:
    """One row of it, cell by cell."""
    table = gantt(facts).table
    rows = {row[0]: dict(zip(table.columns, row, strict=True)) for row in table.rows}
    row = rows["B"]
    assert (row["who"], row["starts"]) == ("NCC, NICB", "10 Jun 2024")
    assert row["promised for"] == "1 Aug 2024"
    assert row["done"] == "40%"
    assert row["waits for"] == "A (FS, sets its date)"
    assert row["notes"] == "started, on path, critical"
    assert rows["F"]["notes"] == "no dates: has no date, no duration and no link"
    assert rows["G"]["who"] == "NCC"
    assert rows["C"]["days"].endswith("?")


def test_the_key_names_what_was_drawn_and_no_more(facts: PageFacts) -> None:
    """One action without links needs neither arrows nor diamonds explained."""
    full = [each.findtext("span") for each in tree(gantt(facts).key).iter("li")]
    assert "a moment: milestone, money or event" in full
    assert "critical" in full
    alone = gantt(facts_for(single(Action(id="A", title="Only one"))))
    assert [each.findtext("span") for each in tree(alone.key).iter("li")] == [
        "data date: what is known at its close"
    ]


def test_no_arrow_leads_to_dropped_work_or_from_it() -> None:
    """X is cancelled and has no bar: only links between work that is drawn have an arrow."""
    facts = facts_for(passed_on())
    ends = [{each.predecessor, each.successor} for each in facts.schedule.links]
    assert {"B", "C"} in ends
    assert "X" not in facts.dated
    assert len(with_look(gantt(facts).svg, "p-link")) == sum(pair <= set("ABC") for pair in ends)


@pytest.mark.parametrize("draw", [gantt, network])
def test_links_on_the_critical_path_have_a_look_of_their_own(
    draw: Callable[[PageFacts], Picture],
) -> None:
    """What drives along the path, what drives elsewhere and what waits are told apart."""
    plan = Plan(title="Three", start=MONDAY, data_date=MONDAY, actions=[
        Action(id="A", title="Long", duration=30),
        Action(id="B", title="After the long one", duration=30, after="A"),
        Action(id="C", title="Short", duration=5, after="A"),
        Action(id="D", title="Wait for all", duration=5, after=["B", "C"])])  # fmt: skip
    picture = draw(facts_for(plan))
    links = [each.get("class") for each in with_look(picture.svg, "p-link")]
    assert links == ["p-link p-slack", "p-link p-driving", "p-link p-path", "p-link p-path"]
    words = [each.findtext("span") for each in tree(picture.key).iter("li")]
    assert {"on the critical path", "sets the date of what follows",
            "must come before, with time between"} <= set(words)  # fmt: skip
    assert "a link that nobody published" not in words


def test_two_paths_that_end_together_are_both_on_the_critical_path() -> None:
    """The driving subgraph may hold several paths; no link of it is left out."""
    plan = Plan(title="Tied", start=MONDAY, data_date=MONDAY, actions=[
        Action(id="A", title="Begin", duration=5),
        Action(id="B", title="One way", duration=5, after="A"),
        Action(id="C", title="Another", duration=5, after="A"),
        Action(id="D", title="End", duration=5, after=["B", "C"])])  # fmt: skip
    facts = facts_for(plan)
    assert facts.schedule.path_count == 2
    assert len(with_look(gantt(facts).svg, "p-path")) == 4


@given(st.integers(0, 300), st.integers(0, 300), st.floats(60, 900))
def test_a_question_mark_stands_clear_of_a_promise(days: int, due: int, width: float) -> None:
    """Wherever the triangle points, the mark is beside it, and float begins behind the mark."""
    finish, promised = MONDAY + timedelta(days=days), MONDAY + timedelta(days=due)
    work = ScheduledActivity(
        id="A", title="Any", kind=ActivityKind.ACTION, duration=days + 1, early_start=MONDAY,
        early_finish=finish, late_finish=finish + timedelta(days=200), duration_assumed=True,
    )  # fmt: skip
    scale = Scale(first=MONDAY, last=MONDAY + timedelta(days=600), left=250, width=width)
    row = tree(bar(Row(id="A", title="Any", top=0, activity=work, due=promised), scale, "g"))
    [mark], float_line = parts(row, "p-question"), parts(row, "p-float")
    assert abs(number_of(mark, "x") - scale.end(promised)) >= 13.9
    assert number_of(mark, "x") > scale.left
    [box] = parts(row, "p-bar")
    end = number_of(box, "x") + number_of(box, "width")
    inside = number_of(mark, "x") + 4 < end
    assert inside or not float_line or number_of(float_line[0], "x1") > number_of(mark, "x") + 4


def test_words_instead_of_a_bar_lie_on_a_ground() -> None:
    """A link of another row that passes there goes behind it, not through the words."""
    row = row_of(gantt(facts_for(single(Action(id="A", title="No dates")))).svg, "A")
    [ground], [words] = parts(row, "p-ground"), parts(row, "p-absent")
    assert number_of(ground, "x") <= number_of(words, "x")
    assert number_of(ground, "width") > width_of(words.text or "")
    assert list(row).index(ground) < list(row).index(words)
