"""How England's picture prints: outcomes, times, waits, and who is due next."""

from collections.abc import Iterator

from send_framework.cli.options import Delivery
from send_framework.cli.page import Page
from send_framework.cli.show_areas import OUTCOME_WORDS, occasion
from send_framework.cli.wording import counted, short_day
from send_framework.formats.england_parts import Asked, England
from send_framework.reference import (
    NextInspection,
    OutcomeShare,
    PublicationTime,
    PublishedInspection,
    Spread,
    Tally,
    Waits,
)

FIRST_DUE = 10
"""How many areas that are due next are named without ``--verbose``."""


def show_england(page: Page, asked: Asked, england: England, delivery: Delivery) -> None:
    """Print England's picture.

    Args:
        page: Where to print.
        asked: Which day.
        england: The picture.
        delivery: How much.
    """
    _outcomes(page, asked, england, delivery)
    _times(page, england)
    _waits(page, england.monitoring)
    _waits(page, england.reinspection)
    _due(page, england, delivery)
    if delivery.verbose:
        _every_inspection(page, england)


def _outcomes(page: Page, asked: Asked, england: England, delivery: Delivery) -> None:
    picture = england.picture
    inspected = counted(picture.overall.reports, "full inspection")
    page.heading(f"{inspected} in {picture.overall.areas} of {picture.overall.population} areas")
    if not delivery.quiet:
        page.line(occasion(asked), indent=2)
    rows = (picture.overall, *picture.regions, *picture.years)
    columns = ("of", "inspections", "areas", *OUTCOME_WORDS.values())
    page.table(columns, map(_counts, rows), right=columns[1:])
    if picture.undated:
        names = ", ".join(area.name for area in picture.undated)
        page.line(f"Not counted, as the day they were held is not known: {names}.", indent=2)
    _estimates(page, england)


def _counts(each: Tally) -> tuple[str, ...]:
    areas = str(each.areas) if each.population is None else f"{each.areas} of {each.population}"
    return (each.of, str(each.reports), areas, *map(_count, each.outcomes))


def _count(each: OutcomeShare) -> str:
    return str(each.reports) if each.share is None else f"{each.reports} ({each.share:.0%})"


def _estimates(page: Page, england: England) -> None:
    picture = england.picture
    sampled = [each for each in (picture.overall, *picture.regions) if each.is_sample]
    if not sampled:
        return
    page.heading("Share of areas, estimated for all of them (95 % interval)")
    page.table(("of", *OUTCOME_WORDS.values()), map(_intervals, sampled))
    page.line(picture.population_words, indent=2, style="dim")


def _intervals(each: Tally) -> tuple[str, ...]:
    pairs = (share.interval or (0.0, 1.0) for share in each.outcomes)
    return (each.of, *(f"{low:.0%} to {high:.0%}" for low, high in pairs))


def _times(page: Page, england: England) -> None:
    page.heading("Working days from the last day on site to publication")
    columns = ("of", "n", "least", "quartile", "median", "quartile ", "most")
    page.table(columns, map(_time, england.publication), right=columns[1:])


def _time(each: PublicationTime) -> tuple[str, ...]:
    return (each.of, *_numbers(each.working_days))


def _numbers(each: Spread) -> tuple[str, ...]:
    values = (each.least, each.lower, each.median, each.upper, each.most)
    return (str(each.n), *(f"{value:g}" for value in values))


def _waits(page: Page, waits: Waits) -> None:
    page.heading(f"Days from {waits.since} to the {waits.what}, first day on site")
    for each in waits.waits:
        days = _span(str(each.least), str(each.most))
        worked = ", day worked out" if each.inferred else ""
        page.line(f"{each.area.name}: {days}{worked}", indent=2)
    for line in _wait_lines(waits):
        page.line(line, indent=2)


def _span(first: str, last: str) -> str:
    """Return both ends, or the one where they are the same."""
    return first if first == last else f"{first} to {last}"


def _wait_lines(waits: Waits) -> Iterator[str]:
    least, most = waits.least, waits.most
    if least is None or most is None:
        yield "None was found."
    elif least.n > 1:
        pairs = ((least.lower, most.lower), (least.upper, most.upper), (least.median, most.median))
        lower, upper, median = (_span(f"{first:g}", f"{last:g}") for first, last in pairs)
        yield f"n = {least.n}: quartiles {lower} and {upper}, median {median}"
    if waits.none_found:
        none = counted(len(waits.none_found), "area")
        yield f"For {none} none was found, which does not say that there was none."


def _due(page: Page, england: England, delivery: Delivery) -> None:
    page.heading("Due next, by rule and as observed elsewhere")
    listed = england.due if delivery.verbose else england.due[:FIRST_DUE]
    columns = ("area", "what", "day", "observed")
    page.table(columns, map(_due_row, listed))
    if any(each.none_found for each in listed):
        page.line("With a question mark: it may have been held and not been found.", indent=2)
    left = len(england.due) - len(listed)
    if left:
        page.line(f"{counted(left, 'more area')}: --verbose", indent=2)
    none = counted(len(england.not_inspected), "area")
    names = ", ".join(area.name for area in england.not_inspected)
    page.line(f"Not yet inspected: {none}{f': {names}' if delivery.verbose else ''}.", indent=2)


def _due_row(each: NextInspection) -> tuple[str, ...]:
    seen = each.by_observation
    unsure = "?" if each.none_found else ""
    return (
        each.area.name,
        each.what + unsure,
        short_day(each.day),
        _span(short_day(seen.first), short_day(seen.last)) if seen else "",
    )


def _every_inspection(page: Page, england: England) -> None:
    page.heading("Every inspection counted")
    columns = ("area", "on site", "to", "published", "outcome", "confidence")
    page.table(columns, map(_inspection_row, england.inspections))


def _inspection_row(each: PublishedInspection) -> tuple[str, ...]:
    return (
        each.area.name,
        short_day(each.on_site_start),
        short_day(each.last_day),
        short_day(each.published),
        OUTCOME_WORDS[each.outcome],
        each.confidence.value if each.confidence else "",
    )
