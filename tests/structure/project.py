# SPDX-FileCopyrightText: 2026 the meldroute authors
# SPDX-License-Identifier: EUPL-1.2
"""The project's own files, and the rooms that its CMakeLists.txt names."""

import fnmatch
import os
import re
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]


@cache
def files() -> tuple[Path, ...]:
    """Every file of the project, relative to its root. Works without git as well."""
    ignored = ["/.git", *(line.rstrip("/") for line in read(Path(".gitignore")).split())]
    found: list[Path] = []
    for folder, inner, names in os.walk(ROOT):
        here = Path(folder).relative_to(ROOT)
        inner[:] = [name for name in inner if not matches([name, f"/{here / name}"], ignored)]
        found += [here / name for name in names]
    return tuple(sorted(found))


def matches(names: list[str], patterns: list[str]) -> bool:
    return any(fnmatch.fnmatch(name, pattern) for name in names for pattern in patterns)


def read(path: Path) -> str:
    return (ROOT / path).read_text(encoding="utf-8")


def in_folders(*folders: str, endings: tuple[str, ...]) -> list[Path]:
    return [path for path in files() if path.parts[0] in folders and path.suffix in endings]


@cache
def rooms() -> dict[str, frozenset[str]]:
    """Each room with all rooms below it, from the lines `meldroute_room(name USES …)`."""
    below: dict[str, frozenset[str]] = {}
    for line in re.findall(r"^meldroute_room\((.*?)\)", read(Path("CMakeLists.txt")), re.M | re.S):
        name = line.split()[0]
        uses = set(re.findall(r"meldroute::(\w+)", line))
        # A room that uses one further down the list is a KeyError: lower floors stand first.
        below[name] = frozenset(uses.union(*(below[room] for room in uses)))
    return below


@cache
def version() -> str:
    found = re.search(r"project\(meldroute VERSION ([0-9.]+)", read(Path("CMakeLists.txt")))
    assert found is not None
    return found[1]
