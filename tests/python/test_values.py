# SPDX-FileCopyrightText: 2026 the meldroute authors
# SPDX-License-Identifier: EUPL-1.2
"""Values go in as Python has them, and come out the same."""

from collections import OrderedDict
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType
from typing import Any

import pytest
from meldroute import Actor, Desk, RulebookError, Usage
from toetsstad import MOMENT


class Channel(StrEnum):
    COLLEAGUE = "collega"


def told(desk: Desk, fact: str, value: object) -> Any:
    """What a case keeps of this fact."""
    case = desk.report({fact: value}, by=Actor("a.jansen", "aandachtsfunctionaris"), at=MOMENT)
    return case.facts.get(fact)


# In the hour that comes twice, the second time.
TWICE = datetime(2026, 10, 25, 1, 30, 0, 7, UTC)
SEEN = {"seen": ["schuld"], "not-seen": ["papieren"]}


@pytest.mark.parametrize(
    ("fact", "value", "kept"),
    [
        ("gevaar.acuut", False, False),
        ("leeftijd", 16, 16),
        ("leeftijd", Decimal("16"), 16),
        ("bedrag", 12, Decimal("12")),
        ("bedrag", 0.1, Decimal("0.1")),
        ("bedrag", Decimal("12.50"), Decimal("12.5")),
        ("bedrag", Decimal("1.25E+3"), Decimal("1250")),
        ("gezien-op", date(2026, 2, 28), date(2026, 2, 28)),
        ("ontvangen", MOMENT, MOMENT),
        ("ontvangen", MOMENT.astimezone(UTC), MOMENT),
        ("ontvangen", TWICE, TWICE),
        ("duur", timedelta(days=2, minutes=5), timedelta(days=2, minutes=5)),
        ("toelichting", "Zij zei: «niets» — 🙂", "Zij zei: «niets» — 🙂"),
        ("kanaal", Channel.COLLEAGUE, "collega"),
        ("vorm", {"seksueel", "arbeid"}, ["arbeid", "seksueel"]),
        ("vorm", frozenset(), []),
        ("vorm", ("seksueel",), ["seksueel"]),
        ("vorm", {"seen": ["arbeid"]}, {"seen": ["arbeid"], "not-seen": []}),
        ("tekens", SEEN, SEEN),
        ("tekens", MappingProxyType(SEEN), SEEN),
        ("tekens", OrderedDict(seen=["papieren"]), {"seen": ["papieren"], "not-seen": []}),
        ("leeftijd", {"unknown": "asked"}, {"unknown": "asked"}),
        ("leeftijd", None, None),
    ],
    ids=str,
)  # fmt: skip
def test_a_value_comes_back_as_it_was_told(desk: Desk, fact: str, value: object, kept: Any) -> None:
    found = told(desk, fact, value)
    assert found == kept
    assert type(found) is type(kept)


def test_a_moment_comes_back_in_amsterdam(desk: Desk) -> None:
    found = told(desk, "ontvangen", MOMENT.astimezone(timezone(timedelta(hours=-3))))
    assert found.utcoffset() == timedelta(hours=2)


SELF: list[object] = []
SELF.append(SELF)


@pytest.mark.parametrize(
    ("fact", "value", "code"),
    [
        ("ontvangen", MOMENT.replace(tzinfo=None), "M2004"),
        ("bedrag", float("nan"), "M2003"),
        ("bedrag", float("inf"), "M2003"),
        ("bedrag", Decimal("NaN"), "M2003"),
        ("toelichting", "\ud800", "M2002"),
        ("toelichting", b"bytes", "M2001"),
        ("toelichting", object(), "M2001"),
        ("vorm", {1: 2}, "M2001"),
        ("vorm", SELF, "M2006"),
        ("duur", timedelta(seconds=-1), "M2005"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_what_cannot_be_told_is_wrong_use(desk: Desk, fact: str, value: object, code: str) -> None:
    with pytest.raises(Usage) as refused:
        told(desk, fact, value)
    assert refused.value.code == code
    assert desk.cases() == ()


@pytest.mark.parametrize(
    ("fact", "value"),
    [
        ("leeftijd", 2**63),
        ("leeftijd", 121),
        ("leeftijd", True),
        ("leeftijd", "16"),
        ("bedrag", Decimal("0.001")),
        ("bedrag", Decimal("1E+30")),
        ("gezien-op", date(1850, 1, 1)),
        ("ontvangen", datetime(1990, 1, 1, tzinfo=UTC)),
        ("ontvangen", date(2026, 6, 2)),
        ("kanaal", "radio"),
        ("vorm", ["huiselijk"]),
        ("vrom", ["arbeid"]),
    ],
    ids=str,
)
def test_what_the_rulebook_does_not_allow_is_refused(desk: Desk, fact: str, value: object) -> None:
    with pytest.raises(RulebookError) as refused:
        told(desk, fact, value)
    assert refused.value.place.pointer.startswith(f"/{fact}")
    assert str(value) not in str(refused.value).replace(fact, "")


def test_a_moment_without_a_time_zone_says_what_to_do(desk: Desk, officer: Actor) -> None:
    with pytest.raises(Usage, match="ZoneInfo") as refused:
        desk.report({}, by=officer, at=datetime(2026, 6, 2, 10, 20))
    assert "tijdzone" in refused.value.text("nl")
