# SPDX-FileCopyrightText: 2026 the meldroute authors
# SPDX-License-Identifier: EUPL-1.2
"""What somebody tells: facts, by whom, when it happened, and why."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from .people import Actor
from .rulebook import Facts


@dataclass(frozen=True, slots=True, repr=False, kw_only=True)
class Telling:
    """What somebody tells, as the native module reads it."""

    facts: Facts | None
    by: Actor
    at: datetime
    because: str
    key: str
    recorded: datetime | None
    past: Mapping[str, bool] = field(default_factory=dict)
