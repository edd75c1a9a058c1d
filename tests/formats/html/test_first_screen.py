"""The first screen: one sentence that answers, and three things to do by a rule."""

from datetime import date

import pytest
from attrs import evolve

from send_framework import Action, Plan, Recommendation, RecommendationKind, Window, WindowEnd
from send_framework.checks import Severity
from send_framework.formats.html.answer import answer_of
from send_framework.formats.html.first_things import first_things
from send_framework.model.source import Confidence
from send_framework.network.risk.results import ActionRisk, Probability, ReadyChances
from tests.formats.html.example_pages import empty, facts, large, looped, single, suffolk, undated
from tests.formats.html.risk_answers import simulated


def windowed(expected: date, latest: date | None = None) -> Plan:
    """Return a plan whose work is done on 28 June 2024, with a window for it."""
    last = WindowEnd(day=latest, reason="seen elsewhere") if latest else None
    first = WindowEnd(day=expected, reason="a forecast", confidence=Confidence.INFERRED)
    return Plan(
        title="A plan", start=date(2024, 6, 3), data_date=date(2024, 5, 31),
        recommendations=[
            Recommendation(id="PA1", kind=RecommendationKind.PRIORITY_ACTION, text="Plan together.")
        ],
        actions=[Action(id="A", title="Agree", duration=20, answers="PA1")],
        windows=[Window(id="monitoring", name="Monitoring inspection", scope="monitoring",
                        expected=first, latest=last)],
    )  # fmt: skip


def sentence(plan: Plan) -> str:
    """Return the sentence that answers."""
    return "".join(piece.text for piece in answer_of(facts(plan)).sentence)


NOTHING_ASSUMED = "nothing on the path to that day is assumed."
READY = (
    "Ready for the monitoring inspection from 1 July 2024, 10 working days to spare for the "
    f"expected day, 15 July 2024 (inferred); {NOTHING_ASSUMED}"
)
ONLY_IF_LATE = (
    "Ready for the monitoring inspection only if they come late: from 1 July 2024, 5 working days "
    "too late for the expected day, 24 June 2024 (inferred), and 10 working days to spare for the "
    f"latest day, 15 July 2024; {NOTHING_ASSUMED}"
)
NOT_READY = (
    "Not ready for the monitoring inspection even if they come late: only from 1 July 2024, 10 "
    "working days too late for the expected day, 17 June 2024 (inferred), and 5 working days too "
    f"late for the latest day, 24 June 2024; {NOTHING_ASSUMED}"
)
NO_LATEST = (
    "Not ready for the monitoring inspection by the last day known for it: only from 1 July 2024, "
    "5 working days too late for the expected day, 24 June 2024 (inferred); "
    f"{NOTHING_ASSUMED}"
)
ALL_PAST = (
    "It cannot be said whether all is ready for the monitoring inspection: every day of its "
    f"window has passed, and no inspection is recorded; {NOTHING_ASSUMED}"
)
NO_DATES = (
    "It cannot be said whether all is ready for the monitoring inspection: nothing it asks for has "
    "dates."
)
NO_TARGET = (
    "No inspection is expected, so there is nothing to be ready for; the plan\u2019s own work is "
    f"finished on 7 June 2024; {NOTHING_ASSUMED}"
)
NOTHING = (
    "No inspection is expected, so there is nothing to be ready for; nothing in the plan has dates."
)
CASES = {
    READY: windowed(date(2024, 7, 15)),
    ONLY_IF_LATE: windowed(date(2024, 6, 24), date(2024, 7, 15)),
    NOT_READY: windowed(date(2024, 6, 17), date(2024, 6, 24)),
    NO_LATEST: windowed(date(2024, 6, 24)),
    ALL_PAST: windowed(date(2024, 5, 1)),
    NO_DATES: evolve(
        windowed(date(2024, 7, 15)), actions=[Action(id="A", title="Agree", answers="PA1")]
    ),
    NO_TARGET: single(),
    NOTHING: empty(),
}


@pytest.mark.parametrize("wanted", CASES)
def test_one_sentence_answers(wanted: str) -> None:
    """Ready or not, from when, against which end, with how much float, on which assumption."""
    assert sentence(CASES[wanted]) == wanted


def test_what_hides_the_answer_is_named_and_counted() -> None:
    """Up to six things are named, and how many more there are."""
    work = [Action(id=f"X{n}", title="Undated", answers="PA1") for n in range(8)]
    plan = windowed(date(2024, 7, 15))
    some = evolve(plan, actions=[*plan.actions, work[0]])
    assert "because 1 thing it asks for has no place in time (X0); what has dates" in sentence(some)
    many = evolve(plan, actions=[*plan.actions, *work])
    assert "8 things it asks for have no place in time (X0, X1, X2, X3, X4, X5 and 2 more)" in (
        sentence(many)
    )


def test_assumptions_behind_the_day_are_counted() -> None:
    """Suffolk's day rests on nothing that anybody published."""
    words = sentence(suffolk("2026-01"))
    assert words.endswith("; all 3 activities and links behind that day are assumed.")


def test_one_assumption_is_said_in_the_singular() -> None:
    """A single activity whose length nobody published."""
    plan = windowed(date(2024, 8, 15))
    guessed = evolve(plan, actions=[Action(id="A", title="Agree", answers="PA1", after="B"),
                                    Action(id="B", title="Begin", duration=3)])  # fmt: skip
    assert sentence(guessed).endswith(
        "; 1 of the 3 activities and links behind that day is assumed."
    )


