"""The pages lead somewhere, and name everything that their own examples import."""

import ast
import csv
import re
import tomllib
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from textwrap import dedent

import pytest

from send_framework.cli import main

pytestmark = pytest.mark.source

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "src" / "send_framework" / "reference" / "data"
PAGES = sorted(
    [*ROOT.glob("*.md"), *ROOT.glob("examples/*/*.md"), *ROOT.glob("docs/**/*.md")],
)
CODE = re.compile(r"^```python\n(.*?)^```", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)\s]*)?\)")
DIRECTIVE = re.compile(r"^\.\. auto(\w+):: ([\w.]+)\n((?:   :.*\n)*)", re.MULTILINE)


def page_name(page: Path) -> str:
    """Return a page's path in the checkout."""
    return str(page.relative_to(ROOT))


def made_in(held: object) -> str | None:
    """Return the module in which a class or function was made."""
    return getattr(held, "__module__", None)


def documented() -> Iterator[object]:
    """Yield every object that the page of Python names describes."""
    text = (ROOT / "docs" / "reference" / "api.md").read_text(encoding="utf-8")
    for kind, name, options in DIRECTIVE.findall(text):
        if kind == "module":
            module = import_module(name)
            own = [each for each, held in vars(module).items() if made_in(held) == name]
            chosen = re.search(r":members: (.+)", options)
            names = chosen[1].split(", ") if chosen else getattr(module, "__all__", own)
            yield from (getattr(module, each) for each in names)
        else:
            module_name, _, attribute = name.rpartition(".")
            yield getattr(import_module(module_name), attribute)


def statements(code: str) -> Iterator[tuple[str, str]]:
    """Yield the module and the name of each import from this package in a piece of code."""
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("send_framework"):
            yield from ((node.module or "", alias.name) for alias in node.names)


def plain(code: str) -> str:
    """Return the code of a doctest without its prompts and its output."""
    if ">>> " not in code:
        return dedent(code)
    lines = [line for line in code.splitlines() if line.startswith((">>>", "..."))]
    return "\n".join(line[4:] for line in lines)


def imported() -> Iterator[tuple[str, str, str]]:
    """Yield what the examples import: where it stands, the module, the name."""
    for page in PAGES:
        for code in CODE.findall(page.read_text(encoding="utf-8")):
            yield from ((page_name(page), *found) for found in statements(plain(code)))
    for script in sorted(ROOT.glob("examples/**/*.py")):
        found_there = statements(script.read_text(encoding="utf-8"))
        yield from ((page_name(script), *found) for found in found_there)


@pytest.mark.parametrize("page", PAGES, ids=page_name)
def test_every_link_to_another_file_leads_there(page: Path) -> None:
    """Readers on a forge follow the same links as readers of the built pages."""
    links = LINK.findall(page.read_text(encoding="utf-8"))
    broken = [link for link in links if "://" not in link and not (page.parent / link).exists()]
    assert broken == []


def test_what_examples_import_is_on_the_page_of_python_names() -> None:
    """Nobody has to import an internal to do what the documents show."""
    described = {id(each) for each in documented()}
    missing = [
        f"{name} of {module} ({where})"
        for where, module, name in imported()
        if id(getattr(import_module(module), name)) not in described
    ]
    assert missing == []


def test_the_examples_import_something() -> None:
    """The test above looks at pages and at scripts."""
    places = {where.split("/")[0] for where, _, _ in imported()}
    assert {"README.md", "docs", "examples"} <= places


def test_the_page_of_dependencies_has_each_with_its_lowest_version() -> None:
    """A new dependency, or a new lower bound, is explained where the others are."""
    page = (ROOT / "docs" / "explanation" / "dependencies.md").read_text(encoding="utf-8")
    rows = {tuple(cell.strip() for cell in row.split("|")) for row in page.splitlines()}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = [each for group in project["optional-dependencies"].values() for each in group]
    for needed in (*project["dependencies"], *extras):
        name, _, lowest = needed.partition(">=")
        assert any(name in row and lowest in row for row in rows), needed


def test_the_page_of_areas_counts_the_rows_of_each_file() -> None:
    """What the page says of the packaged data is what lies in the package."""
    page = (ROOT / "docs" / "reference" / "areas.md").read_text(encoding="utf-8")
    counted = dict(re.findall(r"^\| `([\w-]+\.csv)` \| (\d+) \|", page, re.MULTILINE))
    assert len(counted) == 7
    for name, rows in counted.items():
        text = (DATA / name).read_text(encoding="utf-8")
        assert sum(1 for _ in csv.DictReader(text.splitlines())) == int(rows), name


def test_the_readme_names_every_verb() -> None:
    """Who reads one page learns of everything that can be asked."""
    said = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [verb for verb in main.commands if f"`{verb}`" not in said] == []


def test_every_verb_that_answers_has_json() -> None:
    """The README promises it; five verbs write a file instead of answering."""
    options = {
        verb: {option for each in command.params for option in each.opts}
        for verb, command in main.commands.items()
    }
    without = {verb for verb, known in options.items() if "--json" not in known}
    assert without == {"chart", "new", "report", "schema", "update"}
