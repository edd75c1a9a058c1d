"""What a plan shows of the ten practices, and what it is compared with."""

from datetime import date

import pytest
from attrs import evolve

from send_framework import Baseline, BaselineEntry, Confidence, Milestone, Plan
from send_framework.checks.quality import Answering, Quality, quality
from send_framework.checks.quality.definitions import POINTS
from send_framework.checks.quality.logic import LOGIC
from send_framework.checks.quality.practices import PRACTICES
from tests.checks.cases import AFI1, PA1, act, plan
from tests.checks.quality.cases import FIRST_OF_JULY, done, promised, two


def said(answer: Quality, key: str) -> str:
    """Return the sentence of one practice."""
    return next(each.sentence for each in answer.practices if each.key == key)


WHOLE = plan(
    act("A", answers="PA1", accountable="CC", duration=10),
    act("B", answers="PA1", accountable="ICB", duration=50, after="A"),
    act("C", accountable="ICB", due="2024-12-20", after=["B", "M"]),
    act("D", after="C"),
    recommendations=[PA1, AFI1],
    milestones=[Milestone(id="M", title="Board", accountable="CC")],
)

SENTENCES = [
    ("all-activities", "Recommendations without work: 1 of 2; actions that answer none: 2 of 4."),
    (
        "sequencing",
        (
            "Open actions without a predecessor or a successor: 2 of 4; loops: 0; dangling ends: "
            "0; duplicate or redundant links: 0."
        ),
    ),
    ("resources", "Open actions for which nobody is named: 1 of 4."),
    (
        "durations",
        "Open actions whose length nobody published: 2 of 4; longer than two months: 1 of 2.",
    ),
    (
        "traceability",
        (
            "Links that pass work from one body to another: 1; actions traced to a recommendation: "
            "2 of 4."
        ),
    ),
    (
        "critical-path",
        (
            "Steps of it that a date sets and not a link: 1 of 2; actions for which the critical "
            "path test fails: 0 of 4."
        ),
    ),
    (
        "float",
        (
            "Total float goes from -144 to -85 working days; above two months: 0 of 4; below none: "
            "4 of 4."
        ),
    ),
    (
        "risk-analysis",
        (
            "The plan's own spreads: 0, approvals: 0, risks: 0; a simulation assumes the rest and "
            "says so."
        ),
    ),
    (
        "updating",
        "The data date is given; dates that cannot be: 0 of 5; links that the facts contradict: 0.",
    ),
    ("baseline", "No earlier version is at hand: what was promised cannot be compared."),
]


@pytest.mark.parametrize(("key", "sentence"), SENTENCES)
def test_each_practice_says_what_the_plan_shows(key: str, sentence: str) -> None:
    """Counts in a sentence, and no verdict."""
    assert said(quality(WHOLE, target=FIRST_OF_JULY), key) == sentence


def test_ten_practices_in_their_order() -> None:
    """Each with what it can answer, and what it leaves to people."""
    answer = quality(plan())
    assert [each.number for each in answer.practices] == list(range(1, 11))
    assert all(each.people.endswith(".") for each in answer.practices)
    kinds = [each.answering for each in answer.practices]
    assert kinds.count(Answering.COMPUTED) == 7
    assert kinds.count(Answering.PARTLY) == 3


def test_practices_name_counts_that_exist() -> None:
    """Every key that a practice refers to is one of the points or the further counts."""
    points, logic = {each.key for each in POINTS}, {each.key for each in LOGIC}
    for each in PRACTICES:
        assert set(each.points) <= points
        assert set(each.logic) <= logic


def test_an_empty_plan_shows_nothing() -> None:
    """Without work there is no path, no float and nothing to judge."""
    answer = quality(plan())
    assert said(answer, "critical-path") == (
        "There is no critical path: nothing in scope has dates."
    )
    assert said(answer, "float") == "No open action has a float."
    assert said(answer, "durations").endswith("longer than two months: none can be judged.")


