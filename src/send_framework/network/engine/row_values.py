"""Rows of samples: one number for each, or the same in all; and what differs between samples."""

from collections.abc import Mapping
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
from attrs import frozen

from send_framework.network.engine.compiled import Compiled, Floor, State

Row: TypeAlias = npt.NDArray[np.int32]
"""One number for each sample."""
Flags: TypeAlias = npt.NDArray[np.bool_]
"""Yes or no for each sample."""
Value: TypeAlias = int | Row
"""The same number in every sample, or one for each."""

ABSENT: Row = np.empty(0, np.int32)
"""In the place of what was not computed."""
_NOTHING: Mapping[int, Row] = {}


@frozen(kw_only=True, eq=False)
class RowInputs:
    """What differs from sample to sample; what is not named has the network's own value.

    Attributes:
        durations: By activity, working days; of started work what remains.
        lags: By number of the link, as the network numbers them. Where the network's own lag is
            nothing, working days are the plan's: such a link has forgotten its calendar.
        delays: By activity, working days by which it starts later than its links and constraints
            allow, or by which a fixed date is moved. Never negative.
        promises: By activity, where it is not done before: a number in the index form, else an
            instant.
    """

    durations: Mapping[int, Row] = _NOTHING
    lags: Mapping[int, Row] = _NOTHING
    delays: Mapping[int, Row] = _NOTHING
    promises: Mapping[int, Row] = _NOTHING


def plus(a: Value, b: Value, out: Row) -> Value:
    """Return the sum of two values, in `out` if there is something to add to a row."""
    if isinstance(b, int):
        return a + b if isinstance(a, int) else np.add(a, b, out=out) if b else a
    return np.add(a, b, out=out) if not isinstance(a, int) or a else b


def minus(a: Value, b: Value, out: Row) -> Value:
    """Return the difference of two values, in `out` if there is something to take off a row."""
    if isinstance(b, int):
        return a - b if isinstance(a, int) else np.subtract(a, b, out=out) if b else a
    return np.subtract(a, b, out=out)


def floors_of(net: Compiled, i: int) -> list[Floor]:
    """Return what else than links holds an activity: only open work needs the ground."""
    found = list(net.floors.get(i, ()))
    if net.state[i] is State.OPEN and i not in net.through:
        found.append(Floor(net.ground_kind, net.ground))
    return found
