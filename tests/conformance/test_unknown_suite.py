# SPDX-FileCopyrightText: 2026 the meldroute authors
# SPDX-License-Identifier: EUPL-1.2
"""The suite of unknowns keeps to its form, and to brute force. On our engine it is run by
tests/rules/unknown_suite_test.cpp."""

import json
from pathlib import Path

import brute
import pytest

FOLDER = Path(brute.__file__).parent
FILES = [path for path in sorted(FOLDER.glob("*.json")) if path.name != "schema.json"]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_keeps_to_its_form(path: Path) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    schema = json.loads((FOLDER / "schema.json").read_text())
    jsonschema.validate(json.loads(path.read_text()), schema, jsonschema.Draft202012Validator)
    names = [case["name"] for _, case in brute.cases(path)]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_case_is_what_brute_force_says(path: Path) -> None:
    wrong = [
        f"{case['name']}: {words}"
        for book, case in brute.cases(path)
        for words in brute.differences(book, case)
    ]
    assert not wrong


def test_there_are_cases_of_every_state() -> None:
    states = [case["state"] for path in FILES for _, case in brute.cases(path)]
    assert len(states) >= 300
    assert set(states) == {"decided", "open", "none", "conflict"}
