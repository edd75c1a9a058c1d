"""How a simulation prints: each part of a result made by hand."""

from collections.abc import Callable
from typing import Any

import pytest
from attrs import evolve

from send_framework.cli.page import Page
from send_framework.cli.show_risk import headline, show_risk
from send_framework.cli.show_schedule import View
from send_framework.cli.terminal import Terminal
from send_framework.network.risk.results import (
    ActionRisk,
    Finishes,
    MilestoneRisk,
    Probability,
    ReadyChances,
    RiskResult,
)
from tests.cli.risk_results import IDLE, RISK, STRATEGY

VIEW = View(on_from="from the plan file")
QUIET, VERBOSE = evolve(VIEW, quiet=True), evolve(VIEW, verbose=True)


def printed(risk: RiskResult = RISK, view: View = VIEW) -> str:
    """Return the answer as it prints, each run of blanks as one."""
    page = Page(Terminal(width=100))
    show_risk(page, risk, view)
    return " ".join(page.text().split())


@pytest.mark.parametrize(
    "words",
    [
        "Data date: 31 May 2024, from the plan file",
        "Basis: forecast",
        "Target: Monitoring inspection",
        "Samples: 4,000 (latin hypercube, seed 7)",
        "Inspectors come: always 9 September 2024 Assumed: no observed days were given;",
        "given; --observed takes waits seen in other areas instead.",
        (
            "In 50.0% of the samples all that is asked for is ready when inspectors come (standard "
            "error 0.8%)."
        ),
        "No chance can be trusted: Z has no place in time",
        "So many samples were not enough for the tolerance asked for",
        "earliest 20 May 2024 0.0% +/- 0.0% already past",
        "expected 9 Sep 2024 62.5% +/- 0.8%",
        "P10 one in ten 20 Aug 2024",
        "P80 eight in ten 20 Sep 2024",
        "P90 nine in ten never",
        "The single schedule says 23 August 2024: 38% of the samples are done by then.",
        "On average those that end do so 2.2 working days before it, with a standard deviation of",
        "In 12.5% it is never done: an approval is refused for good.",
        "What weakens these days Nothing waits for C.",
        "Uncertain numbers: 3, of which with a spread that the library assumes: 2.",
        "Were these certain, the variance of the finish would be 88% less.",
        "id work as planned chance halved chance B Write the strategy 3.5 +50.0 12.2 +25.0 Each",
        "22.2%: A, B0",
        "and 1 more; --verbose shows them.",
        "B Write the strategy 75.0% +0.50 32.5 4.2?",
        "R1 Staff leave 26.0% 2.5 9.8 -6.2",
        "B approval refused: Write the strategy 12.5% 1.5 12.0 -3.1",
        "NCC: its work leads in 75.0% (B)",
        "nobody named: its work leads in 12.5% (X)",
        "M Board confirms 23 Aug 2024 20 Sep 2024 12.5%",
        "id what P50 P80 never M Board confirms",
        "N Never never never",
        "The last work for each recommendation id what P50 P80 never without",
        "PA1 Plan strategically together,... 23 Aug 2024 20 Sep 2024 12.5% PA1(b), Z",
        "What this does not say It knows only the uncertainty that is listed.",
    ],
)
def test_the_answer_says(words: str) -> None:
    """Chance, days, what weakens them, what would help, what leads, risks, bodies, milestones."""
    assert words in printed()


def test_waits_seen_elsewhere_are_told_by_their_areas() -> None:
    """Who asked for them is told whose they are, and not what else could be taken."""
    page = Page(Terminal(width=100))
    show_risk(page, RISK, VIEW, "As long after the report as in Northshire.")
    assert "  As long after the report as in Northshire.\n" in page.text()
    assert "--observed" not in page.text()


def test_a_reinspection_has_no_waits_to_take() -> None:
    """Waits were seen for monitoring inspections only."""
    again = evolve(RISK.target, scope="reinspection") if RISK.target else None
    assert "Assumed: no observed days were given." in printed(bare(target=again))


