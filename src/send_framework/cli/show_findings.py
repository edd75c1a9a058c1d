"""How findings print: one line a finding with its place, its advice below, a count at the end."""

from collections import Counter
from collections.abc import Callable, Sequence

from send_framework.checks.finding import Finding, Severity
from send_framework.cli.page import Page
from send_framework.cli.show_schedule import View
from send_framework.cli.wording import counted
from send_framework.dates import day_words
from send_framework.formats.json_answers import Occasion
from send_framework.model.window import RuleReference

SHOWN_OF_A_CODE = 3
COLOURS = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.INFORMATION: "cyan"}


def show_findings(
    page: Page,
    findings: Sequence[Finding],
    place_of: Callable[[Finding], str],
    occasion: Occasion,
    view: View,
) -> None:
    """Print findings in the order given; of many alike the first few, unless all are asked for.

    Advice stands below the first of each code. Errors are never folded, and neither is what
    ``--quiet`` prints for programs.

    Args:
        page: Where to print.
        findings: What was found.
        place_of: Returns where a finding's subject stands: file, line and column.
        occasion: Which plan was judged, and on which day.
        view: How much.
    """
    seen: Counter[str] = Counter()
    folded: dict[str, list[Finding]] = {}
    for each in findings:
        seen[each.code] += 1
        if _is_folded(each, seen[each.code], view):
            folded.setdefault(each.code, []).append(each)
            continue
        words = f" {each.code}: {each.message}"
        page.record(f"{place_of(each)}: ", (each.severity.value, COLOURS[each.severity]), words)
        if not view.quiet and (view.verbose or seen[each.code] == 1):
            page.line(each.advice, indent=4, style="dim")
        if view.verbose:
            _grounds(page, each)
    _more(page, folded)
    if not view.quiet:
        _count(page, findings, occasion, view)


def _is_folded(each: Finding, number: int, view: View) -> bool:
    """Return whether a finding only repeats what enough others of its code have said."""
    whole = view.quiet or view.verbose or each.severity is Severity.ERROR
    return not whole and number > SHOWN_OF_A_CODE


def _more(page: Page, folded: dict[str, list[Finding]]) -> None:
    """Print one line for each code of which not everything was shown."""
    if not folded:
        return
    page.blank()
    for code, more in folded.items():
        subjects = ", ".join(dict.fromkeys(each.subject for each in more if each.subject))
        page.line(f"{code}: {len(more)} more: {subjects}")
    page.line("--verbose shows all of them.")


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
