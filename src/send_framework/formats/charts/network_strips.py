"""A network cut into strips, one below another, where a single one would be too wide for paper.

Between two strips a link is drawn as two tags: "to S12" where it leaves, "from S03" where it comes
in, as flow charts do. The layers of each strip are worked out anew, tags and all.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import frozen

from send_framework.formats.html.pictures.layers import Layers, layered
from send_framework.formats.html.pictures.network_words import Tie
from send_framework.model.dependency import DependencyType


@frozen(kw_only=True)
class Strip:
    """A part of a network that is drawn from left to right.

    Attributes:
        bodies: The bodies of its lanes, by id, in the order of the lanes.
        ties: Its links; one of a tag ends or begins with the tag's name.
        tags: What each tag names, by the tag's own name: ``to S03`` is no activity's id.
        found: Its layers, with a way for each link.
    """

    bodies: Sequence[str]
    ties: Sequence[Tie]
    tags: Mapping[str, Sequence[str]]
    found: Layers


def strips_of(
    body_of: Mapping[str, str], ties: Sequence[Tie], of: Mapping[str, int], deep: int
) -> tuple[Strip, ...]:
    """Cut a network into strips of so many layers each.

    Args:
        body_of: The body of each activity, by their ids, in the order to prefer.
        ties: All links.
        of: The layer of each activity that has a link.
        deep: How many layers a strip takes.
    """
    layers = 1 + max(of.values(), default=0)
    if deep >= layers:
        return (_strip(body_of, ties, {}),)
    # What has no link at all stands below everything else.
    part = {each: of.get(each, layers) // deep for each in body_of}
    return tuple(_part(body_of, ties, part, each) for each in sorted(set(part.values())))


def _part(
    body_of: Mapping[str, str], ties: Iterable[Tie], part: Mapping[str, int], number: int
) -> Strip:
    own = {each: body for each, body in body_of.items() if part[each] == number}
    inside: list[Tie] = []
    leaving: dict[str, list[Tie]] = defaultdict(list)
    coming: dict[str, list[Tie]] = defaultdict(list)
    for tie in ties:
        if tie.before in own and tie.after in own:
            inside.append(tie)
        elif tie.before in own:
            leaving[tie.before].append(tie)
        elif tie.after in own:
            coming[tie.after].append(tie)
    tags: dict[str, Sequence[str]] = {}
    for each, links in (*leaving.items(), *coming.items()):
        inside.extend(_tagged(each, links, own, tags))
    return _strip(own, inside, tags)


def _tagged(
    activity: str, links: Sequence[Tie], own: dict[str, str], tags: dict[str, Sequence[str]]
) -> Iterator[Tie]:
    """Yield links to one tag of what leaves an activity or comes to it, and note the tag."""
    leaves = links[0].before == activity
    name = f"{'to' if leaves else 'from'} {activity}"
    tags[name] = tuple(dict.fromkeys(each.after if leaves else each.before for each in links))
    own[name] = own[activity]
    yield Tie(
        before=activity if leaves else name,
        after=name if leaves else activity,
        type=DependencyType.FINISH_TO_START if leaves else links[0].type,
        driving=any(each.driving for each in links),
        assumed=all(each.assumed for each in links),
    )


def _strip(
    body_of: Mapping[str, str], ties: Sequence[Tie], tags: Mapping[str, Sequence[str]]
) -> Strip:
    bodies = tuple(dict.fromkeys(body_of.values()))
    boxes = {each: bodies.index(body) for each, body in body_of.items()}
    found = layered(boxes, [(tie.before, tie.after) for tie in ties])
    return Strip(bodies=bodies, ties=tuple(ties), tags=tags, found=found)
