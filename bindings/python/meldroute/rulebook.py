# SPDX-FileCopyrightText: 2026 the meldroute authors
# SPDX-License-Identifier: EUPL-1.2
"""A rulebook: facts, decisions, terms and routes of one municipality, over the layers above."""

import os
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from . import _native
from .batch import Asked, RuledTable, Table
from .errors import Lang
from .pictures import Picture
from .reasons import LeastChange, Reasons
from .results import Finding, Ruling, Text
from .trials import Coverage, Mutant, TestResult

RULES = Path(__file__).parent / "rules"
"""The rulebooks that come with meldroute: RULES / "ijsselstreek"."""

Facts = Mapping[str, Any]
"""By fact id: bool, int, str, Decimal, float, date, datetime (with a time zone), timedelta; a list
or set of codes; {"seen": […], "not-seen": […]}; {"unknown": "asked"}. None means: not told."""


class Rulebook:
    """Immutable: share it between threads. Pickles as its bundle."""

    __slots__ = ("_native",)

    def __init__(self, native: _native.Rulebook) -> None:
        """Use `load` or `from_bundle`."""
        self._native = native

    @classmethod
    def load(
        cls, folder: str | os.PathLike[str], shelves: Iterable[str | os.PathLike[str]] = ()
    ) -> "Rulebook":
        """Loads a bundle's file, or a folder and the layers that it extends: folders beside it, or
        on one of `shelves`.

        Raises RulebookError with file, line and JSON pointer, or Usage where there is no such file.
        """
        return cls(_native.Rulebook.load(os.fspath(folder), [os.fspath(s) for s in shelves]))

    @classmethod
    def from_bundle(cls, bundle: bytes) -> "Rulebook":
        """The same from `bundle`: one file, whose SHA-256 is the digest."""
        return cls(_native.Rulebook.from_bundle(bundle))

    @classmethod
    def load_in_force(cls, shelf: str | os.PathLike[str], rulebook: str, day: date) -> "Rulebook":
        """The version that is in force on this day, of the rulebooks with this id on a shelf.

        Raises RulebookError when there is none, or when two began on the same day.
        """
        return cls(_native.Rulebook.load_in_force(os.fspath(shelf), rulebook, day.isoformat()))

    @property
    def id(self) -> str:
        return self._native.id()

    @property
    def version(self) -> str:
        return self._native.version()

    @property
    def status(self) -> str:
        """ "concept" or "vastgesteld"."""
        return self._native.status()

    @property
    def title(self) -> Text:
        return self._native.title()

    @property
    def digest(self) -> str:
        """SHA-256 of the bundle, hexadecimal."""
        return self._native.digest()

    @property
    def bundle(self) -> bytes:
        """The resolved rulebook in canonical bytes (RFC 8785)."""
        return self._native.bundle()

    def sign(self, private_key: bytes) -> str:
        """A signature of the bundle (Ed25519), as JSON to keep beside it. The key is PEM."""
        return self._native.sign(private_key)

    def verify(self, signature: str, public_key: bytes) -> None:
        """Raises Damaged unless the holder of this key signed exactly this rulebook."""
        self._native.verify(signature, public_key)

    @property
    def routes(self) -> tuple[str, ...]:
        """The ids of the routes that this rulebook has words for."""
        return self._native.routes()

    def picture(self, route: str, lang: Lang = "nl") -> Picture:
        """A drawing of any route that meldroute has, in the words of this rulebook.

        Raises RulebookError for another id.
        """
        return self._native.picture(route, lang)

    def check(self) -> tuple[Finding, ...]:
        """What a rulebook that loads may still lack; errors first."""
        return self._native.check()

    def decide(self, decision: str, facts: Facts | str | bytes) -> Ruling:
        """What this decision says of these facts, which may also be their JSON text: here, and
        wherever a rulebook is asked. Raises RulebookError."""
        return self._native.decide(decision, facts)

    def why(
        self, decision: str, facts: Facts | str | bytes, lang: Lang = "nl", role: str = ""
    ) -> Reasons:
        """What came out and why, for a reader in this role; without one, nothing is told that
        follows from personal data but the outcome. Raises RulebookError."""
        return self._native.why(decision, facts, lang, role)

    def least_change(
        self,
        decision: str,
        facts: Facts | str | bytes,
        towards: Any = None,
        lang: Lang = "nl",
        role: str = "",
    ) -> LeastChange:
        """What would have to be otherwise, of what is known, for this outcome or for any other.
        Raises RulebookError."""
        return self._native.least_change(decision, facts, towards, lang, role)

    def receipt(self, decision: str, facts: Facts | str | bytes, key: bytes) -> bytes:
        """Proof of what this decision says of these facts, which it holds as commitments only.

        `key` is 32 random bytes, drawn anew (`secrets.token_bytes(32)`) and kept apart.
        """
        return self._native.receipt(decision, facts, key)

    def reproduce(self, receipt: bytes, facts: Facts | str | bytes, key: bytes) -> Ruling:
        """The ruling of a receipt again. Raises Damaged where rulebook, facts, key or ruling are
        not those of the receipt."""
        return self._native.reproduce(receipt, facts, key)

    def decide_batch(
        self,
        table: Table,
        decisions: Iterable[str],
        *,
        keep: Iterable[str] = (),
        needed: bool = False,
        threads: int = 1,
        lang: Lang = "nl",
    ) -> RuledTable:
        """What these decisions say of every row of `table`; other Python threads go on meanwhile.

        `keep` names columns to pass on as they are; `needed` adds the facts that could still change
        each outcome. A row that cannot be read has an error of its own, in words of `lang`. Raises
        Usage 19xx before anything is decided for a column of the wrong type, or one that is neither
        a fact nor to be kept.
        """
        asked = Asked(list(decisions), list(keep), needed, lang, threads)
        return RuledTable(_native.decide_batch(self._native, table, asked))

    def test(self, *files: str | os.PathLike[str]) -> tuple[TestResult, ...]:
        """Runs the tests in `files`, or without any those beside the rules. A bundle has none.

        Raises RulebookError with the place of what a test cannot mean.
        """
        tests = self._tests(files)
        return tuple(tests.run(index) for index in range(len(tests.names())))

    def coverage(self, *files: str | os.PathLike[str]) -> Coverage:
        """Which rows and cells these tests try."""
        return Coverage(self._tests(files).coverage())

    def mutants(self, *files: str | os.PathLike[str], threads: int = 2) -> tuple[Mutant, ...]:
        """Changes the rules in one place at a time, and says which change no test notices.

        Raises RulebookError M1809 for a test that fails as the rules are.
        """
        return self._tests(files).mutants(threads)

    def _tests(self, files: tuple[str | os.PathLike[str], ...]) -> _native.Tests:
        return _native.Tests.read(self._native, [os.fspath(file) for file in files])

    def __repr__(self) -> str:
        return f"<Rulebook {self.id} {self.version}, {self.status}>"

    def __reduce__(self) -> tuple[Callable[[bytes], "Rulebook"], tuple[bytes]]:
        return Rulebook.from_bundle, (self.bundle,)
