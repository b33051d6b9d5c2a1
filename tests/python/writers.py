# SPDX-FileCopyrightText: 2026 the meldroute authors
# SPDX-License-Identifier: EUPL-1.2
"""What other processes do in test_processes.py: they import it by name."""

from pathlib import Path

from meldroute import Actor, Conflict, Desk, Rulebook
from toetsstad import MOMENT, OFFICER

OFFICERS = [Actor(f"p{number}", OFFICER) for number in range(4)]
NOTES = 5


def note_often(file: Path, book: Rulebook, by: Actor) -> int:
    """How often somebody else was first."""
    case = Desk(file, book).open("ZAAK-1")
    met = 0
    for number in range(NOTES):
        while True:
            try:
                case.note({"leeftijd": number}, by=by, at=MOMENT, key=f"{by.person}-{number}")
                break
            except Conflict:
                met += 1
                case.refresh()
    return met


def write_against_the_odds(file: Path, book: Rulebook) -> None:
    case = Desk(file, book).open("ZAAK-1")
    Desk(file, book).open("ZAAK-1").note({"leeftijd": 1}, by=OFFICERS[0], at=MOMENT)
    case.note({"leeftijd": 2}, by=OFFICERS[0], at=MOMENT)
