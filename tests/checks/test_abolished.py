"""Bodies that have ended without the plan knowing, and who stands in their place."""

from datetime import date

import pytest
from attrs import evolve

from send_framework import (
    Action,
    Agency,
    AgencyKind,
    CodeScheme,
    LocalAreaPartnership,
    OfficialCode,
    Plan,
    Status,
)
from send_framework.checks import CHECKS, check
from send_framework.reference import agencies_for, boards_for, local_areas, partnership_for
from tests.checks.cases_of_bodies import (
    ABOLISHED,
    AFTER,
    NORFOLK_AND_SUFFOLK,
    PARTNERSHIP,
    SNEE,
    SUFFOLK,
)
from tests.checks.looking import found, only

CODE = "agency-abolished"
LAST_DAY = date(2026, 3, 31)
HEIR = "NHS Norfolk and Suffolk Integrated Care Board (ods:T6Y0W)"


def test_the_successor_is_that_of_the_plans_area() -> None:
    """The board was split between Suffolk and Essex; Suffolk's plan needs Suffolk's part."""
    finding = only(ABOLISHED, CODE, AFTER)
    assert finding.message == (
        "NHS Suffolk and North East Essex ICB ended on 31 March 2026, and open work (A) still "
        "names it."
    )
    assert finding.advice == f"Name who took over: {HEIR}."
    assert (finding.related, finding.day) == (("A",), LAST_DAY)
    assert {source.key for source in finding.sources} >= {"ons-boards", "boards-2026-codes"}


def test_without_an_area_every_successor_is_named() -> None:
    """Nobody knows which part is meant."""
    finding = only(evolve(ABOLISHED, partnership=None), CODE, AFTER)
    assert HEIR in finding.advice
    assert "NHS Essex Integrated Care Board (ods:D7T5G)" in finding.advice


@pytest.mark.parametrize("day", [date(2024, 6, 7), LAST_DAY])
def test_until_its_last_day_a_body_is_no_finding(day: date) -> None:
    """It exists until the close of 31 March 2026."""
    assert found(ABOLISHED, CODE, day) == []


def test_a_plan_that_knows_the_end_and_the_heir_is_left_alone() -> None:
    """The checks of owners look at such a plan; this one does not repeat them."""
    knowing = evolve(SNEE, valid_to=LAST_DAY, successors="NSICB")
    agencies = (SUFFOLK, knowing, NORFOLK_AND_SUFFOLK)
    assert found(evolve(ABOLISHED, agencies=agencies), CODE, AFTER) == []
    half = evolve(SNEE, valid_to=LAST_DAY)
    assert only(evolve(ABOLISHED, agencies=(SUFFOLK, half)), CODE, AFTER).subject == "SNEE"


def test_work_that_is_done_may_keep_the_old_name() -> None:
    """Who did it, did it; only open work and the partnership need somebody who exists."""
    done = Action(id="A", title="Work", accountable="SNEE", status=Status.COMPLETE)
    both = evolve(PARTNERSHIP, boards=("SNEE", "NSICB"))
    agencies = (SUFFOLK, SNEE, NORFOLK_AND_SUFFOLK)
    plan = evolve(ABOLISHED, actions=[done], agencies=agencies, partnership=both)
    assert found(plan, CODE, AFTER) == []
    alone = evolve(plan, partnership=PARTNERSHIP)
    assert "the partnership still names it" in only(alone, CODE, AFTER).message
    assert found(evolve(plan, partnership=None), CODE, AFTER) == []


def test_those_who_help_count_as_named() -> None:
    """A contributor that does not exist contributes nothing."""
    helped = Action(id="B", title="Work", accountable="SCC", contributors="SNEE")
    plan = evolve(ABOLISHED, actions=[helped], partnership=None)
    assert only(plan, CODE, AFTER).related == ("B",)


