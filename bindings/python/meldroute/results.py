# SPDX-FileCopyrightText: 2026 the meldroute authors
# SPDX-License-Identifier: EUPL-1.2
"""What meldroute answers with: immutable values, made by the native module. Each compares, pickles,
and has `to_dict()` with what JSON can hold. No `repr` shows more than ids of rules and steps."""

from dataclasses import dataclass
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
