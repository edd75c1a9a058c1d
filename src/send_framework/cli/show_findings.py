"""How findings print: one line a finding with its place, its advice below, a count at the end."""

from collections.abc import Callable, Sequence

from send_framework.checks.finding import Finding, Severity
from send_framework.cli.page import Page
from send_framework.cli.show_schedule import View
from send_framework.cli.wording import counted
from send_framework.dates import day_words
from send_framework.formats.json_answers import Occasion
from send_framework.model.window import RuleReference

COLOURS = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.INFORMATION: "cyan"}


def show_findings(
    page: Page,
    findings: Sequence[Finding],
    place_of: Callable[[Finding], str],
    occasion: Occasion,
    view: View,
) -> None:
    """Print findings in the order given.

    Args:
        page: Where to print.
        findings: What was found.
        place_of: Returns where a finding's subject stands: file, line and column.
        occasion: Which plan was judged, and on which day.
        view: How much.
    """
    for each in findings:
        words = f" {each.code}: {each.message}"
        page.record(f"{place_of(each)}: ", (each.severity.value, COLOURS[each.severity]), words)
        if not view.quiet:
            page.line(each.advice, indent=4, style="dim")
        if view.verbose:
            _grounds(page, each)
    if not view.quiet:
        _count(page, findings, occasion, view)


def _grounds(page: Page, each: Finding) -> None:
    if each.rule is not None:
        page.line(f"Rule: {rule_words(each.rule)}", indent=4)
    for source in each.sources:
        page.line(f"Source: {source}", indent=4)


def rule_words(rule: RuleReference) -> str:
    """Return a rule with what it counts from and the edition used.

    Args:
        rule: The rule.
    """
    paragraph = f", {rule.paragraph}" if rule.paragraph else ""
    return (
        f"{rule.title} ({rule.modality.value}): {counting_words(rule)}; {rule.framework}, "
        f"edition {rule.edition}{paragraph}"
    )


def counting_words(rule: RuleReference) -> str:
    """Return how a rule counts, and from which day.

    Args:
        rule: The rule.
    """
    inferred = " (worked out)" if rule.anchor_inferred else ""
    return f"{rule.counting}, {day_words(rule.anchor_date)}{inferred}"


def _count(page: Page, findings: Sequence[Finding], occasion: Occasion, view: View) -> None:
    number = {kind: sum(each.severity is kind for each in findings) for kind in Severity}
    words = (
        f"{counted(number[Severity.ERROR], 'error')}, "
        f"{counted(number[Severity.WARNING], 'warning')}, "
        f"{number[Severity.INFORMATION]} for information"
    )
    page.blank()
    page.line(f"{words}. Data date: {day_words(occasion.on)}, {view.on_from}.")
