# SPDX-FileCopyrightText: 2026 the meldroute authors
# SPDX-License-Identifier: EUPL-1.2
"""The reference for this suite: every completion of what is not known is decided by the plain
meaning of the rules, and the answers are compared. Standard library only; README.md has the words.

    python brute.py            checks every case of every file here
"""

import itertools
import json
import sys
from collections.abc import Iterator
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from classes import Looks, values
from plain import Plain, World
from values import CONFLICT, NONE, to_json

MOST = 300_000  # completions that one case may have


class Expected(NamedTuple):
    state: str
    outcome: Any
    possible: list[Any]
    needed: list[dict[str, Any]]


class Brute:
    """One case: a book, the decision that is asked for, and what is told."""

    def __init__(self, book: Any, decision: str, told: Any) -> None:
        self.plain = Plain(book["vocabulary"], book["decisions"], told)
        self.decision = decision
        looks = Looks(self.plain, decision).found
        self.open = [atom for atom in looks if atom not in self.plain.told]
        self.values = {atom: values(self.plain, atom, looks[atom]) for atom in self.open}

    @cached_property
    def all(self) -> dict[tuple[int, ...], Any]:
        """What each completion gives, by the index of the value of each open atom."""
        sizes = [range(len(self.values[atom])) for atom in self.open]
        out: dict[tuple[int, ...], Any] = {}
        for choice in itertools.product(*sizes):
            if len(out) == MOST:
                raise ValueError("too many completions to try")
            world: World = dict(self.plain.told)
            for atom, index in zip(self.open, choice, strict=True):
                world[atom] = self.values[atom][index]
            out[choice] = self.plain.decide(self.decision, world)
        return out

    def expected(self) -> Expected:
        seen = set(self.all.values())
        if len(seen) > 1:
            return Expected("open", None, self.possible(seen), self.needed())
        only = seen.pop()
        if only in (NONE, CONFLICT):
            return Expected("none" if only == NONE else "conflict", None, [], [])
        return Expected("decided", self.json(only), [], [])

    def json(self, outcome: Any) -> Any:
        if not isinstance(outcome, frozenset):
            return to_json(outcome)
        order = self.plain.order(self.decision)
        return [to_json(one) for one in sorted(outcome, key=order.index)]

    def possible(self, seen: set[Any]) -> list[Any]:
        """The outcomes that can come, in order; of a number that is counted or computed the least
        and the most; of a set its members that can be in it."""
        real = seen - {NONE, CONFLICT}
        if self.plain.gathers(self.decision):
            return list(self.json(frozenset().union(*real)))
        order = self.plain.order(self.decision)
        ranked = sorted(real, key=order.index if order else None)
        if self.plain.computes(self.decision) and len(ranked) > 2:
            ranked = [ranked[0], ranked[-1]]
        return [self.json(one) for one in ranked]

    # ── what is needed ──────────────────────────────────────────────────────────────────────────

    def matters(self, at: int) -> bool:
        """Two completions that differ only in this atom differ in outcome."""
        first: dict[tuple[int, ...], Any] = {}
        for choice, outcome in self.all.items():
            others = choice[:at] + choice[at + 1 :]
            if first.setdefault(others, outcome) != outcome:
                return True
        return False

    def left(self, seen: set[Any]) -> int:
        """How many outcomes are left: of a number that is counted or computed at most two, of a set
        its members that are not settled."""
        real = seen - {NONE, CONFLICT}
        size = len(real)
        if real and self.plain.gathers(self.decision):
            size = len(frozenset().union(*real)) - len(frozenset.intersection(*real))
        elif self.plain.computes(self.decision):
            size = min(size, 2)
        return size + len(seen) - len(real)

    def rank(self, at: int) -> tuple[Decimal, int]:
        """The share of its classes that decide, the most first; then the fewest outcomes left."""
        classes = range(len(self.values[self.open[at]]))
        each = [{out for choice, out in self.all.items() if choice[at] == one} for one in classes]
        deciding = sum(len(seen) == 1 for seen in each)
        return -Decimal(deciding) / len(each), sum(self.left(seen) for seen in each)

    def needed(self) -> list[dict[str, Any]]:
        atoms = [at for at in range(len(self.open)) if self.matters(at)]
        atoms.sort(key=lambda at: (self.rank(at), self.plain.declared(self.open[at])))
        out: dict[str, dict[str, Any]] = {}
        for at in atoms:
            fact, item = self.open[at]
            one = out.setdefault(fact, {"fact": fact})
            if item:
                one.setdefault("items", []).append(item)
        return list(out.values())


def read(path: Path) -> Any:
    """Decimals stay exact."""
    return json.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)


def cases(path: Path) -> Iterator[tuple[Any, Any]]:
    for book in read(path)["books"]:
        for case in book["cases"]:
            yield book, case


def differences(book: Any, case: Any) -> list[str]:
    expected = Brute(book, case["decision"], case["facts"]).expected()
    wanted = Expected(
        case["state"], case.get("outcome"), case.get("possible", []), case.get("needed", [])
    )
    return [
        f"{word}: {getattr(wanted, word)} in the file, {getattr(expected, word)} by brute force"
        for word in Expected._fields
        if getattr(wanted, word) != getattr(expected, word)
    ]


def main() -> int:
    wrong = count = 0
    for path in sorted(Path(__file__).parent.glob("*.json")):
        if path.name == "schema.json":
            continue
        for book, case in cases(path):
            count += 1
            for words in differences(book, case):
                wrong += 1
                print(f"{path.name}: {case['name']}: {words}")
    print(f"{count} cases, {wrong} differences")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
