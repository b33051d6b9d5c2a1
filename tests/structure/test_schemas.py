# SPDX-FileCopyrightText: 2026 the meldroute authors
# SPDX-License-Identifier: EUPL-1.2
"""The JSON Schemas in rules/schema are for editors; what the loader takes, they take too."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from project import ROOT

SCHEMAS = ROOT / "rules" / "schema"
WRONG = ROOT / "tests" / "rulebook" / "wrong_files.json"
KINDS = {"routes": "route"}

# What editors honour: VS Code reads draft-07 and some of 2020-12, with three words of its own.
KEYWORDS = {
    *("$schema", "$ref", "$defs", "title", "description", "type", "enum", "const", "properties"),
    *("required", "additionalProperties", "propertyNames", "minProperties", "maxProperties"),
    *("items", "minItems", "maxItems", "uniqueItems", "pattern", "minLength", "maxLength"),
    *("minimum", "maximum", "oneOf", "anyOf", "allOf", "not", "if", "then", "else"),
    *("markdownDescription", "defaultSnippets"),
}


def rule_files() -> list[Path]:
    folders = (ROOT / "rules", ROOT / "tests" / "rulebooks")
    found = (path for folder in folders for path in sorted(folder.rglob("*.json")))
    return [path for path in found if not {"schema", ".vscode"} & set(path.relative_to(ROOT).parts)]


def kind(path: Path) -> str:
    """A rulebook holds terms.json or terms/*.json: the name nearest to the rulebook counts."""
    stem = path.stem if (path.parent / "rulebook.json").exists() else path.parent.name
    return KINDS.get(stem, stem)


def schemas() -> dict[str, Any]:
    return {path.name: json.loads(path.read_text()) for path in sorted(SCHEMAS.glob("*.json"))}


def parts(schema: Any, at: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Each schema within a schema, with where it stands."""
    if not isinstance(schema, dict):
        return
    yield at, schema
    for word in ("properties", "$defs"):
        for key, inner in schema.get(word, {}).items():
            yield from parts(inner, f"{at}/{key}")
    for word in ("items", "additionalProperties", "propertyNames", "not", "if", "then", "else"):
        yield from parts(schema.get(word), f"{at}/{word}")
    for word in ("oneOf", "anyOf", "allOf"):
        for inner in schema.get(word, []):
            yield from parts(inner, f"{at}/{word}")


def errors_in(value: Any, name: str) -> list[str]:
    jsonschema = pytest.importorskip("jsonschema")
    referencing = pytest.importorskip("referencing")
    known = schemas()
    registry = referencing.Registry().with_resources(
        (name, referencing.Resource.from_contents(schema)) for name, schema in known.items()
    )
    validator = jsonschema.Draft202012Validator(known[f"{name}.schema.json"], registry=registry)
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(value)]


def test_a_rule_file_names_the_schema_of_its_kind() -> None:
    for path in rule_files():
        named = json.loads(path.read_text()).get("$schema")
        if named is not None:
            assert (path.parent / named).resolve() == SCHEMAS / f"{kind(path)}.schema.json", path


def test_every_rule_file_keeps_to_its_schema() -> None:
    wrong = []
    for path in rule_files():
        for error in errors_in(json.loads(path.read_text()), kind(path)):
            wrong.append(f"{path.relative_to(ROOT)} {error}")
    assert not wrong


def test_every_schema_is_used() -> None:
    used = {f"{kind(path)}.schema.json" for path in rule_files()}
    assert used | {"common.schema.json"} == schemas().keys()


def test_the_schemas_use_only_what_editors_honour() -> None:
    for name, schema in schemas().items():
        for at, part in parts(schema):
            assert not part.keys() - KEYWORDS, f"{name} {at}"


def test_every_property_has_a_help_text() -> None:
    bare = [
        f"{name} {at}/{key}"
        for name, schema in schemas().items()
        for at, part in parts(schema)
        if not {"if", "then", "else", "not"} & set(at.split("/"))
        for key, inner in part.get("properties", {}).items()
        if not inner.get("description")
    ]
    assert not bare


@pytest.mark.parametrize("wrong", json.loads(WRONG.read_text()), ids=lambda wrong: wrong["name"])
def test_what_the_loader_refuses_the_schema_marks(wrong: dict[str, Any]) -> None:
    """The test of the loader (tests/rulebook) reads the same table."""
    file = Path(wrong["file"])
    stem = file.parent.name or file.stem
    assert errors_in(wrong["holds"], KINDS.get(stem, stem))


def test_an_editor_finds_the_schema_of_every_rule_file() -> None:
    """By its name, whether the rules were opened or the whole project."""
    for root in (ROOT, ROOT / "rules"):
        settings = json.loads((root / ".vscode" / "settings.json").read_text())
        matched = {
            path: root / one["url"]
            for one in settings["json.schemas"]
            for pattern in one["fileMatch"]
            for path in root.glob(pattern.lstrip("/"))
        }
        for path in (ROOT / "rules").rglob("*.json"):
            if path in rule_files():
                expected = ROOT / "rules" / "schema" / f"{kind(path)}.schema.json"
                assert matched[path].resolve() == expected, root
