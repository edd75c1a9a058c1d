"""What the sections of a page say, each against the answers they are made from."""

from datetime import date
from typing import Any

import pytest
from attrs import evolve

from send_framework import (
    Action,
    Agency,
    AgencyKind,
    Assumption,
    Claim,
    Commitment,
    CommitmentKind,
    Event,
    Evidence,
    EvidenceKind,
    Milestone,
    NeededBy,
    Plan,
    Recommendation,
    RecommendationKind,
    Source,
    Status,
    Window,
    WindowEnd,
)
from send_framework.formats.html import page_of
from send_framework.formats.html.asked import asked_of, matrix_of, outcome_of
from send_framework.formats.html.found import found_groups
from send_framework.formats.html.known import (
    assumptions_of,
    dissents,
    measure_tables,
    official_days,
    read_on,
    sources_of,
)
from send_framework.formats.html.picture import undirected
from send_framework.formats.html.pieces import address, linked
from send_framework.formats.html.why import why_all
from send_framework.network.risk.results import ActionRisk
from tests.formats.html.example_pages import (
    START,
    compared,
    empty,
    facts,
    hostile,
    large,
    page,
    suffolk,
)
from tests.formats.html.reading_pages import ReadPage
from tests.formats.html.risk_answers import simulated

ON = date(2024, 5, 31)
SCC = Agency(id="SCC", name="A council", kind=AgencyKind.LOCAL_AUTHORITY)
ICB = Agency(id="ICB", name="A board", kind=AgencyKind.INTEGRATED_CARE_BOARD)
PA1 = Recommendation(
    id="PA1", kind=RecommendationKind.PRIORITY_ACTION, text="Plan together.", responsible="SCC"
)


def plan_of(*actions: Action, **parts: Any) -> Plan:  # noqa: ANN401 - any field of a plan
    """Return a plan of some work that begins on 3 June 2024."""
    return Plan(title="A plan", start=START, data_date=ON, actions=actions, **parts)


def test_the_outcome_has_its_days() -> None:
    """Found what, on site when, received when, published when."""
    outcome = outcome_of(facts(suffolk("2026-01")))
    assert outcome is not None
    assert outcome.found == "widespread failings"
    assert dict(outcome.days)["Report published"] == "30 January 2024"
    assert outcome_of(facts(empty())) is None


def test_recommendations_show_bodies_work_and_room() -> None:
    """A whole has bodies and kind, a part neither; both have their own answer."""
    rows = {each.id: each for each in asked_of(facts(suffolk("2026-01")))}
    whole, part = rows["PA2"], rows["PA1(d)"]
    assert whole.bodies[0] == "Suffolk County Council"
    assert (whole.kind, whole.ready.text, whole.day) == (
        "area for priority action", "ready", "2 Feb 2026",
    )  # fmt: skip
    assert whole.room is not None
    assert whole.room.text == "40 working days to spare"
    assert (part.is_part, part.bodies, part.kind, part.room) == (True, (), "", None)
    assert [piece.href for piece in part.work] == ["#why-S33"]
    assert (whole.last, part.last) == ("#why-S14", "")
    assert rows["AFI1"].addressed


def test_the_day_of_a_recommendation_leads_to_the_work_that_sets_it() -> None:
    """What is only for the reinspection ends later, and is not what the day comes from."""
    later = Action(
        id="B", title="Build", duration=50, answers="PA1", needed_by=NeededBy.REINSPECTION
    )
    end = WindowEnd(day=date(2024, 9, 2), reason="a forecast")
    window = Window(id="monitoring", name="Monitoring", scope="monitoring", expected=end)
    work = Action(id="A", title="Agree", duration=5, answers="PA1")
    told = facts(plan_of(work, later, recommendations=[PA1], windows=[window], agencies=[SCC]))
    (row,) = asked_of(told)
    assert (row.day, row.last) == ("10 Jun 2024", "#why-A")


def test_the_matrix_tells_responsible_accountable_and_helping_apart() -> None:
    """By report and by plan; work that answers nothing has a row of its own."""
    plan = plan_of(
        Action(id="A", title="Agree", accountable="ICB", contributors="SCC", answers="PA1"),
        Action(id="B", title="Build", accountable="SCC"),
        agencies=[SCC, ICB, evolve(SCC, id="OTHER", name="Nobody here")],
        recommendations=[PA1],
        milestones=[Milestone(id="M", title="Done", accountable="ICB", answers="PA1")],
    )
    matrix = matrix_of(facts(plan))
    assert matrix.bodies == ("A council", "A board")
    (_, _, (council, board)), (unnamed, words, (loose, none)) = matrix.rows
    assert council.responsible
    assert [piece.text for piece in council.helps] == ["A"]
    assert [piece.text for piece in board.accountable] == ["A", "M"]
    assert (unnamed, words) == ("", "work that answers no recommendation")
    assert [piece.text for piece in loose.accountable] == ["B"]
    assert none.is_empty


