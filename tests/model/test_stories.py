"""What happens in the field can be said in the model: bodies, money, measures, windows."""

from datetime import date
from typing import Any

import pytest

from send_framework import (
    Action,
    Agency,
    AgencyKind,
    ApproximateDate,
    Claim,
    CodeScheme,
    Commitment,
    CommitmentKind,
    Confidence,
    Inspection,
    InspectionKind,
    LocalAreaPartnership,
    Measure,
    MeasureKind,
    MonitoringResult,
    Observation,
    OfficialCode,
    Outcome,
    Plan,
    RevisitProgress,
    Share,
    Source,
    Target,
    Unit,
    Window,
    WindowEnd,
    Within,
)
from send_framework.model.dependency import DependencyType
from send_framework.model.inspection import RevisitResult
from send_framework.model.spread import ObservedSpread, Quantile
from send_framework.model.window import Modality, add_months, civil_add, weakest
from send_framework.working_days import ENGLAND

# --- bodies ----------------------------------------------------------------------------------

LAST, FIRST = date(2026, 3, 31), date(2026, 4, 1)


def board(name: str, title: str, code: str, successors: tuple[str, ...] = ()) -> Agency:
    """Return an integrated care board; one with successors ended on 31 March 2026."""
    return Agency(
        id=name,
        name=title,
        kind=AgencyKind.INTEGRATED_CARE_BOARD,
        codes=[OfficialCode(scheme=CodeScheme.ODS, value=code)],
        valid_from=None if successors else FIRST,
        valid_to=LAST if successors else None,
        successors=successors,
    )


def suffolk() -> Plan:
    """Return Suffolk's partnership with its boards before and after 1 April 2026."""
    return Plan(
        title="Priority action plan",
        agencies=[
            Agency(
                id="SCC",
                name="Suffolk County Council",
                kind=AgencyKind.LOCAL_AUTHORITY,
                codes=[
                    OfficialCode(scheme=CodeScheme.DFE, value="935"),
                    OfficialCode(scheme=CodeScheme.GSS, value="E10000029"),
                ],
            ),
            board(
                "SNEE",
                "NHS Suffolk and North East Essex Integrated Care Board",
                "QJG",
                ("NSICB", "EICB"),
            ),
            board("NW", "NHS Norfolk and Waveney Integrated Care Board", "QMM", ("NSICB",)),
            board("NSICB", "NHS Norfolk and Suffolk Integrated Care Board", "T6Y0W"),
            board("EICB", "NHS Essex Integrated Care Board", "D7T5G"),
        ],
        partnership=LocalAreaPartnership(
            name="Suffolk local area partnership",
            area="Suffolk",
            local_authority="SCC",
            boards=["SNEE", "NW", "NSICB"],
        ),
    )


def test_the_nhs_reorganisation_of_april_2026_can_be_said() -> None:
    """Two boards of 2024 end on 31 March 2026; one body follows both from the next day."""
    plan = suffolk()
    boards = [each for each in plan.agencies if each.kind is AgencyKind.INTEGRATED_CARE_BOARD]
    assert [each.id for each in boards if each.exists_on(LAST)] == ["SNEE", "NW"]
    assert [each.id for each in boards if each.exists_on(FIRST)] == ["NSICB", "EICB"]
    followers = {each.id: each.successors for each in boards if each.successors}
    assert set(followers["SNEE"]) & set(followers["NW"]) == {"NSICB"}
    assert followers["SNEE"] == ("NSICB", "EICB"), "north-east Essex went another way"


def test_an_area_can_have_several_boards_and_a_board_several_areas() -> None:
    """Suffolk had two, and one of them sat in Norfolk's partnership too."""
    partnership = suffolk().partnership
    assert partnership is not None
    assert partnership.boards == ("SNEE", "NW", "NSICB")
    assert partnership.agencies == ("SCC", "SNEE", "NW", "NSICB")
    norfolk = LocalAreaPartnership(
        name="Norfolk local area partnership", area="Norfolk", local_authority="NCC", boards="NW"
    )
    assert set(norfolk.boards) < set(partnership.boards)


