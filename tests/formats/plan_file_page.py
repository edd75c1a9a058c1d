"""Write the tables of the plan file's reference page from its JSON Schema.

Run ``python -m tests.formats.plan_file_page`` after a class of the model has changed.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from send_framework.formats.documents import plan_schema

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "plan-file.md"
MARK = "<!-- the tables below are written from the classes -->\n"


def tables() -> str:
    """Return one table for each class, the plan first, and one list of words for each enum."""
    schema = plan_schema()
    parts = {"Plan": schema, **schema["$defs"]}
    return "\n".join(line for name, each in parts.items() for line in _part(name, each))


def page(current: str) -> str:
    """Return the page with its tables as they should be; what stands above them stays."""
    return current.split(MARK, maxsplit=1)[0] + MARK + "\n" + tables()


def _part(name: str, schema: dict[str, Any]) -> Iterator[str]:
    described = schema["anyOf"][-1] if "anyOf" in schema else schema
    yield f"### {name}\n\n{described['description']}\n"
    if "enum" in described:
        yield f"One of {', '.join(f'`{word}`' for word in described['enum'])}.\n"
        return
    yield "| field | what it holds | meaning |\n|---|---|---|"
    for field, inner in described["properties"].items():
        needed = " (needed)" if field in described["required"] else ""
        yield f"| `{field}`{needed} | {_holds(inner)} | {_meaning(inner)} |"
    yield ""


def _meaning(schema: dict[str, Any]) -> str:
    value = schema.get("default")
    shown = "true" if value is True else value
    default = f" Default: `{shown}`." if value else ""
    return str(schema["description"]).replace("|", "\\|") + default


def _holds(schema: dict[str, Any]) -> str:
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        return f"[{name}](#{name.lower()})"
    if "const" in schema:
        return f"`{schema['const']}`"
    if "anyOf" in schema:
        known = [_holds(each) for each in schema["anyOf"] if each != {"type": "null"}]
        return known[-1] if len(known) > 1 and known[-1].startswith("list of") else known[0]
    if "items" in schema:
        return f"list of {_holds(schema['items'])}"
    return _single(schema)


def _single(schema: dict[str, Any]) -> str:
    if "examples" in schema:
        return "date as exact as known"
    if schema.get("format") == "date":
        return "day"
    kinds = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    if "number" in kinds and "string" in kinds:
        return "id"
    words = {"string": "text", "integer": "whole number", "number": "number"}
    return words.get(kinds[0], "`true` or `false`")


if __name__ == "__main__":
    PAGE.write_text(page(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
