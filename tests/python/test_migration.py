# SPDX-FileCopyrightText: 2026 the meldroute authors
# SPDX-License-Identifier: EUPL-1.2
"""Open cases move to a new rulebook: a dry run first, then by a named person."""

from pathlib import Path

import pytest
from meldroute import Actor, Desk, Refused, Rulebook
from toetsstad import MOMENT, OFFICER, TERM, files, write_rulebook

WHY = "De nieuwe regels gelden."


def newer(folder: Path) -> Rulebook:
    head = {**files()["rulebook.json"], "version": "2026.2"}
    term = {**TERM, "from": "meldroute-intern.melding", "length": {"days": 1}}
    route = files()["routes/meldroute-intern.json"]
    route["steps"]["vastgelegd"]["duties"] = [
        {"id": "bespreken", "role": OFFICER, "term": "terugkoppeling", "label": {"nl": "Bespreek"}}
    ]
    changed = {
        "rulebook.json": head,
        "terms.json": {"terms": {"terugkoppeling": term}},
        "routes/meldroute-intern.json": route,
    }
    return Rulebook.load(write_rulebook(folder / "nieuw", changed))


def test_a_dry_run_lists_what_changes_and_a_named_person_moves(
    tmp_path: Path, officer: Actor
) -> None:
    file = tmp_path / "meldingen.db"
    old = Rulebook.load(write_rulebook(tmp_path / "oud"))
    Desk(file, old).report({"leeftijd": 16}, by=officer, at=MOMENT, key="ZAAK-1")
    desk = Desk(file, newer(tmp_path))
    (ahead,) = desk.look_ahead(MOMENT)
    assert (ahead.key, ahead.version, ahead.obstacles, ahead.moved) == (
        "ZAAK-1",
        "2026.1",
        (),
        False,
    )
    (change,) = ahead.changes
    assert change.id == "meldroute-intern.vastgelegd.bespreken"
    assert (change.role_before, change.role_after, change.over) == (None, OFFICER, False)
    with pytest.raises(Refused, match="M1620"):
        desk.migrate(by=officer, at=MOMENT, because="")
    (moved,) = desk.migrate(by=officer, at=MOMENT, because=WHY)
    assert moved.moved
    assert "leeftijd" not in repr(moved)
    case = desk.open("ZAAK-1")
    assert case.entries[-1].kind == "migrated"
    assert case.facts["leeftijd"] == 16
    assert desk.verify().entries == 2
