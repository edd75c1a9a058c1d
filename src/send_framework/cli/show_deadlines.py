"""How official dates print: what is law, what is usual, what is approximate, what was seen."""

from collections.abc import Sequence

from send_framework.checks.meeting import Verdict, VerdictKind
from send_framework.cli.page import Page
from send_framework.cli.show_findings import counting_words
from send_framework.cli.show_schedule import View
from send_framework.cli.wording import doubt, end_words, working
from send_framework.dates import day_words
from send_framework.formats.json_answers import Occasion, OfficialDate
from send_framework.frameworks import Undated
from send_framework.model.window import Deadline, Modality, Window

GROUPS = {
    Modality.STATUTORY: "Law: it must be met",
    Modality.HANDBOOK: "Handbook: what inspectorates usually ask",
    Modality.APPROXIMATE: 'Approximate: printed as "within approximately"',
    Modality.OBSERVED: "Observed: nobody's rule, what was seen to happen",
    None: "From the plan itself: no rule",
}

VERDICTS = {
    VerdictKind.MET: ("Met", "green"),
    VerdictKind.MISSED: ("Missed", "bold red"),
    VerdictKind.AT_RISK: ("At risk", "red"),
    VerdictKind.UNPROVEN: ("Not shown", "yellow"),
    VerdictKind.WITHOUT_WORK: ("Nothing planned", "yellow"),
    VerdictKind.AHEAD: ("Ahead", ""),
}


def show_deadlines(
    page: Page,
    dated: Sequence[OfficialDate],
    undated: Sequence[Undated],
    occasion: Occasion,
    view: View,
) -> None:
    """Print official dates, the most binding first.

    Args:
        page: Where to print.
        dated: Deadlines and windows.
        undated: Rules that apply and yield no day.
        occasion: Which plan was judged, and on which day.
        view: How much.
    """
    if not view.quiet:
        page.heading(occasion.title)
        page.line(f"Data date: {day_words(occasion.on)}, {view.on_from}", indent=2)
    if not dated:
        page.line("No rule gives a date: the plan names no inspection with a known day.")
    for modality, heading in GROUPS.items():
        group = [each for each in dated if _modality(each) is modality]
        if group:
            page.heading(heading)
        for each in group:
            _one(page, each, view)
    if undated and not view.quiet:
        page.heading("No day can be given")
        for none in undated:
            page.line(f"{none.inspection}: {none.reason}", indent=2)


def _modality(each: OfficialDate) -> Modality | None:
    return each.what.rule.modality if each.what.rule else None


def _one(page: Page, each: OfficialDate, view: View) -> None:
    of = f" ({each.inspection})" if each.inspection else ""
    page.line((f"{each.what.name}{of}: ", "bold"), days_of(each.what), indent=2)
    if view.quiet:
        return
    if isinstance(each.what, Deadline):
        page.line(counting_words(each.what.rule), indent=4, style="dim")
    if each.verdict is not None:
        _verdict(page, each.verdict)
    if view.verbose:
        _grounds(page, each.what)


def _grounds(page: Page, what: Deadline | Window) -> None:
    if what.explanation:
        page.line(what.explanation, indent=4, style="dim")
    for source in what.sources:
        page.line(f"Source: {source}", indent=4)


def _verdict(page: Page, verdict: Verdict) -> None:
    words, colour = VERDICTS[verdict.kind]
    late = f", {working(verdict.late)} too late" if verdict.late else ""
    page.line((words, colour), f": {verdict.words}{late}", indent=4)


def days_of(what: Deadline | Window) -> str:
    """Return the day or days in words, with their doubt.

    Args:
        what: The deadline or window.
    """
    if isinstance(what, Window):
        ends = "; ".join(end_words(name, end) for name, end in what.ends())
        return ends if any(end.confidence for _, end in what.ends()) else ends + doubt(what)
    later = f" to {day_words(what.due_latest)}" if what.due_latest > what.due else ""
    provisional = ", bank holidays not yet proclaimed" if what.provisional else ""
    return f"{day_words(what.due)}{later}{doubt(what)}{provisional}"
