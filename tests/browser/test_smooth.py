"""A page of 300 actions answers as a small one does: its cost grows with its size, not faster."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import Opener

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = [pytest.mark.browser, pytest.mark.extra]

SLACK = 4
"""How many times the growth of the page the cost may grow: machines are busy, and caches small."""
ACTS = {
    "lay everything out": "document.body.style.fontSize = `${19 + round % 2}px`;",
    "narrow the findings": """
        const box = document.getElementById("find");
        box.value = round % 2 ? "S1" : "";
        box.dispatchEvent(new Event("input", { bubbles: true }));""",
    "travel in the network": """
        const nodes = [...document.querySelectorAll("#network .p-node")];
        const at = nodes[round % nodes.length];
        at.focus();
        for (const key of ["ArrowRight", "ArrowLeft", "ArrowDown"]) {
          const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true });
          document.activeElement.dispatchEvent(event);
        }""",
}


def cost(page: "Page", act: str) -> float:
    """Return the least milliseconds of some rounds, laying out what has changed."""
    found: float = page.evaluate(
        f"""() => {{
          const times = [];
          for (let round = 0; round < 9; round += 1) {{
            const begin = performance.now();
            {act}
            void document.body.offsetHeight;
            times.push(performance.now() - begin);
          }}
          return Math.min(...times.slice(1));
        }}"""
    )
    return found


@pytest.mark.parametrize("act", ACTS)
def test_three_hundred_actions_stay_smooth(
    opened: Opener, written: dict[str, Path], act: str
) -> None:
    """Laying out, filtering and travelling cost no more for each element than on a real page."""
    small, large = opened(written["suffolk"]), opened(written["large"])
    elements = [page.locator("*").count() for page in (small, large)]
    costs = [max(cost(page, ACTS[act]), 0.2) for page in (small, large)]
    growth = max(elements[1] / elements[0], 1)
    assert costs[1] <= SLACK * growth * costs[0], (costs, elements)
