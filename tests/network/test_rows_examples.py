"""What rows of samples say and refuse, case by case."""

from datetime import date

import numpy as np
import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from send_framework.errors import CalendarError, NetworkError
from send_framework.model.dependency import ConstraintKind, DependencyType, LagUnit
from send_framework.network.engine.activity import NetworkLink
from send_framework.network.engine.compiled import (
    Compiled,
    IndexNetwork,
    InstantNetwork,
    compile_network,
)
from send_framework.network.engine.compiling import compile_schedule
from send_framework.network.engine.passes import passes
from send_framework.network.engine.paths import driving_paths
from send_framework.network.engine.rows import (
    Ranges,
    Row,
    RowInputs,
    again,
    for_samples,
    forward,
    last_finish,
    leading,
    ranges_of,
    room_for,
)
from send_framework.working_days import begin_of, end_of
from tests.network.engine_networks import (
    EVERY_DAY,
    FOUR_DAYS,
    START,
    Drawn,
    durations,
    limit,
    link,
    networks,
    work,
)

pytestmark = pytest.mark.extra

MONDAY = begin_of(START)
CHAIN = compile_network(["Write", "Approve", "Train"], [3, 2, 4], [[], [0], [1]])
JOIN = compile_network(["Write", "Hire", "Train"], [3, 2, 4], [[], [], [0, 1]])


def row(*numbers: int) -> Row:
    """Return a row."""
    return np.array(numbers, np.int32)


def two_calendars(lag: int = 0, unit: LagUnit = LagUnit.WORKING_DAYS) -> InstantNetwork:
    """Return work on the plan's calendar, then work on four days a week."""
    activities = [work("Write", 3), work("Train", 2, calendar=FOUR_DAYS)]
    net = compile_schedule(activities, [link("Write Train", lag, unit=unit)], start=begin_of(START))
    assert isinstance(net, InstantNetwork)
    return net


# --- what is computed ----------------------------------------------------------------------------


def test_hundredths_of_a_day_add_up() -> None:
    """Samples are counted in ticks: two and a quarter days, then three and a half."""
    net = for_samples(
        compile_schedule([work("A", 2), work("B", 3)], [link("A B")], start=begin_of(START))
    )
    early = forward(net, RowInputs(durations={0: row(225, 200), 1: row(350, 300)}), 2)
    assert early.finish(1).tolist() == [575, 500]


def test_what_no_draw_reaches_costs_no_row() -> None:
    """Work before anything uncertain has one number for all samples."""
    early = forward(CHAIN, RowInputs(durations={2: row(4, 9)}), 2)
    assert early.finishes[:2] == [3, 5]
    assert early.finish(1).tolist() == [5, 5]
    assert early.finish(2).tolist() == [9, 14]


def test_a_fixed_date_can_be_moved() -> None:
    """A meeting that is put off by a week moves what waits for it, on either kind of network."""
    meeting = end_of(date(2024, 6, 14))
    for calendar in (None, FOUR_DAYS):
        activities = [
            work("Meeting", fixed_start=meeting, fixed_finish=meeting),
            work("Train", 5, calendar=calendar),
        ]
        net = compile_schedule(activities, [link("Meeting Train")], start=begin_of(START))
        early = forward(net, RowInputs(delays={0: row(0, 5)}), 2)
        single = passes(net)
        assert early.finish(0).tolist() == [10, 15]
        assert early.finish(1)[0] == single.early.finish[1]
        week = 5 if calendar is None else 4
        assert early.finish(1)[1] == single.early.finish[1] + week


def test_a_constraint_holds_the_samples_that_come_before_it() -> None:
    """Training may not start before the second day, however soon its room is ready."""
    tuesday = limit(ConstraintKind.START_NO_EARLIER_THAN, date(2024, 6, 4))
    activities = [work("Room", 2), work("Train", 3, limits=(tuesday,))]
    net = compile_schedule(activities, [link("Room Train")], start=begin_of(START))
    early = forward(net, RowInputs(durations={0: row(0, 1, 2)}), 3)
    assert early.start(1).tolist() == [1, 1, 2]


