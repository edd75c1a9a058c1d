"""The page of one plan: its sections in order, each with what it shows."""

from send_framework.formats.html.answer import answer_of, last_step
from send_framework.formats.html.asked import asked_of, matrix_of, outcome_of
from send_framework.formats.html.facts import PageFacts
from send_framework.formats.html.found import found_groups
from send_framework.formats.html.known import (
    assumptions_of,
    dissents,
    measure_tables,
    official_days,
    sources_of,
    window_ends,
)
from send_framework.formats.html.pictures import (
    curve,
    gantt,
    measures,
    moves,
    network,
    timeline,
    tornado,
)
from send_framework.formats.html.rendering import rendered
from send_framework.formats.html.why import why_all


def page_of(facts: PageFacts, *, index: str = "") -> str:
    """Return the page of a plan as HTML, whole in one text.

    Args:
        facts: What it tells, from `facts_of`.
        index: The address of the page that lists this one among others; empty without one.

    Example:
        >>> from datetime import date
        >>> from send_framework import Action, Plan
        >>> from send_framework.formats.html.facts import facts_of
        >>> from send_framework.network.schedule import schedule
        >>> plan = Plan(title="A plan", start=date(2024, 6, 3), actions=[
        ...     Action(id="A", title="Agree <quickly>", duration=20)])
        >>> page = page_of(facts_of(plan, schedule(plan, on=date(2024, 5, 31))))
        >>> page[:15], "Agree &lt;quickly&gt;" in page
        ('<!DOCTYPE html>', True)
    """
    groups = found_groups(facts)
    return rendered(
        "page.html",
        facts=facts,
        index=index,
        answer=answer_of(facts),
        last=last_step(facts),
        outcome=outcome_of(facts),
        asked=asked_of(facts),
        matrix=matrix_of(facts),
        groups=groups,
        risks={each.consequence.value: each.risk for each in groups},
        whys=why_all(facts),
        official=official_days(facts),
        ends=window_ends(facts),
        measures=measure_tables(facts),
        assumptions=assumptions_of(facts),
        dissents=dissents(facts),
        sources=sources_of(facts),
        pictures={
            "timeline": timeline(facts),
            "gantt": gantt(facts),
            "network": network(facts),
            "curve": curve(facts),
            "tornado": tornado(facts),
            "measures": measures(facts),
            "moves": moves(facts),
        },
    )
