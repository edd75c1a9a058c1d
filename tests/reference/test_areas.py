"""Local areas: every name and code, when each was in force, and what came before and after."""

from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from send_framework.errors import SendFrameworkError, UnknownNameError
from send_framework.reference import area_then, local_area, local_areas, search_areas
from send_framework.reference.areas import every_area
from send_framework.reference.names import plain
from tests.reference.conftest import Raw

DAYS = (date(2018, 1, 1), date(2019, 4, 1), date(2022, 7, 1), date(2023, 4, 1), date(2026, 11, 24))


def test_there_are_as_many_areas_as_the_lists_say_on_any_day(raw: Raw) -> None:
    """Counted from the lists themselves; the number is nowhere fixed."""
    listed = [*raw("local-areas"), *raw("local-areas-former")]
    for day in DAYS:
        count = sum(
            row["valid_from"] <= day.isoformat() <= (row["valid_to"] or "9999") for row in listed
        )
        assert len(local_areas(on=day)) == count
    assert len(local_areas()) == len(raw("local-areas")) == 153
    assert len(every_area()) == len(listed) == 163


def test_every_code_of_every_area_finds_it(raw: Raw) -> None:
    """The GSS code finds the one row it stands in; the department's code the latest."""
    for row in (*raw("local-areas"), *raw("local-areas-former")):
        assert local_area(row["gss_code"]).gss == row["gss_code"]
        assert local_area(f"gss:{row['gss_code'].lower()}").gss == row["gss_code"]
    for row in raw("local-areas"):
        assert local_area(row["dfe_code"]).gss == row["gss_code"]
        assert local_area(f"dfe:{row['dfe_code']}").name == row["name"]


def test_every_name_and_short_name_finds_its_area(raw: Raw) -> None:
    """In small letters, with white space, as listed and as spoken."""
    for row in raw("local-areas"):
        assert local_area(row["name"]).gss == row["gss_code"]
        assert local_area(f"  {row['name'].upper()} ").gss == row["gss_code"]
        assert local_area(local_area(row["gss_code"]).spoken_name).gss == row["gss_code"]
        if row["short_name"] != "Kingston":
            assert local_area(row["short_name"]).gss == row["gss_code"]


def test_every_former_name_finds_the_area_that_ended(raw: Raw) -> None:
    """Cumbria is Cumbria; a name that lives on means the living area, except on an old day."""
    for row in raw("local-areas-former"):
        then = date.fromisoformat(row["valid_to"])
        assert local_area(row["name"], on=then).gss == row["gss_code"]
        assert local_area(row["dfe_code"], on=then).gss == row["gss_code"]
    assert local_area("Cumbria").gss == "E10000006"
    assert local_area("Dorset").gss == "E06000059"


def test_codes_are_unique() -> None:
    """One GSS code, one row; a department's code returns only where it was kept."""
    assert len({area.gss for area in every_area()}) == 163
    kept = [dfe for dfe, many in Counter(area.dfe for area in every_area()).items() if many > 1]
    # Dorset got a new code in 2019, so it is not among them.
    assert sorted(local_area(dfe).name for dfe in kept) == [
        "Barnsley", "Buckinghamshire", "North Yorkshire", "Sheffield", "Somerset",
    ]  # fmt: skip


def test_no_day_falls_between_two_codes() -> None:
    """Wherever one area follows another, it begins on the day after the other ended."""
    for area in every_area():
        for follower in area.successors:
            after = local_area(follower.code)
            assert area.valid_to is not None
            assert after.valid_from == area.valid_to + timedelta(days=1)
            assert area.gss in {each.code for each in after.predecessors}


def test_successions_are_told_from_both_sides() -> None:
    """Whatever an area came from says so too; what passed in part is marked."""
    poole = local_area("Bournemouth, Christchurch and Poole")
    assert [(each.code, each.part) for each in poole.predecessors] == [
        ("E06000028", False), ("E06000029", False), ("E10000009", True),
    ]  # fmt: skip
    cumbria = local_area("Cumbria")
    assert [(each.code, each.part) for each in cumbria.successors] == [
        ("E06000063", True), ("E06000064", True),
    ]  # fmt: skip
    for area in every_area():
        for before in area.predecessors:
            assert area.gss in {each.code for each in local_area(before.code).successors}


