# SPDX-FileCopyrightText: 2026 the meldroute authors
# SPDX-License-Identifier: EUPL-1.2
"""Sees a report of human trafficking through: who must do what, before when, and why.

book = meldroute.Rulebook.load(meldroute.RULES / "ijsselstreek")
desk = meldroute.Desk("meldingen.db", book)
case = desk.report(facts, by=meldroute.Actor(person, role), at=moment, key="ZAAK-2026-0117")
"""

from ._native import __version__, amsterdam_date
from .batch import ArrowArray, ArrowStream, RuledTable, Table
from .cases import (
    Alert,
    Contact,
    Decided,
    Due,
    Duty,
    DutyChange,
    Entry,
    KeptDecision,
    KeptRuling,
    LateDuty,
    Migration,
    Obstacle,
    Option,
    Owner,
    Question,
    Reading,
    Standing,
    TimeOut,
    Verified,
    WorkItem,
)
from .desk import Case, Desk
from .errors import Conflict, Damaged, Error, Lang, Place, Refused, RulebookError, Usage
from .people import Actor, Appointment, Ending, RolePeople
from .pictures import Picture
from .reasons import LeastChange, Reasons
from .result import Result
from .results import Finding, Needed, Row, RowError, Ruling, Source, Text
from .rulebook import RULES, Facts, Rulebook
from .trials import (
    CellCoverage,
    Coverage,
    DecisionCoverage,
    Mismatch,
    Mutant,
    RowCoverage,
    TestResult,
)

__all__ = [
    "RULES",
    "Actor",
    "Alert",
    "Appointment",
    "ArrowArray",
    "ArrowStream",
    "Case",
    "CellCoverage",
    "Conflict",
    "Contact",
    "Coverage",
    "Damaged",
    "Decided",
    "DecisionCoverage",
    "Desk",
    "Due",
    "Duty",
    "DutyChange",
    "Ending",
    "Entry",
    "Error",
    "Facts",
    "Finding",
    "KeptDecision",
    "KeptRuling",
    "Lang",
    "LateDuty",
    "LeastChange",
    "Migration",
    "Mismatch",
    "Mutant",
    "Needed",
    "Obstacle",
    "Option",
    "Owner",
    "Picture",
    "Place",
    "Question",
    "Reading",
    "Reasons",
    "Refused",
    "Result",
    "RolePeople",
    "Row",
    "RowCoverage",
    "RowError",
    "Rulebook",
    "RulebookError",
    "RuledTable",
    "Ruling",
    "Source",
    "Standing",
    "Table",
    "TestResult",
    "Text",
    "TimeOut",
    "Usage",
    "Verified",
    "WorkItem",
    "__version__",
    "amsterdam_date",
]
