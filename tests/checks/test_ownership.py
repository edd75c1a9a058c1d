"""Owners: bodies that end, begin and follow one another, inside and outside a partnership."""

from datetime import date
from typing import Any

from attrs import evolve

from send_framework import Agency, AgencyKind, Milestone
from tests.checks.cases import AFI1, COUNCIL, NEW_BOARD, OLD_BOARD, PA1, PARTNERSHIP, act, plan
from tests.checks.looking import found, only


def _board(id: str, **fields: Any) -> Agency:  # noqa: A002, ANN401 - as the class names it
    kind = AgencyKind.INTEGRATED_CARE_BOARD
    return Agency(id=id, name=f"Board {id}", kind=kind, **fields)


LATE = {"planned_start": "2026-05-01", "due": "2026-06-01"}


def test_the_successor_is_named() -> None:
    """After the reorganisation of 1 April 2026 the advice names the new board."""
    finding = only(plan(act(accountable="OLD", **LATE)), "owner-did-not-exist")
    assert finding.advice == "Name who took over from OLD: NEW (A new NHS board)."
    assert finding.related == ("OLD", "NEW")


def test_the_successor_of_a_successor_is_named() -> None:
    """Clinical commissioning groups gave way to boards, and those to others."""
    bodies = (
        COUNCIL,
        _board("G", valid_to=date(2022, 6, 30), successors=["OLD", "H"]),
        OLD_BOARD,
        NEW_BOARD,
        _board("H", valid_to=date(2023, 1, 1), successors=["G", "NEW"]),
    )
    finding = only(plan(act(accountable="G", **LATE), agencies=bodies), "owner-did-not-exist")
    assert finding.advice == "Name who took over from G: NEW (A new NHS board)."


def test_a_body_without_successor_leaves_a_question() -> None:
    """Where nobody entered who took over, the advice is to find out."""
    gone = _board("GONE", valid_to=date(2025, 1, 1))
    finding = only(plan(act(accountable="GONE", **LATE), agencies=[gone]), "owner-did-not-exist")
    assert finding.advice == "Find out who took over from GONE, and name them as owner."


def test_a_body_may_not_exist_yet() -> None:
    """Work of 2024 cannot be owned by a board of 2026."""
    finding = only(plan(act(lead="NEW", due="2024-07-01")), "owner-did-not-exist")
    assert "NEW, an owner of A (Work A), began on 1 April 2026" in finding.message
    assert finding.advice == "Name a body that exists on those days."


def test_a_body_may_begin_while_the_work_goes_on() -> None:
    """A board that begins during the work was not there at its start."""
    work = act(accountable="NEW", planned_start="2026-03-02", due="2026-05-01")
    finding = only(plan(work), "owner-changes-during-work")
    assert finding.message == (
        "NEW, an owner of A (Work A), begins on 1 April 2026, during the work (2 March 2026 to "
        "1 May 2026)."
    )


def test_work_without_any_day_judges_no_owner() -> None:
    """Nothing can be said about an owner of work that stands nowhere in time."""
    board = Milestone(id="M", title="Board", accountable="NEW")
    both = plan(act(accountable="OLD"), milestones=[board])
    assert found(both, "owner-did-not-exist") == []


def test_finished_work_is_judged_by_its_own_days() -> None:
    """What was finished while the owner existed was owned, whatever was promised."""
    done = act(accountable="OLD", due="2026-06-01", actual_finish="2026-03-31")
    assert found(plan(done), "owner-did-not-exist", date(2026, 7, 1)) == []
    assert found(plan(done), "owner-changes-during-work", date(2026, 7, 1)) == []


def test_a_plan_without_partnership_has_no_outsiders() -> None:
    """Nobody is outside a partnership that was not entered."""
    assert found(plan(act(accountable="ICB")), "owner-not-in-partnership") == []
    inside = plan(act(accountable=["CC", "OLD"]), partnership=PARTNERSHIP)
    assert found(inside, "owner-not-in-partnership") == []


def test_bodies_count_only_where_something_is_done() -> None:
    """A recommendation that nothing answers is told as such, not body by body."""
    asked = evolve(PA1, responsible=["CC", "ICB"])
    bare = plan(recommendations=[asked])
    assert found(bare, "responsible-body-without-action") == []
    board = Milestone(id="M", title="Agree", answers="PA1", accountable=["CC", "ICB"])
    assert found(plan(milestones=[board], recommendations=[asked]),
                 "responsible-body-without-action") == []  # fmt: skip


def test_areas_for_improvement_print_no_body() -> None:
    """Only areas for priority action have a column of responsible bodies."""
    assert found(plan(recommendations=[AFI1]), "priority-action-without-body") == []
