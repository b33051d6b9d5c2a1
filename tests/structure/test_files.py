# SPDX-FileCopyrightText: 2026 the meldroute authors
# SPDX-License-Identifier: EUPL-1.2
"""What every file of the project keeps to."""

import re
import tomllib
from pathlib import Path

from project import ROOT, files, in_folders, matches, read

SPDX = [line.removeprefix("# ") for line in Path(__file__).read_text().splitlines()[:2]]
SOURCES = (".hpp", ".cpp", ".py", ".pyi")
MAX_LINES = 300
# Files that may be longer, each with its reason.
LONGER = {
    "include/meldroute/routes/step_plan.hpp": "six tracks, one table: an arrow a line",
    "src/base/fault_table.cpp": "one table, a few lines for each fault",
}


def reuse_annotated() -> list[str]:
    """Files that cannot hold a comment have their licence in REUSE.toml."""
    reuse = tomllib.loads(read(Path("REUSE.toml")))
    return [pattern for part in reuse["annotations"] for pattern in part["path"]]


def test_a_file_says_its_licence() -> None:
    annotated = reuse_annotated()

    def head(path: Path) -> str:
        return (ROOT / path).read_bytes()[:1000].decode(errors="replace")

    wrong = [
        str(path)
        for path in files()
        if not matches([str(path)], annotated) and not all(line in head(path) for line in SPDX)
    ]
    assert not wrong


def test_a_file_holds_one_thought() -> None:
    lines = {
        str(path): len(read(path).splitlines())
        for path in in_folders("include", "src", "bindings", endings=SOURCES)
    }
    long = {path: count for path, count in lines.items() if count > MAX_LINES}
    assert not {path: count for path, count in long.items() if path not in LONGER}
    assert LONGER.keys() <= long.keys(), "a file that may be longer no longer is"


def test_a_file_names_no_place_on_the_machine_of_its_maker() -> None:
    place = re.compile(r"(?<![\w.}/)-])/(?:work|farm|home|root|Users)/[^\s\"'`)]*")
    wrong = [
        f"{path}: {found}"
        for path in files()
        for found in place.findall((ROOT / path).read_bytes().decode(errors="replace"))
    ]
    assert not wrong


def test_the_licence_stands_in_both_places_that_tools_look_in() -> None:
    assert read(Path("LICENSE")) == read(Path("LICENSES/EUPL-1.2.txt"))
