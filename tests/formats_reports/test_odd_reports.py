"""What is odd about single reports: read as printed, or said to be doubtful."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeAlias

import pytest
from attrs import evolve

from send_framework import Confidence, RecommendationKind
from send_framework.cli.options import Delivery
from send_framework.cli.page import Page
from send_framework.cli.show_report import show_report
from send_framework.cli.terminal import FILE
from send_framework.errors import DocumentError
from send_framework.formats.inspection_report import InspectionReport, read_report
from send_framework.formats.inspection_report.doubts import findings_in
from send_framework.formats.inspection_report.found import How
from send_framework.formats.inspection_report.layout import Box, Line
from send_framework.formats.inspection_report.passages import passages_of
from send_framework.formats.inspection_report.reading_order import Script, Section
from send_framework.formats.inspection_report.tables import Row
from tests.formats_reports.writing_reports import Asked, Printed, write_report

pytestmark = pytest.mark.extra

Reader: TypeAlias = Callable[[Printed], InspectionReport]

ACTION = Asked(
    paragraphs=("Leaders in health should shorten waits.",),
    bodies="NHS Northshire and Midvale ICB",
)
FAILING = Printed(outcome="widespread-systemic-failings", actions=(ACTION,))


@pytest.fixture(name="reread")
def _reread(tmp_path: Path) -> Reader:
    def reread(printed: Printed) -> InspectionReport:
        return read_report(write_report(printed, tmp_path / "report.pdf"))

    return reread


def codes(report: InspectionReport) -> set[str]:
    """Return the codes of what the reader noticed, unknown bodies aside: all of ours are."""
    return {each.code for each in report.findings} - {"body-not-known"}


@pytest.mark.parametrize(
    ("dates", "first", "last"),
    [
        ("29 April to 3 May 2024", date(2024, 4, 29), date(2024, 5, 3)),
        ("4 December 2023 to 8 December 2023", date(2023, 12, 4), date(2023, 12, 8)),
        ("30 December 2024 to 3 January 2025", date(2024, 12, 30), date(2025, 1, 3)),
        ("11th to 15th March 2024", date(2024, 3, 11), date(2024, 3, 15)),
        ("11 \u2013 15 March 2024", date(2024, 3, 11), date(2024, 3, 15)),
        ("15 March 2024", date(2024, 3, 15), date(2024, 3, 15)),
        ("11/03/2024 to 15/03/2024", date(2024, 3, 11), date(2024, 3, 15)),
        ("14 and 15 March 2024", date(2024, 3, 14), date(2024, 3, 15)),
        ("Monday 11 to Friday 15 March 2024", date(2024, 3, 11), date(2024, 3, 15)),
    ],
)
def test_dates_in_every_printed_form(reread: Reader, dates: str, first: date, last: date) -> None:
    """A month or a year that is printed once counts for both days."""
    report = reread(Printed(dates=dates))
    assert (report.inspection_start.value, report.inspection_end.value) == (first, last)
    assert codes(report) == set()


@pytest.mark.parametrize(
    ("before", "start", "end"),
    [
        ("Date of previous inspection: 16 May 2016", date(2016, 5, 16), None),
        (
            "Dates of previous inspection: 28 February to 4 March 2022",
            date(2022, 2, 28),
            date(2022, 3, 4),
        ),
        ("Dates of previous inspection: Spring 2016", None, None),
        ("Dates of previous inspection: 31 to 31 February 2016", None, None),
    ],
)
def test_the_inspection_before(
    reread: Reader, before: str, start: date | None, end: date | None
) -> None:
    """One day has no end, and what is no day is kept as printed and reported."""
    report = reread(Printed(before=before))
    found = report.previous_inspection.value
    assert found is not None
    assert (found.start, found.end) == (start, end)
    assert ("dates-not-read" in codes(report)) == (start is None)


def test_several_days_of_inspections_before(reread: Reader) -> None:
    """A visit in between is no end of the inspection before; that there was one is said."""
    told = "The full inspection was on 19 March 2018. There was a visit on 24 March 2020."
    report = reread(Printed(before=f"Dates of previous inspection: {told}"))
    found = report.previous_inspection.value
    assert found is not None
    assert (found.printed, found.start, found.end) == (told, date(2018, 3, 19), None)
    assert report.previous_inspection.confidence is Confidence.UNVERIFIED
    assert codes(report) == {"several-days"}


@pytest.mark.parametrize(
    "before",
    [
        "Dates of previous inspection: Not previously inspected",
        "",
        "Dates of previous inspection: None",
    ],
)
def test_no_inspection_before(reread: Reader, before: str) -> None:
    """None, not at all, and no line: there was none."""
    assert reread(Printed(before=before)).previous_inspection.value is None


def test_a_printed_day_of_publication(reread: Reader) -> None:
    """Few reports print it; where one does, it is read."""
    report = reread(Printed(before="Published: 3 May 2024"))
    assert report.published.value == date(2024, 5, 3)


def test_cover_against_foot(reread: Reader) -> None:
    """Dates and area at the foot that differ from the cover are findings, each once."""
    report = reread(Printed(foot="Southshire Local Area Partnership, 18 to 22 March 2024"))
    assert [each.code for each in report.findings if each.code != "body-not-known"] == [
        "dates-differ", "area-differs",
    ]  # fmt: skip
    assert report.inspection_start.value == date(2024, 3, 11)


def test_a_cover_whose_dates_cannot_be_read(reread: Reader, tmp_path: Path) -> None:
    """The days at the foot of the pages are taken, and said to be."""
    foot = "Northshire Local Area Partnership, 11 to 15 March 2024"
    report = reread(Printed(dates="in spring", foot=foot))
    assert report.inspection_start.value == date(2024, 3, 11)
    assert report.inspection_end.confidence is Confidence.UNVERIFIED
    assert codes(report) == {"dates-not-read"}
    with pytest.raises(DocumentError, match="lacks the inspection dates"):
        read_report(write_report(Printed(dates="in spring"), tmp_path / "report.pdf"))


def test_a_title_without_the_partnership(reread: Reader) -> None:
    """The name ends where the dates begin."""
    report = reread(Printed(title="Area SEND inspection of Northshire"))
    assert report.local_area.value == "Northshire"


def test_three_columns_of_details(reread: Reader) -> None:
    """Two boards may stand in two columns; each cell is read by itself."""
    report = reread(
        Printed(
            second_board="NHS Eastmere and Westmere ICB",
            second_lead="Kim Third, Managing Director",
        )
    )
    assert report.icbs.value == ("NHS Northshire and Midvale ICB", "NHS Eastmere and Westmere ICB")
    assert report.icb_lead_roles.value == ("Chief Executive Officer", "Managing Director")


def test_outcome_against_consequences(reread: Reader) -> None:
    """Failings without areas for priority action contradict themselves."""
    report = reread(evolve(FAILING, actions=()))
    assert codes(report) == {"outcome-and-consequence"}
    report = reread(evolve(FAILING, outcome="inconsistent"))
    assert codes(report) == {"outcome-and-consequence"}


def test_bullets_against_their_number(reread: Reader) -> None:
    """Three areas are announced and two bullets follow."""
    text = ("Leaders should improve three areas:", "\u2022 waits;", "\u2022 plans.")
    report = reread(Printed(improvements=(Asked(paragraphs=text),)))
    assert codes(report) == {"bullets-differ"}


def test_a_priority_action_without_a_body(reread: Reader) -> None:
    """An empty left-hand cell on the same page belongs to no row above."""
    report = reread(evolve(FAILING, actions=(ACTION, evolve(ACTION, bodies=""))))
    assert codes(report) == {"no-responsible-body"}
    assert [len(each.bodies) for each in report.recommendations] == [1, 0, 0]


@pytest.mark.parametrize("part", ["improvements", "details", "team"])
def test_a_part_that_is_missing(reread: Reader, part: str) -> None:
    """What is not there is said to be missing, and the rest is read."""
    report = reread(Printed(leave_out=(part,)))
    assert codes(report) == {"part-not-read"}
    assert report.local_area.value == "Northshire"


def test_typed_numbers_part_one_cell(reread: Reader) -> None:
    """Items that are only told apart by typed numbers are separate; the numbers are no words."""
    items = tuple(
        Asked(paragraphs=(f"Leaders should {each} more.",)) for each in ("listen", "plan", "act")
    )
    report = reread(Printed(improvements=items, numbered=True))
    assert [each.text for each in report.recommendations] == [
        "Leaders should listen more.", "Leaders should plan more.", "Leaders should act more.",
    ]  # fmt: skip
    assert {each.how for each in report.recommendations} == {How.NUMBERS}
    assert [each.words for each in report.recommendations] == [4, 4, 4]


def test_rows_that_share_one_cell_of_bodies(reread: Reader) -> None:
    """A left-hand cell beside two rows names the bodies of both."""
    other = evolve(ACTION, paragraphs=("Leaders in health should plan together.",))
    report = reread(evolve(FAILING, actions=(ACTION, other), merged=True))
    actions = report.of_kind(RecommendationKind.PRIORITY_ACTION)
    assert [each.text for each in actions] == [ACTION.paragraphs[0], other.paragraphs[0]]
    assert {each.bodies for each in actions} == {("NHS Northshire and Midvale ICB",)}


def test_a_name_of_a_person_is_never_kept(reread: Reader) -> None:
    """Only job titles are read, from every form in which names and titles are printed."""
    for lead, role in (
        ("Ann Other, Director of Services", "Director of Services"),
        ("Ann Other Director of Services", "Director of Services"),
        ("Name of lead person: Ann Other (Director of Services)", "Director of Services"),
        ("Dr Ann Other (OBE)", ""),
        ("Ann Other, lead person", ""),
        ("Ann Other (DCS)", ""),
    ):
        report = reread(Printed(council_lead=lead))
        assert report.local_authority_lead_role.value == role
        assert "Ann" not in str(report)


def test_no_law_and_no_next_inspection(reread: Reader) -> None:
    """What is not printed is empty, and a next inspection that is missing is reported."""
    report = reread(Printed(law="as usual.", years="some"))
    assert report.laws.value == ()
    assert report.next_full_within_years.value is None
    assert report.next_full_is_called.value == ""
    assert codes(report) == {"no-next-inspection"}


def test_a_row_that_a_page_cuts_between_sentences_is_doubtful(tmp_path: Path) -> None:
    """Two sentences on two pages in a single cell: joined, and said to be a guess."""
    line = Line("Leaders should plan.", 1, Box(60, 100, 500, 110), 102)
    further = Line("This should help.", 2, Box(60, 700, 200, 710), 702)
    box = Box(57, 90, 540, 120)
    (passage,) = passages_of([Row(((line,),), 1, box), Row(((further,),), 2, box)])
    assert passage.doubtful
    report = read_report(write_report(Printed(), tmp_path / "report.pdf"))
    doubtful = evolve(report.recommendations[0], confidence=Confidence.UNVERIFIED)
    found = findings_in(evolve(report, recommendations=[doubtful]), Script({}, ()))
    assert "row-over-page" in {each.code for each in found}


def test_lines_of_a_section_are_those_of_its_tables_too() -> None:
    """Some reports set their facts in a table: it is read cell by cell."""
    box = Box(57, 90, 540, 120)
    first, second, after = (Line(words, 1, box, 100) for words in ("Council", "Board", "After"))
    script = Script({Section.AREA: [Row(((first,), (second,)), 1, box), after]}, ())
    assert script.lines(Section.AREA) == [first, second, after]
    assert script.lines(Section.CHILD) == []


def test_a_row_with_bodies_and_no_text_is_no_recommendation(reread: Reader) -> None:
    """It is passed over, as is a stray bullet sign."""
    actions = (ACTION, evolve(ACTION, paragraphs=("",)), evolve(ACTION, paragraphs=("\u2022",)))
    assert len(reread(evolve(FAILING, actions=actions)).recommendations) == 2


def test_a_known_area_without_anything_to_settle(reread: Reader) -> None:
    """Where nothing contradicts and every body is known, the reader notices nothing."""
    known = "NHS Suffolk and North East Essex ICB"
    report = reread(Printed(area="Suffolk", council="Suffolk County Council", boards=known))
    assert report.findings == ()
    page = Page(FILE)
    show_report(page, report, Delivery())
    assert "Look at these" not in page.text()
