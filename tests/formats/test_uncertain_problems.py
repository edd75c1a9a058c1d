"""Doubt that a plan file cannot mean is told at its place, all of it at once."""

import pytest

from send_framework.errors import DocumentError
from send_framework.formats.documents import read_plan

TEXT = """\
version: 1
title: A plan
agencies: [{id: SCC, name: A council, kind: local-authority}]
actions:
  - {id: S01, title: Agree, duration: 20}
  - {id: S02, title: Build, after: [S01, {id: S01, type: SS}], due: 2024-05-05}
  - {id: S03, title: Train, duration: 20, after: S02}
milestones: [{id: M1, title: Board, after: S01}]
uncertainties:
  - {of: S01, spread: {low: 20, likely: 10, high: 40}}
  - {of: S09, spread: {low: 20, likely: 30, high: 40}}
  - {of: M1, spread: {low: 20, likely: 30, high: 40}}
  - {of: S02, what: lag, after: S01, spread: {low: 20, likely: 30, high: 40}}
  - {of: S02, what: lag, spread: {low: 20, likely: 30, high: 40}}
  - {of: S03, spread: {low: -2, likely: 30, high: 40}}
  - {of: S02, spread: {p10: 20, p50: 30, p90: 10}}
  - {of: S02, what: promise, spread: {shape: pert, p10: 20, p50: 22, p90: 60}}
  - {of: S02, what: start, spread: {shape: discrete, values: [2, 3], probabilities: [0.5, 0.6]}}
  - {what: start, spread: {shape: even, low: 2, high: 3}}
risks:
  - {id: R1, title: It fails, probability: 1.2, affects: [S01, S09], delay: {low: 1, high: 3}}
approvals:
  - {of: S01, probability: 0.5}
  - {of: S01, probability: much, otherwise: {low: 1, likely: 2, high: 1}}
correlations:
  - {id: C1, agency: SCX, coefficient: 0.5}
  - {id: C2, of: [S01, S02, S03], matrix: [[1, 0.9, -0.9], [0.9, 1, 0.9], [-0.9, 0.9, 1]]}
  - {id: C3, of: [S01, S02], matrix: [[1, high], [high, 1]]}
  - {id: C4, of: [S01, M1], coefficient: 2}
"""

WANTED = (
    "10:41: uncertainties[0].spread.likely: found 10, but it must not be below low (20)",
    "11:10: uncertainties[1].of: found 'S09', but no action, milestone",
    "12:10: uncertainties[2].of: found 'M1', but only an action has a duration; M1 is a milestone",
    "13:5: uncertainties[3].link_type: found nothing, but which link is meant? S02 waits for S01",
    "14:5: uncertainties[4].after: found nothing, but a lag has the id of its predecessor",
    "15:23: uncertainties[5].spread: found -2, but 0 or more working days are expected",
    "16:47: uncertainties[6].spread.p90: found 10, but it must not be below p50 (30)",
    "17:66: uncertainties[7].spread.p50: found 22, but no pert distribution with this P10 and P90",
    "18:85: uncertainties[8].spread.probabilities: found [0.5, 0.6], but probabilities from 0 to 1",
    "19:5: uncertainties[9]: of is missing; every Uncertainty needs it",
    "19:35: uncertainties[9].spread.shape: found 'even', but one of",
    "21:44: risks[0].probability: found 1.2, but a probability from 0 to 1 is expected",
    "21:64: risks[0].affects[1]: found 'S09', but no action, milestone",
    "21:77: risks[0].delay.likely: found nothing, but triangular needs low, likely, high",
    "24:10: approvals[1].of: found 'S01', but it needs an approval already",
    "24:28: approvals[1].probability: found 'much', but a number such as",
    "24:71: approvals[1].otherwise.high: found 1, but it must not be below likely (2)",
    "26:22: correlations[0].agency: found 'SCX', but no agency has that id. Did you mean 'SCC'?",
    "27:43: correlations[1].matrix: found [[1, 0.9, -0.9], [0.9, 1, 0.9], [-0.9, 0.9, 1]], but",
    "28:43: correlations[2].matrix[0][1]: found 'high', but a number such as",
    "28:51: correlations[2].matrix[1][0]: found 'high', but a number such as",
    "29:24: correlations[3].of[1]: found 'M1', but only an action has a duration",
    "29:42: correlations[3].coefficient: found 2, but a number from 0 to 1 is expected",
)


def test_every_planted_contradiction_is_told_at_its_place() -> None:
    """Negative days, percentiles out of order, impossible correlations, spreads of nothing."""
    with pytest.raises(DocumentError) as caught:
        read_plan(TEXT, name="plan.yaml")
    found = caught.value.problems
    for told, wanted in zip(found, WANTED, strict=False):
        assert told.startswith(f"plan.yaml:{wanted}")
    assert len(found) == len(WANTED)


def test_work_that_was_not_read_makes_no_doubt_about_it_unknown() -> None:
    """One misspelt list of actions is one problem, not one for each of its spreads."""
    text = (
        "version: 1\ntitle: A\nactions: none yet\nuncertainties:\n"
        "  - {of: S01, spread: {low: 1, likely: 2, high: 3}}\n"
        "risks:\n  - {id: R, title: r, probability: 1, affects: S01, "
        "delay: {low: 1, likely: 2, high: 3}}\n"
    )
    with pytest.raises(DocumentError) as caught:
        read_plan(text)
    (problem,) = caught.value.problems
    assert "actions: found 'none yet', but a list is expected" in problem
