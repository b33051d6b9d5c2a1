# SPDX-FileCopyrightText: 2026 the meldroute authors
# SPDX-License-Identifier: EUPL-1.2
"""The tests beside rules are run, and themselves tested."""

import json
import pickle
from pathlib import Path

import pytest
from meldroute import Rulebook, RulebookError


@pytest.fixture
def file(tmp_path: Path) -> Path:
    test = {"name": "een kind", "given": {"leeftijd": 16}, "expect": {"weging.klasse": "hoog"}}
    path = tmp_path / "tests.json"
    path.write_text(json.dumps({"tests": [test]}))
    return path


def test_a_test_passes_or_says_why_not(book: Rulebook, file: Path) -> None:
    (good,) = book.test(file)
    assert good.passed
    assert repr(good) == "TestResult(name='een kind', passed=True)"

    file.write_text(file.read_text().replace("hoog", "laag"))
    (wrong,) = book.test(file)
    assert not wrong.passed
    (failure,) = wrong.failures
    assert (failure.what, failure.expected, failure.got) == ("weging.klasse", "laag", "hoog")
    assert failure.why.en == "row jong holds"
    assert "verwacht laag, kreeg hoog" in str(failure.words)


def test_coverage_is_by_decision_row_and_cell(book: Rulebook, file: Path) -> None:
    coverage = book.coverage(file)
    klasse = next(d for d in coverage.decisions if d.decision == "weging.klasse")
    assert klasse.asked == 1
    assert klasse.rows[0].hits == 1
    assert klasse.rows[0].cells[0].held
    assert not klasse.rows[0].cells[0].failed
    assert coverage.rows[0] < coverage.rows[1]
    assert pickle.loads(pickle.dumps(coverage)) == coverage
    assert json.dumps(coverage.to_dict())


def test_what_no_test_notices_comes_with_a_test(book: Rulebook, file: Path) -> None:
    mutants = book.mutants(file, threads=1)
    missed = [mutant for mutant in mutants if mutant.fate == "missed"]
    limit = next(m for m in missed if m.change.en == "limit from 18 to 19")
    assert (limit.decision, limit.row, limit.input) == ("weging.klasse", "jong", "leeftijd")
    assert limit.suggested is not None

    tests = json.loads(file.read_text())["tests"] + [mutant.suggested for mutant in missed]
    file.write_text(json.dumps({"tests": tests}))
    assert all(result.passed for result in book.test(file))
    assert not [mutant for mutant in book.mutants(file) if mutant.fate == "missed"]


def test_no_change_is_tried_on_a_test_that_fails(book: Rulebook, file: Path) -> None:
    file.write_text(file.read_text().replace("hoog", "laag"))
    with pytest.raises(RulebookError, match="M1809"):
        book.mutants(file)
