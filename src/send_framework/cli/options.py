"""The options that several verbs share, each defined once, and what they were set to."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import wraps
from pathlib import Path
from typing import Any, TypeAlias

import click
from attrs import fields_dict, frozen

from send_framework.dates import ApproximateDate
from send_framework.errors import ApproximateDateError, shown

Verb: TypeAlias = Callable[..., None]
Decorator: TypeAlias = Callable[[Verb], Verb]


USUAL_SAMPLES = 10_000
STANDARD_STREAM = "-"
"""The name under which a file is standard input or standard output."""


class WholeNumber(click.IntRange):
    """A whole number within limits, said in words where click would print "x>=2"."""

    name = "whole number"

    def convert(
        self,
        value: Any,  # noqa: ANN401 - click's own signature
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> int:
        """Read the number, or say what would be right."""
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter:
            limits = f" ({words})" if (words := self._describe_range()) else ""
            message = f"found {shown(value)}, but a whole number{limits} is expected"
            return self.fail(message, param, ctx)

    def _describe_range(self) -> str:
        if self.max is None:
            return "" if self.min is None else f"{self.min:,} or more"
        return f"at most {self.max:,}" if self.min is None else f"{self.min:,} to {self.max:,}"


SAMPLES = WholeNumber(min=2, max=10_000_000)
"""How many samples a simulation can have."""


class Number(click.types.FloatParamType):
    """A number, whole or not; messages call it so."""

    name = "number"


def exact_day(text: str) -> date:
    """Read one exact day, as machines or people write it.

    Args:
        text: Such as ``2024-06-07`` or ``7 June 2024``.

    Raises:
        click.BadParameter: It is no day, or something vaguer.
    """
    try:
        said = ApproximateDate.parse(text)
    except ApproximateDateError:
        said = None
    if said is None or not said.is_day or said.first is None:
        message = f"{shown(text)} is no day; one such as 2024-06-07 is expected."
        raise click.BadParameter(message)
    return said.first


@frozen(kw_only=True)
class Delivery:
    """Where an answer goes and how much of it.

    Attributes:
        as_json: As JSON rather than for people.
        output: The file; ``None`` is standard output.
        force: Whether an existing file may be replaced.
        quiet: Only the result, without headings and advice.
        verbose: More: reasons, sources, what the network noticed.
    """

    as_json: bool = False
    output: Path | None = None
    force: bool = False
    quiet: bool = False
    verbose: bool = False

    @property
    def is_to_standard_output(self) -> bool:
        """Whether no file was named, or the one called ``-``."""
        return self.output is None or str(self.output) == STANDARD_STREAM


@frozen(kw_only=True)
class Question:
    """What is asked of the network.

    Attributes:
        on: The data date; ``None`` leaves it to the file, else to today.
        basis: Key of the basis.
        target: What to be ready for; ``None`` is the next inspection.
        near_critical: Working days above the least float that still count as near.
        leave_out_assumed_links: Whether links nobody published are left out.
        progress_override: Whether links into started work are ignored.
        overdue_as_promised: Whether overdue work without a report is taken as nearly done.
    """

    on: date | None = None
    basis: str = "forecast"
    target: str | None = None
    near_critical: int = 10
    leave_out_assumed_links: bool = False
    progress_override: bool = False
    overdue_as_promised: bool = False


plan_argument = click.argument("plan", metavar="PLAN", type=click.Path(allow_dash=True))

on_option = click.option(
    "--on", type=exact_day, metavar="DATE",
    help="Data date: what is known at the close of this day. [default: the file's, else today]",
)  # fmt: skip
output_option = click.option(
    "-o", "--output", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
    help="Write to this file instead of standard output.",
)  # fmt: skip
force_option = click.option("--force", is_flag=True, help="Replace an existing file.")
json_option = click.option("--json", "as_json", is_flag=True, help="Answer in JSON.")
quiet_option = click.option(
    "-q", "--quiet", is_flag=True, help="Only the result, without headings and advice."
)
verbose_option = click.option(
    "-v", "--verbose", is_flag=True, help="More: reasons, sources, what the network noticed."
)
ascii_option = click.option(
    "--ascii", "as_ascii", is_flag=True, help="Draw charts with signs of ASCII only."
)
basis_option = click.option(
    "--basis", type=click.Choice(["promised", "network", "forecast"]), default="forecast",
    show_default=True,
    help="What was promised, what the links allow at the earliest, or what to expect.",
)  # fmt: skip
target_option = click.option(
    "--target", metavar="ID",
    help="What to be ready for: monitoring, reinspection, the id of a window or of other work in "
    "the plan, or none. [default: the next inspection]",
)  # fmt: skip
near_option = click.option(
    "--near-critical", type=WholeNumber(min=0), default=10, show_default=True, metavar="DAYS",
    help="Working days above the least float that still count as near-critical.",
)  # fmt: skip
assumed_option = click.option(
    "--leave-out-assumed-links", is_flag=True, help="Leave out links that nobody published."
)
override_option = click.option(
    "--progress-override", is_flag=True, help="Ignore links into work that has started."
)
overdue_option = click.option(
    "--overdue-as-promised",
    is_flag=True,
    help="Take overdue work without a report as one working day from done, not as untouched.",
)

risk_option = click.option(
    "--risk", is_flag=True, help="Simulate as well, and say how sure the day is."
)
samples_option = click.option(
    "--samples", type=SAMPLES, metavar="N",
    help=f"How many samples a simulation has; implies --risk. [default: {USUAL_SAMPLES:,}]",
)  # fmt: skip
seed_option = click.option(
    "--seed", type=WholeNumber(min=0), default=1, show_default=True, metavar="N",
    help="Another seed draws other samples; the same seed the same.",
)  # fmt: skip

_DELIVERY = (json_option, output_option, force_option, quiet_option, verbose_option)
_QUESTION = (
    on_option, basis_option, target_option, near_option, assumed_option, override_option,
    overdue_option,
)  # fmt: skip


def delivered(verb: Verb) -> Verb:
    """Give a verb the options of every answer; it receives them as one `delivery`."""
    return _gathered(verb, Delivery, "delivery", _DELIVERY)


def asked(verb: Verb) -> Verb:
    """Give a verb the options of every schedule; it receives them as one `question`."""
    return _gathered(verb, Question, "question", _QUESTION)


def _gathered(
    verb: Verb, kind: type[Delivery | Question], key: str, options: Sequence[Decorator]
) -> Verb:
    @wraps(verb)
    def gathered(**values: Any) -> None:  # noqa: ANN401 - click hands over what it has parsed
        parts = {name: values.pop(name) for name in fields_dict(kind)}
        verb(**values, **{key: kind(**parts)})

    decorated: Verb = gathered
    for option in reversed(options):
        decorated = option(decorated)
    return decorated
