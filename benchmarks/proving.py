# SPDX-FileCopyrightText: 2026 the meldroute authors
# SPDX-License-Identifier: EUPL-1.2
"""What proving costs: `python proving.py MELDROUTE` times `check` on made-up tables of 2000 rows
over 30 facts. They are the same on every machine."""

import json
import random
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

FACTS, ROWS = 30, 2000
Rows = list[list[int]]  # of each fact the values that a row allows, as bits


def partition(dice: random.Random, sizes: list[int]) -> Rows:
    """One row that allows everything, split in two again and again."""
    rows = [[(1 << size) - 1 for size in sizes]]
    while len(rows) < ROWS:
        row, fact = dice.choice(rows), dice.randrange(FACTS)
        part = row[fact] & dice.getrandbits(sizes[fact])
        if part not in (0, row[fact]):
            other = [*row]
            other[fact], row[fact] = part, row[fact] & ~part
            rows.append(other)
    dice.shuffle(rows)
    return rows


def freed(dice: random.Random, rows: Rows, sizes: list[int]) -> Rows:
    """Each row says nothing any more of three facts: many rows hold at once."""
    out = [[*row] for row in rows]
    for row in out:
        for fact in dice.sample(range(FACTS), 3):
            row[fact] = (1 << sizes[fact]) - 1
    return out


def widened(dice: random.Random, rows: Rows, sizes: list[int]) -> Rows:
    """Each row allows one value more of one fact."""
    out = [[*row] for row in rows]
    for row in out:
        fact = dice.randrange(FACTS)
        row[fact] |= 1 << dice.randrange(sizes[fact])
    return out


def scattered(dice: random.Random, size: int, cells: int) -> Rows:
    """Rows with a few random cells."""
    out = [[(1 << size) - 1] * FACTS for _ in range(ROWS)]
    for row in out:
        for _ in range(cells):
            row[dice.randrange(FACTS)] = dice.randrange(1, (1 << size) - 1)
    return out


def write(folder: Path, dice: random.Random, rows: Rows, sizes: list[int], take: str) -> None:
    def cell(allowed: int) -> list[str]:
        return [f"w{value}" for value in range(8) if allowed >> value & 1]

    facts = [
        {"id": f"f{i}", "type": "enum", "values": cell((1 << size) - 1)}
        for i, size in enumerate(sizes)
    ]
    table = [
        {
            "id": f"r{i}",
            "when": {
                f"f{fact}": cell(allowed)
                for fact, allowed in enumerate(row)
                if allowed != (1 << sizes[fact]) - 1
            },
            "then": dice.choice("abc"),
        }
        for i, row in enumerate(rows)
    ]
    outcome = {"type": "enum", "values": ["a", "b", "c"]}
    decision = {"id": "d", "label": "d", "take": take, "outcome": outcome, "rows": table}
    book = {"id": "groot", "version": "1", "status": "concept", "title": "groot"}
    book |= {"valid": {"from": "2026-01-01"}}  # type: ignore[dict-item]
    (folder / "rulebook.json").write_text(json.dumps(book))
    (folder / "facts.json").write_text(json.dumps({"facts": facts}))
    (folder / "decisions.json").write_text(json.dumps({"decisions": [decision]}))


def seconds(meldroute: str, folder: Path) -> tuple[float, int]:
    """Of processor time, and how many findings."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    ran = subprocess.run(
        [meldroute, "check", folder, "--json"], stdout=subprocess.PIPE, check=False
    )
    spent = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before
    findings = [one["code"] for one in json.loads(ran.stdout)]
    undecided = findings.count("M1580")
    assert not undecided, "not everything was decided"
    return spent, len(findings)


def main(meldroute: str) -> None:
    dice = random.Random(3)
    sizes = [dice.randint(2, 7) for _ in range(FACTS)]
    whole = partition(dice, sizes)
    tables = {
        "a partition, first": (whole, sizes, "first"),
        "a partition, only-one": (whole, sizes, "only-one"),
        "one row removed": (whole[:777] + whole[778:], sizes, "first"),
        "overlapping": (widened(dice, whole, sizes), sizes, "first"),
        "overlapping, only-one": (widened(dice, whole, sizes), sizes, "only-one"),
        "heavily overlapping": (freed(dice, whole, sizes), sizes, "first"),
        "random rows of 4 cells": (scattered(dice, 4, 4), [4] * FACTS, "first"),
        "random truths, 6 cells": (scattered(dice, 2, 6), [2] * FACTS, "first"),
    }
    for name, (rows, of, take) in tables.items():
        with tempfile.TemporaryDirectory() as folder:
            write(Path(folder), dice, rows, of, take)
            spent, findings = seconds(meldroute, Path(folder))
            print(f"| {name} | {spent:.1f} s | {findings} |", flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