def test_a_drawn_lead_can_leave_the_predecessor_last() -> None:
    """Work that begins five days before its predecessor ends may be done before it."""
    net = compile_schedule([work("A", 8), work("B", 3)], [link("A B")], start=begin_of(START))
    assert isinstance(net, IndexNetwork)
    assert net.dated is not None
    inputs = RowInputs(lags={0: row(0, -5, -3)})
    for form in (net, net.dated):
        early = forward(form, inputs, 3)
        leads = leading(form, inputs, early, [0, 1])
        assert early.finish(1).tolist() == [11, 6, 8]
        assert leads.leads(0).tolist() == [True, True, True]
        assert leads.leads(1).tolist() == [True, False, True]
        assert last_finish(early, [0, 1]).tolist() == last_finish(early, [1, 0]).tolist()
    assert last_finish(forward(net, inputs, 3), [0, 1]).tolist() == [11, 8, 8]


def test_only_what_is_asked_for_is_computed() -> None:
    """A scope needs no row of what lies outside, and says so when it is asked about it."""
    early = forward(CHAIN, RowInputs(), 2, only=[0, 1])
    assert early.finish(1).tolist() == [5, 5]
    with pytest.raises(NetworkError, match="'Train' is not among those that were computed"):
        early.finish(2)
    with pytest.raises(NetworkError, match="'Train'"):
        early.start(2)
    assert again(CHAIN, early, RowInputs(durations={0: row(9, 9)}), 0).finish(1).tolist() == [
        11,
        11,
    ]


def test_the_last_finish_of_nothing_is_the_ground() -> None:
    """Where nothing is asked for, everything is done when open work may begin."""
    assert last_finish(forward(CHAIN, RowInputs(), 2), []).tolist() == [0, 0]
    net = two_calendars()
    assert last_finish(forward(net, RowInputs(), 1), []).tolist() == [net.ground]
    one = compile_schedule([work("A", 2)], [], start=begin_of(START))
    assert isinstance(one, IndexNetwork)
    assert one.dated is not None
    assert last_finish(forward(one.dated, RowInputs(), 1), []).tolist() == [begin_of(START)]


def test_nobody_may_write_into_what_was_found_by_reading_the_last_finish() -> None:
    """The last finish is a row of its own: changing it changes no activity."""
    early = forward(CHAIN, RowInputs(durations={0: row(1, 2)}), 2)
    last = last_finish(early, [2])
    last += 100
    assert early.finish(2).tolist() == [7, 8]


# --- what leads ----------------------------------------------------------------------------------


def test_starts_follow_from_finishes() -> None:
    """The start of work that two others hold is its finish less its own duration."""
    inputs = RowInputs(durations={0: row(1, 5), 1: row(4, 2), 2: row(7, 8)})
    early = forward(JOIN, inputs, 2)
    assert early.size == 2
    assert early.finish(2).tolist() == [11, 13]
    assert early.start(2).tolist() == early.start(2).tolist() == [4, 5]


def test_ties_lead_together_and_slack_leads_never() -> None:
    """Two ways to the finish, equally long in one sample of three."""
    inputs = RowInputs(durations={0: row(1, 2, 3), 1: row(2, 2, 2)})
    leads = leading(JOIN, inputs, forward(JOIN, inputs, 3), [2])
    assert leads.leads(0).tolist() == [False, True, True]
    assert leads.leads(1).tolist() == [True, True, False]
    slack = RowInputs(durations={0: row(1, 1, 1)})
    found = leading(JOIN, slack, forward(JOIN, slack, 3), [2])
    assert found.leads(0).tolist() == [False] * 3
    assert found.counts == {1: 3, 2: 3}
    assert found.count(0) == 0


