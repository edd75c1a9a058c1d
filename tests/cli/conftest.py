"""A folder with Northshire's plan in it."""

from pathlib import Path

import pytest

from tests.cli.northshire import PLAN


@pytest.fixture
def plan_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the plan file, ``plan.yaml`` of the current folder."""
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "plan.yaml"
    path.write_text(PLAN, encoding="utf-8")
    return path
