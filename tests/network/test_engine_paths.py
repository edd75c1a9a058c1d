"""Reasons, chains and near-critical chains: what set a date and what comes close."""

from datetime import date
from itertools import pairwise

import pytest
from attrs import evolve
from hypothesis import given

from send_framework.errors import NetworkError
from send_framework.model.dependency import ConstraintKind, LagUnit
from send_framework.network.engine.compiled import compile_network
from send_framework.network.engine.drivers import bounds, link_slack
from send_framework.network.engine.near_critical import near_critical, plan_floats
from send_framework.network.engine.passes import passes
from send_framework.network.engine.paths import driving_chain, driving_paths
from send_framework.network.engine.placing import placed_late
from send_framework.network.engine.slipping import held_back
from send_framework.network.kinds import DriverKind
from send_framework.working_days import begin_of, end_of
from tests.network.engine_networks import (
    CALENDARS,
    FOUR_DAYS,
    TERM,
    Drawn,
    both_forms,
    limit,
    link,
    networks,
    solved,
    span,
    work,
)

ANY = networks(calendars=CALENDARS, units=(LagUnit.WORKING_DAYS, LagUnit.CALENDAR_DAYS))


def test_a_date_says_what_set_it_and_what_it_beat() -> None:
    """C waits for B and its lag; A, a constraint and the plan's start asked for less."""
    set_start = limit(ConstraintKind.START_NO_EARLIER_THAN, date(2024, 6, 12))
    set_finish = limit(ConstraintKind.FINISH_NO_EARLIER_THAN, date(2024, 6, 28))
    activities = [work("A", 5), work("B", 10), work("C", 5, limits=(set_start, set_finish))]
    result = solved(activities, [link("A C"), link("B C", 5)])
    found = [(each.kind, each.sets, each.day, each.on_finish) for each in bounds(result, 2)]
    assert found == [
        (DriverKind.LINK, True, date(2024, 6, 24), False),
        (DriverKind.CONSTRAINT, True, date(2024, 6, 28), True),
        (DriverKind.CONSTRAINT, False, date(2024, 6, 12), False),
        (DriverKind.LINK, False, date(2024, 6, 10), False),
        (DriverKind.PROJECT_START, False, date(2024, 6, 3), False),
    ]
    first, second, *_ = bounds(result, 2)
    assert (first.link, first.predecessor) == (1, 1)
    assert second.constraint is ConstraintKind.FINISH_NO_EARLIER_THAN


def test_a_fixed_date_is_its_own_reason() -> None:
    """An event set by others has one bound, its date."""
    board = end_of(date(2024, 6, 12))
    result = solved([work("A", 3), work("B", fixed_finish=board)], [link("A B")])
    [only] = bounds(result, 1)
    assert (only.kind, only.day) == (DriverKind.FIXED, date(2024, 6, 12))
    assert link_slack(result) == (5,)
    assert driving_paths(result).paths == ((1,),)


def test_a_milestone_reads_its_bounds_as_its_own_day() -> None:
    """The day a bound gives a milestone is the day its predecessor ends."""
    result = solved([work("A", 5), work("M")], [link("A M")])
    assert bounds(result, 1)[0].day == date(2024, 6, 7)


def test_reasons_without_a_calendar_are_numbers() -> None:
    """A bare network has numbers and no days."""
    result = passes(compile_network(["A", "B"], [3, 2], [[], [0]]))
    first, second = bounds(result, 1)
    assert (first.number, first.day, second.number) == (3, None, 0)
    with pytest.raises(NetworkError, match="no calendar"):
        result.early_start_day(0)


@given(net=ANY)
def test_the_first_bound_is_the_start(net: Drawn) -> None:
    """In either form the strongest bound is where the activity is, and nothing asks for more."""
    for network in both_forms(net.compiled()):
        result = passes(network)
        for i, start in enumerate(result.early.start):
            found = bounds(result, i)
            assert found[0].number == start
            assert all(each.sets == (each.number == start) for each in found)


