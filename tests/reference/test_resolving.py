"""Printed names: every one that reports print, in any spelling, and never the wrong body."""

import json
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from send_framework import AgencyKind, Confidence
from send_framework.reference import Body, LocalArea, local_area, resolve
from send_framework.reference.areas import every_area
from send_framework.reference.boards import CareBoard, every_board, every_group, parts_served
from send_framework.reference.names import printed, turned
from send_framework.reference.national import national_bodies
from tests.reference.conftest import Raw

COUNCIL, BOARD = AgencyKind.LOCAL_AUTHORITY, AgencyKind.INTEGRATED_CARE_BOARD
GROUP = AgencyKind.CLINICAL_COMMISSIONING_GROUP
CONTAINS_NO_BODY = {
    "school and college leaders",
    "Northamptonshire Children\u2019s Trust",
    "Worcestershire Children\u2019s First",
}
"""What reports print as responsible and what is neither a council nor a board."""
NAMED_BY_A_PART = {"North Yorkshire ICB": "QOQ"}
"""Printed in North Yorkshire's report for the board of Humber and North Yorkshire."""


@pytest.fixture(scope="module")
def reports(shared: Path) -> list[dict[str, Any]]:
    """Return what people read in 28 inspection reports."""
    path = shared / "domain" / "reports" / "expected.json"
    found: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))
    return found


def same(one: Body | None, other: Body) -> bool:
    """Say whether two are one body; a council keeps its code through a reissue."""
    if isinstance(one, LocalArea) and isinstance(other, LocalArea):
        return one.dfe == other.dfe
    return one == other


def test_every_area_named_on_a_report_is_found(reports: list[dict[str, Any]]) -> None:
    """The title's name, on the day of the inspection."""
    assert len(reports) == 28
    for report in reports:
        day = date.fromisoformat(report["inspection_start"])
        assert local_area(report["local_area"], on=day).name.startswith(report["local_area"])


def test_every_council_that_a_report_names_is_its_areas(reports: list[dict[str, Any]]) -> None:
    """From "Blackpool" to "The Royal Borough of Greenwich": the council of that area, always."""
    for report in reports:
        day = date.fromisoformat(report["inspection_start"])
        area = local_area(report["local_area"], on=day)
        for name in report["local_authorities"]:
            found = resolve(name, kind=COUNCIL, on=day)
            assert found.body == area, name
            assert found.confidence in (Confidence.VERIFIED, Confidence.INFERRED)


def test_every_board_that_a_report_names_serves_its_area(
    reports: list[dict[str, Any]], raw: Raw
) -> None:
    """Each printed name is one of the boards that the mapping gives for the area and the day."""
    for report in reports:
        day = date.fromisoformat(report["inspection_start"])
        area = local_area(report["local_area"], on=day)
        serving = {
            row["icb_ods"]
            for row in raw("area-icb")
            if row["la_gss"] == area.gss and row["named_in_report"] == "yes"
        }
        for name in report["icbs"]:
            found = resolve(name, kind=BOARD, on=day, area=area)
            assert isinstance(found.body, CareBoard), name
            assert found.body.ods in serving
            by_part = name in NAMED_BY_A_PART
            assert (found.confidence is Confidence.UNVERIFIED) == by_part


def test_every_responsible_body_is_found_or_is_neither_council_nor_board(
    reports: list[dict[str, Any]],
) -> None:
    """Children's trusts and "school and college leaders" match nothing: least of all a council."""
    for report in reports:
        day = date.fromisoformat(report["inspection_start"])
        area = local_area(report["local_area"], on=day)
        for name in {
            body for each in report["priority_actions"] for body in each["responsible_bodies"]
        }:
            found = resolve(name, on=day, area=area)
            assert (found.body is None) == (name in CONTAINS_NO_BODY), name
            if isinstance(found.body, LocalArea):
                assert found.body == area


def test_a_part_of_a_name_needs_the_area_and_the_day(reports: list[dict[str, Any]]) -> None:
    """Without them the same words mean no board at all."""
    printed_names = {name for report in reports for name in report["icbs"]}
    for name, ods in NAMED_BY_A_PART.items():
        assert name in printed_names
        assert resolve(name).body is None
        found = resolve(name, on=date(2024, 4, 29), area=local_area("North Yorkshire"))
        assert isinstance(found.body, CareBoard)
        assert found.body.ods == ods
        assert "the only board of North Yorkshire" in found.how
        elsewhere = resolve(name, on=date(2024, 4, 29), area=local_area("Suffolk"))
        assert elsewhere.body is None


def test_every_name_of_the_mapping_is_found(raw: Raw) -> None:
    """Names of areas and boards as the table of who serves whom writes them."""
    for row in raw("area-icb"):
        day = date.fromisoformat(row["valid_from"])
        area = resolve(row["la_name"], kind=COUNCIL, on=day).body
        board = resolve(row["icb_name"], kind=BOARD, on=day).body
        assert isinstance(area, LocalArea)
        assert isinstance(board, CareBoard)
        assert (area.gss, board.ods) == (row["la_gss"], row["icb_ods"])


