"""One plan to one summary: what a worker does, wherever it is. No plan ends in a traceback."""

from collections import Counter
from collections.abc import Iterator
from time import perf_counter
from typing import Any, TypeAlias

from attrs import evolve

from send_framework.checks import Severity
from send_framework.checks.context import Context
from send_framework.checks.run import findings_in
from send_framework.errors import DocumentError, SendFrameworkError
from send_framework.model.plan import Plan
from send_framework.network.risk.headline import headline
from send_framework.network.target import Yardstick
from send_framework.portfolio.job import Asked, Job
from send_framework.portfolio.summary import PlanSummary

Facts: TypeAlias = dict[str, Any]
"""Values for the fields of a summary."""

WORST = 3
"""How many findings a summary names."""
_LONGEST_PROBLEM = 500


def summarise(job: Job, asked: Asked) -> PlanSummary:
    """Return what is kept of one plan; where something has no answer, why.

    What is known before the problem is kept: a plan that loads but has no schedule still has its
    title. The answer depends on nothing but the plan and what is asked, `seconds` excepted.

    Args:
        job: Which plan.
        asked: What is asked of it.

    Example:
        >>> summarise(Job(key="a", load=Plan(title="A plan")), Asked()).title
        'A plan'
    """
    begun = perf_counter()
    summary = PlanSummary(key=job.key)
    try:
        for facts in _facts(job, asked):
            summary = evolve(summary, **facts)
    except Exception as error:  # noqa: BLE001 - one plan must never stop ten thousand others
        summary = evolve(summary, problem=in_one_sentence(error))
    return evolve(summary, seconds=round(perf_counter() - begun, 6))


def in_one_sentence(error: BaseException) -> str:
    """Return why there is no answer, on one line of bearable length.

    Args:
        error: What happened.

    Example:
        >>> in_one_sentence(DocumentError(("a.yaml:1:1: no title", "a.yaml:9:1: no such field")))
        'a.yaml:1:1: no title (and 1 problem more)'
        >>> in_one_sentence(ZeroDivisionError("division by zero"))
        'the program failed (ZeroDivisionError: division by zero)'
    """
    words = " ".join(_words(error).split())
    return words if len(words) <= _LONGEST_PROBLEM else f"{words[: _LONGEST_PROBLEM - 3]}..."


def _words(error: BaseException) -> str:
    match error:
        case DocumentError(problems=(first, *rest)):
            more = f" (and {len(rest)} problem{'s' * (len(rest) > 1)} more)" if rest else ""
            return f"{first}{more}"
        case SendFrameworkError():
            return str(error)
        case OSError():
            reason = error.strerror or str(error) or type(error).__name__
            return f"{error.filename}: {reason}" if error.filename else reason
        case MemoryError():
            return "there is not enough memory for it"
        case _:
            return f"the program failed ({type(error).__name__}: {error})"


def _facts(job: Job, asked: Asked) -> Iterator[Facts]:
    """Yield what is known of a plan, the surest first."""
    plan = job.plan()
    context = Context(plan=plan, on=asked.day_of(plan))
    yield _who(plan, context, asked)
    if asked.check:
        yield _findings(context)
    yield _window(context)
    yield _schedule(context)
    if asked.samples:
        yield _risk(context, asked)


def _who(plan: Plan, context: Context, asked: Asked) -> Facts:
    answered = plan.inspection_answered()
    return {
        "title": plan.title,
        "area": plan.partnership.name if plan.partnership else "",
        "outcome": answered.outcome if answered else None,
        "on": context.on,
        "on_given": bool(asked.on or plan.data_date),
    }


def _findings(context: Context) -> Facts:
    found = findings_in(context)
    counts = Counter(each.severity for each in found)
    return {
        "errors": counts[Severity.ERROR],
        "warnings": counts[Severity.WARNING],
        "information": counts[Severity.INFORMATION],
        "worst": tuple(f"{each.code}: {each.message}" for each in found[:WORST]),
    }


def _window(context: Context) -> Facts:
    window = context.target
    if window is None:
        return {}
    ends = {name: end.day for name, end in window.ends()}
    yardstick = Yardstick(target=window, on=context.on, calendar=context.plan.working_calendar())
    ahead = next(iter(yardstick.ahead()), None)
    days = (ends[ahead] - context.on).days if ahead else None
    return {"target": window.name, **ends, "days_to_window": days}


def _schedule(context: Context) -> Facts:
    answer = context.schedule
    ready = answer.readiness
    return {
        "finish": answer.finish,
        "float_to_earliest": ready.float_to_earliest,
        "float_to_expected": ready.float_to_expected,
        "float_to_latest": ready.float_to_latest,
        "state": ready.state,
        "sentence": ready.sentence,
        "critical_path": answer.critical_path,
        "activities": len(answer.activities),
        "unscheduled": len(answer.unscheduled),
    }


def _risk(context: Context, asked: Asked) -> Facts:
    found = headline(context.solved, samples=asked.samples, seed=asked.seed)
    chance = found.p_ready.window
    return {
        "p_ready": chance.value if chance else None,
        "standard_error": chance.standard_error if chance else None,
        "p10": found.finish.p10,
        "p50": found.finish.p50,
        "p80": found.finish.p80,
        "p90": found.finish.p90,
        "assumed_share": found.assumed_share,
    }