@given(net=ANY)
def test_a_link_drives_when_its_slack_is_nothing(net: Drawn) -> None:
    """Slack is never negative without fixed dates; a driving link has none (one calendar)."""
    result = passes(net.compiled())
    slack = link_slack(result)
    for i in range(len(net.activities)):
        for each in bounds(result, i):
            if each.link is None:
                continue
            gap = slack[each.link]
            assert gap is not None
            assert gap >= 0
            if result.days.network.numbered:
                assert each.sets == (gap == 0)


@given(net=networks())
def test_chains_and_slack_are_the_same_in_both_forms(net: Drawn) -> None:
    """With one calendar, numbers and instants drive along the same links."""
    fast, dated = (passes(network) for network in both_forms(net.compiled()))
    assert driving_paths(fast) == driving_paths(dated)
    assert link_slack(fast) == link_slack(dated)
    assert near_critical(fast) == near_critical(dated)


def test_the_slack_before_a_bare_milestone() -> None:
    """A moment without a calendar lets its predecessors finish up to its number."""
    result = passes(compile_network(["A", "B", "M"], [3, 5, 0], [[], [], [0, 1]]))
    assert link_slack(result) == (2, 0)


@given(net=ANY)
def test_a_driving_chain_hangs_together_and_ends_last(net: Drawn) -> None:
    """Each member set the next one's date; the last is done when everything is."""
    result = passes(net.compiled())
    found = driving_paths(result, first=1000)
    assert found.count == len(found.paths) == len(set(found.paths)) or found.count > 1000
    for path in found.paths:
        for before, behind in pairwise(path):
            setting = [each.predecessor for each in bounds(result, behind) if each.sets]
            assert before in setting
        first = [each for each in bounds(result, path[0]) if each.sets]
        assert all(each.predecessor is None for each in first)
        assert result.days.early.at_finish[path[-1]] >= 0
    assert set().union(*map(set, found.paths)) <= found.activities
    assert driving_chain(result, found.paths[0][-1]) == found.paths[0]


def test_the_chain_stops_at_a_start_that_has_happened() -> None:
    """What P waits for explains the rest of P, not its start, which is a fact."""
    began = work("P", 12, actual_start=begin_of(date(2024, 9, 18)), remaining=2)
    activities = [work("A", 3), began, work("Q", 60)]
    links = [link("A P"), link("P SS Q", 15)]
    start, data_date = begin_of(date(2024, 9, 2)), end_of(date(2024, 9, 30))
    result = solved(activities, links, start=start, data_date=data_date)
    assert driving_paths(result).paths == ((1, 2),)
    assert driving_chain(result, 1) == (0, 1)


def test_the_chain_stops_at_a_stretched_finish_and_not_at_its_start() -> None:
    """A promise explains the finish; the start of the same work has its own reason."""
    promise = end_of(date(2024, 7, 5))
    activities = [work("A", 3), work("P", 5, promised_finish=promise), work("B", 20)]
    finish_to_start = solved([*activities[:2], work("Q", 5)], [link("A P"), link("P Q")])
    assert driving_paths(finish_to_start).paths == ((1, 2),)
    start_to_start = solved(activities, [link("A P"), link("P SS B", 10)])
    assert driving_paths(start_to_start).paths == ((0, 1, 2),)


def test_both_ends_of_the_same_work_make_one_chain() -> None:
    """Tied by start and by finish, it stands in the path once."""
    promise = end_of(date(2024, 6, 7))
    activities = [work("P", 3, promised_finish=promise), work("Q", 5)]
    links = [link("P SS Q", 5), link("P Q")]
    for each in (links, links[::-1]):
        found = driving_paths(solved(activities, each))
        assert found.paths == ((0, 1),)
        assert found.links == {0, 1}


def test_nothing_scheduled_has_no_chain() -> None:
    """An empty plan, or one of ongoing work only, answers with nothing."""
    result = solved([])
    assert (driving_paths(result).paths, driving_paths(result).count) == ((), 0)
    assert near_critical(result) == ()
    assert result.finish == 0
    ongoing = solved([work("O", ongoing=True)])
    assert driving_paths(ongoing).paths == ()
    assert near_critical(ongoing) == ()