def test_a_start_that_has_happened_is_led_by_nobody() -> None:
    """Training ten days after the pilot began waits for that fact, not for what holds the rest."""
    began = begin_of(START)
    activities = [work("Hire", 7), work("Pilot", 1, actual_start=began), work("Train", 5)]
    links = [link("Hire Pilot"), link("Pilot SS Train", 10)]
    net = compile_schedule(activities, links, start=began)
    assert isinstance(net, IndexNetwork)
    assert net.dated is not None
    for form in (net, net.dated):
        early = forward(form, RowInputs(), 1)
        assert early.start(1).tolist() == [7]
        assert leading(form, RowInputs(), early, [0, 1, 2]).counts == {1: 1, 2: 1}


def test_nothing_leads_to_nothing() -> None:
    """Without members there is no finish to lead to."""
    assert leading(CHAIN, RowInputs(), forward(CHAIN, RowInputs(), 2), []).flags == {}


@given(net=networks(), data=st.data())
def test_a_delay_is_an_activity_in_between(net: Drawn, data: st.DataObject) -> None:
    """Work that starts later is work behind a wait: the same dates, and the same activities lead.

    The oracle schedules the wait as an activity of its own, which takes over all links.
    """
    i = data.draw(st.sampled_from(range(len(net.activities))))
    days = data.draw(st.lists(st.integers(0, 9), min_size=1, max_size=3))
    network = net.compiled()
    inputs = RowInputs(delays={i: row(*days)})
    early = forward(network, inputs, len(days))
    everything = range(len(net.activities))
    leads = leading(network, inputs, early, everything)
    for sample, by in enumerate(days):
        single = passes(_with_wait(net, i, by).compiled())
        assert [early.finish(j)[sample] for j in everything] == single.early.finish[:-1]
        found = driving_paths(single).activities - {len(everything)}
        assert {j for j in everything if leads.leads(j)[sample]} == found


def _with_wait(net: Drawn, i: int, days: int) -> Drawn:
    held = net.activities[i]
    links: list[NetworkLink] = []
    for each in net.links:
        moved = each
        if each.successor == held.id:
            kind = DependencyType("SS" if each.type.from_start else "FS")
            lag = each.lag - held.duration if each.type.to_finish else each.lag
            moved = evolve(each, successor="wait", type=kind, lag=lag)
        links.append(moved)
    wait = work("wait", days)
    return evolve(net, activities=(*net.activities, wait), links=(*links, link(f"wait {held.id}")))


# --- several calendars ---------------------------------------------------------------------------


def test_a_moment_behind_a_lag_in_calendar_days_is_led_to() -> None:
    """A report is due a calendar day after Friday's work: that is no working day, so on Monday."""
    activities = [work("Write", 5), work("Report")]
    waits = link("Write FF Report", 1, unit=LagUnit.CALENDAR_DAYS)
    net = compile_schedule(activities, [waits], start=begin_of(START))
    early = forward(net, RowInputs(durations={0: row(5)}), 1)
    assert leading(net, RowInputs(durations={0: row(5)}), early, [1]).counts == {0: 1, 1: 1}


def test_cancelled_work_passes_a_saturday_on() -> None:
    """Between two services that never close, cancelled office work does not wait for Monday."""
    activities = [
        work("Line", 4, calendar=EVERY_DAY),
        work("Office", passes_through=True),
        work("Ward", 1, calendar=EVERY_DAY),
    ]
    net = compile_schedule(activities, [link("Line Office"), link("Office Ward")], start=MONDAY)
    early = forward(net, RowInputs(durations={0: row(6, 5)}), 2)
    assert early.start(2).tolist() == [6, 5]


def test_office_work_of_no_length_waits_for_monday() -> None:
    """The same with office work that is alive: with nothing to do it is a moment on Monday."""
    activities = [
        work("Line", 6, calendar=EVERY_DAY),
        work("Office", 1),
        work("Ward", 1, calendar=EVERY_DAY),
    ]
    net = compile_schedule(activities, [link("Line Office"), link("Office Ward")], start=MONDAY)
    early = forward(net, RowInputs(durations={1: row(0, 1)}), 2)
    assert early.start(2).tolist() == [7, 8]


