# SPDX-FileCopyrightText: 2026 the meldroute authors
# SPDX-License-Identifier: EUPL-1.2
"""Who fills which role: from when, until when, in whose place, and borrowed from whom."""

import copy
import pickle
from collections.abc import Iterator
from dataclasses import FrozenInstanceError, fields
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import meldroute
import pytest
from meldroute import (
    Actor,
    Appointment,
    Case,
    Desk,
    Refused,
    Result,
    Rulebook,
    RulebookError,
    Usage,
)
from toetsstad import AMSTERDAM, MOMENT, OFFICER

CLERK = Actor("p.visser", "griffier")
DAY = MOMENT.date()
DECIDED = {"besluit.bestemming": ["politie-avim"]}


def appoint(desk: Desk, person: str, **more: Any) -> int:
    return desk.appoint(OFFICER, person, **{"since": DAY, "by": CLERK, "at": MOMENT, **more})


def acting(desk: Desk, at: datetime) -> list[str]:
    return [one.person for role in desk.people(at=at) for one in role.acting]


def test_a_date_is_a_whole_day_in_amsterdam_and_a_datetime_a_moment(desk: Desk) -> None:
    appoint(desk, "m.devries", since=date(2026, 10, 25), until=date(2026, 10, 25))
    appoint(desk, "p.dejong", kind="on-call", since=MOMENT, until=MOMENT + timedelta(minutes=1))
    day, night = desk.appointments()
    assert day.since == datetime(2026, 10, 25, tzinfo=AMSTERDAM)
    assert day.until == datetime(2026, 10, 26, tzinfo=AMSTERDAM)
    assert (night.since, night.until) == (MOMENT, MOMENT + timedelta(minutes=1))
    assert acting(desk, MOMENT) == ["p.dejong"]
    assert acting(desk, MOMENT + timedelta(minutes=1)) == []


def test_who_owns_it_today_who_stands_in_and_who_is_on_call(desk: Desk, case: Case) -> None:
    assert not any(owner.persons for owner in case.owners)
    appoint(desk, "m.devries")
    appoint(desk, "l.jansen", kind="stand-in", since=DAY + timedelta(1), until=DAY + timedelta(2))
    appoint(
        desk, "k.smit", kind="on-call", lender="gemeente Lochem",
        since=DAY + timedelta(2), until=DAY + timedelta(2),
    )  # fmt: skip
    for days, person in enumerate(["m.devries", "l.jansen", "k.smit", "m.devries"]):
        moment = MOMENT + timedelta(days)
        assert {owner.persons for owner in case.owners_at(moment)} == {(person,)}
        assert {work.persons for work in desk.worklist(at=moment)} == {(person,)}
    assert [duty.persons for duty in case.duties] == [() for _ in case.duties_at(MOMENT)]
    (role,) = desk.people(at=MOMENT + timedelta(2))
    assert role.acting == role.on_call
    assert [one.lender for one in role.on_call] == ["gemeente Lochem"]
    assert [one.person for one in role.stand_ins + role.holders] == ["l.jansen", "m.devries"]
    assert role.owns_work


def test_a_role_that_nobody_fills_is_listed(desk: Desk, case: Case) -> None:
    assert case.owners
    assert desk.unfilled(at=MOMENT) == (OFFICER,)
    (role,) = desk.people(at=MOMENT)
    assert (role.acting, role.owns_work) == ((), True)
    appoint(desk, "m.devries", until=DAY)
    assert desk.unfilled(at=MOMENT) == ()
    assert desk.unfilled(at=MOMENT + timedelta(1)) == (OFFICER,)


def test_only_who_fills_the_role_decides(desk: Desk, case: Case, officer: Actor) -> None:
    appoint(desk, "m.devries")
    with pytest.raises(Refused) as refused:
        case.tell("gewogen", DECIDED, by=officer, at=MOMENT, because="Zeker")
    assert refused.value.code == "M1622"
    assert officer.person not in refused.value.text("nl") + refused.value.text("en")
    by = Actor("m.devries", OFFICER)
    case.tell("gewogen", DECIDED, by=by, at=MOMENT, because="Zeker")


