r"""Scenarios from a file: YAML or JSON, with every problem and its place.

A file holds `version: 1` and a list of `scenarios`, each with an id, a title if wanted, and its
steps.
"""

import io
import os

from attrs import field, frozen

from send_framework.formats.document_roots import Expected, check_version, root_of
from send_framework.formats.files import PathLike, read_bytes, read_stream
from send_framework.formats.nodes import Limits, Mapping
from send_framework.formats.problems import Problems
from send_framework.formats.readers import Reading, Spot
from send_framework.formats.structuring import read_fields
from send_framework.model.validation import each_of_type, many
from send_framework.network.changes.scenario import Scenario

_LIMITS = Limits(size=1_000_000, nodes=50_000)
_BEGINNING = "'version: 1' and 'scenarios:' with a list"
_SCENARIO_FILE = Expected(
    place="a file of scenarios",
    text="scenarios are a text in YAML",
    beginning=f"scenarios begin with {_BEGINNING}",
)


@frozen(kw_only=True)
class ScenarioFile:
    """What such a file holds."""

    scenarios: tuple[Scenario, ...] = field(converter=many, validator=each_of_type(Scenario))


def load_scenarios(path: PathLike) -> tuple[Scenario, ...]:
    """Read scenarios from a file.

    Args:
        path: The file.

    Raises:
        DocumentError: It cannot be read as scenarios; `problems` names everything that is wrong.
    """
    return _read(read_bytes(path, limit=_LIMITS.size), os.fspath(path))


def read_scenarios(text: str, *, name: str = "<text>") -> tuple[Scenario, ...]:
    r"""Read scenarios from a text.

    Args:
        text: YAML or JSON.
        name: What messages call it.

    Raises:
        DocumentError: It cannot be read as scenarios; `problems` names everything that is wrong.

    Example:
        >>> [late] = read_scenarios(
        ...     "version: 1\n"
        ...     "scenarios:\n"
        ...     "  - id: late\n"
        ...     "    steps:\n"
        ...     "      - {kind: slip, activity: S02, days: 20}\n")
        >>> late.words
        'S02 slips by 20 working days'
    """
    data = read_stream(io.StringIO(text), limit=_LIMITS.size, name=name)
    return _read(data, name)


def _read(data: bytes, name: str) -> tuple[Scenario, ...]:
    problems = Problems(name, most=_LIMITS.problems)
    root = root_of(data, problems, _LIMITS, _SCENARIO_FILE)
    check_version(root, problems)
    spot = Spot(root, (), Reading(root, problems))
    if isinstance(root, Mapping):
        values = read_fields(ScenarioFile, spot, root, also=("version",))
    else:
        values = {}
        spot.wrong(f"the fields of a file of scenarios are expected: {_BEGINNING}")
    found: tuple[Scenario, ...] = values.get("scenarios", ())
    _tell_doubles(found, spot)
    if len(problems) > 0:
        raise problems.error()
    return found


def _tell_doubles(found: tuple[Scenario, ...], spot: Spot) -> None:
    """Tell of ids used twice: answers name scenarios by them."""
    ids = [each.id for each in found]
    for name in dict.fromkeys(name for name in ids if ids.count(name) > 1):
        spot.tell(f"the id {name!r} stands here more than once; each scenario needs its own")