@pytest.mark.parametrize(
    "board",
    [
        evolve(SNEE, name="The board", also_known_as=["SNEE"]),
        evolve(SNEE, name="The board", codes=[OfficialCode(scheme=CodeScheme.ODS, value="QJG")]),
        evolve(SNEE, name="NHS Suffolk & North East Essex Integrated Care Board (ICB)"),
    ],
    ids=["another name", "code", "spelling"],
)
def test_a_body_is_known_by_its_code_or_any_usual_name(board: Agency) -> None:
    """Whatever the plan calls it."""
    assert only(evolve(ABOLISHED, agencies=(SUFFOLK, board)), CODE, AFTER).subject == "SNEE"


def test_a_body_that_nobody_knows_is_no_finding() -> None:
    """A trust, a forum or a board under a name of its own is not in the data."""
    for changed in (
        evolve(SNEE, name="The board"),
        evolve(SNEE, kind=AgencyKind.NHS_PROVIDER),
    ):
        assert found(evolve(ABOLISHED, agencies=(SUFFOLK, changed)), CODE, AFTER) == []


def test_a_council_whose_code_was_reissued_has_not_ended() -> None:
    """Sheffield has a new code since April 2025 and is the same council."""
    council = evolve(SUFFOLK, codes=[OfficialCode(scheme=CodeScheme.GSS, value="E08000019")])
    plan = Plan(
        title="A plan",
        agencies=[council],
        actions=[Action(id="A", title="Work", accountable="SCC")],
    )
    assert found(plan, CODE, AFTER) == []


def test_without_a_known_successor_the_usual_advice_stands(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Every body that ended has one in today's data; a newer list may not say."""
    monkeypatch.setattr("send_framework.checks.abolished.heirs_in", lambda *_: ())
    assert only(ABOLISHED, CODE, AFTER).advice == CHECKS[CODE].advice


def test_of_several_codes_the_one_that_lasts_counts() -> None:
    """A plan may list a council's old code beside its new one."""
    codes = [OfficialCode(scheme=CodeScheme.GSS, value=gss) for gss in ("E10000027", "E06000066")]
    plan = Plan(
        title="A plan",
        agencies=[evolve(SUFFOLK, codes=codes)],
        actions=[Action(id="A", title="Work", accountable="SCC")],
    )
    assert found(plan, CODE, AFTER) == []
    old = evolve(SUFFOLK, codes=codes[:1])
    assert "E06000066" in only(evolve(plan, agencies=[old]), CODE, AFTER).advice


def test_a_council_that_was_split_names_its_heirs() -> None:
    """Cumbria ended in 2023; two councils took over."""
    plan = Plan(
        title="A plan",
        agencies=[evolve(SUFFOLK, name="Cumbria County Council")],
        actions=[Action(id="A", title="Work", accountable="SCC")],
    )
    assert only(plan, CODE, AFTER).advice == (
        "Name who took over: Cumberland (gss:E06000063) and Westmorland and Furness "
        "(gss:E06000064)."
    )


def test_every_area_whose_board_ended_is_found_and_no_other() -> None:
    """Plans of all 153 areas, made before April 2026 and judged after it."""
    stale = {area.name for area in local_areas() if _names_an_ended_body(area.name)}
    changed = {
        area.name
        for area in local_areas()
        if any(part.board.valid_to for part in boards_for(area, on=LAST_DAY))
    }
    assert stale == changed
    assert len(stale) == 38


def _names_an_ended_body(area: str) -> bool:
    then = date(2024, 1, 30)
    forgetful = [evolve(each, valid_to=None) for each in agencies_for(area, on=then)]
    partnership: LocalAreaPartnership = partnership_for(area, on=then)
    work = Action(id="A", title="Work", accountable=[each.id for each in forgetful])
    plan = Plan(title="A plan", agencies=forgetful, partnership=partnership, actions=[work])
    findings = [each for each in check(plan, on=AFTER) if each.code == CODE]
    served = {part.board.name for part in boards_for(area, on=AFTER)}
    for finding in findings:
        assert any(f"{name} (ods:" in finding.advice for name in served), finding.advice
    return bool(findings)
