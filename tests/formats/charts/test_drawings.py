"""What charts draw: every sign where it belongs, and no text over another or off the sheet."""

from collections.abc import Callable
from datetime import date

import pytest
from attrs import evolve
from hypothesis import HealthCheck, given, settings
from matplotlib.colors import to_hex
from matplotlib.patches import Polygon
from matplotlib.text import Text

from send_framework import Action, Dependency, DependencyType, Measure, Observation, Plan, Target
from send_framework.formats.charts import (
    Chart,
    gantt_chart,
    measures_chart,
    network_chart,
    s_curve_chart,
    timeline_chart,
    tornado_chart,
)
from send_framework.formats.charts.looks import (
    BEYOND,
    CRITICAL,
    LINK,
    UNDATED,
    WINDOW_BOX,
)
from send_framework.formats.charts.sheet import Sheet
from send_framework.formats.charts.signs import window_band
from send_framework.formats.html.facts import PageFacts
from send_framework.formats.html.pictures.axis import Scale
from send_framework.frameworks import target_window
from send_framework.network.risk.results import DayShare, Finishes
from send_framework.network.schedule import schedule
from tests.formats.charts.drawn_charts import (
    KINDS,
    MONDAY,
    charts_of,
    crossing,
    gantt_of,
    many,
    nasty_plan,
    network_of,
    outside,
    places,
    said,
    texts,
)
from tests.formats.html.example_pages import suffolk
from tests.formats.html.pictures.drawn_plans import (
    WINDOW,
    any_facts,
    circle,
    northshire,
    passed_on,
    single,
)
from tests.formats.html.pictures.imagined_results import a_simulation

pytestmark = pytest.mark.extra


def shapes(chart: Chart) -> list[Polygon]:
    """Return every closed shape of a chart, in drawing order."""
    return [each for each in chart.figure.axes[0].patches if isinstance(each, Polygon)]


def edges(chart: Chart, colour: str) -> list[Polygon]:
    """Return the shapes with an edge of this colour, those of the key among them."""
    return [
        each for each in shapes(chart)
        if each.get_linewidth() and to_hex(each.get_edgecolor()) == colour
    ]  # fmt: skip


PLANS: dict[str, Callable[[], Plan]] = {
    "northshire": northshire,
    "circle": circle,
    "passed on": passed_on,
    "nasty": nasty_plan,
    "one": lambda: single(Action(id="A", title="Do it", duration=20)),
    "nothing": lambda: Plan(title="Nothing"),
    "undated": lambda: single(Action(id="A", title="Some day")),
}


@pytest.mark.parametrize("name", PLANS)
def test_every_text_stands_on_the_sheet(name: str) -> None:
    """However long a name is, its end is cut and not its sheet left."""
    for kind, chart in charts_of(PLANS[name]()).items():
        assert outside(chart.figure) == [], kind


@pytest.mark.parametrize("kind", KINDS)
def test_no_text_covers_another(kind: str) -> None:
    """Matplotlib measures the letters; the places come from estimates, which must hold."""
    assert crossing(charts_of(northshire(), WINDOW)[kind].figure) == []


@pytest.mark.parametrize("version", ["2024-05", "2026-01"])
def test_all_words_of_real_plans_stand_clear_and_on_the_sheet(version: str) -> None:
    """Suffolk's plans have long titles, long ids, many events, and measures close together."""
    plan = suffolk(version)
    for kind, chart in charts_of(plan, target_window(plan, plan.data_date or MONDAY)).items():
        assert crossing(chart.figure) == [], kind
        assert outside(chart.figure) == [], kind


@pytest.mark.parametrize("number", [61, 120])
def test_many_actions_stay_apart(number: int) -> None:
    """Rows are low and the scale is said again between them; every id is there."""
    chart = gantt_of(many(number))
    words = said(chart.figure)
    assert {f"A{place:03}" for place in range(number)} <= set(words)
    assert outside(chart.figure) == []
    assert crossing(chart.figure) == []
    assert words.count("Jul 2024") == 2 + (number - 1) // 40


