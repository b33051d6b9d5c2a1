# SPDX-FileCopyrightText: 2026 the meldroute authors
# SPDX-License-Identifier: EUPL-1.2
"""What all answers have in common."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any, ClassVar

from .errors import Place


def plain(value: object) -> Any:
    """As JSON can hold it: a date, moment or decimal is its text, a tuple is a list."""
    if isinstance(value, Result):
        return value.to_dict()
    if isinstance(value, Place):
        return asdict(value)
    if isinstance(value, Mapping):
        return {key: plain(inner) for key, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(inner) for inner in value]
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    if isinstance(value, timedelta):
        return value.total_seconds()
    return str(value) if isinstance(value, Decimal) else value


class Result:
    """Base of all answers."""

    __slots__ = ()
    _shown: ClassVar[tuple[str, ...]] = ()

    def to_dict(self) -> dict[str, Any]:
        return {own.name: plain(getattr(self, own.name)) for own in fields(self)}  # type: ignore[arg-type]

    def __repr__(self) -> str:
        shown = ", ".join(f"{name}={getattr(self, name)!r}" for name in self._shown)
        return f"{type(self).__name__}({shown})"


class Unsaid(Result):
    """Base of a ruling: most reasons are never read, and each is made when first asked for."""

    __slots__ = ("_unsaid",)

    if not TYPE_CHECKING:  # which would take every name for an attribute

        def __getattr__(self, name: str) -> Any:
            if name not in {"possible", "rows", "used", "needed", "through"}:
                said = f"{type(self).__name__!r} object has no attribute {name!r}"
                raise AttributeError(said, name=name, obj=self)
            value = getattr(self._unsaid, name)()
            object.__setattr__(self, name, value)
            return value


result = dataclass(frozen=True, slots=True, repr=False, kw_only=True)
