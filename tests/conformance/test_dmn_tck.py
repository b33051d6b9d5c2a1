# SPDX-FileCopyrightText: 2026 the meldroute authors
# SPDX-License-Identifier: EUPL-1.2
"""The decision tables of the DMN TCK: each result is theirs, or stands below with the reason."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from dmn_tables import Translation
from meldroute import Rulebook, RulebookError
from project import ROOT

SUITE = ROOT.parent / "shared" / "suites" / "dmn-tck-tables" / "decision-tables.json"


@dataclass(frozen=True)
class Refusal:
    """What meldroute does otherwise, on purpose. docs/conformance.md tells the same reasons."""

    why: str
    error: str = ""
    """The rulebook is not loaded: the number of the error."""
    instead: Any = None
    """It is loaded, and decides this."""


TWO_TEXTS = "two texts are not compared with each other"
BUILT_TEXT = "an outcome is not built out of a text of the report"
TWICE = "an outcome that comes twice is said once"

# By model and decision, and where only one test of it is meant, that test.
REFUSALS: dict[tuple[str, ...], Refusal] = {
    ("0036-dt-variable-input", "Compare String"): Refusal(TWO_TEXTS, error="M1211"),
    ("0039-dt-list-semantics", "Symptom Analysis"): Refusal(BUILT_TEXT, error="M1012"),
    ("0113-outputOrder-hitpolicy-singleinoutcol", "Approval Status", "002"): Refusal(
        TWICE, instead=["Approved"]
    ),
}


def suite() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(SUITE.read_text()) if SUITE.exists() else []
    return found


CASES = [(model, test) for model in suite() for test in model["tests"]]
there = pytest.mark.skipif(not SUITE.exists(), reason=f"the DMN TCK tables are not at {SUITE}")


def refusal(model: str, decision: str, test: str = "") -> Refusal | None:
    return REFUSALS.get((model, decision)) or REFUSALS.get((model, decision, test))


def not_loaded(model: dict[str, Any]) -> list[str]:
    names = [decision["name"] for decision in model["decisions"]]
    return [name for name in names if (no := refusal(model["model"], name)) and no.error]


@there
def test_the_suite_is_whole() -> None:
    assert len(suite()) == 20
    assert len(CASES) == 60
    assert sum(len(test["results"]) for _, test in CASES) == 81


@there
@pytest.mark.parametrize(
    ("model", "test"), CASES, ids=[f"{model['model']}-{test['id']}" for model, test in CASES]
)
def test_every_result_is_theirs_or_refused_on_purpose(
    model: dict[str, Any], test: dict[str, Any], tmp_path: Path
) -> None:
    refused = not_loaded(model)
    kept = [one["name"] for one in model["decisions"] if one["name"] not in refused]
    translation = Translation(model, kept)
    book = Rulebook.load(translation.write(tmp_path)) if kept else None
    facts = translation.told(test["inputs"])
    for result in test["results"]:
        name, expected = result["decision"], result["expected"]
        no = refusal(model["model"], name, test["id"])
        if no is not None and no.error:
            with pytest.raises(RulebookError, match=no.error):
                Rulebook.load(Translation(model, [name]).write(tmp_path))
            continue
        assert book is not None
        ruling = book.decide(translation.id(name), facts)
        assert ruling.state == "decided", name
        got = translation.back(ruling.outcome)
        if no is not None:
            assert got == no.instead != expected, "this is refused no longer"
        else:
            assert got == expected, name


@there
def test_what_is_refused_is_counted_and_told() -> None:
    results = [
        refusal(model["model"], result["decision"], test["id"])
        for model, test in CASES
        for result in test["results"]
    ]
    assert (results.count(None), len(results)) == (75, 81)
    page = (ROOT / "docs" / "conformance.md").read_text()
    for no in REFUSALS.values():
        assert no.why in page
