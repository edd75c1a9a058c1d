"""Results as a notebook shows them: a sentence and a small table, whatever a plan's text holds."""

from datetime import date
from html.parser import HTMLParser

import pytest
from attrs import evolve

from send_framework import Action, Plan
from send_framework.checks import check
from send_framework.errors import ModelError
from send_framework.formats.notebook import Card, card
from send_framework.network.changes.comparing import compare
from send_framework.network.risk.results import Finishes
from send_framework.network.schedule import schedule
from tests.formats.html.pictures.drawn_plans import WINDOW, northshire
from tests.formats.html.pictures.imagined_results import a_simulation

ON = date(2024, 6, 14)
HOSTILE = "<script>alert(1)</script> \"'&\u202e " + "x" * 10_000


class Reader(HTMLParser):
    """Notes the elements of a card and the text in each."""

    def __init__(self, card: Card) -> None:
        """Read a card."""
        super().__init__()
        self.open: list[str] = []
        self.texts: dict[str, list[str]] = {}
        self.scopes: list[str | None] = []
        self.feed(card._repr_html_())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        self.open.append(tag)
        self.texts.setdefault(tag, []).append("")
        self.scopes += [value for name, value in attrs if name == "scope"]

    def handle_endtag(self, tag: str) -> None:
        """Close it; everything is closed in its order."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Note the text of the innermost element."""
        self.texts[self.open[-1]][-1] += data


def test_a_schedule_is_its_answer_and_its_critical_path() -> None:
    """The sentence of readiness comes first, the path stands below it in its order."""
    plan = northshire()
    answer = schedule(plan, on=ON, target=WINDOW)
    shown = card(answer)
    assert shown.sentences[0] == answer.readiness.sentence
    [path] = shown.tables
    assert tuple(row[0] for row in path.rows) == answer.critical_path
    assert f"{len(answer.activities)} activities with dates, 1 without" in str(shown)
    read = Reader(shown)
    assert read.open == []
    assert read.texts["caption"] == ["The critical path"]
    assert read.scopes.count("row") == len(answer.critical_path)
    assert read.scopes.count("col") == len(path.columns)


def test_what_readiness_cannot_say_is_said() -> None:
    """Inspectors of a monitoring inspection ask for reasonable steps: finished work is stricter."""
    answer = schedule(northshire(), on=ON, target=evolve(WINDOW, scope="monitoring"))
    assert answer.readiness.caveat
    assert card(answer).sentences[-1] == answer.readiness.caveat


def test_a_plan_without_work_has_no_table() -> None:
    """There is no path to show."""
    shown = card(schedule(Plan(title="Nothing"), on=ON))
    assert shown.tables == ()
    assert "<table>" not in shown._repr_html_()


def test_a_moment_has_no_start() -> None:
    """A milestone on the path has only the day it is reached."""
    shown = card(schedule(northshire(), on=ON))
    rows = {row[0]: row for table in shown.tables for row in table.rows}
    assert rows["M"][3] == ""
    assert rows["D"][3] != ""


def test_a_simulation_is_its_days_and_what_would_gain_most() -> None:
    """What cannot be trusted is said, and so is what it does not say."""
    answer = schedule(northshire(), on=ON, target=WINDOW)
    risk = evolve(a_simulation(answer), missing=("F",), caveat="It knows only what is listed.")
    shown = card(risk)
    assert "P50" in shown.sentences[0]
    assert "Most is gained by B" in shown.sentences[1]
    assert shown.sentences[2:] == (
        "No chance of being ready can be trusted: F has no place in time.",
        "It knows only what is listed.",
    )
    assert [table.rows[0][0] for table in shown.tables] == ["P10 done", "B"]


def test_more_than_one_thing_may_have_no_place() -> None:
    """The verb follows the number."""
    risk = evolve(a_simulation(schedule(northshire(), on=ON)), missing=("F", "PA1"))
    assert "F, PA1 have no place in time." in str(card(risk))


