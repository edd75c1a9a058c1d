"""How long things took elsewhere, beside the rules they illustrate: reference and rules meet."""

from collections.abc import Iterator
from datetime import date

from send_framework.model.inspection import Outcome
from send_framework.model.spread import ObservedSpread, Quantile
from send_framework.model.window import Unit
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