def test_a_body_is_found_by_its_id_and_known_by_its_codes() -> None:
    """A code prints with the register that gives it."""
    council = suffolk().agency("SCC")
    assert council is not None
    assert [str(code) for code in council.codes] == ["dfe:935", "gss:E10000029"]
    assert suffolk().agency("nobody") is None


def test_ongoing_work_has_no_end_of_its_own() -> None:
    """Whether it was promised so or is now expected to be; a due date ends it."""
    assert Action(id="S01", title="Talk", due="ongoing").is_ongoing
    assert Action(id="S01", title="Talk", forecast_finish="ongoing").is_ongoing
    assert not Action(id="S01", title="Talk", due="2024-03-07").is_ongoing
    assert not Action(id="S01", title="Talk").is_ongoing


def test_a_body_whose_dates_nobody_knows_exists() -> None:
    """What is not known is no end."""
    forum = Agency(id="PCF", name="Parent carer forum", kind=AgencyKind.PARENT_CARER_FORUM)
    assert forum.exists_on(date(1990, 1, 1))
    assert forum.exists_on(date(2090, 1, 1))


# --- sources and doubt -----------------------------------------------------------------------


def test_two_sources_that_disagree_stand_side_by_side() -> None:
    """Neither is merged away; each keeps its own confidence."""
    letter, press = Source(key="letter", title="Letter"), Source(key="press", title="Article")
    approved = Action(
        id="S01",
        title="Approve the plan",
        actual_finish="2024-03-07",
        sources=[letter],
        confidence=Confidence.VERIFIED,
        claims=[
            Claim(
                about="actual_finish",
                says="the end of April 2024",
                sources=[press],
                confidence=Confidence.SECONDARY,
            )
        ],
    )
    assert approved.claims[0].sources == (press,)
    assert str(approved.actual_finish) == "7 March 2024"


def test_a_source_prints_as_a_citation() -> None:
    """What is unknown leaves no comma."""
    full = Source(key="a", title="Report", paragraph="para 21", publisher="Ofsted", url="gov.uk")
    assert str(full) == "Report, para 21, Ofsted, gov.uk"
    assert str(Source(key="b", title="Report", url="gov.uk")) == "Report, gov.uk"


def test_a_conclusion_is_no_surer_than_its_parts() -> None:
    """The weakest wins, in any order."""
    every = list(Confidence)
    assert weakest(*every) is weakest(*reversed(every)) is Confidence.ASSUMED
    assert weakest(Confidence.VERIFIED) is Confidence.VERIFIED


# --- money and measures ----------------------------------------------------------------------


def test_shares_explain_a_sum_as_far_as_they_go() -> None:
    """What no share explains is said; without shares or sum nothing is."""
    shares = [Share(label="2024/25", amount=3), Share(label="2025/26", amount=4)]
    money: dict[str, Any] = {"id": "F1", "title": "Package", "kind": CommitmentKind.FUNDING}
    assert Commitment(**money, amount=10, shares=shares).unshared == 3
    assert Commitment(**money, amount=7, shares=shares).unshared == 0
    assert Commitment(**money, amount=10).unshared == 0
    assert Commitment(**money, shares=shares).unshared == 0


def test_two_figures_for_a_month_and_a_year_can_both_be_right() -> None:
    """Each observation keeps its period and its population; flow and stock stay apart."""
    measure = Measure(
        id="M1",
        title="New plans issued in 20 weeks",
        unit="%",
        targets=[Target(value=49.1, by="2025-09")],
        observations=[
            Observation(value=3.8, period="2023-11", is_baseline=True),
            Observation(value=3.9, period="2023", counts=MeasureKind.STOCK),
        ],
    )
    month, year = measure.observations
    assert (month.period, year.period) == (
        ApproximateDate.parse("November 2023"),
        ApproximateDate.parse("2023"),
    )
    assert (measure.kind, month.counts, year.counts) == (MeasureKind.FLOW, None, MeasureKind.STOCK)