def test_a_reissued_code_is_told_from_a_new_council() -> None:
    """Barnsley and Sheffield only changed their codes."""
    assert {area.name for area in every_area() if area.reissued} == {"Barnsley", "Sheffield"}
    assert sum(area.reissued for area in every_area()) == 4


def test_a_planned_split_is_a_note_and_no_code() -> None:
    """Surrey's is announced for 2027; nothing is entered for it."""
    assert local_area("Surrey").planned == "East Surrey and West Surrey, 2027-04-01"
    assert local_area("Surrey").successors == ()
    assert [area.name for area in every_area() if area.planned] == ["Surrey"]


def test_an_area_is_found_under_the_code_it_had_then() -> None:
    """Barnsley in 2024 had its old code, and Cumberland did not exist in 2022."""
    barnsley = area_then(local_area("Barnsley"), date(2024, 1, 1))
    assert barnsley is not None
    assert barnsley.gss == "E08000016"
    assert area_then(local_area("Cumberland"), date(2022, 7, 1)) is None


@pytest.mark.parametrize(
    ("asked", "meant"),
    [("Sufolk", "Suffolk"), ("Midlesbrough", "Middlesbrough"), ("E1000029", "E10000029")],
)
def test_a_mistyped_name_is_answered_with_a_near_one(asked: str, meant: str) -> None:
    """The message says what was looked for and what might be meant."""
    with pytest.raises(UnknownNameError, match=f"Did you mean '{meant}'"):
        local_area(asked)


def test_a_name_of_two_councils_is_answered_with_both() -> None:
    """Dorset County Council ended in 2019 and Dorset Council began: without a day it is unclear."""
    with pytest.raises(UnknownNameError, match="more than one body") as raised:
        local_area("Dorset County Council")
    assert raised.value.candidates == ("Dorset to 31 March 2019", "Dorset from 1 April 2019")
    assert local_area("Dorset County Council", on=date(2018, 1, 1)).gss == "E10000009"
    assert local_area("Dorset Council").gss == "E06000059"


def test_a_name_on_a_day_before_it_existed_says_since_when() -> None:
    """Cumberland is known, only not yet in 2020."""
    with pytest.raises(UnknownNameError, match="not in force on 1 January 2020") as raised:
        local_area("Cumberland", on=date(2020, 1, 1))
    assert "from 1 April 2023" in str(raised.value)


def test_an_area_is_returned_as_it_is() -> None:
    """Look-ups take what they gave."""
    suffolk = local_area("Suffolk")
    assert local_area(suffolk) is suffolk


@given(st.text(max_size=60))
def test_no_text_at_all_ends_in_anything_but_an_area_or_one_error(text: str) -> None:
    """Whatever is typed, the answer is an area whose name or code it is, or an error of ours."""
    try:
        area = local_area(text)
    except SendFrameworkError:
        return
    names = {area.name, area.spoken_name, area.short_name, area.gss, area.dfe}
    assert plain(text) in {plain(name) for name in names}


def test_a_search_looks_at_names_codes_regions_and_boards() -> None:
    """The words may be of any of them, in any case."""
    stoke = [area.name for area in search_areas("STOKE ON trent", on=date(2025, 1, 1))]
    assert stoke == ["Stoke-on-Trent", "Staffordshire"]  # one board serves both
    assert [area.name for area in search_areas("935")] == ["Suffolk"]
    london = {area.name for area in search_areas("london", on=date(2025, 1, 1))}
    assert {"Barnet", "City of London", "Sutton"} <= london
    assert len(london) == 33
    served = search_areas("Norfolk and Waveney", on=date(2025, 1, 1))
    assert [area.name for area in served] == ["Norfolk", "Suffolk"]
    assert search_areas("Norfolk and Waveney", on=date(2026, 5, 1)) == ()
    assert len(search_areas("")) == 163


def test_who_is_called_so_comes_first() -> None:
    """Then whose name has the words, then whom only a board or a region ties to them; by name."""
    found = [area.name for area in search_areas("Suffolk", on=date(2026, 5, 1))]
    assert found == ["Suffolk", "Norfolk"]
    york = [area.name for area in search_areas("york", on=date(2025, 1, 1))]
    assert york[:5] == [
        "York", "East Riding of Yorkshire", "North Yorkshire", "North Yorkshire", "Barnsley",
    ]  # fmt: skip
    assert york[4:] == sorted(york[4:])