def test_a_moment_can_come_as_late_as_its_promise() -> None:
    """What waits for its start is on another calendar, and still within what is looked up."""
    agreed = work("Agree", promised_finish=MONDAY + 70)
    waits = link("Agree SS Train", 2, calendar=FOUR_DAYS)
    net = compile_schedule([agreed, work("Train")], [waits], start=MONDAY)
    early = forward(net, RowInputs(durations={0: row(0)}), 1)
    assert early.finish(1).tolist() == [passes(net).early.finish[1]]


def test_a_drawn_lead_does_not_reach_behind_the_start() -> None:
    """Nobody works before the plan begins, however early the predecessor lets them."""
    activities = [work("Ask", 3), work("Write", 2), work("Train", 4, calendar=FOUR_DAYS)]
    links = [link("Ask Write"), link("Write Train")]
    net = compile_schedule(activities, links, start=MONDAY)
    inputs = RowInputs(durations={1: row(2, 2)}, lags={1: row(-10, -1)})
    assert forward(net, inputs, 2).start(2).tolist() == [0, 4]


# --- again ---------------------------------------------------------------------------------------


def test_a_start_on_time_holds_whatever_comes_before() -> None:
    """Training on day 5 although writing may take 9, and then nothing leads to it."""
    inputs = RowInputs(durations={0: row(3, 9)})
    early = forward(CHAIN, inputs, 2)
    found = again(CHAIN, early, inputs, (), start_at={2: 5})
    assert found.start(2).tolist() == [5, 5]
    assert last_finish(found, [0, 1, 2]).tolist() == [9, 11]
    assert early.finish(2).tolist() == [9, 15]
    assert leading(CHAIN, inputs, found, [2]).counts == {2: 2}


def test_a_start_on_time_leaves_later_constraints_in_force() -> None:
    """Approval on the first day does not let training begin before its own earliest day."""
    thursday = limit(ConstraintKind.START_NO_EARLIER_THAN, date(2024, 6, 6))
    activities = [work("Write", 5), work("Approve", 1), work("Train", 3, limits=(thursday,))]
    links = [link("Write Approve"), link("Approve Train")]
    net = compile_schedule(activities, links, start=begin_of(START))
    assert isinstance(net, IndexNetwork)
    assert net.dated is not None
    inputs = RowInputs(durations={1: row(1, 6)})
    for form, first in ((net, 0), (net.dated, begin_of(START))):
        found = again(form, forward(form, inputs, 2), inputs, 1, start_at={1: first})
        assert found.start(2).tolist() == [3, 6]


def test_a_start_on_time_is_an_instant_with_several_calendars() -> None:
    """The same on two calendars: work and moments begin on the day that was said."""
    day = begin_of(date(2024, 6, 10))
    for days in (2, 0):
        activities = [work("Write", 3), work("Train", days, calendar=FOUR_DAYS)]
        net = compile_schedule(activities, [link("Write Train")], start=begin_of(START))
        inputs = RowInputs(durations={0: row(3, 30)})
        found = again(net, forward(net, inputs, 2), inputs, 1, start_at={1: day})
        assert found.start(1).tolist() == [4, 4]
        assert found.finish(1).tolist() == [4 + days] * 2


def test_a_second_change_keeps_the_first() -> None:
    """Training is on time, and stays so when writing is then made certain as well."""
    early = forward(CHAIN, RowInputs(durations={0: row(3, 9)}), 2)
    on_time = again(CHAIN, early, early.inputs, (), start_at={2: 5})
    both = again(CHAIN, on_time, RowInputs(), 0)
    assert both.finish(1).tolist() == [5, 5]
    assert both.start(2).tolist() == [5, 5]
    later = again(CHAIN, on_time, RowInputs(durations={0: row(30, 30)}), 0)
    assert later.start(2).tolist() == [5, 5]


