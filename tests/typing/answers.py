"""What mypy and pyright have to find out about the answers to a plan; nothing here is run."""

from datetime import date
from pathlib import Path
from typing import assert_type

from send_framework import Deadline, Inspection, Plan, Window
from send_framework.checks import Finding, Severity, check
from send_framework.checks.quality import Quality, quality
from send_framework.formats.documents import load_plan
from send_framework.frameworks import RuleBook, deadlines, rule_book, target_window
from send_framework.network.kinds import Basis
from send_framework.network.reasons import explain
from send_framework.network.results import Explanation, Schedule, ScheduledActivity
from send_framework.network.risk.results import Probability, RiskResult
from send_framework.network.risk.simulation import simulate
from send_framework.network.schedule import schedule


def rules(inspection: Inspection) -> None:
    """A rule gives a day that can be missed or a window that can only be approached."""
    for result in deadlines(inspection):
        assert_type(result, Deadline | Window)
        if isinstance(result, Deadline):
            assert_type(result.due, date)
        else:
            assert_type(result.id, str)
    assert_type(rule_book("area_send_2023"), RuleBook)


def dates(path: Path) -> None:
    """A float can be missing, so nobody may compare it before they have looked."""
    plan = load_plan(path)
    assert_type(plan, Plan)
    target = target_window(plan, date(2024, 5, 31))
    assert_type(target, Window | None)
    answer = schedule(plan, target=target, on=date(2024, 5, 31), basis=Basis.NETWORK)
    assert_type(answer, Schedule)
    assert_type(answer.critical_path, tuple[str, ...])
    assert_type(answer.finish, date | None)
    activity = answer.activity("S10")
    assert_type(activity, ScheduledActivity)
    assert_type(activity.early_finish, date)
    assert_type(activity.total_float, int | None)
    assert_type(explain(plan, answer, "S10"), Explanation)


def sureness(plan: Plan) -> None:
    """A chance can be missing, and a count that cannot be answered is none."""
    risk = simulate(plan, samples=100)
    assert_type(risk, RiskResult)
    assert_type(risk.p_ready.window, Probability | None)
    assert_type(risk.finish.p80, date | None)
    counted = quality(plan, baseline=plan)
    assert_type(counted, Quality)
    assert_type(counted.point(1).within, bool | None)
    assert_type(counted.point(1).activities, tuple[str, ...])


def findings(plan: Plan) -> None:
    """Findings are values to sort and filter, not text to search."""
    for finding in check(plan, on=date(2024, 5, 31)):
        assert_type(finding, Finding)
        assert_type(finding.severity, Severity)
        assert_type(finding.subject, str)