def test_a_matrix_without_bodies_or_recommendations_says_so() -> None:
    """Two different things can be missing."""
    nobody = plan_of(recommendations=[evolve(PA1, responsible=())])
    assert "No body is named as responsible" in ReadPage(page_of(facts(nobody))).text
    assert "so there is nothing to answer" in ReadPage(page_of(facts(plan_of()))).text


def test_findings_of_a_kind_stand_together_in_reading_order() -> None:
    """No finding is lost, and the gravest kind comes first."""
    told = facts(suffolk("2026-01"))
    groups = found_groups(told)
    assert sum(len(group.rows) for group in groups) == len(told.findings)
    assert [group.code for group in groups] == list(dict.fromkeys(e.code for e in told.findings))
    assert groups[0].severity.value == "error"


def test_long_kinds_unfold() -> None:
    """Five at once and the rest behind a fold, but a single one more is shown too."""
    groups = found_groups(facts(suffolk("2026-01")))
    shown = {len(group.rows): (len(group.first), len(group.rest)) for group in groups}
    assert shown[5] == (5, 0)
    assert shown[6] == (6, 0)
    assert shown[11] == (5, 6)


def test_findings_link_what_they_name() -> None:
    """Work leads to why its date is what it is, a recommendation and a measure to their rows."""
    groups = {group.code: group for group in found_groups(facts(suffolk("2026-01")))}

    def hrefs(code: str) -> list[str]:
        row = groups[code].rows[0]
        return [piece.href for piece in (*row.message, *row.links) if piece.href]

    assert hrefs("due-before-predecessor")[0] == "#why-S14"
    assert hrefs("recommendation-undated") == ["#asked-PA1(c)", "#why-S17"]
    assert hrefs("measure-without-target") == ["#counted-M-REVIEWS"]


@pytest.mark.parametrize(
    ("sentence", "links"),
    [
        ("S1 waits for S10, and S1.", ["S1", "S10"]),
        ("XS1 and S1x say nothing.", []),
        ("(S1) is named.", []),
        ("Nothing.", []),
    ],
)
def test_only_whole_ids_become_links_and_each_once(sentence: str, links: list[str]) -> None:
    """S1 is no part of S10, and no sentence is changed."""
    plan = plan_of(Action(id="S1", title="One"), Action(id="S10", title="Ten", after="S1"))
    pieces = linked(facts(plan), sentence, ("S1", "S10", "unknown"))
    assert "".join(piece.text for piece in pieces) == sentence
    assert [piece.text for piece in pieces if piece.href] == links


def test_advice_of_its_own_stands_with_the_finding() -> None:
    """What all of a kind share is said once, above them."""
    groups = {group.code: group for group in found_groups(facts(suffolk("2026-01")))}
    own = groups["owner-changes-during-work"]
    assert "NSICB" in own.rows[0].advice
    assert all(not row.advice for row in groups["action-unlinked"].rows)
    assert (
        groups["statutory-deadline-unproven"].rows[0].rule.startswith("Priority action plan made")
    )


def test_each_activity_says_why_who_and_what_was_said() -> None:
    """Driver, chain, float, bodies, promise, progress, evidence, sources: all in one place."""
    source = Source(key="minutes", title="Board minutes")
    plan = plan_of(
        Action(id="A", title="Agree", duration=5, status=Status.COMPLETE, actual_start="2024-05-13",
               actual_finish="2024-05-17", accountable="SCC",
               evidence=[Evidence(text="A paper", kind=EvidenceKind.IMPACT, date="2024-05-20",
                                  sources=[source])]),
        Action(id="B", title="Build", duration=10, after=["A", "F"],
               accountable=["SCC", "ICB"], lead="ICB",
               lead_role="Director", contributors="SCC", due="2024-07-01", percent_complete=0,
               reported_on=date(2024, 5, 30), success_measures=["It works"], note="Mind the gap.",
               status=Status.NOT_STARTED),
        Action(id="C", title="Keep", due="ongoing"),
        Action(id="D", title="Decide"),
        agencies=[SCC, ICB],
        commitments=[Commitment(id="F", title="Money", kind=CommitmentKind.FUNDING,
                                due="2024-06-05", agencies="ICB", amount=5)],
    )  # fmt: skip
    whys = {each.id: each for each in why_all(facts(plan))}
    build = whys["B"]
    assert build.driver.startswith("its own promise")
    assert dict(build.bodies) == {
        "Accountable": "A council; A board", "Leads": "A board", "Role": "Director",
        "Helps": "A council",
    }  # fmt: skip
    assert dict(build.said) == {
        "Promised for": "1 July 2024", "Reported as": "not started", "Done": "0 %",
        "Last report": "30 May 2024",
    }  # fmt: skip
    assert build.measures == ("It works",)
    assert build.note == "Mind the gap."
    assert (whys["C"].days, whys["D"].days) == ("from 3 Jun 2024", "")
    assert [tag.text for tag in whys["D"].tags] == ["no dates"]
    assert "done" in [tag.text for tag in whys["A"].tags]
    assert dict(whys["F"].bodies) == {"Concerned": "A board"}
    words = ReadPage(page_of(facts(plan))).text
    assert "Evidence of impact A paper, 20 May 2024 (minutes)".replace(" ", "") in words.replace(
        " ", ""
    )


