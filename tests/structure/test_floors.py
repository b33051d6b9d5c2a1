# SPDX-FileCopyrightText: 2026 the meldroute authors
# SPDX-License-Identifier: EUPL-1.2
"""A room includes only rooms that it stands on, as CMakeLists.txt says."""

import re
from pathlib import Path

from project import in_folders, read, rooms

INCLUDE = re.compile(r'^\s*#\s*include\s*[<"]([^>"]+)[>"]', re.M)
CLASS = re.compile(r"^(?:struct|class|enum class) (\w+)(?: final)?\s*(?::(?!:)[^;{]*)?\{", re.M)
NAMESPACE = re.compile(r"^namespace ([^{]+) \{", re.M)
CODE = (".hpp", ".cpp")


def includes(path: Path) -> list[str]:
    return INCLUDE.findall(read(path))


def room_of(path: Path) -> str | None:
    """The room of include/meldroute/<room>/… and src/<room>/…"""
    place = path.parts[2:] if path.parts[0] == "include" else path.parts[1:]
    return place[0] if len(place) > 1 else None


def included_room(header: str) -> str | None:
    """The room of <meldroute/<room>/…> and "<room>/…"."""
    parts = Path(header).parts
    parts = parts[1:] if parts[0] == "meldroute" else parts
    return parts[0] if len(parts) > 1 and parts[0] in rooms() else None


ROOM_FILES = [path for path in in_folders("include", "src", endings=CODE) if room_of(path)]


def test_every_room_on_disk_stands_in_cmake() -> None:
    assert {room_of(path) for path in ROOM_FILES} <= set(rooms())


def test_a_room_includes_only_rooms_below_it() -> None:
    wrong = []
    for path in ROOM_FILES:
        room = room_of(path)
        assert room is not None
        may = rooms()[room] | {room}
        wrong += [
            f"{path} includes {header}; {room} stands on {sorted(rooms()[room])}"
            for header in includes(path)
            if (included_room(header) or room) not in may
        ]
    assert not wrong


def test_a_public_header_includes_only_public_headers() -> None:
    wrong = [
        f"{path} includes {header}"
        for path in in_folders("include", endings=CODE)
        for header in includes(path)
        if included_room(header) and not header.startswith("meldroute/")
    ]
    assert not wrong


def test_a_public_header_costs_little_to_include() -> None:
    """json.hpp takes 1.5 s a file; Statechart is seen only where machines are written."""
    wrong = [
        f"{path} includes {header}"
        for path in in_folders("include", endings=CODE)
        for header in includes(path)
        if header == "nlohmann/json.hpp"
        or (header.startswith("boost/") and room_of(path) != "routes")
    ]
    assert not wrong


def test_no_two_headers_give_one_name_to_different_classes() -> None:
    """Two such classes link without a word, and one then runs the other's code."""
    declared: dict[str, list[Path]] = {}
    for path in in_folders("include", "src", endings=(".hpp",)):
        text = read(path)
        within = "::".join(NAMESPACE.findall(text))
        for name in set(CLASS.findall(text)):
            declared.setdefault(f"{within}::{name}", []).append(path)
    assert not {name: paths for name, paths in declared.items() if len(paths) > 1}
