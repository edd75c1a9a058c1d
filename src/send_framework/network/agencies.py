"""Which bodies carry the critical path, and where it changes hands."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from send_framework.network.results import AgencyShare, HandOff, ScheduledActivity


def hand_offs(
    path: Sequence[str], activities: Mapping[str, ScheduledActivity]
) -> tuple[HandOff, ...]:
    """Return the links of a path between activities whose accountable agencies differ.

    Args:
        path: Ids in order.
        activities: The scheduled activities by id.
    """
    pairs = ((activities[before], activities[after]) for before, after in pairwise(path))
    return tuple(
        HandOff(
            predecessor=before.id,
            successor=after.id,
            giving=before.accountable,
            taking=after.accountable,
        )
        for before, after in pairs
        if set(before.accountable) != set(after.accountable)
    )


def agency_shares(
    path: Sequence[str], activities: Mapping[str, ScheduledActivity]
) -> tuple[AgencyShare, ...]:
    """Return how much of a path each agency carries, most first.

    Work owned jointly counts in full for each of its agencies, so the shares can add up to more
    than 1; work without an owner is listed under an empty id.

    Args:
        path: Ids in order.
        activities: The scheduled activities by id.
    """
    carried: dict[str, list[ScheduledActivity]] = {}
    on_path = [activities[each] for each in path]
    for each in on_path:
        for agency in each.accountable or ("",):
            carried.setdefault(agency, []).append(each)
    whole = sum(each.duration for each in on_path)
    shares = [_share(agency, work, whole) for agency, work in carried.items()]
    return tuple(sorted(shares, key=lambda each: (-each.working_days, each.agency)))


def _share(agency: str, work: Sequence[ScheduledActivity], whole: int) -> AgencyShare:
    days = sum(each.duration for each in work)
    return AgencyShare(
        agency=agency,
        working_days=days,
        share=days / whole if whole else 0.0,
        activities=tuple(each.id for each in work),
    )
