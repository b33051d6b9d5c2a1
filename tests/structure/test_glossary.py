# SPDX-FileCopyrightText: 2026 the meldroute authors
# SPDX-License-Identifier: EUPL-1.2
"""Every fact, decision, role, term and duty of the rules stands in the glossary, once."""

import json
import re
from collections.abc import Iterator

from project import ROOT, read

RULES = ROOT / "rules"


def declared() -> Iterator[str]:
    for layer in ("nl", "ijsselstreek"):
        for path in sorted((RULES / layer).rglob("*.json")):
            whole = json.loads(path.read_text(encoding="utf-8"))
            for kind in ("facts", "decisions", "roles", "grounds"):
                for node in whole.get(kind, []):
                    if not node.get("fills"):
                        yield node["id"]
            yield from whole.get("terms", {})
            if "route" in whole:
                for step, node in whole["steps"].items():
                    for duty in node.get("duties", []):
                        yield f"{whole['route']}.{step}.{duty['id']}"
                    for start in node.get("starts", []):
                        if isinstance(start, dict):
                            yield f"{whole['route']}.{step}.{start['route']}"


def test_what_the_rules_name_stands_in_the_glossary_once() -> None:
    named = re.findall(r"^\| `([^`]+)`", read(ROOT / "docs" / "glossary.md"), re.MULTILINE)
    twice = {one for one in named if named.count(one) > 1}
    assert not twice
    assert set(declared()) <= set(named)