def test_a_data_date_that_nobody_gave_is_told() -> None:
    """Today stands in for it, and the sentence says so."""
    bare = evolve(plan(act(duration=5)), data_date=None)
    assert said(quality(bare), "updating").startswith("The data date is not given, so today;")


def test_it_says_whose_it_is_and_what_it_does_not_say() -> None:
    """Neither guide was read in the original, and neither makes a plan right."""
    answer = quality(two())
    assert answer.confidence is Confidence.SECONDARY
    assert "Not read itself" in answer.points_source.note
    assert "Not read itself" in answer.practices_source.note
    assert answer.caveat.startswith("Counts and names, not a grade")


# --- earlier versions ------------------------------------------------------------------------


def test_an_earlier_version_is_compared_by_its_promises() -> None:
    """A was due on the 5th and is open; B had no promise, and its schedule said the 7th."""
    old = plan(
        act("A", due="2024-06-05"),
        act("B", duration=5),
        act("C", due="ongoing"),
        act("E"),
        data_date=date(2024, 5, 31),
    )
    new = plan(act("A"), act("B", duration=5), act("C", due="2024-06-05"), act("E"))
    answer = quality(new, baseline=old)
    assert answer.baseline == "A plan, 31 May 2024"
    assert (answer.point(11).count, answer.point(11).of) == (2, 2)
    assert answer.point(11).activities == ("A", "B")
    assert said(answer, "baseline") == (
        "Against A plan, 31 May 2024: promised by the data date and missed: 2 of 2; finished "
        "against promised: 0 of 2."
    )


def test_a_version_without_a_data_date_is_read_on_the_eve_of_its_start() -> None:
    """All its work lay ahead: five days from Monday the 3rd end on Friday the 7th."""
    old = evolve(plan(act("A", duration=5)), data_date=None)
    answer = quality(plan(act("A", duration=5)), baseline=old)
    assert answer.baseline == "A plan"
    assert (answer.point(11).count, answer.point(11).of) == (1, 1)


def test_what_the_earlier_version_did_not_have_is_not_compared() -> None:
    """New work was promised to nobody then, and finished new work does not make up for old."""
    old = plan(act("A", due="2024-06-05"), data_date=date(2024, 5, 31))
    answer = quality(plan(act("A"), done("N", "2024-06-05")), baseline=old)
    assert (answer.point(14).count, answer.point(14).of) == (0, 1)


def kept(title: str, taken: date | None, finish: date | None) -> Baseline:
    """Return a baseline with one promise for A."""
    entries = [BaselineEntry(id="A", finish=finish)]
    return Baseline(id=title, title=title, taken_on=taken, entries=entries)


def compared(*baselines: Baseline) -> Quality:
    """Return the answer for an open action against these baselines."""
    found: Plan = plan(act("A", duration=5), baselines=baselines)
    return quality(found)


def test_the_last_baseline_taken_counts() -> None:
    """Not the first, and not one that was taken after the data date."""
    answer = compared(
        kept("V1", date(2024, 1, 1), date(2024, 6, 5)),
        kept("V2", date(2024, 5, 1), date(2024, 7, 1)),
        kept("V3", date(2024, 6, 8), date(2024, 6, 5)),
    )
    assert answer.baseline == "V2"
    assert answer.point(11).within is None


def test_a_baseline_without_a_day_counts_where_there_is_no_other() -> None:
    """Nobody wrote down when it was taken."""
    assert compared(kept("V1", None, date(2024, 6, 5))).baseline == "V1"
    both = compared(kept("V1", None, None), kept("V2", date(2024, 5, 1), None))
    assert both.baseline == "V2"


def test_a_given_version_beats_the_baselines_of_the_plan() -> None:
    """Whoever names one means it."""
    assert quality(promised(act("A")), baseline=plan(act("A"))).baseline == "A plan, 7 June 2024"
