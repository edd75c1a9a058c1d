"""Suffolk's two plan files, read once."""

from pathlib import Path

import pytest

from send_framework import Plan
from send_framework.formats.documents import load_plan
from tests.examples.suffolk import FILES


@pytest.fixture(scope="session")
def in_2024() -> Plan:
    """Return the plan as known on 24 May 2024."""
    return load_plan(FILES["2024"])


@pytest.fixture(scope="session")
def in_2026() -> Plan:
    """Return the plan as known on 7 January 2026."""
    return load_plan(FILES["2026"])


@pytest.fixture(params=list(FILES))
def either_file(request: pytest.FixtureRequest) -> Path:
    """Return the one file, then the other."""
    return FILES[request.param]


@pytest.fixture
def either(either_file: Path) -> Plan:
    """Return the one plan, then the other."""
    return load_plan(either_file)
