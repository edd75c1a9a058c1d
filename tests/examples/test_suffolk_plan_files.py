"""Suffolk's two plan files: what is in them, and how sure it is."""

import re
from datetime import date
from pathlib import Path

from send_framework import (
    ENGLAND,
    Confidence,
    DependencyType,
    Fact,
    Plan,
    RecommendationKind,
    Status,
)
from tests.examples.suffolk import action, event, facts, inspection


def test_the_later_file_has_all_35_actions(in_2026: Plan) -> None:
    """S01 to S35 are there, in order."""
    assert [each.id for each in in_2026.actions] == [f"S{n:02}" for n in range(1, 36)]


def test_the_earlier_file_has_what_was_known_and_no_more(in_2024: Plan, in_2026: Plan) -> None:
    """The second package, the timeliness target and all later work are not in it yet."""
    then = {each.id for each in in_2024.actions}
    later = {each.id for each in in_2026.actions} - then
    assert then < {each.id for each in in_2026.actions}
    assert later == {"S05", "S33", "S34", "S35"} | {
        f"S{n}" for n in (*range(10, 18), *range(26, 31))
    }


def test_the_earlier_file_states_no_fact_after_its_day(in_2024: Plan) -> None:
    """No actual date, held meeting, observation or evidence is later than 24 May 2024."""
    on = in_2024.data_date
    assert on == date(2024, 5, 24)
    dates = [
        getattr(each, name)
        for each in in_2024.actions
        for name in ("actual_start", "actual_finish")
    ]
    dates += [each.actual for each in in_2024.commitments]
    dates += [each.date for cycle in in_2024.reviews for each in cycle.held]
    dates += [each.period for one in in_2024.measures for each in one.observations]
    dates += [proof.date for each in in_2024.actions for proof in each.evidence]
    firsts = [day.earliest() or day.latest() for day in dates if day is not None]
    assert firsts
    assert all(day is not None and day <= on for day in firsts)


def test_only_announced_events_lie_ahead_of_the_earlier_file(in_2024: Plan) -> None:
    """On 24 May 2024 a board meeting and a director's first day were announced."""
    on = date(2024, 5, 24)
    ahead = [each.id for each in in_2024.events if each.date and (each.date.latest() or on) > on]
    assert ahead == ["E-ICB-BOARD", "E-DIRECTOR"]


def test_sources_published_later_are_not_cited_in_the_earlier_file(in_2024: Plan) -> None:
    """A page with a later day of publication could not have been read then."""
    days = [each.published for each in in_2024.register if each.published]
    assert days
    assert max(days) <= date(2024, 5, 24)


def test_no_fact_of_the_later_file_is_in_its_future(in_2026: Plan) -> None:
    """Everything that happened had happened by 7 January 2026."""
    on = date(2026, 1, 7)
    assert in_2026.data_date == on
    days = [each.date.earliest() or each.date.latest() for each in in_2026.events if each.date]
    assert all(day is not None and day <= on for day in days)


def test_everything_in_the_plan_says_how_sure_it_is(either: Plan) -> None:
    """Recommendations, work, money, events, bodies and figures carry a confidence."""
    told: list[tuple[str, Fact]] = [
        *((each.id, each) for each in either.agencies),
        *((each.id, each) for each in either.inspections),
        *((each.id, each) for each in either.events),
        *((each.id, each) for each in either.recommendations),
        *((each.id, each) for each in either.actions),
        *((each.id, each) for each in either.commitments),
        *((each.id, each) for each in either.reviews),
        *((one.id, each) for one in either.measures for each in one.observations),
        *((one.id, each) for one in either.measures for each in one.targets),
    ]
    assert [name for name, fact in told if fact.confidence is None] == []


def test_whatever_is_done_or_decided_has_a_source(either: Plan) -> None:
    """Every action, recommendation, event and commitment can be checked against something."""
    told: list[tuple[str, Fact]] = [
        *((each.id, each) for each in either.events),
        *((each.id, each) for each in either.recommendations),
        *((each.id, each) for each in either.actions),
        *((each.id, each) for each in either.commitments),
        *((each.id, each) for each in either.reviews),
    ]
    assert [name for name, fact in told if not fact.sources] == []


def test_every_link_is_an_assumption(either: Plan) -> None:
    """Sources give an order at most, never a type of link: each link names its assumption."""
    linked = [f"{each.id} after {link.id}" for each in either.actions for link in each.after]
    linked += [f"{each.id} after {link.id}" for each in either.commitments for link in each.after]
    assert linked
    assert [link for link in linked if either.assumed(link) is None] == []


