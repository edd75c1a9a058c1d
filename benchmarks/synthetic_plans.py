"""Invented plans of the size and shape of real ones, any number, the same for the same seed.

    python benchmarks/synthetic_plans.py plans --areas 3 --versions 2  # plans/001/1.yaml, ...

Nothing in them is a fact about a real place. What they are like:

- **Size.** 30 to 300 actions, every number as likely; one recommendation for each ten, 3 to 15 of
  them, three in five priority actions, and a milestone at the end of each.
- **Links.** Nine in ten actions wait for one of the last three of their own recommendation, one in
  four for one of the last twenty of any: about 1.1 links an action. 85 % are finish-to-start, the
  rest start-to-start and finish-to-finish; one in ten of the former has a lag.
- **Agencies.** A council accountable for half of the work, a board for a quarter, two trusts, a
  forum of parents and carers for the rest; one action in five has a second agency.
- **Lengths.** One to twelve weeks; half of the actions say how far they may be out (triangular,
  longer by 20 to 120 %), the others leave it to the library's defaults. Half have a promised day.
- **What may happen.** One approval that may be refused, two risks that lengthen several actions,
  and one correlation of the council's work.
- **Versions.** Version 1 stands on the day work begins, each further one a quarter later: one true
  history is drawn for each area, and every version reports what had happened of it by its day.
- **Window.** From 18 months after the start, later where the plan is longer than that.

`random.Random` is seeded with the text ``"SEED/AREA"``, so one area's plan depends on no other's.
"""

import argparse
import random
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

from attrs import frozen

from send_framework import (
    ENGLAND,
    Action,
    Agency,
    AgencyKind,
    Approval,
    Correlation,
    Dependency,
    DependencyType,
    Distribution,
    Inspection,
    InspectionKind,
    LocalAreaPartnership,
    Milestone,
    Outcome,
    Plan,
    Recommendation,
    RecommendationKind,
    RecommendationPart,
    Risk,
    Uncertainty,
    Window,
    WindowEnd,
)
from send_framework.formats.documents import dump_plan

AREAS, VERSIONS = 153, 5
FEWEST, MOST = 30, 300
QUARTER = 65
EIGHTEEN_MONTHS = 375
"""In working days."""
LENGTHS = (5, 10, 10, 15, 20, 20, 30, 40, 60)
AGENCIES = (
    ("LA", "council", AgencyKind.LOCAL_AUTHORITY, 50),
    ("ICB", "integrated care board", AgencyKind.INTEGRATED_CARE_BOARD, 25),
    ("T1", "community trust", AgencyKind.NHS_PROVIDER, 10),
    ("T2", "hospital trust", AgencyKind.NHS_PROVIDER, 10),
    ("PCF", "parent carer forum", AgencyKind.PARENT_CARER_FORUM, 5),
)


@frozen(kw_only=True)
class Work:
    """One action as drawn: whole working days, predecessors by number."""

    stream: int
    days: int
    after: tuple[tuple[int, DependencyType, int], ...]
    agencies: tuple[str, ...]
    spread: float | None
    slack: int | None
    took: int


