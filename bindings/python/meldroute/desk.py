# SPDX-FileCopyrightText: 2026 the meldroute authors
# SPDX-License-Identifier: EUPL-1.2
"""The one door: open a rulebook and a register; report, tell, ask, see."""

import os
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from . import _native
from .cases import (
    Alert,
    Contact,
    Decided,
    Duty,
    Entry,
    LateDuty,
    Migration,
    Option,
    Owner,
    Question,
    Standing,
    TimeOut,
    Verified,
    WorkItem,
)
from .errors import Lang
from .people import Actor, Appointing, Appointment, Kind, RolePeople
from .pictures import Picture
from .reasons import Reasons
from .results import Ruling
from .rulebook import Facts, Rulebook
from .telling import Telling


class Case:
    """One case, as it stood at the last entry that this object has seen.

    Made by a Desk. Threads that use one desk and its cases take turns.
    """

    __slots__ = ("_native",)

    def __init__(self, native: _native.Case) -> None:
        """Use `Desk.report` or `Desk.open`."""
        self._native = native

    @property
    def id(self) -> str:
        """32 hexadecimal digits, drawn at random."""
        return self._native.id()

    @property
    def key(self) -> str:
        """The host's own number, "" for none."""
        return self._native.key()

    @property
    def sequence(self) -> int:
        """Of the last entry, from 1."""
        return self._native.sequence()

    @property
    def here(self) -> tuple[str, ...]:
        """Steps at which somebody owes something or a route is done, of every route of the case."""
        return self._native.here()

    @property
    def standing(self) -> dict[str, Standing]:
        """All steps, also the idle ones, by route."""
        return self._native.standing()

    @property
    def facts(self) -> dict[str, Any]:
        """All that was told, by fact id: what `tell` takes."""
        return self._native.facts()

    @property
    def options(self) -> tuple[Option, ...]:
        """What may be told now, what each needs, and where it would lead."""
        return self._native.options()

    @property
    def duties(self) -> tuple[Duty, ...]:
        """What is open, by due date, without a date last."""
        return self._native.duties()

    @property
    def alerts(self) -> tuple[Alert, ...]:
        return self._native.alerts()

    @property
    def questions(self) -> tuple[Question, ...]:
        """What to ask next, and whom; nothing while somebody is in acute danger."""
        return self._native.questions()

    @property
    def owners(self) -> tuple[Owner, ...]:
        return self._native.owners()

    def owners_at(self, at: datetime) -> tuple[Owner, ...]:
        """The same with the persons who act then, by what `Desk.appoint` was told."""
        return self._native.owners_at(at)

    def duties_at(self, at: datetime) -> tuple[Duty, ...]:
        """As `duties`, with the persons who act then."""
        return self._native.duties_at(at)

    @property
    def entries(self) -> tuple[Entry, ...]:
        return self._native.entries()

    def contacts(self, role: str = "") -> tuple[Contact, ...]:
        """Of partners that were decided on: what is for everybody, and what is for this role."""
        return self._native.contacts(role)

    def pictures(self, lang: Lang = "nl") -> dict[str, Picture]:
        """The way of the case, by route, with the days on it and no fact."""
        return self._native.pictures(lang)

    def tell(
        self,
        event: str,
        facts: Facts | None = None,
        *,
        by: Actor,
        at: datetime,
        because: str = "",
        key: str = "",
        past: Mapping[str, bool] | None = None,
        recorded: datetime | None = None,
    ) -> None:
        """An event that happened at `at`, written down at `recorded` (or at `at`).

        `past` says, by decision, what a named person takes an undecided one to say. Telling the
        same `key` again does nothing. Raises Refused with the reason, and Conflict when somebody
        wrote in between: `refresh()` and look again. Then nothing has changed.
        """
        told = Telling(
            facts=facts,
            by=by,
            at=at,
            because=because,
            key=key,
            recorded=recorded,
            past=past or {},
        )
        self._native.tell(event, told)

    def note(
        self,
        facts: Facts,
        *,
        by: Actor,
        at: datetime,
        because: str = "",
        key: str = "",
        recorded: datetime | None = None,
    ) -> None:
        """Facts without an event. Raises as `tell`."""
        self._native.note(
            Telling(facts=facts, by=by, at=at, because=because, key=key, recorded=recorded)
        )

    def refresh(self) -> None:
        """Reads what others wrote since."""
        self._native.refresh()

    def rule(self, decision: str) -> Ruling:
        """What the rulebook of this case says now."""
        return self._native.rule(decision)

    def why(self, decision: str, lang: Lang = "nl", role: str = "") -> Reasons:
        """What came out and why, for a reader in this role; without one, nothing is told that
        follows from personal data but the outcome."""
        return self._native.why(decision, lang, role)

    def __repr__(self) -> str:
        return f"<Case {self.id}, {self.sequence} entries>"


