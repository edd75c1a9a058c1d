"""Screenshots are compared with committed ones: a layout that moves is seen before readers see it.

Letters differ by a hair between machines, so both pictures are made small and soft, and a share of
pixels may differ. ``RENEW_LOOKS=1`` writes the pictures anew; look at them before you commit.
"""

import io
import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import Opener

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = [pytest.mark.browser, pytest.mark.extra]

LOOKS = Path(__file__).parent / "looks"
RENEW = "RENEW_LOOKS" in os.environ
VIEWS = {
    "phone": ("suffolk", 320, False, None),
    "desk-dark": ("suffolk", 1280, True, None),
    "gantt": ("suffolk", 1280, False, "#gantt"),
    "network": ("suffolk", 1280, False, "#network"),
    "timeline": ("suffolk", 1280, False, "#timeline"),
    "index": ("index", 1280, False, None),
}
"""Page, width, dark or not, and the part that is looked at: the first screen without one."""
MOST_DIFFERENT = 0.02
"""The share of pixels that may differ by more than a quarter of all light."""
SMALL = 400


def soft(picture: bytes) -> list[int]:
    """Return the grey values of a picture made small and soft, with its height first."""
    from PIL import Image, ImageFilter

    with Image.open(io.BytesIO(picture)) as whole:
        height = round(whole.height * SMALL / whole.width)
        grey = whole.convert("L").resize((SMALL, height)).filter(ImageFilter.GaussianBlur(2))
        return [height, *grey.tobytes()]


def difference(one: bytes, other: bytes) -> float:
    """Return the share of pixels that differ; 1 where one picture is clearly taller."""
    (height, *first), (other_height, *second) = soft(one), soft(other)
    if abs(height - other_height) > height // 50:
        return 1.0
    common = min(len(first), len(second))
    return sum(abs(a - b) > 63 for a, b in zip(first[:common], second, strict=False)) / common


def style(page: "Page", rules: str) -> None:
    """Add rules as a script may: the page's own policy lets in no other style sheet."""
    page.evaluate(
        "(rules) => { const sheet = new CSSStyleSheet(); sheet.replaceSync(rules);"
        " document.adoptedStyleSheets = [sheet]; }",
        rules,
    )


@pytest.mark.parametrize("name", VIEWS)
def test_it_looks_as_it_did(opened: Opener, written: dict[str, Path], name: str) -> None:
    """The committed picture and the page of today are alike."""
    view, width, dark, part = VIEWS[name]
    page = opened(written[view], width=width, dark=dark)
    style(page, "* { font-family: 'DejaVu Sans' !important; }")
    taken = page.locator(part).first.screenshot() if part else page.screenshot()
    kept = LOOKS / f"{name}.png"
    if RENEW:
        kept.write_bytes(few_colours(taken))
    assert difference(kept.read_bytes(), taken) <= MOST_DIFFERENT


def few_colours(picture: bytes) -> bytes:
    """Return a picture with so few colours that it can be committed."""
    from PIL import Image

    out = io.BytesIO()
    with Image.open(io.BytesIO(picture)) as whole:
        whole.convert("RGB").quantize(32).save(out, "PNG", optimize=True)
    return out.getvalue()


def test_a_moved_block_is_seen_and_a_hair_is_not(opened: Opener, written: dict[str, Path]) -> None:
    """The tolerance lets letters be drawn a little otherwise, and no part of the page move."""
    page = opened(written["suffolk"])
    before = page.screenshot()
    style(page, "body { letter-spacing: .002em; }")
    assert difference(before, page.screenshot()) <= MOST_DIFFERENT
    style(page, "h1 { margin-top: 90px; }")
    assert difference(before, page.screenshot()) > MOST_DIFFERENT