def test_many_actions_have_only_the_links_that_set_a_date() -> None:
    """Faint arrows among hundreds of rows would be a grey cloud."""

    def arrows(number: int) -> int:
        ahead = Action(id="LAST", title="Last", duration=5, after=["A000", "A001"])
        plan = many(number)
        drawn = gantt_of(evolve(plan, actions=(*plan.actions, ahead)))
        answer = schedule(evolve(plan, actions=(*plan.actions, ahead)), on=MONDAY)
        assert any(not link.driving for link in answer.links)
        strong = [each for each in shapes(drawn) if to_hex(each.get_facecolor()) == LINK.edge]
        return len(strong)

    assert arrows(61) < arrows(20)


def test_float_hidden_by_a_question_mark_is_not_drawn() -> None:
    """A day of float on a scale of years would stand below the mark of the short bar."""
    plan = Plan(title="A plan", start=MONDAY, data_date=MONDAY, actions=[
        Action(id="A", title="Nobody said how long"),
        Action(id="B", title="A little longer", duration=22),
        Action(id="C", title="After both", duration=900, after=["A", "B"]),
    ])  # fmt: skip
    answer = schedule(plan, on=MONDAY)
    assert answer.activity("A").duration_assumed
    assert 0 < (answer.activity("A").total_float or 0) < 5
    assert outside(gantt_chart(plan, answer).figure) == []


def test_work_that_began_long_ago_begins_at_the_edge() -> None:
    """What goes on for ever is shown from where the open work begins."""
    plan = Plan(title="A plan", start=MONDAY, data_date=MONDAY, actions=[
        Action(id="A", title="Keep meeting", actual_start="2019-01-07", due="ongoing"),
        Action(id="B", title="Do it", duration=20),
    ])  # fmt: skip
    heads = [each for each in shapes(gantt_of(plan)) if to_hex(each.get_facecolor()) == BEYOND.fill]
    assert len(heads) == 3  # at both ends of the bar, and one in the key


def test_a_window_long_past_leaves_the_chart() -> None:
    """A curve is drawn over the days it has; nothing is drawn at days that it has not."""
    far = Scale(first=MONDAY, last=date(2024, 7, 1), left=0, width=100)
    sheet = Sheet(100)
    window_band(sheet, far, WINDOW, 0, 10)
    assert len(sheet.cut(10).axes[0].lines) == 0


def test_dollars_begin_no_formula() -> None:
    """What the plan says is drawn letter for letter."""
    chart = gantt_of(single(Action(id="A", title="Spend $1 of $2", duration=5)))
    assert "Spend $1 of $2" in said(chart.figure)
    chart.png(40)


def test_signs_that_turn_writing_are_left_out() -> None:
    """They would turn the rest of the line."""
    assert not any("\u202e" in words for words in said(gantt_of(nasty_plan()).figure))


def test_what_is_critical_is_told_by_its_edge_and_its_hatching() -> None:
    """In a grey copy it is still thick and hatched."""
    found = edges(gantt_of(northshire()), CRITICAL.edge)
    hatched = [each for each in found if each.get_hatch() == CRITICAL.hatch]
    assert len(hatched) > 1  # one of them is in the key
    others = [each.get_linewidth() for each in shapes(gantt_of(northshire()))
              if not each.get_hatch()]  # fmt: skip
    assert min(each.get_linewidth() for each in hatched) > 1.5 * max(others)


def test_an_assumed_length_has_a_broken_edge_and_a_question_mark() -> None:
    """C has no duration of its own; one more mark stands in the key."""
    assert said(gantt_of(northshire()).figure).count("?") == 2
    given = single(Action(id="A", title="Do it", duration=20))
    assert said(gantt_of(given).figure).count("?") == 0


def test_a_short_assumed_bar_has_its_mark_beside_it() -> None:
    """The mark would cover the bar."""
    plan = Plan(title="Short", start=MONDAY, data_date=MONDAY, actions=[
        Action(id="A", title="Short"), Action(id="B", title="Long", duration=400),
        Action(id="C", title="Before both", duration=1, after=[]),
    ])  # fmt: skip
    plan = Plan(title="Short", start=MONDAY, data_date=MONDAY, actions=[
        Action(id="A", title="Short", after="C"), *plan.actions[1:],
    ])  # fmt: skip
    chart = gantt_of(plan)
    marks = [box for words, box in places(chart.figure) if words == "?"]
    bars = [each.get_window_extent() for each in shapes(chart)
            if each.get_linewidth() and each.get_window_extent().width < 30]  # fmt: skip
    assert len(marks) == 2
    assert all(not mark.overlaps(bar) for mark in marks[:1] for bar in bars)