def test_an_event_that_names_nobody_has_no_bodies() -> None:
    """Work may wait for what nobody of the plan does."""
    plan = plan_of(
        Action(id="A", title="Agree", duration=5, after="E"),
        events=[Event(id="E", title="A ruling", date="2024-06-05")],
    )
    whys = {each.id: each for each in why_all(facts(plan))}
    assert whys["E"].bodies == ()
    assert dict(whys["E"].said) == {"Date given": "5 June 2024"}


def test_tags_tell_the_path_and_what_is_near_it() -> None:
    """Critical and near-critical work is told apart in words."""
    plan = plan_of(
        Action(id="A", title="Agree", duration=20),
        Action(id="B", title="Begin", duration=18),
        Action(id="C", title="Close", duration=5, after=["A", "B"]),
    )
    tags = {each.id: [tag.text for tag in each.tags] for each in why_all(facts(plan))}
    assert tags == {"A": ["critical path"], "B": ["near-critical"], "C": ["critical path"]}


def test_closed_days_are_named() -> None:
    """A single day, and several."""
    plan = plan_of(
        Action(id="A", title="Agree", duration=60),
        Action(id="B", title="Build", after="A", duration=1),
    )
    gaps = {each.id: each.gaps for each in why_all(facts(plan))}
    assert gaps["B"] == (
        "24 August 2024 to 25 August 2024: weekend",
        "26 August 2024: Late Summer Bank Holiday",
    )


def test_official_days_are_told_with_how_they_stand() -> None:
    """Law and custom in words, the overdue marked, the plan's own window said to be its own."""
    days = official_days(facts(suffolk("2026-01")))
    stands = {each.name: (each.binding.text, each.stands.look) for each in days}
    assert stands["Priority action plan published"] == ("custom: handbook", "bad")
    assert stands["Priority action plan made final"][0] == "law"
    assert {each.binding.text for each in days} >= {
        "the plan\u2019s own",
        "nobody's rule: observed",
    }
    assert all(each.why for each in days)


def test_measures_keep_population_time_source_and_doubt() -> None:
    """A figure without those is no figure."""
    tables = {each.id: each for each in measure_tables(facts(suffolk("2026-01")))}
    rows = tables["M-20-WEEKS"].rows
    assert (rows[0].what, rows[0].value, rows[0].when) == ("target", "49.1 %", "by September 2025")
    assert rows[1].what == "target, stretch"
    england = next(row for row in rows if row.population == "England")
    assert (england.what, england.value, england.when) == ("published", "49.2 %", "2022")
    assert any(row.what == "published, baseline" for row in rows)
    assert tables["M-20-WEEKS"].kind == "counted over a period; more is better"
    assert any(
        row.value == "272,315 pounds a year" for each in tables.values() for row in each.rows
    )


def test_assumptions_name_what_they_fill_and_what_the_library_adds() -> None:
    """The plan's own first; a guessed length that no assumption covers comes last."""
    plan = plan_of(
        Action(id="A", title="Agree"),
        Action(id="B", title="Build", after="A"),
        Action(id="C", title="Close", after="A"),
        assumptions=[
            Assumption(id="X", reason="A guess", fills=["B duration", "B after A", "C after A"])
        ],
    )
    given, added = assumptions_of(facts(plan))
    assert [(piece.href, what) for piece, what in given.what] == [
        ("#why-B", "duration"), ("#why-B", "after A"), ("#why-C", "after A"),
    ]  # fmt: skip
    assert [piece.text for piece, _ in added.what] == ["A", "C"]
    assert "20 working days" in added.what[0][1]