def test_it_is_ended_and_stays_to_be_seen(desk: Desk) -> None:
    number = appoint(desk, "m.devries", until=DAY + timedelta(9))
    desk.end_appointment(number, DAY, by=CLERK, at=MOMENT)
    (one,) = desk.appointments()
    assert one.until == datetime.combine(DAY + timedelta(1), datetime.min.time(), AMSTERDAM)
    assert [(ending.until, ending.by) for ending in one.endings] == [(one.until, CLERK)]
    assert (one.by, one.recorded) == (CLERK, MOMENT)
    with pytest.raises(Usage) as over:
        desk.end_appointment(number, DAY, by=CLERK, at=MOMENT)
    assert over.value.code == "M1726"


@pytest.mark.parametrize(
    ("code", "wrong"),
    [
        ("M1721", {"person": " "}),
        ("M1722", {"until": DAY - timedelta(1)}),
        ("M1723", {"lender": "gemeente Lochem"}),
        ("M1013", {"kind": "piket"}),
        ("M1811", {"by": Actor("", OFFICER)}),
        ("M2004", {"since": MOMENT.replace(tzinfo=None)}),
        ("M2001", {"since": "2026-06-02"}),
        ("M2001", {"until": 5}),
        ("M2001", {"person": None}),
        ("M2001", {"at": DAY}),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_wrong_is_refused(desk: Desk, code: str, wrong: dict[str, Any]) -> None:
    more = {"person": "Geheim", **wrong}
    with pytest.raises(meldroute.Error) as refused:
        appoint(desk, more.pop("person"), **more)
    assert refused.value.code == code
    assert "Geheim" not in str(refused.value)
    assert desk.appointments() == ()


def test_a_role_must_be_one_of_the_rulebook(desk: Desk) -> None:
    with pytest.raises(RulebookError, match=OFFICER) as unknown:
        desk.appoint(OFFICER + "s", "m.devries", since=DAY, by=CLERK, at=MOMENT)
    assert unknown.value.code == "M1508"


def test_the_same_person_is_there_once(desk: Desk) -> None:
    number = appoint(desk, "m.devries")
    assert appoint(desk, "m.devries") == number
    with pytest.raises(Usage) as twice:
        appoint(desk, "m.devries", until=DAY)
    assert twice.value.code == "M1724"


def test_another_desk_on_the_same_file_sees_it(book: Rulebook, tmp_path: Path) -> None:
    one, other = (Desk(tmp_path / "zaken.db", book) for _ in range(2))
    appoint(one, "m.devries")
    assert acting(other, MOMENT) == ["m.devries"]
    assert one.appointments() == other.appointments()
    assert other.verify().cases == 0


def inner(value: object) -> Iterator[Result]:
    if isinstance(value, Result):
        yield value
        for own in fields(value):  # type: ignore[arg-type]
            yield from inner(getattr(value, own.name))
    elif isinstance(value, tuple):
        for each in value:
            yield from inner(each)


def test_results_are_values_and_no_repr_names_anybody(desk: Desk, case: Case) -> None:
    number = appoint(desk, "m.devries", until=DAY, lender="gemeente Lochem")
    desk.end_appointment(number, MOMENT + timedelta(hours=1), by=CLERK, at=MOMENT)
    everything = (
        desk.people(at=MOMENT), desk.appointments(), case.owners_at(MOMENT),
        case.duties_at(MOMENT), desk.worklist(at=MOMENT),
    )  # fmt: skip
    shown = list(inner(everything))
    assert {"Appointment", "Ending", "RolePeople"} <= {type(one).__name__ for one in shown}
    for one in shown:
        assert not [word for word in ("devries", "visser", "Lochem") if word in repr(one)]
        assert pickle.loads(pickle.dumps(one)) == one
        assert copy.deepcopy(one) == one
        with pytest.raises(FrozenInstanceError):
            setattr(one, fields(one)[0].name, None)  # type: ignore[arg-type]
    (kept,) = desk.appointments()
    assert kept.to_dict()["until"] == (MOMENT + timedelta(hours=1)).isoformat()
    assert isinstance(kept, Appointment)
