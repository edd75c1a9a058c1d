"""The page that lists many plans."""

import re
from datetime import date

import pytest
from attrs import evolve

from send_framework import Outcome
from send_framework.formats.html.index import index_of, page_names
from send_framework.network.kinds import ReadinessState
from send_framework.portfolio.summary import PlanSummary
from tests.formats.html.example_pages import HOSTILE
from tests.formats.html.reading_pages import ReadPage

TIGHT = PlanSummary(
    key="east/plan.yaml", title="A plan", area="East", outcome=Outcome.WIDESPREAD_FAILINGS,
    on=date(2024, 5, 31), target="Monitoring inspection", expected=date(2025, 7, 18),
    days_to_window=413, finish=date(2025, 8, 1), float_to_expected=-11,
    state=ReadinessState.NOT_EVEN_THEN, errors=2, warnings=1,
    worst=("action-undated: S1 has no date.",), p_ready=0.25,
)  # fmt: skip
EASY = PlanSummary(
    key="west.yaml", title="Another plan", on=date(2024, 6, 3), expected=date(2025, 7, 18),
    days_to_window=410, finish=date(2025, 5, 1), float_to_expected=54,
    state=ReadinessState.BEFORE_EARLIEST, errors=0, warnings=12,
)  # fmt: skip
BLANK = PlanSummary(key="blank.yaml", title="Nothing yet")
BROKEN = PlanSummary(key="broken.yaml", problem="broken.yaml:1:1: no title")
PLANS = [(TIGHT, "east-plan.html"), (EASY, "west.html"), (BLANK, "blank.html"), (BROKEN, "")]


def cells(page: str, name: str) -> list[str]:
    """Return the words of each cell of the row that names something."""
    row = next(row for row in re.findall(r"<tr>.*?</tr>", page, re.DOTALL) if name in row)
    found = re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.DOTALL)
    return [" ".join(re.sub(r"<svg.*?</svg>|<[^>]+>", " ", cell).split()) for cell in found]


def test_each_plan_has_a_line_with_its_answer() -> None:
    """Area, outcome, answer, days, float, chance, findings: in words and numbers."""
    page = index_of(PLANS)
    assert cells(page, "East") == [
        "East east/plan.yaml", "widespread failings", "not ready", "413",
        "11 days too late", "25%", "", "2 errors, 1 warning Worst: S1 has no date.",
    ]  # fmt: skip
    assert cells(page, "west.yaml") == [
        "Another plan west.yaml", "none named", "ready", "410", "54 days to spare",
        "not known", "", "0 errors, 12 warnings",
    ]  # fmt: skip
    assert cells(page, "blank.yaml")[2:7] == [
        "no answer", "no day ahead", "none", "not known", "no day is known",
    ]  # fmt: skip


def test_the_first_line_counts_the_answers() -> None:
    """How many are ready, and how many have no answer."""
    assert (
        "4 plans: 1 ready, 1 not ready, 1 without a schedule, 1 that could not be read or computed."
        in ReadPage(index_of(PLANS)).text
    )
    assert "No plan." in ReadPage(index_of([])).text


def test_a_plan_without_an_answer_says_why() -> None:
    """It has no line in the table; its problem stands below."""
    found = ReadPage(index_of(PLANS))
    assert "broken.yaml: broken.yaml:1:1: no title" in found.text
    assert len(found.named("tr")) == 4


def test_lines_can_be_sorted_by_numbers_that_are_not_shown() -> None:
    """The keys under the words: days as numbers, answers from ready to unknown, nothing as such."""
    rows = re.findall(r"<tr>\n(.*?)</tr>", index_of(PLANS), re.DOTALL)[1:]
    keys = [re.findall(r'data-key="([^"]*)"', row) for row in rows]
    assert keys[0] == ["East", "2", "413", "-11", "0.25", "20001"]
    assert keys[1] == ["Another plan", "0", "410", "54", "", "12"]
    assert keys[2] == ["Nothing yet", "4", "", "", "", "0"]


@pytest.mark.parametrize(
    ("plans", "days"),
    [
        (PLANS, "between 31 May 2024 and 3 June 2024."),
        (PLANS[:1], "at the close of 31 May 2024."),
        (PLANS[2:], "on no known day."),
    ],
)
def test_the_header_says_of_when_it_speaks(plans: list[tuple[PlanSummary, str]], days: str) -> None:
    """One data date, several, or none."""
    assert f"It shows what plan files say, as known {days}" in ReadPage(index_of(plans)).text


def test_where_ready_cannot_be_said_no_chance_is_given() -> None:
    """The simulation leaves out what has no dates, so its number would promise too much."""
    hidden = evolve(TIGHT, state=ReadinessState.CANNOT_BE_SAID)
    line = cells(index_of([(hidden, "east-plan.html")]), "East")
    assert line[2] == line[5] == "cannot be said"


def test_without_a_simulation_there_is_no_column_of_chances() -> None:
    """A column of nothing but unknowns would be noise."""
    assert "Chance of being ready" not in index_of(PLANS[1:])


def test_the_index_is_whole_and_safe() -> None:
    """Hostile names are text; ids are unique; every name of a region exists."""
    hostile = PlanSummary(key=HOSTILE, title=HOSTILE, area=HOSTILE, worst=(f"code: {HOSTILE}",),
                          on=date(2024, 5, 31), finish=date(2024, 6, 3))  # fmt: skip
    broken = PlanSummary(key=HOSTILE, problem=HOSTILE)
    found = ReadPage(index_of([*PLANS, (hostile, "x.html"), (broken, "")]))
    assert found.unclosed == []
    assert len(found.named("script")) == 1
    assert len(set(found.ids)) == len(found.ids)
    assert set(found.values("aria-labelledby")[0].split()) <= set(found.ids)
    assert [level for level, _ in found.headings] == [1, 2]


def test_every_page_has_a_name_of_its_own() -> None:
    """Folders, odd letters, case, and the index itself never collide."""
    keys = ["a/b.yaml", "a-b.yml", "A-B.json", "index.yaml", "\u00e9.yaml", "..yaml", "x" * 300]
    names = page_names(keys)
    assert list(names) == keys
    assert len({name.lower() for name in names.values()} | {"index.html"}) == len(keys) + 1
    assert all(re.fullmatch(r"[a-z0-9_-]{1,90}\.html", name) for name in names.values())
