"""The looks of charts: they can be seen, in grey and by who sees no red or no green."""

from itertools import combinations
from math import dist

import pytest

from send_framework.formats.charts.looks import (
    AXIS,
    BAR,
    CRITICAL,
    DRIVING,
    FINISHED,
    FLOAT,
    GROUND,
    INK,
    LANE,
    LATE,
    LATE_INK,
    LINK,
    NEAR,
    OTHER_CURVE,
    OTHER_LANE,
    PERIOD,
    SOFT,
    TARGET,
    TODAY,
    UNDATED,
    WINDOW,
    WINDOW_BOX,
    Look,
)
from tests.formats.html.pictures.test_palette import contrast

pytestmark = pytest.mark.extra

# How colours look without one kind of cone: Machado, Oliveira and Fernandes, 2009, at its full
# strength.
SIGHTS = {
    "no red": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "no green": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "no blue": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}

NEARNESS = {"usual": BAR, "near-critical": NEAR, "critical": CRITICAL}


def linear(colour: str) -> tuple[float, ...]:
    """Return a colour's shares of red, green and blue light."""
    shares = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    return tuple(each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4
                 for each in shares)  # fmt: skip


def seen(colour: str, sight: str) -> tuple[float, ...]:
    """Return a colour in Lab, in which equal distances look about equally far."""
    red, green, blue = (
        min(1.0, max(0.0, sum(a * b for a, b in zip(row, linear(colour), strict=True))))
        for row in SIGHTS[sight]
    )
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883
    fx, fy, fz = (each ** (1 / 3) if each > 0.008856 else 7.787 * each + 16 / 116
                  for each in (x, y, z))  # fmt: skip
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


@pytest.mark.parametrize("words", [INK, SOFT])
@pytest.mark.parametrize(
    "ground",
    [GROUND, BAR.fill, CRITICAL.fill, NEAR.fill, FINISHED.fill, LANE.fill, OTHER_LANE.fill,
     WINDOW.fill],
)  # fmt: skip
def test_words_can_be_read(words: str, ground: str) -> None:
    """Any words on any ground: at least 4.5 to 1."""
    assert contrast(words, ground) >= 4.5


def test_what_is_overdue_can_be_read() -> None:
    """Its words are red besides, but not so light."""
    assert contrast(LATE_INK, GROUND) >= 4.5


@pytest.mark.parametrize(
    "look",
    [AXIS, BAR, CRITICAL, DRIVING, FINISHED, FLOAT, LATE, LINK, NEAR, OTHER_CURVE, PERIOD, TARGET,
     TODAY, UNDATED, WINDOW_BOX],
)  # fmt: skip
def test_what_means_something_can_be_seen(look: Look) -> None:
    """Every edge and line that carries meaning, on white paper: at least 3 to 1."""
    assert contrast(look.edge, GROUND) >= 3


@pytest.mark.parametrize("sight", SIGHTS)
def test_critical_near_critical_and_usual_are_told_apart_by_anybody(sight: str) -> None:
    """By their ground or their edge, before anything else."""
    for one, other in combinations(NEARNESS.values(), 2):
        fills = dist(seen(one.fill, sight), seen(other.fill, sight))
        edges = dist(seen(one.edge, sight), seen(other.edge, sight))
        assert max(fills, edges) >= 10


def test_a_copy_in_grey_says_what_is_critical() -> None:
    """By its hatching, by how thick its edge is, and by its darker ground."""
    for one, other in combinations(NEARNESS.values(), 2):
        assert one.hatch != other.hatch
        assert one.width != other.width
    assert contrast(BAR.fill, CRITICAL.fill) > 1.15
    assert contrast(NEAR.fill, CRITICAL.fill) > 1.15


def test_populations_stand_out_from_paper_and_have_a_shape_each() -> None:
    """A dot's colour helps; its shape says it."""
    from send_framework.formats.charts.measures import COLOURS, CORNERS

    assert all(contrast(each, GROUND) >= 3 for each in COLOURS)
    assert len(set(CORNERS)) == len(set(COLOURS)) == len(CORNERS)
