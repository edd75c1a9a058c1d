"""A plan to YAML or JSON, and into a file whole or not at all.

The same plan gives the same bytes. Short forms are used and what says nothing is left out, so
that people can go on writing in the file.
"""

import json
from pathlib import PurePath

from send_framework.formats.files import PathLike, write_text_safely
from send_framework.formats.plain_data import plan_data
from send_framework.formats.yaml_text import yaml_text
from send_framework.model.plan import Plan


def dump_plan(plan: Plan, path: PathLike, *, force: bool = False) -> None:
    """Write a plan file, whole or not at all.

    Args:
        plan: What to write.
        path: Where; a name that ends in ``.json`` gives JSON, any other YAML.
        force: Whether an existing file may be replaced.

    Raises:
        DocumentError: The file exists or cannot be written, or two different sources of the plan
            have one key.
    """
    as_json = PurePath(path).suffix.lower() == ".json"
    text = plan_to_json(plan) if as_json else plan_to_yaml(plan)
    write_text_safely(path, text, force=force)


def plan_to_yaml(plan: Plan) -> str:
    """Return a plan as YAML; `read_plan` gives the same plan back.

    Sources that facts cite but the register does not list are added to the register.

    Raises:
        DocumentError: Two different sources have one key, so facts could not tell them apart.

    Example:
        >>> from send_framework import Action
        >>> print(plan_to_yaml(Plan(title="A plan", actions=[
        ...     Action(id="S01", title="Begin", duration=5),
        ...     Action(id="S02", title="Go on", after="S01", due="2024-03-07")])))
        version: 1
        title: A plan
        actions:
          - {id: S01, title: Begin, duration: 5}
          - {id: S02, title: Go on, after: S01, due: 2024-03-07}
        <BLANKLINE>
    """
    return yaml_text(plan_data(plan))


def plan_to_json(plan: Plan) -> str:
    """Return a plan as JSON; `read_plan` gives the same plan back.

    Raises:
        DocumentError: Two different sources have one key, so facts could not tell them apart.

    Example:
        >>> print(plan_to_json(Plan(title="A plan")))
        {
          "version": 1,
          "title": "A plan"
        }
        <BLANKLINE>
    """
    return json.dumps(plan_data(plan), ensure_ascii=False, indent=2, default=str) + "\n"
