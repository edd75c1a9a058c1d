"""The network of a plan: what waits for what, from left to right, a lane for each body."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from markupsafe import Markup

from send_framework.formats.html.facts import PageFacts
from send_framework.formats.html.picture import (
    LINE_HEIGHT,
    Picture,
    drawing,
    element,
    fitted,
    lines_of,
    number,
    together,
    words_at,
)
from send_framework.formats.html.pictures.arrows import MANY_ROWS
from send_framework.formats.html.pictures.gantt_words import bodies_of, placed_in_time
from send_framework.formats.html.pictures.layers import Layers, layered
from send_framework.formats.html.pictures.network_words import (
    Tie,
    network_description,
    network_key,
    network_table,
    ties_of,
    told_of,
    when,
)
from send_framework.formats.html.pictures.paper import WIDEST, Sheet, again, printed_as
from send_framework.formats.html.pictures.places import (
    BOX,
    GAP,
    TALL,
    Lane,
    Layout,
    Place,
    laid_out,
    rows_of_sheets,
    strips_of,
)
from send_framework.formats.html.pictures.signs import PULLS, Pull, hatched, hatching, link, pull_of
from send_framework.model.dependency import DependencyType

_OFF_PAPER = "The network is too wide for paper. Its table, which follows, says the same."
_NAME = LINE_HEIGHT + 6
"""How tall the line is in which a sheet of paper names the lane that it goes on with."""


def network(facts: PageFacts) -> Picture:
    """Return what waits for what, in layers from left to right, a lane for each body.

    Args:
        facts: What the page tells of the plan.
    """
    ids, ties = placed_in_time(facts), ties_of(facts)
    title, description = "Network", network_description(ids, ties, facts)
    svg, on_paper = _drawn(facts, ids, ties, (title, description)) if ids else (Markup(), True)
    return Picture(
        id="network",
        svg=svg,
        title=title,
        description=description,
        table=network_table(facts, ids, ties),
        key=network_key(svg) if ids else Markup(),
        off_paper="" if on_paper else _OFF_PAPER,
    )


def _body(facts: PageFacts, wanted: str) -> str:
    """Return whose lane an activity is in: the first body accountable for it."""
    return next(iter(bodies_of(facts, wanted)), "")


def _drawn(
    facts: PageFacts, ids: Sequence[str], ties: Sequence[Tie], words: tuple[str, str]
) -> tuple[Markup, bool]:
    """Draw the network.

    Returns:
        The drawing, and whether paper can show it.
    """
    bodies = tuple(dict.fromkeys(_body(facts, each) for each in ids))
    boxes = {each: bodies.index(_body(facts, each)) for each in ids}
    found = layered(boxes, [(tie.before, tie.after) for tie in ties])
    layout = laid_out(found, [facts.name_of(each) for each in bodies])
    many = " p-many" if len(ids) > MANY_ROWS else ""
    chart = drawing(
        "network", *words, layout.width, layout.height,
        hatching("network"),
        element(
            "g",
            *(_lane(lane, layout.width, place) for place, lane in enumerate(layout.lanes)),
            element("g", *_links(ties, found, layout), class_=f"p-links{many}"),
            *_nodes(facts, ids, ties, layout),
            id="network-all",
        ),
    )  # fmt: skip
    sheets = tuple(_sheets(layout))
    return printed_as(chart, sheets), bool(sheets)


def _sheets(layout: Layout) -> Iterator[Sheet]:
    """Yield the sheets of paper that show all of it; none when paper cannot."""
    strips = strips_of(layout)
    width = max((right - left for left, right in strips), default=0.0)
    for span in rows_of_sheets(layout, width):
        for left, _ in strips:
            goes_on = [each for each in layout.lanes if each.top < span[0] < each.top + each.tall]
            above = together(words_at(12, LINE_HEIGHT - 4, f"{each.name}, continued", "p-strong")
                             for each in goes_on)  # fmt: skip
            names = together(_lane_name(each, left) for each in layout.lanes if left)
            yield Sheet(span=span, width=width, left=left, head=_NAME if goes_on else 0.0,
                        above=above, within=again("network-all") + names)  # fmt: skip


def _lane(lane: Lane, width: float, place: int) -> Markup:
    look = "p-lane" if place % 2 else "p-lane p-lane-other"
    band = element("rect", x=0, y=lane.top, width=width, height=lane.tall, class_=look)
    return band + _lane_name(lane, 0.0, width / 1.1 - 24)


def _lane_name(lane: Lane, left: float, room: float = WIDEST / 2) -> Markup:
    return words_at(left + 12, lane.top + LINE_HEIGHT, lane.name, "p-strong", room=room)


def _links(ties: Sequence[Tie], found: Layers, layout: Layout) -> Iterator[Markup]:
    """Yield every link, the strongest last, and the kinds of them."""
    ways = [
        (tie, [layout.places[slot] for slot in way])
        for tie, way in zip(ties, found.ways, strict=True)
    ]
    ways.sort(key=lambda pair: PULLS.index(_pull(pair[0])))
    yield from (_link(tie, way) for tie, way in ways)
    yield from _kinds(ways)


def _link(tie: Tie, way: Sequence[Place]) -> Markup:
    """Draw a link past the places it was given; one that leads back goes below its boxes."""
    back = way[-1].x <= way[0].x
    path = _back(way[0], way[-1]) if back else _forth(way)
    return link(
        path, _pull(tie), "network", assumed=tie.assumed, data_before=tie.before,
        data_after=tie.after,
    )  # fmt: skip


def _pull(tie: Tie) -> Pull:
    return pull_of(driving=tie.driving, on_path=tie.on_path)


def _kinds(ways: Sequence[tuple[Tie, Sequence[Place]]]) -> Iterator[Markup]:
    """Yield the kinds of link that meet at each box, once each: finish-to-start goes without."""
    met: dict[Place, dict[str, None]] = {}
    for tie, way in ways:
        if tie.type is not DependencyType.FINISH_TO_START and way[-1].x > way[0].x:
            met.setdefault(way[-1], {})[tie.type.value] = None
    for end, kinds in met.items():
        yield words_at(end.x - 12, end.middle - 5, ", ".join(kinds), "p-note", anchor="end")


def _forth(way: Sequence[Place]) -> str:
    n = number
    path = f"M{n(way[0].right)} {n(way[0].middle)}"
    for one, other in pairwise(way):
        begin, bend = one.right, (other.x - one.right) / 2
        path += (
            f"C{n(begin + bend)} {n(one.middle)} {n(other.x - bend)} {n(other.middle)}"
            f" {n(other.x)} {n(other.middle)}"
        )
        if other is not way[-1]:
            path += f"H{n(other.right)}"
    return path


def _back(one: Place, other: Place) -> str:
    n = number
    low = max(one.y + one.tall, other.y + other.tall) + GAP / 2
    return (
        f"M{n(one.right)} {n(one.middle)}h10V{n(low)}H{n(other.x - 9)}"
        f"V{n(other.middle)}H{n(other.x)}"
    )


def _nodes(
    facts: PageFacts, ids: Sequence[str], ties: Sequence[Tie], layout: Layout
) -> Iterator[Markup]:
    """Yield the boxes as the tabulator meets them: from left to right, then down."""
    for each in sorted(ids, key=lambda one: (layout.places[one].x, layout.places[one].y)):
        yield _node(facts, each, layout.places[each], ties)


def _node(facts: PageFacts, wanted: str, place: Place, ties: Sequence[Tie]) -> Markup:
    look, each = "p-bar", facts.dated.get(wanted)
    critical = each is not None and not each.complete and (each.critical or each.on_critical_path)
    if critical:
        look += " p-critical"
    elif wanted in facts.near_critical:
        look += " p-near"
    elif each is None:
        look = "p-undated"
    elif each.complete:
        look = "p-finished"
    on_path = " p-step" if each is not None and each.on_critical_path else ""
    parts = [_rect(place, BOX, look)]
    if critical:
        parts.append(_rect(place, 10, "p-hatching", fill=hatched("network")))
    return element(
        "g", element("title", told_of(facts, wanted)), *parts, *_lines(facts, wanted, place),
        class_=f"p-node{on_path}", data_id=wanted, data_why=facts.anchor(wanted),
        data_before=_ids(tie.before for tie in ties if tie.after == wanted),
        data_after=_ids(tie.after for tie in ties if tie.before == wanted),
    )  # fmt: skip


def _ids(found: Iterable[str]) -> str | None:
    return " ".join(dict.fromkeys(found)) or None


def _rect(place: Place, width: float, look: str, fill: str | None = None) -> Markup:
    return element("rect", x=place.x, y=place.y, width=width, height=place.tall, class_=look,
                   fill=fill)  # fmt: skip


def _lines(facts: PageFacts, wanted: str, place: Place) -> Iterator[Markup]:
    left, room = place.x + 14, BOX - 20
    yield words_at(left, place.y + 18, fitted(wanted, room / 1.1), "p-id")
    for row, line in enumerate(lines_of(facts.title_of(wanted), room), 1):
        yield words_at(left, place.y + 18 + row * (LINE_HEIGHT - 1), line)
    yield words_at(left, place.y + TALL - 9, fitted(when(facts, wanted), room), "p-when")
