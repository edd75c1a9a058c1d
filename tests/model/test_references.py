"""A plan whose parts contradict one another is refused, naming every contradiction and place."""

from typing import Any

import pytest

from send_framework import (
    Action,
    Agency,
    AgencyKind,
    Assumption,
    Baseline,
    BaselineEntry,
    Closure,
    Commitment,
    CommitmentKind,
    Dependency,
    Event,
    Inspection,
    InspectionKind,
    LocalAreaPartnership,
    Measure,
    Meeting,
    Milestone,
    Plan,
    Recommendation,
    RecommendationKind,
    RecommendationPart,
    ReviewCycle,
    Source,
    Unit,
    Window,
    WindowEnd,
    WorkingCalendar,
)
from send_framework.errors import InvalidPlanError, UnknownActivityError
from send_framework.model.references import contradictions
from send_framework.model.rule_override import RuleOverride
from tests.model.examples import DAY

PRIORITY = RecommendationKind.PRIORITY_ACTION
END = WindowEnd(day=DAY, reason="a forecast")


def agency(name: str, **more: Any) -> Agency:  # noqa: ANN401 - any field
    """Return a council of this id."""
    return Agency(id=name, name="A council", kind=AgencyKind.LOCAL_AUTHORITY, **more)


def action(name: str, **more: Any) -> Action:  # noqa: ANN401 - any field
    """Return an action of this id."""
    return Action(id=name, title="Do it", **more)


def calendar(name: str) -> WorkingCalendar:
    """Return a calendar of this id."""
    return WorkingCalendar(id=name, closures=(Closure(name="closed", first=DAY, last=DAY),))


def inspection(name: str) -> Inspection:
    """Return an inspection of this id."""
    return Inspection(id=name, kind=InspectionKind.FULL, framework="area_send_2023")


def override() -> RuleOverride:
    """Return what one letter said of a rule."""
    return RuleOverride(
        framework="area_send_2023",
        rule="priority-action-plan-submitted",
        says="Within 30 working days.",
        amount=30,
        unit=Unit.WORKING_DAYS,
        sources=[Source(key="letter", title="Letter")],
    )


def problems(**parts: Any) -> list[tuple[tuple[str | int, ...], str]]:  # noqa: ANN401 - any field
    """Return the paths and sentences of everything that a plan of these parts contradicts."""
    with pytest.raises(InvalidPlanError) as caught:
        Plan(title="A plan", **parts)
    return [(each.path, str(each)) for each in caught.value.problems]


REVIEW = ReviewCycle(id="R1", title="Board", planned=[Meeting(id="B1")], held=[Meeting(id="B1")])
RECOMMENDED = Recommendation(
    id="PA1",
    kind=PRIORITY,
    text="Plan.",
    parts=[RecommendationPart(id="PA2", text="Govern.")],
)

TWICE: list[tuple[dict[str, Any], tuple[str | int, ...], str]] = [
    ({"actions": [action("S01"), action("S01")]}, ("actions", 1, "id"), "taken by Action S01"),
    (
        {"actions": [action("S01")], "milestones": [Milestone(id="S01", title="Board")]},
        ("milestones", 0, "id"),
        "taken by Action S01",
    ),
    (
        {
            "events": [Event(id="E1", title="Approval")],
            "commitments": [Commitment(id="E1", title="Grant", kind=CommitmentKind.FUNDING)],
        },
        ("events", 0, "id"),
        "taken by Commitment E1",
    ),
    ({"reviews": [REVIEW]}, ("reviews", 0, "held", 0, "id"), "taken by Meeting B1"),
    (
        {"recommendations": [RECOMMENDED, Recommendation(id="PA2", kind=PRIORITY, text="x")]},
        ("recommendations", 1, "id"),
        "taken by RecommendationPart PA2",
    ),
    ({"agencies": [agency("A"), agency("A")]}, ("agencies", 1, "id"), "taken by Agency A"),
    ({"calendars": [calendar("c"), calendar("c")]}, ("calendars", 1, "id"), "taken by"),
    ({"inspections": [inspection("I"), inspection("I")]}, ("inspections", 1, "id"), "taken by"),
    (
        {"reviews": [ReviewCycle(id="R", title="x"), ReviewCycle(id="R", title="x")]},
        ("reviews", 1, "id"),
        "taken by ReviewCycle R",
    ),
    (
        {"measures": [Measure(id="M", title="x", unit="%"), Measure(id="M", title="x", unit="%")]},
        ("measures", 1, "id"),
        "taken by Measure M",
    ),
    (
        {"windows": [Window(id="w", name="x", expected=END), Window(id="w", name="x", latest=END)]},
        ("windows", 1, "id"),
        "taken by Window w",
    ),
    (
        {"baselines": [Baseline(id="V1", title="x"), Baseline(id="V1", title="x")]},
        ("baselines", 1, "id"),
        "taken by Baseline V1",
    ),
    (
        {"assumptions": [Assumption(id="X", reason="x"), Assumption(id="X", reason="x")]},
        ("assumptions", 1, "id"),
        "taken by Assumption X",
    ),
    (
        {"register": [Source(key="k", title="x"), Source(key="k", title="y")]},
        ("register", 1, "key"),
        "taken by Source k",
    ),
    (
        {"rule_overrides": [override(), override()]},
        ("rule_overrides", 1),
        "another override says what this rule is from then on",
    ),
]