# --- inspections and windows -----------------------------------------------------------------


def inspection(kind: InspectionKind, framework: str = "area_send_2023") -> Inspection:
    """Return an inspection of which nothing else is known."""
    return Inspection(id="I1", kind=kind, framework=framework)


def test_an_inspection_was_held_when_anything_says_that_inspectors_came() -> None:
    """A notice is an announcement; a report or a result is a fact."""
    expected = inspection(InspectionKind.MONITORING)
    assert not expected.was_held
    dated = Inspection(
        id="I1", kind=InspectionKind.FULL, framework="area_send_2023", notified="2023-11-06"
    )
    assert not dated.was_held
    held = Inspection(
        id="I1", kind=InspectionKind.FULL, framework="area_send_2023", published="2024-01-30"
    )
    assert held.was_held


@pytest.mark.parametrize(
    ("sufficient", "result"),
    [
        ((True, True), RevisitResult.SUFFICIENT_ON_ALL),
        ((True, False), RevisitResult.SUFFICIENT_ON_SOME),
        ((False, False), RevisitResult.SUFFICIENT_ON_NONE),
    ],
)
def test_a_revisit_judges_each_weakness(
    sufficient: tuple[bool, ...], result: RevisitResult
) -> None:
    """The official data counts all, some or none."""
    revisit = Inspection(
        id="I1",
        kind=InspectionKind.REVISIT,
        framework="local_area_2016",
        progress=[
            RevisitProgress(recommendation=f"W{n}", sufficient=each)
            for n, each in enumerate(sufficient)
        ],
    )
    assert revisit.result is result
    assert revisit.was_held


def test_a_monitoring_inspection_has_one_result_and_a_full_one_an_outcome() -> None:
    """An outcome is no result of one that returns."""
    monitoring = Inspection(
        id="I1",
        kind=InspectionKind.MONITORING,
        framework="area_send_2023",
        monitoring_result=MonitoringResult.EFFECTIVE_ACTION,
    )
    assert monitoring.result is MonitoringResult.EFFECTIVE_ACTION
    full = Inspection(
        id="I1",
        kind=InspectionKind.FULL,
        framework="area_send_2023",
        outcome=Outcome.WIDESPREAD_FAILINGS,
    )
    assert full.result is None
    assert full.was_held


def test_within_about_eighteen_months_is_a_span_not_a_date() -> None:
    """Without an anchor nothing is known; with one the span runs to the day, clamped."""
    within = Within(amount=18, unit=Unit.MONTHS, about=True)
    assert (within.earliest(), within.latest(), str(within)) == (
        None,
        None,
        "within about 18 months",
    )
    received = Within(amount=18, unit=Unit.MONTHS, anchor=date(2024, 1, 18))
    assert (received.earliest(), received.latest()) == (date(2024, 1, 18), date(2025, 7, 18))
    assert str(Within(amount=1, unit=Unit.YEARS)) == "within 1 year"


@pytest.mark.parametrize(
    ("amount", "unit", "expected"),
    [
        (1, Unit.MONTHS, date(2024, 2, 29)),
        (13, Unit.MONTHS, date(2025, 2, 28)),
        (-2, Unit.MONTHS, date(2023, 11, 30)),
        (1, Unit.YEARS, date(2025, 1, 31)),
        (6, Unit.WEEKS, date(2024, 3, 13)),
        (40, Unit.CALENDAR_DAYS, date(2024, 3, 11)),
        (0, Unit.MONTHS, date(2024, 1, 31)),
    ],
)
def test_civil_time_is_clamped_at_the_end_of_a_month(
    amount: int, unit: Unit, expected: date
) -> None:
    """Counted from 31 January 2024, in a leap year and out of one."""
    assert civil_add(date(2024, 1, 31), amount, unit) == expected
    if unit is Unit.MONTHS:
        assert add_months(date(2024, 1, 31), amount) == expected


