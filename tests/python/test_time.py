# SPDX-FileCopyrightText: 2026 the meldroute authors
# SPDX-License-Identifier: EUPL-1.2
"""What is late over a register, and what happens by itself."""

from datetime import timedelta

from meldroute import RULES, Actor, Desk, Rulebook
from toetsstad import MOMENT

CARE = Actor("c.visser", "zorgcoordinator")
DUBLIN = {"onderwerp": ["persoon"], "gevaar.acuut": False, "slachtoffer.verblijf": "dublin"}


def reflecting() -> Desk:
    desk = Desk(":memory:", Rulebook.load(RULES / "ijsselstreek"))
    case = desk.report(DUBLIN, by=CARE, at=MOMENT, key="ZAAK-1", route="stappenplan")
    case.tell("bedenktijd-aangeboden", by=CARE, at=MOMENT)
    case.tell("bedenktijd-aanvaard", by=CARE, at=MOMENT)
    return desk


def test_what_is_late_is_listed_with_its_case() -> None:
    desk = reflecting()
    assert desk.late(MOMENT + timedelta(days=30)) == ()
    (late,) = desk.late(MOMENT + timedelta(days=31))
    assert (late.key, late.duty.id, late.unseen) == ("ZAAK-1", "einde-bedenktijd-dublin", True)
    assert late.duty.is_late(MOMENT + timedelta(days=31))
    assert late.duty.remind is None


def test_time_passes_once_and_is_an_entry_by_nobody() -> None:
    desk = reflecting()
    until = MOMENT + timedelta(days=40)
    (passed,) = desk.pass_time(until)
    assert (passed.key, passed.event, passed.refused) == ("ZAAK-1", "bedenktijd-geeindigd", "")
    assert desk.pass_time(until) == ()
    entry = desk.open("ZAAK-1").entries[-1]
    assert (entry.kind, entry.person, entry.occurred) == ("time", "", passed.at)
    assert "ZAAK-1" not in repr(passed)


def test_what_people_decide_is_counted(desk: Desk, officer: Actor) -> None:
    case = desk.report({"vorm": ["arbeid"]}, by=officer, at=MOMENT)
    case.tell("besproken", by=officer, at=MOMENT)
    weighing = next(option for option in case.options if option.event == "gewogen")
    assert [ruling.decision for ruling in weighing.rulings] == ["intern.overdragen"]
    decided = {"besluit.bestemming": ["politie-avim"]}
    case.tell("gewogen", decided, by=officer, at=MOMENT, because="Er is haast bij.")
    (counted,) = desk.decided()
    assert (counted.fact, counted.decided, counted.deviating) == ("besluit.bestemming", 1, 1)
