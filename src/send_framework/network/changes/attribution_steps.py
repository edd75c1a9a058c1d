"""The steps from one version of a plan to another; of very many, some go together."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from send_framework.network.changes.results import ChangeKind

LEAST_SINGLE = 20
"""Activities of one kind of change that are applied one by one in any plan."""

MOST_WORK = 20_000
"""Activities that are scheduled again for one kind of change; those beyond go together."""


class Step(NamedTuple):
    """One difference to apply: what it changes, of what, how, and what to say of it."""

    kind: ChangeKind
    subject: str
    apply: Callable[[], None]
    sentence: str
    is_last: bool = False


def pooled(steps: Sequence[Step], size: int, on_path: frozenset[str]) -> Iterator[Step]:
    """Yield the steps of one kind; of very many, those on a driving path and the first.

    The rest follows as one step.

    Args:
        steps: The steps, in their order.
        size: How many activities are scheduled again for each.
        on_path: Ids of what lies on a driving path.
    """
    most = max(LEAST_SINGLE, MOST_WORK // max(size, 1))
    if len(steps) <= most:
        yield from steps
        return
    ranked = sorted(steps, key=lambda step: step.subject not in on_path)[:most]
    single = {step.subject for step in ranked}
    yield from (step for step in steps if step.subject in single)
    rest = [step for step in steps if step.subject not in single]
    words = f"{len(rest)} further activities changed in the same way."
    yield Step(rest[0].kind, "", partial(_all, rest), words)


def _all(steps: Iterable[Step]) -> None:
    for step in steps:
        step.apply()
