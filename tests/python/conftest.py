# SPDX-FileCopyrightText: 2026 the meldroute authors
# SPDX-License-Identifier: EUPL-1.2
"""A small rulebook, and a register that is not kept."""

from pathlib import Path

import pytest
from meldroute import Actor, Case, Desk, Rulebook
from toetsstad import MOMENT, OFFICER, write_rulebook


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_rulebook(tmp_path_factory.mktemp("rules"))


@pytest.fixture(scope="session")
def book(folder: Path) -> Rulebook:
    return Rulebook.load(folder)


@pytest.fixture
def desk(book: Rulebook) -> Desk:
    return Desk(":memory:", book)


@pytest.fixture
def officer() -> Actor:
    return Actor("a.jansen", OFFICER)


@pytest.fixture
def case(desk: Desk, officer: Actor) -> Case:
    """A report with a secret of every kind, on its way to the weighing."""
    facts = {"gevaar.acuut": False, "kanaal": "collega", "leeftijd": 34, "toelichting": "Geheim"}
    case = desk.report(facts, by=officer, at=MOMENT, key="ZAAK-2026-0117")
    case.tell("besproken", by=officer, at=MOMENT.replace(hour=11))
    return case
