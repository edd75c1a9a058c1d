"""Suffolk's sums, figures and corrections, worked out from the plan files."""

import re
from datetime import date
from itertools import pairwise

from send_framework import Confidence, Observation, ObservationKind, Plan
from tests.examples.suffolk import action, event, inspection, measure, money, shares


def seen(plan: Plan, wanted: str, period: str) -> Observation:
    """Return the first figure of a measure for a period."""
    found = measure(plan, wanted).observations
    return next(each for each in found if each.period is not None and each.period.iso() == period)


# --- money that adds up -----------------------------------------------------------------------


def test_the_budget_of_february_2024_over_three_years(in_2026: Plan) -> None:
    """4.4 + 3.4 + 3.4 = 11.2 million pounds."""
    assert shares(in_2026, "F-FEB24") == [4_400_000, 3_400_000, 3_400_000]
    assert sum(shares(in_2026, "F-FEB24")) == money(in_2026, "F-FEB24").amount == 11_200_000


def test_the_second_package(in_2026: Plan) -> None:
    """2.6 + 3.0 + 3.5 = 9.1 million pounds."""
    assert shares(in_2026, "F-JUL24") == [2_600_000, 3_000_000, 3_500_000]
    assert sum(shares(in_2026, "F-JUL24")) == money(in_2026, "F-JUL24").amount == 9_100_000


def test_both_packages_together_are_the_more_than_20_million_of_the_press(in_2026: Plan) -> None:
    """11.2 + 9.1 = 20.3 million pounds."""
    both = (money(in_2026, "F-FEB24").amount or 0) + (money(in_2026, "F-JUL24").amount or 0)
    [claim] = money(in_2026, "F-JUL24").claims
    assert both == 20_300_000
    assert "more than 20 million" in claim.says
    assert both > 20_000_000


def test_the_first_year_of_the_second_package(in_2026: Plan) -> None:
    """1.3 + 0.8 + 0.5 = 2.6 million pounds, the package's own first share."""
    first = money(in_2026, "F-JUL24-Y1")
    assert shares(in_2026, "F-JUL24-Y1") == [1_300_000, 800_000, 500_000]
    assert sum(shares(in_2026, "F-JUL24-Y1")) == first.amount == shares(in_2026, "F-JUL24")[0]


def test_the_staff_money_of_the_first_year(in_2026: Plan) -> None:
    """3.4 + 1.0 = 4.4 million pounds, the budget's own first share."""
    assert shares(in_2026, "F-STAFF") == [3_400_000, 1_000_000]
    total = money(in_2026, "F-STAFF").amount
    assert sum(shares(in_2026, "F-STAFF")) == total == shares(in_2026, "F-FEB24")[0]


def test_the_posts_of_the_first_year(in_2026: Plan) -> None:
    """46 + 14 = 60 posts."""
    posts = [money(in_2026, name).posts for name in ("P-PERMANENT", "P-TEMPORARY")]
    assert posts == [46, 14]
    assert 46 + 14 == money(in_2026, "F-STAFF").posts == 60


def test_the_posts_of_the_second_package(in_2026: Plan) -> None:
    """12 + 15 + 5 = 32, which is the "more than 30" of the announcement."""
    posts = [money(in_2026, name).posts or 0 for name in ("P-FAMILY", "P-SUPPORT", "P-REVIEWS")]
    assert posts == [12, 15, 5]
    assert sum(posts) == 32 > (money(in_2026, "F-JUL24").posts or 0)


def test_the_money_for_places(in_2026: Plan) -> None:
    """3 + 12 + 3.6 = 18.6 million pounds."""
    assert shares(in_2026, "F-PLACES") == [3_000_000, 12_000_000, 3_600_000]
    assert sum(shares(in_2026, "F-PLACES")) == money(in_2026, "F-PLACES").amount == 18_600_000


def test_no_shared_sum_leaves_a_rest(either: Plan) -> None:
    """Where a sum is split, its shares make it up to the pound."""
    split = [each for each in either.commitments if each.shares]
    assert split
    assert [each.id for each in split if each.unshared] == []


def test_the_reserve_of_the_schools_grant(in_2026: Plan) -> None:
    """From -27.7 to -54.1 million pounds is the published reduction of 26.4."""
    before, after = (each.value for each in measure(in_2026, "M-DSG").observations)
    [claim] = measure(in_2026, "M-DSG").claims
    assert (before, after) == (-27.7, -54.1)
    assert f"{before - after:.1f}" in claim.says


