"""The problems of one document, collected with their places and told in the order of the file."""

from typing import NamedTuple

from send_framework.errors import DocumentError
from send_framework.formats.files import shown_name


class Place(NamedTuple):
    """A line and a column, both counted from 1."""

    line: int
    column: int


class Problems:
    """Collects what is wrong with one document.

    Example:
        >>> problems = Problems("plan.yaml", most=200)
        >>> problems.add(Place(14, 9), ("actions", 3, "due"), "found 'soon', but a date is wanted")
        >>> str(problems.error())
        "plan.yaml:14:9: actions[3].due: found 'soon', but a date is wanted"
    """

    def __init__(self, name: object, *, most: int) -> None:
        """Start without a problem.

        Args:
            name: The document's name, for the messages.
            most: How many are kept; one more ends the reading.
        """
        self.name = shown_name(name)
        self._most = most
        self._found: list[tuple[Place, str]] = []
        self._paths: set[tuple[str | int, ...]] = set()

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._found)

    def add(self, place: Place, path: tuple[str | int, ...], sentence: str) -> None:
        """Keep one problem.

        Raises:
            DocumentError: There are too many already.
        """
        self._paths.add(path)
        where = f"{path_words(path)}: " if path else ""
        self._found.append((place, f"{where}{sentence}"))
        if len(self._found) > self._most:
            self._found.pop()
            more = f"{self.name}: more than {self._most} problems; the rest is not shown"
            raise DocumentError((*self._lines(), more))

    def told_of(self, path: tuple[str | int, ...]) -> bool:
        """Return whether a problem of exactly this path is among them."""
        return path in self._paths

    def stop(self, place: Place, sentence: str) -> DocumentError:
        """Return the error for a problem that ends the reading, with those found before it."""
        self._found.append((place, sentence))
        return self.error()

    def error(self) -> DocumentError:
        """Return the error that tells them all, sorted by place."""
        return DocumentError(self._lines())

    def _lines(self) -> tuple[str, ...]:
        # Sorting is stable: two problems of one place keep the order in which they were found.
        ordered = sorted(self._found, key=lambda found: found[0])
        return tuple(f"{self.name}:{place.line}:{place.column}: {told}" for place, told in ordered)


def path_words(path: tuple[str | int, ...]) -> str:
    """Return a path as people read it.

    Example:
        >>> path_words(("actions", 3, "after", 0, "id"))
        'actions[3].after[0].id'
    """
    steps = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return "".join(steps).removeprefix(".")
