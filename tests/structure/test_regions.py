# SPDX-FileCopyrightText: 2026 the meldroute authors
# SPDX-License-Identifier: EUPL-1.2
"""Each test that docs/regions.md points to is there."""

import json
import re
from collections.abc import Iterator

from project import ROOT, read

PAGE = read(ROOT / "docs" / "regions.md")


def names() -> Iterator[str]:
    for path in sorted((ROOT / "rules").glob("**/tests/*.json")):
        for test in json.loads(path.read_text(encoding="utf-8"))["tests"]:
            yield test["name"]


def test_a_test_that_shows_what_a_region_may_say_is_there() -> None:
    known = list(names())
    shown = [one.removesuffix(", …") for one in re.findall(r"«([^»]+)»", PAGE)]
    assert len(shown) > 20
    assert not [one for one in shown if not any(name.startswith(one) for name in known)]


def test_a_file_that_shows_it_is_there() -> None:
    files = re.findall(r"`(tests/[^`]+)`", PAGE)
    homes = (ROOT, *(ROOT / "rules" / book for book in ("nl", "ijsselstreek")))
    assert not [one for one in files if not any((home / one).exists() for home in homes)]


def test_all_points_are_there() -> None:
    points = [int(one) for one in re.findall(r"^\| (\d+) \|", PAGE, re.MULTILINE)]
    assert points == list(range(1, 27))
