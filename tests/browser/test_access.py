"""Everybody can read the page: what axe finds, and what axe does not look at."""

from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.conftest import Opener
from tests.browser.written_pages import VIEWS

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = [pytest.mark.browser, pytest.mark.extra]

RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
WAYS = {
    "phone, light": (320, False),
    "phone, dark": (320, True),
    "desk, light": (1280, False),
    "desk, dark": (1280, True),
}

# Every text with the colour behind it: the nearest background that is not transparent, or the fill
# of the shapes of the same picture that lie under the middle of the text.
CONTRASTS = """() => {
  const parse = (text) => {
    const [r, g, b, a = 1] = (text.match(/[\\d.]+/g) || [0, 0, 0, 0]).map(Number);
    return { r, g, b, a };
  };
  const light = (c) => {
    const one = (v) => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
    return 0.2126 * one(c.r) + 0.7152 * one(c.g) + 0.0722 * one(c.b);
  };
  const over = (top, under) => ({
    r: top.r * top.a + under.r * (1 - top.a), g: top.g * top.a + under.g * (1 - top.a),
    b: top.b * top.a + under.b * (1 - top.a), a: 1,
  });
  const behind = (element) => {
    const layers = [];
    for (let each = element; each; each = each.parentElement) {
      layers.push(parse(getComputedStyle(each).backgroundColor));
    }
    const canvas = matchMedia("(prefers-color-scheme: dark)").matches ? 0 : 255;
    const first = { r: canvas, g: canvas, b: canvas, a: 1 };
    return layers.reverse().reduce((under, top) => over(top, under), first);
  };
  const inside = (box, x, y) => box.left <= x && x <= box.right && box.top <= y && y <= box.bottom;
  const solid = (shape) => {
    const fill = getComputedStyle(shape).fill;
    return fill.startsWith("rgb") && parse(fill).a > 0.99;
  };
  const UNSEEN = "svg, script, style, option";
  const found = [];
  const say = (element, colour, back, words) => {
    const style = getComputedStyle(element);
    const size = parseFloat(style.fontSize), bold = Number(style.fontWeight) >= 700;
    const [a, b] = [light(over(colour, back)), light(back)].sort((p, q) => q - p);
    const ratio = (a + 0.05) / (b + 0.05);
    const least = size >= 24 || (bold && size >= 18.66) ? 3 : 4.5;
    if (ratio < least) found.push(`${ratio.toFixed(2)} < ${least}: ${words.slice(0, 50)}`);
  };
  const shown = (element) => element.checkVisibility({ visibilityProperty: true });
  for (const text of document.querySelectorAll("svg text")) {
    if (!shown(text) || !text.textContent.trim()) continue;
    const box = text.getBoundingClientRect();
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    let back = behind(text.ownerSVGElement.parentElement);
    for (const shape of text.ownerSVGElement.querySelectorAll("rect, path, polygon, circle")) {
      if (text.compareDocumentPosition(shape) & Node.DOCUMENT_POSITION_FOLLOWING) break;
      if (!solid(shape) || !inside(shape.getBoundingClientRect(), x, y)) continue;
      if (shape.tagName === "rect") back = parse(getComputedStyle(shape).fill);
    }
    say(text, parse(getComputedStyle(text).fill), back, text.textContent.trim());
  }
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const element = node.parentElement;
    if (!node.nodeValue.trim() || element.closest(UNSEEN) || !shown(element)) continue;
    say(element, parse(getComputedStyle(element).color), behind(element), node.nodeValue.trim());
  }
  return [...new Set(found)];
}"""


def violations(page: "Page") -> list[str]:
    """Return what axe finds, one line each."""
    from axe_playwright_python.sync_playwright import (  # pyright: ignore[reportMissingTypeStubs] - it has none
        Axe,
    )

    # Of what passes one place a rule is told: thousands of them would take longer than the search.
    asked = {"runOnly": {"type": "tag", "values": list(RULES)}, "resultTypes": ["violations"]}
    found: dict[str, Any] = Axe().run(page, options=asked).response
    assert found["passes"], "axe has looked at nothing"
    return [
        f"{each['id']}: {node['target']} {node['failureSummary']}"
        for each in found["violations"]
        for node in each["nodes"]
    ]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("view", VIEWS)
def test_axe_finds_nothing(opened: Opener, written: dict[str, Path], view: str, way: str) -> None:
    """No rule of WCAG 2.2 AA that a program can judge is broken, and no good practice."""
    page = opened(written[view], width=WAYS[way][0], dark=WAYS[way][1])
    unfold(page)
    assert violations(page) == []


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("view", VIEWS)
def test_every_text_stands_out(
    opened: Opener, written: dict[str, Path], view: str, way: str
) -> None:
    """Letters have 4.5 times the light of what is behind them, in pictures too; large ones 3."""
    page = opened(written[view], width=WAYS[way][0], dark=WAYS[way][1])
    unfold(page)
    assert page.evaluate(CONTRASTS) == []


def test_the_contrast_sum_finds_pale_letters(opened: Opener, tmp_path: Path) -> None:
    """The sum is no rubber stamp: pale text on a page and in a picture is named."""
    file = tmp_path / "pale.html"
    file.write_text(
        '<p style="color:#999">pale</p><svg><rect width="90" height="40" fill="#333"></rect>'
        '<text x="9" y="20" fill="#444">dim</text></svg>',
        encoding="utf-8",
    )
    found = opened(file).evaluate(CONTRASTS)
    assert [line.split(": ")[1] for line in found] == ["dim", "pale"]


def test_axe_finds_what_is_wrong(opened: Opener, tmp_path: Path) -> None:
    """Neither is axe: a picture without words is named."""
    file = tmp_path / "wrong.html"
    file.write_text('<html lang="en"><title>x</title><main><h1>x</h1><img src=""></main>', "utf-8")
    assert any(line.startswith("image-alt") for line in violations(opened(file)))


def unfold(page: "Page") -> None:
    """Open everything that is folded, as a reader could."""
    page.evaluate("document.querySelectorAll('details').forEach((fold) => { fold.open = true; })")


def tree(page: "Page") -> list[dict[str, Any]]:
    """Return the accessibility tree as assistive technology gets it."""
    session = page.context.new_cdp_session(page)
    nodes: list[dict[str, Any]] = session.send("Accessibility.getFullAXTree")["nodes"]
    return [node for node in nodes if not node.get("ignored")]


def named(page: "Page", role: str) -> list[str]:
    """Return the names of everything with a role."""
    return [
        node.get("name", {}).get("value", "")
        for node in tree(page)
        if node["role"]["value"] == role
    ]


def test_a_screen_reader_finds_its_way(opened: Opener, written: dict[str, Path]) -> None:
    """One main part, one first heading, no level skipped, a name on every table and picture."""
    page = opened(written["suffolk"])
    unfold(page)
    nodes = tree(page)
    roles = [node["role"]["value"] for node in nodes]
    assert roles.count("main") == 1
    levels = [
        next(each["value"]["value"] for each in node["properties"] if each["name"] == "level")
        for node in nodes
        if node["role"]["value"] == "heading"
    ]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    for role in ("table", "region", "navigation"):
        names = named(page, role)
        assert names, role
        assert all(names), role
    pictures = [*named(page, "img"), *named(page, "image"), *named(page, "application")]
    assert len(pictures) >= 6
    assert all(pictures)
