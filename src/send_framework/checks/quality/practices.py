"""The ten best practices: how much of each a program can answer, and which counts speak to it."""

from attrs import frozen

from send_framework.checks.quality.results import Answering


@frozen(kw_only=True)
class PracticeDefinition:
    """One of the ten practices.

    Attributes:
        number: 1 to 10.
        key: Stable short name.
        name: Its name.
        answering: How much of it a program can answer.
        points: Keys of the points that speak to it.
        logic: Keys of the further counts that do.
        people: What stays with people.
    """

    number: int
    key: str
    name: str
    answering: Answering
    points: tuple[str, ...] = ()
    logic: tuple[str, ...] = ()
    people: str


PRACTICES = (
    PracticeDefinition(
        number=1,
        key="all-activities",
        name="Capturing all activities",
        answering=Answering.PARTLY,
        logic=("without-place",),
        people="Whether the list of work is complete.",
    ),
    PracticeDefinition(
        number=2,
        key="sequencing",
        name="Sequencing all activities",
        answering=Answering.COMPUTED,
        points=("missing-logic", "leads", "lags", "link-types", "hard-constraints"),
        logic=(
            "loops",
            "dangling-starts",
            "dangling-finishes",
            "only-overlapping",
            "start-to-finish",
            "long-lags",
            "duplicate-links",
            "redundant-links",
        ),
        people="Whether each link is true.",
    ),
    PracticeDefinition(
        number=3,
        key="resources",
        name="Assigning resources to activities",
        answering=Answering.PARTLY,
        points=("resources",),
        people="Whether the people named have the time.",
    ),
    PracticeDefinition(
        number=4,
        key="durations",
        name="Establishing the durations of activities",
        answering=Answering.PARTLY,
        points=("high-duration",),
        logic=("zero-length", "assumed-lengths"),
        people="Whether the lengths are honest.",
    ),
    PracticeDefinition(
        number=5,
        key="traceability",
        name="Tracing the schedule across bodies and up to what was asked for",
        answering=Answering.COMPUTED,
        points=("missing-logic",),
        people="Whether each body knows what the others wait for.",
    ),
    PracticeDefinition(
        number=6,
        key="critical-path",
        name="Confirming that the critical path is valid",
        answering=Answering.COMPUTED,
        points=("critical-path-test", "path-length-index", "hard-constraints"),
        logic=("loops", "assumed-links"),
        people="Whether the path is the one that those who do the work expect.",
    ),
    PracticeDefinition(
        number=7,
        key="float",
        name="Ensuring reasonable total float",
        answering=Answering.COMPUTED,
        points=("high-float", "negative-float"),
        logic=("no-later-dates",),
        people="How much room each piece of work should have.",
    ),
    PracticeDefinition(
        number=8,
        key="risk-analysis",
        name="Conducting a schedule risk analysis",
        answering=Answering.COMPUTED,
        people="Which spreads and risks to state, and what to do about them.",
    ),
    PracticeDefinition(
        number=9,
        key="updating",
        name="Updating the schedule with actual progress and logic",
        answering=Answering.COMPUTED,
        points=("invalid-dates",),
        logic=("out-of-sequence",),
        people="Whether the reports are true.",
    ),
    PracticeDefinition(
        number=10,
        key="baseline",
        name="Maintaining a baseline schedule",
        answering=Answering.COMPUTED,
        points=("missed", "execution-index"),
        people="Who may change a promise, and who is told.",
    ),
)


def practices_table() -> str:
    """Return the Markdown table of the ten practices, as the reference page prints it."""
    head = (
        "| No. | Practice | Answered | What speaks to it | Stays with people |",
        "| --- | --- | --- | --- | --- |",
    )
    rows = (
        f"| {each.number} | **{each.name}** (`{each.key}`) | {each.answering.value} "
        f"| {_keys(each)} | {each.people} |"
        for each in PRACTICES
    )
    return "\n".join((*head, *rows)) + "\n"


def _keys(each: PracticeDefinition) -> str:
    return ", ".join(f"`{key}`" for key in (*each.points, *each.logic)) or "the plan itself"
