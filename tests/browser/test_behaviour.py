"""The page is used as people use it: keys, filters, folds, sorting, zoom, print, no scripts."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import Opener
from tests.browser.written_pages import VIEWS

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = [pytest.mark.browser, pytest.mark.extra]

FOCUSED = """() => {
  const at = document.activeElement, style = getComputedStyle(at);
  return { at: at.tagName + "#" + at.id, words: at.textContent.trim().slice(0, 40),
    seen: style.outlineStyle !== "none" || style.boxShadow !== "none" };
}"""
ON_SCREEN = """() => [...document.querySelectorAll("*")].filter((each) => {
  const box = each.getBoundingClientRect();
  const scrolls = each.closest("[tabindex='0'], svg, .scroll");
  return box.width && box.right > innerWidth + 1 && !scrolls;
}).map((each) => each.tagName + "." + each.className)"""
OVERLAPS = """() => {
  const found = [];
  for (const picture of document.querySelectorAll("svg")) {
    const boxes = [...picture.querySelectorAll("text")]
      .filter((text) => text.checkVisibility() && text.textContent.trim())
      .map((text) => ({ words: text.textContent.trim(), box: text.getBoundingClientRect() }));
    boxes.sort((a, b) => a.box.left - b.box.left);
    boxes.forEach((one, place) => {
      for (const other of boxes.slice(place + 1)) {
        if (other.box.left >= one.box.right - 2) break;
        const [top, bottom] = [Math.max(one.box.top, other.box.top),
          Math.min(one.box.bottom, other.box.bottom)];
        const high = bottom - top;
        const wide = Math.min(one.box.right, other.box.right) - other.box.left;
        if (high > 0.4 * Math.min(one.box.height, other.box.height) && wide > 2) {
          found.push(`${picture.id}: ${one.words} | ${other.words}`);
        }
      }
    });
  }
  return found;
}"""


def test_the_first_tab_offers_to_skip_and_enter_does(
    opened: Opener, written: dict[str, Path]
) -> None:
    """Whoever uses a keyboard need not travel through what stands above the answer."""
    page = opened(written["suffolk"])
    page.keyboard.press("Tab")
    assert "Skip" in page.evaluate(FOCUSED)["words"]
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#main"


@pytest.mark.parametrize("view", ["suffolk", "index"])
def test_tab_goes_everywhere_and_is_seen_everywhere(
    opened: Opener, written: dict[str, Path], view: str
) -> None:
    """No trap: the focus comes to the end of the page, and each place it rests is marked."""
    page = opened(written[view])
    places = page.locator("a[href], button, input, select, summary, [tabindex='0']").count()
    unmarked: list[str] = []
    seen: set[str] = set()
    for _ in range(min(places, 120)):
        page.keyboard.press("Tab")
        focused = page.evaluate(FOCUSED)
        seen.add(focused["at"] + focused["words"])
        if not focused["seen"]:
            unmarked.append(f"{focused['at']} {focused['words']}")
    assert unmarked == []
    assert len(seen) >= min(places, 120) // 3


def test_findings_are_narrowed_by_words_and_kind_and_the_count_is_said(
    opened: Opener, written: dict[str, Path]
) -> None:
    """Typing leaves what holds the words; the number that is left is announced."""
    from playwright.sync_api import expect

    page = opened(written["suffolk"])
    said = page.get_by_role("status").filter(has_text="findings shown")
    everything = page.locator(".finding:not([hidden])").count()
    page.get_by_label("Show findings that contain").fill("S14")
    shown = page.locator(".finding:not([hidden])")
    assert 0 < shown.count() < everything
    expect(said).to_have_text(f"{shown.count()} of {everything} findings shown")
    page.get_by_label("Show findings that contain").fill("")
    for severity in ("warning", "information"):
        page.get_by_label(severity, exact=True).uncheck()
    expect(said).to_have_text(f"{shown.count()} of {everything} findings shown")
    groups = page.locator(".group:not([hidden])")
    assert set(groups.evaluate_all("all => all.map((each) => each.dataset.severity)")) == {"error"}


def test_the_network_is_travelled_with_arrow_keys(opened: Opener, written: dict[str, Path]) -> None:
    """Right leads to what waits, left back to what is waited for, Enter to the reason."""
    page = opened(written["suffolk"])
    start = page.locator("#network .p-node[data-id='S14']")
    start.focus()
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.dataset.id") == "S15"
    page.keyboard.press("ArrowLeft")
    here = page.evaluate("document.activeElement.dataset")
    assert here["id"] in page.evaluate(
        "document.querySelector('#network .p-node[data-id=\"S15\"]').dataset.before"
    )
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == f"#{here['why'].lstrip('#')}"


def test_the_network_grows_and_shrinks(opened: Opener, written: dict[str, Path]) -> None:
    """Buttons change its size and say it."""
    page = opened(written["suffolk"])
    wide = page.locator("#network").bounding_box()
    page.get_by_role("button", name="Zoom in").click()
    wider = page.locator("#network").bounding_box()
    assert wide is not None
    assert wider is not None
    assert wider["width"] == pytest.approx(1.25 * wide["width"], rel=0.01)
    assert page.get_by_role("status").filter(has_text="125 %").count() == 1


def test_the_index_is_sorted_by_its_headings(opened: Opener, written: dict[str, Path]) -> None:
    """A button in the heading sorts; the heading and a status say how."""
    page = opened(written["index"])
    button = page.locator("thead button").first
    button.focus()
    page.keyboard.press("Enter")
    head = page.locator("thead th").first
    assert head.get_attribute("aria-sort") == "ascending"
    first = page.locator("tbody th").all_inner_texts()
    page.keyboard.press("Enter")
    assert head.get_attribute("aria-sort") == "descending"
    last = page.locator("tbody th").all_inner_texts()
    assert sorted(first) == sorted(last)
    assert first != last


@pytest.mark.parametrize("view", VIEWS)
def test_it_needs_no_network_and_says_nothing_to_the_console(
    opened: Opener, written: dict[str, Path], view: str
) -> None:
    """One file, whatever stands in the plan: nothing is fetched, run, or complained about."""
    page = opened(written[view])
    asked: list[str] = []
    heard: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: heard.append(message.text))
    page.on("pageerror", lambda error: heard.append(str(error)))
    page.on("dialog", lambda dialog: heard.append(dialog.message))
    page.reload()
    assert asked == [written[view].as_uri()]
    assert heard == []


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("width", [320, 768])
def test_only_wide_tables_and_pictures_scroll_sideways(
    opened: Opener, written: dict[str, Path], view: str, width: int
) -> None:
    """On a phone the page itself never moves sideways, and no text is cut off at its edge."""
    page = opened(written[view], width=width)
    assert page.evaluate("document.scrollingElement.scrollWidth") <= width
    assert page.evaluate(ON_SCREEN) == []


OUT_OF_SIGHT = """() => [...document.querySelectorAll(".stack tbody td")].filter((each) => {
  const box = each.getBoundingClientRect();
  return box.width && (box.left < 0 || box.right > innerWidth);
}).map((each) => each.textContent.trim())"""


@pytest.mark.parametrize("view", VIEWS)
def test_on_a_phone_no_answer_of_a_table_has_to_be_scrolled_to(
    opened: Opener, written: dict[str, Path], view: str
) -> None:
    """Each row stands by itself, every value behind the name of its column."""
    page = opened(written[view], width=320)
    assert page.evaluate(OUT_OF_SIGHT) == []


def test_a_stacked_table_is_still_a_table_to_a_screen_reader(
    opened: Opener, written: dict[str, Path]
) -> None:
    """Rows, cells and the headings of the columns, though no grid is drawn."""
    page = opened(written["suffolk"], width=320)
    table = page.get_by_role("table", name="What inspectors asked for")
    assert table.get_by_role("columnheader").all_inner_texts()[3:5] == ["Ready?", "Ready from"]
    row = table.get_by_role("row").filter(has_text="PA2")
    assert row.get_by_role("cell").nth(2).inner_text() == "ready"
    said = "getComputedStyle(document.querySelector('.stack tbody td'), '::before').content"
    assert page.evaluate(said) == '"Bodies responsible: "'


def test_a_wide_chart_begins_at_the_data_date(opened: Opener, written: dict[str, Path]) -> None:
    """On a phone the first look falls on today, not on what was done years ago."""
    page = opened(written["suffolk"], width=320)
    for name in ("timeline", "gantt"):
        today = page.locator(f"#{name} .p-today").first
        left = today.evaluate("each => each.getBoundingClientRect().left")
        assert 0 < left < 320


@pytest.mark.parametrize("view", [*VIEWS, "large"])
def test_no_label_lies_on_another(opened: Opener, written: dict[str, Path], view: str) -> None:
    """In every picture each text can be read."""
    assert opened(written[view]).evaluate(OVERLAPS) == []


def test_without_scripts_everything_is_there_but_the_filters(
    opened: Opener, written: dict[str, Path]
) -> None:
    """What scripts add is comfort: no content is missing, and no dead control is shown."""
    with_scripts = opened(written["suffolk"])
    without = opened(written["suffolk"], scripts=False)
    for selector in ("section", ".finding", "table", "svg[role]", "details"):
        assert without.locator(selector).count() == with_scripts.locator(selector).count()
    assert without.locator("button:visible, input:visible, select:visible").count() == 0
    without.locator("summary").first.click()
    assert without.locator("details[open]").count() >= 1


def test_paper_holds_what_is_open_on_screen(opened: Opener, written: dict[str, Path]) -> None:
    """A board gets a paper of some pages; whoever wants more on it unfolds that first."""
    page = opened(written["suffolk"])
    paper = page.pdf(format="A4")
    assert paper.startswith(b"%PDF")
    few = paper.count(b"/Type /Page\n")
    assert 5 <= few <= 40
    page.evaluate("document.querySelectorAll('details').forEach((fold) => { fold.open = true; })")
    assert page.pdf(format="A4").count(b"/Type /Page\n") > few


def test_a_link_into_a_folded_part_unfolds_it(opened: Opener, written: dict[str, Path]) -> None:
    """Every number leads to why it is so, also where that is folded away."""
    page = opened(written["suffolk"])
    link = page.locator("a[href^='#why-']").first
    target = (link.get_attribute("href") or "")[1:]
    link.click()
    assert page.locator(f"[id='{target}']").is_visible()
    assert within(page, target)


def within(page: "Page", target: str) -> bool:
    """Return whether an element is on the screen."""
    found: bool = page.evaluate(
        "(id) => { const box = document.getElementById(id).getBoundingClientRect();"
        " return box.top < innerHeight && box.bottom > 0; }",
        target,
    )
    return found


def test_forced_colours_keep_bars_and_tags_apart(opened: Opener, written: dict[str, Path]) -> None:
    """Where the system sets all colours, shapes keep an edge and words stay."""
    page = opened(written["suffolk"], forced=True)
    edges = page.locator("svg rect").evaluate_all(
        "all => all.filter(r => getComputedStyle(r).stroke !== 'none').length"
    )
    assert edges > 10
    assert page.get_by_text("cannot be said").first.is_visible()