COUNCILS: dict[str, tuple[str, ...]] = {
    "E10": ("{} County Council", "{} Council", "{} Local Authority", "{} CC"),
    "E06": ("{} Council", "{} City Council", "{} Borough Council", "Royal Borough of {}"),
    "E08": (
        "{} Metropolitan Borough Council", "{} MBC", "{} City Council", "{} Council",
        "City of {} Metropolitan District Council", "{} Metropolitan District Council",
    ),
    "E09": (
        "London Borough of {}", "The London Borough of {}", "Royal Borough of {}", "{} Council",
    ),
}  # fmt: skip
BOARDS = (
    "NHS {} Integrated Care Board", "NHS {} ICB", "{} ICB", "{} NHS Integrated Care Board",
    "NHS {}, Integrated Care Board", "NHS {} area ICB", "NHS {} Integrated Care Board (ICB)",
)  # fmt: skip
GROUPS = ("NHS {} CCG", "{} CCG", "NHS {} Clinical Commissioning Group", "{} CCG (CCG)")


def forms(body: Body) -> tuple[str, ...]:
    """Return the names under which a body can be printed, with its designation."""
    if isinstance(body, LocalArea):
        place = re.sub(r"^(City|County) of (?!London)", "", turned(body.name))
        return tuple(form.format(place) for form in COUNCILS[body.gss[:3]])
    if isinstance(body, CareBoard):
        return tuple(form.format(body.short_name) for form in BOARDS)
    short = getattr(body, "short_name", "")
    return tuple(form.format(short) for form in GROUPS) if short else (body.name,)


BODIES: tuple[Body, ...] = (*every_area(), *every_board(), *every_group(), *national_bodies())


@pytest.mark.parametrize("body", BODIES, ids=lambda body: f"{body.name} {body.valid_to or ''}")
def test_no_form_of_a_body_is_taken_for_another(body: Body) -> None:
    """Every real body in every form: itself, or both of two that share the name; never another."""
    for form in forms(body):
        found = resolve(form)
        if found.body is None:
            assert any(same(each, body) for each in found.candidates), form
            continue
        # Without a day a name that lives on means the body that lives.
        namesake = body.valid_to is not None and found.body.name == body.name
        assert same(found.body, body) or namesake, form
        if body.valid_to is not None:
            then = resolve(form, on=body.valid_to)
            assert same(then.body, body), form


SPELLINGS: tuple[Callable[[str], str], ...] = (
    str.upper,
    str.lower,
    str.title,
    lambda name: name.replace(" and ", " & "),
    lambda name: name.replace(", ", " "),
    lambda name: name.replace(" and ", ", and "),
    lambda name: name.replace("-", " "),
    lambda name: name.replace("-", "\u2011"),
    lambda name: name.replace(" ", "\u00a0"),
    lambda name: name.replace(" ", "\n  "),
    lambda name: f" {name}. ",
    lambda name: f"The {name}",
    lambda name: f"{name} (SCC)",
    lambda name: f"{name} (the partnership)",
    lambda name: name.replace("'", "\u2019"),
)


def test_blanks_do_not_count_as_length() -> None:
    """A name that a page breaks into many lines is no longer for it."""
    name = "NHS Bath and North East Somerset, Swindon and Wiltshire CCG".replace(
        " ", "\n" + " " * 40
    )
    found = resolve(name, on=date(2022, 6, 30)).body
    assert found is not None
    assert found.name == "NHS Bath and North East Somerset, Swindon and Wiltshire CCG"


@given(
    body=st.sampled_from(BODIES),
    choice=st.integers(min_value=0, max_value=6),
    spellings=st.lists(st.sampled_from(SPELLINGS), max_size=4),
)
def test_no_spelling_makes_one_body_another(
    body: Body, choice: int, spellings: list[Callable[[str], str]]
) -> None:
    """Case, ampersands, commas, hyphens, line breaks, brackets: the same body, on its last day."""
    known = forms(body)
    name = known[choice % len(known)]
    for spelling in spellings:
        name = spelling(name)
    assert same(resolve(name, on=body.valid_to).body or _shared(name, body), body)


def _shared(name: str, body: Body) -> Body | None:
    """Return the body where a name without a day was answered with both that share it."""
    candidates = resolve(name, on=body.valid_to).candidates
    return body if body in candidates else None


@given(
    one=st.sampled_from(BODIES),
    other=st.sampled_from(BODIES),
    choice=st.integers(min_value=0, max_value=6),
)
def test_two_names_in_one_are_nobody(one: Body, other: Body, choice: int) -> None:
    """A cell with two bodies in it means neither of them."""
    first, last = (forms(body)[choice % len(forms(body))] for body in (one, other))
    found = resolve(f"{first} and {last}").body
    assert found is None
    contradicting = resolve(f"{first} ({last})")
    if contradicting.body is not None:
        assert contradicting.body.name in (one.name, other.name)
        assert same(one, other) or one.name == other.name or contradicting.body == one


