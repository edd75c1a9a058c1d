"""The collected tables, read with the standard library alone, and the tool that packs them."""

import csv
import importlib.util
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
Rows = list[dict[str, str]]
Raw = Callable[[str], Rows]


@pytest.fixture(scope="session")
def raw(shared: Path) -> Raw:
    """Return what reads a collected table by its name."""

    def read(name: str) -> Rows:
        with (shared / "domain" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    return read


@pytest.fixture(scope="session")
def tool() -> ModuleType:
    """Return the tool that packs the tables; only a checkout has it."""
    path = ROOT / "tools" / "reference_data.py"
    spec = importlib.util.spec_from_file_location("reference_data", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