def test_quiet_leaves_the_chance_and_the_days() -> None:
    """Neither the question nor what would help."""
    said = printed(view=QUIET)
    assert said.startswith("Will it be ready?")
    assert "P80 eight in ten" in said
    assert "would help" not in said
    assert "Data date" not in said


def test_verbose_lists_every_input_and_all_that_leads() -> None:
    """Who gave each spread, the sixth path, and work that never leads."""
    said = printed(view=VERBOSE)
    assert (
        "B duration: triangular 15, 30, 60 working days (assumed: default for an assumed duration)"
        in said
    )
    assert "R1 risk: happens with probability 0.25 (given in the plan)" in said
    assert "8.3%: A, B5" in said
    assert "halved chance on time chance B Write the strategy 3.5 +50.0 12.2 +25.0 0.0" in said
    assert "which undoes whatever comes before it" in said
    assert "C =Gather views 0.0% -0.25 15.0 1.0" in said


def bare(**changes: Any) -> RiskResult:  # noqa: ANN401 - whatever the class takes
    """Return the result without what most parts print."""
    less: dict[str, Any] = {
        "actions": (IDLE,), "agencies": (), "leading": (), "events": (), "milestones": (),
        "recommendations": (), "weaknesses": (), "missing": (), "converged": True,
    }  # fmt: skip
    return evolve(RISK, **(less | changes))


@pytest.mark.parametrize(
    "words",
    ["would help", "What leads", "Which work", "Risks and approvals", "Who carries it",
     "Milestones", "each recommendation", "can be trusted", "tolerance"],
)  # fmt: skip
def test_parts_without_anything_in_them_do_not_print(words: str) -> None:
    """No heading stands above nothing."""
    assert words in printed()
    assert words not in printed(bare())


def test_columns_without_anything_in_them_do_not_print() -> None:
    """Where all is dated and in the end done, nobody needs to read that nothing is missing."""
    whole = MilestoneRisk(id="PA1", title="Do it", finish=evolve(RISK.finish, never=0.0))
    assert "id what P50 P80 PA1 Do it 23 Aug 2024 20 Sep 2024" in printed(
        bare(recommendations=(whole, whole))
    )


def test_of_one_recommendation_the_day_is_said_already() -> None:
    """All that is asked for answers it: its day is the one above."""
    assert "each recommendation" not in printed(bare(recommendations=RISK.recommendations[:1]))


def test_nothing_weak_is_said() -> None:
    """Silence would look as if nobody had looked."""
    assert "Nothing was found in the network that would." in printed(bare())


def test_a_plan_without_doubt_is_said_to_have_none() -> None:
    """Then all samples are alike, and there is no variance to speak of."""
    said = printed(bare(inputs=()))
    assert "Nothing is uncertain: every sample is the single schedule." in said
    assert "variance" not in said


def test_what_is_given_without_effect_is_counted_apart() -> None:
    """Two numbers are uncertain, whatever else was said of work that is done."""
    spent = evolve(
        RISK.inputs[1], reason="given in the plan; has no effect: done", has_effect=False
    )
    some = bare(inputs=(RISK.inputs[0], spent, RISK.inputs[2]))
    assert "Uncertain numbers: 2, of which" in printed(some)
    assert "would be 88% less. Given without effect: 1; --verbose says why." in printed(some)
    assert "Given without effect: 1; why, stands below." in printed(some, VERBOSE)
    none = printed(bare(inputs=(spent,), assumed_inputs=0))
    assert "every sample is the single schedule. Given without effect: 1;" in none
    assert "Given without effect" not in printed()


def test_several_without_a_place_have_none() -> None:
    """The sentence counts."""
    assert "No chance can be trusted: Y, Z have no place" in printed(bare(missing=("Y", "Z")))


