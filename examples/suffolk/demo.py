"""Suffolk, before and after: is the partnership ready, what decides it, what is missing?

Run it: make demo, or python examples/suffolk/demo.py. Each part below is a few lines on the
library's public functions; the plan files beside this script hold every fact with its source.
"""

from collections.abc import Iterator
from pathlib import Path
from textwrap import fill, shorten

from send_framework import Deadline, Modality, Plan, Window
from send_framework.checks import Finding, check
from send_framework.dates import day_words
from send_framework.errors import MissingExtraError
from send_framework.formats.documents import load_plan
from send_framework.formats.files import write_text_safely
from send_framework.formats.html import facts_of, page_of
from send_framework.frameworks import deadlines, target_window
from send_framework.network.changes.comparing import compare
from send_framework.network.graph import ancestors
from send_framework.network.kinds import FactKind
from send_framework.network.results import Schedule, ScheduledActivity
from send_framework.network.risk.results import RiskResult
from send_framework.network.risk.simulation import simulate
from send_framework.network.schedule import schedule

PLANS = sorted(Path(__file__).parent.glob("plan-*.yaml"))
PAGE = Path("build/suffolk.html")
KIND = {
    Modality.STATUTORY: "law",
    Modality.HANDBOOK: "custom",
    Modality.APPROXIMATE: "custom",
    Modality.OBSERVED: "seen",
}
MISSING = {
    "improvement-unanswered": "no action answers it",
    "priority-action-unanswered": "no action answers it",
    "part-unanswered": "no action answers it",
    "part-only-as-whole": "no action names it",
    "recommendation-undated": "its actions have no due date",
    "gate-undated": "work is to come before it, and it has no date",
    "overdue": "past its promise, and not reported as done",
    "target-unreported": "its target has passed, and no figure shows whether it was met",
    "change-contradicts-figures": "what was published contradicts itself",
}


def main() -> None:
    """Show both versions of the plan, and put the later one on a page."""
    for file in PLANS:
        plan, answer = scheduled(file)
        findings = check(plan, on=answer.on)
        heading = f"{plan.title}, as known on {day_words(answer.on)}"
        print(heading, "=" * len(heading), sep="\n")
        for title, lines in (
            ("Will it be ready?", ready(answer)),
            ("Which chain decides it?", chain(plan, answer)),
            ("Which dates were law, and which custom?", official(plan, findings)),
            ("What is missing?", missing(plan, answer, findings)),
        ):
            print(f"\n{title}", *lines, sep="\n")
        print()
    write_page()
    print("The same and more to look at: open this file in a browser.", f"  {PAGE}", sep="\n")


def scheduled(file: Path) -> tuple[Plan, Schedule]:
    """Return a plan with its schedule against the next inspection's window."""
    plan = load_plan(file)
    on = schedule(plan).on
    return plan, schedule(plan, target=target_window(plan, on), on=on)


def write_page() -> None:
    """Write the page of the later version, with what changed since the earlier one."""
    (old, before), (new, now) = map(scheduled, PLANS)
    since = compare(old, new, old_target=before.target, new_target=now.target)
    facts = facts_of(new, now, risk=simulated(new, now.target), comparison=since)
    PAGE.parent.mkdir(exist_ok=True)
    write_text_safely(PAGE, page_of(facts), force=True)


def simulated(plan: Plan, target: Window | None) -> RiskResult | None:
    """Return the odds, where numpy is installed to compute them."""
    try:
        return simulate(plan, target=target)
    except MissingExtraError as missing:
        print(wrapped(f"The page has no odds: {missing}", ""))
        return None


def ready(answer: Schedule) -> Iterator[str]:
    """Yield the window with its evidence, and the answer against it."""
    if answer.target is not None:
        yield f"  {answer.target.name} expected:"
        for name, end in answer.target.ends():
            sure = f", {end.confidence.value}" if end.confidence else ""
            yield wrapped(f"{name} {day_words(end.day)}: {end.reason}{sure}", "    ")
    yield wrapped(answer.readiness.sentence)
    yield wrapped(answer.readiness.caveat)


