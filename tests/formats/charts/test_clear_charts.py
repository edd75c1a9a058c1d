"""What makes a chart clear: no line along another, no name lost, no sign unexplained."""

from datetime import date

import numpy as np
import pytest
from attrs import evolve
from matplotlib.colors import to_hex

from send_framework import Action, Assumption, Event, Measure, Observation, ObservationKind, Plan
from send_framework.formats.charts import (
    measures_chart,
    s_curve_chart,
    timeline_chart,
    tornado_chart,
)
from send_framework.formats.charts.gantt_links import LinkEnd, way
from send_framework.formats.charts.looks import FLOAT, LINK, Look
from send_framework.network.schedule import schedule
from tests.formats.charts.drawn_charts import MONDAY, gantt_of, many, network_of, places, said
from tests.formats.html.pictures.drawn_plans import northshire, single
from tests.formats.html.pictures.imagined_results import a_simulation

pytestmark = pytest.mark.extra


def test_the_key_explains_what_is_drawn_and_nothing_else() -> None:
    """One action without a promise has no arrow, no triangle and no diamond to explain."""
    words = said(gantt_of(single(Action(id="A", title="Do it", duration=20))).figure)
    assert "critical" in words
    unknown = {"the day promised", "near-critical", "float", "sets the date of what follows",
               "length assumed: nobody published it", "the part that is done"}  # fmt: skip
    assert not unknown & set(words)
    assert "the day promised" in said(gantt_of(northshire()).figure)


def test_a_link_that_nobody_published_is_explained() -> None:
    """Its line is broken, in both pictures."""
    plan = Plan(
        title="A plan", start=MONDAY, data_date=MONDAY,
        actions=[Action(id="A", title="First", duration=5),
                 Action(id="B", title="Second", duration=5, after="A")],
        assumptions=[Assumption(id="AS1", reason="Nobody said so.", fills=["B after A"])],
    )  # fmt: skip
    for draw in (gantt_of, network_of):
        assert "a link that nobody published" in said(draw(plan).figure)
        assert "a link that nobody published" not in said(draw(northshire()).figure)


def test_float_runs_below_the_middle_of_a_bar() -> None:
    """An arrow that leaves the bar's end would else run along it."""
    plan = Plan(title="A plan", start=MONDAY, data_date=MONDAY, actions=[
        Action(id="A", title="Short", duration=5), Action(id="B", title="Long", duration=60),
        Action(id="C", title="After both", duration=5, after=["A", "B"]),
    ])  # fmt: skip
    level: dict[Look, set[float]] = {FLOAT: set(), LINK: set()}
    for each in gantt_of(plan).figure.axes[0].lines:
        for look, heights in level.items():
            if (to_hex(each.get_color()), each.get_linewidth()) == (look.edge, look.width * 0.75):
                heights.add(float(np.asarray(each.get_ydata())[0]))
    assert level[FLOAT]
    assert not level[FLOAT] & level[LINK]


def test_long_ids_have_a_line_of_their_own() -> None:
    """So that all titles begin at one place, and none of their words is lost."""
    plan = Plan(title="A plan", start=MONDAY, data_date=MONDAY, actions=[
        *(Action(id=f"A{n}", title="Short", duration=5) for n in range(9)),
        Action(id="A-LONG-ID-OF-A-REVIEW", title="Whole", duration=5),
    ])  # fmt: skip
    found = dict(places(gantt_of(plan).figure))
    assert found["Whole"].x0 == pytest.approx(found["Short"].x0)
    assert found["Whole"].y1 < found["A-LONG-ID-OF-A-REVIEW"].y1


def test_a_few_rows_below_need_no_second_scale() -> None:
    """It is said again only where a screen of rows follows."""
    for number, times in ((41, 2), (60, 3)):
        assert said(gantt_of(many(number)).figure).count("Jul 2024") == times