def test_without_a_target_only_the_days_are_said() -> None:
    """Nobody asked about an inspection, so there is no chance."""
    said = printed(bare(target=None, p_ready=ReadyChances()))
    assert "No inspection is asked about" in said
    assert "if they come" not in said
    assert "Target: none" in said


def test_a_window_that_has_passed_gives_no_chance() -> None:
    """No day lies ahead on which they could come."""
    assert headline(bare(p_ready=ReadyChances())).startswith("It cannot be said: no day")


def test_where_no_day_is_left_no_chance_is_said_to_rise_or_fall() -> None:
    """What one thing gains and what a risk costs are days then, and days alone."""
    passed = evolve(RISK, p_ready=ReadyChances())
    said = printed(passed)
    assert "id work as planned halved B Write the strategy 3.5 12.2 Each alone" in said
    assert "or half as long. No chance rises: no day on which inspectors may come lies" in said
    assert "id what comes in days each time R1 Staff leave 26.0% 2.5 9.8 B approval" in said
    assert "Working days lost on average, and where it comes." in said
    assert "3.5 12.2 0.0 Each alone" in printed(passed, VERBOSE)
    untargeted = printed(evolve(passed, target=None))
    assert "or half as long. What leads" in untargeted


def test_nothing_in_scope_has_no_days() -> None:
    """Without dates there is nothing to be done by."""
    nothing = Finishes(p10=None, p50=None, p80=None, p90=None, scheduled=None)
    said = printed(bare(finish=nothing, curve=()))
    assert "It cannot be said: nothing in scope has dates." in said
    assert "P50" not in said


def test_a_schedule_earlier_than_every_sample() -> None:
    """Where paths meet the single schedule can be a day that no sample reaches."""
    late = bare(curve=RISK.curve[2:], mean_finish=20.0)
    assert "says 23 August 2024: 0% of the samples" in printed(late)
    assert "those that end do so 20.0 working days after it" in printed(late)
    sure = bare(finish=evolve(RISK.finish, never=0.0))
    assert "On average they end" in printed(sure)


def test_of_what_never_ends_no_average_is_told() -> None:
    """Where an approval is refused in every sample there is no day to take a mean of."""
    never = bare(finish=evolve(RISK.finish, never=1.0))
    assert "On average" not in printed(never)


@pytest.mark.parametrize(("value", "colour"), [(0.85, "32"), (0.6, "33"), (0.4, "31")])
def test_the_chance_has_a_colour_beside_its_number(value: float, colour: str) -> None:
    """Green from eight in ten, red below half, yellow between."""
    chances = evolve(RISK.p_ready, window=Probability(value=value, standard_error=0.01))
    page = Page(Terminal(colour=True))
    show_risk(page, bare(p_ready=chances), QUIET)
    assert f"\x1b[{colour}mIn {value:.1%}" in page.text()


def many(make: Callable[[int], ActionRisk]) -> str:
    """Return what prints of thirteen activities."""
    return printed(bare(actions=tuple(make(n) for n in range(13))))


def test_long_tables_are_cut_to_ten_rows() -> None:
    """The ten that lead most often, and of remedies the ten that help most."""
    said = many(lambda n: evolve(STRATEGY, id=f"S{n:02}", criticality=(n + 1) / 16))
    leads = said.partition("Which work decides the day")[2]
    assert "S12 Write" in leads
    assert "S03 Write" in leads
    assert "S02 Write" not in leads


def test_a_remedy_that_was_not_computed_is_no_number() -> None:
    """Work that cannot start otherwise has no gain from starting on time."""
    one = evolve(STRATEGY, remedies=STRATEGY.remedies[1:2])
    said = printed(bare(actions=(one,)))
    assert "as planned chance halved chance B Write the strategy 12.2 +25.0 Each" in said


def test_days_are_said_as_people_write_them() -> None:
    """Short in tables, long in sentences."""
    assert "23 Aug 2024" in printed()
    assert "23 August 2024" in printed()
