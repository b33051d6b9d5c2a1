# SPDX-FileCopyrightText: 2026 the meldroute authors
# SPDX-License-Identifier: EUPL-1.2
"""What a desk shows of its cases: immutable values, made by the native module, as in results.py."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date, datetime
from typing import Any, ClassVar, Literal

from .result import Result, result
from .results import Source, Text


@result
class Reading(Result):
    """One way to read the law on a term."""

    label: Text
    date: date | None
    moment: datetime | None
    unknown_years: tuple[int, ...]
    calculation: tuple[Text, ...]


@result
class Due(Result):
    """When something falls due, with the calculation that an officer can redo by hand."""

    _shown: ClassVar = ("state",)
    state: Literal["running", "suspended", "not-started", "at-once", "repeating"]
    date: date | None
    """The last day; where the law can be read two ways, the earlier."""
    moment: datetime | None
    """For a term in hours."""
    late_from: datetime | None
    uncertain: bool
    """The date may be later: the equated days of a year are not known yet."""
    readings: tuple[Reading, ...]
    calculation: tuple[Text, ...]


@result
class Option(Result):
    """An event that may be told now."""

    _shown: ClassVar = ("route", "event", "possible")
    route: str
    event: str
    deciding: bool
    """Only a named person may tell it."""
    by: str
    """Role that may; "" for anyone."""
    possible: bool
    unknown: tuple[str, ...]
    """Decisions for want of which it would be refused."""
    needs: tuple[str, ...]
    """Facts that would settle those, and the fact that it decides."""
    leads_to: tuple[tuple[str, ...], ...]
    rulings: tuple["KeptRuling", ...] = ()
    """What the rulebook says on each decision on its way."""


@result
class Duty(Result):
    """Something to do."""

    _shown: ClassVar = ("id", "role")
    id: str
    route: str
    step: str
    role: str
    label: Text
    certain: bool
    """False: it stands open because its condition is unknown."""
    term: str
    due: Due | None
    """None where no source gives a term."""
    remind: date | None
    """The day of its reminder."""
    since: datetime
    source: tuple[Source, ...]
    persons: tuple[str, ...] = ()
    """Who act in that role, where a moment was asked."""

    def is_late(self, at: datetime) -> bool:
        return self.due is not None and self.due.late_from is not None and at >= self.due.late_from


@result
class Alert(Result):
    """What goes first, whatever the score."""

    _shown: ClassVar = ("id", "certain")
    id: str
    label: Text
    certain: bool
    """False: it sounds because nobody knows."""


@result
class Question(Result):
    """What to ask next, and whom."""

    _shown: ClassVar = ("fact", "who")
    fact: str
    words: Text
    who: str
    decision: str
    """The decision that an answer would help."""


@result
class Contact(Result):
    """How a partner is reached that somebody decided on, and what this number is for."""

    _shown: ClassVar = ("partner", "number")
    partner: str
    number: str
    when: Text


@result
class Owner(Result):
    """Who owns a step."""

    _shown: ClassVar = ("route", "step", "role")
    route: str
    step: str
    role: str
    persons: tuple[str, ...] = ()
    """Who act in that role, where a moment was asked."""


@result
class Standing(Result):
    """Where a case stands on one route."""

    leaves: tuple[str, ...]
    gate: int
    """Which gate of the weighing is open, from 0."""


@result
class KeptRuling(Result):
    """A ruling of the day, as the record keeps it."""

    _shown: ClassVar = ("decision",)
    decision: str
    outcome: Any
    unknown: tuple[str, ...]


@result
class KeptDecision(Result):
    """What a person decided, beside what the rulebook advised."""

    _shown: ClassVar = ("fact",)
    fact: str
    advice: Any
    decided: Any
    deviates: bool
    unknown: tuple[str, ...]
    """Facts that were decided past."""
    because: str


@result
class Entry(Result):
    """One entry of the record. Of an erased one only the sequence is left."""

    _shown: ClassVar = ("sequence", "erased")
    sequence: int
    erased: bool
    kind: Literal["told", "noted", "corrected", "time", "migrated"] | None = None
    recorded: datetime | None = None
    occurred: datetime | None = None
    event: str = ""
    person: str = ""
    role: str = ""
    key: str = ""
    facts: Mapping[str, Any] = field(default_factory=dict)
    rulings: tuple[KeptRuling, ...] = ()
    decision: KeptDecision | None = None
    standing: Mapping[str, Standing] = field(default_factory=dict)
    rulebook: str = ""
    """Digest."""
    engine: str = ""
    cause: int | None = None


@result
class LateDuty(Result):
    """A duty that is over time."""

    _shown: ClassVar = ("case_id", "unseen")
    case_id: str
    key: str
    duty: Duty
    unseen: bool
    """Its term ran out after the last entry of the case, and the rulebook wants that said."""


@result
class TimeOut(Result):
    """What the passing of time did to a case, or could not do."""

    _shown: ClassVar = ("case_id", "event", "refused")
    case_id: str
    key: str
    route: str
    step: str
    duty: str
    event: str
    at: datetime
    """Since when its term is over."""
    refused: str
    """The code of the refusal, "" when it happened."""


@result
class Obstacle(Result):
    """Why a case cannot go by another rulebook: ids, never a value."""

    _shown: ClassVar = ("code", "about")
    code: str
    about: str
    """The fact, or the route."""
    words: Text


@result
class DutyChange(Result):
    """A duty that opens, closes, or has another date or owner."""

    _shown: ClassVar = ("id",)
    id: str
    """route.step.duty, as the new rulebook has it."""
    role_before: str | None
    """None: it was not open."""
    role_after: str | None
    due_before: date | None
    due_after: date | None
    over: bool
    """By its new date it was late when the case moved."""


@result
class Migration(Result):
    """What moving a case to another rulebook would do, or did."""

    _shown: ClassVar = ("case_id", "moved")
    case_id: str
    key: str
    version: str
    """Of the rulebook that the case went by."""
    obstacles: tuple[Obstacle, ...]
    """None of them: the case can go."""
    changes: tuple[DutyChange, ...]
    moved: bool


@result
class Decided(Result):
    """How often people decided something, and how."""

    _shown: ClassVar = ("fact", "decided")
    fact: str
    decided: int
    deviating: int
    """Other than the advice."""
    past_unknown: int
    """While something that the rules ask was not known."""


@result
class WorkItem(Result):
    """A line of the worklist: no fact in it."""

    _shown: ClassVar = ("case_id", "route", "owner")
    case_id: str
    key: str
    route: str
    step: str
    owner: str
    duty: str
    """ "" for being the owner of the step."""
    due: date | None
    persons: tuple[str, ...] = ()


@result
class Verified(Result):
    """What was read and found to be as it was stored."""

    _shown: ClassVar = ("cases", "entries", "erased")
    cases: int
    entries: int
    erased: int
