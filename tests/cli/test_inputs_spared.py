"""No command writes over what it reads, whatever it is told to replace."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from send_framework.cli import main

PLAN = """version: 1
title: A plan
start: 2024-06-03
actions:
  - {id: A, title: Agree, duration: 5}
"""


@pytest.mark.parametrize(
    "command",
    [
        "schedule plan.yaml -o plan.yaml --force",
        "schedule plan.yaml --json -o link.yaml --force",
        "report plan.yaml --since old.yaml -o old.yaml --force",
        "compare old.yaml plan.yaml -o old.yaml --force",
        "quality plan.yaml --baseline old.yaml -o old.yaml --force",
        "portfolio . -o plan.yaml --force",
        "portfolio plan.yaml old.yaml -o old.yaml --force",
    ],
)
def test_a_plan_is_never_replaced_by_its_answer(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not by its own name, not through a link, not as the other version: exit 2, and it stays."""
    monkeypatch.chdir(tmp_path)
    for name in ("plan.yaml", "old.yaml"):
        Path(name).write_text(PLAN, encoding="utf-8")
    Path("link.yaml").symlink_to("plan.yaml")
    found = CliRunner().invoke(main, command.split())
    assert found.exit_code == 2
    assert "the same command reads this file, and would lose it" in found.stderr
    assert [Path(name).read_text(encoding="utf-8") for name in ("plan.yaml", "old.yaml")] == [
        PLAN
    ] * 2


def test_another_file_is_replaced_when_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An earlier answer may go, with --force."""
    monkeypatch.chdir(tmp_path)
    Path("plan.yaml").write_text(PLAN, encoding="utf-8")
    Path("answer.txt").write_text("earlier", encoding="utf-8")
    found = CliRunner().invoke(main, ["schedule", "plan.yaml", "-o", "answer.txt", "--force"])
    assert found.exit_code == 0
    assert "Agree" in Path("answer.txt").read_text(encoding="utf-8")
