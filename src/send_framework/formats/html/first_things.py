"""The three things to do first, by a rule that anybody can follow.

1. The gravest thing that is wrong: the first finding in reading order that is an error or a
   warning.
2. What decides the day: after a simulation the unfinished activity by which most days can be
   gained, else the first unfinished step of the critical path that is not named yet.
3. What hides or endangers the answer: the first finding about something in scope that has no
   place in time, else the first that puts being ready or an answer to inspectors at risk.

Each names another subject; where one of them has nothing to say, the next finding in reading
order takes its place.
"""

from collections.abc import Iterator

from attrs import frozen

from send_framework.checks.finding import Consequence, Finding, Severity
from send_framework.formats.html.facts import PageFacts
from send_framework.formats.html.pieces import Words, brief, linked, mention
from send_framework.formats.wording import counted, driver_words

MOST = 3
_AT_RISK = (Consequence.READINESS, Consequence.COVERAGE)


@frozen(kw_only=True)
class FirstThing:
    """One thing to do.

    Attributes:
        subject: What it is about.
        do: What to do.
        why: Why, its ids as links.
        more: Where more about it stands.
    """

    subject: str
    do: str
    why: tuple[Words, ...]
    more: tuple[Words, ...]


def first_things(facts: PageFacts) -> tuple[FirstThing, ...]:
    """Return what to do first, at most three things.

    Args:
        facts: What the page tells.
    """
    grave = [each for each in facts.findings if each.severity is not Severity.INFORMATION]
    chosen: dict[str, FirstThing] = {}
    for each in grave[:1]:
        chosen[each.subject] = _of_finding(facts, each)
    for thing in _on_path(facts):
        if thing.subject not in chosen:
            chosen[thing.subject] = thing
            break
    for each in (*_hiding(facts, grave), *grave):
        if len(chosen) < MOST and each.subject not in chosen:
            chosen[each.subject] = _of_finding(facts, each)
    return tuple(chosen.values())


def _of_finding(facts: PageFacts, finding: Finding) -> FirstThing:
    # What the page has no place for, such as a rule, is named in the message itself.
    about = f"{finding.subject}: " if mention(facts, finding.subject).href else ""
    return FirstThing(
        subject=finding.subject,
        do=f"{about}{finding.advice}",
        why=linked(facts, finding.message, (finding.subject, *finding.related)),
        more=(Words("See the finding", f"#finding-{finding.code}"),),
    )


def _hiding(facts: PageFacts, findings: list[Finding]) -> Iterator[Finding]:
    missing = frozenset(facts.schedule.readiness.missing)
    named = [each for each in findings if each.subject]
    yield from (each for each in named if missing & {each.subject, *each.related})
    yield from (each for each in findings if each.consequence in _AT_RISK)


def _on_path(facts: PageFacts) -> Iterator[FirstThing]:
    """Yield what decides the day, the first first."""
    if facts.risk is not None:
        for risk in facts.risk.actions:
            if risk.days_gained > 0 and risk.id in facts.dated:
                days = f"{risk.days_gained:.1f} working days"
                words = (
                    f"It leads in {risk.criticality:.0%} of {facts.risk.samples:,} samples; the "
                    f"best remedy makes all ready {days} earlier on average."
                )
                yield _of_work(facts, risk.id, words)
    for each in facts.schedule.critical_path:
        if not facts.dated[each].complete:
            yield _of_work(facts, each, _drives(facts, each))


def _drives(facts: PageFacts, activity: str) -> str:
    """Say that it is on the path, what waits behind it, and what sets its date."""
    driver = facts.dated[activity].driven_by
    words = "" if driver is None else driver_words(driver)
    path = facts.schedule.critical_path
    behind = len(path) - path.index(activity) - 1
    wait = "waits" if behind == 1 else "wait"
    after = f", and {counted(behind, 'more step')} {wait} behind it" if behind else ""
    return f"It is on the critical path{after}. What sets its date: {words}."


def _of_work(facts: PageFacts, activity: str, why: str) -> FirstThing:
    return FirstThing(
        subject=activity,
        do=f"Bring forward {activity}, {brief(facts.title_of(activity))}: it decides the day.",
        why=(Words(why),),
        more=(Words(f"See why {activity} has its dates", f"#{facts.anchor(activity)}"),),
    )
