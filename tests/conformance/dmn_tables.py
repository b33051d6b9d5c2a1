# SPDX-FileCopyrightText: 2026 the meldroute authors
# SPDX-License-Identifier: EUPL-1.2
"""Decision tables of DMN as rulebooks of ours: types, FEEL cells, hit policies, values.

What a cell of ours cannot say, because it compares two facts, becomes a boolean decision of its own
that the row reads. A time of the day is the duration since midnight, years and months are a number
of months: we have no types for these."""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

Json = dict[str, Any]

TAKES = {
    ("UNIQUE", None): "only-one",
    ("ANY", None): "all-agree",
    ("FIRST", None): "first",
    ("PRIORITY", None): "highest",
    ("RULE ORDER", None): "all",
    ("OUTPUT ORDER", None): "all-ranked",
    ("COLLECT", None): "all",
    ("COLLECT", "SUM"): "sum",
    ("COLLECT", "MIN"): "min",
    ("COLLECT", "MAX"): "max",
    ("COLLECT", "COUNT"): "count",
}
NUMBER = {"type": "number", "decimals": 2}
TYPES: dict[str, Json] = {
    "number": NUMBER,
    "string": {"type": "text"},
    "boolean": {"type": "boolean"},
    "date": {"type": "date"},
    "time": {"type": "duration"},
    "dateTime": {"type": "moment"},
    "dayTimeDuration": {"type": "duration"},
    "yearMonthDuration": {"type": "integer"},
}


def slug(name: str) -> str:
    """ "Approved/Declined" is "approved-declined"; the dots of a path stay."""
    return re.sub(r"[^a-z0-9.]+", "-", name.lower()).strip("-")


def strings(feel: str | None) -> list[str]:
    """The texts of a FEEL list of literals."""
    return re.findall(r'"([^"]*)"', feel or "")


