"""Invented plans to draw, and how tests read a picture: as XML, never as text."""

from collections.abc import Sequence
from datetime import date, timedelta
from xml.etree import ElementTree as ET

from hypothesis import reject
from hypothesis import strategies as st
from markupsafe import Markup

from send_framework import (
    Action,
    Agency,
    AgencyKind,
    Commitment,
    CommitmentKind,
    Dependency,
    DependencyType,
    Direction,
    Event,
    EventKind,
    Inspection,
    InspectionKind,
    Measure,
    Milestone,
    Observation,
    ObservationKind,
    Outcome,
    Plan,
    Status,
    Target,
    Window,
    WindowEnd,
)
from send_framework.errors import SendFrameworkError
from send_framework.formats.html.facts import PageFacts, facts_of
from send_framework.network.changes.results import Comparison
from send_framework.network.risk.results import RiskResult
from send_framework.network.schedule import schedule
from tests.strategies import plans

NCC = Agency(id="NCC", name="Northshire County Council", kind=AgencyKind.LOCAL_AUTHORITY)
NICB = Agency(id="NICB", name="NHS Northshire", kind=AgencyKind.INTEGRATED_CARE_BOARD)
MONDAY = date(2024, 6, 3)
WINDOW = Window(
    id="monitoring",
    name="Monitoring inspection",
    scope="reinspection",
    earliest=WindowEnd(day=date(2024, 8, 19), reason="seen elsewhere"),
    expected=WindowEnd(day=date(2024, 9, 9), reason="planned for"),
    latest=WindowEnd(day=date(2024, 10, 7), reason="seen elsewhere"),
)

Element = ET.Element


def facts_for(
    plan: Plan, *, target: Window | None = None, risk: RiskResult | None = None,
    comparison: Comparison | None = None,
) -> PageFacts:  # fmt: skip
    """Return what a page tells of a plan at its data date."""
    answer = schedule(plan, on=plan.data_date or MONDAY, target=target)
    return facts_of(plan, answer, risk=risk, comparison=comparison)


@st.composite
def any_facts(draw: st.DrawFn) -> PageFacts:
    """Return what a page tells of any plan whose schedule stays within the known calendar."""
    plan = draw(plans())
    try:
        return facts_for(plan)
    except SendFrameworkError:
        reject()


def northshire() -> Plan:
    """Return a plan with everything that a Gantt chart has a sign for."""
    return Plan(
        title="Northshire",
        start=MONDAY,
        data_date=date(2024, 6, 14),
        agencies=[NCC, NICB],
        answers_inspection="I2024",
        inspections=[
            Inspection(
                id="I2024", kind=InspectionKind.FULL, framework="area_send_2023",
                report_received="2024-01-18", published="2024-01-30",
                outcome=Outcome.WIDESPREAD_FAILINGS,
            )
        ],
        events=[
            Event(id="E1", title="Budget agreed", kind=EventKind.OTHER, date="2023-02-15"),
            Event(id="E2", title="New director starts", date="2024-09"),
        ],
        actions=[
            Action(id="A", title="Agree the data", accountable="NCC", duration=10,
                   actual_start="2024-06-03", actual_finish="2024-06-14"),
            Action(id="B", title="Write the joint strategy with families and publish it",
                   accountable=["NCC", "NICB"], duration=20, after="A", percent_complete=40,
                   actual_start="2024-06-10", due="2024-08-01"),
            Action(id="C", title="Gather views", accountable="NICB", after="A",
                   planned_start="2024-06-20"),
            Action(id="D", title="Train staff", accountable="NCC", duration=30,
                   after=[Dependency(id="B"), Dependency(id="G"),
                          Dependency(id="C", type=DependencyType.FINISH_TO_FINISH)]),
            Action(id="E", title="Keep meeting", accountable="NICB", due="ongoing",
                   planned_start="2024-06-03"),
            Action(id="F", title="Nobody knows when"),
            Action(id="H", title="Old work", accountable="NCC", actual_start="2023-01-09",
                   actual_finish="2023-03-10"),
        ],
        milestones=[Milestone(id="M", title="Board confirms", accountable="NICB", after="D")],
        commitments=[
            Commitment(id="G", title="Money for training", kind=CommitmentKind.FUNDING,
                       agencies="NCC", actual="2024-06-05")
        ],
        measures=[
            Measure(
                id="M1", title="New plans issued in 20 weeks", unit="%", better=Direction.UP,
                targets=[Target(value=49.1, by="2025-09"), Target(value=60, by="2026-03")],
                observations=[
                    Observation(value=3.8, period="2023-11", is_baseline=True),
                    Observation(value=20, period="2024-05", kind=ObservationKind.CLAIMED),
                    Observation(value=50.3, period="2023", population="England"),
                    Observation(value=30, period="2024-06"),
                ],
            ),
            Measure(id="M2", title="Reserve", unit="million pounds",
                    observations=[Observation(value=-27.7, period="2023-03-31"),
                                  Observation(value=-54.1, period="2024-03-31")]),
            Measure(id="M3", title="Complaints", unit="a year",
                    observations=[Observation(value=500)]),
            Measure(id="M4", title="Exclusions", unit="a year"),
        ],
        windows=[WINDOW],
    )  # fmt: skip


