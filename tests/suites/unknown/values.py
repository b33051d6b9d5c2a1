# SPDX-FileCopyrightText: 2026 the meldroute authors
# SPDX-License-Identifier: EUPL-1.2
"""Values of this suite, what a cell accepts of them, and what expressions make of them."""

import itertools
import json
from collections.abc import Callable
from datetime import date, datetime, timedelta
from decimal import ROUND_HALF_EVEN, Decimal
from typing import Any
from zoneinfo import ZoneInfo

Test = Callable[[Any], bool]

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
NONE, CONFLICT = "<no outcome>", "<conflict>"
SIGNS: dict[str, Callable[[Any, Any], bool]] = {
    "<": lambda a, b: a < b,
    "<=": lambda a, b: a <= b,
    ">": lambda a, b: a > b,
    ">=": lambda a, b: a >= b,
    "==": lambda a, b: a == b,
    "!=": lambda a, b: a != b,
}


def constant(kind: str, written: Any) -> Any:
    if kind in ("date", "moment"):  # a moment is compared by its day in Amsterdam
        return date.fromisoformat(written)
    return Decimal(written) if kind in ("integer", "number", "list") else written


def told_value(kind: str, written: Any) -> Any:
    if kind == "moment":
        return datetime.fromisoformat(written).astimezone(AMSTERDAM).date()
    return constant(kind, written)


def word(value: Any) -> str:
    """How a value stands within the text of a cell."""
    if isinstance(value, Decimal):
        return format(value.normalize(), "f")
    return value if isinstance(value, str) else json.dumps(to_json(value))


def to_json(value: Any) -> Any:
    if isinstance(value, tuple):
        return {key: to_json(one) for key, one in value}
    if isinstance(value, date):
        return value.isoformat()
    return value


def frozen(value: Any) -> Any:
    """A value of a row so that it can be a member of a set."""
    if isinstance(value, dict):
        return tuple((key, frozen(one)) for key, one in sorted(value.items()))
    return Decimal(value) if isinstance(value, int) and not isinstance(value, bool) else value


def accepts(kind: str, cell: Any) -> Test:
    """What a cell on a scalar accepts."""
    if isinstance(cell, list):
        any_of = [accepts(kind, one) for one in cell]
        return lambda value: any(test(value) for test in any_of)
    if isinstance(cell, str):
        if cell.startswith("not "):
            none_of = [constant(kind, one.strip()) for one in cell[4:].split(",")]
            return lambda value: value not in none_of
        for sign in ("<=", ">=", "<", ">"):
            if cell.startswith(sign) and kind != "text":
                limit = constant(kind, cell[len(sign) :].strip())
                return lambda value: SIGNS[sign](value, limit)
        if ".." in cell and kind != "text":
            low, high = (constant(kind, one.strip()) for one in cell.split(".."))
            return lambda value: bool(low <= value <= high)
    same = constant(kind, cell)
    return lambda value: bool(value == same)


def rounded(number: Decimal, decimals: int) -> Decimal:
    return number.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_EVEN)


def combined(name: str, parts: list[Any]) -> Any:
    if name in ("and", "or"):
        settling = name == "or"
        if any(part is settling for part in parts):
            return settling
        return NONE if NONE in parts else not settling
    if NONE in parts:
        return NONE
    if name in SIGNS:
        if any(isinstance(one, date) for one in parts):
            parts = [date.fromisoformat(one) if isinstance(one, str) else one for one in parts]
        return all(SIGNS[name](a, b) for a, b in itertools.pairwise(parts))
    if name == "!":
        return not parts[0]
    if "between" in name or name.startswith("add-") or name in ("age", "date-of"):
        return dated(name, parts)
    if name in ("min", "max"):
        return min(parts) if name == "min" else max(parts)
    if name in ("abs", "round", "power"):
        number = parts[0]
        if name == "round":
            return rounded(number, int(parts[1]))
        return abs(number) if name == "abs" else number ** int(parts[1]) if parts[1] else Decimal(1)
    out = parts[0]
    for part in parts[1:]:
        if name == "/" and part == 0:
            return NONE
        out = {"+": out.__add__, "-": out.__sub__, "*": out.__mul__}.get(
            name, lambda by, of=out: rounded(of / by, 9)
        )(part)
    return out


def dated(name: str, parts: list[Any]) -> Any:
    days: list[Any] = [date.fromisoformat(one) if isinstance(one, str) else one for one in parts]
    if name == "date-of":
        return days[0]
    if name.startswith("add-"):
        return added(name, days[0], int(rounded(days[1], 0)))
    first, last = min(days), max(days)
    months = (last.year - first.year) * 12 + last.month - first.month - (last.day < first.day)
    size = {
        "days-between": (last - first).days,
        "weeks-between": (last - first).days // 7,
        "months-between": months,
    }.get(name, months // 12)
    return Decimal(size if days[0] <= days[1] else -size)


def added(name: str, day: date, count: int) -> Any:
    """The last day of the month where the month has no such day; nothing outside 1900 to 2100."""
    if name == "add-days":
        out = day + timedelta(days=count)
    else:
        months = day.year * 12 + day.month - 1 + count * (12 if name == "add-years" else 1)
        year, month = divmod(months, 12)
        following = date(year + (month == 11), (month + 1) % 12 + 1, 1)
        last = (following - timedelta(days=1)).day
        out = date(year, month + 1, min(day.day, last))
    return out if 1900 <= out.year <= 2100 else NONE
