# SPDX-FileCopyrightText: 2026 the meldroute authors
# SPDX-License-Identifier: EUPL-1.2
"""Why a ruling is what it is: sentences for people, and the same as data for programs."""

from collections.abc import Mapping
from html import escape
from typing import Any, ClassVar

from .result import Result, plain, result


@result
class Told(Result):
    """What is told to one reader: without a role that may see them, personal data are only known
    or unknown. `str()` gives the sentences."""

    _shown: ClassVar = ("decision",)
    decision: str
    text: str
    """A line each."""
    data: Mapping[str, Any]

    def __str__(self) -> str:
        return self.text

    def to_dict(self) -> dict[str, Any]:
        return {"decision": self.decision, **plain(self.data)}

    def _repr_html_(self) -> str:
        head, *lines = [escape(line.strip()) for line in self.text.splitlines()] or [""]
        return f"<p>{head}</p><ul>{''.join(f'<li>{line}</li>' for line in lines)}</ul>"


@result
class Reasons(Told):
    """Rows that hold and why, why not the others, intermediate results, facts used, what is still
    needed, and sources."""


@result
class LeastChange(Told):
    """The fewest known facts that would have to be otherwise for another outcome, at most three,
    to the nearest values; each was confirmed by ruling so."""
