"""Writes the generated parts of this folder; `python3 dev.py docs` puts them into the pages."""

from __future__ import annotations

import inspect
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

SCHEMAS = Path(__file__).resolve().parent.parent / "schemas"


def print_commands() -> None:
    """Print each command with its arguments and options."""
    from typer.main import get_command

    from workbench.cli import app

    group: Any = get_command(app)
    for path, command in sorted(iter_commands((), group)):
        positional = [each for each in command.params if each.param_type_name == "argument"]
        usage = " ".join([*path, *(each.metavar or each.name.upper() for each in positional)])
        print(f"## `workbench {' '.join(path)}`\n\n{tidy(command.help)}\n")
        print(f"    workbench {usage} [OPTIONS]\n")
        print_table(("option", "meaning"), map(describe_option, command.params))


def iter_commands(path: tuple[str, ...], group: Any) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Yield (path, command) of every command below `group`."""
    for name, command in group.commands.items():
        if getattr(command, "commands", None):
            yield from iter_commands((*path, name), command)
        elif not command.hidden:
            yield (*path, name), command


def describe_option(option: Any) -> tuple[str, str]:
    """Return the cells that name an option or argument and say what it means."""
    help_text = tidy(getattr(option, "help", None))
    if option.param_type_name == "argument":
        return f"`{option.metavar or option.name.upper()}`", help_text
    names = ", ".join(f"`{name}`" for name in [*option.opts, *option.secondary_opts])
    return names, help_text


def print_schemas() -> None:
    """Print the fields of each JSON Schema of the folder `schemas`."""
    for path in sorted(SCHEMAS.glob("*.schema.json")):
        schema = json.loads(path.read_text("utf-8"))
        print(f"## {schema.get('title', path.stem)}\n")
        print(f"`schemas/{path.name}`\n\n{tidy(schema.get('description'))}\n")
        print_fields(schema)
        for name, part in sorted(schema.get("$defs", {}).items()):
            if "properties" in part:
                print(f"### {name}\n\n{tidy(part.get('description'))}\n")
                print_fields(part)


def print_fields(schema: dict[str, Any]) -> None:
    """Print the table of the fields of one object."""
    required = set(schema.get("required", ()))
    rows = [
        (f"`{name}`", describe_type(part), "yes" if name in required else "", find_text(part))
        for name, part in schema.get("properties", {}).items()
    ]
    print_table(("field", "holds", "required", "meaning"), rows)


def describe_type(part: Any) -> str:
    """Return what a value may be, in a few words."""
    if not isinstance(part, dict):
        return "anything" if part else "nothing"
    if "$ref" in part:
        return str(part["$ref"]).rpartition("/")[2].removesuffix(".schema.json")
    if "const" in part:
        return f"`{json.dumps(part['const'], ensure_ascii=False)}`"
    if "enum" in part:
        return " or ".join(f"`{json.dumps(each, ensure_ascii=False)}`" for each in part["enum"])
    for key in ("oneOf", "anyOf"):
        if key in part:
            return " or ".join(dict.fromkeys(map(describe_type, part[key])))
    kinds = part.get("type", "anything")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    inner = f" of {describe_type(part['items'])}" if "items" in part else ""
    return " or ".join(f"{kind}{inner}" if kind == "array" else str(kind) for kind in kinds)


def find_text(part: Any) -> str:
    """Return the description of a field, or nothing."""
    return tidy(part.get("description")) if isinstance(part, dict) else ""


def print_errors() -> None:
    """Print the tree of errors and what each is for."""
    from workbench import errors

    tree = inspect.cleandoc(errors.__doc__ or "").partition("::")[2]
    print(f"```text\n{inspect.cleandoc(tree)}\n```\n")
    rows = [
        (f"`{each.__name__}`", f"`{each.__base__.__name__}`", first_line(each.__doc__))
        for each in vars(errors).values()
        if isinstance(each, type) and issubclass(each, errors.WorkbenchError) and each.__base__
    ]
    print_table(("error", "is a", "when"), rows)


def print_labels() -> None:
    """Print the labels of Label Studio's regions, with the keys that the editor takes."""
    meanings = {
        "CLAIM": "a claim in its own words",
        "UNDERSTOOD": "a claim that is only understood",
        "SOURCE": "who holds it",
        "CUE": "the words that signal the attribution, and its hub",
        "ATTRIBUTION": "the hub of an attribution without a cue",
        "ANCHOR": "the words that stand for the target",
        "Sentence": "what was decided on a sentence",
    }
    rows = [
        (f"`{each.get('alias')}`", meanings[str(each.get("alias"))], f"`{each.get('hotkey')}`")
        for each in _read_config().iter("Label")
    ]
    print_table(("label", "is", "key"), rows)


def print_controls() -> None:
    """Print what Label Studio's editor lets one say, and of which regions."""
    config = _read_config()
    rows = [
        (
            f"`{each.get('name')}`",
            ", ".join(f"`{label}`" for label in each.get("whenLabelValue", "").split(",") if label)
            or "the whole article",
            " · ".join(f"`{choice.get('alias')}`" for choice in each) or "free text",
        )
        for each in config.iter()
        if each.tag in ("Choices", "TextArea")
    ]
    print_table(("control", "of", "says"), rows)


def _read_config() -> Any:
    from xml.etree import ElementTree as ET

    from workbench.exchange.label_studio import dump_config
    from workbench.scheme import load_scheme

    return ET.fromstring(dump_config(load_scheme()))  # noqa: S314 (our own)


def print_table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> None:
    """Print a Markdown table, or nothing where there are no rows."""
    lines = [" | ".join(cell.replace("|", "\\|") for cell in row) for row in rows]
    if lines:
        print(f"| {' | '.join(head)} |\n|{'---|' * len(head)}")
        print("\n".join(f"| {line} |" for line in lines) + "\n")


def tidy(text: str | None) -> str:
    """Return `text` on one line."""
    return " ".join((text or "").split())


def first_line(text: str | None) -> str:
    """Return the first line of `text`."""
    return (text or "").partition("\n")[0].strip()
