"""How official dates print: what is law, what is usual, what is approximate, what was seen."""

from collections.abc import Sequence

from send_framework.cli.page import Page
from send_framework.cli.show_findings import rule_words
from send_framework.cli.show_schedule import View
from send_framework.cli.wording import doubt, end_words
from send_framework.dates import day_words
from send_framework.formats.json_answers import Occasion, OfficialDate
from send_framework.frameworks import Undated
from send_framework.model.action import Action, Milestone
from send_framework.model.window import Deadline, Modality, Window

GROUPS = {
    Modality.STATUTORY: "Law: it can be broken",
    Modality.HANDBOOK: "Handbook: what inspectorates usually ask",
    Modality.APPROXIMATE: 'Approximate: printed as "within approximately"',
    Modality.OBSERVED: "Observed: nobody's rule, what was seen to happen",
    None: "From the plan itself: no rule",
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
    if each.what.explanation:
        page.line(each.what.explanation, indent=4, style="dim")
    for work in each.met_by:
        page.line(f"To be met by {work.id} {work.title}: {_dates_of(work)}", indent=4)
    if view.verbose:
        _grounds(page, each.what)


def _grounds(page: Page, what: Deadline | Window) -> None:
    if what.rule is not None:
        page.line(f"Rule: {rule_words(what.rule)}", indent=4)
    for source in what.sources:
        page.line(f"Source: {source}", indent=4)


def _dates_of(work: Action | Milestone) -> str:
    forecast = work.forecast_finish if isinstance(work, Action) else work.forecast
    actual = work.actual_finish if isinstance(work, Action) else work.actual
    dates = (("finished", actual), ("expected", forecast), ("due", work.due))
    return ", ".join(f"{words} {day}" for words, day in dates if day) or "no date"


def days_of(what: Deadline | Window) -> str:
    """Return the day or days in words, with their doubt.

    Args:
        what: The deadline or window.
    """
    if isinstance(what, Window):
        return "; ".join(end_words(name, end) for name, end in what.ends()) + doubt(what)
    later = f" to {day_words(what.due_latest)}" if what.due_latest > what.due else ""
    provisional = ", bank holidays not yet proclaimed" if what.provisional else ""
    return f"{day_words(what.due)}{later}{doubt(what)}{provisional}"