def chain(plan: Plan, answer: Schedule) -> Iterator[str]:
    """Yield the critical path with its float against each end, and the work behind it."""
    path = [answer.activity(each) for each in answer.critical_path]
    opening = "  work, its finish, and float in working days to the"
    yield f"{opening:55}{'earliest':>8}{'expected':>10}{'latest':>7}"
    yield from (line for each in path for line in rows(each))
    behind = {each for last in answer.critical_path for each in ancestors(plan, last)}
    before = [each for each in answer.activities if each.id in behind - set(answer.critical_path)]
    if before:
        yield "  behind it, in the order of their ends:"
        before.sort(key=lambda each: each.early_finish)
        yield from (f"    {state(each):24} {named(each, 50)}" for each in before)
    yield from doubts(answer, behind | set(answer.critical_path))


def doubts(answer: Schedule, shown: set[str]) -> Iterator[str]:
    """Yield what the chain rests on that nobody published."""
    untold = (each for each in answer.facts if each.kind is FactKind.REMAINING_ASSUMED)
    silent = [each.subject for each in untold if each.subject in shown]
    if silent:
        yield wrapped(
            f"{', '.join(silent)}: begun, and nobody published how much is left; counted as "
            "nearly done."
        )
    yield wrapped(
        f"{answer.readiness.assumed} of the {answer.readiness.of} activities and links on the "
        "path rest on assumptions: a date is marked ? where nobody published what it rests on."
    )


def rows(each: ScheduledActivity) -> tuple[str, str]:
    """Return two lines of the path: the work, and its finish with its floats."""
    floats = (each.float_to_earliest, each.float_to_expected, each.float_to_latest)
    early, expected, late = ("-" if days is None else f"{days:+d}" for days in floats)
    finish = f"{day_words(each.early_finish)}{'?' if each.assumed else ''}"
    return f"  {named(each, 76)}", f"    {finish:53}{early:>6}{expected:>10}{late:>7}"


def state(each: ScheduledActivity) -> str:
    """Return whether work is done, or when it can be."""
    mark = "?" if each.assumed else ""
    return f"{'done' if each.complete else 'open'} {day_words(each.early_finish)}{mark}"


def official(plan: Plan, findings: tuple[Finding, ...]) -> Iterator[str]:
    """Yield what the rule book says, with what nothing proves."""
    inspection = plan.inspection_answered()
    if inspection is None:
        return
    unproven = {each.rule.rule: each for each in findings if each.rule is not None}
    for each in deadlines(inspection, on=plan.data_date, events=plan.events):
        if each.rule is None:
            continue
        yield f"  {KIND[each.rule.modality]:7}{each.name}: {days(each)}"
        yield wrapped(each.rule.counting, " " * 9)
        if each.rule.rule in unproven and isinstance(each, Deadline):
            yield wrapped(unproven[each.rule.rule].message.split(": ", 1)[-1], " " * 9)


def days(each: Deadline | Window) -> str:
    """Return the day of a deadline or the days of a window."""
    if isinstance(each, Deadline):
        return f"by {day_words(each.due)}"
    return ", ".join(f"{name} {day_words(end.day)}" for name, end in each.ends())


def missing(plan: Plan, answer: Schedule, findings: tuple[Finding, ...]) -> Iterator[str]:
    """Yield what the plan leaves open, by what is wrong."""
    for code, words in MISSING.items():
        found = dict.fromkeys(each.subject for each in findings if each.code == code)
        if found:
            yield wrapped(f"{', '.join(found)}: {words}")
    undated = ", ".join(each.id for each in answer.unscheduled)
    yield wrapped(f"{undated}: no place in time at all")
    yield wrapped(plan.note)


def named(each: ScheduledActivity, width: int) -> str:
    """Return an activity's id and title, cut to a width."""
    return shorten(f"{each.id} {each.title}", width, placeholder="...")


def wrapped(text: str, indent: str = "  ") -> str:
    """Return text wrapped to 80 columns."""
    return fill(text, 80, initial_indent=indent, subsequent_indent=indent + "  ")


if __name__ == "__main__":
    main()
