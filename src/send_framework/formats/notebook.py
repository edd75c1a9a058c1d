"""Results in a notebook: a sentence and a small table, for Jupyter, marimo and whatever shows HTML.

The classes of the model and of the network know nothing of notebooks: `card` wraps one of their
results. Charts show themselves; see `send_framework.formats.charts`.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from attrs import frozen
from markupsafe import Markup

from send_framework.checks.finding import Finding, Severity
from send_framework.errors import ModelError
from send_framework.formats.html.picture import DataTable, shortened
from send_framework.formats.html.pictures.curve import curve_description, curve_table
from send_framework.formats.html.pictures.moves import moves_table
from send_framework.formats.html.pictures.tornado import (
    ranked_actions,
    tornado_description,
    tornado_table,
)
from send_framework.formats.html.pictures.words import is_moment, notes, whole
from send_framework.formats.wording import (
    counted,
    finish_words,
    listed,
    short_day,
    who,
)
from send_framework.network.changes.results import Comparison
from send_framework.network.results import Schedule, ScheduledActivity
from send_framework.network.risk.results import RiskResult

ROWS = 12
"""So many rows a table has, unless another number is asked for."""

_LONGEST = 300
_SEVERITIES = {
    Severity.ERROR: ("error", "errors"),
    Severity.WARNING: ("warning", "warnings"),
    Severity.INFORMATION: ("note", "notes"),
}


@frozen(kw_only=True)
class Card:
    """One result as a notebook shows it; printed, it is its words.

    Attributes:
        title: What it is about.
        sentences: The answer, one sentence after another.
        tables: The facts behind it.
        rows: How many rows of each table are shown.
    """

    title: str
    sentences: tuple[str, ...]
    tables: tuple[DataTable, ...] = ()
    rows: int = ROWS

    def __str__(self) -> str:
        return "\n".join((self.title, *self.sentences))

    def _repr_html_(self) -> str:
        """Return it as HTML; every text of a plan is escaped."""
        said = Markup().join(Markup("<p>{}</p>").format(_short(each)) for each in self.sentences)
        tables = Markup().join(_table(each, self.rows) for each in self.tables)
        return str(
            Markup('<section aria-label="{0}"><p><strong>{0}</strong></p>{1}{2}</section>').format(
                _short(self.title), said, tables
            )
        )


def card(
    result: Schedule | RiskResult | Comparison | Sequence[Finding], *, rows: int = ROWS
) -> Card:
    """Return a result as a notebook shows it: put it on the last line of a cell.

    Args:
        result: A schedule, a simulation, a comparison, or findings.
        rows: How many rows a table has at most.

    Raises:
        ModelError: Nothing is known of such a result.

    Example:
        >>> from datetime import date
        >>> from send_framework import Action, Plan
        >>> from send_framework.network.schedule import schedule
        >>> plan = Plan(title="A plan", start=date(2024, 6, 3), actions=[
        ...     Action(id="A", title="Agree", duration=20)])
        >>> print(card(schedule(plan, on=date(2024, 5, 31))))
        A plan
        No inspection is expected, so there is nothing to be ready for.
        1 activity with dates; the critical path has 1 step.
    """
    if isinstance(result, Schedule):
        return _of_schedule(result, rows)
    if isinstance(result, RiskResult):
        return _of_simulation(result, rows)
    if isinstance(result, Comparison):
        return _of_comparison(result, rows)
    if isinstance(result, Sequence) and all(isinstance(each, Finding) for each in result):
        return _of_findings(result, rows)
    expected = "a Schedule, a RiskResult, a Comparison or findings are expected"
    raise ModelError("card", "result", result, expected)


def _of_schedule(result: Schedule, rows: int) -> Card:
    on_path = [result.activity(each) for each in result.critical_path]
    table = DataTable(
        caption="The critical path",
        columns=("id", "work", "who", "starts", "finishes", "days", "float", "notes"),
        rows=tuple(_work(each) for each in on_path),
    )
    return Card(
        title=result.title, sentences=tuple(_said_of_schedule(result)),
        tables=(table,) if on_path else (), rows=rows,
    )  # fmt: skip


def _said_of_schedule(found: Schedule) -> Iterator[str]:
    yield found.readiness.sentence
    dated = counted(len(found.activities), "activity", "activities")
    without = f", {len(found.unscheduled)} without" if found.unscheduled else ""
    path = counted(len(found.critical_path), "step")
    yield f"{dated} with dates{without}; the critical path has {path}."
    if found.readiness.caveat:
        yield found.readiness.caveat


def _work(each: ScheduledActivity) -> tuple[str, ...]:
    begins = "" if is_moment(each) else short_day(each.early_start)
    days = f"{each.duration}{'?' if each.duration_assumed else ''}"
    return (
        each.id, each.title, who(each.accountable), begins, short_day(each.early_finish), days,
        whole(each.total_float), notes(each),
    )  # fmt: skip


def _of_simulation(result: RiskResult, rows: int) -> Card:
    ranked = ranked_actions(result)
    sentences = [curve_description(result), tornado_description(result, ranked)]
    if result.missing:
        have = "has" if len(result.missing) == 1 else "have"
        words = f"{listed(result.missing)} {have} no place in time"
        sentences.append(f"No chance of being ready can be trusted: {words}.")
    sentences.append(result.caveat)
    tables = (curve_table(result), *((tornado_table(ranked),) if ranked else ()))
    return Card(
        title=result.title, sentences=tuple(filter(None, sentences)), tables=tables, rows=rows
    )


def _of_comparison(result: Comparison, rows: int) -> Card:
    sentences = [finish_words(result.old.finish, result.new.finish, result.finish_moved)]
    if result.newly_late:
        sentences.append(f"Late now and not before: {listed(result.newly_late)}.")
    why = DataTable(
        caption="What moved the finish",
        columns=("why", "working days", "finishes"),
        rows=tuple(
            (each.sentence, f"{each.working_days:+d}", short_day(each.finish))
            for each in result.why
        ),
    )
    tables = tuple(each for each in (why, moves_table(result)) if each.rows)
    return Card(title=result.new.title, sentences=tuple(sentences), tables=tables, rows=rows)


def _of_findings(found: Sequence[Finding], rows: int) -> Card:
    table = DataTable(
        caption="Findings, in reading order",
        columns=("about", "severity", "what", "advice"),
        rows=tuple(
            (each.subject or "the plan", each.severity.value, each.message, each.advice)
            for each in found
        ),
    )
    return Card(
        title="Findings", sentences=(_counts(found),), tables=(table,) if found else (), rows=rows
    )


def _counts(found: Sequence[Finding]) -> str:
    if not found:
        return "Nothing was found."
    numbers = Counter(each.severity for each in found)
    words = (counted(numbers[each], *names) for each, names in _SEVERITIES.items())
    return f"{', '.join(words)}."


# --- as HTML -------------------------------------------------------------------------------------


def _short(words: str) -> str:
    return shortened(words, _LONGEST)


def _table(table: DataTable, rows: int) -> Markup:
    """Return a table whose first cells name their rows; of many rows the first."""
    heads = Markup().join(Markup('<th scope="col">{}</th>').format(each) for each in table.columns)
    lines = Markup().join(_row(each) for each in table.rows[:rows])
    left = len(table.rows) - rows
    more = Markup("<p>{} more.</p>").format(counted(left, "row")) if left > 0 else Markup()
    return (
        Markup("<table><caption>{}</caption><thead><tr>{}</tr></thead><tbody>{}</tbody></table>")
        .format(table.caption, heads, lines)
        + more
    )  # fmt: skip


def _row(cells: tuple[str, ...]) -> Markup:
    first, *rest = map(_short, cells)
    named = Markup('<th scope="row">{}</th>').format(first)
    others = Markup().join(Markup("<td>{}</td>").format(each) for each in rest)
    return Markup("<tr>{}{}</tr>").format(named, others)
