"""A network too wide for paper goes on in strips: nothing of it is lost between them."""

from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from send_framework import Action, Agency, AgencyKind, DependencyType, Plan
from send_framework.formats.charts import Chart, network_chart
from send_framework.formats.charts.network_boxes import draw_tag
from send_framework.formats.charts.network_strips import Strip, strips_of
from send_framework.formats.charts.sheet import Sheet
from send_framework.formats.charts.small_print import READABLE, letters_on
from send_framework.formats.html.pictures.layers import layered
from send_framework.formats.html.pictures.network_words import Tie
from send_framework.network.schedule import schedule
from tests.formats.charts.drawn_charts import MONDAY, crossing, outside, said

pytestmark = pytest.mark.extra


@st.composite
def networks(draw: st.DrawFn) -> tuple[dict[str, str], list[Tie]]:
    """Return activities, each with its body, and links in any direction, circles among them."""
    count = draw(st.integers(1, 12))
    body_of = {f"A{n}": draw(st.sampled_from(["", "X", "Y"])) for n in range(count)}
    pairs = draw(st.sets(st.tuples(st.integers(0, count - 1), st.integers(0, count - 1))))
    return body_of, [
        Tie(before=f"A{one}", after=f"A{other}", type=DependencyType.FINISH_TO_START,
            driving=draw(st.booleans()))
        for one, other in sorted(pairs) if one != other
    ]  # fmt: skip


def read_back(strips: Sequence[Strip]) -> set[tuple[str, str]]:
    """Return every link: those within a strip, and those that the tags at their beginnings name."""
    found: set[tuple[str, str]] = set()
    for strip in strips:
        for tie in strip.ties:
            found |= {(tie.before, each) for each in strip.tags.get(tie.after, (tie.after,))
                      if tie.before not in strip.tags}  # fmt: skip
    return found


def named_by_the_tags_that_come_in(strips: Sequence[Strip]) -> set[tuple[str, str]]:
    """Return the links between strips as the strips in which they end tell them."""
    return {(each, tie.after) for strip in strips for tie in strip.ties
            for each in strip.tags.get(tie.before, ())}  # fmt: skip


@given(networks(), st.integers(1, 4))
def test_every_link_is_in_a_strip_or_on_two_tags(
    network: tuple[dict[str, str], list[Tie]], deep: int
) -> None:
    """One at its beginning, that says where it leads, and one at its end that says whence."""
    body_of, ties = network
    of = layered(dict.fromkeys(body_of, 0), [(tie.before, tie.after) for tie in ties]).of
    strips = strips_of(body_of, ties, of, deep)
    links = {(tie.before, tie.after) for tie in ties}
    assert read_back(strips) == links
    inside = {(tie.before, tie.after) for strip in strips for tie in strip.ties}
    assert named_by_the_tags_that_come_in(strips) == links - inside
    boxes = [each for strip in strips for lanes in (*strip.found.lanes, strip.found.alone)
             for column in lanes for each in column if isinstance(each, str)]  # fmt: skip
    assert sorted(each for each in boxes if " " not in each) == sorted(body_of)


def chain(length: int) -> Plan:
    """Return a plan of many actions, each after the one before it."""
    actions = [
        Action(id=f"S{n:02}", title=f"Step {n} of a long way to better support", duration=2,
               after=[f"S{n - 1:02}"] if n else [])
        for n in range(length)
    ]  # fmt: skip
    return Plan(title="A chain", start=MONDAY, data_date=MONDAY, actions=actions)


def drawn(plan: Plan) -> Chart:
    """Return a plan's network."""
    return network_chart(plan, schedule(plan, on=MONDAY))


def test_a_chain_of_forty_fits_on_a_sheet_of_a3() -> None:
    """It would else be five feet long."""
    chart = drawn(chain(40))
    width, height = (each * 96 for each in chart.figure.get_size_inches())
    assert letters_on("A3", width, height) >= READABLE
    words = said(chart.figure)
    assert "part 1 of 5" in words
    assert {"to S08", "from S07"} <= set(words)
    assert "the link goes on in another part" in words
    assert not outside(chart.figure)
    assert not crossing(chart.figure)


def test_a_chain_of_three_hundred_can_be_read_on_a3_with_good_eyes() -> None:
    """And says how much paper it takes to be read with ease."""
    chart = drawn(chain(300))
    width, height = (each * 96 for each in chart.figure.get_size_inches())
    assert letters_on("A3", width, height) > 4
    assert "of A3" in " ".join(said(chart.figure)[-3:])


def test_a_short_network_is_in_one_part() -> None:
    """What one sheet holds is not cut."""
    words = said(drawn(chain(8)).figure)
    assert not [each for each in words if each.startswith(("part", "to S", "from S"))]


@pytest.mark.parametrize(
    ("ids", "words"),
    [
        (["S08"], "to S08"),
        (["S08", "S12"], "to S08, S12"),
        ([f"S{n:02}" for n in range(9)], "to S00 and 8 more"),
        (["A-VERY-LONG-NAME-OF-AN-ACTION", "S08"], "to A-V\u2026 and 1 more"),
    ],
)
def test_a_tag_names_as_many_as_it_has_room_for(ids: list[str], words: str) -> None:
    """And says how many more there are; of a very long name what fits."""
    sheet = Sheet(200)
    draw_tag(sheet, 10, 10, "to", ids)
    figure = sheet.cut(60)
    assert said(figure) == [words]
    assert outside(figure) == []


def test_what_has_no_link_stands_where_there_is_room() -> None:
    """A lane of many boxes without links is as broad as the network beside it, and no taller."""
    alone = [Action(id=f"L{n:02}", title="Alone", duration=1, accountable="X") for n in range(40)]
    plan = Plan(
        title="Mixed", start=date(2024, 6, 3), data_date=MONDAY, actions=[
            *alone, Action(id="A", title="One", duration=1, accountable="X"),
            Action(id="B", title="Two", duration=1, accountable="X", after="A"),
        ],
        agencies=[Agency(id="X", name="A trust", kind=AgencyKind.NHS_PROVIDER)],
    )  # fmt: skip
    _, height = drawn(plan).figure.get_size_inches()
    assert height * 96 < 12 * 70
