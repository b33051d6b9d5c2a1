# SPDX-FileCopyrightText: 2026 the meldroute authors
# SPDX-License-Identifier: EUPL-1.2
"""The JSON Schemas in rules/schema are for editors; what the loader takes, they take too."""

import json
from pathlib import Path

import pytest
from project import ROOT

SCHEMAS = ROOT / "rules" / "schema"
KINDS = {"routes": "route"}


def rule_files() -> list[Path]:
    folders = (ROOT / "rules", ROOT / "tests" / "rulebooks")
    found = (path for folder in folders for path in sorted(folder.rglob("*.json")))
    return [path for path in found if SCHEMAS not in path.parents]


def kind(path: Path) -> str:
    """A rulebook holds terms.json or terms/*.json: the name nearest to the rulebook counts."""
    stem = path.stem if (path.parent / "rulebook.json").exists() else path.parent.name
    return KINDS.get(stem, stem)


def test_a_rule_file_names_the_schema_of_its_kind() -> None:
    for path in rule_files():
        named = json.loads(path.read_text()).get("$schema")
        if named is not None:
            assert (path.parent / named).resolve() == SCHEMAS / f"{kind(path)}.schema.json", path


def test_every_rule_file_keeps_to_its_schema() -> None:
    jsonschema = pytest.importorskip("jsonschema")
    referencing = pytest.importorskip("referencing")
    schemas = {path.name: json.loads(path.read_text()) for path in SCHEMAS.glob("*.json")}
    registry = referencing.Registry().with_resources(
        (name, referencing.Resource.from_contents(schema)) for name, schema in schemas.items()
    )
    wrong = []
    for path in rule_files():
        schema = schemas[f"{kind(path)}.schema.json"]
        validator = jsonschema.Draft202012Validator(schema, registry=registry)
        for error in validator.iter_errors(json.loads(path.read_text())):
            wrong.append(f"{path.relative_to(ROOT)} {error.json_path}: {error.message}")
    assert not wrong