@given(
    st.sampled_from(BODIES), st.sampled_from(["Children's Trust", "Parent Carer Forum", "Ofsted"])
)
def test_a_body_named_after_a_place_is_not_the_places_council(body: Body, what: str) -> None:
    """Trusts and forums bear the names of places."""
    place = getattr(body, "short_name", body.name)
    assert resolve(f"{place} {what}").body is None


def test_initials_are_taken_as_printed_and_only_when_nobody_shares_them() -> None:
    """SNEE is one board; NEL is a board and a council; small letters are a word, not initials."""
    assert resolve("SNEE").body == resolve("NHS SNEE ICB").body == resolve("QJG").body
    assert resolve("snee").body is None
    shared_by = {body.name for body in resolve("NEL").candidates}
    assert shared_by == {"North East Lincolnshire", "NHS North East London Integrated Care Board"}
    assert same(resolve("NEL ICB").body, resolve("North East London ICB").body or BODIES[0])
    assert resolve("SCC").body is None


def test_a_bare_place_may_be_a_council_or_a_board() -> None:
    """Devon is both; the place in the document says which."""
    assert resolve("Devon").body is None
    assert isinstance(resolve("Devon", kind=COUNCIL).body, LocalArea)
    assert isinstance(resolve("Devon", kind=BOARD).body, CareBoard)
    assert isinstance(resolve("Blackpool").body, LocalArea)


def test_nhs_alone_means_the_body_of_that_day() -> None:
    """Until June 2022 it was a group, then a board."""
    assert resolve("NHS Devon", on=date(2022, 6, 30)).body in every_group()
    assert resolve("NHS Devon", on=date(2022, 7, 1)).body in every_board()
    assert resolve("NHS Devon").body in every_board()
    assert {body.name for body in resolve("NHS Norfolk and Waveney").candidates} == {
        "NHS Norfolk and Waveney Integrated Care Board", "NHS Norfolk and Waveney CCG",
    }  # fmt: skip


def test_a_designation_that_cannot_be_is_no_match() -> None:
    """Suffolk has no city council, Barnet no metropolitan one, and Kingston is two places."""
    for name in ("Suffolk City Council", "Barnet MBC", "Leeds County Council", "Kingston"):
        assert resolve(name).body is None, name
    assert resolve("London Borough of Leeds").body is None


def test_words_in_brackets_may_not_name_somebody_else() -> None:
    """An abbreviation in brackets is nobody; another council is a contradiction."""
    assert resolve("Suffolk County Council (SCC)").body == local_area("Suffolk")
    assert resolve("Suffolk County Council (Suffolk)").body == local_area("Suffolk")
    unclear = resolve("Suffolk County Council (Norfolk County Council)")
    assert (unclear.body, len(unclear.candidates)) == (None, 2)


def test_a_kind_is_kept_to() -> None:
    """What must be a group is never answered with a board, nor a code of the wrong kind."""
    assert resolve("NHS Devon ICB", kind=GROUP).body is None
    assert resolve("QJG", kind=COUNCIL).body is None
    assert resolve("Ofsted", kind=AgencyKind.INSPECTORATE).body in national_bodies()
    assert resolve("Ofsted", kind=AgencyKind.DEPARTMENT).body is None
    assert resolve("CQC", on=date(2024, 1, 1)).confidence is Confidence.VERIFIED


def test_official_names_and_codes_are_sure_and_variations_less_so() -> None:
    """The degree of confidence says how the body was found."""
    degrees = {
        "NHS Sussex Integrated Care Board": Confidence.VERIFIED,
        "ods:QNX": Confidence.VERIFIED,
        "NHS Sussex": Confidence.INFERRED,
    }
    for name, confidence in degrees.items():
        assert resolve(name, on=date(2024, 1, 1)).confidence is confidence


def test_what_is_named_before_it_began_is_not_found_but_told() -> None:
    """A report of 2019 cannot mean a board of 2022."""
    found = resolve("NHS Devon ICB", on=date(2019, 1, 1))
    assert found.body is None
    assert found.how == "what is called so was not in force on 1 January 2019"
    assert [each.name for each in found.candidates] == ["NHS Devon Integrated Care Board"]


@given(st.text(max_size=400))
def test_any_text_is_answered(text: str) -> None:
    """Whatever stands in a cell, the answer is a resolution with a reason."""
    found = resolve(text)
    assert found.how
    assert (found.body is None) == (found.confidence is None)
    assert found.body is None or found.body in found.candidates
    assert printed(text).stems


def test_a_part_that_two_boards_of_an_area_have_means_neither(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """No two boards of one area share a part today; should they, nobody is chosen."""
    area, day = local_area("North Yorkshire"), date(2024, 5, 3)
    parts = parts_served(area, day)
    twin = evolve(parts[1], board=evolve(parts[1].board, short_name="York and North Yorkshire"))
    monkeypatch.setattr(
        "send_framework.reference.resolving.parts_served", lambda *_: (*parts, twin)
    )
    found = resolve("North Yorkshire ICB", on=day, area=area)
    assert (found.body, len(found.candidates)) == (None, 2)
