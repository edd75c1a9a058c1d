"""The bodies of an area as agencies: ready for a plan, with codes, time, sources and successors."""

from datetime import date

import pytest

from send_framework import AgencyKind, CodeScheme, Confidence, Plan
from send_framework.reference import (
    CareBoard,
    CommissioningGroup,
    LocalArea,
    agencies_for,
    agency_id,
    agency_of,
    board,
    boards_for,
    heirs_in,
    local_area,
    local_areas,
    national_bodies,
    partnership_for,
)
from send_framework.reference.areas import every_area
from send_framework.reference.boards import every_board, every_group

DAYS = (date(2021, 6, 1), date(2022, 7, 1), date(2024, 1, 30), date(2026, 3, 31), date(2026, 7, 1))
BEFORE, AFTER = date(2024, 1, 30), date(2026, 7, 1)


@pytest.mark.parametrize("day", DAYS)
def test_the_bodies_of_every_area_make_a_plan(day: date) -> None:
    """Ids are unique, every reference inside is known, and every body exists on the day."""
    for area in local_areas(on=day):
        agencies = agencies_for(area, on=day)
        plan = Plan(
            title="A plan",
            partnership=partnership_for(area, on=day),
            agencies=(*agencies, *national_bodies()),
        )
        assert plan.partnership is not None
        assert all(each.exists_on(day) for each in plan.agencies)
        assert agencies[0].kind is AgencyKind.LOCAL_AUTHORITY
        assert len(agencies) > 1


def test_the_boards_are_those_of_the_day_without_the_minor_ones() -> None:
    """The same boards that `boards_for` gives, and in the same order."""
    for area in local_areas(on=BEFORE):
        _, *health = agencies_for(area, on=BEFORE)
        assert [each.id for each in health] == [
            f"ICB-{part.board.ods}" for part in boards_for(area, on=BEFORE)
        ]


def test_a_span_brings_those_who_follow_and_links_them() -> None:
    """Suffolk from January 2024 to July 2026: two boards, and the one that took over from both."""
    agencies = agencies_for("Suffolk", on=BEFORE, until=AFTER)
    assert [(each.id, each.valid_to, each.successors) for each in agencies] == [
        ("LA-935", None, ()),
        ("ICB-QJG", date(2026, 3, 31), ("ICB-T6Y0W",)),
        ("ICB-QMM", date(2026, 3, 31), ("ICB-T6Y0W",)),
        ("ICB-T6Y0W", None, ()),
    ]
    for area in local_areas():
        Plan(title="A plan", agencies=agencies_for(area, on=date(2022, 1, 1), until=AFTER))


def test_groups_stand_in_before_boards_and_are_followed_by_them() -> None:
    """In June 2022 Suffolk had three groups; each leads to its board."""
    agencies = agencies_for("Suffolk", on=date(2022, 6, 1), until=date(2022, 8, 1))
    assert {each.id: each.successors for each in agencies[1:]} == {
        "CCG-06L": ("ICB-QJG",),
        "CCG-26A": ("ICB-QMM",),
        "CCG-07K": ("ICB-QJG",),
        "ICB-QJG": (),
        "ICB-QMM": (),
    }
    assert [each.id for each in agencies_for("Suffolk", on=date(2020, 1, 1))] == ["LA-935"]


def test_an_agency_carries_its_codes_its_sources_and_its_doubt() -> None:
    """A board of April 2026 was read in secondary sources only, and says so."""
    _, essex = agencies_for("Thurrock", on=AFTER)
    assert [str(code) for code in essex.codes] == ["ods:D7T5G", "gss:E54000066"]
    assert essex.confidence is Confidence.SECONDARY
    assert essex.sources
    assert essex.also_known_as == ("NHS Essex ICB",)


def test_a_council_does_not_begin_with_its_code() -> None:
    """A code of 2009, or one reissued in 2025, says nothing on when the council began."""
    began = {area.name: agency_of(area).valid_from for area in local_areas()}
    assert began["Suffolk"] is None
    assert began["Barnsley"] is None
    assert began["Gateshead"] is None
    assert began["Cumberland"] == date(2023, 4, 1)
    assert began["Buckinghamshire"] == date(2020, 4, 1)
    assert sum(day is not None for day in began.values()) == 9


