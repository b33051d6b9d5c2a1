# SPDX-FileCopyrightText: 2026 the meldroute authors
# SPDX-License-Identifier: EUPL-1.2
"""A rulebook of the tests' own, with a fact of every type."""

import json
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
MOMENT = datetime(2026, 6, 2, 10, 20, tzinfo=AMSTERDAM)
PARTNERS = ["nederlandse-arbeidsinspectie", "politie-avim"]
OFFICER = "aandachtsfunctionaris"
DECIDING = {"type": "boolean"}

FACTS: list[dict[str, Any]] = [
    {"id": "gevaar.acuut", "type": "boolean", "label": {"nl": "Acuut gevaar"}},
    {"id": "leeftijd", "type": "integer", "min": 0, "max": 120, "personal": "ordinary"},
    {"id": "bedrag", "type": "number", "decimals": 2, "min": 0, "max": 1000000},
    {"id": "gezien-op", "type": "date"},
    {"id": "ontvangen", "type": "moment"},
    {"id": "duur", "type": "duration"},
    {"id": "toelichting", "type": "text", "personal": "special"},
    {"id": "kanaal", "type": "enum", "values": ["collega", "mma"]},
    {"id": "vorm", "type": "set", "values": ["arbeid", "seksueel"], "personal": "special"},
    {"id": "tekens", "type": "checklist", "items": ["papieren", "schuld"], "personal": "special"},
    {"id": "besluit.bestemming", "type": "set", "values": PARTNERS},
]

DECISIONS: list[dict[str, Any]] = [
    {
        "id": "weging.klasse",
        "take": "first",
        "outcome": {"type": "enum", "values": ["laag", "hoog"]},
        "rows": [
            {"id": "jong", "when": {"leeftijd": "< 18"}, "then": "hoog"},
            {"id": "schuld", "when": {"tekens": "seen schuld"}, "then": "hoog"},
        ],
        "else": "laag",
    },
    {
        "id": "weging.helft",
        "outcome": {"type": "number", "decimals": 2, "min": 0, "max": 500000},
        "value": {"/": [{"var": "bedrag"}, 2]},
    },
    {
        "id": "weging.bestemming",
        "take": "all",
        "outcome": {"type": "set", "values": PARTNERS},
        "rows": [{"id": "arbeid", "when": {"vorm": "has arbeid"}, "then": PARTNERS[0]}],
    },
    {
        "id": "intern.overdragen",
        "outcome": DECIDING,
        "value": {">": [{"count": {"var": "besluit.bestemming"}}, 0]},
    },
    {
        "id": "intern.sluiten-zonder-antwoord",
        "take": "first",
        "outcome": DECIDING,
        "rows": [{"id": "anoniem", "when": {"kanaal": "mma"}, "then": True}],
        "else": False,
    },
    {
        "id": "gevaar.nu",
        "take": "first",
        "outcome": DECIDING,
        "rows": [{"id": "acuut", "when": {"gevaar.acuut": True}, "then": True}],
        "else": False,
    },
    {
        "id": "gevaar.geweken",
        "take": "first",
        "outcome": DECIDING,
        "rows": [{"id": "weg", "when": {"gevaar.acuut": False}, "then": True}],
        "else": False,
    },
]

ROUTE: dict[str, Any] = {
    "route": "meldroute-intern",
    "steps": {
        "vastgelegd": {"owner": OFFICER, "asks": ["gevaar.acuut", "kanaal"]},
        "weging": {
            "owner": OFFICER,
            "decides": {
                "fact": "besluit.bestemming",
                "advice": "weging.bestemming",
                "by": OFFICER,
                "reason": "when-deviating",
            },
        },
        "gemeld": {
            "owner": OFFICER,
            "duties": [
                {
                    "id": "terugkoppelen",
                    "role": OFFICER,
                    "term": "terugkoppeling",
                    "done": "teruggekoppeld",
                    "label": {"nl": "Vertel de melder wat er is gedaan", "en": "Tell the reporter"},
                }
            ],
        },
    },
}

TERM = {
    "label": {"nl": "Terugkoppeling"},
    "length": {"days": 10},
    "from": "meldroute-intern.gewogen",
    "calendar": "werkdagen",
    "source": [{"policy": "Aanpak Toetsstad", "confidence": "local"}],
}


def labelled(declarations: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{"label": {"nl": str(each["id"])}, **each} for each in declarations]


def files() -> dict[str, dict[str, Any]]:
    """The rulebook's files, by path."""
    title = {"nl": "Aanpak mensenhandel Toetsstad", "en": "Approach of Toetsstad"}
    head = {"id": "toetsstad", "title": title, "version": "2026.1", "status": "concept"}
    week = {"week": ["ma", "di", "wo", "do", "vr"], "closed": ["feestdagen-wettelijk"]}
    return {
        "rulebook.json": head,
        "facts/alles.json": {"facts": labelled(FACTS)},
        "decisions/alles.json": {"decisions": labelled(DECISIONS)},
        "routes/meldroute-intern.json": ROUTE,
        "calendars.json": {"calendars": {"werkdagen": week}},
        "terms.json": {"terms": {"terugkoppeling": TERM}},
        "roles.json": {"roles": [{"id": OFFICER, "label": {"nl": "aandachtsfunctionaris"}}]},
    }


def write_rulebook(folder: Path, changed: Mapping[str, Any] | None = None) -> Path:
    for name, content in {**files(), **(changed or {})}.items():
        path = folder / "toetsstad" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content if isinstance(content, str) else json.dumps(content))
    return folder / "toetsstad"
