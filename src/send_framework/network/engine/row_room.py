"""Memory for rows, used again from pass to pass, and the joining of rows in it."""

from collections.abc import Mapping, Sequence

import numpy as np

from send_framework.network.engine.compiled import NEVER, Table
from send_framework.network.engine.row_tables import RowTable
from send_framework.network.engine.row_values import Flags, Row, Value

_AT_ONCE = 128  # rows asked for at once: large pieces of memory come faster
_NO_TABLES: Mapping[Table, RowTable] = {}


class Room:
    """Memory for rows, to be used again from pass to pass.

    Fresh memory costs a pass about as much as its arithmetic. Whoever runs many passes of one
    size gives each the same room, and keeps nothing of a pass beyond the next.

    Attributes:
        size: How many samples a row has.
        spare: Two rows for what is soon forgotten.
    """

    __slots__ = (
        "_constants",
        "_flags",
        "_flags_used",
        "_inner",
        "_rows",
        "_tables",
        "_used",
        "size",
        "spare",
    )

    def __init__(self, size: int, tables: Mapping[Table, RowTable] = _NO_TABLES) -> None:
        """Ask for nothing yet: memory is taken as rows are.

        Args:
            size: How many samples a row has.
            tables: The calendars of a network in instants.
        """
        self.size = size
        self._tables = tables
        self._rows: list[Row] = []
        self._flags: list[Flags] = []
        self._used = self._flags_used = 0
        self._constants: dict[int, Row] = {}
        self._inner: Room | None = None
        self.spare: tuple[Row, Row] = (np.empty(size, np.int32), np.empty(size, np.int32))

    @property
    def inner(self) -> "Room":
        """A second room of the same size, for passes that share rows of this one."""
        if self._inner is None:
            self._inner = Room(self.size, self._tables)
        return self._inner

    def table(self, table: Table) -> "RowTable":
        """Return a calendar's table for rows."""
        return self._tables[table]

    def clear(self) -> None:
        """Let all rows be taken again."""
        self._used = 0

    def clear_flags(self) -> None:
        """Let all flags be taken again."""
        self._flags_used = 0

    def row(self) -> Row:
        """Return the next row, with whatever stands in it."""
        if self._used == len(self._rows):
            self._rows.extend(np.empty((_AT_ONCE, self.size), np.int32))
        self._used += 1
        return self._rows[self._used - 1]

    def flags(self) -> Flags:
        """Return the next flags, with whatever stands in them."""
        if self._flags_used == len(self._flags):
            self._flags.extend(np.empty((_AT_ONCE, self.size), np.bool_))
        self._flags_used += 1
        return self._flags[self._flags_used - 1]

    def out(self, *values: Value) -> Row:
        """Return a row for what is computed from some values; ints need none of their own."""
        return self.spare[0] if all(isinstance(each, int) for each in values) else self.row()

    def whole(self, value: Value) -> Row:
        """Return a value as a row; rows of one number are kept, for comparing is faster so."""
        if not isinstance(value, int):
            return value
        found = self._constants.get(value)
        if found is None:
            found = self._constants[value] = np.full(self.size, value, np.int32)
        return found

    def latest(self, a: Value, b: Value, out: Row) -> Value:
        """Return the greater of two values in each sample, in `out` if they are not both ints."""
        if isinstance(a, int) and isinstance(b, int):
            return max(a, b)
        return np.maximum(self.whole(a), self.whole(b), out=out)


class Join:
    """The latest of several values; ints are kept apart from rows, for they cost nothing."""

    __slots__ = ("_found", "_known", "_low", "_own", "_room")

    def __init__(self, room: Room, floor: int) -> None:
        """Begin with something that is the same in every sample."""
        self._room = room
        self._known = floor
        self._low = NEVER
        self._found: Row | None = None
        self._own: Row | None = None

    def add(self, value: Value, least: int = NEVER) -> None:
        """Take one more value; a row is not below `least` in any sample."""
        if isinstance(value, int):
            self._known = max(self._known, value)
            return
        self._low = max(self._low, least)
        if self._found is None:
            self._found = value
        else:
            self._found = np.maximum(self._found, value, out=self.own())

    def own(self) -> Row:
        """Return the row that the result may stand in."""
        if self._own is None:
            self._own = self._room.row()
        return self._own

    def target(self) -> Row:
        """Return a row to compute the next value in."""
        return self.own() if self._found is None else self._room.spare[0]

    @property
    def least(self) -> int:
        """What the latest is not below in any sample."""
        return max(self._known, self._low)

    def latest(self) -> Value:
        """Return the latest of all that was added."""
        if self._found is None:
            return self._known
        if self._known <= self._low:
            return self._found
        return np.maximum(self._found, self._room.whole(self._known), out=self.own())


def latest_of(
    room: Room,
    numbers: Sequence[int],
    values: Sequence[Value],
    least: Sequence[int],
    known: int,
) -> tuple[Value, Row | None, int]:
    """Return the latest of some activities' values, and what is the same in every sample.

    It is a `Join` in one call, for the innermost loop.

    Args:
        room: Where a new row may stand.
        numbers: Numbers of the activities.
        values: By number, the values.
        least: By number, what they are not below.
        known: What the result is not below either.

    Returns:
        The latest, the row it was computed in (if one was needed), and what it is not below.
    """
    found = own = None
    low = NEVER
    for j in numbers:
        value = values[j]
        if isinstance(value, int):
            known = max(known, value)
            continue
        if least[j] > low:  # noqa: PLR1730 - a call to max costs more
            low = least[j]
        if found is None:
            found = value
            continue
        own = room.row() if own is None else own
        found = np.maximum(found, value, out=own)
    if found is None:
        return known, None, known
    if known <= low:
        return found, own, low
    own = room.row() if own is None else own
    return np.maximum(found, room.whole(known), out=own), own, known