class Desk:
    """A register of cases under a rulebook. Several desks, in several programs, may have one file
    open. Threads that use one desk take turns."""

    __slots__ = ("_native",)

    def __init__(self, where: str | os.PathLike[str], rulebook: Rulebook) -> None:
        """Opens or makes the SQLite file at `where`; ":memory:" for one that is not kept.

        Raises Usage for a file that is no register, Damaged for one that is damaged.
        """
        self._native = _native.Desk.open(os.fspath(where), rulebook._native)

    def report(
        self,
        facts: Facts,
        *,
        by: Actor,
        at: datetime,
        key: str = "",
        because: str = "",
        route: str = "meldroute-intern",
        recorded: datetime | None = None,
    ) -> Case:
        """A new case. `key` is your own number for it: the same report with the same key gives the
        same case again, and another report with that key is a Conflict."""
        told = Telling(facts=facts, by=by, at=at, because=because, key=key, recorded=recorded)
        return Case(self._native.report(told, route))

    def open(self, id_or_key: str) -> Case:
        """By the case's id or by your own number. Raises Usage when there is no such case."""
        return Case(self._native.open_case(id_or_key))

    def cases(self) -> tuple[Case, ...]:
        """All of them, in the order in which they came in."""
        return tuple(Case(native) for native in self._native.cases())

    def worklist(
        self, owner: str = "", due_by: date | None = None, *, at: datetime | None = None
    ) -> tuple[WorkItem, ...]:
        """What is to be done, by due date: of one role, or due on this day or before. With `at`
        the persons who act then."""
        return self._native.worklist(owner, due_by, at)

    def appoint(
        self,
        role: str,
        person: str,
        *,
        since: date,
        until: date | None = None,
        kind: Kind = "holder",
        lender: str = "",
        by: Actor,
        at: datetime,
    ) -> int:
        """A person fills a role, told by `by` and written down at `at`; gives its number.

        A date counts as a whole day in Amsterdam, the last one too; a datetime is a moment. From
        then on only who fills the role decides in it. Raises RulebookError for a role that the
        rulebook does not have, and Usage for an end before the beginning, somebody borrowed
        (`lender`) without an end, or the same person there already at that time.
        """
        what = Appointing(
            role=role, person=person, kind=kind, since=since, until=until, lender=lender
        )
        return self._native.appoint(what, by, at)

    def end_appointment(self, number: int, until: date, *, by: Actor, at: datetime) -> None:
        """It is over after this day, or from this moment. What was told stays to be seen."""
        self._native.end_appointment(number, until, by, at)

    def appointments(self) -> tuple[Appointment, ...]:
        """All that ever were."""
        return self._native.appointments()

    def people(self, *, at: datetime) -> tuple[RolePeople, ...]:
        """Every role, with who fills it at this moment: also one that nobody fills."""
        return self._native.people(at)

    def unfilled(self, *, at: datetime) -> tuple[str, ...]:
        """Roles for which work waits and that nobody fills then."""
        return self._native.unfilled(at)

    def late(self, at: datetime) -> tuple[LateDuty, ...]:
        """Every duty that is over time at this moment, the longest overdue first."""
        return self._native.late(at)

    def pass_time(self, until: datetime) -> tuple[TimeOut, ...]:
        """Lets time pass in every case: a term that is over by this moment, and that the rulebook
        gives an event, becomes an entry. Call it as often as you like: what happened does not
        happen again. What is refused is listed, and stays late."""
        return self._native.pass_time(until)

    def decided(self) -> tuple[Decided, ...]:
        """What people decided in all cases, by the fact that they decided; counts only."""
        return self._native.decided()

    def look_ahead(
        self, at: datetime, moves: Mapping[str, Any] | None = None
    ) -> tuple[Migration, ...]:
        """What moving each open case to this desk's rulebook would do; changes nothing. `moves` is
        what goes by another name: `{"routes": {old: new}, "steps": {old route: {old: new}}}`."""
        return self._native.look_ahead(at, moves or {})

    def migrate(
        self, *, by: Actor, at: datetime, because: str, moves: Mapping[str, Any] | None = None
    ) -> tuple[Migration, ...]:
        """Moves each open case that can go, by a named person with a reason; the others are listed
        with what is in the way. Raises Refused without a name or a reason."""
        told = Telling(facts=None, by=by, at=at, because=because, key="", recorded=None)
        return self._native.migrate(told, moves or {})

    def verify(self) -> Verified:
        """Reads everything and checks it. Raises Damaged for the first that is not as stored."""
        return self._native.verify()
