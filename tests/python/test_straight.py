# SPDX-FileCopyrightText: 2026 the meldroute authors
# SPDX-License-Identifier: EUPL-1.2
"""A dict and JSON text go straight into the facts, any other mapping by way of JSON: nobody may
tell which."""

import copy
import json
import pickle
import random
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import FrozenInstanceError, asdict, replace
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType
from typing import Any

import pytest
from meldroute import Error, Rulebook, Ruling
from toetsstad import DECISIONS, FACTS, MOMENT


class Sort(StrEnum):
    WORK = "arbeid"


KEY = bytes(range(32))
CODES = ["arbeid", "seksueel", "papieren", "schuld", "collega", "mma", "politie-avim", "anders"]
VALUES: list[Callable[[random.Random], Any]] = [
    lambda _: None,
    lambda r: r.random() < 0.5,
    lambda r: r.randint(-2, 130),
    lambda r: r.choice([2**31, 2**63 - 1, 2**63, -(2**64), 10**17]),
    lambda r: r.randint(0, 10**8) / 100,
    lambda r: r.choice([0.1, 0.125, -0.0, 1e300, 5e-324, float("nan"), float("inf")]),
    lambda r: Decimal(r.randint(-5, 10**8)).scaleb(r.randint(-4, 3)),
    lambda r: Decimal(r.choice(["NaN", "-0.00", "1.50", "1E+30", "1E-12", "12"])),
    lambda r: date(r.randint(1890, 2110), r.randint(1, 12), r.randint(1, 28)),
    lambda r: r.choice(["2026-03-31", "2026-02-30", "31-3-2026", "1.5", "1.50", "P2W", "", "ja"]),
    lambda r: MOMENT + timedelta(0, r.randint(-(10**9), 3 * 10**9), r.randint(0, 9)),
    lambda r: MOMENT.replace(tzinfo=r.choice([None, UTC, timezone(timedelta(hours=-3))])),
    lambda r: r.choice(["2026-06-02T10:20:00+02:00", "2026-06-02T08:20:00.000007Z", "2026-06-02"]),
    lambda r: timedelta(r.randint(-1, 9), r.randint(0, 9), r.choice([0, 0, 1])),
    lambda r: r.choice([*CODES, "Zij zei: «niets» — 🙂", "\ud800", Sort.WORK]),
    lambda r: r.sample(CODES, r.randint(0, 3)),
    lambda r: tuple(r.sample(CODES[:4], r.randint(0, 2))),
    lambda r: set(r.sample(CODES[:4], r.randint(0, 2))),
    lambda r: frozenset([Sort.WORK, *r.sample(CODES[:2], 1)]),
    lambda r: {"seen": r.sample(CODES[:4], 1), "not-seen": r.sample(CODES[:4], r.randint(0, 2))},
    lambda r: {r.choice(["seen", "not-seen", "gezien"]): r.sample(CODES[:4], r.randint(0, 1))},
    lambda r: {"unknown": r.choice(["asked", "declined", "not-asked", "geen idee"])},
    lambda r: r.choice([{}, [1], [[]], [None], object(), b"arbeid", {"seen": None}, {1: 2}]),
]  # fmt: skip
QUICK = [one["id"] for one in DECISIONS if one["id"] != "weging.helft"]  # its search is long
FITTING: dict[str, list[int]] = {
    "boolean": [0, 1], "integer": [2], "number": [2, 4, 6], "date": [8], "moment": [10],
    "duration": [13], "text": [14], "enum": [14],
    "set": [15, 16, 17, 19], "checklist": [15, 17, 19],
}  # fmt: skip


def some_facts(r: random.Random) -> dict[Any, Any]:
    """A few facts, most of which fit."""
    facts: dict[Any, Any] = {}
    for fact in r.sample(FACTS, r.randint(0, 4)):
        fitting = r.random() < 0.85
        make = VALUES[r.choice(FITTING[fact["type"]])] if fitting else r.choice(VALUES)
        facts[fact["id"]] = make(r)
    if r.random() < 0.03:
        facts[r.choice(["leeftyd", "Jan Jansen", 5, Sort.WORK])] = 1
    return facts


def answer(ask: Callable[[], Any]) -> Any:
    try:
        return ask()
    except Error as error:
        return type(error), str(error), error.text("en"), error.place
    except Exception as error:
        return type(error), str(error)


def test_a_dict_and_any_other_mapping_say_the_same(book: Rulebook) -> None:
    r = random.Random(20260602)
    refused = 0
    for _ in range(6000):
        facts = some_facts(r)
        known = isinstance(facts.get("bedrag"), (int, float, Decimal))
        decision = "weging.helft" if known else r.choice(QUICK)
        straight = answer(lambda: book.decide(decision, facts))  # noqa: B023
        by_json = answer(lambda: book.decide(decision, MappingProxyType(facts)))  # noqa: B023
        assert straight == by_json
        refused += isinstance(straight, tuple)
        if isinstance(straight, Ruling):
            receipts = {
                book.receipt(decision, told, KEY) for told in (facts, MappingProxyType(facts))
            }
            assert len(receipts) == 1
    assert 1000 < refused < 5000


