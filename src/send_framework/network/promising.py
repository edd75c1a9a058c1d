"""The schedule on the basis of what has been promised: nothing moves, every link is tested."""

from collections.abc import Iterable, Mapping
from datetime import date
from itertools import pairwise

from send_framework.network.agencies import agency_shares, hand_offs
from send_framework.network.entry import Entry
from send_framework.network.kinds import Absence, Basis, DriverKind
from send_framework.network.noticing import network_facts
from send_framework.network.promised import (
    PromisedLink,
    Span,
    least_gap_path,
    promised_links,
    promised_spans,
)
from send_framework.network.readiness import done_by, missing_work, readiness
from send_framework.network.results import (
    Driver,
    Schedule,
    ScheduledActivity,
    ScheduledLink,
    Unscheduled,
)
from send_framework.network.solving import Solved


def promised_schedule(
    solved: Solved, *, on_given: bool, network_path: tuple[str, ...], network_finish: date | None
) -> Schedule:
    """Return the plan as promised, with the network's answer beside it.

    Args:
        solved: The plan computed on the basis of the network.
        on_given: Whether somebody gave the data date.
        network_path: The critical path on that basis.
        network_finish: Its finish.
    """
    spans = promised_spans(solved.entries)
    links = promised_links(solved.entries, spans, solved.plan)
    scope = frozenset(solved.placed[number].id for number in solved.scope)
    path = least_gap_path(spans, links, scope)
    entries = [each for each in solved.entries if each.id in spans]
    least, steps = _least_gaps(links), frozenset(pairwise(path))
    on_path = frozenset(path)
    activities = tuple(_activity(solved, each, spans, least, on_path, scope) for each in entries)
    by_id = {each.id: each for each in activities}
    inside = [each for each in activities if each.in_scope]
    finish = max((each.early_finish for each in inside), default=None)
    ready_by = done_by(solved.plan, inside)
    unscheduled = _unscheduled(solved, spans)
    missing = missing_work(solved.plan, unscheduled, solved.yardstick.target)
    return Schedule(
        title=solved.plan.title,
        on=solved.yardstick.on,
        on_given=on_given,
        settings=solved.settings,
        start=solved.start,
        basis=Basis.PROMISED,
        target=solved.yardstick.target,
        late_from=solved.late_from,
        scope=tuple(each.id for each in activities if each.in_scope),
        activities=activities,
        unscheduled=unscheduled,
        links=tuple(_link(solved, each, steps) for each in links),
        finish=finish,
        critical_path=path,
        critical_paths=(path,) if path else (),
        path_count=1 if path else 0,
        network_path=network_path,
        network_finish=network_finish,
        near_critical=(),
        hand_offs=hand_offs(path, by_id),
        agency_shares=agency_shares(path, by_id),
        readiness=readiness(ready_by, missing, solved.yardstick),
        cycles=(),
        facts=tuple(network_facts(solved)),
    )


def _activity(  # noqa: PLR0913, PLR0917 - one row of the answer, built in one place
    solved: Solved,
    each: Entry,
    spans: dict[str, Span],
    least: Mapping[str, int],
    path: frozenset[str],
    scope: frozenset[str],
) -> ScheduledActivity:
    span = spans[each.id]
    done = each.finished is not None
    floats = solved.yardstick.floats(span.ends_with) if each.id in scope and not done else {}
    total = floats.get(solved.late_from)
    return ScheduledActivity(
        id=each.id,
        title=each.title,
        kind=each.kind,
        accountable=each.accountable,
        duration=each.duration,
        duration_assumed="duration" in each.assumed,
        early_start=span.start,
        early_finish=span.finish,
        total_float=total,
        free_float=None if done else max(least.get(each.id, 0), 0),
        float_to_promise=0 if each.due == span.finish and not done else None,
        critical=total is not None and total <= solved.settings.critical_at,
        on_critical_path=each.id in path,
        in_scope=each.id in scope,
        complete=done,
        started=done or each.started is not None,
        inferred=each.inferred,
        assumed=each.assumed,
        driven_by=Driver(
            kind=DriverKind.ACTUAL if done else DriverKind.OWN_PROMISE,
            words="it was done then" if done else "its own published dates",
            day=span.finish,
        ),
        float_to_earliest=floats.get("earliest"),
        float_to_expected=floats.get("expected"),
        float_to_latest=floats.get("latest"),
    )


def _least_gaps(links: Iterable[PromisedLink]) -> dict[str, int]:
    """Return the least gap behind each activity that something waits for."""
    least: dict[str, int] = {}
    for each in links:
        least[each.predecessor] = min(each.gap, least.get(each.predecessor, each.gap))
    return least


def _link(solved: Solved, each: PromisedLink, steps: frozenset[tuple[str, str]]) -> ScheduledLink:
    return ScheduledLink(
        predecessor=each.predecessor,
        successor=each.successor,
        type=each.link.type,
        lag=each.link.lag,
        lag_unit=each.link.lag_unit,
        slack=each.gap,
        driving=(each.predecessor, each.successor) in steps,
        assumed=f"{each.successor} after {each.predecessor}" in solved.assumed,
    )


def _unscheduled(solved: Solved, spans: dict[str, Span]) -> tuple[Unscheduled, ...]:
    """Return what no published date puts anywhere."""
    without = (each for each in solved.entries if each.id not in spans and not each.ongoing)
    return tuple(
        Unscheduled(
            id=each.id,
            title=each.title,
            why=Absence.CANCELLED if each.dropped else Absence.UNDATED,
        )
        for each in without
    )
