"""Networks that two independent engines scheduled: ours must say what they say.

Where an engine is known to follow another meaning, the test restates that meaning and then asks
for equality again, or asks for what the difference cannot touch.
"""

import gzip
import json
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from send_framework.model.dependency import ConstraintKind, DependencyType
from send_framework.network.engine.activity import Limit
from send_framework.network.engine.compiled import compile_network
from send_framework.network.engine.drivers import link_slack
from send_framework.network.engine.passes import Passes, passes, with_predecessors
from send_framework.network.engine.paths import driving_paths
from send_framework.network.engine.slipping import held_back
from send_framework.working_days import CalendarTable, begin_of
from tests.network.truth_networks import (
    ENGINES,
    PLAN,
    Given,
    Json,
    calendars_of,
    network_of,
    read_lines,
)

FILES = ("random-networks.jsonl", "constrained-networks.jsonl")

BEFORE_START = "microsoft lets work start before the project start; here it never does"
CONSTRAINT_WINS = "microsoft lets a constraint win over logic; here logic wins"
STAYS_BEHIND = "microsoft does not move unfinished work to the data date by itself"
ONLY_TIGHTENS = (
    "microsoft has no must-finish-by: a deadline can only tighten, so a late one gives no extra "
    "float"
)
ROUNDS_FIRST = (
    "microsoft takes a lag off a late start only after moving it to the predecessor's next "
    "working day"
)
MANDATORY = "a mandatory constraint: it wins over logic there, logic wins here"
FINISH_BEFORE_START = (
    "primavera lets a finish-no-earlier-than action without predecessor start before the project "
    "start; here it never does"
)
STARTED_BOUND = (
    "primavera lets a start-to-... link bound the rest of a started predecessor; here its start "
    "is a fact and bounds nothing"
)
DONE_BOUND = (
    "primavera lets a finished successor bound an unfinished predecessor; here what is done "
    "bounds nothing"
)
# The truth says of two more classes which network they are about, so only their beginning is
# the same everywhere.
SEVERAL_CALENDARS = "several calendars: primavera rounds a late date back"
CONTRADICTION = "primavera contradicts itself: the span of action "

RESTATED = {BEFORE_START, ONLY_TIGHTENS, FINISH_BEFORE_START}
LATE_ONLY = {ROUNDS_FIRST, STARTED_BOUND, DONE_BOUND}


def cases(shared: Path, file: str) -> Iterator[tuple[Json, Json, str]]:
    """Yield each network of a file with the file's header, once for each engine."""
    header, *networks = read_lines(shared / "truth" / file)
    for network in networks:
        for engine in ENGINES:
            yield network, header, engine


def rows(net: Json, engine: str) -> Iterator[tuple[int, Json]]:
    """Yield what an engine computed for each task; of finished work it computes nothing."""
    for i, task in enumerate(net["tasks"]):
        if "actual_finish" not in task:
            yield i, net[engine][i]


def early_dates(result: Passes, i: int, engine: str) -> tuple[int, int]:
    """Return early start and finish: Primavera means the start of what remains."""
    starts = result.early.start if engine == "primavera" else result.early_start
    return starts[i], result.early_finish[i]


def all_dates(result: Passes, i: int, engine: str) -> tuple[int | None, ...]:
    """Return early and late dates and total float."""
    late = result.late_start[i], result.late_finish[i], result.total_float[i]
    return (*early_dates(result, i, engine), *late)


def wanted(row: Json) -> tuple[int, ...]:
    """Return the same as an engine computed them."""
    return row["ES"], row["EF"], row["LS"], row["LF"], int(row["TF"])