def test_a_path_of_one_assumption_is_not_counted() -> None:
    """One action, and nobody said how long it takes."""
    plan = windowed(date(2024, 8, 15))
    guessed = evolve(plan, actions=[Action(id="A", title="Agree", answers="PA1", due="2024-07-01")])
    assert sentence(guessed).endswith("; the one activity behind that day is assumed.")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Monitoring inspection", "the monitoring inspection from"),
        ("Full reinspection", "the full reinspection from"),
        ("Ofsted's visit", "the Ofsted's visit from"),
        ("Visit " * 100, f"the {('Visit ' * 100)[:139].rstrip()}\u2026 from"),
    ],
)
def test_only_the_usual_names_begin_small(name: str, said: str) -> None:
    """A name of the plan's own may be that of a body; a very long one is cut."""
    plan = windowed(date(2024, 7, 15))
    named = evolve(plan, windows=[evolve(plan.windows[0], name=name)])
    assert f"Ready for {said} 1 July 2024" in sentence(named)


def test_the_first_is_the_gravest_then_what_decides_then_what_hides() -> None:
    """Suffolk: a contradiction, the next step of the path, and a part of a priority action."""
    things = first_things(facts(suffolk("2026-01")))
    assert [each.subject for each in things] == ["S14", "S15", "PA1(d)"]
    assert things[0].do.startswith("S14: Move the due date behind the predecessor's")
    assert (
        things[1].do == "Bring forward S15, Clear the backlog of overdue plans: it decides the day."
    )
    assert things[2].more[0].href == "#finding-recommendation-undated"


def test_subjects_are_named_once_and_nothing_mild_is_put_first() -> None:
    """No two of the three speak of one thing; information is never among them."""
    for plan in (suffolk("2024-05"), suffolk("2026-01"), large(40), looped(), undated()):
        told = facts(plan)
        things = first_things(told)
        subjects = [each.subject for each in things]
        assert len(set(subjects)) == len(subjects) == 3
        mild = {e.message for e in told.findings if e.severity is Severity.INFORMATION}
        assert not mild & {"".join(piece.text for piece in each.why) for each in things}


@pytest.mark.parametrize(
    ("steps", "words"),
    [(1, ", and 1 more step waits behind it."), (2, ", and 2 more steps wait behind it.")],
)
def test_work_that_waits_behind_a_step_is_counted(steps: int, words: str) -> None:
    """Whoever reads it sees what hangs on it."""
    plan = windowed(date(2024, 12, 2))
    work = [
        Action(id=after, title="Build", duration=5, after=before, answers="PA1")
        for before, after in (("A", "B"), ("B", "C"))[:steps]
    ]
    things = first_things(facts(evolve(plan, actions=[*plan.actions, *work])))
    assert things[1].subject == "A"
    assert "".join(piece.text for piece in things[1].why) == (
        f"It is on the critical path{words} What sets its date: the plan starts 3 June 2024."
    )


def test_work_that_is_done_is_not_put_first() -> None:
    """What has happened can no longer be brought forward."""
    plan = windowed(date(2024, 12, 2))
    done = evolve(plan.actions[0], actual_start="2024-05-06", actual_finish="2024-05-24")
    told = facts(evolve(plan, start=date(2024, 5, 6), actions=[done]))
    assert told.schedule.critical_path == ("A",)
    assert not [each for each in first_things(told) if "decides" in each.do]


def test_a_simulation_ranks_what_decides_the_day() -> None:
    """The work by which most days can be gained comes before the path."""
    told = facts(large(40))
    gaining = ActionRisk(
        id="S005", title="Work 5", criticality=0.42, cruciality=0.1, sensitivity=0.2,
        mean_duration=9.0, deviation=2.0, assumed=True, days_gained=3.25,
    )  # fmt: skip
    idle = evolve(gaining, id="S001", days_gained=0.0)
    ranked = evolve(told, risk=simulated(told.schedule, actions=(idle, gaining)))
    things = first_things(ranked)
    assert things[1].subject == "S005"
    assert "".join(piece.text for piece in things[1].why) == (
        "It leads in 42% of 1,000 samples; the best remedy makes all ready 3.2 working days "
        "earlier on average."
    )


def test_figures_say_what_they_are_measured_against() -> None:
    """Each end of the window has its own float, with its day and its doubt."""
    found = answer_of(facts(suffolk("2026-01")))
    shown = {each.name: (each.value, each.look) for each in found.figures}
    assert shown == {
        "Ready from": ("2 February 2026", "plain"),
        "For the earliest day": ("171 working days too late", "bad"),
        "For the expected day": ("137 working days too late", "bad"),
        "For the latest day": ("40 working days to spare", "good"),
        "Findings": ("1 error, 82 warnings", "plain"),
    }


def test_the_chance_of_being_ready_says_when_it_is_not_to_be_trusted() -> None:
    """A chance is worth nothing while work in scope has no place in time."""
    told = facts(large(40))
    chances = ReadyChances(window=Probability(value=0.734, standard_error=0.004))
    sure = evolve(told, risk=simulated(told.schedule, p_ready=chances))
    unsure = evolve(told, risk=simulated(told.schedule, p_ready=chances, missing=("S33",)))
    notes = [
        [(each.value, each.note) for each in answer_of(one).figures if each.href == "#risk"]
        for one in (told, sure, unsure)
    ]
    assert notes == [
        [],
        [("73%", "standard error 0.4%, 1,000 samples")],
        [("cannot be said", "1 thing it asks for without a place")],
    ]
