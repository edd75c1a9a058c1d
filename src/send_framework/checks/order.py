"""Is the order of the work sound: loops, loose ends, gates, work out of order?"""

from collections.abc import Iterator

from send_framework.checks.context import Context
from send_framework.checks.finding import Consequence, Remark, Severity
from send_framework.checks.reading import (
    Work,
    is_complete,
    is_dropped,
    is_open,
    listed,
    named,
)
from send_framework.checks.registry import finds
from send_framework.model.action import Action, Dependency, Milestone
from send_framework.model.plan import Linkable
from send_framework.network.kinds import Absence, FactKind


@finds(
    "cycle",
    Severity.ERROR,
    Consequence.ORDER,
    title="Actions that wait for themselves",
    looks_at="Every loop among the links, named by one shortest way round it.",
    why="Nothing in a loop, and nothing behind it, can be given a date; everything else still is.",
    advice="Drop or turn round one link of the loop.",
)
def cycle(context: Context) -> Iterator[Remark]:
    """Find loops, and say how much waits behind them."""
    for loop in context.schedule.cycles:
        behind = tuple(
            each.id
            for each in context.schedule.unscheduled
            if each.why is Absence.BEHIND_CYCLE and set(each.cycle) == set(loop)
        )
        drawn = " -> ".join((*loop, loop[0]))
        yield Remark(
            subject=loop[0],
            message=f"These wait for themselves: {drawn}{_behind(behind)}.",
            related=(*loop, *behind),
        )


def _behind(ids: tuple[str, ...]) -> str:
    return f"; {listed(ids)} cannot be dated either" if ids else ""


@finds(
    "redundant-link",
    Severity.INFORMATION,
    Consequence.ORDER,
    title="A link that a longer chain already implies",
    looks_at="Each link that can be removed without moving any date, whatever the lengths.",
    why="It changes nothing, and hides which links matter.",
    advice="Drop it, unless it is there to be read.",
)
def redundant_link(context: Context) -> Iterator[Remark]:
    """Find links that change no date."""
    for successor, link, through in context.redundant:
        way = f"through {listed(through)}" if through else "by another link"
        yield Remark(
            subject=successor,
            message=f"{successor} waits for {link.id} {way} as well: the direct link "
            f"({link.type.value}) changes no date.",
            related=(link.id, *through),
            sources=link.sources,
        )


@finds(
    "action-unlinked",
    Severity.WARNING,
    Consequence.ORDER,
    title="An action without any link",
    looks_at="Each open action that is not ongoing, waits for nothing and is waited for by "
    "nothing, in a plan of several actions.",
    why="A critical path is only as good as its links: what is tied to nothing can slip without "
    "moving anything, on paper.",
    advice="Say in `after` what it waits for, and name it where others wait for it.",
)
def action_unlinked(context: Context) -> Iterator[Remark]:
    """Find open actions outside the network."""
    for action in context.open_actions if len(context.actions) > 1 else ():
        if _is_untied(context, action):
            yield Remark(
                subject=action.id,
                message=f"{named(action)} waits for nothing, and nothing waits for it.",
            )


def _is_untied(context: Context, action: Action) -> bool:
    tied = action.after or context.waiting[action.id]
    return not tied and not action.is_ongoing


@finds(
    "nothing-follows",
    Severity.INFORMATION,
    Consequence.ORDER,
    title="A dangling end: work whose finish nothing waits for",
    looks_at="Each open action with links of which none leaves its finish, where other work "
    "finishes later.",
    why="Its lateness moves nothing in the plan. Often a link to what uses its result is missing.",
    advice="Link what uses its result, or a milestone for the end of the plan.",
)
def nothing_follows(context: Context) -> Iterator[Remark]:
    """Find linked work whose finish drives nothing, short of the last of all."""
    for action in context.open_actions:
        place, last = context.scheduled.get(action.id), context.schedule.finish
        loose = any((action.id, kind) in context.loose_ends for kind in NOTHING_FOLLOWS)
        early = place and last and place.early_finish < last
        if loose and early and not _is_untied(context, action):
            yield Remark(
                subject=action.id,
                message=f"Nothing waits for {named(action)} to finish.",
            )


NOTHING_FOLLOWS = ("no-successor", "finish-drives-nothing")
"""The loose ends of a finish."""


