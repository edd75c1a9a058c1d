"""How plans use the rule books."""

from datetime import date

from attrs import evolve

from send_framework import (
    Event,
    EventKind,
    Inspection,
    InspectionKind,
    Measure,
    RuleOverride,
    Source,
    Term,
    Unit,
)
from tests.checks.cases import LOWEST, Case, act, plan

LETTER = Source(key="letter", title="A letter")
RECENT = evolve(LOWEST, report_received="2025-11-03", published="2025-11-12")
OVERRIDE = RuleOverride(
    framework="area_send_2023",
    rule="priority-action-plan-submitted",
    says="Forty working days.",
    amount=40,
    unit=Unit.WORKING_DAYS,
    sources=[LETTER],
)
LAW = evolve(OVERRIDE, rule="priority-action-plan-made")
TERM = Term(name="summer 2024", first=date(2024, 4, 15), last=date(2024, 7, 19))
AUTUMN = Term(name="autumn 2024", first=date(2024, 9, 3), last=date(2024, 10, 25))


def visit(day: str, name: str = "M") -> Inspection:
    """Return a monitoring inspection that is announced."""
    return Inspection(
        id=name, kind=InspectionKind.MONITORING, framework="area_send_2023", on_site_start=day
    )


def social(*days: str) -> list[Event]:
    """Return monitoring visits of children's social care."""
    kind = EventKind.SOCIAL_CARE_MONITORING
    return [Event(id=f"V{day}", title="Visit", kind=kind, date=day) for day in days]


_THREE = social("2025-09-01", "2025-12-01", "2026-03-02")

RULE_BOOKS = (
    Case(
        code="rule-unknown",
        raises=plan(act(meets="plan-made")),
        neighbour=plan(act(meets="priority-action-plan-made")),
        says="A names plan-made, which is no rule",
    ),
    Case(
        code="rule-overridden",
        raises=plan(rule_overrides=[LAW]),
        neighbour=plan(rule_overrides=[evolve(OVERRIDE, rule="nothing")]),
        subject="",
        says="area_send_2023/priority-action-plan-made, which is law, says",
    ),
    Case(
        code="rule-not-seen",
        raises=plan(inspections=[RECENT]),
        neighbour=plan(
            inspections=[RECENT],
            rule_overrides=[
                OVERRIDE,
                LAW,
                evolve(OVERRIDE, rule="priority-action-plan-published"),
            ],
        ),
        subject="I2024",
        says="edition 2025-06 of priority-action-plan-submitted was seen in no source",
        on=date(2025, 12, 1),
    ),
    Case(
        code="visits-above-usual",
        raises=plan(inspections=[visit("2026-08-31")], events=_THREE),
        neighbour=plan(inspections=[visit("2026-09-01")], events=_THREE),
        subject="",
        says="4 monitoring visits lie in the 12 months from 1 September 2025",
        on=date(2026, 9, 30),
    ),
    Case(
        code="visit-outside-term",
        raises=plan(inspections=[visit("2024-08-05")], terms=[TERM, AUTUMN]),
        neighbour=plan(inspections=[visit("2024-07-08")], terms=[TERM, AUTUMN]),
        subject="M",
        says="M is announced for 5 August 2024, outside every term",
    ),
)

MORE = (
    Case(
        code="rule-unknown",
        raises=plan(measures=[Measure(id="K", title="T", unit="%", rule="plan-isued")]),
        neighbour=plan(
            measures=[Measure(id="K", title="T", unit="%", rule="ehc_process/plan-issued")]
        ),
        subject="K",
        says="K names plan-isued",
    ),
    Case(
        code="rule-unknown",
        raises=plan(rule_overrides=[evolve(OVERRIDE, rule="nothing")]),
        neighbour=plan(rule_overrides=[OVERRIDE]),
        subject="",
        says="An override names area_send_2023/nothing",
    ),
    Case(
        code="rule-overridden",
        raises=plan(rule_overrides=[OVERRIDE]),
        neighbour=plan(),
        subject="",
        says="Priority action plan submitted: the plan says 'Forty working days', where",
    ),
    Case(
        code="visits-above-usual",
        raises=plan(events=social("2025-07-07", "2025-08-01", "2025-09-01", "2025-10-01")),
        neighbour=plan(
            inspections=[evolve(visit("2025-11-03"), on_site_start=None)],
            events=[
                *social("2025-07-06", "2025-08-01", "2025-09-01", "2025-10-01"),
                Event(id="W", title="Visit", kind=EventKind.SOCIAL_CARE_MONITORING),
            ],
        ),
        subject="",
        says="4 monitoring visits",
        on=date(2026, 9, 30),
    ),
    Case(
        code="visit-outside-term",
        raises=plan(inspections=[visit("2024-07-22")], terms=[AUTUMN, TERM]),
        neighbour=plan(
            inspections=[visit("2025-01-06"), visit("2024-08", "N"), visit("2024-01-08", "O")],
            terms=[AUTUMN, TERM],
        ),
        subject="M",
        says="outside every term",
    ),
)