def test_json_text_says_the_same_as_the_dict_that_it_holds(book: Rulebook) -> None:
    told: dict[str, Any] = {"leeftijd": 34, "bedrag": 12.5, "gezien-op": "2026-03-31"}
    told |= {"tekens": {"seen": ["schuld"]}, "vorm": {"unknown": "asked"}, "kanaal": None}
    for text in (json.dumps(told), json.dumps(told).encode()):
        assert book.decide("weging.klasse", text) == book.decide("weging.klasse", told)
        assert book.receipt("weging.klasse", text, KEY) == book.receipt("weging.klasse", told, KEY)
        assert book.why("weging.klasse", text) == book.why("weging.klasse", told)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('{"toelichting": "Geheim" "Geheim"}', "M1001"),
        (b"Geheim", "M1001"),
        (b'{"toelichting": "Geheim\xff"}', "M1001"),
        ('{"leeftijd": "Geheim"}', "M1103"),
        ('{"Jan Jansen": 1}', "M1101"),
        ('"Geheim"', "M1012"),
        ("\ud800", "M2002"),
    ],
)
def test_text_that_holds_no_facts_is_refused(book: Rulebook, text: str | bytes, code: str) -> None:
    with pytest.raises(Error) as refused:
        book.decide("weging.klasse", text)
    assert refused.value.code == code
    assert "Geheim" not in str(refused.value)
    assert "Jansen" not in str(refused.value)


@pytest.fixture(params=["settled", "open"])
def ruling(book: Rulebook, request: pytest.FixtureRequest) -> Callable[[], Ruling]:
    """The same ruling, anew: nothing was asked of it yet."""
    age = 16 if request.param == "settled" else 34
    return lambda: book.decide("weging.klasse", {"leeftijd": age, "toelichting": "Geheim"})


def test_what_is_not_asked_yet_makes_no_difference(ruling: Callable[[], Ruling]) -> None:
    whole = replace(ruling())  # type: ignore[type-var]
    assert ruling() == whole == ruling()
    assert ruling() != replace(whole, rows=())  # type: ignore[type-var]
    assert pickle.loads(pickle.dumps(ruling())) == whole
    assert copy.copy(ruling()) == copy.deepcopy(ruling()) == whole
    assert ruling().to_dict() == whole.to_dict()
    assert asdict(ruling()) == asdict(whole)  # type: ignore[call-overload]
    assert repr(ruling()) == repr(whole)
    assert hash(ruling()) == hash(whole)
    for name in ("possible", "rows", "used", "needed", "through"):
        assert getattr(ruling(), name) == getattr(whole, name)


def test_what_is_not_asked_yet_cannot_be_changed(ruling: Callable[[], Ruling]) -> None:
    one = ruling()
    with pytest.raises(FrozenInstanceError):
        setattr(one, "rows", ())  # noqa: B010
    with pytest.raises(FrozenInstanceError):
        del one.rows
    with pytest.raises(AttributeError, match="'Ruling' object has no attribute 'rijen'"):
        _ = one.rijen  # type: ignore[attr-defined]
    assert one.rows is one.rows


def test_a_ruling_outlives_its_rulebook_and_its_facts(folder: Any) -> None:
    facts = {"leeftijd": 16}
    one = Rulebook.load(folder).decide("weging.klasse", facts)
    facts.clear()
    assert (one.used, one.rows[0].state) == (("leeftijd",), "hit")


@pytest.mark.parametrize("way", [dict, MappingProxyType, json.dumps, lambda told: {**told, "x": 1}])
def test_what_one_report_told_is_not_known_of_the_next(
    book: Rulebook, way: Callable[[dict[str, Any]], Any]
) -> None:
    told = {"leeftijd": 16, "toelichting": "Geheim", "vorm": ["arbeid"], "tekens": {"seen": []}}
    nothing = book.decide("weging.klasse", {}).to_dict()
    for _ in range(20):
        answer(lambda: book.decide("weging.klasse", way(told)).rows)
        assert book.decide("weging.klasse", {}).to_dict() == nothing
        assert book.decide("weging.bestemming", {}).used == ()


def test_threads_that_decide_at_once_do_not_mix_their_reports(book: Rulebook) -> None:
    class Busy(tzinfo):
        """Decides about others while a report is read, and lets other threads go first."""

        def utcoffset(self, _: datetime | None, /) -> timedelta:
            others = [book.decide("weging.klasse", {"leeftijd": 40}) for _ in range(5)]
            return timedelta(hours=len({other.state for other in others}))

        dst = utcoffset

        def tzname(self, _: datetime | None, /) -> str:
            return "+01:00"

    def decide(age: int) -> set[Any]:
        young = {"ontvangen": datetime(2026, 6, 2, tzinfo=Busy()), "leeftijd": age}
        kept = [book.decide("weging.klasse", young if n % 9 else {}) for n in range(900)]
        return {(one.outcome, one.used) for n, one in enumerate(kept) if n % 9}

    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(4) as threads:
            said = list(threads.map(decide, [10, 40, 12, 34]))
    finally:
        sys.setswitchinterval(before)
    young, older = {("hoog", ("leeftijd",))}, {(None, ("leeftijd",))}
    assert said == [young, older, young, older]


def test_a_time_zone_that_changes_the_dict_is_read_safely(book: Rulebook) -> None:
    facts: dict[str, Any] = {}

    class Meddling(tzinfo):
        def utcoffset(self, _: datetime | None, /) -> timedelta:
            facts.clear()
            return timedelta(hours=1)

        dst = utcoffset

        def tzname(self, _: datetime | None, /) -> str:
            return "+01:00"

    facts |= {"ontvangen": datetime(2026, 6, 2, tzinfo=Meddling()), "leeftijd": 16}
    answer(lambda: book.decide("weging.klasse", facts))
