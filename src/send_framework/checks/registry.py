"""Every check by its code: what it looks at, how grave it is, and why."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

from attrs import asdict, frozen

from send_framework.checks.context import Context
from send_framework.checks.finding import Consequence, Finding, Remark, Severity

Look: TypeAlias = Callable[[Context], Iterable[Remark]]
"""A function that looks at a plan and says what it noticed."""


@frozen(kw_only=True)
class Check:
    """One check.

    Attributes:
        code: Its stable code.
        severity: How grave its findings are.
        consequence: What they put at risk.
        title: What is wrong, in a few words.
        looks_at: What it looks at.
        why: Why it matters, and why its threshold is what it is.
        advice: What usually puts it right.
        look: What does the looking.
    """

    code: str
    severity: Severity
    consequence: Consequence
    title: str
    looks_at: str
    why: str
    advice: str
    look: Look

    def findings(self, context: Context) -> Iterator[Finding]:
        """Yield what it finds in a plan.

        Args:
            context: The plan, the day, and what was worked out from them.
        """
        for remark in self.look(context):
            facts = asdict(remark, recurse=False)
            facts["advice"] = remark.advice or self.advice
            yield Finding(
                code=self.code, severity=self.severity, consequence=self.consequence, **facts
            )


CHECKS: dict[str, Check] = {}
"""Every check by its code."""


def finds(  # noqa: PLR0913 - one row of the reference page, kept beside its function
    code: str,
    severity: Severity,
    consequence: Consequence,
    *,
    title: str,
    looks_at: str,
    why: str,
    advice: str,
) -> Callable[[Look], Look]:
    """Return a decorator that registers a function as the check with this code.

    Args:
        code: Its stable code.
        severity: How grave its findings are.
        consequence: What they put at risk.
        title: What is wrong, in a few words.
        looks_at: What it looks at.
        why: Why it matters, and why its threshold is what it is.
        advice: What usually puts it right.
    """

    def register(look: Look) -> Look:
        CHECKS[code] = Check(
            code=code, severity=severity, consequence=consequence, title=title,
            looks_at=looks_at, why=why, advice=advice, look=look,
        )  # fmt: skip
        return look

    return register


def reference_table() -> str:
    """Return the Markdown table of every check, as the reference page prints it."""
    head = (
        "| Code | Severity | Puts at risk | What it looks at | Why |",
        "| --- | --- | --- | --- | --- |",
    )
    rows = (
        f"| `{each.code}` | {each.severity.value} | {each.consequence.value} "
        f"| **{each.title}.** {each.looks_at} | {each.why} |"
        for each in sorted(CHECKS.values(), key=lambda each: each.code)
    )
    return "\n".join((*head, *rows)) + "\n"
