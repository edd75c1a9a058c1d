"""Areas to compare with: the same outcome, about the same time, the own region first."""

from datetime import date, timedelta

from attrs import evolve

from send_framework import (
    Agency,
    AgencyKind,
    CodeScheme,
    Inspection,
    InspectionKind,
    LocalAreaPartnership,
    OfficialCode,
    Outcome,
    Plan,
)
from send_framework.reference import area_of, comparators, inspections, local_area

COUNCIL = Agency(id="SCC", name="Suffolk County Council", kind=AgencyKind.LOCAL_AUTHORITY)
PARTNERSHIP = LocalAreaPartnership(
    name="Suffolk local area partnership", area="Suffolk", local_authority="SCC"
)
HELD = Inspection(
    id="I2023",
    kind=InspectionKind.FULL,
    framework="area_send_2023",
    fieldwork_end="2023-11-17",
    outcome=Outcome.WIDESPREAD_FAILINGS,
)
PLAN = Plan(title="A plan", partnership=PARTNERSHIP, agencies=[COUNCIL], inspections=[HELD])


def test_comparators_are_those_found_by_hand() -> None:
    """Every other area with the same outcome within a year, its own region first."""
    day = date(2023, 11, 17)
    near = [
        each
        for each in inspections()
        if each.outcome is Outcome.WIDESPREAD_FAILINGS
        and each.area.name != "Suffolk"
        and each.last_day
        and abs(each.last_day - day) <= timedelta(days=365)
    ]
    found = comparators(PLAN)
    assert {each.inspection for each in found} == set(near)
    assert found[0].inspection.area.region == "East of England"
    regions = [each.same_region for each in found]
    assert regions == sorted(regions, reverse=True)
    for same in (True, False):
        days = [abs(each.days_apart) for each in found if each.same_region is same]
        assert days == sorted(days)


def test_a_day_limits_what_can_be_compared_with() -> None:
    """On the day of Suffolk's report six others had theirs; who came later is not known."""
    known = comparators(PLAN, on=date(2024, 1, 30))
    assert [each.inspection.area.name for each in known] == [
        "Hertfordshire", "Halton", "Oxfordshire", "Plymouth", "Oldham", "Nottinghamshire",
    ]  # fmt: skip
    assert comparators(PLAN, within_days=7) == comparators(PLAN)[1:2]


def test_without_area_outcome_or_day_there_is_nobody_to_compare_with() -> None:
    """An empty answer, not a guess."""
    assert comparators(Plan(title="A plan")) == ()
    assert comparators(evolve(PLAN, inspections=[])) == ()
    assert comparators(evolve(PLAN, partnership=None)) == ()
    bare = Inspection(
        id="I", kind=InspectionKind.FULL, framework="area_send_2023", outcome=Outcome.INCONSISTENT
    )
    assert comparators(evolve(PLAN, inspections=[bare])) == ()
    planned = Inspection(id="I", kind=InspectionKind.FULL, framework="area_send_2023")
    assert comparators(evolve(PLAN, inspections=[planned], answers_inspection="I")) == ()


def test_the_area_of_a_plan_is_its_councils_by_code_else_by_name() -> None:
    """The code wins; then the council's name; then the partnership's area."""
    coded = evolve(
        COUNCIL,
        name="The council",
        codes=[OfficialCode(scheme=CodeScheme.GSS, value="E08000016")],
    )
    assert area_of(evolve(PLAN, agencies=[coded])) == local_area("Barnsley")
    assert area_of(PLAN) == local_area("Suffolk")
    nameless = evolve(COUNCIL, name="The council")
    assert area_of(evolve(PLAN, agencies=[nameless])) == local_area("Suffolk")
    abroad = evolve(PARTNERSHIP, area="Northshire")
    assert area_of(evolve(PLAN, agencies=[nameless], partnership=abroad)) is None
    assert area_of(Plan(title="A plan")) is None
