# SPDX-FileCopyrightText: 2026 the meldroute authors
# SPDX-License-Identifier: EUPL-1.2
"""Which person fills which role, from when until when. No `repr` has a name: those are personal."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar, Literal

from .result import Result, result

Kind = Literal["holder", "stand-in", "on-call"]


@dataclass(frozen=True, slots=True, repr=False)
class Actor(Result):
    """A person in a role. What decides is refused without both."""

    _shown: ClassVar = ("role",)
    person: str
    role: str


@result
class Ending(Result):
    """That an appointment is over, whatever it said itself."""

    _shown: ClassVar = ("until",)
    until: datetime
    by: Actor
    recorded: datetime


@result
class Appointment(Result):
    """A person in a role, as the register has it."""

    _shown: ClassVar = ("number", "role", "kind")
    number: int
    """What ends it refers to this."""
    role: str
    person: str
    kind: Kind
    since: datetime
    until: datetime | None
    """The first moment at which it is over; None for as long as nobody ends it."""
    lender: str
    """The organisation that lends this person, "" for none."""
    by: Actor
    recorded: datetime
    endings: tuple[Ending, ...]
    """Each earlier than the one before; the last counts."""


@result
class RolePeople(Result):
    """Who fill a role at a moment; all empty when nobody does."""

    _shown: ClassVar = ("role",)
    role: str
    acting: tuple[Appointment, ...]
    """On call in its hours; else a stand-in, while the holder is away; else the holders."""
    on_call: tuple[Appointment, ...]
    stand_ins: tuple[Appointment, ...]
    holders: tuple[Appointment, ...]
    owns_work: bool
    """A case waits for this role."""


@dataclass(frozen=True, slots=True, repr=False, kw_only=True)
class Appointing:
    """What `Desk.appoint` is given, as the native module reads it."""

    role: str
    person: str
    kind: Kind
    since: date
    until: date | None
    lender: str
