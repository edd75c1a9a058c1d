"""What `portfolio` does: find the plans, run those without an answer, keep and print results."""

import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TypeAlias

from attrs import frozen
from rich.console import Console
from rich.progress import track

from send_framework.cli.answering import spare_inputs
from send_framework.cli.page import Page
from send_framework.cli.show_portfolio import in_order, show_portfolio
from send_framework.cli.terminal import emit, note, standard_output, visible_line
from send_framework.formats.plan_folders import PlanFile, plan_files
from send_framework.formats.portfolio_results import (
    Kept,
    fingerprint_of,
    library_digest,
    read_results,
    results_file,
    summaries_csv,
    summary_line,
)
from send_framework.portfolio.job import Asked
from send_framework.portfolio.running import process_pool, run
from send_framework.portfolio.summary import PlanSummary

_FEW = 3
"""So few plans need neither a bar nor, without a simulation, processes of their own."""

_Keep: TypeAlias = Callable[[PlanSummary, str], None]


@frozen(kw_only=True)
class Portfolio:
    """What was asked for on the command line.

    Attributes:
        paths: Files and folders.
        asked: What is asked of every plan.
        processes: How many plans at once; ``None`` for one a processor.
        output: Where results are kept; ``None`` keeps none.
        resume: Whether that file is gone on with.
        force: Whether it may be replaced.
        as_json: Whether lines of JSON are printed as they come.
        as_csv: Whether CSV is printed at the end.
        quiet: Only the result.
    """

    paths: tuple[Path, ...]
    asked: Asked
    processes: int | None = None
    output: Path | None = None
    resume: bool = False
    force: bool = False
    as_json: bool = False
    as_csv: bool = False
    quiet: bool = False


@frozen(kw_only=True)
class _Work:
    """What is to be done: all files, what an earlier run answered, and what both come from."""

    fingerprints: dict[str, str]
    answered: tuple[Kept, ...]
    others: tuple[Kept, ...]
    left: tuple[PlanFile, ...]


def answer(portfolio: Portfolio) -> int:
    """Run what has no answer yet, print all, and return how many plans have a problem.

    Args:
        portfolio: What was asked for.

    Raises:
        DocumentError: A folder holds no plan, or the file of results cannot be used.
        ModelError: So many samples cannot be drawn.
        MissingExtraError: A simulation was asked for, and its library is missing.
    """
    # What makes no sense is refused for no plans at all, before any file is begun or replaced.
    run((), samples=portfolio.asked.samples, seed=portfolio.asked.seed)
    work = _work(portfolio)
    found = [each.summary for each in work.answered]
    with _keeping(portfolio, work) as keep:
        if portfolio.as_json:
            _emit_lines(work)
        for summary in _tracked(portfolio, work):
            fingerprint = work.fingerprints[summary.key]
            keep(summary, fingerprint)
            if portfolio.as_json:
                emit(summary_line(summary, fingerprint), standard_output())
            found.append(summary)
    _print(portfolio, found, len(work.answered))
    return sum(bool(each.problem) for each in found)


def _work(portfolio: Portfolio) -> _Work:
    files = plan_files(portfolio.paths)
    question = _question(portfolio.asked)
    prints = {each.key: fingerprint_of(each.digest(), question) for each in files}
    if portfolio.output is not None:
        spare_inputs(portfolio.output, tuple(each.path for each in files))
    kept = read_results(portfolio.output) if portfolio.resume and portfolio.output else ()
    today = portfolio.asked.today
    answered = tuple(each for each in kept if each.answers(prints.get(each.summary.key, ""), today))
    done = {each.summary.key for each in answered}
    return _Work(
        fingerprints=prints,
        answered=answered,
        others=tuple(each for each in kept if each.summary.key not in prints),
        left=tuple(each for each in files if each.key not in done),
    )


def _question(asked: Asked) -> dict[str, object]:
    """Return what a result depends on beside the plan: the options, and who computed it."""
    return {
        "on": asked.on.isoformat() if asked.on else None,
        "samples": asked.samples,
        "seed": asked.seed,
        "check": asked.check,
        "library": library_digest(),
        **{name: _version(name) for name in ("holidays", "numpy")},
    }


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def _keeping(portfolio: Portfolio, work: _Work) -> AbstractContextManager[_Keep]:
    if portfolio.output is None:
        return nullcontext(lambda _summary, _fingerprint: None)
    kept = (*work.others, *work.answered)
    return results_file(portfolio.output, kept, force=portfolio.force or portfolio.resume)


def _tracked(portfolio: Portfolio, work: _Work) -> Iterator[PlanSummary]:
    """Draw a progress bar on a terminal, where the wait is worth one and no lines come between."""
    count = len(work.left)
    yield from track(
        _summaries(portfolio, work), "Plans", count, console=Console(stderr=True), transient=True,
        disable=count <= _FEW or portfolio.as_json or not _is_watched(),
    )  # fmt: skip


def _is_watched() -> bool:
    return sys.stderr is not None and sys.stderr.isatty()


def _summaries(portfolio: Portfolio, work: _Work) -> Iterator[PlanSummary]:
    asked, jobs = portfolio.asked, (each.job() for each in work.left)
    alone = len(work.left) <= (1 if asked.samples else _FEW)
    pool = None if alone or portfolio.processes == 1 else process_pool(portfolio.processes)
    with pool or nullcontext():
        yield from run(
            jobs, executor=pool, on=asked.on, samples=asked.samples, seed=asked.seed,
            check=asked.check,
        )  # fmt: skip


def _emit_lines(work: _Work) -> None:
    for each in work.answered:
        emit(summary_line(each.summary, each.fingerprint), standard_output())


def _print(portfolio: Portfolio, found: list[PlanSummary], answered: int) -> None:
    """Print the answer for people or as CSV, and say of each plan without one why."""
    ordered = in_order(found)
    terminal = standard_output()
    if portfolio.as_csv:
        emit(summaries_csv(ordered), terminal)
    elif not portfolio.as_json:
        page = Page(terminal)
        show_portfolio(page, ordered, answered, quiet=portfolio.quiet)
        emit(page.text(), terminal)
    for each in ordered:
        if each.problem:
            named = each.key in each.problem  # as messages about a file name it themselves
            note(visible_line(each.problem if named else f"{each.key}: {each.problem}"))
    if portfolio.output is not None and not portfolio.quiet:
        note(f"kept {len(found)} results in {portfolio.output}")
