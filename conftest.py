"""What every test run obeys: examples are tests, and in CI a skipped test is a failed one."""

import os
import re
from doctest import ELLIPSIS
from functools import cache
from pathlib import Path

import pytest
from sybil import Sybil
from sybil.parsers.doctest import DocTestParser
from sybil.parsers.markdown import CodeBlockParser, PythonCodeBlockParser

from tests.document_examples import enter_folder, leave_folder, run_console, write_file

_documents = Sybil(
    parsers=[
        PythonCodeBlockParser(doctest_optionflags=ELLIPSIS),
        CodeBlockParser("console", run_console),
        CodeBlockParser("yaml", write_file),
    ],
    patterns=["*.md"],
    setup=enter_folder,
    teardown=leave_folder,
)
_docstrings = Sybil(parsers=[DocTestParser(optionflags=ELLIPSIS)], path="src", patterns=["*.py"])

pytest_collect_file = (_documents + _docstrings).pytest()

_NEEDS = re.compile(r"<!-- needs: \w+ -->")


@cache
def _needs_an_extra(document: Path) -> bool:
    """Return whether a page says that its examples need what only an extra brings."""
    return bool(_NEEDS.search(document.read_text(encoding="utf-8")))


_MARKED = re.compile(r"^pytestmark = (.*)$", re.MULTILINE)
_MARK = re.compile(r"pytest\.mark\.(\w+)")


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Leave out a whole module of a kind that is not asked for: it may import what is not here."""
    if collection_path.suffix != ".py" or not (asked := config.option.markexpr):
        return None
    marks = _MARKED.findall(collection_path.read_text(encoding="utf-8"))
    kinds = {kind for line in marks for kind in _MARK.findall(line)}
    return True if any(f"not {kind}" in asked for kind in kinds) else None


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the examples of pages that say so as `extra`, like any other test of an extra."""
    for item in items:
        if item.path.suffix == ".md" and _needs_an_extra(item.path):
            item.add_marker(pytest.mark.extra)


def _skipped_in_ci(config: pytest.Config) -> int:
    """Return how many tests were skipped, or 0 outside CI, where skipping is allowed."""
    reporter = config.pluginmanager.get_plugin("terminalreporter")
    if reporter is None or os.environ.get("CI", "").lower() not in {"1", "true"}:
        return 0
    return len(reporter.stats.get("skipped", ()))


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Fail a CI run in which a test was skipped: what is not run is not known to work."""
    if session.exitstatus == pytest.ExitCode.OK and _skipped_in_ci(session.config):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """Say why a CI run with skipped tests has failed."""
    if skipped := _skipped_in_ci(config):
        terminalreporter.section("skipped in CI", red=True)
        terminalreporter.line(
            f"{skipped} skipped: in CI every selected test has to run. Give the test what it "
            "lacks, or mark it and deselect the marker."
        )