def test_every_psplib_network_has_the_length_its_authors_state(shared: Path) -> None:
    """The longest path of 1,428 published networks is the one in their headers, and ours walks it.

    Cite: Kolisch and Sprecher, PSPLIB, European Journal of Operational Research 96 (1996).
    """
    count = 0
    with gzip.open(shared / "truth" / "psplib.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            net = json.loads(line)
            days: list[int] = net["durations"]
            before: list[list[int]] = [[] for _ in days]
            successors: list[list[int]] = net["successors"]
            for i, following in enumerate(successors):
                for j in following:
                    before[j].append(i)
            result = passes(compile_network([str(i) for i in range(len(days))], days, before))
            assert result.finish == net["mpm_time"], net["name"]
            for path in driving_paths(result, first=2).paths:
                assert sum(days[i] for i in path) == net["mpm_time"], net["name"]
            count += 1
    assert count > 500


@pytest.mark.parametrize("file", FILES)
def test_early_and_late_dates_and_float_are_those_of_both_engines(shared: Path, file: str) -> None:
    """Where an engine shares our meanings, every date, float and critical flag is the same."""
    compared = 0
    for net, header, engine in cases(shared, file):
        if net["exceptions"][engine]:
            continue
        for result in network_of(net, header, engine).answers():
            for i, row in rows(net, engine):
                assert all_dates(result, i, engine) == wanted(row), (net["name"], engine, i)
                total = result.total_float[i]
                assert total is not None
                assert (total <= 0) == row["critical"], (net["name"], engine, i)
                compared += 1
    assert compared > 1000


def test_agreed_networks_agree_with_both(shared: Path) -> None:
    """The random networks on which both engines agree are reproduced from either reading."""
    header, *networks = read_lines(shared / "truth" / FILES[0])
    agreed = [net for net in networks if net["agreed"]]
    assert len(agreed) > 50
    for net in agreed:
        for engine in ENGINES:
            for result in network_of(net, header, engine).answers():
                for i, row in rows(net, engine):
                    assert all_dates(result, i, engine) == wanted(row), (net["name"], engine, i)


# --- free float ---------------------------------------------------------------------------


def uncapped_room(result: Passes, i: int) -> int:
    """Return how far an activity may slip by its links alone, without our cap at total float."""
    return max(0, result.late.room[i] - result.early.finish[i])


def primavera_room(given: Given, result: Passes, i: int) -> int:
    """Return free float by Primavera's reading of leads.

    A lead between starts counts for nothing, any other no further back than the project start.
    """
    network, slack = result.network, link_slack(result)
    room: list[int] = []
    for number, link in enumerate(given.links):
        gap = slack[number]
        if network.ids[i] != link.predecessor or gap is None:
            continue
        ends = result.early.at_start if link.type.from_start else result.early.at_finish
        reached = network.table(i).index(ends[i]) + link.lag
        if link.lag < 0 and link.type is DependencyType.START_TO_START:
            gap += link.lag
        elif link.lag < 0:
            gap += min(0, reached - network.table(i).index(network.ground))
        room.append(gap)
    return max(0, min(room)) if room else uncapped_room(result, i)


# The four-day action 4 of one network leads an action on another calendar by 2 days. That it may
# slip by nothing before the other moves is proved by slipping it, below.
MICROSOFT_ELSEWHERE = {("c11-179-calendars", 4)}


@pytest.mark.parametrize("file", FILES)
def test_free_float_is_the_engines_by_their_own_reading_of_leads(shared: Path, file: str) -> None:
    """Free float without our cap is Microsoft's, and Primavera's once leads are read as there."""
    for net, header, engine in cases(shared, file):
        if net["exceptions"][engine]:
            continue
        given = network_of(net, header, engine)
        result = given.answers()[-1]
        for i, row in rows(net, engine):
            if engine == "primavera":
                assert primavera_room(given, result, i) == row["FF"], (net["name"], i)
            elif (net["name"], i) not in MICROSOFT_ELSEWHERE:
                assert uncapped_room(result, i) == row["FF"], (net["name"], i)


@pytest.mark.parametrize("file", FILES)
def test_free_float_is_the_least_slack_capped_by_total_float(shared: Path, file: str) -> None:
    """Ours is never negative and never above the larger of total float and nothing."""
    for net, header, engine in cases(shared, file):
        result = network_of(net, header, engine).answers()[0]
        for i, _ in rows(net, engine):
            total, free = result.total_float[i], result.free_float[i]
            assert total is not None
            assert free == max(0, min(uncapped_room(result, i), total)), (net["name"], i)


def test_the_one_free_float_that_differs_is_right_by_definition(shared: Path) -> None:
    """Slipping that action by one day moves its successor, so it has no free float."""
    header, *networks = read_lines(shared / "truth" / FILES[1])
    [(name, i)] = MICROSOFT_ELSEWHERE
    [net] = [each for each in networks if each["name"] == name]
    result = network_of(net, header, "microsoft").answers()[0]
    slipped = held_back(result, i, 1)
    assert result.free_float[i] == 0
    assert net["microsoft"][i]["FF"] == 1
    assert slipped.early_start[6] == result.early_start[6] + 1


# --- where an engine follows another meaning -----------------------------------------------


def restated(given: Given, engine: str, known: set[str]) -> Given:
    """Return a network so that our rules say what the engine's exceptions say."""
    if known & {BEFORE_START, FINISH_BEFORE_START}:
        given = given.without_start(pulled_before_start(given, engine))
    if STAYS_BEHIND in known:
        given = evolve(given, data_date=None, override=True)
    if ONLY_TIGHTENS in known and given.finish is not None:
        deadline = Limit(kind=ConstraintKind.FINISH_NO_LATER_THAN, instant=given.finish)
        followed = {link.predecessor for link in given.links}
        activities = tuple(
            each if each.id in followed else evolve(each, limits=(*each.limits, deadline))
            for each in given.activities
        )
        given = evolve(given, activities=activities, finish=None)
    return given


def pulled_before_start(given: Given, engine: str) -> set[str]:
    """Return the work that an engine lets lie before the project start.

    Both free a finish-no-earlier-than action without predecessor; Microsoft also whatever waits
    for something, unless one of the links is finish-to-finish.
    """
    waiting = {link.successor for link in given.links}
    kept = {link.successor for link in given.links if link.type is DependencyType.FINISH_TO_FINISH}
    free = {
        each.id
        for each in given.activities
        if each.id not in waiting
        and any(limit.kind is ConstraintKind.FINISH_NO_EARLIER_THAN for limit in each.limits)
    }
    return free | (waiting - kept if engine == "microsoft" else set())


def excepted(shared: Path, wanted: Callable[[set[str]], bool]) -> Iterator[tuple[Any, ...]]:
    """Yield the networks whose known exceptions are as wanted, restated, with the shifts."""
    for file in FILES:
        for net, header, engine in cases(shared, file):
            known = set(net["exceptions"][engine])
            if known and wanted(known):
                given = restated(network_of(net, header, engine), engine, known)
                yield net, engine, given, shifts(header, given)


def shifts(header: Json, given: Given) -> dict[str, int]:
    """Return for each calendar how many working days lie before the true project start."""
    start = begin_of(date.fromisoformat(header["start"]))
    return {
        name: CalendarTable(each, given.start).index(start)
        for name, each in calendars_of(header).items()
    }


def shifted(row: Json, net: Json, i: int, by: dict[str, int]) -> tuple[int, ...]:
    """Return an engine's answer counted from an earlier start."""
    days = by[net["tasks"][i].get("calendar", PLAN)]
    es, ef, ls, lf, total = wanted(row)
    return es + days, ef + days, ls + days, lf + days, total


def test_exceptions_that_can_be_restated_leave_no_difference(shared: Path) -> None:
    """Work before the start, and a late target as a deadline: by their rule, all is equal."""
    count = 0
    for net, engine, given, by in excepted(shared, lambda known: known <= RESTATED):
        result = given.answers()[0]
        for i, row in rows(net, engine):
            assert all_dates(result, i, engine) == shifted(row, net, i, by), (net["name"], i)
        count += 1
    assert count > 5


def test_exceptions_of_the_backward_pass_leave_early_dates_alone(shared: Path) -> None:
    """Rounding and facts that bound backwards there change late dates only."""

    def late_only(known: set[str]) -> bool:
        backward = {each for each in known if each.startswith(SEVERAL_CALENDARS)}
        return bool(known & LATE_ONLY | backward) and known <= LATE_ONLY | RESTATED | backward

    count = 0
    for net, engine, given, by in excepted(shared, late_only):
        result = given.answers()[0]
        for i, row in rows(net, engine):
            early = early_dates(result, i, engine)
            assert early == shifted(row, net, i, by)[:2], (net["name"], i)
        count += 1
    assert count > 5


def broken_limits(given: Given, result: Passes) -> list[int]:
    """Return the activities that come later than one of their own constraints allows."""
    found: list[int] = []
    for i, each in enumerate(given.activities):
        ends = {True: result.early.at_start, False: result.early.at_finish}
        if any(
            limit.not_after and ends[limit.on_start][i] > limit.instant for limit in each.limits
        ):
            found.append(i)
    return found


def test_a_constraint_that_wins_there_touches_only_what_follows_it(shared: Path) -> None:
    """Logic wins here: early dates differ only at a broken constraint and behind it."""
    wins = {CONSTRAINT_WINS, MANDATORY}
    count = 0
    for net, engine, given, by in excepted(
        shared, lambda known: bool(known & wins) and known <= wins | RESTATED
    ):
        result = given.answers()[-1]
        broken = set(broken_limits(given, result))
        for i, row in rows(net, engine):
            if not broken & with_predecessors(result.network, [i]):
                early = early_dates(result, i, engine)
                assert early == shifted(row, net, i, by)[:2], (net["name"], i)
        for i in broken:
            total = result.total_float[i]
            assert total is not None
            assert total < 0, (net["name"], i)
        count += 1
    assert count > 5


def test_unfinished_work_that_stays_behind_the_data_date(shared: Path) -> None:
    """Without a data date of ours, dates are Microsoft's unless a link holds a finish.

    Links into started work do not move it there.
    """
    count = 0
    for net, engine, given, by in excepted(shared, lambda known: known == {STAYS_BEHIND}):
        result = given.answers()[0]
        held = {result.network.position(x.successor) for x in given.links if x.type.to_finish}
        for i, row in rows(net, engine):
            if not held & with_predecessors(result.network, [i]):
                early = early_dates(result, i, engine)
                assert early == shifted(row, net, i, by)[:2], (net["name"], i)
                count += 1
    assert count > 50


def test_an_engine_that_contradicts_itself_is_no_oracle(shared: Path) -> None:
    """In these networks a span of the named action there, early or late, is not its duration."""
    count = 0
    for net, engine, given, _ in excepted(
        shared, lambda known: any(each.startswith(CONTRADICTION) for each in known)
    ):
        [sentence] = [x for x in net["exceptions"][engine] if x.startswith(CONTRADICTION)]
        i = int(sentence.removeprefix(CONTRADICTION).split()[0])
        row = net[engine][i]
        spans = {row["EF"] - row["ES"], row["LF"] - row["LS"]}
        assert spans != {net["tasks"][i]["duration"]}
        result = given.answers()[0]
        assert result.early_finish[i] - result.early_start[i] == net["tasks"][i]["duration"]
        count += 1
    assert count


def test_floats_in_several_calendars_are_right_where_the_engine_rounds(shared: Path) -> None:
    """There, holding work back by our float leaves the finish, and one day more does not."""
    count = 0
    for net, _, given, _ in excepted(
        shared, lambda known: any(each.startswith(SEVERAL_CALENDARS) for each in known)
    ):
        result = given.answers()[0]
        for i, total in enumerate(result.total_float):
            assert total is not None
            last = result.finish_instant
            assert held_back(result, i, total).finish_instant <= last, (net["name"], i)
            assert held_back(result, i, total + 1).finish_instant > last, (net["name"], i)
        count += 1
    assert count