def test_near_critical_chains_are_ranked() -> None:
    """The critical chain, then what is 2 days behind and joins it, then 9 days; not 15."""
    activities = [
        work("A", 10),
        work("B", 10),
        work("C", 5),
        work("D", 3),
        work("E", 11),
        work("F", 5),
    ]
    links = [link("A B"), link("C D"), link("D B")]
    result = solved(activities, links)
    found = [(p.activities, p.total_float, p.behind, p.joins) for p in near_critical(result)]
    assert found == [
        ((0, 1), 0, 0, None),
        ((2, 3), 2, 2, 1),
        ((4,), 9, 9, None),
    ]
    assert [p.activities for p in near_critical(result, within=2, besides=(0, 1))] == [(2, 3)]
    assert [p.activities for p in near_critical(result, within=15, scope=[3])] == [(2, 3)]


def test_near_critical_compares_in_the_plans_calendar() -> None:
    """Four days of a four-day week are a whole week of the plan's."""
    activities = [work("A", 10), work("B", 4, calendar=FOUR_DAYS), work("M", calendar=TERM)]
    result = solved(activities)
    assert result.total_float[1] == 4
    assert plan_floats(result)[:2] == (0, 5)
    assert near_critical(result, within=4)[0].activities == (0,)


def test_near_critical_reads_started_work_by_its_finish() -> None:
    """Started four-day work counts the room of its finish in the plan's days."""
    began = work("B", 4, calendar=FOUR_DAYS, actual_start=begin_of(date(2024, 6, 3)), remaining=4)
    result = solved([work("A", 15), began], data_date=begin_of(date(2024, 6, 10)))
    assert (result.total_float[1], plan_floats(result)[1]) == (8, 10)


def test_finished_work_is_near_nothing() -> None:
    """It has no float, so it stands in no near-critical chain."""
    done = work("A", 5, actual_finish=end_of(date(2024, 6, 7)))
    result = solved([done, work("B", 5)], [link("A B")], data_date=end_of(date(2024, 6, 7)))
    assert [path.activities for path in near_critical(result)] == [(1,)]
    several = solved([done, work("B", 5), work("C", 1, calendar=FOUR_DAYS)], [link("A B")])
    assert plan_floats(several)[0] is None


# --- as late as possible --------------------------------------------------------------------


def test_as_late_as_possible_takes_the_free_float() -> None:
    """Two in a row go as far as what follows them; early dates stay what they are."""
    activities = [
        work("A", 20),
        work("B", 5, as_late_as_possible=True),
        work("C", 3, as_late_as_possible=True),
        work("Z", 5),
    ]
    result = solved(activities, [link("B C"), link("C Z"), link("A Z")])
    assert span(result, "C") == ("2024-06-10", "2024-06-12")
    assert placed_late(result) == {
        1: (date(2024, 6, 19), date(2024, 6, 25)),
        2: (date(2024, 6, 26), date(2024, 6, 28)),
    }


def test_as_late_as_possible_moves_nothing_that_has_no_room() -> None:
    """Critical, begun or fixed-before work stays; a milestone moves to the evening before."""
    board = end_of(date(2024, 6, 12))
    due = limit(ConstraintKind.FINISH_NO_LATER_THAN, date(2024, 6, 14))
    activities = [
        work("A", 10, as_late_as_possible=True, limits=(due,)),
        work("M", as_late_as_possible=True),
        work("P", 2, as_late_as_possible=True),
        work("B", fixed_finish=board),
        work("S", 2, as_late_as_possible=True, actual_start=begin_of(date(2024, 6, 3))),
    ]
    result = solved(activities, [link("P B")])
    assert placed_late(result) == {
        0: (date(2024, 6, 3), date(2024, 6, 14)),
        1: (date(2024, 6, 14), date(2024, 6, 14)),
        2: (date(2024, 6, 11), date(2024, 6, 12)),
    }


@given(net=ANY)
def test_work_put_late_moves_nobody_else(net: Drawn) -> None:
    """Held back to where it is put, every other early date is the same."""
    last = len(net.activities) - 1
    chosen = evolve(net.activities[0], as_late_as_possible=True)
    result = passes(evolve(net, activities=(chosen, *net.activities[1:])).compiled())
    placed = placed_late(result)[0]
    free = result.free_float[0]
    assert free is not None
    slipped = held_back(result, 0, free)
    assert placed[1] == slipped.early_finish_day(0)
    assert slipped.early.start[1:] == result.early.start[1:] or last == 0
