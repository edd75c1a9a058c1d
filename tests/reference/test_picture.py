"""England's picture: the official statistics, recounted from the collected table."""

from collections import Counter
from datetime import date
from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from send_framework import Outcome
from send_framework.errors import UnknownNameError
from send_framework.reference import Counted, Tally, complete_to, outcomes, spread, wilson
from send_framework.reference.inspections import FRAMEWORK, inspections, latest_inspections
from send_framework.reference.picture import OUTCOMES, _tally
from tests.reference.conftest import Raw

END_2023, END_2024 = date(2023, 12, 31), date(2024, 12, 31)
OFFICIAL = {END_2023: (26, [7, 11, 8]), END_2024: (54, [14, 26, 14])}
"""Official statistics as at 31 December: inspections, and how many had each outcome."""
NAMES = {
    Outcome.TYPICALLY_POSITIVE: "typically-positive",
    Outcome.INCONSISTENT: "inconsistent",
    Outcome.WIDESPREAD_FAILINGS: "widespread-systemic-failings",
}


def counts(tally: Tally) -> list[int]:
    """Return how many inspections had each outcome."""
    return [each.reports for each in tally.outcomes]


@pytest.mark.parametrize("day", OFFICIAL)
def test_the_official_statistics_are_met(day: date) -> None:
    """26 inspections at the end of 2023 and 54 at the end of 2024, outcome by outcome."""
    overall = outcomes(as_of=day).overall
    assert (overall.reports, counts(overall)) == OFFICIAL[day]


def test_the_year_2024_alone_is_met() -> None:
    """28 inspections: 7, 15 and 6."""
    years = {each.of: each for each in outcomes(as_of=END_2024).years}
    assert counts(years["2024"]) == [7, 15, 6]
    assert (years["2024"].population, years["2024"].outcomes[0].interval) == (None, None)


def test_the_whole_list_is_97_reports_in_96_areas() -> None:
    """At 29 June 2026: Cornwall twice; 19, 53 and 25."""
    picture = outcomes(as_of=date(2026, 6, 29))
    assert (picture.overall.reports, picture.overall.areas) == (97, 96)
    assert counts(picture.overall) == [19, 53, 25]
    assert [each.areas for each in picture.overall.outcomes] == [19, 52, 25]
    assert picture == outcomes()
    assert picture.complete_to == complete_to() == date(2026, 6, 29)


@pytest.mark.parametrize("day", [END_2023, date(2024, 7, 1), date(2025, 12, 31), date(2026, 6, 29)])
@pytest.mark.parametrize("counted", Counted)
def test_counts_are_those_of_the_collected_table(raw: Raw, day: date, counted: Counted) -> None:
    """By region and by year, whether an inspection counts when held or when published."""
    limit = day.isoformat()
    held = counted is Counted.HELD
    rows = [
        row
        for row in raw("published-outcomes")
        if row["published_date"] <= limit or (held and "" < row["inspection_end"] <= limit)
    ]
    picture = outcomes(as_of=day, counted=counted)
    regions = Counter((row["region"], row["outcome"]) for row in rows)
    years = Counter((row["inspection_end"][:4], row["outcome"]) for row in rows)
    assert len(picture.regions) == 9
    for expected, tallies in ((regions, picture.regions), (years, picture.years)):
        for tally in tallies:
            for outcome in OUTCOMES:
                assert tally.count(outcome) == expected[tally.of, NAMES[outcome]]
    assert sum(tally.reports for tally in picture.regions) == picture.overall.reports == len(rows)


def test_shares_are_parts_of_the_reports_counted() -> None:
    """They add to one, and an empty count has none."""
    for tally in (outcomes().overall, *outcomes().regions, *outcomes().years):
        assert sum(each.share or 0 for each in tally.outcomes) == pytest.approx(1)
    nothing = outcomes(as_of=date(2022, 12, 31)).overall
    assert [(each.share, each.interval) for each in nothing.outcomes] == [(None, None)] * 3
    assert not nothing.is_sample


def test_intervals_speak_of_areas_not_yet_inspected() -> None:
    """They are there where areas are a sample, contain the sample's share, and say of what."""
    picture = outcomes()
    for tally in (picture.overall, *picture.regions):
        assert tally.is_sample
        for each in tally.outcomes:
            assert each.interval is not None
            low, high = each.interval
            assert low <= each.areas / tally.areas <= high
    assert "all 153 areas from the 96 inspected" in picture.population_words
    assert "no random sample" in picture.population_words


def test_areas_are_counted_as_of_the_day() -> None:
    """In 2022 there were 152 local authorities; the population follows the day."""
    assert outcomes(as_of=date(2023, 3, 31)).overall.population == 152
    assert outcomes(as_of=date(2023, 4, 1)).overall.population == 153