def test_a_milestone_is_reached_from_above() -> None:
    """The arrow of what ends on its day does not come back from behind."""
    begin = LinkEnd(x=100, y=10, right=True, width=40, row=(0, 20))
    diamond = LinkEnd(x=92, y=50, right=False, width=14, row=(40, 60))
    assert way(begin, diamond, 0, bar=13) == ((100, 10), (100, 10), (100, 43.5))


def test_a_milestone_far_back_is_reached_from_above_too() -> None:
    """The arrow runs between the rows, and down onto the diamond's middle."""
    begin = LinkEnd(x=200, y=10, right=True, width=40, row=(0, 20))
    for end_y, row, edge in ((50, (40, 60), 43), (-50, (-60, -40), -43)):
        diamond = LinkEnd(x=92, y=end_y, right=False, width=14, row=row, is_moment=True)
        gap = row[0] if end_y > 0 else row[1]
        corners = (200, 10), (208, 10), (208, gap), (99, gap), (99, edge)
        assert way(begin, diamond, 0, bar=13) == corners


def test_an_id_a_little_wider_than_others_needs_no_line_of_its_own() -> None:
    """Only one that would push all titles aside."""
    plan = Plan(title="A plan", start=MONDAY, data_date=MONDAY, actions=[
        *(Action(id=f"I{n}", title="Short", duration=5) for n in range(9)),
        Action(id="MM", title="Beside", duration=5),
    ])  # fmt: skip
    found = dict(places(gantt_of(plan).figure))
    assert found["Beside"].y0 == pytest.approx(found["MM"].y0, abs=4)


def test_an_event_too_late_for_its_words_has_them_at_its_left() -> None:
    """And one whose words fit on neither side has as many as the wider side takes."""
    day = date(2026, 1, 5)
    events = [
        Event(id="E1", title="Begins", date="2024-06-03"),
        Event(id="E2", title="Words of usual length", date=str(day)),
        Event(id="E3", title="Endless " * 40, date=str(day)),
        Event(id="E4", title="Endless " * 40, date="2024-07-01"),
    ]
    plan = Plan(title="A plan", data_date=MONDAY, events=events)
    found = places(timeline_chart(plan, schedule(plan, on=MONDAY)).figure)
    right = max(box.x1 for words, box in found if words == "Words of usual length")
    assert right < found[0][1].x0 + 960
    cut = [box for words, box in found if words.startswith("Endless")]
    assert len(cut) == 2
    assert cut[0].x0 != cut[1].x0


def test_a_curve_without_a_single_schedule_draws_no_line_for_it() -> None:
    """A simulation may end where the single schedule does not."""
    risk = a_simulation(schedule(northshire()))
    bare = evolve(risk, finish=evolve(risk.finish, scheduled=None))
    assert "the single schedule's finish" in said(s_curve_chart(risk).figure)
    assert "the single schedule's finish" not in said(s_curve_chart(bare).figure)


def test_a_long_ranking_says_how_much_of_it_is_drawn() -> None:
    """Ten of twelve."""
    gains = {f"A{n}": 12.0 - n for n in range(12)}
    words = said(tornado_chart(a_simulation(schedule(northshire()), gains=gains)).figure)
    assert "the first 10 of 12" in words
    assert not [each for each in words if each.startswith("A11")]


def test_whose_spread_is_assumed_says_so_in_a_tornado() -> None:
    """A gain rests on it."""
    risk = a_simulation(schedule(northshire()))
    words = said(tornado_chart(risk).figure)
    told = [each for each in words if each.startswith("leads in 50%")]
    expected = ["leads in 50%, spread assumed" if each.assumed else "leads in 50%"
                for each in sorted(risk.actions, key=lambda each: -each.days_gained)]  # fmt: skip
    assert told == expected


def test_a_figure_that_was_only_forecast_says_so_beside_it() -> None:
    """In strong letters it would look like one that was reached."""
    seen = [Observation(value=31, period="2024"),
            Observation(value=50, period="2026", kind=ObservationKind.FORECAST)]  # fmt: skip
    measure = Measure(id="M", title="Plans on time", unit="%", observations=seen)
    assert "50 forecast" in said(measures_chart(Plan(title="A plan", measures=[measure])).figure)