def test_rows_of_one_room_are_used_again() -> None:
    """A second pass in the same room gives what it would give in a room of its own."""
    first, second = (RowInputs(durations={0: row(n, 2 * n), 1: row(4, n)}) for n in (3, 7))
    room = room_for(JOIN, 2, ranges_of(second))
    forward(JOIN, first, 2, room=room)
    early = forward(JOIN, second, 2, room=room)
    assert early.finish(2).tolist() == forward(JOIN, second, 2).finish(2).tolist()
    for inputs in (first, second, first):
        moved = again(JOIN, early, inputs, (0, 1)).finish(2).tolist()
        assert moved == forward(JOIN, inputs, 2).finish(2).tolist()


# --- the form of samples -------------------------------------------------------------------------


def test_one_calendar_is_sampled_in_numbers() -> None:
    """A dated network of one calendar is counted in hundredths; a bare one stays as it is."""
    net = compile_schedule([work("A", 2)], [], start=begin_of(START))
    found = for_samples(net)
    assert isinstance(found, IndexNetwork)
    assert (found.duration, found.ticks_per_day) == ([200], 100)
    assert for_samples(CHAIN) is CHAIN
    several = two_calendars()
    assert for_samples(several) is several


def test_a_lag_in_calendar_days_that_is_drawn_needs_instants() -> None:
    """Without a lag the single schedule can do in numbers; weekends count once there is one."""
    activities, waits = [work("A", 5), work("B", 1)], link("A B", unit=LagUnit.CALENDAR_DAYS)
    net = compile_schedule(activities, [waits], start=begin_of(START))
    assert isinstance(net, IndexNetwork)
    found = for_samples(net, lags=[0])
    assert isinstance(found, InstantNetwork)
    assert not found.numbered
    early = forward(found, RowInputs(lags={0: row(0, 2, 3)}), 3)
    assert early.start(1).tolist() == [5, 5, 6]


@given(case=st.data())
def test_plain_networks_take_drawn_lags_too(case: st.DataObject) -> None:
    """Links of a bare network have numbers too: a lag is as good as a longer predecessor."""
    days = case.draw(st.lists(durations, min_size=3, max_size=3))
    lag = case.draw(st.integers(0, 5))
    net = compile_network(["A", "B", "C"], days, [[], [0], [1]])
    longer = compile_network(["A", "B", "C"], [days[0], days[1] + lag, days[2]], [[], [0], [1]])
    inputs = RowInputs(lags={1: row(lag)})
    assert forward(net, inputs, 1).finish(2)[0] == passes(longer).finish


# --- what is refused -----------------------------------------------------------------------------

NOTHING = Ranges(durations={}, lags={}, delays={}, promises={})


@pytest.mark.parametrize(
    "ranges",
    [
        evolve(NOTHING, durations={0: 2_000_000_000, 1: 200_000_000}),
        evolve(NOTHING, delays={1: 2_147_483_647}),
        evolve(NOTHING, lags={0: (0, 2_147_483_647)}),
        evolve(NOTHING, lags={0: (-2_147_483_649, 0)}),
        evolve(NOTHING, promises={1: (0, 2_147_483_648)}),
    ],
)
def test_numbers_that_leave_32_bits_are_refused_before_any_row_is_made(ranges: Ranges) -> None:
    """The message says how far samples could reach, and how far numbers go."""
    with pytest.raises(NetworkError, match=r"could reach working day 2,[0-9,]+; .* 2,147,483,647"):
        room_for(CHAIN, 10, ranges)


@pytest.mark.parametrize(
    "net", [two_calendars(), compile_schedule([work("A", 5)], [], start=begin_of(START))]
)
def test_samples_that_leave_the_calendar_are_refused(net: Compiled) -> None:
    """England's bank holidays are known to 2100: 30,000 working days from 2024 lie beyond."""
    with pytest.raises(CalendarError, match="known from 1872 to 2100"):
        room_for(net, 10, evolve(NOTHING, durations={0: 30_000}))
    with pytest.raises(CalendarError):
        forward(net, RowInputs(durations={0: row(30_000)}), 1)
