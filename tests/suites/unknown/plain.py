# SPDX-FileCopyrightText: 2026 the meldroute authors
# SPDX-License-Identifier: EUPL-1.2
"""What the rules of this suite mean when every fact is known; README.md has the words."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from values import (
    CONFLICT,
    NONE,
    SIGNS,
    Test,
    accepts,
    combined,
    constant,
    frozen,
    rounded,
    told_value,
    word,
)

Atom = tuple[str, str]
"""A scalar (id, ""), a member of a set (id, member), the length of a list (id, ""), a field of one
of its records (id, "0.field")."""
World = dict[Atom, Any]
MIRRORED = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}
PARTS: dict[str, Callable[[str, str], bool]] = {
    "starts-with": str.startswith,
    "ends-with": str.endswith,
    "contains": lambda text, part: part in text,
}
LISTS = ("some", "all", "none", "count", "sum", "min", "max")
Scope = tuple[str, int] | None


class Plain:
    def __init__(self, vocabulary: Any, decisions: Any, told: Any) -> None:
        self.facts = {one["id"]: one for one in vocabulary}
        self.decisions = {one["id"]: one for one in decisions}
        self.told: World = {}
        self.known: set[str] = set()
        self.atoms: list[Atom] = []
        for fact in vocabulary:
            self.tell(fact, told.get(fact["id"]))

    def tell(self, fact: Any, what: Any) -> None:
        name, kind = fact["id"], fact["type"]
        if isinstance(what, dict) and "unknown" in what:
            what = None
        if kind in ("set", "checklist"):
            members = fact["values"] if kind == "set" else fact["items"]
            if isinstance(what, list):
                what = {"seen": what, "not-seen": [one for one in members if one not in what]}
            for member in members:
                self.atoms.append((name, member))
                for key in ("seen", "not-seen"):
                    if what is not None and member in what.get(key, []):
                        self.told[name, member] = key == "seen"
            if all((name, one) in self.told for one in members):
                self.known.add(name)
            return
        self.atoms.append((name, ""))
        if what is not None:
            self.known.add(name)
            self.told[name, ""] = Decimal(len(what)) if kind == "list" else told_value(kind, what)
        for record in range(fact["max"] if kind == "list" else 0):
            for field in fact["fields"]:
                atom = (name, f"{record}.{field['id']}")
                self.atoms.append(atom)
                value = what[record].get(field["id"]) if what and record < len(what) else None
                if value is not None:
                    self.told[atom] = told_value(field["type"], value)

    def declared(self, atom: Atom) -> int:
        return self.atoms.index(atom)

    # ── what an id stands for ───────────────────────────────────────────────────────────────────

    def declaration(self, name: str, scope: Scope = None) -> Any:
        """The declaration of a fact, of a field in scope, or of what a decision gives."""
        if scope:
            for field in self.facts[scope[0]]["fields"]:
                if field["id"] == name:
                    return field
        if name in self.facts:
            return self.facts[name]
        if name in self.decisions:
            outcome = self.decisions[name]["outcome"]
            return {"type": "outputs"} if "outputs" in outcome else outcome
        whole, _, output = name.rpartition(".")
        return next(
            one for one in self.decisions[whole]["outcome"]["outputs"] if one["id"] == output
        )

    def atom(self, name: str, scope: Scope) -> Atom | None:
        if scope and any(one["id"] == name for one in self.facts[scope[0]]["fields"]):
            return scope[0], f"{scope[1]}.{name}"
        return (name, "") if name in self.facts else None

    def members(self, name: str) -> list[str]:
        fact = self.facts[name]
        return list(fact["values"] if fact["type"] == "set" else fact["items"])

    def source(self, name: str) -> Any:
        """The decision itself, also where one of its outputs is named."""
        return self.decisions.get(name) or self.decisions[name.rpartition(".")[0]]

    def gathers(self, name: str) -> bool:
        is_set = self.declaration(name)["type"] == "set"
        return is_set or self.source(name).get("take") in ("all", "all-ranked")

    def computes(self, name: str) -> bool:
        """A number of which only bounds are told while it is open."""
        decision = self.source(name)
        number = self.declaration(name)["type"] in ("integer", "number")
        return decision.get("take") in ("sum", "count") or (number and "value" in decision)

    def order(self, name: str) -> list[Any]:
        """What a decision can give, or gather, in order; [] where values have their own."""
        decision, declared = self.source(name), self.declaration(name)
        kind = declared["type"]
        if kind in ("enum", "set") and not (kind == "enum" and self.gathers(name)):
            return list(declared["values"])
        if (kind != "outputs" and kind != "text" and not self.gathers(name)) or "value" in decision:
            return []
        given = [row["then"] for row in decision["rows"] if "then" in row]
        given += [decision["else"]] if "else" in decision else []
        flat = [one for then in given for one in (then if isinstance(then, list) else [then])]
        out = list(dict.fromkeys(frozen(one) for one in flat))
        if decision.get("take") in ("highest", "all-ranked"):
            out.sort(key=lambda one: self.place(decision["outcome"], one))
        if decision is not self.decisions.get(name):
            out = list(dict.fromkeys(dict(one)[declared["id"]] for one in out))
        return out

    @staticmethod
    def place(outcome: Any, value: Any) -> list[int]:
        """By the order of the values of an enum, the first output first."""
        columns = outcome.get("outputs", [outcome])
        parts = [dict(value)[one["id"]] if "id" in one else value for one in columns]
        pairs = zip(columns, parts, strict=True)
        return [one["values"].index(part) for one, part in pairs if one["type"] == "enum"]

    # ── deciding ────────────────────────────────────────────────────────────────────────────────

    def decide(self, name: str, world: World) -> Any:
        decision = self.source(name)
        if "value" in decision:
            out = self.value(decision["value"], world, None)
            number = isinstance(out, Decimal)
            return rounded(out, decision["outcome"].get("decimals", 0)) if number else out
        out = self.table(decision, world)
        if name == decision["id"] or out in (NONE, CONFLICT):
            return out
        output = name.rpartition(".")[2]
        if isinstance(out, frozenset):
            return frozenset(dict(one)[output] for one in out)
        return dict(out)[output]

    def table(self, decision: Any, world: World) -> Any:
        take = decision.get("take", "first")
        is_set = decision["outcome"].get("type") == "set" or take in ("all", "all-ranked")

        def gave(then: Any) -> Any:
            if is_set:
                return frozenset(map(frozen, then if isinstance(then, list) else [then]))
            return frozen(then)

        hits = [row for row in decision["rows"] if self.holds(row, world)]
        if not hits and "else" in decision:
            return gave(decision["else"])
        if take == "count":
            return Decimal(len(hits))
        thens = [gave(row["then"]) for row in hits]
        if take in ("all", "all-ranked"):
            return frozenset().union(*thens)
        if take == "sum":
            return sum(thens, Decimal(0))
        if not thens:
            return NONE
        if take == "highest":
            return min(thens, key=lambda one: self.place(decision["outcome"], one))
        if take in ("min", "max"):
            return min(thens) if take == "min" else max(thens)
        if (take == "only-one" and len(thens) > 1) or (take == "all-agree" and len(set(thens)) > 1):
            return CONFLICT
        return thens[0]

    def holds(self, row: Any, world: World) -> bool:
        if not all(
            self.cell(name, cell, world, None) for name, cell in row.get("when", {}).items()
        ):
            return False
        if "valid" not in row:
            return True
        valid, day = row["valid"], world["moment", ""].isoformat()
        return bool(valid.get("from", day) <= day <= valid.get("until", day))

    def cell(self, name: str, cell: Any, world: World, scope: Scope) -> bool:
        """A cell on a decision without outcome does not hold."""
        if cell == "unknown":
            return name not in self.known
        kind = self.declaration(name, scope)["type"]
        if isinstance(cell, str) and cell.split(" ")[0] in ("has", "seen", "not-seen"):
            return self.member(name, cell.split(" ", 1)[1], world) != cell.startswith("not-seen")
        if isinstance(cell, str) and cell.startswith("not has "):
            is_in = self.member(name, cell[8:], world)
            return is_in is False
        atom = self.atom(name, scope)
        value = world[atom] if atom else self.decide(name, world)
        return value not in (NONE, CONFLICT) and accepts(kind, cell)(value)

    def member(self, name: str, member: str, world: World) -> bool | None:
        if name in self.facts:
            return bool(world[name, member])
        value = self.decide(name, world)
        return None if value in (NONE, CONFLICT) else any(word(one) == member for one in value)

    # ── expressions ─────────────────────────────────────────────────────────────────────────────

    def value(self, node: Any, world: World, scope: Scope) -> Any:
        """A part without outcome leaves the whole without, unless another part settles it."""
        if not isinstance(node, dict):
            is_number = isinstance(node, int | Decimal) and not isinstance(node, bool)
            return Decimal(node) if is_number else node
        ((name, parts),) = node.items()
        if name == "var":
            atom = self.atom(parts, scope)
            out = world[atom] if atom else self.decide(parts, world)
            return NONE if out == CONFLICT else out
        parts = parts if isinstance(parts, list) else [parts]
        if name == "known":
            return parts[0]["var"] in self.known
        if name == "in":
            return self.membership(parts, world, scope)
        if (test := self.comparison(name, parts, scope)) is not None:
            var, accepted = test
            atom = self.atom(var, scope)
            out = world[atom] if atom else self.decide(var, world)
            return out not in (NONE, CONFLICT) and accepted(out)
        if name == "count" and len(parts) == 1:
            return self.counted(parts[0]["var"], world)
        if self.over_list(name, parts):
            return self.records(name, parts, world)
        if name == "if":
            for condition, then in zip(parts[::2], parts[1::2], strict=False):
                truth = self.value(condition, world, scope)
                if truth == NONE or truth:
                    return NONE if truth == NONE else self.value(then, world, scope)
            return self.value(parts[-1], world, scope)
        return combined(name, [self.value(part, world, scope) for part in parts])

    def comparison(self, name: str, parts: Any, scope: Scope) -> tuple[str, Test] | None:
        """A comparison with a constant is a cell: it tells the values of its fact apart."""
        if name in PARTS:
            return parts[0]["var"], lambda value: PARTS[name](value, parts[1])
        if name not in SIGNS or len(parts) != 2:
            return None
        left, right = parts
        if not isinstance(left, dict):
            left, right, name = right, left, MIRRORED.get(name, name)
        if not isinstance(left, dict) or "var" not in left or isinstance(right, dict):
            return None
        limit = constant(self.declaration(left["var"], scope)["type"], right)
        return left["var"], lambda value: SIGNS[name](value, limit)

    def membership(self, parts: Any, world: World, scope: Scope) -> bool:
        if isinstance(parts[1], dict):
            return self.member(parts[1]["var"], parts[0], world) is True
        return self.cell(parts[0]["var"], parts[1], world, scope)

    def counted(self, name: str, world: World) -> Any:
        if name not in self.facts:
            value = self.decide(name, world)
            return NONE if value in (NONE, CONFLICT) else Decimal(len(value))
        if self.facts[name]["type"] == "list":
            return world[name, ""]
        return Decimal(sum(world[name, one] for one in self.members(name)))

    def over_list(self, name: str, parts: Any) -> bool:
        first = parts[0].get("var") if isinstance(parts[0], dict) else None
        return name in LISTS and first in self.facts and self.facts[first]["type"] == "list"

    def records(self, name: str, parts: Any, world: World) -> Any:
        of = parts[0]["var"]
        each = [self.value(parts[1], world, (of, i)) for i in range(int(world[of, ""]))]
        if name in ("some", "none", "all"):
            truth = combined("and" if name == "all" else "or", each or [name == "all"])
            return truth if name != "none" or truth == NONE else not truth
        if NONE in each:
            return NONE
        if name in ("min", "max"):
            return NONE if not each else min(each) if name == "min" else max(each)
        return sum((Decimal(one) for one in each), Decimal(0))
