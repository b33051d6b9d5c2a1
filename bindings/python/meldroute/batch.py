# SPDX-FileCopyrightText: 2026 the meldroute authors
# SPDX-License-Identifier: EUPL-1.2
"""Decisions on many reports at once: tables of pandas, polars, pyarrow or DuckDB, or dicts."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple, Protocol

from . import _native
from .errors import Lang
from .results import RowError


class ArrowStream(Protocol):
    """A table that gives itself in Arrow form (the Arrow PyCapsule interface)."""

    def __arrow_c_stream__(self, requested_schema: object = None) -> object: ...


class ArrowArray(Protocol):
    """The same in one piece."""

    def __arrow_c_array__(self, requested_schema: object = None) -> tuple[object, object]: ...


Table = ArrowStream | ArrowArray | Iterable[Mapping[str, Any]]
"""Columns are facts by id; an empty cell is an unknown fact. docs/batches.md has their types."""


class Asked(NamedTuple):
    """What a batch asks of every row."""

    decisions: list[str]
    keep: list[str]
    needed: bool
    lang: Lang
    threads: int


class RuledTable:
    """What decisions said of each row of a table, in its order. Immutable.

    It gives itself in Arrow form: pyarrow.table(ruled), polars.DataFrame(ruled),
    pandas.DataFrame.from_arrow(ruled). Columns: those to keep; of each decision its outcome,
    `:state` and perhaps `:needed`; `error:code` and `error:words`.
    """

    __slots__ = ("_native",)

    def __init__(self, native: _native.RuledTable) -> None:
        """Use `Rulebook.decide_batch`."""
        self._native = native

    def __len__(self) -> int:
        return self._native.rows()

    @property
    def errors(self) -> tuple[RowError, ...]:
        """Rows that could not be read or decided, in order."""
        return self._native.errors()

    def to_pylist(self) -> list[dict[str, Any]]:
        """A dict for each row, without the columns to keep; outcomes as in `Ruling.outcome`."""
        return self._native.to_pylist()

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """The Arrow PyCapsule interface; another schema than our own is not given."""
        return self._native.stream()

    def __repr__(self) -> str:
        return f"<RuledTable, {len(self)} rows, {len(self.errors)} with an error>"
