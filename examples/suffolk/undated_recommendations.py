"""Which of Suffolk's recommendations have no action with a date, at both dates.

Run it: python examples/suffolk/undated_recommendations.py
"""

from collections.abc import Iterator
from pathlib import Path

from send_framework import Action, Plan
from send_framework.formats.documents import load_plan

DATES = (
    "planned_start", "due", "forecast_start", "forecast_finish", "actual_start", "actual_finish",
)  # fmt: skip


def is_dated(action: Action) -> bool:
    """Say whether any date of an action can be placed: "ongoing" by itself cannot."""
    said = (getattr(action, name) for name in DATES)
    return any(each is not None and (each.earliest() or each.latest()) for each in said)


def without_dated_action(plan: Plan) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield recommendations, and parts of them, with the undated actions they have."""
    for each in plan.recommendations:
        for wanted in [part.id for part in each.parts] or [each.id]:
            answers = [action for action in plan.actions if wanted in action.answers]
            if not any(is_dated(action) for action in answers):
                yield wanted, tuple(action.id for action in answers)


def main() -> None:
    """Print them for both versions of the plan."""
    for file in sorted(Path(__file__).parent.glob("plan-*.yaml")):
        plan = load_plan(file)
        print(f"{plan.data_date}: no dated action for")
        for wanted, answers in without_dated_action(plan):
            print(f"  {wanted}: {', '.join(answers) + ' has no date' if answers else 'no action'}")


if __name__ == "__main__":
    main()
