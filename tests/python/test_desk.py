# SPDX-FileCopyrightText: 2026 the meldroute authors
# SPDX-License-Identifier: EUPL-1.2
"""A report is taken in, weighed by a named person, handed over and restored."""

import sqlite3
from datetime import date, timedelta
from pathlib import Path

import pytest
from meldroute import Actor, Case, Conflict, Damaged, Desk, Refused, Rulebook, Usage
from toetsstad import MOMENT, OFFICER

LATER = MOMENT + timedelta(days=2)


def weigh(case: Case, officer: Actor) -> None:
    decided = {"vorm": ["arbeid"], "besluit.bestemming": ["nederlandse-arbeidsinspectie"]}
    case.tell("gewogen", decided, by=officer, at=LATER)


def test_a_report_is_owned_from_the_first_moment(desk: Desk, officer: Actor) -> None:
    case = desk.report({}, by=officer, at=MOMENT, key="ZAAK-1")
    assert case.here == ("vastgelegd",)
    assert [(owner.step, owner.role) for owner in case.owners] == [("vastgelegd", OFFICER)]
    assert (case.key, case.sequence, len(case.id)) == ("ZAAK-1", 1, 32)


def test_the_next_question_says_whom_to_ask(desk: Desk, officer: Actor) -> None:
    case = desk.report({}, by=officer, at=MOMENT)
    assert case.questions[0].fact == "gevaar.acuut"
    assert case.questions[0].words.nl
    case.note({"gevaar.acuut": False}, by=officer, at=MOMENT)
    assert case.questions[0].fact == "kanaal"


def test_danger_goes_first_and_comes_back(case: Case, officer: Actor) -> None:
    case.tell("gevaar-gezien", {"gevaar.acuut": True}, by=officer, at=LATER)
    assert "acuut" in case.here
    assert case.questions == ()
    case.tell("gevaar-geweken", {"gevaar.acuut": False}, by=officer, at=LATER)
    assert case.here == ("weging",)


def test_options_say_what_may_be_told_and_where_it_leads(case: Case) -> None:
    weighing = next(option for option in case.options if option.event == "gewogen")
    assert (weighing.route, weighing.deciding, weighing.by) == ("meldroute-intern", True, OFFICER)
    assert weighing.possible
    assert "besluit.bestemming" in weighing.needs
    assert ("gemeld",) in weighing.leads_to


def test_a_decision_stands_beside_the_advice(case: Case, officer: Actor) -> None:
    weigh(case, officer)
    assert case.here == ("gemeld",)
    entry = case.entries[-1]
    assert (entry.event, entry.person, entry.occurred) == ("gewogen", "a.jansen", LATER)
    assert entry.decision is not None
    assert entry.decision.advice == entry.decision.decided == ["nederlandse-arbeidsinspectie"]
    assert not entry.decision.deviates
    assert "gemeld" in entry.standing["meldroute-intern"].leaves


def test_a_duty_says_before_when_and_how_that_was_counted(case: Case, officer: Actor) -> None:
    weigh(case, officer)
    (duty,) = case.duties
    assert (duty.id, duty.step, duty.role) == ("terugkoppelen", "gemeld", OFFICER)
    assert str(duty.label) == "Vertel de melder wat er is gedaan"
    assert duty.due is not None
    assert duty.due.date == date(2026, 6, 18)
    assert duty.due.calculation
    assert not duty.is_late(LATER)
    assert duty.is_late(LATER + timedelta(days=30))


def test_a_worklist_names_cases_steps_and_days(desk: Desk, case: Case, officer: Actor) -> None:
    weigh(case, officer)
    assert {(item.case_id, item.key) for item in desk.worklist()} == {(case.id, "ZAAK-2026-0117")}
    due = desk.worklist(owner=OFFICER, due_by=date(2026, 6, 18))
    assert [(item.owner, item.due) for item in due] == [(OFFICER, date(2026, 6, 18))]
    assert desk.worklist(owner="burgemeester") == ()
    assert desk.worklist(due_by=date(2026, 6, 17)) == ()


def test_facts_of_a_note_are_merged(case: Case, officer: Actor) -> None:
    case.note({"tekens": {"seen": ["schuld"]}}, by=officer, at=LATER)
    case.note({"tekens": {"not-seen": ["papieren"]}, "leeftijd": None}, by=officer, at=LATER)
    assert case.facts["tekens"] == {"seen": ["schuld"], "not-seen": ["papieren"]}
    assert case.facts["leeftijd"] == 34
    assert case.rule("weging.klasse").outcome == "hoog"
    assert case.why("weging.klasse")


def test_a_decision_past_an_unknown_is_kept_with_its_reason(case: Case, officer: Actor) -> None:
    weigh(case, officer)
    case.tell("overdracht-bevestigd", by=officer, at=LATER)
    case.note({"kanaal": {"unknown": "asked"}}, by=officer, at=LATER)
    with pytest.raises(Refused):
        case.tell("sluiten", by=officer, at=LATER)
    past = {"intern.sluiten-zonder-antwoord": True}
    case.tell("sluiten", by=officer, at=LATER, past=past, because="Niet te bereiken.")
    assert case.here == ("afgesloten",)


