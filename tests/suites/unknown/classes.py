# SPDX-FileCopyrightText: 2026 the meldroute authors
# SPDX-License-Identifier: EUPL-1.2
"""Into which classes the values of a fact fall: two values are one class where nothing that a
decision or one below it reads tells them apart."""

import itertools
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from plain import PARTS, Atom, Plain, Scope
from values import SIGNS, Test, accepts, constant

MOST = 300  # values of a fact that arithmetic reads


@dataclass
class Look:
    """What reads an atom: cells, with the constants in them, and whether arithmetic does."""

    cells: list[Test] = field(default_factory=list)
    constants: list[Any] = field(default_factory=list)
    parts: list[tuple[str, str]] = field(default_factory=list)
    whole: bool = False


class Looks:
    def __init__(self, plain: Plain, decision: str) -> None:
        self.plain = plain
        self.found: dict[Atom, Look] = {}
        self.done: set[str] = set()
        self.decision(decision)

    def at(self, atom: Atom) -> Look:
        return self.found.setdefault(atom, Look())

    def decision(self, name: str) -> None:
        decision = self.plain.source(name)
        if decision["id"] in self.done:
            return
        self.done.add(decision["id"])
        if "value" in decision:
            self.node(decision["value"], None)
        for row in decision.get("rows", []):
            for name, cell in row.get("when", {}).items():
                self.cell(name, cell, None)
            for sign, key in ((">=", "from"), ("<=", "until")):
                if key in row.get("valid", {}):
                    self.cell("moment", f"{sign} {row['valid'][key]}", None)

    def cell(self, name: str, cell: Any, scope: Scope) -> None:
        if cell == "unknown":
            return None
        atom = self.plain.atom(name, scope)
        if atom is None:
            return self.decision(name)
        kind = self.plain.declaration(name, scope)["type"]
        if kind in ("set", "checklist"):
            self.at((name, cell.rsplit(" ", 1)[1])).whole = True
            return None
        look = self.at(atom)
        look.cells.append(accepts(kind, cell))
        look.constants += constants(kind, cell)
        return None

    def node(self, node: Any, scope: Scope) -> None:
        if not isinstance(node, dict):
            return None
        ((name, parts),) = node.items()
        if name == "var":
            atom = self.plain.atom(parts, scope)
            if atom is None:
                return self.decision(parts)
            self.at(atom).whole = True
            return None
        parts = parts if isinstance(parts, list) else [parts]
        if name == "known":
            return None
        if name == "in" and isinstance(parts[1], dict):
            if parts[1]["var"] in self.plain.facts:
                self.at((parts[1]["var"], parts[0])).whole = True
                return None
            return self.decision(parts[1]["var"])
        if name == "in":
            return self.cell(parts[0]["var"], parts[1], scope)
        if (found := self.plain.comparison(name, parts, scope)) is not None:
            return self.compared(name, parts, found, scope)
        if name == "count" and len(parts) == 1 and parts[0]["var"] in self.plain.facts:
            fact = parts[0]["var"]
            many = self.plain.facts[fact]["type"] != "list"
            for item in self.plain.members(fact) if many else [""]:
                self.at((fact, item)).whole = True
            return None
        if self.plain.over_list(name, parts):
            return self.records(parts)
        for part in parts:
            self.node(part, scope)
        return None

    def compared(self, name: str, parts: Any, found: tuple[str, Test], scope: Scope) -> None:
        var, test = found
        atom = self.plain.atom(var, scope)
        if atom is None:
            return self.decision(var)
        look = self.at(atom)
        look.cells.append(test)
        if name in PARTS:
            look.parts.append((name, parts[1]))
        elif name in SIGNS:
            written = parts[1] if isinstance(parts[0], dict) else parts[0]
            look.constants.append(constant(self.plain.declaration(var, scope)["type"], written))
        return None

    def records(self, parts: Any) -> None:
        of = parts[0]["var"]
        for record in range(self.plain.facts[of]["max"]):
            self.at((of, "")).cells.append(Decimal(record).__lt__)
            self.node(parts[1], (of, record))


def constants(kind: str, cell: Any) -> list[Any]:
    if isinstance(cell, list):
        return [one for part in cell for one in constants(kind, part)]
    if not isinstance(cell, str):
        return [constant(kind, cell)]
    if cell.startswith("not "):
        return [constant(kind, one.strip()) for one in cell[4:].split(",")]
    if kind == "text":
        return [cell]
    return [constant(kind, one.strip()) for one in cell.lstrip("<>= ").split("..")]


def values(plain: Plain, atom: Atom, look: Look) -> list[Any]:
    """One value of each class, or all there are where arithmetic reads them."""
    fact, item = atom
    kind = plain.facts[fact]
    if item and kind["type"] != "list":
        return [False, True]
    if item:
        name = item.split(".")[1]
        kind = next(one for one in kind["fields"] if one["id"] == name)
    every = candidates(kind, look)
    if look.whole:
        return every
    seen: dict[tuple[bool, ...], Any] = {}
    for one in every:
        seen.setdefault(tuple(test(one) for test in look.cells), one)
    return list(seen.values())


def candidates(kind: Any, look: Look) -> list[Any]:
    name = kind["type"]
    if name == "boolean":
        return [False, True]
    if name == "enum":
        return list(kind["values"])
    if name == "text":
        return texts(look)
    if name == "list":
        return [Decimal(length) for length in range(kind["max"] + 1)]
    if name in ("integer", "number"):
        step = Decimal(1).scaleb(-kind.get("decimals", 0))
        if {"min", "max"} <= kind.keys():
            low, high = Decimal(kind["min"]), Decimal(kind["max"])
            if (high - low) / step < MOST:
                return [low + step * i for i in range(int((high - low) / step) + 1)]
        ends = [Decimal(kind.get("min", -(10**9))), Decimal(kind.get("max", 10**9))]
        near = {one + step * by for one in look.constants for by in (-1, 0, 1)}
        found: list[Any] = sorted(near | set(ends))
        found = [one for one in found if ends[0] <= one <= ends[1]]
    else:
        days = {one + timedelta(days=by) for one in look.constants for by in (-1, 0, 1)}
        first = date(1900 if name == "date" else 1996, 1, 1)
        found = sorted(days | {first, date(2100, 12, 31)})
    if look.whole:
        raise ValueError("arithmetic reads a fact with too many values to try")
    return found


def texts(look: Look) -> list[str]:
    """Those that rules name, and one for each other way in which the tests can come out."""
    parts = {name: [one for other, one in look.parts if other == name] for name in PARTS}
    out = list(look.constants)
    within = parts["contains"]
    for size in range(len(within) + 1):
        for some in itertools.combinations(within, size):
            for start in ["", *parts["starts-with"]]:
                out += ["|".join([start, *some, end]) for end in ["", *parts["ends-with"]]]
    return out
