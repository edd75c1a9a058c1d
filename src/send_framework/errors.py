"""Every error this library raises on purpose.

::

    SendFrameworkError
    ├── ModelError (ValueError)             one object breaks one of its own rules
    │   ├── ApproximateDateError            a text is no date, month, season, year, ...
    │   └── InvalidPlanError                a plan's parts contradict one another: all of them
    ├── CalendarError (ValueError)          a working-day question without an answer
    ├── RuleError (LookupError)             no such rule, framework or edition
    ├── UnknownNameError (LookupError)      no body in the reference data answers to a name
    ├── NetworkError (ValueError)           a schedule cannot be computed as asked
    │   ├── DependencyCycleError            actions that wait for themselves
    │   ├── ScenarioError                   a scenario does not fit its plan: all its problems
    │   └── UnknownActivityError (LookupError)   no such action in the network
    ├── DocumentError (ValueError)          a file cannot be read as a plan: all its problems
    └── MissingExtraError (ImportError)     an optional library is not installed

Facts are attributes, so a program can act on them; the message says what is wrong, where,
and what would be right.
"""

from collections.abc import Sequence
from difflib import get_close_matches
from typing import Any


class SendFrameworkError(Exception):
    """The base of every error raised on purpose by this library."""


_LONGEST_WORD = 80
_MOST_NAMES = 5_000


def did_you_mean(wrong: str, known: Sequence[str]) -> str:
    """Return ``" Did you mean 'S10'?"``, or an empty text when nothing is near.

    Example:
        >>> did_you_mean("S1O", ["S09", "S10", "PA1"])
        " Did you mean 'S10'?"
        >>> did_you_mean("xyz", ["S09"]), did_you_mean("x" * 1000, ["x" * 999])
        ('', '')
    """
    # Bounds for hostile input: a word of megabytes, a hundred thousand names.
    if len(wrong) > _LONGEST_WORD:
        return ""
    near = get_close_matches(wrong, known[:_MOST_NAMES], n=1, cutoff=0.6)
    return f" Did you mean {near[0]!r}?" if near else ""


class ModelError(SendFrameworkError, ValueError):
    """An object breaks one of its own rules.

    Attributes:
        owner: The object, such as ``"Action S01"``.
        field: The field that is wrong.
        value: What it holds.
        expected: What would be right.
        path: Where the field lies inside a plan, such as ``("actions", 3, "due")``; empty when
            the object stands alone.
    """

    def __init__(
        self,
        owner: str,
        field: str,
        value: object,
        expected: str,
        path: tuple[str | int, ...] = (),
    ) -> None:
        """Keep the facts and build the sentence from them."""
        self.owner = owner
        self.field = field
        self.value = value
        self.expected = expected
        self.path = path
        super().__init__(owner, field, value, expected, path)

    def __str__(self) -> str:
        """Say what is wrong, where, and what would be right."""
        return f"{self.owner}: {self.field} is {shown(self.value)}, but {self.expected}"


def shown(value: object, limit: int = 80) -> str:
    """Return ``repr(value)``, cut so that a hostile value cannot flood a terminal.

    Example:
        >>> shown("x" * 200, limit=12)
        "'xxxxxxxx..."
    """
    text = repr(value)
    return text if len(text) <= limit else text[: limit - 3] + "..."


class ApproximateDateError(ModelError):
    """A text cannot be read as an approximate date."""


