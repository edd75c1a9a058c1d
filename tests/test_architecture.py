"""The shape of the house: imports point downwards, the root is light, modules stay small."""

import ast
import os
import re
import shutil
import subprocess
import sys
import tomllib
import typing
from operator import attrgetter
from pathlib import Path
from types import ModuleType

import pytest

import send_framework

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "send_framework"
MOST_LINES = 400
NAMES_WITHOUT_A_SUBJECT = {
    "base",
    "common",
    "const",
    "constants",
    "core",
    "helpers",
    "misc",
    "types",
    "utils",
}
WAIVER = re.compile(
    r"# (pragma: no (cover|branch)|noqa(: [A-Z]+\d+(, ?[A-Z]+\d+)*)?|(type|pyright): ignore\S*)"
)
HEAVY = (
    "cattrs", "click", "distributed", "holidays", "jinja2", "matplotlib", "networkx", "numpy",
    "pypdfium2", "rich", "yaml",
)  # fmt: skip

# For each contract, imports that break it: the module that gets a new line, and the line.
BREAKS = {
    "layers": [
        ("errors.py", "import send_framework.dates"),
        ("model/plan.py", "import send_framework.network"),
        ("model/plan.py", "import send_framework.frameworks"),
        ("frameworks/__init__.py", "import send_framework.network"),
        ("reference/__init__.py", "import send_framework.frameworks"),
        ("network/__init__.py", "import send_framework.frameworks"),
        ("checks/__init__.py", "import send_framework.formats"),
        ("checks/__init__.py", "import send_framework.portfolio"),
        ("portfolio/__init__.py", "import send_framework.formats"),
        ("formats/__init__.py", "import send_framework.cli"),
        ("a_room_without_a_floor.py", "import send_framework.errors"),
    ],
    "domain": [
        ("errors.py", "import click"),
        ("model/plan.py", "import yaml"),
        ("model/agency.py", "import cattrs"),
        ("working_days.py", "import numpy"),
        ("frameworks/__init__.py", "import networkx"),
        ("reference/packaged.py", "import yaml"),
        ("dates.py", "import rich"),
    ],
    "graphs": [("checks/__init__.py", "import networkx"), ("cli/__init__.py", "import networkx")],
    "holidays": [("model/plan.py", "import holidays"), ("network/__init__.py", "import holidays")],
    "serialising": [("checks/__init__.py", "import cattrs"), ("cli/__init__.py", "import yaml")],
    "reports": [("cli/__init__.py", "import pypdfium2"), ("formats/files.py", "import pypdfium2")],
    "sampling": [
        ("checks/__init__.py", "import numpy"),
        ("formats/files.py", "import numpy"),
        ("network/solving.py", "import numpy"),
    ],
    "pages": [
        ("cli/__init__.py", "import jinja2"),
        ("portfolio/__init__.py", "import matplotlib"),
    ],
    "terminal": [("network/__init__.py", "import rich"), ("formats/__init__.py", "import click")],
    "formats": [
        ("formats/documents.py", "import send_framework.formats.json_answers"),
        ("formats/json_answers.py", "import send_framework.formats.documents"),
        ("formats/england_tables.py", "import send_framework.formats.england_answers"),
        ("formats/a_format_without_a_place.py", "import send_framework.errors"),
    ],
    "cycles": [("model/source.py", "import send_framework.model.plan")],
}

pytestmark = pytest.mark.source


def _configuration() -> dict[str, list[dict[str, str]]]:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    linter: dict[str, list[dict[str, str]]] = settings["tool"]["importlinter"]
    return linter


def _names() -> dict[str, str]:
    return {contract["id"]: contract["name"] for contract in _configuration()["contracts"]}


def _modules() -> list[Path]:
    return sorted(SOURCE.rglob("*.py"))


