# SPDX-FileCopyrightText: 2026 the meldroute authors
# SPDX-License-Identifier: EUPL-1.2
"""Times ZEN, datalogic and meldroute from Python, in turns, on rules that bench exports: from a
dict to the outcome, and of ours also with every row of the ruling read; and from JSON text, which
all read themselves.

Usage: peers.py EXPORTED_JSON…
"""

import datetime
import itertools
import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import datalogic_py
import meldroute
import zen

Facts = dict[str, Any]
TURNS = 9
SLICE = 1e8  # nanoseconds


def days(text: str) -> int:
    """A date as a number: what both peers compare fastest."""
    return (datetime.date.fromisoformat(text) - datetime.date(1970, 1, 1)).days


def with_numbers(value: Any) -> Any:
    """The same record or condition with dates as numbers."""
    if isinstance(value, dict):
        return {key: with_numbers(one) for key, one in value.items()}
    if isinstance(value, list):
        return [with_numbers(one) for one in value]
    if isinstance(value, str) and len(value) == 10 and value[4] == value[7] == "-":
        return days(value)
    return value


def zen_cell(cell: Any) -> str:
    """A cell of ours as a unary expression of ZEN."""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, list):
        return ", ".join(json.dumps(one) for one in cell)
    sign, _, value = cell.partition(" ")
    if sign == "has":
        return f"contains($, {json.dumps(value)})"
    return f"{sign} {with_numbers(value)}"


def zen_graph(rows: list[dict[str, Any]], fields: list[str]) -> str:
    """A decision table that collects the numbers of the rows that hold."""
    table = {
        "hitPolicy": "collect",
        "inputs": [{"id": name, "name": name, "field": name} for name in fields],
        "outputs": [{"id": "uit", "name": "uit", "field": "uit"}],
        "rules": [
            {"_id": row["id"], "uit": str(number)}
            | {name: zen_cell(row["when"][name]) if name in row["when"] else "" for name in fields}
            for number, row in enumerate(rows)
        ],
    }
    place = {"x": 0, "y": 0}
    nodes = [
        {"id": "in", "type": "inputNode", "name": "in", "position": place},
        {"id": "t", "type": "decisionTableNode", "name": "t", "position": place, "content": table},
        {"id": "uit", "type": "outputNode", "name": "uit", "position": place},
    ]
    edges = [
        {"id": "a", "sourceId": "in", "targetId": "t"},
        {"id": "b", "sourceId": "t", "targetId": "uit"},
    ]
    return json.dumps({"nodes": nodes, "edges": edges})


def loaded(book: dict[str, Any]) -> meldroute.Rulebook:
    """The same table in a rulebook of its own."""
    with tempfile.TemporaryDirectory() as folder:
        write_rulebook(Path(folder), book)
        return meldroute.Rulebook.load(folder)


def write_rulebook(folder: Path, book: dict[str, Any]) -> None:
    """The least that a rulebook needs to be loaded."""
    head = {
        "id": "proef",
        "title": {"nl": "Proef", "en": "Trial"},
        "organisation": {"name": "meldroute"},
        "version": "2026.1",
        "status": "concept",
        "valid": {"from": "2026-01-01"},
    }
    (folder / "rulebook.json").write_text(json.dumps(head))
    for kind in ("facts", "decisions"):
        (folder / kind).mkdir()
        (folder / kind / "alle.json").write_text(json.dumps({kind: book[kind]}))


def a_call(call: Callable[[], Any], count: int) -> float:
    """Nanoseconds of processor time, of all threads that take part."""
    start = time.process_time_ns()
    for _ in itertools.repeat(None, count):
        call()
    return (time.process_time_ns() - start) / count


def rounds(variants: dict[str, Callable[[], Any]]) -> dict[str, list[float]]:
    """Nanoseconds a call, of each variant in each of its turns."""
    counts = {name: max(10, int(SLICE / a_call(call, 100))) for name, call in variants.items()}
    took: dict[str, list[float]] = {name: [] for name in variants}
    for _ in range(TURNS):
        for name, call in variants.items():
            took[name].append(a_call(call, counts[name]))
    return took


def check(hits: list[int], rules: list[dict[str, Any]], outcome: list[str]) -> None:
    """All must give the same members, else nothing is timed."""
    if sorted({rules[hit]["then"][0] for hit in hits}) != sorted(outcome):
        raise SystemExit("another answer")


def each(call: Callable[[Any], Any], all_: list[Any]) -> Callable[[], Any]:
    """Goes round the records, one a call."""
    turn = itertools.cycle(all_)
    return lambda: call(next(turn))


def show(title: str, took: dict[str, list[float]]) -> None:
    """Medians, and the median of the ratios in each turn."""
    print(f"\n### {title}\n\n| | µs, median | times meldroute |\n|---|---|---|")
    for name, turns in took.items():
        ratios = [one / own for one, own in zip(turns, took["meldroute"], strict=True)]
        times = f"{statistics.median(turns) / 1000:.2f} | {statistics.median(ratios):.2f}"
        print(f"| {name} | {times} |")


def measure(path: str) -> None:
    book = json.loads(Path(path).read_text())
    table = next(one for one in book["decisions"] if one["id"] == "all")
    texts = [json.dumps(one) for one in book["records"]]
    number_texts = [json.dumps(one) for one in with_numbers(book["records"])]
    # Each with keys of its own, as records have that come in one by one.
    records, numbers = [json.loads(one) for one in texts], [json.loads(one) for one in number_texts]
    graph = zen_graph(table["rows"], [fact["id"] for fact in book["facts"]])
    # Compiled once: by a loader that gives text it is compiled at each call.
    tree = zen.ZenEngine().create_decision(zen.ZenDecisionContent(graph))
    logic = datalogic_py.Engine().compile(with_numbers(book["logic"]))
    ours = loaded(book)
    for facts, text, data in zip(records, texts, numbers, strict=True):
        outcome = ours.decide("all", facts).outcome
        if ours.decide("all", text).outcome != outcome:
            raise SystemExit("another answer")
        check([one["uit"] for one in tree.evaluate(data)["result"]], table["rows"], outcome)
        check([i for i, yes in enumerate(logic.evaluate(data)) if yes], table["rows"], outcome)
    rules = f"«all», {len(table['rows'])} rules"
    dicts: dict[str, Callable[[], Any]] = {
        "meldroute": each(lambda facts: ours.decide("all", facts).outcome, records),
        "meldroute, all rows": each(lambda facts: ours.decide("all", facts).rows, records),
        "ZEN": each(tree.evaluate, numbers),
        "datalogic": each(logic.evaluate, numbers),
    }
    show(f"Python dict to ruling, {rules}", rounds(dicts))
    from_text: dict[str, Callable[[], Any]] = {
        "meldroute": each(lambda text: ours.decide("all", text).outcome, texts),
        "meldroute, by json.loads": each(
            lambda text: ours.decide("all", json.loads(text)).outcome, texts
        ),
        "ZEN": each(tree.evaluate, number_texts),
        "datalogic": each(logic.evaluate, number_texts),
    }
    show(f"JSON text to decision, {rules}", rounds(from_text))


if __name__ == "__main__":
    for each_path in sys.argv[1:]:
        measure(each_path)
