"""What a press article of May 2024 said about Suffolk, beside what the sources say.

Run it: python examples/suffolk/article_against_sources.py
"""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from textwrap import fill

from send_framework import Claim, Fact, Plan, Recommendation, RecommendationPart
from send_framework.dates import day_words
from send_framework.formats.documents import load_plan

ARTICLE, ARTICLE_NUMBER = "article", 24337957
# The publisher numbers its articles in order; of these the day is known, or about.
NUMBERED = {
    24101495: date(2024, 2, 6),
    24361746: date(2024, 6, 4),
    24458677: date(2024, 7, 18),
}


def published_about(later: int) -> date:
    """Return the article's day, interpolated between the first numbered article and a later one."""
    first = min(NUMBERED)
    share = (ARTICLE_NUMBER - first) / (later - first)
    return NUMBERED[first] + share * (NUMBERED[later] - NUMBERED[first])


def next_tuesday(day: date) -> date:
    """Return the Tuesday of the week after a day."""
    return day + timedelta(days=8 - day.weekday())


def said_by_article(plan: Plan) -> Iterator[tuple[str, str, Claim]]:
    """Yield each claim of the article: the fact's id, what the sources say, and the claim."""
    told: list[tuple[str, str, Fact]] = [
        *((each.id, each.text, each) for each in plan.recommendations),
        *((each.id, each.note, each) for each in plan.inspections),
        *((each.id, each.title, each) for each in plan.events),
        *((each.id, each.title, each) for each in plan.actions),
    ]
    for name, sources_say, fact in told:
        for claim in fact.claims:
            if any(source.key == ARTICLE for source in claim.sources):
                yield name, sources_say, claim


def main() -> None:
    """Print the comparison."""
    plan = load_plan(Path(__file__).with_name("plan-2026-01.yaml"))
    print("When was it written? Its number lies where these days would be:")
    for later in sorted(NUMBERED)[1:]:
        day = published_about(later)
        board = day_words(next_tuesday(day))
        print(f"  {day_words(day)} (up to article {later}); 'Tuesday next week' is {board}")
    print("\nWhere it and the sources differ:")
    for name, sources_say, claim in said_by_article(plan):
        print(f"  {name} ({claim.about})\n    article: {claim.says}")
        print(
            fill(f"sources: {sources_say}", 80, initial_indent=" " * 4, subsequent_indent=" " * 6)
        )
    print("\nWhere it follows the inspection report:")
    asked: list[Recommendation | RecommendationPart] = []
    for whole in plan.recommendations:
        asked += (whole, *whole.parts)
    for each in asked:
        if any(source.key == ARTICLE for source in each.sources):
            print(f"  {each.id}: {each.note}")
    print("\nThree sums that must not be merged:")
    for wanted in ("F-MH-44", "F-STAFF", "F-ADHD-33"):
        money = next(each for each in plan.commitments if each.id == wanted)
        more = "more than " if money.at_least else ""
        by, keys = ", ".join(money.agencies), ", ".join(each.key for each in money.sources)
        print(f"  {wanted}: {more}{money.amount:,} pounds, {by} ({keys})\n    {money.title}")
    print("\nJune 2025 was a forecast:")
    first = next(each for each in plan.windows if each.id == "monitoring").earliest
    held = next(each for each in plan.inspections if each.id == "IM").was_held
    print(f"  {first.reason if first else 'none'}; known to have been held: {held}")


if __name__ == "__main__":
    main()
