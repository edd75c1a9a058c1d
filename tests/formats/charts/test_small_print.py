"""The small print of a chart: as of when, against what, how much is assumed, who says so."""

from datetime import date

import pytest
from attrs import evolve

from send_framework import Action, Measure, Observation, Plan, Source
from send_framework.formats.charts import (
    Chart,
    gantt_chart,
    measures_chart,
    network_chart,
    s_curve_chart,
    timeline_chart,
)
from send_framework.formats.charts.small_print import letters_on, paper
from send_framework.formats.charts.wrapping import evenly
from send_framework.network.risk.results import Input
from send_framework.network.schedule import schedule
from tests.formats.charts.drawn_charts import KINDS, charts_of, said
from tests.formats.html.pictures.drawn_plans import MONDAY, WINDOW, northshire
from tests.formats.html.pictures.imagined_results import a_simulation

pytestmark = pytest.mark.extra

PAPER = Source(key="paper", title="A board's paper", publisher="Northshire County Council")


def small_print(chart: Chart) -> str:
    """Return everything a chart says, line after line."""
    return " ".join(said(chart.figure))


@pytest.mark.parametrize("kind", KINDS)
def test_every_chart_says_as_of_when(kind: str) -> None:
    """A chart is taken out of its page, and read a year later."""
    assert "As known at the close of 14 June 2024." in small_print(
        charts_of(northshire(), WINDOW)[kind]
    )


def test_a_day_that_nobody_gave_is_said_to_be_today() -> None:
    """The chart would look as if the plan said it."""
    plan = Plan(title="A plan", start=MONDAY, actions=[Action(id="A", title="Do it", duration=5)])
    chart = gantt_chart(plan, schedule(plan))
    assert "(today: the plan gives no data date)" in small_print(chart)
    assert "As known" not in small_print(measures_chart(plan))


@pytest.mark.parametrize("draw", [gantt_chart, network_chart])
def test_a_schedule_says_its_target_and_what_is_assumed(draw: object) -> None:
    """By name and days, and with how many lengths and links nobody published."""
    plan = northshire()
    answer = schedule(plan, on=date(2024, 6, 14), target=WINDOW)
    words = small_print(charts_of(plan, WINDOW)["gantt" if draw is gantt_chart else "network"])
    assert f"Target: {WINDOW.name}; earliest 19 August 2024" in words
    lengths = sum(each.duration_assumed for each in answer.activities)
    links = sum(each.assumed for each in answer.links)
    assert f"{lengths} of {len(answer.activities)} lengths" in words
    assert f"{links} of {len(answer.links)} links" in words


def test_a_plan_with_nothing_assumed_says_so_and_names_its_target_none() -> None:
    """Silence would leave it open."""
    plan = Plan(title="A plan", start=MONDAY, data_date=MONDAY,
                actions=[Action(id="A", title="Do it", duration=5, sources=[PAPER])])  # fmt: skip
    words = small_print(gantt_chart(plan, schedule(plan)))
    assert "No length and no link is assumed." in words
    assert "Target: none, so late dates count from the plan's own finish." in words
    assert "Sources: 1 document named in the plan, of Northshire County Council." in words


def test_who_names_no_source_hears_it() -> None:
    """Of what is drawn."""
    plan = Plan(title="A plan", start=MONDAY, data_date=MONDAY,
                actions=[Action(id="A", title="Do it", duration=5)])  # fmt: skip
    assert "the plan names none" in small_print(network_chart(plan, schedule(plan)))
    assert "Sources" not in small_print(timeline_chart(plan, schedule(plan)))


def test_each_measure_names_who_counted() -> None:
    """The panel's own source; without one it says so."""
    seen = [Observation(value=3, period="2023", sources=[PAPER])]
    plan = Plan(title="A plan", measures=[
        Measure(id="M1", title="Waits", unit="weeks", observations=seen),
        Measure(id="M2", title="Visits", unit="visits",
                observations=[Observation(value=2, period="2023", population="Northshire")]),
    ])  # fmt: skip
    words = said(measures_chart(plan).figure)
    assert "Source: Northshire County Council" in words
    assert "Source: none given" in words
    assert "Northshire" in words


def test_a_simulation_says_its_samples_its_seed_and_what_nobody_gave() -> None:
    """And what it had to leave out, for then no chance can be trusted."""
    risk = a_simulation(schedule(northshire(), on=date(2024, 6, 14), target=WINDOW))
    spread = Input(of="A", what="duration", spread="triangular", assumed=True, reason="a default")
    told = small_print(s_curve_chart(evolve(risk, inputs=(spread, spread), assumed_inputs=1,
                                            missing=("F", "PA1"))))  # fmt: skip
    assert "Simulated: 10,000 samples, seed 1." in told
    assert "Assumed, for nobody gave them: 1 of 2 spreads." in told
    assert "left out: F, PA1; no chance of being ready can be said." in told
    assert "left out" not in small_print(s_curve_chart(risk))


def test_what_needs_more_paper_says_how_much() -> None:
    """One sheet of A4 goes without saying."""
    assert paper(960, 500) == ""
    assert paper(960, 1800).startswith("On one sheet of A3 its letters are ")
    assert "it fills" not in paper(960, 1800)
    assert "sheets of A4 or" in paper(4000, 4000)


def test_letters_grow_with_the_sheet_up_to_their_own_size() -> None:
    """They are never blown up."""
    assert letters_on("A4", 5000, 2000) < letters_on("A3", 5000, 2000)
    assert letters_on("A4", 100, 100) == letters_on("A3", 100, 100)


def test_no_word_is_left_alone_on_a_last_line() -> None:
    """Where the lines can be of about one length, they are; and none is lost."""
    words = "Stand up the SEND Improvement Board"
    one, other = evenly(words, 230, 2)
    assert f"{one} {other}" == words
    assert abs(len(one) - len(other)) < 6
    assert evenly("Short", 230, 2) == ("Short",)
    assert evenly("x" * 300, 100, 3)[-1].endswith("\u2026")
