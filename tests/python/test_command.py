# SPDX-FileCopyrightText: 2026 the meldroute authors
# SPDX-License-Identifier: EUPL-1.2
"""The command line that pip installs."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from meldroute import Actor, Desk, Rulebook
from toetsstad import MOMENT, write_rulebook

MODULE = (sys.executable, "-m", "meldroute")
SCRIPT = (str(Path(sys.executable).with_name("meldroute")),)


def run(*words: object, program: tuple[str, ...] = MODULE) -> subprocess.CompletedProcess[str]:
    command = [*program, *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("program", [MODULE, SCRIPT], ids=["module", "script"])
def test_it_says_what_there_is(program: tuple[str, ...]) -> None:
    ran = run("help", program=program)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "meldroute decide" in ran.stdout


def test_it_decides_as_the_library_does(folder: Path, book: Rulebook, tmp_path: Path) -> None:
    facts = tmp_path / "feiten.json"
    facts.write_text(json.dumps({"leeftijd": 16}))
    ran = run("decide", folder, "weging.klasse", facts, "--json")
    assert ran.returncode == 0
    assert json.loads(ran.stdout)["outcome"] == "hoog"
    assert "weging.klasse" in book.decide("weging.klasse", {"leeftijd": 16}).to_dict().values()


def test_it_shows_the_cases_that_the_library_kept(
    book: Rulebook, tmp_path: Path, officer: Actor
) -> None:
    file = tmp_path / "zaken.db"
    Desk(file, book).report({}, by=officer, at=MOMENT, key="ZAAK-1")
    ran = run("case", file)
    assert ran.returncode == 0
    assert "ZAAK-1" in ran.stdout


def test_wrong_use_ends_with_2(tmp_path: Path) -> None:
    for words in (["bestaat-niet"], ["check"], ["check", tmp_path / "nergens"]):
        ran = run(*words)
        assert ran.returncode == 2
        assert ran.stderr
        assert ran.stdout == ""


def test_a_rulebook_that_is_wrong_ends_with_1(tmp_path: Path) -> None:
    folder = write_rulebook(tmp_path, {"terms.json": "{"})
    ran = run("check", folder)
    assert ran.returncode == 1
    assert "terms.json" in ran.stdout + ran.stderr


def test_a_closed_pipe_is_no_error() -> None:
    piped = subprocess.run(
        ["bash", "-c", f"{' '.join(MODULE)} draw stappenplan | head -1"],
        capture_output=True,
        check=True,
    )
    assert piped.stderr == b""
