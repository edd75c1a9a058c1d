"""The style of pictures: text can be read on every ground it may stand on, in both themes."""

import re
from importlib import resources

import pytest

from send_framework.formats.html.pictures import (
    curve,
    gantt,
    measures,
    mini,
    mini_key,
    mini_scale,
    moves,
    network,
    timeline,
    tornado,
)
from tests.formats.html.pictures.drawn_plans import WINDOW, circle, facts_for, northshire
from tests.formats.html.pictures.imagined_results import a_comparison, a_simulation
from tests.formats.html.pictures.test_mini import NORTH

STYLE = (
    resources.files("send_framework.formats.html").joinpath("templates/pictures.css")
).read_text(encoding="utf-8")
LIGHT, DARK, FORCED = (
    dict(re.findall(r"(--p-[a-z-]+): ([^;]+);", part))
    for part in (
        STYLE[: STYLE.index("@media screen and (prefers")],
        STYLE[STYLE.index("@media screen and (prefers") : STYLE.index("@media (forced-colors")],
        STYLE[STYLE.index("@media (forced-colors") : STYLE.index(".p-picture")],
    )
)
GROUNDS = ("--p-ground", "--p-bar", "--p-critical", "--p-window", "--p-heading")
"""What text may stand on."""

LINES = ("--p-line", "--p-edge", "--p-alarm", "--p-window-edge", "--p-today", "--p-done", "--p-ink")
"""What has a meaning without being text."""


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour, as WCAG 2.2 defines it."""
    shares = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_the_sum_is_right() -> None:
    """Black on white is 21, and the definition's own examples hold."""
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("text", ["--p-ink", "--p-soft"])
@pytest.mark.parametrize("ground", GROUNDS)
def test_text_can_be_read(theme: dict[str, str], text: str, ground: str) -> None:
    """Any text on any ground: at least 4.5 to 1."""
    assert contrast(theme[text], theme[ground]) >= 4.5


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("line", LINES)
def test_what_means_something_can_be_seen(theme: dict[str, str], line: str) -> None:
    """Every line and edge that carries meaning, on the page's ground: at least 3 to 1."""
    assert contrast(theme[line], theme["--p-ground"]) >= 3


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_bars_are_told_apart_by_their_edges(theme: dict[str, str]) -> None:
    """A bar's edge stands out from its filling, so that no pale colour has to be seen."""
    assert contrast(theme["--p-edge"], theme["--p-bar"]) >= 3
    assert contrast(theme["--p-alarm"], theme["--p-critical"]) >= 3
    assert contrast(theme["--p-window-edge"], theme["--p-window"]) >= 3
    assert contrast(theme["--p-done"], theme["--p-bar"]) >= 3


def test_each_theme_gives_every_colour() -> None:
    """None is forgotten in the dark, or where the system forces its own."""
    assert LIGHT.keys() == DARK.keys() == FORCED.keys()
    used = set(re.findall(r"var\((--p-[a-z-]+)\)", STYLE))
    assert used <= LIGHT.keys()
    assert not re.search(r"#[0-9a-f]{3,6}", STYLE[STYLE.index(".p-picture") :])


def test_every_class_of_a_picture_is_dressed() -> None:
    """A class without a rule would be drawn black on whatever ground there is."""
    plain = facts_for(northshire(), target=WINDOW)
    full = facts_for(northshire(), target=WINDOW, risk=a_simulation(plain.schedule),
                     comparison=a_comparison(plain.schedule, plain.schedule))  # fmt: skip
    found = [draw(each) for draw in (curve, gantt, measures, moves, network, timeline, tornado)
             for each in (full, facts_for(circle()))]  # fmt: skip
    found.append(mini(NORTH, mini_scale([NORTH]), "m"))
    svg = "".join(f"{each.svg}{each.key}" for each in found) + mini_key()
    used = {name for names in re.findall(r'class="([^"]+)"', svg) for name in names.split()}
    dressed = set(re.findall(r"\.(p-[a-z-]+)", STYLE))
    assert used - dressed <= UNDRESSED


UNDRESSED = {
    "p-arrows", "p-axis", "p-end-earliest", "p-end-latest", "p-entry", "p-hatching",
    "p-label", "p-links", "p-moment", "p-published", "p-row", "p-slack", "p-when",
}  # fmt: skip
"""Groups, what is filled by a pattern, and what looks as its element or its other class says."""
