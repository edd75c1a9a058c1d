"""What `report` does: read, ask, write one page, or one for every plan of a folder."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from attrs import frozen
from rich.console import Console
from rich.progress import track

from send_framework.cli.answering import write
from send_framework.cli.comparing import observed_spreads
from send_framework.cli.options import Delivery, Question
from send_framework.cli.reading import Given, read, schedule_of, settings_of
from send_framework.cli.show_portfolio import in_order
from send_framework.cli.targets import target_of
from send_framework.cli.terminal import note, visible_line
from send_framework.cli.wording import counted
from send_framework.errors import DocumentError, SendFrameworkError
from send_framework.formats.files import is_folder, shown_name, write_text_safely
from send_framework.formats.html.facts import PageFacts, facts_of
from send_framework.formats.html.index import INDEX, index_of, page_names
from send_framework.formats.html.page import page_of
from send_framework.formats.plan_folders import PlanFile, plan_files
from send_framework.network.changes.comparing import compare
from send_framework.network.changes.results import Comparison
from send_framework.network.kinds import Basis
from send_framework.network.results import Schedule
from send_framework.network.risk.results import RiskResult
from send_framework.network.risk.simulation import simulate
from send_framework.portfolio.job import Asked
from send_framework.portfolio.summarising import in_one_sentence, summarise
from send_framework.portfolio.summary import PlanSummary

_FEW = 3
"""So few plans need no bar."""


@frozen(kw_only=True)
class Wanted:
    """What was asked for on the command line.

    Attributes:
        question: What is asked of the network.
        samples: How many samples are simulated; 0 simulates nothing.
        seed: The seed of the simulation.
        force: Whether existing files may be replaced.
        quiet: Whether to say nothing of what was written.
    """

    question: Question
    samples: int
    seed: int
    force: bool
    quiet: bool


def make_page(path: str, since: str | None, output: Path, wanted: Wanted) -> None:
    """Write the page of one plan.

    Args:
        path: The plan file.
        since: An earlier version of it.
        output: The page's file.
        wanted: What was asked for.

    Raises:
        DocumentError: A plan cannot be read, or the page not be written.
        NetworkError: The target names nothing.
        MissingExtraError: A simulation was asked for, and its library is missing.
    """
    given = read(path, wanted.question.on)
    earlier = None if since is None else read(since, None)
    page = page_of(_facts(given, earlier, wanted))
    write(Delivery(output=output, force=wanted.force, quiet=wanted.quiet), page)


def _facts(given: Given, earlier: Given | None, wanted: Wanted) -> PageFacts:
    schedule = schedule_of(given, wanted.question)
    return facts_of(
        given.plan,
        schedule,
        risk=_simulated(given, schedule, wanted) if wanted.samples else None,
        comparison=_compared(earlier, given, schedule, wanted.question) if earlier else None,
        spreads=observed_spreads(schedule.on),
    )


def _simulated(given: Given, schedule: Schedule, wanted: Wanted) -> RiskResult:
    return simulate(
        given.plan, target=schedule.target, on=schedule.on, basis=schedule.basis,
        settings=schedule.settings, samples=wanted.samples, seed=wanted.seed,
    )  # fmt: skip


def _compared(earlier: Given, given: Given, schedule: Schedule, question: Question) -> Comparison:
    return compare(
        earlier.plan,
        given.plan,
        old_target=target_of(earlier.plan, question.target, earlier.on),
        new_target=schedule.target,
        old_on=earlier.on,
        new_on=schedule.on,
        basis=Basis(question.basis),
        settings=settings_of(question),
    )


def make_pages(folder: Path, output: Path, wanted: Wanted) -> int:
    """Write a page for every plan of a folder, and one that lists them.

    Args:
        folder: The folder of plan files.
        output: The folder of the pages; made where there is none.
        wanted: What was asked for.

    Returns:
        How many plans have no page, because they could not be read or computed.

    Raises:
        DocumentError: There is no such folder, it holds no plan, or a page cannot be written.
    """
    _refuse_other_than_folders(folder)
    files = plan_files([folder])
    names = page_names(each.key for each in files)
    _ready_folder(output, [*names.values(), INDEX], force=wanted.force)
    made = dict(_made(files, names, output, wanted))
    ordered = in_order(made)
    _write(output / INDEX, index_of([(each, made[each]) for each in ordered]), wanted)
    problems = [each for each in ordered if each.problem]
    for each in problems:
        named = each.key in each.problem
        note(visible_line(each.problem if named else f"{each.key}: {each.problem}"))
    if not wanted.quiet:
        note(f"wrote {counted(len(made) - len(problems), 'page')} and {output / INDEX}")
    return len(problems)


def _refuse_other_than_folders(folder: Path) -> None:
    found = is_folder(folder)
    if not found:
        fault = "there is no such folder" if found is None else "this is a file"
        raise DocumentError((f"{shown_name(folder)}: {fault}; name a folder of plan files",))


def _ready_folder(output: Path, names: Iterable[str], *, force: bool) -> None:
    """Make the folder, and refuse before any work what may not be replaced."""
    try:
        output.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        raise DocumentError((f"{output}: this is a file; name a folder for the pages",)) from None
    there = [name for name in names if (output / name).exists()]
    if there and not force:
        more = f" and {len(there) - 1} more" if len(there) > 1 else ""
        sentence = f"it holds {there[0]}{more} already; name another folder, or use --force"
        raise DocumentError((f"{output}: {sentence}",))


def _made(
    files: tuple[PlanFile, ...], names: dict[str, str], output: Path, wanted: Wanted
) -> Iterator[tuple[PlanSummary, str]]:
    """Yield each plan's summary with its page, as pages are written."""
    quiet = len(files) <= _FEW or sys.stderr is None or not sys.stderr.isatty()
    console = Console(stderr=True)
    question = Asked(on=wanted.question.on, samples=wanted.samples, seed=wanted.seed)
    for each in track(files, "Pages", console=console, transient=True, disable=quiet):
        try:
            page = page_of(_facts(read(str(each.path), question.on), None, wanted), index=INDEX)
        except SendFrameworkError as error:
            yield PlanSummary(key=each.key, problem=in_one_sentence(error)), ""
            continue
        _write(output / names[each.key], page, wanted)
        yield summarise(each.job(), question), names[each.key]


def _write(path: Path, text: str, wanted: Wanted) -> None:
    write_text_safely(path, text, force=wanted.force)