def test_no_duration_is_made_up(either: Plan) -> None:
    """Nobody published a duration, so the files give none; answers mark the stand-ins."""
    assert [each.id for each in either.actions if each.duration is not None] == []


def test_the_unpublished_rows_are_not_pretended(either: Plan) -> None:
    """The plan says that its actions are not the rows of the priority action plan."""
    assert "rows of the priority action plan itself could not be had" in either.note


def test_only_the_register_is_cited(either: Plan) -> None:
    """Each source is listed once, and each one listed is cited."""
    cited = {source.key for fact in facts(either) for source in fact.sources}
    cited |= {
        source.key for fact in facts(either) for claim in fact.claims for source in claim.sources
    }
    assert cited == {source.key for source in either.register}


def test_receipt_is_worked_back_and_marked(either: Plan) -> None:
    """7 March less 35 working days is 18 January 2024, 8 working days before publication."""
    report = inspection(either, "I2023")
    assert report.report_received
    received = report.report_received.earliest()
    assert received
    assert not report.report_received.is_day
    assert ENGLAND.add(received, 35) == date(2024, 3, 7)
    assert ENGLAND.add(received, 8) == date(2024, 1, 30)
    assert ENGLAND.add(date(2024, 1, 30), 27) == date(2024, 3, 7)
    [claim] = [each for each in report.claims if each.about == "report_received"]
    assert claim.confidence is Confidence.INFERRED


def test_the_recommendations_are_those_of_the_report(either: Plan) -> None:
    """Two priority actions held jointly, three areas for improvement that name no body."""
    kinds = [each.kind for each in either.recommendations]
    assert kinds == 2 * [RecommendationKind.PRIORITY_ACTION] + 3 * [
        RecommendationKind.AREA_FOR_IMPROVEMENT
    ]
    assert [each.responsible for each in either.recommendations] == [
        ("SCC", "SNEE", "NW"), ("SCC", "SNEE", "NW"), (), (), (),
    ]  # fmt: skip
    assert [part.id for part in either.recommendations[0].parts] == [
        "PA1(a)", "PA1(b)", "PA1(c)", "PA1(d)",
    ]  # fmt: skip


def test_one_board_succeeds_the_two_that_the_report_names(in_2026: Plan) -> None:
    """From 1 April 2026 NHS Norfolk and Suffolk has Suffolk's part of both."""
    for name in ("SNEE", "NW"):
        board = in_2026.agency(name)
        assert board is not None
        assert "NSICB" in board.successors
        assert board.exists_on(date(2026, 3, 31))
        assert not board.exists_on(date(2026, 4, 1))
    successor = in_2026.agency("NSICB")
    assert successor is not None
    assert successor.exists_on(date(2026, 4, 1))
    assert not successor.exists_on(date(2026, 3, 31))


def test_the_notice_is_known_and_its_day_is_not(in_2026: Plan) -> None:
    """After 9 April 2024 and before 11 February 2025."""
    notice = event(in_2026, "E-NOTICE")
    assert notice.date is not None
    assert (notice.date.earliest(), notice.date.latest()) == (date(2024, 4, 10), date(2025, 2, 10))
    assert notice.confidence is Confidence.INFERRED


def test_work_on_adulthood_is_reported_as_not_begun(in_2026: Plan) -> None:
    """The stocktake says so, and gives no date."""
    work = action(in_2026, "S33")
    assert work.status is Status.NOT_STARTED
    assert work.answers == ("PA1(d)",)
    assert (work.planned_start, work.due, work.forecast_finish) == (None, None, None)


def test_links_said_not_to_be_finish_to_start_are_not(in_2026: Plan) -> None:
    """The chair was not waited for by the board, nor the second package by the first posts."""
    types = {
        f"{each.id} after {link.id}": link.type for each in in_2026.actions for link in each.after
    }
    assert types["S03 after S02"] is not DependencyType.FINISH_TO_START
    assert types["S10 after S09"] is not DependencyType.FINISH_TO_START


def test_nobody_is_called_by_a_title(either_file: Path) -> None:
    """Office holders stand as roles: no Mr, Ms, Dr or Councillor So-and-so."""
    text = either_file.read_text("utf-8")
    assert re.findall(r"\b(?:Mr|Mrs|Ms|Dr|Cllr|Councillor|Sir|Dame)\b", text) == []
