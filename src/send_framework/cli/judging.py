"""The verbs that hold a plan against rules and practice: `check`, `deadlines` and `quality`."""

from datetime import date

import click

from send_framework.cli.options import (
    Delivery,
    delivered,
    on_option,
    plan_argument,
    target_option,
)

FINDINGS = 1
"""Exit code for findings at or above ``--fail-on``."""
NEVER = "never"


@click.command("check")
@plan_argument
@on_option
@click.option(
    "--fail-on", type=click.Choice(["error", "warning", "information", NEVER]),
    default="error", show_default=True,
    help="Exit with 1 if there is a finding at least as grave as this.",
)  # fmt: skip
@delivered
@click.pass_context
def check_verb(
    ctx: click.Context, *, plan: str, on: date | None, fail_on: str, delivery: Delivery
) -> None:
    """Say what is wrong with a plan, the gravest first."""
    from send_framework.checks import Severity, check
    from send_framework.cli.answering import deliver
    from send_framework.cli.reading import read
    from send_framework.cli.show_findings import show_findings
    from send_framework.formats.json_answers import findings_json

    given = read(plan, on)
    findings = check(given.plan, on=given.on)
    deliver(
        delivery,
        lambda page: show_findings(
            page, findings, given.place_of_finding, given.occasion, given.view(delivery)
        ),
        lambda: findings_json(given.occasion, findings),
    )
    if fail_on != NEVER and any(each.severity.reaches(Severity(fail_on)) for each in findings):
        ctx.exit(FINDINGS)


@click.command("deadlines")
@plan_argument
@on_option
@delivered
def deadlines_verb(*, plan: str, on: date | None, delivery: Delivery) -> None:
    """List the official dates, and what the plan meets.

    They are grouped: law, handbook, approximate, observed, and what the plan itself expects.
    """
    from send_framework.cli.answering import deliver
    from send_framework.cli.reading import read
    from send_framework.cli.show_deadlines import show_deadlines
    from send_framework.cli.targets import missing_dates, official_dates
    from send_framework.formats.json_answers import deadlines_json

    given = read(plan, on)
    dated = official_dates(given.plan, given.on)
    missing = missing_dates(given.plan, given.on)
    deliver(
        delivery,
        lambda page: show_deadlines(page, dated, missing, given.occasion, given.view(delivery)),
        lambda: deadlines_json(given.occasion, dated, missing),
    )


@click.command("quality")
@plan_argument
@on_option
@target_option
@click.option(
    "--baseline", type=click.Path(), metavar="OLD",
    help="An earlier version of the plan to compare with. [default: the plan's last baseline]",
)  # fmt: skip
@delivered
def quality_verb(
    *, plan: str, on: date | None, target: str | None, baseline: str | None, delivery: Delivery
) -> None:
    """Count what schedule assessments look at.

    The fourteen points of the DCMA, further counts of the network, and the ten practices of the
    GAO: with the names behind each count, and without a grade.
    """
    from send_framework.checks.quality import quality
    from send_framework.cli.answering import deliver
    from send_framework.cli.reading import read
    from send_framework.cli.show_quality import show_quality
    from send_framework.cli.targets import target_of
    from send_framework.formats.quality_answers import quality_json

    given = read(plan, on)
    answer = quality(
        given.plan,
        on=given.asked,
        target=target_of(given.plan, target, given.on),
        baseline=None if baseline is None else read(baseline, None).plan,
    )
    deliver(
        delivery,
        lambda page: show_quality(page, answer, given.view(delivery)),
        lambda: quality_json(answer),
    )


VERBS = (check_verb, deadlines_verb, quality_verb)
