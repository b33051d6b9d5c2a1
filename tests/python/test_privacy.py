# SPDX-FileCopyrightText: 2026 the meldroute authors
# SPDX-License-Identifier: EUPL-1.2
"""What may end up in a log names ids, never a fact or a person."""

import copy
import pickle
import traceback
from collections.abc import Iterator
from dataclasses import FrozenInstanceError, fields
from datetime import timedelta
from typing import Any

import meldroute
import pytest
from meldroute import Actor, Case, Desk, Result
from toetsstad import MOMENT, OFFICER

SECRET = "Geheim"
LATER = MOMENT + timedelta(days=1)


def inner(value: object) -> Iterator[Result]:
    """A result with all that it holds."""
    if isinstance(value, Result):
        yield value
        for own in fields(value):  # type: ignore[arg-type]
            yield from inner(getattr(value, own.name))
    elif isinstance(value, (tuple, list)):
        for each in value:
            yield from inner(each)
    elif isinstance(value, dict):
        yield from inner(list(value.values()))


@pytest.fixture
def shown(case: Case, officer: Actor) -> list[Result]:
    """Every result that a case can give."""
    facts = {"vorm": ["arbeid"], "besluit.bestemming": ["politie-avim"]}
    case.tell("gewogen", facts, by=officer, at=LATER, because=SECRET)
    case.note({"gevaar.acuut": None}, by=officer, at=LATER)
    open_ruling = case.rule("weging.klasse")
    everything: list[object] = [case.options, case.duties, case.alerts, case.questions, case.owners]
    everything += [case.entries, case.standing, open_ruling, officer]
    return list(inner(everything))


def test_no_repr_holds_a_fact_or_a_person(shown: list[Result], case: Case) -> None:
    assert {type(result).__name__ for result in shown} >= {
        "Actor", "Due", "Duty", "Entry", "KeptDecision", "KeptRuling", "Needed", "Option", "Owner",
        "Row", "Ruling", "Standing", "Text",
    }  # fmt: skip
    for text in [*map(repr, shown), repr(case).replace(case.id, "")]:
        assert not [word for word in (SECRET, "jansen", "arbeid", "34", "politie") if word in text]


def test_results_are_values(shown: list[Result]) -> None:
    for result in shown:
        assert pickle.loads(pickle.dumps(result)) == result
        assert copy.deepcopy(result) == result
        with pytest.raises(FrozenInstanceError):
            setattr(result, fields(result)[0].name, None)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "wrong",
    [
        {"toelichting": 5, "leeftijd": 34},
        {"kanaal": SECRET},
        {SECRET: 1},
        {"vorm": [SECRET]},
        {"vorm": {"seen": [SECRET]}},
        {"tekens": {SECRET: []}},
        {"ontvangen": SECRET},
        {"gezien-op": SECRET},
        {"duur": SECRET},
        {"bedrag": SECRET},
        {"leeftijd": {"unknown": SECRET}},
        {"toelichting": SECRET.encode()},
        {"toelichting": SECRET + "\ud800"},
        [SECRET],
        SECRET,
    ],
    ids=str,
)
def test_no_message_repeats_what_was_told(desk: Desk, officer: Actor, wrong: Any) -> None:
    with pytest.raises(meldroute.Error) as refused:
        desk.report(wrong, by=officer, at=MOMENT)
    said = refused.value
    everything = [str(said), repr(said), said.text("nl"), said.text("en"), str(said.place)]
    everything += traceback.format_exception_only(said)
    assert not [text for text in everything if SECRET in text or "34" in text]


@pytest.mark.parametrize(
    "arguments",
    [
        {},
        {"by": None, "at": MOMENT},
        {"by": Actor(SECRET, OFFICER), "at": SECRET},
        {"by": Actor(SECRET, 5), "at": MOMENT},  # type: ignore[arg-type]
        {"by": Actor("a", OFFICER), "at": MOMENT, "key": {SECRET}},
        {"by": Actor("a", OFFICER), "at": MOMENT, "kee": SECRET},
    ],
    ids=["nothing", "nobody", "text for a moment", "number for a role", "set for a key", "typo"],
)
def test_no_wrong_call_repeats_its_arguments(desk: Desk, arguments: Any) -> None:
    with pytest.raises((TypeError, AttributeError, meldroute.Error)) as wrong:
        desk.report({"toelichting": SECRET}, **arguments)
    assert SECRET not in "".join(traceback.format_exception_only(wrong.value))
    assert desk.cases() == ()