@pytest.mark.parametrize(("parts", "path", "words"), TWICE)
def test_an_id_stands_for_one_thing(
    parts: dict[str, Any], path: tuple[str | int, ...], words: str
) -> None:
    """Whatever links may name shares one space of ids; other things have their own."""
    ((found, sentence),) = problems(**parts)
    assert found == path
    assert words in sentence


def test_different_spaces_may_use_the_same_id() -> None:
    """A measure and an action may both be called 1.2, as plans print them."""
    plan = Plan(
        title="A plan",
        actions=[action("1.2")],
        measures=[Measure(id="1.2", title="Waits", unit="days")],
        agencies=[agency("1.2")],
    )
    assert contradictions(plan) == ()


NOTHING: list[tuple[dict[str, Any], tuple[str | int, ...], str]] = [
    (
        {"actions": [action("S01", accountable=["A", "SC"])], "agencies": [agency("A")]},
        ("actions", 0, "accountable", 1),
        "no agency has that id",
    ),
    ({"actions": [action("S01", lead="X")]}, ("actions", 0, "lead"), "no agency has that id"),
    ({"actions": [action("S01", contributors="X")]}, ("actions", 0, "contributors", 0), "agency"),
    ({"actions": [action("S01", answers="PA1")]}, ("actions", 0, "answers", 0), "or part"),
    ({"actions": [action("S01", calendar="term")]}, ("actions", 0, "calendar"), "Known: england"),
    ({"actions": [action("S01", measures="M1")]}, ("actions", 0, "measures", 0), "no measure"),
    (
        {"actions": [action("S01", after=["S02"])]},
        ("actions", 0, "after", 0, "id"),
        "after is 'S02', but no action, milestone, commitment, event or meeting has that id",
    ),
    (
        {"actions": [action("S01"), action("S02", after=["S01", "SO1"])]},
        ("actions", 1, "after", 1, "id"),
        "Did you mean 'S01'?",
    ),
    (
        {"actions": [action("S01", after=["S01"])]},
        ("actions", 0, "after", 0),
        "it cannot wait for itself",
    ),
    (
        {"actions": [action("S01"),
                     action("S02", after=[Dependency(id="S01", lag_calendar="term")])]},
        ("actions", 1, "after", 0, "lag_calendar"),
        "no calendar has that id",
    ),
    (
        {"milestones": [Milestone(id="M1", title="Board", accountable="X")]},
        ("milestones", 0, "accountable", 0),
        "no agency",
    ),
    (
        {"commitments": [
            Commitment(id="F1", title="x", kind=CommitmentKind.CONTRACT, agencies="X")]},
        ("commitments", 0, "agencies", 0),
        "no agency",
    ),
    (
        {"events": [Event(id="E1", title="x", inspection="I1")]},
        ("events", 0, "inspection"),
        "no inspection has that id",
    ),
    (
        {"recommendations": [Recommendation(id="P", kind=PRIORITY, text="x", responsible="X")]},
        ("recommendations", 0, "responsible", 0),
        "no agency",
    ),
    ({"agencies": [agency("A", successors="B")]}, ("agencies", 0, "successors", 0), "no agency"),
    (
        {"reviews": [ReviewCycle(id="R", title="x", agencies="X")]},
        ("reviews", 0, "agencies", 0),
        "no agency",
    ),
    (
        {"windows": [Window(id="w", name="x", expected=END, scope="M9")]},
        ("windows", 0, "scope"),
        "Known: monitoring, reinspection",
    ),
    ({"calendar": "term"}, ("calendar",), "no calendar has that id"),
    ({"answers_inspection": "I1"}, ("answers_inspection",), "no inspection has that id"),
    (
        {"partnership": LocalAreaPartnership(name="x", area="x", local_authority="A")},
        ("partnership", "local_authority"),
        "no agency",
    ),
    (
        {
            "agencies": [agency("A")],
            "partnership": LocalAreaPartnership(
                name="x", area="x", local_authority="A", boards="B"
            ),
        },
        ("partnership", "boards", 0),
        "no agency has that id",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("parts", "path", "words"), NOTHING)
def test_a_reference_names_something(
    parts: dict[str, Any], path: tuple[str | int, ...], words: str
) -> None:
    """The path leads to the very place, the sentence to what could be meant."""
    ((found, sentence),) = problems(**parts)
    assert found == path
    assert words in sentence


@pytest.mark.parametrize(
    "fact", ["S02", "S09 duration", "S02 title", "S02 after S09", "S02  duration", "duration"]
)
def test_an_assumption_fills_a_field_or_a_link_of_this_plan(fact: str) -> None:
    """Anything else would mark nothing as assumed, and nobody would notice."""
    work = [action("S01"), action("S02", after="S01")]
    assumed = Assumption(id="X1", reason="not published", fills=["S02 duration", fact])
    ((path, sentence),) = problems(actions=work, assumptions=[assumed])
    assert path == ("assumptions", 0, "fills", 1)
    assert f"fills is {fact!r}, but 'S01 duration' or 'S02 after S01' is expected" in sentence


def test_an_assumption_is_found_by_what_it_fills() -> None:
    """A link is one fact, whatever its type and lag."""
    work = [action("S01"), action("S02", after="S01")]
    assumed = Assumption(id="X1", reason="not published", fills=["S02 after S01", "S01 duration"])
    plan = Plan(title="A plan", actions=work, assumptions=[assumed])
    assert plan.assumed("S02 after S01") == assumed
    assert plan.assumed("S02 duration") is None


def test_every_contradiction_is_named_at_once() -> None:
    """Ids used twice, bodies unknown, links to nothing: one error holds them all."""
    found = problems(
        actions=[
            action("S01", accountable="X", after=["S09"]),
            action("S01", calendar="term"),
        ],
        agencies=[agency("A", successors=["B"])],
        assumptions=[Assumption(id="X1", reason="x", fills=["S09 duration"])],
        calendar="term",
    )
    assert [path for path, _ in found] == [
        ("actions", 1, "id"),
        ("actions", 0, "accountable", 0),
        ("actions", 0, "after", 0, "id"),
        ("actions", 1, "calendar"),
        ("agencies", 0, "successors", 0),
        ("calendar",),
        ("assumptions", 0, "fills", 0),
    ]


def test_a_baseline_may_remember_work_that_is_gone() -> None:
    """Earlier promises stand, whatever became of the action."""
    entry = BaselineEntry(id="S99", finish=DAY)
    plan = Plan(title="A plan", baselines=[Baseline(id="V1", title="x", entries=[entry])])
    assert plan.baselines[0].entries == (entry,)


def test_whatever_links_may_name_is_found_by_its_id() -> None:
    """Meetings and money as well as actions; a near name is offered for a wrong one."""
    money = Commitment(id="F1", title="Grant", kind=CommitmentKind.FUNDING)
    meetings = ReviewCycle(id="R1", title="Board", planned=[Meeting(id="B1")])
    plan = Plan(
        title="A plan",
        actions=[action("S01", after=["F1", "B1", "M1", "E1"])],
        milestones=[Milestone(id="M1", title="Opening")],
        commitments=[money],
        events=[Event(id="E1", title="Approval")],
        reviews=[meetings],
    )
    assert [each.id for each in plan.activities()] == ["S01", "M1", "F1", "E1", "B1"]
    assert [each.id for each in plan.work()] == ["S01", "M1"]
    assert plan.activity("B1") == meetings.planned[0]
    with pytest.raises(UnknownActivityError, match="Did you mean 'S01'"):
        plan.activity("SO1")


def test_a_plan_finds_its_calendars() -> None:
    """Its own without a name, England's where it defines no other."""
    plan = Plan(title="A plan", calendars=[calendar("term")], calendar="term")
    assert plan.working_calendar() == plan.working_calendar("term") == calendar("term")
    assert plan.working_calendar("england").id == "england"