def test_a_simulation_in_which_nothing_leads_has_one_table() -> None:
    """There is nothing to rank."""
    never = Finishes(p10=None, p50=None, p80=None, p90=None, scheduled=None, never=1.0)
    answer = schedule(northshire(), on=ON)
    shown = card(a_simulation(answer, curve=(), window_curve=(), finish=never, gains={}))
    assert len(shown.tables) == 1


def test_findings_are_counted_and_listed_in_their_order() -> None:
    """Errors, warnings and notes in words; of many the first rows, and how many more there are."""
    found = check(northshire(), on=ON)
    shown = card(found, rows=2)
    [table] = shown.tables
    assert [row[2] for row in table.rows] == [each.message for each in found]
    html = shown._repr_html_()
    assert html.count('<th scope="row">') == 2
    assert f"{len(found) - 2} rows more." in html
    assert Reader(card(found, rows=len(found))).scopes.count("row") == len(found)


def test_nothing_found_is_said() -> None:
    """An empty list is an answer, too."""
    assert card(()).sentences == ("Nothing was found.",)
    assert card(()).tables == ()


def _moved(old: int, new: int | None) -> Card:
    """Return the card of a plan whose only action took so long, and takes so long now."""
    start = date(2024, 6, 3)

    def version(duration: int | None) -> Plan:
        actions = [] if duration is None else [Action(id="A", title="Agree", duration=duration)]
        return Plan(title="A plan", start=start, data_date=date(2024, 5, 31), actions=actions)

    return card(compare(version(old), version(new)))


def test_a_comparison_says_how_far_the_finish_moved_and_why() -> None:
    """Later, earlier, or not at all."""
    later = _moved(20, 25)
    assert later.sentences == (
        "It finishes on 5 July 2024 instead of 28 June 2024: 5 working days later.",
    )
    assert [table.caption for table in later.tables] == [
        "What moved the finish", "Every activity whose dates differ",
    ]  # fmt: skip
    assert later.tables[0].rows[0][1:] == ("+5", "5 Jul 2024")
    assert "5 working days earlier." in str(_moved(25, 20))
    assert str(_moved(20, 20)) == "A plan\nIt finishes on 28 June 2024 all the same."


def test_a_version_without_work_has_no_finish() -> None:
    """It is not said how far nothing moved."""
    assert "It finishes on no known day, and on 28 June 2024 before." in str(_moved(20, None))


def test_what_is_newly_late_is_named() -> None:
    """Whoever opens the notebook sees it in the second sentence."""

    def version(day: date) -> Plan:
        action = Action(id="A", title="Agree", duration=20, due="2024-07-05")
        return Plan(title="A plan", start=date(2024, 6, 3), data_date=day, actions=[action])

    shown = card(compare(version(date(2024, 5, 31)), version(date(2024, 6, 28))))
    assert shown.sentences[1] == "Late now and not before: A."


def test_hostile_text_is_text() -> None:
    """Mark-up in a plan becomes none in a notebook, and a book as a title is cut."""
    plan = Plan(title=HOSTILE, start=date(2024, 6, 3), actions=[
        Action(id="A", title=HOSTILE, duration=5)])  # fmt: skip
    html = card(schedule(plan, on=ON))._repr_html_()
    read = Reader(card(schedule(plan, on=ON)))
    assert "<script" not in html
    assert len(html) < 5_000
    assert read.texts["strong"][0].startswith("<script>alert(1)</script>")
    assert read.open == []


@pytest.mark.parametrize("result", [None, "a schedule", [1, 2], northshire()])
def test_what_has_no_card_is_refused_with_what_has(result: object) -> None:
    """The message names the kinds that are known."""
    with pytest.raises(ModelError, match="a Schedule, a RiskResult, a Comparison or findings"):
        card(result)  # type: ignore[arg-type] # pyright: ignore[reportArgumentType] - on purpose
