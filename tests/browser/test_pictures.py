"""Pictures in a real browser: links light up, the critical path stands alone, paper holds all."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import Opener

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = [pytest.mark.browser, pytest.mark.extra]

WIDE = ("timeline", "gantt", "curve", "tornado", "moves")


def lit(page: "Page") -> set[tuple[str, str]]:
    """Return which links are lit, by both their ends."""
    found: list[list[str]] = page.locator("#network .p-lit").evaluate_all(
        "all => all.map((each) => [each.dataset.before, each.dataset.after])"
    )
    return {(before, after) for before, after in found}


def test_what_is_pointed_at_lights_its_links(opened: Opener, written: dict[str, Path]) -> None:
    """A pointer lights the links of its box; when it leaves, those of the focus come back."""
    page = opened(written["suffolk"])
    page.locator("#network .p-node[data-id='S26']").focus()
    assert lit(page) == {("S26", "S27")}
    page.locator("#network .p-node[data-id='S15']").hover()
    assert {after for _, after in lit(page)} == {"S15"}
    page.get_by_role("button", name="Zoom in").hover()
    assert lit(page) == {("S26", "S27")}


def test_the_critical_path_can_be_shown_alone(opened: Opener, written: dict[str, Path]) -> None:
    """A button dims the rest, says so to assistive technology, and gives it back."""
    page = opened(written["suffolk"])
    button = page.get_by_role("button", name="Show only the critical path")
    assert button.get_attribute("aria-pressed") == "false"
    button.focus()
    page.keyboard.press("Enter")
    assert button.get_attribute("aria-pressed") == "true"
    pale = "all => all.filter((each) => getComputedStyle(each).opacity < 1)"
    strong = page.locator("#network .p-node").evaluate_all(
        "all => all.filter((each) => getComputedStyle(each).opacity === '1')"
        ".map((each) => each.dataset.id)"
    )
    assert strong == ["S14", "S15"]
    assert page.locator("#network .p-path").evaluate_all(f"{pale}.length") == 0
    page.keyboard.press("Enter")
    assert button.get_attribute("aria-pressed") == "false"
    assert page.locator("#network .p-node").evaluate_all(f"{pale}.length") == 0


def test_without_a_critical_path_there_is_no_button_for_it(
    opened: Opener, written: dict[str, Path]
) -> None:
    """A control that does nothing is not offered."""
    page = opened(written["undated"])
    assert page.get_by_role("button", name="Zoom in").count() == 1
    assert page.get_by_role("button", name="Show only").count() == 0


@pytest.mark.parametrize("name", WIDE)
def test_charts_fill_a_laptop_and_keep_their_letters_on_a_phone(
    opened: Opener, written: dict[str, Path], name: str
) -> None:
    """As wide as the text allows at a desk; never below their own size on a small screen."""
    desk = opened(written["suffolk"]).locator(f"#{name}").bounding_box()
    phone = opened(written["suffolk"], width=320).locator(f"#{name}").bounding_box()
    assert desk is not None
    assert phone is not None
    assert desk["width"] == pytest.approx(1140, abs=25)
    assert phone["width"] == pytest.approx(960)


def test_measures_stand_three_in_a_row_at_a_desk_and_one_on_a_phone(
    opened: Opener, written: dict[str, Path]
) -> None:
    """Each row fills the width, and the plots of a row begin at one height."""
    lefts = "all => all.slice(0, 3).map((each) => Math.round(each.getBoundingClientRect().left))"
    rows = {
        width: page.locator(".p-multiples > li").evaluate_all(lefts)
        for width, page in ((w, opened(written["suffolk"], width=w)) for w in (1280, 320))
    }
    assert len(set(rows[1280])) == 3
    assert len(set(rows[320])) == 1


def test_paper_shows_sheets_and_hides_what_they_are_parts_of(
    opened: Opener, written: dict[str, Path]
) -> None:
    """A long chart is as wide as the page; the whole of it, too small to read, takes no room."""
    page = opened(written["suffolk"], width=680)
    sheets = page.locator("#work .p-sheet")
    assert not sheets.first.is_visible()
    page.emulate_media(media="print")
    assert sheets.count() > 1
    for each in sheets.all():
        box = each.bounding_box()
        assert box is not None
        assert box["width"] == pytest.approx(680, abs=40)
        # An A4 page between its margins, at the same width.
        assert box["height"] <= 680 * 267 / 180
    whole = page.locator("#work .p-pair").bounding_box()
    assert whole is not None
    assert (whole["width"], whole["height"]) == (0, 0)


def test_a_network_too_wide_for_paper_is_printed_as_its_table(
    opened: Opener, written: dict[str, Path]
) -> None:
    """Folded on the screen, open on paper; the drawing is left out, and a sentence says why."""
    page = opened(written["large"])
    cell = page.locator("#links td").first
    assert not cell.is_visible()
    page.emulate_media(media="print")
    assert cell.is_visible()
    assert not page.locator("#network").is_visible()
    assert page.get_by_text("The network is too wide for paper").is_visible()


def test_another_face_does_not_burst_the_boxes(opened: Opener, written: dict[str, Path]) -> None:
    """Where Arial is missing, letters as wide as DejaVu's still keep within their boxes."""
    page = opened(written["suffolk"])
    page.evaluate(
        "for (const each of document.querySelectorAll('.p-picture')) "
        "each.style.fontFamily = 'DejaVu Sans, Verdana'"
    )
    outside = page.locator("#network .p-node").evaluate_all(
        """all => all.filter((node) => {
          const box = node.querySelector("rect").getBoundingClientRect();
          return [...node.querySelectorAll("text")].some((each) =>
            each.getBoundingClientRect().right > box.right);
        }).map((node) => node.dataset.id)"""
    )
    assert outside == []
