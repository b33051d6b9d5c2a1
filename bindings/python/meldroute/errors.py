# SPDX-FileCopyrightText: 2026 the meldroute authors
# SPDX-License-Identifier: EUPL-1.2
"""What goes wrong: five exceptions under one, as in C++. No message holds a fact's value."""

from dataclasses import dataclass
from typing import Literal

Lang = Literal["nl", "en"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where in what somebody wrote the fault stands; "" and 0 where that is not known."""

    file: str = ""
    line: int = 0
    column: int = 0
    pointer: str = ""
    """JSON pointer (RFC 6901)."""
    row: str = ""
    """Id of a table row."""


class Error(Exception):
    """Base of the five."""

    code: str
    """ "M1302": stable for ever, listed in docs/errors.md."""
    place: Place

    def __init__(self, code: str, place: Place, english: str, dutch: str) -> None:
        super().__init__(code, place, english, dutch)
        self.code = code
        self.place = place
        self._texts = {"en": english, "nl": dutch}

    def __str__(self) -> str:
        return self._texts["en"]

    def text(self, lang: Lang = "nl") -> str:
        """Place, what is wrong and what to do, on one line."""
        return self._texts[lang]


class RulebookError(Error):
    """The rulebook, or what was said in its terms, is wrong."""


class Refused(Error):  # noqa: N818  (the five have the same names in C++)
    """What was told does not fit where the case stands; nothing changed."""


class Conflict(Error):  # noqa: N818
    """Somebody else wrote first: `Case.refresh()` and look again."""


class Damaged(Error):  # noqa: N818
    """Stored bytes are not what was stored."""


class Usage(Error):  # noqa: N818
    """The library was called wrongly."""
