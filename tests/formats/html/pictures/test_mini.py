"""Small timelines of an index: all on one scale, so that they can be compared."""

from datetime import date

import pytest

from send_framework.formats.html.pictures import mini, mini_key, mini_scale
from send_framework.portfolio.summary import PlanSummary
from tests.formats.html.pictures.drawn_plans import number_of, tree, with_look

NORTH = PlanSummary(
    key="north.yaml", area="North", on=date(2024, 6, 3), finish=date(2024, 9, 30),
    earliest=date(2024, 8, 19), expected=date(2024, 9, 9), latest=date(2024, 10, 7),
)  # fmt: skip
SOUTH = PlanSummary(key="south.yaml", title="South", on=date(2025, 6, 3))
BROKEN = PlanSummary(key="broken.yaml", problem="it is no plan")


def test_plans_share_one_scale() -> None:
    """A year later is further to the right, in every line alike."""
    scale = mini_scale([NORTH, SOUTH, BROKEN])
    lines = [with_look(mini(each, scale, f"m{i}").svg, "p-today")[0]
             for i, each in enumerate((NORTH, SOUTH))]  # fmt: skip
    assert number_of(lines[0], "x1") < number_of(lines[1], "x1")
    assert scale
    assert number_of(lines[1], "x1") == pytest.approx(scale.end(date(2025, 6, 3)), abs=0.06)


def test_the_window_is_a_span_and_the_finish_a_diamond() -> None:
    """With the expected day as a line, and all of it in the sentence and in the table."""
    picture = mini(NORTH, mini_scale([NORTH]), "m1")
    assert len(with_look(picture.svg, "p-window")) == 1
    assert len(with_look(picture.svg, "p-end")) == 1
    assert len(with_look(picture.svg, "p-reached")) == 1
    assert picture.title == "Days of North"
    assert picture.description == (
        "Data date 3 June 2024; finish 30 September 2024; earliest day 19 August 2024; "
        "expected day 9 September 2024; latest day 7 October 2024."
    )
    assert picture.table.rows[1] == ("finish", "30 Sep 2024")


def test_a_plan_without_days_has_no_picture() -> None:
    """Its sentence says so; neither has any plan when none has a day."""
    picture = mini(BROKEN, mini_scale([NORTH, BROKEN]), "m2")
    assert not picture.svg
    assert picture.title == "Days of broken.yaml"
    assert picture.description == "No day is known."
    assert mini_scale([BROKEN]) is None
    assert not mini(BROKEN, None, "m3").svg


def test_what_is_missing_is_not_drawn() -> None:
    """A plan with nothing but a finish has a diamond, and no line for a data date."""
    bare = PlanSummary(key="k", finish=date(2024, 9, 30), latest=date(2024, 10, 7))
    svg = mini(bare, mini_scale([bare]), "m4").svg
    assert not with_look(svg, "p-today")
    assert not with_look(svg, "p-end")
    assert with_look(svg, "p-window")


def test_the_key_stands_once_for_all() -> None:
    """Three signs, three words."""
    assert len(list(tree(mini_key()).iter("li"))) == 3