class Translation:
    """One model as a rulebook; `decisions` limits it to these."""

    def __init__(self, model: Json, decisions: list[str]) -> None:
        self.model = model
        self.decisions = [one for one in model["decisions"] if one["name"] in decisions]
        self.facts: dict[str, Json] = {}
        self.helpers: list[Json] = []
        self.words: dict[str, str] = {}
        """What each code stands for: a code has no spaces."""

    # ── the rulebook ────────────────────────────────────────────────────────────────────────────

    def write(self, folder: Path) -> Path:
        tables = [self.table(one) for one in self.decisions]
        files: dict[str, Json] = {
            "rulebook": {"id": "dmn", "version": "1", "status": "concept"},
            "facts": {"facts": list(self.facts.values())},
            "decisions": {"decisions": tables + self.helpers},
        }
        for name, content in files.items():
            (folder / f"{name}.json").write_text(json.dumps(content))
        return folder

    @staticmethod
    def id(name: str) -> str:
        return slug(name)

    def table(self, decision: Json) -> Json:
        take = TAKES[decision["hitPolicy"], decision["aggregation"]]
        inputs = [self.input(one) for one in decision["inputs"]]
        rows = []
        for number, rule in enumerate(decision["rules"]):
            row: Json = {"id": f"r{number + 1}", "when": {}}
            for fact, feel in zip(inputs, rule["when"], strict=True):
                if feel.strip() != "-":
                    row["when"].update(self.cell(fact, feel.strip()))
            row["then"] = self.outcome(decision, rule["then"])
            rows.append(row)
        out: Json = {"id": slug(decision["name"]), "take": take, "rows": rows}
        out["outcome"] = {"type": "integer"} if take == "count" else self.outcome_type(decision)
        defaults = [one["default"] for one in decision["outputs"]]
        if all(defaults):
            out["else"] = self.outcome(decision, defaults)
        return out

    # ── what is read ────────────────────────────────────────────────────────────────────────────

    def input(self, column: Json) -> str:
        values = [self.code(one) for one in strings(column["values"])]
        return self.fact(column["expression"], column["type"], values)

    def fact(self, path: str, kind: str, values: list[str] | None = None) -> str:
        name = slug(path)
        known = self.facts.setdefault(name, {"id": name, **TYPES[kind]})
        if values:
            known.update({"type": "enum", "values": values})
        return name

    def code(self, text: str) -> str:
        self.words[slug(text)] = text
        return slug(text)

    # ── cells ───────────────────────────────────────────────────────────────────────────────────

    def cell(self, fact: str, feel: str) -> Json:
        """A cell of ours, or one on a decision that makes the comparison."""
        if feel in ("true", "false"):
            return {fact: feel == "true"}
        if found := re.fullmatch(r"(<=|>=|<|>)\s*(.+)", feel):
            sign, limit = found.groups()
            constant = self.literal(limit)
            if constant is not None:
                return {fact: f"{sign} {constant}"}
            return self.compared(fact, sign, limit)
        if found := re.fullmatch(r"\[(.+)\.\.(.+)\]", feel):
            low, high = found.groups()
            return {**self.compared(fact, ">=", low), **self.compared(fact, "<=", high)}
        if found := re.fullmatch(r"not\((.+)\)", feel):
            return self.compared(fact, "!=", found[1])
        if texts := strings(feel):
            coded = self.facts[fact]["type"] == "enum"
            return {fact: [self.code(one) if coded else one for one in texts]}
        return self.compared(fact, "==", feel)

    @staticmethod
    def literal(feel: str) -> str | None:
        if found := re.fullmatch(r'date\("(.+)"\)', feel):
            return found[1]
        return feel if re.fullmatch(r"-?[0-9.]+", feel) else None

    def compared(self, fact: str, sign: str, path: str) -> Json:
        """Two facts: the kind of the other is that of the first."""
        kind = {key: value for key, value in self.facts[fact].items() if key != "id"}
        other = slug(path)
        self.facts.setdefault(other, {"id": other, **kind})
        name = f"cell-{len(self.helpers) + 1}"
        value = {sign: [{"var": fact}, {"var": other}]}
        self.helpers.append({"id": name, "outcome": {"type": "boolean"}, "value": value})
        return {name: True}

    # ── outcomes ────────────────────────────────────────────────────────────────────────────────

    def outcome(self, decision: Json, feel: list[str]) -> Any:
        columns = decision["outputs"]
        if len(columns) == 1:
            return self.value(feel[0])
        return {slug(c["name"]): self.value(one) for c, one in zip(columns, feel, strict=True)}

    def value(self, feel: str) -> Any:
        """A constant; of anything else the expression that it is."""
        if feel in ("true", "false"):
            return feel == "true"
        if re.fullmatch(r"-?[0-9.]+", feel):
            return float(feel)
        if re.fullmatch(r'"[^"]*"', feel):
            return self.code(feel.strip('"'))
        return {"+": [{"var": slug(feel.split(" + ")[0])}, strings(feel)[0]]}

    def outcome_type(self, decision: Json) -> Json:
        columns = decision["outputs"]
        given = [rule["then"] for rule in decision["rules"]]
        types = [
            self.column_type(one, [then[i] for then in given]) for i, one in enumerate(columns)
        ]
        if len(columns) == 1:
            return types[0]
        named = zip(columns, types, strict=True)
        return {"outputs": [{"id": slug(one["name"]), **kind} for one, kind in named]}

    def column_type(self, column: Json, given: list[str]) -> Json:
        if all(one in ("true", "false") for one in given):
            return TYPES["boolean"]
        if not any(strings(one) for one in given):
            return NUMBER
        values = strings(column["values"])
        return (
            {"type": "enum", "values": [self.code(v) for v in values]}
            if values
            else {"type": "text"}
        )

    # ── a test ──────────────────────────────────────────────────────────────────────────────────

    def told(self, inputs: Mapping[str, Any]) -> Json:
        """What a test tells of the facts that these decisions read."""
        return {
            name: self.fact_value(name, value) for name, value in flat(inputs) if name in self.facts
        }

    def fact_value(self, name: str, value: Any) -> Any:
        if isinstance(value, dict):
            value = next(iter(value.values()))
            kind = self.facts[name]["type"]
            if kind == "duration" and ":" in value:
                hours, minutes, seconds = value.split(":")
                return f"PT{hours}H{minutes}M{seconds}S"
            return int(value.strip("PM")) if kind == "integer" else value
        return self.code(value) if self.facts[name]["type"] == "enum" else value

    def back(self, outcome: Any) -> Any:
        """An outcome of ours in the words of the model."""
        if isinstance(outcome, dict):
            names = {slug(c["name"]): c["name"] for d in self.decisions for c in d["outputs"]}
            return {names[key]: self.back(value) for key, value in outcome.items()}
        if isinstance(outcome, list | tuple):
            return [self.back(one) for one in outcome]
        if isinstance(outcome, str):
            return self.words[outcome]
        return outcome if isinstance(outcome, bool) else float(outcome)


def flat(inputs: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, Any]]:
    """The facts of a test; of a structure each component."""
    for key, value in inputs.items():
        name = slug(prefix + key)
        if isinstance(value, dict) and not any(part.startswith("@") for part in value):
            yield from flat(value, name + ".")
        else:
            yield name, value