@finds(
    "nothing-starts-it",
    Severity.INFORMATION,
    Consequence.ORDER,
    title="A dangling start: work whose start waits for nothing",
    looks_at="Each open action not begun whose links hold its finish only, and that has no "
    "planned or expected start.",
    why="A link to its finish lets it begin at any time: its start is an accident of its length.",
    advice="Add a link to its start, or a `planned_start`.",
)
def nothing_starts_it(context: Context) -> Iterator[Remark]:
    """Find work of which only the finish is tied."""
    for action in context.open_actions:
        begins = action.planned_start or action.forecast_start or action.actual_start
        if (action.id, "start-not-driven") in context.loose_ends and not begins:
            yield Remark(
                subject=action.id,
                message=f"The links of {named(action)} hold its finish only; nothing says when "
                "it starts.",
            )


@finds(
    "separate-islands",
    Severity.INFORMATION,
    Consequence.ORDER,
    title="The work falls into groups without a link between them",
    looks_at="Groups of two or more linked activities, when there are several.",
    why="Normal in a plan with several themes; but shared staff, money and boards often tie what "
    "the plan does not.",
    advice="Look whether one group uses something that another makes.",
)
def separate_islands(context: Context) -> Iterator[Remark]:
    """Find that the network is several networks."""
    groups = [each for each in context.islands if len(each) > 1]
    if len(groups) > 1:
        shown = listed(tuple(f"{each[0]} with {len(each) - 1} more" for each in groups), limit=4)
        yield Remark(
            subject="",
            message=f"The linked work falls into {len(groups)} separate groups: {shown}.",
            related=tuple(each[0] for each in groups),
        )


@finds(
    "waits-for-dropped-work",
    Severity.INFORMATION,
    Consequence.ORDER,
    title="Work that waits for work nobody will do",
    looks_at="Links of open work to actions and milestones that were cancelled or superseded.",
    why="Such work counts as 0 long and its links pass through: what was needed from it may "
    "still be needed.",
    advice="Link what replaces it, or drop the link.",
)
def waits_for_dropped_work(context: Context) -> Iterator[Remark]:
    """Find links to cancelled and superseded work."""
    for work, link, before in _links(context):
        if is_dropped(before) and is_open(work, context.on):
            yield Remark(
                subject=work.id,
                message=f"{named(work)} waits for {link.id}, which will not be done.",
                related=(link.id,),
            )


def _links(context: Context) -> Iterator[tuple[Work, Dependency, Linkable]]:
    for work in context.work:
        for link in work.after:
            yield work, link, context.activities[link.id]


@finds(
    "complete-before-predecessor",
    Severity.WARNING,
    Consequence.ORDER,
    title="Work marked complete while what it waits for is not",
    looks_at="Each complete action and milestone, against the actions and milestones whose finish "
    "its links name.",
    why="Either the link is wrong, or the work is less complete than reported, or the "
    "predecessor's report is missing.",
    advice="Correct the link or one of the two reports.",
)
def complete_before_predecessor(context: Context) -> Iterator[Remark]:
    """Find complete work whose predecessors are still open."""
    for work, link, before in _links(context):
        judged = isinstance(before, Action | Milestone) and is_open(before, context.on)
        if judged and not link.type.from_start and is_complete(work, context.on):
            yield Remark(
                subject=work.id,
                message=f"{named(work)} is reported complete, and {link.id}, which it waits for, "
                "is not.",
                related=(link.id,),
                sources=work.sources,
            )


@finds(
    "out-of-order",
    Severity.INFORMATION,
    Consequence.ORDER,
    title="Facts that contradict a link",
    looks_at="Actual dates of work against its links, where both ends have happened or begun.",
    why="Facts win: the dates stay as they are. But the link says something the work did not need.",
    advice="Turn the link into the one that fits, such as start-to-start, or drop it.",
)
def out_of_order(context: Context) -> Iterator[Remark]:
    """Find work that was begun or done before what it waits for."""
    said = {(one.subject, *one.related) for one in complete_before_predecessor(context)}
    for remark in context.noticed(FactKind.OUT_OF_ORDER):
        if (remark.subject, *remark.related) not in said:
            yield remark


@finds(
    "stopped-at-start",
    Severity.INFORMATION,
    Consequence.ORDER,
    title="A lead that would pull work before the plan begins",
    looks_at="Links with a lead, and links to a finish, that would place work before the plan's "
    "start.",
    why="Nobody can work in the past, so the work is placed at the start; the lead is longer than "
    "the plan allows.",
    advice="Shorten the lead, or let the plan start earlier.",
)
def stopped_at_start(context: Context) -> Iterator[Remark]:
    """Find work that the plan's start holds back."""
    return context.noticed(FactKind.STOPPED_AT_START)
