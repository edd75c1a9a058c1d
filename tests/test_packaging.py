"""What is built is what is promised: whole, typed, the same every time, and pinned by name only."""

import ast
import email
import email.message
import re
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "send_framework"
# Distributions whose import name is not their own.
IMPORTED_AS = {"pyyaml": "yaml"}
# Callers hand us an executor of theirs; the extra only saves them from looking for a version.
FOR_CALLERS = {"distributed"}

pytestmark = pytest.mark.source


def _project() -> dict[str, Any]:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    project: dict[str, Any] = settings["project"]
    return project


def _build(target: str, folder: Path) -> Path:
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "--target", target, "--directory", folder],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (built,) = folder.iterdir()
    return built


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel once for the tests of this module."""
    return _build("wheel", tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def sdist(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """Build the source archive once, and return the paths in it."""
    with tarfile.open(_build("sdist", tmp_path_factory.mktemp("sdist"))) as archive:
        return {name.partition("/")[2] for name in archive.getnames()}


def _metadata(wheel: Path) -> email.message.Message:
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        return email.message_from_bytes(archive.read(name))


def test_the_wheel_holds_the_package_and_its_licences_and_nothing_else(wheel: Path) -> None:
    """Every file of the package is in the wheel, and no test, page or example is."""
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    package = {
        path.relative_to(SOURCE.parent).as_posix()
        for path in SOURCE.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    others = {Path(name).name for name in names - package}
    assert package <= names
    assert "send_framework/py.typed" in names
    assert others == {"METADATA", "WHEEL", "RECORD", "entry_points.txt", "LICENSE", "NOTICE"}


def test_the_wheel_is_the_same_when_built_again(wheel: Path, tmp_path: Path) -> None:
    """Anyone can build the wheel again and compare it byte for byte."""
    assert _build("wheel", tmp_path).read_bytes() == wheel.read_bytes()


def test_the_metadata_says_what_the_licences_are_and_invents_no_address(wheel: Path) -> None:
    """Code and data have their licences named; there is no page to point to."""
    metadata = _metadata(wheel)
    assert metadata["License-Expression"] == "MIT AND OGL-UK-3.0"
    assert metadata.get_all("License-File") == ["LICENSE", "NOTICE"]
    assert metadata["Requires-Python"] == ">=3.11"
    assert "Typing :: Typed" in metadata.get_all("Classifier", [])
    assert metadata["Project-URL"] is None
    assert metadata["Home-page"] is None


def test_the_source_archive_can_be_tested_but_holds_no_outputs(sdist: set[str]) -> None:
    """A distributor gets the tests and documents, not somebody's caches."""
    assert {"pyproject.toml", "Makefile", "tests/conftest.py", "docs/index.md"} <= sdist
    unwanted = {"__pycache__", "_build", ".venv", ".hypothesis", ".coverage"}
    assert not [path for path in sdist if unwanted & set(Path(path).parts)]


def _requirements() -> list[str]:
    """Return what the package requires, by itself or with an extra."""
    project = _project()
    extras = project.get("optional-dependencies", {}).values()
    return [*project["dependencies"], *(line for extra in extras for line in extra)]


def test_requirements_have_a_lower_bound_and_no_upper_one() -> None:
    """A bound is what was tried; a cap would only stop others from trying."""
    for requirement in _requirements():
        assert re.fullmatch(r"[A-Za-z0-9-]+>=[0-9.]+", requirement), requirement


def _imported() -> set[str]:
    """Return the top-level names that the package imports from outside the standard library."""
    names: set[str] = set()
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                names |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                names.add(node.module.partition(".")[0])
    return names - set(sys.stdlib_module_names) - {"send_framework"}


def test_what_is_required_is_what_is_imported() -> None:
    """Nothing is installed for nothing, and nothing comes in by chance with another package."""
    required = {re.split(r"[>=]", line)[0].lower() for line in _requirements()}
    assert {IMPORTED_AS.get(name, name) for name in required} - FOR_CALLERS == _imported()


def test_the_extra_called_all_is_all_of_them() -> None:
    """Whoever asks for everything gets what each extra brings, no more and no less."""
    extras = dict(_project()["optional-dependencies"])
    assert sorted(extras.pop("all")) == sorted(line for lines in extras.values() for line in lines)


def test_pins_name_versions_and_no_addresses() -> None:
    """The pinned tools install from whatever index a machine is set up for."""
    for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines():
        assert re.fullmatch(r"[a-z0-9-]+==[\w.]+( ; [\w .*<>='!-]+)?", line), line


def test_a_skipped_test_fails_a_run_in_ci_and_only_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is not run is not known to work: CI says so, a desk does not."""
    (tmp_path / "test_one.py").write_text(
        "import pytest\n\n\ndef test_one():\n    pytest.skip('a reason')\n", encoding="utf-8"
    )
    for in_ci, code in (("true", pytest.ExitCode.TESTS_FAILED), ("", pytest.ExitCode.OK)):
        monkeypatch.setenv("CI", in_ci)
        finished = subprocess.run(
            [sys.executable, "-m", "pytest", "-p", "conftest", str(tmp_path)],
            cwd=ROOT,
            check=False,
            capture_output=True,
            text=True,
        )
        assert finished.returncode == code, finished.stdout
        assert ("1 skipped: in CI every selected test" in finished.stdout) == bool(in_ci)