def test_inspections_without_a_known_day_are_told_and_not_guessed() -> None:
    """At the end of 2025 nobody can say whether Buckinghamshire's and Thurrock's were over."""
    picture = outcomes(as_of=date(2025, 12, 31))
    assert [area.name for area in picture.undated] == ["Buckinghamshire", "Thurrock"]
    assert outcomes(as_of=date(2025, 12, 31), counted=Counted.PUBLISHED).undated == ()
    assert outcomes(as_of=date(2026, 3, 9)).undated == ()


def test_another_framework_has_no_outcomes_here() -> None:
    """The error names the one that has."""
    with pytest.raises(UnknownNameError, match="Did you mean 'area_send_2023'"):
        outcomes(framework="area_send_2016")


def test_the_last_inspection_of_an_area_is_the_one_published_last() -> None:
    """Cornwall's of 2023 until the day before the next came out."""
    for day, published in ((date(2026, 5, 26), "2023-05-05"), (date(2026, 5, 27), "2026-05-27")):
        latest = {each.area.name: each for each in latest_inspections(on=day)}
        assert str(latest["Cornwall"].published) == published


def test_the_week_on_site_begins_on_a_monday() -> None:
    """Greenwich and Oxfordshire print the Thursday on which fieldwork began off site."""
    odd = [each for each in inspections() if each.prints_fieldwork]
    assert [(each.area.name, str(each.first_day), str(each.on_site_start)) for each in odd] == [
        ("Greenwich", "2023-05-11", "2023-05-15"), ("Oxfordshire", "2023-07-13", "2023-07-17"),
    ]  # fmt: skip
    assert all(
        each.on_site_start is None or each.on_site_start.weekday() == 0 for each in inspections()
    )


def test_an_inspection_is_a_plans_inspection() -> None:
    """Its days go into the fields that mean them, its intervals are spans, its sources stay."""
    (oxfordshire,) = inspections("Oxfordshire")
    held = oxfordshire.inspection
    assert (held.framework, str(held.fieldwork_start)) == (FRAMEWORK, "13 July 2023")
    assert held.on_site_start is None
    assert str(held.monitoring_within) == "within about 18 months"
    assert held.sources == oxfordshire.sources
    (thurrock,) = inspections("Thurrock")
    assert (thurrock.inspection.id, thurrock.inspection.fieldwork_end) == ("I2026", None)
    assert thurrock.inspection.monitoring_within is None


# --- the two sums -------------------------------------------------------------------------------

# Newcombe (1998), Statistics in Medicine 17, table I, method 3: four shares, to four places.
PUBLISHED = [
    (81, 263, 0.2553, 0.3662),
    (15, 148, 0.0624, 0.1605),
    (0, 20, 0.0, 0.1611),
    (1, 29, 0.0061, 0.1718),
]


@pytest.mark.parametrize(("count", "of", "low", "high"), PUBLISHED)
def test_intervals_are_those_of_a_published_table(
    count: int, of: int, low: float, high: float
) -> None:
    """A comparison of methods prints Wilson's intervals for four shares."""
    found = wilson(count, of)
    assert found == pytest.approx((low, high), abs=5e-5)


@given(st.integers(1, 200), st.data())
def test_an_interval_ends_where_the_score_says(of: int, data: st.DataObject) -> None:
    """At each end the share lies 1.96 standard errors of that end away, unless it is 0 or 1."""
    count = data.draw(st.integers(0, of))
    found = wilson(count, of)
    assert found is not None
    for end in found:
        if 1e-9 < end < 1 - 1e-9:
            assert abs(count / of - end) == pytest.approx(
                1.959964 * sqrt(end * (1 - end) / of), rel=1e-5
            )
    mirrored = wilson(of - count, of)
    assert mirrored == pytest.approx((1 - found[1], 1 - found[0]))


def test_there_is_no_share_of_nothing() -> None:
    """Nor a spread."""
    assert wilson(0, 0) is None
    assert spread([]) is None


@given(st.lists(st.integers(-1000, 1000), min_size=2, max_size=40))
def test_a_spread_is_that_of_the_standard_library(values: list[int]) -> None:
    """`statistics.quantiles` with its inclusive method is the independent sum."""
    from statistics import median, quantiles

    found = spread(values)
    assert found is not None
    assert (found.n, found.least, found.most) == (len(values), min(values), max(values))
    expected = quantiles(values, n=4, method="inclusive")
    assert (found.lower, found.median, found.upper) == pytest.approx(tuple(expected))
    assert found.median == pytest.approx(median(values))


def test_a_single_value_is_its_own_spread() -> None:
    """One case says nothing more."""
    found = spread([1137])
    assert found is not None
    assert {found.least, found.lower, found.median, found.upper, found.most} == {1137}


def test_a_group_in_which_every_area_was_inspected_is_no_sample() -> None:
    """Its shares are facts about all of it; one area short of that they are estimates."""
    known = inspections()[:5]
    areas = len({each.area.dfe for each in known})
    whole = _tally("A region", known, areas)
    assert not whole.is_sample
    assert [each.interval for each in whole.outcomes] == [None] * 3
    assert all(each.interval for each in _tally("A region", known, areas + 1).outcomes)
