"""A small invented plan, and how to run the command line on it."""

import os
import subprocess
import sys
from pathlib import Path

from click.testing import CliRunner, Result

from send_framework.cli import main

PLAN = """\
version: 1
title: Northshire SEND improvement plan
start: 2024-06-03
data_date: 2024-05-31
partnership:
  name: Northshire local area partnership
  area: Northshire
  local_authority: NCC
  boards: [NICB]
agencies:
  - {id: NCC, name: Northshire County Council, kind: local-authority}
  - {id: NICB, name: NHS Northshire Integrated Care Board, kind: integrated-care-board}
inspections:
  - id: I2024
    kind: full
    framework: area_send_2023
    report_received: 2024-05-01
    published: 2024-05-13
    outcome: widespread-failings
recommendations:
  - id: PA1
    kind: priority-action
    text: Plan strategically together.
    responsible: [NCC, NICB]
    parts: [{id: PA1(a), text: Governance}]
events:
  - {id: BOARD, title: Improvement board, kind: meeting, date: 2024-07-15}
actions:
  - {id: A, title: Agree the data, accountable: [NCC, NICB], answers: [PA1(a)], duration: 20}
  - {id: B, title: Write the strategy, accountable: NCC, answers: [PA1], duration: 30, after: [A]}
  - id: C
    title: Gather families' views
    accountable: NICB
    answers: PA1
    duration: 15
    after: [{id: A, type: SS, lag: 10}]
  - id: D
    title: Put it into practice
    accountable: [NCC]
    answers: [PA1]
    duration: 10
    due: 2024-08-16
    after: [B, {id: C, lag: 5}]
milestones:
  - {id: M, title: Board confirms, accountable: NICB, answers: PA1, after: [D]}
windows:
  - id: monitoring
    name: Monitoring inspection
    scope: monitoring
    earliest: {day: 2024-08-19, reason: earliest seen elsewhere, confidence: assumed}
    expected: {day: 2024-09-09, reason: planned for by the board, confidence: assumed}
    latest: {day: 2024-10-07, reason: latest seen elsewhere, confidence: assumed}
assumptions:
  - {id: A1, reason: Nobody published durations, fills: [A duration, B duration, C after A]}
"""
"""The plan worked by hand in the explanation of scheduling: A, B, D, M take until 23 August."""

QUIET_TERMINAL = {"COLUMNS": "80", "NO_COLOR": "", "FORCE_COLOR": ""}


def run(*words: str, stdin: str | None = None, **environment: str) -> Result:
    """Run the command line here and return what it printed and its exit code."""
    runner = CliRunner(env=QUIET_TERMINAL | environment)
    return runner.invoke(main, list(words), input=stdin)


def start(
    *words: str, stdin: bytes | None = None, cwd: Path | None = None, **environment: str
) -> "subprocess.CompletedProcess[bytes]":
    """Run the command line as a program of its own: real pipes, encodings and exit codes."""
    return subprocess.run(
        [sys.executable, "-m", "send_framework", *words],
        input=stdin, capture_output=True, check=False, cwd=cwd, timeout=120,
        env=os.environ | QUIET_TERMINAL | environment,
    )  # fmt: skip
