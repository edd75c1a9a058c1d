"""Plans that pages are made of: real, empty, broken, hostile, large."""

from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

from send_framework import (
    Action,
    Agency,
    AgencyKind,
    Dependency,
    DependencyType,
    Inspection,
    InspectionKind,
    Measure,
    Observation,
    Outcome,
    Plan,
    Recommendation,
    RecommendationKind,
    Source,
    Target,
    Window,
    WindowEnd,
)
from send_framework.formats.documents import load_plan
from send_framework.formats.html import PageFacts, facts_of, page_of
from send_framework.frameworks import target_window
from send_framework.network.changes.comparing import compare
from send_framework.network.schedule import schedule

EXAMPLES = Path(__file__).parents[3] / "examples" / "suffolk"
ON, START = date(2024, 5, 31), date(2024, 6, 3)
HOSTILE = (
    "</script><script>alert(1)</script>\"'><img src=x onerror=alert(2)> "
    "\u202eevil\u202c {{ 7*7 }} \U0001f600"
)
"""What a page must show as text and never obey."""


@cache
def suffolk(version: str) -> Plan:
    """Return one of the two versions of Suffolk's plan."""
    return load_plan(EXAMPLES / f"plan-{version}.yaml")


def facts(plan: Plan) -> PageFacts:
    """Return what a page tells of a plan, against its next inspection."""
    on = plan.data_date or ON
    return facts_of(plan, schedule(plan, target=target_window(plan, on), on=on))


def compared() -> PageFacts:
    """Return what a page tells of Suffolk's later plan, with what changed since the earlier."""
    old, new = suffolk("2024-05"), suffolk("2026-01")
    targets = [target_window(each, each.data_date or ON) for each in (old, new)]
    found = compare(old, new, old_target=targets[0], new_target=targets[1])
    return facts_of(new, found.new, comparison=found)


def empty() -> Plan:
    """Return a plan that says nothing."""
    return Plan(title="An empty plan")


def undated() -> Plan:
    """Return a plan of work without a date, a length or a link."""
    work = [Action(id="A", title="Agree"), Action(id="B", title="Build")]
    return Plan(title="Nothing dated", start=START, data_date=ON, actions=work)


def single() -> Plan:
    """Return a plan of one action."""
    work = [Action(id="A", title="Agree", duration=5)]
    return Plan(title="One action", start=START, data_date=ON, actions=work)


def looped() -> Plan:
    """Return a plan of work that waits for itself."""
    work = [
        Action(id="A", title="Agree", duration=5, after="B"),
        Action(id="B", title="Build", duration=5, after="A"),
        Action(id="C", title="Check", duration=5, after="B"),
    ]
    return Plan(title="A loop", start=START, data_date=ON, actions=work)


def hostile() -> Plan:
    """Return a plan in which every text tries to break out of the page."""
    words = HOSTILE + " long " * 2000
    source = Source(
        key="src", title=HOSTILE, publisher=HOSTILE, url="javascript:alert(1)", note=HOSTILE
    )
    return Plan(
        title=words,
        start=START,
        data_date=ON,
        note=HOSTILE,
        register=[source],
        agencies=[Agency(id="SCC", name=HOSTILE, kind=AgencyKind.LOCAL_AUTHORITY)],
        inspections=[
            Inspection(
                id="I1", kind=InspectionKind.FULL, framework="area_send_2023",
                report_received="2024-01-18", published="2024-01-30",
                outcome=Outcome.WIDESPREAD_FAILINGS,
            )
        ],
        recommendations=[
            Recommendation(
                id="PA1(a)", kind=RecommendationKind.PRIORITY_ACTION, text=words,
                responsible="SCC", addressed_to=HOSTILE,
            )
        ],
        actions=[
            Action(
                id="A/1", title=words, duration=5, answers="PA1(a)", accountable="SCC",
                lead_role=HOSTILE, note=HOSTILE, success_measures=[HOSTILE], sources=[source],
            ),
            Action(id="A.2", title="\u202e" + HOSTILE, due="2024-09-30", after="A/1"),
            Action(id="undated", title=HOSTILE, answers="PA1(a)"),
        ],
        measures=[
            Measure(
                id="M1", title=HOSTILE, unit=HOSTILE,
                targets=[Target(value=50, by="2025-09", label=HOSTILE)],
                observations=[Observation(value=4, period="2023", population=HOSTILE)],
            )
        ],
        windows=[
            Window(
                id="monitoring", name=HOSTILE, scope="monitoring", explanation=HOSTILE,
                expected=WindowEnd(day=date(2025, 7, 18), reason=HOSTILE),
            )
        ],
    )  # fmt: skip


def large(count: int = 300) -> Plan:
    """Return a plan of many actions in ten chains that lean on one another."""
    agencies = [
        Agency(id=f"G{n}", name=f"Body {n}", kind=AgencyKind.NHS_PROVIDER) for n in range(8)
    ]
    asked = [
        Recommendation(id=f"PA{n}", kind=RecommendationKind.PRIORITY_ACTION, text=f"Do part {n}.")
        for n in range(10)
    ]
    start_to_start = DependencyType.START_TO_START
    work = [
        Action(
            id=f"S{n:03}", title=f"Work {n} towards part {n % 10}", duration=3 + n % 7,
            answers=f"PA{n % 10}", accountable=f"G{n % 8}",
            after=[
                *([f"S{n - 10:03}"] if n >= 10 else []),
                *([Dependency(id=f"S{n - 3:03}", type=start_to_start, lag=2)] if n >= 3 else []),
            ],
        )
        for n in range(count)
    ]  # fmt: skip
    window = Window(
        id="monitoring", name="Monitoring inspection", scope="monitoring",
        expected=WindowEnd(day=date(2025, 7, 18), reason="a forecast"),
    )  # fmt: skip
    return Plan(
        title="A large plan", start=START, data_date=ON, agencies=agencies, recommendations=asked,
        actions=work, windows=[window],
    )  # fmt: skip


EVERY: dict[str, Callable[[], PageFacts]] = {
    "suffolk-2024": lambda: facts(suffolk("2024-05")),
    "suffolk-2026": lambda: facts(suffolk("2026-01")),
    "compared": compared,
    "empty": lambda: facts(empty()),
    "undated": lambda: facts(undated()),
    "single": lambda: facts(single()),
    "looped": lambda: facts(looped()),
    "hostile": lambda: facts(hostile()),
    "large": lambda: facts(large()),
}
"""What a page tells, by the name of its plan."""


@cache
def page(name: str) -> str:
    """Return a page, made once."""
    return page_of(EVERY[name]())
