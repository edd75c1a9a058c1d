"""From options to scenarios and their answers, and from two files to a comparison."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import click

from send_framework.cli.answering import deliver
from send_framework.cli.options import STANDARD_STREAM, Delivery, Question
from send_framework.cli.reading import Given, read, schedule_of, settings_of
from send_framework.cli.show_what_if import Simulated, show_what_if
from send_framework.cli.targets import target_of
from send_framework.errors import ModelError, shown
from send_framework.formats.change_answers import what_if_json
from send_framework.formats.scenario_files import load_scenarios
from send_framework.model.dependency import DependencyType
from send_framework.model.validation import ID_PATTERN
from send_framework.network.changes.asking import what_if
from send_framework.network.changes.comparing import compare
from send_framework.network.changes.results import Comparison
from send_framework.network.changes.scenario import Scenario, Step, StepKind
from send_framework.network.kinds import Basis

AS_ASKED = "as-asked"
"""The id of the scenario that the options describe."""

_ID = f"(?P<activity>{ID_PATTERN})"
_DAYS = rf"{_ID}=(?P<days>-?\d{{1,20}})"
_LINK = rf"{_ID}:(?P<after>{ID_PATTERN})"
_LAG = r"(=(?P<lag>[+-]?\d{1,20}))?"
# In the order in which options are applied: first the order of work, then its length, then slips.
# What each looks like, what it is called, and an example.
_FORMS: dict[StepKind, tuple[str, str, str]] = {
    StepKind.ADD_LINK: (
        rf"{_LINK}(:(?P<type>FS|SS|FF|SF))?{_LAG}", "ID:ON[:TYPE][=LAG]", "S10:S09 or S10:S09:SS=5"
    ),
    StepKind.DROP_LINK: (_LINK, "ID:ON", "S10:S09"),
    StepKind.PARALLEL: (rf"{_LINK}{_LAG}", "ID:ON[=LAG]", "S10:S09 or S10:S09=5"),
    StepKind.SET_CALENDAR: (
        rf"{_ID}=(?P<calendar>{ID_PATTERN})", "ID=CALENDAR", "S10=school-terms"
    ),
    StepKind.SET_DURATION: (_DAYS, "ID=DAYS", "S10=20"),
    StepKind.SHORTEN: (_DAYS, "ID=DAYS", "S10=5"),
    StepKind.REMOVE: (_ID, "ID", "S10"),
    StepKind.SLIP: (_DAYS, "ID=DAYS", "S10=20"),
}  # fmt: skip


def ask(  # noqa: PLR0913, PLR0917 - what the verb was given
    path: str,
    options: Mapping[str, tuple[str, ...]],
    move_window: int | None,
    file: Path | None,
    simulated: Simulated,
    question: Question,
    delivery: Delivery,
) -> None:
    """Answer what would follow from the scenarios asked about.

    Args:
        path: The plan file.
        options: What the options say, by their names.
        move_window: Calendar days by which the window moves.
        file: A file with further scenarios.
        simulated: Whether and how each is simulated.
        question: What is asked of the network.
        delivery: Where the answer goes.

    Raises:
        DocumentError: A file cannot be read.
        ScenarioError: Some steps do not fit the plan.
    """
    scenarios = (*_as_asked(options, move_window), *(load_scenarios(file) if file else ()))
    if not scenarios:
        message = "say what should change: --slip S02=20, or --scenarios FILE"
        raise click.UsageError(message)
    given = read(path, question.on)
    base = schedule_of(given, question)
    answers = what_if(
        given.plan, scenarios, target=base.target, on=given.asked, basis=base.basis,
        settings=base.settings, samples=simulated.samples, seed=simulated.seed,
    )  # fmt: skip
    deliver(
        delivery,
        lambda page: show_what_if(page, base, answers, given.view(delivery), simulated),
        lambda: what_if_json(base, answers, samples=simulated.samples, seed=simulated.seed),
    )


def _as_asked(
    options: Mapping[str, tuple[str, ...]], move_window: int | None
) -> Iterator[Scenario]:
    """Yield the one scenario that the options describe, if they describe any."""
    steps = [
        _step(kind, text)
        for kind in _FORMS
        for text in options.get(kind.value.replace("-", "_"), ())
    ]
    if move_window is not None:
        steps.append(_made(StepKind.MOVE_WINDOW, str(move_window), {"days": move_window}))
    if steps:
        yield Scenario(id=AS_ASKED, steps=steps)


def _step(kind: StepKind, text: str) -> Step:
    pattern, form, example = _FORMS[kind]
    found = re.fullmatch(pattern, text)
    if found is None:
        expected = f"{form} is expected, such as {example}"
        message = f"--{kind.value}: found {shown(text)}, but {expected}"
        raise click.UsageError(message)
    said = {name: value for name, value in found.groupdict().items() if value is not None}
    numbers = {name: int(value) for name, value in said.items() if name in ("days", "lag")}
    types = {name: DependencyType(value) for name, value in said.items() if name == "type"}
    return _made(kind, text, said | numbers | types)


def _made(kind: StepKind, text: str, fields: Mapping[str, Any]) -> Step:
    try:
        return Step(kind=kind, **fields)
    except ModelError as error:
        message = f"--{kind.value}: found {shown(text)}, but {error.expected}"
        raise click.UsageError(message) from None


def compared(
    old: str, new: str, old_on: date | None, question: Question
) -> tuple[Comparison, Given]:
    """Return two versions of a plan compared, and the later one as it was read.

    Args:
        old: The file of the earlier version.
        new: The file of the later one.
        old_on: The data date of the earlier version.
        question: What is asked of both networks.

    Raises:
        DocumentError: A file cannot be read as a plan.
    """
    if old == new == STANDARD_STREAM:
        message = "only one of the two plans can come from standard input"
        raise click.UsageError(message)
    before, after = read(old, old_on), read(new, question.on)
    found = compare(
        before.plan,
        after.plan,
        old_target=target_of(before.plan, question.target, before.on),
        new_target=target_of(after.plan, question.target, after.on),
        old_on=before.on,
        new_on=after.on,
        basis=Basis(question.basis),
        settings=settings_of(question),
    )
    return found, after
