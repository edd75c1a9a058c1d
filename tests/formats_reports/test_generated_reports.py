"""What went into an invented report comes out of it: every body, every word, every bullet."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from send_framework import RecommendationKind
from send_framework.formats.inspection_report import InspectionReport, read_report
from send_framework.formats.inspection_report.report_answers import report_json
from tests.formats_reports.writing_reports import SIGNS, Asked, Printed, write_report

pytestmark = pytest.mark.extra

WORDS = (
    "accurate", "agree", "across", "children", "clear", "commissioning", "co-production", "data",
    "early", "families", "goals", "help", "joint", "listen", "long", "measure", "needs", "views",
    "oversight", "people", "plans", "quality", "records", "schools", "services", "shared", "work",
    "support", "teams", "timely", "understand", "waiting", "well-being", "young",
)  # fmt: skip
SUBJECTS = (
    "Leaders across the partnership", "The local area partnership", "Leaders in health",
    "Health commissioners and leaders", "Leaders across education, health and social care",
)  # fmt: skip
BODIES = (
    "Northshire County Council", "NHS Northshire and Midvale ICB", "Midvale Borough Council",
    "Eastmere, Westmere and Southmere ICB", "Midvale Children\u2019s Trust",
    "NHS Eastmere Integrated Care Board", "Isle of Midvale Council",
)  # fmt: skip

TOLD = (
    "Some families wait too long for help. This means their needs grow. ",
    "Plans have not been clear enough, and records are not always shared. ",
)
"""How things are, before somebody is asked to act."""
HYPHENED = tuple(word for word in WORDS if len(word) > 6 and word.isalpha())

phrases = st.lists(st.sampled_from(WORDS), min_size=2, max_size=14).map(" ".join)
tails = st.lists(phrases.map(lambda text: f" This should {text}."), max_size=3).map("".join)


@st.composite
def texts(draw: st.DrawFn) -> tuple[str, ...]:
    """Draw the paragraphs of a recommendation: one, or one with bullets and maybe a last one."""
    subject, verb = draw(st.sampled_from(SUBJECTS)), draw(st.sampled_from(["should", "must"]))
    told = draw(st.sampled_from(["", "", *TOLD]))
    opening = f"{told}{subject} {verb} {draw(phrases)}"
    sign = draw(st.sampled_from(SIGNS))
    bullets = draw(st.lists(phrases, max_size=4))
    if not bullets:
        return (f"{opening}.{draw(tails)}",)
    end = draw(st.sampled_from(["", ".", ";"]))
    closing = (
        (f"Leaders should also {draw(phrases)}.",) if end == "." and draw(st.booleans()) else ()
    )
    return (f"{opening}:", *(f"{sign} {each}{end}" for each in bullets), *closing)


@st.composite
def bodies(draw: st.DrawFn) -> str:
    """Draw a cell of one to three bodies, joined as reports join them."""
    named = draw(st.lists(st.sampled_from(BODIES), min_size=1, max_size=3, unique=True))
    if len(named) == 1:
        return named[0]
    last = draw(st.sampled_from([" and ", ", ", ", and "]))
    return ", ".join(named[:-1]) + last + named[-1]


@st.composite
def printed_reports(draw: st.DrawFn) -> Printed:
    """Draw a report: its words, and how it looks."""
    outcome = draw(st.sampled_from(["inconsistent", "widespread-systemic-failings"]))
    failings = outcome == "widespread-systemic-failings"
    actions = [Asked(paragraphs=draw(texts()), bodies=draw(bodies()))
               for _ in range(draw(st.integers(1, 5)) if failings else 0)]  # fmt: skip
    return Printed(
        outcome=outcome,
        months=draw(st.sampled_from(["18", "eighteen"])),
        years=draw(st.sampled_from(["3", "three", "5"])),
        actions=tuple(actions),
        improvements=tuple(Asked(paragraphs=draw(texts())) for _ in range(draw(st.integers(1, 5)))),
        font=draw(st.sampled_from(["Helvetica", "Times", "Courier"])),
        size=draw(st.sampled_from([9, 10.5, 12])),
        left_share=draw(st.floats(0.25, 0.5)),
        height=draw(st.sampled_from([420, 560, 700, 842])),
        open_breaks=draw(st.booleans()),
        headers=draw(st.booleans()),
        boxes=draw(st.booleans()),
        ofsted=draw(st.integers(1, 5)),
        cqc=draw(st.integers(1, 4)),
        team_table=draw(st.booleans()),
        team_cut=draw(st.integers(0, 2)),
        imprint=draw(st.booleans()),
        hyphened=draw(st.sampled_from([(), HYPHENED])),
    )


def reread(printed: Printed) -> InspectionReport:
    """Write a report and read it again."""
    with tempfile.TemporaryDirectory() as folder:
        return read_report(write_report(printed, Path(folder) / "report.pdf"))


def named_in(cell: str) -> set[str]:
    """Return the bodies of our list that a cell names."""
    return {each for each in BODIES if each in cell}


@given(printed_reports())
@settings(max_examples=40)
def test_what_went_in_comes_out(printed: Printed) -> None:
    """Whatever the rows, bullets, page breaks, fonts and widths: text and bodies are exact."""
    report = reread(printed)
    actions = report.of_kind(RecommendationKind.PRIORITY_ACTION)
    improvements = report.of_kind(RecommendationKind.AREA_FOR_IMPROVEMENT)
    assert [each.text for each in actions] == ["\n".join(a.paragraphs) for a in printed.actions]
    assert [each.text for each in improvements] == [
        "\n".join(each.paragraphs) for each in printed.improvements
    ]
    assert [set(each.bodies) for each in actions] == [named_in(a.bodies) for a in printed.actions]
    for each, asked in zip(
        report.recommendations, (*printed.actions, *printed.improvements), strict=True
    ):
        assert each.bullets == sum(part.startswith(SIGNS) for part in asked.paragraphs)
        assert each.words == len(" ".join(asked.paragraphs).split()) - each.bullets
        assert each.addressed_to in SUBJECTS
        first = asked.paragraphs[0]
        assert any(f"{each.addressed_to} {verb} " in first for verb in ("should", "must"))
    assert (report.inspectors.value.ofsted, report.inspectors.value.cqc) == (
        printed.ofsted, printed.cqc,
    )  # fmt: skip
    if printed.imprint:
        assert report.inspectors.places[-1].page == report.pages - 1
    answer = report_json(report)
    assert answer["outcome"] == printed.outcome
    assert answer["next_full_within_years"] == (5 if printed.years == "5" else 3)
    assert answer["monitoring_within_months"] == (18 if printed.actions else None)