def test_sources_are_listed_once_and_disagreement_stands_apart() -> None:
    """What a fact cites without registering it is listed too."""
    first, second = (
        Source(key="a", title="A"),
        Source(key="b", title="B", read_on=ON, published=START),
    )
    claim = Claim(about="actual_finish", says="Tuesday", sources=[first])
    work = Action(id="A", title="Agree", sources=[second], claims=[claim])
    told = facts(plan_of(work, register=[first]))
    assert [each.key for each in sources_of(told)] == ["a", "b"]
    assert [(each.of.href, each.about, each.says) for each in dissents(told)] == [
        ("#why-A", "actual finish", "Tuesday")
    ]
    assert read_on(second) == "published 3 June 2024; read 31 May 2024"
    assert read_on(first) == ""


@pytest.mark.parametrize(
    ("written", "leads"),
    [
        ("https://www.gov.uk/a?b=1", "https://www.gov.uk/a?b=1"),
        ("http://gov.uk", "http://gov.uk"),
        ("gov.uk/send", "https://gov.uk/send"),
        ("eadt.co.uk, article 1", ""),
        ("javascript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("//evil.example", ""),
        ('gov.uk/" onclick="x', ""),
        ("", ""),
    ],
)
def test_only_web_addresses_become_links(written: str, leads: str) -> None:
    """Anything else stays text."""
    assert address(written) == leads


def test_a_very_long_text_is_folded_and_still_whole() -> None:
    """Ten thousand characters of a title push nothing out of sight, and none of them is lost."""
    found = ReadPage(page("hostile"))
    assert "The whole text, 12,084 characters" in found.text
    assert found.text.count(undirected(" ".join(hostile().title.split()))) >= 3
    assert ReadPage(page("suffolk-2026")).text.count("The whole text") == 0


def test_no_title_turns_the_rest_of_a_sentence_round() -> None:
    """Signs of direction are left out, the letters stay: those of every script know their way."""
    assert not {"\u202a", "\u202e", "\u2066"} & set(page("hostile"))
    plan = Plan(title="\u202b\u05d4\u05e1\u05db\u05dd\u202c and \u202eeerga\u202c")
    assert "<bdi>\u05d4\u05e1\u05db\u05dd and eerga</bdi>" in page_of(facts(plan))


def test_a_path_that_often_changes_hands_tells_it_folded() -> None:
    """Sixty hand-offs are for those who ask; a few are said at once."""
    assert "<summary>The path changes hands 60 times</summary>" in page("large")
    assert "<p>The path changes hands 2 times: S000 to S003 (G0 to G3); " in page_of(
        facts(large(15))
    )


def test_a_simulation_is_shown_with_what_weakens_it() -> None:
    """Chances, days, what decides, what may happen, what was assumed."""
    told = facts(large(30))
    actions = tuple(
        ActionRisk(
            id=f"S{n:03}", title="Work", criticality=0.9 - n / 40, cruciality=0.1, sensitivity=0.2,
            mean_duration=9.0, deviation=2.0, assumed=bool(n % 2), days_gained=3.0,
        )
        for n in range(25)
    )  # fmt: skip
    risk = simulated(told.schedule, actions=actions, missing=("PA1", "S001"))
    found = ReadPage(page_of(evolve(told, risk=risk)))
    for words in (
        "In 1,000 samples of the plan",
        "not known",
        "Nothing waits for 2 of them.",
        "It cannot say what people will do.",
        "A vacancy stays open",
        "triangular 4, 8, 16 working days",
        "(the first 20 of 25)",
        "nine in ten (P90) never",
        "Seed 7 gives the same answer again.",
    ):
        assert words in found.text
    assert {"#asked-PA1", "#why-S001"} <= set(found.values("href"))


def test_changes_say_what_moved_the_finish_and_by_how_much() -> None:
    """Suffolk's finish between two versions, part by part."""
    told = compared()
    comparison = told.comparison
    assert comparison is not None
    words = ReadPage(page_of(told)).text
    assert f"{comparison.finish_moved} working days later" in words
    for sentence in [e.sentence for e in comparison.why] + [e.sentence for e in comparison.changes]:
        assert " ".join(sentence.split()) in words
    for moved, phrase in ((0, "on the same day"), (-3, "3 working days earlier")):
        other = evolve(told, comparison=evolve(comparison, finish_moved=moved))
        assert phrase in ReadPage(page_of(other)).text
