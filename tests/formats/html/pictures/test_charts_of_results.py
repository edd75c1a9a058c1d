"""Pictures of what was simulated and compared: the numbers given, and nothing else."""

import itertools
from datetime import date, timedelta

import pytest
from attrs import evolve

from send_framework.formats.html.facts import PageFacts
from send_framework.formats.html.pictures import curve, moves, tornado
from send_framework.network.risk.results import DayShare, Finishes, Probability, ReadyChances
from tests.formats.html.pictures.drawn_plans import (
    WINDOW,
    facts_for,
    northshire,
    number_of,
    texts,
    with_look,
)
from tests.formats.html.pictures.imagined_results import (
    CURVE,
    FINISHES,
    FIRST,
    a_comparison,
    a_move,
    a_simulation,
)


@pytest.fixture
def facts() -> PageFacts:
    """Return a plan with a simulation and a comparison."""
    plain = facts_for(northshire(), target=WINDOW)
    return facts_for(northshire(), target=WINDOW, risk=a_simulation(plain.schedule),
                     comparison=a_comparison(plain.schedule, plain.schedule))  # fmt: skip


def test_the_curve_climbs_to_the_right(facts: PageFacts) -> None:
    """Ten steps of a tenth each, level between them."""
    path = with_look(curve(facts).svg, "p-curve")[-1].get("d", "")
    heights = [float(each.split("H")[0]) for each in path.split("V")[1:]]
    falls = [before - after for before, after in itertools.pairwise(heights)]
    assert len(heights) == 10
    assert falls == pytest.approx([28.0] * 9, abs=0.11)


def test_the_named_points_lie_on_their_shares(facts: PageFacts) -> None:
    """P50 stands half way up, at the end of its day, and says its day."""
    svg = curve(facts).svg
    ten, fifty, eighty, ninety = (number_of(each, "cy") for each in with_look(svg, "p-point"))
    assert ten - fifty == pytest.approx(0.4 * 280, abs=0.11)
    assert fifty - eighty == pytest.approx(0.3 * 280, abs=0.11)
    assert eighty - ninety == pytest.approx(0.1 * 280, abs=0.11)
    assert {"P50 20 September 2024", "single schedule 1 August 2024"} <= set(texts(svg))


def test_the_window_has_a_curve_of_its_own(facts: PageFacts) -> None:
    """Broken, not only of another colour; without one the key is shorter."""
    assert len(with_look(curve(facts).svg, "p-curve-window")) == 1
    assert "inspections that have come" in curve(facts).key
    bare = facts_for(northshire(), risk=a_simulation(facts_for(northshire()).schedule,
                                                     window_curve=()))  # fmt: skip
    assert not with_look(curve(bare).svg, "p-curve-window")
    assert "inspections that have come" not in curve(bare).key
    assert "the window" not in curve(bare).key


def test_what_is_never_done_is_said() -> None:
    """With a refused approval there may be no day for a share, and no single schedule."""
    schedule = facts_for(northshire()).schedule
    never = Finishes(p10=None, p50=None, p80=None, p90=None, scheduled=None, never=0.95)
    few = tuple(DayShare(day=each.day, share=each.share / 20) for each in CURVE)
    picture = curve(facts_for(northshire(), risk=a_simulation(schedule, curve=few, finish=never)))
    assert "samples not even a tenth are ever done" in picture.description
    assert ("never done", "", "95%") in picture.table.rows
    assert ("single schedule", "no day", "") in picture.table.rows
    assert not with_look(picture.svg, "p-point")


def test_without_a_curve_there_is_a_sentence_and_a_table() -> None:
    """Nothing is ever done: there is nothing to draw."""
    schedule = facts_for(northshire()).schedule
    picture = curve(facts_for(northshire(), risk=a_simulation(schedule, curve=())))
    assert not picture.svg
    assert picture.table.rows


@pytest.mark.parametrize(
    ("missing", "said"),
    [
        ((), "; ready in 61% of them."),
        (("S33",), "; what has dates is ready in 61% of them, all cannot be said."),
    ],
)
def test_no_chance_is_promised_for_what_has_no_dates(missing: tuple[str, ...], said: str) -> None:
    """The caption goes into papers: it must not say more than the page does."""
    chances = ReadyChances(window=Probability(value=0.61, standard_error=0.01))
    schedule = facts_for(northshire()).schedule
    answer = evolve(a_simulation(schedule), p_ready=chances, missing=missing)
    assert curve(facts_for(northshire(), risk=answer)).description.endswith(said)


def test_a_plan_without_work_has_no_samples() -> None:
    """Nothing was drawn, and the sentence does not count to nought."""
    schedule = facts_for(northshire()).schedule
    none = Finishes(p10=None, p50=None, p80=None, p90=None, scheduled=None, never=0.0)
    answer = evolve(a_simulation(schedule, finish=none, curve=()), samples=0)
    picture = curve(facts_for(northshire(), risk=answer))
    assert picture.description == "No sample was drawn, for nothing in scope has dates."


