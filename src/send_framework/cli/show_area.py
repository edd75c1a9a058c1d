"""How everything known of one area prints: bodies, inspections, what is due, and the sources."""

from collections.abc import Iterator

from send_framework.cli.options import Delivery
from send_framework.cli.page import Page
from send_framework.cli.show_areas import OUTCOME_WORDS, occasion
from send_framework.cli.show_deadlines import days_of
from send_framework.cli.wording import counted, day_or_unknown, doubt, short_day
from send_framework.dates import day_words
from send_framework.formats.england_parts import Asked, WholeArea
from send_framework.model.inspection import InspectionKind
from send_framework.model.source import Confidence, Fact, Source
from send_framework.reference import (
    FollowUp,
    LocalArea,
    NextInspection,
    PublishedInspection,
    ServedArea,
    Succession,
    local_area,
)

VISITS = {InspectionKind.MONITORING: "Monitoring inspection", InspectionKind.REVISIT: "Re-visit"}


def show_area(page: Page, asked: Asked, whole: WholeArea, delivery: Delivery) -> None:
    """Print an area.

    Args:
        page: Where to print.
        asked: Which day.
        whole: The area.
        delivery: How much.
    """
    area = whole.known.area
    page.heading(area.spoken_name)
    if not delivery.quiet:
        page.line(occasion(asked), indent=2)
    _about(page, area)
    _bodies(page, whole)
    _inspections(page, whole)
    _due(page, whole)
    if not delivery.quiet:
        _sources(page, whole, delivery)


def _about(page: Page, area: LocalArea) -> None:
    kind = f"{area.council_type}, " if area.council_type else ""
    page.line(f"{kind}{area.region}; DfE {area.dfe}, GSS {area.gss}", indent=2)
    ended = f"; ended {day_words(area.valid_to)}" if area.valid_to else ""
    began = day_or_unknown(area.valid_from)
    page.line(f"Code in force from {began}{ended}{doubt(area)}", indent=2)
    for words, others in (("Before", area.predecessors), ("After", area.successors)):
        if others:
            page.line(f"{words}: {'; '.join(map(_other, others))}", indent=2)
    if area.planned:
        page.line(f"Planned: {area.planned}", indent=2)
    if area.note:
        page.line(f"Note: {area.note}", indent=2)


def _other(each: Succession) -> str:
    part = "part of " if each.part else ""
    return f"{part}{local_area(each.code).name} ({each.code})"


def _bodies(page: Page, whole: WholeArea) -> None:
    page.heading("NHS bodies")
    groups = [
        (each.ods, each.name, "", short_day(each.valid_to), "", _sure(each))
        for each in whole.groups
    ]
    columns = ("code", "body", "from", "to", "share", "note")
    page.table(columns, (*groups, *map(_board, whole.boards)), right=("share",))
    if any(each.minor for each in whole.boards):
        words = "Minor: less than a twentieth of the area; inspectors never name such a board."
        page.line(words, indent=2)


def _board(each: ServedArea) -> tuple[str, ...]:
    return (
        each.board.ods,
        each.board.name,
        short_day(each.valid_from),
        short_day(each.valid_to),
        "all" if each.entire else f"{each.share:.1%}",
        ", ".join(filter(None, ("minor" if each.minor else "", _sure(each)))),
    )


def _sure(each: Fact) -> str:
    """Return how sure a fact is, in one word; nothing where it was verified."""
    said = each.confidence or Confidence.VERIFIED
    return "" if said is Confidence.VERIFIED else said.value


def _inspections(page: Page, whole: WholeArea) -> None:
    page.heading("Inspections")
    if not whole.inspections:
        page.line("No full inspection under the framework of 2023 is in the list.", indent=2)
    for each in whole.inspections:
        _inspection(page, each)
    for visit in whole.follow_ups:
        _visit(page, visit)


def _inspection(page: Page, each: PublishedInspection) -> None:
    days = f"{short_day(each.first_day)} to {short_day(each.last_day)}"
    when = days if each.first_day else "days not known"
    page.line(
        ("Full inspection", "bold"),
        f": {when}, published {day_words(each.published)}, ",
        (OUTCOME_WORDS[each.outcome], "bold"),
        doubt(each),
        indent=2,
    )
    page.line(each.report_url, indent=4)
    _note(page, each)


def _visit(page: Page, each: FollowUp) -> None:
    page.line((VISITS[each.kind], "bold"), f": {visit_words(each)}", indent=2)
    _note(page, each)


def visit_words(each: FollowUp) -> str:
    """Return what is known of a monitoring inspection or a re-visit.

    Args:
        each: The visit.
    """
    if not each.found:
        expected = f", to be expected about {each.expected} by the usual 18 months, inferred"
        return f"none found, which does not say that there was none{expected * bool(each.expected)}"
    worked = ", worked out from the call" if each.on_site_inferred else ""
    result = each.result.value.replace("-", " ") if each.result else progress_words(each)
    out = f", published {each.published}" if each.published else ""
    return f"on site from {each.on_site_start}{worked}{out}: {result}{doubt(each)}"


def progress_words(each: FollowUp) -> str:
    """Return how many weaknesses a re-visit found sufficient progress on.

    Args:
        each: The re-visit.
    """
    if each.sufficient is None or each.weaknesses is None:
        return "result not known"
    of = counted(each.weaknesses, "weakness", "weaknesses")
    return f"sufficient progress on {each.sufficient} of {of}"


def _note(page: Page, each: Fact) -> None:
    if each.note:
        page.line(f"Note: {each.note}", indent=4, style="dim")


def _due(page: Page, whole: WholeArea) -> None:
    page.heading("What is due, and under which rule")
    if not whole.official:
        page.line("No rule gives a day.", indent=2)
    for what in whole.official:
        page.line((f"{what.name}: ", "bold"), days_of(what), indent=2)
        if what.rule:
            rule = what.rule
            page.line(f"{rule.framework}, {rule.rule}, edition {rule.edition}", indent=4)
    if whole.known.next is not None:
        page.line(("Next: ", "bold"), next_words(whole.known.next), indent=2)


def next_words(each: NextInspection) -> str:
    """Return when inspectors come next, by the rule and by what was observed.

    Args:
        each: The next inspection.
    """
    seen = each.by_observation
    name = "monitoring inspection" if each.what == "monitoring" else "full reinspection"
    ruled = days_of(each.by_rule) if each.by_rule else "no rule gives a day"
    if seen is None:
        return f"{name}, {ruled}; none was observed to compare with"
    span = f"{short_day(seen.first)} to {short_day(seen.last)}, middle {short_day(seen.middle)}"
    return f"{name}, {ruled}; as observed elsewhere {span} (n = {seen.n}, from {seen.since})"


def _sources(page: Page, whole: WholeArea, delivery: Delivery) -> None:
    page.heading("Sources")
    cited = dict(_cited(whole))
    if delivery.verbose:
        for key, source in cited.items():
            page.line(f"{key}: {source}", indent=2)
    else:
        page.line(f"{counted(len(cited), 'source')}; --verbose names each.", indent=2)


def _cited(whole: WholeArea) -> Iterator[tuple[str, Source]]:
    facts: tuple[Fact, ...] = (
        whole.known.area, *whole.groups, *whole.boards, *whole.inspections, *whole.follow_ups,
        *whole.official,
    )  # fmt: skip
    for fact in facts:
        for source in fact.sources:
            yield source.key, source