def _lint(folder: Path) -> subprocess.CompletedProcess[str]:
    """Run import-linter on the copy in the folder, not on the checkout."""
    environment = os.environ | {"PYTHONPATH": str(folder / "src"), "COLUMNS": "200"}
    environment.pop("COVERAGE_PROCESS_CONFIG", None)
    program = Path(sys.executable).parent / "lint-imports"
    return subprocess.run(
        [program, "--no-cache"],
        cwd=folder,
        env=environment,
        capture_output=True,
        check=False,
        text=True,
    )


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Return a copy of the source and its contracts that a test may spoil."""
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    shutil.copytree(ROOT / "src", tmp_path / "src", ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path


def test_the_unbroken_project_keeps_every_contract(copy: Path) -> None:
    """The copy as it is passes, so that what fails below fails for its new line."""
    finished = _lint(copy)
    assert finished.returncode == 0, finished.stdout
    for name in _names().values():
        assert f"{name} KEPT" in finished.stdout


def test_every_contract_is_broken_on_purpose_below() -> None:
    """A contract that nobody has seen fail is a hope."""
    assert set(BREAKS) == set(_names())


def _breaks() -> list[tuple[str, str, str]]:
    return [(contract, *case) for contract, cases in BREAKS.items() for case in cases]


@pytest.mark.parametrize(("contract", "path", "line"), _breaks())
def test_a_bad_import_breaks_its_contract(copy: Path, contract: str, path: str, line: str) -> None:
    """One import against the grain, and the contract that forbids it is named."""
    package = copy / "src" / "send_framework"
    with (package / path).open("a", encoding="utf-8") as module:
        module.write(f"\n{line}\n")
    finished = _lint(copy)
    name = _names()[contract]
    assert finished.returncode == 1, finished.stdout
    assert f"{name} BROKEN" in finished.stdout


def _names_that_type_checkers_see() -> set[str]:
    """Return what the root imports, though only for type checkers: names are brought on use."""
    tree = ast.parse((SOURCE / "__init__.py").read_text(encoding="utf-8"))
    imports = (node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom))
    ours = (node for node in imports if (node.module or "").startswith("send_framework."))
    return {alias.asname or alias.name for node in ours for alias in node.names}


def test_the_public_names_are_the_visible_names_in_order() -> None:
    """What the root shows, to people and to type checkers, is what it promises, sorted."""
    listed = set(send_framework.__all__)
    brought = {name: getattr(send_framework, name) for name in listed}
    shown = {
        name
        for name in dir(send_framework)
        if not name.startswith("_") and not isinstance(getattr(send_framework, name), ModuleType)
    }
    assert shown - {"import_module", "TYPE_CHECKING"} == listed
    assert set(brought) == _names_that_type_checkers_see()
    # Constants first, then classes, as ruff sorts them.
    assert list(send_framework.__all__) == sorted(
        listed, key=lambda name: (not name.isupper(), name)
    )


def test_a_name_that_the_root_does_not_have_is_an_ordinary_mistake() -> None:
    """Whoever mistypes a name reads the message that Python always gives."""
    with pytest.raises(AttributeError, match="module 'send_framework' has no attribute 'Plam'"):
        attrgetter("Plam")(send_framework)


def test_importing_every_public_name_loads_nothing_heavy() -> None:
    """A script that only describes a plan waits for no graph, calendar, file or terminal."""
    loaded = set(
        _output_of("from send_framework import *; import sys; print(*sys.modules)").split()
    )
    assert "send_framework.model.plan" in loaded
    assert not loaded & set(HEAVY)


def test_importing_the_root_alone_makes_no_class() -> None:
    """Making all classes takes longer than importing attrs, so the root waits for their use."""
    loaded = set(_output_of("import send_framework, sys; print(*sys.modules)").split())
    assert "send_framework" in loaded
    assert not loaded & {"attrs", "send_framework.model"}


def test_type_hints_of_the_public_classes_can_be_read_at_run_time() -> None:
    """Imports between our modules are real ones, so that cattrs and others can read the hints."""
    for name in send_framework.__all__:
        value = getattr(send_framework, name)
        if isinstance(value, type):
            assert isinstance(typing.get_type_hints(value), dict)


def _output_of(code: str) -> str:
    environment = {
        name: value
        for name, value in os.environ.items()
        if name not in {"PYTHONDONTWRITEBYTECODE", "COVERAGE_PROCESS_CONFIG"}
    }
    return subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True, env=environment
    ).stdout


def _seconds_to_import(name: str) -> float:
    code = f"from time import perf_counter as now; t = now(); import {name}; print(now() - t)"
    return float(_output_of(code))


@pytest.mark.timing
def test_importing_the_root_takes_at_most_twice_as_long_as_attrs() -> None:
    """Measured in turns, and the quickest of each counts: noise only ever adds."""
    _output_of("import attrs, send_framework")  # both have their bytecode from here on
    pairs = [(_seconds_to_import("attrs"), _seconds_to_import("send_framework")) for _ in range(15)]
    attrs, ours = (min(times) for times in zip(*pairs, strict=True))
    assert ours <= 2 * attrs, f"send_framework {ours * 1000:.1f} ms, attrs {attrs * 1000:.1f} ms"


@pytest.mark.parametrize("module", _modules(), ids=lambda path: str(path.relative_to(SOURCE)))
def test_a_module_is_short_and_has_a_subject(module: Path) -> None:
    """Nobody has to read 400 lines to find one thing, or to guess what `utils` holds."""
    lines = module.read_text(encoding="utf-8").count("\n")
    assert lines <= MOST_LINES
    assert module.stem not in NAMES_WITHOUT_A_SUBJECT
    assert module.parent.name not in NAMES_WITHOUT_A_SUBJECT


@pytest.mark.parametrize("module", _modules(), ids=lambda path: str(path.relative_to(SOURCE)))
def test_every_waiver_has_its_reason(module: Path) -> None:
    """A line that asks a tool to look away says why, on the same line or on the one above."""
    lines = module.read_text(encoding="utf-8").splitlines()
    for above, line in zip(["", *lines], lines, strict=False):
        waiver = WAIVER.search(line)
        if waiver:
            said_here = line[waiver.end() :].strip(" -#:")
            assert said_here or above.strip().startswith("#"), line
