"""How long things took elsewhere, beside rules and plans: reference and plans meet here."""

from collections.abc import Iterator
from datetime import date, timedelta

from attrs import frozen

from send_framework.cli.wording import listed
from send_framework.dates import day_words
from send_framework.errors import NetworkError
from send_framework.model.inspection import Outcome
from send_framework.model.plan import Plan
from send_framework.model.spread import ObservedSpread, Quantile
from send_framework.model.window import Unit, Window
from send_framework.network.target import MONITORING
from send_framework.reference import (
    Spread,
    Waits,
    monitoring_waits,
    publication_times,
    reinspection_waits,
)

_SHARES = {"least": 0.0, "lower": 0.25, "median": 0.5, "upper": 0.75, "most": 1.0}
_FRAMEWORK = "area_send_2023"
_REINSPECTIONS = ("full-reinspection", "full-reinspection-positive")


def observed_spreads(on: date) -> tuple[ObservedSpread, ...]:
    """Return how long reports and returning inspections took in England, by rule.

    Args:
        on: The day whose close limits what is known.
    """
    return (
        *_publication(on),
        *_waits("monitoring-inspection", monitoring_waits(as_of=on)),
        *(each for key in _REINSPECTIONS for each in _waits(key, reinspection_waits(as_of=on))),
    )


def _publication(on: date) -> Iterator[ObservedSpread]:
    outcomes = {each.value: each for each in Outcome}
    for time in publication_times(as_of=on):
        yield _spread(
            "report-published",
            "end of fieldwork to publication",
            time.working_days,
            Unit.WORKING_DAYS,
            outcome=outcomes.get(time.of),
            year=int(time.of) if time.of.isdecimal() else None,
        )


def _waits(rule: str, waits: Waits) -> Iterator[ObservedSpread]:
    """Yield the spread of waits, each as long as it can have been."""
    if waits.most is not None:
        without = len(waits.none_found)
        missing = f"{without} more areas without a known case" if without else ""
        title = f"{waits.since} to {waits.what}"
        yield _spread(rule, title, waits.most, Unit.CALENDAR_DAYS, population=missing)


def _spread(  # noqa: PLR0913 - a fact in one call, each part by its name
    rule: str, title: str, found: Spread, unit: Unit, *, outcome: Outcome | None = None,
    year: int | None = None, population: str = "",
) -> ObservedSpread:  # fmt: skip
    shares = _SHARES if found.n > 1 else {"median": 0.5}
    quantiles = [
        Quantile(share=share, value=getattr(found, name)) for name, share in shares.items()
    ]
    return ObservedSpread(
        rule=rule,
        framework=_FRAMEWORK,
        title=title,
        unit=unit,
        n=found.n,
        quantiles=quantiles,
        outcome=outcome,
        year=year,
        population=population,
    )


@frozen(kw_only=True)
class Seen:
    """When inspectors would come if it took as long as elsewhere.

    Attributes:
        days: The days, each as likely.
        words: Whose waits these are, in a sentence; empty where none was asked for.
    """

    days: tuple[date, ...] = ()
    words: str = ""


def observed_visits(plan: Plan, target: Window | None, on: date) -> Seen:
    """Return the days on which inspectors would come after the waits seen in other areas.

    Of a wait of which only the month is known both ends count, and of the others the one day
    twice: so every area weighs the same.

    Args:
        plan: The plan, with the inspection it answers.
        target: What it is to be ready for.
        on: The data date: waits that ended later are not known, and days up to it have passed.

    Raises:
        NetworkError: There is nothing to count from, or no wait that would end later.
    """
    if target is None or target.scope != MONITORING:
        asked = f"the target is: {target.name}" if target else "no inspection is asked about"
        message = f"--observed knows waits for a monitoring inspection only, but {asked}"
        raise NetworkError(message)
    answered = plan.inspection_answered()
    published = answered.published.latest() if answered and answered.published else None
    if published is None:
        message = "--observed counts from the report's publication, and the plan gives no day"
        raise NetworkError(message)
    waits = monitoring_waits(as_of=on).waits
    days = [published + timedelta(days=days) for each in waits for days in (each.least, each.most)]
    if not any(day > on for day in days):
        message = (
            f"--observed finds no day ahead: of the waits seen by {day_words(on)} none, counted "
            "from this plan's report, would end later"
        )
        raise NetworkError(message)
    areas = listed(tuple(each.area.name for each in waits))
    words = (
        f"As long after the report as in {areas}; of a wait known by its month alone both ends "
        "count."
    )
    return Seen(days=tuple(days), words=words)