def test_the_words_of_an_early_point_stand_to_its_right() -> None:
    """At the left edge there is no room before it."""
    early = (DayShare(day=FIRST, share=1.0),)
    finish = evolve(FINISHES, p10=FIRST, scheduled=FIRST + timedelta(days=900))
    risk = a_simulation(facts_for(northshire()).schedule, curve=early, finish=finish)
    [first] = [each for each in with_look(curve(facts_for(northshire(), risk=risk)).svg, "p-mark")
               if "P10" in "".join(each.itertext())]  # fmt: skip
    assert first.get("text-anchor") is None


def test_readiness_has_a_row_for_each_known_end(facts: PageFacts) -> None:
    """The chance on each day of the window with its day, and over the window."""
    rows = curve(facts).table.rows
    assert ("ready on the earliest day", "19 Aug 2024", "34%") in rows
    assert ("ready over the window", "", "34%") in rows
    assert not any(row[0] == "ready on the latest day" for row in rows)


def test_the_tornado_begins_with_what_gains_most(facts: PageFacts) -> None:
    """Bars are as long as the days gained; what would be lost has no bar, but its words."""
    picture = tornado(facts)
    widths = [number_of(each, "width") for each in with_look(picture.svg, "p-done")]
    assert widths == pytest.approx([360, 120, 0], abs=0.11)
    assert picture.description == (
        "Most is gained by B: 12.0 working days if it went exactly as planned."
    )
    assert "-1.0 days if it went exactly as planned" in texts(picture.svg)
    assert [row[0] for row in picture.table.rows] == ["B"] * 3 + ["D"] * 3 + ["A"] * 3
    assert picture.table.rows[0][3:] == ("12.0", "+10%", "50%", "assumed")


def test_a_long_ranking_is_cut_in_the_drawing_only() -> None:
    """The first ten are drawn; the table has all."""
    gains = {f"A{place}": 20.0 - place for place in range(12)}
    risk = a_simulation(facts_for(northshire()).schedule, gains=gains)
    picture = tornado(facts_for(northshire(), risk=risk))
    assert len(with_look(picture.svg, "p-done")) == 10
    assert len(picture.table.rows) == 36
    assert picture.description.endswith("the first 10 of 12 are drawn.")


def test_where_nothing_leads_there_is_nothing_to_gain() -> None:
    """All is done: the sentence says so."""
    risk = a_simulation(facts_for(northshire()).schedule, gains={})
    picture = tornado(facts_for(northshire(), risk=risk))
    assert not picture.svg
    assert "No activity ever leads" in picture.description


def test_a_move_joins_the_old_finish_to_the_new(facts: PageFacts) -> None:
    """Old is hollow and new is filled, each at the end of its day; the days moved stand beside."""
    picture = moves(facts)
    old, new = with_look(picture.svg, "p-old"), with_look(picture.svg, "p-point")
    ways = with_look(picture.svg, "p-way")
    assert len(old) == len(new) == len(ways) == 4
    for one, other, way in zip(old, new, ways, strict=True):
        ends = sorted((number_of(one, "cx"), number_of(other, "cx")))
        assert [number_of(way, "x1"), number_of(way, "x2")] == ends
    assert {"+15 days", "-5 days", "+3 days"} <= set(texts(picture.svg))
    assert "2 finish later than before and 1 earlier" in picture.description
    assert [row[5] for row in picture.table.rows] == [
        "no longer on the critical path", "now on the critical path", "newly late",
    ]  # fmt: skip


def test_many_moves_are_cut_in_the_drawing_only(facts: PageFacts) -> None:
    """The largest twenty are drawn below the finish of all; the rest stand in the table."""
    many = tuple(a_move(f"A{place}", 30 - place) for place in range(25))
    schedule = facts.schedule
    picture = moves(evolve(facts, comparison=a_comparison(schedule, schedule, moved=many)))
    assert len(with_look(picture.svg, "p-old")) == 21
    assert len(picture.table.rows) == 25
    assert picture.description.endswith("5 more stand in the table.")


def test_versions_without_dates_cannot_be_compared(facts: PageFacts) -> None:
    """Neither has a finish and nothing moved: there is a sentence instead of a picture."""
    bare = evolve(facts.schedule, finish=None)
    picture = moves(evolve(facts, comparison=a_comparison(bare, bare, moved=())))
    assert not picture.svg
    assert picture.description.startswith("No activity has dates in both versions")
    moved = a_comparison(bare, bare, moved=(a_move("B", 2),))
    assert moves(evolve(facts, comparison=moved)).description == (
        "1 finish later than before and 0 earlier."
    )


def test_the_days_of_moves_are_in_proportion(facts: PageFacts) -> None:
    """Fifteen days take three times as much room as five."""
    lengths = [abs(number_of(each, "x2") - number_of(each, "x1"))
               for each in with_look(moves(facts).svg, "p-way")]  # fmt: skip
    assert lengths[1] == pytest.approx(3 * lengths[2], abs=0.3)
    assert date(2024, 1, 1) < FIRST
