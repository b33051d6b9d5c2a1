# SPDX-FileCopyrightText: 2026 the meldroute authors
# SPDX-License-Identifier: EUPL-1.2
"""How to reach whoever was decided on."""

from datetime import timedelta

from meldroute import RULES, Actor, Desk, Rulebook
from toetsstad import MOMENT

OFFICER = Actor("m.devries", "aandachtsfunctionaris-mensenhandel")
REPORT = {
    "melding.kanaal": "collega",
    "melding.afdeling": "wmo",
    "onderwerp": ["locatie"],
    "gevaar.acuut": False,
}


def test_only_who_was_decided_on_is_shown() -> None:
    desk = Desk(":memory:", Rulebook.load(RULES / "ijsselstreek"))
    case = desk.report(REPORT, by=OFFICER, at=MOMENT)
    assert case.contacts() == ()
    later = MOMENT + timedelta(days=1)
    case.tell("besproken", by=OFFICER, at=later)
    case.tell("verrijkt", by=OFFICER, at=later)
    decided = {"besluit.bestemming": ["politie-avim"]}
    case.tell("gewogen", decided, by=OFFICER, at=later, because="Samen gewogen.")
    danger, normal = case.contacts(OFFICER.role)
    assert (danger.partner, danger.number, danger.when.en) == ("politie-avim", "112", "in danger")
    assert (normal.number, normal.when.nl) == ("0900-8844", "")
