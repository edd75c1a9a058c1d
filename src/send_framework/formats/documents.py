"""The plan file: YAML or JSON to a plan, with every problem and its place.

[`load_plan`][] takes a file, bytes or a stream; [`read_plan`][] takes a text. The two that end in
``_document`` return a [`PlanDocument`][], which also knows where everything stands.
"""

import io
import os
from functools import cached_property
from typing import IO, TypeAlias

from attrs import field, frozen

from send_framework.errors import DocumentError, shown
from send_framework.formats.document_roots import Expected, check_version, root_of
from send_framework.formats.files import PathLike, read_bytes, read_stream
from send_framework.formats.nodes import Limits, Node, Path, find
from send_framework.formats.partial_plans import whole_plan
from send_framework.formats.plan_schema import plan_schema
from send_framework.formats.problems import Place, Problems
from send_framework.formats.readers import Reading, Spot
from send_framework.formats.writing import dump_plan, plan_to_json, plan_to_yaml
from send_framework.model.plan import Plan
from send_framework.model.references import placed_activities

__all__ = [
    "Limits",
    "Place",
    "PlanDocument",
    "dump_plan",
    "load_document",
    "load_plan",
    "plan_schema",
    "plan_to_json",
    "plan_to_yaml",
    "read_document",
    "read_plan",
]

USUAL_LIMITS = Limits()
DocumentSource: TypeAlias = PathLike | bytes | IO[str] | IO[bytes]

_PLAN_FILE = Expected(
    place="a plan",
    text="a plan is a text in YAML: `send-framework new` makes one to begin with",
    beginning="a plan begins with 'version: 1' and 'title: ...'",
)
_LISTS = (
    "agencies", "inspections", "measures", "windows", "reviews", "calendars", "baselines",
    "assumptions",
)  # fmt: skip


@frozen(kw_only=True, eq=False, slots=False)
class PlanDocument:
    r"""A plan, and where each of its parts stands in the file it came from.

    Attributes:
        plan: The plan.
        name: The file's name, as messages begin with it.

    Example:
        >>> document = read_document("version: 1\ntitle: A plan\nactions:\n"
        ...                          "  - {id: S01, title: Begin}\n", name="plan.yaml")
        >>> document.place_of_id("S01")
        Place(line=4, column=5)
        >>> document.where(document.place_of(("actions", 0, "title")))
        'plan.yaml:4:22'
    """

    plan: Plan
    name: str
    _root: Node = field(alias="root", repr=False)

    def place_of(self, path: Path) -> Place:
        """Return where a path such as ``("actions", 3, "due")`` leads.

        A path that the file does not spell out (a default, a short form) gives the place of what
        holds it.
        """
        return find(self._root, path)

    def place_of_id(self, wanted: str) -> Place | None:
        """Return where the part with this id begins: work first, then recommendations, bodies..."""
        path = self.path_of_id(wanted)
        return None if path is None else find(self._root, path)

    def path_of_id(self, wanted: str) -> Path | None:
        """Return the path of the part with this id, such as ``("actions", 3)``."""
        return self._paths.get(wanted)

    def where(self, place: Place | None) -> str:
        """Return a place as messages begin with it, such as ``"plan.yaml:14:9"``."""
        return self.name if place is None else f"{self.name}:{place.line}:{place.column}"

    @cached_property
    def _paths(self) -> dict[str, Path]:
        paths: dict[str, Path] = {}
        for path, each in placed_activities(self.plan):
            paths.setdefault(each.id, path)
        for number, asked in enumerate(self.plan.recommendations):
            paths.setdefault(asked.id, ("recommendations", number))
            for place, part in enumerate(asked.parts):
                paths.setdefault(part.id, ("recommendations", number, "parts", place))
        for name in _LISTS:
            for number, each in enumerate(getattr(self.plan, name)):
                paths.setdefault(each.id, (name, number))
        return paths


def load_plan(
    source: DocumentSource, *, name: str | None = None, limits: Limits = USUAL_LIMITS
) -> Plan:
    r"""Read a plan from a file, from bytes or from a stream.

    Args:
        source: A path, the bytes of a document, or an open stream of text or bytes. A ``str`` is
            always a path; `read_plan` takes a text.
        name: What messages call it; the path or the stream's name by default.
        limits: How much is read before the document is refused.

    Raises:
        DocumentError: It cannot be read as a plan; `problems` names everything that is wrong.

    Example:
        >>> load_plan(b"version: 1\ntitle: A plan\n").title
        'A plan'
        >>> load_plan(b"version: 1\ntitel: A plan\n", name="plan.yaml")
        Traceback (most recent call last):
            ...
        send_framework.errors.DocumentError: plan.yaml:1:1: title is missing; every Plan needs it
        plan.yaml:2:1: Plan has no field 'titel'. Did you mean 'title'?
    """
    return load_document(source, name=name, limits=limits).plan


def load_document(
    source: DocumentSource, *, name: str | None = None, limits: Limits = USUAL_LIMITS
) -> PlanDocument:
    """Read a plan with its places, from a file, from bytes or from a stream.

    Args:
        source: As for `load_plan`.
        name: As for `load_plan`.
        limits: As for `load_plan`.

    Raises:
        DocumentError: It cannot be read as a plan; `problems` names everything that is wrong.
    """
    called = name if name is not None else _name_of(source)
    return _document(_bytes_of(source, called, limits), called, limits)


def read_plan(text: str, *, name: str = "<text>", limits: Limits = USUAL_LIMITS) -> Plan:
    """Read a plan from a text.

    Args:
        text: YAML or JSON.
        name: What messages call it.
        limits: How much is read before the document is refused.

    Raises:
        DocumentError: It cannot be read as a plan; `problems` names everything that is wrong.

    Example:
        >>> read_plan('{"version": 1, "title": "A plan"}').title
        'A plan'
    """
    return read_document(text, name=name, limits=limits).plan


def read_document(
    text: str, *, name: str = "<text>", limits: Limits = USUAL_LIMITS
) -> PlanDocument:
    """Read a plan with its places, from a text.

    Args:
        text: YAML or JSON.
        name: What messages call it.
        limits: How much is read before the document is refused.

    Raises:
        DocumentError: It cannot be read as a plan; `problems` names everything that is wrong.
    """
    return load_document(io.StringIO(text), name=name, limits=limits)


def _name_of(source: DocumentSource) -> str:
    if isinstance(source, (str, os.PathLike)):
        return os.fspath(source)
    name = getattr(source, "name", None)
    return name if isinstance(name, str) else "<document>"


def _bytes_of(source: DocumentSource, name: str, limits: Limits) -> bytes:
    if isinstance(source, bytes):
        return read_stream(io.BytesIO(source), limit=limits.size, name=name)
    if not isinstance(source, (str, os.PathLike)):
        return read_stream(source, limit=limits.size, name=name)
    if isinstance(source, str) and "\n" in source:
        raise DocumentError((f"{shown(source)}: this is a text, no file name; use read_plan",))
    return read_bytes(source, limit=limits.size)


# --- from bytes to a plan -------------------------------------------------------------------------


def _document(data: bytes, name: str, limits: Limits) -> PlanDocument:
    problems = Problems(name, most=limits.problems)
    root = root_of(data, problems, limits, _PLAN_FILE)
    check_version(root, problems)
    plan = whole_plan(Spot(root, (), Reading(root, problems)))
    if len(problems) > 0:
        raise problems.error()
    return PlanDocument(plan=plan, name=problems.name, root=root)
