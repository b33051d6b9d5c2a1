# SPDX-FileCopyrightText: 2026 the meldroute authors
# SPDX-License-Identifier: EUPL-1.2
"""pytest runs the tests that stand beside rules."""

import json
from pathlib import Path

import pytest
from toetsstad import write_rulebook

CHILD = {
    "name": "een kind weegt hoog",
    "given": {"leeftijd": 16},
    "expect": {"weging.klasse": "hoog"},
}
WRONG = {"name": "ook met 17", "given": {"leeftijd": 17}, "expect": {"weging.klasse": "laag"}}
TABLE = {
    "name": "leeftijd",
    "table": {
        "facts": ["leeftijd"],
        "expect": ["weging.klasse"],
        "rows": [[16, "hoog"], [34, "onbeslist"]],
    },
}


@pytest.fixture
def rules(pytester: pytest.Pytester) -> Path:
    return write_rulebook(pytester.path)


def write_tests(rules: Path, *tests: object) -> None:
    (rules / "tests").mkdir(exist_ok=True)
    (rules / "tests" / "weging.json").write_text(json.dumps({"tests": tests}))


def test_each_situation_and_each_row_is_a_test(pytester: pytest.Pytester, rules: Path) -> None:
    write_tests(rules, CHILD, TABLE)
    ran = pytester.runpytest("--meldroute", str(rules), "-v")
    ran.assert_outcomes(passed=3)
    ran.stdout.fnmatch_lines(
        ["*weging.json::een kind weegt hoog PASSED*", "*leeftijd, rij 2 PASSED*"]
    )


def test_a_failure_is_the_line_of_meldroute_test(pytester: pytest.Pytester, rules: Path) -> None:
    write_tests(rules, CHILD, WRONG)
    ran = pytester.runpytest("--meldroute", str(rules))
    ran.assert_outcomes(passed=1, failed=1)
    ran.stdout.fnmatch_lines(["weging.klasse: verwacht laag, kreeg hoog; want: rij jong geldt"])


def test_tests_are_chosen_by_name(pytester: pytest.Pytester, rules: Path) -> None:
    write_tests(rules, CHILD, WRONG, TABLE)
    pytester.runpytest("--meldroute", str(rules), "-k", "kind").assert_outcomes(
        passed=1, deselected=3
    )


def test_a_folder_in_the_settings_comes_on_top(pytester: pytest.Pytester, rules: Path) -> None:
    write_tests(rules, CHILD)
    pytester.makeini("[pytest]\nmeldroute_rulebooks = toetsstad")
    pytester.makepyfile("def test_own() -> None: pass")
    pytester.runpytest().assert_outcomes(passed=2)


def test_without_the_option_no_file_is_touched(pytester: pytest.Pytester, rules: Path) -> None:
    write_tests(rules, WRONG)
    pytester.makepyfile("def test_own() -> None: pass")
    pytester.runpytest().assert_outcomes(passed=1)


def test_what_a_test_cannot_mean_is_said_with_its_place(
    pytester: pytest.Pytester, rules: Path
) -> None:
    write_tests(rules, {"name": "fout", "given": {"leeftyd": 16}})
    ran = pytester.runpytest("--meldroute", str(rules))
    ran.assert_outcomes(errors=1)
    ran.stdout.fnmatch_lines(["M1101*weging.json:1*leeftyd*leeftijd*"])