def test_the_data_date_and_the_window_are_named() -> None:
    """Their days stand above the rows, the window as a span below them."""
    chart = charts_of(northshire(), WINDOW)["gantt"]
    words = said(chart.figure)
    assert "data date 14 June 2024" in words
    assert [each for each in words if each.startswith(("earliest", "expected", "latest"))] == [
        "earliest 19 August 2024", "expected 9 September 2024", "latest 7 October 2024",
    ]  # fmt: skip


def test_what_has_no_dates_says_why() -> None:
    """In its own row, and as a dotted box in the network."""
    words = said(gantt_of(northshire()).figure)
    assert "No dates: has no date, no duration and no link" in words
    dotted = edges(network_of(circle()), UNDATED.edge)
    assert len(dotted) >= 3


def test_what_ended_before_the_chart_begins_says_when() -> None:
    """H was done in March 2023, long before the first open work."""
    assert "done 10 March 2023" in said(gantt_of(northshire()).figure)


def test_a_plan_without_work_says_so() -> None:
    """Nothing to draw is no reason to fail."""
    for draw in (gantt_of, network_of):
        assert "The plan has no activities." in said(draw(Plan(title="Nothing")).figure)


def test_each_body_has_its_lane() -> None:
    """The first body accountable gives the lane its name."""
    words = " ".join(said(network_of(northshire()).figure))
    assert words.index("Northshire County Council") < words.index("NHS Northshire")
    assert "nobody named" in words


def test_links_of_another_kind_name_it() -> None:
    """Finish-to-finish stands at the arrow's head; finish-to-start is what nobody needs told."""
    words = said(network_of(northshire()).figure)
    assert words.count("FF") == 1
    assert "FS" not in words


def test_every_kind_of_link_leads_from_end_to_end() -> None:
    """Each way begins at the bar's end that the link names, whichever way the work lies."""
    kinds = tuple(DependencyType)
    plan = Plan(title="Links", start=MONDAY, data_date=MONDAY, actions=[
        Action(id="Z", title="Last", duration=9, after=[
            Dependency(id=f"A{place}", type=kind) for place, kind in enumerate(kinds)]),
        *(Action(id=f"A{place}", title="One", duration=9) for place in range(len(kinds))),
        Action(id="Y", title="Lead", duration=9, after=[Dependency(id="A0", lag=-3)]),
        Action(id="X", title="Later", duration=9, after=[Dependency(id="A0", lag=30)]),
    ])  # fmt: skip
    chart = gantt_of(plan)
    assert outside(chart.figure) == []
    assert len(chart.figure.axes[0].lines) > len(kinds)


def test_what_is_overdue_says_so_on_a_timeline() -> None:
    """In words: a colour would not be enough."""
    plan = northshire()
    chart = timeline_chart(plan, schedule(plan, on=date(2024, 6, 14)))
    assert any(words.endswith(": overdue") for words in said(chart.figure))
    assert "overdue" in chart.alt_text


def test_windows_are_spans() -> None:
    """From their earliest to their latest day."""
    plan = northshire()
    chart = timeline_chart(plan, schedule(plan, on=date(2024, 6, 14), target=WINDOW))
    spans = [each.get_window_extent().width for each in edges(chart, WINDOW_BOX.edge)]
    assert max(spans) > 10


def test_a_timeline_without_days_says_so() -> None:
    """The sentence stands where the picture would."""
    plan = Plan(title="Nothing")
    chart = timeline_chart(plan, schedule(plan, on=MONDAY))
    assert "nothing to draw" in chart.alt_text
    assert any("nothing to draw" in words for words in said(chart.figure))


def test_the_percentiles_stand_on_the_curve() -> None:
    """P10, P50, P80 and P90 with their days, and the single schedule beside them."""
    words = said(charts_of(northshire(), WINDOW)["s-curve"].figure)
    named = [each.partition(" ")[0] for each in words if each.startswith("P")]
    assert named == ["P10", "P50", "P80", "P90"]
    assert "single schedule 1 August 2024" in words