class InvalidPlanError(ModelError):
    """The parts of a plan contradict one another: duplicate ids, unknown references.

    Attributes:
        problems: Every contradiction, each a [`ModelError`][] with its `path` in the plan.
    """

    def __init__(self, owner: str, problems: tuple[ModelError, ...]) -> None:
        """Keep all problems; the first gives `field`, `value` and `expected`."""
        self.problems = problems
        first = problems[0]
        super().__init__(owner, first.field, first.value, first.expected, first.path)

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle with the two arguments this class takes (needed across processes)."""
        return type(self), (self.owner, self.problems)

    def __str__(self) -> str:
        """Name every problem, one a line."""
        lines = "\n".join(f"  {problem}" for problem in self.problems)
        many = "1 problem" if len(self.problems) == 1 else f"{len(self.problems)} problems"
        return f"{self.owner} has {many}:\n{lines}"


class CalendarError(SendFrameworkError, ValueError):
    """A working-day question has no answer, or a calendar has no working day."""


class RuleError(SendFrameworkError, LookupError):
    """No rule book, rule or edition answers to the name and date given."""


class UnknownNameError(SendFrameworkError, LookupError):
    """No body in the reference data answers to a name or a code, or more than one does.

    Attributes:
        what: What was looked for, such as ``"local area"``.
        name: The name asked for.
        why: Why nothing was found, in words.
        known: Names there are.
        candidates: What it could mean.
    """

    def __init__(
        self,
        what: str,
        name: str,
        why: str,
        known: Sequence[str] = (),
        candidates: Sequence[str] = (),
    ) -> None:
        """Keep what was asked for, and what there is."""
        self.what = what
        self.name = name
        self.why = why
        self.known = tuple(known)
        self.candidates = tuple(candidates)
        super().__init__(what, name, why, self.known, self.candidates)

    def __str__(self) -> str:
        """Say what was looked for, why it was not found, and what could be meant."""
        asked = f"{shown(self.name)} names no {self.what}: {self.why}"
        if self.candidates:
            return f"{asked} ({'; '.join(self.candidates)})"
        return f"{asked}.{did_you_mean(self.name, self.known)}"


class NetworkError(SendFrameworkError, ValueError):
    """A schedule cannot be computed as asked."""


class DependencyCycleError(NetworkError):
    """Actions wait for themselves.

    Attributes:
        cycle: The ids along one shortest cycle, the first not repeated at the end.
    """

    def __init__(self, cycle: tuple[str, ...]) -> None:
        """Keep the cycle."""
        self.cycle = cycle
        super().__init__(cycle)

    def __str__(self) -> str:
        """Draw the whole cycle."""
        drawn = " -> ".join((*self.cycle, *self.cycle[:1]))
        return f"these actions wait for themselves: {drawn}. Remove or turn round one link"


class ScenarioError(NetworkError):
    """A scenario asks for what its plan cannot do.

    Attributes:
        problems: One sentence each, with the scenario and the step: ``"late, step 2: ..."``.
    """

    def __init__(self, problems: tuple[str, ...]) -> None:
        """Keep every problem."""
        self.problems = problems
        super().__init__(problems)

    def __str__(self) -> str:
        """Print one problem a line."""
        return "\n".join(self.problems)


class UnknownActivityError(NetworkError, LookupError):
    """No action, milestone or event of the plan has this id.

    Attributes:
        activity: The id asked for.
    """

    def __init__(self, activity: str, known: Sequence[str] = ()) -> None:
        """Keep the id and a near spelling among the known ones."""
        self.activity = activity
        self.known = tuple(known)
        super().__init__(activity, self.known)

    def __str__(self) -> str:
        """Name the id and a near one."""
        hint = did_you_mean(self.activity, self.known)
        return f"no action, milestone or event is called {self.activity!r}.{hint}"


class DocumentError(SendFrameworkError, ValueError):
    """A file cannot be read as what it should be.

    Attributes:
        problems: One line each, ready to print: ``"plan.yaml:14:9: sentence"``.
    """

    def __init__(self, problems: tuple[str, ...]) -> None:
        """Keep every problem."""
        self.problems = problems
        super().__init__(problems)

    def __str__(self) -> str:
        """Print one problem a line."""
        return "\n".join(self.problems)


class MissingExtraError(SendFrameworkError, ImportError):
    """An optional library is not installed.

    Attributes:
        wanted: What was asked for, in words.
        extra: The extra that brings it.
    """

    def __init__(self, wanted: str, extra: str) -> None:
        """Keep what was wanted and the extra that brings it."""
        self.wanted = wanted
        self.extra = extra
        super().__init__(wanted, extra)

    def __str__(self) -> str:
        """Give the line to type."""
        return f"{self.wanted} needs more libraries: pip install 'send-framework[{self.extra}]'"