def test_a_council_keeps_every_code_it_had() -> None:
    """Barnsley in 2024 and in 2026 is one agency with two GSS codes."""
    then, now = (agencies_for("Barnsley", on=day)[0] for day in (BEFORE, AFTER))
    assert then.id == now.id == "LA-370"
    assert then.valid_to is now.valid_to is None
    assert [(code.value, code.valid_to) for code in now.codes if code.scheme is CodeScheme.GSS] == [
        ("E08000016", date(2025, 3, 31)),
        ("E08000038", None),
    ]


def test_ids_are_made_of_codes_and_are_unique() -> None:
    """The same body has the same id in every plan."""
    bodies: tuple[LocalArea | CareBoard | CommissioningGroup, ...] = (
        *every_area(),
        *every_board(),
        *every_group(),
    )
    ids = {agency_id(body) for body in bodies}
    # Barnsley and Sheffield are listed under two codes each, and are one council each.
    assert len(ids) == len(bodies) - 2
    assert agency_id(local_area("E10000002")) == "LA-E10000002"
    assert agency_id(local_area("Buckinghamshire")) == "LA-825"
    assert agency_id(board("QJG")) == "ICB-QJG"


def test_a_council_that_ended_has_its_last_day() -> None:
    """Cumbria ended in 2023; its agency says so."""
    cumbria = agencies_for("Cumbria", on=date(2022, 8, 1))[0]
    assert (cumbria.id, cumbria.valid_to) == ("LA-E10000006", date(2023, 3, 31))
    assert agencies_for("Cumbria", on=date(2024, 1, 1))[0].id == "LA-E10000006"


def test_a_council_has_no_code_of_the_council_it_replaced() -> None:
    """Buckinghamshire Council is not the county council that had the same department's code."""
    council = agencies_for("Buckinghamshire", on=AFTER)[0]
    assert [str(code) for code in council.codes] == ["gss:E06000060", "dfe:825"]


def test_the_name_of_a_council_is_the_areas_and_says_so() -> None:
    """What a council calls itself is not in the data, so nothing is made up."""
    bristol = agencies_for("Bristol", on=BEFORE)[0]
    assert bristol.name == "City of Bristol local authority"
    assert "not in the data" in bristol.note


def test_heirs_are_those_of_the_area_where_a_board_was_split() -> None:
    """Frimley went three ways; each area has one of them."""
    frimley = board("Frimley")
    assert {heir.codes[0].value for heir in heirs_in(frimley, None, AFTER)} == {
        "S0E4D", "S9B9J", "QRL",
    }  # fmt: skip
    for area, ods in (("Slough", "S0E4D"), ("Surrey", "S9B9J"), ("Hampshire", "QRL")):
        (heir,) = heirs_in(frimley, local_area(area), AFTER)
        assert heir.codes[0].value == ods
    # Suffolk never had Frimley, so its boards say nothing.
    assert len(heirs_in(frimley, local_area("Suffolk"), AFTER)) == 3


def test_heirs_of_heirs_are_found() -> None:
    """A group of 2022 leads over a board that ended to the one that exists."""
    group = next(each for each in every_group() if each.ods == "07K")
    assert [heir.name for heir in heirs_in(group, local_area("Suffolk"), AFTER)] == [
        "NHS Norfolk and Suffolk Integrated Care Board"
    ]
    assert [heir.name for heir in heirs_in(group, None, BEFORE)] == [
        "NHS Suffolk and North East Essex Integrated Care Board"
    ]
    cumbria = heirs_in(local_area("Cumbria"), None, AFTER)
    assert [heir.name for heir in cumbria] == ["Cumberland", "Westmorland and Furness"]


def test_without_a_day_today_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing else depends on the clock."""
    monkeypatch.setattr("send_framework.reference.agencies.today", lambda: AFTER)
    assert partnership_for("Norfolk").boards == ("ICB-T6Y0W",)