def test_the_reserves_and_the_deficit_around_it(in_2026: Plan) -> None:
    """Usable reserves fell from 194.8 to 180.1; the high-needs deficit was 55.7 million."""
    assert [each.value for each in measure(in_2026, "M-RESERVES").observations] == [194.8, 180.1]
    assert [each.value for each in measure(in_2026, "M-DEFICIT").observations] == [55.7]


# --- corrections ------------------------------------------------------------------------------


def test_the_board_meets_on_28_may_2024(either: Plan) -> None:
    """The article's "Tuesday next week" is 28 May, a fourth Tuesday; 26 March is only a claim."""
    board = event(either, "E-ICB-BOARD")
    day = board.date.latest() if board.date else None
    assert day is not None
    assert day == date(2024, 5, 28)
    assert (day.weekday(), (day.day - 1) // 7 + 1) == (1, 4)
    assert board.confidence is Confidence.INFERRED
    assert [claim.says[:13] for claim in board.claims] == ["26 March 2024"]


def test_three_gave_up_posts_not_many_cabinet_members(in_2026: Plan) -> None:
    """Two cabinet posts and one deputy's; the article's "many" stands beside it."""
    resigned = event(in_2026, "E-RESIGN")
    assert resigned.title.startswith("Three councillors")
    assert resigned.date is not None
    assert resigned.date.iso() == "2024-02-03"
    assert [(claim.says, claim.sources[0].key) for claim in resigned.claims] == [
        ("many cabinet members resigned", "article")
    ]


def test_june_2025_is_a_forecast_of_a_monitoring_inspection(either: Plan) -> None:
    """It was announced, and at neither date is it known to have been held."""
    [window] = either.windows
    assert window.earliest is not None
    assert window.earliest.day == date(2025, 6, 1)
    assert "forecast" in window.earliest.reason
    assert not inspection(either, "IM").was_held


def test_june_2025_lies_between_18_months_from_fieldwork_and_from_publication(
    in_2026: Plan,
) -> None:
    """17 May 2025 to 30 July 2025; from receipt it is 18 July 2025, the expected day."""
    report = inspection(in_2026, "I2023")
    [window] = in_2026.windows
    assert window.earliest
    assert window.expected
    assert report.fieldwork_end
    assert report.published
    assert report.report_received
    begin, end = report.fieldwork_end.latest(), report.published.latest()
    assert begin == date(2023, 11, 17)
    assert end == date(2024, 1, 30)
    assert date(2025, 5, 17) < window.earliest.day < date(2025, 7, 30)
    assert report.report_received.latest() == date(2024, 1, 18)
    assert window.expected.day == date(2025, 7, 18)
    assert {claim.says[:12] for claim in window.expected.claims} == {"17 May 2025,", "30 July 2025"}


def test_the_observed_waits_were_not_known_in_may_2024(in_2024: Plan, in_2026: Plan) -> None:
    """Nobody had been monitored yet: the earlier window has no latest day."""
    assert in_2024.windows[0].latest is None
    assert in_2026.windows[0].latest is not None
    assert in_2026.windows[0].latest.day == date(2026, 3, 30)


def test_local_enterprises_is_a_slip_for_the_partnership(either: Plan) -> None:
    """The first priority action speaks of planning together; the article's words are a claim."""
    first = either.recommendations[0]
    assert first.id == "PA1"
    assert [claim.says for claim in first.claims] == ["local enterprises need to collaborate"]
    assert "enterprise" not in first.text


def test_two_sums_share_4_4_million_and_stay_apart(either: Plan) -> None:
    """The NHS board's is for mental health, the council's for staff; only the size is shared."""
    board, council = money(either, "F-MH-44"), money(either, "F-STAFF")
    assert board.amount == council.amount == 4_400_000
    assert (board.agencies, council.agencies) == (("SNEE",), ("SCC",))
    assert board.at_least
    assert not council.at_least
    assert board.due is not None
    assert board.due.iso() == "2025-01"


def test_3_3_million_and_the_yearly_million_are_separate_again(either: Plan) -> None:
    """Four sums of the NHS board, none part of another."""
    board = {each.id: each.amount for each in either.commitments if each.agencies == ("SNEE",)}
    assert board == {
        "F-MH-44": 4_400_000,
        "F-ADHD-33": 3_300_000,
        "F-ADHD-1": 1_000_000,
        "F-ADULT": 300_000,
        "C-RENEWAL": None,
    }
    assert money(either, "F-ADHD-1").period == "a year"


def test_the_strategy_slipped_and_changed_its_years(in_2026: Plan) -> None:
    """Expected by June 2024 for 2024-2028; published on 8 July 2024 for 2024-2029."""
    strategy = action(in_2026, "S06")
    assert strategy.due is not None
    assert strategy.actual_finish is not None
    assert strategy.due.latest() == date(2024, 6, 30)
    assert strategy.actual_finish.latest() == date(2024, 7, 8)
    assert "2024-2028" in strategy.claims[0].says
    assert any("2024-2029" in proof.text for proof in strategy.evidence)


def test_the_board_met_neither_bi_monthly_nor_quarterly(in_2026: Plan) -> None:
    """Days between the meetings listed, with the two that were still to come."""
    board = next(each for each in in_2026.reviews if each.id == "R-BOARD")
    listed = [*board.held, *(each for each in board.planned if not each.cancelled)]
    days = [day for each in listed if each.date and (day := each.date.latest())]
    assert [(b - a).days for a, b in pairwise(days)] == [63, 35, 28, 63, 47, 56, 56, 49, 49]
    assert board.cadence == "bi-monthly to September 2024, then quarterly"
    assert [each.id for each in board.planned if each.cancelled] == ["B-2024-04"]


def test_the_councils_percentage_does_not_match_its_own_figures(in_2026: Plan) -> None:
    """364 after 186 is up by 95.7 %, published as 65 %: both stand side by side."""
    before = seen(in_2026, "M-PLANS-A-MONTH", "2024-11").value
    after = seen(in_2026, "M-PLANS-A-MONTH", "2025-11").value
    said, worked_out = measure(in_2026, "M-PLANS-A-MONTH").claims
    assert (before, after) == (186, 364)
    assert "65 %" in said.says
    assert f"{100 * (after / before - 1):.1f} %" in worked_out.says


# --- figures ----------------------------------------------------------------------------------


def test_three_figures_of_timeliness_are_of_three_periods(in_2026: Plan) -> None:
    """0 % claimed, 3.8 % in a month, 3.9 % in a year: none corrects another."""
    found = [seen(in_2026, "M-20-WEEKS", period) for period in ("summer 2023", "2023-11", "2023")]
    assert [each.value for each in found] == [0, 3.8, 3.9]
    assert [each.is_baseline for each in found] == [False, True, False]
    assert found[0].kind is ObservationKind.CLAIMED


def test_the_timeliness_target_has_a_date_and_a_stretch(in_2026: Plan) -> None:
    """49.1 % by September 2025, or by the end of February 2025 if stretched."""
    targets = measure(in_2026, "M-20-WEEKS").targets
    assert [(each.value, each.by.iso() if each.by else None, each.label) for each in targets] == [
        (49.1, "2025-09", "target"),
        (49.1, "2025-02-28", "stretch"),
    ]


def test_the_timeliness_target_is_at_best_four_months_late(in_2026: Plan) -> None:
    """Promised for September 2025, forecast for January 2026."""
    work = action(in_2026, "S14")
    assert work.due
    assert work.forecast_finish
    due, forecast = work.due.latest(), work.forecast_finish.latest()
    assert due
    assert forecast
    assert 12 * (forecast.year - due.year) + forecast.month - due.month == 4


def test_the_share_of_open_cases_is_a_stock_of_its_own(in_2026: Plan) -> None:
    """60 % of open cases past 20 weeks is no figure of plans issued in time."""
    assert measure(in_2026, "M-OPEN-LATE").kind.value == "stock"
    assert measure(in_2026, "M-20-WEEKS").kind.value == "flow"


def test_annual_reviews_rose_by_the_published_share(in_2026: Plan) -> None:
    """892 after 775 is up by 15.1 %, and that is what was published."""
    before, after = measure(in_2026, "M-REVIEWS").observations
    assert f"{100 * (after.value / before.value - 1):.1f} %" in after.note


def test_upheld_shares_follow_from_the_counts(in_2026: Plan) -> None:
    """62 of 75, 50 of 58 and 75 of 80 are 83, 86 and 94 %."""
    own = [each for each in measure(in_2026, "M-UPHELD").observations if not each.population]
    counts = [re.fullmatch(r"(\d+) of (\d+)\.", each.note) for each in own]
    worked_out = [round(100 * int(found[1]) / int(found[2])) for found in counts if found]
    assert worked_out == [each.value for each in own] == [83, 86, 94]


def test_earlier_figures_that_were_worked_back(in_2026: Plan) -> None:
    """626 complaints less 126 and 272,315 pounds less 219,232 give the year before."""
    assert [each.value for each in measure(in_2026, "M-COMPLAINTS").observations] == [
        626 - 126,
        626,
    ]
    before, after = measure(in_2026, "M-REMEDIES").observations
    assert before.value == after.value - 219_232 == 53_083
    assert before.confidence is Confidence.INFERRED
