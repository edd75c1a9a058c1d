"""The day inspectors come: of each end of the window, and drawn for each sample.

Days observed elsewhere, handed in by the caller, are each as likely. Without them a window of
three ends is a triangle, of two ends every day between them, of one end that day: an assumption,
and listed as one. Ends that are past by the data date can no longer be drawn.
"""

from collections.abc import Sequence
from datetime import date, timedelta

import numpy as np
import numpy.typing as npt
from attrs import frozen

from send_framework.dates import day_words
from send_framework.model.distribution import Distribution
from send_framework.model.window import Window
from send_framework.network.engine.rows import Row
from send_framework.network.risk.results import Input
from send_framework.network.risk.streams import Streams
from send_framework.network.risk.tables import looked_up, whole_numbers
from send_framework.network.target import Yardstick

_BY_ENDS = "no observed days were given, so the ends of the window are taken"


@frozen(kw_only=True)
class TargetDays:
    """The days against which samples are held.

    Attributes:
        ends: Each known end of the window by name, with its day.
        days: The days that may be drawn, in order; a day may stand there more than once.
        peak: Place in `days` of the likeliest, for a triangle; ``None`` is all alike.
        preparation: Working days needed between ready and the day.
        listed: The spread in words.
    """

    ends: tuple[tuple[str, date], ...]
    days: tuple[date, ...]
    peak: int | None
    preparation: int
    listed: Input | None

    def places(self, streams: Streams) -> npt.NDArray[np.intp]:
        """Return for each sample the place in `days` of the day inspectors come.

        Args:
            streams: The block's random numbers.
        """
        count = len(self.days)
        if self.peak is None:
            return streams.below("window", count)
        spread = Distribution(low=0, likely=self.peak, high=count - 1)
        found: Row = looked_up(whole_numbers(spread, 1, None), streams.bits("window"))
        return found.astype(np.intp)


def target_days(yardstick: Yardstick, visits: Sequence[date]) -> TargetDays | None:
    """Return the days for a target; ``None`` when there is none.

    Args:
        yardstick: The target, the data date and the calendar.
        visits: Days seen elsewhere, carried over to this area; those past are left out.
    """
    target = yardstick.target
    if target is None:
        return None
    ahead = tuple(sorted(day for day in visits if day > yardstick.on))
    open_ends = {name: end.day for name, end in target.ends() if end.day > yardstick.on}
    days, peak = (ahead, None) if ahead else _between(tuple(open_ends.values()))
    return TargetDays(
        ends=tuple((name, end.day) for name, end in target.ends()),
        days=days,
        peak=peak,
        preparation=target.preparation,
        listed=_listed(target, open_ends, ahead, passed=len(visits) - len(ahead)),
    )


def _between(ends: Sequence[date]) -> tuple[tuple[date, ...], int | None]:
    """Return the days from the first end to the last, and the place of the middle one of three."""
    if not ends:
        return (), None
    first, last = ends[0], ends[-1]
    count = (last - first).days + 1
    days = tuple(first + timedelta(days=n) for n in range(count))
    return days, (ends[1] - first).days if len(ends) == len(
        ("earliest", "expected", "latest")
    ) else None


def _listed(
    target: Window, ends: dict[str, date], visits: Sequence[date], *, passed: int
) -> Input | None:
    if visits:
        first, last = day_words(visits[0]), day_words(visits[-1])
        gone = "; 1 day more is past already" if passed == 1 else ""
        gone = f"; {passed} days more are past already" if passed > 1 else gone
        return Input(
            of=target.id,
            what="window",
            spread=f"{len(visits)} days from {first} to {last}, each as likely",
            assumed=False,
            reason=f"days given by the caller, from what was seen elsewhere{gone}",
        )
    if not ends:
        return None
    named = ", ".join(day_words(day) for day in ends.values())
    shape = {1: "always", 2: "every day alike between"}.get(len(ends), "triangular")
    past = "" if len(ends) == len(target.ends()) else "; ends already past are left out"
    return Input(
        of=target.id, what="window", spread=f"{shape} {named}", assumed=True, reason=_BY_ENDS + past
    )
