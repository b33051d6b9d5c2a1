# SPDX-FileCopyrightText: 2026 the meldroute authors
# SPDX-License-Identifier: EUPL-1.2
"""Several processes, and several threads, work on one file."""

import multiprocessing
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path

import pytest
from meldroute import Actor, Conflict, Desk, Rulebook
from toetsstad import MOMENT
from writers import NOTES, OFFICERS, note_often, write_against_the_odds


@pytest.fixture
def file(tmp_path: Path, book: Rulebook) -> Path:
    file = tmp_path / "zaken.db"
    Desk(file, book).report({}, by=OFFICERS[0], at=MOMENT, key="ZAAK-1")
    return file


def processes() -> ProcessPoolExecutor:
    return ProcessPoolExecutor(len(OFFICERS), multiprocessing.get_context("spawn"))


def test_no_note_is_lost_between_processes(file: Path, book: Rulebook) -> None:
    with processes() as pool:
        list(pool.map(note_often, [file] * 4, [book] * 4, OFFICERS))
    desk = Desk(file, book)
    keys = [entry.key for entry in desk.open("ZAAK-1").entries[1:]]
    assert len(keys) == len(set(keys)) == len(OFFICERS) * NOTES
    assert desk.verify().entries == 1 + len(keys)


def test_a_conflict_comes_over_from_another_process(file: Path, book: Rulebook) -> None:
    with processes() as pool, pytest.raises(Conflict) as met:
        pool.submit(write_against_the_odds, file, book).result()
    assert met.value.code == "M1710"
    assert met.value.text("nl") != met.value.text("en")


def test_threads_take_turns_on_one_desk(desk: Desk) -> None:
    case = desk.report({}, by=OFFICERS[0], at=MOMENT, key="ZAAK-1")

    def work(by: Actor) -> None:
        for number in range(NOTES):
            case.note({"leeftijd": number}, by=by, at=MOMENT)
            assert case.facts
            assert case.entries
            assert desk.worklist()

    with ThreadPoolExecutor(len(OFFICERS)) as pool:
        list(pool.map(work, OFFICERS))
    assert case.sequence == 1 + len(OFFICERS) * NOTES
