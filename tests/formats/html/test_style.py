"""The style sheet: contrast computed, both themes whole, what paper and machines are promised."""

import re
from importlib import resources

import pytest

STYLE = (resources.files("send_framework.formats.html") / "templates" / "style.css").read_text(
    "utf-8"
)
LIGHT, DARK = (
    dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", block))
    for block in re.findall(r":root \{(.*?)\n *\}", STYLE, re.DOTALL)
)
THEMES = {"light": LIGHT, "dark": LIGHT | DARK}
TAGS = ("good", "middling", "bad", "unsure", "plain")
TEXTS = [
    *((ink, ground) for ink in ("ink", "soft", "link", "visited", "hover", "error")
      for ground in ("ground", "panel")),
    *((f"{tag}-ink", tag) for tag in TAGS),
    ("focus-ink", "focus"),
]  # fmt: skip
SHAPES = [("edge", "ground"), ("edge", "panel"), ("error", "ground"), ("focus", "focus-ink")]
"""What is no text but carries meaning: borders of inputs and headings, the focus."""


def luminance(colour: str) -> float:
    """Return how bright a colour is, by the formula of WCAG 2.2."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, 1 to 21."""
    darker, brighter = sorted((luminance(one), luminance(other)))
    return (brighter + 0.05) / (darker + 0.05)


def test_the_formula_agrees_with_published_values() -> None:
    """Black on white is 21; GOV.UK's link on white was published as 6.1."""
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#1a65a6", "#ffffff") == pytest.approx(6.1, abs=0.05)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("ink", "ground"), TEXTS)
def test_text_can_be_read(theme: str, ink: str, ground: str) -> None:
    """At least 4.5 to 1 for every text on every ground it stands on."""
    colours = THEMES[theme]
    assert contrast(colours[ink], colours[ground]) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("shape", "ground"), SHAPES)
def test_what_carries_meaning_can_be_seen(theme: str, shape: str, ground: str) -> None:
    """At least 3 to 1 for borders of controls and for the focus."""
    colours = THEMES[theme]
    assert contrast(colours[shape], colours[ground]) >= 3


def test_the_dark_theme_has_a_colour_for_each_of_the_light() -> None:
    """Only the yellow focus with its black is the same in both."""
    assert set(LIGHT) - set(DARK) == {"focus", "focus-ink"}
    assert set(DARK) <= set(LIGHT)


def test_every_colour_comes_from_the_theme() -> None:
    """No rule names a colour of its own, so none is forgotten in the dark."""
    rules = re.sub(r":root \{.*?\n *\}", "", STYLE, flags=re.DOTALL)
    assert re.findall(r"#[0-9a-f]{3,8}\b|rgb|hsl", rules) == []
    assert set(re.findall(r"var\(--([a-z-]+)\)", STYLE)) <= set(LIGHT)


@pytest.mark.parametrize(
    "query",
    [
        "prefers-color-scheme: dark",
        "prefers-reduced-motion: reduce",
        "forced-colors: active",
        "print",
    ],
)
def test_the_system_and_the_paper_are_obeyed(query: str) -> None:
    """Dark, still, high contrast, printed."""
    assert query in STYLE
