# SPDX-FileCopyrightText: 2026 the meldroute authors
# SPDX-License-Identifier: EUPL-1.2
"""What the tests beside rules say, and what they leave untried."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from .errors import Place
from .result import Result, result
from .results import Text


@result
class Mismatch(Result):
    """What is not as a test expects."""

    _shown: ClassVar = ("what",)
    when: str
    """The event after which, with its date; "" for a situation."""
    what: str
    expected: str
    got: str
    why: Text
    """The rows that hold or are still open, and the facts needed."""
    words: Text
    """All of it on one line."""


@result
class TestResult(Result):
    """What became of one test beside the rules."""

    __test__: ClassVar = False
    _shown: ClassVar = ("name", "passed")
    name: str
    failures: tuple[Mismatch, ...]

    @property
    def passed(self) -> bool:
        return not self.failures


@result
class CellCoverage(Result):
    """What the tests show of one cell, or of one comparison in an expression."""

    _shown: ClassVar = ("input", "held", "failed")
    input: str
    held: bool
    """In a situation in which its whole row holds."""
    failed: bool
    """In a situation in which it alone keeps its row from holding."""


@result
class RowCoverage(Result):
    _shown: ClassVar = ("row", "hits")
    row: str
    """ "" for an expression."""
    hits: int
    """In how many situations it was hit."""
    cells: tuple[CellCoverage, ...]


@result
class DecisionCoverage(Result):
    _shown: ClassVar = ("decision", "asked")
    decision: str
    asked: int
    """In how many situations, also by a decision above it."""
    rows: tuple[RowCoverage, ...]
    otherwise: int | None
    """How often no row held; None where there is no `else`."""


@dataclass(frozen=True, slots=True, repr=False)
class Coverage(Result):
    """How much of the rules the tests beside them try."""

    decisions: tuple[DecisionCoverage, ...]

    @property
    def rows(self) -> tuple[int, int]:
        """How many rows of tables are hit, of how many."""
        rows = [row for decision in self.decisions for row in decision.rows if row.row]
        return sum(row.hits > 0 for row in rows), len(rows)

    @property
    def cells(self) -> tuple[int, int]:
        """How many cells are tried both ways, of how many."""
        rows = [row for decision in self.decisions for row in decision.rows]
        cells = [cell for row in rows for cell in row.cells]
        return sum(cell.held and cell.failed for cell in cells), len(cells)


@result
class Mutant(Result):
    """One small change of the rules, and whether a test notices it."""

    _shown: ClassVar = ("decision", "row", "input", "fate")
    decision: str
    row: str
    input: str
    """Of a cell: the fact or decision that it reads."""
    change: Text
    """ "grens van 6 naar 7"."""
    place: Place
    fate: Literal["noticed", "missed", "alike", "unclear"]
    """`alike`: proved to make no difference. `unclear`: no situation was found where it does."""
    noticed_by: str
    """The name of a test."""
    suggested: Mapping[str, Any] | None
    """Of a missed one: a test as it can stand in tests/*.json."""