def test_a_simulation_that_never_ends_draws_no_curve() -> None:
    """An approval is refused in every sample."""
    never = Finishes(p10=None, p50=None, p80=None, p90=None, scheduled=None, never=1.0)
    plan = northshire()
    risk = a_simulation(schedule(plan), curve=(), window_curve=(), finish=never)
    chart = s_curve_chart(risk)
    assert said(chart.figure)[1] == chart.alt_text


def test_a_curve_without_a_window_has_one_line_to_explain() -> None:
    """What is not drawn is not in the key."""
    plan = northshire()
    risk = a_simulation(schedule(plan), window_curve=())
    words = said(s_curve_chart(risk).figure)
    assert "share of the samples done by that day" in words
    assert "share of the inspections that have come by then" not in words


def test_words_at_the_left_edge_go_to_the_right_of_their_point() -> None:
    """The first percentile may be the first day of the scale."""
    day = DayShare(day=MONDAY, share=1.0)
    finish = Finishes(p10=MONDAY, p50=MONDAY, p80=MONDAY, p90=MONDAY, scheduled=MONDAY)
    risk = a_simulation(schedule(northshire()), curve=(day,), window_curve=(), finish=finish)
    assert outside(s_curve_chart(risk).figure) == []


def test_the_largest_gain_has_the_longest_bar() -> None:
    """Bars are as long as the days gained; a loss has words and no bar."""
    chart = charts_of(northshire())["tornado"]
    bars = [each.get_window_extent().width for each in shapes(chart)]
    assert max(bars) == pytest.approx(12.0 / 4.0 * bars[3])
    assert any("-1.0 days" in words for words in said(chart.figure))
    assert len(bars) == 6


def test_a_simulation_in_which_nothing_leads_has_nothing_to_rank() -> None:
    """The sentence stands where the bars would."""
    risk = a_simulation(schedule(northshire()), gains={})
    chart = tornado_chart(risk)
    assert said(chart.figure)[1] == chart.alt_text


def test_measures_tell_populations_apart_by_shape_too() -> None:
    """England is a triangle; a figure claimed in speech is hollow."""
    chart = measures_chart(northshire())
    legend = {"30 (June 2024): population not named", "50.3 (2023): England"}
    assert legend | {"target 49.1", "target 60"} <= set(said(chart.figure))
    hollow = [each for each in shapes(chart) if to_hex(each.get_facecolor()) == "#ffffff"]
    assert len(hollow) == 2  # one in the panel, one in the key: nothing was forecast


def test_measures_without_figures_are_counted() -> None:
    """M3 has a figure without a day, M4 none at all."""
    assert measures_chart(northshire()).alt_text == (
        "4 measures, 1 with a target; 2 without a dated figure."
    )
    bare = Plan(title="A plan", measures=[Measure(id="M", title="Complaints", unit="a year")])
    assert "No measure has a dated figure." in said(measures_chart(bare).figure)


def test_seven_populations_share_six_shapes() -> None:
    """There is always one more council."""
    plan = Plan(title="A plan", measures=[
        Measure(id="M", title="Plans", unit="%", targets=[Target(value=50), Target(value=50)],
                observations=[Observation(value=place * 10, period="2024", population=f"P{place}")
                              for place in range(7)]),
    ])  # fmt: skip
    words = said(measures_chart(plan).figure)
    assert {f"{place * 10} (2024): P{place}" for place in range(7)} <= set(words)
    assert words.count("target 50") == 1


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(any_facts())
def test_any_plan_is_drawn(facts: PageFacts) -> None:
    """No plan that can be scheduled fails to be drawn."""
    charts = (
        gantt_chart(facts.plan, facts.schedule),
        network_chart(facts.plan, facts.schedule),
        timeline_chart(facts.plan, facts.schedule),
        measures_chart(facts.plan),
    )
    for chart in charts:
        assert chart.alt_text.endswith(".")
        assert all(isinstance(each, Text) for each in texts(chart.figure))


def test_figures_of_one_year_name_it_once() -> None:
    """The axis of a measure seen twice in a year has one year below it."""
    seen = [
        Observation(value=value, period=f"2024-{month:02}") for value, month in ((4, 3), (6, 5))
    ]
    measure = Measure(id="M1", title="Visits", unit="visits", observations=seen)
    drawn = measures_chart(Plan(title="A plan", measures=[measure])).svg()
    assert drawn.count(">2024<") == 1