def synthetic_plan(
    area: int, version: int = 1, *, actions: int | None = None, seed: int = 1
) -> Plan:
    """Return one version of an area's plan.

    Args:
        area: Its number; each has a plan of its own.
        version: 1 on the day work begins, one more for each quarter since.
        actions: How many; drawn when ``None``.
        seed: Another seed gives other plans.
    """
    rng = random.Random(f"{seed}/{area}")  # noqa: S311 - nothing here is a secret
    count = actions or rng.randint(FEWEST, MOST)
    streams = max(3, min(15, count // 10))
    work = list(_drawn(rng, count, streams))
    start = ENGLAND.next_working(date(2024, 1, 8) + timedelta(weeks=rng.randrange(52)))
    ends = _finishes(work, [each.days for each in work])
    expected = max(EIGHTEEN_MONTHS, int(max(ends) * rng.uniform(0.95, 1.35)))
    now = QUARTER * (version - 1)
    return Plan(
        title=f"Improvement plan of area {area:03}",
        partnership=LocalAreaPartnership(
            name=f"Area {area:03} local area partnership", area=f"Area {area:03}",
            local_authority="LA", boards="ICB",
        ),
        start=start,
        data_date=ENGLAND.add(start, now),
        agencies=[Agency(id=key, name=f"Area {area:03} {name}", kind=kind)
                  for key, name, kind, _ in AGENCIES],
        inspections=[_inspection(start)],
        recommendations=[_recommendation(number, streams) for number in range(streams)],
        actions=_actions(work, start, now),
        milestones=_milestones(work, streams),
        windows=[_window(start, expected)],
        uncertainties=list(_uncertainties(work)),
        approvals=[_approval(rng, count)],
        risks=[_risk(rng, number, count) for number in (1, 2)],
        correlations=[Correlation(id="C1", agency="LA", coefficient=0.3)],
    )  # fmt: skip


# --- drawing -------------------------------------------------------------------------------------


def _drawn(rng: random.Random, count: int, streams: int) -> Iterator[Work]:
    own: list[list[int]] = [[] for _ in range(streams)]
    for number in range(count):
        stream = number if number < streams else rng.randrange(streams)
        days = rng.choice(LENGTHS)
        yield Work(
            stream=stream,
            days=days,
            after=tuple(_links(rng, number, own[stream])),
            agencies=_who(rng),
            spread=rng.uniform(1.2, 2.2) if rng.random() < 0.5 else None,  # noqa: PLR2004 - half
            slack=rng.randrange(20) if rng.random() < 0.5 else None,  # noqa: PLR2004 - half
            took=max(1, round(days * rng.triangular(0.8, 1.6, 1.1))),
        )
        own[stream].append(number)


def _links(
    rng: random.Random, number: int, own: Sequence[int]
) -> Iterator[tuple[int, DependencyType, int]]:
    chosen = {rng.choice(own[-3:])} if own and rng.random() < 0.9 else set[int]()  # noqa: PLR2004
    if number and rng.random() < 0.25:  # noqa: PLR2004 - one in four
        chosen.add(rng.randrange(max(0, number - 20), number))
    for each in sorted(chosen):
        kind = rng.choices(
            (
                DependencyType.FINISH_TO_START,
                DependencyType.START_TO_START,
                DependencyType.FINISH_TO_FINISH,
            ),
            (85, 10, 5),
        )[0]
        lags = rng.random() < 0.1 or kind is not DependencyType.FINISH_TO_START  # noqa: PLR2004
        yield each, kind, rng.choice((5, 10)) if lags else 0


def _who(rng: random.Random) -> tuple[str, ...]:
    keys, weights = [each[0] for each in AGENCIES], [each[3] for each in AGENCIES]
    two = rng.random() < 0.2  # noqa: PLR2004 - one in five
    return tuple(dict.fromkeys(rng.choices(keys, weights, k=1 + two)))


def _spans(work: Sequence[Work], lengths: Sequence[int]) -> list[tuple[int, int]]:
    """Return the first day and the day after the last of each, as numbers of working days."""
    found: list[tuple[int, int]] = []
    for each, days in zip(work, lengths, strict=True):
        start = 0
        for before, kind, lag in each.after:
            bound = found[before][0 if kind.from_start else 1] + lag
            start = max(start, bound - days if kind.to_finish else bound)
        found.append((start, start + days))
    return found


def _finishes(work: Sequence[Work], lengths: Sequence[int]) -> list[int]:
    return [finish for _, finish in _spans(work, lengths)]


# --- writing it down -----------------------------------------------------------------------------


def _name(number: int) -> str:
    return f"S{number + 1:03}"


def _actions(work: Sequence[Work], start: date, now: int) -> list[Action]:
    planned = _finishes(work, [each.days for each in work])
    happened = _spans(work, [each.took for each in work])
    return [
        _action(each, number, (start, now), (planned[number], happened[number]))
        for number, each in enumerate(work)
    ]


def _action(
    each: Work, number: int, when: tuple[date, int], spans: tuple[int, tuple[int, int]]
) -> Action:
    (start, now), (planned, (begun, done)) = when, spans
    running = begun <= now < done - 1
    return Action(
        id=_name(number),
        title=f"Work {number + 1} for recommendation {each.stream + 1}",
        answers=f"R{each.stream + 1}.1",
        accountable=each.agencies,
        duration=each.days,
        due=None if each.slack is None else _day(start, planned + each.slack - 1),
        after=[Dependency(id=_name(to), type=kind, lag=lag) for to, kind, lag in each.after],
        actual_start=_day(start, begun) if begun <= now else None,
        actual_finish=_day(start, done - 1) if done <= now + 1 else None,
        percent_complete=100 * (now + 1 - begun) // each.took if running else None,
    )


def _day(start: date, number: int) -> str:
    return ENGLAND.add(start, number).isoformat()


def _milestones(work: Sequence[Work], streams: int) -> list[Milestone]:
    last = {each.stream: number for number, each in enumerate(work)}
    return [
        Milestone(
            id=f"M{stream + 1}", title=f"The board confirms recommendation {stream + 1}",
            answers=f"R{stream + 1}", accountable="LA", after=_name(last[stream]),
        )
        for stream in range(streams)
    ]  # fmt: skip


def _recommendation(number: int, streams: int) -> Recommendation:
    kinds = RecommendationKind
    urgent = number < streams * 3 / 5
    return Recommendation(
        id=f"R{number + 1}",
        kind=kinds.PRIORITY_ACTION if urgent else kinds.AREA_FOR_IMPROVEMENT,
        text=f"Improve what recommendation {number + 1} is about.",
        responsible=("LA", "ICB"),
        parts=[RecommendationPart(id=f"R{number + 1}.1", text="All of it.")],
    )


def _inspection(start: date) -> Inspection:
    return Inspection(
        id="I1",
        kind=InspectionKind.FULL,
        framework="area_send_2023",
        report_received=(start - timedelta(weeks=8)).isoformat(),
        published=(start - timedelta(weeks=6)).isoformat(),
        outcome=Outcome.WIDESPREAD_FAILINGS,
    )


def _window(start: date, expected: int) -> Window:
    def end(number: int) -> WindowEnd:
        return WindowEnd(day=ENGLAND.add(start, number), reason="invented")

    return Window(
        id="monitoring",
        name="Monitoring inspection",
        scope="monitoring",
        earliest=end(expected - 30),
        expected=end(expected),
        latest=end(expected + 60),
    )


def _uncertainties(work: Sequence[Work]) -> Iterator[Uncertainty]:
    for number, each in enumerate(work):
        if each.spread is not None:
            spread = Distribution(
                low=round(each.days * 0.8), likely=each.days, high=round(each.days * each.spread)
            )
            yield Uncertainty(of=_name(number), spread=spread)


def _approval(rng: random.Random, count: int) -> Approval:
    again = Distribution(low=20, likely=30, high=60)
    return Approval(of=_name(rng.randrange(count)), probability=0.8, otherwise=again)


def _risk(rng: random.Random, number: int, count: int) -> Risk:
    return Risk(
        id=f"RISK{number}",
        title=f"Risk {number} comes true",
        probability=0.2,
        delay=Distribution(low=10, likely=20, high=60),
        affects=[_name(each) for each in sorted(rng.sample(range(count), 4))],
    )


def every_plan(areas: int = AREAS, versions: int = VERSIONS) -> Iterator[tuple[int, int]]:
    """Yield the number of each area with each version, area by area."""
    for area in range(1, areas + 1):
        yield from ((area, version) for version in range(1, versions + 1))


def main() -> None:
    """Write plans into a folder, one folder for each area and one file for each version."""
    parser = argparse.ArgumentParser(description="Write invented plans.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--areas", type=int, default=AREAS)
    parser.add_argument("--versions", type=int, default=VERSIONS)
    parser.add_argument("--actions", type=int, help="how many in each; drawn when not given")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    for area, version in every_plan(asked.areas, asked.versions):
        path = asked.folder / f"{area:03}" / f"{version}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        plan = synthetic_plan(area, version, actions=asked.actions, seed=asked.seed)
        dump_plan(plan, path, force=True)
    print(f"wrote {asked.areas * asked.versions} plans below {asked.folder}")


if __name__ == "__main__":
    main()