def test_a_window_knows_the_ends_it_has() -> None:
    """Suffolk's three days, in order, each with its own evidence; an unknown end is absent."""
    ends: dict[str, Any] = {
        "earliest": WindowEnd(day=date(2025, 6, 1), reason="announced forecast"),
        "expected": WindowEnd(day=date(2025, 7, 18), reason="18 months from receipt"),
        "latest": WindowEnd(day=date(2026, 3, 30), reason="26 months after publication"),
    }
    window = Window(id="monitoring", name="Monitoring inspection", **ends)
    assert dict(window.ends()) == ends
    last_only = Window(id="w", name="Monitoring inspection", latest=ends["latest"])
    assert [name for name, _ in last_only.ends()] == ["latest"]
    same_day = Window(id="w", name="x", earliest=ends["latest"], latest=ends["latest"])
    assert len(same_day.ends()) == 2


def test_units_and_kinds_say_themselves() -> None:
    """One working day has no s; a link's letters say which ends it ties."""
    assert (Unit.WORKING_DAYS.words(1), Unit.WEEKS.words(-1)) == ("1 working day", "-1 week")
    assert Unit.MONTHS.words(18) == "18 months"
    ties = {each.value: (each.from_start, each.to_finish) for each in DependencyType}
    assert ties == {
        "FS": (False, False),
        "SS": (True, False),
        "FF": (False, True),
        "SF": (True, True),
    }
    assert [each.value for each in Modality][:2] == ["statutory", "handbook"]


# --- what was seen elsewhere -----------------------------------------------------------------


def spread(*waits: float) -> ObservedSpread:
    """Return the spread of these waits."""
    return ObservedSpread.of(waits, rule="report-published", title="a wait", unit=Unit.WORKING_DAYS)


def test_a_spread_says_how_few_cases_it_rests_on() -> None:
    """One case is no half of anything; ten are no small sample."""
    assert spread(41).words == "41 working days in 1 case (small sample)"
    assert (
        spread(3, 5, 4).words
        == "half of 3 cases within 4 working days, all within 3 to 5 (small sample)"
    )
    assert not spread(*range(10)).is_small
    assert spread(1, 2, 3, 4).at(0.25) == 1.75, "between the first and the second"
    assert spread(1, 2).at(0.9) is None


def test_a_spread_read_elsewhere_may_know_the_ends_only() -> None:
    """A source that prints shortest and longest says nothing of the middle."""
    ends = [Quantile(share=0.0, value=29), Quantile(share=1.0, value=86)]
    read = ObservedSpread(
        rule="report-published", title="a wait", unit=Unit.WEEKS, n=28, quantiles=ends
    )
    assert read.words == "all within 29 to 86"


# --- a plan ----------------------------------------------------------------------------------


def test_a_plan_answers_the_last_full_inspection_unless_it_says_which() -> None:
    """A monitoring inspection has no plan of its own; without any report there is none."""
    first, second = (
        Inspection(
            id=name,
            kind=InspectionKind.FULL,
            framework="area_send_2023",
            outcome=Outcome.WIDESPREAD_FAILINGS,
        )
        for name in ("I2019", "I2023")
    )
    later = Inspection(id="I2025", kind=InspectionKind.MONITORING, framework="area_send_2023")
    both = Plan(title="A plan", inspections=[first, second, later])
    assert both.inspection_answered() == second
    named = Plan(title="A plan", inspections=[first, second], answers_inspection="I2019")
    assert named.inspection_answered() == first
    assert Plan(title="A plan", inspections=[later]).inspection_answered() is None


def test_a_plan_works_on_englands_calendar_without_naming_it() -> None:
    """Another one has to be defined; what is not asked for is the plan's own."""
    assert Plan(title="A plan").working_calendar() == ENGLAND
