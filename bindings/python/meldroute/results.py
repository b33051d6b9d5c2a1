# SPDX-FileCopyrightText: 2026 the meldroute authors
# SPDX-License-Identifier: EUPL-1.2
"""What meldroute answers with: immutable values, made by the native module. Each compares, pickles,
and has `to_dict()` with what JSON can hold. No `repr` shows more than ids of rules and steps."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, ClassVar, Literal

from .errors import Lang, Place
from .result import Result, Unsaid, result


@dataclass(frozen=True, slots=True, repr=False)
class Actor(Result):
    """A person in a role. What decides is refused without both."""

    _shown: ClassVar = ("role",)
    person: str
    role: str


@result
class Text(Result):
    """In Dutch and English; where there is no English, `en` is empty and the Dutch stands in."""

    nl: str
    en: str

    def __str__(self) -> str:
        return self.nl

    def text(self, lang: Lang = "nl") -> str:
        return self.en if lang == "en" and self.en else self.nl


@result
class Source(Result):
    """What a rule, term or duty rests on, and how sure that is."""

    _shown: ClassVar = ("title", "article")
    title: str
    article: str
    law: bool
    confidence: Literal["read", "older-text", "assumed", "local"]


@result
class Finding(Result):
    """What a rulebook that loads may still lack."""

    _shown: ClassVar = ("severity", "code")
    severity: Literal["error", "warning", "note"]
    code: str
    """ "M1551": of the same table as errors."""
    place: Place
    words: Text
    decision: str
    """What it is about; "" where that is no decision."""
    accepted: Text
    """Why whoever wrote the decision accepts it; empty where nobody does."""


@result
class Row(Result):
    """What became of one row of a decision table."""

    _shown: ClassVar = ("row", "state")
    row: str
    state: Literal["hit", "outranked", "failed", "open"]
    failed: str
    """Fact or decision of the first cell that fails."""
    open: tuple[str, ...]
    """Facts and decisions of the cells that depend on what is not known."""


@result
class Needed(Result):
    """A fact that can still change the outcome; of a set or checklist, the members that matter."""

    _shown: ClassVar = ("fact", "items")
    fact: str
    items: tuple[str, ...]


@result
class Ruling(Unsaid):
    """What a decision said, with everything needed to contest it."""

    _shown: ClassVar = ("decision", "state")
    decision: str
    state: Literal["decided", "open", "none", "conflict", "bound"]
    """`none`: no row holds, which is not the same as no; `bound`: the search was cut off."""
    outcome: Any
    """None unless decided."""
    possible: tuple[Any, ...]
    """While open: the outcomes that can still come; of a number the least and the most."""
    rows: tuple[Row, ...]
    used: tuple[str, ...]
    needed: tuple[Needed, ...]
    """The most deciding first."""
    through: tuple[str, ...]
    """Decisions that this one was built on, deepest first."""


@result
class RowError(Result):
    """Why a row of a batch was not decided, or not wholly."""

    _shown: ClassVar = ("row", "code")
    row: int
    """From 0."""
    code: str
    words: str
    """In the language that was asked; names facts, never their values."""


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
    since: datetime
    source: tuple[Source, ...]

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


class Owner(Result):
    """Who owns a step."""

    _shown: ClassVar = ("route", "step", "role")
    route: str
    step: str
    role: str


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


@result
class Verified(Result):
    """What was read and found to be as it was stored."""

    _shown: ClassVar = ("cases", "entries", "erased")
    cases: int
    entries: int
    erased: int