@pytest.mark.parametrize(
    ("event", "person", "code"),
    [
        ("bestaat-niet", "a.jansen", None),
        ("verrijkt", "a.jansen", "M1302"),
        ("gewogen", "", "M1617"),
    ],
)
def test_what_does_not_fit_is_refused_and_changes_nothing(
    case: Case, event: str, person: str, code: str | None
) -> None:
    before = (case.sequence, case.here, case.facts)
    with pytest.raises(Refused) as refused:
        case.tell(event, by=Actor(person, OFFICER), at=LATER)
    assert code in (None, refused.value.code)
    assert (case.sequence, case.here, case.facts) == before


def test_the_same_report_is_the_same_case(desk: Desk, officer: Actor) -> None:
    first = desk.report({"leeftijd": 34}, by=officer, at=MOMENT, key="ZAAK-1")
    again = desk.report({"leeftijd": 34}, by=officer, at=MOMENT, key="ZAAK-1")
    assert again.id == first.id
    with pytest.raises(Conflict) as other:
        desk.report({"leeftijd": 35}, by=officer, at=MOMENT, key="ZAAK-1")
    assert other.value.code == "M1803"
    assert len(desk.cases()) == 1


def test_the_same_message_does_nothing(case: Case, officer: Actor) -> None:
    for _ in range(2):
        case.note({"leeftijd": 35}, by=officer, at=LATER, key="BERICHT-1")
    assert case.sequence == 3
    with pytest.raises(Conflict):
        case.note({"leeftijd": 36}, by=officer, at=LATER, key="BERICHT-1")


def test_what_happened_earlier_can_be_written_down_later(case: Case, officer: Actor) -> None:
    case.note({"leeftijd": 35}, by=officer, at=MOMENT - timedelta(days=3), recorded=LATER)
    entry = case.entries[-1]
    assert (entry.occurred, entry.recorded) == (MOMENT - timedelta(days=3), LATER)


def test_who_writes_second_reads_again(tmp_path: Path, book: Rulebook, officer: Actor) -> None:
    mine, theirs = Desk(tmp_path / "zaken.db", book), Desk(tmp_path / "zaken.db", book)
    case = mine.report({}, by=officer, at=MOMENT, key="ZAAK-1")
    other = theirs.open("ZAAK-1")
    other.note({"leeftijd": 16}, by=officer, at=MOMENT)

    with pytest.raises(Conflict):
        case.tell("besproken", by=officer, at=LATER)
    assert case.facts == {}
    case.refresh()
    assert case.facts == {"leeftijd": 16}
    case.tell("besproken", by=officer, at=LATER)
    assert case.here == ("weging",)


def test_a_case_goes_on_where_it_was(tmp_path: Path, book: Rulebook, officer: Actor) -> None:
    file = tmp_path / "zaken.db"
    case = Desk(file, book).report({"leeftijd": 16}, by=officer, at=MOMENT, key="ZAAK-1")
    case.tell("besproken", by=officer, at=LATER)

    again = Desk(file, book)
    for restored in (again.open("ZAAK-1"), again.open(case.id), again.cases()[0]):
        assert restored.here == case.here
        assert restored.facts == case.facts
        assert restored.entries == case.entries
        assert restored.standing == case.standing
    verified = again.verify()
    assert (verified.cases, verified.entries, verified.erased) == (1, 2, 0)


def test_a_case_that_is_not_there_is_wrong_use(desk: Desk) -> None:
    with pytest.raises(Usage) as missing:
        desk.open("ZAAK-9")
    assert missing.value.code == "M1801"


def test_a_file_of_something_else_is_wrong_use(tmp_path: Path, book: Rulebook) -> None:
    file = tmp_path / "brief.txt"
    file.write_text("Geachte mevrouw,\n" * 300)
    with pytest.raises(Usage):
        Desk(file, book)
    assert file.read_text() == "Geachte mevrouw,\n" * 300


def test_a_changed_byte_is_found(tmp_path: Path, book: Rulebook, officer: Actor) -> None:
    file = tmp_path / "zaken.db"
    desk = Desk(file, book)
    desk.report({"toelichting": "eerste"}, by=officer, at=MOMENT)
    del desk
    changed = "replace(CAST(body AS TEXT), 'eerste', 'tweede')"
    with sqlite3.connect(file) as stored:
        tables = [name for (name,) in stored.execute("SELECT name FROM sqlite_master")]
        bodies = [name for name in tables if "body" in columns(stored, name)]
        assert bodies
        for name in bodies:
            stored.execute(f"UPDATE {name} SET body = CAST({changed} AS BLOB)")
    stored.close()
    with pytest.raises(Damaged) as damaged:
        Desk(file, book).verify()
    assert "tweede" not in str(damaged.value)


def columns(stored: sqlite3.Connection, table: str) -> list[str]:
    return [row[1] for row in stored.execute(f"PRAGMA table_info({table})")]
