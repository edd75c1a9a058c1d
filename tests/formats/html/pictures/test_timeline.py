"""The timeline: law and custom by shape, windows as spans, words that never cover one another."""

from datetime import date

import pytest
from attrs import evolve
from markupsafe import Markup

from send_framework import Event, Meeting, Plan, PublicationHold, ReviewCycle, WindowEnd
from send_framework.formats.html.facts import PageFacts
from send_framework.formats.html.pictures import timeline
from send_framework.frameworks import State
from tests.formats.html.pictures.drawn_plans import (
    WINDOW,
    facts_for,
    northshire,
    number_of,
    parts,
    texts,
    with_look,
)


@pytest.fixture
def facts() -> PageFacts:
    """Return a plan with deadlines by law and by custom, windows, events and meetings."""
    plan = evolve(
        northshire(),
        reviews=[ReviewCycle(id="RC", title="Board", agencies="NCC",
                             held=[Meeting(id="B1", date="2024-05-01")])],
        holds=[PublicationHold(name="before the election", first=date(2024, 5, 23),
                               last=date(2024, 7, 4))],
    )  # fmt: skip
    return facts_for(plan, target=WINDOW)


def test_law_and_custom_have_flags_of_their_own(facts: PageFacts) -> None:
    """The plan made final in 70 working days is law; its submission in 35 is custom."""
    entries = {each.findtext("title", ""): each for each in with_look(svg_of(facts), "p-entry")}
    final = next(each for words, each in entries.items() if "plan made final" in words)
    sent = next(each for words, each in entries.items() if "plan submitted" in words)
    assert parts(final, "p-flag")
    assert parts(sent, "p-flag-custom")
    assert "law" in final.findtext("title", "")
    assert parts(final, "p-flag")[0].get("d", "").count("H") == 0
    assert parts(sent, "p-flag-custom")[0].get("d", "").count("H") == 2


def svg_of(facts: PageFacts) -> Markup:
    """Return the drawing."""
    return timeline(facts).svg


def test_what_is_overdue_says_so(facts: PageFacts) -> None:
    """In a flag of its own, in strong words and in the description."""
    overdue = facts.timeline.overdue
    assert overdue
    strong = [each for each in with_look(svg_of(facts), "p-entry") if parts(each, "p-overdue")]
    assert len(strong) == len(overdue)
    assert all("".join(each.itertext()).endswith(": overdue") for each in strong)
    assert f"{len(overdue)} overdue" in timeline(facts).description


def test_windows_are_spans_with_their_ends(facts: PageFacts) -> None:
    """The plan's own window has its three ends, in the order of their days."""
    [own] = [
        each
        for each in with_look(svg_of(facts), "p-entry")
        if "7 Oct 2024 Monitoring inspection" in each.findtext("title", "")
    ]
    [span] = parts(own, "p-window")
    ends = [number_of(parts(own, f"p-end-{name}")[0], "x1")
            for name in ("earliest", "expected", "latest")]  # fmt: skip
    assert ends == sorted(ends)
    assert number_of(span, "x") <= ends[0]
    assert ends[-1] <= number_of(span, "x") + number_of(span, "width")


def test_a_period_is_no_window(facts: PageFacts) -> None:
    """Weeks without reports are a span without ends, in force on that day."""
    [hold] = [each for each in with_look(svg_of(facts), "p-entry") if parts(each, "p-period")]
    assert "in force" in hold.findtext("title", "")
    assert not parts(hold, "p-end")


def test_the_past_is_filled_and_the_future_hollow(facts: PageFacts) -> None:
    """A report received is a filled diamond; a director to come is a hollow one, with a whisker."""
    entries = {each.findtext("title", ""): each for each in with_look(svg_of(facts), "p-entry")}
    came = next(each for words, each in entries.items() if "report received" in words)
    coming = next(each for words, each in entries.items() if "New director" in words)
    assert parts(came, "p-reached")
    assert not parts(coming, "p-reached")
    assert parts(coming, "p-whisker")
    assert not parts(came, "p-whisker")


def test_meetings_have_signs_and_stand_in_the_table(facts: PageFacts) -> None:
    """Their names would be the same words again and again."""
    assert "Meetings" in texts(svg_of(facts))
    assert "Board" not in texts(svg_of(facts))
    assert "Board" in [row[1] for row in timeline(facts).table.rows]


def test_what_came_before_the_inspection_stands_in_the_table(facts: PageFacts) -> None:
    """The drawing begins with the inspection that the plan answers; the sentence says so."""
    picture = timeline(facts)
    assert not any("Budget agreed" in each for each in texts(picture.svg))
    assert "Budget agreed" in [row[1] for row in picture.table.rows]
    assert "1 more, undated or before 18 January 2024, stand in the table" in picture.description
    whole = timeline(facts_for(evolve(facts.plan, answers_inspection=None)))
    assert "Budget agreed" in texts(whole.svg)


def test_words_at_the_right_edge_stand_to_the_left() -> None:
    """An event on the last day has its words before its sign; nothing leaves the picture."""
    plan = Plan(title="Late", data_date=date(2024, 6, 3),
                events=[Event(id="E", title="A long name that takes its room", date="2026-12-31"),
                        Event(id="F", title="Early", date="2024-01-01")])  # fmt: skip
    [late] = [each for each in with_look(svg_of(facts_for(plan)), "p-entry")
              if "takes its room" in each.findtext("title", "")]  # fmt: skip
    sign, words = parts(late, "p-bar")[0], parts(late, "p-beside")[0]
    assert words.get("text-anchor") == "end"
    assert 200 < number_of(words, "x") < float(sign.get("d", "M0")[1:].split(" ")[0])


def test_words_fit_within_a_long_span() -> None:
    """A window of years holds its own name."""
    long = evolve(WINDOW, latest=WindowEnd(day=date(2034, 10, 7), reason="far"))
    plan = Plan(title="Long", data_date=date(2024, 6, 3), windows=[long])
    [entry] = list(with_look(svg_of(facts_for(plan)), "p-entry"))
    assert number_of(parts(entry, "p-beside")[0], "x") > number_of(parts(entry, "p-window")[0], "x")


def test_an_end_left_open_is_drawn_at_the_other() -> None:
    """What is known "by 22 May" or "from 1 March" has one day."""
    plan = Plan(title="Open", data_date=date(2024, 6, 3),
                events=[Event(id="E", title="By then", date="by 2024-05-22"),
                        Event(id="F", title="From then", date="from 2024-03-01"),
                        Event(id="G", title="Some day")])  # fmt: skip
    facts = facts_for(plan)
    assert len(with_look(svg_of(facts), "p-entry")) == 2
    assert [row[0] for row in timeline(facts).table.rows] == [
        "from 1 March 2024", "by 22 May 2024", "no day",
    ]  # fmt: skip
    assert facts.timeline.in_state(State.UNDATED)


def test_a_data_date_at_the_edge_has_its_words_to_the_left() -> None:
    """When all is past, the line stands at the right edge."""
    plan = Plan(title="Past", data_date=date(2024, 6, 3),
                events=[Event(id="E", title="Once", date="2016-12-01")])  # fmt: skip
    [label] = with_look(svg_of(facts_for(plan)), "p-mark")
    assert label.get("text-anchor") == "end"