def circle() -> Plan:
    """Return a plan whose work waits for itself."""
    return Plan(title="A circle", start=MONDAY, data_date=MONDAY, actions=[
        Action(id="A", title="First", duration=5, after="B"),
        Action(id="B", title="Second", duration=5, after="A"),
        Action(id="C", title="Third", duration=5, after="B"),
    ])  # fmt: skip


def chain(length: int) -> Plan:
    """Return a plan of many actions, each after the one before it and the one before that."""
    actions = [
        Action(
            id=f"A{place}", title=f"Step {place}", duration=5,
            accountable="NICB" if place % 2 else "NCC",
            after=[f"A{one}" for one in (place - 2, place - 1) if one >= 0],
        )
        for place in range(length)
    ]  # fmt: skip
    return Plan(title="Many", start=MONDAY, data_date=MONDAY, agencies=[NCC, NICB],
                actions=actions)  # fmt: skip


def single(action: Action) -> Plan:
    """Return a plan of one action."""
    return Plan(title="One", start=MONDAY, data_date=MONDAY, actions=[action])


def cancelled() -> Plan:
    """Return a plan whose only work will not be done."""
    return single(Action(id="A", title="Dropped", duration=5, status=Status.CANCELLED))


def passed_on() -> Plan:
    """Return a plan whose dropped work hands on what it waited for: A, then X, then B."""
    actions = [
        Action(id="A", title="Begin", duration=5),
        Action(id="X", title="Dropped", duration=5, after="A", status=Status.CANCELLED),
        Action(id="B", title="End", duration=5, after="X"),
        Action(id="C", title="Close", duration=5, after="B"),
    ]
    return Plan(title="Passed on", start=MONDAY, data_date=MONDAY, actions=actions)


def tree(svg: Markup) -> Element:
    """Return a drawing as XML; names that only HTML knows are no part of one."""
    return ET.fromstring(f"<body>{svg}</body>")  # noqa: S314 - our own drawing


def with_look(svg: Markup, look: str) -> list[Element]:
    """Return the elements of a class, in drawing order."""
    return [each for each in tree(svg).iter() if look in each.get("class", "").split()]


def row_of(svg: Markup, wanted: str, look: str = "p-row") -> Element:
    """Return what is drawn of one activity."""
    [found] = [each for each in with_look(svg, look) if each.get("data-id") == wanted]
    return found


def parts(row: Element, look: str) -> list[Element]:
    """Return the elements of a class within what is drawn of one activity."""
    return [each for each in row.iter() if look in each.get("class", "").split()]


def texts(svg: Markup) -> list[str]:
    """Return every text drawn, without the titles of shortened ones."""
    return ["".join(_said(each)) for each in tree(svg).iter("text")]


def _said(each: Element) -> list[str]:
    own = [each.text or ""]
    for child in each:
        own += [] if child.tag == "title" else ["".join(child.itertext())]
        own.append(child.tail or "")
    return own


def number_of(each: Element, name: str) -> float:
    """Return a length of an element."""
    return float(each.get(name, "nan"))


def days_from(first: date, count: int) -> Sequence[date]:
    """Return days one after another."""
    return [first + timedelta(days=place) for place in range(count)]


def box_of(node: Element) -> tuple[float, float, float, float]:
    """Return the edges of a node's box: left, top, right, bottom."""
    box = next(each for each in node.iter("rect"))
    left, top = number_of(box, "x"), number_of(box, "y")
    return left, top, left + number_of(box, "width"), top + number_of(box, "height")
